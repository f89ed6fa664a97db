/*
 * tag.c
 *	  Finding names with a model.
 *
 * The weights of all features of a word form at one distance are summed once a
 * stretch; a token's scores are then five sums and the weights of its place.
 */
#include "tagger/tagger.h"

#include <math.h>
#include <string.h>

#include "tagger/crf.h"
#include "tagger/features.h"

#define DISTANCES 5

typedef struct Tagger
{
	const NewsModel *model;
	int			stride;
	NewsStretch stretch;
	int16_t   **sums;			/* by form * DISTANCES + distance + 2, NULL when not needed yet */
	uint8_t    *labels;			/* by token - first */
	NewsCrf		crf;
	int16_t    *scores;			/* of the tokens of all chains, one behind the other */
	uint8_t    *back;
	NewsArena	scratch;		/* of one stretch */
} Tagger;

static inline void
add_row(int16_t *sum, const int8_t *row, int stride)
{
	for (int b = 0; b < stride; b += 16)
		for (int i = 0; i < 16; i++)
			sum[b + i] = (int16_t) (sum[b + i] + row[b + i]);
}

static inline void
add_sum(int16_t *sum, const int16_t *other, int stride)
{
	for (int b = 0; b < stride; b += 16)
		for (int i = 0; i < 16; i++)
			sum[b + i] = (int16_t) (sum[b + i] + other[b + i]);
}

/*
 * Adds the weights of features.  Both tables are larger than the processor's
 * caches: all look-ups are begun before the first is waited for.
 */
static void
add_features(const Tagger *tg, int16_t *sum, const uint32_t *features, uint32_t n, int distance)
{
	const NewsModelSlot *slots = news_model_slots(tg->model);
	uint32_t	mask = tg->model->nslots - 1;
	uint32_t	seen[NEWS_PLACE_MAX];
	const int8_t *rows[NEWS_PLACE_MAX];
	uint32_t	nrows = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		seen[i] = news_feature_at(features[i], distance);
		__builtin_prefetch(&slots[seen[i] & mask]);
	}
	for (uint32_t i = 0; i < n; i++)
		if ((rows[nrows] = news_model_row(tg->model, seen[i])) != NULL)
			__builtin_prefetch(rows[nrows++]);
	for (uint32_t i = 0; i < nrows; i++)
		add_row(sum, rows[i], tg->stride);
}

/* What a form adds to the scores of a token from which it stands at the distance. */
static const int16_t *
form_sum(Tagger *tg, NewsForm *form, int distance)
{
	int16_t   **sum = &tg->sums[(size_t) (form - tg->stretch.forms) * DISTANCES + (size_t) (distance + 2)];

	if (*sum)
		return *sum;
	if (form->nown == 0)
		news_form_features(&tg->stretch, form);
	*sum = NEWS_NEW0(&tg->scratch, int16_t, tg->stride);
	if (distance == 0)
		add_features(tg, *sum, form->own, form->nown, 0);
	else if (distance == 1 || distance == -1)
		add_features(tg, *sum, form->near, form->nnear, distance);
	else
		add_features(tg, *sum, form->far, form->nfar, distance);
	return *sum;
}

static void
score_token(Tagger *tg, const NewsChain *chain, uint32_t token, int16_t *sum)
{
	uint32_t	features[NEWS_PLACE_MAX];

	memset(sum, 0, sizeof(int16_t) * (size_t) tg->stride);
	for (int d = -2; d <= 2; d++)
		add_sum(sum, form_sum(tg, news_stretch_form(&tg->stretch, chain->sentence, token, d), d), tg->stride);
	add_features(tg, sum, features, news_place_features(&tg->stretch, chain, token, features), 0);
}

/* What the votes of other mentions add; false when there are none. */
static bool
add_votes(Tagger *tg, const NewsChain *chain, int16_t *scores)
{
	bool		any = false;

	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		uint32_t	features[NEWS_SECOND_MAX];
		uint32_t	n = news_second_features(&tg->stretch, t, features);

		add_features(tg, scores + (size_t) (t - chain->first) * (size_t) tg->stride, features, n, 0);
		any |= n > 0;
	}
	return any;
}

static void
label_chains(Tagger *tg, bool second)
{
	int16_t    *scores = tg->scores;

	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
	{
		const NewsChain *chain = &tg->stretch.chains[c];
		uint32_t	n = chain->end - chain->first;
		bool		changed = true;

		if (c % 64 == 0)
			news_poll(&tg->scratch);
		if (second)
			changed = add_votes(tg, chain, scores);
		else
			for (uint32_t t = 0; t < n; t++)
				score_token(tg, chain, chain->first + t, scores + (size_t) t * (size_t) tg->stride);
		if (changed)
			news_crf_best(tg->model->transition, tg->model->nlabels, scores, tg->stride, n, tg->back,
						  tg->labels + (chain->first - tg->stretch.first));
		scores += (size_t) n * (size_t) tg->stride;
	}
}

/* Fills the sums over all labellings of a chain whose scores are there. */
static bool
sum_chain(Tagger *tg, const int16_t *scores, uint32_t n)
{
	for (uint32_t t = 0; t < n; t++)
	{
		const int16_t *s = scores + (size_t) t * (size_t) tg->stride;
		float	   *e = tg->crf.emission + (size_t) t * tg->stride;
		int16_t		top = INT16_MIN;

		for (int y = 0; y < tg->model->nlabels; y++)
			top = s[y] > top ? s[y] : top;
		for (int y = 0; y < tg->model->nlabels; y++)
			e[y] = expf((float) (s[y] - top) * tg->model->unit);
	}
	return isfinite(news_crf_sum(&tg->crf, n, NULL));
}

static void
add_span(NewsArena *arena, NewsTagSpans *out, uint32_t *room, NewsTagSpan span)
{
	out->items = news_grow(arena, out->items, out->n, room, sizeof(NewsTagSpan));
	out->items[out->n++] = span;
}

static void
take_spans(Tagger *tg, NewsArena *arena, NewsTagSpans *out, uint32_t *room)
{
	const int16_t *scores = tg->scores;

	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
	{
		const NewsChain *chain = &tg->stretch.chains[c];
		const uint8_t *labels = tg->labels + (chain->first - tg->stretch.first);
		uint32_t	n = chain->end - chain->first;
		bool		summed = false;
		bool		sound = false;

		for (uint32_t t = 0, end; t < n; t = end)
		{
			end = t + 1;
			if (labels[t] == NEWS_LABEL_O)
				continue;
			while (end < n && NEWS_LABEL_PART(labels[end - 1]) <= NEWS_PART_I)
				end++;
			if (!summed)
			{
				sound = sum_chain(tg, scores, n);
				summed = true;
			}
			add_span(arena, out, room, (NewsTagSpan)
					 {
						 chain->first + t, chain->first + end, chain->sentence, (uint32_t) NEWS_LABEL_KIND(labels[t]),
						 sound ? news_crf_span(&tg->crf, n, t, end, labels + t) : 0.5f
					 });
		}
		scores += (size_t) n * (size_t) tg->stride;
	}
}

static void
tag_stretch(Tagger *tg, const NewsTokens *tokens, const NewsSentences *sentences, uint32_t first, uint32_t end)
{
	size_t		ntokens = 0;

	news_stretch_read(&tg->stretch, &tg->scratch, tokens, sentences, first, end, news_wordbook(), tg->model);
	tg->labels = NEWS_NEW0(&tg->scratch, uint8_t, tg->stretch.end - tg->stretch.first);
	tg->sums = NEWS_NEW0(&tg->scratch, int16_t *, (size_t) tg->stretch.nforms * DISTANCES);
	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
		ntokens += tg->stretch.chains[c].end - tg->stretch.chains[c].first;
	tg->scores = NEWS_NEW(&tg->scratch, int16_t, ntokens * (size_t) tg->stride + 1);
	label_chains(tg, false);
	if (tg->model->flags & NEWS_MODEL_SECOND_PASS)
	{
		news_stretch_vote(&tg->stretch, tg->labels, tg->model->nkinds);
		label_chains(tg, true);
	}
}

void
news_tag_tokens(NewsArena *arena, const NewsModel *model, const NewsTokens *tokens, const NewsSentences *sentences, NewsTagSpans *out)
{
	Tagger		tg = {.model = model, .stride = model->stride};
	uint32_t	room = 0;

	out->items = NULL;
	out->n = 0;
	news_crf_init(&tg.crf, arena, model->nlabels);
	for (int x = 0; x < model->nlabels; x++)
		for (int y = 0; y < model->nlabels; y++)
			if (model->transition[x][y] != NEWS_NO_TRANSITION)
				tg.crf.transition[x * tg.stride + y] = expf(model->transition[x][y] * model->unit);
	tg.back = NEWS_NEW0(arena, uint8_t, NEWS_CHAIN_MAX * tg.stride);
	for (uint32_t s = 0, end; s < sentences->n; s = end)
	{
		end = news_stretch_end(sentences, s);
		news_arena_init(&tg.scratch, arena->host);
		tag_stretch(&tg, tokens, sentences, s, end);
		take_spans(&tg, arena, out, &room);
		news_arena_release(&tg.scratch);
	}
}
