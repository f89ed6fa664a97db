/*
 * weights.h
 *	  The image of the trained weights: three tables of rows by feature.
 *
 * The image is read byte by byte and the same on every machine: a head of
 * NEWS_SYNTAX_HEAD bytes (magic, then for each table the numbers of its slots and of
 * its rows, four bytes each, lowest first), then for each table the slots and the
 * rows, int8 for each class.  A slot is two bytes that check the feature, zero in an
 * empty one, and four that tell the number of its row, or hold the row where it is
 * so short.  Open addressing with linear probing from the feature's high bits; the
 * check is its low bits.
 */
#ifndef NEWS_SYNTAX_WEIGHTS_H
#define NEWS_SYNTAX_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NEWS_SYNTAX_MAGIC "NWSX"
#define NEWS_SYNTAX_HEAD 28

typedef enum NewsSyntaxTable
{
	NEWS_TABLE_POS, NEWS_TABLE_MOVE, NEWS_TABLE_RELATION,
	NEWS_NTABLES				/* number of them */
} NewsSyntaxTable;

/* Bytes of a row: classes, rounded up to what compilers turn into vectors. */
#define NEWS_ROW_POS		64
#define NEWS_ROW_MOVE		4
#define NEWS_ROW_RELATION	48

/* Bytes of a slot, and of its check. */
#define NEWS_SLOT_BYTES		6
#define NEWS_SLOT_CHECK		2

typedef struct NewsTable
{
	const uint8_t *slots;
	const int8_t *rows;
	uint32_t	nslots;			/* about twice the features: most that are looked up are not there */
} NewsTable;

typedef struct NewsWeights
{
	NewsTable	tables[NEWS_NTABLES];
} NewsWeights;

extern const int news_row_bytes[NEWS_NTABLES];

/* Finds the tables in an image; what is none gives tables without weights. */
extern void news_weights_open(NewsWeights *w, const void *image, size_t size);

/* Those compiled into the library. */
extern void news_weights_shipped(NewsWeights *w);

static inline uint32_t
news_slot_check(uint32_t feature)
{
	uint32_t	check = feature & 0xFFFF;

	return check ? check : 1;
}

/* The slot at which the search for a feature begins. */
static inline uint32_t
news_slot_home(uint32_t feature, uint32_t nslots)
{
	return (uint32_t) ((uint64_t) feature * nslots >> 32);
}

/* The same in memory. */
static inline const uint8_t *
news_table_home(const NewsTable *t, uint32_t feature)
{
	return t->slots + (size_t) news_slot_home(feature, t->nslots) * NEWS_SLOT_BYTES;
}

static inline uint32_t
news_number(const uint8_t *bytes)
{
	return bytes[0] | (uint32_t) bytes[1] << 8 | (uint32_t) bytes[2] << 16 | (uint32_t) bytes[3] << 24;
}

/* Row of a feature in a table whose rows have so many bytes, NULL when it weighs nothing. */
static inline const int8_t *
news_table_row(const NewsTable *t, uint32_t bytes, uint32_t feature)
{
	const uint8_t *slot = news_table_home(t, feature);
	const uint8_t *end = t->slots + (size_t) t->nslots * NEWS_SLOT_BYTES;
	uint32_t	check = news_slot_check(feature);

	for (;;)
	{
		uint32_t	found = (uint32_t) (slot[0] | slot[1] << 8);

		if (found == 0)
			return NULL;
		if (found == check)
			break;
		slot += NEWS_SLOT_BYTES;
		if (slot == end)
			slot = t->slots;
	}
	slot += NEWS_SLOT_CHECK;
	return bytes > 4 ? t->rows + (size_t) news_number(slot) * bytes : (const int8_t *) slot;
}

#endif							/* NEWS_SYNTAX_WEIGHTS_H */
