/*
 * sentence.h
 *	  Sentences, as ranges of tokens.
 */
#ifndef NEWS_SENTENCE_H
#define NEWS_SENTENCE_H

#include "text/token.h"

/*
 * No sentence has more tokens: noise without an end is cut, so that no stage
 * has to think of a sentence of millions.
 */
#define NEWS_SENTENCE_MAX	2048

typedef struct NewsSentence
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	bool		paragraph;		/* opens a paragraph */
	bool		headline;		/* a line of its own without a final period, or in capitals: a title, a section head, a byline */
} NewsSentence;

typedef struct NewsSentences
{
	NewsSentence *items;
	uint32_t	n;
} NewsSentences;

/*
 * Divides the tokens into sentences, all of them: every token is in just one.
 * Sets NEWS_TOK_SENTENCE on first tokens.
 */
extern void news_split_sentences(NewsArena *arena, NewsTokens *tokens, NewsSentences *out);

/* A line of its own that does not end as sentences do? */
extern bool news_is_headline(const NewsTokens *tokens, const NewsSentence *sentence);

/* Number (0-based) of the sentence that holds the token; O(log n). */
extern uint32_t news_sentence_of(const NewsSentences *sentences, uint32_t token);

#endif							/* NEWS_SENTENCE_H */
