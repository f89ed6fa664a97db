/*
 * resolve.h
 *	  What an expression of time means: TIMEX3 value, days, basis.
 */
#ifndef NEWS_DATE_RESOLVE_H
#define NEWS_DATE_RESOLVE_H

#include "dates/calendar.h"
#include "dates/recognise.h"

/* A period of the calendar: what other expressions can be told from. */
typedef struct NewsPeriod
{
	char		grain;			/* D W M Q H(alf) S(eason) Y E(decade) C(entury) X (weekend); 0 for none */
	int32_t		year;			/* astronomical; first year of a decade or century */
	int			month;			/* M; first month of Q, H, S */
	uint16_t	season;			/* S */
	NewsDay		from;			/* D, W, X: its first day; of all others too when in the calendar's range */
} NewsPeriod;

typedef struct NewsDateContext
{
	NewsDoc    *doc;
	const NewsDateGrammar *grammar;
	bool		known;			/* the day of writing */
	NewsDay		today;
	NewsCivil	civil;			/* of today */
	bool		narrative;		/* dates are told from one another, not from the day of writing */
	NewsPeriod	anchor;			/* the date named last */
	uint32_t	anchor_sentence;
	uint32_t	full_sentence;	/* last one with a full date, counted from 1; 0 for none */
	int32_t		anchor_year;	/* the year named last; NEWS_NO_YEAR for none */
	NewsPeriod	quarter;		/* the business quarter named last */
	uint32_t	quarter_sentence;
} NewsDateContext;

/* Prepares the context: reads the day of writing from the options, and what kind of text it is from the matches. */
extern void news_date_context(NewsDoc *doc, const NewsDateGrammar *grammar, const NewsDateMatches *matches,
							  NewsDateContext *out);

/*
 * Resolves match number i, whose predecessors are resolved; false when it turns
 * out to mean nothing.
 */
extern bool news_date_resolve(NewsDateContext *cx, NewsDateMatches *matches, uint32_t i, NewsTimex *out);

/* -1, 0, 1: the clause of the match looks back, says nothing, looks ahead.  tense.c */
extern int	news_date_tense(const NewsDoc *doc, const NewsDateMatch *match);

/* ---- value.c: periods as TIMEX3 values and days ---- */

extern NewsPeriod news_period_day(NewsDay day);
extern NewsPeriod news_period_week(NewsDay any_day);
extern NewsPeriod news_period_month(int32_t year, int month);
extern NewsPeriod news_period_quarter(int32_t year, int quarter);
extern NewsPeriod news_period_year(int32_t year);
extern NewsPeriod news_period_season(int32_t year, uint16_t season);

/* The period of that grain that holds a day; grain as in NewsPeriod. */
extern NewsPeriod news_period_at(char grain, NewsDay day);

/* The n-th period of the same grain behind (or, below 0, before). */
extern NewsPeriod news_period_shift(NewsPeriod p, int32_t n);

extern NewsDays news_period_days(NewsPeriod p);
extern NewsStr news_period_value(NewsArena *arena, NewsPeriod p);

/* printf for values, at most 63 bytes. */
extern NewsStr news_date_print(NewsArena *arena, const char *format, ...)
			__attribute__((format(printf, 2, 3)));

#endif							/* NEWS_DATE_RESOLVE_H */
