/*
 * office.h
 *	  Offices: what they are called, and who of the lexicon held them when.
 *
 * The titles are made by tools/lexc from src/lexicon/office_titles.tsv; constant
 * data in the library.
 */
#ifndef NEWS_NAMES_OFFICE_H
#define NEWS_NAMES_OFFICE_H

#include "annotate.h"

typedef struct NewsOfficeTitle
{
	uint64_t	key;			/* of its words, as news_office_step makes it */
	uint32_t	office;			/* index of names */
} NewsOfficeTitle;

typedef struct NewsOffices
{
	const char *const *names;	/* of offices, as news_lexicon.offices has them */
	uint32_t	nnames;
	const NewsOfficeTitle *titles;	/* sorted by key */
	uint32_t	ntitles;
} NewsOffices;

extern const NewsOffices news_offices;

/* The key of a title's words, from 0, by the hashes of their folded forms. */
static inline uint64_t
news_office_step(uint64_t key, uint32_t hash)
{
	return (key ^ hash) * UINT64_C(0x100000001B3) + (key >> 32) + 1;
}

/* The office with a title of this key, -1 for none. */
extern int32_t news_office_of_title(uint64_t key);

/* The canonical name of the person who held the office of a country or body on a day; s NULL when the lexicon does not know. */
extern NewsStr news_office_holder(uint32_t office, NewsStr code, NewsDay day);

/* The code of the country or body that alone has this office, s NULL when several have. */
extern NewsStr news_office_only_owner(uint32_t office);

/* The office that a person holds on a day, -1 when the lexicon knows none. */
extern int32_t news_office_of_holder(NewsStr name, NewsDay day);

#endif							/* NEWS_NAMES_OFFICE_H */
