/*
 * neighbours.c
 *	  Which articles are alike, and which stand apart in time from all that are
 *	  like them.
 *
 * Articles are compared by lists of which articles have a name or an event.  One
 * that very many have says little and costs much, and is left out.
 */
#include "timeline/dating.h"

#include <math.h>
#include <stdlib.h>

/* Features that more articles have are not compared. */
#define COMMON 256

/* Less alike than that is another matter. */
#define ALIKE_MIN 0.15f

/* An article stands apart when what is like it of its own time weighs less than this share of another time. */
#define APART_SHARE	0.1f
#define APART_ALIKE	0.8f		/* sum of likenesses of that other time, at least, of two or more */

#define COMPARE(a, b) if ((a) != (b)) return (a) < (b) ? -1 : 1

/* Articles by feature: those of feature f are articles[starts[f]..starts[f + 1]). */
typedef struct Lists
{
	uint32_t	nfeatures;
	uint32_t   *starts;
	uint32_t   *articles;
	float	   *weights;		/* by feature: idf, 0 for those left out */
	float	   *lengths;		/* by article */
} Lists;

static void
make_lists(NewsDating *dating, Lists *lists)
{
	NewsArena  *arena = dating->arena;
	uint32_t	n = dating->narticles;
	uint32_t   *fill;

	lists->nfeatures = 2 * (dating->names.n > dating->keys.n ? dating->names.n : dating->keys.n) + 2;
	lists->starts = NEWS_NEW0(arena, uint32_t, lists->nfeatures + 1);
	lists->weights = NEWS_NEW0(arena, float, lists->nfeatures);
	lists->lengths = NEWS_NEW0(arena, float, n);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < dating->articles[i].nfeatures; k++)
			lists->starts[dating->articles[i].features[k] + 1]++;
	for (uint32_t f = 0; f < lists->nfeatures; f++)
	{
		uint32_t	df = lists->starts[f + 1];

		if (df > 1 && (df <= COMMON || n <= 2 * COMMON))
			lists->weights[f] = logf(1 + (float) n / (float) df);
		lists->starts[f + 1] += lists->starts[f];
	}
	lists->articles = NEWS_NEW(arena, uint32_t, lists->starts[lists->nfeatures]);
	fill = NEWS_NEW0(arena, uint32_t, lists->nfeatures);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < dating->articles[i].nfeatures; k++)
		{
			uint32_t	f = dating->articles[i].features[k];

			lists->articles[lists->starts[f] + fill[f]++] = i;
			lists->lengths[i] += lists->weights[f] * lists->weights[f];
		}
	for (uint32_t i = 0; i < n; i++)
		lists->lengths[i] = sqrtf(lists->lengths[i]);
}

/* More alike first; the earlier of two. */
static int
compare_neighbour(const void *pa, const void *pb)
{
	const NewsNeighbour *a = pa;
	const NewsNeighbour *b = pb;

	COMPARE(b->alike, a->alike);
	COMPARE(a->article, b->article);
	return 0;
}

/* sums and touched have room for all articles; sums is all 0 before and after. */
static void
find_neighbours(NewsDating *dating, const Lists *lists, uint32_t article, float *sums, NewsNeighbour *touched)
{
	NewsDatingArticle *a = &dating->articles[article];
	uint32_t	n = 0;
	uint32_t	kept = 0;

	for (uint32_t k = 0; k < a->nfeatures; k++)
	{
		uint32_t	f = a->features[k];
		float		w = lists->weights[f] * lists->weights[f];

		if (w == 0)
			continue;
		for (uint32_t p = lists->starts[f]; p < lists->starts[f + 1]; p++)
		{
			uint32_t	other = lists->articles[p];

			if (sums[other] == 0)
				touched[n++].article = other;
			sums[other] += w;
		}
	}
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	other = touched[i].article;
		float		alike = sums[other] / (lists->lengths[article] * lists->lengths[other]);

		sums[other] = 0;
		if (other != article && dating->articles[other].origin != a->origin && alike >= ALIKE_MIN)
			touched[kept++] = (NewsNeighbour) {other, alike < 1 ? alike : 1};
	}
	qsort(touched, kept, sizeof(NewsNeighbour), compare_neighbour);
	a->nneighbours = kept < NEWS_DATING_NEIGHBOURS ? kept : NEWS_DATING_NEIGHBOURS;
	a->neighbours = NEWS_NEW(dating->arena, NewsNeighbour, a->nneighbours);
	memcpy(a->neighbours, touched, sizeof(NewsNeighbour) * a->nneighbours);
}

float
news_dating_weight_around(const NewsDating *dating, const NewsDatingArticle *a, NewsDay day)
{
	float		sum = 0;

	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		const NewsDatingArticle *other = &dating->articles[a->neighbours[i].article];

		if (other->day != NEWS_NO_DAY && llabs((long long) other->day - day) <= NEWS_DATING_SPAN)
			sum += a->neighbours[i].alike;
	}
	return sum;
}

static bool
stands_apart(const NewsDating *dating, const NewsDatingArticle *a)
{
	float		own = news_dating_weight_around(dating, a, a->day);
	float		most = 0;

	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		NewsDay		day = dating->articles[a->neighbours[i].article].day;
		float		there = day == NEWS_NO_DAY ? 0 : news_dating_weight_around(dating, a, day);

		if (there > most && there > a->neighbours[i].alike)
			most = there;
	}
	return most >= APART_ALIKE && own < APART_SHARE * most;
}

static int
compare_article(const void *pa, const void *pb)
{
	const NewsDatingArticle *a = pa;
	const NewsDatingArticle *b = pb;

	COMPARE(a->id, b->id);
	return 0;
}

void
news_dating_compare(NewsDating *dating, bool suspect)
{
	Lists		lists;
	float	   *sums = NEWS_NEW0(dating->arena, float, dating->narticles);
	NewsNeighbour *touched = NEWS_NEW(dating->arena, NewsNeighbour, dating->narticles);

	qsort(dating->articles, dating->narticles, sizeof(NewsDatingArticle), compare_article);
	make_lists(dating, &lists);
	for (uint32_t i = 0; i < dating->narticles; i++)
	{
		find_neighbours(dating, &lists, i, sums, touched);
		news_poll(dating->arena);
	}
	for (uint32_t i = 0; suspect && i < dating->narticles; i++)
	{
		NewsDatingArticle *a = &dating->articles[i];

		a->apart = a->believed && stands_apart(dating, a);
	}
	for (uint32_t i = 0; i < dating->narticles; i++)
		if (dating->articles[i].apart)
		{
			dating->articles[i].loose = true;
			dating->articles[i].day = NEWS_NO_DAY;
		}
}
