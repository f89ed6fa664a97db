/*
 * runs.c
 *	  Runs of capitals.
 */
#include "tagger/rules.h"

/* May a run go on from token i - 1 to the capital at i? */
static bool
joins(const NewsFinder *f, uint32_t i)
{
	return i < f->sentence_end && news_rule_cap(f, i) && !(news_rule_token(f, i)->flags & NEWS_TOK_PARA);
}

/* Skips lower-case particles (al, bin, de la, van der) at i; returns the capital behind them, or i. */
static uint32_t
skip_particles(const NewsFinder *f, uint32_t i)
{
	uint32_t	j = i;

	while (j < f->sentence_end && j < i + 4 &&
		   ((news_rule_flags(f, j) & NEWS_W_PARTICLE) || (j > i && news_rule_mark(f, j, '-'))))
		j++;
	return j > i && joins(f, j) ? j : i;
}

/* The "-shek" of Chiang Kai-shek at i: a glued word that is none of English. */
static bool
is_syllable(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i + 1);

	return i + 1 < f->sentence_end && news_rule_mark(f, i, '-') && news_token_glued(news_rule_token(f, i)) &&
		news_token_glued(t) && t->kind == NEWS_WORD && !(t->flags & (NEWS_TOK_CAP | NEWS_TOK_CLITIC)) &&
		t->end - t->start < 7 && !(f->word_flags[t->word] & ~(NEWS_W_FIRSTNAME | NEWS_W_SURNAME | NEWS_W_PHRASE)) &&
		!(news_rule_seen(f, i + 1) & NEWS_SEEN_CAP);
}

uint32_t
news_rule_run_end(const NewsFinder *f, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end < f->sentence_end && end - i < NEWS_RUN_MAX)
	{
		uint32_t	next;

		if (joins(f, end))
			end++;
		else if (news_rule_mark(f, end, '-') && news_rule_token(f, end)->end - news_rule_token(f, end)->start < 2 &&
				 joins(f, end + 1) && news_rule_token(f, end - 1)->end - news_rule_token(f, end - 1)->start > 1 && !(news_rule_token(f, end)->flags & NEWS_TOK_SPACE) &&
				 !(news_rule_token(f, end + 1)->flags & NEWS_TOK_SPACE))
			end += 2;
		else if (is_syllable(f, end))
			end += 2;
		else if ((next = skip_particles(f, end)) > end)
			end = next + 1;
		else
			break;
	}
	return end;
}
