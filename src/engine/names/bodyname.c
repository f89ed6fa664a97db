/*
 * bodyname.c
 *	  The name of a body without what some articles leave out and others do not:
 *	  its article, its legal form, how its owner is written.
 */
#include "names/lexicon.h"
#include "names/link.h"
#include "names/names.h"

static uint32_t
flags_of(const NewsTokens *tokens, uint32_t i)
{
	return tokens->vocab->flags[tokens->items[i].word];
}

uint32_t
news_name_start(const NewsTokens *tokens, const NewsSpan *span)
{
	NewsStr		first = news_span_str(tokens, span->first, span->first + 1);

	return span->first + (span->kind == NEWS_ORGANIZATION && span->end - span->first > 1 && news_str_eq(first, news_str("The")));
}

uint32_t
news_leading_owner(const NewsTokens *tokens, const NewsSpan *span, NewsStr *usual)
{
	static const struct
	{
		const char *written;
		const char *usual;
	}			owners[] = {{"US", "U.S."}, {"U.S.", "U.S."}, {"United States", "U.S."}, {"UK", "UK"}, {"U.K.", "UK"},
	{"United Kingdom", "UK"}, {"UN", "United Nations"}, {"U.N.", "United Nations"},
	{"United Nations", "United Nations"}, {"EU", "EU"}, {"E.U.", "EU"}};
	uint32_t	first = news_name_start(tokens, span);
	char		initial = (char) (tokens->text[tokens->items[first].start] | 0x20);

	if (span->kind != NEWS_ORGANIZATION || (initial != 'u' && initial != 'e'))
		return 0;
	for (size_t i = 0; i < sizeof(owners) / sizeof(*owners); i++)
	{
		uint32_t	n = strchr(owners[i].written, ' ') ? 2 : 1;

		if (first + n < span->end && news_str_eq(news_span_str(tokens, first, first + n), news_str(owners[i].written)))
		{
			*usual = news_str(owners[i].usual);
			return n;
		}
	}
	return 0;
}

/* Do these tokens make a name of their own: not "National Oil" of National Oil Co, nor "Delaware" of Delaware Corp? */
static bool
is_name(const NewsTokens *tokens, uint32_t first, uint32_t end)
{
	NewsLexMatch match;

	if (end - first > 1)
	{
		for (uint32_t i = first; i < end; i++)
			if ((tokens->items[i].flags & NEWS_TOK_CAP) && !(flags_of(tokens, i) & (NEWS_W_COMMON | NEWS_W_FUNCTION)))
				return true;
		return false;
	}
	if (flags_of(tokens, first) & (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_COMPASS | NEWS_W_ORG_HEAD | NEWS_W_PLACE_HEAD))
		return false;
	match = news_lexicon_match(tokens, first, end, false);
	for (uint32_t r = match.first; r < match.first + match.n; r++)
	{
		NewsKind	kind = (NewsKind) news_lexicon.ent_kind[NEWS_READING_ENTITY(news_lexicon.readings[r])];

		if (kind == NEWS_PLACE || kind == NEWS_GROUP)
			return false;
	}
	return true;
}

uint32_t
news_name_form(const NewsTokens *tokens, const NewsSpan *span)
{
	uint32_t	first = news_name_start(tokens, span);
	uint32_t	end = span->end;

	if (span->kind != NEWS_ORGANIZATION)
		return end;
	while (end > first + 1 && (flags_of(tokens, end - 1) & NEWS_W_LEGAL_FORM))
		end--;
	if (end == span->end)
		return end;
	/* "Lindqvist and Co", "Lindqvist, Inc." */
	while (end > first + 1 && (tokens->items[end - 1].mark == ',' || tokens->items[end - 1].mark == '&' ||
							   news_str_eq(news_span_str(tokens, end - 1, end), news_str("and"))))
		end--;
	return end;
}

uint32_t
news_name_end(const NewsTokens *tokens, const NewsSpan *span)
{
	uint32_t	end = news_name_form(tokens, span);

	return end == span->end || is_name(tokens, news_name_start(tokens, span), end) ? end : span->end;
}

NewsStr
news_name_without_form(NewsStr key)
{
	uint32_t	end = key.len;

	for (;;)
	{
		uint32_t	start = end;
		uint32_t	word;

		while (start > 0 && key.s[start - 1] != ' ')
			start--;
		word = news_vocab_find(&news_vocab, key.s + start, end - start, news_hash(key.s + start, end - start));
		if (start == 0 || !(news_vocab.flags[word] & NEWS_W_LEGAL_FORM))
			break;
		end = start - 1;
	}
	/* "lindqvist and co" */
	if (end < key.len && end > 4 && memcmp(key.s + end - 4, " and", 4) == 0)
		end -= 4;
	return (NewsStr) {key.s, end};
}
