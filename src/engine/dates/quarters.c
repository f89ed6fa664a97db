/*
 * quarters.c
 *	  Business quarters, and the periods a report compares them with.
 */
#include "dates/reading.h"

static bool
quarter_known(const NewsDateContext *cx)
{
	return cx->quarter.grain == 'Q';
}

/* The quarter under discussion, or the last one that is over. */
bool
news_date_read_current_quarter(NewsDateContext *cx, Reading *r)
{
	if (quarter_known(cx) && (!cx->known || news_period_days(cx->quarter).to <= cx->today + 14))
	{
		r->period = cx->quarter;
		r->basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
	{
		news_date_say(r, NEWS_STR("XXXX-QX"), NEWS_BASIS_VAGUE);
		return true;
	}
	r->period = news_period_shift(news_period_at('Q', cx->today), -1);
	r->basis = NEWS_BASIS_RELATIVE;
	return true;
}

bool
news_date_read_quarter(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
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
			news_date_say(r, news_date_print(cx->doc->arena, half ? "XXXX-H%d" : "XXXX-Q%d", n), NEWS_BASIS_VAGUE);
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
bool
news_date_read_period(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
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
		return news_date_read_current_quarter(cx, r);
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

bool
news_date_read_year_ago(NewsDateContext *cx, const NewsDateMatch *m, Reading *r)
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
		news_date_say(r, NEWS_STR("XXXX"), NEWS_BASIS_VAGUE);
	return true;
}
