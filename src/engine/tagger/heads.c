/*
 * heads.c
 *	  Names that one of their words classifies: Ministry of Defence, Acme Corp,
 *	  Anbar Province, Lake Chad, Peace Treaty.
 */
#include "tagger/rules.h"

/* Does a head take what follows: of, for, on + capital? */
static bool
is_link(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);
	const char *s = f->tokens->text + t->start;
	uint32_t	len = t->end - t->start;

	if (t->kind != NEWS_WORD || (t->flags & NEWS_TOK_CAP))
		return false;
	return (len == 2 && (memcmp(s, "of", 2) == 0 || memcmp(s, "on", 2) == 0)) ||
		(len == 3 && memcmp(s, "for", 3) == 0);
}

static bool
is_word(const NewsFinder *f, uint32_t i, const char *word, uint32_t len)
{
	const NewsToken *t = news_rule_token(f, i);

	return t->end - t->start == len && memcmp(f->tokens->text + t->start, word, len) == 0;
}

static bool
is_and(const NewsFinder *f, uint32_t i)
{
	return is_word(f, i, "and", 3) || is_word(f, i, "&", 1);
}

/* The run that a head takes behind "of": a place and no more, or words up to a person's name. */
static uint32_t
complement_end(const NewsFinder *f, uint32_t i)
{
	uint32_t	run_end = news_rule_run_end(f, i);
	uint32_t	end = i + 1;
	NewsPick	pick = news_rule_lookup(f, i);

	if (pick.ntokens && pick.kind == NEWS_PLACE && pick.ntokens < run_end - i &&
		!(news_rule_flags(f, run_end - 1) & NEWS_W_ORG_HEAD))
		return i + pick.ntokens;
	while (end < run_end && !((news_rule_flags(f, end) & NEWS_W_FIRSTNAME) && !news_rule_common(f, end)))
		end++;
	return end;
}

/* The end of "of Foreign Affairs and Trade" at i, or i. */
static uint32_t
take_complement(const NewsFinder *f, uint32_t i)
{
	uint32_t	end = i;

	for (int links = 0; links < 3 && end + 1 < f->sentence_end; links++)
	{
		uint32_t	j = end;

		if (is_link(f, j))
			j++;
		else if (links > 0 && is_and(f, j) && news_rule_cap(f, j + 1) &&
				 !(news_rule_flags(f, j + 1) & (NEWS_W_PHRASE | NEWS_W_FIRSTNAME)))
			j++;
		else
			break;
		if (j < f->sentence_end && is_word(f, j, "the", 3))
		{
			/* a university "of the US" has no such name */
			if (news_rule_token(f, ++j)->flags & NEWS_TOK_UPPER)
				break;
		}
		if (j >= f->sentence_end || !news_rule_cap(f, j) || (news_rule_flags(f, j) & (NEWS_W_WEEKDAY | NEWS_W_MONTH)))
			break;
		end = complement_end(f, j);
		if (end - i > NEWS_RUN_MAX)
			return i;
	}
	return end;
}

typedef struct Head
{
	uint32_t	at;				/* token of the head */
	NewsKind	kind;
	bool		suffix;			/* Corp, Inc: sure by itself */
} Head;

/* The last head of the run that is not its first word; at = i when there is none. */
static Head
find_head(const NewsFinder *f, uint32_t i, uint32_t end)
{
	Head		head = {i, NEWS_ORGANIZATION, false};

	for (uint32_t k = i + 1; k < end; k++)
	{
		uint32_t	flags = news_rule_flags(f, k);

		if (!news_rule_cap(f, k))
			continue;
		/* the first of several kinds of heads decides what a run is: "World Cup Committee" is the last one's */
		if (flags & NEWS_W_ORG_SUFFIX && (news_rule_token(f, k)->flags & NEWS_TOK_CAP))
			head = (Head) {k, NEWS_ORGANIZATION, true};
		else if (flags & NEWS_W_ORG_HEAD)
			head = (Head) {k, NEWS_ORGANIZATION, false};
		else if (flags & NEWS_W_PLACE_HEAD)
			head = (Head) {k, NEWS_PLACE, false};
		else if (flags & NEWS_W_EVENT_HEAD)
			head = (Head) {k, NEWS_EVENT_NAME, false};
		else if (flags & NEWS_W_WORK_HEAD)
			head = (Head) {k, NEWS_WORK, false};
	}
	return head;
}

/* "Food and Drug Administration": a run of common words, "and", a run with a head. */
static uint32_t
join_and(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	end;

	if (run_end + 1 >= f->sentence_end || !is_and(f, run_end) || !news_rule_cap(f, run_end + 1) || run_end - i > 3)
		return run_end;
	for (uint32_t k = i; k < run_end; k++)
		if (!(news_rule_flags(f, k) & NEWS_W_COMMON) && !is_word(f, run_end, "&", 1))
			return run_end;
	end = news_rule_run_end(f, run_end + 1);
	if (is_word(f, run_end, "&", 1))
		return end;
	if (end - run_end <= 4 && (news_rule_flags(f, end - 1) & NEWS_W_ORG_HEAD))
		return end;
	return run_end;
}

/* "Lake Geneva", "Mount Hermon", "San Lorenzo". */
static uint32_t
fronted_place(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	flags = news_rule_flags(f, i);
	uint32_t	end = i + 1;

	if (!(flags & NEWS_W_PLACE_FRONT) || i + 1 >= run_end || news_rule_common(f, i + 1))
		return i;
	if (flags & NEWS_W_COMPASS)
	{
		/* Northern Syria: only before a place the lexicon knows */
		NewsPick	pick = news_rule_lookup(f, i + 1);

		return pick.ntokens && pick.kind == NEWS_PLACE && !(news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE) ?
			i + 1 + pick.ntokens : i;
	}
	/* Gulf Arabs are people */
	if (news_rule_lookup(f, i + 1).kind == NEWS_GROUP)
		return i;
	while (end < run_end && end < i + 3 && !news_rule_common(f, end) && news_rule_cap(f, end))
		end++;
	return end;
}

uint32_t
news_rule_headed(const NewsFinder *f, uint32_t i, uint32_t run_end, NewsKind *kind, float *score)
{
	uint32_t	flags = news_rule_flags(f, i);
	uint32_t	end = join_and(f, i, run_end);
	Head		head = find_head(f, i, end);
	uint32_t	complement;

	/* where every word has a capital, one that news writes without tells nothing */
	if (f->style != NEWS_STYLE_NORMAL && !head.suffix && (end - i > 5 ||
		 (news_rule_common(f, i) && (f->headline || head.kind != NEWS_ORGANIZATION))))
		return i;
	if (head.at > i)
	{
		end = head.at + 1;
		if (head.suffix && end < f->sentence_end && (news_rule_flags(f, end) & NEWS_W_ORG_SUFFIX) && news_rule_cap(f, end))
			end++;
		*kind = head.kind;
		*score = head.suffix ? 0.9f : head.kind == NEWS_ORGANIZATION ? 0.8f : head.kind == NEWS_PLACE ? 0.8f : 0.6f;
		if (f->style != NEWS_STYLE_NORMAL)
			*score -= 0.25f;
		if (head.kind == NEWS_ORGANIZATION && (complement = take_complement(f, end)) > end && !head.suffix)
			end = complement;
		/* a sentence's first word may have its capital from there */
		if ((news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE) && (flags & NEWS_W_COMMON) && head.at == i + 1 &&
			!(news_rule_seen(f, head.at) & NEWS_SEEN_CAP))
			*score -= 0.2f;
		return end;
	}
	if ((flags & NEWS_W_ORG_HEAD) && run_end == i + 1 && f->style == NEWS_STYLE_NORMAL &&
		(complement = take_complement(f, i + 1)) > i + 1)
	{
		*kind = NEWS_ORGANIZATION;
		*score = 0.8f;
		return complement;
	}
	end = fronted_place(f, i, run_end);
	*kind = NEWS_PLACE;
	*score = 0.75f;
	return end;
}

bool
news_rule_place_context(const NewsFinder *f, uint32_t i, uint32_t end)
{
	if (end < f->sentence_end && news_rule_mark(f, end, ',') && end + 1 < f->sentence_end && news_rule_cap(f, end + 1))
	{
		NewsLexMatch match = news_lexicon_match(f->tokens, end + 1, f->sentence_end, false);

		if (match.ntokens && news_lexicon.ent_kind[NEWS_READING_ENTITY(news_lexicon.readings[match.first])] == NEWS_PLACE &&
			(!(NEWS_READING_FLAGS(news_lexicon.readings[match.first]) & NEWS_READING_WEAK) ||
			 (news_rule_token(f, end + 1)->flags & NEWS_TOK_PERIOD)))
			return true;
	}
	/* Waterford, Va. */
	if ((news_rule_token(f, end - 1)->flags & NEWS_TOK_PERIOD) && i > 1 && news_rule_cap(f, i - 2) &&
		(news_rule_mark(f, i - 1, ',') || news_rule_mark(f, i - 1, '-')))
		return true;
	if (i == 0 || (news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE))
		return false;
	if ((news_rule_flags(f, i - 1) & (NEWS_W_PLACE_CUE | NEWS_W_COMPASS)) && !(news_rule_token(f, i - 1)->flags & NEWS_TOK_UPPER))
		return true;
	/* the city of X, the town of X */
	return i >= 2 && is_word(f, i - 1, "of", 2) && (news_rule_flags(f, i - 2) & NEWS_W_PLACE_HEAD) &&
		!(news_rule_token(f, i - 2)->flags & NEWS_TOK_CAP);
}
