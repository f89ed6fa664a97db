/*
 * encoding.c
 *	  From bytes of unknown encoding to UTF-8: which encoding it is.
 *
 * The conversion itself is in convert.c.
 */
#include "article/encoding.h"

#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "article/convert.h"
#include "article/tables.h"

/* The detector and the search for a declaration read this much. */
#define SAMPLE		(64u << 10)
#define HEAD		4096

/* Confidence, 0 to 100, below which ICU's guess is not taken. */
#define MIN_CONFIDENCE 20

/* A declaration is believed while at most one character in this many is none. */
#define MAX_WRONG	200

const char *const news_encoding_basis_names[] = {
	"bom", "valid", "zeros", "given", "declared", "detected", "repaired", "fallback"
};

/* ---- Byte order marks and zeros ---- */

static const char *
encoding_of_bom(const char *bytes, uint32_t len, uint32_t *skip)
{
	static const struct
	{
		const char *bytes;
		uint32_t	len;
		const char *encoding;
	}			marks[] = {
		{"\xEF\xBB\xBF", 3, "UTF-8"},
		{"\xFF\xFE\0\0", 4, "UTF-32LE"},
		{"\0\0\xFE\xFF", 4, "UTF-32BE"},
		{"\xFF\xFE", 2, "UTF-16LE"},
		{"\xFE\xFF", 2, "UTF-16BE"},
		{"\x84\x31\x95\x33", 4, "GB18030"},
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (len >= marks[i].len && memcmp(bytes, marks[i].bytes, marks[i].len) == 0)
		{
			*skip = marks[i].len;
			return marks[i].encoding;
		}
	return NULL;
}

static inline uint32_t
unit_at(const char *bytes, uint32_t i, bool big)
{
	unsigned char a = (unsigned char) bytes[i];
	unsigned char b = (unsigned char) bytes[i + 1];

	return big ? (uint32_t) a << 8 | b : (uint32_t) b << 8 | a;
}

/* Is a UTF-16 unit one that news is written with? */
static bool
is_common_unit(uint32_t u)
{
	return (u >= 0x20 && u < 0x250) || u == '\n' || u == '\r' || u == '\t' || (u >= 0x370 && u < 0x700) ||
		(u >= 0x900 && u < 0xE80) || (u >= 0x2010 && u < 0x2040) || u == 0x20AC || (u >= 0x3000 && u < 0x3100) ||
		(u >= 0x4E00 && u < 0xA000) || (u >= 0xAC00 && u < 0xD7B0) || (u >= 0xFF00 && u < 0xFFF0);
}

/* Common units in a thousand. */
static uint32_t
common_units(const char *bytes, uint32_t len, bool big)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i + 1 < len; i += 2)
		n += is_common_unit(unit_at(bytes, i, big));
	return len < 2 ? 0 : n * 1000 / (len / 2);
}

static bool
has_control_bytes(const char *bytes, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		if ((unsigned char) bytes[i] < 8)
			return true;
	return false;
}

/*
 * UTF-16 and UTF-32 without a mark: NULL where they are not.  Both have bytes
 * below 8, which no other text has; the upper bytes of UTF-32 are zero.
 */
static const char *
encoding_of_zeros(const char *bytes, uint32_t len)
{
	uint32_t	part = (len < SAMPLE ? len : SAMPLE) & ~3u;
	uint32_t	n = part / 4;
	uint32_t	zeros[4] = {0};
	uint32_t	little,
				big;

	if (len < 4 || !has_control_bytes(bytes, part))
		return NULL;
	for (uint32_t i = 0; i < part; i++)
		zeros[i % 4] += bytes[i] == 0;
	if (len % 4 == 0 && zeros[3] == n && zeros[2] * 10 > n * 9 && zeros[0] * 5 < n)
		return "UTF-32LE";
	if (len % 4 == 0 && zeros[0] == n && zeros[1] * 10 > n * 9 && zeros[3] * 5 < n)
		return "UTF-32BE";
	/* Latin text: every other byte is zero. */
	if (zeros[1] + zeros[3] > n && (zeros[0] + zeros[2]) * 10 < zeros[1] + zeros[3])
		return "UTF-16LE";
	if (zeros[0] + zeros[2] > n && (zeros[1] + zeros[3]) * 10 < zeros[0] + zeros[2])
		return "UTF-16BE";
	little = common_units(bytes, part, false);
	big = common_units(bytes, part, true);
	if (little >= 970 && little > big + 50)
		return "UTF-16LE";
	if (big >= 970 && big > little + 50)
		return "UTF-16BE";
	return NULL;
}

/* ---- Names ---- */

/*
 * The encoding that pages mean by a name (WHATWG): iso-8859-1 and ASCII are
 * windows-1252, latin5 is windows-1254, a UTF-16 that could be read so far is
 * UTF-8; NULL for a name that ICU does not know.
 */
static const char *
meant_by(const char *name)
{
	UErrorCode	status = U_ZERO_ERROR;
	const char *standard;

	if (strcasecmp(name, "ansi") == 0)
		return "windows-1252";
	standard = ucnv_getStandardName(name, "MIME", &status);
	if (!standard || U_FAILURE(status))
	{
		status = U_ZERO_ERROR;
		standard = ucnv_getStandardName(name, "IANA", &status);
	}
	if (!standard || U_FAILURE(status))
	{
		/* Many names that ICU knows by itself have no standard. */
		status = U_ZERO_ERROR;
		if (ucnv_countAliases(name, &status) == 0 || U_FAILURE(status))
			return NULL;
		standard = ucnv_getAlias(name, 0, &status);
	}
	if (strcasecmp(standard, "ISO-8859-1") == 0 || strcasecmp(standard, "US-ASCII") == 0)
		return "windows-1252";
	if (strcasecmp(standard, "ISO-8859-9") == 0)
		return "windows-1254";
	if (strcasecmp(standard, "ISO-8859-8-I") == 0)
		return "ISO-8859-8";
	if (strcasecmp(standard, "GB2312") == 0 || strcasecmp(standard, "GBK") == 0)
		return "GB18030";
	if (strncasecmp(standard, "UTF-16", 6) == 0 || strncasecmp(standard, "UTF-32", 6) == 0)
		return "UTF-8";
	return standard;
}

static bool
is_name_char(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_' || c == ':' || c == '.' || c == '+';
}

/* The name behind "charset=" or "encoding=" in the head of a page; false when there is none. */
static bool
declared_name(const char *bytes, uint32_t len, char *name, size_t size)
{
	static const char *const keys[] = {"charset=", "encoding="};

	if (len > HEAD)
		len = HEAD;
	for (uint32_t i = 0; i < len; i++)
		for (int k = 0; k < 2; k++)
		{
			uint32_t	n = (uint32_t) strlen(keys[k]);
			uint32_t	start = i + n;
			uint32_t	end;

			if (start >= len || strncasecmp(bytes + i, keys[k], n) != 0)
				continue;
			while (start < len && (bytes[start] == '"' || bytes[start] == '\'' || bytes[start] == ' '))
				start++;
			for (end = start; end < len && is_name_char(bytes[end]); end++)
				;
			if (end == start || end - start >= size)
				continue;
			memcpy(name, bytes + start, end - start);
			name[end - start] = '\0';
			return true;
		}
	return false;
}

/* ---- The detector ---- */

/* ICU's guess, NULL when it has none to be taken. */
static const char *
detect(const char *bytes, uint32_t len)
{
	UErrorCode	status = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&status);
	const UCharsetMatch **matches;
	const char *found = NULL;
	int32_t		n = 0;

	if (U_FAILURE(status))
		return NULL;
	ucsdet_setText(detector, bytes, (int32_t) (len < SAMPLE ? len : SAMPLE), &status);
	ucsdet_enableInputFilter(detector, memchr(bytes, '<', len < HEAD ? len : HEAD) != NULL);
	matches = ucsdet_detectAll(detector, &n, &status);
	for (int32_t i = 0; U_SUCCESS(status) && i < n && !found; i++)
	{
		const char *name = ucsdet_getName(matches[i], &status);

		if (U_FAILURE(status) || ucsdet_getConfidence(matches[i], &status) < MIN_CONFIDENCE)
			break;
		/* What a page of today is not in, or what has been looked for already. */
		if (strncmp(name, "IBM", 3) != 0 && strncmp(name, "UTF", 3) != 0)
			found = meant_by(name);
	}
	ucsdet_close(detector);
	return found;
}

/* Function words in the first part of the bytes, read in an encoding. */
static uint32_t
count_function_words(NewsArena *arena, const char *bytes, uint32_t len, const char *encoding)
{
	NewsDecoded decoded = {0};
	NewsRawWord word;
	uint32_t	pos = 0;
	uint32_t	n = 0;

	if (!news_convert(arena, bytes, len < HEAD * 4 ? len : HEAD * 4, encoding, &decoded))
		return 0;
	while (news_raw_word(decoded.text, &pos, &word))
		n += news_hash_find(&news_article_function_words, word.hash) != 0;
	return n;
}

/* ICU takes much Czech and Hungarian for western text; their function words tell. */
static bool
is_central_european(NewsArena *arena, const char *bytes, uint32_t len)
{
	return count_function_words(arena, bytes, len, "windows-1250") > count_function_words(arena, bytes, len, "windows-1252") + 1;
}

/* ---- Deciding ---- */

static void
finish(NewsDecoded *out, const char *encoding, NewsEncodingBasis basis)
{
	uint32_t	bad = out->replaced;
	uint32_t	chars = 0;

	out->encoding = news_str(encoding);
	out->basis = basis;
	for (uint32_t i = 0; i < out->text.len; i++)
	{
		unsigned char c = (unsigned char) out->text.s[i];

		chars += (c & 0xC0) != 0x80;
		bad += (c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') || c == 0x7F;
	}
	out->binary = bad > 1 && bad > chars / 10;
}

/* Decodes by a name somebody gave; false when the bytes contradict it. */
static bool
believe(NewsArena *arena, const char *bytes, uint32_t len, const char *name, NewsEncodingBasis basis, NewsDecoded *out)
{
	const char *encoding = meant_by(name);

	/* UTF-8 has been tried. */
	if (!encoding || strcmp(encoding, "UTF-8") == 0 || !news_convert(arena, bytes, len, encoding, out))
		return false;
	if (out->replaced > out->text.len / MAX_WRONG)
		return false;
	finish(out, encoding, basis);
	return true;
}

/* Is it UTF-8 with some damage rather than something else? */
static bool
is_damaged_utf8(const char *bytes, uint32_t len, const NewsUtf8Check *check)
{
	/* A last byte that is a small letter in windows-1252 is more likely that. */
	if (check->invalid == 1 && check->cut && (check->sequences > 0 || (unsigned char) bytes[len - 1] < 0xE0))
		return true;
	return check->sequences > 0 && check->sequences >= 2 * (uint64_t) check->invalid;
}

static bool
has_escapes(const char *bytes, uint32_t len)
{
	const char *escape = memchr(bytes, 0x1B, len);

	return escape && (uint32_t) (bytes + len - escape) > 2 && (escape[1] == '$' || escape[1] == '(');
}

static void
decode_utf8(NewsArena *arena, const char *bytes, uint32_t len, const NewsUtf8Check *check, NewsEncodingBasis basis, NewsDecoded *out)
{
	if (check->invalid == 0 && check->nuls == 0)
		out->text = (NewsStr) {bytes, len};
	else
		news_repair_utf8(arena, bytes, len, out);
	finish(out, "UTF-8", basis);
}

/* What is neither marked nor UTF-8: the caller's word, the page's, the detector's. */
static void
decode_legacy(NewsArena *arena, const char *bytes, uint32_t len, NewsStr given, const NewsUtf8Check *check, NewsDecoded *out)
{
	char		name[64];
	const char *encoding;

	if (given.len > 0 && given.len < sizeof(name))
	{
		memcpy(name, given.s, given.len);
		name[given.len] = '\0';
		if (believe(arena, bytes, len, name, NEWS_ENCODING_GIVEN, out))
			return;
	}
	if (is_damaged_utf8(bytes, len, check))
	{
		decode_utf8(arena, bytes, len, check, NEWS_ENCODING_REPAIRED, out);
		return;
	}
	if (declared_name(bytes, len, name, sizeof(name)) && believe(arena, bytes, len, name, NEWS_ENCODING_DECLARED, out))
		return;
	encoding = detect(bytes, len);
	if (encoding && strcmp(encoding, "windows-1252") == 0 && is_central_european(arena, bytes, len))
		encoding = "windows-1250";
	if (encoding && believe(arena, bytes, len, encoding, NEWS_ENCODING_DETECTED, out))
		return;
	(void) news_convert(arena, bytes, len, "windows-1252", out);
	finish(out, "windows-1252", NEWS_ENCODING_FALLBACK);
}

void
news_decode(NewsArena *arena, const char *bytes, uint32_t len, NewsStr given, NewsDecoded *out)
{
	uint32_t	skip = 0;
	const char *bom = encoding_of_bom(bytes, len, &skip);
	const char *zeros = NULL;
	NewsUtf8Check check;

	memset(out, 0, sizeof(*out));
	out->text = NEWS_STR("");
	if (bom && strcmp(bom, "UTF-8") != 0 && news_convert(arena, bytes + skip, len - skip, bom, out))
	{
		finish(out, bom, NEWS_ENCODING_BOM);
		if (out->replaced)
			out->first_replaced += skip;
		return;
	}
	if (!bom)
		zeros = encoding_of_zeros(bytes, len);
	if (zeros && news_convert(arena, bytes, len, zeros, out))
	{
		finish(out, zeros, NEWS_ENCODING_ZEROS);
		return;
	}
	if (!bom)
		skip = 0;
	news_check_utf8(arena, bytes + skip, len - skip, &check);
	if (bom)
	{
		decode_utf8(arena, bytes + skip, len - skip, &check, NEWS_ENCODING_BOM, out);
		if (out->replaced)
			out->first_replaced += skip;
	}
	else if (check.invalid == 0 && !(check.sequences == 0 && has_escapes(bytes, len)))
		decode_utf8(arena, bytes, len, &check, NEWS_ENCODING_VALID, out);
	else
		decode_legacy(arena, bytes, len, given, &check, out);
}
