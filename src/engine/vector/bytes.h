/*
 * bytes.h
 *	  Reading and writing of packed numbers and strings.
 *
 * A read past the end, or of a number that is none, sets bad and gives 0 or an
 * empty string; so a run of reads is checked once, behind it.
 */
#ifndef NEWS_BYTES_H
#define NEWS_BYTES_H

#include "base/host.h"
#include "base/span.h"

typedef struct NewsBytes
{
	const uint8_t *at;
	const uint8_t *end;
	bool		bad;
} NewsBytes;

static inline NewsBytes
news_bytes(const void *data, size_t size)
{
	return (NewsBytes) {data, (const uint8_t *) data + size, false};
}

static inline size_t
news_bytes_left(const NewsBytes *in)
{
	return (size_t) (in->end - in->at);
}

static inline uint8_t
news_get_byte(NewsBytes *in)
{
	if (in->at < in->end)
		return *in->at++;
	in->bad = true;
	return 0;
}

static inline uint32_t
news_get_number(NewsBytes *in)
{
	uint64_t	value = 0;

	for (int shift = 0; shift < 35; shift += 7)
	{
		uint8_t		byte = news_get_byte(in);

		value |= (uint64_t) (byte & 0x7F) << shift;
		if (byte < 0x80)
		{
			if (value > UINT32_MAX)
				break;
			return (uint32_t) value;
		}
	}
	in->bad = true;
	return 0;
}

static inline int32_t
news_get_signed(NewsBytes *in)
{
	uint32_t	u = news_get_number(in);

	return (int32_t) ((u >> 1) ^ (0 - (u & 1)));
}

/* size bytes; they stay where they are. */
static inline NewsStr
news_get_bytes(NewsBytes *in, uint32_t size)
{
	NewsStr		s = {(const char *) in->at, size};

	if (size > news_bytes_left(in))
	{
		in->bad = true;
		return NEWS_STR("");
	}
	in->at += size;
	return s;
}

static inline NewsStr
news_get_str(NewsBytes *in)
{
	return news_get_bytes(in, news_get_number(in));
}

/* A growing run of bytes in an arena; at most 1 GB: more sets full, and the rest is dropped. */
typedef struct NewsBuffer
{
	NewsArena  *arena;
	char	   *data;
	uint32_t	n;
	uint32_t	room;
	bool		full;
} NewsBuffer;

#define NEWS_BUFFER_MAX ((uint32_t) 0x3FFFFFF0)

static inline NewsBuffer
news_buffer(NewsArena *arena)
{
	return (NewsBuffer) {arena, NULL, 0, 0, false};
}

extern void news_put(NewsBuffer *out, const void *data, uint32_t size);
extern void news_put_byte(NewsBuffer *out, uint32_t byte);
extern void news_put_number(NewsBuffer *out, uint32_t number);
extern void news_put_signed(NewsBuffer *out, int32_t number);

/* Its length and its bytes. */
extern void news_put_str(NewsBuffer *out, NewsStr s);

/* Its bytes alone, as text; news_put_decimal writes a number so. */
extern void news_put_text(NewsBuffer *out, NewsStr s);
extern void news_put_decimal(NewsBuffer *out, uint32_t number);

/* Its bytes in double quotes, with a backslash before a quote or a backslash: news_scan_quoted reads it. */
extern void news_put_quoted(NewsBuffer *out, NewsStr s);

/* What was put, with a NUL behind it that does not count; s NULL when it was too much. */
extern NewsStr news_buffer_str(NewsBuffer *out);

#endif							/* NEWS_BYTES_H */
