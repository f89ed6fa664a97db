/*
 * occasions.h
 *	  Meetings and games whose days are known; from src/lexicon/occasions.tsv.
 */
#ifndef NEWS_OCCASIONS_H
#define NEWS_OCCASIONS_H

#include <stdint.h>

typedef struct NewsOccasion
{
	const char *name;			/* as of an entity */
	const char *place;			/* likewise */
	int32_t		from;			/* days since 1970-01-01, both inclusive */
	int32_t		to;
} NewsOccasion;

extern const NewsOccasion news_occasions[]; /* by name */
extern const uint32_t news_noccasions;

#endif							/* NEWS_OCCASIONS_H */
