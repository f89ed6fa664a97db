/*
 * plan.c
 *	  Making a query ready to run.
 */
#include "query/plan.h"

#include "names/names.h"
#include "vector/filter.h"

static NewsStr
make_key(NewsArena *arena, NewsStr name)
{
	char		key[NEWS_NAME_KEY_MAX];
	uint32_t	len = news_name_fold(name, key, NULL, NULL);

	return (NewsStr) {news_strndup(arena, key, len), len};
}

static bool
has_small_letter(NewsStr s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (s.s[i] >= 'a' && s.s[i] <= 'z')
			return true;
	return false;
}

/* Is the name as written the family name of this one, or the last words of that? */
static bool
is_family_of(NewsArena *arena, const NewsPlanName *name, const NewsNameInfo *info)
{
	return info->kind == NEWS_PERSON && news_name_ends_with(make_key(arena, news_name_family(info->name)), name->key);
}

/*
 * Names that the lexicon has under this spelling, of the kind that is wanted,
 * other than what the spelling itself finds.
 */
static void
find_readings(NewsArena *arena, NewsStr name, NewsPlanName *out)
{
	NewsNameInfo info[NEWS_NAME_READINGS];
	uint32_t	n = news_name_find(arena, name, info, NEWS_NAME_READINGS);

	for (uint32_t i = 0; i < n; i++)
	{
		NewsPlanReading reading = {(int) info[i].kind, make_key(arena, info[i].name)};

		if (!news_str_eq(reading.key, out->key) && !is_family_of(arena, out, &info[i]) &&
			(out->kind == NEWS_ANY_KIND || out->kind == reading.kind))
			out->readings[out->nreadings++] = reading;
	}
}

/* What stands behind these words at the beginning of a key; s NULL when they do not. */
static NewsStr
behind(NewsStr key, const char *words)
{
	uint32_t	len = (uint32_t) strlen(words);

	if (key.len <= len || memcmp(key.s, words, len) != 0)
		return NEWS_NO_STR;
	return (NewsStr) {key.s + len, key.len - len};
}

static NewsStr
prefixed(NewsArena *arena, const char *prefix, NewsStr rest)
{
	uint32_t	len = (uint32_t) strlen(prefix);
	char	   *s = news_alloc(arena, len + rest.len);

	memcpy(s, prefix, len);
	memcpy(s + len, rest.s, rest.len);
	return (NewsStr) {s, len + rest.len};
}

/*
 * A body as names have it: without its article and legal form, with the acronym
 * of its owner (bodyname.c).
 */
static void
find_body(NewsArena *arena, NewsPlanName *out)
{
	NewsStr		key = news_name_without_form(out->key);
	NewsStr		rest = behind(key, "the ");

	if (rest.s)
		key = rest;
	if ((rest = behind(key, "united states ")).s)
		key = prefixed(arena, "us ", rest);
	else if ((rest = behind(key, "united kingdom ")).s)
		key = prefixed(arena, "uk ", rest);
	else if ((rest = behind(key, "un ")).s)
		key = prefixed(arena, "united nations ", rest);
	if (!news_str_eq(key, out->key) && (out->kind == NEWS_ANY_KIND || out->kind == NEWS_ORGANIZATION))
		out->readings[out->nreadings++] = (NewsPlanReading) {NEWS_ORGANIZATION, key};
}

/* What else it may stand for: a code, and names that are written otherwise. */
static void
find_others(NewsArena *arena, const NewsQueryName *name, NewsPlanName *out)
{
	if (name->kind != NEWS_ANY_KIND || !has_small_letter(name->name))
		out->code = name->name;
	if (name->kind == NEWS_OWN_KIND)
		return;
	find_readings(arena, name->name, out);
	find_body(arena, out);
}

static NewsPlanName
plan_name(NewsArena *arena, const NewsQueryName *name)
{
	NewsPlanName out = {.any = !news_query_name_given(name), .prefix = name->prefix, .kind = name->kind, .key = NEWS_STR("")};

	if (out.any)
		return out;
	if (name->kind == NEWS_OWN_KIND)
		out.kind_key = make_key(arena, name->kind_name);
	if (name->name.s)
		out.key = make_key(arena, name->name);
	if (!name->prefix)
		find_others(arena, name, &out);
	out.quick = news_quick_name(arena, &out);
	return out;
}

NewsPlan *
news_plan_make(NewsArena *arena, const NewsQuery *query)
{
	NewsPlan   *plan = NEWS_NEW0(arena, NewsPlan, 1);

	plan->arena = arena;
	plan->nnodes = query->nnodes;
	plan->nodes = NEWS_NEW0(arena, NewsPlanNode, query->nnodes);
	plan->conjunction = true;
	plan->truth = NEWS_NEW0(arena, NewsTruth, query->nnodes);
	plan->stack = NEWS_NEW0(arena, NewsTruth, query->nnodes);
	for (uint32_t i = 0; i < query->nnodes; i++)
	{
		const NewsQueryNode *from = &query->nodes[i];
		NewsPlanNode *node = &plan->nodes[i];

		node->op = from->op;
		node->during = from->during;
		node->type = from->type;
		node->statuses = from->statuses;
		node->weights = from->weights;
		if (node->op == NEWS_QUERY_NAME)
			node->name = plan_name(arena, &from->name);
		else if (node->op == NEWS_QUERY_EVENT)
		{
			node->actor = plan_name(arena, &from->actor);
			node->recipient = plan_name(arena, &from->recipient);
		}
		if (node->type.s)
			node->type_hash = news_filter_hash(NEWS_FILTER_TYPE, node->type);
		plan->conjunction &= node->op != NEWS_QUERY_NOT && node->op != NEWS_QUERY_OR;
		plan->has_names |= node->op == NEWS_QUERY_NAME;
		plan->has_dates |= node->op == NEWS_QUERY_DATE;
		plan->has_events |= node->op == NEWS_QUERY_EVENT;
		plan->has_weights |= node->weights != 0;
		plan->has_sentences |= node->op == NEWS_QUERY_SENTENCE;
	}
	return plan;
}

static NewsTruth
truth_and(NewsTruth a, NewsTruth b)
{
	if (a == NEWS_FALSE || b == NEWS_FALSE)
		return NEWS_FALSE;
	return a == NEWS_TRUE ? b : NEWS_MAYBE;
}

static NewsTruth
truth_or(NewsTruth a, NewsTruth b)
{
	if (a == NEWS_TRUE || b == NEWS_TRUE)
		return NEWS_TRUE;
	return a == NEWS_FALSE ? b : NEWS_MAYBE;
}

NewsTruth
news_plan_combine(NewsPlan *plan, const NewsTruth *truth, NewsTruth not_there)
{
	NewsTruth  *stack = plan->stack;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < plan->nnodes; i++)
		switch (plan->nodes[i].op)
		{
			case NEWS_QUERY_NOT:
				if (stack[n - 1] != NEWS_MAYBE)
					stack[n - 1] = stack[n - 1] == NEWS_FALSE ? not_there : NEWS_FALSE;
				break;
			case NEWS_QUERY_AND:
				n--;
				stack[n - 1] = truth_and(stack[n - 1], stack[n]);
				break;
			case NEWS_QUERY_OR:
				n--;
				stack[n - 1] = truth_or(stack[n - 1], stack[n]);
				break;
			case NEWS_QUERY_SENTENCE:
				n--;
				stack[n - 1] = truth_and(truth_and(stack[n - 1], stack[n]), truth[i]);
				break;
			default:
				stack[n++] = truth[i];
				break;
		}
	return stack[0];
}
