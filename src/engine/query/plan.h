/*
 * plan.h
 *	  A query made ready to run: against stored articles one by one, or against
 *	  an index of their keys.
 *
 * What counts as a match is defined once, here and in keys.h:
 *
 * A name matches an entity whose name has the same key (namekey.h), or whose
 * name is one of those the lexicon has under that spelling; a person also where
 * either is its family name, or the last words of that; any entity by its code,
 * written as it is (without small letters, where the query gives no kind).  A prefix matches
 * at the beginning of a name, of every later word in it that has a capital and is
 * no common noun, and of a person's family name.
 *
 * A date matches any date of the text that shares a day with it; an event's own
 * day counts for the event alone.
 *
 * An event matches one event of the text in all that is given: type, actor and
 * recipient (as names above, with the party's own code), day and status.  Of
 * AGREE, CONSULT and COOPERATE the two may change places.
 *
 * A term with weights matches by mentions of those weights alone.
 */
#ifndef NEWS_PLAN_H
#define NEWS_PLAN_H

#include "names/namekey.h"
#include "query/query.h"
#include "vector/vector.h"

typedef enum NewsTruth
{
	NEWS_FALSE, NEWS_TRUE, NEWS_MAYBE
} NewsTruth;

typedef struct NewsPlanReading
{
	int			kind;
	NewsStr		key;
} NewsPlanReading;

typedef struct NewsPlanName
{
	bool		any;			/* nobody is asked for: all match */
	bool		prefix;
	int			kind;			/* NewsKind or NEWS_ANY_KIND */
	NewsStr		kind_key;		/* key of the name of a kind of the user's own */
	NewsStr		key;			/* of the name as written; empty for whatever is of the kind, which is a prefix */
	NewsStr		code;			/* the name as a code; s NULL when it is not read so */
	NewsPlanReading readings[NEWS_NAME_READINGS + 1];	/* the lexicon's, and a body written otherwise */
	uint32_t	nreadings;
	const uint32_t *quick;		/* what the filter of an article must have (quick.c); NULL where that is not known */
} NewsPlanName;

typedef struct NewsPlanNode
{
	NewsQueryOp op;
	NewsPlanName name;			/* NAME */
	NewsDays	during;			/* DATE, EVENT */
	NewsStr		type;			/* EVENT: s NULL for any */
	uint32_t	type_hash;		/* of it, for the filter */
	NewsPlanName actor;			/* EVENT */
	NewsPlanName recipient;		/* EVENT */
	uint32_t	statuses;		/* EVENT */
	uint32_t	weights;		/* NAME, DATE, EVENT: 0 for any */
} NewsPlanNode;

typedef struct NewsPlan
{
	NewsPlanNode *nodes;		/* postfix */
	uint32_t	nnodes;
	bool		conjunction;	/* all terms must be there: no "!", no "|" */
	bool		has_names;
	bool		has_dates;
	bool		has_events;
	bool		has_sentences;
	bool		has_weights;

	/* scratch memory of news_plan_match; grows in the arena */
	NewsArena  *arena;
	NewsTruth  *truth;			/* by node */
	NewsTruth  *stack;
	NewsVectorEntity *entities;
	uint32_t	entity_room;
	NewsVectorMention *mentions;
	uint32_t	mention_room;
} NewsPlan;

/* Looks up the names of a query in the lexicon.  The plan and all of it live in the arena. */
extern NewsPlan *news_plan_make(NewsArena *arena, const NewsQuery *query);

/* For the filter of an article, in the arena: alternatives, each a number and so many hashes that must be there, and 0. */
extern const uint32_t *news_quick_name(NewsArena *arena, const NewsPlanName *name);

/* May an article with this filter match? */
extern bool news_plan_may_match(NewsPlan *plan, NewsStr filter);

/* Does the stored article match?  False for an image that is not sound. Not to be called from two threads. */
extern bool news_plan_match(NewsPlan *plan, NewsStr image);

/* Do they share a day?  False where a is unknown. */
static inline bool
news_days_overlap(NewsDays a, NewsDays b)
{
	return a.from != NEWS_NO_DAY && a.from < b.to && b.from < a.to;
}

/* Sets hits, by node, for the names of the plan that the entity answers to; leaves the rest as it is. */
extern void news_plan_entity_hits(const NewsPlan *plan, const NewsVectorEntity *entity, bool *hits);

/* Does the event match this node, which asks for one? */
extern bool news_plan_event_matches(const NewsPlanNode *wanted, const NewsVectorEvent *event);

/*
 * Truth of the whole query from that of its terms, by node.  Of operators, <s>
 * alone has an entry of its own: what is true when both its names are there.
 * Behind "!", what is not there has the truth not_there: TRUE for an article that was
 * read, MAYBE where absence is no proof.
 */
extern NewsTruth news_plan_combine(NewsPlan *plan, const NewsTruth *truth, NewsTruth not_there);

#endif							/* NEWS_PLAN_H */
