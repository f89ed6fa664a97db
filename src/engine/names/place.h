/*
 * place.h
 *	  Which of the places of one name is meant, and what is known of it.
 */
#ifndef NEWS_PLACE_H
#define NEWS_PLACE_H

#include "names/lexicon.h"
#include "tagger/spans.h"

/* "country", "capital", ... by NewsPlaceKind; NULL behind the last. */
extern const char *const news_place_kind_names[];

/* The places that an entity of the lexicon may be, the likeliest first; *n of them. */
extern const NewsPlace *news_places(uint32_t entity, uint32_t *n);

/*
 * The canonical name of a place: that of its entity where that means it by
 * itself, else with what tells it apart: "Paris, Texas".  Static, or lives in
 * the arena.
 */
extern NewsStr news_place_name(NewsArena *arena, const NewsPlace *place);

/* Does a place lie in the country or region that an entity of the lexicon may be? */
extern bool news_place_in_entity(const NewsPlace *place, uint32_t entity);

/*
 * The places that have a name, the likeliest first: a spelling the lexicon
 * knows, or one with the region or country behind it ("Paris, Texas").  country
 * is a name or code of the one they lie in; s NULL for any.  Writes at most max.
 */
extern uint32_t news_place_find(NewsArena *arena, NewsStr name, NewsStr country, const NewsPlace **out, uint32_t max);

/*
 * Sets NewsSpan.place where the article means another place than the usual one
 * of that name: by the region or country named right behind it, else by its
 * other places and by size.
 */
extern void news_resolve_places(const NewsDoc *doc, NewsSpans *spans);

#endif							/* NEWS_PLACE_H */
