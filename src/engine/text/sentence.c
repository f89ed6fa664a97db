/*
 * sentence.c
 *	  Where sentences begin.
 *
 * One pass over the tokens.  A blank line always divides.  A line break divides
 * where a line is a paragraph, and not where the text is hard-wrapped.  A
 * terminator divides when what follows looks like a start; the periods of
 * abbreviations do so only before a function word with a capital ("in the U.S.
 * The ...").
 */
#include "text/sentence.h"

/* Lines of a hard-wrapped text mostly end between these lengths, in bytes. */
#define WRAP_MIN	45
#define WRAP_MAX	100
/* Tokens that are looked at to tell. */
#define WRAP_TOKENS	200000
/* A line that begins with more spaces than this opens a paragraph. */
#define INDENT		2
/* A headline has no more tokens than this. */
#define HEADLINE_MAX	30

static bool
is_mark(const NewsToken *t, const char *marks)
{
	return t->kind == NEWS_PUNCT && t->mark && strchr(marks, t->mark);
}

/*
 * Is the text hard-wrapped?  Then many single line breaks stand in mid-sentence:
 * behind a long line and before a lower-case word.
 */
static bool
is_wrapped(const NewsTokens *tokens)
{
	uint32_t	breaks = 0;
	uint32_t	inside = 0;
	uint32_t	line_start = 0;

	for (uint32_t i = 1; i < tokens->n && i < WRAP_TOKENS && breaks < 2000; i++)
	{
		const NewsToken *t = &tokens->items[i];
		uint32_t	length;

		if (!(t->flags & NEWS_TOK_LINE))
			continue;
		length = t[-1].end - line_start;
		line_start = t->start;
		if (t->flags & NEWS_TOK_PARA)
			continue;
		breaks++;
		if (length >= WRAP_MIN && length <= WRAP_MAX && t->kind == NEWS_WORD && !(t->flags & NEWS_TOK_CAP) &&
			!is_mark(&t[-1], ".!?:"))
			inside++;
	}
	return inside >= 1 && inside * 4 >= breaks;
}

/* May a sentence begin with this token? */
static bool
is_start(const NewsToken *t)
{
	switch (t->kind)
	{
		case NEWS_WORD:
			return (t->flags & NEWS_TOK_CAP) && !(t->flags & NEWS_TOK_CLITIC);
		case NEWS_NUMBER:
		case NEWS_ALNUM:
		case NEWS_URL:
			return true;
		case NEWS_PUNCT:
			return is_mark(t, "\"'([*-#") && (t->flags & NEWS_TOK_SPACE);
		default:
			return t->flags & NEWS_TOK_SPACE;
	}
}

/* Is this closing punctuation that belongs to the sentence before it? */
static bool
is_closing(const NewsToken *t)
{
	return !(t->flags & NEWS_TOK_SPACE) && is_mark(t, "\"')].!?");
}

/* Does a capitalised function word begin here, perhaps behind a quotation mark? */
static bool
is_clear_start(const NewsTokens *tokens, const NewsToken *t)
{
	if (is_mark(t, "\"'") && (t->flags & NEWS_TOK_SPACE))
		t++;
	return t->kind == NEWS_WORD && (t->flags & NEWS_TOK_CAP) && !(t->flags & NEWS_TOK_ACRONYM) &&
		(news_token_word_flags(tokens, t) & NEWS_W_FUNCTION);
}

/* The token before t ends in a period of its own: does a sentence end there? */
static bool
ends_at_abbreviation(const NewsTokens *tokens, const NewsToken *t)
{
	if (news_token_word_flags(tokens, &t[-1]) & NEWS_W_ABBR_TITLE)
		return false;
	return is_clear_start(tokens, t);
}

/* Does a sentence end between t and the token before it, on one line? */
static bool
is_boundary(const NewsTokens *tokens, const NewsToken *t)
{
	const NewsToken *last = t - 1;

	if (is_closing(t))
		return false;
	/* look through quotes and brackets at the terminator; they are few */
	for (int i = 0; i < 3 && last > tokens->items && !(last->flags & NEWS_TOK_SPACE) && is_mark(last, "\"')]"); i++)
		last--;
	if (last->kind != NEWS_PUNCT)
		return last == t - 1 && (last->flags & NEWS_TOK_PERIOD) && ends_at_abbreviation(tokens, t);
	if (!is_mark(last, ".!?"))
		return false;
	if (!is_start(t))
		return false;
	if (t->flags & NEWS_TOK_SPACE)
		return !(last->end - last->start > 1 && last->mark == '.') || is_clear_start(tokens, t) || last != t - 1;
	/* "... end.The next": a space was lost */
	return last->mark == '.' && last > tokens->items && t->kind == NEWS_WORD && (t->flags & NEWS_TOK_CAP) &&
		last[-1].kind == NEWS_WORD && !(last[-1].flags & NEWS_TOK_CAP);
}

/* Does a line break before t divide, in hard-wrapped text? */
static bool
divides_wrapped(const NewsTokens *tokens, const NewsToken *t, uint32_t line_start)
{
	uint32_t	length = t[-1].end - line_start;

	/* white space behind the break is an indent */
	if (t->start - t[-1].end > INDENT + 1)
		return true;
	if (length < WRAP_MIN && is_start(t))
		return true;
	return is_boundary(tokens, t);
}

bool
news_is_headline(const NewsTokens *tokens, const NewsSentence *s)
{
	const NewsToken *last = &tokens->items[s->end - 1];

	return (tokens->items[s->first].flags & NEWS_TOK_LINE) && (tokens->items[s->end].flags & NEWS_TOK_LINE) &&
		s->end - s->first <= HEADLINE_MAX && !is_mark(last, ".!?\"'):;,") && !(last->flags & NEWS_TOK_PERIOD);
}

/* Opens the sentence that begins with token i. */
static void
begin_sentence(NewsSentences *out, const NewsTokens *tokens, uint32_t i, bool wrapped)
{
	NewsToken  *t = &tokens->items[i];
	NewsSentence *s = &out->items[out->n++];

	t->flags |= NEWS_TOK_SENTENCE;
	s->first = i;
	s->end = tokens->n;
	s->paragraph = (t->flags & NEWS_TOK_LINE) &&
		(!wrapped || i == 0 || (t->flags & NEWS_TOK_PARA) || t->start - t[-1].end > INDENT + 1);
	if (i > 0)
		s[-1].end = i;
}

void
news_split_sentences(NewsArena *arena, NewsTokens *tokens, NewsSentences *out)
{
	bool		wrapped = is_wrapped(tokens);
	uint32_t	room = tokens->n / 16 + 4;
	uint32_t	line_start = 0;
	uint32_t	limit = NEWS_SENTENCE_MAX;

	out->n = 0;
	out->items = NEWS_NEW(arena, NewsSentence, room);
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const NewsToken *t = &tokens->items[i];
		bool		begins;

		if ((i & 0xFFFF) == 0xFFFF)
			news_poll(arena);
		if (!(t->flags & (NEWS_TOK_LINE | NEWS_TOK_BREAK)) && i < limit)
			continue;
		if ((t->flags & NEWS_TOK_PARA) || i >= limit)
			begins = true;
		else if (t->flags & NEWS_TOK_LINE)
			begins = !wrapped || divides_wrapped(tokens, t, line_start);
		else
			begins = is_boundary(tokens, t);
		if (t->flags & NEWS_TOK_LINE)
			line_start = t->start;
		if (!begins)
			continue;
		out->items = news_grow(arena, out->items, out->n, &room, sizeof(NewsSentence));
		begin_sentence(out, tokens, i, wrapped);
		limit = i + NEWS_SENTENCE_MAX;
	}
	for (uint32_t i = 0; i < out->n; i++)
		out->items[i].headline = news_is_headline(tokens, &out->items[i]);
}

uint32_t
news_sentence_of(const NewsSentences *sentences, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = sentences->n;

	while (high - low > 1)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (sentences->items[mid].first <= token)
			low = mid;
		else
			high = mid;
	}
	return low;
}
