/*
 * party.c
 *	  From a noun group to the parties it names: names, countries behind
 *	  adjectives and possessors, pronouns, "the two sides".
 */
#include "events/find.h"

#include "names/names.h"


static bool
same_party(const NewsParty *a, const NewsParty *b)
{
	return a->entity == b->entity && (a->entity >= 0 || news_str_eq(a->name, b->name));
}

static void
add_party(NewsParties *out, const NewsParty *party)
{
	for (int i = 0; i < out->n; i++)
		if (same_party(&out->items[i], party))
			return;
	if (out->n == NEWS_PARTIES_MAX)
		return;
	out->agents[out->n] = -1;
	out->items[out->n++] = *party;
}

static NewsParty
party_of_entity(const NewsFinder *f, uint32_t entity)
{
	const NewsEntity *e = &f->doc->entities[entity];

	return (NewsParty) {e->name, e->kind_name, f->codes[entity], (int32_t) entity};
}

static const NewsEntity *
entity_at(const NewsFinder *f, int word)
{
	return &f->doc->entities[f->doc->mentions[f->syntax.words[word].mention].entity];
}

static uint32_t
entity_index_at(const NewsFinder *f, int word)
{
	return f->doc->mentions[f->syntax.words[word].mention].entity;
}

/* The country a nationality belongs to: named in the text, or by the lexicon. */
static NewsParty
country_of_group(const NewsFinder *f, uint32_t entity)
{
	const NewsEntity *e = &f->doc->entities[entity];
	NewsParty	party = party_of_entity(f, entity);
	NewsStr		name;

	if (e->kind != NEWS_GROUP || !e->code.s)
		return party;
	name = news_name_of_code(e->code);
	if (!name.s)
		return party;
	party.name = name;
	party.kind = news_str(news_kind_names[NEWS_PLACE]);
	party.entity = -1;
	for (uint32_t i = 0; i < f->doc->nentities; i++)
		if (f->doc->entities[i].kind == NEWS_PLACE && news_str_eq(f->doc->entities[i].name, name))
		{
			party.entity = (int32_t) i;
			break;
		}
	return party;
}

/* May the name at this word stand for a party: no part of "US-backed", no place of a thing? */
static bool
stands_alone(const NewsSyntax *s, int word)
{
	int			end = word + 1;

	while (end < s->nwords && s->words[end].mention == s->words[word].mention)
		end++;
	return !(end + 1 < s->nwords && s->words[end].tag == NEWS_TAG_HYPHEN &&
			 (s->words[end + 1].w->syntax & NEWS_EW_COMPOUND || s->words[end + 1].tag == NEWS_TAG_ADJ));
}

/* The last possessive mark within the group before its head, or first - 1. */
static int
possessive_mark(const NewsSyntax *s, const NewsGroup *g)
{
	for (int i = g->head - 1; i >= g->first; i--)
		if (s->words[i].tag == NEWS_TAG_POSS)
			return i;
	return g->first - 1;
}

/* The names between two words that may be parties, nearest to the end first; those with a code before others. */
static void
add_names(NewsFinder *f, int first, int end, bool all, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	int			best = -1;

	for (int i = end - 1; i >= first; i--)
	{
		uint32_t	entity;

		if (s->words[i].mention < 0 || (i + 1 < end && s->words[i + 1].mention == s->words[i].mention) || !stands_alone(s, i))
			continue;
		entity = entity_index_at(f, i);
		/* "US-Russia talks": both */
		if (all && i + 1 < s->nwords && s->words[i + 1].tag == NEWS_TAG_HYPHEN && i + 2 < end && s->words[i + 2].mention >= 0)
		{
			NewsParty	party = country_of_group(f, entity);
			NewsParties behind = *out;

			out->n = 0;
			add_party(out, &party);
			for (int k = 0; k < behind.n; k++)
				add_party(out, &behind.items[k]);
			continue;
		}
		/* a slug, no compound: "GENEVA-US-RUSSIA-TRUCE" */
		if (out->n > 2)
			break;
		if (best < 0 || (!f->codes[entity_index_at(f, best)].s && f->codes[entity].s))
			best = i;
		if (best == i)
		{
			NewsParty	party = country_of_group(f, entity);

			if (out->n == 1 && !out->items[0].code.s)
				out->n = 0;
			if (out->n == 0)
				add_party(out, &party);
		}
	}
}

/* Who a pronoun stands for. */
static void
add_pronoun(const NewsFinder *f, const NewsEventWord *w, NewsParties *out)
{
	if (w->syntax & NEWS_EW_PERSON_PRONOUN)
	{
		if (f->person.name.s)
			add_party(out, &f->person);
	}
	else if (w->syntax & NEWS_EW_PLURAL_PRONOUN && f->have_pair)
	{
		add_party(out, &f->pair[0]);
		add_party(out, &f->pair[1]);
		out->resumes = true;
	}
	else if (w->syntax & (NEWS_EW_PLURAL_PRONOUN | NEWS_EW_THING_PRONOUN) && f->thing.name.s)
		add_party(out, &f->thing);
}

/* "its", "his", "their": the same persons. */
static void
add_possessive_pronoun(const NewsFinder *f, const NewsSynWord *x, NewsParties *out)
{
	const char *t = f->doc->tokens.text + x->token->start;
	uint32_t	len = x->token->end - x->token->start;

	if (len == 3 && (t[0] | 32) == 'h')
	{
		if (f->person.name.s)
			add_party(out, &f->person);
	}
	else if (len == 5 && f->have_pair)
	{
		add_party(out, &f->pair[0]);
		add_party(out, &f->pair[1]);
	}
	else if (f->thing.name.s)
		add_party(out, &f->thing);
}

static void possessors(NewsFinder *f, int group, bool phrases, int depth, NewsParties *out);
static void add_phrases(NewsFinder *f, int group, int depth, NewsParties *out);

static bool
is_text(const NewsSyntax *s, int word, const char *text)
{
	const NewsToken *t = s->words[word].token;
	const char *at = s->doc->tokens.text + t->start;
	uint32_t	len = t->end - t->start;
	uint32_t	i = 0;

	while (i < len && text[i] != '\0' && (at[i] | 32) == text[i])
		i++;
	return i == len && text[i] == '\0';
}

/* "the two sides", "both countries", "the pair", "the two"; "two men" are new to the story */
static bool
is_pair(const NewsSyntax *s, const NewsGroup *g)
{
	bool		definite = (g->flags & NEWS_NG_DEFINITE) != 0;

	if (g->flags & NEWS_NG_PRONOUN || s->words[g->head].mention >= 0)
		return false;
	if (definite && (is_text(s, g->head, "pair") || is_text(s, g->head, "two")))
		return true;
	if (!(s->words[g->head].w->syntax & NEWS_EW_PAIR_NOUN))
		return false;
	for (int i = g->first; i < g->head; i++)
		if (is_text(s, i, "both") || (definite && is_text(s, i, "two")))
			return true;
	return false;
}

/* How far back in its sentence "the two sides" looks for its pair, in groups. */
#define PAIR_REACH 40

/* "A and B met, and Norway asked both sides": the nearest pair of names before, in the sentence itself. */
static bool
pair_of_sentence(NewsFinder *f, int group, NewsParty *pair)
{
	const NewsSyntax *s = &f->syntax;

	for (int i = group - 1; i > 0 && i > group - PAIR_REACH; i--)
	{
		int			before = s->groups[i].kind == NEWS_NOUN_GROUP && s->words[s->groups[i].head].mention >= 0 ?
			news_syntax_conjunct_before(s, i) : -1;

		if (before < 0 || s->words[s->groups[before].head].mention < 0)
			continue;
		pair[0] = country_of_group(f, entity_index_at(f, s->groups[before].head));
		pair[1] = country_of_group(f, entity_index_at(f, s->groups[i].head));
		if (pair[0].code.s && pair[1].code.s && !same_party(&pair[0], &pair[1]))
			return true;
	}
	return false;
}

/* The two parties a phrase like "the two sides" stands for; false when no pair was named. */
static bool
add_pair(NewsFinder *f, int group, NewsParties *out)
{
	NewsParty	pair[2];

	if (!pair_of_sentence(f, group, pair))
	{
		if (!f->have_pair)
			return false;
		memcpy(pair, f->pair, sizeof(pair));
	}
	add_party(out, &pair[0]);
	add_party(out, &pair[1]);
	return true;
}

/* A common noun for people: "rebels"; its name is the word in lower case. */
static void
add_common(NewsFinder *f, const NewsGroup *g, NewsParties *out)
{
	const NewsSynWord *x = &f->syntax.words[g->head];
	char		folded[NEWS_FOLD_MAX];
	uint32_t	len;
	NewsParty	party = {NEWS_NO_STR, NEWS_NO_STR, NEWS_NO_STR, -1};

	if (!(x->w->syntax & NEWS_EW_AGENT))
		return;
	len = news_token_fold(&f->doc->tokens, x->token, folded, sizeof(folded));
	if (len == 0)
		return;
	party.name = (NewsStr) {news_strndup(f->doc->arena, folded, len), len};
	add_party(out, &party);
}

/* An apposition that names what a common noun means: "the president, Bashar al-Assad,". */
static bool
add_apposition(NewsFinder *f, int group, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *x;

	if (group + 2 >= s->ngroups || s->groups[group + 1].kind != NEWS_COMMA || s->groups[group + 2].kind != NEWS_NOUN_GROUP)
		return false;
	x = &s->groups[group + 2];
	if (s->words[x->head].mention < 0 || entity_at(f, x->head)->kind != NEWS_PERSON)
		return false;
	{
		NewsParty	party = party_of_entity(f, entity_index_at(f, x->head));

		add_party(out, &party);
	}
	return true;
}

/* The country a person's titles tell: "Russian Foreign Minister Lavrov", "Lavrov, the Russian minister". */
static void
learn_code(NewsFinder *f, int group, uint32_t entity)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	NewsParties titles = {0};

	if (f->codes[entity].s || f->doc->entities[entity].kind != NEWS_PERSON)
		return;
	add_names(f, g->first, g->head, false, &titles);
	if ((titles.n == 0 || !titles.items[0].code.s || titles.items[0].entity == (int32_t) entity) &&
		group + 2 < s->ngroups && s->groups[group + 1].kind == NEWS_COMMA && s->groups[group + 2].kind == NEWS_NOUN_GROUP)
	{
		const NewsGroup *x = &s->groups[group + 2];

		titles.n = 0;
		if (s->words[x->head].w->syntax & NEWS_EW_PERSON_NOUN && s->words[x->head].mention < 0)
			possessors(f, group + 2, true, 1, &titles);
	}
	if (titles.n > 0 && titles.items[0].entity != (int32_t) entity)
		f->codes[entity] = titles.items[0].code;
}

/* Parties of one noun group alone. */
static void
add_group_parties(NewsFinder *f, int group, int depth, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	const NewsSynWord *head = &s->words[g->head];
	int			before = out->n;

	if (g->flags & NEWS_NG_PRONOUN)
	{
		add_pronoun(f, head->w, out);
		return;
	}
	if (head->mention >= 0)
	{
		uint32_t	entity = entity_index_at(f, g->head);
		NewsParty	party;

		if (depth > 0)
			learn_code(f, group, entity);
		party = country_of_group(f, entity);
		add_party(out, &party);
		return;
	}
	if (is_pair(s, g) && add_pair(f, group, out))
		return;
	if (add_apposition(f, group, out))
		return;
	{
		NewsParties own = {0};
		NewsParty	meant;

		if (news_event_body(f, group, &meant))
		{
			add_party(out, &meant);
			return;
		}
		possessors(f, group, (head->w->syntax & NEWS_EW_AGENT) != 0, depth, &own);
		if (news_event_description(f, group, &own, &meant))
		{
			add_party(out, &meant);
			return;
		}
		for (int i = 0; i < own.n; i++)
		{
			add_party(out, &own.items[i]);
			if (out->n > 0 && head->w->syntax & NEWS_EW_AGENT)
				out->agents[out->n - 1] = (int16_t) group;
		}
	}
	/* "part of the Syrian city" */
	if (out->n == before && !(head->w->syntax & NEWS_EW_AGENT) && group + 1 < s->ngroups && s->groups[group + 1].word == news_event_keys.of)
		add_phrases(f, group, depth, out);
	if (out->n == before)
		add_common(f, g, out);
}

/* The phrases that tell whose a thing is; the last only for people: "rebels in Syria". */
static void
add_phrases(NewsFinder *f, int group, int depth, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	int			prep = group + 1;
	int			object;

	if (depth <= 0 || prep >= s->ngroups || s->groups[prep].kind != NEWS_PREP)
		return;
	if (s->groups[prep].word != news_event_keys.of &&
		(s->groups[prep].word != news_event_keys.by || s->words[s->groups[group].head].w->syntax & NEWS_EW_AGENT) &&
		!(news_event_word(s->groups[prep].word)->syntax & NEWS_EW_PLACE_PREP &&
		  s->words[s->groups[group].head].w->syntax & NEWS_EW_AGENT) &&
		s->groups[prep].word != news_event_keys.from)
		return;
	object = news_syntax_prep_object(s, prep);
	/* where people are tells who they are by name only: no "forces in the city" */
	if (object >= 0 && (news_event_word(s->groups[prep].word)->syntax & NEWS_EW_PLACE_PREP) &&
		s->words[s->groups[object].head].mention < 0)
		return;
	if (object >= 0)
	{
		add_group_parties(f, object, depth - 1, out);
		if (object + 2 < s->ngroups && news_syntax_conjunct_before(s, object + 2) == object && s->words[s->groups[object].head].mention >= 0)
			add_group_parties(f, object + 2, depth - 1, out);
	}
}

static void
possessors(NewsFinder *f, int group, bool phrases, int depth, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	int			mark = possessive_mark(s, g);
	int			before;

	/* a modifier next to the noun, then a possessor, then phrases */
	add_names(f, mark + 1, s->words[g->head].mention >= 0 ? g->head : g->head + 1, true, out);
	if (out->n > 2)
		out->n = 0;
	if (out->n == 0 && mark >= g->first)
		add_names(f, g->first, mark, true, out);
	if (out->n == 0 && s->words[g->first].tag == NEWS_TAG_POSSDET)
		add_possessive_pronoun(f, &s->words[g->first], out);
	/* "Kerry and Lavrov's talks", "US and Russian talks" */
	if (out->n == 1 && (before = news_syntax_conjunct_before(s, group)) >= 0 &&
		(mark >= g->first || (s->words[s->groups[before].head].mention >= 0 && s->words[g->first].mention >= 0)))
		add_group_parties(f, before, 0, out);
	if (out->n == 0 && phrases)
		add_phrases(f, group, depth, out);
}

void
news_event_possessors(NewsFinder *f, int group, bool phrases, NewsParties *out)
{
	out->n = 0;
	out->resumes = false;
	possessors(f, group, phrases, 2, out);
}

void
news_event_parties(NewsFinder *f, int group, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	int			first = group;
	int			before;

	out->n = 0;
	out->resumes = false;
	/* to the first of the conjuncts, then on to the last */
	for (int n = 0; n < NEWS_PARTIES_MAX && (before = news_syntax_conjunct_before(s, first)) >= 0; n++)
		first = before;
	for (int n = 0; n < NEWS_PARTIES_MAX; n++)
	{
		int			next = -1;

		add_group_parties(f, first, 2, out);
		for (int k = first + 2; k <= first + 3 && k < s->ngroups; k++)
			if (news_syntax_conjunct_before(s, k) == first)
			{
				next = k;
				break;
			}
		/* what follows a later verb is its subject, not a conjunct: "met Lavrov and Assad said" */
		if (next < 0 || (next > group && s->groups[next].rel == NEWS_GOV_SUBJ && s->groups[next].gov != s->groups[group].gov))
			break;
		first = next;
	}
}

void
news_event_remember(NewsFinder *f, const NewsParty *party)
{
	if (party->entity < 0 && !party->code.s)
		return;
	if (party->entity >= 0 && f->doc->entities[party->entity].kind == NEWS_PERSON)
		f->person = *party;
	else
		f->thing = *party;
}
