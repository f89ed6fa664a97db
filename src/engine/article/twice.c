/*
 * twice.c
 *	  Text that was encoded twice.
 */
#include "article/twice.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

/*
 * The characters of windows-1252's bytes 0x80 to 0x9F (index-windows-1252 of the
 * WHATWG Encoding Standard); its five holes are the control characters there.
 */
static const uint16_t upper_controls[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178
};

/* The byte that windows-1252 has for a character above ASCII, -1 for none. */
static int
byte_of(UChar32 c)
{
	if (c >= 0xA0 && c <= 0xFF)
		return (int) c;
	for (int i = 0; c >= 0x80 && i < 32; i++)
		if (upper_controls[i] == c)
			return 0x80 + i;
	return -1;
}

/*
 * The character that was encoded twice at byte i: sets *c, and returns where it
 * ends; i when there is none.
 */
static uint32_t
once_encoded(NewsStr text, uint32_t i, UChar32 *c)
{
	char		bytes[4];
	int32_t		n = 0;
	int32_t		want = 1;
	uint32_t	end = i;
	int32_t		at = 0;

	while (n < want && end < text.len)
	{
		UChar32		part;
		int			byte;

		U8_NEXT(text.s, end, text.len, part);
		byte = part < 0x80 ? -1 : byte_of(part);
		if (byte < 0)
			return i;
		if (n == 0)
			want = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
		else if (byte > 0xBF)
			return i;
		if (want == 0)
			return i;
		bytes[n++] = (char) byte;
	}
	if (n < want)
		return i;
	U8_NEXT(bytes, at, n, *c);
	return *c >= 0x80 && at == n ? end : i;
}

/* Does what stands at byte i show that the text was encoded twice? */
static bool
is_evidence(NewsStr text, uint32_t i)
{
	UChar32		c;

	if (once_encoded(text, i, &c) == i)
		return false;
	/* dashes, quotation marks, the ellipsis */
	if (c >= 0x2010 && c <= 0x2044)
		return true;
	return i > 0 && text.s[i - 1] >= 'a' && text.s[i - 1] <= 'z' && u_isalpha(c);
}

/* The next byte from i on with which what was encoded twice may begin: of U+00C2 to U+00F4; text.len when there is none. */
static uint32_t
next_lead(NewsStr text, uint32_t i)
{
	const char *at = i < text.len ? memchr(text.s + i, 0xC3, text.len - i) : NULL;

	return at ? (uint32_t) (at - text.s) : text.len;
}

/* Do the two characters at byte i begin a closing quotation mark whose last byte was lost, a control character of windows-1252? */
static bool
is_cut_quote(NewsStr text, uint32_t i)
{
	static const char quote[] = "\xC3\xA2\xE2\x82\xAC";

	return text.len - i >= sizeof(quote) - 1 && memcmp(text.s + i, quote, sizeof(quote) - 1) == 0;
}

/* Writes the character at byte i as it was meant; returns where it ends, *n the bytes written. */
static uint32_t
put_meant(NewsStr text, uint32_t i, char *out, uint32_t *n)
{
	UChar32		c;
	uint32_t	end = once_encoded(text, i, &c);

	if (end == i && is_cut_quote(text, i))
	{
		end = i + 5;
		c = 0x201D;
	}
	/* a space that does not break, which somebody made a space */
	if (end == i && i + 2 < text.len && text.s[i + 1] == '\x82' && text.s[i + 2] == ' ')
		return i + 2;
	if (end == i)
	{
		out[(*n)++] = text.s[i];
		return i + 1;
	}
	U8_APPEND_UNSAFE(out, *n, c);
	return end;
}

NewsStr
news_undo_twice(NewsArena *arena, NewsStr text)
{
	uint32_t	i = next_lead(text, 0);
	uint32_t	n = 0;
	uint32_t	polled = 0;
	char	   *out;

	while (i < text.len && !is_evidence(text, i))
		i = next_lead(text, i + 1);
	if (i == text.len)
		return text;
	out = news_alloc(arena, (size_t) text.len + 1);
	for (i = 0; i < text.len;)
	{
		uint32_t	lead = next_lead(text, i);

		memcpy(out + n, text.s + i, lead - i);
		n += lead - i;
		i = lead < text.len ? put_meant(text, lead, out, &n) : lead;
		if (i - polled > 0x40000)
		{
			news_poll(arena);
			polled = i;
		}
	}
	return (NewsStr) {out, n};
}
