/*
 * datestring.h
 *	  Dates as pages print them: in meta tags, URLs and lines of text.
 */
#ifndef NEWS_ARTICLE_DATESTRING_H
#define NEWS_ARTICLE_DATESTRING_H

#include "annotate.h"

typedef enum NewsDateForm
{
	NEWS_DATE_ISO,				/* 2016-09-03, 2016-09-03T10:00:00Z, 2016/09/03, 2016年9月3日 */
	NEWS_DATE_NAMED,			/* 3 September 2016, Sept. 3, 2016, 3. září 2016 */
	NEWS_DATE_NUMERIC,			/* 3.9.2016, 03/09/2016 */
	NEWS_DATE_COMPACT			/* 20160903 */
} NewsDateForm;

typedef struct NewsDateString
{
	uint32_t	start;			/* byte offset of the date, 0-based */
	uint32_t	end;			/* byte offset behind it and its time */
	NewsDateForm form;
	NewsDay		day;
	int32_t		second;			/* of the day; 0 when no time is given */
	bool		timed;			/* a time of day is given */
	bool		utc;			/* its offset is zero: "Z", "+00:00", "GMT" */
	bool		ambiguous;		/* day and month may be the other way round */
	int			weekday;		/* 1 (Monday) .. 7 as the text says, 0 when it does not */
} NewsDateString;

/*
 * Finds the first date at or behind byte offset from; false when there is none.
 * month_first: 03/09/2016 is 9 March.  Years are 1970 .. 2100.
 */
extern bool news_date_string(NewsStr text, uint32_t from, bool month_first, NewsDateString *date);

/* Day of a date; NEWS_NO_DAY when the calendar has no such date. */
extern NewsDay news_article_day(int year, int month, int day);

/* 1 (Monday) .. 7. */
extern int	news_article_weekday(NewsDay day);

#endif							/* NEWS_ARTICLE_DATESTRING_H */
