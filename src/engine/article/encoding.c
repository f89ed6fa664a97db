/*
 * encoding.c
 *	  From bytes of unknown encoding to UTF-8: for now valid UTF-8, else
 *	  windows-1252.
 */
#include "article/encoding.h"

const char *const news_encoding_basis_names[] = {
	"bom", "valid", "zeros", "given", "declared", "detected", "repaired", "fallback"
};

/* What windows-1252 has at 0x80 to 0x9F; 0 for what it has not. */
static const uint16_t cp1252[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178
};

#define REPLACEMENT 0xFFFD

/* Bytes of the valid UTF-8 character at s, 0 when there is none in len bytes. */
static uint32_t
utf8_char(const unsigned char *s, uint32_t len)
{
	uint32_t	n = s[0] < 0x80 ? 1 : s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : 0;

	if (n == 0 || n > len)
		return 0;
	for (uint32_t i = 1; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	/* Overlong forms, surrogates, above U+10FFFF. */
	if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
		(s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
		return 0;
	return n;
}

static bool
is_utf8(const unsigned char *s, uint32_t len)
{
	for (uint32_t i = 0; i < len;)
	{
		uint32_t	n = utf8_char(s + i, len - i);

		if (n == 0)
			return false;
		i += n;
	}
	return true;
}

/* Writes a character below U+10000 as UTF-8; returns its bytes. */
static uint32_t
put_char(char *out, uint32_t c)
{
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 0x3F));
		return 2;
	}
	out[0] = (char) (0xE0 | c >> 12);
	out[1] = (char) (0x80 | (c >> 6 & 0x3F));
	out[2] = (char) (0x80 | (c & 0x3F));
	return 3;
}

void
news_decode(NewsArena *arena, const char *bytes, uint32_t len, NewsStr given, NewsDecoded *out)
{
	const unsigned char *s = (const unsigned char *) bytes;
	bool		utf8 = is_utf8(s, len);
	uint32_t	bom = utf8 && len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	char	   *text = news_alloc(arena, (size_t) len * 3 + 1);
	size_t		n = 0;
	uint32_t	control = 0;

	(void) given;
	memset(out, 0, sizeof(*out));
	for (uint32_t i = bom; i < len; i++)
	{
		uint32_t	c = s[i];

		if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
			control++;
		if (utf8 && c >= 0x80)
		{
			text[n++] = (char) c;
			continue;
		}
		if (c >= 0x80 && c < 0xA0)
			c = cp1252[c - 0x80];
		if (c == 0)
		{
			if (out->replaced++ == 0)
				out->first_replaced = i;
			c = REPLACEMENT;
		}
		n += put_char(text + n, c);
		if (i % 65536 == 0)
			news_poll(arena);
	}
	out->text = (NewsStr) {text, (uint32_t) n};
	out->encoding = utf8 ? NEWS_STR("UTF-8") : NEWS_STR("windows-1252");
	out->basis = bom ? NEWS_ENCODING_BOM : utf8 ? NEWS_ENCODING_VALID : NEWS_ENCODING_FALLBACK;
	out->binary = ((uint64_t) control + out->replaced) * 10 > len;
}
