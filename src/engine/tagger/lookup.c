/*
 * lookup.c
 *	  The lexicon's readings, weighed by what stands around.
 */
#include "tagger/rules.h"

static bool
is_first_in_sentence(const NewsFinder *f, uint32_t i)
{
	return news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE;
}

/* The word before i is this one, in any case. */
static bool
before_is_the(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t;

	if (i == 0)
		return false;
	t = news_rule_token(f, i - 1);
	return t->end - t->start == 3 && (f->tokens->text[t->start] | 0x20) == 't' &&
		(f->tokens->text[t->start + 1] | 0x20) == 'h' && (f->tokens->text[t->start + 2] | 0x20) == 'e';
}

/* Austin Mayor Anna Brandt, House Speaker Paul Brandt: is what stands at i a title and a first name? */
static bool
is_titled_person(const NewsFinder *f, uint32_t i)
{
	for (uint32_t end = i + 3; i + 1 < f->sentence_end && i < end && news_rule_cap(f, i); i++)
	{
		uint32_t	flags = news_rule_flags(f, i);

		/* King and Major are first names too; Gov. is nothing but a title */
		if ((flags & NEWS_W_TITLE) && (!(flags & NEWS_W_FIRSTNAME) || (flags & NEWS_W_HONORIFIC)) && news_rule_cap(f, i + 1) &&
			((news_rule_flags(f, i + 1) & NEWS_W_FIRSTNAME) || (flags & (NEWS_W_HONORIFIC | NEWS_W_SURNAME)) == NEWS_W_HONORIFIC))
			return true;
		if (!(flags & (NEWS_W_TITLE | NEWS_W_TITLE_PART)))
			return false;
	}
	return false;
}

/* Is a reading that the lexicon doubts right here? */
static bool
supports(const NewsFinder *f, uint32_t i, uint32_t ntokens, uint32_t entity, NewsKind kind)
{
	uint32_t	end = i + ntokens;
	bool		capital_next = end < f->sentence_end && news_rule_cap(f, end) && !news_rule_common(f, end);

	if (news_lexicon.ent_flags[entity] & NEWS_LEX_COUNTRY)
		return !capital_next || news_rule_place_context(f, i, end) || is_titled_person(f, end);
	if (f->style == NEWS_STYLE_NORMAL && (kind == NEWS_PLACE || kind == NEWS_ORGANIZATION) && is_titled_person(f, end))
		return true;
	switch (kind)
	{
		case NEWS_PLACE:
			return news_rule_place_context(f, i, end);
		case NEWS_ORGANIZATION:
			if (f->style != NEWS_STYLE_NORMAL || is_first_in_sentence(f, i))
				return false;
			if (news_rule_flags(f, i) & (NEWS_W_COMMON | NEWS_W_FUNCTION))
				return before_is_the(f, i) && !capital_next;
			return !capital_next && !(news_rule_seen(f, i) & NEWS_SEEN_PERSON) && !news_rule_titled(f, i);
		case NEWS_GROUP:
			return f->style == NEWS_STYLE_NORMAL && !is_first_in_sentence(f, i) && !capital_next;
		default:
			return false;
	}
}

/* In capitals throughout, an abbreviation looks like a word: WHO, IS, US. */
static bool
hidden_word(const NewsFinder *f, uint32_t i, uint32_t ntokens, uint32_t flags)
{
	return f->style == NEWS_STYLE_UPPER && ntokens == 1 && (flags & NEWS_READING_EXACT) &&
		(news_rule_flags(f, i) & (NEWS_W_COMMON | NEWS_W_AUXILIARY));
}

NewsPick
news_rule_lookup(const NewsFinder *f, uint32_t i)
{
	NewsPick	pick = {0, 0, 0, NEWS_PERSON};
	uint32_t	end = f->sentence_end;

	/* a longer spelling that the context rejects may hide a shorter one */
	for (int tries = 0; tries < 3 && end > i; tries++)
	{
		NewsLexMatch match = news_lexicon_match(f->tokens, i, end, false);

		if (match.ntokens == 0)
			break;
		for (uint32_t r = match.first; r < match.first + match.n; r++)
		{
			uint32_t	flags = NEWS_READING_FLAGS(news_lexicon.readings[r]);
			uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);
			NewsKind	kind = (NewsKind) news_lexicon.ent_kind[entity];

			if (!news_lexicon_written(f->tokens, i, match.ntokens, r) || hidden_word(f, i, match.ntokens, flags))
				continue;
			if ((flags & NEWS_READING_WEAK) && !supports(f, i, match.ntokens, entity, kind))
				continue;
			return (NewsPick) {match.ntokens, entity, flags, kind};
		}
		end = i + match.ntokens - 1;
	}
	return pick;
}
