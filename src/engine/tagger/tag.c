/*
 * tag.c
 *	  Finding names with a model.
 *
 * Weights are summed once for what many tokens share: a word form at one distance
 * (once a stretch, or in the model for the usual ones), a chain, groups of facts
 * that come again.  A token's scores are then some sums and the weights of its place.
 */
#include "tagger/tagger.h"

#include <string.h>

#include "tagger/lanes.h"
#include "tagger/lattice.h"

/* A feature whose weights are to be added. */
typedef struct Pending
{
	uint32_t	feature;
	int16_t    *sum;
} Pending;

/* Look-ups under way at a time: their rows fit the processor's first cache. */
#define PENDING 256

/* Groups of features that a place has. */
#define PLACE_GROUPS (NEWS_NGROUPS - NEWS_GROUP_WRITING)

/* What a token's scores are made of. */
typedef struct TokenScore
{
	int16_t    *sum;			/* of what it alone has; then of all */
	const int16_t *chain;		/* of what its chain has; NULL for nothing */
	const int16_t *groups[PLACE_GROUPS];	/* NULL where the model has no sum */
	const NewsForm *forms[1 + 2 * NEWS_REACH];
} TokenScore;

/* How often names are right that need no model. */
#define SETTLED_SCORE 0.95f

typedef struct Tagger
{
	const NewsModel *model;
	int			stride;
	NewsStretch stretch;
	uint8_t    *labels;			/* by token - first */
	NewsLattice lattice;
	int16_t    *scores;			/* of the tokens of all chains, one behind the other */
	Pending		pending[PENDING];
	uint32_t	npending;
	uint8_t		label_of[NEWS_OWN_KIND + 1];	/* by kind and 1, as in hints: the label that begins it; 0: the model has none */
	NewsArena	scratch;		/* of one stretch */
} Tagger;

/* Adds what is pending for one sum, from item i on; returns the item behind it. */
static inline __attribute__((always_inline)) uint32_t
add_to_sum(const Tagger *tg, uint32_t i, int stride)
{
	int16_t    *sum = tg->pending[i].sum;
	NewsSums	sums;

	news_sums_load(&sums, sum, stride);
	for (; i < tg->npending && tg->pending[i].sum == sum; i++)
	{
		const int8_t *row = news_model_row(tg->model, tg->pending[i].feature, (uint32_t) stride);

		if (row)
			news_sums_add(&sums, row, stride);
	}
	news_sums_store(&sums, sum, stride);
	return i;
}

static void
add_pending(Tagger *tg)
{
	for (uint32_t i = 0; i < tg->npending;)
		switch (tg->stride)
		{
			case 16:
				i = add_to_sum(tg, i, 16);
				break;
			case 32:
				i = add_to_sum(tg, i, 32);
				break;
			case 48:
				i = add_to_sum(tg, i, 48);
				break;
			default:
				i = add_to_sum(tg, i, 64);
				break;
		}
	tg->npending = 0;
}

/*
 * Has the weights of features added to a sum, at the latest by add_pending.  The
 * model is larger than the processor's caches: many look-ups are begun before the
 * first is waited for.
 */
static void
add_features(Tagger *tg, int16_t *sum, const uint32_t *features, uint32_t n)
{
	const int8_t *rows = news_model_rows(tg->model);

	if (tg->npending + n > PENDING)
		add_pending(tg);
	for (uint32_t i = 0; i < n; i++)
	{
		if (!news_model_may_weigh(tg->model, features[i]))
			continue;
		__builtin_prefetch(rows + (size_t) news_model_home(tg->model, features[i]) * (size_t) tg->stride);
		tg->pending[tg->npending++] = (Pending) {features[i], sum};
	}
}

/* Begins what a form adds to the scores of a token from which it stands at the distance. */
static inline void
begin_form(Tagger *tg, NewsForm *form, int distance)
{
	const int16_t **place = &form->sums[distance + NEWS_REACH];
	uint32_t	features[NEWS_FEATURES_MAX];
	int16_t    *sum;

	if (*place)
		return;
	*place = news_model_sum(tg->model, news_form_key(&tg->stretch, form, distance));
	if (*place)
	{
		__builtin_prefetch(*place);
		return;
	}
	*place = sum = NEWS_NEW0(&tg->scratch, int16_t, tg->stride);
	add_features(tg, sum, features, news_form_features(&tg->stretch, form, distance, features));
}

/* Begins the scores of the token at a place: what is not of a form, nor of the whole chain. */
static void
begin_place(Tagger *tg, const NewsPlace *place, TokenScore *score)
{
	uint32_t	features[NEWS_FEATURES_MAX];
	uint32_t	n = news_place_features(place, features);

	for (int d = -NEWS_REACH; d <= NEWS_REACH; d++)
	{
		NewsForm   *form = news_stretch_form(&tg->stretch, place->chain->sentence, place->token, d);

		begin_form(tg, form, d);
		score->forms[d + NEWS_REACH] = form;
	}
	for (int i = 0; i < PLACE_GROUPS; i++)
	{
		NewsGroupKind kind = NEWS_GROUP_WRITING + (NewsGroupKind) i;

		score->groups[i] = news_model_sum(tg->model, news_place_key(place, kind));
		if (score->groups[i])
			__builtin_prefetch(score->groups[i]);
		else
			n += news_place_group(place, kind, features + n);
	}
	add_features(tg, score->sum, features, n);
}

/* Adds what the token's forms, its groups and its chain have in common with others. */
static void
finish_score(const Tagger *tg, const TokenScore *score)
{
	if (score->chain)
		news_add_shorts(score->sum, score->chain, tg->stride);
	for (int i = 0; i < PLACE_GROUPS; i++)
		if (score->groups[i])
			news_add_shorts(score->sum, score->groups[i], tg->stride);
	for (int d = 0; d <= 2 * NEWS_REACH; d++)
		news_add_shorts(score->sum, score->forms[d]->sums[d], tg->stride);
}

/* Scores the tokens of a chain, which begin at sum; what is pending is added later. */
static void
begin_chain(Tagger *tg, const NewsChain *chain, int16_t *sum, TokenScore *score)
{
	uint32_t	features[NEWS_FEATURES_MAX];
	uint32_t	n;
	int16_t    *common = NULL;
	NewsPlace	place;

	news_chain_look(&tg->stretch, chain, &place);
	n = news_chain_features(&place, features);
	if (n > 0)
	{
		common = NEWS_NEW0(&tg->scratch, int16_t, tg->stride);
		add_features(tg, common, features, n);
	}
	for (uint32_t t = chain->first; t < chain->end; t++, sum += tg->stride, score++)
	{
		score->sum = sum;
		score->chain = common;
		begin_place(tg, &place, score);
		news_place_next(&place);
	}
}

/* Scores the tokens of all chains, ntokens in all. */
static void
score_chains(Tagger *tg, size_t ntokens)
{
	NewsStretch *st = &tg->stretch;
	TokenScore *scores = NEWS_NEW(&tg->scratch, TokenScore, ntokens + 1);
	size_t		n = 0;

	for (uint32_t c = 0; c < st->nchains; c++)
	{
		const NewsChain *chain = &st->chains[c];

		if (c % 64 == 0)
			news_poll(&tg->scratch);
		if (chain->settled)
			continue;
		begin_chain(tg, chain, tg->scores + n * (size_t) tg->stride, scores + n);
		n += chain->end - chain->first;
	}
	add_pending(tg);
	for (size_t i = 0; i < ntokens; i++)
		finish_score(tg, &scores[i]);
}

/* Does a vote of other mentions differ from the label that a token of the chain has? */
static bool
is_outvoted(const Tagger *tg, const NewsChain *chain)
{
	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		uint32_t	label = tg->labels[t - tg->stretch.first];
		uint32_t	vote = tg->stretch.majority[t - tg->stretch.first];

		if (vote && NEWS_VOTE_KIND(vote) != (label ? (uint32_t) NEWS_LABEL_KIND(label) + 1 : 0))
			return true;
	}
	return false;
}

static void
add_votes(Tagger *tg, const NewsChain *chain, int16_t *scores)
{
	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		uint32_t	features[NEWS_FEATURES_MAX];
		uint32_t	n = news_second_features(&tg->stretch, t, features);

		add_features(tg, scores + (size_t) (t - chain->first) * (size_t) tg->stride, features, n);
	}
	add_pending(tg);
}

/* The labels of a settled chain. */
static void
label_settled(Tagger *tg, const NewsChain *chain)
{
	const NewsStretch *st = &tg->stretch;

	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		uint32_t	hint = st->hints[t];
		uint32_t	label = tg->label_of[NEWS_HINT_KIND(hint)];

		tg->labels[t - st->first] = label ? (uint8_t) (label + NEWS_HINT_PART(hint)) : NEWS_LABEL_O;
	}
}

static void
label_chains(Tagger *tg)
{
	int16_t    *scores = tg->scores;

	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
	{
		const NewsChain *chain = &tg->stretch.chains[c];
		uint32_t	n = chain->end - chain->first;

		if (c % 64 == 0)
			news_poll(&tg->scratch);
		if (chain->settled)
		{
			label_settled(tg, chain);
			continue;
		}
		news_lattice_best(&tg->lattice, scores, n, tg->labels + (chain->first - tg->stretch.first));
		scores += (size_t) n * (size_t) tg->stride;
	}
}

/* The second pass: chains of which other mentions say something else are labelled anew. */
static void
label_outvoted(Tagger *tg)
{
	int16_t    *scores = tg->scores;

	news_stretch_vote(&tg->stretch, tg->labels, tg->model->nkinds);
	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
	{
		const NewsChain *chain = &tg->stretch.chains[c];
		uint32_t	n = chain->end - chain->first;

		if (c % 64 == 0)
			news_poll(&tg->scratch);
		if (chain->settled)
			continue;
		if (is_outvoted(tg, chain))
		{
			add_votes(tg, chain, scores);
			news_lattice_best(&tg->lattice, scores, n, tg->labels + (chain->first - tg->stretch.first));
		}
		scores += (size_t) n * (size_t) tg->stride;
	}
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

		for (uint32_t t = 0, end; t < n; t = end)
		{
			end = t + 1;
			if (labels[t] == NEWS_LABEL_O)
				continue;
			while (end < n && NEWS_LABEL_PART(labels[end - 1]) <= NEWS_PART_I)
				end++;
			if (!summed && !chain->settled)
			{
				news_lattice_sum(&tg->lattice, scores, n);
				summed = true;
			}
			add_span(arena, out, room, (NewsTagSpan)
					 {
						 chain->first + t, chain->first + end, chain->sentence, (uint32_t) NEWS_LABEL_KIND(labels[t]),
						 chain->settled ? SETTLED_SCORE : news_lattice_span(&tg->lattice, t, end, labels + t)
					 });
		}
		if (!chain->settled)
			scores += (size_t) n * (size_t) tg->stride;
	}
}

static void
tag_stretch(Tagger *tg, const NewsTagText *text, uint32_t first, uint32_t end)
{
	size_t		ntokens = 0;

	news_stretch_read(&tg->stretch, &tg->scratch, text, first, end, news_wordbook(), tg->model);
	tg->labels = NEWS_NEW0(&tg->scratch, uint8_t, tg->stretch.end - tg->stretch.first);
	if (!(tg->model->flags & NEWS_MODEL_RICH))
		news_stretch_settle(&tg->stretch);
	for (uint32_t c = 0; c < tg->stretch.nchains; c++)
		if (!tg->stretch.chains[c].settled)
			ntokens += tg->stretch.chains[c].end - tg->stretch.chains[c].first;
	tg->scores = NEWS_NEW0(&tg->scratch, int16_t, ntokens * (size_t) tg->stride + 1);
	score_chains(tg, ntokens);
	label_chains(tg);
	if (tg->model->flags & NEWS_MODEL_SECOND_PASS)
		label_outvoted(tg);
}

void
news_tag_text(NewsArena *arena, const NewsModel *model, const NewsTagText *text, NewsTagSpans *out)
{
	Tagger		tg = {.model = model, .stride = model->stride};
	uint32_t	room = 0;

	out->items = NULL;
	out->n = 0;
	news_lattice_init(&tg.lattice, arena, model->transition, model->nkinds, model->stride, model->unit);
	for (int k = 0; k < model->nkinds; k++)
	{
		NewsKind	kind = news_kind_of_label(model->kinds[k]);

		if (kind != NEWS_OWN_KIND)
			tg.label_of[kind + 1] = (uint8_t) NEWS_LABEL(k, NEWS_PART_B);
	}
	for (uint32_t s = 0, end; s < text->sentences->n; s = end)
	{
		end = news_stretch_end(text->sentences, s);
		news_arena_init(&tg.scratch, arena->host);
		tag_stretch(&tg, text, s, end);
		take_spans(&tg, arena, out, &room);
		news_arena_release(&tg.scratch);
	}
}
