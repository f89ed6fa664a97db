/*
 * rules.h
 *	  What the rules that find names share.
 */
#ifndef NEWS_RULES_H
#define NEWS_RULES_H

#include "names/lexicon.h"
#include "tagger/spans.h"

/* How a sentence uses capitals. */
typedef enum NewsStyle
{
	NEWS_STYLE_NORMAL,
	NEWS_STYLE_TITLE,			/* Most Words Begin With Capitals */
	NEWS_STYLE_UPPER			/* ALL CAPITALS */
} NewsStyle;

/* A reading of the lexicon at a token. */
typedef struct NewsPick
{
	uint32_t	ntokens;		/* 0: none */
	uint32_t	entity;
	uint32_t	flags;			/* NEWS_READING_* */
	NewsKind	kind;
} NewsPick;

typedef struct NewsFinder
{
	NewsDoc    *doc;
	const NewsTokens *tokens;
	const uint32_t *word_flags; /* of the vocabulary, by word */
	NewsSpans  *out;
	uint8_t    *styles;			/* NewsStyle by sentence */
	uint32_t   *seen;			/* by word: 24 bits of its hash, and NEWS_SEEN_* */
	uint32_t	seen_mask;
	uint32_t	sentence;		/* under way */
	uint32_t	sentence_end;	/* token behind its last */
	NewsStyle	style;
	bool		headline;
} NewsFinder;

#define NEWS_SEEN_LOWER		0x01	/* the article has the word in lower case */
#define NEWS_SEEN_CAP		0x02	/* ... with a capital where only a name has one */
#define NEWS_SEEN_CAPS		0x04	/* ... at least twice */
#define NEWS_SEEN_PERSON	0x08	/* ... as the last word of a person's name */

/* A span of capitals never has more tokens than this. */
#define NEWS_RUN_MAX 16

static inline const NewsToken *
news_rule_token(const NewsFinder *f, uint32_t i)
{
	return &f->tokens->items[i];
}

static inline uint32_t
news_rule_flags(const NewsFinder *f, uint32_t i)
{
	return f->word_flags[f->tokens->items[i].word];
}

static inline bool
news_rule_mark(const NewsFinder *f, uint32_t i, char mark)
{
	const NewsToken *t = &f->tokens->items[i];

	return t->kind == NEWS_PUNCT && t->mark == (uint8_t) mark;
}

/* A word with a capital, or letters and digits with one: what names are made of. */
static inline bool
news_rule_cap(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = &f->tokens->items[i];

	return (t->flags & NEWS_TOK_CAP) && !(t->flags & NEWS_TOK_CLITIC) && (t->kind == NEWS_WORD || t->kind == NEWS_ALNUM);
}

/* evidence.c: reads the article once, before the rules. */
extern void news_rule_evidence(NewsFinder *f);

/* What the article shows of the word at i: NEWS_SEEN_*. */
extern uint32_t news_rule_seen(const NewsFinder *f, uint32_t i);
extern void news_rule_note(NewsFinder *f, uint32_t i, uint32_t seen);

/* Could the word be an ordinary one that has its capital from the sentence or the headline? */
extern bool news_rule_common(const NewsFinder *f, uint32_t i);

/* runs.c: the end of the run of capitals at token i, at most the sentence's end. */
extern uint32_t news_rule_run_end(const NewsFinder *f, uint32_t i);

/* lookup.c: the lexicon's best reading at token i in this context. */
extern NewsPick news_rule_lookup(const NewsFinder *f, uint32_t i);

/* person.c: end of a person's name that begins at i, or i; *score as the span's.  titled: a title stands before it. */
extern uint32_t news_rule_person(const NewsFinder *f, uint32_t i, uint32_t run_end, bool titled, float *score);
/* Does the text before token i speak of a person ("spokesman", "said Mr")? */
extern bool news_rule_titled(const NewsFinder *f, uint32_t i);

/* heads.c: end of a name that its head word classifies (Ministry, Corp, River, War), or i. */
extern uint32_t news_rule_headed(const NewsFinder *f, uint32_t i, uint32_t run_end, NewsKind *kind, float *score);
/* Does the context make the word at i, that ends at end, a place? */
extern bool news_rule_place_context(const NewsFinder *f, uint32_t i, uint32_t end);

#endif							/* NEWS_RULES_H */
