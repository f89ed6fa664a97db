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

/* bodyname.c: the token that a name begins with, less the article of a body's: "The Harbour Gazette" of one article is "Harbour Gazette" of others. */
extern uint32_t news_name_start(const NewsTokens *tokens, const NewsSpan *span);

/* bodyname.c: the token with which a body's legal form begins ("Inc", "and Co"), its end (last token + 1) when it has none. */
extern uint32_t news_name_form(const NewsTokens *tokens, const NewsSpan *span);

/*
 * bodyname.c: the end of a name (its last token + 1), less the legal form of a
 * body's where the rest is a name: "Lindqvist Shipping Inc" of one article is
 * "Lindqvist Shipping" of others.
 */
extern uint32_t news_name_end(const NewsTokens *tokens, const NewsSpan *span);

/*
 * bodyname.c: how many tokens of a body's name, from its start on, name an owner
 * that news writes in several ways ("US", "U.S.", "United States"); *usual is the
 * way that names have it, static.  0 for none.
 */
extern uint32_t news_leading_owner(const NewsTokens *tokens, const NewsSpan *span, NewsStr *usual);

/* canon.c: the adjective of a country ("Russian") by its code; s NULL when there is none. */
extern NewsStr news_country_adjective(NewsStr code);

#endif							/* NEWS_LINK_H */
