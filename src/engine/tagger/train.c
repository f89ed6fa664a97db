/*
 * train.c
 *	  The trainer: collecting documents, and making the image of the model.
 */
#include "tagger/train.h"

#include <math.h>
#include <string.h>

#define USUAL_ROUNDS	30
#define FOLD_ROUNDS		8
#define USUAL_PENALTY	4.0f
#define USUAL_MIN_COUNT 3

/* Weights below this are not worth their bytes. */
#define PRUNE	0.02f
/* In a lean model, a feature whose weights are all below this is dropped. */
#define PRUNE_ROW	0.08f
/* The coarsest unit of weights; larger ones are cut. */
#define MAX_UNIT 0.03f

NewsTrainer *
news_trainer_new(NewsArena *arena, const NewsTrainOptions *options)
{
	NewsTrainer *tr = NEWS_NEW0(arena, NewsTrainer, 1);

	tr->arena = arena;
	tr->options = *options;
	if (!tr->options.rounds)
		tr->options.rounds = USUAL_ROUNDS;
	if (!(tr->options.penalty > 0))
		tr->options.penalty = USUAL_PENALTY;
	if (!tr->options.min_count)
		tr->options.min_count = USUAL_MIN_COUNT;
	return tr;
}

/* One way to label a word: outside, or in a name of a kind. */
typedef struct Choice
{
	uint32_t	kinds;			/* a bit each */
	bool		outside;		/* may be no name */
	bool		begins;
} Choice;

static NewsTrainFault
kind_of(NewsTrainer *tr, NewsStr name, int *kind)
{
	if (name.len == 0)
		return NEWS_TRAIN_BAD_TAG;
	if (name.len >= NEWS_MODEL_KIND_BYTES)
		return NEWS_TRAIN_LONG_KIND;
	for (*kind = 0; *kind < tr->nkinds; (*kind)++)
		if (news_str_eq(name, news_str(tr->kinds[*kind])))
			return NEWS_TRAIN_OK;
	if (tr->nkinds == NEWS_MODEL_MAX_KINDS)
		return NEWS_TRAIN_MANY_KINDS;
	memset(tr->kinds[*kind], 0, NEWS_MODEL_KIND_BYTES);
	memcpy(tr->kinds[*kind], name.s, name.len);
	tr->nkinds++;
	return NEWS_TRAIN_OK;
}

static NewsTrainFault
read_tag(NewsTrainer *tr, NewsStr tag, Choice *choice)
{
	memset(choice, 0, sizeof(*choice));
	while (tag.len > 0)
	{
		const char *bar = memchr(tag.s, '|', tag.len);
		NewsStr		part = {tag.s, bar ? (uint32_t) (bar - tag.s) : tag.len};
		NewsTrainFault fault;
		int			kind;

		tag.s += part.len + (bar != NULL);
		tag.len -= part.len + (bar != NULL);
		if (part.len == 1 && part.s[0] == 'O')
		{
			choice->outside = true;
			continue;
		}
		if (part.len < 3 || part.s[1] != '-' || (part.s[0] != 'B' && part.s[0] != 'I'))
			return NEWS_TRAIN_BAD_TAG;
		if ((fault = kind_of(tr, (NewsStr) {part.s + 2, part.len - 2}, &kind)) != NEWS_TRAIN_OK)
			return fault;
		choice->kinds |= 1u << kind;
		choice->begins |= part.s[0] == 'B';
	}
	return NEWS_TRAIN_OK;
}

/* Labels of tokens first up to end, which are one name. */
static void
allow_name(NewsTrainDoc *doc, uint32_t first, uint32_t end, const Choice *choice)
{
	for (uint32_t t = first; t < end; t++)
	{
		int			part = end - first == 1 ? NEWS_PART_S : t == first ? NEWS_PART_B : t + 1 == end ? NEWS_PART_E : NEWS_PART_I;

		doc->allowed[t] = choice->outside ? 1 : 0;
		for (int k = 0; k < NEWS_MODEL_MAX_KINDS; k++)
			if (choice->kinds >> k & 1)
				doc->allowed[t] |= UINT64_C(1) << NEWS_LABEL(k, part);
	}
}

static void
allow_labels(NewsTrainDoc *doc, const Choice *choices)
{
	const NewsTokens *tokens = &doc->words.tokens;

	for (uint32_t t = 0, end; t < tokens->n; t = end)
	{
		const Choice *choice = &choices[doc->words.word_of[t]];

		end = t + 1;
		doc->allowed[t] = 1;
		if (!choice->kinds)
			continue;
		for (; end < tokens->n && !(tokens->items[end].flags & NEWS_TOK_SENTENCE); end++)
		{
			uint32_t	word = doc->words.word_of[end];

			if (word != doc->words.word_of[end - 1] && (choices[word].begins || choices[word].kinds != choice->kinds))
				break;
		}
		allow_name(doc, t, end, choice);
	}
}

NewsTrainFault
news_trainer_add(NewsTrainer *tr, const NewsStr *words, const NewsStr *tags, uint32_t nwords, float weight, uint32_t *at)
{
	Choice	   *choices = NEWS_NEW0(tr->arena, Choice, nwords + 1);
	NewsTrainDoc *doc;

	for (*at = 0; *at < nwords; (*at)++)
	{
		NewsTrainFault fault = words[*at].len ? read_tag(tr, tags[*at], &choices[*at]) : NEWS_TRAIN_OK;

		if (fault != NEWS_TRAIN_OK)
			return fault;
	}
	tr->docs = news_grow(tr->arena, tr->docs, tr->ndocs, &tr->room, sizeof(NewsTrainDoc));
	doc = &tr->docs[tr->ndocs];
	news_words_read(tr->arena, words, nwords, &doc->words);
	if (doc->words.tokens.n > NEWS_TRAIN_MAX_TOKENS - tr->ntokens)
		return NEWS_TRAIN_MANY_TOKENS;
	doc->weight = weight;
	doc->allowed = NEWS_NEW(tr->arena, uint64_t, doc->words.tokens.n + 1);
	allow_labels(doc, choices);
	if (doc->words.tokens.n == 0)
		return NEWS_TRAIN_OK;
	tr->ntokens += doc->words.tokens.n;
	tr->ndocs++;
	return NEWS_TRAIN_OK;
}

static int8_t
quantised(float w, float unit)
{
	float		q = roundf(w / unit);

	if (!(fabsf(w) >= PRUNE))
		return 0;
	return (int8_t) (q > 127 ? 127 : q < -127 ? -127 : q);
}

/* Which rows keep a weight; returns how many. */
static uint32_t
keep_rows(const NewsWeights *w, float least, bool *kept)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < w->nrows; i++)
	{
		kept[i] = false;
		for (int y = 0; y < w->nlabels && !kept[i]; y++)
			kept[i] = fabsf(w->rows[(size_t) i * (size_t) w->stride + (size_t) y] * w->scale) >= least;
		n += kept[i];
	}
	return n;
}

static void
put_rows(NewsModel *m, const NewsTrainer *tr, const NewsWeights *w, const bool *kept)
{
	uint8_t    *filter = (uint8_t *) news_model_filter(m);
	int8_t	   *rows = (int8_t *) news_model_rows(m);

	for (uint32_t i = 0; i < w->nrows; i++)
	{
		uint32_t	feature = tr->examples.row_feature[i];
		uint32_t	mark = news_model_mark(feature);
		uint32_t	at = news_model_home(m, feature);
		int8_t	   *row;

		if (!kept[i])
			continue;
		while (news_row_mark(rows + (size_t) at * m->stride, m->stride))
			at = at + 1 < m->nrows ? at + 1 : 0;
		row = rows + (size_t) at * m->stride;
		filter[feature >> 3 & (m->nfilter - 1)] |= (uint8_t) (1 << (feature & 7));
		for (int y = 0; y < w->nlabels; y++)
			row[y] = quantised(w->rows[(size_t) i * (size_t) w->stride + (size_t) y] * w->scale, m->unit);
		for (int k = 0; k < 3; k++)
			row[m->stride - 3 + k] = (int8_t) (mark >> (8 * k));
	}
}

static float
unit_of(const NewsWeights *w)
{
	float		top = 0.1f;

	for (size_t i = 0; i < (size_t) w->nrows * (size_t) w->stride; i++)
		top = fmaxf(top, fabsf(w->rows[i] * w->scale));
	return fminf(top / 127, MAX_UNIT);
}

static NewsModel *
make_image(NewsTrainer *tr, const NewsWeights *w, bool second)
{
	bool	   *kept = NEWS_NEW(tr->arena, bool, w->nrows + 1);
	float		unit = unit_of(w);
	uint32_t	nkept = keep_rows(w, tr->options.lean ? PRUNE_ROW : PRUNE, kept);
	/* three of four are used */
	uint32_t	nrows = nkept + nkept / 3 + 1;
	uint32_t	nfilter = 16;
	uint32_t	nkeys;
	const uint32_t *keys = news_train_groups(tr, &nkeys);
	/* two of three are used */
	uint32_t	nsums = (nkeys + nkeys / 2 + 16) / 16 * 16;
	size_t		size;
	NewsModel  *m;

	while (nfilter < nrows)
		nfilter *= 2;
	size = news_model_bytes((uint32_t) w->nlabels, tr->shape->ninner, nfilter, nsums, nrows);
	m = news_alloc0(tr->arena, size);
	*m = *tr->shape;
	m->size = (uint32_t) size;
	m->flags |= second ? NEWS_MODEL_SECOND_PASS : 0;
	m->nfilter = nfilter;
	m->nsums = nsums;
	m->nrows = nrows;
	m->unit = unit;
	memcpy((void *) news_model_inner(m), news_model_inner(tr->shape), m->ninner * sizeof(NewsModelInner));
	for (int x = 0; x < w->nlabels; x++)
		for (int y = 0; y < w->nlabels; y++)
			m->transition[x][y] = news_label_follows(x, y)
				? (int16_t) fmaxf(-3000, fminf(3000, roundf(w->transition[x * w->stride + y] / unit))) : NEWS_NO_TRANSITION;
	put_rows(m, tr, w, kept);
	news_train_sums(tr, m, keys, nkeys);
	m->checksum = news_hash((const char *) &m->wordbook, size - offsetof(NewsModel, wordbook));
	return m;
}

/* Are there documents in which a word's mentions can vote? */
static bool
have_context(const NewsTrainer *tr)
{
	uint32_t	sentences = 0;
	uint32_t	in_context = 0;

	for (uint32_t i = 0; i < tr->ndocs; i++)
	{
		uint32_t	n = tr->docs[i].words.sentences.n;

		sentences += n;
		in_context += n >= 3 ? n : 0;
	}
	return tr->ndocs >= 4 && in_context >= sentences / 3;
}

NewsModel *
news_trainer_finish(NewsTrainer *tr)
{
	bool		second = !tr->options.single && have_context(tr);
	NewsLesson	lesson = {tr->options.rounds, -1, second};
	NewsWeights weights;

	if (tr->nkinds == 0)
		return NULL;
	news_train_shape(tr);
	news_train_examples(tr, NULL);
	if (second)
	{
		/* each half of the documents is labelled by what the other half teaches */
		uint8_t    *votes = NEWS_NEW0(tr->arena, uint8_t, tr->examples.ntokens + 1);

		for (int fold = 0; fold < 2; fold++)
		{
			NewsLesson	half = {FOLD_ROUNDS, 1 - fold, false};

			news_learn(tr, &half, &weights);
			news_learn_predict(tr, &weights, fold, votes);
		}
		news_train_examples(tr, votes);
	}
	news_learn(tr, &lesson, &weights);
	tr->arena->host->release(tr->arena->host->arg, tr->examples.features);
	tr->examples.features = NULL;
	return make_image(tr, &weights, second);
}
