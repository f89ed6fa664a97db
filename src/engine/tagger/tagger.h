/*
 * tagger.h
 *	  The sequence model: finding names with it, and training it.
 *
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001)
 * over the parts of names (begin, inside, end, single; outside), decoded exactly.
 */
#ifndef NEWS_TAGGER_H
#define NEWS_TAGGER_H

#include "tagger/hints.h"
#include "tagger/model.h"
#include "tagger/wordbook.h"

/* ---- Finding names ---- */

typedef struct NewsTagSpan
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	sentence;
	uint32_t	kind;			/* index into NewsModel.kinds */
	float		score;			/* 0..1: probability of just this name */
} NewsTagSpan;

typedef struct NewsTagSpans
{
	NewsTagSpan   *items;			/* by position; they do not overlap */
	uint32_t	n;
} NewsTagSpans;

/*
 * Finds the names in a text, with a sound model.
 * Time and scratch memory are linear in the text, and what is kept is the spans.
 */
extern void news_tag_text(NewsArena *arena, const NewsModel *model, const NewsTagText *text, NewsTagSpans *out);

/* ---- Text that comes as words ---- */

/*
 * Words of one document, joined as a newspaper prints them and divided anew by
 * the tokenizer.  An empty word ends a sentence.
 */
typedef struct NewsWords
{
	NewsTokens	tokens;
	NewsSentences sentences;	/* those of the words */
	const uint8_t *hints;		/* by token: what the rules say */
	uint32_t   *word_of;		/* by token: the word in which it begins */
	const NewsStr *words;		/* as they were given */
	uint32_t	nwords;
} NewsWords;

/*
 * Joins words, an empty one ending a sentence, to a text in the arena; at[i] is
 * set to the byte at which word i begins, at[nwords] to the end.
 */
extern char *news_words_join(NewsArena *arena, const NewsStr *words, uint32_t nwords, uint32_t *at);

extern void news_words_read(NewsArena *arena, const NewsStr *words, uint32_t nwords, NewsWords *out);

static inline NewsTagText
news_words_text(const NewsWords *words)
{
	return (NewsTagText) {&words->tokens, &words->sentences, words->hints};
}

/* ---- Training ---- */

typedef struct NewsTrainer NewsTrainer;

typedef struct NewsTrainOptions
{
	uint32_t	seed;			/* order of the examples: the same seed, the same model */
	uint32_t	rounds;			/* over all examples; 0: the usual number */
	float		penalty;		/* L2; 0: the usual one */
	uint32_t	min_count;		/* features seen less often are dropped; 0: the usual number */
	bool		single;			/* one pass: no votes of other mentions */
	bool		lean;			/* without the features that bring little: twice as fast */
	bool		capitals;		/* names have capitals, whatever the examples say: several times faster */
} NewsTrainOptions;

/* More tokens than this in all are refused. */
#define NEWS_TRAIN_MAX_TOKENS 4000000

typedef enum NewsTrainFault
{
	NEWS_TRAIN_OK,
	NEWS_TRAIN_BAD_TAG,			/* neither O nor B- or I- and the name of a kind */
	NEWS_TRAIN_LONG_KIND,		/* name of a kind is too long */
	NEWS_TRAIN_MANY_KINDS,
	NEWS_TRAIN_MANY_TOKENS
} NewsTrainFault;

/* A trainer that lives in the arena. */
extern NewsTrainer *news_trainer_new(NewsArena *arena, const NewsTrainOptions *options);

/*
 * Adds one document: its words, an empty one after each sentence, and for each
 * word its tag: "O", "B-kind", "I-kind".  "O|B-group" leaves the choice open, as
 * does "B-work|B-product": the example then says that one of them is right.
 * Examples count weight times.  All is copied.  On a fault *at is the word.
 */
extern NewsTrainFault news_trainer_add(NewsTrainer *trainer, const NewsStr *words, const NewsStr *tags,
									   uint32_t nwords, float weight, uint32_t *at);

/* Trains; the image lives in the arena.  NULL when no kind of name was seen. */
extern NewsModel *news_trainer_finish(NewsTrainer *trainer);

#endif							/* NEWS_TAGGER_H */
