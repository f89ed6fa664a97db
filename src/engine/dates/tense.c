/*
 * tense.c
 *	  Does the clause of a date look back or ahead?
 */
#include "dates/resolve.h"

/* Tokens looked at to either side. */
#define REACH_BACK 24
#define REACH_AHEAD 12

/* A verb in the past tense by its form: a lower-case word in -ed. */
static bool
looks_past(const NewsTokens *tokens, const NewsToken *t)
{
	const char *end = tokens->text + t->end;

	return t->kind == NEWS_WORD && !(t->flags & NEWS_TOK_CAP) && t->end - t->start >= 5 &&
		end[-1] == 'd' && end[-2] == 'e' && end[-3] != 'e';
}

static bool
is_word(const NewsTokens *tokens, const NewsToken *t, const char *word)
{
	size_t		len = strlen(word);

	return t->end - t->start == len && memcmp(tokens->text + t->start, word, len) == 0;
}

/* "until Friday" in mid-sentence, "as early as Friday" */
static bool
leads_ahead(const NewsDoc *doc, const NewsDateMatch *match, uint32_t sentence_first)
{
	const NewsToken *t = &doc->tokens.items[match->first];

	if (match->first >= sentence_first + 2 && is_word(&doc->tokens, t - 1, "until"))
		return true;
	return match->first >= sentence_first + 3 && is_word(&doc->tokens, t - 1, "as") &&
		(is_word(&doc->tokens, t - 2, "early") || is_word(&doc->tokens, t - 2, "soon"));
}

/* "will be held", "is expected to be released": the participle tells nothing, the verbs before it do. */
static bool
is_passive_infinitive(const NewsTokens *tokens, const NewsToken *t)
{
	return !(t->flags & NEWS_TOK_SENTENCE) && is_word(tokens, t - 1, "be");
}

/* "is to resume", "are set to resume", "is about to resume", "agreed to resume" */
static bool
is_ahead_by_to(const NewsTokens *tokens, const NewsToken *t)
{
	if ((t->flags & NEWS_TOK_SENTENCE) || !is_word(tokens, t, "to"))
		return false;
	return is_word(tokens, t - 1, "is") || is_word(tokens, t - 1, "are") || is_word(tokens, t - 1, "about") ||
		is_word(tokens, t - 1, "set") || news_date_cue(t - 1, NEWS_CUE_ahead);
}

static int
tense_of_token(const NewsTokens *tokens, const NewsToken *t)
{
	if (news_date_cue(t, NEWS_CUE_future))
	{
		/* "had been due": what was ahead once */
		if (!(t->flags & NEWS_TOK_SENTENCE) && is_word(tokens, t - 1, "been"))
			return -1;
		return 1;
	}
	/* "is set for Tuesday" */
	if (is_word(tokens, t, "set") && is_word(tokens, t + 1, "for"))
		return 1;
	/* "may leave"; May is a month */
	if (is_ahead_by_to(tokens, t) || is_word(tokens, t, "may"))
		return 1;
	if (news_date_cue(t, NEWS_CUE_past) || looks_past(tokens, t))
		return is_passive_infinitive(tokens, t) ? 0 : -1;
	return 0;
}

static bool
ends_clause(const NewsToken *t)
{
	return t->kind == NEWS_PUNCT && (t->mark == ';' || t->mark == '"' || t->mark == ')');
}

int
news_date_tense(const NewsDoc *doc, const NewsDateMatch *match)
{
	const NewsSentence *s = &doc->sentences.items[match->sentence];
	const NewsToken *items = doc->tokens.items;
	uint32_t	low = match->first > s->first + REACH_BACK ? match->first - REACH_BACK : s->first;
	uint32_t	high = match->end + REACH_AHEAD < s->end ? match->end + REACH_AHEAD : s->end;

	if (leads_ahead(doc, match, s->first))
		return 1;
	if (match->end < s->end && (items[match->end].flags & NEWS_TOK_CLITIC))
		return -1;				/* Friday's vote: most often the one that was */
	for (uint32_t i = match->first; i > low && !ends_clause(&items[i - 1]); i--)
	{
		int			tense = tense_of_token(&doc->tokens, &items[i - 1]);

		if (tense)
			return tense;
	}
	for (uint32_t i = match->end; i < high && !ends_clause(&items[i]); i++)
	{
		int			tense = tense_of_token(&doc->tokens, &items[i]);

		if (tense)
			return tense;
	}
	/* a limit that no verb puts in the past: "the program to pay it down by February" */
	return match->first >= s->first + 2 && is_word(&doc->tokens, &items[match->first - 1], "by");
}
