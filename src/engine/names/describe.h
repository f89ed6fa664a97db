/*
 * describe.h
 *	  Whom a description means: "the Russian foreign minister", "his Russian
 *	  counterpart", "the president".
 *
 * The article tells first, by the roles it gives beside names; then the
 * lexicon's offices, by the day of writing.  Where neither makes the person
 * unique, nobody is meant.
 */
#ifndef NEWS_NAMES_DESCRIBE_H
#define NEWS_NAMES_DESCRIBE_H

#include "annotate.h"

typedef struct NewsDescriptions NewsDescriptions;

typedef struct NewsDescribed
{
	NewsStr		name;			/* canonical */
	NewsStr		code;			/* s NULL for none */
	int32_t		entity;			/* index into doc->entities, -1 when the article does not name the person */
} NewsDescribed;

/* Reads the roles of a document, which news_find_roles has filled.  Lives in its arena. */
extern NewsDescriptions *news_read_descriptions(NewsDoc *doc);

/*
 * The person whom tokens first up to, not including, end describe: a title with
 * its head last and what goes before it; a complement may follow.  owner is the
 * code of the country or body whose title it is; s NULL when the text does not say.
 */
extern bool news_describe(const NewsDescriptions *d, uint32_t first, uint32_t end, NewsStr owner, NewsDescribed *out);

/* The person who holds for owner the office that another holds. */
extern bool news_describe_counterpart(const NewsDescriptions *d, NewsStr person, NewsStr owner, NewsDescribed *out);

#endif							/* NEWS_NAMES_DESCRIBE_H */
