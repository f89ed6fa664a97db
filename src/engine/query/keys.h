/*
 * keys.h
 *	  Keys of stored articles for an inverted index, and those that a query asks
 *	  for.
 *
 * A key is bytes, at most NEWS_KEY_MAX of them, compared by memcmp.  The first
 * says what it is of:
 *
 *	  n  a name: its key (namekey.h), NUL, kind
 *	  c  a code, but for that of a place or a body whose name is the code's own (Libya
 *		 has LBY, as Tripoli and the Libyans do): the name says it; of a Libya without
 *		 that code a "!" stands behind the kind
 *	  e  an event: type, NUL, status
 *	  b  a party to an event, by its name: key of the name, NUL, type and role, kind
 *	  k  the same by its code: code, NUL, type and role, and kind where the name is the
 *		 code's own, which then has no other key
 *	  p  both parties, by their codes: code, NUL, code, NUL, type
 *	  q  both parties, persons, by their family names: name, NUL, name, NUL, type
 *	  d  days of a date: level, first day (daykeys.c)
 *	  x  the same of an event
 *
 * kind is a letter, and for a kind of the user's own X, its name and NUL; A, which does
 * not tell, for whatever is no person and has a name that the lexicon does not know.  It is
 * a capital where the name is the whole name or the family name of a person, and small
 * where it is but a word of it: of names one that a prefix finds, of persons as
 * parties the last one.
 *
 * Names that the lexicon knows have a key each.  The others are a great many, rare each,
 * and would be two fifths of the index: a person is found by the first word and the
 * family name, whatever else by the first word and the most telling one, and as
 * parties to an event by these alone.  So what an index holds depends on the lexicon.
 *
 * A term of the query is a few keys that say all, and articles that have them
 * need not be looked at.  What is checked once more: a code of one kind, a name of one
 * (but of a person) that the lexicon does not know, a prefix of several words, a name that
 * is found by its words, a party whose name is, a full name of a party, two parties but for
 * two codes and two family names, and events of a status or a day besides their parties;
 * and whatever stands behind "!".
 *
 * A name without a kind asks for the keys of the kinds that the lexicon knows it in, and
 * for what there is of the others by a range: an index skips in what one key finds, and of
 * the range it usually finds nothing.  One that it does not know has two keys, that of a
 * person and that of all others.
 */
#ifndef NEWS_KEYS_H
#define NEWS_KEYS_H

#include "query/plan.h"

#define NEWS_KEY_MAX	400

/*
 * What keys are for: statistics count also the whole names, and the parties, that an
 * index finds by the words of names.
 */
typedef enum NewsKeyUse
{
	NEWS_KEYS_OF_INDEX, NEWS_KEYS_OF_STATISTICS
} NewsKeyUse;

/* The keys of a stored article, sorted or not, some perhaps twice; none for an image that is not sound. */
extern NewsStr *news_vector_keys(NewsArena *arena, NewsStr image, NewsKeyUse use, uint32_t *n);

/* Which keys a query's key stands for. */
typedef enum NewsKeyRange
{
	NEWS_KEY_EXACT,				/* this one */
	NEWS_KEY_PREFIX,			/* all that begin with it */
	NEWS_KEY_NAMES,				/* names that begin with it, of the kind */
	NEWS_KEY_WORDS,				/* words of names that are it, of the kind */
	NEWS_KEY_KINDS,				/* names that are it, of kinds that have no key of their own in the query */
	NEWS_KEY_PARTY_NAMES,		/* parties of that name and type, of kinds that have no key of their own; of any type: of the role and kind */
	NEWS_KEY_PARTY_CODES,		/* parties of that code and role, of any type */
	NEWS_KEY_PAIRS,				/* pairs of any type, or of any where the parties are equal sides */
	NEWS_KEY_DAYS				/* of the same level, that share a day with days */
} NewsKeyRange;

/* A bit for each NewsKind, and for NEWS_NO_KIND. */
static inline uint32_t
news_kind_bit(int kind)
{
	return UINT32_C(1) << (kind - NEWS_NO_KIND);
}

typedef struct NewsQueryKey
{
	NewsStr		key;
	NewsKeyRange range;
	const NewsPlanName *name;	/* NAMES, WORDS */
	bool		untold;			/* NAMES: those alone that do not tell their kind */
	int			kind;			/* PARTY_NAMES of any type: or NEWS_ANY_KIND */
	uint32_t	asked;			/* KINDS, PARTY_NAMES: those that have (news_kind_bit) */
	NewsStr		kind_key;		/* PARTY_NAMES of any type: of a kind of the user's own */
	bool		words;			/* PARTY_NAMES: persons, also by a word of the name */
	bool		any_type;		/* PARTY_NAMES: the key ends before the type */
	bool		recipient;		/* PARTY_*: the role */
	bool		mutual;			/* PAIRS: of equal sides alone */
	NewsDays	days;			/* of keys of days */
	bool		maybe;			/* one that has the key is to be checked once more */
	bool		companion;		/* says nothing but beside the key that it is a companion of */
	uint32_t	first_companion;	/* of its companions, which stand together, one must be there, too; none: both 0 */
	uint32_t	end_companion;
} NewsQueryKey;

/* What a group of keys is about: for estimates. */
typedef enum NewsKeyTopic
{
	NEWS_TOPIC_NAME, NEWS_TOPIC_DATE, NEWS_TOPIC_TYPE, NEWS_TOPIC_PARTY, NEWS_TOPIC_PAIR, NEWS_TOPIC_DAY
} NewsKeyTopic;

/* Of a term: one of these keys must be there.  Groups of a term may share keys. */
typedef struct NewsKeyGroup
{
	uint32_t	node;			/* the term; groups stand in its order */
	NewsKeyTopic topic;
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
	bool		all_exact;		/* those of all terms do */
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
