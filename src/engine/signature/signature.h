/*
 * signature.h
 *	  Signatures by which copies of a text are found, and how alike two texts are.
 *
 * A signature is a short array of 64-bit numbers such that two texts which share
 * much have, very likely, a number in common: an index on the numbers finds the
 * copies.  It is a MinHash of the shingles: one permutation in NEWS_MINIMA bins
 * (Li, Owen and Zhang 2012), empty bins filled as Shrivastava 2017 does, each
 * NEWS_BAND_MINIMA of the minima joined to a band (Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", 3.4).  Of two texts whose shingles have
 * Jaccard similarity J, a minimum agrees with probability J, a band with J^2,
 * and one band of NEWS_BANDS at least with 1 - (1 - J^2)^NEWS_BANDS: 0.96 at
 * J = 0.33, 0.9997 at 0.5.
 *
 * The signature of a text with words has NEWS_SIGNATURE_SIZE numbers:
 *
 *	  [0]		number of shingles (24 bits, above a 32-bit hash of the whole
 *				text's words): only the very same words have it
 *	  [b], b>0	b in the top 8 bits, below it two minima of 28 bits
 *
 * All numbers are positive as signed 64-bit integers, and numbers at different
 * places differ.  A text without words has an empty signature.
 */
#ifndef NEWS_SIGNATURE_H
#define NEWS_SIGNATURE_H

#include "base/host.h"
#include "base/span.h"

#define NEWS_BANDS			28
#define NEWS_BAND_MINIMA	2
#define NEWS_MINIMA			(NEWS_BANDS * NEWS_BAND_MINIMA)
#define NEWS_SIGNATURE_SIZE (NEWS_BANDS + 1)

/* Counts its numbers: 0 or NEWS_SIGNATURE_SIZE.  Linear in the text; takes no memory. */
extern int	news_signature_of(NewsArena *arena, NewsStr text, int64_t *out);

/* The places, bit 0 for the first, at which two signatures have the same number.  Any numbers are survived. */
extern uint32_t news_signature_shared(const int64_t *a, const int64_t *b);

/* How much two texts share. */
typedef struct NewsSimilarity
{
	float		jaccard;		/* shingles in both, of those in either: 0..1 */
	float		containment;	/* shingles in both, of those in the text that has fewer: 0..1 */
} NewsSimilarity;

/* Of two texts, exactly.  Linear in both. */
extern NewsSimilarity news_text_similarity(NewsArena *arena, NewsStr a, NewsStr b);

/*
 * Of two signatures of NEWS_SIGNATURE_SIZE numbers, as an estimate: its standard
 * error is at most 0.07 for jaccard.  Any numbers are survived.
 */
extern NewsSimilarity news_signature_similarity(const int64_t *a, const int64_t *b);

/*
 * Is the one a copy of the other: the same text with something cut, added or
 * changed?  Figures of pairs of news reports: reports that one form was filled in
 * for (a bond issue, a dividend) stay below a containment of 0.6, reports of one
 * event that quote the same words well below it; test/bench/copies.py.
 */
static inline bool
news_is_copy(NewsSimilarity similarity)
{
	return similarity.containment >= 0.6f && similarity.jaccard >= 0.15f;
}

#endif							/* NEWS_SIGNATURE_H */
