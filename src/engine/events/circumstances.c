/*
 * circumstances.c
 *	  When and where an event was, and whose word it is.
 */
#include "events/find.h"

/* ---- When ---- */

static int
group_of_word(const NewsSyntax *s, int word)
{
	int			lo = 0;
	int			hi = s->ngroups - 1;

	while (lo < hi)
	{
		int			mid = (lo + hi + 1) / 2;

		if (s->groups[mid].first <= word)
			lo = mid;
		else
			hi = mid - 1;
	}
	return lo;
}

static bool
ends_clause(const NewsGroup *g)
{
	return g->kind == NEWS_SUB || g->kind == NEWS_REL || g->kind == NEWS_THAT || g->kind == NEWS_STOP;
}

/* The verb of the clause that explains a date: met of "from a week ago, when they met"; -1 for none. */
static int
verb_of_when(const NewsSyntax *s, int k)
{
	int			i = k + 1;

	if (i < s->ngroups && s->groups[i].kind == NEWS_COMMA)
		i++;
	if (i >= s->ngroups || (s->groups[i].kind != NEWS_SUB && s->groups[i].kind != NEWS_REL) || s->groups[i].word != news_event_keys.when)
		return -1;
	for (i++; i < s->ngroups && i < k + 24 && !ends_clause(&s->groups[i]); i++)
		if (s->groups[i].kind == NEWS_VERB_GROUP)
			return i;
	return -1;
}

/* The verb a date belongs to: that of its own clause, the one behind its subject, else the one before it, else the next. */
static int
verb_of_date(const NewsSyntax *s, int k)
{
	int			when = verb_of_when(s, k);

	if (when >= 0)
		return when;
	/* "Kerry on Friday met Lavrov" */
	if (k + 1 < s->ngroups && s->groups[k + 1].kind == NEWS_VERB_GROUP && s->groups[k + 1].flags & NEWS_VG_FINITE &&
		s->groups[k + 1].subject >= 0 && s->groups[k + 1].subject < k &&
		s->groups[k + 1].subject >= k - 2)
		return k + 1;
	for (int i = k - 1; i >= 0 && i > k - 24 && !ends_clause(&s->groups[i]); i--)
		if (s->groups[i].kind == NEWS_VERB_GROUP)
			return i;
	for (int i = k + 1; i < s->ngroups && i < k + 24 && !ends_clause(&s->groups[i]); i++)
		if (s->groups[i].kind == NEWS_VERB_GROUP && s->groups[i].flags & NEWS_VG_FINITE)
			return i;
	return -1;
}

/* Is the date part of the noun group's own phrases: "talks in Geneva on Friday"? */
static bool
date_follows_noun(const NewsSyntax *s, int noun, int k)
{
	if (k < noun || k > noun + 8)
		return false;
	for (int i = noun + 1; i < k; i++)
		if (s->groups[i].kind != NEWS_PREP && s->groups[i].kind != NEWS_NOUN_GROUP && s->groups[i].kind != NEWS_CONJ)
			return false;
	return true;
}

/* "from a week ago, when they met": the date that the clause explains. */
static bool
date_opens_clause(const NewsSyntax *s, int verb, int k)
{
	int			i = s->groups[verb].subject;
	int			before;

	if (i < 0 || i > verb)
		return false;
	while ((before = news_syntax_conjunct_before(s, i)) >= 0)
		i = before;
	i--;
	if (i < 1 || (s->groups[i].kind != NEWS_SUB && s->groups[i].kind != NEWS_REL))
		return false;
	i--;
	return i == k || (s->groups[i].kind == NEWS_COMMA && i - 1 == k);
}

/* The verb on top of infinitives and predicates: were of "were unable to reach". */
static int
top_verb(const NewsSyntax *s, int i)
{
	for (int n = 0; n < 4 && s->groups[i].kind == NEWS_VERB_GROUP && s->groups[i].rel == NEWS_GOV_TO && s->groups[i].gov >= 0; n++)
	{
		int			gov = s->groups[i].gov;

		if (s->groups[gov].kind != NEWS_VERB_GROUP)
			gov = news_syntax_predicate_verb(s, gov);
		if (gov < 0)
			return i;
		i = gov;
	}
	return i;
}

/* How well a date at word position fits the trigger: 0 not at all. */
static int
date_fit(const NewsSyntax *s, const NewsFound *found, int word)
{
	int			k = group_of_word(s, word);
	int			verb;
	int			own = found->group;
	const NewsGroup *g = &s->groups[own];

	if (k == own)
		return 100;				/* "Friday's attack" */
	if (found->noun)
	{
		bool		acts;

		if (date_follows_noun(s, own, k))
			return 90;
		own = news_event_carrier(s, own, &acts);
		if (own < 0 && g->rel == NEWS_GOV_PREP && g->gov >= 0)
			own = g->gov;
		if (own < 0)
			own = g->gov;
	}
	if (own >= 0 && s->groups[own].kind == NEWS_VERB_GROUP && date_opens_clause(s, own, k))
		return 85;
	verb = verb_of_date(s, k);
	if (verb < 0 || own < 0)
		return 0;
	if (verb == own)
		return 80;
	/* "began on Friday to shell": what changes nothing shares its day */
	if (s->groups[own].kind == NEWS_VERB_GROUP && s->groups[own].gov == verb && s->groups[own].rel != NEWS_GOV_THAT &&
		s->groups[verb].kind == NEWS_VERB_GROUP && NEWS_EMBED_STATUS(news_event_word(s->groups[verb].word)->embed_verb) == NEWS_OCCURRED)
		return 60;
	/* "attacked the town on Friday, killing ten" and two verbs of one subject */
	if (s->groups[own].kind == NEWS_VERB_GROUP && s->groups[own].subject >= 0 && top_verb(s, own) != verb &&
		s->groups[own].subject == s->groups[verb].subject && s->groups[top_verb(s, own)].gov < 0 &&
		!(news_event_word(s->groups[verb].word)->verb_kind & NEWS_EV_SPEECH))
		return 50;
	return 0;
}

/* May the day of the article stand in for an event without a date: one that has happened, and is the story? */
static bool
is_of_the_day(const NewsFinder *f, const NewsFound *found, const NewsEvent *event)
{
	const NewsGroup *g = &f->syntax.groups[found->group];

	if (event->status == NEWS_PLANNED || event->status == NEWS_POSSIBLE)
		return false;
	/* "had met": earlier than the story */
	return g->kind != NEWS_VERB_GROUP || (g->flags & (NEWS_VG_PERFECT | NEWS_VG_PAST)) != (NEWS_VG_PERFECT | NEWS_VG_PAST);
}

/* The day of an event whose sentence gives it none. */
static void
stand_in(const NewsFinder *f, const NewsFound *found, bool resumes, NewsEvent *event)
{
	const NewsPublished *published = &f->doc->options->published;

	event->during = NEWS_NO_DAYS;
	event->basis = NEWS_BASIS_VAGUE;
	if (!is_of_the_day(f, found, event))
		return;
	/* "A and B met on Friday. They failed to agree": the same day */
	if (resumes && f->have_pair && f->pair_days.from != NEWS_NO_DAY && f->syntax.sentence - f->pair_sentence <= 1)
	{
		event->during = f->pair_days;
		event->basis = NEWS_BASIS_CONTEXT;
	}
	else if (published->known)
	{
		event->during = (NewsDays) {published->day, published->day + 1};
		event->basis = NEWS_BASIS_PUBLISHED;
	}
}

void
news_event_when(NewsFinder *f, const NewsFound *found, bool resumes, NewsEvent *event)
{
	const NewsSyntax *s = &f->syntax;
	int			best = 0;
	int			distance = 0;

	stand_in(f, found, resumes, event);
	for (uint32_t d = s->date_at; d < f->doc->ndates && f->doc->dates[d].first < s->first + (uint32_t) s->nwords; d++)
	{
		const NewsTimex *t = &f->doc->dates[d];
		int			word = t->first < s->first ? 0 : (int) (t->first - s->first);
		int			fit;
		int			far = word > found->first ? word - found->first : found->first - word;

		if (t->during.from == NEWS_NO_DAY)
			continue;
		fit = date_fit(s, found, word);
		if (fit > best || (fit > 0 && fit == best && far < distance))
		{
			best = fit;
			distance = far;
			event->during = t->during;
			event->basis = t->basis;
		}
	}
}

/* ---- Where ---- */

static const NewsEntity *
place_at(const NewsFinder *f, int group)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	int32_t		m = s->words[g->head].mention;
	const NewsEntity *e;

	if (g->kind != NEWS_NOUN_GROUP || m < 0)
		return NULL;
	e = &f->doc->entities[f->doc->mentions[m].entity];
	return e->kind == NEWS_PLACE ? e : NULL;
}

/* "in Geneva" with its preposition at group i. */
static const NewsEntity *
locative_at(const NewsFinder *f, int i)
{
	const NewsSyntax *s = &f->syntax;
	int			object;

	if (s->groups[i].kind != NEWS_PREP || !(news_event_word(s->groups[i].word)->syntax & NEWS_EW_PLACE_PREP))
		return NULL;
	object = news_syntax_prep_object(s, i);
	return object >= 0 ? place_at(f, object) : NULL;
}

NewsStr
news_event_where(NewsFinder *f, const NewsFound *found, const NewsEvent *event)
{
	const NewsSyntax *s = &f->syntax;

	for (int i = found->group + 1; i < s->ngroups && i < found->group + 16; i++)
	{
		const NewsEntity *e = locative_at(f, i);

		if (e)
			return e->name;
		if (ends_clause(&s->groups[i]) || (s->groups[i].kind == NEWS_VERB_GROUP && !(found->noun && s->groups[found->group].gov == i)))
			break;
	}
	for (int i = found->group - 1; i >= 0 && i > found->group - 10 && !ends_clause(&s->groups[i]); i--)
	{
		/* "Kerry, speaking in Oslo, accused": what a comma closes is not the verb's */
		if (i == found->group - 1 && s->groups[i].kind == NEWS_COMMA && !found->noun)
			break;

		const NewsEntity *e = locative_at(f, i);

		if (e)
			return e->name;
		if (s->groups[i].kind == NEWS_VERB_GROUP && s->groups[found->group].gov != i)
			break;
	}
	/* news of the day is from where the report is sent */
	if ((event->basis == NEWS_BASIS_PUBLISHED || event->during.from == NEWS_NO_DAY) && event->status == NEWS_OCCURRED &&
		is_of_the_day(f, found, event))
		return f->dateline;
	return NEWS_NO_STR;
}

/* ---- Who says so ---- */

/* The name of a speaker: canonical, or the words of the text. */
static NewsStr
speaker(const NewsFinder *f, int group)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g;
	int			first;

	if (group < 0 || s->groups[group].kind != NEWS_NOUN_GROUP)
		return NEWS_NO_STR;
	g = &s->groups[group];
	if (g->flags & NEWS_NG_PRONOUN)
		return s->words[g->head].w->syntax & NEWS_EW_PERSON_PRONOUN ? f->person.name :
			s->words[g->head].w->syntax & (NEWS_EW_THING_PRONOUN | NEWS_EW_PLURAL_PRONOUN) ? f->thing.name : NEWS_NO_STR;
	if (s->words[g->head].mention >= 0)
		return f->doc->entities[f->doc->mentions[s->words[g->head].mention].entity].name;
	first = g->first;
	while (first < g->head && (s->words[first].tag == NEWS_TAG_DET || s->words[first].tag == NEWS_TAG_POSSDET))
		first++;
	/* "Sarkozy, the French president, said" is caught above; "a spokesman, Ivan Petrov, said" here */
	if (group + 2 < s->ngroups && s->groups[group + 1].kind == NEWS_COMMA && s->groups[group + 2].kind == NEWS_NOUN_GROUP &&
		s->words[s->groups[group + 2].head].mention >= 0 && s->groups[group].rel == NEWS_GOV_SUBJ)
		return f->doc->entities[f->doc->mentions[s->words[s->groups[group + 2].head].mention].entity].name;
	return news_span_str(&f->doc->tokens, s->first + (uint32_t) first, s->first + g->end);
}

static bool
is_speech(const NewsGroup *g)
{
	return g->kind == NEWS_VERB_GROUP && news_event_word(g->word)->verb_kind & NEWS_EV_SPEECH;
}

/* A verb of speech that follows what was said: "..., Lavrov said on Friday", "..., said Lavrov". */
static NewsStr
trailing_speaker(const NewsFinder *f, const NewsFound *found)
{
	const NewsSyntax *s = &f->syntax;

	for (int i = found->group + 1; i < s->ngroups; i++)
	{
		const NewsGroup *g = &s->groups[i];
		int			before;

		if (!is_speech(g) || g->gov >= 0 || !(g->flags & NEWS_VG_FINITE))
			continue;
		if (g->subject > found->group)
		{
			before = g->subject;
			for (int n = 0; n < 12 && before > found->group && s->groups[before].kind != NEWS_COMMA && s->groups[before].kind != NEWS_QUOTE; n++)
				before--;
			if (before > found->group)
				return speaker(f, g->subject);
		}
		else if (g->subject < 0 && g->object >= 0 && i > 0 && (s->groups[i - 1].kind == NEWS_COMMA || s->groups[i - 1].kind == NEWS_QUOTE))
			return speaker(f, g->object);
	}
	return NEWS_NO_STR;
}

/* "according to the BBC" */
static NewsStr
according_speaker(const NewsFinder *f, const NewsFound *found)
{
	const NewsSyntax *s = &f->syntax;

	for (int i = 0; i + 1 < s->nwords; i++)
		if (s->words[i].token->word == news_event_keys.according && s->words[i + 1].token->word == news_event_keys.to)
		{
			int			k = group_of_word(s, i + 1) + 1;

			return k < s->ngroups && k != found->group ? speaker(f, k) : NEWS_NO_STR;
		}
	return NEWS_NO_STR;
}

NewsStr
news_event_source(NewsFinder *f, const NewsFound *found)
{
	const NewsSyntax *s = &f->syntax;
	int			i = found->group;
	NewsStr		source;

	/* up to a verb of speech that governs it */
	for (int n = 0; n < 8 && i >= 0; n++)
	{
		const NewsGroup *g = &s->groups[i];

		if (i != found->group && is_speech(g) && s->groups[found->group].first > g->first)
			return speaker(f, g->subject);
		if (g->kind == NEWS_NOUN_GROUP && g->rel == NEWS_GOV_NONE)
			break;
		i = g->gov;
	}
	source = trailing_speaker(f, found);
	return source.s ? source : according_speaker(f, found);
}

/* ---- Dateline ---- */

NewsStr
news_event_dateline(const NewsDoc *doc)
{
	const NewsTokens *t = &doc->tokens;

	for (uint32_t m = 0; m < doc->nmentions && m < 12; m++)
	{
		const NewsMention *x = &doc->mentions[m];
		uint32_t	i = x->end;

		if (!(t->items[x->first].flags & NEWS_TOK_LINE) || doc->entities[x->entity].kind != NEWS_PLACE)
			continue;
		/* "GAZA CITY, Palestinian Territories: ", "GENEVA, Sept 9 (Reuters) - " */
		for (uint32_t end = i + 12 < t->n ? i + 12 : t->n; i < end; i++)
		{
			const NewsToken *k = &t->items[i];

			if (k->flags & NEWS_TOK_LINE)
				break;
			if (k->kind == NEWS_PUNCT && ((k->mark == ':' && t->items[x->first].flags & NEWS_TOK_UPPER) || (k->mark == '-' && !news_token_glued(k))))
				return doc->entities[x->entity].name;
			if (k->kind == NEWS_WORD && !(k->flags & NEWS_TOK_CAP) && k->word)
				break;
		}
	}
	return NEWS_NO_STR;
}
