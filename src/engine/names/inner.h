/*
 * inner.h
 *	  Names inside of names.
 */
#ifndef NEWS_NAMES_INNER_H
#define NEWS_NAMES_INNER_H

#include "annotate.h"

/* Fills doc->inner from doc->mentions; may add entities. */
extern void news_find_inner(NewsDoc *doc);

#endif							/* NEWS_NAMES_INNER_H */
