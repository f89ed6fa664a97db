/*
 * calendar.c
 *	  Days, weeks and feasts of the proleptic Gregorian calendar.
 */
#include "dates/calendar.h"

/* Days from 0000-03-01 to 1970-01-01. */
#define EPOCH 719468
#define DAYS_PER_ERA 146097		/* 400 years */

NewsDay
news_day_of(int32_t year, int month, int day)
{
	int64_t		y = year;
	int64_t		m = (int64_t) month - 1;
	int64_t		era;
	int64_t		yoe;
	int64_t		doy;
	int64_t		result;

	y += m / 12;
	m %= 12;
	if (m < 0)
	{
		m += 12;
		y--;
	}
	if (y < NEWS_YEAR_MIN || y > NEWS_YEAR_MAX)
		return NEWS_NO_DAY;

	/* count years from March, so that the leap day is the last of its year */
	if (m < 2)
		y--;
	m = (m + 10) % 12;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * m + 2) / 5 + (int64_t) day - 1;
	result = era * DAYS_PER_ERA + yoe * 365 + yoe / 4 - yoe / 100 + doy - EPOCH;
	return (NewsDay) result;
}

NewsCivil
news_civil_of(NewsDay day)
{
	int64_t		z = (int64_t) day + EPOCH;
	int64_t		era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int64_t		doe = z - era * DAYS_PER_ERA;
	int64_t		yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t		doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t		mp = (5 * doy + 2) / 153;
	NewsCivil	c;

	c.day = (int) (doy - (153 * mp + 2) / 5 + 1);
	c.month = (int) (mp < 10 ? mp + 3 : mp - 9);
	c.year = (int32_t) (yoe + era * 400 + (c.month <= 2));
	return c;
}

bool
news_is_leap_year(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
news_days_in_month(int32_t year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && news_is_leap_year(year));
}

bool
news_is_date(int32_t year, int month, int day)
{
	return year >= NEWS_YEAR_MIN && year <= NEWS_YEAR_MAX && month >= 1 && month <= 12 &&
		day >= 1 && day <= news_days_in_month(year, month);
}

int
news_weekday(NewsDay day)
{
	int			w = (int) (((int64_t) day + 3) % 7);	/* day 0 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

int
news_iso_week(NewsDay day, int32_t *week_year)
{
	/* a week belongs to the year of its Thursday */
	NewsDay		thursday = day + 4 - news_weekday(day);
	int32_t		year = news_civil_of(thursday).year;

	*week_year = year;
	return (thursday - news_day_of(year, 1, 1)) / 7 + 1;
}

NewsDay
news_iso_week_start(int32_t week_year, int week)
{
	NewsDay		jan4 = news_day_of(week_year, 1, 4);

	if (jan4 == NEWS_NO_DAY)
		return NEWS_NO_DAY;
	return jan4 - (news_weekday(jan4) - 1) + 7 * (week - 1);
}

NewsDay
news_nth_weekday(int32_t year, int month, int weekday, int n)
{
	NewsDay		first;

	if (n < 0)
	{
		NewsDay		last = news_day_of(year, month + 1, 0);

		return last == NEWS_NO_DAY ? last : last - (news_weekday(last) - weekday + 7) % 7;
	}
	first = news_day_of(year, month, 1);
	if (first == NEWS_NO_DAY)
		return first;
	return first + (weekday - news_weekday(first) + 7) % 7 + 7 * (n - 1);
}

NewsDay
news_easter(int32_t year)
{
	int			a = year % 19;
	int			b = year / 100;
	int			c = year % 100;
	int			h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int			l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int			m = (a + 11 * h + 22 * l) / 451;
	int			n = h + l - 7 * m + 114;

	return news_day_of(year, n / 31, n % 31 + 1);
}

NewsDay
news_add_months(NewsDay day, int32_t n)
{
	NewsCivil	c = news_civil_of(day);
	NewsDay		first = news_day_of(c.year, c.month + n, 1);
	NewsCivil	f;
	int			last;

	if (first == NEWS_NO_DAY)
		return NEWS_NO_DAY;
	f = news_civil_of(first);
	last = news_days_in_month(f.year, f.month);
	return first + (c.day < last ? c.day : last) - 1;
}

static int
digits(const char *s, int n)
{
	int			v = 0;

	for (int i = 0; i < n; i++)
	{
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

bool
news_parse_iso_day(const char *s, uint32_t len, NewsDay *day)
{
	int			year,
				month,
				mday;

	if (len < 10 || s[4] != '-' || s[7] != '-')
		return false;
	year = digits(s, 4);
	month = digits(s + 5, 2);
	mday = digits(s + 8, 2);
	if (year < 0 || !news_is_date(year, month, mday))
		return false;
	*day = news_day_of(year, month, mday);
	return true;
}

int
news_print_iso_day(NewsDay day, char *out)
{
	NewsCivil	c = news_civil_of(day);
	int			n = 0;
	int			width = 4;
	int32_t		year = c.year;

	if (year < 0)
	{
		out[n++] = '-';
		year = -year;
	}
	else if (year > 9999)
		out[n++] = '+';
	for (int32_t y = year / 10000; y > 0; y /= 10)
		width++;
	for (int i = width - 1; i >= 0; i--, year /= 10)
		out[n + i] = (char) ('0' + year % 10);
	n += width;
	out[n++] = '-';
	out[n++] = (char) ('0' + c.month / 10);
	out[n++] = (char) ('0' + c.month % 10);
	out[n++] = '-';
	out[n++] = (char) ('0' + c.day / 10);
	out[n++] = (char) ('0' + c.day % 10);
	return n;
}
