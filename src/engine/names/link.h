/*
 * link.h
 *	  Whom the names of an article mean: the second step of news_find_names.
 */
#ifndef NEWS_LINK_H
#define NEWS_LINK_H

#include "tagger/spans.h"

/*
 * Fills doc->entities and doc->mentions from the spans: one entity for all
 * mentions of one person, place or body, with its canonical name and code.
 * Drops spans whose score is below NEWS_SPAN_KEEP and that nothing supports.
 */
extern void news_link_names(NewsDoc *doc, const NewsSpans *spans);

/* canon.c: the name that a span gives to an entity the lexicon does not know.  Lives in the arena. */
extern NewsStr news_canonical_name(NewsDoc *doc, const NewsSpan *span);

/* canon.c: the token that a name begins with, less the article of a body's: "The Harbour Gazette" of one article is "Harbour Gazette" of others. */
extern uint32_t news_name_start(const NewsTokens *tokens, const NewsSpan *span);

/*
 * canon.c: how many tokens of a body's name, from its start on, name a country
 * that news writes in several ways ("US", "U.S.", "United States"); *usual is the
 * way that names have it, static.  0 for none.
 */
extern uint32_t news_leading_country(const NewsTokens *tokens, const NewsSpan *span, NewsStr *usual);

/* canon.c: the adjective of a country ("Russian") by its code; s NULL when there is none. */
extern NewsStr news_country_adjective(NewsStr code);

#endif							/* NEWS_LINK_H */
