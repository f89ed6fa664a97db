/*
 * dates.c
 *	  The stage of dates: recognise, then resolve.
 */
#include "dates/dates.h"

#include "dates/resolve.h"

void
news_find_dates(NewsDoc *doc)
{
	const NewsDateGrammar *grammar = news_date_grammar(doc->options->language);
	NewsDateMatches matches = {0};
	NewsDateContext cx;

	doc->dates = NULL;
	doc->ndates = 0;
	if (grammar == NULL)
		return;
	news_date_recognise(doc, grammar, &matches);
	if (matches.n == 0)
		return;
	news_date_context(doc, grammar, &matches, &cx);
	doc->dates = NEWS_NEW(doc->arena, NewsTimex, matches.n);
	for (uint32_t i = 0; i < matches.n; i++)
	{
		if ((i & 1023) == 0)
			news_poll(doc->arena);
		if (news_date_resolve(&cx, &matches, i, &doc->dates[doc->ndates]))
			doc->ndates++;
	}
}
