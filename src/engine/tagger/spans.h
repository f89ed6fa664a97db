/*
 * spans.h
 *	  Where names stand and of which kind they are: the first of the two steps of
 *	  news_find_names.  Whom they mean (canonical name, code, coreference) is the
 *	  second step and lies in names/.
 *
 * Today rules over the lexicon find them; a learned tagger takes the place of
 * news_find_spans behind this header.
 */
#ifndef NEWS_SPANS_H
#define NEWS_SPANS_H

#include "annotate.h"

#define NEWS_SPAN_FAMILY	0x01	/* the lexicon's reading is by family name alone */
#define NEWS_SPAN_TITLED	0x02	/* a title stands before it */

#define NEWS_SPAN_PLACED	0x04	/* the context says that it is a place */
#define NEWS_SPAN_LOCATED	0x08	/* what stands behind it says where it lies */

/* Below this score a span counts only when another mention of the article supports it. */
#define NEWS_SPAN_KEEP 0.5f

typedef struct NewsSpan
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	sentence;
	NewsKind	kind;
	NewsStr		kind_name;		/* of NEWS_OWN_KIND; else s NULL */
	int32_t		entity;			/* of news_lexicon; -1 when it has none */
	int32_t		dict_entry;		/* of options->dict; -1 when it is none */
	uint32_t	place;			/* of news_lexicon.places, + 1, where it is not the entity's usual one; else 0 */
	float		score;			/* 0..1 */
	uint8_t		flags;			/* NEWS_SPAN_* */
} NewsSpan;

typedef struct NewsSpans
{
	NewsSpan   *items;			/* by position; they do not overlap */
	uint32_t	n;
	uint32_t	room;
} NewsSpans;

extern void news_find_spans(NewsDoc *doc, NewsSpans *out);

/* modelspans.c: the names that a model finds, which weighs those of the rules, and the user's own. */
extern void news_model_spans(NewsDoc *doc, const struct NewsModel *model, const NewsSpans *rules, NewsSpans *out);

#endif							/* NEWS_SPANS_H */
