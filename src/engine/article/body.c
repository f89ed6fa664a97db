/*
 * body.c
 *	  Which lines of a page are its article.
 *
 * Every line is scored by itself: prose above zero, menus and boilerplate
 * below.  The body is the stretch of lines with the greatest sum (Kadane's
 * algorithm), for an article is where prose is dense, and a menu of thirty lines
 * outweighs the teaser behind it.  What stands inside the stretch and is not the
 * article (advertisements, credits, lists of links) is then taken out.
 */
#include "article/body.h"

/* A line's own score, in words of prose. */
#define MAX_LINE_SCORE		80.0f
#define BOILERPLATE_SCORE	-6.0f
#define COMMENTS_SCORE		-25.0f
#define RELATED_SCORE		-10.0f

/* Behind the head of the comments, or below the article, prose counts this much of itself. */
#define COMMENTS_FACTOR		0.1f
#define RELATED_FACTOR		0.3f

/* Prose that the page has twice, or that stands alone between headlines (a teaser). */
#define REPEATED_FACTOR		0.25f
#define ALONE_FACTOR		0.4f

/* Words of prose that must stand above a head of comments for it to be one. */
#define ENOUGH_PROSE		60.0f

/* A text without boilerplate is an article from this many words on. */
#define MIN_PLAIN_WORDS	12

/* A list of results or dates below the body has at least and at most so many lines. */
#define MIN_RECORDS		4
#define MAX_RECORDS		500

static bool
is_boilerplate(const NewsLine *line)
{
	return line->class != NEWS_LINE_PLAIN;
}

/* Most of it is links; a paragraph of the article may be nearly all of it one. */
static bool
is_link_line(const NewsLine *line)
{
	bool		paragraph = (line->flags & NEWS_LINE_ARTICLE) && (line->flags & NEWS_LINE_PARAGRAPH);

	return paragraph ? line->links * 8 > line->words * 7 : line->links * 2 > line->words;
}

/* The score of a line that is neither boilerplate nor links. */
static float plain_score(const NewsLine *line);

static float
line_score(const NewsLine *line)
{
	if (line->words == 0)
		return -1.0f;
	if (line->flags & (NEWS_LINE_ASIDE | NEWS_LINE_CAPTION))
		return -0.5f;
	switch ((NewsLineClass) line->class)
	{
		case NEWS_LINE_PLAIN:
			break;
		case NEWS_LINE_COMMENTS:
			return line->words <= 40 ? COMMENTS_SCORE : 0;
		case NEWS_LINE_RELATED:
		case NEWS_LINE_AUTHOR:
			return line->flags & NEWS_LINE_WHOLE ? RELATED_SCORE : BOILERPLATE_SCORE;
		case NEWS_LINE_AD:
		case NEWS_LINE_CREDIT:
			return -1.0f;
		default:
			return BOILERPLATE_SCORE;
	}
	if (is_link_line(line))
		return line->flags & NEWS_LINE_ARTICLE ? -1.0f : line->words < 12 ? -1.0f - (float) line->words / 3 : -5.0f;
	return plain_score(line);
}

static float
plain_score(const NewsLine *line)
{
	float		words = (float) line->words;
	float		function = (float) line->function_words / words;

	if (line->flags & NEWS_LINE_STOP)
	{
		if (line->words >= 10 && function >= 0.12f)
			return words < MAX_LINE_SCORE ? words : MAX_LINE_SCORE;
		if (function > 0 || line->stops > 1)
			return words * 0.6f;
		return 0.5f;
	}
	if (line->words >= 20 && function >= 0.2f)
		return (words < MAX_LINE_SCORE ? words : MAX_LINE_SCORE) * 0.6f;
	if (line->words >= 20)
		return -words / 3 < -20 ? -20 : -words / 3;
	if (line->flags & NEWS_LINE_COLON)
		return 0;
	if (line->flags & NEWS_LINE_ARTICLE)
		return -0.5f;
	if (line->flags & (NEWS_LINE_HEADING | NEWS_LINE_PARAGRAPH))
		return -1.5f;
	if (line->flags & NEWS_LINE_BULLET)
		return -2.0f;
	return line->words > 4 && function > 0 ? -2.0f : -3.5f;
}

/* The zone a line opens below the article: what prose counts there. */
static float
zone_factor(const NewsLine *line)
{
	bool		whole = (line->flags & NEWS_LINE_WHOLE) || (line->words <= 5 && !(line->flags & NEWS_LINE_STOP));

	switch ((NewsLineClass) line->class)
	{
		case NEWS_LINE_COMMENTS:
			return COMMENTS_FACTOR;
		case NEWS_LINE_RELATED:
		case NEWS_LINE_AUTHOR:
			return whole ? RELATED_FACTOR : 1.0f;
		default:
			return 1.0f;
	}
}

/* A paragraph among paragraphs is the article's; one alone between headlines announces another. */
static float
neighbour_factor(const NewsLines *lines, uint32_t i)
{
	const NewsLine *line = &lines->items[i];
	float		factor = line->flags & NEWS_LINE_REPEATED ? REPEATED_FACTOR : 1.0f;
	bool		above = i > 0 && lines->items[i - 1].score > 0;
	bool		below = i + 1 < lines->n && lines->items[i + 1].score > 0;

	if (!above && !below && line->stops < 3)
		factor *= ALONE_FACTOR;
	return factor;
}

/* Kadane's algorithm, with the zones below an article discounted. */
static void
best_stretch(const NewsLines *lines, NewsBody *body)
{
	float		sum = 0;
	float		best = 0;
	float		factor = 1;
	uint32_t	first = 0;

	body->first = body->end = 0;
	for (uint32_t i = 0; i < lines->n; i++)
	{
		const NewsLine *line = &lines->items[i];
		float		score = line->score;

		news_poll_lines(lines, i);
		if (best >= ENOUGH_PROSE && zone_factor(line) < factor)
			factor = zone_factor(line);
		if (sum <= 0)
		{
			sum = 0;
			first = i;
		}
		sum += score > 0 ? score * factor * neighbour_factor(lines, i) : score;
		if (sum > best)
		{
			best = sum;
			body->first = first;
			body->end = i + 1;
		}
	}
}

/* Is it prose that closes a run of links or captions? */
static bool
is_prose(const NewsLine *line)
{
	return line->class == NEWS_LINE_PLAIN && line->score >= 8.0f;
}

/* A sentence right above the name of the photographer. */
static bool
is_caption(const NewsLines *lines, uint32_t i)
{
	const NewsLine *line = &lines->items[i];

	return i + 1 < lines->n && line->words <= 40 && line->stops <= 1 &&
		line[1].class == NEWS_LINE_CREDIT && !(line[1].flags & NEWS_LINE_GAP);
}

/*
 * Takes lines out of the stretch: boilerplate; what follows a head of related
 * links up to the next prose; short lines that the page has elsewhere too.
 */
static void
mark_body(NewsLines *lines, const NewsBody *body)
{
	bool		links = false;

	for (uint32_t i = body->first; i < body->end; i++)
	{
		NewsLine   *line = &lines->items[i];

		news_poll_lines(lines, i);
		if (is_prose(line))
			links = false;
		if (line->class == NEWS_LINE_RELATED)
			links = true;
		if (is_boilerplate(line) || links || (line->flags & (NEWS_LINE_ASIDE | NEWS_LINE_CAPTION)))
			continue;
		if (is_link_line(line))
			continue;
		if (is_caption(lines, i))
			continue;
		if ((line->flags & NEWS_LINE_REPEATED) && !is_prose(line) && !(line->flags & NEWS_LINE_STOP))
			continue;
		line->flags |= NEWS_LINE_BODY;
	}
}

/* A dash behind blanks: at least any one with an agency in front, not a hyphen otherwise. */
static bool
dash_follows(NewsStr rest, bool agency)
{
	uint32_t	i = agency ? 1 : 0;

	while (i < rest.len && rest.s[i] == ' ')
		i++;
	if (i == 0 || i + 3 >= rest.len)
		return false;
	if (rest.s[i] == '-')
		return rest.s[i + 1] == '-' || (agency && rest.s[i + 1] == ' ');
	return memcmp(rest.s + i, "\xE2\x80\x93", 3) == 0 || memcmp(rest.s + i, "\xE2\x80\x94", 3) == 0;
}

/* "GENEVA, Switzerland (AP) - ": a place in capitals or an agency in brackets, and a dash. */
static bool
has_dateline(const NewsLine *line)
{
	NewsRawWord word;
	uint32_t	pos = 0;
	bool		capitals = true;

	for (int k = 0; k < 8 && line->words >= 12 && news_raw_word(line->text, &pos, &word); k++)
	{
		NewsStr		rest = {line->text.s + word.end, line->text.len - word.end};
		bool		agency = k < 6 && rest.len > 0 && rest.s[0] == ')';

		capitals &= k == 0 ? (word.flags & NEWS_RAW_UPPER) && word.end - word.start >= 4 : (word.flags & NEWS_RAW_CAP) != 0;
		if ((agency || capitals) && dash_follows(rest, agency))
			return true;
	}
	return false;
}

/*
 * Moves the start behind a standfirst, a caption or a summary: to the line with
 * the dateline, or behind the author's or the date's line.
 */
static void
trim_start(const NewsLines *lines, NewsBody *body)
{
	uint32_t	total = 0;
	uint32_t	above = 0;
	uint32_t	first = body->first;

	for (uint32_t i = body->first; i < body->end; i++)
		if (lines->items[i].flags & NEWS_LINE_BODY)
			total += lines->items[i].words;
	for (uint32_t i = body->first; i < body->end && i < body->first + 30; i++)
	{
		const NewsLine *line = &lines->items[i];

		/* The first one: a second begins another item of a round-up. */
		if (has_dateline(line))
		{
			if (above * 2 < total)
				first = i;
			break;
		}
		if (line->flags & NEWS_LINE_BODY)
			above += line->words;
		else if ((line->class == NEWS_LINE_BYLINE || line->class == NEWS_LINE_PUBLISHED || line->class == NEWS_LINE_UPDATED) &&
				 above <= 60 && above * 4 < total)
			first = i + 1;
	}
	for (uint32_t i = body->first; i < first; i++)
		lines->items[i].flags &= (uint16_t) ~NEWS_LINE_BODY;
}

/* Is it of the article's own element, and nothing else by itself? */
static bool
belongs(const NewsLine *line)
{
	return (line->flags & NEWS_LINE_ARTICLE) && line->class == NEWS_LINE_PLAIN &&
		!(line->flags & (NEWS_LINE_ASIDE | NEWS_LINE_CAPTION));
}

/*
 * The element that a page calls its article holds lists and tables too, which
 * score like menus: takes them in up to its end, or to the first line that
 * begins something else.
 */
static void
extend_end(NewsLines *lines, NewsBody *body)
{
	for (uint32_t i = body->end; i < lines->n; i++)
	{
		NewsLine   *line = &lines->items[i];

		if (!(line->flags & NEWS_LINE_ARTICLE) ||
			(line->class != NEWS_LINE_PLAIN && line->class != NEWS_LINE_AD && line->class != NEWS_LINE_CREDIT &&
			 !(line->flags & NEWS_LINE_ASIDE)))
			break;
		if (!belongs(line) || is_link_line(line))
			continue;
		line->flags |= NEWS_LINE_BODY;
		body->end = i + 1;
	}
}

static bool
starts_with_month(const NewsLine *line)
{
	NewsRawWord word;
	uint32_t	pos = 0;

	return news_raw_word(line->text, &pos, &word) && (news_hash_find(&news_article_calendar, word.hash) & 15);
}

/* A row of a table or a list of dates: numbers, and no sentence. */
static bool
is_record(const NewsLine *line)
{
	return line->class == NEWS_LINE_PLAIN && line->numbers > 0 && line->words >= 3 && line->words <= 30 &&
		(line->numbers >= 2 || line->flags & NEWS_LINE_BULLET || (line->text.s[0] >= '0' && line->text.s[0] <= '9') ||
		 starts_with_month(line));
}

/* Takes in a list of results or dates right below the body, with its heading. */
static void
extend_records(NewsLines *lines, NewsBody *body)
{
	uint32_t	i = body->end;
	uint32_t	records = 0;
	uint32_t	end;

	while (i < lines->n && i < body->end + 2 && lines->items[i].class == NEWS_LINE_PLAIN && !is_record(&lines->items[i]))
		i++;
	for (end = i; end < lines->n && is_record(&lines->items[end]) && end < i + MAX_RECORDS; end++)
		records++;
	if (records < MIN_RECORDS)
		return;
	for (i = body->end; i < end; i++)
		lines->items[i].flags |= NEWS_LINE_BODY;
	body->end = end;
}

/*
 * A text that is nothing but an article (an agency's wire, a table of results):
 * without a line of boilerplate, and with more on a line than a menu has.  All
 * of it is the body where nothing was chosen, and its end where most was.
 */
static void
keep_plain_text(NewsLines *lines, NewsBody *body)
{
	uint32_t	chosen = 0;
	uint32_t	telling = 0;
	uint32_t	end = lines->n;

	for (uint32_t i = 0; i < lines->n; i++)
	{
		const NewsLine *line = &lines->items[i];

		if (is_boilerplate(line) || line->block || (line->flags & (NEWS_LINE_ASIDE | NEWS_LINE_HEADING)))
			return;
		if (line->flags & NEWS_LINE_BODY)
			chosen += line->words;
		telling += line->function_words + line->numbers;
	}
	/* Neither function words nor numbers: noise. */
	if (lines->words < MIN_PLAIN_WORDS || lines->words < lines->n * 3 || telling * 10 < lines->words)
		return;
	if (chosen == 0)
		body->first = body->end = 0;
	else if (chosen * 2 < lines->words)
		return;
	for (uint32_t i = body->end; i < end; i++)
		lines->items[i].flags |= NEWS_LINE_BODY;
	body->end = end;
	/* Results stand above the sentences about them, too. */
	while (body->first > 0 && !(lines->items[body->first].flags & NEWS_LINE_GAP) && is_record(&lines->items[body->first - 1]))
		lines->items[--body->first].flags |= NEWS_LINE_BODY;
}

void
news_choose_body(NewsLines *lines, NewsBody *body)
{
	for (uint32_t i = 0; i < lines->n; i++)
	{
		news_poll_lines(lines, i);
		lines->items[i].score = line_score(&lines->items[i]);
	}
	best_stretch(lines, body);
	mark_body(lines, body);
	trim_start(lines, body);
	if (body->first < body->end)
	{
		extend_end(lines, body);
		extend_records(lines, body);
	}
	keep_plain_text(lines, body);
	while (body->first < body->end && !(lines->items[body->first].flags & NEWS_LINE_BODY))
		body->first++;
	while (body->end > body->first && !(lines->items[body->end - 1].flags & NEWS_LINE_BODY))
		body->end--;
}

/* Copies a line; the line breaks inside a wrapped paragraph become blanks. */
static char *
put_unwrapped(char *p, NewsStr text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		const char *newline = memchr(text.s + i, '\n', text.len - i);
		uint32_t	n = newline ? (uint32_t) (newline - text.s) - i : text.len - i;

		memcpy(p, text.s + i, n);
		p += n;
		i += n;
		if (!newline)
			break;
		while (i < text.len && (unsigned char) text.s[i] <= ' ')
			i++;
		while ((unsigned char) p[-1] <= ' ')
			p--;
		*p++ = ' ';
	}
	return p;
}

NewsStr
news_body_text(const NewsLines *lines, const NewsBody *body)
{
	size_t		size = 1;
	char	   *text;
	char	   *p;
	bool		gap = false;

	for (uint32_t i = body->first; i < body->end; i++)
		if (lines->items[i].flags & NEWS_LINE_BODY)
			size += lines->items[i].text.len + 2;
	text = p = news_alloc(lines->arena, size);
	for (uint32_t i = body->first; i < body->end; i++)
	{
		const NewsLine *line = &lines->items[i];

		news_poll_lines(lines, i);
		gap |= (line->flags & NEWS_LINE_GAP) != 0;
		if (!(line->flags & NEWS_LINE_BODY))
			continue;
		if (p > text)
		{
			*p++ = '\n';
			if (gap)
				*p++ = '\n';
		}
		p = put_unwrapped(p, line->text);
		gap = false;
	}
	*p = '\0';
	return (NewsStr) {text, (uint32_t) (p - text)};
}
