/*
 * timeline.h
 *	  A timeline read from a table of articles: what news_timeline and
 *	  news_timeline_html share.
 */
#ifndef NEWS_TIMELINE_PG_H
#define NEWS_TIMELINE_PG_H

#include "articles.h"

#include "timeline/timeline.h"

typedef struct NewsTimelineRead
{
	NewsArticles articles;
	NewsSession session;		/* holds all below */
	NewsTimeline timeline;
	NewsDays	within;			/* the days asked for; NEWS_NO_DAYS for all */
	NewsStr    *sentences;		/* by happening: the sentence that tells it best; s NULL for none */
} NewsTimelineRead;

/*
 * Reads and finishes the timeline that a call asks for by its first four
 * arguments: table regclass, query newsquery, since date, until date, of which
 * all but the first may be NULL.  SPI is connected.
 */
extern void news_timeline_read(NewsTimelineRead *read, FunctionCallInfo fcinfo);

#endif							/* NEWS_TIMELINE_PG_H */
