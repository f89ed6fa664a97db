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

#include "base/error.h"
#include "base/host.h"
#include "base/span.h"

#define NEWS_MODEL_VERSION		1
#define NEWS_MODEL_MAX_KINDS	15
#define NEWS_MODEL_KIND_BYTES	32	/* with the NUL */
#define NEWS_MODEL_MAX_LABELS	(1 + 4 * NEWS_MODEL_MAX_KINDS)
#define NEWS_MODEL_MAX_STRIDE	64
#define NEWS_MODEL_MAX_ROWS		(1 << 22)

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

/* Where a word without a capital may stand in a name; NewsModelInner.places. */
#define NEWS_INNER_OPENS		1
#define NEWS_INNER_INSIDE		2
#define NEWS_INNER_CLOSES		4

typedef struct NewsModelInner
{
	uint32_t	hash;			/* of the word, or news_tag_casing_hash for numbers and the like */
	uint32_t	places;
} NewsModelInner;

typedef struct NewsModelSlot
{
	uint32_t	feature;
	uint32_t	row;			/* UINT32_MAX in an empty slot */
} NewsModelSlot;

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
	uint16_t	stride;			/* of rows: nlabels rounded up to 16 */
	uint32_t	ninner;			/* a power of two: open addressing, places 0 in an empty slot */
	uint32_t	nslots;			/* a power of two */
	uint32_t	nrows;
	float		unit;			/* what a weight of 1 is worth */
	char		kinds[NEWS_MODEL_MAX_KINDS + 1][NEWS_MODEL_KIND_BYTES]; /* UTF-8, NUL-terminated */
	int16_t		transition[NEWS_MODEL_MAX_LABELS + 3][NEWS_MODEL_MAX_STRIDE];	/* from, to; NEWS_NO_TRANSITION where there is no way */
	/* here: ninner NewsModelInner, nslots NewsModelSlot, nrows * stride int8_t */
} NewsModel;

#define NEWS_NO_TRANSITION INT16_MIN

static inline const NewsModelInner *
news_model_inner(const NewsModel *model)
{
	return (const NewsModelInner *) (model + 1);
}

static inline const NewsModelSlot *
news_model_slots(const NewsModel *model)
{
	return (const NewsModelSlot *) (news_model_inner(model) + model->ninner);
}

static inline const int8_t *
news_model_rows(const NewsModel *model)
{
	return (const int8_t *) (news_model_slots(model) + model->nslots);
}

/* Bytes of an image with these numbers; 0 when they are out of range. */
extern size_t news_model_bytes(uint32_t nlabels, uint32_t ninner, uint32_t nslots, uint32_t nrows);

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

/* Row of a feature, NULL when it weighs nothing. */
static inline const int8_t *
news_model_row(const NewsModel *model, uint32_t feature)
{
	const NewsModelSlot *slots = news_model_slots(model);
	uint32_t	mask = model->nslots - 1;

	for (uint32_t i = feature & mask;; i = (i + 1) & mask)
	{
		if (slots[i].row == UINT32_MAX)
			return NULL;
		if (slots[i].feature == feature)
			return news_model_rows(model) + (size_t) slots[i].row * model->stride;
	}
}

#endif							/* NEWS_MODEL_H */
