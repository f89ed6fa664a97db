/*
 * value.c
 *	  Periods of the calendar as TIMEX3 values and as days.
 */
#include <stdarg.h>
#include <stdio.h>

#include "dates/resolve.h"

#define SEASON(a, b) ((uint16_t) ((a) * 256 + (b)))

NewsPeriod
news_period_day(NewsDay day)
{
	NewsCivil	c = news_civil_of(day);

	return (NewsPeriod) {.grain = 'D', .year = c.year, .month = c.month, .from = day};
}

NewsPeriod
news_period_week(NewsDay any_day)
{
	NewsDay		monday = any_day - (news_weekday(any_day) - 1);
	NewsPeriod	p = {.grain = 'W', .from = monday};

	news_iso_week(monday, &p.year);
	p.month = news_civil_of(monday).month;
	return p;
}

NewsPeriod
news_period_month(int32_t year, int month)
{
	return (NewsPeriod) {.grain = 'M', .year = year, .month = month, .from = news_day_of(year, month, 1)};
}

NewsPeriod
news_period_quarter(int32_t year, int quarter)
{
	int			month = quarter * 3 - 2;

	return (NewsPeriod) {.grain = 'Q', .year = year, .month = month, .from = news_day_of(year, month, 1)};
}

NewsPeriod
news_period_year(int32_t year)
{
	return (NewsPeriod) {.grain = 'Y', .year = year, .month = 1, .from = news_day_of(year, 1, 1)};
}

/* Seasons of the northern hemisphere, by meteorologists' reckoning; a winter counts to the year it begins in. */
NewsPeriod
news_period_season(int32_t year, uint16_t season)
{
	int			month = season == SEASON('S', 'P') ? 3 : season == SEASON('S', 'U') ? 6 :
		season == SEASON('F', 'A') ? 9 : 12;

	return (NewsPeriod) {.grain = 'S', .year = year, .month = month, .season = season,
		.from = news_day_of(year, month, 1)};
}

/* Largest multiple of n that is not above year. */
static int32_t
floor_to(int32_t year, int32_t n)
{
	int32_t		r = year % n;

	return year - (r < 0 ? r + n : r);
}

NewsPeriod
news_period_at(char grain, NewsDay day)
{
	NewsCivil	c = news_civil_of(day);
	NewsPeriod	p = {0};

	switch (grain)
	{
		case 'D':
			return news_period_day(day);
		case 'W':
			return news_period_week(day);
		case 'M':
			return news_period_month(c.year, c.month);
		case 'Q':
			return news_period_quarter(c.year, (c.month + 2) / 3);
		case 'X':
			p = news_period_week(day);
			p.grain = 'X';
			p.from += 5;
			return p;
		case 'E':
		case 'C':
			p.grain = grain;
			p.year = grain == 'E' ? 10 : 100;
			p.year = c.year > 0 ? floor_to(c.year, p.year) : 1 - floor_to(1 - c.year, p.year);
			p.month = 1;
			p.from = news_day_of(p.year, 1, 1);
			return p;
		default:
			return news_period_year(c.year);
	}
}

NewsPeriod
news_period_shift(NewsPeriod p, int32_t n)
{
	NewsPeriod	q = p;
	int32_t		months;

	if (n > 100000 || n < -100000)
		n = 0;
	switch (p.grain)
	{
		case 'D':
			return news_period_day(p.from + n);
		case 'W':
			return news_period_week(p.from + 7 * n);
		case 'X':
			q = news_period_week(p.from + 7 * n);
			q.grain = 'X';
			q.from += 5;
			return q;
		case 'M':
		case 'Q':
		case 'H':
			months = p.month - 1 + n * (p.grain == 'M' ? 1 : p.grain == 'Q' ? 3 : 6);
			q.year = p.year + (floor_to(months, 12) / 12);
			q.month = months - floor_to(months, 12) + 1;
			break;
		case 'E':
			q.year += 10 * n;
			break;
		case 'C':
			q.year += 100 * n;
			break;
		default:
			q.year += n;
			break;
	}
	q.from = news_day_of(q.year, q.month, 1);
	return q;
}

NewsDays
news_period_days(NewsPeriod p)
{
	NewsDay		to = NEWS_NO_DAY;

	if (p.grain == 0 || p.from == NEWS_NO_DAY)
		return NEWS_NO_DAYS;
	switch (p.grain)
	{
		case 'D':
			to = p.from + 1;
			break;
		case 'W':
			to = p.from + 7;
			break;
		case 'X':
			to = p.from + 2;
			break;
		case 'M':
			to = news_day_of(p.year, p.month + 1, 1);
			break;
		case 'Q':
		case 'S':
			to = news_day_of(p.year, p.month + 3, 1);
			break;
		case 'H':
			to = news_day_of(p.year, p.month + 6, 1);
			break;
		case 'E':
		case 'C':
			/* before our era a decade is known by its last year: the 490s BC end with 490 */
			if (p.year <= 0)
				p.from = news_day_of(p.year - (p.grain == 'E' ? 9 : 99), 1, 1);
			to = news_day_of(p.year <= 0 ? p.year + 1 : p.year + (p.grain == 'E' ? 10 : 100), 1, 1);
			break;
		default:
			to = news_day_of(p.year + 1, 1, 1);
			break;
	}
	return to == NEWS_NO_DAY || p.from == NEWS_NO_DAY ? NEWS_NO_DAYS : (NewsDays) {p.from, to};
}

NewsStr
news_date_print(NewsArena *arena, const char *format, ...)
{
	char		buffer[64];
	va_list		args;
	int			n;

	va_start(args, format);
	n = vsnprintf(buffer, sizeof(buffer), format, args);
	va_end(args);
	if (n < 0)
		n = 0;
	if (n >= (int) sizeof(buffer))
		n = sizeof(buffer) - 1;
	return (NewsStr) {news_strndup(arena, buffer, (size_t) n), (uint32_t) n};
}

/* "1996", "BC0480" (480 BC is the astronomical year -479). */
static void
print_year(char *out, size_t size, int32_t year)
{
	if (year <= 0)
		snprintf(out, size, "BC%04d", (int) (1 - year));
	else
		snprintf(out, size, "%04d", (int) year);
}

/* "2016-09-10" without printf: by far the most frequent value. */
static NewsStr
day_value(NewsArena *arena, NewsPeriod p)
{
	char		out[16];
	int			n = news_print_iso_day(p.from, out);

	return (NewsStr) {news_strndup(arena, out, (size_t) n), (uint32_t) n};
}

NewsStr
news_period_value(NewsArena *arena, NewsPeriod p)
{
	char		year[24];
	int32_t		week_year;

	if (p.grain == 'D' && p.year > 0 && p.year <= 9999)
		return day_value(arena, p);
	print_year(year, sizeof(year), p.year);
	switch (p.grain)
	{
		case 'D':
			return news_date_print(arena, "%s-%02d-%02d", year, p.month, news_civil_of(p.from).day);
		case 'W':
			return news_date_print(arena, "%s-W%02d", year, news_iso_week(p.from, &week_year));
		case 'X':
			return news_date_print(arena, "%s-W%02d-WE", year, news_iso_week(p.from, &week_year));
		case 'M':
			return news_date_print(arena, "%s-%02d", year, p.month);
		case 'Q':
			return news_date_print(arena, "%s-Q%d", year, (p.month + 2) / 3);
		case 'H':
			return news_date_print(arena, "%s-H%d", year, p.month > 6 ? 2 : 1);
		case 'S':
			return news_date_print(arena, "%s-%c%c", year, p.season >> 8, p.season & 255);
		case 'E':
			year[strlen(year) - 1] = '\0';
			return news_date_print(arena, "%s", year);
		case 'C':
			year[strlen(year) - 2] = '\0';
			return news_date_print(arena, "%s", year);
		default:
			return news_date_print(arena, "%s", year);
	}
}
