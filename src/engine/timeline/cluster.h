/*
 * cluster.h
 *	  Reports of one event, between the parts of the timeline room.
 */
#ifndef NEWS_CLUSTER_H
#define NEWS_CLUSTER_H

#include "timeline/timeline.h"

typedef struct NewsCluster
{
	uint32_t	type;
	NewsReportParty parties[2]; /* as exactly as any report has them */
	NewsDay		day;			/* NEWS_NO_DAY only where not even the day of writing is known */
	NewsDay		to;				/* exclusive; where wide */
	bool		told;			/* day is one of the event, not of writing */
	bool		wide;			/* longer than a month */
	bool		absorbed;		/* its reports went to another */
	uint32_t	first;			/* list of reports */
	uint32_t	last;
} NewsCluster;

/* cluster.c: puts the reports together; sets their lists. */
extern NewsCluster *news_timeline_cluster(NewsTimeline *timeline, uint32_t *n);

/*
 * absorb.c: reports that name one side alone go to the event of both sides, where
 * exactly one of the day is there.
 */
extern void news_timeline_absorb(NewsTimeline *timeline, NewsCluster *clusters, uint32_t n);

/* summary.c: what the reports of a cluster say in all. */
extern void news_timeline_sum_up(NewsTimeline *timeline, const NewsCluster *cluster, NewsHappening *out);

#endif							/* NEWS_CLUSTER_H */
