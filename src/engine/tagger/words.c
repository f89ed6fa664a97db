/*
 * words.c
 *	  Words of a labelled text as the text they came from.
 */
#include "tagger/tagger.h"

#include <string.h>

/* What the rules find in the words. */
static const uint8_t *
find_hints(NewsArena *arena, const NewsWords *words)
{
	static const NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	NewsDoc		doc = {.arena = arena, .options = &options, .tokens = words->tokens, .sentences = words->sentences};
	NewsSpans	spans;

	news_find_spans(&doc, &spans);
	return news_hints(&doc, &spans);
}

/* Words that stand close to the one before, and to the one behind them. */
static bool
is_one_of(NewsStr word, const char *list)
{
	for (const char *s = list; *s;)
	{
		size_t		len = strcspn(s, " ");

		if (len == word.len && memcmp(s, word.s, len) == 0)
			return true;
		s += len + (s[len] == ' ');
	}
	return false;
}

static bool
closes(NewsStr word)
{
	return is_one_of(word, ", . ; : ! ? ) ] } % 's n't 'll 're 've 'd 'm ' ’s n’t ’");
}

static bool
opens(NewsStr word)
{
	return is_one_of(word, "( [ { $ £ € #");
}

/* How the text prints what treebanks escape. */
static NewsStr
printed(NewsStr word)
{
	static const char *const escaped[][2] = {
		{"``", "\""}, {"''", "\""}, {"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["}, {"-RSB-", "]"}
	};

	for (size_t i = 0; i < sizeof(escaped) / sizeof(*escaped); i++)
		if (news_str_eq(word, news_str(escaped[i][0])))
			return news_str(escaped[i][1]);
	return word;
}

char *
news_words_join(NewsArena *arena, const NewsStr *words, uint32_t nwords, uint32_t *at)
{
	size_t		room = 1;
	char	   *text;
	uint32_t	n = 0;
	bool		glue = true;
	bool		quoted = false;

	for (uint32_t i = 0; i < nwords; i++)
		room += words[i].len + 2;
	text = news_alloc(arena, room);
	for (uint32_t i = 0; i < nwords; i++)
	{
		NewsStr		word = printed(words[i]);
		bool		quote = word.len == 1 && word.s[0] == '"';

		if (word.len == 0)
		{
			at[i] = n;
			text[n++] = '\n';
			glue = true;
			quoted = false;
			continue;
		}
		if (!glue && !closes(word) && !(quote && quoted))
			text[n++] = ' ';
		at[i] = n;
		memcpy(text + n, word.s, word.len);
		n += word.len;
		glue = opens(word) || (quote && !quoted);
		if (quote)
			quoted = !quoted;
	}
	at[nwords] = n;
	return text;
}

void
news_words_read(NewsArena *arena, const NewsStr *words, uint32_t nwords, NewsWords *out)
{
	uint32_t   *at = NEWS_NEW(arena, uint32_t, nwords + 1);
	char	   *text = news_words_join(arena, words, nwords, at);
	uint32_t	room = 0;
	uint32_t	word = 0;
	NewsSentence sentence = {0};

	memset(out, 0, sizeof(*out));
	out->words = words;
	out->nwords = nwords;
	news_tokenize(arena, &news_vocab, text, at[nwords], &out->tokens);
	out->word_of = NEWS_NEW(arena, uint32_t, out->tokens.n + 1);
	for (uint32_t t = 0; t < out->tokens.n; t++)
	{
		bool		ends = false;

		while (word + 1 < nwords && at[word + 1] <= out->tokens.items[t].start)
			ends |= words[word++].len == 0;
		out->word_of[t] = word;
		if (ends && t > sentence.first)
		{
			sentence.end = t;
			out->sentences.items = news_grow(arena, out->sentences.items, out->sentences.n, &room, sizeof(NewsSentence));
			out->sentences.items[out->sentences.n++] = sentence;
			sentence.first = t;
		}
		out->tokens.items[t].flags &= (uint16_t) ~NEWS_TOK_SENTENCE;
		if (t == sentence.first)
			out->tokens.items[t].flags |= NEWS_TOK_SENTENCE;
	}
	if (sentence.first < out->tokens.n)
	{
		sentence.end = out->tokens.n;
		out->sentences.items = news_grow(arena, out->sentences.items, out->sentences.n, &room, sizeof(NewsSentence));
		out->sentences.items[out->sentences.n++] = sentence;
	}
	for (uint32_t s = 0; s < out->sentences.n; s++)
		out->sentences.items[s].headline = news_is_headline(&out->tokens, &out->sentences.items[s]);
	out->hints = find_hints(arena, out);
}
