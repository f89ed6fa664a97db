/*
 * resolve.c
 *	  What an expression of time means.
 *
 * Each operation of the grammar is a function here.  It fills a Reading: a
 * period of the calendar with a time of day, or a value of its own; the end of
 * the file makes the annotation of it.
 */
#include <stdio.h>

#include "dates/resolve.h"

#define CODE(a, b) ((uint16_t) ((a) * 256 + (b)))

typedef struct Reading
{
	NewsPeriod	period;			/* grain 0 for none */
	NewsStr		value;			/* set when the period is not the value */
	NewsBasis	basis;
	bool		no_anchor;		/* other dates are not told from this one */
} Reading;

/* ---- Years, months and days that are not said ---- */

/* The anchor when it names a day, a week or a month, and so can be counted from in units of that grain. */
static bool
anchor_holds(const NewsDateContext *cx, char unit)
{
	static const char fine_to_coarse[] = "DXWMSQHYEC";
	const char *a,
			   *u;

	if (cx->anchor.grain == 0 || cx->anchor.from == NEWS_NO_DAY)
		return false;
	a = strchr(fine_to_coarse, cx->anchor.grain);
	u = strchr(fine_to_coarse, unit);
	return a && u && a <= u;
}

/* How far, in days or months, is too far for the tense alone to decide. */
static int32_t
choose(int tense, int32_t back, int32_t ahead, int32_t far, int32_t near)
{
	if (back == 0 || ahead == 0)
		return 0;
	if (tense < 0)
		return back > far && ahead < near ? ahead : -back;
	if (tense > 0)
		return ahead > far && back < near ? -back : ahead;
	return ahead < back ? ahead : -back;
}

/* The year of a month, and a day of it when day is not 0, seen from the day of writing. */
static int32_t
year_from_today(const NewsDateContext *cx, int month, int day, int tense)
{
	int32_t		year = cx->civil.year;
	int32_t		move;

	if (day == 0)
	{
		int32_t		back = (cx->civil.month - month + 12) % 12;

		/* a bare month is more often past */
		move = choose(tense, back, (12 - back) % 12 * (tense ? 1 : 3), 9, 3);
		if (move > 0)
			move = (12 - back) % 12;
		return year + (cx->civil.month - 1 + move < 0 ? -1 : cx->civil.month - 1 + move > 11);
	}
	for (int tries = 0; tries < 2; tries++)
	{
		NewsDay		this_year = news_day_of(year, month, day);
		NewsDay		before = this_year > cx->today ? news_day_of(year - 1, month, day) : this_year;
		NewsDay		after = this_year < cx->today ? news_day_of(year + 1, month, day) : this_year;

		move = choose(tense, cx->today - before, after - cx->today, 270, 100);
		return news_civil_of(cx->today + move).year;
	}
	return year;
}

/*
 * The year of a month without one in a history piece: that named last, or the
 * next when the story has just left autumn.
 */
static int32_t
year_from_story(const NewsDateContext *cx, int month, uint32_t sentence)
{
	int32_t		year = cx->anchor_year;
	const NewsPeriod *a = &cx->anchor;

	if ((a->grain == 'D' || a->grain == 'M') && a->year == year && a->month >= 11 && month <= 2 &&
		sentence <= cx->anchor_sentence + 2)
		return year + 1;
	return year;
}

/* Fills in the year of a month; false when there is nothing to tell it from. */
static bool
find_year(const NewsDateContext *cx, const NewsDateMatch *m, int month, int day, int32_t *year, NewsBasis *basis)
{
	if (cx->anchor_year != NEWS_NO_YEAR && (cx->narrative || !cx->known))
	{
		*year = year_from_story(cx, month, m->sentence);
		*basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
		return false;
	*year = year_from_today(cx, month, day, news_date_tense(cx->doc, m));
	*basis = NEWS_BASIS_RELATIVE;
	return true;
}

static int32_t
astronomical(const NewsDateParts *p, int32_t year)
{
	return p->bc ? 1 - year : year;
}

/* ---- Calendar dates ---- */

static void
say(Reading *r, NewsStr value, NewsBasis basis)
{
	r->period.grain = 0;
	r->value = value;
	r->basis = basis;
}

/* Month and day of no year: "XXXX-09-10". */
static void
say_without_year(const NewsDateContext *cx, const NewsDateParts *p, Reading *r)
{
	NewsArena  *arena = cx->doc->arena;

	if (p->day)
		say(r, news_date_print(arena, "XXXX-%02d-%02d", p->month, p->day), NEWS_BASIS_VAGUE);
	else
		say(r, news_date_print(arena, "XXXX-%02d", p->month), NEWS_BASIS_VAGUE);
}

static bool
read_month(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			arg = m->rule ? m->rule->arg : 0;
	int32_t		year;

	r->basis = NEWS_BASIS_EXPLICIT;
	if (p->year != NEWS_NO_YEAR)
		year = astronomical(p, p->year);
	else if ((arg == 1 || arg == 2) && cx->anchor_year != NEWS_NO_YEAR)
	{
		year = cx->anchor_year + arg - 1;
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (p->has_rel && cx->known && !p->unit && !p->day)
	{
		/* last August, this September, next May */
		int			c = cx->civil.month;

		year = cx->civil.year + (p->rel < 0 && p->month >= c ? -1 : p->rel > 0 && p->month <= c ? 1 : 0);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else if (p->has_rel && p->unit == 'Y' && cx->known)
	{
		year = cx->civil.year + p->rel;	/* June last year */
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else if (!find_year(cx, m, p->month, p->day, &year, &r->basis))
	{
		say_without_year(cx, p, r);
		return p->day <= 31;
	}
	if (p->day == 0)
	{
		r->period = news_period_month(year, p->month);
		return true;
	}
	if (!news_is_date(year, p->month, p->day))
	{
		/* the leap day of a year that has none: leave the year open */
		if (p->year != NEWS_NO_YEAR || p->day > 29 + (p->month != 2) + (p->month != 2 && news_days_in_month(2001, p->month) == 31))
			return false;
		say_without_year(cx, p, r);
		return true;
	}
	r->period = news_period_day(news_day_of(year, p->month, p->day));
	if (p->unit == 'W')
		r->period = news_period_week(r->period.from);
	return true;
}

/* "last Friday" is before, "this" and "next Friday" behind the day of writing; a bare one as the tense has it. */
static NewsDay
weekday_from(NewsDay day, int weekday, bool ahead, bool strictly)
{
	int			back = (news_weekday(day) - weekday + 7) % 7;

	if (ahead)
		return day + (7 - back) % 7 + (strictly && back == 0 ? 7 : 0);
	return day - back - (strictly && back == 0 ? 7 : 0);
}

static bool
read_weekday(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	NewsDay		day;

	if (cx->narrative && !p->has_rel && anchor_holds(cx, 'W'))
	{
		r->period = news_period_day(weekday_from(cx->anchor.from, p->weekday, true, false));
		r->basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
	{
		say(r, news_date_print(cx->doc->arena, "XXXX-WXX-%d", p->weekday), NEWS_BASIS_VAGUE);
		return true;
	}
	r->basis = NEWS_BASIS_RELATIVE;
	if (p->unit == 'W')
		day = news_period_week(cx->today + 7 * p->rel).from + p->weekday - 1;	/* Tuesday of last week */
	else if (p->has_rel)
		day = weekday_from(cx->today, p->weekday, p->rel >= 0 , p->rel != 0);
	else
		day = weekday_from(cx->today, p->weekday, news_date_tense(cx->doc, m) > 0, false);
	r->period = news_period_day(day);
	return true;
}

static bool
read_season(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	NewsPeriod	s;

	r->basis = NEWS_BASIS_EXPLICIT;
	if (p->year != NEWS_NO_YEAR)
	{
		r->period = news_period_season(astronomical(p, p->year), p->season);
		return true;
	}
	if (cx->anchor_year != NEWS_NO_YEAR && (cx->narrative || !cx->known) && !p->has_rel)
	{
		r->basis = NEWS_BASIS_CONTEXT;
		r->period = news_period_season(cx->anchor_year, p->season);
		return true;
	}
	if (!cx->known)
	{
		say(r, news_date_print(cx->doc->arena, "XXXX-%c%c", p->season >> 8, p->season & 255), NEWS_BASIS_VAGUE);
		return true;
	}
	r->basis = NEWS_BASIS_RELATIVE;
	s = news_period_season(cx->civil.year, p->season);
	if (p->has_rel && p->rel < 0)
		while (news_period_days(s).to > cx->today)
			s = news_period_shift(s, -1);
	else if (p->has_rel && p->rel > 0)
		while (s.from <= cx->today)
			s = news_period_shift(s, 1);
	else if (p->season == CODE('W', 'I') && cx->civil.month <= 3)
		s = news_period_shift(s, -1);
	else if (!p->has_rel && s.from > cx->today && news_date_tense(cx->doc, m) < 0)
		s = news_period_shift(s, -1);
	else if (!p->has_rel && news_period_days(s).to <= cx->today && news_date_tense(cx->doc, m) > 0)
		s = news_period_shift(s, 1);
	r->period = s;
	return true;
}

static bool
read_decade(NewsDateContext *cx, const NewsDateParts *p, Reading *r)
{
	int32_t		year = p->decade < 100 ? 1900 + p->decade : p->decade;

	(void) cx;
	if (p->bc)
		year = p->decade;
	r->basis = NEWS_BASIS_EXPLICIT;
	r->period = (NewsPeriod) {.grain = p->decade % 100 == 0 && p->decade >= 1000 && !p->bc ? 'C' : 'E',
		.year = astronomical(p, year), .month = 1, .from = news_day_of(astronomical(p, year), 1, 1)};
	/* "the 1900s" may be a decade or a century; the decade is the safer reading for the years since */
	r->period.grain = 'E';
	return true;
}

static bool
read_century(const NewsDateParts *p, Reading *r)
{
	int32_t		year = (p->ord - 1) * 100;

	if (p->ord < 1 || p->ord > 30)
		return false;
	r->basis = NEWS_BASIS_EXPLICIT;
	r->period = (NewsPeriod) {.grain = 'C', .year = astronomical(p, p->bc && year == 0 ? 1 : year), .month = 1};
	r->period.from = news_day_of(r->period.year, 1, 1);
	/* "the first century": years 0 to 99 have no value of four digits to shorten */
	return p->bc || year > 0;
}

static char
grain_of_unit(char unit)
{
	return unit == 'F' || unit == 'L' || unit == 'H' || unit == 'N' || unit == 'S' ? 0 : unit;
}

static const char *
unknown_of_unit(char unit)
{
	switch (unit)
	{
		case 'D':
			return "XXXX-XX-XX";
		case 'W':
			return "XXXX-WXX";
		case 'M':
			return "XXXX-XX";
		case 'Q':
			return "XXXX-QX";
		case 'E':
			return "XXX";
		case 'C':
			return "XX";
		default:
			return "XXXX";
	}
}

static bool
read_unit(NewsDateContext *cx, const NewsDateMatch *m, int rel, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	char		grain = grain_of_unit(p->unit);

	if (grain == 0)
		return false;
	if (!p->has_rel && cx->narrative && anchor_holds(cx, grain))
	{
		r->period = news_period_at(grain, cx->anchor.from);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (!cx->known)
		say(r, news_date_print(cx->doc->arena, "%s", unknown_of_unit(grain)), NEWS_BASIS_VAGUE);
	else
	{
		r->period = news_period_shift(news_period_at(grain, cx->today), rel);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	return true;
}

/* A clock time or a part of the day alone: of the day under discussion, or that of writing. */
static bool
read_bare_time(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;

	if (cx->anchor.grain == 'D' && !p->has_rel &&
		(cx->narrative || cx->anchor_sentence == m->sentence || (!cx->known && cx->anchor_sentence + 1 == m->sentence)))
	{
		r->period = cx->anchor;
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (cx->known)
	{
		r->period = news_period_day(cx->today + (p->has_rel ? p->rel : 0));
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else
		say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
	r->no_anchor = true;
	return true;
}

static bool
op_calendar(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;

	if (p->month)
		return read_month(cx, m, r);
	if (p->has_relday)
	{
		if (!cx->known)
			say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
		else
			r->period = news_period_day(cx->today + p->relday);
		r->basis = cx->known ? NEWS_BASIS_RELATIVE : NEWS_BASIS_VAGUE;
		return true;
	}
	if (p->weekday)
		return read_weekday(cx, m, r);
	if (p->season)
		return read_season(cx, m, r);
	if (p->decade >= 0)
		return read_decade(cx, p, r);
	if (p->ord)
		return read_century(p, r);
	if (p->year != NEWS_NO_YEAR)
	{
		r->basis = NEWS_BASIS_EXPLICIT;
		r->period = news_period_year(astronomical(p, p->year));
		return p->bc ? p->year > 0 : true;
	}
	if (p->n >= 1000 && p->n < 2200 && p->unit == 0)
	{
		r->basis = NEWS_BASIS_EXPLICIT;
		r->period = news_period_year(p->n);	/* the year two thousand */
		return true;
	}
	if (p->unit)
		return read_unit(cx, m, p->has_rel ? p->rel : m->rule && m->rule->arg == -1 ? -1 : 0, r);
	return (p->has_clock || p->part || (m->rule && m->rule->arg > 255)) && read_bare_time(cx, m, r);
}

/* ---- Feasts ---- */

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
	if (this_year == NEWS_NO_DAY || number == 50)
		return year;
	before = this_year > cx->today ? feast(number, year - 1) : this_year;
	after = this_year < cx->today ? feast(number, year + 1) : this_year;
	if (m->parts.has_rel && m->parts.rel)
		return year + (m->parts.rel < 0 ? (this_year >= cx->today ? -1 : 0) : (this_year <= cx->today ? 1 : 0));
	move = choose(news_date_tense(cx->doc, m), cx->today - before, after - cx->today, 345, 30);
	return move < 0 ? (this_year > cx->today ? year - 1 : year) : (this_year < cx->today ? year + 1 : year);
}

static bool
op_holiday(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			number = p->holiday ? p->holiday : m->rule->arg;
	int32_t		year;
	NewsDay		day;

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
		say(r, news_date_print(cx->doc->arena, "%04d-XX-XX", (int) year), NEWS_BASIS_VAGUE);
	else if (day == NEWS_NO_DAY)
		say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
	else
		r->period = p->unit == 'W' ? news_period_week(day) : news_period_day(day);
	return true;
}

static bool
op_weekend(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			back;

	if (!cx->known)
	{
		say(r, NEWS_STR("XXXX-WXX-WE"), NEWS_BASIS_VAGUE);
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

/* ---- Business quarters ---- */

static bool
quarter_known(const NewsDateContext *cx)
{
	return cx->quarter.grain == 'Q';
}

/* The quarter under discussion, or the last one that is over. */
static bool
current_quarter(NewsDateContext *cx, Reading *r)
{
	if (quarter_known(cx) && (!cx->known || news_period_days(cx->quarter).to <= cx->today + 14))
	{
		r->period = cx->quarter;
		r->basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
	{
		say(r, NEWS_STR("XXXX-QX"), NEWS_BASIS_VAGUE);
		return true;
	}
	r->period = news_period_shift(news_period_at('Q', cx->today), -1);
	r->basis = NEWS_BASIS_RELATIVE;
	return true;
}

static bool
op_quarter(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	bool		half = m->rule->arg == 2 || p->ord > 4;
	int			n = p->ord > 4 ? p->ord - 4 : half ? (p->ord == 1 ? 1 : 2) : p->ord;
	int32_t		year;

	if (n < 1 || n > 4)
		return false;
	r->basis = p->year != NEWS_NO_YEAR ? NEWS_BASIS_EXPLICIT : NEWS_BASIS_RELATIVE;
	if (p->year != NEWS_NO_YEAR)
		year = p->year;
	else if (!cx->known)
	{
		if (cx->anchor_year == NEWS_NO_YEAR)
		{
			say(r, news_date_print(cx->doc->arena, half ? "XXXX-H%d" : "XXXX-Q%d", n), NEWS_BASIS_VAGUE);
			return true;
		}
		year = cx->anchor_year;
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else
	{
		year = cx->civil.year;
		if (p->has_rel)
			year += p->rel;
		else if (!half && n > (cx->civil.month + 2) / 3 && news_date_tense(cx->doc, m) <= 0)
			year--;
	}
	r->period = news_period_quarter(year, half ? n * 2 - 1 : n);
	if (half)
		r->period.grain = 'H';
	return true;
}

/* "the 2015 period": of that year the quarter under discussion. */
static bool
op_period(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;

	if (p->year == NEWS_NO_YEAR)
	{
		if (p->has_rel && cx->known)
		{
			r->period = news_period_shift(news_period_at('Q', cx->today), p->rel);
			r->basis = NEWS_BASIS_RELATIVE;
			return true;
		}
		return current_quarter(cx, r);
	}
	r->no_anchor = true;
	r->basis = NEWS_BASIS_EXPLICIT;
	r->period = news_period_year(p->year);
	if (quarter_known(cx) && p->unit != 'Y')
	{
		r->period = news_period_quarter(p->year, (cx->quarter.month + 2) / 3);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	return true;
}

static bool
op_yearago(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;

	r->no_anchor = true;
	if (p->ord >= 1 && p->ord <= 4 && (cx->known || quarter_known(cx)))
	{
		r->period = news_period_quarter((quarter_known(cx) ? cx->quarter.year : cx->civil.year) - 1, p->ord);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else if (quarter_known(cx) && cx->quarter_sentence + 12 > m->sentence)
	{
		r->period = news_period_quarter(cx->quarter.year - 1, (cx->quarter.month + 2) / 3);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (((cx->narrative && m->rule->arg == 0) || !cx->known) && cx->anchor_year != NEWS_NO_YEAR)
	{
		r->period = news_period_year(cx->anchor_year - 1);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (cx->known)
	{
		r->period = news_period_year(cx->civil.year - 1);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else
		say(r, NEWS_STR("XXXX"), NEWS_BASIS_VAGUE);
	return true;
}

/* ---- A number of units away ---- */

static bool
move_by_units(NewsPeriod from, const NewsDateParts *p, int sign, bool from_anchor, NewsPeriod *out)
{
	int32_t		n = p->n < 0 ? 1 : p->n;
	char		unit = p->unit;

	if (n > 20000)
		return false;
	n *= sign;
	switch (unit)
	{
		case 'D':
			*out = news_period_day(from.from + n);
			return true;
		case 'F':
			*out = news_period_week(from.from + 14 * n);
			return true;
		case 'W':
			*out = from_anchor && from.grain == 'D' ? news_period_day(from.from + 7 * n) : news_period_week(from.from + 7 * n);
			return true;
		case 'M':
		case 'Q':
			*out = news_period_at('M', news_day_of(from.year, from.month + n * (unit == 'Q' ? 3 : 1), 1));
			return true;
		case 'E':
			n *= 10;
			break;
		case 'C':
			n *= 100;
			break;
		case 'L':
			n *= 1000;
			break;
		case 'Y':
			break;
		default:
			*out = news_period_day(from.from);	/* some hours away */
			return true;
	}
	if (p->n < 0 && p->half)
		n /= 2;					/* half a century ago */
	if (from.year + n < NEWS_YEAR_MIN || from.year + n > NEWS_YEAR_MAX)
		return false;
	*out = news_period_year(from.year + n);
	return true;
}

static void
say_ref(Reading *r, uint16_t sense)
{
	say(r, sense == CODE('P', 'A') ? NEWS_STR("PAST_REF") : sense == CODE('F', 'U') ? NEWS_STR("FUTURE_REF") :
		NEWS_STR("PRESENT_REF"), NEWS_BASIS_VAGUE);
}

static bool
read_away(NewsDateContext *cx, const NewsDateMatch *m, int sign, bool from_anchor, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	bool		anchor = from_anchor || (cx->narrative && !cx->known);
	char		grain = grain_of_unit(p->unit) ? grain_of_unit(p->unit) : 'D';

	r->no_anchor = false;
	if (p->few || (p->plural && p->n < 0))
	{
		say_ref(r, sign < 0 ? CODE('P', 'A') : CODE('F', 'U'));
		return true;
	}
	if (anchor && anchor_holds(cx, grain))
	{
		r->basis = NEWS_BASIS_CONTEXT;
		return move_by_units(cx->anchor, p, sign, from_anchor, &r->period);
	}
	if (!cx->known || (anchor && cx->anchor.grain))
	{
		say_ref(r, sign < 0 ? CODE('P', 'A') : CODE('F', 'U'));
		return true;
	}
	r->basis = NEWS_BASIS_RELATIVE;
	return move_by_units(news_period_day(cx->today), p, sign, false, &r->period);
}

/* "that year", "the following day", "the year" */
static bool
op_anchor(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			arg = m->rule->arg;
	char		grain = p->part ? 'D' : grain_of_unit(p->unit);

	if (arg == 4)
		return read_bare_time(cx, m, r);
	if (p->weekday)
	{
		/* the previous Friday: the one before the day named last */
		NewsDay		from = anchor_holds(cx, 'D') ? cx->anchor.from : cx->today;

		if (!cx->known && !anchor_holds(cx, 'D'))
			return read_weekday(cx, m, r);
		r->basis = NEWS_BASIS_CONTEXT;
		r->period = news_period_day(weekday_from(from, p->weekday, arg > 0, true));
		return true;
	}
	if (arg == 3 && p->unit == 'Q')
		return current_quarter(cx, r);
	if (arg == 3)
	{
		r->no_anchor = true;
		return read_unit(cx, m, 0, r);
	}
	if (grain == 0)
		return false;
	if (anchor_holds(cx, grain) && !(arg > 0 && (grain == 'E' || grain == 'C') && cx->known && !cx->narrative))
	{
		r->period = news_period_shift(news_period_at(grain, cx->anchor.from), arg);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (grain == 'Y' && cx->anchor_year != NEWS_NO_YEAR)
	{
		r->period = news_period_year(cx->anchor_year + arg);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (cx->known && !cx->narrative && (cx->anchor.grain == 0 || grain == 'E' || grain == 'C'))
	{
		r->period = news_period_shift(news_period_at(grain, cx->today), arg);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	else
		say(r, news_date_print(cx->doc->arena, "%s", unknown_of_unit(grain)), NEWS_BASIS_VAGUE);
	return true;
}

/* ---- Lengths of time and what repeats ---- */

static void
duration_of_half(NewsArena *arena, char unit, Reading *r)
{
	r->value = unit == 'H' ? NEWS_STR("PT30M") : unit == 'Y' ? NEWS_STR("P6M") : unit == 'D' ? NEWS_STR("PT12H") :
		unit == 'E' ? NEWS_STR("P5Y") : unit == 'C' ? NEWS_STR("P50Y") : unit == 'N' ? NEWS_STR("PT30S") :
		unit == 'M' ? NEWS_STR("P2W") : news_date_print(arena, "P.5%c", unit);
}

static const char *
unit_suffix(char unit)
{
	switch (unit)
	{
		case 'E':
			return "DE";
		case 'C':
			return "CE";
		case 'L':
			return "L";
		case 'N':
			return "M";
		case 'F':
			return "W";
		case 'H':
			return "H";
		case 'S':
			return "S";
		case 'D':
			return "D";
		case 'W':
			return "W";
		case 'M':
			return "M";
		case 'Q':
			return "Q";
		default:
			return "Y";
	}
}

static bool
read_duration(NewsDateContext *cx, const NewsDateParts *p, int arg, Reading *r)
{
	NewsArena  *arena = cx->doc->arena;
	const char *t = p->unit == 'H' || p->unit == 'N' || p->unit == 'S' ? "T" : "";
	const char *suffix = unit_suffix(p->unit);
	int32_t		n = p->n < 0 ? 1 : p->n;

	if (p->unit == 0)
		return false;
	r->basis = NEWS_BASIS_EXPLICIT;
	if (p->decimal)
	{
		NewsStr		s = news_span_str(&cx->doc->tokens, p->number, p->number + 1);

		r->value = news_date_print(arena, "P%s%.*s%s", t, s.len > 12 ? 12 : (int) s.len, s.s, suffix);
	}
	else if (p->half && p->n < 0 && arg != 1)
		duration_of_half(arena, p->unit, r);
	else if (p->few || (p->n < 0 && p->plural))
	{
		r->value = news_date_print(arena, "P%sX%s", t, suffix);
		r->basis = NEWS_BASIS_VAGUE;
	}
	else if (p->half)
		r->value = p->unit == 'Y' ? news_date_print(arena, "P%dY6M", (int) n) :
			p->unit == 'H' ? news_date_print(arena, "PT%dH30M", (int) n) :
			p->unit == 'N' ? news_date_print(arena, "PT%dM30S", (int) n) :
			news_date_print(arena, "P%s%d.5%s", t, (int) n, suffix);
	else
		r->value = news_date_print(arena, "P%s%d%s", t, (int) (p->unit == 'F' ? 2 * n : n), suffix);
	return true;
}

static bool
op_set(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	NewsDateParts p = m->parts;
	NewsArena  *arena = cx->doc->arena;

	r->basis = NEWS_BASIS_EXPLICIT;
	if (m->rule->arg == CODE('W', 'E'))
		r->value = NEWS_STR("XXXX-WXX-WE");
	else if (p.freq)
		r->value = news_date_print(arena, "P%s1%c", p.freq == 'H' ? "T" : "", p.freq);
	else if (p.weekday && p.part)
		r->value = news_date_print(arena, "XXXX-WXX-%dT%c%c", p.weekday, p.part >> 8, p.part & 255);
	else if (p.weekday)
		r->value = news_date_print(arena, "XXXX-WXX-%d", p.weekday);
	else if (p.month)
		r->value = news_date_print(arena, "XXXX-%02d", p.month);
	else if (p.season)
		r->value = news_date_print(arena, "XXXX-%c%c", p.season >> 8, p.season & 255);
	else if (p.part)
		r->value = NEWS_STR("P1D");
	else
	{
		if (m->rule->arg == 1)
			p.n = 1;
		else if (p.ord)
			p.n = p.ord;
		else if (p.n < 0 && !p.few)
			p.n = 1;
		return read_duration(cx, &p, 0, r);
	}
	return true;
}

/* ---- All together ---- */

static bool
read_match(NewsDateContext *cx, NewsDateMatch *m, Reading *r)
{
	switch (m->rule ? m->rule->op : NEWS_OP_calendar)
	{
		case NEWS_OP_calendar:
		case NEWS_OP_shift:
			return op_calendar(cx, m, r);
		case NEWS_OP_ago:
			return read_away(cx, m, -1, false, r);
		case NEWS_OP_hence:
			return read_away(cx, m, 1, false, r);
		case NEWS_OP_before:
			return read_away(cx, m, -1, true, r);
		case NEWS_OP_after:
			return read_away(cx, m, m->rule->arg ? m->rule->arg : 1, true, r);
		case NEWS_OP_anchor:
			return op_anchor(cx, m, r);
		case NEWS_OP_duration:
			return read_duration(cx, &m->parts, m->rule->arg, r);
		case NEWS_OP_set:
			return op_set(cx, m, r);
		case NEWS_OP_ref:
			if (m->rule->arg == CODE('P', 'A') && m->parts.plural && m->parts.unit != 'Y' && m->parts.unit && !m->parts.unit2)
			{
				/* recent months: a length; recent years: the past */
				m->kind = NEWS_DURATION;
				return read_duration(cx, &m->parts, 0, r);
			}
			say_ref(r, m->parts.sense ? m->parts.sense : (uint16_t) m->rule->arg);
			return true;
		case NEWS_OP_weekend:
			return op_weekend(cx, m, r);
		case NEWS_OP_holiday:
			return op_holiday(cx, m, r);
		case NEWS_OP_quarter:
			return op_quarter(cx, m, r);
		case NEWS_OP_yearago:
			return op_yearago(cx, m, r);
		case NEWS_OP_period:
			return op_period(cx, m, r);
		default:
			return false;
	}
}

/* "TMO", "T22:00", "" */
static void
time_suffix(const NewsDateMatch *m, char *out, size_t size)
{
	const NewsDateParts *p = &m->parts;
	uint16_t	part = p->part ? p->part : m->rule && m->rule->arg > 255 && m->rule->op == NEWS_OP_calendar ? (uint16_t) m->rule->arg : 0;
	int			hour = p->hour;

	out[0] = '\0';
	if (p->has_clock)
	{
		if (p->twelve)
			hour = hour % 12 + (p->pm ? 12 : 0);
		else if (hour < 12 && (part == CODE('A', 'F') || part == CODE('E', 'V') || (part == CODE('N', 'I') && hour > 4)))
			hour += 12;
		if (p->has_second)
			snprintf(out, size, "T%02d:%02d:%02d", hour, p->minute, p->second);
		else
			snprintf(out, size, "T%02d:%02d", hour, p->minute);
	}
	else if (part && m->kind == NEWS_TIME)
		snprintf(out, size, "T%c%c", part >> 8, part & 255);
}

/* Ends of a range share what only the last one says: "April to June 1968". */
static void
share_year(NewsDateMatches *matches, uint32_t i)
{
	NewsDateMatch *m = &matches->items[i];
	const NewsDateMatch *next;

	for (uint32_t k = i; k < matches->n && k < i + 4 && matches->items[k].paired; k++)
	{
		next = &matches->items[k + 1];
		if (next->parts.year == NEWS_NO_YEAR || m->parts.year != NEWS_NO_YEAR || !m->parts.month || !next->parts.month)
			continue;
		m->parts.year = next->parts.year - (!next->parts.bc && m->parts.month > next->parts.month);
		m->parts.bc = next->parts.bc;
		return;
	}
}

/*
 * A year named by the way, as in "the 1976 elections" or "since 1945", does not
 * move a story on that has just given full dates.
 */
static bool
is_aside(const NewsDateContext *cx, const NewsDateMatch *m, const Reading *r)
{
	const NewsToken *before;

	if (r->period.grain != 'Y' || cx->anchor_year == NEWS_NO_YEAR || m->sentence > cx->full_sentence + 12 ||
		cx->full_sentence == 0)
		return false;
	if (m->parts.edge || cx->doc->sentences.items[m->sentence].headline ||
		m->first == cx->doc->sentences.items[m->sentence].first)
		return false;
	before = &cx->doc->tokens.items[m->first - 1];
	return !news_date_cue(before, NEWS_CUE_during) && !(before->kind == NEWS_PUNCT && before->mark == '(');
}

static void
remember(NewsDateContext *cx, const NewsDateMatch *m, const Reading *r)
{
	if (r->period.grain == 0 || r->no_anchor || (m->kind != NEWS_DATE && m->kind != NEWS_TIME))
		return;
	if (cx->narrative && r->basis == NEWS_BASIS_RELATIVE)
		return;
	if (r->period.grain == 'Q' && r->period.year >= cx->civil.year - 2)
	{
		cx->quarter = r->period;
		cx->quarter_sentence = m->sentence;
	}
	if (cx->narrative && is_aside(cx, m, r))
		return;
	if (m->parts.year != NEWS_NO_YEAR && (r->period.grain == 'D' || r->period.grain == 'M'))
		cx->full_sentence = m->sentence + 1;
	cx->anchor = r->period;
	cx->anchor_sentence = m->sentence;
	if (r->period.grain != 'E' && r->period.grain != 'C')
		cx->anchor_year = r->period.year;
}

bool
news_date_resolve(NewsDateContext *cx, NewsDateMatches *matches, uint32_t i, NewsTimex *out)
{
	NewsDateMatch *m = &matches->items[i];
	Reading		r = {.basis = NEWS_BASIS_EXPLICIT};
	char		suffix[16];

	share_year(matches, i);
	if (m->rule && (m->rule->guards >> NEWS_GUARD_history & 1) && !cx->narrative)
		return false;
	if (!read_match(cx, m, &r))
		return false;
	/* "for the year ended Aug. 31" is a length of time */
	if (m->rule && m->rule->op == NEWS_OP_anchor && m->rule->arg == 3 && m->parts.unit == 'Y' &&
		m->end < cx->doc->tokens.n && news_date_cue(&cx->doc->tokens.items[m->end], NEWS_CUE_closing))
	{
		m->kind = NEWS_DURATION;
		say(&r, NEWS_STR("P1Y"), NEWS_BASIS_EXPLICIT);
	}
	remember(cx, m, &r);
	*out = (NewsTimex) {.first = m->first, .end = m->end, .sentence = m->sentence,
		.kind = (NewsTimexKind) m->kind, .basis = r.basis, .value = r.value, .during = NEWS_NO_DAYS};
	time_suffix(m, suffix, sizeof(suffix));
	if (r.period.grain)
	{
		out->value = news_period_value(cx->doc->arena, r.period);
		if (m->kind == NEWS_DATE || m->kind == NEWS_TIME)
			out->during = news_period_days(r.period);
	}
	if (suffix[0] && (m->kind == NEWS_TIME || m->kind == NEWS_DATE))
		out->value = news_date_print(cx->doc->arena, "%.*s%s", (int) out->value.len, out->value.s, suffix);
	return out->value.s != NULL;
}
