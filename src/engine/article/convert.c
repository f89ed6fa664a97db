/*
 * convert.c
 *	  Bytes of a known encoding to UTF-8.
 */
#include "article/convert.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* Bytes between two polls, and of input converted at once. */
#define POLL_BYTES	(1u << 20)
#define PIECE		8192

#define REPLACEMENT	"\xEF\xBF\xBD"

/* ---- UTF-8 ---- */

/* Bytes of the ASCII at the start of s, NUL apart, eight at a time. */
static uint32_t
ascii_run(const char *s, uint32_t len)
{
	uint32_t	i = 0;

	for (; i + 8 <= len; i += 8)
	{
		uint64_t	w;

		memcpy(&w, s + i, 8);
		if ((w | ((w - UINT64_C(0x0101010101010101)) & ~w)) & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < len && s[i] > 0)
		i++;
	return i;
}

void
news_check_utf8(NewsArena *arena, const char *bytes, uint32_t len, NewsUtf8Check *out)
{
	int64_t		i = 0;
	int64_t		poll = POLL_BYTES;

	memset(out, 0, sizeof(*out));
	while (i < len)
	{
		UChar32		c;
		int64_t		start;
		uint32_t	room = len - (uint32_t) i < POLL_BYTES ? len - (uint32_t) i : POLL_BYTES;

		i += ascii_run(bytes + i, room);
		if (i > poll)
		{
			news_poll(arena);
			poll = i + POLL_BYTES;
		}
		if (i >= len || bytes[i] > 0)
			continue;
		start = i;
		U8_NEXT(bytes, i, (int64_t) len, c);
		if (c < 0)
		{
			out->invalid++;
			out->cut = i == len && U8_IS_LEAD((uint8_t) bytes[start]);
		}
		else if (c == 0)
			out->nuls++;
		else
			out->sequences++;
	}
}

static void
note_replaced(NewsDecoded *out, uint32_t place)
{
	if (out->replaced == 0)
		out->first_replaced = place;
	if (out->replaced < UINT32_MAX)
		out->replaced++;
}

void
news_repair_utf8(NewsArena *arena, const char *bytes, uint32_t len, NewsDecoded *out)
{
	char	   *text = news_alloc(arena, (size_t) len * 3 + 1);
	char	   *p = text;
	int64_t		i = 0;
	int64_t		poll = POLL_BYTES;

	out->replaced = 0;
	while (i < len)
	{
		uint32_t	room = len - (uint32_t) i < POLL_BYTES ? len - (uint32_t) i : POLL_BYTES;
		uint32_t	run = ascii_run(bytes + i, room);
		int64_t		start;
		UChar32		c;

		memcpy(p, bytes + i, run);
		p += run;
		i += run;
		if (i > poll)
		{
			news_poll(arena);
			poll = i + POLL_BYTES;
		}
		if (i >= len || bytes[i] > 0)
			continue;
		start = i;
		U8_NEXT(bytes, i, (int64_t) len, c);
		if (c > 0)
		{
			memcpy(p, bytes + start, (size_t) (i - start));
			p += i - start;
		}
		else
		{
			note_replaced(out, (uint32_t) start);
			memcpy(p, REPLACEMENT, 3);
			p += 3;
		}
	}
	out->text = (NewsStr) {text, (uint32_t) (p - text)};
}

/* ---- All others ---- */

typedef struct Conversion
{
	NewsDecoded *out;
	uint32_t	piece;			/* byte offset in the input of the piece under way */
} Conversion;

/* ICU's callback for bytes that are no character. */
static void U_CALLCONV
replace_bytes(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t length,
			  UConverterCallbackReason reason, UErrorCode *status)
{
	static const UChar replacement = 0xFFFD;
	const Conversion *conversion = context;

	(void) bytes;
	(void) length;
	if (reason > UCNV_IRREGULAR)
		return;
	note_replaced(conversion->out, conversion->piece);
	*status = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

/* Appends UTF-16 as UTF-8; what came in halves is whole, as ICU gives surrogates in pairs. */
static char *
append_utf16(char *p, const UChar *s, int32_t n, Conversion *conversion)
{
	int32_t		i = 0;

	while (i < n)
	{
		UChar32		c;
		int32_t		k = 0;

		U16_NEXT(s, i, n, c);
		if (c == 0 || U_IS_SURROGATE(c))
		{
			note_replaced(conversion->out, conversion->piece);
			c = 0xFFFD;
		}
		U8_APPEND_UNSAFE(p, k, c);
		p += k;
	}
	return p;
}

/* Does the encoding write escape sequences, so that a converter must be kept from piece to piece? */
static bool
is_stateful(const char *encoding)
{
	return strncmp(encoding, "ISO-2022", 8) == 0 || strncmp(encoding, "HZ", 2) == 0 || strncmp(encoding, "UTF-7", 5) == 0;
}

static UConverter *
open_converter(const char *encoding, Conversion *conversion)
{
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(encoding, &status);

	if (U_FAILURE(status))
		return NULL;
	ucnv_setToUCallBack(converter, replace_bytes, conversion, NULL, NULL, &status);
	return converter;
}

/*
 * Closes the converter, polls and opens it again, for ICU's memory must not be
 * held where a poll may leave by longjmp.  Only between characters, and not for
 * encodings with escape sequences.
 */
static UConverter *
poll_between(NewsArena *arena, UConverter *converter, const char *encoding, Conversion *conversion)
{
	UErrorCode	status = U_ZERO_ERROR;

	if (is_stateful(encoding) || ucnv_toUCountPending(converter, &status) != 0)
		return converter;
	ucnv_close(converter);
	news_poll(arena);
	return open_converter(encoding, conversion);
}

bool
news_convert(NewsArena *arena, const char *bytes, uint32_t len, const char *encoding, NewsDecoded *out)
{
	/* A byte becomes one UTF-16 unit in ICU's tables, a few become two; a unit is three bytes of UTF-8 at most. */
	size_t		room = (size_t) len * 6 + 64;
	char	   *text = news_alloc(arena, room);
	char	   *p = text;
	Conversion	conversion = {out, 0};
	UConverter *converter = open_converter(encoding, &conversion);
	UChar		units[PIECE];
	const char *end = bytes + len;
	const char *polled = bytes;

	out->replaced = 0;
	for (const char *s = bytes; converter;)
	{
		const char *piece = end - s > PIECE ? s + PIECE : end;
		UChar	   *u = units;
		UErrorCode	status = U_ZERO_ERROR;

		conversion.piece = (uint32_t) (s - bytes);
		ucnv_toUnicode(converter, &u, units + PIECE, &s, piece, NULL, piece == end, &status);
		if ((size_t) (p - text) + (size_t) (u - units) * 3 > room)
			break;				/* cannot happen */
		p = append_utf16(p, units, (int32_t) (u - units), &conversion);
		if (status == U_BUFFER_OVERFLOW_ERROR)
			continue;
		if (U_FAILURE(status) || s == end)
			break;
		if (s - polled > (ptrdiff_t) POLL_BYTES)
		{
			converter = poll_between(arena, converter, encoding, &conversion);
			polled = s;
		}
	}
	if (!converter)
		return false;
	ucnv_close(converter);
	out->text = (NewsStr) {text, (uint32_t) (p - text)};
	return true;
}
