/*
 * guards.c
 *	  What must stand around an expression for it to be one of time.
 *
 * "May" may be a verb, "March" a protest, "April" a woman, "1984" a number of
 * men, "7:15" a verse.
 */
#include "dates/recognise.h"

typedef struct Around
{
	const NewsDoc *doc;
	const NewsDateGrammar *grammar;
	const NewsDateMatch *match;
	const NewsToken *first;		/* of the match */
	const NewsToken *last;
	const NewsToken *before;	/* NULL at the start of the sentence */
	const NewsToken *before2;
	const NewsToken *after;		/* NULL at its end */
	const NewsToken *after2;
} Around;

static bool
has_cue(const NewsToken *t, NewsDateCue cue)
{
	return t && news_date_cue(t, cue);
}

static bool
is_word_of_class(const Around *a, const NewsToken *t, int class)
{
	const NewsDateGrammar *g = a->grammar;

	if (!t || t->kind != NEWS_WORD || t->word > g->nwords)
		return false;
	for (uint32_t k = g->word_class[t->word]; k < g->word_class[t->word + 1]; k++)
		if (g->classes[k].class == class)
			return true;
	return false;
}

static uint32_t
word_flags(const Around *a, const NewsToken *t)
{
	return t ? news_token_word_flags(&a->doc->tokens, t) : 0;
}

static bool
is_mark(const NewsToken *t, char c)
{
	return t && t->kind == NEWS_PUNCT && t->mark == (uint8_t) c;
}

static bool
is_text(const Around *a, const NewsToken *t, const char *text)
{
	size_t		len = strlen(text);

	return t && t->end - t->start == len && memcmp(a->doc->tokens.text + t->start, text, len) == 0;
}

/* A word in lower case that is no function word: a noun, a verb, an adjective. */
static bool
is_content_word(const Around *a, const NewsToken *t)
{
	return t && t->kind == NEWS_WORD && !(t->flags & NEWS_TOK_CLITIC) &&
		!(word_flags(a, t) & (NEWS_W_FUNCTION | NEWS_W_AUXILIARY));
}

static bool
is_number(const NewsToken *t)
{
	return t && (t->kind == NEWS_NUMBER || t->kind == NEWS_ALNUM);
}

/* The month's or weekday's name in the match is capitalised, where the language does so. */
static bool
has_capital(const Around *a)
{
	bool		found = false;

	for (const NewsToken *t = a->first; t <= a->last; t++)
	{
		if (!is_word_of_class(a, t, NEWS_DC_MONTH) && !is_word_of_class(a, t, NEWS_DC_MON) &&
			!is_word_of_class(a, t, NEWS_DC_WEEKDAY) && !is_word_of_class(a, t, NEWS_DC_WDAY) &&
			!is_word_of_class(a, t, NEWS_DC_HOLIDAY))
			continue;
		if (t->flags & NEWS_TOK_CAP)
			return true;
		found = true;
	}
	return !found && (a->first->flags & NEWS_TOK_CAP);
}

/* A name of a person is not: a capitalised word stands behind that is part of no date. */
static bool
name_follows(const Around *a)
{
	return a->after && a->after->kind == NEWS_WORD && (a->after->flags & NEWS_TOK_CAP) &&
		!(a->after->flags & NEWS_TOK_UPPER) && !(word_flags(a, a->after) & NEWS_W_FUNCTION) &&
		!is_word_of_class(a, a->after, NEWS_DC_WEEKDAY) && !is_word_of_class(a, a->after, NEWS_DC_MONTH);
}

/* The month's name is also a verb or a first name: may, march, april, june, august. */
static bool
is_doubtful_month(const Around *a)
{
	int			month = a->match->parts.month;

	return month == 3 || month == 4 || month == 5 || month == 6 || month == 8;
}

static bool
month_alone(const Around *a)
{
	bool		prep = has_cue(a->before, NEWS_CUE_preposition);
	bool		verb = a->match->parts.month == 3 || a->match->parts.month == 5;

	if (!(a->last->flags & NEWS_TOK_CAP))
		return false;
	/* "Jan" alone is a man */
	if (!is_word_of_class(a, a->last, NEWS_DC_MONTH) && !(a->last->flags & NEWS_TOK_PERIOD) && !is_mark(a->after, '.'))
		return false;
	if (a->match->parts.edge || a->match->parts.has_rel)
		return true;
	if (is_mark(a->after, '-') && is_word_of_class(a, a->after2, NEWS_DC_MONTH))
		return true;			/* May-August */
	if (verb && !prep)
		return has_cue(a->before, NEWS_CUE_article) && a->before->kind == NEWS_WORD && !name_follows(a) &&
			is_content_word(a, a->after);
	/* "Barry and June Miller" */
	if (is_doubtful_month(a) && name_follows(a) && (is_text(a, a->before, "and") || is_text(a, a->before, "or")) &&
		a->before2 && (a->before2->flags & NEWS_TOK_CAP))
		return false;
	/* "in May" but not "Mr. May" or "May said" */
	if (is_doubtful_month(a) && name_follows(a) && !prep)
		return false;
	if (!prep && a->before && (word_flags(a, a->before) & NEWS_W_ABBR_TITLE))
		return false;
	if ((a->first->flags & NEWS_TOK_UPPER) && verb && !prep)
		return false;
	return !(is_doubtful_month(a) && a->after && (word_flags(a, a->after) & NEWS_W_SPEECH));
}

static bool
is_currency(const Around *a, const NewsToken *t)
{
	const char *s;

	if (!t || t->kind != NEWS_SYMBOL)
		return false;
	s = a->doc->tokens.text + t->start;
	return *s == '$' || *s == '#' || *s == '+' || *s == '=' || (unsigned char) *s >= 0x80;
}

static bool
year_alone(const Around *a)
{
	int32_t		year = a->match->parts.year;
	bool		prep = has_cue(a->before, NEWS_CUE_preposition);
	bool		glued = !(a->first->flags & NEWS_TOK_SPACE);

	/* '60 Minutes' */
	if (is_mark(a->first, '\''))
		return prep && !(a->after && a->after->kind == NEWS_WORD && (a->after->flags & NEWS_TOK_CAP));
	if (is_currency(a, a->before) || has_cue(a->before, NEWS_CUE_label) || is_currency(a, a->after))
		return false;
	if (has_cue(a->after, NEWS_CUE_counted) || (a->after && a->after->kind == NEWS_SYMBOL && news_token_glued(a->after) &&
												a->doc->tokens.text[a->after->start] == '%'))
		return false;
	/* "2,1990" and "1990.5" are one token; "A-1990", "1990x" are not years */
	if (glued && a->before && a->before->kind != NEWS_PUNCT && a->before->kind != NEWS_SYMBOL)
		return false;
	if (glued && is_mark(a->before, '-') && a->before2 && news_token_glued(a->before) &&
		!is_number(a->before2) && a->before2->kind == NEWS_WORD && (a->before2->flags & NEWS_TOK_UPPER))
		return false;
	if (a->after && news_token_glued(a->after) && (is_mark(a->after, ':') || is_mark(a->after, '@')) && is_number(a->after2) &&
		news_token_glued(a->after2))
		return false;
	if (a->after && news_token_glued(a->after) && is_mark(a->after, '-') && a->after2 && news_token_glued(a->after2) &&
		a->after2->kind == NEWS_WORD && is_content_word(a, a->after2))
		return year >= 1900 && year < 2100 && prep;
	/* phone and serial numbers: 555-1990 */
	if (glued && is_mark(a->before, '-') && is_number(a->before2) && a->before2->end - a->before2->start != 4 &&
		news_token_glued(a->before) && a->before2->end - a->before2->start != 2)
		return false;
	if (a->match->parts.bc || a->match->first + 1 < a->match->end)
		return true;
	if (year >= 1800 && year < 2100)
		return !(is_number(a->before) && !glued) || prep;
	/* "1,500" is often written "1500" */
	return prep && !is_content_word(a, a->after) && year >= 1000;
}

static bool
is_capital_part(const Around *a, const NewsToken *t)
{
	return is_word_of_class(a, t, NEWS_DC_PART) && (t->flags & (NEWS_TOK_CAP | NEWS_TOK_UPPER)) == NEWS_TOK_CAP &&
		!a->doc->sentences.items[a->match->sentence].headline && !a->grammar->dotted_days;
}

/* "Saturday Night Live", "This Morning" */
static bool
names_programme(const Around *a)
{
	for (const NewsToken *t = a->first + 1; t <= a->last; t++)
		if (is_capital_part(a, t))
			return true;
	return false;
}

static bool
weekday_alone(const Around *a)
{
	if (!(a->last->flags & NEWS_TOK_CAP) || is_capital_part(a, a->after))
		return false;
	return !(has_cue(a->after, NEWS_CUE_paper) && (a->after->flags & NEWS_TOK_CAP));
}

static bool
clock_alone(const Around *a)
{
	const NewsDateParts *p = &a->match->parts;

	if (p->hour > 24 || (p->twelve && (p->hour > 12 || p->hour == 0)))
		return false;
	if (is_mark(a->before, ':') || (is_mark(a->after, ':') && news_token_glued(a->after) && is_number(a->after2)))
		return false;
	if (p->twelve || p->has_zone || p->part)
		return true;
	if (!p->has_minute)
		return a->last->kind == NEWS_WORD;	/* six o'clock */
	if (a->first->kind == NEWS_WORD)	/* noon, but not "High Noon" */
		return !(a->first->flags & NEWS_TOK_CAP) || !a->before || !(a->before->flags & NEWS_TOK_CAP);
	/* a score or a verse has no preposition of time before it */
	return has_cue(a->before, NEWS_CUE_preposition) && !has_cue(a->before, NEWS_CUE_label);
}

/* An amount stands close before: "500 barrels of oil a day". */
static bool
behind_amount(const Around *a)
{
	const NewsToken *t = a->before;

	for (int i = 0; i < 5 && t && t >= a->doc->tokens.items; i++, t--)
	{
		if (is_number(t) || has_cue(t, NEWS_CUE_amount) || (t->word && t->word <= news_date_nnumbers && news_date_numbers[t->word]))
			return true;
		if (t->flags & NEWS_TOK_SENTENCE)
			return false;
		if (t->kind == NEWS_PUNCT && t->mark != '-' && t->mark != '.')
			return false;
	}
	return false;
}

static bool
age_follows(const Around *a)
{
	const NewsToken *t = a->after;
	const NewsToken *t2 = a->after2;

	if (is_mark(t, '-'))
		t = t2;
	return t && t->kind == NEWS_WORD && news_str_eq(news_span_str(&a->doc->tokens, (uint32_t) (t - a->doc->tokens.items),
																  (uint32_t) (t - a->doc->tokens.items) + 1), NEWS_STR("old"));
}

/* "a quarter", "three quarters of the men" */
static bool
counts_fourths(const Around *a)
{
	return !a->match->parts.plural || is_text(a, a->after, "of");
}

static bool
ends_clause(const Around *a)
{
	return !a->after || a->after->kind == NEWS_PUNCT || has_cue(a->after, NEWS_CUE_future) ||
		has_cue(a->after, NEWS_CUE_past);
}

static bool
season_alone(const Around *a)
{
	return (a->first->flags & NEWS_TOK_CAP) == 0 && has_cue(a->before, NEWS_CUE_within) &&
		!is_content_word(a, a->after) && !is_mark(a->after, '-');
}

/* "Arab Spring", "Prague Spring": the season is part of a name. */
static bool
ends_name(const Around *a)
{
	const NewsToken *t = a->before;

	return t && (a->first->flags & NEWS_TOK_CAP) && is_word_of_class(a, a->first, NEWS_DC_SEASON) &&
		t->kind == NEWS_WORD && (t->flags & (NEWS_TOK_CAP | NEWS_TOK_UPPER | NEWS_TOK_SENTENCE)) == NEWS_TOK_CAP &&
		!(word_flags(a, t) & NEWS_W_FUNCTION) && !has_cue(t, NEWS_CUE_preposition) &&
		!a->doc->sentences.items[a->match->sentence].headline;
}

/* "60 Minutes" is a programme */
static bool
is_title(const Around *a)
{
	return is_number(a->first) && a->match->end - a->match->first == 2 && a->last->kind == NEWS_WORD &&
		(a->last->flags & (NEWS_TOK_CAP | NEWS_TOK_UPPER)) == NEWS_TOK_CAP && !a->grammar->dotted_days &&
		!a->doc->sentences.items[a->match->sentence].headline;
}

/* "9/11" itself, and "September 11" before "attacks", "terrorist": the day of 2001. */
static bool
means_attacks(const Around *a)
{
	static const char *const words[] = {"attacks", "attack", "terror", "terrorist", "terrorists", "hijackings", "hijackers"};

	if (is_number(a->first))
		return is_text(a, a->first, "9") && is_text(a, a->last, "11") && a->last == a->first + 2 &&
			news_token_glued(a->last) && news_token_glued(a->last - 1) && !is_mark(a->after, '-') &&
			!(a->before && news_token_glued(a->first) && a->before->kind != NEWS_PUNCT);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (a->match->parts.day == 11 && is_text(a, a->after, words[i]))
			return true;
	return false;
}

static bool
the_unit(const Around *a)
{
	const NewsDateParts *p = &a->match->parts;

	return (p->unit == 'Y' || p->unit == 'Q') && has_cue(a->before, NEWS_CUE_preposition) &&
		a->before->kind == NEWS_WORD && (!is_content_word(a, a->after) || has_cue(a->after, NEWS_CUE_closing)) &&
		!is_mark(a->after, '-');
}

/* A day or longer, of which "this", "last" and "next" need a week; "This Week" is a programme. */
static bool
counts_in_weeks(const Around *a)
{
	const NewsDateParts *p = &a->match->parts;

	if (!a->grammar->dotted_days && (a->last->flags & (NEWS_TOK_CAP | NEWS_TOK_UPPER)) == NEWS_TOK_CAP && a->last > a->first &&
		!a->doc->sentences.items[a->match->sentence].headline)
		return false;
	return p->unit != 'H' && p->unit != 'N' && p->unit != 'S' &&
		!(p->unit == 'D' && p->has_rel && a->match->rule->op == NEWS_OP_calendar);
}

/* A length of time: no age, no programme's name, no fourth of something, no "one second" for the second. */
static bool
measures_time(const Around *a)
{
	const NewsDateParts *p = &a->match->parts;

	return !age_follows(a) && !is_title(a) && !(p->unit == 'Q' && counts_fourths(a)) &&
		!(p->unit == 'S' && !p->plural && a->match->end - a->match->first < 3);
}

/* "to Friday" behind "from Monday" */
static bool
range_follows(const Around *a)
{
	return is_text(a, a->after, "to") || is_text(a, a->after, "until") || is_text(a, a->after, "through") ||
		is_text(a, a->after, "till") || is_mark(a->after, '-');
}

static bool
guard_holds(const Around *a, int guard)
{
	const NewsDateParts *p = &a->match->parts;

	switch (guard)
	{
		case NEWS_GUARD_cap:
			return has_capital(a);
		case NEWS_GUARD_month:
			return month_alone(a);
		case NEWS_GUARD_year:
			return year_alone(a);
		case NEWS_GUARD_weekday:
			return weekday_alone(a);
		case NEWS_GUARD_season:
			return season_alone(a);
		case NEWS_GUARD_prep:
			return has_cue(a->before, NEWS_CUE_preposition);
		case NEWS_GUARD_clock:
			return clock_alone(a);
		case NEWS_GUARD_rate:
			return behind_amount(a);
		case NEWS_GUARD_span:
			return has_cue(a->before, NEWS_CUE_span) || is_text(a, a->after, "before") || is_text(a, a->after, "after");
		case NEWS_GUARD_for:
			return has_cue(a->before, NEWS_CUE_span);
		case NEWS_GUARD_whole:
			return !is_mark(a->before, '-') || !news_token_glued(a->first);
		case NEWS_GUARD_age:
			return is_content_word(a, a->after) && p->unit != 'Y' && !has_cue(a->after, NEWS_CUE_person);
		case NEWS_GUARD_notold:
			return measures_time(a);
		case NEWS_GUARD_named:
			if (ends_name(a))
				return false;
			return (a->first->flags & NEWS_TOK_CAP) || p->season != 'F' * 256 + 'A' || has_cue(a->before, NEWS_CUE_within);
		case NEWS_GUARD_days:
			return p->unit != 'H' && p->unit != 'N' && p->unit != 'S';
		case NEWS_GUARD_longer:
			return p->unit != 'D';
		case NEWS_GUARD_notverb:
			return !(word_flags(a, a->before) & NEWS_W_AUXILIARY) && !is_text(a, a->before, "to");
		case NEWS_GUARD_decade:
			return p->unit == 'E' || p->unit == 'C' || p->unit == 'H';
		case NEWS_GUARD_nohyphen:
			return !(is_mark(a->after, '-') && news_token_glued(a->after));
		case NEWS_GUARD_theseason:
			return has_cue(a->before, NEWS_CUE_within) ||
				(p->season != 'F' * 256 + 'A' && !is_content_word(a, a->after) && !(a->last->flags & NEWS_TOK_CAP));
		case NEWS_GUARD_notof:
			return !is_text(a, a->after, "of");
		case NEWS_GUARD_unit:
			return counts_in_weeks(a);
		case NEWS_GUARD_theunit:
			return the_unit(a);
		case NEWS_GUARD_stop:
			return ends_clause(a);
		case NEWS_GUARD_sense:
			/* "now that", "as recently as" */
			return !is_text(a, a->after, "that") && !is_text(a, a->after, "as");
		case NEWS_GUARD_alone:
			return !is_content_word(a, a->after) && !is_mark(a->after, '-');
		case NEWS_GUARD_open:
			return !range_follows(a);
		case NEWS_GUARD_terror:
			return means_attacks(a);
		case NEWS_GUARD_within:
			return (p->unit == 'D' || p->unit == 'W') && p->unit2 != 'D' && p->unit2 != 'W' && p->unit2 != 'Q';
		case NEWS_GUARD_plain:
			return !names_programme(a);
		case NEWS_GUARD_bareof:
			return is_text(a, a->after, "of") && !has_cue(a->before, NEWS_CUE_article);
		case NEWS_GUARD_freq:
			return (a->first->flags & (NEWS_TOK_CAP | NEWS_TOK_SENTENCE)) != NEWS_TOK_CAP;
		default:
			return true;
	}
}

bool
news_date_guards_hold(const NewsDoc *doc, const NewsDateGrammar *grammar, const NewsDateMatch *match,
					  uint32_t sentence_first, uint32_t sentence_end)
{
	const NewsToken *items = doc->tokens.items;
	uint32_t	f = match->first;
	uint32_t	e = match->end;
	Around		a = {doc, grammar, match, &items[f], &items[e - 1],
		f > sentence_first ? &items[f - 1] : NULL, f > sentence_first + 1 ? &items[f - 2] : NULL,
	e < sentence_end ? &items[e] : NULL, e + 1 < sentence_end ? &items[e + 1] : NULL};

	for (int g = 0; g < NEWS_GUARD_COUNT && match->rule->guards >> g; g++)
		if ((match->rule->guards >> g & 1) && !guard_holds(&a, g))
			return false;
	return true;
}
