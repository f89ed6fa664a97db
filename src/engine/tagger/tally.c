/*
 * tally.c
 *	  Counts of hashes.
 */
#include "tagger/tally.h"

#define FIRST_SLOTS (1 << 16)

void
news_tally_init(NewsTally *tally, NewsArena *arena)
{
	*tally = (NewsTally) {arena, NEWS_NEW0(arena, NewsTallied, FIRST_SLOTS), FIRST_SLOTS - 1, 0};
}

NewsTallied *
news_tally_slot(const NewsTally *tally, uint32_t hash)
{
	uint32_t	i = hash & tally->mask;

	while (tally->slots[i].times && tally->slots[i].hash != hash)
		i = (i + 1) & tally->mask;
	return &tally->slots[i];
}

void
news_tally_count(NewsTally *tally, uint32_t hash)
{
	NewsTallied *slot = news_tally_slot(tally, hash);
	NewsTally	larger = {tally->arena, NULL, tally->mask * 2 + 1, 0};

	if (slot->times++)
		return;
	slot->hash = hash;
	if (++tally->n * 2 <= tally->mask)
		return;
	larger.n = tally->n;
	larger.slots = NEWS_NEW0(tally->arena, NewsTallied, (size_t) larger.mask + 1);
	for (uint32_t i = 0; i <= tally->mask; i++)
		if (tally->slots[i].times)
			*news_tally_slot(&larger, tally->slots[i].hash) = tally->slots[i];
	*tally = larger;
}
