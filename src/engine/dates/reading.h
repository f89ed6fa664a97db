/*
 * reading.h
 *	  How resolve.c and the files around it read an expression: what each
 *	  fills in.  Functions that return bool return false when the expression
 *	  turns out to mean nothing.
 */
#ifndef NEWS_DATE_READING_H
#define NEWS_DATE_READING_H

#include <stdio.h>

#include "dates/resolve.h"

/* Two letters of a table's value as one number. */
#define CODE(a, b) ((uint16_t) ((a) * 256 + (b)))

typedef struct Reading
{
	NewsPeriod	period;			/* grain 0 for none */
	NewsStr		value;			/* set when the period is not the value */
	NewsBasis	basis;
	bool		no_anchor;		/* other dates are not told from this one */
} Reading;

/* 480 BC is the astronomical year -479. */
static inline int32_t
astronomical(const NewsDateParts *p, int32_t year)
{
	return p->bc ? 1 - year : year;
}

/* The anchor when it names a day, a week or a month, and so can be counted from in units of that grain. */
extern bool news_date_anchor_holds(const NewsDateContext *cx, char unit);

/* How far, in days or months, is too far for the tense alone to decide. */
extern int32_t news_date_choose(int tense, int32_t back, int32_t ahead, int32_t far, int32_t near);

/* Fills in the year of a month; false when there is nothing to tell it from. */
extern bool news_date_find_year(const NewsDateContext *cx, const NewsDateMatch *m, int month, int day,
			int32_t *year, NewsBasis *basis);

/* Gives the expression a value that is no period of the calendar. */
extern void news_date_say(Reading *r, NewsStr value, NewsBasis basis);

/* PAST_REF, FUTURE_REF or PRESENT_REF for PA, FU, PR. */
extern void news_date_say_ref(Reading *r, uint16_t sense);

/* What the parts name: days, months, years, weekdays, seasons, units, times of day.  read_calendar.c */
extern bool news_date_read_calendar(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* "two days before Christmas", "the week before last".  offset.c */
extern bool news_date_read_offset(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* "the last Sunday in March", "the second week of May".  offset.c */
extern bool news_date_read_nth(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* feasts.c */
extern bool news_date_read_feast(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

extern bool news_date_read_weekend(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* The period of the unit that lies rel away from the one of the day of writing. */
extern bool news_date_read_unit(NewsDateContext *cx, const NewsDateMatch *m, int rel, Reading *r);

/* A clock time or a part of the day alone: of the day under discussion, or that of writing. */
extern bool news_date_read_bare_time(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

extern bool news_date_read_weekday(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* "last Friday" is before, "this" and "next Friday" behind the day of writing; a bare one as the tense has it. */
extern NewsDay news_date_weekday_from(NewsDay day, int weekday, bool ahead, bool strictly);

/* The grain of a unit of time, 0 for one shorter than a day or without a place in the calendar. */
extern char news_date_grain(char unit);

/* "XXXX-XX": the value of a period of which only the grain is known. */
extern const char *news_date_unknown(char unit);

/* The quarter under discussion, or the last one that is over. */
extern bool news_date_read_current_quarter(NewsDateContext *cx, Reading *r);

/* Business quarters and the periods compared with them.  quarters.c */
extern bool news_date_read_quarter(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* "the 2015 period": of that year the quarter under discussion. */
extern bool news_date_read_period(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

extern bool news_date_read_year_ago(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

/* Lengths of time and what repeats; arg is the rule's.  lengths.c */
extern bool news_date_read_duration(NewsDateContext *cx, const NewsDateParts *p, int arg, Reading *r);

extern bool news_date_read_set(NewsDateContext *cx, const NewsDateMatch *m, Reading *r);

#endif							/* NEWS_DATE_READING_H */
