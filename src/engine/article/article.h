/*
 * article.h
 *	  From the raw text of a scraped page to the article in it.
 */
#ifndef NEWS_ARTICLE_H
#define NEWS_ARTICLE_H

#include "annotate.h"

typedef struct NewsArticle
{
	NewsStr		title;			/* s NULL where not found; so for all strings but body */
	NewsStr		byline;
	NewsStr		language;		/* ISO 639-1 */
	NewsStr		body;			/* "" when the page holds no article */
	NewsPublished published;
	NewsStr		published_basis;	/* meta, json-ld, time, url, dateline, text */
	float		published_score;	/* 0..1; below 0.5 the date is doubted */
	NewsStr		section;
	NewsStr		site;			/* its name for itself, else the host of its address */
	NewsStr		url;			/* canonical address, else the given one */
} NewsArticle;

/*
 * raw: UTF-8, plain text or HTML; url: where it was found, s NULL for unknown, which
 * tells of the site and often of the day.  Everything in the result lives in the
 * arena, in raw or in url.
 */
extern void news_read_article(NewsArena *arena, NewsStr raw, NewsStr url, NewsArticle *out);

/*
 * The same of a text that is known to be an article's body and not a page, but
 * without the day of publication: only its head is read.
 */
extern void news_read_body(NewsArena *arena, NewsStr body, NewsStr url, NewsArticle *out);

#endif							/* NEWS_ARTICLE_H */
