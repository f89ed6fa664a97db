/*
 * hints.h
 *	  What the rules say of each token, for the model to weigh.
 */
#ifndef NEWS_HINTS_H
#define NEWS_HINTS_H

#include "tagger/spans.h"

/* A text as the model reads it. */
typedef struct NewsTagText
{
	const NewsTokens *tokens;
	const NewsSentences *sentences;
	const uint8_t *hints;		/* by token: NEWS_HINT, 0 outside of the rules' names */
} NewsTagText;

/* Kind of the rules' name, part of it (NEWS_PART_*), how sure they are (0..7). */
#define NEWS_HINT(kind, part, sure)	((uint8_t) (((kind) + 1) << 5 | (part) << 3 | (sure)))
#define NEWS_HINT_NAME(hint)		((uint32_t) (hint) >> 3)	/* kind and part */
#define NEWS_HINT_KIND(hint)		((uint32_t) (hint) >> 5)	/* kind and 1 */
#define NEWS_HINT_PART(hint)		((uint32_t) (hint) >> 3 & 3)
#define NEWS_HINT_SURE(hint)		((uint32_t) (hint) & 7)

/* A name of the user's dictionary: the model looks at no such token. */
#define NEWS_HINT_TAKEN				((uint8_t) 1)

/* The kind (NewsKind) that labelled text calls by this name, NEWS_OWN_KIND when it is none of ours. (modelspans.c) */
extern NewsKind news_kind_of_label(const char *name);

/* The hints of a document's rule spans; they live in its arena. */
extern const uint8_t *news_hints(const NewsDoc *doc, const NewsSpans *spans);

#endif							/* NEWS_HINTS_H */
