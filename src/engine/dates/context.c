/*
 * context.c
 *	  What kind of text a document is, for the reading of its dates.
 *
 * A news report tells its dates from the day of writing; a history piece from
 * the year it has reached.
 */
#include "dates/resolve.h"

/* Years named that lie this far from the day of writing speak for history. */
#define FAR 2

static bool
tells_from_today(const NewsDateParts *p)
{
	return p->has_relday || (p->weekday && !p->day && !p->plural) || (p->has_rel && (p->unit || p->part));
}

void
news_date_context(NewsDoc *doc, const NewsDateGrammar *grammar, const NewsDateMatches *matches,
				  NewsDateContext *out)
{
	uint32_t	far = 0;
	uint32_t	years = 0;
	uint32_t	deictic = 0;

	*out = (NewsDateContext) {.doc = doc, .grammar = grammar, .known = doc->options->published.known,
		.today = doc->options->published.day, .anchor_year = NEWS_NO_YEAR};
	if (out->known && (out->today < news_day_of(NEWS_YEAR_MIN + 1000, 1, 1) ||
					   out->today > news_day_of(NEWS_YEAR_MAX - 1000, 1, 1)))
		out->known = false;
	if (out->known)
		out->civil = news_civil_of(out->today);
	for (uint32_t i = 0; i < matches->n; i++)
	{
		const NewsDateParts *p = &matches->items[i].parts;

		if (p->year != NEWS_NO_YEAR)
		{
			int32_t		year = p->bc ? -p->year : p->year;

			years++;
			far += p->bc || !out->known || year < out->civil.year - FAR + 1 || year > out->civil.year + FAR;
		}
		else
			deictic += tells_from_today(p);
	}
	out->narrative = (far >= 5 && far > 4 * deictic + (out->known ? years - far : 0)) ||
		(far >= 3 && far == years && deictic == 0);
}
