/*
 * sums.c
 *	  Which groups of features come so often that the model has their sums.
 */
#include "tagger/tally.h"
#include "tagger/train.h"

#include <stdlib.h>
#include <string.h>

/* Sums that a model has at most, and how often a group comes to be worth one. */
#define MAX_SUMS	16384
#define MIN_TIMES	6

/* Calls take for each group of each token that the tagger would score; the features are those of the group. */
typedef void (*TakeGroup) (void *arg, uint32_t key, const NewsPlace *place, NewsGroupKind kind, int d);

static void
each_group(NewsTrainer *tr, NewsStretch *st, TakeGroup take, void *arg)
{
	if (!(tr->shape->flags & NEWS_MODEL_RICH))
		news_stretch_settle(st);
	for (uint32_t c = 0; c < st->nchains; c++)
	{
		const NewsChain *chain = &st->chains[c];
		NewsPlace	place;

		news_poll(tr->arena);
		if (chain->settled)
			continue;
		news_chain_look(st, chain, &place);
		for (uint32_t t = chain->first; t < chain->end; t++)
		{
			for (int d = -NEWS_REACH; d <= NEWS_REACH; d++)
				take(arg, news_form_key(st, news_stretch_form(st, chain->sentence, t, d), d), &place, NEWS_GROUP_FORM, d);
			for (NewsGroupKind g = NEWS_GROUP_WRITING; g < NEWS_NGROUPS; g++)
				take(arg, news_place_key(&place, g), &place, g, 0);
			news_place_next(&place);
		}
	}
}

static void
take_count(void *arg, uint32_t key, const NewsPlace *place, NewsGroupKind kind, int d)
{
	(void) place;
	(void) kind;
	(void) d;
	news_tally_count(arg, key);
}

static void
visit_count(NewsTrainer *tr, NewsStretch *st, uint32_t doc, void *tally)
{
	(void) doc;
	each_group(tr, st, take_count, tally);
}

static int
compare_times(const void *a, const void *b)
{
	const NewsTallied *x = a;
	const NewsTallied *y = b;

	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int
compare_keys(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *) a;
	const uint32_t y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

const uint32_t *
news_train_groups(NewsTrainer *tr, uint32_t *n)
{
	NewsArena	scratch;
	NewsTally	tally;
	uint32_t   *keys;
	uint32_t	nseen = 0;

	news_arena_init(&scratch, tr->arena->host);
	news_tally_init(&tally, &scratch);
	news_train_visit(tr, visit_count, &tally);
	for (uint32_t i = 0; i <= tally.mask; i++)
		if (tally.slots[i].times >= MIN_TIMES)
			tally.slots[nseen++] = tally.slots[i];
	qsort(tally.slots, nseen, sizeof(NewsTallied), compare_times);
	*n = nseen < MAX_SUMS ? nseen : MAX_SUMS;
	keys = NEWS_NEW(tr->arena, uint32_t, *n + 1);
	for (uint32_t i = 0; i < *n; i++)
		keys[i] = tally.slots[i].hash;
	qsort(keys, *n, sizeof(uint32_t), compare_keys);
	news_arena_release(&scratch);
	return keys;
}

typedef struct Filling
{
	NewsModel  *image;
	const uint32_t *keys;
	uint32_t	nkeys;
} Filling;

/* The slot of a group that gets a sum and has none yet, -1 for others. */
static int64_t
free_slot(const Filling *f, uint32_t key)
{
	const uint32_t *keys = news_model_sum_keys(f->image);
	uint32_t	i = news_model_sum_home(f->image, key);

	if (!bsearch(&key, f->keys, f->nkeys, sizeof(uint32_t), compare_keys))
		return -1;
	for (; keys[i]; i = i + 1 < f->image->nsums ? i + 1 : 0)
		if (keys[i] == key)
			return -1;
	return i;
}

static void
take_sum(void *arg, uint32_t key, const NewsPlace *place, NewsGroupKind kind, int d)
{
	Filling    *f = arg;
	uint32_t	features[NEWS_FEATURES_MAX];
	int64_t		slot = free_slot(f, key);
	int16_t    *sum;
	uint32_t	n;

	if (slot < 0)
		return;
	if (kind == NEWS_GROUP_FORM)
		n = news_form_features(place->st, news_stretch_form(place->st, place->chain->sentence, place->token, d), d, features);
	else
		n = news_place_group(place, kind, features);
	((uint32_t *) news_model_sum_keys(f->image))[slot] = key;
	sum = (int16_t *) news_model_sums(f->image) + (size_t) slot * f->image->stride;
	for (uint32_t i = 0; i < n; i++)
	{
		const int8_t *row = news_model_row(f->image, features[i], f->image->stride);

		for (int y = 0; row && y < f->image->nlabels; y++)
			sum[y] = (int16_t) (sum[y] + row[y]);
	}
}

static void
visit_sums(NewsTrainer *tr, NewsStretch *st, uint32_t doc, void *filling)
{
	(void) doc;
	each_group(tr, st, take_sum, filling);
}

void
news_train_sums(NewsTrainer *tr, NewsModel *image, const uint32_t *keys, uint32_t nkeys)
{
	Filling		filling = {image, keys, nkeys};

	news_train_visit(tr, visit_sums, &filling);
}
