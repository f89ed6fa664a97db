/*
 * pool.c
 *	  A hash table of strings with open addressing.
 */
#include "timeline/pool.h"

#define FIRST_SLOTS 256

void
news_pool_init(NewsPool *pool, NewsArena *arena)
{
	memset(pool, 0, sizeof(NewsPool));
	pool->arena = arena;
	pool->slots = NEWS_NEW0(arena, uint32_t, FIRST_SLOTS);
	pool->mask = FIRST_SLOTS - 1;
	pool->items = news_grow(arena, NULL, 0, &pool->room, sizeof(NewsStr));
	pool->items[pool->n++] = NEWS_NO_STR;
}

/* The slot that holds s, or the free one where it belongs. */
static uint32_t
find_slot(const NewsPool *pool, NewsStr s)
{
	uint32_t	at = news_hash(s.s, s.len) & pool->mask;

	while (pool->slots[at] && !news_str_eq(pool->items[pool->slots[at]], s))
		at = (at + 1) & pool->mask;
	return at;
}

/* Twice the slots, so that at most half of them are in use. */
static void
widen(NewsPool *pool)
{
	pool->mask = 2 * pool->mask + 1;
	pool->slots = NEWS_NEW0(pool->arena, uint32_t, (size_t) pool->mask + 1);
	for (uint32_t i = 1; i < pool->n; i++)
		pool->slots[find_slot(pool, pool->items[i])] = i;
}

uint32_t
news_pool_add(NewsPool *pool, NewsStr s)
{
	uint32_t	at;

	if (s.s == NULL)
		return 0;
	at = find_slot(pool, s);
	if (pool->slots[at])
		return pool->slots[at];
	if (2 * pool->n > pool->mask)
	{
		widen(pool);
		at = find_slot(pool, s);
	}
	pool->items = news_grow(pool->arena, pool->items, pool->n, &pool->room, sizeof(NewsStr));
	pool->items[pool->n] = (NewsStr) {news_strndup(pool->arena, s.s, s.len), s.len};
	pool->slots[at] = pool->n;
	return pool->n++;
}
