/*
 * crf.h
 *	  Sums over all labellings of a chain, forward and backward, for the trainer:
 *	  every label counts there (see lattice.h for the tagger).
 *
 * Scores are exponentiated, and each token's are scaled so that they add up to
 * 1 (Rabiner 1989), which keeps them in range for chains of any length.
 */
#ifndef NEWS_CRF_H
#define NEWS_CRF_H

#include "tagger/features.h"

typedef struct NewsCrf
{
	int			nlabels;
	int			stride;			/* nlabels rounded up to 16; what lies behind nlabels is 0 */
	float	   *transition;		/* [from][to], exponentiated; 0 where there is no way */
	float	   *emission;		/* [token][label], exponentiated; changed in place by nobody */
	float	   *forward;		/* [token][label] */
	float	   *backward;		/* [token][label] */
	float	   *scale;			/* [token] */
} NewsCrf;

/* Buffers for chains of up to NEWS_CHAIN_MAX tokens. */
extern void news_crf_init(NewsCrf *crf, NewsArena *arena, int nlabels);

/*
 * Fills forward, backward and scale for n tokens.  A label's probability at a
 * token is then forward * backward, summed to 1.  allowed (a bit a label, by
 * token) restricts the labels; NULL for none.  Returns the logarithm of the
 * sum, or -INFINITY where nothing is allowed.
 */
extern float news_crf_sum(NewsCrf *crf, uint32_t n, const uint64_t *allowed);

#endif							/* NEWS_CRF_H */
