/*
 * wrapped.c
 *	  Text whose paragraphs were broken into lines of some 70 characters.
 *
 * Such a line ends where the next word would not have fitted, and most of them
 * go on in lower case; a paragraph ends at a blank line, at an indented one or
 * with a line that had room left.
 */
#include "article/wrapped.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define SAMPLE			(256u << 10)
#define MIN_CHARS		30		/* a shorter line was not broken for want of room */
#define MAX_CHARS		110

/* A line goes on to the next when that one's first word would have come this close to the width. */
#define SLACK			10

typedef struct Line
{
	uint32_t	start;			/* first byte behind the indentation */
	uint32_t	end;			/* byte behind the last that is not blank; start for a blank line */
	uint32_t	next;			/* byte at which the next line begins */
	uint32_t	indent;			/* blanks in front */
	uint32_t	chars;			/* of indentation and text; MAX_CHARS + 1 for more */
} Line;

static Line
line_at(NewsStr raw, uint32_t pos)
{
	const char *newline = memchr(raw.s + pos, '\n', raw.len - pos);
	Line		line = {pos, newline ? (uint32_t) (newline - raw.s) : raw.len, 0, 0, 0};

	line.next = newline ? line.end + 1 : raw.len;
	while (line.end > pos && (unsigned char) raw.s[line.end - 1] <= ' ')
		line.end--;
	while (line.start < line.end && (unsigned char) raw.s[line.start] <= ' ')
		line.start++;
	line.indent = line.start - pos;
	for (uint32_t i = line.start; i < line.end && line.chars <= MAX_CHARS; i++)
		line.chars += ((unsigned char) raw.s[i] & 0xC0) != 0x80;
	line.chars += line.indent < MAX_CHARS ? line.indent : MAX_CHARS;
	return line;
}

static bool
begins_lower(NewsStr raw, const Line *line)
{
	int32_t		i = 0;
	UChar32		c;

	if (line->start == line->end)
		return false;
	U8_NEXT(raw.s + line->start, i, (int32_t) (line->end - line->start < 4 ? line->end - line->start : 4), c);
	return c > 0 && u_islower(c);
}

static uint32_t
first_word_chars(NewsStr raw, const Line *line)
{
	uint32_t	n = 0;

	for (uint32_t i = line->start; i < line->end && raw.s[i] != ' '; i++)
		n += ((unsigned char) raw.s[i] & 0xC0) != 0x80;
	return n;
}

/* Would the next line's first word not have fitted? */
static bool
is_full(NewsStr raw, const Line *line, const Line *next, uint32_t width)
{
	return line->chars + 1 + first_word_chars(raw, next) + SLACK > width;
}

typedef struct Counts
{
	uint32_t	lines;
	uint32_t	longer;			/* lines longer than wrapped ones are */
	uint32_t	width;			/* of the longest of the others */
	uint32_t	pairs;			/* lines with another right below */
	uint32_t	lower;			/* of these, those that go on in lower case */
	uint32_t	full;			/* those that had no room left; when the width is known */
} Counts;

static void
count_lines(NewsStr raw, Counts *counts)
{
	Line		last = {0};
	uint32_t	width = counts->width;

	memset(counts, 0, sizeof(*counts));
	for (uint32_t pos = 0; pos < raw.len;)
	{
		Line		line = line_at(raw, pos);

		pos = line.next;
		if (line.end > line.start)
		{
			counts->lines++;
			counts->longer += line.chars > MAX_CHARS;
			if (last.end > last.start && last.chars >= MIN_CHARS / 2 && last.chars <= MAX_CHARS && line.indent < 2)
			{
				counts->pairs++;
				counts->lower += begins_lower(raw, &line);
				counts->full += is_full(raw, &last, &line, width);
			}
			if (line.chars <= MAX_CHARS && line.chars > counts->width)
				counts->width = line.chars;
		}
		last = line;
	}
}

uint32_t
news_wrap_width(NewsStr raw)
{
	Counts		counts = {0};

	if (raw.len > SAMPLE)
		raw.len = SAMPLE;
	count_lines(raw, &counts);
	if (counts.lower == 0 || counts.longer * 20 > counts.lines)
		return 0;
	if (counts.lower * 3 >= counts.pairs)
		return counts.width;
	count_lines(raw, &counts);
	return counts.lower * 8 >= counts.pairs && counts.full * 10 >= counts.pairs * 7 ? counts.width : 0;
}

static bool
goes_on(NewsStr raw, const Line *line, const Line *next, uint32_t width, bool first)
{
	if (next->start == next->end || next->indent > (line->indent < 2 ? 1 : line->indent) ||
		raw.s[next->start] == '-' || raw.s[next->start] == '*')
		return false;
	/* Agencies cut the dateline off the first line, which is the shorter for it. */
	if (first)
		return next->chars > MIN_CHARS;
	return line->chars >= MIN_CHARS && (begins_lower(raw, next) || is_full(raw, line, next, width));
}

uint32_t
news_wrapped_paragraph(NewsStr raw, uint32_t pos, uint32_t width)
{
	Line		line = line_at(raw, pos);
	bool		first = pos == 0;

	while (line.next < raw.len)
	{
		Line		next = line_at(raw, line.next);

		if (line.start == line.end || !goes_on(raw, &line, &next, width, first))
			break;
		first = false;
		line = next;
	}
	return line.next - pos - (line.next > pos && raw.s[line.next - 1] == '\n');
}
