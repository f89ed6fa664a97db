/*
 * feasts.c
 *	  Feasts, named days and weekends.
 */
#include "dates/reading.h"

/* The day of a feast of a year; NEWS_NO_DAY where it is not reckoned. */
static NewsDay
feast(int number, int32_t year)
{
	static const struct
	{
		uint8_t		number;
		uint8_t		month;
		uint8_t		day;
	}			fixed[] = {
		{1, 12, 25}, {4, 10, 31}, {20, 1, 1}, {21, 12, 31}, {22, 2, 14}, {23, 3, 17}, {27, 11, 11}, {31, 7, 4},
		{32, 1, 20}, {35, 4, 22}, {36, 5, 1}, {37, 12, 26}, {38, 11, 11}, {39, 7, 14}, {40, 11, 1}, {41, 11, 5},
		{42, 4, 1}, {47, 2, 2}, {48, 3, 8}, {49, 12, 24}, {51, 11, 11}, {56, 10, 3}, {57, 5, 8}, {58, 8, 15},
		{59, 1, 6}, {60, 12, 6},
	};
	static const struct
	{
		uint8_t		number;
		uint8_t		month;
		uint8_t		weekday;
		int8_t		n;
		int8_t		plus;
	}			moving[] = {
		{2, 11, 4, 4, 0}, {25, 5, 1, -1, 0}, {26, 9, 1, 1, 0}, {28, 10, 1, 2, 0}, {29, 11, 1, 1, 1},
		{30, 1, 1, 3, 0}, {33, 5, 7, 2, 0}, {34, 6, 7, 3, 0}, {43, 11, 4, 4, 1}, {46, 2, 1, 3, 0},
		{53, 2, 7, 1, 0}, {54, 11, 4, 4, 4},
	};
	static const struct
	{
		uint8_t		number;
		int8_t		plus;
	}			of_easter[] = {{3, 0}, {8, 49}, {24, -2}, {44, -7}, {45, -46}, {55, 1}, {61, 50}, {62, 39}};

	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		if (fixed[i].number == number)
			return news_day_of(year, fixed[i].month, fixed[i].day);
	for (size_t i = 0; i < sizeof(moving) / sizeof(*moving); i++)
		if (moving[i].number == number)
			return news_nth_weekday(year, moving[i].month, moving[i].weekday, moving[i].n) + moving[i].plus;
	for (size_t i = 0; i < sizeof(of_easter) / sizeof(*of_easter); i++)
		if (of_easter[i].number == number && year > 0)
			return news_easter(year) + of_easter[i].plus;
	if (number == 50)
		return news_day_of(1944, 6, 6);
	if (number == 63)
		return news_day_of(2001, 9, 11);
	return NEWS_NO_DAY;
}

/* The year of a feast without one: the last, the next, or the nearest, as tense and distance have it. */
static int32_t
year_of_feast(const NewsDateContext *cx, const NewsDateMatch *m, int number)
{
	int32_t		year = cx->civil.year;
	NewsDay		this_year = feast(number, year);
	NewsDay		before,
				after;
	int32_t		move;

	if (number == 32)
		return year - (year - 1) % 4;	/* a president takes office every four years */
	if (this_year == NEWS_NO_DAY || number == 50 || number == 63)
		return year;
	before = this_year > cx->today ? feast(number, year - 1) : this_year;
	after = this_year < cx->today ? feast(number, year + 1) : this_year;
	if (m->parts.has_rel && m->parts.rel)
		return year + (m->parts.rel < 0 ? (this_year >= cx->today ? -1 : 0) : (this_year <= cx->today ? 1 : 0));
	move = news_date_choose(news_date_tense(cx->doc, m), cx->today - before, after - cx->today, 345, 30);
	return move < 0 ? (this_year > cx->today ? year - 1 : year) : (this_year < cx->today ? year + 1 : year);
}

bool
news_date_read_feast(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			number = p->holiday ? p->holiday : m->rule->arg;
	int32_t		year;
	NewsDay		day;

	/* written before 2001: some other September 11, and "9/11" is a share */
	if (number == 63 && cx->known && cx->today < feast(number, 0))
	{
		NewsDateMatch that_year = *m;

		that_year.parts.month = 9;
		return p->day && news_date_read_calendar(cx, &that_year, r);
	}
	r->basis = NEWS_BASIS_EXPLICIT;
	if (p->year != NEWS_NO_YEAR)
		year = p->year;
	else if (cx->anchor_year != NEWS_NO_YEAR && (cx->narrative || !cx->known))
	{
		year = cx->anchor_year;
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (cx->known)
	{
		year = year_of_feast(cx, m, number);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else
		year = NEWS_NO_YEAR;
	day = year == NEWS_NO_YEAR || year > NEWS_YEAR_MAX ? NEWS_NO_DAY : feast(number, year);
	if (day == NEWS_NO_DAY && year != NEWS_NO_YEAR)
		news_date_say(r, news_date_print(cx->doc->arena, "%04d-XX-XX", (int) year), NEWS_BASIS_VAGUE);
	else if (day == NEWS_NO_DAY)
		news_date_say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
	else
		r->period = p->unit == 'W' ? news_period_week(day) : news_period_day(day);
	return true;
}

bool
news_date_read_weekend(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			back;

	if (!cx->known)
	{
		news_date_say(r, NEWS_STR("XXXX-WXX-WE"), NEWS_BASIS_VAGUE);
		return true;
	}
	/* seen from Monday to Friday, the last weekend lies a week back */
	if (p->has_rel && p->rel != 0)
		back = p->rel;
	else if (news_weekday(cx->today) >= 6)
		back = 0;
	else
		back = news_date_tense(cx->doc, m) > 0 ? 0 : p->has_rel && news_weekday(cx->today) > 3 ? 0 : -1;
	r->basis = NEWS_BASIS_RELATIVE;
	r->period = news_period_shift(news_period_at('X', cx->today), back);
	return true;
}
