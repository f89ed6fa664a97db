/*
 * query.h
 *	  Queries over stored articles: what the SQL type newsquery holds.
 *
 * An image is the same bytes on every machine:
 *
 *	  version, flags			one byte each
 *	  number of nodes
 *	  nodes in postfix order
 *
 * A node is an operator or a term; a term holds its words as the user wrote them.
 * Names are looked up when a query is made ready to run, so a stored query
 * follows the lexicon.
 */
#ifndef NEWS_QUERY_H
#define NEWS_QUERY_H

#include "annotate.h"
#include "base/error.h"

#define NEWS_QUERY_VERSION		1
#define NEWS_QUERY_MAX_NODES	10000
#define NEWS_QUERY_MAX_STR		1000	/* bytes of a name */

#define NEWS_ANY_KIND			(-1)

typedef enum NewsQueryOp
{
	NEWS_QUERY_NOT = 1,
	NEWS_QUERY_AND,
	NEWS_QUERY_OR,
	NEWS_QUERY_SENTENCE,		/* <s>: both names in one sentence */
	NEWS_QUERY_NAME,
	NEWS_QUERY_DATE,
	NEWS_QUERY_EVENT
} NewsQueryOp;

/* A name as the user wrote it. */
typedef struct NewsQueryName
{
	int			kind;			/* NewsKind or NEWS_ANY_KIND */
	NewsStr		kind_name;		/* of the user's own; s NULL for other kinds */
	NewsStr		name;			/* s NULL: whatever is of the kind, a prefix without letters; of no kind, anybody or nobody (parties alone) */
	bool		prefix;
} NewsQueryName;

/* Is somebody asked for? */
static inline bool
news_query_name_given(const NewsQueryName *name)
{
	return name->name.s || name->kind != NEWS_ANY_KIND;
}

typedef struct NewsQueryNode
{
	NewsQueryOp op;
	NewsQueryName name;			/* NAME */
	NewsDays	during;			/* DATE, EVENT: NEWS_NO_DAYS for any; an open end is NEWS_QUERY_FIRST_DAY or _LAST_DAY */
	NewsStr		type;			/* EVENT: s NULL for any */
	NewsQueryName actor;		/* EVENT */
	NewsQueryName recipient;	/* EVENT */
	uint32_t	statuses;		/* EVENT: bit of each NewsStatus that is wanted, never 0 */
	uint32_t	weights;		/* terms: bit of each weight that the mention may have; 0 for any */
} NewsQueryNode;

#define NEWS_QUERY_FIRST_DAY	(-2440588)	/* as NEWS_VECTOR_MIN_DAY */
#define NEWS_QUERY_LAST_DAY		2145042541	/* exclusive */
#define NEWS_ALL_STATUSES		0x1F
#define NEWS_ALL_WEIGHTS		0x0F

typedef struct NewsQuery
{
	NewsQueryNode *nodes;		/* postfix */
	uint32_t	nnodes;			/* 1 or more */
} NewsQuery;

/* Reads the text form (see parse.c); returns false and sets *error on a syntax error. */
extern bool news_query_parse(NewsArena *arena, NewsStr text, NewsQuery *query, NewsError *error);

/*
 * Reads what somebody typed into a search field (see websearch.c): never an
 * error.  Returns false when there is nothing in it to look for.
 */
extern bool news_query_websearch(NewsArena *arena, NewsStr text, NewsQuery *query);

/*
 * The part of a query that an index can be asked for, without what stands behind
 * a "!" (see indexed.c).  Returns false when nothing is left: all of the index
 * has to be read.
 */
extern bool news_query_indexed(NewsArena *arena, const NewsQuery *query, NewsQuery *out);

/* The text form of a query, with a NUL behind it that does not count. */
extern NewsStr news_query_print(NewsArena *arena, const NewsQuery *query);

/* The image of a query. */
extern NewsStr news_query_encode(NewsArena *arena, const NewsQuery *query);

/* Unpacks an image, any bytes: returns false and sets *error where it is not sound.  Strings point into the image. */
extern bool news_query_decode(NewsArena *arena, NewsStr image, NewsQuery *query, NewsError *error);

#endif							/* NEWS_QUERY_H */
