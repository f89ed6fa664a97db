/*
 * hits.h
 *	  Where a stored article answers to a query, and how prominently.
 */
#ifndef NEWS_HITS_H
#define NEWS_HITS_H

#include "query/plan.h"

/* One mention, of a name or a date or the trigger of an event, that a term of the query asks for. */
typedef struct NewsHit
{
	uint32_t	node;			/* the term */
	const NewsVectorMention *mention;
} NewsHit;

typedef struct NewsHits
{
	NewsHit    *items;			/* by node, then by sentence and position */
	uint32_t	n;
	uint32_t   *first;			/* by node: index of its first hit; one more behind the last node */
} NewsHits;

/* All hits of a plan in a vector, of the weights that are asked for, also of terms behind "!". */
extern NewsHits news_plan_hits(NewsArena *arena, const NewsPlan *plan, const NewsVector *vector);

/*
 * Moves *i, a hit of node a, and *j, one of node b, on to the next two that share a
 * sentence; false when there are no more.
 */
extern bool news_hits_share(const NewsHits *hits, uint32_t a, uint32_t b, uint32_t *i, uint32_t *j);

/* Does the stored article match?  As news_plan_match, for a plan with weights. */
extern bool news_plan_match_weights(NewsPlan *plan, NewsStr image);

/* Of each node: is it asked for, and not behind an odd number of "!"?  Lives in the arena. */
extern bool *news_plan_wanted(NewsArena *arena, const NewsPlan *plan);

/* Weights of a mention by the weight of its zone, as ts_rank has them: D, C, B, A. */
#define NEWS_RANK_WEIGHTS		{0.1f, 0.2f, 0.4f, 1.0f}
/* In a text without weights so many sentences are the lead, and have the weight B. */
#define NEWS_RANK_LEAD			2

/*
 * How prominent what the query asks for is in the article, from 0 (it does not
 * match) to below 1:
 *
 *	  a mention		its weight times its score
 *	  a term		S / (S + 1), S the sum over its mentions
 *	  a <s> b		the same, S the sum over sentences that have both of the heaviest mention
 *	  a & b			a times b
 *	  a | b			1 - (1 - a)(1 - b)
 *	  !a			1 when there is no mention of a, else 0
 */
extern float news_plan_rank(NewsArena *arena, const NewsPlan *plan, const NewsVector *vector, const float weights[4]);

#endif							/* NEWS_HITS_H */
