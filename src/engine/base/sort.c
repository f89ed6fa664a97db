/*
 * sort.c
 *	  Merge sort, from the bottom up: a host can end it at any poll, which qsort, with
 *	  memory of its own, does not allow.
 */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

/* Items that qsort sorts in one go: a millisecond. */
#define RUN		4096

typedef struct Sort
{
	NewsArena  *arena;
	size_t		width;
	int			(*compare) (const void *, const void *);
} Sort;

static bool
in_order(const Sort *s, const char *items, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
	{
		news_poll_each(s->arena, i);
		if (s->compare(items + (i - 1) * s->width, items + i * s->width) > 0)
			return false;
	}
	return true;
}

/* Two runs that stand one behind the other become one. */
static void
merge(const Sort *s, const char *a, const char *b, const char *end, char *out)
{
	const char *middle = b;

	for (uint32_t i = 0; a < middle && b < end; i++, out += s->width)
	{
		const char **least = s->compare(a, b) <= 0 ? &a : &b;

		news_poll_each(s->arena, i);
		memcpy(out, *least, s->width);
		*least += s->width;
	}
	memcpy(out, a, (size_t) (middle - a));
	memcpy(out + (middle - a), b, (size_t) (end - b));
}

/* All runs of so many items, two by two. */
static void
merge_runs(const Sort *s, const char *from, char *to, size_t n, size_t run)
{
	for (size_t i = 0; i < n; i += 2 * run)
	{
		size_t		middle = i + run < n ? i + run : n;
		size_t		end = i + 2 * run < n ? i + 2 * run : n;

		merge(s, from + i * s->width, from + middle * s->width, from + end * s->width, to + i * s->width);
	}
}

void
news_sort(NewsArena *arena, void *items, uint32_t n, size_t width, int (*compare) (const void *, const void *))
{
	Sort		s = {arena, width, compare};
	char	   *from = items;
	char	   *to;

	if (in_order(&s, items, n))
		return;
	for (size_t i = 0; i < n; i += RUN)
	{
		news_poll(arena);
		qsort(from + i * width, n - i < RUN ? n - i : RUN, width, compare);
	}
	if (n <= RUN)
		return;
	to = news_alloc(arena, n * width);
	for (size_t run = RUN; run < n; run *= 2)
	{
		char	   *merged = to;

		merge_runs(&s, from, to, n, run);
		to = from;
		from = merged;
	}
	if (from != items)
		memcpy(items, from, n * width);
}
