/*
 * lanes.h
 *	  Sums over the labels of a row, several at a time.
 *
 * With vectors of the compiler's (GCC and Clang have them alike) the loops come
 * out the same at every level of optimisation; rows are multiples of 16 long.
 */
#ifndef NEWS_LANES_H
#define NEWS_LANES_H

#include <stdint.h>
#include <string.h>

typedef int8_t NewsBytes __attribute__((vector_size(16)));
typedef int16_t NewsShorts __attribute__((vector_size(16)));
typedef int32_t NewsInts __attribute__((vector_size(16)));
typedef float NewsFloats __attribute__((vector_size(16)));

/* Smaller shares count as none: numbers near the smallest floats slow processors down a hundredfold. */
#define NEWS_TINY 1e-18f

static inline NewsInts
news_ints(const int32_t *from)
{
	NewsInts	v;

	memcpy(&v, from, sizeof(v));
	return v;
}

static inline NewsFloats
news_floats(const float *from)
{
	NewsFloats	v;

	memcpy(&v, from, sizeof(v));
	return v;
}

/* By lane: a where mask is all ones, b where it is 0. */
static inline NewsFloats
news_choose(NewsInts mask, NewsFloats a, NewsFloats b)
{
	NewsInts	x;
	NewsInts	y;

	memcpy(&x, &a, sizeof(x));
	memcpy(&y, &b, sizeof(y));
	x = (x & mask) | (y & ~mask);
	memcpy(&a, &x, sizeof(a));
	return a;
}

static inline float
news_not_tiny(float x)
{
	return x > NEWS_TINY ? x : 0;
}

/* The lower or upper half of the bytes, each twice. */
#if defined(__clang__) || __GNUC__ >= 12
#define NEWS_TWICE(v, i)	__builtin_shufflevector(v, v, i, i, i + 1, i + 1, i + 2, i + 2, i + 3, i + 3, \
													i + 4, i + 4, i + 5, i + 5, i + 6, i + 6, i + 7, i + 7)
#else
#define NEWS_TWICE(v, i)	__builtin_shuffle(v, (NewsBytes) {i, i, i + 1, i + 1, i + 2, i + 2, i + 3, i + 3, \
															  i + 4, i + 4, i + 5, i + 5, i + 6, i + 6, i + 7, i + 7})
#endif

/* Sums that stay in registers while rows are added to them; for as many lanes as the compiler knows at its call. */
typedef struct NewsSums
{
	NewsShorts	lanes[8];
} NewsSums;

static inline __attribute__((always_inline)) void
news_sums_load(NewsSums *sums, const int16_t *from, int n)
{
#pragma GCC unroll 8
	for (int i = 0; i < n / 8; i++)
		memcpy(&sums->lanes[i], from + i * 8, sizeof(NewsShorts));
}

static inline __attribute__((always_inline)) void
news_sums_add(NewsSums *sums, const int8_t *row, int n)
{
#pragma GCC unroll 4
	for (int i = 0; i < n / 16; i++)
	{
		NewsBytes	r;

		/* a byte twice is a short whose upper byte it is */
		memcpy(&r, row + i * 16, sizeof(r));
		sums->lanes[2 * i] += (NewsShorts) NEWS_TWICE(r, 0) >> 8;
		sums->lanes[2 * i + 1] += (NewsShorts) NEWS_TWICE(r, 8) >> 8;
	}
}

static inline __attribute__((always_inline)) void
news_sums_store(const NewsSums *sums, int16_t *to, int n)
{
#pragma GCC unroll 8
	for (int i = 0; i < n / 8; i++)
		memcpy(to + i * 8, &sums->lanes[i], sizeof(NewsShorts));
}

static inline void
news_add_shorts(int16_t *sum, const int16_t *other, int n)
{
	for (int i = 0; i < n; i += 8)
	{
		NewsShorts	s;
		NewsShorts	o;

		memcpy(&s, sum + i, sizeof(s));
		memcpy(&o, other + i, sizeof(o));
		s += o;
		memcpy(sum + i, &s, sizeof(s));
	}
}

/* sum[i] += factor * other[i] */
static inline void
news_add_floats(float *sum, const float *other, float factor, int n)
{
	for (int i = 0; i < n; i += 4)
	{
		NewsFloats	s;
		NewsFloats	o;

		memcpy(&s, sum + i, sizeof(s));
		memcpy(&o, other + i, sizeof(o));
		s += o * factor;
		memcpy(sum + i, &s, sizeof(s));
	}
}

/* The sum of a[i] * b[i] */
static inline float
news_dot(const float *a, const float *b, int n)
{
	NewsFloats	sum = {0, 0, 0, 0};

	for (int i = 0; i < n; i += 4)
	{
		NewsFloats	x;
		NewsFloats	y;

		memcpy(&x, a + i, sizeof(x));
		memcpy(&y, b + i, sizeof(y));
		sum += x * y;
	}
	return sum[0] + sum[1] + sum[2] + sum[3];
}

#endif							/* NEWS_LANES_H */
