/*
 * websearch.c
 *	  A query from what somebody typed into a search field.
 *
 *	  person:Kerry  date:2016-09  event:AGREE(USA,RUS)!planned	terms are terms
 *	  "Sergei Lavrov"				one name
 *	  2016-09  September 2016		a date, where the text is one in full
 *	  Nusr*							names that begin so
 *	  -Kerry  -"Sergei Lavrov"		without it
 *	  or							either what stands before or what stands behind
 *
 * All else is words.  A run of them is divided at the names that the lexicon
 * knows, the longest first: Sergei Lavrov Geneva is two names.  Words that it
 * does not know, side by side, are one name or a name each: Anna Kovalenko is
 * ("Anna Kovalenko" | Anna & Kovalenko).  Small words between names are passed
 * over.  Terms that stand side by side must all be found; "or" binds less.
 * Signs that mean nothing divide words.
 */
#include "query/text.h"

#include "names/names.h"
#include "text/chars.h"

/* Longest run of words that is looked up, or taken for one name. */
#define NAME_WORDS	6
/* Nodes that one step may add: what is beyond the limit is not looked for. */
#define STEP_NODES	(2 * NAME_WORDS + 4)

/* Signs that do not divide words, and those that are no part of one at its ends. */
#define WORD_SIGNS	"-.'&$#%+_"
#define EDGE_SIGNS	"'&"

static const char *const small_words[] = {
	"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
};

typedef struct Search
{
	NewsScan	scan;
	NewsQuery  *query;
	uint32_t	room;
	uint32_t	terms;			/* since the last "or" */
	uint32_t	groups;			/* sides of an "or" that are complete */
	bool		negate;			/* a minus stands before the next term */

	/* the run of words under way, in order */
	NewsStr    *words;
	uint32_t	nwords;
	uint32_t	word_room;
} Search;

/* ---- Terms ---- */

static void
add_op(Search *s, NewsQueryOp op)
{
	news_query_add_node(s->scan.arena, s->query, &s->room, op);
}

/* Joins the term whose nodes were added last to those before it. */
static void
join_term(Search *s)
{
	if (s->negate)
		add_op(s, NEWS_QUERY_NOT);
	s->negate = false;
	if (s->terms++)
		add_op(s, NEWS_QUERY_AND);
}

/* Is there room for one more step? */
static bool
has_room(const Search *s)
{
	return s->query->nnodes + STEP_NODES <= NEWS_QUERY_MAX_NODES;
}

static void
end_group(Search *s)
{
	if (s->terms && s->groups++)
		add_op(s, NEWS_QUERY_OR);
	s->terms = 0;
}

static bool
has_letter_or_digit(NewsStr s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (is_ascii_alnum((uint8_t) s.s[i]) || (uint8_t) s.s[i] >= 0x80)
			return true;
	return false;
}

static bool
is_name(NewsStr s)
{
	return has_letter_or_digit(s) && news_vector_str_ok(s);
}

static void
add_name(Search *s, NewsStr name, bool prefix)
{
	NewsQueryNode *node = news_query_add_node(s->scan.arena, s->query, &s->room, NEWS_QUERY_NAME);

	node->name.name = name;
	node->name.prefix = prefix;
}

static void
add_days(Search *s, NewsDays days)
{
	NewsQueryNode *node = news_query_add_node(s->scan.arena, s->query, &s->room, NEWS_QUERY_DATE);

	node->during = days;
}

/* ---- Runs of words ---- */

/* The text from word first up to, not including, word end. */
static NewsStr
words_str(const Search *s, uint32_t first, uint32_t end)
{
	const NewsStr *last = &s->words[end - 1];

	return (NewsStr) {s->words[first].s, (uint32_t) (last->s + last->len - s->words[first].s)};
}

static bool
is_small_word(NewsStr word)
{
	for (uint32_t i = 0; i < sizeof(small_words) / sizeof(small_words[0]); i++)
		if (news_str_eq(word, news_str(small_words[i])))
			return true;
	return false;
}

/* Words of the longest name at first that the lexicon knows, 0 for none; *person: its likeliest reading is a person's. */
static uint32_t
known_name(Search *s, uint32_t first, uint32_t end, bool *person)
{
	uint32_t	most = end - first < NAME_WORDS ? end - first : NAME_WORDS;
	NewsNameInfo info;

	if (is_small_word(s->words[first]))
		return 0;
	for (uint32_t n = most; n > 0; n--)
		if (is_name(words_str(s, first, first + n)) &&
			news_name_find(s->scan.arena, words_str(s, first, first + n), &info, 1))
		{
			*person = info.kind == NEWS_PERSON;
			return n;
		}
	return 0;
}

/* Words that the lexicon does not know as a whole: one name, or a name each. */
static void
add_unknown(Search *s, uint32_t first, uint32_t end)
{
	uint32_t	n = end - first;
	bool		whole = n && is_name(words_str(s, first, end));

	if (n == 0)
		return;
	if (whole)
		add_name(s, words_str(s, first, end), false);
	for (uint32_t i = first; (n > 1 || !whole) && i < end; i++)
	{
		add_name(s, s->words[i], false);
		if (i > first)
			add_op(s, NEWS_QUERY_AND);
	}
	if (whole && n > 1)
		add_op(s, NEWS_QUERY_OR);
	join_term(s);
}

/* Names among the words, none of which belongs to a date. */
static void
add_names(Search *s, uint32_t first, uint32_t end)
{
	uint32_t	unknown = first;	/* where the words begin that wait for one they belong to */

	for (uint32_t i = first; i < end && has_room(s);)
	{
		bool		person = false;
		uint32_t	n = known_name(s, i, end, &person);
		bool		small = n == 0 && is_small_word(s->words[i]);

		/* a given name belongs to the family name behind it, a family name to the words before it */
		if ((n == 0 && !small) || (n == 1 && person && unknown < i) ||
			(n == 1 && unknown == i && i + 1 < end && !is_small_word(s->words[i + 1]) &&
			 known_name(s, i + 1, end, &person) == 0))
		{
			i++;
			if (i - unknown == NAME_WORDS || (n && unknown + 1 < i))
			{
				add_unknown(s, unknown, i);
				unknown = i;
			}
			continue;
		}
		add_unknown(s, unknown, i);
		if (n)
		{
			add_name(s, words_str(s, i, i + n), false);
			join_term(s);
		}
		i += n ? n : 1;
		unknown = i;
	}
	if (has_room(s))
		add_unknown(s, unknown, end);
}

/* A word such as 2016-09-10 or 2016: its days. */
static bool
iso_days(Search *s, NewsStr word, NewsDays *days)
{
	NewsBuffer	term = news_buffer(s->scan.arena);
	NewsQuery	query = {NULL, 0};
	uint32_t	room = 0;
	NewsScan	scan;

	if (word.len < 4 || word.len > 22 || word.s[0] < '0' || word.s[0] > '9')
		return false;
	news_put_text(&term, NEWS_STR("date:"));
	news_put_text(&term, word);
	scan = news_scan(s->scan.arena, news_buffer_str(&term));
	if (!news_query_parse_term(&scan, &query, &room) || !news_scan_done(&scan))
		return false;
	*days = query.nodes[0].during;
	return true;
}

/* Adds a date, and the names between it and where the last one ended. */
static void
add_date(Search *s, uint32_t names, uint32_t first, NewsDays days)
{
	add_names(s, names, first);
	if (!has_room(s))
		return;
	add_days(s, days);
	join_term(s);
}

/* The words under way as a text in which each begins with a capital, as months and weekdays do. */
static NewsStr
with_capitals(Search *s)
{
	NewsStr		run = words_str(s, 0, s->nwords);
	char	   *copy = news_strndup(s->scan.arena, run.s, run.len);

	for (uint32_t i = 0; i < s->nwords; i++)
	{
		char	   *first = copy + (s->words[i].s - run.s);

		if (*first >= 'a' && *first <= 'z')
			*first += 'A' - 'a';
	}
	return (NewsStr) {copy, run.len};
}

/* Dates that the words give in full: the day of asking is not known. */
static void
add_words(Search *s)
{
	NewsOptions options = {.stages = NEWS_STAGE_DATES};
	NewsStr		run = s->nwords ? with_capitals(s) : NEWS_NO_STR;
	NewsDoc    *doc = s->nwords ? news_annotate(s->scan.arena, run.s, run.len, &options) : NULL;
	uint32_t	date = 0;
	uint32_t	names = 0;

	for (uint32_t i = 0; i < s->nwords; i++)
	{
		uint32_t	at = (uint32_t) (s->words[i].s - s->words[0].s);
		NewsStr		text = NEWS_NO_STR;
		NewsDays	days;
		uint32_t	end = i + 1;

		news_poll(s->scan.arena);
		while (date < doc->ndates && doc->tokens.items[doc->dates[date].first].start < at)
			date++;
		if (date < doc->ndates && doc->tokens.items[doc->dates[date].first].start == at)
			text = news_span_str(&doc->tokens, doc->dates[date].first, doc->dates[date].end);
		if (iso_days(s, s->words[i], &days))
			;
		else if (text.s && doc->dates[date].basis == NEWS_BASIS_EXPLICIT && doc->dates[date].during.from != NEWS_NO_DAY)
		{
			days = doc->dates[date].during;
			while (end < s->nwords && s->words[end].s - s->words[0].s < text.s + text.len - run.s)
				end++;
		}
		else
			continue;
		add_date(s, names, i, days);
		names = end;
		i = end - 1;
	}
	add_names(s, names, s->nwords);
	s->nwords = 0;
}

/* ---- Reading ---- */

/* Bytes of a quotation mark at the position, 0 for none: straight, curly, or an angle one. */
static uint32_t
quote_at(const NewsScan *scan, uint32_t at)
{
	const uint8_t *p = (const uint8_t *) scan->text.s + at;
	uint32_t	left = scan->text.len - at;

	if (left >= 1 && p[0] == '"')
		return 1;
	if (left >= 2 && p[0] == 0xC2 && (p[1] == 0xAB || p[1] == 0xBB))
		return 2;
	return left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x9C && p[2] <= 0x9F ? 3 : 0;
}

/* A name in quotes, of which the first is read; without a second it goes to the end. */
static void
read_quoted(Search *s)
{
	NewsScan   *scan = &s->scan;
	NewsStr		name = {scan->text.s + scan->at, 0};
	uint32_t	quote = 0;

	while (!news_scan_done(scan) && (quote = quote_at(scan, scan->at)) == 0)
		scan->at++;
	name.len = (uint32_t) (scan->text.s + scan->at - name.s);
	scan->at += quote;
	while (name.len && (unsigned char) name.s[name.len - 1] <= ' ')
		name.len--;
	while (name.len && (unsigned char) name.s[0] <= ' ')
		name = (NewsStr) {name.s + 1, name.len - 1};
	if (!is_name(name) || !has_room(s))
		return;
	add_name(s, name, false);
	join_term(s);
}

/* Does a term end here? */
static bool
at_term_end(const NewsScan *scan)
{
	return news_scan_done(scan) || !strchr(":*@!<>", scan->text.s[scan->at]);
}

/* A term with its kind, if there is one here; else nothing is read. */
static bool
read_term(Search *s)
{
	NewsScan	scan = s->scan;
	NewsQuery	term = {NULL, 0};
	uint32_t	room = 0;
	NewsScan	whole;

	if (news_scan_word(&scan, "-").len == 0 || news_scan_peek(&scan) != ':')
		return false;
	scan.at = s->scan.at;
	if (!news_query_parse_term(&scan, &term, &room) || !at_term_end(&scan))
		return false;
	whole = news_scan(scan.arena, (NewsStr) {scan.text.s + s->scan.at, scan.at - s->scan.at});
	if (!news_scan_valid(&whole))
		return false;
	s->scan.at = scan.at;
	add_words(s);
	if (has_room(s))
	{
		*news_query_add_node(scan.arena, s->query, &s->room, term.nodes[0].op) = term.nodes[0];
		join_term(s);
	}
	return true;
}

/* The next word, up to a space, a quote or a sign; empty when there is none. */
static NewsStr
read_word(Search *s)
{
	NewsScan   *scan = &s->scan;
	NewsStr		word = {scan->text.s + scan->at, 0};

	for (; !news_scan_done(scan); scan->at++)
	{
		uint8_t		c = (uint8_t) scan->text.s[scan->at];

		if (c >= 0x80 ? quote_at(scan, scan->at) > 0 : !is_ascii_alnum(c) && (c == '\0' || !strchr(WORD_SIGNS, c)))
			break;
		if (scan->at % 65536 == 0)
			news_poll(scan->arena);
	}
	word.len = (uint32_t) (scan->text.s + scan->at - word.s);
	while (word.len && strchr(EDGE_SIGNS, word.s[word.len - 1]))
		word.len--;
	while (word.len && strchr(EDGE_SIGNS, word.s[0]))
		word = (NewsStr) {word.s + 1, word.len - 1};
	/* the period of a sentence, not of an abbreviation */
	if (word.len && word.s[word.len - 1] == '.' && !memchr(word.s, '.', word.len - 1))
		word.len--;
	return word;
}

static bool
is_or(NewsStr word)
{
	return word.len == 2 && (word.s[0] == 'o' || word.s[0] == 'O') && (word.s[1] == 'r' || word.s[1] == 'R');
}

static void
take_word(Search *s, NewsStr word)
{
	if (is_or(word))
	{
		add_words(s);
		end_group(s);
		return;
	}
	if (!is_name(word))
		return;
	if (news_scan_take(&s->scan, '*') && has_room(s))
	{
		add_words(s);
		add_name(s, word, true);
		join_term(s);
		return;
	}
	s->words = news_grow(s->scan.arena, s->words, s->nwords, &s->word_room, sizeof(*s->words));
	s->words[s->nwords++] = word;
	if (s->negate)
		add_words(s);			/* a minus is for one word */
}

/* Passes "<s>", which asks for less than it divides. */
static void
take_sentence_sign(NewsScan *scan)
{
	if (scan->text.len - scan->at >= 3 && memcmp(scan->text.s + scan->at, "<s>", 3) == 0)
		scan->at += 3;
}

/* Reads what comes next: a minus and what it stands before, quotes, a term, a word, or one sign that divides words. */
static void
read_next(Search *s)
{
	NewsScan   *scan = &s->scan;
	uint32_t	at = scan->at;
	uint32_t	quote;
	NewsStr		word;

	if (scan->text.s[at] == '-' && (at == 0 || (unsigned char) scan->text.s[at - 1] <= ' '))
	{
		add_words(s);
		s->negate = true;
		at = ++scan->at;
	}
	quote = quote_at(scan, at);
	if (quote)
	{
		add_words(s);
		scan->at += quote;
		read_quoted(s);
	}
	else if (!read_term(s))
	{
		word = read_word(s);
		if (word.len)
			take_word(s, word);
		else
		{
			add_words(s);
			take_sentence_sign(scan);
		}
		if (scan->at == at && !news_scan_done(scan))
			scan->at++;
	}
	s->negate = false;
}

bool
news_query_websearch(NewsArena *arena, NewsStr text, NewsQuery *query)
{
	Search		s = {.scan = news_scan(arena, text), .query = query};

	memset(query, 0, sizeof(*query));
	while (news_scan_space(&s.scan), !news_scan_done(&s.scan))
	{
		read_next(&s);
		news_poll(arena);
	}
	add_words(&s);
	end_group(&s);
	return query->nnodes > 0;
}
