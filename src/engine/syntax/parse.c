/*
 * parse.c
 *	  Tags, then parses, with the shipped weights.
 */
#include "syntax/model.h"

/* The class with the highest sum of rows. */
static inline int
best_of(const int16_t *sums, int n)
{
	int			best = 0;

	for (int c = 1; c < n; c++)
		if (sums[c] > sums[best])
			best = c;
	return best;
}

/* bytes is a constant in each call: the inner loop becomes a few vector instructions. */
static inline __attribute__((always_inline)) void
add_rows(const NewsTable *t, uint32_t bytes, const uint32_t *features, int n, int16_t *sums)
{
	memset(sums, 0, sizeof(*sums) * bytes);
	/* the slots lie anywhere in megabytes: ask for all of them before the first is needed */
	for (int i = 0; i < n; i++)
		__builtin_prefetch(news_table_home(t, features[i]));
	for (int i = 0; i < n; i++)
	{
		const int8_t *row = news_table_row(t, bytes, features[i]);

		if (row)
			for (uint32_t c = 0; c < bytes; c++)
				sums[c] = (int16_t) (sums[c] + row[c]);
	}
}

static void
tag(const NewsWeights *w, const NewsLook *looks, int n, uint8_t *pos)
{
	uint32_t	features[NEWS_POS_FEATURES];
	int16_t		sums[NEWS_ROW_POS];

	for (int i = 0; i < n; i++)
	{
		add_rows(&w->tables[NEWS_TABLE_POS], NEWS_ROW_POS, features, news_pos_features(looks, pos, n, i, features), sums);
		pos[i] = (uint8_t) best_of(sums, NEWS_NPOS);
	}
}

static uint8_t
relate(void *arg, const NewsState *s, int head, int dependent)
{
	const NewsWeights *w = arg;
	uint32_t	features[NEWS_RELATION_FEATURES];
	int16_t		sums[NEWS_ROW_RELATION];

	add_rows(&w->tables[NEWS_TABLE_RELATION], NEWS_ROW_RELATION, features, news_relation_features(s, head, dependent, features), sums);
	sums[NEWS_REL_ROOT] = INT16_MIN;
	return (uint8_t) best_of(sums, NEWS_NRELATIONS);
}

static NewsMove
choose_move(const NewsWeights *w, const NewsState *s)
{
	uint32_t	features[NEWS_MOVE_FEATURES];
	int16_t		sums[NEWS_ROW_MOVE];

	add_rows(&w->tables[NEWS_TABLE_MOVE], NEWS_ROW_MOVE, features, news_move_features(s, features), sums);
	for (int m = 0; m < NEWS_NMOVES; m++)
		if (!news_move_legal(s, (NewsMove) m))
			sums[m] = INT16_MIN;
	return (NewsMove) best_of(sums, NEWS_NMOVES);
}

void
news_parse_with(NewsWeights *w, const NewsTokens *tokens, uint32_t first, uint32_t n, NewsParse *out)
{
	NewsLook	looks[NEWS_PARSE_MAX];
	NewsState	state;

	out->n = (int) n;
	news_look(tokens, first, n, looks);
	tag(w, looks, out->n, out->pos);
	news_state_init(&state, looks, out->pos, out->n);
	while (!news_state_done(&state))
	{
		NewsMove	move = choose_move(w, &state);
		int			head;
		int			dependent;

		news_move(&state, move, news_move_arc(&state, move, &head, &dependent) ? relate(w, &state, head, dependent) : 0);
	}
	news_state_finish(&state, relate, w);
	for (int i = 0; i < out->n; i++)
	{
		out->head[i] = state.nodes[i].head;
		out->relation[i] = state.nodes[i].relation;
	}
}

void
news_parse(const NewsTokens *tokens, uint32_t first, uint32_t n, NewsParse *out)
{
	NewsWeights weights;

	news_weights_shipped(&weights);
	news_parse_with(&weights, tokens, first, n, out);
}
