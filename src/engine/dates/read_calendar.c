/*
 * read_calendar.c
 *	  Dates that name a period of the calendar, in full or in part.
 */
#include "dates/reading.h"

void
news_date_say(Reading *r, NewsStr value, NewsBasis basis)
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
		news_date_say(r, news_date_print(arena, "XXXX-%02d-%02d", p->month, p->day), NEWS_BASIS_VAGUE);
	else
		news_date_say(r, news_date_print(arena, "XXXX-%02d", p->month), NEWS_BASIS_VAGUE);
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
	else if (!news_date_find_year(cx, m, p->month, p->day, &year, &r->basis))
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
NewsDay
news_date_weekday_from(NewsDay day, int weekday, bool ahead, bool strictly)
{
	int			back = (news_weekday(day) - weekday + 7) % 7;

	if (ahead)
		return day + (7 - back) % 7 + (strictly && back == 0 ? 7 : 0);
	return day - back - (strictly && back == 0 ? 7 : 0);
}

bool
news_date_read_weekday(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	NewsDay		day;

	if (cx->narrative && !p->has_rel && news_date_anchor_holds(cx, 'W'))
	{
		r->period = news_period_day(news_date_weekday_from(cx->anchor.from, p->weekday, true, false));
		r->basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
	{
		news_date_say(r, news_date_print(cx->doc->arena, "XXXX-WXX-%d", p->weekday), NEWS_BASIS_VAGUE);
		return true;
	}
	r->basis = NEWS_BASIS_RELATIVE;
	if (p->unit == 'W')
		day = news_period_week(cx->today + 7 * p->rel).from + p->weekday - 1;	/* Tuesday of last week */
	else if (p->has_rel)
		day = news_date_weekday_from(cx->today, p->weekday, p->rel >= 0 , p->rel != 0);
	else
		day = news_date_weekday_from(cx->today, p->weekday, news_date_tense(cx->doc, m) > 0, false);
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
		news_date_say(r, news_date_print(cx->doc->arena, "XXXX-%c%c", p->season >> 8, p->season & 255), NEWS_BASIS_VAGUE);
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

/* "The 1900s" may be a decade or a century: read as the decade, like all others. */
static bool
read_decade(const NewsDateParts *p, Reading *r)
{
	int32_t		year = p->decade < 100 && !p->bc ? 1900 + p->decade : p->decade;

	year = astronomical(p, year);
	r->basis = NEWS_BASIS_EXPLICIT;
	r->period = (NewsPeriod) {.grain = 'E', .year = year, .month = 1, .from = news_day_of(year, 1, 1)};
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

char
news_date_grain(char unit)
{
	return unit == 'F' || unit == 'L' || unit == 'H' || unit == 'N' || unit == 'S' ? 0 : unit;
}

const char *
news_date_unknown(char unit)
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

bool
news_date_read_unit(NewsDateContext *cx, const NewsDateMatch *m, int rel, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	char		grain = news_date_grain(p->unit);

	if (grain == 0)
		return false;
	if (!p->has_rel && cx->narrative && news_date_anchor_holds(cx, grain))
	{
		r->period = news_period_at(grain, cx->anchor.from);
		r->basis = NEWS_BASIS_CONTEXT;
	}
	else if (!cx->known)
		news_date_say(r, news_date_print(cx->doc->arena, "%s", news_date_unknown(grain)), NEWS_BASIS_VAGUE);
	else
	{
		r->period = news_period_shift(news_period_at(grain, cx->today), rel);
		r->basis = NEWS_BASIS_RELATIVE;
	}
	return true;
}

/* A clock time or a part of the day alone: of the day under discussion, or that of writing. */
bool
news_date_read_bare_time(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
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
		news_date_say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
	r->no_anchor = true;
	return true;
}

bool
news_date_read_calendar(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;

	if (p->month)
		return read_month(cx, m, r);
	if (p->has_relday)
	{
		if (!cx->known)
			news_date_say(r, NEWS_STR("XXXX-XX-XX"), NEWS_BASIS_VAGUE);
		else
			r->period = news_period_day(cx->today + p->relday);
		r->basis = cx->known ? NEWS_BASIS_RELATIVE : NEWS_BASIS_VAGUE;
		return true;
	}
	if (p->weekday)
		return news_date_read_weekday(cx, m, r);
	if (p->season)
		return read_season(cx, m, r);
	if (p->decade >= 0)
		return read_decade(p, r);
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
		return news_date_read_unit(cx, m, p->has_rel ? p->rel : m->rule ? m->rule->arg : 0, r);
	return (p->has_clock || p->part || (m->rule && m->rule->arg > 255)) && news_date_read_bare_time(cx, m, r);
}
