/*
 * filter.h
 *	  The filter in the image of an article: a Bloom filter of the words of its names, of
 *	  its codes, and of the types of its events.  What it lacks is not in the article, so
 *	  that most articles need not be read to say no; what it has may be there.
 *
 *	  B. H. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors,
 *	  Communications of the ACM 13 (1970).
 */
#ifndef NEWS_FILTER_H
#define NEWS_FILTER_H

#include "vector/vector.h"

/* What a hash is of: numbers are for good, as are the hashes. */
typedef enum NewsFilterThing
{
	NEWS_FILTER_WORD = 1,		/* of the key of a name (namekey.h) */
	NEWS_FILTER_CODE,			/* the key of a code */
	NEWS_FILTER_TYPE			/* of an event */
} NewsFilterThing;

/* The hash of a thing: FNV-1a of 32 bits, mixed once more. */
extern uint32_t news_filter_hash(NewsFilterThing thing, NewsStr s);

/* Words of a key: each takes two bytes of it or more, with its space. */
#define NEWS_FILTER_WORDS_MAX	(NEWS_NAME_KEY_MAX / 2 + 1)

/* Writes the hashes of the words of a name's key, at most NEWS_FILTER_WORDS_MAX; returns how many. */
extern uint32_t news_filter_words(NewsStr key, uint32_t *hashes);

/* The filter of an article. */
extern NewsStr news_filter_make(NewsArena *arena, const NewsVector *v);

/* May the article have what has the hash? Two bits tell, of each half of it one. */
static inline bool
news_filter_has(NewsStr filter, uint32_t hash)
{
	uint32_t	bits = filter.len * 8;
	uint32_t	a = (hash & 0xFFFF) * bits >> 16;
	uint32_t	b = (hash >> 16) * bits >> 16;

	return bits != 0 && ((unsigned char) filter.s[a >> 3] >> (a & 7) & 1) && ((unsigned char) filter.s[b >> 3] >> (b & 7) & 1);
}

#endif							/* NEWS_FILTER_H */
