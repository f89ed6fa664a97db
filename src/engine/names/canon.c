/*
 * canon.c
 *	  Names written one way.
 */
#include "names/lexicon.h"
#include "names/link.h"
#include "names/names.h"

#include <string.h>

/* Copies a token; LAVROV becomes Lavrov when lower is set.  Curly apostrophes become straight.  Returns the bytes. */
static uint32_t
copy_token(const NewsTokens *tokens, const NewsToken *t, bool lower, char *out)
{
	const char *s = tokens->text + t->start;
	uint32_t	len = t->end - t->start;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len; i++)
	{
		if (i + 2 < len && memcmp(s + i, "\xE2\x80\x99", 3) == 0)
		{
			out[n++] = '\'';
			i += 2;
		}
		else if (lower && i > 0 && s[i] >= 'A' && s[i] <= 'Z' && s[i - 1] != '\'')
			out[n++] = (char) (s[i] | 0x20);
		else
			out[n++] = s[i];
	}
	return n;
}

/* Is a span in capitals throughout, and no acronym? */
static bool
shouts(const NewsTokens *tokens, const NewsSpan *span)
{
	uint32_t	longest = 0;

	for (uint32_t i = span->first; i < span->end; i++)
	{
		const NewsToken *t = &tokens->items[i];

		if (t->kind != NEWS_WORD || (t->flags & NEWS_TOK_ACRONYM) || t->end - t->start < 2)
			continue;
		if (!(t->flags & NEWS_TOK_UPPER))
			return false;
		if (t->end - t->start > longest)
			longest = t->end - t->start;
	}
	return longest > 0 && (span->kind == NEWS_PERSON || span->kind == NEWS_PLACE || span->end - span->first > 1 || longest > 6);
}

/* Is a word of capitals an acronym that the lexicon knows as a body: CNN? */
static bool
is_known_acronym(const NewsTokens *tokens, uint32_t i)
{
	NewsLexMatch match = {0, 0, 0};

	if (tokens->items[i].end - tokens->items[i].start <= 5)
		match = news_lexicon_match(tokens, i, i + 1, false);
	for (uint32_t r = match.first; r < match.first + match.n; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

		if (news_lexicon.ent_kind[entity] == NEWS_ORGANIZATION && news_str_eq(news_lexicon_name(entity), news_span_str(tokens, i, i + 1)))
			return true;
	}
	return false;
}

/*
 * A Latin word without its accents, in the capitals it has: José becomes Jose.
 * Returns the bytes, 0 when the word is ASCII or of another script.
 */
static uint32_t
copy_plain(const NewsTokens *tokens, const NewsToken *t, char *out, uint32_t size)
{
	uint32_t	n;

	if ((t->flags & (NEWS_TOK_ASCII | NEWS_TOK_MIXED)) || t->kind != NEWS_WORD)
		return 0;
	n = news_token_fold(tokens, t, out, size);
	for (uint32_t i = 0; i < n; i++)
		if ((unsigned char) out[i] >= 0x80 || out[i] == '\'')
			return 0;
	if (n && (t->flags & NEWS_TOK_CAP) && out[0] >= 'a' && out[0] <= 'z')
		out[0] = (char) (out[0] - 32);
	return n;
}

/* The K. of Thomas K. Brandwell, which other articles leave out. */
static bool
is_middle_initial(const NewsTokens *tokens, const NewsSpan *span, uint32_t i)
{
	const NewsToken *t = &tokens->items[i];

	return span->kind == NEWS_PERSON && i > span->first && i + 1 < span->end && t->kind == NEWS_WORD && (t->flags & NEWS_TOK_CAP) &&
		(t->end - t->start == 1 || (t->end - t->start == 2 && tokens->text[t->end - 1] == '.')) &&
		(tokens->items[i + 1].flags & NEWS_TOK_CAP) && (tokens->items[i + 1].flags & NEWS_TOK_SPACE);
}

/* The article of Mohammed Al Qarni, which others write al-Qarni. */
static bool
is_arabic_article(const NewsTokens *tokens, const NewsSpan *span, uint32_t i)
{
	const NewsToken *t = &tokens->items[i];
	const char *s = tokens->text + t->start;

	return span->kind == NEWS_PERSON && i > span->first && i + 1 < span->end && t->end - t->start == 2 &&
		(s[1] | 0x20) == 'l' && ((s[0] | 0x20) == 'a' || (s[0] | 0x20) == 'e');
}

/* The hyphen of Jean-Pierre Lamoureux, which others leave out. */
static bool
is_first_name_hyphen(const NewsTokens *tokens, const NewsSpan *span, uint32_t i)
{
	return span->kind == NEWS_PERSON && i == span->first + 1 && i + 2 < span->end && tokens->items[i].mark == '-' &&
		(tokens->items[i + 1].flags & NEWS_TOK_CAP) && (tokens->items[i + 2].flags & NEWS_TOK_SPACE);
}

/*
 * The bytes of a name without a period that is the sentence's ("Limited Inc.",
 * "Jay Z."); gives the word at its end that says what it is a capital: "Labour
 * party", "Lindholm square".
 */
static uint32_t
end_name(const NewsTokens *tokens, const NewsSpan *span, uint32_t end, char *out, uint32_t n)
{
	const NewsToken *last = &tokens->items[end - 1];
	uint32_t	flags = tokens->vocab->flags[last->word];

	if (n > 3 && out[n - 1] == '.' && (span->kind == NEWS_ORGANIZATION ? (flags & NEWS_W_LEGAL_FORM) != 0 : out[n - 3] == ' '))
		n--;
	if (end > span->first + 1 && (flags & (NEWS_W_ORG_HEAD | NEWS_W_PLACE_HEAD)) && !(last->flags & NEWS_TOK_CAP) &&
		(last->flags & (NEWS_TOK_ASCII | NEWS_TOK_SPACE)) == (NEWS_TOK_ASCII | NEWS_TOK_SPACE) && n >= last->end - last->start)
	{
		char	   *word = out + n - (last->end - last->start);

		if (*word >= 'a' && *word <= 'z')
			*word = (char) (*word - 32);
	}
	return n;
}

NewsStr
news_canonical_name(NewsDoc *doc, const NewsSpan *span)
{
	const NewsTokens *tokens = &doc->tokens;
	uint32_t	bytes = tokens->items[span->end - 1].end - tokens->items[span->first].start;
	bool		lower = shouts(tokens, span);
	bool		plain = span->kind == NEWS_PERSON || span->kind == NEWS_PLACE;
	bool		joined = false; /* to an article before */
	char	   *out = news_alloc(doc->arena, bytes * 2 + 64 + NEWS_FOLD_MAX);
	NewsStr		country = NEWS_NO_STR;
	uint32_t	skipped = news_leading_owner(tokens, span, &country);
	uint32_t	first = news_name_start(tokens, span) + skipped;
	uint32_t	end = news_name_end(tokens, span);
	uint32_t	n = 0;

	if (skipped)
	{
		memcpy(out, country.s, country.len);
		n = country.len;
	}
	for (uint32_t i = first; i < end; i++)
	{
		const NewsToken *t = &tokens->items[i];
		NewsStr		usual = NEWS_NO_STR;
		uint32_t	copied;

		/* Sammy Davis, Jr. */
		if (is_middle_initial(tokens, span, i) || (joined && t->mark == '-') || (span->kind == NEWS_PERSON && t->mark == ','))
			continue;
		if (is_first_name_hyphen(tokens, span, i))
		{
			out[n++] = ' ';
			continue;
		}
		if (n > 0 && (t->flags & NEWS_TOK_SPACE) && !joined)
			out[n++] = ' ';
		joined = is_arabic_article(tokens, span, i);
		if (joined)
		{
			out[n++] = (char) (tokens->text[t->start] | 0x20);
			out[n++] = 'l';
			out[n++] = '-';
			continue;
		}
		if (plain && (copied = copy_plain(tokens, t, out + n, NEWS_FOLD_MAX)) > 0)
		{
			n += copied;
			continue;
		}
		if (i == span->first && span->kind == NEWS_PERSON && span->end - span->first > 1)
			usual = news_lexicon_variant(t->word);
		if (usual.s && usual.len < 60)
		{
			memcpy(out + n, usual.s, usual.len);
			n += usual.len;
		}
		else
			n += copy_token(tokens, t, lower && t->end - t->start > 1 && !(t->flags & NEWS_TOK_ACRONYM) && !is_known_acronym(tokens, i), out + n);
	}
	return (NewsStr) {out, end_name(tokens, span, end, out, n)};
}

/* The first entity with this code, -1 when there is none. */
static int32_t
entity_of_code(NewsStr code)
{
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.ncodes;

	while (code.s && low < high)
	{
		uint32_t	mid = low + (high - low) / 2;
		NewsStr		other = news_lexicon_code(news_lexicon.code_entity[mid]);
		int			order = memcmp(other.s, code.s, other.len < code.len ? other.len : code.len);

		if (order == 0)
			order = other.len < code.len ? -1 : other.len > code.len;
		if (order == 0)
			return (int32_t) news_lexicon.code_entity[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

NewsStr
news_name_of_code(NewsStr code)
{
	int32_t		entity = entity_of_code(code);

	return entity < 0 ? NEWS_NO_STR : news_lexicon_name((uint32_t) entity);
}

NewsStr
news_country_adjective(NewsStr code)
{
	/* the compiler puts a country's people right behind the country */
	uint32_t	people = (uint32_t) (entity_of_code(code) + 1);

	if (people > 0 && people < news_lexicon.nents && news_lexicon.ent_kind[people] == NEWS_GROUP &&
		news_str_eq(news_lexicon_code(people), code))
		return news_lexicon_name(people);
	return NEWS_NO_STR;
}
