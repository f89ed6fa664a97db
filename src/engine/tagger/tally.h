/*
 * tally.h
 *	  Counts of hashes, for the trainer: how often a feature or a group comes.
 */
#ifndef NEWS_TALLY_H
#define NEWS_TALLY_H

#include "base/host.h"

typedef struct NewsTallied
{
	uint32_t	hash;
	uint32_t	times;			/* 0 in an empty slot */
	uint32_t	row;			/* for the caller's use; 0 at first */
} NewsTallied;

/* Open addressing with linear probing; grows as needed. */
typedef struct NewsTally
{
	NewsArena  *arena;
	NewsTallied *slots;
	uint32_t	mask;			/* slots less 1 */
	uint32_t	n;
} NewsTally;

/* An empty tally whose slots live in the arena. */
extern void news_tally_init(NewsTally *tally, NewsArena *arena);

/* The slot of a hash, or the empty one where it would be. */
extern NewsTallied *news_tally_slot(const NewsTally *tally, uint32_t hash);

/* Counts a hash once more. */
extern void news_tally_count(NewsTally *tally, uint32_t hash);

#endif							/* NEWS_TALLY_H */
