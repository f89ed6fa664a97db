/*
 * learn.c
 *	  Stochastic gradient descent on the conditional likelihood.
 *
 * After Bottou's crfsgd: the weights are kept as a common factor times rows, so
 * that the L2 penalty shrinks them all in one multiplication.  The rate sinks in
 * a straight line to 0.
 */
#include "tagger/train.h"

#include <math.h>
#include <string.h>

#include "tagger/lanes.h"
#include "tagger/lattice.h"

#define RATE	0.1f

/* A token whose labels' probabilities are off by less in all teaches nothing. */
#define CALM_TOKEN	1e-3f
/* A chain that is off by less rests for some rounds. */
#define CALM_CHAIN	0.03f
#define REST_ROUNDS 2

/* Transitions stay where their exponentials, and sums of them, are finite whatever the examples are. */
#define TRANSITION_MAX	30.0f

typedef struct Learner
{
	NewsTrainer *trainer;
	NewsWeights *weights;
	NewsCrf		crf;
	float	   *gradient;		/* of the chain under way, [token][label] */
	float	   *moves;			/* of its transitions, [from][to] */
} Learner;

static void
score_example(const NewsTrainer *tr, const NewsWeights *w, const NewsExample *ex, bool second, float *scores)
{
	for (uint32_t t = 0; t < ex->n; t++)
	{
		const NewsExampleToken *token = &tr->examples.tokens[ex->token + t];
		const uint32_t *f = tr->examples.features + token->features;
		uint32_t	n = token->nfeatures + (second ? token->nsecond : 0);
		float	   *s = scores + (size_t) t * (size_t) w->stride;

		memset(s, 0, sizeof(float) * (size_t) w->stride);
		for (uint32_t i = 0; i < n; i++)
			news_add_floats(s, w->rows + (size_t) f[i] * (size_t) w->stride, 1, w->stride);
		for (int y = 0; y < w->stride; y++)
			s[y] *= w->scale;
	}
}

static void
exponentiate(float *scores, uint32_t n, int nlabels, int stride)
{
	for (uint32_t t = 0; t < n; t++)
	{
		float	   *s = scores + (size_t) t * (size_t) stride;
		float		top = s[0];

		for (int y = 1; y < nlabels; y++)
			top = fmaxf(top, s[y]);
		/* what is right may be as unlikely as can be */
		for (int y = 0; y < nlabels; y++)
			s[y] = expf(fmaxf(s[y] - top, -25));
		for (int y = nlabels; y < stride; y++)
			s[y] = 0;
	}
}

static void
exponentiate_transitions(Learner *l)
{
	const NewsWeights *w = l->weights;

	for (int x = 0; x < w->nlabels; x++)
		for (int y = 0; y < w->nlabels; y++)
			if (news_label_follows(x, y))
				l->crf.transition[x * w->stride + y] = expf(w->transition[x * w->stride + y]);
}

/* Adds sign times the expected counts under the sums in crf. */
static void
add_expected(Learner *l, uint32_t n, float sign)
{
	const NewsCrf *crf = &l->crf;
	int			stride = crf->stride;

	for (uint32_t t = 0; t < n; t++)
	{
		size_t		at = (size_t) t * (size_t) stride;
		float		tail[NEWS_MODEL_MAX_STRIDE];

		for (int y = 0; y < stride; y++)
			l->gradient[at + (size_t) y] += sign * crf->forward[at + (size_t) y] * crf->backward[at + (size_t) y];
		/* forward is 0 where a label is not allowed, backward is not */
		for (int y = 0; y < stride; y++)
			tail[y] = crf->forward[at + (size_t) y] == 0 ? 0 : sign * crf->emission[at + (size_t) y] * crf->backward[at + (size_t) y] / crf->scale[t];
		for (int x = 0; x < crf->nlabels; x++)
		{
			float		p = t == 0 ? (x == 0) : crf->forward[at - (size_t) stride + (size_t) x];

			if (p != 0)
				for (int y = 0; y < stride; y += 4)
				{
					NewsFloats	ways;
					NewsFloats	t4;
					NewsFloats	m;

					memcpy(&ways, crf->transition + x * stride + y, sizeof(ways));
					memcpy(&t4, tail + y, sizeof(t4));
					memcpy(&m, l->moves + x * stride + y, sizeof(m));
					m += ways * t4 * p;
					memcpy(l->moves + x * stride + y, &m, sizeof(m));
				}
		}
	}
	for (int x = 0; x < crf->nlabels; x++)
		l->moves[x * stride] += sign * crf->forward[(n - 1) * (size_t) stride + (size_t) x] *
			crf->backward[(n - 1) * (size_t) stride + (size_t) x];
}

/* The same for a chain that can be labelled in one way only; false when there are several. */
static bool
add_given(Learner *l, const NewsExampleToken *tokens, uint32_t n)
{
	int			before = 0;

	for (uint32_t t = 0; t < n; t++)
		if (tokens[t].allowed & (tokens[t].allowed - 1))
			return false;
	for (uint32_t t = 0; t < n; t++)
	{
		int			label = __builtin_ctzll(tokens[t].allowed);

		l->gradient[t * (size_t) l->crf.stride + (size_t) label] += 1;
		l->moves[before * l->crf.stride + label] += 1;
		before = label;
	}
	l->moves[before * l->crf.stride] += 1;
	return true;
}

/* What is right less what is expected; false when the chain teaches nothing. */
static bool
find_gradient(Learner *l, const NewsExample *ex)
{
	const NewsExampleToken *tokens = l->trainer->examples.tokens + ex->token;
	uint64_t	allowed[NEWS_CHAIN_MAX];

	memset(l->gradient, 0, sizeof(float) * ex->n * (size_t) l->crf.stride);
	memset(l->moves, 0, sizeof(float) * (size_t) (l->crf.stride * l->crf.stride));
	if (!add_given(l, tokens, ex->n))
	{
		for (uint32_t t = 0; t < ex->n; t++)
			allowed[t] = tokens[t].allowed;
		if (!isfinite(news_crf_sum(&l->crf, ex->n, allowed)))
			return false;
		add_expected(l, ex->n, 1);
	}
	if (!isfinite(news_crf_sum(&l->crf, ex->n, NULL)))
		return false;
	add_expected(l, ex->n, -1);
	return true;
}

/* Returns how far off the probabilities of the chain's labels were. */
static float
take_step(Learner *l, const NewsExample *ex, bool second, float rate)
{
	NewsWeights *w = l->weights;
	float		factor = rate / w->scale;
	float		off = 0;

	for (uint32_t t = 0; t < ex->n; t++)
	{
		const NewsExampleToken *token = &l->trainer->examples.tokens[ex->token + t];
		const uint32_t *f = l->trainer->examples.features + token->features;
		uint32_t	n = token->nfeatures + (second ? token->nsecond : 0);
		float	   *g = l->gradient + (size_t) t * (size_t) w->stride;
		float		size = 0;

		for (int y = 0; y < w->stride; y++)
			size += fabsf(g[y]);
		/* no number: extreme scores of a chain that teaches nothing */
		if (!(size >= CALM_TOKEN && size < 1e4f))
			continue;
		off += size;
		for (uint32_t i = 0; i < n; i++)
			news_add_floats(w->rows + (size_t) f[i] * (size_t) w->stride, g, factor, w->stride);
	}
	for (int i = 0; i < w->stride * w->stride; i++)
	{
		float		moved = w->transition[i] + rate * l->moves[i];

		if (isfinite(moved))
			w->transition[i] = fmaxf(-TRANSITION_MAX, fminf(TRANSITION_MAX, moved));
	}
	return off;
}

static void
rescale(NewsWeights *w)
{
	for (size_t i = 0; i < (size_t) w->nrows * (size_t) w->stride; i++)
		w->rows[i] *= w->scale;
	w->scale = 1;
}

/* A pseudo-random number below n (xorshift64*, Vigna 2016). */
static uint32_t
draw(uint64_t *state, uint32_t n)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t) ((*state * UINT64_C(0x2545F4914F6CDD1D) >> 32) * n >> 32);
}

static uint32_t
choose_examples(const NewsTrainer *tr, int fold, uint32_t *order)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < tr->examples.n; i++)
		if (fold < 0 || (int) (tr->examples.items[i].doc & 1) == fold)
			order[n++] = i;
	return n;
}

static void
init_learner(Learner *l, NewsTrainer *tr, NewsArena *scratch, NewsWeights *w)
{
	size_t		stride;

	l->trainer = tr;
	l->weights = w;
	news_crf_init(&l->crf, scratch, tr->shape->nlabels);
	stride = (size_t) l->crf.stride;
	l->gradient = NEWS_NEW(scratch, float, NEWS_CHAIN_MAX * stride);
	l->moves = NEWS_NEW(scratch, float, stride * stride);
	w->nlabels = tr->shape->nlabels;
	w->stride = (int) stride;
	w->nrows = tr->examples.nrows;
	w->rows = NEWS_NEW0(tr->arena, float, w->nrows * stride + 1);
	w->scale = 1;
	w->transition = NEWS_NEW0(tr->arena, float, stride * stride);
}

void
news_learn(NewsTrainer *tr, const NewsLesson *lesson, NewsWeights *w)
{
	NewsArena	scratch;
	Learner		l;
	uint32_t   *order;
	uint8_t    *rest;			/* by example: rounds to pass over it */
	uint32_t	n;
	uint64_t	state = UINT64_C(0x9E3779B97F4A7C15) ^ tr->options.seed;
	uint64_t	step = 0;

	news_arena_init(&scratch, tr->arena->host);
	init_learner(&l, tr, &scratch, w);
	order = NEWS_NEW(&scratch, uint32_t, tr->examples.n + 1);
	rest = NEWS_NEW0(&scratch, uint8_t, tr->examples.n + 1);
	n = choose_examples(tr, lesson->fold, order);
	for (uint32_t round = 0; round < lesson->rounds; round++)
	{
		for (uint32_t i = n; i > 1; i--)
		{
			uint32_t	j = draw(&state, i);
			uint32_t	k = order[i - 1];

			order[i - 1] = order[j];
			order[j] = k;
		}
		for (uint32_t i = 0; i < n; i++, step++)
		{
			const NewsExample *ex = &tr->examples.items[order[i]];
			bool		second = lesson->second && ((round + ex->doc) & 1);
			float		rate = RATE * (1 - (float) step / ((float) n * (float) lesson->rounds));

			if (step % 8 == 0)
				exponentiate_transitions(&l);
			if (step % 64 == 0)
				news_poll(tr->arena);
			w->scale *= 1 - rate * tr->options.penalty / (float) n;
			if (rest[order[i]] > 0)
			{
				rest[order[i]]--;
				continue;
			}
			score_example(tr, w, ex, second, l.crf.emission);
			exponentiate(l.crf.emission, ex->n, w->nlabels, w->stride);
			if (find_gradient(&l, ex) && take_step(&l, ex, second, rate * tr->docs[ex->doc].weight) < CALM_CHAIN)
				rest[order[i]] = REST_ROUNDS;
			if (w->scale < 1e-3f)
				rescale(w);
		}
	}
	news_arena_release(&scratch);
}

/* Units in which scores are rounded for decoding. */
#define UNIT (1.0f / 64)

void
news_learn_predict(NewsTrainer *tr, const NewsWeights *w, int fold, uint8_t *labels)
{
	NewsArena	scratch;
	size_t		stride = (size_t) w->stride;
	float	   *scores;
	int16_t    *rounded;
	NewsLattice lattice;
	int16_t		(*transition)[NEWS_MODEL_MAX_STRIDE];

	news_arena_init(&scratch, tr->arena->host);
	scores = NEWS_NEW(&scratch, float, NEWS_CHAIN_MAX * stride);
	rounded = NEWS_NEW(&scratch, int16_t, NEWS_CHAIN_MAX * stride);
	transition = news_alloc0(&scratch, sizeof(*transition) * NEWS_MODEL_MAX_STRIDE);
	for (int x = 0; x < w->nlabels; x++)
		for (int y = 0; y < w->nlabels; y++)
			transition[x][y] = news_label_follows(x, y) ? (int16_t) (w->transition[x * w->stride + y] / UNIT) : NEWS_NO_TRANSITION;
	news_lattice_init(&lattice, &scratch, (const int16_t (*)[NEWS_MODEL_MAX_STRIDE]) transition, tr->nkinds, w->stride, UNIT);
	for (uint32_t i = 0; i < tr->examples.n; i++)
	{
		const NewsExample *ex = &tr->examples.items[i];

		if ((int) (ex->doc & 1) != fold)
			continue;
		if (i % 64 == 0)
			news_poll(tr->arena);
		score_example(tr, w, ex, false, scores);
		for (size_t j = 0; j < ex->n * stride; j++)
			rounded[j] = (int16_t) fmaxf(-30000, fminf(30000, scores[j] / UNIT));
		news_lattice_best(&lattice, rounded, ex->n, labels + ex->token);
	}
	news_arena_release(&scratch);
}
