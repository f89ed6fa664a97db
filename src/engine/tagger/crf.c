/*
 * crf.c
 *	  Inference on one chain.
 */
#include "tagger/crf.h"

#include <math.h>
#include <string.h>

#include "tagger/lanes.h"

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
			news_add_floats(f, crf->transition, 1, stride);
		else
			for (int y = 0; y < crf->nlabels; y++)
				if (f[y - stride] != 0)
					news_add_floats(f, crf->transition + (size_t) y * stride, f[y - stride], stride);
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
			f[y] = news_not_tiny(f[y] / sum);
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
			weighed[y] = news_not_tiny(next[y] * e[y] / crf->scale[t]);
		if (allowed)
			restrict_labels(weighed, crf->nlabels, allowed[t]);
		for (int y = 0; y < stride; y++)
		{
			b[y] = news_dot(crf->transition + (size_t) y * stride, weighed, stride);
		}
	}
	return log_sum + logf(last);
}
