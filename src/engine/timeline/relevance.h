/*
 * relevance.h
 *	  Which sentences of a matching article are about what the query asks for.
 */
#ifndef NEWS_RELEVANCE_H
#define NEWS_RELEVANCE_H

#include "query/plan.h"

typedef struct NewsRelevance NewsRelevance;

/*
 * Readies a query; lives in the arena and points into the query.  NULL when any
 * sentence will do, as the query names neither names nor events.
 */
extern NewsRelevance *news_relevance_make(NewsArena *arena, const NewsQuery *query);

/*
 * What of an article counts: a sentence that names one of the query's names or
 * tells of one of its events; an event in a sentence of such names, or that is one
 * of the query's.  Status and day of events do not matter, so that what
 * contradicts is not left out.
 */
typedef struct NewsRelevant
{
	bool	   *sentences;		/* by number, 1-based; false for those with no event and no date */
	bool	   *events;			/* by index into the vector */
} NewsRelevant;

extern NewsRelevant *news_relevance_of(NewsRelevance *relevance, NewsArena *arena, const NewsVector *vector);

#endif							/* NEWS_RELEVANCE_H */
