/*
 * features.h
 *	  What the model looks at: a stretch of sentences, its word forms, its chains
 *	  of tokens that may be names, and the features of each.
 *
 * Nearly all features look at one word form at one distance.  So they are
 * computed once for a form (NewsForm), and the tagger may sum their weights once;
 * only pairs, phrases and what the rest of the text says of a word are computed
 * for each token.  A feature is a hash of 32 bits.
 */
#ifndef NEWS_FEATURES_H
#define NEWS_FEATURES_H

#include "tagger/model.h"
#include "tagger/wordbook.h"
#include "text/sentence.h"

/* How a form is written. */
typedef enum NewsCasing
{
	NEWS_CASE_LOWER, NEWS_CASE_CAPITAL, NEWS_CASE_UPPER, NEWS_CASE_INITIAL, NEWS_CASE_MIXED, NEWS_CASE_ACRONYM,
	NEWS_CASE_DIGIT, NEWS_CASE_TWO_DIGITS, NEWS_CASE_YEAR, NEWS_CASE_NUMBER, NEWS_CASE_CODE, NEWS_CASE_ORDINAL,
	NEWS_CASE_PUNCT, NEWS_CASE_SYMBOL, NEWS_CASE_URL, NEWS_CASE_EDGE
} NewsCasing;

#define NEWS_OWN_MAX	48
#define NEWS_NEAR_MAX	8
#define NEWS_FAR_MAX	4

typedef struct NewsForm
{
	uint32_t	hash;			/* folded */
	uint32_t	word;			/* index of what the text says of it: NewsWordUse */
	const NewsWordEntry *entry;
	uint8_t		casing;			/* NewsCasing */
	uint8_t		anchor;			/* may be a name by itself */
	uint8_t		inner;			/* NEWS_INNER_*: may be in one */
	uint8_t		nown;			/* 0: features not made yet */
	uint8_t		nnear;
	uint8_t		nfar;
	uint32_t	own[NEWS_OWN_MAX];
	uint32_t	near[NEWS_NEAR_MAX];
	uint32_t	far[NEWS_FAR_MAX];
	uint32_t	token;			/* its first */
} NewsForm;

/* What a text says of a word, whatever its case. */
#define NEWS_USES_MAX 4
typedef struct NewsWordUse
{
	uint32_t	hash;
	uint32_t	lower;			/* times in lower case */
	uint32_t	capital;		/* times with a capital inside a sentence */
	uint32_t	nuses;
	uint32_t	uses[NEWS_USES_MAX];	/* its first tokens in chains */
	uint32_t	chain;			/* plus 1: longest chain of two words or more that has it */
	uint32_t	acronym;		/* plus 1: chain whose initials it is */
} NewsWordUse;

/* Neighbouring tokens that may be names, or parts of one. */
typedef struct NewsChain
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	sentence;
} NewsChain;

#define NEWS_CHAIN_MAX	160		/* tokens; longer ones are cut */

/* A stretch of whole sentences. */
typedef struct NewsStretch
{
	NewsArena  *arena;
	const NewsTokens *tokens;
	const NewsSentences *sentences;
	const NewsWordbook *book;
	const NewsModel *model;		/* whose inner words count; NULL: all tokens are in chains */
	uint32_t	first;			/* token */
	uint32_t	end;

	uint32_t   *form_of;		/* by token - first */
	uint16_t   *phrase;			/* by token - first: lists of the phrase that covers it */
	uint8_t    *phrase_part;	/* NEWS_PART_* in that phrase */
	NewsForm   *forms;			/* 0 is what lies beyond a sentence */
	uint32_t	nforms;
	NewsWordUse *words;
	uint32_t	nwords;
	uint8_t    *layout;			/* by sentence - first sentence: in capitals, as a title, a table */
	uint32_t	first_sentence;
	NewsChain  *chains;
	uint32_t	nchains;
	uint16_t   *majority;		/* by token - first: what other mentions were labelled, 0 when not known; NULL in the first pass */
} NewsStretch;

/* Tokens of a stretch: what is known of a text ends there. */
#define NEWS_STRETCH_TOKENS 8192

/*
 * Reads sentences first up to end: forms, uses, chains.  Lives in the arena.
 */
extern void news_stretch_read(NewsStretch *stretch, NewsArena *arena, const NewsTokens *tokens,
							  const NewsSentences *sentences, uint32_t first, uint32_t end,
							  const NewsWordbook *book, const NewsModel *model);

/* The sentence behind the last one of a stretch that begins at sentence first. */
extern uint32_t news_stretch_end(const NewsSentences *sentences, uint32_t first);

/* The form of the token at distance d (-2 .. 2) in the same sentence. */
extern NewsForm *news_stretch_form(NewsStretch *stretch, uint32_t sentence, uint32_t token, int d);

/* Makes the features of a form. */
extern void news_form_features(NewsStretch *stretch, NewsForm *form);

/* A feature of a form seen from distance d. */
static inline uint32_t
news_feature_at(uint32_t feature, int d)
{
	static const uint32_t salt[5] = {0x3C6EF372, 0xA54FF53A, 0, 0x510E527F, 0x9B05688C};

	return d == 0 ? feature : (feature ^ salt[d + 2]) * UINT32_C(0x85EBCA6B);
}

/* The features of a token that are not those of a form; returns their number, at most NEWS_PLACE_MAX. */
#define NEWS_PLACE_MAX 96
extern uint32_t news_place_features(NewsStretch *stretch, const NewsChain *chain, uint32_t token, uint32_t *out);

/* The same for what the first pass found; at most NEWS_SECOND_MAX. */
#define NEWS_SECOND_MAX 4
extern uint32_t news_second_features(const NewsStretch *stretch, uint32_t token, uint32_t *out);

/* Sets majority from the labels of a first pass, by token - first. */
extern void news_stretch_vote(NewsStretch *stretch, const uint8_t *labels, uint32_t nkinds);

/* Stands for all forms of a casing that has no words: numbers and the like. */
static inline uint32_t
news_casing_hash(int casing)
{
	return UINT32_C(0xCA5E0000) + (uint32_t) casing;
}

/* What a form without a capital counts as among inner words. */
static inline uint32_t
news_form_inner_hash(const NewsForm *form)
{
	if (form->casing >= NEWS_CASE_DIGIT && form->casing <= NEWS_CASE_ORDINAL)
		return news_casing_hash(form->casing);
	return form->hash;
}

#endif							/* NEWS_FEATURES_H */
