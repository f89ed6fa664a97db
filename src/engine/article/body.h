/*
 * body.h
 *	  Which lines of a page are its article.
 */
#ifndef NEWS_ARTICLE_BODY_H
#define NEWS_ARTICLE_BODY_H

#include "article/lines.h"

typedef struct NewsBody
{
	uint32_t	first;			/* first line of the body; equal to end when there is none */
	uint32_t	end;			/* line behind the last */
} NewsBody;

/* Chooses the body and sets NEWS_LINE_BODY on its lines. */
extern void news_choose_body(NewsLines *lines, NewsBody *body);

/* The body's lines, divided by line breaks, blank lines where the page has them; in the arena. */
extern NewsStr news_body_text(const NewsLines *lines, const NewsBody *body);

#endif							/* NEWS_ARTICLE_BODY_H */
