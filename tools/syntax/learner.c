/*
 * learner.c
 *	  Averaged perceptron (Collins 2002) over hashed features.
 */
#include "learner.h"

#include <stdlib.h>
#include <string.h>

#include "syntax/weights.h"

void
learner_init(Learner *l, int nclasses)
{
	memset(l, 0, sizeof(*l));
	l->nclasses = nclasses;
	l->nslots = 1 << 16;
	l->keys = calloc(l->nslots, sizeof(uint32_t));
	l->rows = calloc(l->nslots, sizeof(uint32_t));
}

void
learner_free(Learner *l)
{
	free(l->keys);
	free(l->rows);
	free(l->weights);
	free(l->sums);
	free(l->changes);
	free(l->feature);
}

static uint32_t
find_slot(const Learner *l, uint32_t feature)
{
	uint32_t	i = (feature * UINT32_C(0x9E3779B1)) & (l->nslots - 1);

	while (l->rows[i] && l->keys[i] != feature)
		i = (i + 1) & (l->nslots - 1);
	return i;
}

void
learner_score(const Learner *l, const uint32_t *features, int n, int32_t *scores)
{
	memset(scores, 0, sizeof(int32_t) * (size_t) l->nclasses);
	for (int i = 0; i < n; i++)
	{
		uint32_t	row = l->rows[find_slot(l, features[i])];
		const int32_t *w = l->weights + (size_t) (row - 1) * (size_t) l->nclasses;

		if (row)
			for (int c = 0; c < l->nclasses; c++)
				scores[c] += w[c];
	}
}

static void
grow_slots(Learner *l)
{
	uint32_t	old = l->nslots;
	uint32_t   *keys = l->keys;
	uint32_t   *rows = l->rows;

	l->nslots *= 2;
	l->keys = calloc(l->nslots, sizeof(uint32_t));
	l->rows = calloc(l->nslots, sizeof(uint32_t));
	for (uint32_t i = 0; i < old; i++)
		if (rows[i])
		{
			uint32_t	slot = find_slot(l, keys[i]);

			l->keys[slot] = keys[i];
			l->rows[slot] = rows[i];
		}
	free(keys);
	free(rows);
}

static uint32_t
row_of(Learner *l, uint32_t feature)
{
	uint32_t	slot = find_slot(l, feature);
	size_t		width = (size_t) l->nclasses;

	if (l->rows[slot])
		return l->rows[slot] - 1;
	if (l->nrows == l->room)
	{
		l->room = l->room ? l->room * 2 : 1 << 12;
		l->weights = realloc(l->weights, l->room * width * sizeof(int32_t));
		l->sums = realloc(l->sums, l->room * width * sizeof(int64_t));
		l->changes = realloc(l->changes, l->room * sizeof(uint32_t));
		l->feature = realloc(l->feature, l->room * sizeof(uint32_t));
	}
	memset(l->weights + l->nrows * width, 0, width * sizeof(int32_t));
	memset(l->sums + l->nrows * width, 0, width * sizeof(int64_t));
	l->changes[l->nrows] = 0;
	l->feature[l->nrows] = feature;
	l->keys[slot] = feature;
	l->rows[slot] = ++l->nrows;
	if (l->nrows > l->nslots / 2)
		grow_slots(l);
	return l->nrows - 1;
}

void
learner_learn(Learner *l, const uint32_t *features, int n, int right, int wrong)
{
	l->step++;
	if (right == wrong)
		return;
	for (int i = 0; i < n; i++)
	{
		size_t		row = row_of(l, features[i]);
		size_t		at = row * (size_t) l->nclasses;

		l->weights[at + (size_t) right]++;
		l->weights[at + (size_t) wrong]--;
		l->sums[at + (size_t) right] += l->step;
		l->sums[at + (size_t) wrong] -= l->step;
		l->changes[row]++;
	}
}

void
learner_average(Learner *l)
{
	for (size_t i = 0; i < (size_t) l->nrows * (size_t) l->nclasses; i++)
		l->weights[i] = (int32_t) (256 * ((double) l->weights[i] - (double) l->sums[i] / (double) (l->step + 1)));
}

static int32_t
largest(const Learner *l, uint32_t row)
{
	int32_t		most = 0;

	for (int c = 0; c < l->nclasses; c++)
	{
		int32_t		w = abs(l->weights[(size_t) row * (size_t) l->nclasses + (size_t) c]);

		if (w > most)
			most = w;
	}
	return most;
}

static int
by_size(const void *a, const void *b)
{
	int32_t		x = *(const int32_t *) a;
	int32_t		y = *(const int32_t *) b;

	return (x > y) - (x < y);
}

/* What a weight of 1 is worth: all but one row in two thousand fit. */
static double
unit_of(const Learner *l)
{
	int32_t    *sizes = malloc(sizeof(int32_t) * (l->nrows + 1));
	double		unit;

	for (uint32_t r = 0; r < l->nrows; r++)
		sizes[r] = largest(l, r);
	qsort(sizes, l->nrows, sizeof(int32_t), by_size);
	unit = l->nrows ? sizes[l->nrows - 1 - l->nrows / 2000] / 127.0 : 1;
	free(sizes);
	return unit > 0 ? unit : 1;
}

static int8_t
in_units(int32_t weight, double unit)
{
	double		w = weight / unit;

	w += w < 0 ? -0.5 : 0.5;
	return (int8_t) (w > 127 ? 127 : w < -127 ? -127 : w);
}

/* Puts a row, or its number where it is longer than a slot holds, into the slots. */
static void
fill_slot(uint8_t *slots, uint32_t nslots, uint32_t feature, const uint8_t *payload)
{
	uint32_t	check = news_slot_check(feature);
	uint32_t	i = news_slot_home(feature, nslots);
	uint8_t    *slot = slots + (size_t) i * NEWS_SLOT_BYTES;

	while (slot[0] || slot[1])
	{
		i = i + 1 == nslots ? 0 : i + 1;
		slot = slots + (size_t) i * NEWS_SLOT_BYTES;
	}
	slot[0] = (uint8_t) check;
	slot[1] = (uint8_t) (check >> 8);
	memcpy(slot + NEWS_SLOT_CHECK, payload, 4);
}

TableSize
learner_write(const Learner *l, uint32_t min_changes, int row_bytes, FILE *f)
{
	double		unit = unit_of(l);
	TableSize	size = {0, 0};
	uint32_t	kept = 0;
	uint8_t    *slots;
	uint8_t    *rows;

	for (uint32_t r = 0; r < l->nrows; r++)
		kept += l->changes[r] >= min_changes && largest(l, r) * 2 >= unit;
	size.nslots = 2 * kept + 1;
	slots = calloc(size.nslots, NEWS_SLOT_BYTES);
	rows = calloc(kept + 1, (size_t) row_bytes);
	for (uint32_t r = 0; r < l->nrows; r++)
	{
		uint8_t    *row = rows + (size_t) size.nrows * (size_t) row_bytes;
		uint8_t		number[4];

		if (l->changes[r] < min_changes || largest(l, r) * 2 < unit)
			continue;
		for (int c = 0; c < l->nclasses; c++)
			row[c] = (uint8_t) in_units(l->weights[(size_t) r * (size_t) l->nclasses + (size_t) c], unit);
		for (int i = 0; i < 4; i++)
			number[i] = (uint8_t) (size.nrows >> (8 * i));
		fill_slot(slots, size.nslots, l->feature[r], row_bytes > 4 ? number : row);
		size.nrows++;
	}
	if (row_bytes <= 4)
		size.nrows = 0;
	fwrite(slots, NEWS_SLOT_BYTES, size.nslots, f);
	fwrite(rows, (size_t) row_bytes, size.nrows, f);
	free(slots);
	free(rows);
	fprintf(stderr, "  %u features of %u\n", kept, l->nrows);
	return size;
}
