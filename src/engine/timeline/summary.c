/*
 * summary.c
 *	  What the reports of one event say in all: whether it happened, how many say
 *	  so and how many otherwise, when it was, and which report tells it best.
 *
 * An article has one voice: that of its report that tells most.  Copies of one
 * article have one voice together, where independent articles are counted.
 */
#include "timeline/cluster.h"

#include <stdlib.h>

/* What can be said of an event; in the order that settles a draw. */
enum
{
	SAYS_DONE, SAYS_NEGATED, SAYS_PLANNED, SAYS_POSSIBLE, NSAYS
};

static int
says(NewsStatus status)
{
	switch (status)
	{
		case NEWS_NEGATED:
			return SAYS_NEGATED;
		case NEWS_PLANNED:
			return SAYS_PLANNED;
		case NEWS_POSSIBLE:
			return SAYS_POSSIBLE;
		default:
			return SAYS_DONE;
	}
}

/* How much a report tells: whole, in the article's own voice, with its day, early in the article. */
static int
telling(const NewsTimeline *timeline, const NewsReport *r)
{
	int			sum = r->score;

	sum += r->parties[0].root && r->parties[1].root ? 30 : 0;
	sum += r->source ? 0 : 10;
	sum += r->during.from != NEWS_NO_DAY && r->basis != NEWS_BASIS_PUBLISHED ? 20 : 0;
	sum += r->place ? 5 : 0;
	sum += timeline->articles[r->article].id == timeline->articles[r->article].origin ? 2 : 0;
	return sum - (r->sentence < 10 ? (int) r->sentence : 10);
}

/* A report with what it is ordered by. */
typedef struct Voice
{
	int64_t		origin;
	int64_t		id;
	int			telling;
	uint32_t	pos;
	uint32_t	report;
	int			says;			/* of the article as a whole */
} Voice;

#define COMPARE(a, b) if ((a) != (b)) return (a) < (b) ? -1 : 1

/* The original before its copies; of an article what tells most first. */
static int
compare_voice(const void *pa, const void *pb)
{
	const Voice *a = pa;
	const Voice *b = pb;

	COMPARE(a->origin, b->origin);
	COMPARE(a->id != a->origin, b->id != b->origin);
	COMPARE(a->id, b->id);
	COMPARE(b->telling, a->telling);
	COMPARE(a->pos, b->pos);
	COMPARE(a->report, b->report);
	return 0;
}

static Voice *
list_voices(NewsTimeline *timeline, const NewsCluster *cluster, uint32_t *n)
{
	Voice	   *voices;

	*n = 0;
	for (uint32_t r = cluster->first; r != NEWS_NO_REPORT; r = timeline->reports[r].next)
		(*n)++;
	voices = NEWS_NEW(timeline->arena, Voice, *n);
	*n = 0;
	for (uint32_t r = cluster->first; r != NEWS_NO_REPORT; r = timeline->reports[r].next)
	{
		const NewsReport *report = &timeline->reports[r];
		const NewsTimelineArticle *article = &timeline->articles[report->article];

		voices[(*n)++] = (Voice) {article->origin, article->id, telling(timeline, report), report->pos, r, says(report->status)};
	}
	qsort(voices, *n, sizeof(Voice), compare_voice);
	for (uint32_t i = 1; i < *n; i++)
		if (voices[i].id == voices[i - 1].id)
			voices[i].says = voices[i - 1].says;
	return voices;
}

/* Counts articles and origins by what they say, and settles what the row says. */
static int
count_voices(const Voice *voices, uint32_t n, NewsHappening *out)
{
	uint32_t	articles[NSAYS] = {0};
	uint32_t	origins[NSAYS] = {0};
	uint32_t	all = 0;
	int			most = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (i == 0 || voices[i].id != voices[i - 1].id)
			articles[voices[i].says]++;
		if (i == 0 || voices[i].origin != voices[i - 1].origin)
		{
			origins[voices[i].says]++;
			all++;
		}
	}
	for (int s = 1; s < NSAYS; s++)
		if (origins[s] > origins[most])
			most = s;
	out->articles = articles[most];
	out->independent = origins[most];
	out->otherwise = all - origins[most];
	return most;
}

/* A time that reports give, and how it was found. */
typedef struct Told
{
	NewsBasis	basis;
	bool		fallback;		/* the day of writing stands in */
	NewsDays	during;
} Told;

static int
compare_told(const void *pa, const void *pb)
{
	const Told *a = pa;
	const Told *b = pb;

	COMPARE(a->fallback, b->fallback);
	COMPARE(a->during.to - a->during.from, b->during.to - b->during.from);
	COMPARE(a->during.from, b->during.from);
	return 0;
}

/* Those of one time and how they were found: an explicit one first. */
static int
compare_told_basis(const void *pa, const void *pb)
{
	const Told *a = pa;
	const Told *b = pb;
	int			told = compare_told(a, b);

	if (told)
		return told;
	COMPARE(a->basis, b->basis);
	return 0;
}

/* The time that most of the reports give that tell one best; the earliest of several. */
static void
settle_days(NewsTimeline *timeline, const Voice *voices, uint32_t n, NewsHappening *out)
{
	Told	   *told = NEWS_NEW(timeline->arena, Told, n);
	uint32_t	ntold = 0;
	uint32_t	most = 0;

	out->during = NEWS_NO_DAYS;
	out->basis = NEWS_BASIS_VAGUE;
	for (uint32_t i = 0; i < n; i++)
	{
		const NewsReport *r = &timeline->reports[voices[i].report];

		if (r->during.from != NEWS_NO_DAY)
			told[ntold++] = (Told) {r->basis, r->basis == NEWS_BASIS_PUBLISHED, r->during};
	}
	qsort(told, ntold, sizeof(Told), compare_told_basis);
	for (uint32_t i = 0, end; i < ntold && told[i].fallback == told[0].fallback; i = end)
	{
		for (end = i + 1; end < ntold && compare_told(&told[i], &told[end]) == 0; end++)
			;
		if (end - i <= most || told[i].during.to - told[i].during.from > told[0].during.to - told[0].during.from)
			continue;
		most = end - i;
		out->during = told[i].during;
		out->basis = told[i].basis;
	}
}

static bool
article_before(const NewsTimeline *timeline, uint32_t a, uint32_t b)
{
	const NewsTimelineArticle *x = &timeline->articles[a];
	const NewsTimelineArticle *y = &timeline->articles[b];

	if (x->day != y->day)
		return x->day < y->day;
	if (x->second != y->second)
		return x->second < y->second;
	return x->id < y->id;
}

/* The first and the last article whose day is known. */
static void
find_ends(const NewsTimeline *timeline, const Voice *voices, uint32_t n, NewsHappening *out)
{
	out->first_article = out->last_article = UINT32_MAX;
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	article = timeline->reports[voices[i].report].article;

		if (timeline->articles[article].day == NEWS_NO_DAY)
			continue;
		if (out->first_article == UINT32_MAX || article_before(timeline, article, out->first_article))
			out->first_article = article;
		if (out->last_article == UINT32_MAX || article_before(timeline, out->last_article, article))
			out->last_article = article;
	}
}

/* The report that tells it best among those that say what the row says. */
static uint32_t
find_best(const NewsTimeline *timeline, const Voice *voices, uint32_t n, int row)
{
	const Voice *best = NULL;

	for (uint32_t i = 0; i < n; i++)
		if (says(timeline->reports[voices[i].report].status) == row && (!best || voices[i].telling > best->telling))
			best = &voices[i];
	return best ? best->report : voices[0].report;
}

static NewsStatus
row_status(const NewsTimeline *timeline, const Voice *voices, uint32_t n, int row)
{
	static const NewsStatus statuses[] = {NEWS_ONGOING, NEWS_NEGATED, NEWS_PLANNED, NEWS_POSSIBLE};

	for (uint32_t i = 0; row == SAYS_DONE && i < n; i++)
		if (timeline->reports[voices[i].report].status == NEWS_OCCURRED)
			return NEWS_OCCURRED;
	return statuses[row];
}

void
news_timeline_sum_up(NewsTimeline *timeline, const NewsCluster *cluster, NewsHappening *out)
{
	uint32_t	n;
	Voice	   *voices = list_voices(timeline, cluster, &n);
	int			row = count_voices(voices, n, out);

	out->status = row_status(timeline, voices, n, row);
	out->best = find_best(timeline, voices, n, row);
	settle_days(timeline, voices, n, out);
	out->day = cluster->day;
	if (out->during.from != NEWS_NO_DAY)
		out->day = out->during.from;
	find_ends(timeline, voices, n, out);
	out->sentence = UINT32_MAX;
	out->first = voices[0].report;
	for (uint32_t i = 0; i < n; i++)
		timeline->reports[voices[i].report].next = i + 1 < n ? voices[i + 1].report : NEWS_NO_REPORT;
}
