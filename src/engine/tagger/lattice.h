/*
 * lattice.h
 *	  The labels that one chain of tokens may have: the best ones, and how sure
 *	  they are.
 *
 * Viterbi's algorithm, and sums forward and backward, scaled to 1 at each token
 * (Rabiner 1989).  Labels fall in three groups, each of which lies side by side,
 * so that several are computed at a time: those that open something (outside,
 * begin and single of each kind), those that close something (outside, end and
 * single), and inside and end of each kind, which only that kind leads to.
 */
#ifndef NEWS_LATTICE_H
#define NEWS_LATTICE_H

#include "tagger/features.h"

typedef struct NewsLattice
{
	const int16_t (*transition)[NEWS_MODEL_MAX_STRIDE];
	int			nkinds;
	int			stride;			/* of scores */
	float		unit;			/* what a score of 1 is worth */
	int			nedge;			/* outside, and two labels of each kind */
	int			edge;			/* lanes for them: nedge rounded up */
	int			inner;			/* lanes for one label of each kind */
	int			width;			/* of a token: edge + 2 * inner */
	int32_t    *ways;			/* scores of transitions: [closing][opening lane], then [4][inner lane] within names */
	int32_t		least[1 + 2 * NEWS_MODEL_MAX_KINDS];	/* [closing]: the worst of its ways */
	int32_t		most[1 + 2 * NEWS_MODEL_MAX_KINDS];		/* [closing]: the best */
	uint8_t		opening[1 + 2 * NEWS_MODEL_MAX_KINDS];	/* label of an opening lane */
	uint8_t		closing[1 + 2 * NEWS_MODEL_MAX_KINDS];	/* closing labels in order */
	uint8_t		closed[1 + 2 * NEWS_MODEL_MAX_KINDS];	/* [closing]: its lane */
	float	   *odds;			/* ways, exponentiated; NULL while not needed */
	int32_t    *best;			/* [2][width] */
	int32_t    *back;			/* [token][width]: number of a closing label, or 0 from begin and -1 from inside */
	float	   *weight;			/* [token][width]: scores exponentiated */
	float	   *forward;		/* [token][width] */
	float	   *backward;		/* [token][width]: sums from opening lanes, inside, end */
	float	   *scale;			/* [token] */
	NewsArena  *arena;
} NewsLattice;

/* Buffers for chains of up to NEWS_CHAIN_MAX tokens. */
extern void news_lattice_init(NewsLattice *lattice, NewsArena *arena, const int16_t (*transition)[NEWS_MODEL_MAX_STRIDE],
							  int nkinds, int stride, float unit);

/* The best labelling of a chain of n tokens by their scores, [token][label]; labels has room for n. */
extern void news_lattice_best(NewsLattice *lattice, const int16_t *scores, uint32_t n, uint8_t *labels);

/* Sums over all labellings of a chain. */
extern void news_lattice_sum(NewsLattice *lattice, const int16_t *scores, uint32_t n);

/* After news_lattice_sum: the probability that tokens first up to end have just these labels. */
extern float news_lattice_span(const NewsLattice *lattice, uint32_t first, uint32_t end, const uint8_t *labels);

#endif							/* NEWS_LATTICE_H */
