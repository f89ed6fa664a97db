/*
 * examples.c
 *	  Documents as examples: chains, and the features of their tokens.
 */
#include "tagger/tally.h"
#include "tagger/train.h"

#include <string.h>

/* ---- Features ---- */

static void
put_features(NewsTrainer *tr, const uint32_t *features, uint32_t n)
{
	NewsExamples *ex = &tr->examples;

	if (ex->nfeatures + n > ex->features_room)
	{
		/* there may be more than news_grow can count: a block of the host's own, released at the end */
		size_t		room = ex->features_room ? ex->features_room * 2 : 1 << 16;	/* far more than n */

		ex->features = tr->arena->host->resize(tr->arena->host->arg, ex->features, room * sizeof(uint32_t));
		ex->features_room = room;
	}
	memcpy(ex->features + ex->nfeatures, features, n * sizeof(uint32_t));
	ex->nfeatures += n;
}

static void
put_token(NewsTrainer *tr, NewsStretch *st, const NewsPlace *place, uint64_t allowed)
{
	NewsExamples *ex = &tr->examples;
	NewsExampleToken *token;
	uint32_t	features[NEWS_FEATURES_MAX];

	ex->tokens = news_grow(tr->arena, ex->tokens, ex->ntokens, &ex->tokens_room, sizeof(NewsExampleToken));
	token = &ex->tokens[ex->ntokens++];
	token->allowed = allowed;
	token->features = ex->nfeatures;
	for (int d = -NEWS_REACH; d <= NEWS_REACH; d++)
		put_features(tr, features, news_form_features(st, news_stretch_form(st, place->chain->sentence, place->token, d), d, features));
	for (NewsGroupKind g = NEWS_GROUP_WRITING; g < NEWS_NGROUPS; g++)
		put_features(tr, features, news_place_group(place, g, features));
	put_features(tr, features, news_chain_features(place, features));
	put_features(tr, features, news_place_features(place, features));
	token->nfeatures = (uint32_t) (ex->nfeatures - token->features);
	token->nsecond = news_second_features(st, place->token, features);
	put_features(tr, features, token->nsecond);
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
		NewsPlace	place;

		news_poll(tr->arena);
		ex->items = news_grow(tr->arena, ex->items, ex->n, &ex->room, sizeof(NewsExample));
		ex->items[ex->n++] = (NewsExample) {first, chain->end - chain->first, doc};
		news_chain_look(st, chain, &place);
		for (uint32_t t = chain->first; t < chain->end; t++)
		{
			put_token(tr, st, &place, tr->docs[doc].allowed[t]);
			news_place_next(&place);
		}
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

/* Gives the features seen often enough a row each, and puts rows in the place of hashes. */
static void
number_rows(NewsTrainer *tr)
{
	NewsExamples *ex = &tr->examples;
	NewsArena	scratch;
	NewsTally	tally;
	uint32_t	room = 0;

	news_arena_init(&scratch, tr->arena->host);
	news_tally_init(&tally, &scratch);
	for (size_t i = 0; i < ex->nfeatures; i++)
		news_tally_count(&tally, ex->features[i]);
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
			NewsTallied *slot = news_tally_slot(&tally, f[j]);

			if (slot->times < tr->options.min_count || ex->nrows >= NEWS_MODEL_MAX_ROWS / 2)
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

static void
visit_examples(NewsTrainer *tr, NewsStretch *st, uint32_t doc, void *arg)
{
	const uint8_t **votes = arg;

	if (*votes)
		vote(st, votes, tr->nkinds);
	put_stretch(tr, st, doc);
}

void
news_train_examples(NewsTrainer *tr, const uint8_t *votes)
{
	NewsExamples *ex = &tr->examples;

	ex->n = ex->ntokens = 0;
	ex->nfeatures = 0;
	news_train_visit(tr, visit_examples, &votes);
	number_rows(tr);
}
