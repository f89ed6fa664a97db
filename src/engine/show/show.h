/*
 * show.h
 *	  An article shown to a reader: the place that answers to a query, or the whole
 *	  of it with its entities, dates and events marked up.
 */
#ifndef NEWS_SHOW_H
#define NEWS_SHOW_H

#include "query/plan.h"
#include "vector/vector.h"

typedef struct NewsHeadlineOptions
{
	NewsStr		start;			/* before what answers to the query, as it is */
	NewsStr		stop;			/* behind it */
	NewsStr		delimiter;		/* between fragments */
	uint32_t	max_words;		/* of a fragment */
	uint32_t	min_words;		/* of a fragment, where the text has so many; 1 or more, below max_words */
	uint32_t	short_word;		/* words of so many characters do not end a fragment */
	uint32_t	max_fragments;	/* 0: one */
	bool		all;			/* the whole text */
	bool		escape;			/* what stands in the text is made safe for HTML */
} NewsHeadlineOptions;

/*
 * The fragments of a text that answer to a query, with what the query asks for
 * between start and stop; the beginning of the text where nothing does.  doc has
 * the tokens and sentences of the text, vector is its stored form.  s NULL when
 * above 1 GB.
 */
extern NewsStr news_show_headline(NewsArena *arena, const NewsDoc *doc, const NewsVector *vector,
								  const NewsPlan *plan, const NewsHeadlineOptions *options);

/*
 * An HTML page, also well-formed XML, that shows the text with all that vector,
 * its stored form, has.  Takes any bytes.  s NULL when above 1 GB.
 */
extern NewsStr news_show_html(NewsArena *arena, NewsStr text, const NewsVector *vector, NewsPublished published);

/* Text with the characters that mean something in HTML as references. */
extern void news_put_escaped(NewsBuffer *out, NewsStr text);

/*
 * What is written in HTML and XML for a character (negative: a byte that is none):
 * a reference, U+FFFD for what has no place there, NULL where it stands for itself.
 */
extern const char *news_html_instead(int32_t c);

extern const char news_show_style[];	/* style.c: the stylesheet of the page */

#endif							/* NEWS_SHOW_H */
