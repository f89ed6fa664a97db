/*
 * model.h
 *	  The image of a trained model.
 *
 * One block of bytes without pointers: stored, copied and used in place, also
 * from constant data.  Numbers are in the machine's own byte order; the head
 * tells, so that another machine refuses it.  Weights are int8 in units of
 * NewsModel.unit.
 */
#ifndef NEWS_MODEL_H
#define NEWS_MODEL_H

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/host.h"
#include "base/span.h"

#define NEWS_MODEL_VERSION		3
#define NEWS_MODEL_MAX_KINDS	15
#define NEWS_MODEL_KIND_BYTES	32	/* with the NUL */
#define NEWS_MODEL_MAX_LABELS	(1 + 4 * NEWS_MODEL_MAX_KINDS)
#define NEWS_MODEL_MAX_STRIDE	64
#define NEWS_MODEL_MAX_ROWS		(1 << 22)
#define NEWS_MODEL_MAX_SUMS		(1 << 16)

/* Labels: 0 is outside, the others come in fours. */
#define NEWS_LABEL_O			0
#define NEWS_LABEL(kind, part)	(1 + 4 * (kind) + (part))
#define NEWS_LABEL_KIND(label)	(((label) - 1) / 4)
#define NEWS_LABEL_PART(label)	(((label) - 1) % 4)

enum
{
	NEWS_PART_B, NEWS_PART_I, NEWS_PART_E, NEWS_PART_S
};

#define NEWS_MODEL_ALL_WORDS	0x0001	/* names need no capital: every token is looked at */
#define NEWS_MODEL_SECOND_PASS	0x0002	/* labels of other mentions are features */
#define NEWS_MODEL_RICH			0x0004	/* with the features that bring little and cost much */

/* Where a word without a capital may stand in a name; NewsModelInner.places. */
#define NEWS_INNER_OPENS		1
#define NEWS_INNER_INSIDE		2
#define NEWS_INNER_CLOSES		4

typedef struct NewsModelInner
{
	uint32_t	hash;			/* of the word, or news_tag_casing_hash for numbers and the like */
	uint32_t	places;
} NewsModelInner;

typedef struct NewsModel
{
	char		magic[4];		/* "NEWM" */
	uint16_t	version;
	uint16_t	order;			/* 1 in the byte order of the machine */
	uint32_t	size;			/* bytes of the image */
	uint32_t	checksum;		/* news_hash of all that follows */
	uint32_t	wordbook;		/* fingerprint of the wordbook with which it was trained */
	uint16_t	nkinds;
	uint16_t	flags;			/* NEWS_MODEL_* */
	uint16_t	nlabels;
	uint16_t	stride;			/* bytes of a row: nlabels and the mark, rounded up to 16 */
	uint32_t	ninner;			/* a power of two: open addressing, places 0 in an empty slot */
	uint32_t	nfilter;		/* bytes, a power of two: bits of the features that have a row */
	uint32_t	nrows;			/* open addressing by the feature's hash; mark 0 in an empty row */
	float		unit;			/* what a weight of 1 is worth */
	uint32_t	nsums;			/* a multiple of 16; open addressing by the group's key; key 0 in an empty slot */
	uint32_t	reserved[4];	/* 0; makes rows begin where the processor's cache lines do */
	char		kinds[NEWS_MODEL_MAX_KINDS + 1][NEWS_MODEL_KIND_BYTES]; /* UTF-8, NUL-terminated */
	int16_t		transition[NEWS_MODEL_MAX_LABELS + 3][NEWS_MODEL_MAX_STRIDE];	/* from, to; NEWS_NO_TRANSITION where there is no way */
	/* here: ninner NewsModelInner, nfilter bytes, nsums uint32_t keys, nsums * stride int16_t, nrows * stride int8_t */
} NewsModel;

#define NEWS_NO_TRANSITION INT16_MIN

_Static_assert(sizeof(NewsModel) % 64 == 0, "rows of a model lie across cache lines");

static inline const NewsModelInner *
news_model_inner(const NewsModel *model)
{
	return (const NewsModelInner *) (model + 1);
}

static inline const uint8_t *
news_model_filter(const NewsModel *model)
{
	return (const uint8_t *) (news_model_inner(model) + model->ninner);
}

/* The keys of groups of features (NewsGroupKind), and the sums of their weights. */
static inline const uint32_t *
news_model_sum_keys(const NewsModel *model)
{
	return (const uint32_t *) (const void *) (news_model_filter(model) + model->nfilter);
}

static inline const int16_t *
news_model_sums(const NewsModel *model)
{
	return (const int16_t *) (news_model_sum_keys(model) + model->nsums);
}

static inline const int8_t *
news_model_rows(const NewsModel *model)
{
	return (const int8_t *) (news_model_sums(model) + (size_t) model->nsums * model->stride);
}

/* The slot at which the search for a group begins. */
static inline uint32_t
news_model_sum_home(const NewsModel *model, uint32_t key)
{
	return (uint32_t) ((uint64_t) key * model->nsums >> 32);
}

/* The summed weights of a group of features, NULL when the model does not have them. */
static inline const int16_t *
news_model_sum(const NewsModel *model, uint32_t key)
{
	const uint32_t *keys = news_model_sum_keys(model);

	if (model->nsums == 0)
		return NULL;
	for (uint32_t i = news_model_sum_home(model, key); keys[i]; i = i + 1 < model->nsums ? i + 1 : 0)
		if (keys[i] == key)
			return news_model_sums(model) + (size_t) i * model->stride;
	return NULL;
}

/* May the feature have a row?  Most that have none are told by these bits, which stay in the processor's cache. */
static inline bool
news_model_may_weigh(const NewsModel *model, uint32_t feature)
{
	return news_model_filter(model)[feature >> 3 & (model->nfilter - 1)] >> (feature & 7) & 1;
}

/* Bytes of an image with these numbers; 0 when they are out of range. */
extern size_t news_model_bytes(uint32_t nlabels, uint32_t ninner, uint32_t nfilter, uint32_t nsums, uint32_t nrows);

/*
 * Is this a sound image?  Safe on any bytes; bytes must be aligned to 4.  size
 * may exceed the image's.  Otherwise error says what is wrong, and where.
 */
extern bool news_model_check(const void *bytes, size_t size, NewsError *error);

/* May label to stand behind label from? */
extern bool news_label_follows(int from, int to);

/* Where the word may stand in a name, NEWS_INNER_* ored. */
extern uint32_t news_model_inner_places(const NewsModel *model, uint32_t hash);

/* The model compiled into the library, NULL when it has none. */
extern const NewsModel *news_model_shipped(void);

/*
 * A row has the weights of one feature by label.  As nlabels is 1 more than a
 * multiple of 4, three bytes at its end are free: they hold the low bits of the
 * feature's hash, whose high bits give the row's place.  So a look-up waits for
 * memory once.
 */
static inline uint32_t
news_model_mark(uint32_t feature)
{
	uint32_t	mark = feature & 0xFFFFFF;

	return mark ? mark : 1;
}

/* The mark in a row: its last three bytes, the lowest first. */
static inline uint32_t
news_row_mark(const int8_t *row, uint32_t stride)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint32_t	four;

	memcpy(&four, row + stride - 4, sizeof(four));
	return four >> 8;
#else
	const uint8_t *m = (const uint8_t *) row + stride - 3;

	return m[0] | (uint32_t) m[1] << 8 | (uint32_t) m[2] << 16;
#endif
}

/* The row at which the search for a feature begins. */
static inline uint32_t
news_model_home(const NewsModel *model, uint32_t feature)
{
	return (uint32_t) ((uint64_t) feature * model->nrows >> 32);
}

/* Row of a feature, NULL when it weighs nothing; stride is the model's, as a constant where the caller has one. */
static inline const int8_t *
news_model_row(const NewsModel *model, uint32_t feature, uint32_t stride)
{
	const int8_t *rows = news_model_rows(model);
	uint32_t	mark = news_model_mark(feature);

	for (uint32_t i = news_model_home(model, feature);; i = i + 1 < model->nrows ? i + 1 : 0)
	{
		const int8_t *row = rows + (size_t) i * stride;
		uint32_t	m = news_row_mark(row, stride);

		if (m == mark)
			return row;
		if (m == 0)
			return NULL;
	}
}

#endif							/* NEWS_MODEL_H */
