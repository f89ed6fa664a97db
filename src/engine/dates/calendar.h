/*
 * calendar.h
 *	  Days, weeks and feasts of the proleptic Gregorian calendar.
 *
 * Years are astronomical: 1 BC is year 0, 480 BC is year -479.
 */
#ifndef NEWS_CALENDAR_H
#define NEWS_CALENDAR_H

#include "annotate.h"

typedef struct NewsCivil
{
	int32_t		year;
	int			month;			/* 1 = January */
	int			day;			/* 1 = first of the month */
} NewsCivil;

/* Years that a NewsDay can hold with room for arithmetic. */
#define NEWS_YEAR_MIN (-20000)
#define NEWS_YEAR_MAX 20000

/*
 * Day number of a date; month may be any number (13 is January of the next
 * year), day too.  Years beyond the range above give NEWS_NO_DAY.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
extern NewsDay news_day_of(int32_t year, int month, int day);
extern NewsCivil news_civil_of(NewsDay day);

extern bool news_is_leap_year(int32_t year);
extern int	news_days_in_month(int32_t year, int month);

/* Is it a date that exists, in the range of years above? */
extern bool news_is_date(int32_t year, int month, int day);

/* 1 = Monday .. 7 = Sunday (ISO 8601). */
extern int	news_weekday(NewsDay day);

/* ISO 8601 week (1..53) that holds the day, and the year that week is counted in. */
extern int	news_iso_week(NewsDay day, int32_t *week_year);

/* Monday of an ISO week. */
extern NewsDay news_iso_week_start(int32_t week_year, int week);

/* The n-th weekday (1 = Monday) of a month; n = -1 is the last. */
extern NewsDay news_nth_weekday(int32_t year, int month, int weekday, int n);

/* Easter Sunday of the western churches ("Anonymous Gregorian algorithm", Nature 1876). */
extern NewsDay news_easter(int32_t year);

/* The same day of the month n months on, or that month's last day. */
extern NewsDay news_add_months(NewsDay day, int32_t n);

/*
 * Reads "2016-09-10" at the start of len bytes; false when there is no such day.
 */
extern bool news_parse_iso_day(const char *s, uint32_t len, NewsDay *day);

/* Writes "2016-09-10" (years before 1 and after 9999 with sign); returns its length, at most 15. */
extern int	news_print_iso_day(NewsDay day, char *out);

#endif							/* NEWS_CALENDAR_H */
