/*
 * rank.c
 *	  How prominent what a query asks for is in an article; hits.h has the formula.
 *
 * Prominence is where a thing is mentioned, by the weights of title, lead and
 * body, and how often.  S / (S + 1) lets frequency count less and less: ten
 * mentions in the body weigh as much as one in the title.
 */
#include "query/hits.h"

typedef struct Ranker
{
	const NewsVector *v;
	const float *weights;
	NewsHits	hits;
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

	for (uint32_t i = r->hits.first[node]; i < r->hits.first[node + 1]; i++)
		sum += weigh(r, r->hits.items[i].mention);
	return saturate(sum);
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
	uint32_t	i = r->hits.first[a];
	uint32_t	j = r->hits.first[b];
	double		sum = 0;

	while (news_hits_share(&r->hits, a, b, &i, &j))
	{
		uint32_t	sentence = r->hits.items[i].mention->sentence;
		double		left = heaviest(r, &i, r->hits.first[a + 1], sentence);
		double		right = heaviest(r, &j, r->hits.first[b + 1], sentence);

		sum += left > right ? left : right;
	}
	return saturate(sum);
}

float
news_plan_rank(NewsArena *arena, const NewsPlan *plan, const NewsVector *v, const float weights[4])
{
	Ranker		r = {v, weights, news_plan_hits(arena, plan, v)};
	double	   *stack = NEWS_NEW(arena, double, plan->nnodes);
	uint32_t	n = 0;

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
