/*
 * test_host.c
 *	  The arena: alignment, contents, growth, release of every block.
 */
#include <stdlib.h>

#include "base/sort.h"
#include "check.h"

/* A host that counts what it gave and got back. */
typedef struct Counts
{
	int			live;
	int			polls;
	size_t		largest;
} Counts;

static void *
count_resize(void *arg, void *block, size_t size)
{
	Counts	   *counts = arg;

	if (block == NULL)
		counts->live++;
	if (size > counts->largest)
		counts->largest = size;
	block = realloc(block, size);
	if (block == NULL)
		abort();
	return block;
}

static void
count_release(void *arg, void *block)
{
	((Counts *) arg)->live--;
	free(block);
}

static void
count_poll(void *arg)
{
	((Counts *) arg)->polls++;
}

static void
test_alloc(void)
{
	Counts		counts = {0};
	NewsHost	host = {count_resize, count_release, count_poll, &counts};
	NewsArena	arena;
	bool		aligned = true;
	bool		intact = true;
	unsigned char *blocks[500];

	news_arena_init(&arena, &host);
	for (int i = 0; i < 500; i++)
	{
		size_t		size = (size_t) (i * 37 % 900 + 1);

		blocks[i] = news_alloc(&arena, size);
		aligned = aligned && (uintptr_t) blocks[i] % 8 == 0;
		memset(blocks[i], i & 0xFF, size);
	}
	for (int i = 0; i < 500; i++)
	{
		size_t		size = (size_t) (i * 37 % 900 + 1);

		intact = intact && blocks[i][0] == (i & 0xFF) && blocks[i][size - 1] == (i & 0xFF);
	}
	CHECK(aligned);
	CHECK(intact);
	news_poll(&arena);
	CHECK_INT(counts.polls, 1);
	CHECK(counts.live > 0);
	news_arena_release(&arena);
	CHECK_INT(counts.live, 0);
}

static void
test_large(void)
{
	Counts		counts = {0};
	NewsHost	host = {count_resize, count_release, NULL, &counts};
	NewsArena	arena;
	char	   *small;
	char	   *large;
	char	   *after;

	news_arena_init(&arena, &host);
	small = news_alloc(&arena, 16);
	memcpy(small, "small", 6);
	large = news_alloc0(&arena, 30 * 1024 * 1024);
	after = news_alloc(&arena, 16);
	memcpy(after, "after", 6);
	CHECK_INT(large[0], 0);
	CHECK_INT(large[30 * 1024 * 1024 - 1], 0);
	memset(large, 1, 30 * 1024 * 1024);
	CHECK_CSTR(small, "small");
	CHECK_CSTR(after, "after");
	news_poll(&arena);			/* a host without poll */
	news_arena_release(&arena);
	CHECK_INT(counts.live, 0);
}

static void
test_strndup(void)
{
	NewsArena	arena;

	news_arena_init(&arena, &news_malloc_host);
	CHECK_CSTR(news_strndup(&arena, "Geneva talks", 6), "Geneva");
	CHECK_CSTR(news_strndup(&arena, "", 0), "");
	news_arena_release(&arena);
}

/* Appends n numbers, with other requests in between, and reads them back. */
static void
grow_to(uint32_t n)
{
	NewsArena	arena;
	uint32_t   *items = NULL;
	uint32_t	room = 0;
	bool		intact = true;

	news_arena_init(&arena, &news_malloc_host);
	for (uint32_t i = 0; i < n; i++)
	{
		items = news_grow(&arena, items, i, &room, sizeof(uint32_t));
		items[i] = i * 7;
		if (i % 97 == 0)
			news_alloc(&arena, 24);
	}
	CHECK(room >= n);
	for (uint32_t i = 0; i < n; i++)
		intact = intact && items[i] == i * 7;
	CHECK(intact);
	news_arena_release(&arena);
}

static void
test_grow(void)
{
	grow_to(1);
	grow_to(10);
	grow_to(5000);
	grow_to(3000000);
}

static void
test_zero(void)
{
	NewsArena	arena;
	bool		zero = true;

	news_arena_init(&arena, &news_malloc_host);
	for (int i = 0; i < 100; i++)
	{
		unsigned char *dirty = news_alloc(&arena, 100);
		unsigned char *clean;

		memset(dirty, 0xAA, 100);
		clean = news_alloc0(&arena, 100);
		for (int j = 0; j < 100; j++)
			zero = zero && clean[j] == 0;
	}
	CHECK(zero);
	news_arena_release(&arena);
}

/* An item as wide as what is sorted: a key, and what goes with it. */
typedef struct Item
{
	uint32_t	key;
	uint32_t	rest[5];
} Item;

static int
compare_items(const void *a, const void *b)
{
	uint32_t	x = ((const Item *) a)->key;
	uint32_t	y = ((const Item *) b)->key;

	return (x > y) - (x < y);
}

/* n items, each key below n once, from a start and a step without a common divisor; a polled host and no more memory than for one copy. */
static void
sort_from(uint32_t n, uint32_t start, uint32_t step)
{
	Counts		counts = {0};
	NewsHost	host = {count_resize, count_release, count_poll, &counts};
	NewsArena	arena;
	Item	   *items;
	bool		sorted = true;

	news_arena_init(&arena, &host);
	items = NEWS_NEW0(&arena, Item, n);
	for (uint32_t i = 0; i < n; i++)
	{
		items[i].key = (uint32_t) ((start + (uint64_t) i * step) % n);
		items[i].rest[4] = ~items[i].key;
	}
	news_sort(&arena, items, n, sizeof(Item), compare_items);
	for (uint32_t i = 0; i < n; i++)
		sorted = sorted && items[i].key == i && items[i].rest[4] == ~i;
	CHECK(sorted);
	CHECK(counts.polls + 1 >= (int) (n / 4096));
	CHECK(counts.largest < (n + 100000) * sizeof(Item));
	news_arena_release(&arena);
	CHECK_INT(counts.live, 0);
}

static void
test_sort(void)
{
	static const uint32_t sizes[] = {1, 2, 3, 4095, 4096, 4097, 8191, 8192, 8193, 12289, 100003};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
	{
		sort_from(sizes[i], 0, 1);
		sort_from(sizes[i], sizes[i] - 1, sizes[i] - 1);
		/* 10007 is a prime that divides none of them */
		sort_from(sizes[i], 1, 10007);
	}
}

int
main(void)
{
	test_alloc();
	test_large();
	test_strndup();
	test_grow();
	test_zero();
	test_sort();
	return check_done();
}
