/*
 * bytes.c
 *	  Writing of packed numbers and strings.
 */
#include "vector/bytes.h"

/* Room for size more bytes and one; returns false when that is above the limit. */
static bool
reserve(NewsBuffer *out, uint32_t size)
{
	uint32_t	need;
	char	   *data;

	if (out->full || size > NEWS_BUFFER_MAX - out->n)
	{
		out->full = true;
		return false;
	}
	need = out->n + size + 1;
	if (need <= out->room)
		return true;
	if (need < 2 * out->room)
		need = 2 * out->room;
	if (need < 256)
		need = 256;
	data = news_alloc(out->arena, need);
	if (out->n)
		memcpy(data, out->data, out->n);
	out->data = data;
	out->room = need;
	return true;
}

void
news_put(NewsBuffer *out, const void *data, uint32_t size)
{
	if (size == 0 || !reserve(out, size))
		return;
	memcpy(out->data + out->n, data, size);
	out->n += size;
}

void
news_put_byte(NewsBuffer *out, uint32_t byte)
{
	if (reserve(out, 1))
		out->data[out->n++] = (char) byte;
}

void
news_put_number(NewsBuffer *out, uint32_t number)
{
	while (number >= 0x80)
	{
		news_put_byte(out, (number & 0x7F) | 0x80);
		number >>= 7;
	}
	news_put_byte(out, number);
}

void
news_put_signed(NewsBuffer *out, int32_t number)
{
	news_put_number(out, ((uint32_t) number << 1) ^ (0 - ((uint32_t) number >> 31)));
}

void
news_put_str(NewsBuffer *out, NewsStr s)
{
	news_put_number(out, s.len);
	news_put(out, s.s, s.len);
}

void
news_put_text(NewsBuffer *out, NewsStr s)
{
	news_put(out, s.s, s.len);
}

void
news_put_decimal(NewsBuffer *out, uint32_t number)
{
	char		digits[10];
	int			n = 10;

	do
	{
		digits[--n] = (char) ('0' + number % 10);
		number /= 10;
	} while (number);
	news_put(out, digits + n, (uint32_t) (10 - n));
}

void
news_put_quoted(NewsBuffer *out, NewsStr s)
{
	news_put_byte(out, '"');
	for (uint32_t i = 0; i < s.len; i++)
	{
		if (s.s[i] == '"' || s.s[i] == '\\')
			news_put_byte(out, '\\');
		news_put_byte(out, (unsigned char) s.s[i]);
	}
	news_put_byte(out, '"');
}

NewsStr
news_buffer_str(NewsBuffer *out)
{
	if (out->full || !reserve(out, 0))
		return NEWS_NO_STR;
	out->data[out->n] = '\0';
	return (NewsStr) {out->data, out->n};
}
