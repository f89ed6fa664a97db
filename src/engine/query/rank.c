/*
 * rank.c
 *	  How prominent what a query asks for is in an article; hits.h has the formula.
 *
 * Prominence is where a thing is mentioned, by the weights of title, lead and
 * body, and how often.  S / (S + 1) lets frequency count less and less: ten
 * mentions in the body weigh as much as one in the title.
 */
#include "query/hits.h"

#include <stdlib.h>

typedef struct Ranker
{
	const NewsVector *v;
	const float *weights;
	NewsHits	hits;
	uint32_t   *first;			/* by node: where its hits begin; one more at the end */
} Ranker;

static double
weigh(const Ranker *r, const NewsVectorMention *m)
{
	uint32_t	weight = news_vector_weight(r->v, m->pos);

	if (r->v->nzones == 0 && m->sentence <= NEWS_RANK_LEAD)
		weight = 2;				/* B */
	return (double) r->weights[weight] * m->score / 100;
}

static double
saturate(double sum)
{
	return sum / (sum + 1);
}

static double
rank_term(const Ranker *r, uint32_t node)
{
	double		sum = 0;

	for (uint32_t i = r->first[node]; i < r->first[node + 1]; i++)
		sum += weigh(r, r->hits.items[i].mention);
	return saturate(sum);
}

static int
compare_sentences(const void *pa, const void *pb)
{
	uint32_t	a = ((const NewsHit *) pa)->mention->sentence;
	uint32_t	b = ((const NewsHit *) pb)->mention->sentence;

	return (a > b) - (a < b);
}

/* The heaviest of the hits from *i on that lie in one sentence; passes them. */
static double
heaviest(const Ranker *r, uint32_t *i, uint32_t end, uint32_t sentence)
{
	double		most = 0;

	for (; *i < end && r->hits.items[*i].mention->sentence == sentence; ++*i)
	{
		double		weight = weigh(r, r->hits.items[*i].mention);

		if (weight > most)
			most = weight;
	}
	return most;
}

/* Two names in one sentence: a and b are the nodes of the names. */
static double
rank_sentences(const Ranker *r, uint32_t a, uint32_t b)
{
	uint32_t	i = r->first[a];
	uint32_t	j = r->first[b];
	double		sum = 0;

	if (i == r->first[a + 1] || j == r->first[b + 1])
		return 0;
	qsort(r->hits.items + i, r->first[a + 1] - i, sizeof(NewsHit), compare_sentences);
	qsort(r->hits.items + j, r->first[b + 1] - j, sizeof(NewsHit), compare_sentences);
	while (i < r->first[a + 1] && j < r->first[b + 1])
	{
		uint32_t	x = r->hits.items[i].mention->sentence;
		uint32_t	y = r->hits.items[j].mention->sentence;

		if (x < y)
			i++;
		else if (x > y)
			j++;
		else
		{
			double		left = heaviest(r, &i, r->first[a + 1], x);
			double		right = heaviest(r, &j, r->first[b + 1], x);

			sum += left > right ? left : right;
		}
	}
	return saturate(sum);
}

/* Where the hits of each node begin. */
static uint32_t *
index_hits(NewsArena *arena, NewsHits hits, uint32_t nnodes)
{
	uint32_t   *first = NEWS_NEW(arena, uint32_t, nnodes + 1);
	uint32_t	i = 0;

	for (uint32_t node = 0; node <= nnodes; node++)
	{
		while (i < hits.n && hits.items[i].node < node)
			i++;
		first[node] = i;
	}
	return first;
}

float
news_plan_rank(NewsArena *arena, const NewsPlan *plan, const NewsVector *v, const float weights[4])
{
	Ranker		r = {v, weights, news_plan_hits(arena, plan, v), NULL};
	double	   *stack = NEWS_NEW(arena, double, plan->nnodes);
	uint32_t	n = 0;

	r.first = index_hits(arena, r.hits, plan->nnodes);
	for (uint32_t i = 0; i < plan->nnodes; i++)
		switch (plan->nodes[i].op)
		{
			case NEWS_QUERY_NOT:
				stack[n - 1] = stack[n - 1] > 0 ? 0 : 1;
				break;
			case NEWS_QUERY_AND:
				n--;
				stack[n - 1] *= stack[n];
				break;
			case NEWS_QUERY_OR:
				n--;
				stack[n - 1] = 1 - (1 - stack[n - 1]) * (1 - stack[n]);
				break;
			case NEWS_QUERY_SENTENCE:
				n--;
				stack[n - 1] = rank_sentences(&r, i - 2, i - 1);
				break;
			default:
				stack[n++] = rank_term(&r, i);
				break;
		}
	return (float) stack[0];
}
