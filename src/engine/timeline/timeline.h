/*
 * timeline.h
 *	  What many articles say about one affair: events that several of them
 *	  report, each once, with the reports as evidence.
 *
 * Articles are added one by one (news_timeline_add), in any order; what they say
 * is kept in a small form.  Then news_timeline_finish puts together what is one
 * event.  The result depends on the articles alone, not on the order they came in.
 *
 * Reports tell of one event when
 *	  - their types are equal;
 *	  - their parties fit: of AGREE, CONSULT and COOPERATE in either order.  A
 *		country fits whoever acts for it (Kerry, the United States), two people of
 *		one country do not.  In business news parties are the same by name alone;
 *	  - their days fit: two days in the text are at most NEWS_TIMELINE_DAYS apart;
 *		where the article's own day stands in for one that is not told, the event
 *		may be up to NEWS_TIMELINE_LAG days older; a longer time (a week, a month)
 *		fits a day in it; where no day is told, what happened lies in the week
 *		before the article, what is planned or possible in the two weeks after it.
 * Days that are told come first, so that they are what others are put beside.
 * Whether it happened does not count: reports that contradict one another are
 * reports of one event.
 */
#ifndef NEWS_TIMELINE_H
#define NEWS_TIMELINE_H

#include "timeline/pool.h"
#include "timeline/relevance.h"
#include "vector/vector.h"

#define NEWS_TIMELINE_DAYS	1	/* that two told days of one event may be apart */
#define NEWS_TIMELINE_LAG	2	/* from the event to an article that names no day */
#define NEWS_TIMELINE_BACK	7	/* to what happened on a day that nothing tells */
#define NEWS_TIMELINE_AHEAD	14	/* to what is to come */

/* An article, as the timeline knows it. */
typedef struct NewsTimelineArticle
{
	int64_t		id;
	int64_t		origin;			/* the article it is a copy of, or its own id: what counts as independent */
	NewsDay		day;			/* of writing; NEWS_NO_DAY when unknown */
	int32_t		second;			/* of that day */
	bool		estimated;		/* the day follows from other articles */
} NewsTimelineArticle;

/* A party of a report: numbers of the pool, 0 for none. */
typedef struct NewsReportParty
{
	uint32_t	name;
	uint32_t	kind;
	uint32_t	code;
	uint32_t	root;			/* what is compared first: code, or folded name */
} NewsReportParty;

/* One event of one article. */
typedef struct NewsReport
{
	uint32_t	article;		/* index into articles */
	uint32_t	type;
	NewsReportParty parties[2]; /* actor, recipient */
	uint32_t	place;
	uint32_t	source;
	NewsDays	during;
	uint32_t	pos;			/* of the trigger: characters, 1-based */
	uint32_t	len;
	uint32_t	sentence;		/* 1-based */
	uint8_t		score;			/* hundredths */
	uint8_t		basis;			/* NewsBasis */
	uint8_t		status;			/* NewsStatus */
	bool		swapped;		/* parties stand in the other order than in the text, so that they compare */
	uint32_t	next;			/* report of the same event; NEWS_NO_REPORT ends the list */
} NewsReport;

#define NEWS_NO_REPORT UINT32_MAX

/* A sentence with a day in it. */
typedef struct NewsDatedSentence
{
	uint32_t	article;
	NewsDay		day;
	uint32_t	sentence;		/* 1-based */
	uint32_t	pos;			/* of the date */
	uint32_t	len;
	uint32_t	weight;			/* how much it tells */
} NewsDatedSentence;

/* One event that articles report: one row of a timeline. */
typedef struct NewsHappening
{
	NewsDay		day;			/* first day, or where none is told that of the first report; NEWS_NO_DAY where that is unknown, too */
	uint32_t	first;			/* its reports, by origin and article */
	uint32_t	best;			/* the report that tells it best */
	NewsDays	during;
	NewsBasis	basis;			/* of during */
	NewsStatus	status;
	uint32_t	articles;		/* that say so */
	uint32_t	independent;	/* ... without copies */
	uint32_t	otherwise;		/* independent articles that say it is planned, possible, denied (or that it happened) */
	uint32_t	first_article;	/* earliest and latest by day; UINT32_MAX where no article has a day */
	uint32_t	last_article;
	uint32_t	sentence;		/* index into sentences, where the row is a day's sentence and no event; else UINT32_MAX */
} NewsHappening;

typedef struct NewsTimeline
{
	NewsArena  *arena;
	NewsPool	pool;
	NewsTimelineArticle *articles;
	uint32_t	narticles;
	uint32_t	article_room;
	NewsReport *reports;
	uint32_t	nreports;
	uint32_t	report_room;
	NewsDatedSentence *sentences;
	uint32_t	nsentences;
	uint32_t	sentence_room;
	NewsHappening *happenings;	/* by day, those without a day last */
	uint32_t	nhappenings;
	uint32_t	happening_room;
} NewsTimeline;

extern void news_timeline_init(NewsTimeline *timeline, NewsArena *arena);

/* Adds an article with its stored form.  relevant says what of it counts, NULL: all does. */
extern void news_timeline_add(NewsTimeline *timeline, const NewsTimelineArticle *article, const NewsVector *vector,
							  const NewsRelevant *relevant);

/*
 * Makes the happenings of the days within, of all days for NEWS_NO_DAYS; only
 * then those without a day.  To be called once.
 */
extern void news_timeline_finish(NewsTimeline *timeline, NewsDays within);

/* ---- Shared by the parts ---- */

/* Does a party fit another of the same root? */
extern bool news_report_party_fits(const NewsTimeline *timeline, const NewsReportParty *a, const NewsReportParty *b);

/* Fills the parties of an event, in comparable order. */
extern void news_report_make(NewsTimeline *timeline, const NewsVectorEvent *event, NewsReport *out);

/* Is it told that it took place or is under way? */
static inline bool
news_status_done(NewsStatus status)
{
	return status == NEWS_OCCURRED || status == NEWS_ONGOING;
}

#endif							/* NEWS_TIMELINE_H */
