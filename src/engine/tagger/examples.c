/*
 * examples.c
 *	  Documents as examples: which words may stand in names, chains, features.
 */
#include "tagger/train.h"

#include <string.h>

/* ---- What chains are ---- */

/* More names without any capital than one in this many: every word is looked at. */
#define FEW_LOWER	40

/* How often a word without a capital stands in names, by place. */
typedef struct InnerCount
{
	uint32_t	hash;
	uint32_t	opens;
	uint32_t	inside;
	uint32_t	closes;
} InnerCount;

#define INNER_SLOTS 65536

typedef struct InnerCounts
{
	InnerCount *slots;
	uint32_t	n;
	uint32_t	names;
	uint32_t	lower;			/* names without a capital */
} InnerCounts;

static InnerCount *
inner_count(InnerCounts *counts, uint32_t hash)
{
	uint32_t	i = hash % INNER_SLOTS;

	while (counts->slots[i].hash && counts->slots[i].hash != hash)
		i = (i + 1) % INNER_SLOTS;
	if (!counts->slots[i].hash)
	{
		/* full: what comes later is not told apart */
		if (counts->n >= INNER_SLOTS / 2)
			return &counts->slots[i];
		counts->slots[i].hash = hash;
		counts->n++;
	}
	return &counts->slots[i];
}

static void
count_inner(InnerCounts *counts, NewsStretch *st, const uint64_t *allowed)
{
	uint32_t	anchors = 0;
	uint32_t	first = st->first;

	for (uint32_t t = st->first; t < st->end; t++)
	{
		const NewsForm *form = news_stretch_form_at(st, t);
		/* what need not be a name says nothing */
		int			label = allowed[t] & 1 ? 0 : __builtin_ctzll(allowed[t]);
		int			part = label ? NEWS_LABEL_PART(label) : -1;

		if (label == 0)
			continue;
		if (part == NEWS_PART_B || part == NEWS_PART_S)
		{
			first = t;
			anchors = 0;
		}
		anchors += form->anchor;
		if (!form->anchor)
		{
			InnerCount *c = inner_count(counts, news_form_inner_hash(form));

			c->opens += part == NEWS_PART_B;
			c->inside += part == NEWS_PART_I;
			c->closes += part == NEWS_PART_E;
		}
		if (part == NEWS_PART_E || part == NEWS_PART_S)
		{
			counts->names++;
			counts->lower += anchors == 0 && t - first < NEWS_CHAIN_MAX;
		}
	}
}

static uint32_t
inner_places(const InnerCount *c)
{
	return (c->opens > 1 ? NEWS_INNER_OPENS : 0) | (c->inside > 1 ? NEWS_INNER_INSIDE : 0) | (c->closes > 1 ? NEWS_INNER_CLOSES : 0);
}

static void
make_shape(NewsTrainer *tr, const InnerCounts *counts)
{
	uint32_t	ninner = 16;
	uint32_t	used = 0;
	NewsModel  *m;
	NewsModelInner *inner;

	for (uint32_t i = 0; i < INNER_SLOTS; i++)
		used += inner_places(&counts->slots[i]) != 0;
	while (ninner < used * 2)
		ninner *= 2;
	m = tr->shape = news_alloc0(tr->arena, sizeof(NewsModel) + ninner * sizeof(NewsModelInner));
	memcpy(m->magic, "NEWM", 4);
	m->version = NEWS_MODEL_VERSION;
	m->order = 1;
	m->wordbook = news_wordbook()->fingerprint;
	m->nkinds = (uint16_t) tr->nkinds;
	m->nlabels = (uint16_t) (1 + 4 * tr->nkinds);
	m->stride = (uint16_t) ((m->nlabels + 15) / 16 * 16);
	m->ninner = ninner;
	m->flags = !tr->options.capitals && counts->lower > counts->names / FEW_LOWER ? NEWS_MODEL_ALL_WORDS : 0;
	m->flags |= tr->options.lean ? 0 : NEWS_MODEL_RICH;
	memcpy(m->kinds, tr->kinds, sizeof(tr->kinds));
	inner = (NewsModelInner *) news_model_inner(m);
	for (uint32_t i = 0; i < INNER_SLOTS; i++)
	{
		uint32_t	places = inner_places(&counts->slots[i]);
		uint32_t	s = counts->slots[i].hash & (ninner - 1);

		if (!places)
			continue;
		while (inner[s].places)
			s = (s + 1) & (ninner - 1);
		inner[s] = (NewsModelInner) {counts->slots[i].hash, places};
	}
}

void
news_train_shape(NewsTrainer *tr)
{
	InnerCounts counts = {NEWS_NEW0(tr->arena, InnerCount, INNER_SLOTS), 0, 0, 0};

	for (uint32_t d = 0; d < tr->ndocs; d++)
	{
		const NewsWords *w = &tr->docs[d].words;
		NewsTagText text = news_words_text(w);

		for (uint32_t s = 0, end; s < w->sentences.n; s = end)
		{
			NewsArena	scratch;
			NewsStretch st;

			end = news_stretch_end(&w->sentences, s);
			news_arena_init(&scratch, tr->arena->host);
			news_stretch_read(&st, &scratch, &text, s, end, news_wordbook(), NULL);
			count_inner(&counts, &st, tr->docs[d].allowed);
			news_arena_release(&scratch);
		}
	}
	make_shape(tr, &counts);
}

/* ---- Features ---- */

static void
put_feature(NewsTrainer *tr, uint32_t f)
{
	NewsExamples *ex = &tr->examples;

	if (ex->nfeatures == ex->features_room)
	{
		/* there may be more than news_grow can count: a block of the host's own, released at the end */
		size_t		room = ex->features_room ? ex->features_room * 2 : 1 << 16;

		ex->features = tr->arena->host->resize(tr->arena->host->arg, ex->features, room * sizeof(uint32_t));
		ex->features_room = room;
	}
	ex->features[ex->nfeatures++] = f;
}

static void
put_token(NewsTrainer *tr, NewsStretch *st, const NewsChain *chain, uint32_t t, uint64_t allowed)
{
	NewsExamples *ex = &tr->examples;
	NewsExampleToken *token;
	uint32_t	features[NEWS_FEATURES_MAX];
	uint32_t	n;

	ex->tokens = news_grow(tr->arena, ex->tokens, ex->ntokens, &ex->tokens_room, sizeof(NewsExampleToken));
	token = &ex->tokens[ex->ntokens++];
	token->allowed = allowed;
	token->features = ex->nfeatures;
	for (int d = -NEWS_REACH; d <= NEWS_REACH; d++)
	{
		n = news_form_features(st, news_stretch_form(st, chain->sentence, t, d), d, features);
		for (uint32_t i = 0; i < n; i++)
			put_feature(tr, features[i]);
	}
	n = news_place_features(st, chain, t, features);
	for (uint32_t i = 0; i < n; i++)
		put_feature(tr, features[i]);
	token->nfeatures = (uint32_t) (ex->nfeatures - token->features);
	n = news_second_features(st, t, features);
	for (uint32_t i = 0; i < n; i++)
		put_feature(tr, features[i]);
	token->nsecond = n;
}

/* Where a name sticks out of its chain, the rest of it is outside. */
static void
mend_ends(NewsExampleToken *tokens, uint32_t n)
{
	const uint64_t opens = UINT64_C(0x1111111111111111) << (1 + NEWS_PART_B) | UINT64_C(0x1111111111111111) << (1 + NEWS_PART_S);
	const uint64_t closes = UINT64_C(0x1111111111111111) << (1 + NEWS_PART_E) | UINT64_C(0x1111111111111111) << (1 + NEWS_PART_S);

	for (uint32_t i = 0; i < n && !(tokens[i].allowed & (opens | 1)); i++)
		tokens[i].allowed = 1;
	for (uint32_t i = n; i-- > 0 && !(tokens[i].allowed & (closes | 1));)
		tokens[i].allowed = 1;
}

static void
put_stretch(NewsTrainer *tr, NewsStretch *st, uint32_t doc)
{
	NewsExamples *ex = &tr->examples;

	for (uint32_t c = 0; c < st->nchains; c++)
	{
		const NewsChain *chain = &st->chains[c];
		uint32_t	first = ex->ntokens;

		news_poll(tr->arena);
		ex->items = news_grow(tr->arena, ex->items, ex->n, &ex->room, sizeof(NewsExample));
		ex->items[ex->n++] = (NewsExample) {first, chain->end - chain->first, doc};
		for (uint32_t t = chain->first; t < chain->end; t++)
			put_token(tr, st, chain, t, tr->docs[doc].allowed[t]);
		mend_ends(ex->tokens + first, chain->end - chain->first);
	}
}

/* The labels of a stretch's tokens from those of its chains' tokens, which come in order. */
static void
vote(NewsStretch *st, const uint8_t **votes, int nkinds)
{
	uint8_t    *labels = NEWS_NEW0(st->arena, uint8_t, st->end - st->first);

	for (uint32_t c = 0; c < st->nchains; c++)
		for (uint32_t t = st->chains[c].first; t < st->chains[c].end; t++)
			labels[t - st->first] = *(*votes)++;
	news_stretch_vote(st, labels, (uint32_t) nkinds);
}

/* ---- Rows ---- */

typedef struct FeatureSlot
{
	uint32_t	feature;
	uint32_t	count;
	uint32_t	row;
} FeatureSlot;

typedef struct FeatureTable
{
	FeatureSlot *slots;			/* count 0 in an empty slot */
	uint32_t	mask;
	uint32_t	n;
} FeatureTable;

static FeatureSlot *
feature_slot(const FeatureTable *table, uint32_t feature)
{
	uint32_t	i = feature & table->mask;

	while (table->slots[i].count && table->slots[i].feature != feature)
		i = (i + 1) & table->mask;
	return &table->slots[i];
}

static void
count_feature(NewsArena *arena, FeatureTable *table, uint32_t feature)
{
	FeatureSlot *slot = feature_slot(table, feature);

	if (slot->count++)
		return;
	slot->feature = feature;
	if (++table->n * 2 > table->mask)
	{
		FeatureTable larger = {NULL, table->mask * 2 + 1, table->n};

		larger.slots = NEWS_NEW0(arena, FeatureSlot, (size_t) larger.mask + 1);
		for (uint32_t i = 0; i <= table->mask; i++)
			if (table->slots[i].count)
				*feature_slot(&larger, table->slots[i].feature) = table->slots[i];
		*table = larger;
	}
}

/* Gives the features seen often enough a row each, and puts rows in the place of hashes. */
static void
number_rows(NewsTrainer *tr)
{
	NewsExamples *ex = &tr->examples;
	NewsArena	scratch;
	FeatureTable table = {NULL, (1 << 16) - 1, 0};
	uint32_t	room = 0;

	news_arena_init(&scratch, tr->arena->host);
	table.slots = NEWS_NEW0(&scratch, FeatureSlot, table.mask + 1);
	for (size_t i = 0; i < ex->nfeatures; i++)
		count_feature(&scratch, &table, ex->features[i]);
	ex->nrows = 0;
	ex->row_feature = NULL;
	for (uint32_t i = 0; i < ex->ntokens; i++)
	{
		NewsExampleToken *token = &ex->tokens[i];
		uint32_t   *f = ex->features + token->features;
		uint32_t	kept[2] = {0, 0};
		uint32_t	n = 0;

		for (uint32_t j = 0; j < token->nfeatures + token->nsecond; j++)
		{
			FeatureSlot *slot = feature_slot(&table, f[j]);

			if (slot->count < tr->options.min_count || ex->nrows >= NEWS_MODEL_MAX_ROWS / 2)
				continue;
			if (!slot->row)
			{
				ex->row_feature = news_grow(tr->arena, ex->row_feature, ex->nrows, &room, sizeof(uint32_t));
				ex->row_feature[ex->nrows] = f[j];
				slot->row = ++ex->nrows;
			}
			f[n++] = slot->row - 1;
			kept[j >= token->nfeatures]++;
		}
		token->nfeatures = kept[0];
		token->nsecond = kept[1];
	}
	news_arena_release(&scratch);
}

void
news_train_examples(NewsTrainer *tr, const uint8_t *votes)
{
	NewsExamples *ex = &tr->examples;

	ex->n = ex->ntokens = 0;
	ex->nfeatures = 0;
	for (uint32_t d = 0; d < tr->ndocs; d++)
	{
		const NewsWords *w = &tr->docs[d].words;
		NewsTagText text = news_words_text(w);

		for (uint32_t s = 0, end; s < w->sentences.n; s = end)
		{
			NewsArena	scratch;
			NewsStretch st;

			end = news_stretch_end(&w->sentences, s);
			news_arena_init(&scratch, tr->arena->host);
			news_stretch_read(&st, &scratch, &text, s, end, news_wordbook(), tr->shape);
			if (votes)
				vote(&st, &votes, tr->nkinds);
			put_stretch(tr, &st, d);
			news_arena_release(&scratch);
		}
	}
	number_rows(tr);
}
