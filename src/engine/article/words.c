/*
 * words.c
 *	  Words of a raw page, as hashes.
 */
#include "article/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

typedef enum RawClass
{
	RAW_OTHER, RAW_LETTER, RAW_DIGIT, RAW_APOSTROPHE, RAW_JOINER, RAW_IDEOGRAPH
} RawClass;

static inline bool
is_ideograph(UChar32 c)
{
	return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3000 && !(c >= 0x3001 && c <= 0x3003) && !(c >= 0x3008 && c <= 0x3011)) ||
		(c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x0E00 && c <= 0x0E7F);
}

static RawClass
classify(UChar32 c)
{
	if (c < 0x80)
	{
		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			return RAW_LETTER;
		if (c >= '0' && c <= '9')
			return RAW_DIGIT;
		if (c == '\'')
			return RAW_APOSTROPHE;
		return c == ',' || c == '.' || c == ':' ? RAW_JOINER : RAW_OTHER;
	}
	if (c == 0x2019)
		return RAW_APOSTROPHE;
	if (is_ideograph(c))
		return RAW_IDEOGRAPH;
	if (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK))
		return RAW_LETTER;
	return u_isdigit(c) ? RAW_DIGIT : RAW_OTHER;
}

/* FNV-1a over lower-case characters. */
#define HASH_SEED UINT32_C(2166136261)

static inline uint32_t
hash_char(uint32_t h, UChar32 c)
{
	if (c < 0x80)
		c = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
	else
		c = u_tolower(c);
	return (h ^ (uint32_t) c) * UINT32_C(16777619);
}

static uint32_t
number_hash(void)
{
	return news_hash_end(hash_char(HASH_SEED, '#'));
}

/* Class of the character at pos; *next is set behind it. */
static RawClass
class_at(NewsStr text, uint32_t pos, uint32_t *next, UChar32 *c)
{
	unsigned char b;

	*next = pos;
	if (pos >= text.len)
	{
		*c = 0;
		return RAW_OTHER;
	}
	b = (unsigned char) text.s[pos];
	if (b < 0x80)
	{
		*c = b;
		*next = pos + 1;
	}
	else
	{
		int64_t		i = pos;

		U8_NEXT(text.s, i, (int64_t) text.len, *c);
		*next = (uint32_t) i;
		if (*c < 0)
			return RAW_OTHER;
	}
	return classify(*c);
}

static void
read_number(NewsStr text, NewsRawWord *word)
{
	UChar32		c;
	uint32_t	next;

	while (word->end - word->start < NEWS_RAW_WORD_MAX)
	{
		RawClass	class = class_at(text, word->end, &next, &c);

		if (class == RAW_JOINER)
		{
			uint32_t	after;

			if (class_at(text, next, &after, &c) != RAW_DIGIT)
				break;
		}
		else if (class != RAW_DIGIT)
			break;
		word->end = next;
	}
	word->hash = number_hash();
	word->flags = NEWS_RAW_NUMBER;
}

static inline bool
is_ascii_letter(unsigned char c)
{
	return (unsigned char) ((c | 0x20) - 'a') < 26;
}

static void
read_letters(NewsStr text, NewsRawWord *word)
{
	UChar32		c;
	uint32_t	next;
	uint32_t	h = HASH_SEED;
	uint32_t	letters = 0;
	bool		upper = true;

	word->flags = 0;
	while (word->end - word->start < NEWS_RAW_WORD_MAX)
	{
		RawClass	class;

		/* Most letters are ASCII. */
		if (word->end < text.len && is_ascii_letter((unsigned char) text.s[word->end]))
		{
			unsigned char b = (unsigned char) text.s[word->end++];

			if (b < 'a')
				word->flags |= letters == 0 ? NEWS_RAW_CAP : 0;
			else
				upper = false;
			letters++;
			h = (h ^ (b | 0x20)) * UINT32_C(16777619);
			continue;
		}
		class = class_at(text, word->end, &next, &c);

		if (class == RAW_APOSTROPHE)
		{
			uint32_t	after;
			UChar32		c2;

			if (class_at(text, next, &after, &c2) != RAW_LETTER)
				break;
			h = hash_char(h, '\'');
		}
		else if (class == RAW_LETTER)
		{
			bool		up = c < 0x80 ? c < 'a' : u_isupper(c) || u_istitle(c);

			if (letters == 0 && up)
				word->flags |= NEWS_RAW_CAP;
			upper &= up;
			letters++;
			h = hash_char(h, c);
		}
		else
			break;
		word->end = next;
	}
	if (upper && letters > 1)
		word->flags |= NEWS_RAW_UPPER;
	word->hash = news_hash_end(h);
}

bool
news_raw_word(NewsStr text, uint32_t *pos, NewsRawWord *word)
{
	uint32_t	p = *pos;

	while (p < text.len)
	{
		uint32_t	next;
		UChar32		c;
		RawClass	class;

		if ((unsigned char) text.s[p] <= '/')
		{
			p++;				/* blanks and most punctuation */
			continue;
		}
		class = class_at(text, p, &next, &c);
		if (class == RAW_LETTER || class == RAW_DIGIT || class == RAW_IDEOGRAPH)
		{
			word->start = word->end = p;
			if (class == RAW_LETTER)
				read_letters(text, word);
			else if (class == RAW_DIGIT)
				read_number(text, word);
			else
			{
				word->end = next;
				word->flags = NEWS_RAW_IDEOGRAPH;
				word->hash = news_hash_end(hash_char(HASH_SEED, c));
			}
			*pos = word->end;
			return true;
		}
		p = next;
	}
	*pos = text.len;
	return false;
}

uint32_t
news_phrase_hash(uint32_t before, uint32_t behind, int k)
{
	uint32_t	power = 1;

	while (k-- > 0)
		power *= UINT32_C(0x9E3779B1);
	return news_hash_end(behind - before * power);
}
