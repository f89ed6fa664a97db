/*
 * lattice.c
 *	  The best labels of a chain, and how sure they are.
 */
#include "tagger/lattice.h"

#include "tagger/lanes.h"

/* Worse than any labelling, and far from the end of the range. */
#define NEVER (INT32_MIN / 4)

/* Within names: from begin to inside, inside to inside, begin to end, inside to end. */
enum
{
	B_TO_I, I_TO_I, B_TO_E, I_TO_E, NWITHIN
};

static int
rounded(int n)
{
	return (n + 3) / 4 * 4;
}

/* Which labels open and close something, and in which lanes closing ones lie: an end's is behind those of the edge. */
static void
fill_labels(NewsLattice *l)
{
	l->opening[0] = l->closing[0] = NEWS_LABEL_O;
	l->closed[0] = 0;
	for (int k = 0; k < l->nkinds; k++)
	{
		int			single = 1 + l->nkinds + k;

		l->opening[1 + k] = NEWS_LABEL(k, NEWS_PART_B);
		l->closing[1 + k] = NEWS_LABEL(k, NEWS_PART_E);
		l->closed[1 + k] = (uint8_t) (l->edge + l->inner + k);
		l->opening[single] = l->closing[single] = NEWS_LABEL(k, NEWS_PART_S);
		l->closed[single] = (uint8_t) single;
	}
}

static void
fill_ways(NewsLattice *l)
{
	int32_t    *within = l->ways + l->nedge * l->edge;

	for (int x = 0; x < l->nedge; x++)
	{
		const int16_t *transition = l->transition[l->closing[x]];
		int32_t    *ways = l->ways + x * l->edge;
		int32_t		least = INT32_MAX;
		int32_t		most = INT32_MIN;

		for (int y = 0; y < l->nedge; y++)
		{
			ways[y] = transition[l->opening[y]];
			least = ways[y] < least ? ways[y] : least;
			most = ways[y] > most ? ways[y] : most;
		}
		for (int y = l->nedge; y < l->edge; y++)
			ways[y] = NEVER;
		l->least[x] = least;
		l->most[x] = most;
	}
	for (int k = 0; k < l->inner; k++)
	{
		int			b = NEWS_LABEL(k, NEWS_PART_B);

		within[B_TO_I * l->inner + k] = k < l->nkinds ? l->transition[b][b + 1] : NEVER;
		within[I_TO_I * l->inner + k] = k < l->nkinds ? l->transition[b + 1][b + 1] : NEVER;
		within[B_TO_E * l->inner + k] = k < l->nkinds ? l->transition[b][b + 2] : NEVER;
		within[I_TO_E * l->inner + k] = k < l->nkinds ? l->transition[b + 1][b + 2] : NEVER;
	}
}

void
news_lattice_init(NewsLattice *l, NewsArena *arena, const int16_t (*transition)[NEWS_MODEL_MAX_STRIDE], int nkinds, int stride, float unit)
{
	memset(l, 0, sizeof(*l));
	l->arena = arena;
	l->transition = transition;
	l->nkinds = nkinds;
	l->stride = stride;
	l->unit = unit;
	l->nedge = 1 + 2 * nkinds;
	l->edge = rounded(l->nedge);
	l->inner = rounded(nkinds);
	l->width = l->edge + 2 * l->inner;
	l->ways = NEWS_NEW(arena, int32_t, l->nedge * l->edge + NWITHIN * l->inner);
	l->best = NEWS_NEW(arena, int32_t, 2 * l->width);
	l->back = NEWS_NEW(arena, int32_t, NEWS_CHAIN_MAX * l->width);
	fill_labels(l);
	fill_ways(l);
}

/* ---- The best labels ---- */

/* Starts a token's lanes with its scores. */
static void
put_scores(const NewsLattice *l, const int16_t *s, int32_t *lanes)
{
	int32_t    *inside = lanes + l->edge;
	int32_t    *end = inside + l->inner;

	lanes[0] = s[NEWS_LABEL_O];
	for (int k = 0; k < l->nkinds; k++)
	{
		const int16_t *four = s + NEWS_LABEL(k, 0);

		lanes[1 + k] = four[NEWS_PART_B];
		lanes[1 + l->nkinds + k] = four[NEWS_PART_S];
		inside[k] = four[NEWS_PART_I];
		end[k] = four[NEWS_PART_E];
	}
	for (int i = l->nedge; i < l->edge; i++)
		lanes[i] = NEVER;
	for (int k = l->nkinds; k < l->inner; k++)
		inside[k] = end[k] = NEVER;
}

typedef struct Way
{
	int			from;			/* closing label */
	int32_t		score;
} Way;

/*
 * The closing labels from which a best way may lead on: one that is worse than
 * another by more than their ways on can differ is none.  Mostly two or three
 * are left.
 */
static int
live_ways(const NewsLattice *l, const int32_t *before, Way *live)
{
	int32_t		closed[1 + 2 * NEWS_MODEL_MAX_KINDS];
	int32_t		floor = INT32_MIN;
	int			n = 0;

	for (int x = 0; x < l->nedge; x++)
	{
		closed[x] = before[l->closed[x]];
		if (closed[x] + l->least[x] > floor)
			floor = closed[x] + l->least[x];
	}
	for (int x = 0; x < l->nedge; x++)
		if (closed[x] + l->most[x] >= floor)
			live[n++] = (Way) {x, closed[x]};
	return n;
}

/* Adds the best way to each opening label from the token before. */
static void
open_best(const NewsLattice *l, const int32_t *before, int32_t *now, int32_t *back)
{
	Way			live[1 + 2 * NEWS_MODEL_MAX_KINDS];
	int			n = live_ways(l, before, live);

	for (int y = 0; y < l->edge; y += 4)
	{
		NewsInts	top = {NEVER, NEVER, NEVER, NEVER};
		NewsInts	from = {0, 0, 0, 0};
		NewsInts	s;

		for (int i = 0; i < n; i++)
		{
			NewsInts	way;
			NewsInts	better;

			memcpy(&way, l->ways + live[i].from * l->edge + y, sizeof(way));
			way += live[i].score;
			better = way > top;
			top = (way & better) | (top & ~better);
			from = (better & live[i].from) | (from & ~better);
		}
		memcpy(&s, now + y, sizeof(s));
		s += top;
		memcpy(now + y, &s, sizeof(s));
		memcpy(back + y, &from, sizeof(from));
	}
}

/* Adds the better of two ways to inside or end. */
static void
within_best(const NewsLattice *l, const int32_t *before, const int32_t *from_b, const int32_t *from_i, int32_t *now, int32_t *back)
{
	const NewsInts never = {NEVER, NEVER, NEVER, NEVER};

	for (int k = 0; k < l->inner; k += 4)
	{
		NewsInts	b = news_ints(before + 1 + k) + news_ints(from_b + k);
		NewsInts	i = news_ints(before + l->edge + k) + news_ints(from_i + k);
		NewsInts	better = i > b;
		NewsInts	s = ((i & better) | (b & ~better)) + news_ints(now + k);

		memcpy(back + k, &better, sizeof(better));
		better = s > never;
		s = (s & better) | (never & ~better);
		memcpy(now + k, &s, sizeof(s));
	}
}

/* Reads the labels of a chain from its last one, a lane, backwards. */
static void
read_back(const NewsLattice *l, int lane, uint32_t n, uint8_t *labels)
{
	for (uint32_t t = n; t-- > 0;)
	{
		/* the first token has nothing behind it */
		int			back = t > 0 ? l->back[(size_t) t * (size_t) l->width + (size_t) lane] : 0;

		if (lane < l->edge)
		{
			labels[t] = l->opening[lane];
			lane = l->closed[back];
		}
		else
		{
			int			k = (lane - l->edge) % l->inner;

			labels[t] = (uint8_t) NEWS_LABEL(k, lane < l->edge + l->inner ? NEWS_PART_I : NEWS_PART_E);
			lane = back ? l->edge + k : 1 + k;
		}
	}
}

void
news_lattice_best(NewsLattice *l, const int16_t *scores, uint32_t n, uint8_t *labels)
{
	const int32_t *within = l->ways + l->nedge * l->edge;
	int32_t    *now = l->best;
	int32_t		top = INT32_MIN;
	int			last = 0;

	/* what lies before and behind a chain is outside of all names */
	put_scores(l, scores, now);
	for (int y = 0; y < l->nedge; y++)
		now[y] += l->ways[y];
	for (int y = l->edge; y < l->width; y++)
		now[y] = NEVER;
	for (uint32_t t = 1; t < n; t++)
	{
		const int32_t *before = now;
		int32_t    *back = l->back + (size_t) t * (size_t) l->width;
		int			inside = l->edge;
		int			end = l->edge + l->inner;

		now = l->best + (t & 1) * (uint32_t) l->width;
		put_scores(l, scores + (size_t) t * (size_t) l->stride, now);
		open_best(l, before, now, back);
		within_best(l, before, within + B_TO_I * l->inner, within + I_TO_I * l->inner, now + inside, back + inside);
		within_best(l, before, within + B_TO_E * l->inner, within + I_TO_E * l->inner, now + end, back + end);
	}
	for (int x = 0; x < l->nedge; x++)
		if (now[l->closed[x]] + l->ways[x * l->edge] > top)
		{
			top = now[l->closed[x]] + l->ways[x * l->edge];
			last = x;
		}
	read_back(l, l->closed[last], n, labels);
}

/* ---- Sums ---- */

/* A label of a token with a smaller share is not followed: no score shows it. */
#define FAINT	1e-7f

/* e to the power of each, good to five digits, from -40 to 40; beyond, that of those. */
static inline NewsFloats
power(NewsFloats x)
{
	const NewsFloats most = {40, 40, 40, 40};
	NewsFloats	y = news_choose(x > most, most, news_choose(x < -most, -most, x)) * 1.44269504f;
	NewsInts	whole = __builtin_convertvector(y + 128, NewsInts) - 128;
	NewsFloats	f = (y - __builtin_convertvector(whole, NewsFloats)) * 0.69314718f;
	NewsInts	bits = (whole + 127) << 23;
	NewsFloats	scale;

	memcpy(&scale, &bits, sizeof(scale));
	return scale * (1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.041666667f + f * (0.0083333333f + f * 0.0013888889f))))));
}

static void
init_sums(NewsLattice *l)
{
	int			nways = l->nedge * l->edge + NWITHIN * l->inner;
	size_t		room = (size_t) (NEWS_CHAIN_MAX * l->width);
	const NewsInts never = {NEVER, NEVER, NEVER, NEVER};
	const NewsFloats none = {0, 0, 0, 0};

	l->odds = NEWS_NEW(l->arena, float, nways);
	for (int i = 0; i < nways; i += 4)
	{
		NewsInts	way = news_ints(l->ways + i);
		NewsFloats	odds = news_choose(way == never, none, power(__builtin_convertvector(way, NewsFloats) * l->unit));

		memcpy(l->odds + i, &odds, sizeof(odds));
	}
	l->weight = NEWS_NEW(l->arena, float, room);
	l->forward = NEWS_NEW(l->arena, float, room);
	l->backward = NEWS_NEW(l->arena, float, room);
	l->scale = NEWS_NEW(l->arena, float, NEWS_CHAIN_MAX);
}

/* Exponentiates a token's scores. */
static void
put_weights(const NewsLattice *l, const int16_t *s, float *weight)
{
	float		of[NEWS_MODEL_MAX_STRIDE];
	float	   *inside = weight + l->edge;
	float	   *end = inside + l->inner;
	int			top = s[0];

	for (int y = 1; y < 1 + 4 * l->nkinds; y++)
		top = s[y] > top ? s[y] : top;
	for (int y = 0; y < l->stride; y += 4)
	{
		NewsInts	four = {s[y] - top, s[y + 1] - top, s[y + 2] - top, s[y + 3] - top};
		NewsFloats	w = power(__builtin_convertvector(four, NewsFloats) * l->unit);

		memcpy(of + y, &w, sizeof(w));
	}
	weight[0] = of[NEWS_LABEL_O];
	for (int k = 0; k < l->nkinds; k++)
	{
		const float *four = of + NEWS_LABEL(k, 0);

		weight[1 + k] = four[NEWS_PART_B];
		weight[1 + l->nkinds + k] = four[NEWS_PART_S];
		inside[k] = four[NEWS_PART_I];
		end[k] = four[NEWS_PART_E];
	}
	for (int i = l->nedge; i < l->edge; i++)
		weight[i] = 0;
	for (int k = l->nkinds; k < l->inner; k++)
		inside[k] = end[k] = 0;
}

/* The sums of two ways to inside or end each. */
static inline void
within_sum(const float *b, const float *from_b, const float *i, const float *from_i, float *now, int n)
{
	for (int k = 0; k < n; k += 4)
	{
		NewsFloats	s = news_floats(b + k) * news_floats(from_b + k) + news_floats(i + k) * news_floats(from_i + k);

		memcpy(now + k, &s, sizeof(s));
	}
}

/* Fills the sums of all ways to the labels of a token; before is NULL for the first.  Shares up to least are left out. */
static void
step_forward(const NewsLattice *l, const float *before, const float *weight, float least, float *now, float *scale)
{
	const float *within = l->odds + l->nedge * l->edge;
	NewsFloats	sum = {0, 0, 0, 0};
	const NewsFloats none = {0, 0, 0, 0};

	memset(now, 0, sizeof(float) * (size_t) l->width);
	if (!before)
		memcpy(now, l->odds, sizeof(float) * (size_t) l->edge);
	else
	{
		for (int x = 0; x < l->nedge; x++)
			if (before[l->closed[x]] > 0)
				news_add_floats(now, l->odds + x * l->edge, before[l->closed[x]], l->edge);
		within_sum(before + 1, within + B_TO_I * l->inner, before + l->edge, within + I_TO_I * l->inner, now + l->edge, l->inner);
		within_sum(before + 1, within + B_TO_E * l->inner, before + l->edge, within + I_TO_E * l->inner, now + l->edge + l->inner, l->inner);
	}
	for (int i = 0; i < l->width; i += 4)
	{
		NewsFloats	w = news_floats(now + i) * news_floats(weight + i);

		sum += w;
		memcpy(now + i, &w, sizeof(w));
	}
	*scale = sum[0] + sum[1] + sum[2] + sum[3];
	for (int i = 0; i < l->width; i += 4)
	{
		NewsFloats	share = news_floats(now + i) / *scale;

		share = news_choose(share > least, share, none);
		memcpy(now + i, &share, sizeof(share));
	}
}

/*
 * Fills the sums of all ways from the labels of a token to the end: of closing
 * ones in the lanes of single and end, of begin and inside in theirs.  forward
 * are the sums to them: where no way leads to, those from there are left 0.
 */
static void
step_backward(const NewsLattice *l, const float *forward, const float *weight, const float *next, float scale, float *now)
{
	const float *within = l->odds + l->nedge * l->edge;
	const NewsFloats least = {NEWS_TINY, NEWS_TINY, NEWS_TINY, NEWS_TINY};
	const NewsFloats none = {0, 0, 0, 0};
	float		ways[4 * NEWS_MODEL_MAX_KINDS + 16];
	const float *inside = ways + l->edge;
	const float *end = inside + l->inner;

	for (int i = 0; i < l->width; i += 4)
	{
		NewsFloats	w = news_floats(weight + i) * news_floats(next + i) / scale;

		w = news_choose(w > least, w, none);
		memcpy(ways + i, &w, sizeof(w));
	}
	for (int x = 0; x < l->nedge; x++)
		if (forward[l->closed[x]] > 0)
			now[l->closed[x]] = news_dot(l->odds + x * l->edge, ways, l->edge);
	/* a begin shares its lane's number with no closing label */
	for (int k = 0; k < l->nkinds; k++)
	{
		now[1 + k] = inside[k] * within[B_TO_I * l->inner + k] + end[k] * within[B_TO_E * l->inner + k];
		now[l->edge + k] = inside[k] * within[I_TO_I * l->inner + k] + end[k] * within[I_TO_E * l->inner + k];
	}
}

void
news_lattice_sum(NewsLattice *l, const int16_t *scores, uint32_t n)
{
	size_t		width = (size_t) l->width;
	float	   *last;
	float		sum = 0;

	if (!l->odds)
		init_sums(l);
	for (uint32_t t = 0; t < n; t++)
	{
		put_weights(l, scores + t * (size_t) l->stride, l->weight + t * width);
		/* at the end only closing labels count, however faint they are beside the others */
		step_forward(l, t > 0 ? l->forward + (t - 1) * width : NULL, l->weight + t * width, t + 1 < n ? FAINT : NEWS_TINY,
					 l->forward + t * width, &l->scale[t]);
	}
	last = l->backward + (n - 1) * width;
	memset(l->backward, 0, sizeof(float) * n * width);
	for (int x = 0; x < l->nedge; x++)
		sum += l->forward[(n - 1) * width + (size_t) l->closed[x]] * l->odds[x * l->edge];
	/* a name that is open at the end of the chain goes nowhere */
	for (int x = 0; x < l->nedge; x++)
		last[l->closed[x]] = l->odds[x * l->edge] / sum;
	for (uint32_t t = n - 1; t > 0; t--)
		step_backward(l, l->forward + (t - 1) * width, l->weight + t * width, l->backward + t * width, l->scale[t], l->backward + (t - 1) * width);
}

/* The lane of a label in a token. */
static int
lane_of(const NewsLattice *l, int label)
{
	int			k = NEWS_LABEL_KIND(label);

	if (label == NEWS_LABEL_O)
		return 0;
	switch (NEWS_LABEL_PART(label))
	{
		case NEWS_PART_B:
			return 1 + k;
		case NEWS_PART_S:
			return 1 + l->nkinds + k;
		case NEWS_PART_I:
			return l->edge + k;
		default:
			return l->edge + l->inner + k;
	}
}

float
news_lattice_span(const NewsLattice *l, uint32_t first, uint32_t end, const uint8_t *labels)
{
	const float *within = l->odds + l->nedge * l->edge;
	size_t		width = (size_t) l->width;
	float		p = l->forward[first * width + (size_t) lane_of(l, labels[0])];

	for (uint32_t t = first + 1; t < end; t++)
	{
		int			from = NEWS_LABEL_PART(labels[t - 1 - first]);
		int			to = NEWS_LABEL_PART(labels[t - first]);
		int			way = (from == NEWS_PART_B ? B_TO_I : I_TO_I) + (to == NEWS_PART_E ? B_TO_E - B_TO_I : 0);

		p *= within[way * l->inner + NEWS_LABEL_KIND(labels[t - first])] *
			l->weight[t * width + (size_t) lane_of(l, labels[t - first])] / l->scale[t];
	}
	p *= l->backward[(end - 1) * width + (size_t) lane_of(l, labels[end - 1 - first])];
	return p > 1 ? 1 : p >= 0 ? p : 0;
}
