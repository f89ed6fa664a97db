/*
 * indexed.c
 *	  The part of a query that an index can be asked for.
 *
 * What stands behind "!" has no keys, nor has a name that is but a kind, and an "or" is
 * as good as its worse side: "a & !b" leaves "a", "a | !b" leaves nothing.
 */
#include "query/text.h"

bool
news_query_indexed(NewsArena *arena, const NewsQuery *query, NewsQuery *out)
{
	/* of each operand that waits for its operator: where its nodes begin in out; none are there when that is the next one's */
	uint32_t   *start = NEWS_NEW(arena, uint32_t, query->nnodes + 1);
	uint32_t	n = 0;
	uint32_t	room = query->nnodes;

	out->nodes = NEWS_NEW(arena, NewsQueryNode, room);
	out->nnodes = 0;
	for (uint32_t i = 0; i < query->nnodes; i++)
	{
		const NewsQueryNode *node = &query->nodes[i];
		bool		left;
		bool		right;

		if (node->op == NEWS_QUERY_NOT)
			out->nnodes = start[n - 1];
		else if (node->op >= NEWS_QUERY_NAME)
		{
			start[n++] = out->nnodes;
			if (node->op != NEWS_QUERY_NAME || node->name.name.s)
				out->nodes[out->nnodes++] = *node;
		}
		else
		{
			n--;
			left = start[n - 1] < start[n];
			right = start[n] < out->nnodes;
			if (left && right)
				out->nodes[out->nnodes++] = *node;
			else if (node->op == NEWS_QUERY_OR)
				out->nnodes = start[n - 1];
		}
	}
	return out->nnodes > 0;
}
