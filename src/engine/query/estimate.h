/*
 * estimate.h
 *	  How many articles a query will find, from statistics of their keys.
 *
 * Statistics are tables of what is most common: keys (keys.h), and groups of keys,
 * for what a query asks by a range.  A group is the beginning of a key, one of
 *
 *	  space			all keys of the space: the first byte of a key
 *	  n prefix		names, of 1 to 3 bytes
 *	  e type		events of whatever status
 *	  b name NUL	parties of that name; also with type and role
 *	  k code NUL	parties of that code
 *	  p both NUL	pairs of parties
 *
 * An article is counted once for each group that one of its keys is in.
 */
#ifndef NEWS_ESTIMATE_H
#define NEWS_ESTIMATE_H

#include "query/keys.h"
#include "query/shares.h"

/* The most groups that a key is in. */
#define NEWS_KEY_GROUPS_MAX		4

/* Groups of names are by so many bytes. */
#define NEWS_PREFIX_MAX			3

/* Sets the groups of a key, the first bytes of it, and returns how many. */
extern uint32_t news_key_groups(NewsStr key, NewsStr *groups);

/* Is it a key of days: of a date, or an event? */
static inline bool
news_key_is_days(NewsStr key)
{
	return key.len > 0 && (key.s[0] == 'd' || key.s[0] == 'x');
}

/* Keys that can be read, in order of their bytes (memcmp, then length), and the share of articles that have each. */
typedef struct NewsFrequencies
{
	const NewsStr *items;
	const float *shares;
	uint32_t	n;
} NewsFrequencies;

typedef struct NewsKeyStatistics
{
	NewsShares	keys;
	NewsShares	groups;
	NewsFrequencies names;		/* the same keys, or of them those of names at least; where the query has a prefix */
	NewsFrequencies days;		/* keys of days; where the query has days */
} NewsKeyStatistics;

/* Does an estimate read names, or days?  Most queries are of whole names alone, and reading these tables takes time. */
extern bool news_query_needs_names(const NewsPlan *plan);
extern bool news_query_needs_days(const NewsPlan *plan);

/* The share of articles, 0..1, that match the query; statistics NULL: none are known. */
extern double news_query_estimate(NewsQueryKeys *keys, const NewsKeyStatistics *statistics);

#endif							/* NEWS_ESTIMATE_H */
