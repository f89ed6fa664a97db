/*
 * shape.c
 *	  What chains are: where words without a capital stand in names.
 */
#include "tagger/train.h"

#include <string.h>

/* More names without any capital than one in this many: every word is looked at. */
#define FEW_LOWER	40

/* How often a word without a capital stands in names, by place. */
typedef struct InnerCount
{
	uint32_t	hash;
	uint32_t	opens;
	uint32_t	inside;
	uint32_t	closes;
	uint32_t	near;			/* times it stands beside a capital */
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
		bool		is_near = !form->anchor &&
			((t > st->first && news_stretch_form_at(st, t - 1)->anchor) || (t + 1 < st->end && news_stretch_form_at(st, t + 1)->anchor));
		/* what need not be a name says nothing */
		int			label = allowed[t] & 1 ? 0 : __builtin_ctzll(allowed[t]);
		int			part = label ? NEWS_LABEL_PART(label) : -1;

		if (is_near)
			inner_count(counts, news_form_inner_hash(form))->near++;
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

/* For a lean model a word beside a capital opens or closes a name at least once in this many times, or is not looked at. */
#define RARE	50

static bool
is_common(const InnerCount *c, uint32_t times, bool lean)
{
	return times > 1 && (!lean || times * RARE >= c->near);
}

static uint32_t
inner_places(const InnerCount *c, bool lean)
{
	return (is_common(c, c->opens, lean) ? NEWS_INNER_OPENS : 0) | (c->inside > 1 ? NEWS_INNER_INSIDE : 0) |
		(is_common(c, c->closes, lean) ? NEWS_INNER_CLOSES : 0);
}

static void
make_shape(NewsTrainer *tr, const InnerCounts *counts)
{
	uint32_t	ninner = 16;
	uint32_t	used = 0;
	NewsModel  *m;
	NewsModelInner *inner;

	for (uint32_t i = 0; i < INNER_SLOTS; i++)
		used += inner_places(&counts->slots[i], tr->options.lean) != 0;
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
		uint32_t	places = inner_places(&counts->slots[i], tr->options.lean);
		uint32_t	s = counts->slots[i].hash & (ninner - 1);

		if (!places)
			continue;
		while (inner[s].places)
			s = (s + 1) & (ninner - 1);
		inner[s] = (NewsModelInner) {counts->slots[i].hash, places};
	}
}

static void
visit_inner(NewsTrainer *tr, NewsStretch *st, uint32_t doc, void *counts)
{
	count_inner(counts, st, tr->docs[doc].allowed);
}

void
news_train_shape(NewsTrainer *tr)
{
	InnerCounts counts = {NEWS_NEW0(tr->arena, InnerCount, INNER_SLOTS), 0, 0, 0};

	news_train_visit(tr, visit_inner, &counts);
	make_shape(tr, &counts);
}

void
news_train_visit(NewsTrainer *tr, NewsStretchVisit visit, void *arg)
{
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
			visit(tr, &st, d, arg);
			news_arena_release(&scratch);
		}
	}
}
