/*
 * test_token.c
 *	  Tokens: where they divide, what they are, how they fold, where they stand.
 */
#include <stdlib.h>

#include "doc.h"

/* The tokens of text, joined by a bar, are want. */
static void
check_tokens(const char *text, const char *want, int line)
{
	Doc			doc;
	char		got[4000];
	size_t		at = 0;

	read_doc(&doc, text, NEWS_STAGE_TEXT, NULL);
	got[0] = '\0';
	for (uint32_t i = 0; i < doc.doc->tokens.n && at < sizeof(got) - 100; i++)
	{
		NewsStr		s = doc_token(&doc, i);

		at += (size_t) snprintf(got + at, sizeof(got) - at, "%s%.*s", i ? "|" : "", (int) s.len, s.s);
	}
	check_str(news_str(got), want, __FILE__, line, text);
	free_doc(&doc);
}

#define TOKENS(text, want) check_tokens(text, want, __LINE__)

static void
test_division(void)
{
	TOKENS("", "");
	TOKENS("   \n\t ", "");
	TOKENS("Lavrov met Kerry.", "Lavrov|met|Kerry|.");
	TOKENS("US-Russia talks", "US|-|Russia|talks");
	TOKENS("and/or", "and|/|or");
	TOKENS("AT&T and R&D", "AT&T|and|R&D");
	TOKENS("Wait... what?!", "Wait|...|what|?|!");
	TOKENS("one -- two", "one|--|two");
	TOKENS("(a) [b]", "(|a|)|[|b|]");
	TOKENS("a,b;c:d", "a|,|b|;|c|:|d");
	TOKENS("\"No,\" he said", "\"|No|,|\"|he|said");
	TOKENS("$5", "$|5");
	TOKENS("C++", "C|+|+");
}

static void
test_clitics(void)
{
	TOKENS("Assad's", "Assad|'s");
	TOKENS("didn't", "did|n't");
	TOKENS("can't won't", "ca|n't|wo|n't");
	TOKENS("we're I'll they've he'd I'm", "we|'re|I|'ll|they|'ve|he|'d|I|'m");
	TOKENS("Assad\xE2\x80\x99s didn\xE2\x80\x99t", "Assad|\xE2\x80\x99s|did|n\xE2\x80\x99t");
	TOKENS("O'Brien D'Alema", "O'Brien|D'Alema");
	TOKENS("O\xE2\x80\x99" "Brien", "O\xE2\x80\x99" "Brien");
	TOKENS("the rebels' camp", "the|rebels|'|camp");
	TOKENS("U.S.'s", "U.S.|'s");
	TOKENS("ASSAD'S", "ASSAD|'S");
}

static void
test_periods(void)
{
	TOKENS("The U.S. said", "The|U.S.|said");
	TOKENS("in the U.S.", "in|the|U.S.");
	TOKENS("Sen. Kerry", "Sen.|Kerry");
	TOKENS("on Sept. 10", "on|Sept.|10");
	TOKENS("J.P. Morgan", "J.P.|Morgan");
	TOKENS("J. P. Morgan", "J.|P.|Morgan");
	TOKENS("at 10 p.m. today", "at|10|p.m.|today");
	TOKENS("Acme Inc. said", "Acme|Inc.|said");
	TOKENS("it ended. Then", "it|ended|.|Then");
}

static void
test_numbers(void)
{
	TOKENS("3.5 pct", "3.5|pct");
	TOKENS("1,000.5", "1,000.5");
	TOKENS("1,000, then", "1,000|,|then");
	TOKENS("in 2016.", "in|2016|.");
	TOKENS("10.9.2016", "10.9.2016");
	TOKENS("2016-09-10", "2016|-|09|-|10");
	TOKENS("10:30", "10|:|30");
	TOKENS("9/10/16", "9|/|10|/|16");
	TOKENS("4th 1990s G20 A380", "4th|1990s|G20|A380");
	TOKENS("50%", "50|%");
}

static void
test_urls(void)
{
	TOKENS("see http://example.org/a?b=1, now", "see|http://example.org/a?b=1|,|now");
	TOKENS("www.example.org.", "www.example.org|.");
	TOKENS("mail ab@example.org today", "mail|ab@example.org|today");
	TOKENS("by @reporter today", "by|@reporter|today");
}

/* Flags of token i of text, of those in mask. */
static void
check_flags(const char *text, uint32_t i, int mask, int want, int line)
{
	Doc			doc;

	read_doc(&doc, text, NEWS_STAGE_TEXT, NULL);
	check_int(doc.doc->tokens.items[i].flags & mask, want, __FILE__, line, text);
	free_doc(&doc);
}

#define FLAGS(text, i, mask, want) check_flags(text, i, mask, want, __LINE__)
#define SPACING (NEWS_TOK_SPACE | NEWS_TOK_LINE | NEWS_TOK_PARA)
#define SHAPE (NEWS_TOK_CAP | NEWS_TOK_UPPER | NEWS_TOK_MIXED)
#define PERIOD (NEWS_TOK_PERIOD | NEWS_TOK_ACRONYM)

static void
test_spacing(void)
{
	FLAGS("a b", 0, SPACING, SPACING);
	FLAGS("a b", 1, SPACING, NEWS_TOK_SPACE);
	FLAGS("a\nb", 1, SPACING, NEWS_TOK_SPACE | NEWS_TOK_LINE);
	FLAGS("a\r\nb", 1, SPACING, NEWS_TOK_SPACE | NEWS_TOK_LINE);
	FLAGS("a\n\nb", 1, SPACING, SPACING);
	FLAGS("a\r\n\r\nb", 1, SPACING, SPACING);
	FLAGS("a\n \t\nb", 1, SPACING, SPACING);
	FLAGS("a, b", 1, SPACING, 0);
	FLAGS("US-Russia", 2, SPACING, 0);
	FLAGS("a\xC2\xA0" "b", 1, SPACING, NEWS_TOK_SPACE);
}

static void
test_shape(void)
{
	FLAGS("Kerry", 0, SHAPE, NEWS_TOK_CAP);
	FLAGS("NATO", 0, SHAPE, NEWS_TOK_CAP | NEWS_TOK_UPPER);
	FLAGS("U.S. x", 0, SHAPE | PERIOD, NEWS_TOK_CAP | NEWS_TOK_UPPER | NEWS_TOK_PERIOD | NEWS_TOK_ACRONYM);
	FLAGS("G20", 0, NEWS_TOK_CAP, NEWS_TOK_CAP);
	FLAGS("McCain", 0, SHAPE, NEWS_TOK_CAP | NEWS_TOK_MIXED);
	FLAGS("iPhone", 0, SHAPE, NEWS_TOK_MIXED);
	FLAGS("kerry", 0, SHAPE, 0);
	FLAGS("A", 0, SHAPE, NEWS_TOK_CAP);
	FLAGS("\xC3\x89tienne", 0, SHAPE | NEWS_TOK_ASCII, NEWS_TOK_CAP);
	FLAGS("Sen. Kerry", 0, PERIOD, NEWS_TOK_PERIOD);
	FLAGS("Kerry's", 1, NEWS_TOK_CLITIC, NEWS_TOK_CLITIC);
	FLAGS("rebels' camp", 1, NEWS_TOK_CLITIC, NEWS_TOK_CLITIC);
	FLAGS("didn't", 1, NEWS_TOK_CLITIC, NEWS_TOK_CLITIC);
	FLAGS("Kerry", 0, NEWS_TOK_ASCII, NEWS_TOK_ASCII);
}

/* Token 0 of text folds to want. */
static void
check_fold(const char *text, const char *want, int line)
{
	Doc			doc;
	char		folded[NEWS_FOLD_MAX];
	uint32_t	len;

	read_doc(&doc, text, NEWS_STAGE_TEXT, NULL);
	len = news_token_fold(&doc.doc->tokens, &doc.doc->tokens.items[0], folded, sizeof(folded));
	check_str((NewsStr) {folded, len}, want, __FILE__, line, text);
	free_doc(&doc);
}

#define FOLD(text, want) check_fold(text, want, __LINE__)

static void
test_fold(void)
{
	FOLD("Lavrov", "lavrov");
	FOLD("NATO", "nato");
	FOLD("U.S. said", "u.s.");
	FOLD("Sen. Kerry", "sen");
	FOLD("Fran\xC3\xA7ois", "francois");
	FOLD("Franc\xCC\xA7ois", "francois");
	FOLD("\xC3\x98rsted", "orsted");
	FOLD("Stra\xC3\x9F" "e", "strasse");
	FOLD("O\xE2\x80\x99" "Brien", "o'brien");
	FOLD("\xD0\x9B\xD0\xB0\xD0\xB2\xD1\x80\xD0\xBE\xD0\xB2", "\xD0\xBB\xD0\xB0\xD0\xB2\xD1\x80\xD0\xBE\xD0\xB2");
	FOLD("1,000.5", "1,000.5");
}

static void
test_fold_long(void)
{
	char		word[300];
	char		folded[NEWS_FOLD_MAX];
	Doc			doc;

	memset(word, 'a', sizeof(word));
	read_bytes(&doc, word, sizeof(word), NEWS_STAGE_TEXT, NULL);
	CHECK_INT(doc.doc->tokens.n, 1);
	CHECK_INT(news_token_fold(&doc.doc->tokens, doc.doc->tokens.items, folded, sizeof(folded)), 0);
	CHECK_INT(doc.doc->tokens.items[0].word, 0);
	free_doc(&doc);
	for (uint32_t len = NEWS_FOLD_MAX - 2; len < NEWS_FOLD_MAX + 3; len++)
	{
		read_bytes(&doc, word, len, NEWS_STAGE_TEXT, NULL);
		CHECK_INT(news_token_fold(&doc.doc->tokens, doc.doc->tokens.items, folded, sizeof(folded)),
				  len <= NEWS_FOLD_MAX ? len : 0);
		free_doc(&doc);
	}
}

/* Token i of text stands at the given bytes and characters. */
static void
check_place(const char *text, uint32_t i, uint32_t start, uint32_t end, uint32_t chars, uint32_t nchars, int line)
{
	Doc			doc;

	read_doc(&doc, text, NEWS_STAGE_TEXT, NULL);
	if (check_count(i < doc.doc->tokens.n, __FILE__, line, text))
	{
		check_int(doc.doc->tokens.items[i].start, start, __FILE__, line, text);
		check_int(doc.doc->tokens.items[i].end, end, __FILE__, line, text);
		check_int(doc.doc->tokens.items[i].chars, chars, __FILE__, line, text);
		check_int(news_span_chars(&doc.doc->tokens, i, i + 1), nchars, __FILE__, line, text);
	}
	free_doc(&doc);
}

#define PLACE(text, i, start, end, chars, nchars) check_place(text, i, start, end, chars, nchars, __LINE__)

static void
test_place(void)
{
	PLACE("a bc", 1, 2, 4, 2, 2);
	PLACE("\xC3\xA9t\xC3\xA9 bc", 0, 0, 5, 0, 3);
	PLACE("\xC3\xA9t\xC3\xA9 bc", 1, 6, 8, 4, 2);
	PLACE("e\xCC\x81t bc", 0, 0, 4, 0, 3);
	PLACE("e\xCC\x81t bc", 1, 5, 7, 4, 2);
	PLACE("\xF0\x9F\x98\x80 bc", 0, 0, 4, 0, 1);
	PLACE("\xF0\x9F\x98\x80 bc", 1, 5, 7, 2, 2);
	PLACE("\xE4\xB8\xAD\xE5\x9B\xBD bc", 1, 7, 9, 3, 2);
	PLACE("\xC2\xA0\xC2\xA0" "bc", 0, 4, 6, 2, 2);
	/* ill-formed sequences are a character each */
	PLACE("\xFF\xFE bc", 2, 3, 5, 3, 2);
	PLACE("\xC3 bc", 1, 2, 4, 2, 2);
	PLACE("\xE2\x82 bc", 1, 3, 5, 2, 2);
}

/* Every pair of bytes, between letters and alone at the end, holds the invariants. */
static void
test_bytes(void)
{
	char		text[8] = "ab??c. ?";

	for (int first = 0; first < 256; first++)
		for (int second = 0; second < 256; second += first < 0x80 ? 17 : 3)
		{
			Doc			doc;
			int			failed = check_failed;

			text[2] = (char) first;
			text[3] = (char) second;
			text[7] = (char) first;
			read_bytes(&doc, text, 8, NEWS_STAGE_TEXT, NULL);
			free_doc(&doc);
			if (check_failed > failed)
				printf("bytes %02X %02X\n", first, second);
		}
}

static void
test_linear(void)
{
	const uint32_t len = 1024 * 1024;
	char	   *text = malloc(len);
	const char *const units[] = {"a", ".", "'", "-", "A.", "1,", "n't ", "\n", "\xCC\x81", "@", "http://", "\xF0", "(\"", "a'"};

	for (size_t u = 0; u < sizeof(units) / sizeof(units[0]); u++)
	{
		size_t		n = strlen(units[u]);
		Doc			doc;

		for (uint32_t i = 0; i < len; i++)
			text[i] = units[u][i % n];
		/* quadratic work would not end; the figures are the host program's business */
		read_bytes(&doc, text, len, NEWS_STAGE_TEXT, NULL);
		free_doc(&doc);
	}
	free(text);
}

int
main(void)
{
	test_division();
	test_clitics();
	test_periods();
	test_numbers();
	test_urls();
	test_spacing();
	test_shape();
	test_fold();
	test_fold_long();
	test_place();
	test_bytes();
	test_linear();
	return check_done();
}
