/*
 * spans.c
 *	  The walk over the article that finds names by rules.
 *
 * At each capital: the user's dictionary, then titles are passed over, then the
 * longest of what the lexicon, a head word and the shape of a person's name
 * make of the run of capitals that begins there.
 */
#include "tagger/spans.h"

#include "names/dict.h"
#include "tagger/rules.h"

#define HEADS (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX | NEWS_W_PLACE_HEAD | NEWS_W_EVENT_HEAD | NEWS_W_WORK_HEAD)

static void
add_span(NewsFinder *f, NewsSpan span)
{
	NewsSpans  *out = f->out;

	span.sentence = f->sentence;
	out->items = news_grow(f->doc->arena, out->items, out->n, &out->room, sizeof(NewsSpan));
	out->items[out->n++] = span;
	if (span.kind == NEWS_PERSON && span.score >= NEWS_SPAN_KEEP)
	{
		/* of Peter King Jr. it is King that the article may repeat */
		bool		suffix = span.end > span.first + 1 && (news_rule_flags(f, span.end - 1) & NEWS_W_NAME_SUFFIX);

		news_rule_note(f, span.end - 1 - suffix, NEWS_SEEN_PERSON);
	}
}

/* A span without an entity of the lexicon. */
static uint32_t
take_guess(NewsFinder *f, uint32_t first, uint32_t end, NewsKind kind, float score, uint8_t flags)
{
	add_span(f, (NewsSpan) {.first = first, .end = end, .kind = kind, .entity = -1, .dict_entry = -1,
			 .score = score, .flags = flags});
	return end;
}

/* Does a span end behind token i? */
static bool
is_taken(const NewsFinder *f, uint32_t i)
{
	return f->out->n && f->out->items[f->out->n - 1].end > i;
}

/* "2014 Scottish independence referendum": the end of an event's name behind a place or people at first, or 0. */
static uint32_t
event_end(const NewsFinder *f, uint32_t first, uint32_t end)
{
	const NewsToken *year = first ? news_rule_token(f, first - 1) : NULL;

	if (!year || year->kind != NEWS_NUMBER || year->end - year->start != 4 || (news_rule_token(f, first)->flags & NEWS_TOK_SENTENCE))
		return 0;
	for (uint32_t i = end; i < f->sentence_end && i < end + 4; i++)
	{
		if (news_rule_token(f, i)->kind != NEWS_WORD || (news_rule_token(f, i)->flags & NEWS_TOK_CLITIC))
			return 0;
		if (news_rule_flags(f, i) & NEWS_W_EVENT_HEAD)
			return i + 1;
		if (!(news_rule_flags(f, i) & NEWS_W_COMMON))
			return 0;
	}
	return 0;
}

static uint32_t
take_pick(NewsFinder *f, uint32_t first, const NewsPick *pick, bool titled)
{
	float		score = pick->ntokens > 1 ? 0.97f : 0.93f;
	uint32_t	end = first + pick->ntokens;
	uint8_t		flags = titled ? NEWS_SPAN_TITLED : 0;
	uint32_t	event;

	if ((pick->kind == NEWS_PLACE || pick->kind == NEWS_GROUP) && (event = event_end(f, first, end)) != 0)
	{
		/* with its month: February 1974 */
		bool		month = first > 1 && (news_rule_flags(f, first - 2) & NEWS_W_MONTH) &&
			!(news_rule_token(f, first - 1)->flags & NEWS_TOK_SENTENCE);

		return take_guess(f, first - 1 - (month && !is_taken(f, first - 2)), event, NEWS_EVENT_NAME, 0.7f, 0);
	}
	/* a title is no part of the name, though the lexicon's spelling has it: King Hussein */
	while (pick->kind == NEWS_PERSON && first + 1 < end && (news_rule_flags(f, first) & NEWS_W_HONORIFIC) &&
		   (news_rule_flags(f, first) & NEWS_W_TITLE) && news_rule_cap(f, first + 1))
		first++;
	if (pick->flags & NEWS_READING_FAMILY)
		flags |= NEWS_SPAN_FAMILY;
	if (pick->kind == NEWS_PLACE && pick->ntokens == 1 && news_rule_place_context(f, first, end))
		flags |= NEWS_SPAN_PLACED;
	if (pick->flags & NEWS_READING_WEAK)
		score = 0.7f;
	else if (pick->flags & NEWS_READING_FAMILY)
		score = 0.85f;
	add_span(f, (NewsSpan) {.first = first, .end = end, .kind = pick->kind,
			 .entity = (int32_t) pick->entity, .dict_entry = -1, .score = score,
			 .flags = flags});
	return end;
}

/* Dean Lindqvist, Earl Brandt: is a title that is a first name, too, one here?  A dean has a first name behind it. */
static bool
is_first_name_of_two(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	flags = news_rule_flags(f, i);

	return (flags & NEWS_W_FIRSTNAME) && !(flags & (NEWS_W_HONORIFIC | NEWS_W_COMMON)) && i + 2 == run_end && !news_rule_common(f, i + 1);
}

/* Title words at the head of a run, in capitals or behind "of" ("Secretary of State John Kerry"). */
static uint32_t
skip_titles(const NewsFinder *f, uint32_t i, uint32_t run_end, bool *titled)
{
	uint32_t	start = i;

	/* a title's complement: the words behind "Minister of" up to the name */
	if (i >= 2 && !(news_rule_token(f, i)->flags & NEWS_TOK_SENTENCE) && (news_rule_flags(f, i - 2) & NEWS_W_TITLE) &&
		news_rule_token(f, i - 1)->end - news_rule_token(f, i - 1)->start == 2 && (news_rule_flags(f, i - 1) & NEWS_W_FUNCTION))
		while (i + 1 < run_end && (news_rule_flags(f, i) & NEWS_W_COMMON) && !(news_rule_flags(f, i) & NEWS_W_ORG_SUFFIX) &&
			   (i == start || !(news_rule_flags(f, i) & NEWS_W_FIRSTNAME) || news_rule_common(f, i + 1)))
		{
			*titled = true;
			i++;
		}
	/* "Works Minister": ordinary words before a title */
	for (uint32_t k = i; k + 1 < run_end && k < i + 4; k++)
	{
		if ((news_rule_flags(f, k) & NEWS_W_TITLE) && k > i)
		{
			*titled = true;
			i = k;
			break;
		}
		if (!(news_rule_flags(f, k) & NEWS_W_COMMON))
			break;
	}
	while (i < run_end)
	{
		uint32_t	flags = news_rule_flags(f, i);

		if (!*titled && is_first_name_of_two(f, i, run_end))
			break;
		if (flags & (NEWS_W_TITLE | NEWS_W_HONORIFIC))
			*titled = true;
		else if (!(flags & NEWS_W_TITLE_PART) || (!*titled && i + 1 >= run_end))
			break;
		else
		{
			/* "Foreign Minister", not "Foreign Affairs" */
			uint32_t	k = i + 1;

			while (k < run_end && k < i + 4 && (news_rule_flags(f, k) & NEWS_W_TITLE_PART) && !(news_rule_flags(f, k) & NEWS_W_TITLE))
				k++;
			if (!*titled && !(k < run_end && (news_rule_flags(f, k) & NEWS_W_TITLE)))
				break;
		}
		i++;
		if (i < run_end && news_rule_mark(f, i, '-'))
			i++;
	}
	return i < run_end || i == start || *titled ? i : start;
}

/* Booking.com */
static bool
is_domain(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);

	return !(t->flags & (NEWS_TOK_ACRONYM | NEWS_TOK_PERIOD)) &&
		memchr(f->tokens->text + t->start, '.', t->end - t->start) != NULL;
}

static bool
is_the(const NewsFinder *f, uint32_t i)
{
	const NewsToken *t = news_rule_token(f, i);

	return t->end - t->start == 3 && memcmp(f->tokens->text + t->start + 1, "he", 2) == 0;
}

static bool
is_quote(const NewsFinder *f, uint32_t i)
{
	return news_rule_mark(f, i, '"') || news_rule_mark(f, i, '\'') || news_rule_mark(f, i, '`');
}

/* Between quotation marks and nothing else: the title of a work. */
static bool
is_quoted_title(const NewsFinder *f, uint32_t i, uint32_t end)
{
	uint32_t	k = end;

	if (i == 0 || !is_quote(f, i - 1))
		return false;
	if (k < f->sentence_end && (news_rule_mark(f, k, ',') || news_rule_mark(f, k, '.')))
		k++;
	return is_quote(f, k);
}

/* A lone word or a run that nothing classifies: an acronym, a place behind "in", a person, or nothing. */
static uint32_t
take_unknown(NewsFinder *f, uint32_t i, uint32_t run_end)
{
	const NewsToken *t = news_rule_token(f, i);
	uint32_t	end = i + 1;
	float		score = 0;

	bool		bracketed = i > 0 && news_rule_mark(f, i - 1, '(') && news_rule_mark(f, i + 1, ')');

	if (news_rule_common(f, i) || t->kind != NEWS_WORD || (f->style != NEWS_STYLE_NORMAL && !bracketed))
		return i + 1;
	if (bracketed && (t->flags & NEWS_TOK_MIXED) && t->end - t->start < 7)
		return take_guess(f, i, end, NEWS_ORGANIZATION, 0.55f, 0);
	if (is_domain(f, i))
		return take_guess(f, i, end, NEWS_ORGANIZATION, 0.7f, 0);
	if (t->flags & NEWS_TOK_UPPER)
	{
		uint32_t	len = t->end - t->start;

		if (len > 6 && (t->flags & NEWS_TOK_PARA))
			return take_guess(f, i, end, NEWS_PLACE, 0.6f, 0);
		if (len < 2 || len > 6 || (news_rule_flags(f, i) & NEWS_W_NAME_SUFFIX))
			return end;
		return take_guess(f, i, end, NEWS_ORGANIZATION, 0.6f, 0);
	}
	while (end < run_end && end < i + 3 && news_rule_cap(f, end) && !news_rule_common(f, end))
		end++;
	if (news_rule_place_context(f, i, end) && !(news_rule_seen(f, end - 1) & NEWS_SEEN_PERSON))
		return take_guess(f, i, end, NEWS_PLACE, news_rule_flags(f, i) & (NEWS_W_SURNAME | NEWS_W_FIRSTNAME) ? 0.5f : 0.6f, 0);
	end = news_rule_person(f, i, run_end, false, &score);
	if (end == i)
		return i + 1;
	if (is_quoted_title(f, i, end))
		return end;
	if ((t->flags & NEWS_TOK_SENTENCE) && end == i + 1)
		score -= 0.1f;
	/* a word that the article has again and again in capitals, and that no list of people's names has */
	if (score < NEWS_SPAN_KEEP && end == i + 1 && (news_rule_seen(f, i) & NEWS_SEEN_CAPS) &&
		!(news_rule_flags(f, i) & (NEWS_W_SURNAME | NEWS_W_FIRSTNAME)) && !(t->flags & NEWS_TOK_SENTENCE))
		return take_guess(f, i, end, i > 0 && is_the(f, i - 1) ? NEWS_ORGANIZATION : NEWS_PERSON, 0.5f, 0);
	return take_guess(f, i, end, NEWS_PERSON, score, 0);
}

/* "German Chancellor Angela Merkel": does a title stand at i, before more of the name? */
static bool
is_before_title(const NewsFinder *f, uint32_t i, uint32_t person_end, NewsKind kind)
{
	return i + 1 < person_end && (news_rule_flags(f, i) & NEWS_W_TITLE) && news_rule_cap(f, i + 1) &&
		(kind == NEWS_GROUP || (news_rule_flags(f, i + 1) & NEWS_W_FIRSTNAME) || !(news_rule_flags(f, i) & NEWS_W_SURNAME));
}

/* Does the person's name that a lexicon's place or group begins go on behind it: Jordan Smith, Paris Hilton? */
static bool
is_first_name_here(const NewsFinder *f, uint32_t i, const NewsPick *pick, uint32_t person_end)
{
	uint32_t	last = person_end - 1;

	if (pick->ntokens > 1 || person_end <= i + 1 || is_before_title(f, i + 1, person_end, pick->kind))
		return false;
	/* Hu Yaobang is not Hu Jintao */
	if (pick->kind == NEWS_PERSON && (pick->flags & NEWS_READING_FAMILY) && news_lexicon.ent_family[pick->entity] >> 8 == 0)
		return !news_rule_common(f, i + 1) && !(news_rule_flags(f, i + 1) & NEWS_W_TITLE);
	if (!(news_rule_flags(f, i) & NEWS_W_FIRSTNAME))
		return !(news_rule_flags(f, i + 1) & NEWS_W_FIRSTNAME) && pick->kind == NEWS_PLACE && !(news_lexicon.ent_flags[pick->entity] & NEWS_LEX_MAJOR) &&
			f->style == NEWS_STYLE_NORMAL && !news_rule_common(f, last) && !(news_rule_flags(f, last) & NEWS_W_PHRASE) &&
			!news_rule_place_context(f, i, i + 1);
	if (pick->kind == NEWS_PERSON && (pick->flags & NEWS_READING_FAMILY))
		return true;
	if (news_rule_common(f, last))
		return false;
	if ((news_lexicon.ent_flags[pick->entity] & NEWS_LEX_MAJOR) || pick->kind != NEWS_PLACE)
	{
		NewsPick	next = news_rule_lookup(f, last);

		return (news_rule_flags(f, last) & NEWS_W_SURNAME) &&
			(next.ntokens == 0 || (next.kind != NEWS_PLACE && next.kind != NEWS_GROUP));
	}
	return true;
}

/* Is what the lexicon knows here only the beginning of a headed name: Syrian Arab News Agency, Moscow State University? */
static bool
headed_wins(const NewsFinder *f, uint32_t i, const NewsPick *pick, uint32_t headed_end, NewsKind kind)
{
	uint32_t	next = i + pick->ntokens;

	if (headed_end <= next)
		return false;
	if (pick->kind == NEWS_PERSON)
		return kind == NEWS_ORGANIZATION && !(news_rule_flags(f, headed_end - 1) & NEWS_W_COMMON);
	/* Russian President: no; Russian Foreign Ministry, Moscow River: yes */
	for (uint32_t k = next; k < headed_end; k++)
		if (news_rule_flags(f, k) & NEWS_W_TITLE && k < headed_end - 1)
			return false;
	if (pick->kind == NEWS_ORGANIZATION)
		return kind == NEWS_ORGANIZATION;
	return true;
}

/* "Australian Greens", "Liberal Forum": the end of a body's name that a people's or party's adjective begins, or i. */
static uint32_t
adjective_body(const NewsFinder *f, uint32_t i, const NewsPick *pick, uint32_t run_end)
{
	uint32_t	end = i + pick->ntokens;

	if (pick->kind != NEWS_GROUP || f->style != NEWS_STYLE_NORMAL || end >= run_end)
		return i;
	while (end < run_end && end < i + 4)
	{
		uint32_t	flags = news_rule_flags(f, end);

		if (!news_rule_cap(f, end) || !(flags & NEWS_W_COMMON) || (news_rule_token(f, end)->flags & NEWS_TOK_UPPER) ||
			(flags & (NEWS_W_TITLE | NEWS_W_TITLE_PART | NEWS_W_HONORIFIC | NEWS_W_FUNCTION | NEWS_W_WEEKDAY | NEWS_W_MONTH)))
			break;
		end++;
	}
	return end == run_end ? end : i;
}

/* al-Tanawi, van Damme: a person's name that begins in lower case at i, or i. */
static uint32_t
take_particle(NewsFinder *f, uint32_t i)
{
	uint32_t	j = i + 1;
	uint32_t	end;
	float		score;

	if (news_rule_flags(f, i) & (NEWS_W_FUNCTION | NEWS_W_COMMON) || f->style != NEWS_STYLE_NORMAL ||
		news_rule_token(f, i)->end - news_rule_token(f, i)->start < 2)
		return i;
	if (j < f->sentence_end && news_rule_mark(f, j, '-'))
		j++;
	if (j >= f->sentence_end || !news_rule_cap(f, j))
		return i;
	end = news_rule_person(f, i, news_rule_run_end(f, j), news_rule_titled(f, i), &score);
	return end > j ? take_guess(f, i, end, NEWS_PERSON, score, 0) : i;
}

/* A first name that is also a little word: Will Smith. */
static bool
is_will(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	return i + 1 < run_end && (news_rule_flags(f, i) & NEWS_W_FIRSTNAME) && (news_rule_flags(f, i + 1) & NEWS_W_SURNAME) &&
		!news_rule_common(f, i + 1) && f->style == NEWS_STYLE_NORMAL;
}

/* King, Dr. King: is the title at the end of a run of titles a surname, which the article had behind a first name? */
static bool
is_surname_again(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	last = run_end - 1;
	uint32_t	flags = news_rule_flags(f, last);

	if (f->style != NEWS_STYLE_NORMAL || !(flags & NEWS_W_SURNAME) || (flags & NEWS_W_COMMON))
		return false;
	if (last > i)
		return (news_rule_flags(f, last - 1) & (NEWS_W_HONORIFIC | NEWS_W_SURNAME)) == NEWS_W_HONORIFIC;
	return (news_rule_seen(f, last) & NEWS_SEEN_PERSON) && !(i > 0 && is_the(f, i - 1));
}

/* GENEVA, March 3 (Harbour Wire) -: is the run the agency in a dateline? */
static bool
is_agency(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	first = f->doc->sentences.items[f->sentence].first;

	return i > first && i - first <= 12 && news_rule_mark(f, i - 1, '(') && run_end + 1 < f->sentence_end &&
		news_rule_mark(f, run_end, ')') && news_rule_mark(f, run_end + 1, '-');
}

/* "On Friday Anna Brandt said": does the run begin with a day or month, and go on with a name? */
static bool
is_day_before_name(const NewsFinder *f, uint32_t i, uint32_t run_end)
{
	uint32_t	flags = news_rule_flags(f, i);
	uint32_t	next;

	/* "the Sunday Herald" is a paper */
	if (!(flags & (NEWS_W_WEEKDAY | NEWS_W_MONTH)) || i + 1 >= run_end || (i > 0 && is_the(f, i - 1)))
		return false;
	/* April and May are first names, too */
	if (!(flags & NEWS_W_WEEKDAY) && (i == 0 || i + 2 >= run_end || !(news_rule_flags(f, i - 1) & NEWS_W_FUNCTION)))
		return false;
	next = news_rule_flags(f, i + 1);
	if ((flags & NEWS_W_WEEKDAY) && !news_rule_common(f, i + 1))
		return true;
	return (next & (NEWS_W_FIRSTNAME | NEWS_W_TITLE)) || ((next & NEWS_W_PHRASE) && news_rule_lookup(f, i + 1).ntokens > 0);
}

/* The run of capitals at i; returns the token behind what was done. */
static uint32_t
scan_run(NewsFinder *f, uint32_t i)
{
	bool		titled = false;
	uint32_t	run_end = news_rule_run_end(f, i);
	NewsPick	pick = news_rule_lookup(f, i);
	uint32_t	headed_end;
	uint32_t	person_end;
	NewsKind	kind = NEWS_ORGANIZATION;
	float		headed_score = 0;
	float		person_score = 0;
	uint32_t	start;

	if (pick.ntokens < run_end - i && is_agency(f, i, run_end))
		return take_guess(f, i, run_end, NEWS_ORGANIZATION, 0.75f, 0);
	if (pick.ntokens < 2 && is_day_before_name(f, i, run_end))
		return i + 1;
	if (pick.ntokens < 2 || (news_rule_flags(f, i) & NEWS_W_HONORIFIC))
	{
		start = skip_titles(f, i, run_end, &titled);
		/* Major League, King County: no title; President Park Geun-hye: a surname */
		if (start > i && start < run_end && (news_rule_flags(f, start) & HEADS) && !(news_rule_flags(f, start) & NEWS_W_FIRSTNAME) &&
			!((news_rule_flags(f, start) & NEWS_W_SURNAME) && start + 1 < run_end && !news_rule_common(f, start + 1)))
		{
			start = i;
			titled = false;
		}
		if (start > i && (pick.ntokens == 0 || start > i + pick.ntokens || pick.kind != NEWS_PERSON))
		{
			if (start >= run_end)
				return is_surname_again(f, i, run_end) ? take_guess(f, run_end - 1, run_end, NEWS_PERSON, 0.6f, 0) : run_end;
			i = start;
			pick = news_rule_lookup(f, i);
		}
	}
	titled = titled || news_rule_titled(f, i);
	if (pick.ntokens == 0 && (news_rule_flags(f, i) & NEWS_W_FUNCTION) && !is_will(f, i, run_end))
		return i + 1;
	headed_end = news_rule_headed(f, i, run_end, &kind, &headed_score);
	person_end = news_rule_person(f, i, run_end, titled, &person_score);
	if (pick.ntokens)
	{
		if (headed_end > i && headed_wins(f, i, &pick, headed_end, kind) && headed_score >= NEWS_SPAN_KEEP)
			return take_guess(f, i, headed_end, kind, headed_score, 0);
		if (pick.kind == NEWS_PERSON ? person_end > i + pick.ntokens && pick.ntokens > 1 :
			is_first_name_here(f, i, &pick, person_end))
			return take_guess(f, i, person_end, NEWS_PERSON, person_score > 0.6f ? person_score : 0.6f, titled);
		if (pick.kind == NEWS_PERSON && is_first_name_here(f, i, &pick, person_end))
			return take_guess(f, i, person_end, NEWS_PERSON, 0.8f, titled);
		headed_end = adjective_body(f, i, &pick, run_end);
		if (headed_end > i)
			return take_guess(f, i, headed_end, NEWS_ORGANIZATION, 0.55f, 0);
		return take_pick(f, i, &pick, titled);
	}
	/* a person's name may stand before a head: "Bob Dole Institute" is the rarer reading behind a title */
	if (headed_end > i && headed_score >= NEWS_SPAN_KEEP && !(titled && person_end > i && person_score > 0.8f && kind != NEWS_ORGANIZATION))
		return take_guess(f, i, headed_end, kind, headed_score, 0);
	if (person_end > i && (titled || person_end > i + 1) && person_score >= NEWS_SPAN_KEEP)
		return take_guess(f, i, person_end, NEWS_PERSON, person_score, titled ? NEWS_SPAN_TITLED : 0);
	return take_unknown(f, i, run_end);
}

/* What begins at token i; returns the token to go on at. */
static uint32_t
scan_token(NewsFinder *f, uint32_t i)
{
	NewsPick	pick;
	uint32_t	next;

	if (news_rule_cap(f, i))
		return scan_run(f, i);
	if (!(news_rule_flags(f, i) & (NEWS_W_PHRASE_LOWER | NEWS_W_PARTICLE)))
		return i + 1;
	pick = news_rule_lookup(f, i);
	if (pick.ntokens)
		return take_pick(f, i, &pick, false);
	if ((news_rule_flags(f, i) & NEWS_W_PARTICLE) && (next = take_particle(f, i)) > i)
		return next;
	return i + 1;
}

/* The user's dictionary at i, not past end: returns the token behind its entry, or i. */
static uint32_t
take_dict(NewsFinder *f, uint32_t i, uint32_t end)
{
	uint32_t	entry;
	uint32_t	n = news_dict_match(f->doc->options->dict, f->tokens, i, &entry);

	if (n == 0 || i + n > end)
		return i;
	add_span(f, (NewsSpan) {.first = i, .end = i + n, .kind = NEWS_OWN_KIND, .entity = -1,
			 .dict_entry = (int32_t) entry, .score = 1.0f});
	return i + n;
}

/* The tokens before the next entry of the user's dictionary: no rule runs over one. */
static uint32_t
next_dict_match(const NewsFinder *f, uint32_t i, uint32_t end)
{
	uint32_t	entry;

	while (i < end && news_dict_match(f->doc->options->dict, f->tokens, i, &entry) == 0)
		i++;
	return i;
}

static void
scan_sentence(NewsFinder *f, const NewsSentence *s)
{
	const struct NewsDict *dict = f->doc->options->dict;
	uint32_t	i = s->first;

	f->sentence_end = s->end;
	while (i < s->end)
	{
		uint32_t	next;

		if (dict && (next = take_dict(f, i, s->end)) > i)
		{
			i = next;
			continue;
		}
		if (dict)
			f->sentence_end = next_dict_match(f, i + 1, s->end);
		while (i < f->sentence_end)
			i = scan_token(f, i);
	}
}

void
news_find_spans(NewsDoc *doc, NewsSpans *out)
{
	NewsFinder	f = {.doc = doc, .tokens = &doc->tokens, .word_flags = doc->tokens.vocab->flags, .out = out};

	memset(out, 0, sizeof(*out));
	news_rule_evidence(&f);
	for (uint32_t k = 0; k < doc->sentences.n; k++)
	{
		f.sentence = k;
		f.style = (NewsStyle) f.styles[k];
		f.headline = doc->sentences.items[k].headline;
		scan_sentence(&f, &doc->sentences.items[k]);
		if ((k & 0xF) == 0)
			news_poll(doc->arena);
	}
}
