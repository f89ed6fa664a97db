/*
 * browse.c
 *	  The lexicon as a list of facts.
 *
 * Spellings are put together from the words on the way down the trie: the
 * vocabulary has them folded, so that capitals come from what a reading demands.
 */
#include "names/browse.h"

#include "text/fold.h"

/* Bytes of a spelling or name, folded or not; longer ones are cut. */
#define MAX_SPELLING 2048

typedef struct Browser
{
	NewsArena  *arena;
	NewsStr		pattern;		/* folded; s NULL for all */
	uint8_t    *fits;			/* by entity */
	NewsFacts  *out;			/* NULL while entities are chosen */
	uint32_t	words[NEWS_LEX_MAX_TOKENS]; /* on the way down */
	uint32_t	depth;
	char	   *spelling;		/* room for one */
	char	   *folded;
} Browser;

/* ---- Patterns ---- */

/* Text in lower case and without accents, written to out, which has 4 bytes for each of it. */
static NewsStr
fold(NewsStr s, char *out)
{
	uint32_t	n = 0;
	uint32_t	i = 0;

	while (i < s.len)
	{
		unsigned char c = (unsigned char) s.s[i];
		uint32_t	len = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
		int32_t		code = c & (0xFF >> (len + 1));

		if (len == 1 || i + len > s.len)
		{
			out[n++] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
			i++;
			continue;
		}
		for (uint32_t k = 1; k < len; k++)
			code = code << 6 | (s.s[i + k] & 0x3F);
		n += (uint32_t) news_fold_char(code > 0x10FFFF ? 0xFFFD : code, out + n);
		i += len;
	}
	return (NewsStr) {out, n};
}

/* A name or spelling, folded in the browser's room for one: until the next call. */
static NewsStr
folded(Browser *b, NewsStr s)
{
	if (s.len > MAX_SPELLING / 4)
		s.len = MAX_SPELLING / 4;
	return fold(s, b->folded);
}

/* Does text, folded, fit the pattern?  Goes back to the last % only, so the time is bounded by the product of lengths. */
static bool
fits(NewsStr pattern, NewsStr text)
{
	uint32_t	p = 0;
	uint32_t	t = 0;
	uint32_t	star = UINT32_MAX;
	uint32_t	resume = 0;

	while (t < text.len)
	{
		bool		quoted = p + 1 < pattern.len && pattern.s[p] == '\\';
		char		c = p < pattern.len ? pattern.s[p + quoted] : '\0';

		if (p < pattern.len && !quoted && c == '%')
		{
			star = ++p;
			resume = t;
		}
		else if (p < pattern.len && (c == text.s[t] || (!quoted && c == '_')))
		{
			p += 1 + quoted;
			t++;
			while (!quoted && c == '_' && t < text.len && (text.s[t] & 0xC0) == 0x80)
				t++;
		}
		else if (star != UINT32_MAX)
		{
			p = star;
			t = ++resume;
		}
		else
			return false;
	}
	while (p < pattern.len && pattern.s[p] == '%')
		p++;
	return p == pattern.len;
}

/* ---- Spellings ---- */

static NewsStr
word_str(uint32_t word)
{
	uint32_t	start = news_vocab.offsets[word];

	return (NewsStr) {news_vocab.pool + start, news_vocab.offsets[word + 1] - start - 1};
}

/* Does a word stand without a space behind the one before? */
static bool
is_glued(NewsStr before, NewsStr word)
{
	if (strchr(",.;:)-/'", word.s[0]) != NULL)
		return true;
	return before.len == 1 && strchr("(-/", before.s[0]) != NULL;
}

static char
upper(char c)
{
	return (char) (c >= 'a' && c <= 'z' ? c - 32 : c);
}

/* The way down as text, with the capitals that a reading demands; in the browser's room for one. */
static NewsStr
spelling_of(Browser *b, uint32_t reading)
{
	uint32_t	caps = news_lexicon.reading_caps[reading];
	bool		exact = NEWS_READING_FLAGS(news_lexicon.readings[reading]) & NEWS_READING_EXACT;
	NewsStr		before = {"(", 1};
	char	   *out = b->spelling;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < b->depth; i++)
	{
		NewsStr		word = word_str(b->words[i]);

		if (n + word.len + 2 > MAX_SPELLING)
			break;
		if (!is_glued(before, word))
			out[n++] = ' ';
		for (uint32_t k = 0; k < word.len; k++)
			out[n++] = (caps >> i & 1) && (k == 0 || exact || (k >= 2 && word.s[k - 1] == '.')) ? upper(word.s[k]) : word.s[k];
		before = word;
	}
	return (NewsStr) {out, n};
}

/* Is a spelling a name but for its capitals and accents? */
static bool
same_folded(Browser *b, NewsStr name, NewsStr spelling)
{
	NewsStr		a = folded(b, name);

	if (a.len != spelling.len)
		return false;
	for (uint32_t i = 0; i < a.len; i++)
		if (upper(a.s[i]) != upper(spelling.s[i]))
			return false;
	return true;
}

/* ---- The walk ---- */

static void
add_fact(Browser *b, NewsFact fact)
{
	b->out->items = news_grow(b->arena, b->out->items, b->out->n, &b->out->room, sizeof(NewsFact));
	b->out->items[b->out->n++] = fact;
}

static void
visit_reading(Browser *b, uint32_t reading)
{
	uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[reading]);
	NewsStr		spelling;
	NewsStr		name;

	if (b->fits[entity] == !b->out)
		return;
	spelling = spelling_of(b, reading);
	if (!b->out)
	{
		b->fits[entity] = fits(b->pattern, folded(b, spelling));
		return;
	}
	/* the name itself has its own capitals and accents */
	name = news_lexicon_name(entity);
	if (same_folded(b, name, spelling))
		spelling = name;
	else
		spelling.s = news_strndup(b->arena, spelling.s, spelling.len);
	add_fact(b, (NewsFact) {.entity = entity, .spelling = spelling,
			 .flags = NEWS_READING_FLAGS(news_lexicon.readings[reading]),
			 .source = news_str(news_lexicon.pool + news_lexicon.sources[news_lexicon.reading_source[reading]])});
}

/* Depth first; the trie is no deeper than a phrase has tokens. */
static void
walk_trie(Browser *b)
{
	uint32_t	next[NEWS_LEX_MAX_TOKENS + 1] = {news_lexicon.node_child[0]};
	uint32_t	end[NEWS_LEX_MAX_TOKENS + 1] = {news_lexicon.node_child[1]};

	b->depth = 0;
	for (;;)
	{
		uint32_t	node = next[b->depth];

		if (node == end[b->depth] || b->depth == NEWS_LEX_MAX_TOKENS)
		{
			if (b->depth-- == 0)
				break;
			continue;
		}
		next[b->depth]++;
		if (b->depth == 0)
			news_poll(b->arena);
		b->words[b->depth++] = news_lexicon.node_word[node];
		for (uint32_t r = news_lexicon.node_reading[node]; r < news_lexicon.node_reading[node + 1]; r++)
			visit_reading(b, r);
		next[b->depth] = news_lexicon.node_child[node];
		end[b->depth] = news_lexicon.node_child[node + 1];
	}
}

static void
walk_offices(Browser *b)
{
	for (uint32_t i = 0; i < news_lexicon.noffices; i++)
	{
		const NewsOffice *office = &news_lexicon.offices[i];

		if (!b->out)
			b->fits[office->person] |= fits(b->pattern, folded(b, news_str(news_lexicon.pool + office->office)));
		else if (b->fits[office->person])
			add_fact(b, (NewsFact) {.entity = office->person, .office = office,
					 .source = news_str(news_lexicon.pool + news_lexicon.sources[office->source])});
	}
}

/* The facts of one entity together, in the order in which they were found. */
static void
sort_facts(NewsArena *arena, NewsFacts *facts)
{
	uint32_t   *first = NEWS_NEW0(arena, uint32_t, news_lexicon.nents + 1);
	NewsFact   *sorted = NEWS_NEW(arena, NewsFact, facts->n + 1);

	for (uint32_t i = 0; i < facts->n; i++)
		first[facts->items[i].entity + 1]++;
	for (uint32_t i = 0; i < news_lexicon.nents; i++)
		first[i + 1] += first[i];
	for (uint32_t i = 0; i < facts->n; i++)
		sorted[first[facts->items[i].entity]++] = facts->items[i];
	facts->items = sorted;
}

void
news_browse_lexicon(NewsArena *arena, NewsStr pattern, NewsFacts *out)
{
	Browser		b = {.arena = arena};

	memset(out, 0, sizeof(*out));
	b.spelling = news_alloc(arena, MAX_SPELLING);
	b.folded = news_alloc(arena, MAX_SPELLING + 4);
	if (pattern.s)
		b.pattern = fold(pattern, news_alloc(arena, (size_t) pattern.len * 4 + 4));
	b.fits = NEWS_NEW0(arena, uint8_t, news_lexicon.nents + 1);
	for (uint32_t i = 0; i < news_lexicon.nents; i++)
		b.fits[i] = !pattern.s || fits(b.pattern, folded(&b, news_lexicon_name(i)));
	if (pattern.s)
	{
		walk_trie(&b);
		walk_offices(&b);
	}
	b.out = out;
	walk_trie(&b);
	walk_offices(&b);
	sort_facts(arena, out);
}
