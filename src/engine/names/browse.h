/*
 * browse.h
 *	  The lexicon as a list of facts, for people to look into.
 */
#ifndef NEWS_BROWSE_H
#define NEWS_BROWSE_H

#include "names/lexicon.h"

/* One fact: a spelling of an entity, or an office that a person held. */
typedef struct NewsFact
{
	uint32_t	entity;
	NewsStr		spelling;		/* s NULL for an office; lives in the arena */
	uint32_t	flags;			/* of a spelling: NEWS_READING_* */
	const NewsOffice *office;	/* NULL for a spelling */
	NewsStr		source;			/* static */
} NewsFact;

typedef struct NewsFacts
{
	NewsFact   *items;
	uint32_t	n;
	uint32_t	room;
} NewsFacts;

/*
 * All facts of the entities that a pattern fits, by entity.  A pattern fits a
 * whole name, spelling or office, whatever its case and accents; % in it stands
 * for any text, _ for one character, a backslash before either for itself.
 * s NULL fits all.  Result and spellings live in the arena.
 */
extern void news_browse_lexicon(NewsArena *arena, NewsStr pattern, NewsFacts *out);

#endif							/* NEWS_BROWSE_H */
