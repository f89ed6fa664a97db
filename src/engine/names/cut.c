/*
 * cut.c
 *	  Names that are two: "Harbour Board and the Mountain League", "Lindholm College
 *	  of the UK"; an article that begins a sentence, no name; and what the lexicon
 *	  knows without the words before it.
 */
#include "names/cut.h"

#include "names/lexicon.h"
#include "names/link.h"
#include "names/place.h"

/* A name has no more words before its "and Co". */
#define PARTS_MAX 6
/* How many names with "and" are compared with the article's others: keeps the time linear. */
#define COMPARED_MAX 32

typedef struct Cutter
{
	const NewsDoc *doc;
	const NewsTokens *tokens;
	const NewsSpans *in;
	NewsSpans	out;
	uint32_t	compared;
} Cutter;

static const NewsToken *
token(const Cutter *c, uint32_t i)
{
	return &c->tokens->items[i];
}

static uint32_t
flags(const Cutter *c, uint32_t i)
{
	return c->tokens->vocab->flags[token(c, i)->word];
}

/* Is token i this word, in lower case? */
static bool
is_word(const Cutter *c, uint32_t i, const char *word)
{
	return news_str_eq(news_span_str(c->tokens, i, i + 1), news_str(word));
}

static bool
is_head(const Cutter *c, uint32_t i)
{
	return (flags(c, i) & (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX)) != 0;
}

/* The lexicon's entity of a kind that these words name, -1 for none. */
static int32_t
known(const Cutter *c, uint32_t first, uint32_t end, NewsKind kind)
{
	NewsLexMatch match = news_lexicon_match(c->tokens, first, end, false);

	for (uint32_t r = match.first; match.ntokens == end - first && r < match.first + match.n; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

		if ((NewsKind) news_lexicon.ent_kind[entity] == kind && news_lexicon_written(c->tokens, first, match.ntokens, r))
			return (int32_t) entity;
	}
	return -1;
}

/* Is a word in whatever case? */
static bool
is_the(const Cutter *c, uint32_t i)
{
	return is_word(c, i, "the") || is_word(c, i, "The") || is_word(c, i, "THE");
}

/* The body whose article is a part of its name, The Gazette, where these words stand behind "the"; -1 for none. */
static int32_t
titled_body(const Cutter *c, uint32_t first, uint32_t end)
{
	NewsLexMatch match;

	if (first == 0 || !is_the(c, first - 1) || !(token(c, first)->flags & NEWS_TOK_CAP))
		return -1;
	match = news_lexicon_match(c->tokens, first - 1, end, true);
	for (uint32_t r = match.first; match.ntokens == end - first + 1 && r < match.first + match.n; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

		if (news_lexicon.ent_kind[entity] == NEWS_ORGANIZATION)
			return (int32_t) entity;
	}
	return -1;
}

/* The lexicon's body of these words, behind their article or not; -1 for none. */
static int32_t
body_of(const Cutter *c, uint32_t first, uint32_t end)
{
	int32_t		body = known(c, first, end, NEWS_ORGANIZATION);

	return body >= 0 ? body : titled_body(c, first, end);
}

/*
 * The body of the lexicon that a longer name means: "U.S. Harbour Agency" where
 * it has a Harbour Agency of the United States, "The Lindholm Institution",
 * "Lindholm Inc".  -1 for none.
 */
static int32_t
known_body(const Cutter *c, const NewsSpan *s)
{
	uint32_t	first = news_name_start(c->tokens, s);
	NewsLexMatch owner = news_lexicon_match(c->tokens, first, s->end, false);
	uint32_t	end = news_name_form(c->tokens, s);
	int32_t		body = first > s->first ? known(c, first, s->end, NEWS_ORGANIZATION) : -1;
	uint32_t	entity;
	NewsStr		code;

	if (body < 0 && end < s->end)
		body = known(c, first, end, NEWS_ORGANIZATION);
	/* "Lindholm news agency" */
	for (end = s->end; end > first + 1 && !(token(c, end - 1)->flags & NEWS_TOK_CAP); end--)
		;
	if (body < 0 && end < s->end)
		body = known(c, first, end, NEWS_ORGANIZATION);
	if (body >= 0 || owner.ntokens == 0 || first + owner.ntokens + 1 >= s->end)
		return body;
	body = known(c, first + owner.ntokens, s->end, NEWS_ORGANIZATION);
	if (body < 0)
		return -1;
	/* the party of a state is not the country's */
	entity = NEWS_READING_ENTITY(news_lexicon.readings[owner.first]);
	if (news_lexicon.ent_kind[entity] == NEWS_PLACE && !(news_lexicon.ent_flags[entity] & NEWS_LEX_COUNTRY))
		return -1;
	/* Pakistani Taliban are not those of Afghanistan; the United Nations own their agencies */
	code = news_lexicon_code(entity);
	return code.s && (news_str_eq(code, news_lexicon_code((uint32_t) body)) || news_str_eq(code, news_str("UN"))) ? body : -1;
}

/* "told the Gazette": a name that is a body's behind its article, whatever it was taken for. */
static bool
is_behind_article(const Cutter *c, const NewsSpan *s)
{
	return (s->entity < 0 || s->kind == NEWS_GROUP) && s->dict_entry < 0 && s->kind != NEWS_OWN_KIND && s->score >= NEWS_SPAN_KEEP &&
		titled_body(c, s->first, s->end) >= 0;
}

/* Are these tokens nothing but what ends a company's name: "Co Ltd"? */
static bool
is_suffix(const Cutter *c, const NewsSpan *s)
{
	for (uint32_t i = s->first; i < s->end; i++)
		if (!(flags(c, i) & NEWS_W_LEGAL_FORM))
			return false;
	return true;
}

/* Where the name begins of which a span has only the end, "Co Ltd" of "S.G. Lindqvist and Co Ltd"; the span's own first token when there is none. */
static uint32_t
name_before_suffix(const Cutter *c, const NewsSpan *s)
{
	const NewsSpan *last = c->out.n ? &c->out.items[c->out.n - 1] : NULL;
	uint32_t	first = s->first;

	if (first < 2 || !(is_word(c, first - 1, "and") || token(c, first - 1)->mark == '&'))
		return first;
	/* what the user's dictionary names stays */
	if (last && last->dict_entry >= 0 && last->end == first - 1)
		return first;
	if (last && last->end == first - 1)
		return last->first;
	for (uint32_t i = first - 1; i > 0 && i + PARTS_MAX > first && (token(c, i - 1)->flags & NEWS_TOK_CAP) && !(last && i <= last->end); i--)
	{
		first = i - 1;
		if (token(c, first)->flags & NEWS_TOK_SENTENCE)
			break;
	}
	return first;
}

/* Has the article these words as a body's name elsewhere? */
static bool
stands_alone(Cutter *c, uint32_t first, uint32_t end)
{
	if (c->compared++ >= COMPARED_MAX)
		return false;
	for (uint32_t i = 0; i < c->in->n; i++)
	{
		const NewsSpan *s = &c->in->items[i];
		uint32_t	k = 0;

		if (s->kind != NEWS_ORGANIZATION || s->end - s->first != end - first || s->score < NEWS_SPAN_KEEP)
			continue;
		while (k < end - first && token(c, s->first + k)->hash == token(c, first + k)->hash)
			k++;
		if (k == end - first)
			return true;
	}
	return false;
}

/* Does the lexicon know a name that goes over token i to the span's end: Securities and Exchange Commission, of another country? */
static bool
is_inside_known(const Cutter *c, const NewsSpan *s, uint32_t i)
{
	for (uint32_t k = s->first + 1; k < i; k++)
		if (known(c, k, s->end, NEWS_ORGANIZATION) >= 0)
			return true;
	return false;
}

/* Does "and" at token i of a body's name join two bodies, the second of which begins at token right? */
static bool
joins_two(Cutter *c, const NewsSpan *s, uint32_t i, uint32_t right)
{
	if (is_inside_known(c, s, i))
		return false;
	/* "the" begins a name anew, but for a band's: Adam and the Ants */
	if (right > i + 1 && (is_head(c, i - 1) || is_head(c, s->end - 1)))
		return true;
	if (is_head(c, i - 1) && is_head(c, s->end - 1) && i - s->first > 1 && s->end - right > 1 && !is_head(c, s->first))
		return true;
	if (body_of(c, right, s->end) >= 0)
		return body_of(c, s->first, i) >= 0 || stands_alone(c, s->first, i);
	return !is_head(c, s->end - 1) && stands_alone(c, right, s->end);
}

static void
put(Cutter *c, const NewsSpan *from, uint32_t first, uint32_t end, NewsKind kind)
{
	NewsSpan	span = *from;

	span.first = first;
	span.end = end;
	span.kind = kind;
	span.entity = kind == NEWS_ORGANIZATION ? body_of(c, first, end) : known(c, first, end, kind);
	c->out.items[c->out.n++] = span;
}

/* The two bodies of one name; false when it is one. */
static bool
cut_pair(Cutter *c, const NewsSpan *s)
{
	for (uint32_t i = s->first + 1; i + 1 < s->end; i++)
	{
		uint32_t	right = i + 1;

		if (!is_word(c, i, "and"))
			continue;
		if (is_word(c, right, "the"))
			right++;
		if (right >= s->end || !joins_two(c, s, i, right))
			continue;
		put(c, s, s->first, i, NEWS_ORGANIZATION);
		put(c, s, right, s->end, NEWS_ORGANIZATION);
		return true;
	}
	return false;
}

/*
 * "Lindholm College of the UK": no name has a country's acronym behind "of the",
 * so that it says where the body is.
 */
static bool
cut_country(Cutter *c, const NewsSpan *s)
{
	uint32_t	last = s->end - 1;
	int32_t		country;

	if (s->end - s->first < 5 || !is_word(c, last - 1, "the") || !is_word(c, last - 2, "of") || !(token(c, last)->flags & NEWS_TOK_UPPER))
		return false;
	country = known(c, last, s->end, NEWS_PLACE);
	if (country < 0 || !(news_lexicon.ent_flags[country] & NEWS_LEX_COUNTRY))
		return false;
	put(c, s, s->first, last - 2, NEWS_ORGANIZATION);
	put(c, s, last, s->end, NEWS_PLACE);
	return true;
}

/* The article of "A Harbour Board spokesman", which has its capital from the sentence. */
static bool
begins_with_article(const Cutter *c, const NewsSpan *s)
{
	return s->end - s->first > 2 && (token(c, s->first)->flags & NEWS_TOK_SENTENCE) &&
		(is_word(c, s->first, "A") || is_word(c, s->first, "An") || is_word(c, s->first, "The"));
}

/* Where the name begins in "Shares of Lindholm Corp", which has its first capital from the sentence; the span's first token in others. */
static uint32_t
behind_shares_of(const Cutter *c, const NewsSpan *s)
{
	uint32_t	first = flags(c, s->first);

	if ((token(c, s->first)->flags & NEWS_TOK_SENTENCE) && (first & NEWS_W_COMMON) && !(first & NEWS_W_ORG_HEAD) &&
		is_word(c, s->first + 1, "of") && (flags(c, s->end - 1) & NEWS_W_ORG_SUFFIX))
		return s->first + 2;
	return s->first;
}

/*
 * "On Friday Kabul denied", "In May Kabul denied": a day or month that was taken
 * for the beginning of a name.  Women are called April, too.
 */
static bool
begins_with_day(const Cutter *c, const NewsSpan *s)
{
	uint32_t	second = s->first + 1;
	uint32_t	first = flags(c, s->first);

	if ((s->kind != NEWS_PERSON && s->kind != NEWS_PLACE) || s->entity >= 0 || s->dict_entry >= 0 || second >= s->end || s->first == 0 ||
		!(token(c, second)->flags & NEWS_TOK_SPACE))
		return false;
	if (first & NEWS_W_WEEKDAY)
		return is_word(c, s->first - 1, "On") || is_word(c, s->first - 1, "on");
	return (first & NEWS_W_MONTH) && (is_word(c, s->first - 1, "In") || is_word(c, s->first - 1, "in")) &&
		(known(c, second, s->end, NEWS_PERSON) >= 0 || known(c, second, s->end, NEWS_PLACE) >= 0);
}

/* What stands behind it. */
static void
put_behind_day(Cutter *c, const NewsSpan *s)
{
	bool		place = known(c, s->first + 1, s->end, NEWS_PERSON) < 0 && known(c, s->first + 1, s->end, NEWS_PLACE) >= 0;

	put(c, s, s->first + 1, s->end, place ? NEWS_PLACE : s->kind);
}

/* "Cambridge, Massachusetts": a body's name of one word is a town's where its state or country stands behind it. */
static bool
is_town(const Cutter *c, const NewsSpan *s)
{
	const NewsSpan *next = s + 1;
	const NewsPlace *places;
	int32_t		town;
	uint32_t	n;

	if (s->end - s->first > 1 || s + 1 >= c->in->items + c->in->n || next->kind != NEWS_PLACE || next->entity < 0 ||
		next->first != s->end + 1 || token(c, s->end)->mark != ',' || next->score < NEWS_SPAN_KEEP)
		return false;
	town = known(c, s->first, s->end, NEWS_PLACE);
	if (town < 0)
		return false;
	places = news_places((uint32_t) town, &n);
	for (uint32_t i = 0; i < n; i++)
		if (news_place_in_entity(&places[i], (uint32_t) next->entity))
			return true;
	return false;
}

/* "Irish Queen" before "Anna Lindqvist": a title that was taken for a person of its own. */
static bool
is_title_before(const Cutter *c, const NewsSpan *s)
{
	const NewsSpan *next = s + 1;

	return s->kind == NEWS_PERSON && s->entity < 0 && s->dict_entry < 0 && s + 1 < c->in->items + c->in->n &&
		next->kind == NEWS_PERSON && next->first == s->end && next->score >= NEWS_SPAN_KEEP &&
		(flags(c, s->end - 1) & (NEWS_W_TITLE | NEWS_W_HONORIFIC)) &&
		(!(flags(c, s->first) & NEWS_W_FIRSTNAME) || known(c, s->first, s->first + 1, NEWS_GROUP) >= 0);
}

/* The people that a title names at its beginning. */
static void
put_people(Cutter *c, const NewsSpan *title)
{
	NewsLexMatch match = news_lexicon_match(c->tokens, title->first, title->end - 1, false);

	if (match.ntokens && known(c, title->first, title->first + match.ntokens, NEWS_GROUP) >= 0)
		put(c, title, title->first, title->first + match.ntokens, NEWS_GROUP);
}

/* A name of the end of one alone gets the rest, or goes. */
static void
put_suffix(Cutter *c, const NewsSpan *s)
{
	uint32_t	first = name_before_suffix(c, s);

	if (first == s->first)
		return;
	if (c->out.n && c->out.items[c->out.n - 1].end > first)
		c->out.n--;
	put(c, s, first, s->end, NEWS_ORGANIZATION);
	c->out.items[c->out.n - 1].entity = known_body(c, &c->out.items[c->out.n - 1]);
}

void
news_cut_spans(const NewsDoc *doc, NewsSpans *spans)
{
	Cutter		c = {.doc = doc, .tokens = &doc->tokens, .in = spans};

	c.out.room = spans->n * 2;
	c.out.items = NEWS_NEW(doc->arena, NewsSpan, c.out.room + 1);
	for (uint32_t i = 0; i < spans->n; i++)
	{
		const NewsSpan *s = &spans->items[i];

		if ((i & 0xFFF) == 0)
			news_poll(doc->arena);
		if (is_word(&c, s->first, "the") && s->end - s->first > 1 && s->entity < 0 && s->dict_entry < 0)
			put(&c, s, s->first + 1, s->end, s->kind);
		else if (is_title_before(&c, s))
			put_people(&c, s);
		else if (begins_with_day(&c, s))
			put_behind_day(&c, s);
		else if (is_behind_article(&c, s))
			put(&c, s, s->first, s->end, NEWS_ORGANIZATION);
		else if (s->kind == NEWS_ORGANIZATION && s->entity < 0 && s->dict_entry < 0 && is_town(&c, s))
			put(&c, s, s->first, s->end, NEWS_PLACE);
		else if (s->kind != NEWS_ORGANIZATION || s->entity >= 0 || s->dict_entry >= 0)
			c.out.items[c.out.n++] = *s;
		else if (is_suffix(&c, s))
			put_suffix(&c, s);
		else if (begins_with_article(&c, s))
			put(&c, s, s->first + 1, s->end, NEWS_ORGANIZATION);
		else if (behind_shares_of(&c, s) > s->first)
			put(&c, s, behind_shares_of(&c, s), s->end, NEWS_ORGANIZATION);
		else if (!cut_pair(&c, s) && !cut_country(&c, s))
		{
			c.out.items[c.out.n] = *s;
			c.out.items[c.out.n++].entity = known_body(&c, s);
		}
	}
	*spans = c.out;
}
