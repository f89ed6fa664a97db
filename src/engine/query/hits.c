/*
 * hits.c
 *	  The mentions of an article that a query asks for.
 */
#include "query/hits.h"

#include "base/sort.h"

typedef struct Finder
{
	NewsArena  *arena;
	const NewsPlan *plan;
	const NewsVector *v;
	NewsHits	hits;
	uint32_t	room;
} Finder;

static void
add(Finder *f, uint32_t node, const NewsVectorMention *mentions, uint32_t n)
{
	uint32_t	weights = f->plan->nodes[node].weights;

	for (uint32_t i = 0; i < n; i++)
	{
		if (weights && !(weights >> news_vector_weight(f->v, mentions[i].pos) & 1))
			continue;
		f->hits.items = news_grow(f->arena, f->hits.items, f->hits.n, &f->room, sizeof(NewsHit));
		f->hits.items[f->hits.n++] = (NewsHit) {node, &mentions[i]};
	}
}

static void
find_names(Finder *f)
{
	const NewsPlan *plan = f->plan;
	const NewsVector *v = f->v;
	bool	   *found = NEWS_NEW(f->arena, bool, plan->nnodes);

	for (uint32_t i = 0; i < v->nentities; i++)
	{
		memset(found, 0, plan->nnodes * sizeof(bool));
		news_plan_entity_hits(plan, &v->entities[i], found);
		for (uint32_t k = 0; k < plan->nnodes; k++)
			if (found[k])
				add(f, k, v->entities[i].mentions.items, v->entities[i].mentions.n);
		news_poll(f->arena);
	}
}

static int
compare_hits(const void *pa, const void *pb)
{
	const NewsHit *a = pa;
	const NewsHit *b = pb;

	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	if (a->mention->sentence != b->mention->sentence)
		return a->mention->sentence < b->mention->sentence ? -1 : 1;
	if (a->mention->pos != b->mention->pos)
		return a->mention->pos < b->mention->pos ? -1 : 1;
	return (a->mention->len > b->mention->len) - (a->mention->len < b->mention->len);
}

/* Where the hits of each node begin. */
static uint32_t *
index_hits(NewsArena *arena, const NewsHits *hits, uint32_t nnodes)
{
	uint32_t   *first = NEWS_NEW(arena, uint32_t, nnodes + 1);
	uint32_t	i = 0;

	for (uint32_t node = 0; node <= nnodes; node++)
	{
		while (i < hits->n && hits->items[i].node < node)
			i++;
		first[node] = i;
	}
	return first;
}

NewsHits
news_plan_hits(NewsArena *arena, const NewsPlan *plan, const NewsVector *v)
{
	Finder		f = {.arena = arena, .plan = plan, .v = v};

	find_names(&f);
	for (uint32_t k = 0; k < plan->nnodes; k++)
	{
		const NewsPlanNode *node = &plan->nodes[k];

		if (node->op == NEWS_QUERY_DATE)
			for (uint32_t i = 0; i < v->ndates; i++)
				if (news_days_overlap(v->dates[i].during, node->during))
					add(&f, k, v->dates[i].mentions.items, v->dates[i].mentions.n);
		if (node->op == NEWS_QUERY_EVENT)
			for (uint32_t i = 0; i < v->nevents; i++)
				if (news_plan_event_matches(node, &v->events[i]))
					add(&f, k, &v->events[i].mention, 1);
	}
	news_sort(arena, f.hits.items, f.hits.n, sizeof(NewsHit), compare_hits);
	f.hits.first = index_hits(arena, &f.hits, plan->nnodes);
	return f.hits;
}

bool
news_hits_share(const NewsHits *hits, uint32_t a, uint32_t b, uint32_t *i, uint32_t *j)
{
	while (*i < hits->first[a + 1] && *j < hits->first[b + 1])
	{
		uint32_t	x = hits->items[*i].mention->sentence;
		uint32_t	y = hits->items[*j].mention->sentence;

		if (x == y)
			return true;
		if (x < y)
			++*i;
		else
			++*j;
	}
	return false;
}

static void
set_truth(NewsArena *arena, NewsPlan *plan, const NewsVector *v)
{
	NewsHits	hits = news_plan_hits(arena, plan, v);

	for (uint32_t k = 0; k < plan->nnodes; k++)
	{
		uint32_t	i = hits.first[k >= 2 ? k - 2 : k];
		uint32_t	j = hits.first[k >= 2 ? k - 1 : k];
		bool		found = hits.first[k] < hits.first[k + 1];

		if (plan->nodes[k].op == NEWS_QUERY_SENTENCE)
			found = news_hits_share(&hits, k - 2, k - 1, &i, &j);
		plan->truth[k] = found ? NEWS_TRUE : NEWS_FALSE;
	}
}

/* Unpacks the article, in memory of its own. */
bool
news_plan_match_weights(NewsPlan *plan, NewsStr image)
{
	NewsArena	arena;
	NewsVector	v;
	NewsError	error;
	bool		sound;

	news_arena_init(&arena, plan->arena->host);
	sound = news_vector_decode(&arena, image, &v, &error);
	if (sound)
		set_truth(&arena, plan, &v);
	news_arena_release(&arena);
	return sound && news_plan_combine(plan, plan->truth, NEWS_TRUE) == NEWS_TRUE;
}

bool *
news_plan_wanted(NewsArena *arena, const NewsPlan *plan)
{
	bool	   *wanted = NEWS_NEW0(arena, bool, plan->nnodes);
	bool	   *stack = NEWS_NEW(arena, bool, plan->nnodes + 1);
	uint32_t	n = 0;

	/* postfix from its end is prefix: an operator comes before its operands */
	stack[n++] = true;
	for (uint32_t i = plan->nnodes; i-- > 0 && n > 0;)
	{
		NewsQueryOp op = plan->nodes[i].op;

		wanted[i] = stack[--n];
		if (op == NEWS_QUERY_NOT)
			stack[n++] = !wanted[i];
		else if (op <= NEWS_QUERY_SENTENCE)
		{
			stack[n++] = wanted[i];
			stack[n++] = wanted[i];
		}
	}
	return wanted;
}
