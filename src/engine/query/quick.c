/*
 * quick.c
 *	  What the filter of an article (filter.h) says of a query, before it is read.
 *
 * A name may be there where all words of it are, or of another spelling, or its code; of
 * a prefix all words but the last one.  An event may be there where its type and both
 * parties are.  Dates are not in the filter.
 */
#include "query/plan.h"

#include "vector/filter.h"

/* A name, its readings, and its code. */
#define MAX_ALTERNATIVES	(NEWS_NAME_READINGS + 3)

/* Adds one alternative: how many hashes, and the hashes. Returns the length of all. */
static uint32_t
add_words(uint32_t *out, uint32_t n, NewsStr key)
{
	uint32_t	end = news_filter_words(key, out + n + 1);

	out[n] = end;
	return n + 1 + end;
}

/* The words of a prefix that are whole. */
static NewsStr
whole_words(const NewsPlanName *name)
{
	NewsStr		last = news_name_last_word(name->key);

	if (!name->prefix)
		return name->key;
	return (NewsStr) {name->key.s, name->key.len - last.len - (last.len < name->key.len)};
}

const uint32_t *
news_quick_name(NewsArena *arena, const NewsPlanName *name)
{
	uint32_t	out[MAX_ALTERNATIVES * (NEWS_FILTER_WORDS_MAX + 1)];
	NewsStr		words = name->any ? NEWS_NO_STR : whole_words(name);
	uint32_t	n = 0;
	uint32_t   *copy;

	if (words.len == 0)
		return NULL;
	n = add_words(out, n, words);
	for (uint32_t i = 0; i < name->nreadings; i++)
		n = add_words(out, n, name->readings[i].key);
	if (name->code.s)
	{
		out[n++] = 1;
		out[n++] = news_filter_hash(NEWS_FILTER_CODE, news_code_key(name->code));
	}
	out[n++] = 0;
	copy = NEWS_NEW(arena, uint32_t, n);
	memcpy(copy, out, n * sizeof(*copy));
	return copy;
}

/* Has the filter all of one alternative? */
static bool
may_have(NewsStr filter, const uint32_t *alternative)
{
	if (alternative == NULL)
		return true;
	for (; *alternative; alternative += 1 + *alternative)
	{
		uint32_t	i = 1;

		while (i <= *alternative && news_filter_has(filter, alternative[i]))
			i++;
		if (i > *alternative)
			return true;
	}
	return false;
}

static bool
may_match(NewsStr filter, const NewsPlanNode *node)
{
	switch (node->op)
	{
		case NEWS_QUERY_NAME:
			return may_have(filter, node->name.quick);
		case NEWS_QUERY_EVENT:
			return (node->type.s == NULL || news_filter_has(filter, node->type_hash)) &&
				may_have(filter, node->actor.quick) && may_have(filter, node->recipient.quick);
		default:
			return true;
	}
}

bool
news_plan_may_match(NewsPlan *plan, NewsStr filter)
{
	for (uint32_t i = 0; i < plan->nnodes; i++)
	{
		bool		may = may_match(filter, &plan->nodes[i]);

		if (!may && plan->conjunction)
			return false;
		plan->truth[i] = may ? NEWS_MAYBE : NEWS_FALSE;
	}
	return plan->conjunction || news_plan_combine(plan, plan->truth, NEWS_TRUE) != NEWS_FALSE;
}
