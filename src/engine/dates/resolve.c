/*
 * resolve.c
 *	  What an expression of time means.
 *
 * Each operation of the grammar has a function that fills a Reading: a period
 * of the calendar, or a value of its own.  The end of the file makes the
 * annotation of it and keeps what later expressions are told from.
 */
#include "dates/reading.h"

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

void
news_date_say_ref(Reading *r, uint16_t sense)
{
	news_date_say(r, sense == CODE('P', 'A') ? NEWS_STR("PAST_REF") : sense == CODE('F', 'U') ? NEWS_STR("FUTURE_REF") :
		NEWS_STR("PRESENT_REF"), NEWS_BASIS_VAGUE);
}

static bool
read_away(NewsDateContext *cx, const NewsDateMatch *m, int sign, bool from_anchor, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	bool		anchor = from_anchor || (cx->narrative && !cx->known);
	char		grain = news_date_grain(p->unit) ? news_date_grain(p->unit) : 'D';

	r->no_anchor = false;
	if (p->few || (p->plural && p->n < 0))
	{
		news_date_say_ref(r, sign < 0 ? CODE('P', 'A') : CODE('F', 'U'));
		return true;
	}
	if (anchor && news_date_anchor_holds(cx, grain))
	{
		r->basis = NEWS_BASIS_CONTEXT;
		return move_by_units(cx->anchor, p, sign, from_anchor, &r->period);
	}
	if (!cx->known || (anchor && cx->anchor.grain))
	{
		news_date_say_ref(r, sign < 0 ? CODE('P', 'A') : CODE('F', 'U'));
		return true;
	}
	r->basis = NEWS_BASIS_RELATIVE;
	return move_by_units(news_period_day(cx->today), p, sign, false, &r->period);
}

/* A day, week or month of which the text has told only the coarser period it lies in, if that: "1998-10-XX". */
static void
say_within_anchor(const NewsDateContext *cx, char coarse, char grain, Reading *r)
{
	NewsArena  *arena = cx->doc->arena;
	NewsStr		anchor = coarse == 'M' || coarse == 'Y' ? news_period_value(arena, cx->anchor) : NEWS_STR("");
	const char *rest = NULL;

	if (coarse == 'M' && grain == 'D')
		rest = "-XX";
	else if (coarse == 'Y')
		rest = grain == 'D' ? "-XX-XX" : grain == 'W' ? "-WXX" : grain == 'M' ? "-XX" : NULL;
	if (rest)
		news_date_say(r, news_date_print(arena, "%.*s%s", (int) anchor.len, anchor.s, rest), NEWS_BASIS_VAGUE);
	else
		news_date_say(r, news_str(news_date_unknown(grain)), NEWS_BASIS_VAGUE);
}

/* "that year", "the following day", "the year" */
static bool
op_anchor(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
{
	const NewsDateParts *p = &m->parts;
	int			arg = m->rule->arg;
	char		grain = p->part ? 'D' : news_date_grain(p->unit);

	if (arg == 4)
		return news_date_read_bare_time(cx, m, r);
	if (p->weekday)
	{
		/* the previous Friday: the one before the day named last */
		NewsDay		from = news_date_anchor_holds(cx, 'D') ? cx->anchor.from : cx->today;

		if (!cx->known && !news_date_anchor_holds(cx, 'D'))
			return news_date_read_weekday(cx, m, r);
		r->basis = NEWS_BASIS_CONTEXT;
		r->period = news_period_day(news_date_weekday_from(from, p->weekday, arg > 0, true));
		return true;
	}
	if (arg == 3 && p->unit == 'Q')
		return news_date_read_current_quarter(cx, r);
	if (arg == 3)
	{
		r->no_anchor = true;
		return news_date_read_unit(cx, m, 0, r);
	}
	if (grain == 0)
		return false;
	if (news_date_anchor_holds(cx, grain) && !(arg > 0 && (grain == 'E' || grain == 'C') && cx->known && !cx->narrative))
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
		say_within_anchor(cx, arg == 0 ? cx->anchor.grain : 0, grain, r);
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
			return news_date_read_calendar(cx, m, r);
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
			return news_date_read_duration(cx, &m->parts, m->rule->arg, r);
		case NEWS_OP_set:
			return news_date_read_set(cx, m, r);
		case NEWS_OP_ref:
			if (m->rule->arg == CODE('P', 'A') && m->parts.plural && m->parts.unit != 'Y' && m->parts.unit && !m->parts.unit2)
			{
				/* recent months: a length; recent years: the past */
				m->kind = NEWS_DURATION;
				return news_date_read_duration(cx, &m->parts, 0, r);
			}
			news_date_say_ref(r, m->parts.sense ? m->parts.sense : (uint16_t) m->rule->arg);
			return true;
		case NEWS_OP_weekend:
			return news_date_read_weekend(cx, m, r);
		case NEWS_OP_offset:
			return news_date_read_offset(cx, m, r);
		case NEWS_OP_nth:
			return news_date_read_nth(cx, m, r);
		case NEWS_OP_holiday:
			return news_date_read_feast(cx, m, r);
		case NEWS_OP_quarter:
			return news_date_read_quarter(cx, m, r);
		case NEWS_OP_yearago:
			return news_date_read_year_ago(cx, m, r);
		case NEWS_OP_period:
			return news_date_read_period(cx, m, r);
		default:
			return false;
	}
}

/* "Z", "-05", "+0530"; "" where none is said. */
static const char *
zone_suffix(const NewsDateParts *p, char *out, size_t size)
{
	int			away = p->zone < 0 ? -p->zone : p->zone;

	out[0] = '\0';
	if (!p->has_zone || p->zone == NEWS_ZONE_UNKNOWN)
		return out;
	if (away == 0)
		snprintf(out, size, "Z");
	else if (away % 60)
		snprintf(out, size, "%c%02d%02d", p->zone < 0 ? '-' : '+', away / 60, away % 60);
	else
		snprintf(out, size, "%c%02d", p->zone < 0 ? '-' : '+', away / 60);
	return out;
}

/* "TMO", "T22:00", "T22:00Z", "" */
static void
time_suffix(const NewsDateMatch *m, char *out, size_t size)
{
	const NewsDateParts *p = &m->parts;
	uint16_t	part = p->part ? p->part : m->rule && m->rule->arg > 255 && m->rule->op == NEWS_OP_calendar ? (uint16_t) m->rule->arg : 0;
	int			hour = p->hour;
	char		zone[8];

	out[0] = '\0';
	if (p->has_clock)
	{
		if (p->twelve)
			hour = hour % 12 + (p->pm ? 12 : 0);
		else if (hour < 12 && (part == CODE('A', 'F') || part == CODE('E', 'V') || (part == CODE('N', 'I') && hour > 4)))
			hour += 12;
		zone_suffix(p, zone, sizeof(zone));
		if (p->has_second)
			snprintf(out, size, "T%02d:%02d:%02d%s", hour, p->minute, p->second, zone);
		else
			snprintf(out, size, "T%02d:%02d%s", hour, p->minute, zone);
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

static bool
is_bare_clock(const NewsDateMatch *m)
{
	const NewsDateParts *p = &m->parts;

	return m->kind == NEWS_TIME && p->has_clock && !p->has_rel && !p->has_relday && !p->weekday && !p->month;
}

static bool
names_day(const NewsDateMatch *m)
{
	const NewsDateParts *p = &m->parts;

	return (m->kind == NEWS_DATE || m->kind == NEWS_TIME) && !p->plural && !p->unit &&
		(p->has_relday || p->weekday || (p->month && p->day));
}

/* Nothing but marks, other times and "local time", "on" stands between the ends of two expressions. */
static bool
only_joined(const NewsDoc *doc, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
	{
		const NewsToken *t = &doc->tokens.items[i];
		NewsStr		s = news_span_str(&doc->tokens, i, i + 1);

		if (t->kind == NEWS_WORD && !news_str_eq(s, NEWS_STR("on")) && !news_str_eq(s, NEWS_STR("local")) &&
			!news_str_eq(s, NEWS_STR("time")))
			return false;
	}
	return true;
}

/*
 * "at 10:35 a.m. (0735 GMT) Friday", "at 4 in the morning (5 a.m. on Friday)": the
 * day that the next expressions name right behind a clock time is its own.
 */
static void
take_day_behind(NewsDateContext *cx, NewsDateMatches *matches, uint32_t i, Reading *r)
{
	const NewsDateMatch *m = &matches->items[i];
	uint32_t	end = m->end;

	if (!is_bare_clock(m) || (cx->anchor.grain == 'D' && cx->anchor_sentence == m->sentence))
		return;
	for (uint32_t k = i + 1; k < matches->n && k <= i + 2; k++)
	{
		NewsDateMatch next = matches->items[k];
		Reading		day = {.basis = NEWS_BASIS_EXPLICIT};

		if (next.sentence != m->sentence || next.first > end + 4 || !only_joined(cx->doc, end, next.first))
			return;
		if (names_day(&next))
		{
			if (read_match(cx, &next, &day) && day.period.grain == 'D')
			{
				r->period = day.period;
				r->basis = day.basis;
			}
			return;
		}
		if (!is_bare_clock(&next))
			return;
		end = next.end;
	}
}

bool
news_date_resolve(NewsDateContext *cx, NewsDateMatches *matches, uint32_t i, NewsTimex *out)
{
	NewsDateMatch *m = &matches->items[i];
	Reading		r = {.basis = NEWS_BASIS_EXPLICIT};
	char		suffix[24];

	share_year(matches, i);
	if (m->rule && (m->rule->guards >> NEWS_GUARD_history & 1) && !cx->narrative)
		return false;
	if (!read_match(cx, m, &r))
		return false;
	take_day_behind(cx, matches, i, &r);
	/* "for the year ended Aug. 31" is a length of time */
	if (m->rule && m->rule->op == NEWS_OP_anchor && m->rule->arg == 3 && m->parts.unit == 'Y' &&
		m->end < cx->doc->tokens.n && news_date_cue(&cx->doc->tokens.items[m->end], NEWS_CUE_closing))
	{
		m->kind = NEWS_DURATION;
		news_date_say(&r, NEWS_STR("P1Y"), NEWS_BASIS_EXPLICIT);
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
