/*
 * offset.c
 *	  Days told from a period that the same expression names.
 */
#include "dates/reading.h"

/* The period an expression names besides the units that are counted from it. */
static bool
read_named(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	NewsDateMatch named = *m;

	named.rule = NULL;
	named.parts.n = -1;
	named.parts.few = named.parts.half = named.parts.plural = false;
	named.parts.unit = m->parts.unit2;
	named.parts.unit2 = 0;
	named.parts.ord = 0;
	if (m->parts.holiday)
		return news_date_read_feast(cx, &named, r);
	if (m->rule->op == NEWS_OP_nth)
		named.parts.weekday = 0;
	return news_date_read_calendar(cx, &named, r);
}

/* "two years ago this month", "a year ago today", "two days before": the period moved by n of the unit. */
static NewsPeriod
moved(NewsPeriod p, char unit, int32_t n)
{
	switch (unit)
	{
		case 'D':
			return news_period_day(p.from + n);
		case 'W':
		case 'F':
			n *= unit == 'F' ? 14 : 7;
			return p.grain == 'W' || p.grain == 'X' ? news_period_shift(p, n / 7) : news_period_day(p.from + n);
		default:
			n *= unit == 'Q' ? 3 : unit == 'Y' ? 12 : unit == 'E' ? 120 : unit == 'C' ? 1200 : 1;
			return news_period_at(p.grain, news_add_months(p.from, n));
	}
}

bool
news_date_read_offset(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			arg = m->rule->arg;
	int32_t		n = p->n < 0 ? 1 : p->n;
	int			sign = arg > 0 ? 1 : -1;

	if (n > 1000)
		return false;
	if (arg == 7 && cx->known)	/* Monday week: the coming Monday and a week */
	{
		r->basis = NEWS_BASIS_RELATIVE;
		r->period = news_period_day(news_date_weekday_from(cx->today, p->weekday, true, true) + 7);
		return true;
	}
	if (!read_named(cx, m, r))
		return false;
	if (r->period.grain == 0)
		return true;			/* "XXXX-WXX-1": as little is known of the day before */
	if (arg == 7 || arg == -7)
		r->period = news_period_day(r->period.from + arg);
	else if (p->few || (p->plural && p->n < 0) || news_date_grain(p->unit) == 0)
		news_date_say_ref(r, sign < 0 ? CODE('P', 'A') : CODE('F', 'U'));
	else if (arg == 2 || arg == -2)		/* the week before Christmas */
		r->period = news_period_shift(news_period_at(p->unit, r->period.from), sign);
	else
		r->period = moved(r->period, p->unit, sign * n);
	return true;
}

/* Weeks of a month begin with its first day: the second week is that of the 8th. */
static void
set_nth_of(NewsPeriod whole, const NewsDateParts *p, Reading *r)
{
	NewsDays	days = news_period_days(whole);
	NewsDay		day;
	int			n = p->ord;		/* 0: the last */

	if (days.from == NEWS_NO_DAY)
		return;
	if (p->weekday)
		day = n ? news_date_weekday_from(days.from, p->weekday, true, false) + 7 * (n - 1) :
			news_date_weekday_from(days.to - 1, p->weekday, false, false);
	else
		day = n ? days.from + (p->unit == 'W' ? 7 : 1) * (n - 1) : days.to - 1;
	if (day >= days.to)
		return;					/* the fifth Monday: of that month, and no more can be told */
	r->period = p->unit == 'W' && !p->weekday ? news_period_week(day) : news_period_day(day);
}

bool
news_date_read_nth(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	if (!read_named(cx, m, r))
		return false;
	if (r->period.grain)
		set_nth_of(r->period, &m->parts, r);
	return true;
}
