/*
 * lengths.c
 *	  Lengths of time and what repeats.
 */
#include "dates/reading.h"

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

bool
news_date_read_duration(NewsDateContext *cx, const NewsDateParts *p, int arg, Reading *r)
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

bool
news_date_read_set(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
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
		return news_date_read_duration(cx, &p, 0, r);
	}
	return true;
}
