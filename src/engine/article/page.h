/*
 * page.h
 *	  A page while it is read: its lines, and what it says of itself.
 */
#ifndef NEWS_ARTICLE_PAGE_H
#define NEWS_ARTICLE_PAGE_H

#include "article/article.h"
#include "article/body.h"
#include "article/datestring.h"
#include "article/lines.h"

/* Where a date was found; the order is that of published_basis's names. */
typedef enum NewsDateBasis
{
	NEWS_FROM_META, NEWS_FROM_JSON_LD, NEWS_FROM_TIME, NEWS_FROM_URL, NEWS_FROM_DATELINE, NEWS_FROM_TEXT
} NewsDateBasis;

typedef struct NewsDateEvidence
{
	NewsDateString date;
	NewsDateBasis basis;
	float		score;			/* 0..1: how surely it is the day of publication */
} NewsDateEvidence;

#define NEWS_MAX_EVIDENCE 64

typedef struct NewsPage
{
	NewsArena  *arena;
	NewsLines	lines;
	NewsBody	body;
	bool		html;

	/* What HTML says of itself; s NULL for nothing. */
	NewsStr		title;			/* title element */
	NewsStr		headline;		/* og:title, JSON-LD headline */
	NewsStr		heading;		/* the h1 that is the article's */
	NewsStr		author;
	NewsStr		language;
	NewsStr		url;			/* canonical */

	NewsDateEvidence evidence[NEWS_MAX_EVIDENCE];	/* those beyond are not taken */
	uint32_t	nevidence;
} NewsPage;

/* head.c: the title and who wrote it; s NULL where not found. */
extern NewsStr news_page_title(const NewsPage *page);
extern NewsStr news_page_byline(const NewsPage *page);

/* published.c */

/* Adds the first date of a string as evidence. */
extern void news_add_evidence(NewsPage *page, NewsStr text, NewsDateBasis basis, float score);

/* Weighs all evidence, that of the lines around the body too, and sets the published_* fields. */
extern void news_page_published(NewsPage *page, NewsArticle *out);

#endif							/* NEWS_ARTICLE_PAGE_H */
