/*
 * head.c
 *	  The title of an article and who wrote it.
 */
#include "article/page.h"

/* Lines above the body in which the title is sought. */
#define TITLE_REACH		30

/* Words at the start of the body that a title shares with it, and slots for them. */
#define LEAD_WORDS		160
#define LEAD_SLOTS		512

/* ---- Title ---- */

/* The words of the body's first paragraphs, function words apart. */
typedef struct Lead
{
	uint32_t	slots[LEAD_SLOTS];	/* open addressing; 0 is empty */
} Lead;

static bool
lead_has(const Lead *lead, uint32_t hash)
{
	for (uint32_t i = hash & (LEAD_SLOTS - 1); lead->slots[i]; i = (i + 1) & (LEAD_SLOTS - 1))
		if (lead->slots[i] == (hash | 1))
			return true;
	return false;
}

static void
read_lead(const NewsPage *page, Lead *lead)
{
	uint32_t	n = 0;

	memset(lead, 0, sizeof(*lead));
	for (uint32_t i = page->body.first; i < page->body.end && n < LEAD_WORDS; i++)
	{
		NewsRawWord word;
		uint32_t	pos = 0;

		while (n < LEAD_WORDS && news_raw_word(page->lines.items[i].text, &pos, &word))
		{
			uint32_t	k = word.hash & (LEAD_SLOTS - 1);

			n++;
			if (news_hash_find(&news_article_function_words, word.hash) || lead_has(lead, word.hash))
				continue;
			while (lead->slots[k])
				k = (k + 1) & (LEAD_SLOTS - 1);
			lead->slots[k] = word.hash | 1;
		}
	}
}

/* The part of a line's content words that the lead has too. */
static float
lead_overlap(const Lead *lead, NewsStr text)
{
	NewsRawWord word;
	uint32_t	pos = 0;
	uint32_t	n = 0;
	uint32_t	shared = 0;

	while (news_raw_word(text, &pos, &word))
		if (!news_hash_find(&news_article_function_words, word.hash))
		{
			n++;
			shared += lead_has(lead, word.hash);
		}
	return n ? (float) shared / (float) n : 0;
}

/* Does a begin with b, or b with a, for the whole of the shorter? */
static bool
begins_alike(NewsStr a, NewsStr b)
{
	uint32_t	n = a.len < b.len ? a.len : b.len;

	return n > 8 && memcmp(a.s, b.s, n) == 0;
}

static float
title_score(const NewsPage *page, const Lead *lead, uint32_t i)
{
	const NewsLine *line = &page->lines.items[i];
	NewsStr		top = page->title.s ? page->title : page->lines.items[0].text;
	float		score;

	if (line->words < 3 || line->words > 35 || line->numbers * 2 > line->words || (line->flags & (NEWS_LINE_BULLET | NEWS_LINE_COLON | NEWS_LINE_ASIDE)) ||
		(line->class != NEWS_LINE_PLAIN && (line->flags & NEWS_LINE_WHOLE)) ||
		line->class == NEWS_LINE_CREDIT || line->class == NEWS_LINE_BYLINE || line->class == NEWS_LINE_PUBLISHED ||
		line->class == NEWS_LINE_UPDATED || line->class == NEWS_LINE_LEGAL || line->class == NEWS_LINE_MENU)
		return 0;
	score = 2.5f * lead_overlap(lead, line->text);
	if (line->words >= 5)
		score += 0.6f;
	if ((page->title.s || i > 0) && begins_alike(line->text, top))
		score += 2.0f;
	if (line->flags & NEWS_LINE_HEADING)
		score += 1.0f;
	if ((line->flags & NEWS_LINE_STOP) && !(line->flags & NEWS_LINE_HEADING))
		score -= 1.2f;
	if (line->flags & NEWS_LINE_REPEATED)
		score += 0.3f;
	return score - 0.06f * (float) (page->body.first - i);
}

/*
 * "Deal reached - The Paper" without the paper: the part in front of the last
 * separator, where that is the longer one.
 */
static NewsStr
without_site(NewsStr title)
{
	static const char *const separators[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xAB "};
	uint32_t	best = 0;

	for (size_t k = 0; k < sizeof(separators) / sizeof(separators[0]); k++)
	{
		uint32_t	n = (uint32_t) strlen(separators[k]);

		for (uint32_t i = title.len > 300 ? 0 : title.len; i-- > 0;)
			if (i + n <= title.len && memcmp(title.s + i, separators[k], n) == 0)
			{
				if (i > best && i * 2 > title.len)
					best = i;
				break;
			}
	}
	return best ? (NewsStr) {title.s, best} : title;
}

/* White space as one blank each, none around; s NULL where nothing else is there. */
static NewsStr
clean(NewsArena *arena, NewsStr s)
{
	char	   *text;
	uint32_t	n = 0;

	s = news_trim(s);
	if (s.len == 0)
		return NEWS_NO_STR;
	text = news_alloc(arena, s.len);
	for (uint32_t i = 0; i < s.len; i++)
	{
		bool		blank = (unsigned char) s.s[i] <= ' ';

		if (!blank || text[n - 1] != ' ')
			text[n++] = blank ? ' ' : s.s[i];
	}
	return (NewsStr) {text, n};
}

NewsStr
news_page_title(const NewsPage *page)
{
	Lead		lead;
	float		best = 1.2f;
	NewsStr		title = NEWS_NO_STR;
	uint32_t	first = page->body.first > TITLE_REACH ? page->body.first - TITLE_REACH : 0;

	read_lead(page, &lead);
	for (uint32_t i = page->html ? 0 : first; i < page->body.first; i++)
	{
		float		score = title_score(page, &lead, i);

		if (score > best)
		{
			best = score;
			title = page->lines.items[i].text;
		}
	}
	if (title.s)
		return title;
	title = clean(page->arena, page->headline);
	if (!title.s)
		title = clean(page->arena, without_site(news_trim(page->title)));
	if (title.s)
		return title;
	/* Page text often begins with the title element. */
	if (page->body.first > 0 && lead_overlap(&lead, page->lines.items[0].text) >= 0.5f && page->lines.items[0].words >= 4)
		return without_site(page->lines.items[0].text);
	return NEWS_NO_STR;
}

/* ---- Byline ---- */

/* The names at the start of a string: capitalised words, "and", commas, particles, up to a date or a mark. */
static NewsStr
names_at(NewsStr text)
{
	NewsRawWord word;
	uint32_t	pos = 0;
	uint32_t	end = 0;
	uint32_t	names = 0;
	uint32_t	words = 0;

	while (words < 16 && news_raw_word(text, &pos, &word))
	{
		bool		particle = !(word.flags & (NEWS_RAW_CAP | NEWS_RAW_NUMBER));

		for (uint32_t i = end; i < word.start; i++)
			if (strchr("|/(:;\t\n", text.s[i]) || (unsigned char) text.s[i] == 0xE2 || (names && text.s[i] == '-' && text.s[i + 1] == ' '))
				return (NewsStr) {text.s, end};
		if ((word.flags & NEWS_RAW_NUMBER) || (news_hash_find(&news_article_calendar, word.hash) && word.end - word.start > 2) ||
			(particle && (names == 0 || word.end - word.start > 3)))
			break;
		words++;
		if (!particle)
		{
			names++;
			end = word.end;
		}
	}
	return (NewsStr) {text.s, end};
}

/* The byte behind "By", "Written by:", "Von" at the start of a string; 0 where there is none. */
static uint32_t
byline_prefix(NewsStr text)
{
	NewsRawWord word;
	uint32_t	pos = 0;
	uint32_t	prefix = 0;
	uint32_t	end = 0;

	for (int k = 1; k <= 2 && news_raw_word(text, &pos, &word); k++)
	{
		uint32_t	value;

		prefix = news_phrase_prefix(prefix, word.hash);
		value = news_hash_find(&news_article_phrases, news_phrase_hash(0, prefix, k));
		if ((value & 15) == NEWS_LINE_BYLINE && (value / 16 & NEWS_PHRASE_START))
			end = word.end;
	}
	while (end && end < text.len && (text.s[end] == ' ' || text.s[end] == ':' || text.s[end] == '\t'))
		end++;
	return end;
}

/* The names in a line that begins with "By". */
static NewsStr
byline_of(NewsStr line)
{
	uint32_t	start = byline_prefix(line);
	NewsStr		names;

	if (start == 0)
		return NEWS_NO_STR;
	names = news_trim(names_at((NewsStr) {line.s + start, line.len - start}));
	return names.len > 3 ? names : NEWS_NO_STR;
}

NewsStr
news_page_byline(const NewsPage *page)
{
	uint32_t	first = page->body.first > 12 ? page->body.first - 12 : 0;
	uint32_t	end = page->body.first + 3 < page->lines.n ? page->body.first + 3 : page->lines.n;

	NewsStr		author = clean(page->arena, page->author);

	if (author.s)
	{
		uint32_t	start = byline_prefix(author);

		author = news_trim((NewsStr) {author.s + start, author.len - start});
		if (author.len > 0)
			return author;
	}
	for (uint32_t i = end; i-- > first;)
	{
		const NewsLine *line = &page->lines.items[i];

		if (line->class == NEWS_LINE_BYLINE && line->words <= 20)
		{
			NewsStr		byline = byline_of(line->text);

			if (byline.s)
				return byline;
		}
	}
	return NEWS_NO_STR;
}
