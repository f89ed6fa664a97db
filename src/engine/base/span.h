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

/* FNV-1a, with a last mix so that the low bits depend on all bytes. */
#define NEWS_HASH_SEED UINT32_C(2166136261)

static inline uint32_t
news_hash_byte(uint32_t h, unsigned char c)
{
	return (h ^ c) * UINT32_C(16777619);
}

static inline uint32_t
news_hash_end(uint32_t h)
{
	h ^= h >> 15;
	h *= UINT32_C(0x85ebca6b);
	return h ^ (h >> 13);
}

static inline uint32_t
news_hash(const char *s, size_t len)
{
	uint32_t	h = NEWS_HASH_SEED;

	for (size_t i = 0; i < len; i++)
		h = news_hash_byte(h, (unsigned char) s[i]);
	return news_hash_end(h);
}

#endif							/* NEWS_SPAN_H */
