/*
 * keys.h
 *	  Keys of stored articles for an inverted index, and those that a query asks
 *	  for.
 *
 * A key is bytes, at most NEWS_KEY_MAX of them, compared by memcmp.  The first
 * says what it is of:
 *
 *	  n  a name: key of the name (or of its end, from a word on) NUL kind form
 *	  c  a code
 *	  b  a party to an event: hash of the last word of its name, or of its code; hash of type and role
 *	  e  an event: type NUL status
 *	  d  days of a date: class of length, first day, days
 *	  x  the same of an event
 *
 * kind is a letter, and for a kind of the user's own X, its name and NUL.  form is
 * = for the whole name and a person's family name, ~ for the end of a name that
 * only a prefix finds.  So every name, date and event term is a few keys that say
 * all; a code of one kind, and events with parties or a day, are checked once more.
 * The hashes of a party are short, because there are many; that they say little
 * more than that an event of the type has such a party of that last name is enough
 * to leave few articles to look at.
 *
 * A name without a kind asks for one key, of the kind that it most likely is, and
 * for what there is of the other kinds by a range: an index passes quickly over
 * what one key finds, and of the range it usually finds nothing.
 */
#ifndef NEWS_KEYS_H
#define NEWS_KEYS_H

#include "query/plan.h"

#define NEWS_KEY_MAX	256

/* The keys of a stored article, sorted or not, some perhaps twice; none for an image that is not sound. */
extern NewsStr *news_vector_keys(NewsArena *arena, NewsStr image, uint32_t *n);

/* Which keys a query's key stands for. */
typedef enum NewsKeyRange
{
	NEWS_KEY_EXACT,				/* this one */
	NEWS_KEY_PREFIX,			/* all that begin with it */
	NEWS_KEY_NAMES,				/* names that begin with it, of the kind */
	NEWS_KEY_KINDS,				/* names that are it, of all kinds but that of the key before */
	NEWS_KEY_DAYS				/* of the same class of length, that share a day with days */
} NewsKeyRange;

typedef struct NewsQueryKey
{
	NewsStr		key;
	NewsKeyRange range;
	const NewsPlanName *name;	/* NAMES */
	NewsStr		but;			/* KINDS: the key that is left out */
	NewsDays	days;			/* of keys of days */
	bool		maybe;			/* one that has the key is to be checked once more */
} NewsQueryKey;

/* Of a term: one of these keys must be there. */
typedef struct NewsKeyGroup
{
	uint32_t	node;			/* the term; groups stand in its order */
	uint32_t	first;
	uint32_t	end;
} NewsKeyGroup;

typedef struct NewsQueryKeys
{
	NewsPlan   *plan;
	NewsQueryKey *keys;
	uint32_t	nkeys;
	uint32_t	key_room;
	NewsKeyGroup *groups;
	uint32_t	ngroups;
	uint32_t	group_room;
	bool	   *exact;			/* by node: the keys say all */
	bool		needs_all;		/* an article with none of the keys may match */
} NewsQueryKeys;

/* Lives in the plan's arena. */
extern NewsQueryKeys *news_query_keys(NewsPlan *plan);

/*
 * Does the index key lie in the range?  0 when it does; below 0 when it does not,
 * but later ones may; above 0 when no later one does.
 */
extern int	news_key_compare(const NewsQueryKey *wanted, NewsStr key);

/* Truth of the query for an article, by whether it has each key: has holds a NewsTruth in each byte. */
extern NewsTruth news_keys_combine(NewsQueryKeys *keys, const char *has);

#endif							/* NEWS_KEYS_H */
