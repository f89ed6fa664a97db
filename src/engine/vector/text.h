/*
 * text.h
 *	  What the readers and the writers of text forms share.
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

/* A kind before its colon: a word, or in quotes one of the user's own; what it names is up to the caller. */
typedef struct NewsLabel
{
	NewsStr		word;
	bool		quoted;
	uint32_t	at;
} NewsLabel;

extern bool news_scan_label(NewsScan *scan, NewsLabel *label);

/* The kind that a label names. */
extern int	news_label_kind(const NewsLabel *label);

/* A code behind its slash, s NULL where there is none. */
extern bool news_scan_code(NewsScan *scan, NewsStr *code);

/* A kind and its colon; a slash and a code, unless there is none. */
extern void news_put_kind(NewsBuffer *out, int kind, NewsStr kind_name);
extern void news_put_code(NewsBuffer *out, NewsStr code);

#endif							/* NEWS_VECTOR_TEXT_H */
