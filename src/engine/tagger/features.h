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

#include "tagger/hints.h"
#include "tagger/model.h"
#include "tagger/wordbook.h"

/* How a form is written. */
typedef enum NewsCasing
{
	NEWS_CASE_LOWER, NEWS_CASE_CAPITAL, NEWS_CASE_UPPER, NEWS_CASE_INITIAL, NEWS_CASE_MIXED, NEWS_CASE_ACRONYM,
	NEWS_CASE_DIGIT, NEWS_CASE_TWO_DIGITS, NEWS_CASE_YEAR, NEWS_CASE_NUMBER, NEWS_CASE_CODE, NEWS_CASE_ORDINAL,
	NEWS_CASE_PUNCT, NEWS_CASE_SYMBOL, NEWS_CASE_URL, NEWS_CASE_EDGE
} NewsCasing;

/* The features of a token look at forms as far away as this. */
#define NEWS_REACH		2

typedef struct NewsForm
{
	const NewsWordEntry *entry;
	const int16_t *sums[1 + 2 * NEWS_REACH];	/* by distance: of its features' weights; NULL when not summed yet */
	uint32_t	hash;			/* folded */
	uint32_t	word;			/* of an anchor: what the text says of it, index into NewsStretch.words */
	uint32_t	token;			/* its first */
	uint8_t		casing;			/* NewsCasing */
	uint8_t		anchor;			/* may be a name by itself */
	uint8_t		inner;			/* NEWS_INNER_*: may be in one */
} NewsForm;

/* What a text says of a word that it has with a capital. */
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
	bool		settled;		/* the hints are beyond doubt: they are its labels */
} NewsChain;

#define NEWS_CHAIN_MAX	160		/* tokens; longer ones are cut */

/* Open addressing: index of an item or 0. */
typedef struct NewsStretchIndex
{
	uint32_t   *slots;
	uint32_t	mask;
} NewsStretchIndex;

/* A stretch of whole sentences. */
typedef struct NewsStretch
{
	NewsArena  *arena;
	const NewsTokens *tokens;
	const NewsSentences *sentences;
	const uint8_t *hints;		/* by token */
	const NewsWordbook *book;
	const NewsModel *model;		/* whose inner words count; NULL: all tokens are in chains */
	uint32_t	first;			/* token */
	uint32_t	end;

	uint32_t   *form_of;		/* by token - first; 0 while the form is not made */
	uint16_t   *phrase;			/* by token - first: lists of the phrase that covers it */
	uint8_t    *phrase_part;	/* NEWS_PART_* in that phrase */
	NewsForm   *forms;			/* 0 is what lies beyond a sentence */
	uint32_t	nforms;
	NewsStretchIndex form_index;
	NewsWordUse *words;			/* 0 stands for all that have no capital */
	uint32_t	nwords;
	NewsStretchIndex word_index;	/* plus 1 */
	uint8_t    *layout;			/* by sentence - first sentence: in capitals, as a title, a table */
	uint32_t	first_sentence;
	NewsChain  *chains;
	uint32_t	nchains;
	uint16_t   *majority;		/* by token - first: NEWS_VOTE of other mentions, 0 when there are none; NULL in the first pass */
} NewsStretch;

/* What most of a word's other mentions were labelled (a kind plus 1, 0 for outside), and whether all were. */
#define NEWS_VOTE(kind, all)	((uint16_t) (1 + (kind) * 2 + (all)))
#define NEWS_VOTE_KIND(vote)	(((uint32_t) (vote) - 1) / 2)

/* Tokens of a stretch: what is known of a text ends there. */
#define NEWS_STRETCH_TOKENS 8192

/*
 * Reads sentences first up to end: forms, uses, chains.  Lives in the arena.
 */
extern void news_stretch_read(NewsStretch *stretch, NewsArena *arena, const NewsTagText *text, uint32_t first, uint32_t end,
							  const NewsWordbook *book, const NewsModel *model);

/* The sentence behind the last one of a stretch that begins at sentence first. */
extern uint32_t news_stretch_end(const NewsSentences *sentences, uint32_t first);

/* Marks the chains that the lexicon and the words' usual capitals settle. */
extern void news_stretch_settle(NewsStretch *stretch);

/* The form of a token; its address stays. */
extern NewsForm *news_stretch_form_at(NewsStretch *stretch, uint32_t token);

/* The form of the token at distance d in the same sentence. */
extern NewsForm *news_stretch_form(NewsStretch *stretch, uint32_t sentence, uint32_t token, int d);

/* No list of features is longer. */
#define NEWS_FEATURES_MAX 96

/*
 * Groups of features that few facts decide.  The same ones come again and again,
 * so a model has the sums of the usual groups' weights, by a key that those facts
 * alone decide: never 0.
 */
typedef enum NewsGroupKind
{
	NEWS_GROUP_FORM,			/* of a form, seen from a distance */
	NEWS_GROUP_WRITING,			/* of a place: how it and its neighbours are written */
	NEWS_GROUP_HINTS,			/* of a place: what the rules say */
	NEWS_NGROUPS
} NewsGroupKind;

static inline uint32_t
news_group_key(NewsGroupKind kind, uint32_t facts)
{
	uint32_t	key = news_hash_end(news_hash_step(UINT64_C(0x165667B19E3779F9) + kind, facts));

	return key ? key : 1;
}

/* The features of a form seen from distance d (-NEWS_REACH .. NEWS_REACH); returns their number. */
extern uint32_t news_form_features(const NewsStretch *stretch, const NewsForm *form, int d, uint32_t *out);

extern uint32_t news_form_key(const NewsStretch *stretch, const NewsForm *form, int d);

/* A token of a chain, and what stands around. */
typedef struct NewsPlace
{
	NewsStretch *st;
	const NewsChain *chain;
	const NewsSentence *sentence;
	uint32_t	token;
	uint32_t	layout;			/* of the sentence */
	const NewsForm *before;
	const NewsForm *form;
	const NewsForm *after;
} NewsPlace;

/* Looks at the first token of a chain, then at the next ones. */
extern void news_chain_look(NewsStretch *stretch, const NewsChain *chain, NewsPlace *place);
extern void news_place_next(NewsPlace *place);

/* The features that all tokens of the chain share; returns their number. */
extern uint32_t news_chain_features(const NewsPlace *place, uint32_t *out);

/* Those of the token's groups, NEWS_GROUP_WRITING and _HINTS. */
extern uint32_t news_place_group(const NewsPlace *place, NewsGroupKind group, uint32_t *out);
extern uint32_t news_place_key(const NewsPlace *place, NewsGroupKind group);

/* The token's others, which are not those of a form either. */
extern uint32_t news_place_features(const NewsPlace *place, uint32_t *out);

/* The same for what the first pass found. */
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
