/*
 * relevance.c
 *	  The names and events of a query, any of them, asked of one sentence or event
 *	  at a time.
 *
 * Each is made a small stored form and matched as an article would be, so that
 * what counts as a match is defined in one place.
 */
#include "timeline/relevance.h"

#include <stdlib.h>

struct NewsRelevance
{
	NewsPlan   *names;			/* NULL where the query has none */
	NewsPlan   *events;			/* likewise */
};

/* ---- The query ---- */

static bool
says_something(const NewsQueryNode *node)
{
	return node->op == NEWS_QUERY_NAME || node->type.s || news_query_name_given(&node->actor) || news_query_name_given(&node->recipient);
}

/*
 * Marks the terms that stand under no "not".  From the last node backwards each
 * operator comes before its operands, so a stack of signs is enough.
 */
static bool *
positive_terms(NewsArena *arena, const NewsQuery *query)
{
	bool	   *positive = NEWS_NEW0(arena, bool, query->nnodes);
	bool	   *signs = NEWS_NEW(arena, bool, query->nnodes + 1);
	uint32_t	n = 0;

	signs[n++] = true;
	for (uint32_t i = query->nnodes; i-- > 0 && n > 0;)
	{
		bool		sign = signs[--n];

		switch (query->nodes[i].op)
		{
			case NEWS_QUERY_NOT:
				signs[n++] = !sign;
				break;
			case NEWS_QUERY_AND:
			case NEWS_QUERY_OR:
			case NEWS_QUERY_SENTENCE:
				signs[n++] = sign;
				signs[n++] = sign;
				break;
			default:
				positive[i] = sign;
		}
	}
	return positive;
}

/* Any of the positive terms of one sort; NULL where there is none. */
static NewsPlan *
plan_any(NewsArena *arena, const NewsQuery *query, const bool *positive, NewsQueryOp sort)
{
	NewsQuery	any = {NEWS_NEW(arena, NewsQueryNode, 2 * (size_t) query->nnodes), 0};

	for (uint32_t i = 0; i < query->nnodes; i++)
	{
		NewsQueryNode term = query->nodes[i];
		bool		first = any.nnodes == 0;

		if (!positive[i] || term.op != sort || !says_something(&term))
			continue;
		term.during = NEWS_NO_DAYS;
		term.statuses = NEWS_ALL_STATUSES;
		any.nodes[any.nnodes++] = term;
		if (!first)
			any.nodes[any.nnodes++] = (NewsQueryNode) {.op = NEWS_QUERY_OR};
	}
	return any.nnodes ? news_plan_make(arena, &any) : NULL;
}

NewsRelevance *
news_relevance_make(NewsArena *arena, const NewsQuery *query)
{
	bool	   *positive = positive_terms(arena, query);
	NewsRelevance *relevance = NEWS_NEW(arena, NewsRelevance, 1);

	relevance->names = plan_any(arena, query, positive, NEWS_QUERY_NAME);
	relevance->events = plan_any(arena, query, positive, NEWS_QUERY_EVENT);
	return relevance->names || relevance->events ? relevance : NULL;
}

/* ---- Sentences ---- */

/* Where an entity stands. */
typedef struct Standing
{
	uint32_t	sentence;
	uint32_t	entity;
} Standing;

static int
compare_standing(const void *pa, const void *pb)
{
	const Standing *a = pa;
	const Standing *b = pb;

	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->entity > b->entity) - (a->entity < b->entity);
}

static Standing *
list_standings(NewsArena *arena, const NewsVector *vector, uint32_t *n)
{
	Standing   *all;
	uint32_t	room = 0;

	for (uint32_t i = 0; i < vector->nentities; i++)
		room += vector->entities[i].mentions.n;
	all = NEWS_NEW(arena, Standing, room);
	*n = 0;
	for (uint32_t i = 0; i < vector->nentities; i++)
		for (uint32_t k = 0; k < vector->entities[i].mentions.n; k++)
			all[(*n)++] = (Standing) {vector->entities[i].mentions.items[k].sentence, i};
	qsort(all, *n, sizeof(Standing), compare_standing);
	return all;
}

/* Sentences with an event or a date. */
static bool *
worth_asking(NewsArena *arena, const NewsVector *vector)
{
	bool	   *worth = NEWS_NEW0(arena, bool, vector->sentences + 1);

	for (uint32_t i = 0; i < vector->nevents; i++)
		if (vector->events[i].mention.sentence <= vector->sentences)
			worth[vector->events[i].mention.sentence] = true;
	for (uint32_t i = 0; i < vector->ndates; i++)
		for (uint32_t k = 0; k < vector->dates[i].mentions.n; k++)
			if (vector->dates[i].mentions.items[k].sentence <= vector->sentences)
				worth[vector->dates[i].mentions.items[k].sentence] = true;
	return worth;
}

static const NewsVectorMention here = {1, 1, 1, 100};

/* Are the query's names in a sentence?  *next is the first standing that is there or later. */
static bool
names_match(NewsRelevance *relevance, NewsArena *arena, const NewsVector *vector, const Standing *standings, uint32_t n,
			uint32_t *next, uint32_t sentence)
{
	NewsVectorMention mention = here;
	NewsVector	small = {.chars = 1, .sentences = 1};
	uint32_t	end;

	while (*next < n && standings[*next].sentence < sentence)
		(*next)++;
	for (end = *next; end < n && standings[end].sentence == sentence; end++)
		;
	if (end == *next)
		return false;
	small.entities = NEWS_NEW(arena, NewsVectorEntity, end - *next);
	for (uint32_t i = *next; i < end; i++)
	{
		if (i > *next && standings[i].entity == standings[i - 1].entity)
			continue;
		small.entities[small.nentities] = vector->entities[standings[i].entity];
		small.entities[small.nentities++].mentions = (NewsVectorMentions) {&mention, 1};
	}
	return news_plan_match(relevance->names, news_vector_encode(arena, &small));
}

static bool
event_matches(NewsRelevance *relevance, NewsArena *arena, const NewsVectorEvent *event)
{
	NewsVectorEvent copy = *event;
	NewsVector	small = {.chars = 1, .sentences = 1, .events = &copy, .nevents = 1};

	copy.mention = here;
	return news_plan_match(relevance->events, news_vector_encode(arena, &small));
}

static void
ask_names(NewsRelevance *relevance, NewsArena *arena, const NewsVector *vector, NewsRelevant *relevant)
{
	uint32_t	n;
	Standing   *standings = list_standings(arena, vector, &n);
	bool	   *worth = worth_asking(arena, vector);
	uint32_t	next = 0;

	for (uint32_t i = 1; i <= vector->sentences; i++)
		relevant->sentences[i] = worth[i] && names_match(relevance, arena, vector, standings, n, &next, i);
	for (uint32_t i = 0; i < vector->nevents; i++)
		if (vector->events[i].mention.sentence <= vector->sentences)
			relevant->events[i] = relevant->sentences[vector->events[i].mention.sentence];
}

static void
ask_events(NewsRelevance *relevance, NewsArena *arena, const NewsVector *vector, NewsRelevant *relevant)
{
	for (uint32_t i = 0; i < vector->nevents; i++)
	{
		const NewsVectorEvent *event = &vector->events[i];

		if (!event_matches(relevance, arena, event))
			continue;
		relevant->events[i] = true;
		if (event->mention.sentence <= vector->sentences)
			relevant->sentences[event->mention.sentence] = true;
	}
}

NewsRelevant *
news_relevance_of(NewsRelevance *relevance, NewsArena *arena, const NewsVector *vector)
{
	NewsRelevant *relevant = NEWS_NEW(arena, NewsRelevant, 1);

	relevant->sentences = NEWS_NEW0(arena, bool, vector->sentences + 1);
	relevant->events = NEWS_NEW0(arena, bool, vector->nevents);
	if (relevance->names)
		ask_names(relevance, arena, vector, relevant);
	if (relevance->events)
		ask_events(relevance, arena, vector, relevant);
	return relevant;
}
