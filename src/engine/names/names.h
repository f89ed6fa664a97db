/*
 * names.h
 *	  The lexicon of names as others use it: look-ups by spelling and by code.
 *
 * news_find_names itself is declared in annotate.h.
 */
#ifndef NEWS_NAMES_H
#define NEWS_NAMES_H

#include "annotate.h"

typedef struct NewsNameInfo
{
	NewsKind	kind;			/* never NEWS_OWN_KIND */
	NewsStr		name;			/* canonical name */
	NewsStr		code;			/* s NULL for none */
} NewsNameInfo;

/*
 * What the lexicon knows under a spelling ("US", "u.s.", "Sergei Lavrov",
 * "Lavrov"), whatever its case: writes at most max readings, likeliest first,
 * and returns how many; 0 when it knows none.  Strings are static.  The arena
 * is for scratch memory.
 */
extern uint32_t news_name_find(NewsArena *arena, NewsStr spelling, NewsNameInfo *out, uint32_t max);

/* The same without people whose names only sound like it. */
extern uint32_t news_name_find_spelled(NewsArena *arena, NewsStr spelling, NewsNameInfo *out, uint32_t max);

/* The canonical name of the country, or other entity, that has this code; s NULL when there is none. */
extern NewsStr news_name_of_code(NewsStr code);

/*
 * The family name within a person's canonical name: "Lavrov" of "Sergey
 * Lavrov", "al-Assad" of "Bashar al-Assad", "Xi" of "Xi Jinping", "King" of
 * "Martin Luther King Jr.".  Points into name; the whole name when it has one
 * word.
 */
extern NewsStr news_name_family(NewsStr name);

/*
 * A key of words divided by one space, in lower case, without the legal forms at
 * its end (bodyname.c): "lindqvist shipping" of "lindqvist shipping inc".  Points
 * into key; never empty unless key is.
 */
extern NewsStr news_name_without_form(NewsStr key);

/*
 * A name reduced to what its spellings share: folded as the tokenizer folds
 * words, without Arabic articles, initials and honorifics, words joined by one
 * space.  "Sergey LAVROV" and "Sergey Lavrov" give the same key, so do
 * "al-Assad" and "Assad".  For index keys and for comparing names that the
 * lexicon does not know.  Lives in the arena.
 */
extern NewsStr news_name_key(NewsArena *arena, NewsStr name);

#endif							/* NEWS_NAMES_H */
