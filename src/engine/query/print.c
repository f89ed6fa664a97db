/*
 * print.c
 *	  The text form of a query; parse.c describes it.
 *
 * Only the quotes and parentheses are written that the reader needs to find the
 * same query.
 */
#include "query/text.h"

/* ---- Terms ---- */

static void
put_name(NewsBuffer *out, const NewsQueryName *name)
{
	NewsStr		kind = NEWS_NO_STR;
	bool		quote = name->name.s && !news_str_is_word(name->name, NAME_ALSO);

	if (!news_query_name_given(name))
		return;
	if (name->prefix && name->kind == NEWS_ANY_KIND && news_names_kind(name->name))
		quote = true;			/* else a kind without a name */
	if (name->kind != NEWS_ANY_KIND)
	{
		bool		own = name->kind == NEWS_OWN_KIND;

		kind = news_kind_str(name->kind, name->kind_name);
		if (own && (!news_str_is_word(kind, KIND_ALSO) || news_names_kind(kind)))
			news_put_quoted(out, kind);
		else
			news_put_text(out, kind);
		news_put_byte(out, ':');
		if (name->kind == NEWS_EVENT_NAME)
			quote = true;		/* else a name in capitals would be a type */
	}
	if (name->name.s == NULL)
	{
		news_put_byte(out, '*');
		return;
	}
	if (quote)
		news_put_quoted(out, name->name);
	else
		news_put_text(out, name->name);
	if (name->prefix)
		news_put_text(out, NEWS_STR(":*"));
}

static void
put_dates(NewsBuffer *out, NewsDays days)
{
	char		iso[NEWS_DAY_SIZE];
	uint32_t	len = news_days_value(days, iso);

	if (len)
	{
		news_put(out, iso, len);
		return;
	}
	if (days.from != NEWS_QUERY_FIRST_DAY)
		news_put(out, iso, news_day_print(days.from, iso));
	news_put_text(out, NEWS_STR(".."));
	if (days.to != NEWS_QUERY_LAST_DAY)
		news_put(out, iso, news_day_print(days.to - 1, iso));
}

/* Names the statuses that are wanted, or those that are not when they are fewer. */
static void
put_statuses(NewsBuffer *out, uint32_t statuses)
{
	uint32_t	count = 0;
	bool		first = true;

	if (statuses == NEWS_ALL_STATUSES)
		return;
	for (int i = 0; i <= NEWS_NEGATED; i++)
		count += statuses >> i & 1;
	news_put_byte(out, '!');
	if (count > 2)
	{
		news_put_byte(out, '!');
		statuses = ~statuses;
	}
	for (int i = 0; i <= NEWS_NEGATED; i++)
	{
		if (!(statuses >> i & 1))
			continue;
		if (!first)
			news_put_byte(out, ',');
		news_put_text(out, news_str(news_status_names[i]));
		first = false;
	}
}

/* As a tsquery has them, from A to D. */
static void
put_weights(NewsBuffer *out, uint32_t weights)
{
	if (weights == 0)
		return;
	news_put_byte(out, '@');
	for (int weight = NEWS_WEIGHT_A; weight >= NEWS_WEIGHT_D; weight--)
		if (weights >> weight & 1)
			news_put_byte(out, (unsigned char) NEWS_WEIGHT_LETTERS[weight]);
}

static void
put_event(NewsBuffer *out, const NewsQueryNode *node)
{
	news_put_text(out, NEWS_STR("event:"));
	news_put_text(out, node->type.s ? node->type : NEWS_STR("*"));
	if (news_query_name_given(&node->actor) || news_query_name_given(&node->recipient))
	{
		news_put_byte(out, '(');
		put_name(out, &node->actor);
		if (news_query_name_given(&node->recipient))
		{
			news_put_byte(out, ',');
			put_name(out, &node->recipient);
		}
		news_put_byte(out, ')');
	}
	if (node->during.from != NEWS_NO_DAY)
	{
		news_put_byte(out, '@');
		put_dates(out, node->during);
	}
	put_weights(out, node->weights);
	put_statuses(out, node->statuses);
}

static void
put_term(NewsBuffer *out, const NewsQueryNode *node)
{
	switch (node->op)
	{
		case NEWS_QUERY_NAME:
			put_name(out, &node->name);
			put_weights(out, node->weights);
			break;
		case NEWS_QUERY_DATE:
			news_put_text(out, NEWS_STR("date:"));
			put_dates(out, node->during);
			put_weights(out, node->weights);
			break;
		default:
			put_event(out, node);
			break;
	}
}

/* ---- The tree ---- */

/* A node that is being written: what has been is counted in done. */
typedef struct Visit
{
	uint32_t	node;
	bool		parens;
	int			done;
} Visit;

/* For each node the one before its subtree: its first operand ends just before its last one begins. */
static uint32_t *
find_starts(NewsArena *arena, const NewsQuery *query)
{
	uint32_t   *start = NEWS_NEW(arena, uint32_t, query->nnodes);

	for (uint32_t i = 0; i < query->nnodes; i++)
	{
		NewsQueryOp op = query->nodes[i].op;

		start[i] = i;
		if (op <= NEWS_QUERY_SENTENCE)
			start[i] = start[i - 1];
		if (op != NEWS_QUERY_NOT && op <= NEWS_QUERY_SENTENCE)
			start[i] = start[start[i] - 1];
	}
	return start;
}

static const char *
sign(NewsQueryOp op)
{
	return op == NEWS_QUERY_AND ? " & " : op == NEWS_QUERY_OR ? " | " : " <s> ";
}

NewsStr
news_query_print(NewsArena *arena, const NewsQuery *query)
{
	NewsBuffer	out = news_buffer(arena);
	uint32_t   *start = find_starts(arena, query);
	Visit	   *stack = NEWS_NEW(arena, Visit, query->nnodes + 1);
	uint32_t	n = 0;

	stack[n++] = (Visit) {query->nnodes - 1, false, 0};
	while (n)
	{
		Visit	   *top = &stack[n - 1];
		const NewsQueryNode *node = &query->nodes[top->node];
		bool		unary = node->op == NEWS_QUERY_NOT;
		uint32_t	child;
		int			priority = news_query_priority(node->op);
		int			child_priority;

		if (node->op >= NEWS_QUERY_NAME)
		{
			put_term(&out, node);
			n--;
			continue;
		}
		if (top->done == 0 && top->parens)
			news_put_byte(&out, '(');
		if (unary && top->done == 0)
			news_put_byte(&out, '!');
		if (top->done == (unary ? 1 : 2))
		{
			if (top->parens)
				news_put_byte(&out, ')');
			n--;
			continue;
		}
		if (!unary && top->done == 1)
			news_put_text(&out, news_str(sign(node->op)));
		child = unary || top->done == 1 ? top->node - 1 : start[top->node - 1] - 1;
		child_priority = news_query_priority(query->nodes[child].op);
		stack[n] = (Visit) {child,
			child_priority < priority || (child_priority == priority && !unary && top->done == 1), 0};
		top->done++;
		n++;
	}
	return news_buffer_str(&out);
}
