/*
 * calendar.h
 *	  Days to and from year, month and day, proleptic Gregorian.
 *
 * Years are astronomical: 0 is 1 BC.  The algorithm counts in eras of 400 years
 * that begin on 1 March, as in Howard Hinnant's "chrono-Compatible Low-Level
 * Date Algorithms".
 */
#ifndef NEWS_CALENDAR_H
#define NEWS_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01; month is 1..12; day may lie outside the month. */
static inline int32_t
news_day_of(int32_t year, int32_t month, int32_t day)
{
	int64_t		y = (int64_t) year - (month <= 2);
	int64_t		era = (y >= 0 ? y : y - 399) / 400;
	int64_t		yoe = y - era * 400;
	int64_t		doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t		doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return (int32_t) (era * 146097 + doe - 719468);
}

static inline void
news_day_split(int32_t days, int32_t *year, int32_t *month, int32_t *day)
{
	int64_t		z = (int64_t) days + 719468;
	int64_t		era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t		doe = z - era * 146097;
	int64_t		yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t		doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t		mp = (5 * doy + 2) / 153;

	*day = (int32_t) (doy - (153 * mp + 2) / 5 + 1);
	*month = (int32_t) (mp < 10 ? mp + 3 : mp - 9);
	*year = (int32_t) (yoe + era * 400 + (*month <= 2));
}

static inline bool
news_leap_year(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static inline int32_t
news_month_days(int32_t year, int32_t month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && news_leap_year(year));
}

#endif							/* NEWS_CALENDAR_H */
