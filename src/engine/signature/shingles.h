/*
 * shingles.h
 *	  A text as the set of its shingles: runs of words, as hashes.
 *
 * Two texts that were copied from one share most of their shingles, whatever was
 * put around them; two reports of one event in different words share hardly any
 * (Broder, "On the resemblance and containment of documents", 1997).  Words
 * compare without case, numbers by their digits; what stands between words does
 * not count, so that new line breaks and quotation marks change nothing.
 */
#ifndef NEWS_SHINGLES_H
#define NEWS_SHINGLES_H

#include "article/words.h"
#include "base/host.h"

/* Words in a shingle; a text with fewer is one shingle. */
#define NEWS_SHINGLE_WORDS 3

typedef struct NewsShingles
{
	NewsArena  *arena;			/* polled */
	NewsStr		text;			/* UTF-8; any bytes are survived */
	uint32_t	pos;			/* byte behind the last word read */
	uint32_t	nwords;			/* words read */
	uint64_t	last[NEWS_SHINGLE_WORDS];	/* their hashes, the newest last */
	bool		done;
} NewsShingles;

extern void news_shingles_begin(NewsShingles *shingles, NewsArena *arena, NewsStr text);

/* Gives the next shingle, in the order of the text, repeated ones too; false at the end. */
extern bool news_next_shingle(NewsShingles *shingles, uint64_t *hash);

#endif							/* NEWS_SHINGLES_H */
