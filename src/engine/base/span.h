/*
 * span.h
 *	  Strings with a length, and 32-bit hashes of them.
 */
#ifndef NEWS_SPAN_H
#define NEWS_SPAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Bytes of UTF-8, not NUL-terminated; s NULL means "none" and becomes SQL NULL. */
typedef struct NewsStr
{
	const char *s;
	uint32_t	len;			/* bytes */
} NewsStr;

#define NEWS_STR(literal) ((NewsStr) {(literal), sizeof(literal) - 1})
#define NEWS_NO_STR ((NewsStr) {NULL, 0})

static inline NewsStr
news_str(const char *s)
{
	return (NewsStr) {s, s ? (uint32_t) strlen(s) : 0};
}

static inline bool
news_str_eq(NewsStr a, NewsStr b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

/*
 * Up to 8 bytes as a number, the first one lowest, the rest 0: so that it is the
 * same on machines of either byte order.
 */
static inline uint64_t
news_load8(const char *s)
{
	uint64_t	w;

	memcpy(&w, s, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	w = __builtin_bswap64(w);
#endif
	return w;
}

static inline void
news_store8(char *s, uint64_t w)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	w = __builtin_bswap64(w);
#endif
	memcpy(s, &w, 8);
}

static inline uint64_t
news_load(const char *s, size_t n)
{
	char		padded[8] = {0};

	memcpy(padded, s, n);
	return news_load8(padded);
}

/* Keeps the n lowest bytes, n from 1 to 8. */
static inline uint64_t
news_low_bytes(uint64_t w, size_t n)
{
	return w & (UINT64_MAX >> (64 - 8 * n));
}

/* One step of the hash, and its end; multipliers from xxHash (public domain constants). */
static inline uint64_t
news_hash_step(uint64_t h, uint64_t w)
{
	h = (h ^ w) * UINT64_C(0x9E3779B185EBCA87);
	return h ^ (h >> 32);
}

static inline uint32_t
news_hash_end(uint64_t h)
{
	h *= UINT64_C(0xC2B2AE3D27D4EB4F);
	return (uint32_t) (h >> 32);
}

/* A 32-bit hash of len bytes. */
static inline uint32_t
news_hash(const char *s, size_t len)
{
	uint64_t	h = len;

	for (; len > 8; s += 8, len -= 8)
		h = news_hash_step(h, news_load8(s));
	if (len)
		h = news_hash_step(h, news_load(s, len));
	return news_hash_end(h);
}

/* The same, where 8 bytes can be read from any place below s + len. */
static inline uint32_t
news_hash_padded(const char *s, size_t len)
{
	uint64_t	h = len;

	for (; len > 8; s += 8, len -= 8)
		h = news_hash_step(h, news_load8(s));
	if (len)
		h = news_hash_step(h, news_low_bytes(news_load8(s), len));
	return news_hash_end(h);
}

#endif							/* NEWS_SPAN_H */
