/*
 * crf.c
 *	  Inference on one chain.
 */
#include "tagger/crf.h"

#include <math.h>
#include <string.h>

void
news_crf_init(NewsCrf *crf, NewsArena *arena, int nlabels)
{
	size_t		stride = (size_t) (nlabels + 15) / 16 * 16;

	memset(crf, 0, sizeof(*crf));
	crf->nlabels = nlabels;
	crf->stride = (int) stride;
	crf->transition = NEWS_NEW0(arena, float, stride * stride);
	crf->emission = NEWS_NEW0(arena, float, NEWS_CHAIN_MAX * stride);
	crf->forward = NEWS_NEW0(arena, float, NEWS_CHAIN_MAX * stride);
	crf->backward = NEWS_NEW0(arena, float, NEWS_CHAIN_MAX * stride);
	crf->scale = NEWS_NEW0(arena, float, NEWS_CHAIN_MAX);
}

/* to[i] += factor * from[i], in blocks that compilers turn into vectors. */
static inline void
add_scaled(float *to, const float *from, float factor, int stride)
{
	for (int b = 0; b < stride; b += 16)
		for (int i = 0; i < 16; i++)
			to[b + i] += factor * from[b + i];
}

static inline void
restrict_labels(float *scores, int nlabels, uint64_t allowed)
{
	for (int y = 0; y < nlabels; y++)
		if (!(allowed >> y & 1))
			scores[y] = 0;
}

static inline float
sum_of(const float *v, int stride)
{
	float		sum = 0;

	for (int i = 0; i < stride; i++)
		sum += v[i];
	return sum;
}

float
news_crf_sum(NewsCrf *crf, uint32_t n, const uint64_t *allowed)
{
	int			stride = crf->stride;
	float		log_sum = 0;
	float		last = 0;

	/* what lies before and behind a chain is outside of all names */
	for (uint32_t t = 0; t < n; t++)
	{
		float	   *f = crf->forward + (size_t) t * stride;
		const float *e = crf->emission + (size_t) t * stride;
		float		sum;

		memset(f, 0, sizeof(float) * (size_t) stride);
		if (t == 0)
			add_scaled(f, crf->transition, 1, stride);
		else
			for (int y = 0; y < crf->nlabels; y++)
				if (f[y - stride] != 0)
					add_scaled(f, crf->transition + (size_t) y * stride, f[y - stride], stride);
		for (int y = 0; y < stride; y++)
			f[y] *= e[y];
		if (allowed)
			restrict_labels(f, crf->nlabels, allowed[t]);
		sum = sum_of(f, stride);
		if (!(sum > 0) || !isfinite(sum))
			return -INFINITY;
		crf->scale[t] = sum;
		log_sum += logf(sum);
		for (int y = 0; y < stride; y++)
			f[y] /= sum;
	}
	for (int y = 0; y < crf->nlabels; y++)
		last += crf->forward[(n - 1) * (size_t) stride + (size_t) y] * crf->transition[y * stride];
	if (!(last > 0))
		return -INFINITY;
	for (int y = 0; y < stride; y++)
		crf->backward[(n - 1) * (size_t) stride + (size_t) y] = crf->transition[y * stride] / last;
	for (uint32_t t = n - 1; t > 0; t--)
	{
		float	   *b = crf->backward + (size_t) (t - 1) * stride;
		const float *next = crf->backward + (size_t) t * stride;
		const float *e = crf->emission + (size_t) t * stride;
		float		weighed[NEWS_MODEL_MAX_STRIDE];

		for (int y = 0; y < stride; y++)
			weighed[y] = next[y] * e[y] / crf->scale[t];
		if (allowed)
			restrict_labels(weighed, crf->nlabels, allowed[t]);
		for (int y = 0; y < stride; y++)
		{
			const float *row = crf->transition + (size_t) y * stride;
			float		sum = 0;

			for (int i = 0; i < stride; i++)
				sum += row[i] * weighed[i];
			b[y] = sum;
		}
	}
	return log_sum + logf(last);
}

float
news_crf_span(const NewsCrf *crf, uint32_t n, uint32_t first, uint32_t end, const uint8_t *labels)
{
	size_t		stride = (size_t) crf->stride;
	float		p = crf->forward[first * stride + labels[0]];

	(void) n;
	for (uint32_t t = first + 1; t < end; t++)
		p *= crf->transition[labels[t - 1 - first] * stride + labels[t - first]] *
			crf->emission[t * stride + labels[t - first]] / crf->scale[t];
	p *= crf->backward[(end - 1) * stride + labels[end - 1 - first]];
	return p > 1 ? 1 : p >= 0 ? p : 0;
}

/*
 * For each label the best one before it.  Inside and end follow begin and inside
 * of their kind alone; the others follow outside, end and single of any.
 */
static void
step_best(const int16_t (*transition)[NEWS_MODEL_MAX_STRIDE], int nlabels, const int32_t *before, int32_t *now, uint8_t *back)
{
	for (int y = 0; y < nlabels; y++)
	{
		int32_t		top = INT32_MIN;
		int			best = 0;

		if (y != NEWS_LABEL_O && (NEWS_LABEL_PART(y) == NEWS_PART_I || NEWS_LABEL_PART(y) == NEWS_PART_E))
		{
			int			b = NEWS_LABEL(NEWS_LABEL_KIND(y), NEWS_PART_B);

			best = before[b] + transition[b][y] >= before[b + 1] + transition[b + 1][y] ? b : b + 1;
			top = before[best] + transition[best][y];
		}
		else
			for (int x = 0; x < nlabels; x += x == NEWS_LABEL_O || NEWS_LABEL_PART(x) == NEWS_PART_S ? 3 : 1)
				if (before[x] + transition[x][y] > top)
				{
					top = before[x] + transition[x][y];
					best = x;
				}
		now[y] = top;
		back[y] = (uint8_t) best;
	}
}

void
news_crf_best(const int16_t (*transition)[NEWS_MODEL_MAX_STRIDE], int nlabels, const int16_t *scores,
			  int stride, uint32_t n, uint8_t *back, uint8_t *labels)
{
	int32_t		before[NEWS_MODEL_MAX_STRIDE];
	int32_t		now[NEWS_MODEL_MAX_STRIDE];
	int			best = 0;

	for (int y = 0; y < nlabels; y++)
		before[y] = (transition[0][y] == NEWS_NO_TRANSITION ? -(1 << 28) : transition[0][y]) + scores[y];
	for (uint32_t t = 1; t < n; t++)
	{
		step_best(transition, nlabels, before, now, back + t * (size_t) stride);
		for (int y = 0; y < nlabels; y++)
			before[y] = now[y] + scores[t * (size_t) stride + (size_t) y];
	}
	for (int y = 0; y < nlabels; y++)
		before[y] = transition[y][0] == NEWS_NO_TRANSITION ? INT32_MIN : before[y] + transition[y][0];
	for (int y = 1; y < nlabels; y++)
		if (before[y] > before[best])
			best = y;
	for (uint32_t t = n; t-- > 0;)
	{
		labels[t] = (uint8_t) best;
		if (t > 0)
			best = back[t * (size_t) stride + (size_t) best];
	}
}
