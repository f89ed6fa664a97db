/*
 * finish.c
 *	  The rows of a timeline: events, and for days without one the sentence that
 *	  tells most.
 */
#include "timeline/cluster.h"

#include <stdlib.h>

#define COMPARE(a, b) if ((a) != (b)) return (a) < (b) ? -1 : 1

static NewsHappening *
next_happening(NewsTimeline *timeline)
{
	timeline->happenings = news_grow(timeline->arena, timeline->happenings, timeline->nhappenings, &timeline->happening_room,
									 sizeof(NewsHappening));
	return &timeline->happenings[timeline->nhappenings];
}

/* Is any day of the happening wanted? */
static bool
is_within(const NewsHappening *h, NewsDays within)
{
	NewsDay		to = h->during.from == NEWS_NO_DAY ? h->day + 1 : h->during.to;

	if (within.from == NEWS_NO_DAY)
		return true;
	return h->day != NEWS_NO_DAY && h->day < within.to && to > within.from;
}

static void
add_events(NewsTimeline *timeline, NewsDays within)
{
	uint32_t	n;
	NewsCluster *clusters = news_timeline_cluster(timeline, &n);

	news_timeline_absorb(timeline, clusters, n);
	for (uint32_t i = 0; i < n; i++)
	{
		NewsHappening *h = next_happening(timeline);

		if (clusters[i].absorbed)
			continue;
		news_timeline_sum_up(timeline, &clusters[i], h);
		if (is_within(h, within))
			timeline->nhappenings++;
		if (i % 1024 == 0)
			news_poll(timeline->arena);
	}
}

/* ---- Days without an event ---- */

/* What a sentence is chosen by; needs the articles' ids. */
typedef struct Candidate
{
	NewsDay		day;
	uint32_t	weight;
	int64_t		id;
	int64_t		origin;
	uint32_t	pos;
	uint32_t	sentence;		/* index */
	uint32_t	article;
} Candidate;

static int
compare_candidate(const void *pa, const void *pb)
{
	const Candidate *a = pa;
	const Candidate *b = pb;

	COMPARE(a->day, b->day);
	COMPARE(b->weight, a->weight);
	COMPARE(a->id, b->id);
	COMPARE(a->pos, b->pos);
	return 0;
}

static int
compare_day(const void *pa, const void *pb)
{
	NewsDay		a = *(const NewsDay *) pa;
	NewsDay		b = *(const NewsDay *) pb;

	return (a > b) - (a < b);
}

/* The days on which an event begins, in order. */
static NewsDay *
taken_days(NewsTimeline *timeline)
{
	NewsDay    *days = NEWS_NEW(timeline->arena, NewsDay, timeline->nhappenings);

	for (uint32_t i = 0; i < timeline->nhappenings; i++)
		days[i] = timeline->happenings[i].day;
	qsort(days, timeline->nhappenings, sizeof(NewsDay), compare_day);
	return days;
}

static int
compare_id(const void *pa, const void *pb)
{
	const Candidate *a = pa;
	const Candidate *b = pb;

	COMPARE(a->origin, b->origin);
	COMPARE(a->id, b->id);
	return 0;
}

/* One row for the sentences c[0..n) of a day, the best of them first. */
static void
add_sentence(NewsTimeline *timeline, Candidate *c, uint32_t n)
{
	NewsHappening *h = next_happening(timeline);
	NewsDay		day = c[0].day;

	memset(h, 0, sizeof(NewsHappening));
	h->day = day;
	h->during = (NewsDays) {day, day + 1};
	h->basis = NEWS_BASIS_EXPLICIT;
	h->first = h->best = NEWS_NO_REPORT;
	h->sentence = c[0].sentence;
	h->first_article = h->last_article = UINT32_MAX;
	qsort(c, n, sizeof(Candidate), compare_id);
	for (uint32_t i = 0; i < n; i++)
	{
		const NewsTimelineArticle *article = &timeline->articles[c[i].article];

		h->articles += i == 0 || c[i].id != c[i - 1].id;
		h->independent += i == 0 || c[i].origin != c[i - 1].origin;
		if (article->day == NEWS_NO_DAY)
			continue;
		if (h->first_article == UINT32_MAX || article->day < timeline->articles[h->first_article].day)
			h->first_article = c[i].article;
		if (h->last_article == UINT32_MAX || article->day > timeline->articles[h->last_article].day)
			h->last_article = c[i].article;
	}
	timeline->nhappenings++;
}

static void
add_sentences(NewsTimeline *timeline, NewsDays within)
{
	uint32_t	ntaken = timeline->nhappenings;
	NewsDay    *taken = taken_days(timeline);
	Candidate  *c = NEWS_NEW(timeline->arena, Candidate, timeline->nsentences);
	uint32_t	n = 0;

	for (uint32_t i = 0; i < timeline->nsentences; i++)
	{
		const NewsDatedSentence *s = &timeline->sentences[i];
		const NewsTimelineArticle *article = &timeline->articles[s->article];

		if ((within.from == NEWS_NO_DAY || (s->day >= within.from && s->day < within.to)) &&
			!(ntaken && bsearch(&s->day, taken, ntaken, sizeof(NewsDay), compare_day)))
			c[n++] = (Candidate) {s->day, s->weight, article->id, article->origin, s->pos, i, s->article};
	}
	qsort(c, n, sizeof(Candidate), compare_candidate);
	for (uint32_t i = 0, end; i < n; i = end)
	{
		for (end = i + 1; end < n && c[end].day == c[i].day; end++)
			;
		add_sentence(timeline, &c[i], end - i);
		news_poll(timeline->arena);
	}
}

/* ---- Order ---- */

/* A row with the words that order it among those of its day. */
typedef struct Ordered
{
	const NewsTimeline *timeline;
	NewsHappening row;
} Ordered;

static int
compare_str(const NewsTimeline *timeline, uint32_t a, uint32_t b)
{
	NewsStr		x = news_pool_get(&timeline->pool, a);
	NewsStr		y = news_pool_get(&timeline->pool, b);

	return strcmp(x.s ? x.s : "", y.s ? y.s : "");
}

/* Does the day of writing stand in for its day? */
static int
is_guess(const NewsHappening *h)
{
	return h->basis == NEWS_BASIS_PUBLISHED || h->basis == NEWS_BASIS_VAGUE;
}

/* By day, those without one last; then what most independent articles say; then words and places in articles. */
static int
compare_row(const void *pa, const void *pb)
{
	const Ordered *a = pa;
	const Ordered *b = pb;
	const NewsTimeline *t = a->timeline;
	const NewsReport *x;
	const NewsReport *y;
	int			words;

	COMPARE(a->row.day == NEWS_NO_DAY, b->row.day == NEWS_NO_DAY);
	COMPARE(a->row.day, b->row.day);
	COMPARE(b->row.independent, a->row.independent);
	COMPARE(is_guess(&a->row), is_guess(&b->row));
	COMPARE(b->row.articles, a->row.articles);
	if (a->row.best == NEWS_NO_REPORT || b->row.best == NEWS_NO_REPORT)
		return 0;				/* of a day there is one such row */
	COMPARE(a->row.status, b->row.status);
	x = &t->reports[a->row.best];
	y = &t->reports[b->row.best];
	words = compare_str(t, x->type, y->type);
	for (int i = 0; i < 2 && words == 0; i++)
		words = compare_str(t, x->parties[i].name, y->parties[i].name);
	if (words)
		return words;
	COMPARE(t->articles[x->article].id, t->articles[y->article].id);
	COMPARE(x->pos, y->pos);
	return 0;
}

static void
sort_rows(NewsTimeline *timeline)
{
	Ordered    *rows = NEWS_NEW(timeline->arena, Ordered, timeline->nhappenings);

	for (uint32_t i = 0; i < timeline->nhappenings; i++)
		rows[i] = (Ordered) {timeline, timeline->happenings[i]};
	qsort(rows, timeline->nhappenings, sizeof(Ordered), compare_row);
	for (uint32_t i = 0; i < timeline->nhappenings; i++)
		timeline->happenings[i] = rows[i].row;
}

void
news_timeline_finish(NewsTimeline *timeline, NewsDays within)
{
	add_events(timeline, within);
	add_sentences(timeline, within);
	sort_rows(timeline);
}
