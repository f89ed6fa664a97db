/*
 * similarity.c
 *	  How much two texts share, exactly.
 */
#include "signature/signature.h"

#include "signature/shingles.h"

/* Places that are moved from one poll to the next. */
#define POLL_PLACES 0x10000

/* A set of shingles: open addressing, at most half full; 0 is a free place. */
typedef struct ShingleSet
{
	uint64_t   *places;
	uint64_t	mask;
	uint64_t	n;
} ShingleSet;

static uint64_t *
place_of(const ShingleSet *set, uint64_t hash)
{
	uint64_t	i = hash & set->mask;

	while (set->places[i] != 0 && set->places[i] != hash)
		i = (i + 1) & set->mask;
	return &set->places[i];
}

/* Doubles the room, or makes the first. */
static void
grow(NewsArena *arena, ShingleSet *set)
{
	ShingleSet	old = *set;
	uint64_t	room = old.places ? 2 * (old.mask + 1) : 1024;

	set->places = NEWS_NEW0(arena, uint64_t, room);
	set->mask = room - 1;
	for (uint64_t i = 0; old.places && i <= old.mask; i++)
	{
		if (i % POLL_PLACES == 0)
			news_poll(arena);
		if (old.places[i] != 0)
			*place_of(set, old.places[i]) = old.places[i];
	}
}

/* The set of a text's shingles; returns how many of them the other set has, NULL for none. */
static uint64_t
collect(NewsArena *arena, NewsStr text, const ShingleSet *other, ShingleSet *set)
{
	NewsShingles shingles;
	uint64_t	both = 0;
	uint64_t	hash;

	*set = (ShingleSet) {NULL, 0, 0};
	grow(arena, set);
	news_shingles_begin(&shingles, arena, text);
	while (news_next_shingle(&shingles, &hash))
	{
		uint64_t   *place;

		hash += hash == 0;
		place = place_of(set, hash);
		if (*place != 0)
			continue;
		*place = hash;
		if (other)
			both += *place_of(other, hash) != 0;
		if (++set->n > set->mask / 2)
			grow(arena, set);
	}
	return both;
}

NewsSimilarity
news_text_similarity(NewsArena *arena, NewsStr a, NewsStr b)
{
	ShingleSet	in_a;
	ShingleSet	in_b;
	uint64_t	both;
	uint64_t	smaller;

	(void) collect(arena, a, NULL, &in_a);
	both = collect(arena, b, &in_a, &in_b);
	smaller = in_a.n < in_b.n ? in_a.n : in_b.n;
	if (smaller == 0)
		return (NewsSimilarity) {0, 0};
	return (NewsSimilarity) {
		(float) ((double) both / (double) (in_a.n + in_b.n - both)),
		(float) ((double) both / (double) smaller)
	};
}
