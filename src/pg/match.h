/*
 * match.h
 *	  Queries ready to run, for the operators and the index.
 */
#ifndef NEWS_MATCH_H
#define NEWS_MATCH_H

#include "values.h"

#include "nodes/pathnodes.h"

/* The plan of a detoasted query; it and a copy of the query live in the session. */
extern NewsPlan *news_query_plan(NewsSession *session, const struct varlena *query);

/*
 * The plan of argument n of the call, a query that is not NULL.  It is kept for as
 * long as the calls come with the same query; uses the function's fn_extra.
 */
extern NewsPlan *news_query_prepare(FunctionCallInfo fcinfo, int n);

/* Of the functions that implement @@: is the query the right argument? */
extern bool news_query_on_right(Oid function);

/* The share of rows that match, by the function that implements @@ and its arguments; varRelid as for any selectivity function. */
extern Selectivity news_match_selectivity(PlannerInfo *root, Oid function, List *args, int varRelid);

#endif							/* NEWS_MATCH_H */
