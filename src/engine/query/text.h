/*
 * text.h
 *	  What the reader and the writer of a query's text form share.
 */
#ifndef NEWS_QUERY_TEXT_H
#define NEWS_QUERY_TEXT_H

#include "base/scan.h"
#include "query/query.h"
#include "vector/vector.h"

/* Characters, besides letters and digits, of a name that needs no quotes. */
#define NAME_ALSO	".-'/#$%+"
/* The same of a kind of the user's own. */
#define KIND_ALSO	"-"

/* Is it, without quotes, a built-in kind, or that of dates? */
static inline bool
news_names_kind(NewsStr s)
{
	return news_kind_of(s) != NEWS_OWN_KIND || news_str_eq(s, NEWS_STR("date"));
}

/* Appends a node of no kind, no name and no days; *room is that of the nodes. */
extern NewsQueryNode *news_query_add_node(NewsArena *arena, NewsQuery *query, uint32_t *room, NewsQueryOp op);

/* Reads one term and appends its node; false, and nothing appended, where there is none. */
extern bool news_query_parse_term(NewsScan *scan, NewsQuery *query, uint32_t *room);

/* How tightly an operator binds; 0 for a parenthesis. */
static inline int
news_query_priority(NewsQueryOp op)
{
	switch (op)
	{
		case NEWS_QUERY_OR:
			return 1;
		case NEWS_QUERY_AND:
			return 2;
		case NEWS_QUERY_NOT:
			return 3;
		case NEWS_QUERY_SENTENCE:
			return 4;
		default:
			return 5;
	}
}

#endif							/* NEWS_QUERY_TEXT_H */
