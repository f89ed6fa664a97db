/*
 * scan.h
 *	  Reading of the text forms of values: words, quoted strings, numbers, days.
 *
 * Functions that return bool return false at an error, which is then in the
 * scan; the position of the scan no longer counts then.
 */
#ifndef NEWS_SCAN_H
#define NEWS_SCAN_H

#include "base/error.h"
#include "base/host.h"
#include "base/span.h"

typedef struct NewsScan
{
	NewsArena  *arena;			/* of strings that are not in the text as they are */
	NewsStr		text;			/* UTF-8 */
	uint32_t	at;				/* byte offset of what comes next */
	NewsError	error;
} NewsScan;

extern NewsScan news_scan(NewsArena *arena, NewsStr text);

/* Records an error at a byte offset; always false. what and hint are static. */
extern bool news_scan_fail(NewsScan *scan, uint32_t at, const char *what, const char *hint);

/* Is the text valid UTF-8?  Fails where it is not. */
extern bool news_scan_valid(NewsScan *scan);

/* The next byte, '\0' at the end. */
static inline char
news_scan_peek(const NewsScan *scan)
{
	return scan->at < scan->text.len ? scan->text.s[scan->at] : '\0';
}

static inline bool
news_scan_done(const NewsScan *scan)
{
	return scan->at >= scan->text.len;
}

/* Passes ASCII white space. */
extern void news_scan_space(NewsScan *scan);

/* Passes c when it comes next. */
static inline bool
news_scan_take(NewsScan *scan, char c)
{
	if (news_scan_done(scan) || scan->text.s[scan->at] != c)
		return false;
	scan->at++;
	return true;
}

/* Passes c, or fails with what. */
extern bool news_scan_expect(NewsScan *scan, char c, const char *what);

/*
 * The longest run of letters, digits, "_", bytes above ASCII and the characters
 * in also; empty when there is none.
 */
extern NewsStr news_scan_word(NewsScan *scan, const char *also);

/*
 * A string in double quotes, in which a backslash stands before a quote or a
 * backslash that is meant; of max bytes at most, not empty.
 */
extern bool news_scan_quoted(NewsScan *scan, uint32_t max, NewsStr *out);

/* A decimal number of at most max. */
extern bool news_scan_number(NewsScan *scan, uint32_t max, uint32_t *out);

/* Exactly n digits; -1 when there are fewer, and then nothing is passed. */
extern int32_t news_scan_digits(NewsScan *scan, int n);

/* Is it a word of news_scan_word as a whole, so that it needs no quotes? */
extern bool news_str_is_word(NewsStr s, const char *also);

#endif							/* NEWS_SCAN_H */
