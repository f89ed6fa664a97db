/*
 * convert.h
 *	  Bytes of a known encoding to UTF-8, with a count of what could not be read.
 */
#ifndef NEWS_ARTICLE_CONVERT_H
#define NEWS_ARTICLE_CONVERT_H

#include "article/encoding.h"

typedef struct NewsUtf8Check
{
	uint32_t	sequences;		/* valid sequences of two bytes or more */
	uint32_t	invalid;		/* sequences that are none */
	uint32_t	nuls;
	bool		cut;			/* the last bytes are the start of a sequence */
} NewsUtf8Check;

extern void news_check_utf8(NewsArena *arena, const char *bytes, uint32_t len, NewsUtf8Check *out);

/* Copies UTF-8 with U+FFFD for what is invalid (one for each maximal part, as Unicode recommends) and for NUL. */
extern void news_repair_utf8(NewsArena *arena, const char *bytes, uint32_t len, NewsDecoded *out);

/* Converts through ICU and sets text, replaced and first_replaced; false when ICU has no such converter. */
extern bool news_convert(NewsArena *arena, const char *bytes, uint32_t len, const char *encoding, NewsDecoded *out);

#endif							/* NEWS_ARTICLE_CONVERT_H */
