/*
 * host.c
 *	  The arena, and a host on malloc.
 */
#include "base/host.h"

#include <stdlib.h>
#include <string.h>

/*
 * Requests above this are blocks of their own, so that the host can resize them.
 * The tests set 8: then every request is one, and AddressSanitizer sees its ends.
 */
#ifndef LARGE_REQUEST
#define LARGE_REQUEST	((size_t) 32 * 1024)
#endif
#define CHUNK_SIZE		((size_t) 64 * 1024)
/* Between two polls: a few milliseconds, with the pages that the system has to bring. */
#define ZEROED_AT_ONCE	((size_t) 16 * 1024 * 1024)
#define FIRST_CHUNK		(CHUNK_SIZE / 2)

struct NewsChunk
{
	NewsChunk  *next;
	NewsChunk **link;			/* what points here: a resized block is linked anew */
	/* the memory handed out follows */
};

void
news_arena_init(NewsArena *arena, const NewsHost *host)
{
	memset(arena, 0, sizeof(*arena));
	arena->host = host;
}

void
news_arena_release(NewsArena *arena)
{
	NewsChunk  *chunk = arena->chunks;

	while (chunk)
	{
		NewsChunk  *next = chunk->next;

		arena->host->release(arena->host->arg, chunk);
		chunk = next;
	}
	news_arena_init(arena, arena->host);
}

/* Links a fresh block of size usable bytes at the place *link, and returns its memory. */
static void *
add_block(NewsArena *arena, NewsChunk **link, NewsChunk *old, size_t size)
{
	NewsChunk  *chunk = arena->host->resize(arena->host->arg, old, sizeof(NewsChunk) + size);

	if (!old)
	{
		chunk->next = *link;
		if (chunk->next)
			chunk->next->link = &chunk->next;
	}
	else if (chunk->next)
		chunk->next->link = &chunk->next;
	chunk->link = link;
	*link = chunk;
	return chunk + 1;
}

void *
news_alloc(NewsArena *arena, size_t size)
{
	void	   *result;

	size = size ? (size + 7) & ~(size_t) 7 : 8;	/* nothing still has an address */
	if (size >= LARGE_REQUEST)
	{
		/* behind the newest chunk, whose free room stays in use */
		NewsChunk **link = arena->size ? &arena->chunks->next : &arena->chunks;

		return add_block(arena, link, NULL, size);
	}
	if (size > arena->size - arena->used)
	{
		arena->size = arena->chunks ? CHUNK_SIZE : FIRST_CHUNK;
		add_block(arena, &arena->chunks, NULL, arena->size);
		arena->used = 0;
	}
	result = (char *) (arena->chunks + 1) + arena->used;
	arena->used += size;
	return result;
}

void *
news_alloc0(NewsArena *arena, size_t size)
{
	char	   *memory = news_alloc(arena, size);

	for (size_t done = 0; done < size; done += ZEROED_AT_ONCE)
	{
		if (done)
			news_poll(arena);
		memset(memory + done, 0, size - done < ZEROED_AT_ONCE ? size - done : ZEROED_AT_ONCE);
	}
	return memory;
}

char *
news_strndup(NewsArena *arena, const char *s, size_t len)
{
	char	   *copy = news_alloc(arena, len + 1);

	if (len)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

void *
news_grow(NewsArena *arena, void *items, uint32_t n, uint32_t *room, size_t width)
{
	size_t		old_size = *room * width;
	uint32_t	new_room;
	void	   *grown;

	if (n < *room)
		return items;
	new_room = *room ? *room + (*room < UINT32_MAX / 2 ? *room : UINT32_MAX - *room) : 16;
	*room = new_room;
	if (items && ((old_size + 7) & ~(size_t) 7) >= LARGE_REQUEST)
	{
		NewsChunk  *block = (NewsChunk *) items - 1;

		return add_block(arena, block->link, block, new_room * width);
	}
	grown = news_alloc(arena, new_room * width);
	if (items && n)
		memcpy(grown, items, n * width);
	return grown;
}

static void *
malloc_resize(void *arg, void *block, size_t size)
{
	void	   *p = realloc(block, size);

	(void) arg;
	if (!p)
		abort();
	return p;
}

static void
malloc_release(void *arg, void *block)
{
	(void) arg;
	free(block);
}

const NewsHost news_malloc_host = {malloc_resize, malloc_release, NULL, NULL};
