/*
 * lines.c
 *	  The lines of a page and what can be told of each by itself.
 */
#include "article/lines.h"

#include <unicode/utf8.h>

#include "article/wrapped.h"

/* A page of more lines than this is noise: its rest is one last line. */
#define MAX_LINES (1u << 20)

/* A line is measured by this much of its start, in bytes: no paragraph is longer. */
#define MAX_MEASURED (1u << 18)

/* ---- White space ---- */

/* Bytes of the white space at the start of s; 0 when there is none. */
static uint32_t
space_at(const char *s, uint32_t len)
{
	unsigned char c = (unsigned char) s[0];

	if (c <= ' ')
		return 1;
	if (c == 0xC2 && len > 1 && (unsigned char) s[1] == 0xA0)
		return 2;				/* no-break space */
	if (c == 0xE2 && len > 2 && (unsigned char) s[1] == 0x80 &&
		((unsigned char) s[2] <= 0x8B || (unsigned char) s[2] == 0xA8 || (unsigned char) s[2] == 0xA9))
		return 3;				/* U+2000 .. U+200B, line and paragraph separators */
	if ((c == 0xEF && len > 2 && (unsigned char) s[1] == 0xBB && (unsigned char) s[2] == 0xBF) ||
		(c == 0xE3 && len > 2 && (unsigned char) s[1] == 0x80 && (unsigned char) s[2] == 0x80))
		return 3;				/* byte order mark, ideographic space */
	return 0;
}

NewsStr
news_trim(NewsStr text)
{
	uint32_t	n;

	/* Megabytes of blanks go fast. */
	while (text.len && (unsigned char) text.s[0] <= ' ')
	{
		text.s++;
		text.len--;
	}
	while (text.len && (unsigned char) text.s[text.len - 1] <= ' ')
		text.len--;
	while (text.len && (n = space_at(text.s, text.len)) != 0)
	{
		text.s += n;
		text.len -= n;
	}
	for (;;)
	{
		uint32_t	back = 0;

		for (uint32_t k = 1; k <= 3 && k <= text.len && !back; k++)
			if (space_at(text.s + text.len - k, k) == k)
				back = k;
		if (!back)
			return text;
		text.len -= back;
	}
}

/* ---- Ends of sentences ---- */

static inline bool
is_stop(UChar32 c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
		c == 0x06D4 || c == 0x061F || c == 0x0964;
}

/* Quotation marks and brackets that may follow a period. */
static inline bool
is_closing(UChar32 c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0xAB ||
		c == 0x2019 || c == 0x201D || c == 0x201C || c == 0x203A || c == 0x300D || c == 0x300F || c == ' ' || c == 0xA0;
}

static uint32_t
end_flags(NewsStr text)
{
	UChar32		c = 0;
	uint32_t	flags = 0;
	int32_t		i;

	/* The last bytes are enough, and ICU counts in 32 bits. */
	if (text.len > 64)
		text = (NewsStr) {text.s + text.len - 64, 64};
	i = (int32_t) text.len;
	for (int k = 0; k < 6 && i > 0; k++)
	{
		U8_PREV(text.s, 0, i, c);
		if (!is_closing(c))
			break;
	}
	if (c == ':')
		return NEWS_LINE_COLON;
	if (is_stop(c))
		flags |= NEWS_LINE_STOP;
	if (c == 0x2026 || (c == '.' && i >= 2 && text.s[i - 1] == '.' && text.s[i - 2] == '.'))
		flags |= NEWS_LINE_CUT;
	return flags;
}

/* Sentence ends: a stop behind a word and before white space or the end. */
static uint32_t
count_stops(NewsStr text)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		unsigned char c = (unsigned char) text.s[i];

		if (c == '.' || c == '!' || c == '?')
			n += i + 1 == text.len || (unsigned char) text.s[i + 1] <= ' ' || text.s[i + 1] == '"' ||
				(unsigned char) text.s[i + 1] >= 0x80;
		else if (c == 0xE3 && i + 2 < text.len && (unsigned char) text.s[i + 1] == 0x80 && (unsigned char) text.s[i + 2] == 0x82)
			n++;				/* ideographic full stop */
	}
	return n;
}

static uint32_t
bullet_bytes(NewsStr text)
{
	static const char *const bullets[] = {"\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xE2\x96\xBA", "* ", "- "};

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
	{
		uint32_t	n = (uint32_t) strlen(bullets[i]);

		if (text.len > n && memcmp(text.s, bullets[i], n) == 0)
			return n;
	}
	return 0;
}

/* ---- Phrases ---- */

/* The phrase that tells most of a line. */
typedef struct Found
{
	uint32_t	class;
	uint32_t	where;			/* NEWS_PHRASE_* */
	uint32_t	words;
	uint32_t	end;			/* byte behind it */
} Found;

/* A whole line tells more than its start, that more than a part. */
static void
keep_phrase(Found *best, uint32_t value, uint32_t where, uint32_t words, uint32_t end)
{
	static const uint8_t rank[9] = {0, 4, 3, 0, 1, 0, 0, 0, 2};

	if (rank[where] > rank[best->where] || (where == best->where && words > best->words))
		*best = (Found) {value & 15, where, words, end};
}

typedef struct Walk
{
	uint32_t	prefixes[NEWS_PHRASE_MAX + 1];	/* ring, by word number */
	uint32_t	n;				/* words so far */
	Found		best;
} Walk;

/*
 * Looks for phrases that end in word number walk->n; last: the line ends there;
 * colon: one follows, so that "Photo" is a label.
 */
static void
match_phrases(Walk *walk, const NewsRawWord *word, bool last, bool colon)
{
	uint32_t	n = walk->n;
	uint32_t	behind = news_phrase_prefix(walk->prefixes[n % (NEWS_PHRASE_MAX + 1)], word->hash);
	uint32_t	lengths = news_article_phrase_ends[word->hash & (NEWS_PHRASE_FILTER - 1)];

	n = ++walk->n;
	walk->prefixes[n % (NEWS_PHRASE_MAX + 1)] = behind;
	for (uint32_t k = 1; lengths && k <= NEWS_PHRASE_MAX && k <= n; k++)
	{
		uint32_t	value;
		uint32_t	wheres;

		if (!(lengths & (1u << (k - 1))))
			continue;
		value = news_hash_find(&news_article_phrases,
							   news_phrase_hash(walk->prefixes[(n - k) % (NEWS_PHRASE_MAX + 1)], behind, (int) k));
		wheres = value / 16;
		if (last && k == n && (wheres & NEWS_PHRASE_LINE))
			keep_phrase(&walk->best, value, NEWS_PHRASE_LINE, k, word->end);
		else if (k == n && (wheres & NEWS_PHRASE_START))
			keep_phrase(&walk->best, value, NEWS_PHRASE_START, k, word->end);
		else if ((wheres & NEWS_PHRASE_ANY) || (k == 1 && (value & 15) == NEWS_LINE_CREDIT && colon))
			keep_phrase(&walk->best, value, NEWS_PHRASE_ANY, k, word->end);
		else if (last && (wheres & NEWS_PHRASE_END))
			keep_phrase(&walk->best, value, NEWS_PHRASE_END, k, word->end);
	}
}

/* Does a phrase speak for the line, or is it a few words of a sentence? */
static bool
phrase_decides(const NewsLine *line, const Found *found)
{
	uint32_t	words = line->words;
	bool		sentence = (line->flags & NEWS_LINE_STOP) != 0;

	switch (found->where)
	{
		case NEWS_PHRASE_LINE:
			return true;
		case NEWS_PHRASE_START:
			if (found->words == 1)
			{
				const char *s = line->text.s + found->end;
				const char *end = line->text.s + line->text.len;

				while (s < end && *s == ' ')
					s++;
				if (s < end && (*s == ':' || *s == '|' || *s == '/'))
					return words <= 30;
				return !sentence && words <= (found->class >= NEWS_LINE_PUBLISHED ? 20 : found->class == NEWS_LINE_BYLINE ? 14 : 3);
			}
			if (found->class == NEWS_LINE_LEGAL || found->class == NEWS_LINE_COMMENTS || found->class == NEWS_LINE_NEWSLETTER)
				return words <= 60;
			return words <= (sentence ? 15 : 30) || (found->class == NEWS_LINE_AD && words <= 40);
		case NEWS_PHRASE_END:
			return words <= 40 && !sentence;
		default:
			if (found->class == NEWS_LINE_LEGAL || found->class == NEWS_LINE_NEWSLETTER)
				return words <= 60;
			if (found->class == NEWS_LINE_PUBLISHED)
				return words <= 30;
			return words <= (sentence ? 15 : 40);
	}
}

/* "... in Geneva on Friday. (Jane Doe/AP)": brackets at the end with a slash and no sentence. */
static bool
ends_in_credit(const NewsLine *line)
{
	const char *s = line->text.s;
	uint32_t	i = line->text.len;
	bool		slash = false;

	if (line->words > 80 || i < 8 || (s[i - 1] != ')' && s[i - 1] != ']'))
		return false;
	for (uint32_t k = 0; k < 60 && i-- > 1;)
	{
		k++;
		if (s[i - 1] == '/')
			slash = true;
		if (s[i - 1] == '(' || s[i - 1] == '[')
			return slash && k > 6;
	}
	return false;
}

/* The rest of a tag that a scraper cut badly: '">', '/>', '</'. */
static bool
has_debris(NewsStr text)
{
	for (uint32_t i = 0; i + 1 < text.len && i < 1000; i++)
		if ((text.s[i + 1] == '>' && (text.s[i] == '"' || text.s[i] == '/')) || (text.s[i] == '<' && text.s[i + 1] == '/'))
			return true;
	return false;
}

/* ---- One line ---- */

/* Counts of the first part of a line, for all of it. */
static uint32_t
scale(uint32_t n, uint32_t part, uint32_t whole)
{
	return part == whole ? n : (uint32_t) ((uint64_t) n * whole / part);
}

static void
measure(NewsLines *lines, NewsLine *line)
{
	NewsStr		text = {line->text.s, line->text.len < MAX_MEASURED ? line->text.len : MAX_MEASURED};
	uint32_t	stops = count_stops(text);
	Walk		walk = {0};
	NewsRawWord word;
	NewsRawWord next;
	uint32_t	pos = 0;
	uint32_t	ideographs = 0;
	uint32_t	upper = 0;
	uint32_t	numbers = 0;
	bool		more = news_raw_word(text, &pos, &word);

	while (more)
	{
		more = news_raw_word(text, &pos, &next);
		match_phrases(&walk, &word, !more, word.end < text.len && line->text.s[word.end] == ':');
		line->hash = news_phrase_prefix(line->hash, word.hash);
		ideographs += (word.flags & NEWS_RAW_IDEOGRAPH) != 0;
		upper += (word.flags & NEWS_RAW_UPPER) != 0;
		numbers += (word.flags & NEWS_RAW_NUMBER) != 0;
		if ((word.flags & NEWS_RAW_CAP) && line->caps < UINT16_MAX)
			line->caps++;
		line->function_words += news_hash_find(&news_article_function_words, word.hash) != 0;
		word = next;
	}
	/* Two characters of Chinese or Japanese make a word, and every fifth word is a function word. */
	line->words = scale(walk.n - ideographs / 2, text.len, line->text.len);
	line->function_words = scale(line->function_words + ideographs / 10, text.len, line->text.len);
	line->stops = (uint16_t) (stops < UINT16_MAX ? stops : UINT16_MAX);
	line->numbers = (uint16_t) (numbers < UINT16_MAX ? numbers : UINT16_MAX);
	if (upper > 1 && upper + numbers + 1 >= line->words)
		line->flags |= NEWS_LINE_UPPER;
	if (line->class == NEWS_LINE_PLAIN && ends_in_credit(line))
		line->class = NEWS_LINE_CREDIT;
	if (has_debris(line->text))
		line->class = NEWS_LINE_MENU;
	if (line->text.len > 2 && memcmp(line->text.s, "\xC2\xA9", 2) == 0)
		line->class = NEWS_LINE_LEGAL;
	if (walk.best.where && phrase_decides(line, &walk.best))
	{
		line->class = (uint8_t) walk.best.class;
		if (walk.best.where == NEWS_PHRASE_LINE)
			line->flags |= NEWS_LINE_WHOLE;
	}
	lines->words += line->words;
}

NewsLine *
news_add_line(NewsLines *lines, NewsStr text, uint32_t flags)
{
	NewsLine   *line;
	uint32_t	bullet;

	text = news_trim(text);
	if (text.len == 0)
		return NULL;
	lines->items = news_grow(lines->arena, lines->items, lines->n, &lines->room, sizeof(NewsLine));
	line = &lines->items[lines->n++];
	memset(line, 0, sizeof(*line));
	line->text = text;
	line->flags = (uint16_t) (flags | end_flags(text));
	bullet = bullet_bytes(text);
	if (bullet)
	{
		line->flags |= NEWS_LINE_BULLET;
		line->text = news_trim((NewsStr) {text.s + bullet, text.len - bullet});
		if (line->text.len == 0)
			line->text = text;
	}
	measure(lines, line);
	return line;
}

void
news_text_lines(NewsLines *lines, NewsStr raw)
{
	uint32_t	pos = 0;
	uint32_t	width = news_wrap_width(raw);
	bool		gap = true;

	while (pos < raw.len)
	{
		const char *s = raw.s + pos;
		const char *newline = lines->n < MAX_LINES && !width ? memchr(s, '\n', raw.len - pos) : NULL;
		uint32_t	len = newline ? (uint32_t) (newline - s) : raw.len - pos;

		if (width && lines->n < MAX_LINES)
			len = news_wrapped_paragraph(raw, pos, width);
		if (news_add_line(lines, (NewsStr) {s, len}, gap ? NEWS_LINE_GAP : 0))
			gap = false;
		else
			gap = true;
		pos += len + 1;
		if (lines->n % 256 == 0)
			news_poll(lines->arena);
	}
}

/* ---- Repetition ---- */

void
news_mark_repeated_lines(NewsLines *lines)
{
	uint32_t	size = 64;
	uint32_t   *slots;			/* line number + 1 of the first line of each hash */

	while (size < lines->n * 2)
		size *= 2;
	slots = NEWS_NEW0(lines->arena, uint32_t, size);
	for (uint32_t i = 0; i < lines->n; i++)
	{
		NewsLine   *line = &lines->items[i];
		uint32_t	h = news_hash_end(line->hash);
		uint32_t	k = h & (size - 1);

		news_poll_lines(lines, i);
		if (line->words < 3)
			continue;
		while (slots[k] && lines->items[slots[k] - 1].hash != line->hash)
			k = (k + 1) & (size - 1);
		if (slots[k])
		{
			line->flags |= NEWS_LINE_REPEATED;
			lines->items[slots[k] - 1].flags |= NEWS_LINE_REPEATED;
		}
		else
			slots[k] = i + 1;
	}
}
