/*
 * person.c
 *	  People: first names, surnames, titles, initials, particles.
 */
#include "tagger/rules.h"

/* A person's name has no more tokens than this. */
#define PERSON_MAX 9

static bool
is_initial(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);

	if (t->kind != NEWS_WORD || !(t->flags & NEWS_TOK_CAP))
		return false;
	if (t->flags & NEWS_TOK_ACRONYM)
		return t->end - t->start <= 6 && !(news_rule_flags(f, i) & NEWS_W_PHRASE);
	return t->end - t->start == 1 || (t->end - t->start == 2 && (t->flags & NEWS_TOK_PERIOD));
}

static bool
is_head(const NewsFinder *f, uint32_t i)
{
	uint32_t	flags = news_rule_flags(f, i);

	if (!(flags & (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX | NEWS_W_PLACE_HEAD | NEWS_W_EVENT_HEAD | NEWS_W_WORK_HEAD)))
		return false;
	return (flags & NEWS_W_COMMON) || i == 0 || !(news_rule_flags(f, i - 1) & NEWS_W_FIRSTNAME);
}

/* A country, and not one whose name people bear. */
static bool
is_country(const NewsFinder *f, uint32_t i)
{
	NewsLexMatch match;

	if (!(news_rule_flags(f, i) & NEWS_W_PHRASE))
		return false;
	match = news_lexicon_match(f->tokens, i, i + 1, false);
	for (uint32_t r = match.first; r < match.first + match.n; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

		if (news_lexicon.ent_kind[entity] == NEWS_GROUP)
			return !(news_rule_flags(f, i) & NEWS_W_SURNAME);
		if ((news_lexicon.ent_flags[entity] & NEWS_LEX_COUNTRY) &&
			!(NEWS_READING_FLAGS(news_lexicon.readings[r]) & NEWS_READING_WEAK))
			return true;
	}
	return false;
}

/* Liu He: a little word with a capital inside a sentence, in text that writes such words without. */
static bool
is_syllable(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);

	return f->style == NEWS_STYLE_NORMAL && i > 0 && t->end - t->start == 2 && (t->flags & NEWS_TOK_CAP) &&
		!(t->flags & (NEWS_TOK_UPPER | NEWS_TOK_SENTENCE | NEWS_TOK_LINE | NEWS_TOK_BREAK | NEWS_TOK_PERIOD)) &&
		news_rule_cap(f, i - 1) && (news_rule_flags(f, i - 1) & (NEWS_W_SURNAME | NEWS_W_FIRSTNAME)) &&
		!(news_rule_flags(f, i - 1) & (NEWS_W_FUNCTION | NEWS_W_COMMON));
}

/* May the word at i end a person's name? */
static bool
may_be_last(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);
	uint32_t	flags = news_rule_flags(f, i);

	if (t->kind != NEWS_WORD || is_initial(f, i) || is_head(f, i) || is_country(f, i))
		return false;
	if (flags & NEWS_W_TITLE && flags & NEWS_W_COMMON && !(flags & NEWS_W_SURNAME))
		return false;
	if ((flags & NEWS_W_FUNCTION) && is_syllable(f, i))
		return true;
	if (flags & (NEWS_W_FUNCTION | NEWS_W_WEEKDAY))
		return false;
	if (f->style == NEWS_STYLE_NORMAL && (t->flags & NEWS_TOK_UPPER) && t->end - t->start < 5 && !(flags & NEWS_W_SURNAME))
		return false;
	if (!news_rule_common(f, i) || (flags & NEWS_W_SURNAME))
		return true;
	/* William Headline: behind a first name, in a sentence that has capitals for names alone */
	return f->style == NEWS_STYLE_NORMAL && i > 0 && news_rule_cap(f, i - 1) && !(t->flags & NEWS_TOK_UPPER) &&
		(news_rule_flags(f, i - 1) & NEWS_W_FIRSTNAME) && !news_rule_common(f, i - 1) &&
		!(flags & (NEWS_W_TITLE | NEWS_W_TITLE_PART | NEWS_W_MONTH | NEWS_W_ORG_HEAD | NEWS_W_PLACE_HEAD)) &&
		!(news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE);
}

/* The next part of a name at i: a word, an initial, or particles and a word.  Returns its end, or i. */
static uint32_t
part_end(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	j = i;

	if (j < run_end && news_rule_mark(f, j, '-'))
	{
		j++;
		/* Chiang Kai-shek: the run has taken what is no English word */
		if (j < run_end && news_rule_token(f, j)->kind == NEWS_WORD && !(news_rule_token(f, j)->flags & NEWS_TOK_CAP) &&
			!(news_rule_flags(f, j) & NEWS_W_PARTICLE))
			return j + 1;
	}
	while (j < run_end && j < i + 4 && !(news_rule_token(f, j)->flags & NEWS_TOK_CAP) &&
		   ((news_rule_flags(f, j) & NEWS_W_PARTICLE) || (j > i && news_rule_mark(f, j, '-'))))
		j++;
	if (j >= run_end || !news_rule_cap(f, j))
		return i;
	if (is_initial(f, j) || may_be_last(f, j) || (news_rule_flags(f, j) & (NEWS_W_FIRSTNAME | NEWS_W_PARTICLE)))
		return j + 1;
	return i;
}

/* XIV, II: behind the name of a king or pope. */
static bool
is_roman(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);

	if (i >= f->sentence_end || t->kind != NEWS_WORD || t->end - t->start > 5)
		return false;
	for (uint32_t k = t->start; k < t->end; k++)
		if (!strchr("IVX", f->tokens->text[k]))
			return false;
	return true;
}

/* Takes "Jr.", "III" behind a name. */
static uint32_t
take_suffix(const NewsFinder *f, uint32_t end)
{
	if (end < f->sentence_end && (news_rule_flags(f, end) & NEWS_W_NAME_SUFFIX) &&
		(news_rule_token(f, end)->flags & NEWS_TOK_CAP))
		return end + 1;
	return is_roman(f, end) ? end + 1 : end;
}

/* Does the text behind the name speak of a person: "said", "who", ", 54,"? */
static bool
has_person_cue(const NewsFinder *f, uint32_t end)
{
	if (end + 1 >= f->sentence_end)
		return false;
	/* "X also said", "X has said" */
	if ((news_rule_flags(f, end) & (NEWS_W_FUNCTION | NEWS_W_AUXILIARY)) && !(news_rule_token(f, end)->flags & NEWS_TOK_CAP) &&
		(news_rule_flags(f, end + 1) & NEWS_W_SPEECH))
		return true;
	if (news_rule_flags(f, end) & (NEWS_W_PERSON_VERB | NEWS_W_SPEECH))
		return !(news_rule_token(f, end)->flags & NEWS_TOK_CAP);
	if (news_rule_mark(f, end, ',') && end + 2 < f->sentence_end)
	{
		const NewsToken *t = news_rule_token(f, end + 1);

		if (t->kind == NEWS_NUMBER && t->end - t->start == 2 && news_rule_mark(f, end + 2, ','))
			return true;
		return (news_rule_flags(f, end + 1) & NEWS_W_PRONOUN) && !(t->flags & NEWS_TOK_CAP);
	}
	return false;
}

/* Behind a quotation or a comma: "..., said X". */
static bool
is_quoted(const NewsFinder *f, uint32_t i)
{
	return i > 1 && !(news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE) && (news_rule_flags(f, i - 1) & NEWS_W_SPEECH) &&
		!(news_rule_token(f, i - 1)->flags & NEWS_TOK_CAP) && news_rule_token(f, i - 2)->kind == NEWS_PUNCT;
}

bool
news_rule_titled(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t;
	uint32_t	flags;

	if (i == 0 || (news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE))
		return false;
	t = news_rule_token(f, i - 1);
	flags = news_rule_flags(f, i - 1);
	if (t->kind != NEWS_WORD)
		return false;
	return flags & (NEWS_W_TITLE | NEWS_W_HONORIFIC);
}

/* Of a name of several words: how sure its words make us. */
static float
score_full(const NewsFinder *f, uint32_t i, uint32_t last, uint32_t end, bool titled)
{
	uint32_t	first_flags = news_rule_flags(f, i);
	uint32_t	last_flags = news_rule_flags(f, last);
	float		score = 0.42f;

	if (is_initial(f, i))
		score += 0.3f;
	if (first_flags & NEWS_W_FIRSTNAME)
		score += first_flags & NEWS_W_COMMON ? 0.2f : 0.4f;
	if (last_flags & NEWS_W_SURNAME)
		score += 0.1f;
	if (news_rule_common(f, last))
		score -= 0.15f;
	if ((last_flags & NEWS_W_FIRSTNAME) && !(first_flags & NEWS_W_FIRSTNAME))
		score += 0.1f;
	if (titled)
		score += 0.35f;
	if (has_person_cue(f, end) || is_quoted(f, i))
		score += 0.25f;
	if (f->style == NEWS_STYLE_NORMAL && !news_rule_common(f, i) && !news_rule_common(f, last) &&
		!(news_rule_token(f, last)->flags & NEWS_TOK_UPPER))
		score += 0.09f;
	if (f->style != NEWS_STYLE_NORMAL && !(news_rule_seen(f, last) & NEWS_SEEN_CAP))
		score -= 0.15f;
	return score > 0.97f ? 0.97f : score;
}

/* Of a single word. */
static float
score_single(const NewsFinder *f, uint32_t i, uint32_t end, bool titled)
{
	uint32_t	flags = news_rule_flags(f, i);
	float		score = 0.25f;

	if (titled)
		score += news_rule_common(f, i) ? 0.3f : 0.6f;
	if (flags & NEWS_W_COMPASS)
		return 0.2f;
	if (flags & NEWS_W_SURNAME)
		score += 0.2f;
	if (flags & NEWS_W_FIRSTNAME)
		score += 0.15f;
	if ((flags & NEWS_W_SURNAME) && end < f->sentence_end && (news_rule_flags(f, end) & NEWS_W_AUXILIARY))
		score += 0.15f;
	if (has_person_cue(f, end) || is_quoted(f, i))
		score += 0.25f;
	if (end > i + 1)
		score += 0.3f;			/* with a particle before it, or a numeral behind */
	if (news_rule_seen(f, i) & NEWS_SEEN_CAP)
		score += 0.05f;
	if ((flags & NEWS_W_SURNAME) && (news_rule_seen(f, i) & NEWS_SEEN_CAPS))
		score += 0.05f;
	return score > 0.95f ? 0.95f : score;
}

uint32_t
news_rule_person(const NewsFinder *f, uint32_t i, uint32_t run_end, bool titled, float *score)
{
	uint32_t	end = i;
	uint32_t	last = i;
	uint32_t	parts = 0;
	uint32_t	next;

	/* On Monday Prime Minister David Cameron */
	if (news_rule_flags(f, i) & NEWS_W_WEEKDAY)
		return i;
	while (end - i < PERSON_MAX && parts < 5 && (next = part_end(f, end, run_end)) > end)
	{
		/* two surnames in a row, then a new name: stop where a title or a head begins */
		if (parts && (news_rule_flags(f, next - 1) & NEWS_W_HONORIFIC) && !(news_rule_flags(f, next - 1) & NEWS_W_SURNAME))
			break;
		end = next;
		parts++;
		if (!is_initial(f, end - 1))
			last = end - 1;
	}
	if (parts == 0)
		return i;
	/* an initial ends no name, nor does a word that only a surname's place would make one */
	if (is_initial(f, end - 1) && end - 1 > last)
		end = last + 1;
	if (end <= i || !may_be_last(f, last))
		return i;
	if (last > i && !(news_rule_flags(f, i) & (NEWS_W_FIRSTNAME | NEWS_W_SURNAME)) && news_rule_common(f, i) && !titled)
		return i;
	if (end == i + 1 && !titled && is_roman(f, end) && !(news_rule_flags(f, i) & NEWS_W_COMMON))
		end++;
	*score = last > i ? score_full(f, i, last, end, titled) : score_single(f, i, end, titled);
	return last > i || titled ? take_suffix(f, end) : end;
}
