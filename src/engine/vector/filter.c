/*
 * filter.c
 *	  The filter in the image of an article.
 */
#include "vector/filter.h"

#include "base/sort.h"
#include "names/namekey.h"
#include "names/names.h"

/*
 * A byte for each thing: with two bits set by each, one in twenty of what is not there
 * seems to be.  Larger filters than this, which halves of a hash cannot address, say less.
 */
#define FILTER_MAX	8192

uint32_t
news_filter_hash(NewsFilterThing thing, NewsStr s)
{
	uint32_t	h = (UINT32_C(2166136261) ^ (uint32_t) thing) * 16777619;

	for (uint32_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char) s.s[i]) * 16777619;
	/* the last bytes reach all bits */
	h ^= h >> 15;
	h *= UINT32_C(0x2C1B3C6D);
	return h ^ h >> 16;
}

uint32_t
news_filter_words(NewsStr key, uint32_t *hashes)
{
	uint32_t	n = 0;

	for (uint32_t at = 0; at < key.len && n < NEWS_FILTER_WORDS_MAX;)
	{
		NewsStr		word = news_name_first_word((NewsStr) {key.s + at, key.len - at});

		hashes[n++] = news_filter_hash(NEWS_FILTER_WORD, word);
		at += word.len + 1;
	}
	return n;
}

typedef struct Hashes
{
	NewsArena  *arena;
	uint32_t   *items;
	uint32_t	n;
	uint32_t	room;
} Hashes;

static void
add(Hashes *h, uint32_t hash)
{
	h->items = news_grow(h->arena, h->items, h->n, &h->room, sizeof(*h->items));
	h->items[h->n++] = hash;
}

static void
add_words(Hashes *h, NewsStr name)
{
	char		key[NEWS_NAME_KEY_MAX];
	uint32_t	hashes[NEWS_FILTER_WORDS_MAX];
	uint32_t	n = news_filter_words((NewsStr) {key, news_name_fold(name, key, NULL, NULL)}, hashes);

	for (uint32_t i = 0; i < n; i++)
		add(h, hashes[i]);
}

/* A name, the family name of a person too, which may lie where the key of a long name does not reach, and a code. */
static void
add_name(Hashes *h, int kind, NewsStr name, NewsStr code)
{
	if (name.s)
		add_words(h, name);
	if (name.s && kind == NEWS_PERSON && name.len > NEWS_NAME_KEY_MAX)
		add_words(h, news_name_family(name));
	if (code.s)
		add(h, news_filter_hash(NEWS_FILTER_CODE, news_code_key(code)));
}

static int
compare_hashes(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a;
	uint32_t	y = *(const uint32_t *) b;

	return (x > y) - (x < y);
}

/* Sorts them and makes them unique. */
static void
tidy(Hashes *h)
{
	uint32_t	n = 0;

	news_sort(h->arena, h->items, h->n, sizeof(*h->items), compare_hashes);
	for (uint32_t i = 0; i < h->n; i++)
		if (i == 0 || h->items[i] != h->items[i - 1])
			h->items[n++] = h->items[i];
	h->n = n;
}

static void
set_bit(char *filter, uint32_t bit)
{
	filter[bit >> 3] = (char) ((unsigned char) filter[bit >> 3] | 1u << (bit & 7));
}

NewsStr
news_filter_make(NewsArena *arena, const NewsVector *v)
{
	Hashes		h = {.arena = arena};
	uint32_t	len;
	char	   *filter;

	for (uint32_t i = 0; i < v->nentities; i++)
	{
		news_poll_each(arena, i);
		add_name(&h, v->entities[i].kind, v->entities[i].name, v->entities[i].code);
	}
	for (uint32_t i = 0; i < v->nevents; i++)
	{
		const NewsVectorEvent *e = &v->events[i];

		news_poll_each(arena, i);
		add(&h, news_filter_hash(NEWS_FILTER_TYPE, e->type));
		add_name(&h, e->actor.kind, e->actor.name, e->actor.code);
		add_name(&h, e->recipient.kind, e->recipient.name, e->recipient.code);
	}
	tidy(&h);
	len = h.n < FILTER_MAX ? h.n : FILTER_MAX;
	filter = news_alloc0(arena, len);
	for (uint32_t i = 0; i < h.n; i++)
	{
		news_poll_each(arena, i);
		set_bit(filter, (h.items[i] & 0xFFFF) * (len * 8) >> 16);
		set_bit(filter, (h.items[i] >> 16) * (len * 8) >> 16);
	}
	return (NewsStr) {filter, len};
}
