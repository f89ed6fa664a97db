/*
 * absorb.c
 *	  "Obama held talks on Monday" and "Obama and Putin held talks":
 *	  one side named, and both.
 */
#include "timeline/cluster.h"

#include <stdlib.h>

/* A cluster of two sides, under one of them. */
typedef struct Side
{
	uint32_t	type;
	uint32_t	role;			/* 0 actor, 1 recipient; of mutual events always 0 */
	uint32_t	root;
	NewsDay		day;
	uint32_t	cluster;
	uint32_t	party;			/* which of its parties */
} Side;

static int
compare_side(const void *pa, const void *pb)
{
	const Side *a = pa;
	const Side *b = pb;

	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

static Side
side_of(const NewsTimeline *timeline, const NewsCluster *clusters, uint32_t i, uint32_t party)
{
	const NewsCluster *c = &clusters[i];
	bool		mutual = news_event_mutual(news_pool_get(&timeline->pool, c->type));

	return (Side) {c->type, mutual ? 0 : party, c->parties[party].root, c->day, i, party};
}

static Side *
index_sides(NewsTimeline *timeline, const NewsCluster *clusters, uint32_t n, uint32_t *nsides)
{
	Side	   *sides = NEWS_NEW(timeline->arena, Side, 2 * (size_t) n);

	*nsides = 0;
	for (uint32_t i = 0; i < n; i++)
		if (clusters[i].parties[0].root && clusters[i].parties[1].root && clusters[i].told && !clusters[i].wide)
			for (uint32_t party = 0; party < 2; party++)
				sides[(*nsides)++] = side_of(timeline, clusters, i, party);
	qsort(sides, *nsides, sizeof(Side), compare_side);
	return sides;
}

/* The first side that is not before the given one. */
static uint32_t
first_side(const Side *sides, uint32_t n, const Side *wanted)
{
	uint32_t	low = 0;

	while (low < n)
	{
		uint32_t	middle = low + (n - low) / 2;

		if (compare_side(&sides[middle], wanted) < 0)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/* The one cluster of both sides that the one-sided cluster may be of; UINT32_MAX when there is none, or more. */
static uint32_t
find_whole(const NewsTimeline *timeline, const NewsCluster *clusters, const Side *sides, uint32_t nsides, Side wanted)
{
	const NewsReportParty *party = &clusters[wanted.cluster].parties[wanted.party];
	NewsDay		last = wanted.day + NEWS_TIMELINE_DAYS;
	uint32_t	found = UINT32_MAX;

	wanted.day -= NEWS_TIMELINE_DAYS;
	wanted.cluster = 0;
	for (uint32_t i = first_side(sides, nsides, &wanted); i < nsides; i++)
	{
		const Side *s = &sides[i];

		if (s->type != wanted.type || s->role != wanted.role || s->root != wanted.root || s->day > last)
			break;
		if (!news_report_party_fits(timeline, party, &clusters[s->cluster].parties[s->party]))
			continue;
		if (found != UINT32_MAX && found != s->cluster)
			return UINT32_MAX;
		found = s->cluster;
	}
	return found;
}

void
news_timeline_absorb(NewsTimeline *timeline, NewsCluster *clusters, uint32_t n)
{
	uint32_t	nsides;
	Side	   *sides = index_sides(timeline, clusters, n, &nsides);

	for (uint32_t i = 0; i < n; i++)
	{
		NewsCluster *c = &clusters[i];
		uint32_t	party = c->parties[0].root ? 0 : 1;
		uint32_t	whole;

		if (!c->parties[party].root || c->parties[1 - party].root || !c->told || c->wide)
			continue;
		whole = find_whole(timeline, clusters, sides, nsides, side_of(timeline, clusters, i, party));
		if (whole == UINT32_MAX)
			continue;
		timeline->reports[clusters[whole].last].next = c->first;
		clusters[whole].last = c->last;
		c->absorbed = true;
	}
}
