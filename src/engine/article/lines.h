/*
 * lines.h
 *	  The lines of a page and what can be told of each by itself.
 */
#ifndef NEWS_ARTICLE_LINES_H
#define NEWS_ARTICLE_LINES_H

#include "article/tables.h"
#include "base/host.h"

/* How a line stands and ends. */
#define NEWS_LINE_GAP		0x0001	/* a blank line before it */
#define NEWS_LINE_BULLET	0x0002	/* an item of a list */
#define NEWS_LINE_STOP		0x0004	/* ends as a sentence does */
#define NEWS_LINE_COLON		0x0008	/* ends with a colon */
#define NEWS_LINE_CUT		0x0010	/* ends with an ellipsis */
#define NEWS_LINE_UPPER		0x0020	/* all words in capitals */
#define NEWS_LINE_WHOLE		0x0040	/* its class is that of the whole line, not of a part */
#define NEWS_LINE_REPEATED	0x0080	/* the page has it more than once */
/* Known from HTML alone. */
#define NEWS_LINE_HEADING	0x0100	/* h1 .. h6 */
#define NEWS_LINE_PARAGRAPH 0x0200	/* p, blockquote */
#define NEWS_LINE_ITEM		0x0400	/* li, dd, td */
#define NEWS_LINE_ARTICLE	0x0800	/* in what the page calls its article */
#define NEWS_LINE_ASIDE		0x1000	/* in what the page calls a menu, a footer, comments, ... */
#define NEWS_LINE_CAPTION	0x2000	/* figcaption and kin */
/* Decided by the choice of the body. */
#define NEWS_LINE_BODY		0x8000

typedef struct NewsLine
{
	NewsStr		text;			/* without white space around; never empty */
	uint32_t	hash;			/* of the words */
	uint32_t	words;
	uint32_t	function_words; /* of any language */
	uint32_t	links;			/* words inside links; HTML alone */
	uint32_t	block;			/* number of the HTML element that holds it, 0 in text */
	uint16_t	caps;			/* words with a capital, at most 65535 */
	uint16_t	stops;			/* sentence ends, at most 65535 */
	uint16_t	numbers;		/* words of digits, at most 65535 */
	uint16_t	flags;			/* NEWS_LINE_* */
	uint8_t		class;			/* NewsLineClass */
	float		score;
} NewsLine;

typedef struct NewsLines
{
	NewsArena  *arena;
	NewsLine   *items;
	uint32_t	n;
	uint32_t	room;
	uint32_t	words;			/* of all lines */
} NewsLines;

/* Appends a line and measures it; text of white space alone is passed over. Returns the line or NULL. */
extern NewsLine *news_add_line(NewsLines *lines, NewsStr text, uint32_t flags);

/* Divides plain text into lines. */
extern void news_text_lines(NewsLines *lines, NewsStr raw);

/* Sets NEWS_LINE_REPEATED. */
extern void news_mark_repeated_lines(NewsLines *lines);

/* Polls now and then in a loop over lines. */
static inline void
news_poll_lines(const NewsLines *lines, uint32_t i)
{
	if (i % 4096 == 0)
		news_poll(lines->arena);
}

/* Text without the white space (ASCII, no-break and zero-width) around it. */
extern NewsStr news_trim(NewsStr text);

#endif							/* NEWS_ARTICLE_LINES_H */
