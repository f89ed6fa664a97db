/*
 * invariants.c
 *	  What holds for every document, whatever the text.
 */
#include "invariants.h"

#include <stdarg.h>
#include <stdio.h>

static char broken_message[200];

static const char *broken(const char *format,...) __attribute__((format(printf, 1, 2)));

static const char *
broken(const char *format,...)
{
	va_list		args;

	va_start(args, format);
	vsnprintf(broken_message, sizeof(broken_message), format, args);
	va_end(args);
	return broken_message;
}

/* Bytes of the well-formed UTF-8 character at s (RFC 3629), 0 when there is none. */
static uint32_t
utf8_length(const unsigned char *s, uint32_t left)
{
	uint32_t	n;
	uint32_t	c;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xC2 || s[0] > 0xF4)
		return 0;
	n = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	if (left < n)
		return 0;
	c = s[0] & (0x7F >> n);
	for (uint32_t i = 1; i < n; i++)
	{
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3F);
	}
	if ((n == 3 && c < 0x800) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)) || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	return n;
}

bool
news_utf8_valid(const char *s, uint32_t len)
{
	for (uint32_t at = 0; at < len;)
	{
		uint32_t	n = utf8_length((const unsigned char *) s + at, len - at);

		if (n == 0)
			return false;
		at += n;
	}
	return true;
}

/* Characters of len bytes: all bytes but the second and later ones of UTF-8. */
static uint32_t
count_chars(const char *s, uint32_t len)
{
	uint32_t	chars = 0;

	for (uint32_t i = 0; i < len; i++)
		chars += ((unsigned char) s[i] & 0xC0) != 0x80;
	return chars;
}

/* Is byte at the first of a character, in well-formed text? */
static bool
is_char_start(const NewsTokens *tokens, uint32_t at)
{
	return at >= tokens->len || ((unsigned char) tokens->text[at] & 0xC0) != 0x80;
}

static const char *
broken_token(const NewsTokens *tokens, uint32_t i, uint32_t previous_end)
{
	const NewsToken *token = &tokens->items[i];
	bool		space = token->flags & NEWS_TOK_SPACE;
	bool		line = token->flags & NEWS_TOK_LINE;
	bool		para = token->flags & NEWS_TOK_PARA;
	char		folded[NEWS_FOLD_MAX];
	uint32_t	len;

	if (token->start < previous_end || token->end <= token->start || token->end > tokens->len)
		return broken("token %u spans %u..%u behind %u of %u bytes", i, token->start, token->end, previous_end, tokens->len);
	if (token->kind > NEWS_URL)
		return broken("token %u has kind %u", i, token->kind);
	if ((line && !space) || (para && !line))
		return broken("token %u has a line or paragraph without its space", i);
	if (i == 0 && !para)
		return broken("the first token opens no paragraph");
	if (i > 0 && space && token->start == previous_end)
		return broken("token %u has a space but touches the one before", i);
	if (token->word > tokens->vocab->nwords)
		return broken("token %u has word %u of %u", i, token->word, tokens->vocab->nwords);
	len = news_token_fold(tokens, token, folded, sizeof(folded));
	if (len > sizeof(folded))
		return broken("token %u folds to %u bytes", i, len);
	if (len > 0 && news_hash(folded, len) != token->hash)
		return broken("token %u has not the hash of its folded form", i);
	if (len > 0 && news_vocab_find(tokens->vocab, folded, len, token->hash) != token->word)
		return broken("token %u has not the word of its folded form", i);
	return NULL;
}

const char *
news_broken_tokens(const NewsTokens *tokens)
{
	const NewsToken *last = &tokens->items[tokens->n];
	bool		valid = news_utf8_valid(tokens->text, tokens->len);
	uint32_t	chars = 0;
	uint32_t	at = 0;

	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const NewsToken *token = &tokens->items[i];
		const char *fault = broken_token(tokens, i, at);
		uint32_t	width;

		if (fault)
			return fault;
		if (valid && !(is_char_start(tokens, token->start) && is_char_start(tokens, token->end)))
			return broken("token %u divides a character", i);
		chars += count_chars(tokens->text + at, token->start - at);
		if (chars != token->chars)
			return broken("token %u is at character %u, not %u", i, chars, token->chars);
		width = count_chars(tokens->text + token->start, token->end - token->start);
		if (news_span_chars(tokens, i, i + 1) != width)
			return broken("token %u has %u characters, not %u", i, width, news_span_chars(tokens, i, i + 1));
		chars += width;
		at = token->end;
	}
	chars += count_chars(tokens->text + at, tokens->len - at);
	if (last->start != tokens->len || last->end != tokens->len)
		return "the end token is not at the end";
	if (tokens->nchars != chars || last->chars != chars)
		return broken("%u characters, not %u (end token %u)", chars, tokens->nchars, last->chars);
	return NULL;
}

const char *
news_broken_sentences(const NewsTokens *tokens, const NewsSentences *sentences)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < sentences->n; i++)
	{
		const NewsSentence *sentence = &sentences->items[i];

		if (sentence->first != at || sentence->end <= sentence->first)
			return broken("sentence %u is %u..%u, behind %u", i, sentence->first, sentence->end, at);
		for (; at < sentence->end && at < tokens->n; at++)
		{
			bool		flag = tokens->items[at].flags & NEWS_TOK_SENTENCE;

			if (flag != (at == sentence->first))
				return broken("token %u has a wrong sentence flag", at);
		}
		if (news_sentence_of(sentences, sentence->first) != i || news_sentence_of(sentences, sentence->end - 1) != i)
			return broken("sentence %u is not that of its tokens", i);
	}
	if (at != tokens->n)
		return broken("sentences end at token %u of %u", at, tokens->n);
	return NULL;
}

/* A span of tokens inside one sentence; what and i name it. */
static const char *
broken_span(const NewsDoc *doc, const char *what, uint32_t i, uint32_t first, uint32_t end, uint32_t sentence)
{
	if (first >= end || end > doc->tokens.n)
		return broken("%s %u spans tokens %u..%u of %u", what, i, first, end, doc->tokens.n);
	if (sentence >= doc->sentences.n)
		return broken("%s %u is in sentence %u of %u", what, i, sentence, doc->sentences.n);
	if (first < doc->sentences.items[sentence].first || end > doc->sentences.items[sentence].end)
		return broken("%s %u is not inside its sentence %u", what, i, sentence);
	return NULL;
}

/* valid: the text is UTF-8, so every string must be. */
static const char *
broken_string(const char *what, uint32_t i, NewsStr s, bool required, bool valid)
{
	if (s.s == NULL)
		return required ? broken("%s of %u is missing", what, i) : NULL;
	if (required && s.len == 0)
		return broken("%s of %u is empty", what, i);
	if (valid && !news_utf8_valid(s.s, s.len))
		return broken("%s of %u is not UTF-8", what, i);
	return NULL;
}

static const char *
broken_days(const char *what, uint32_t i, NewsDays days)
{
	if ((days.from == NEWS_NO_DAY) != (days.to == NEWS_NO_DAY))
		return broken("%s %u has half a range of days", what, i);
	if (days.from != NEWS_NO_DAY && days.from >= days.to)
		return broken("%s %u covers days %d..%d", what, i, days.from, days.to);
	return NULL;
}

static const char *
broken_score(const char *what, uint32_t i, float score)
{
	if (!(score >= 0 && score <= 1))
		return broken("%s %u has the score %g", what, i, (double) score);
	return NULL;
}

#define TRY(fault_expression) \
	do { const char *fault_ = (fault_expression); if (fault_) return fault_; } while (0)

static const char *
broken_names(const NewsDoc *doc, bool valid)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < doc->nentities; i++)
	{
		const NewsEntity *entity = &doc->entities[i];

		TRY(broken_string("kind of entity", i, entity->kind_name, true, valid));
		TRY(broken_string("name of entity", i, entity->name, true, valid));
		TRY(broken_string("code of entity", i, entity->code, entity->code.s != NULL, valid));
		if (entity->kind < NEWS_OWN_KIND && !news_str_eq(entity->kind_name, news_str(news_kind_names[entity->kind])))
			return broken("entity %u has a kind and the name of another", i);
	}
	for (uint32_t i = 0; i < doc->nmentions; i++)
	{
		const NewsMention *mention = &doc->mentions[i];

		TRY(broken_span(doc, "mention", i, mention->first, mention->end, mention->sentence));
		TRY(broken_score("mention", i, mention->score));
		if (mention->entity >= doc->nentities)
			return broken("mention %u has entity %u of %u", i, mention->entity, doc->nentities);
		if (mention->role_first > mention->role_end || mention->role_end > doc->tokens.n ||
			(mention->role_first < mention->end && mention->role_end > mention->first))
			return broken("mention %u has a role at %u to %u", i, mention->role_first, mention->role_end);
		if (mention->first < at)
			return broken("mention %u overlaps the one before", i);
		at = mention->end;
	}
	for (uint32_t i = 0; i < doc->ninner; i++)
	{
		const NewsInner *inner = &doc->inner[i];
		const NewsMention *outer = &doc->mentions[inner->outer < doc->nmentions ? inner->outer : 0];

		if (inner->outer >= doc->nmentions || inner->mention.entity >= doc->nentities)
			return broken("inner mention %u is of mention %u", i, inner->outer);
		if (inner->mention.first < outer->first || inner->mention.end > outer->end || inner->mention.first >= inner->mention.end ||
			(inner->mention.first == outer->first && inner->mention.end == outer->end))
			return broken("inner mention %u is not inside of mention %u", i, inner->outer);
		if (i > 0 && inner->mention.first < inner[-1].mention.end)
			return broken("inner mention %u overlaps the one before", i);
	}
	return NULL;
}

static const char *
broken_dates(const NewsDoc *doc, bool valid)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < doc->ndates; i++)
	{
		const NewsTimex *date = &doc->dates[i];

		TRY(broken_span(doc, "date", i, date->first, date->end, date->sentence));
		TRY(broken_string("value of date", i, date->value, true, valid));
		TRY(broken_days("date", i, date->during));
		if (date->kind > NEWS_SET || date->basis > NEWS_BASIS_VAGUE)
			return broken("date %u has kind %d and basis %d", i, (int) date->kind, (int) date->basis);
		if (date->first < at)
			return broken("date %u overlaps the one before", i);
		if ((date->kind == NEWS_DURATION || date->kind == NEWS_SET) && date->during.from != NEWS_NO_DAY)
			return broken("date %u is a duration or set but covers days", i);
		at = date->end;
	}
	return NULL;
}

static const char *
broken_party(const NewsDoc *doc, const char *what, uint32_t i, const NewsParty *party, bool valid)
{
	if (party->entity < -1 || party->entity >= (int64_t) doc->nentities)
		return broken("%s of event %u is entity %d", what, i, party->entity);
	if (party->entity >= 0 && party->name.s == NULL)
		return broken("%s of event %u is an entity without a name", what, i);
	TRY(broken_string(what, i, party->name, party->name.s != NULL, valid));
	TRY(broken_string(what, i, party->kind, false, valid));
	return broken_string(what, i, party->code, party->code.s != NULL, valid);
}

static const char *
broken_events(const NewsDoc *doc, bool valid)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < doc->nevents; i++)
	{
		const NewsEvent *event = &doc->events[i];

		TRY(broken_span(doc, "event", i, event->first, event->end, event->sentence));
		TRY(broken_string("type of event", i, event->type, true, valid));
		TRY(broken_party(doc, "actor", i, &event->actor, valid));
		TRY(broken_party(doc, "recipient", i, &event->recipient, valid));
		TRY(broken_string("place of event", i, event->place, event->place.s != NULL, valid));
		TRY(broken_string("source of event", i, event->source, event->source.s != NULL, valid));
		TRY(broken_days("event", i, event->during));
		TRY(broken_score("event", i, event->score));
		if (event->status > NEWS_NEGATED || event->basis > NEWS_BASIS_PUBLISHED)
			return broken("event %u has status %d and basis %d", i, (int) event->status, (int) event->basis);
		if (event->first < at)
			return broken("event %u stands before its predecessor", i);
		at = event->first;
	}
	return NULL;
}

const char *
news_broken_doc(const NewsDoc *doc)
{
	bool		valid = news_utf8_valid(doc->tokens.text, doc->tokens.len);

	TRY(news_broken_tokens(&doc->tokens));
	TRY(news_broken_sentences(&doc->tokens, &doc->sentences));
	TRY(broken_names(doc, valid));
	TRY(broken_dates(doc, valid));
	return broken_events(doc, valid);
}

const char *
news_broken_article(const NewsArticle *article, const char *raw, uint32_t len)
{
	bool		valid = news_utf8_valid(raw, len);

	TRY(broken_string("title", 0, article->title, false, valid));
	TRY(broken_string("byline", 0, article->byline, false, valid));
	TRY(broken_string("language", 0, article->language, article->language.s != NULL, valid));
	TRY(broken_string("published_basis", 0, article->published_basis, article->published.known, valid));
	TRY(broken_score("article", 0, article->published_score));
	if (article->body.s == NULL)
		return "an article without a body, not even an empty one";
	TRY(broken_string("body", 0, article->body, false, valid));
	if (article->published.known && (article->published.second < 0 || article->published.second > 86400))
		return broken("published at second %d of the day", article->published.second);
	return NULL;
}
