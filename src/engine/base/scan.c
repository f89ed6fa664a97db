/*
 * scan.c
 *	  Reading of the text forms of values.
 */
#include "base/scan.h"

#include <unicode/utf8.h>

NewsScan
news_scan(NewsArena *arena, NewsStr text)
{
	return (NewsScan) {.arena = arena, .text = text};
}

bool
news_scan_fail(NewsScan *scan, uint32_t at, const char *what, const char *hint)
{
	scan->error = (NewsError) {what, hint, at};
	return false;
}

bool
news_scan_valid(NewsScan *scan)
{
	uint32_t	i = 0;

	while (i < scan->text.len)
	{
		uint32_t	start = i;
		UChar32		c;

		U8_NEXT(scan->text.s, i, scan->text.len, c);
		if (c < 0)
			return news_scan_fail(scan, start, "the text is not valid UTF-8", NULL);
	}
	return true;
}

void
news_scan_space(NewsScan *scan)
{
	while (!news_scan_done(scan) && strchr(" \t\n\r\f\v", scan->text.s[scan->at]) && scan->text.s[scan->at])
		scan->at++;
}

bool
news_scan_expect(NewsScan *scan, char c, const char *what)
{
	return news_scan_take(scan, c) || news_scan_fail(scan, scan->at, what, NULL);
}

static bool
is_word_byte(char c, const char *also)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
		(unsigned char) c >= 0x80 || (c != '\0' && strchr(also, c));
}

NewsStr
news_scan_word(NewsScan *scan, const char *also)
{
	uint32_t	start = scan->at;

	while (!news_scan_done(scan) && is_word_byte(scan->text.s[scan->at], also))
		scan->at++;
	return (NewsStr) {scan->text.s + start, scan->at - start};
}

bool
news_str_is_word(NewsStr s, const char *also)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (!is_word_byte(s.s[i], also))
			return false;
	return s.len > 0;
}

bool
news_scan_quoted(NewsScan *scan, uint32_t max, NewsStr *out)
{
	uint32_t	start = scan->at;
	uint32_t	n = 0;
	char	   *copy;

	if (!news_scan_expect(scan, '"', "a quoted string is expected"))
		return false;
	for (uint32_t i = scan->at; i < scan->text.len && scan->text.s[i] != '"'; i++, n++)
		if (scan->text.s[i] == '\\')
			i++;
	if (n == 0 || n > max)
		return news_scan_fail(scan, start, n ? "the quoted string is too long" : "the quoted string is empty", NULL);
	copy = news_alloc(scan->arena, n);
	n = 0;
	for (; !news_scan_done(scan); scan->at++)
	{
		char		c = scan->text.s[scan->at];

		if (c == '"')
		{
			scan->at++;
			*out = (NewsStr) {copy, n};
			return true;
		}
		if (c == '\\')
		{
			if (++scan->at >= scan->text.len)
				break;
			c = scan->text.s[scan->at];
		}
		if (c == '\0')
			return news_scan_fail(scan, scan->at, "a zero byte is not allowed", NULL);
		copy[n++] = c;
	}
	return news_scan_fail(scan, start, "the quoted string has no end", "Add a closing double quote.");
}

bool
news_scan_number(NewsScan *scan, uint32_t max, uint32_t *out)
{
	uint32_t	start = scan->at;
	uint64_t	value = 0;

	while (!news_scan_done(scan) && scan->text.s[scan->at] >= '0' && scan->text.s[scan->at] <= '9')
	{
		value = value * 10 + (uint64_t) (scan->text.s[scan->at++] - '0');
		if (value > max)
			return news_scan_fail(scan, start, "the number is too large", NULL);
	}
	*out = (uint32_t) value;
	return scan->at > start || news_scan_fail(scan, start, "a number is expected", NULL);
}

int32_t
news_scan_digits(NewsScan *scan, int n)
{
	int32_t		value = 0;

	for (int i = 0; i < n; i++)
	{
		char		c = scan->at + (uint32_t) i < scan->text.len ? scan->text.s[scan->at + (uint32_t) i] : '\0';

		if (c < '0' || c > '9')
			return -1;
		value = value * 10 + (c - '0');
	}
	scan->at += (uint32_t) n;
	return value;
}
