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
	uint32_t	line;			/* the line it stands at or above, NEWS_NO_LINE when it stands nowhere */
} NewsDateEvidence;

#define NEWS_NO_LINE UINT32_MAX

/* A block element of HTML, as the lines it holds. */
typedef struct NewsElement
{
	uint32_t	first;			/* first line */
	uint32_t	end;			/* line behind the last */
	uint8_t		tag;			/* NewsTag */
	uint8_t		marks;			/* NEWS_MARK_* */
} NewsElement;

#define NEWS_MAX_EVIDENCE 64

typedef struct NewsPage
{
	NewsArena  *arena;
	NewsLines	lines;
	NewsBody	body;
	bool		html;
	NewsStr		raw;			/* the HTML itself */
	NewsElement *elements;		/* in the order in which they open; HTML alone */
	uint32_t	nelements;
	uint32_t	elements_room;

	/* What HTML says of itself; s NULL for nothing. */
	NewsStr		title;			/* title element */
	NewsStr		headline;		/* og:title, JSON-LD headline */
	NewsStr		heading;		/* the h1 that is the article's */
	NewsStr		author;
	NewsStr		language;
	NewsStr		section;
	NewsStr		site;
	NewsStr		url;			/* canonical */
	NewsStr		given_url;		/* where the caller found it; s NULL for unknown */

	NewsDateEvidence evidence[NEWS_MAX_EVIDENCE];	/* those beyond are not taken */
	uint32_t	nevidence;
} NewsPage;

/* head.c: the title and who wrote it; s NULL where not found. */
extern NewsStr news_page_title(const NewsPage *page);
extern NewsStr news_page_byline(const NewsPage *page);

/* published.c */

/* Adds the first date of a string as evidence, found at or above a line. */
extern void news_add_evidence(NewsPage *page, NewsStr text, NewsDateBasis basis, float score, uint32_t line);

/* Weighs all evidence, that of the lines around the body too, and sets the published_* fields. */
extern void news_page_published(NewsPage *page, NewsArticle *out);

/* html_page.c: fills lines, elements and what the page says of itself. */
extern void news_read_html(NewsPage *page, NewsStr raw);

/* html_body.c: sets NEWS_LINE_ASIDE and NEWS_LINE_ARTICLE on lines by the elements that hold them. */
extern void news_mark_html_lines(NewsPage *page);

/* html_meta.c: what meta elements and JSON-LD say. */
extern void news_read_meta(NewsPage *page, NewsStr name, NewsStr content);
extern void news_read_json_ld(NewsPage *page, NewsStr json);
extern void news_search_scripts(NewsPage *page, NewsStr raw);

#endif							/* NEWS_ARTICLE_PAGE_H */
