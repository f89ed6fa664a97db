/*
 * pool.h
 *	  Strings kept once, and known by number: what many articles say in the same
 *	  words is compared as integers and takes its memory once.
 */
#ifndef NEWS_POOL_H
#define NEWS_POOL_H

#include "base/host.h"
#include "base/span.h"

typedef struct NewsPool
{
	NewsArena  *arena;
	NewsStr    *items;			/* by number; number 0 is NEWS_NO_STR */
	uint32_t	n;
	uint32_t	room;
	uint32_t   *slots;			/* open addressing; 0 is free */
	uint32_t	mask;			/* slots - 1 */
} NewsPool;

extern void news_pool_init(NewsPool *pool, NewsArena *arena);

/* The number of s, which is copied when it is new; 0 for s NULL. */
extern uint32_t news_pool_add(NewsPool *pool, NewsStr s);

static inline NewsStr
news_pool_get(const NewsPool *pool, uint32_t number)
{
	return pool->items[number];
}

#endif							/* NEWS_POOL_H */
