/*
 * language.c
 *	  The language of a text, by its script and its function words.
 */
#include "article/language.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "article/tables.h"

/* This much of the text is read. */
#define MAX_WORDS	4000
#define MAX_BYTES	(1u << 18)

/* Function words that must be seen, and of all words the part they must be. */
#define MIN_HITS	3
#define MIN_PART	0.08f

typedef struct Counts
{
	uint32_t	words;
	uint32_t	hits[32];		/* function words of each language */
	uint32_t	scripts[USCRIPT_CODE_LIMIT];	/* words by script of their first letter */
	uint32_t	persian;		/* words with letters that Arabic lacks */
	uint32_t	urdu;			/* words with letters that Persian lacks */
} Counts;

/* Scripts that one language writes, or mostly one in the news. */
static const struct
{
	UScriptCode script;
	const char *language;
}			script_languages[] = {
	{USCRIPT_HANGUL, "ko"}, {USCRIPT_HEBREW, "he"}, {USCRIPT_THAI, "th"}, {USCRIPT_GREEK, "el"},
	{USCRIPT_ARMENIAN, "hy"}, {USCRIPT_GEORGIAN, "ka"}, {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_BENGALI, "bn"},
	{USCRIPT_TAMIL, "ta"}, {USCRIPT_TELUGU, "te"}, {USCRIPT_GUJARATI, "gu"}, {USCRIPT_KANNADA, "kn"},
	{USCRIPT_MALAYALAM, "ml"}, {USCRIPT_SINHALA, "si"}, {USCRIPT_KHMER, "km"}, {USCRIPT_LAO, "lo"},
	{USCRIPT_MYANMAR, "my"}, {USCRIPT_ETHIOPIC, "am"},
};

static bool
is_ascii(const char *s, uint32_t len)
{
	unsigned char any = 0;

	for (uint32_t i = 0; i < len; i++)
		any |= (unsigned char) s[i];
	return any < 0x80;
}

static void
count_letters(Counts *counts, const char *s, uint32_t len)
{
	bool		persian = false;
	bool		urdu = false;
	int32_t		i = 0;

	for (int n = 0; i < (int32_t) len && n < 24; n++)
	{
		UChar32		c;

		U8_NEXT(s, i, (int32_t) len, c);
		if (c < 0)
			continue;
		if (n == 0)
		{
			UErrorCode	status = U_ZERO_ERROR;
			UScriptCode script = uscript_getScript(c, &status);

			if (script >= 0 && script < USCRIPT_CODE_LIMIT)
				counts->scripts[script]++;
		}
		persian |= c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF || c == 0x06CC;
		urdu |= c == 0x0679 || c == 0x0688 || c == 0x0691 || c == 0x06D2;
	}
	counts->persian += persian;
	counts->urdu += urdu;
}

static void
count_words(NewsStr text, Counts *counts)
{
	NewsRawWord word;
	uint32_t	pos = 0;

	while (counts->words < MAX_WORDS && news_raw_word(text, &pos, &word))
	{
		uint32_t	mask;

		if (word.flags & NEWS_RAW_NUMBER)
			continue;
		counts->words++;
		if (is_ascii(text.s + word.start, word.end - word.start))
			counts->scripts[USCRIPT_LATIN]++;
		else
			count_letters(counts, text.s + word.start, word.end - word.start);
		for (mask = news_hash_find(&news_article_function_words, word.hash); mask; mask &= mask - 1)
			counts->hits[__builtin_ctz(mask)]++;
	}
}

static const char *
by_script(const Counts *counts)
{
	uint32_t	half = counts->words / 2;
	uint32_t	kana = counts->scripts[USCRIPT_HIRAGANA] + counts->scripts[USCRIPT_KATAKANA];
	uint32_t	han = counts->scripts[USCRIPT_HAN];

	if (han + kana > half)
		return kana * 10 > han + kana ? "ja" : "zh";
	if (counts->scripts[USCRIPT_ARABIC] > half)
		return counts->urdu * 20 > counts->words ? "ur" : counts->persian * 10 > counts->words ? "fa" : "ar";
	for (size_t i = 0; i < sizeof(script_languages) / sizeof(script_languages[0]); i++)
		if (counts->scripts[script_languages[i].script] > half)
			return script_languages[i].language;
	return NULL;
}

NewsStr
news_detect_language(NewsStr text)
{
	Counts		counts = {0};
	const char *script;
	int			best = 0;

	if (text.len > MAX_BYTES)
		text.len = MAX_BYTES;
	count_words(text, &counts);
	if (counts.words == 0)
		return NEWS_NO_STR;
	script = by_script(&counts);
	if (script)
		return news_str(script);
	for (int i = 1; i < news_article_nlanguages; i++)
		if (counts.hits[i] > counts.hits[best])
			best = i;
	if (counts.hits[best] < MIN_HITS || (float) counts.hits[best] < MIN_PART * (float) counts.words)
		return NEWS_NO_STR;
	return news_str(news_article_languages[best]);
}
