/*
 * host.h
 *	  What the engine asks of the program around it, and the arena built on it.
 *
 * The engine never calls malloc, printf or exit.  A host gives it memory and is
 * told, now and then, that work goes on: PostgreSQL hosts it with a memory
 * context and CHECK_FOR_INTERRUPTS, the unit tests with malloc.
 */
#ifndef NEWS_HOST_H
#define NEWS_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct NewsHost
{
	/*
	 * Returns a block of size bytes that holds the contents of block, which is
	 * released; block NULL asks for a fresh one.  Aligned for any object, not
	 * zeroed.  Never returns NULL: a host that has no memory leaves by longjmp
	 * or ends the program.  size is above 0 and may exceed 1 GB.
	 */
	void	   *(*resize) (void *arg, void *block, size_t size);

	/* Releases a block. */
	void		(*release) (void *arg, void *block);

	/* Called at least once for every few thousand tokens; may longjmp. */
	void		(*poll) (void *arg);

	void	   *arg;
} NewsHost;

/*
 * Memory of one analysis.  Small requests are cut from chunks, large ones are
 * blocks of their own; all of it goes when the arena is released.  A host that
 * leaves the engine by longjmp releases the blocks itself (PostgreSQL: with the
 * memory context).
 */
typedef struct NewsChunk NewsChunk;

typedef struct NewsArena
{
	const NewsHost *host;
	NewsChunk  *chunks;			/* newest first */
	size_t		used;			/* bytes handed out of the newest chunk */
	size_t		size;			/* bytes the newest chunk holds */
} NewsArena;

extern void news_arena_init(NewsArena *arena, const NewsHost *host);
extern void news_arena_release(NewsArena *arena);

/* size bytes, aligned to 8, not zeroed (news_alloc) or zeroed (news_alloc0). */
extern void *news_alloc(NewsArena *arena, size_t size);
extern void *news_alloc0(NewsArena *arena, size_t size);

/* A copy of len bytes with a terminating NUL. */
extern char *news_strndup(NewsArena *arena, const char *s, size_t len);

#define NEWS_NEW(arena, type, n) ((type *) news_alloc(arena, sizeof(type) * (size_t) (n)))
#define NEWS_NEW0(arena, type, n) ((type *) news_alloc0(arena, sizeof(type) * (size_t) (n)))

/*
 * Returns an array with room for at least n + 1 elements of width bytes, where
 * items has n of them and room for *room; grows by doubling, so that appending
 * is linear in all.  Large arrays are resized in place by the host.
 */
extern void *news_grow(NewsArena *arena, void *items, uint32_t n, uint32_t *room, size_t width);

static inline void
news_poll(const NewsArena *arena)
{
	if (arena->host->poll)
		arena->host->poll(arena->host->arg);
}

/* The same at every 4,096th turn of a loop. */
static inline void
news_poll_each(const NewsArena *arena, uint32_t i)
{
	if ((i & 0xFFF) == 0)
		news_poll(arena);
}

/* A host on malloc for programs without PostgreSQL; ends the program when memory does. */
extern const NewsHost news_malloc_host;

#endif							/* NEWS_HOST_H */
