/*
 * evidence.c
 *	  What the article itself says about its capitals.
 */
#include "tagger/rules.h"

/* Of a sentence: words that a headline would capitalise, those with a capital, those all in capitals. */
typedef struct Counts
{
	uint32_t	words;
	uint32_t	caps;
	uint32_t	upper;
	uint32_t	common;			/* with a capital, and mostly written without */
} Counts;

static NewsStyle
style_of(const Counts *c, bool headline)
{
	/* a sentence that ends as sentences do may be full of names */
	uint32_t	tenths = headline ? 7 : 9;

	if (c->words >= 2 && c->upper * 10 >= c->words * 8)
		return NEWS_STYLE_UPPER;
	if (c->words >= 3 && c->common >= 2 && c->caps * 10 >= c->words * tenths)
		return NEWS_STYLE_TITLE;
	return NEWS_STYLE_NORMAL;
}

static void
count_sentence(NewsFinder *f, const NewsSentence *s, Counts *c)
{
	*c = (Counts) {0, 0, 0, 0};
	for (uint32_t i = s->first; i < s->end; i++)
	{
		const NewsToken *t = news_rule_token(f, i);
		uint32_t	flags;

		if (t->kind != NEWS_WORD || t->end - t->start < 2 || (t->flags & (NEWS_TOK_CLITIC | NEWS_TOK_ACRONYM)))
			continue;
		flags = f->word_flags[t->word];
		if ((flags & NEWS_W_FUNCTION) && t->end - t->start < 5)
		{
			/* "A Ray Of Hope": a little word with a capital is a headline's, unless it is The */
			if (i > s->first && (t->flags & NEWS_TOK_CAP) && t->end - t->start == 2)
				c->common++;
			continue;
		}
		c->words++;
		if (t->flags & NEWS_TOK_CAP)
		{
			c->caps++;
			c->upper += (t->flags & NEWS_TOK_UPPER) != 0;
			c->common += (flags & NEWS_W_COMMON) != 0;
		}
	}
}

/* A word has one of this many places in the table; with all of them taken it goes unseen. */
#define PROBES 8

/* The word's place in the table, or an empty one; NULL when there is none. */
static inline uint32_t *
seen_slot(const NewsFinder *f, uint32_t hash)
{
	for (uint32_t k = 0; k < PROBES; k++)
	{
		uint32_t   *slot = &f->seen[(hash + k) & f->seen_mask];

		if (*slot == 0 || (*slot ^ hash) >> 8 == 0)
			return slot;
	}
	return NULL;
}

uint32_t
news_rule_seen(const NewsFinder *f, uint32_t i)
{
	const uint32_t *slot = seen_slot(f, f->tokens->items[i].hash);

	return slot ? *slot & 0xFF : 0;
}

void
news_rule_note(NewsFinder *f, uint32_t i, uint32_t seen)
{
	uint32_t	hash = f->tokens->items[i].hash;
	uint32_t   *slot = seen_slot(f, hash);

	if (slot)
		*slot = (hash & ~UINT32_C(0xFF)) | (*slot & 0xFF) | seen;
}

/* Notes how a sentence in normal style writes its words. */
static void
note_words(NewsFinder *f, const NewsSentence *s)
{
	bool		start = true;

	for (uint32_t i = s->first; i < s->end; i++)
	{
		const NewsToken *t = news_rule_token(f, i);

		if (t->kind == NEWS_WORD && !(t->flags & NEWS_TOK_CLITIC))
		{
			uint32_t	flags = f->word_flags[t->word];

			/* of words whose use is known the article need not tell */
			if (!(t->flags & NEWS_TOK_CAP))
			{
				if (!(flags & (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_AUXILIARY)))
					news_rule_note(f, i, NEWS_SEEN_LOWER);
			}
			else if (!start)
				news_rule_note(f, i, news_rule_seen(f, i) & NEWS_SEEN_CAP ? NEWS_SEEN_CAPS : NEWS_SEEN_CAP);
			start = false;
		}
		else if (t->kind == NEWS_PUNCT && (t->mark == '"' || t->mark == ':'))
			start = true;
	}
}

void
news_rule_evidence(NewsFinder *f)
{
	const NewsSentences *sentences = &f->doc->sentences;
	uint32_t	size = 256;

	while (size < f->tokens->n && size < (1u << 22))
		size *= 2;
	f->seen = NEWS_NEW0(f->doc->arena, uint32_t, size);
	f->seen_mask = size - 1;
	f->styles = NEWS_NEW0(f->doc->arena, uint8_t, sentences->n + 1);
	for (uint32_t k = 0; k < sentences->n; k++)
	{
		Counts		counts;

		count_sentence(f, &sentences->items[k], &counts);
		f->styles[k] = (uint8_t) style_of(&counts, sentences->items[k].headline);
		if (f->styles[k] == NEWS_STYLE_NORMAL)
			note_words(f, &sentences->items[k]);
		if ((k & 0xFF) == 0)
			news_poll(f->doc->arena);
	}
}

bool
news_rule_common(const NewsFinder *f, uint32_t i)
{
	uint32_t	flags = news_rule_flags(f, i);

	if (flags & (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_WEEKDAY | NEWS_W_MONTH))
		return true;
	return !(flags & (NEWS_W_FIRSTNAME | NEWS_W_SURNAME | NEWS_W_PHRASE)) && (news_rule_seen(f, i) & NEWS_SEEN_LOWER);
}
