/*
 * text.h
 *	  What the reader and the writer of the text form share.
 */
#ifndef NEWS_VECTOR_TEXT_H
#define NEWS_VECTOR_TEXT_H

#include "base/scan.h"
#include "vector/vector.h"

/* Characters, besides letters and digits, of kinds and codes that need no quotes. */
#define KIND_ALSO	"-"
#define CODE_ALSO	"-."

/* Number of "date", "time", "duration" or "set", -1 for any other word. */
static inline int
news_timex_kind_of(NewsStr s)
{
	return news_index_of(s, news_timex_kind_names, NEWS_SET + 1);
}

#endif							/* NEWS_VECTOR_TEXT_H */
