/*
 * sort.h
 *	  Sorting of what may be millions.
 */
#ifndef NEWS_SORT_H
#define NEWS_SORT_H

#include "base/host.h"

/*
 * Sorts n items of width bytes as qsort does, and polls the host; items that are in order
 * already, as most are, are left alone.  Takes n * width bytes of the arena for more
 * than a few thousand items out of order.
 */
extern void news_sort(NewsArena *arena, void *items, uint32_t n, size_t width, int (*compare) (const void *, const void *));

#endif							/* NEWS_SORT_H */
