/*
 * estimate.h
 *	  How many articles a query will find, from statistics of their keys.
 *
 * Statistics are two tables of what is most common: keys (keys.h), and groups of
 * keys, for what a query asks by a range.  A group is one of
 *
 *	  space			all keys of the space: the first byte of a key
 *	  n prefix		names, of 1 to 3 bytes
 *	  e type		events of whatever status
 *
 * An article is counted once for each group that one of its keys is in.
 */
#ifndef NEWS_ESTIMATE_H
#define NEWS_ESTIMATE_H

#include "query/keys.h"

/* The most groups that a key is in, and the most bytes that they take together. */
#define NEWS_KEY_GROUPS_MAX		4
#define NEWS_KEY_GROUPS_SIZE	64

/* Groups of names are by so many bytes. */
#define NEWS_PREFIX_MAX			3

/* Writes the groups of a key, whose bytes lie in room (NEWS_KEY_GROUPS_SIZE), and returns how many. */
extern uint32_t news_key_groups(NewsStr key, NewsStr *groups, char *room);

/* In order of the bytes (memcmp, then length): keys or groups and the share of articles that have each. */
typedef struct NewsFrequencies
{
	const NewsStr *items;
	const float *shares;
	uint32_t	n;
	double		least;			/* what is not here has a smaller share; 0 when all there is is here */
	double		one;			/* share of one article of the sample */
} NewsFrequencies;

typedef struct NewsKeyStatistics
{
	NewsFrequencies keys;
	NewsFrequencies groups;
} NewsKeyStatistics;

/* Does an estimate read the groups? Not that of whole names alone: most queries, and reading statistics takes time. */
extern bool news_query_needs_groups(const NewsPlan *plan);

/* The share of articles, 0..1, that match the query; statistics NULL: none are known. */
extern double news_query_estimate(NewsQueryKeys *keys, const NewsKeyStatistics *statistics);

#endif							/* NEWS_ESTIMATE_H */
