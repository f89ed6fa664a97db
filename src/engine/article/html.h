/*
 * html.h
 *	  HTML as a flat list of events, read by libxml2's HTML parser.
 */
#ifndef NEWS_ARTICLE_HTML_H
#define NEWS_ARTICLE_HTML_H

#include "base/host.h"
#include "base/span.h"

/* Tags that mean something here; all others are NEWS_TAG_OTHER. */
typedef enum NewsTag
{
	NEWS_TAG_OTHER,
#define NEWS_TAG(id, name, kind) NEWS_TAG_##id,
#include "article/tags.h"
#undef NEWS_TAG
	NEWS_TAGS
} NewsTag;

/* What a tag does to the text around it. */
typedef enum NewsTagKind
{
	NEWS_TAG_INLINE,
	NEWS_TAG_BLOCK,				/* begins and ends a line */
	NEWS_TAG_ROW,				/* the same, without a blank line: li, tr, dt */
	NEWS_TAG_BREAK,				/* br: ends a line */
	NEWS_TAG_CELL,				/* td: divides words */
	NEWS_TAG_SKIP				/* its text is none of the page's: script, style, select */
} NewsTagKind;

extern NewsTagKind news_tag_kind(NewsTag tag);

typedef enum NewsHtmlKind
{
	NEWS_HTML_OPEN,				/* bytes: attributes, each "name\0value\0" */
	NEWS_HTML_CLOSE,
	NEWS_HTML_TEXT				/* bytes: the text, entities resolved */
} NewsHtmlKind;

typedef struct NewsHtmlEvent
{
	uint8_t		kind;			/* NewsHtmlKind */
	uint8_t		tag;			/* NewsTag */
	uint32_t	start;			/* byte offset in NewsHtml.pool */
	uint32_t	len;			/* bytes */
} NewsHtmlEvent;

typedef struct NewsHtml
{
	char	   *pool;
	NewsHtmlEvent *events;		/* every OPEN has its CLOSE, but at the end of a page cut short */
	uint32_t	n;
} NewsHtml;

/* More of a page than this is not read: the parser cannot be interrupted. */
#define NEWS_HTML_MAX (4u << 20)

/* Does the text look like HTML? */
extern bool news_is_html(NewsStr raw);

/*
 * Parses raw (UTF-8; invalid bytes are taken for windows-1252 by the parser).
 * No memory of libxml2 is left when it returns, and none is held while the
 * arena is asked for memory, which may leave by longjmp.
 */
extern void news_parse_html(NewsArena *arena, NewsStr raw, NewsHtml *out);

/* Value of an attribute of an OPEN event; s NULL when it is absent. */
extern NewsStr news_html_attribute(const NewsHtml *html, const NewsHtmlEvent *event, const char *name);

#endif							/* NEWS_ARTICLE_HTML_H */
