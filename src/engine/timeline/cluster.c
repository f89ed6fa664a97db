/*
 * cluster.c
 *	  Which reports are of one event.
 *
 * Reports of one type whose parties have the same roots are a block.  Within it
 * they come in the order of how well they tell their day, and then by day; each
 * joins the nearest event that it fits, or begins one.  Looking the nearest up is a
 * binary search among events of earlier ranks, and a step or two back among those
 * of its own.  So time is that of sorting.
 */
#include "timeline/cluster.h"

#include <stdlib.h>

/* ---- Parties ---- */

static bool
is_kind(const NewsTimeline *timeline, uint32_t kind, NewsKind wanted)
{
	return kind && news_str_eq(news_pool_get(&timeline->pool, kind), news_str(news_kind_names[wanted]));
}

/* A country or a people stands for whoever acts for it. */
static bool
stands_for(const NewsTimeline *timeline, const NewsReportParty *party)
{
	return is_kind(timeline, party->kind, NEWS_PLACE) || is_kind(timeline, party->kind, NEWS_GROUP);
}

bool
news_report_party_fits(const NewsTimeline *timeline, const NewsReportParty *a, const NewsReportParty *b)
{
	if (a->root != b->root)
		return false;
	return a->name == b->name || a->code != a->root ||
		stands_for(timeline, a) || stands_for(timeline, b);
}

/* ---- Order ---- */

/* How well a report tells its day. */
enum
{
	RANK_DAY,					/* told */
	RANK_PUBLISHED,				/* the article's own stands in */
	RANK_SPAN,					/* a week, a month */
	RANK_LONG,
	RANK_NONE
};

#define SPAN_DAYS	31			/* of RANK_SPAN, at most */

static int
rank_of(const NewsReport *r)
{
	int64_t		days = (int64_t) r->during.to - r->during.from;

	if (r->during.from == NEWS_NO_DAY)
		return RANK_NONE;
	if (r->basis == NEWS_BASIS_PUBLISHED)
		return RANK_PUBLISHED;
	return days <= 2 ? RANK_DAY : days <= SPAN_DAYS ? RANK_SPAN : RANK_LONG;
}

/* What a report is sorted by. */
typedef struct Sorted
{
	uint32_t	block[4];		/* type, roots, and the place where there is no party */
	int			rank;
	NewsDay		day;
	int64_t		id;				/* of the article */
	uint32_t	report;
} Sorted;

static int
compare_block(const Sorted *a, const Sorted *b)
{
	return memcmp(a->block, b->block, sizeof(a->block));
}

#define COMPARE(a, b) if ((a) != (b)) return (a) < (b) ? -1 : 1

static int
compare_sorted(const void *pa, const void *pb)
{
	const Sorted *a = pa;
	const Sorted *b = pb;
	int			block = compare_block(a, b);

	if (block)
		return block;
	COMPARE(a->rank, b->rank);
	COMPARE(a->day, b->day);
	COMPARE(a->id, b->id);
	COMPARE(a->report, b->report);
	return 0;
}

static Sorted *
sort_reports(NewsTimeline *timeline)
{
	Sorted	   *sorted = NEWS_NEW(timeline->arena, Sorted, timeline->nreports);

	for (uint32_t i = 0; i < timeline->nreports; i++)
	{
		const NewsReport *r = &timeline->reports[i];
		const NewsTimelineArticle *article = &timeline->articles[r->article];
		bool		nobody = !r->parties[0].root && !r->parties[1].root;

		sorted[i] = (Sorted) {
			{r->type, r->parties[0].root, r->parties[1].root, nobody ? r->place : 0}, rank_of(r),
			r->during.from != NEWS_NO_DAY ? r->during.from : article->day, article->id, i
		};
	}
	qsort(sorted, timeline->nreports, sizeof(Sorted), compare_sorted);
	return sorted;
}

/* ---- Joining ---- */

/* The days on which an event may be that a report tells of, and where to look first. */
typedef struct Window
{
	NewsDay		from;			/* inclusive */
	NewsDay		to;				/* inclusive */
	NewsDay		near;
} Window;

static bool
window_of(const NewsTimeline *timeline, const NewsReport *r, int rank, Window *w)
{
	NewsDay		day = timeline->articles[r->article].day;
	NewsDay		from = r->during.from;

	switch (rank)
	{
		case RANK_DAY:
			*w = (Window) {from - NEWS_TIMELINE_DAYS, from + NEWS_TIMELINE_DAYS, from};
			return true;
		case RANK_PUBLISHED:
			*w = (Window) {from - NEWS_TIMELINE_LAG, from, from};
			return true;
		case RANK_SPAN:
			*w = (Window) {from, r->during.to - 1, from + (r->during.to - from) / 2};
			return true;
		case RANK_NONE:
			if (day == NEWS_NO_DAY)
				return false;
			if (r->status == NEWS_PLANNED || r->status == NEWS_POSSIBLE)
				*w = (Window) {day, day + NEWS_TIMELINE_AHEAD, day};
			else
				*w = (Window) {day - NEWS_TIMELINE_BACK, day, day};
			return true;
		case RANK_LONG:
			*w = (Window) {from, from, from};
			return true;
	}
	return false;
}

/* The events of the block under way, in order of their days. */
typedef struct Block
{
	NewsTimeline *timeline;
	NewsCluster *all;
	uint32_t	nall;
	uint32_t	room;
	uint32_t	first;			/* of the block */
	uint32_t	settled;		/* end of those of earlier ranks, which are in order */
} Block;

/* A year or a season is an event's time for others of just that time alone. */
static bool
fits(const Block *b, const NewsCluster *c, const NewsReport *r)
{
	bool		wide = rank_of(r) == RANK_LONG;

	if (c->wide != wide || (wide && c->to != r->during.to))
		return false;
	for (int i = 0; i < 2; i++)
		if (r->parties[i].root && !news_report_party_fits(b->timeline, &c->parties[i], &r->parties[i]))
			return false;
	return true;
}

static uint32_t
distance(NewsDay a, NewsDay b)
{
	return a < b ? (uint32_t) b - (uint32_t) a : (uint32_t) a - (uint32_t) b;
}

/* The nearest of the events from..end, which are in order of days, unless best is nearer. */
static uint32_t
nearest(const Block *b, uint32_t from, uint32_t end, const NewsReport *r, const Window *w, uint32_t best)
{
	uint32_t	low = from;
	uint32_t	high = end;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (b->all[middle].day < w->from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < end && b->all[low].day <= w->to; low++)
		if (fits(b, &b->all[low], r) &&
			(best == NEWS_NO_REPORT || distance(b->all[low].day, w->near) < distance(b->all[best].day, w->near)))
			best = low;
	return best;
}

static void
join(Block *b, NewsCluster *c, uint32_t report)
{
	NewsReport *r = &b->timeline->reports[report];

	b->timeline->reports[c->last].next = report;
	c->last = report;
	for (int i = 0; i < 2; i++)
		if (stands_for(b->timeline, &c->parties[i]) && r->parties[i].name && !stands_for(b->timeline, &r->parties[i]))
			c->parties[i] = r->parties[i];
}

static void
begin(Block *b, const Sorted *s)
{
	const NewsReport *r = &b->timeline->reports[s->report];
	NewsCluster *c;

	b->all = news_grow(b->timeline->arena, b->all, b->nall, &b->room, sizeof(NewsCluster));
	c = &b->all[b->nall++];
	c->type = r->type;
	memcpy(c->parties, r->parties, sizeof(c->parties));
	c->day = s->day;
	c->told = s->rank != RANK_NONE;
	c->wide = s->rank == RANK_LONG;
	c->to = r->during.to;
	c->absorbed = false;
	c->first = c->last = s->report;
}

static int
compare_cluster_day(const void *pa, const void *pb)
{
	const NewsCluster *a = pa;
	const NewsCluster *b = pb;

	COMPARE(a->day, b->day);
	COMPARE(a->first, b->first);
	return 0;
}

/* One rank of a block: sorted[0..n). */
static void
place_rank(Block *b, const Sorted *sorted, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		const NewsReport *r = &b->timeline->reports[sorted[i].report];
		uint32_t	found = NEWS_NO_REPORT;
		Window		w;

		if (window_of(b->timeline, r, sorted[i].rank, &w))
		{
			found = nearest(b, b->first, b->settled, r, &w, found);
			found = nearest(b, b->settled, b->nall, r, &w, found);
		}
		if (found != NEWS_NO_REPORT)
			join(b, &b->all[found], sorted[i].report);
		else
			begin(b, &sorted[i]);
		if (i % 1024 == 0)
			news_poll(b->timeline->arena);
	}
	qsort(&b->all[b->first], b->nall - b->first, sizeof(NewsCluster), compare_cluster_day);
	b->settled = b->nall;
}

NewsCluster *
news_timeline_cluster(NewsTimeline *timeline, uint32_t *n)
{
	Sorted	   *sorted = sort_reports(timeline);
	Block		b = {.timeline = timeline};
	uint32_t	end;

	for (uint32_t i = 0; i < timeline->nreports; i = end)
	{
		if (i == 0 || compare_block(&sorted[i - 1], &sorted[i]) != 0)
			b.first = b.settled = b.nall;
		for (end = i + 1; end < timeline->nreports; end++)
			if (compare_block(&sorted[i], &sorted[end]) != 0 || sorted[end].rank != sorted[i].rank)
				break;
		place_rank(&b, &sorted[i], end - i);
	}
	*n = b.nall;
	return b.all;
}
