/*
 * test_sentence.c
 *	  Sentences: what ends one, what does not, lines and paragraphs.
 */
#include <stdlib.h>

#include "doc.h"

/* The sentences of text, joined by a bar, are want. */
static void
check_sentences(const char *text, const char *want, int line)
{
	Doc			doc;
	char		got[4000];
	size_t		at = 0;

	read_doc(&doc, text, NEWS_STAGE_TEXT, NULL);
	got[0] = '\0';
	for (uint32_t i = 0; i < doc.doc->sentences.n && at < sizeof(got) - 100; i++)
	{
		NewsStr		s = doc_sentence(&doc, i);

		at += (size_t) snprintf(got + at, sizeof(got) - at, "%s%.*s", i ? "|" : "", (int) s.len, s.s);
	}
	check_str(news_str(got), want, __FILE__, line, text);
	free_doc(&doc);
}

#define SENTENCES(text, want) check_sentences(text, want, __LINE__)
#define ONE(text) check_sentences(text, text, __LINE__)

static void
test_plain(void)
{
	SENTENCES("", "");
	SENTENCES("\n \n", "");
	ONE("Talks ended.");
	ONE("Talks ended");
	SENTENCES("Talks ended. Nobody signed.", "Talks ended.|Nobody signed.");
	SENTENCES("Why? Nobody knows! They left.", "Why?|Nobody knows!|They left.");
	SENTENCES("It ended in 2016. Then it rained.", "It ended in 2016.|Then it rained.");
	SENTENCES("He paid $5. She did not.", "He paid $5.|She did not.");
	SENTENCES("They left... Nobody asked.", "They left...|Nobody asked.");
}

static void
test_abbreviations(void)
{
	ONE("The U.S. envoy met Sen. Kerry in Washington.");
	ONE("Gen. Dunford and Dr. Lee spoke to Mr. Whitlock.");
	ONE("Prices rose 3.5 pct on Sept. 10 in St. Petersburg.");
	ONE("The U.S. Senate voted on Friday.");
	ONE("Acme Inc. shares fell.");
	ONE("John F. Kennedy and J. P. Morgan met.");
	ONE("They arrived at 10 p.m. on Monday.");
	ONE("See No. 5 on the list.");
	ONE("The deal, e.g. for grain, was signed.");
	ONE("Jan. 5 and Feb. 6 were cold.");
	SENTENCES("They flew to the U.S. The envoy stayed.", "They flew to the U.S.|The envoy stayed.");
	SENTENCES("They arrived at 10 p.m. The envoy stayed.", "They arrived at 10 p.m.|The envoy stayed.");
	SENTENCES("He works for Acme Inc. He is 47.", "He works for Acme Inc.|He is 47.");
}

static void
test_quotes(void)
{
	SENTENCES("\"We left.\" Nobody asked.", "\"We left.\"|Nobody asked.");
	SENTENCES("He said: \"We left.\" \"Why?\" she asked.", "He said: \"We left.\"|\"Why?\" she asked.");
	ONE("\"Why?\" she asked.");
	ONE("\"We will not go!\" said the envoy.");
	SENTENCES("He left. \"We will see,\" he said.", "He left.|\"We will see,\" he said.");
	SENTENCES("\xE2\x80\x9CWe left.\xE2\x80\x9D Nobody asked.", "\xE2\x80\x9CWe left.\xE2\x80\x9D|Nobody asked.");
	SENTENCES("He left (in May). Then it rained.", "He left (in May).|Then it rained.");
	SENTENCES("He left. (It rained.) She stayed.", "He left.|(It rained.)|She stayed.");
}

static void
test_lines(void)
{
	/* hard-wrapped prose */
	ONE("The envoy met the minister of the coast in the old town of\n"
		"lakes on Tuesday and left without a deal, his spokesman told\n"
		"reporters at the airport.");
	SENTENCES("The envoy met the minister of the coast in the old town of\n"
			  "lakes on Tuesday. He left without any deal, his spokesman told\n"
			  "reporters at the airport.",
			  "The envoy met the minister of the coast in the old town of\nlakes on Tuesday.|"
			  "He left without any deal, his spokesman told\nreporters at the airport.");
	/* a blank line always divides */
	SENTENCES("Talks end without a deal\n\nThe envoy left Geneva.", "Talks end without a deal|The envoy left Geneva.");
	SENTENCES("TALKS END\n\nGENEVA (Coast Wire) - The envoy left.", "TALKS END|GENEVA (Coast Wire) - The envoy left.");
	/* paragraphs of one line each */
	SENTENCES("The envoy met the minister in Geneva on Tuesday for two hours of talks.\n"
			  "He left without a deal after midnight, a spokesman told reporters.\n"
			  "Nobody signed anything, and no date was set for another round of talks.\n",
			  "The envoy met the minister in Geneva on Tuesday for two hours of talks.|"
			  "He left without a deal after midnight, a spokesman told reporters.|"
			  "Nobody signed anything, and no date was set for another round of talks.");
	/* a headline, a byline and prose, a line each */
	SENTENCES("Harbour talks end without a deal\n"
			  "By Ida Moreau\n"
			  "The envoy met the minister in Geneva on Tuesday for two hours of talks about the harbour.\n"
			  "He left without a deal after midnight, a spokesman told reporters.\n",
			  "Harbour talks end without a deal|By Ida Moreau|"
			  "The envoy met the minister in Geneva on Tuesday for two hours of talks about the harbour.|"
			  "He left without a deal after midnight, a spokesman told reporters.");
	SENTENCES("One.\r\n\r\nTwo.\r\n", "One.|Two.");
}

static void
test_flags(void)
{
	Doc			doc;

	read_doc(&doc, "Talks end without a deal\n\nThe envoy left. He flew.\n\nNobody signed.", NEWS_STAGE_TEXT, NULL);
	CHECK_INT(doc.doc->sentences.n, 4);
	if (doc.doc->sentences.n == 4)
	{
		const NewsSentence *s = doc.doc->sentences.items;

		CHECK(s[0].headline && s[0].paragraph);
		CHECK(!s[1].headline && s[1].paragraph);
		CHECK(!s[2].headline && !s[2].paragraph);
		CHECK(!s[3].headline && s[3].paragraph);
	}
	free_doc(&doc);
}

/* Half a million sentences, or one of half a million words: every token in just one. */
static void
test_large(void)
{
	const char *const units[] = {"He left. ", "left ", "U.S. ", ". ", "\" ", "He left\n", ") "};
	const uint32_t len = 1024 * 1024;
	char	   *text = malloc(len);

	for (size_t u = 0; u < sizeof(units) / sizeof(units[0]); u++)
	{
		size_t		n = strlen(units[u]);
		Doc			doc;

		for (uint32_t i = 0; i < len; i++)
			text[i] = units[u][i % n];
		read_bytes(&doc, text, len, NEWS_STAGE_TEXT, NULL);
		for (uint32_t k = 0; k < doc.doc->sentences.n; k++)
			CHECK(doc.doc->sentences.items[k].end - doc.doc->sentences.items[k].first <= NEWS_SENTENCE_MAX);
		free_doc(&doc);
	}
	free(text);
}

int
main(void)
{
	test_plain();
	test_abbreviations();
	test_quotes();
	test_lines();
	test_flags();
	test_large();
	return check_done();
}
