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

typedef int8_t NewsBytes __attribute__((vector_size(8)));
typedef int16_t NewsShorts __attribute__((vector_size(16)));
typedef int32_t NewsInts __attribute__((vector_size(16)));
typedef float NewsFloats __attribute__((vector_size(16)));

/* Smaller shares count as none: numbers near the smallest floats slow processors down a hundredfold. */
#define NEWS_TINY 1e-18f

static inline float
news_not_tiny(float x)
{
	return x > NEWS_TINY ? x : 0;
}

/* sum[i] += row[i] */
static inline void
news_add_bytes(int16_t *sum, const int8_t *row, int n)
{
	for (int i = 0; i < n; i += 8)
	{
		NewsShorts	s;
		NewsBytes	r;

		memcpy(&s, sum + i, sizeof(s));
		memcpy(&r, row + i, sizeof(r));
		s += __builtin_convertvector(r, NewsShorts);
		memcpy(sum + i, &s, sizeof(s));
	}
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
