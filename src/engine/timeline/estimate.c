/*
 * estimate.c
 *	  The days of writing that agree best with what others say; see dating.h.
 */
#include "timeline/evidence.h"

#include <stdlib.h>

#define SWEEPS		8

/* Neighbours that follow one that is moved, and rounds of moves. */
#define CIRCLE		8
#define ROUNDS		3

/* A second best day is another than the best by so much, and not worse than this share of it. */
#define OTHER_DAYS	4
#define OTHER_SHARE	0.5

/* Days around that of a neighbour that are tried. */
#define TRIED_DAYS	10

/* Times in which the neighbours weigh less than this share of the most are not tried. */
#define TRIED_SHARE	0.6f

/* What it counts that the days that the text names are near. */
#define FRESH		0.8

/* What the page's own date counts, where it is doubted. */
#define PAGE		0.2

/* Below this an estimate is none. */
#define SCORE_MIN	0.3

/* ---- Search ---- */

typedef struct Search
{
	NewsDating *dating;
	bool	   *everywhere;		/* by name: so many articles have it that a day beside it says nothing */
	NewsDay    *tried;
	double	   *values;			/* of the days tried */
} Search;

static double
weight_of_neighbours(const NewsDating *dating, const NewsDatingArticle *a)
{
	double		sum = 0;

	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		const NewsDatingArticle *b = &dating->articles[a->neighbours[i].article];

		if (b->day != NEWS_NO_DAY)
			sum += a->neighbours[i].alike * (b->loose ? NEWS_ESTIMATED : 1);
	}
	return sum;
}

static double
try_day(const Search *search, const NewsDatingArticle *a, NewsDay day, double weight)
{
	double		sum = 0;
	NewsDatingReason reason;

	for (uint32_t i = 0; i < a->nneighbours; i++)
		if (search->dating->articles[a->neighbours[i].article].day != NEWS_NO_DAY)
			sum += news_ask_neighbour(search->dating, a, day, &a->neighbours[i], search->everywhere, &reason);
	return sum / weight + FRESH * news_reading_as_of(a, day)->fresh + news_ask_occasions(a, day) + (day == a->page ? PAGE : 0);
}

static int
compare_day(const void *pa, const void *pb)
{
	NewsDay		a = *(const NewsDay *) pa;
	NewsDay		b = *(const NewsDay *) pb;

	return (a > b) - (a < b);
}

/* The days that are tried, in order: those around its neighbours of the times when it has most of them. */
static uint32_t
list_days(Search *search, const NewsDatingArticle *a)
{
	float		weights[NEWS_DATING_NEIGHBOURS];
	float		most = 0;
	uint32_t	n = 0;
	uint32_t	unique = 0;

	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		NewsDay		day = search->dating->articles[a->neighbours[i].article].day;

		weights[i] = day == NEWS_NO_DAY ? -1 : news_dating_weight_around(search->dating, a, day);
		if (weights[i] > most)
			most = weights[i];
	}
	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		NewsDay		day = search->dating->articles[a->neighbours[i].article].day;

		if (weights[i] < TRIED_SHARE * most || day == NEWS_NO_DAY)
			continue;
		for (NewsDay d = day - TRIED_DAYS; d <= day + TRIED_DAYS; d++)
			search->tried[n++] = d;
	}
	qsort(search->tried, n, sizeof(NewsDay), compare_day);
	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || search->tried[i] != search->tried[i - 1])
			search->tried[unique++] = search->tried[i];
	return unique;
}

/*
 * Sets the best day of an article, given those of the others; returns whether it
 * is another than before.  *other is the best day that is far from it, NEWS_NO_DAY
 * where none comes near.
 */
static bool
estimate(Search *search, NewsDatingArticle *a, NewsDay *other)
{
	NewsDay		before = a->day;
	double		weight = weight_of_neighbours(search->dating, a);
	double		best = 0;
	double		second = 0;
	uint32_t	n = list_days(search, a);

	a->day = *other = NEWS_NO_DAY;
	for (uint32_t i = 0; i < n; i++)
	{
		search->values[i] = try_day(search, a, search->tried[i], weight);
		if (a->day == NEWS_NO_DAY || search->values[i] > best)
		{
			best = search->values[i];
			a->day = search->tried[i];
		}
	}
	for (uint32_t i = 0; i < n; i++)
		if (abs(search->tried[i] - a->day) >= OTHER_DAYS && search->values[i] > second && search->values[i] > OTHER_SHARE * best)
		{
			second = search->values[i];
			*other = search->tried[i];
		}
	a->agreement = (float) (best <= 0 ? 0 : best * weight);
	a->score = a->agreement / (1 + a->agreement);
	news_poll(search->dating->arena);
	return a->day != before;
}

static bool
can_estimate(const NewsDatingArticle *a)
{
	return a->loose && a->read && a->nneighbours > 0;
}

/* ---- Moves of several ---- */

/* An article and those of its neighbours whose days are estimates. */
typedef struct Circle
{
	uint32_t	n;
	uint32_t	articles[NEWS_DATING_NEIGHBOURS + 1];
	NewsDay		days[NEWS_DATING_NEIGHBOURS + 1];	/* to go back to */
} Circle;

static void
draw_circle(const NewsDating *dating, uint32_t article, Circle *circle)
{
	const NewsDatingArticle *a = &dating->articles[article];

	circle->n = 0;
	circle->articles[circle->n] = article;
	circle->days[circle->n++] = a->day;
	for (uint32_t i = 0; i < a->nneighbours && circle->n <= CIRCLE; i++)
	{
		const NewsDatingArticle *b = &dating->articles[a->neighbours[i].article];

		if (!can_estimate(b))
			continue;
		circle->articles[circle->n] = a->neighbours[i].article;
		circle->days[circle->n++] = b->day;
	}
}

/* How well all of a circle agree with their neighbours. */
static double
agreement(Search *search, const Circle *circle)
{
	double		sum = 0;

	for (uint32_t i = 0; i < circle->n; i++)
	{
		const NewsDatingArticle *a = &search->dating->articles[circle->articles[i]];
		double		weight = weight_of_neighbours(search->dating, a);

		if (a->day != NEWS_NO_DAY && weight > 0)
			sum += weight * try_day(search, a, a->day, weight);
	}
	return sum;
}

/* Tries an article's second best day, with neighbours that follow; returns whether that is kept. */
static bool
move(Search *search, uint32_t article)
{
	NewsDatingArticle *all = search->dating->articles;
	Circle		circle;
	NewsDay		other;
	NewsDay		ignored;
	double		before;

	draw_circle(search->dating, article, &circle);
	if (circle.n == 1)
		return false;
	(void) estimate(search, &all[article], &other);
	if (other == NEWS_NO_DAY)
		return false;
	before = agreement(search, &circle);
	all[article].day = other;
	for (int sweep = 0; sweep < 2; sweep++)
		for (uint32_t i = 1; i < circle.n; i++)
			(void) estimate(search, &all[circle.articles[i]], &ignored);
	for (uint32_t i = 0; i < circle.n; i++)
		(void) estimate(search, &all[circle.articles[i]], &ignored);
	if (agreement(search, &circle) > before + 1e-6)
		return true;
	for (uint32_t i = 0; i < circle.n; i++)
		all[circle.articles[i]].day = circle.days[i];
	return false;
}

static void
settle(Search *search)
{
	NewsDating *dating = search->dating;
	bool		changed = true;
	NewsDay		ignored;

	for (int sweep = 0; sweep < SWEEPS && changed; sweep++)
	{
		changed = false;
		for (uint32_t i = 0; i < dating->narticles; i++)
			if (can_estimate(&dating->articles[i]) && estimate(search, &dating->articles[i], &ignored))
				changed = true;
	}
}

/* Names that more than half of the articles have, or very many. */
static bool *
find_everywhere(NewsDating *dating)
{
	uint32_t   *counts = NEWS_NEW0(dating->arena, uint32_t, dating->names.n + 1);
	bool	   *everywhere = NEWS_NEW0(dating->arena, bool, dating->names.n + 1);

	for (uint32_t i = 0; i < dating->narticles; i++)
		for (uint32_t k = 0; k < dating->articles[i].nfeatures; k++)
			if (dating->articles[i].features[k] % 2 == 0)
				counts[dating->articles[i].features[k] / 2]++;
	for (uint32_t i = 0; i < dating->names.n; i++)
		everywhere[i] = 2 * counts[i] > dating->narticles || counts[i] > 100;
	return everywhere;
}

void
news_dating_solve(NewsDating *dating)
{
	Search		search = {.dating = dating, .everywhere = find_everywhere(dating)};
	uint32_t	days = NEWS_DATING_NEIGHBOURS * (2 * TRIED_DAYS + 1);
	bool		changed = true;

	search.tried = NEWS_NEW(dating->arena, NewsDay, days);
	search.values = NEWS_NEW(dating->arena, double, days);
	settle(&search);
	for (int round = 0; round < ROUNDS && changed; round++)
	{
		changed = false;
		for (uint32_t i = 0; i < dating->narticles; i++)
			if (can_estimate(&dating->articles[i]) && !dating->articles[i].believed && move(&search, i))
				changed = true;
		settle(&search);
	}
	for (uint32_t i = 0; i < dating->narticles; i++)
		if (dating->articles[i].loose && dating->articles[i].score < SCORE_MIN)
			dating->articles[i].day = NEWS_NO_DAY;
}

/* ---- Why ---- */

static int
compare_reason(const void *pa, const void *pb)
{
	const NewsDatingReason *a = pa;
	const NewsDatingReason *b = pb;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->neighbour > b->neighbour) - (a->neighbour < b->neighbour);
}

uint32_t
news_dating_reasons(const NewsDating *dating, uint32_t article, NewsDatingReason *out, uint32_t max)
{
	const NewsDatingArticle *a = &dating->articles[article];
	NewsDatingReason all[NEWS_DATING_NEIGHBOURS];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		if (dating->articles[a->neighbours[i].article].day == NEWS_NO_DAY)
			continue;
		(void) news_ask_neighbour(dating, a, a->day, &a->neighbours[i], NULL, &all[n]);
		all[n].weight = (all[n].weight + 0.1f) * a->neighbours[i].alike;
		n++;
	}
	qsort(all, n, sizeof(NewsDatingReason), compare_reason);
	if (n > max)
		n = max;
	memcpy(out, all, sizeof(NewsDatingReason) * n);
	return n;
}
