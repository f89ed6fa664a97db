/*
 * image.c
 *	  From a query to its image and back.
 */
#include "query/query.h"
#include "vector/vector.h"

/* First byte of a node: its operator, and whether weights follow. */
#define NODE_OP(byte)	((byte) & 0x7F)
#define NODE_WEIGHTS	0x80

/* First byte of a name. */
#define NAME_PRESENT	0x01	/* else a prefix: whatever is of the kind, which is built in */
#define NAME_PREFIX		0x02
#define NAME_KIND_SHIFT	2		/* kind + 1; 0 for any */

static void
put_name(NewsBuffer *out, const NewsQueryName *name)
{
	if (!news_query_name_given(name))
	{
		news_put_byte(out, 0);
		return;
	}
	news_put_byte(out, (name->name.s ? NAME_PRESENT : 0) | (name->prefix ? NAME_PREFIX : 0) |
				  (uint32_t) (name->kind + 1) << NAME_KIND_SHIFT);
	if (name->kind == NEWS_OWN_KIND)
		news_put_str(out, name->kind_name);
	if (name->name.s)
		news_put_str(out, name->name);
}

static void
put_days(NewsBuffer *out, NewsDays days)
{
	news_put_signed(out, days.from);
	news_put_signed(out, days.to);
}

NewsStr
news_query_encode(NewsArena *arena, const NewsQuery *query)
{
	NewsBuffer	out = news_buffer(arena);

	news_put_byte(&out, NEWS_QUERY_VERSION);
	news_put_byte(&out, 0);
	news_put_number(&out, query->nnodes);
	for (uint32_t i = 0; i < query->nnodes; i++)
	{
		const NewsQueryNode *node = &query->nodes[i];

		news_put_byte(&out, node->op | (node->weights ? NODE_WEIGHTS : 0));
		if (node->weights)
			news_put_byte(&out, node->weights);
		if (node->op == NEWS_QUERY_NAME)
			put_name(&out, &node->name);
		else if (node->op == NEWS_QUERY_DATE)
			put_days(&out, node->during);
		else if (node->op == NEWS_QUERY_EVENT)
		{
			news_put_byte(&out, node->statuses);
			news_put_str(&out, node->type);
			put_name(&out, &node->actor);
			put_name(&out, &node->recipient);
			put_days(&out, node->during);
		}
	}
	return news_buffer_str(&out);
}

static bool
get_name(NewsBytes *in, NewsQueryName *name)
{
	uint32_t	head = news_get_byte(in);

	memset(name, 0, sizeof(*name));
	name->kind = NEWS_ANY_KIND;
	if (head == 0)
		return !in->bad;
	name->prefix = (head & NAME_PREFIX) != 0;
	name->kind = (int) (head >> NAME_KIND_SHIFT) - 1;
	if (!(head & NAME_PRESENT))
		return name->prefix && name->kind >= 0 && name->kind < NEWS_OWN_KIND;
	if (name->kind == NEWS_OWN_KIND)
	{
		name->kind_name = news_get_str(in);
		if (!news_vector_str_ok(name->kind_name))
			return false;
	}
	name->name = news_get_str(in);
	return !in->bad && name->kind <= NEWS_OWN_KIND && news_vector_str_ok(name->name);
}

static bool
get_days(NewsBytes *in, NewsDays *days, bool may_be_none)
{
	days->from = news_get_signed(in);
	days->to = news_get_signed(in);
	if (may_be_none && days->from == NEWS_NO_DAY && days->to == NEWS_NO_DAY)
		return !in->bad;
	return !in->bad && days->from >= NEWS_QUERY_FIRST_DAY && days->to <= NEWS_QUERY_LAST_DAY && days->from < days->to;
}

static bool
get_event(NewsBytes *in, NewsQueryNode *node)
{
	node->statuses = news_get_byte(in);
	node->type = news_get_str(in);
	if (node->type.len == 0)
		node->type = NEWS_NO_STR;
	return node->statuses != 0 && node->statuses <= NEWS_ALL_STATUSES &&
		(node->type.s == NULL || news_event_type_ok(node->type)) &&
		get_name(in, &node->actor) && get_name(in, &node->recipient) && get_days(in, &node->during, true);
}

/* Reads the node at i; *depth counts the operands that wait for an operator. */
static bool
get_node(NewsBytes *in, NewsQuery *query, uint32_t i, uint32_t *depth)
{
	NewsQueryNode *node = &query->nodes[i];
	uint32_t	head = news_get_byte(in);

	memset(node, 0, sizeof(*node));
	node->op = (NewsQueryOp) NODE_OP(head);
	if (head & NODE_WEIGHTS)
	{
		node->weights = news_get_byte(in);
		if (node->op < NEWS_QUERY_NAME || node->weights == 0 || node->weights >= NEWS_ALL_WEIGHTS)
			return false;
	}
	node->during = NEWS_NO_DAYS;
	node->name.kind = node->actor.kind = node->recipient.kind = NEWS_ANY_KIND;
	switch (node->op)
	{
		case NEWS_QUERY_NOT:
			return *depth >= 1;
		case NEWS_QUERY_SENTENCE:
			if (i < 2 || query->nodes[i - 1].op != NEWS_QUERY_NAME || query->nodes[i - 2].op != NEWS_QUERY_NAME)
				return false;
			return --*depth >= 1;
		case NEWS_QUERY_AND:
		case NEWS_QUERY_OR:
			return *depth >= 2 && --*depth;
		case NEWS_QUERY_NAME:
			++*depth;
			/* event:* is an event of any type */
			return get_name(in, &node->name) && news_query_name_given(&node->name) &&
				(node->name.name.s || node->name.kind != NEWS_EVENT_NAME);
		case NEWS_QUERY_DATE:
			++*depth;
			return get_days(in, &node->during, false);
		case NEWS_QUERY_EVENT:
			++*depth;
			return get_event(in, node);
	}
	return false;
}

bool
news_query_decode(NewsArena *arena, NewsStr image, NewsQuery *query, NewsError *error)
{
	NewsBytes	in = news_bytes(image.s, image.len);
	uint32_t	depth = 0;
	uint32_t	n;

	*error = (NewsError) {0};
	memset(query, 0, sizeof(*query));
	if (news_get_byte(&in) != NEWS_QUERY_VERSION || news_get_byte(&in) != 0 ||
		(n = news_get_number(&in)) == 0 || n > NEWS_QUERY_MAX_NODES || n > news_bytes_left(&in))
		error->what = "the header is not valid";
	else
	{
		query->nodes = NEWS_NEW(arena, NewsQueryNode, n);
		query->nnodes = n;
		for (uint32_t i = 0; i < n && !error->what; i++)
			if (!get_node(&in, query, i, &depth) || in.bad)
				error->what = "a term or operator is not valid";
		if (!error->what && (depth != 1 || news_bytes_left(&in)))
			error->what = "the terms and operators do not fit together";
	}
	error->at = (uint32_t) (in.at - (const uint8_t *) image.s);
	return error->what == NULL;
}
