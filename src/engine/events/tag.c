/*
 * tag.c
 *	  What each word of a sentence is: closed classes first, then verbs by the
 *	  words around them.
 */
#include "events/syntax.h"

#define TAG_BIT(t)	(UINT32_C(1) << (t))

/* Behind these a verb form is a noun or an adjective. */
#define BEFORE_NOUN (TAG_BIT(NEWS_TAG_DET) | TAG_BIT(NEWS_TAG_POSSDET) | TAG_BIT(NEWS_TAG_POSS) | TAG_BIT(NEWS_TAG_ADJ))
#define NOMINAL (TAG_BIT(NEWS_TAG_NOUN) | TAG_BIT(NEWS_TAG_NAME))

static bool
tag_in(int tag, uint32_t set)
{
	return tag >= 0 && (TAG_BIT(tag) & set) != 0;
}

/* Tag of the word before i, -1 at the start; adverbs and negations are passed when skip. */
static int
tag_before(const NewsSyntax *s, int i, bool skip)
{
	for (i--; i >= 0; i--)
	{
		int			tag = s->words[i].tag;

		if (tag == NEWS_TAG_QUOTE)
			continue;
		if (!skip || (tag != NEWS_TAG_ADV && tag != NEWS_TAG_NEG && tag != NEWS_TAG_DATE))
			return tag;
	}
	return -1;
}

static uint8_t
forms_of(const NewsEventWord *w)
{
	return w->forms[0] | w->forms[1];
}

/* Does a noun group plainly begin at i? */
static bool
begins_noun(const NewsSyntax *s, int i)
{
	const NewsSynWord *x = &s->words[i];

	if (i >= s->nwords)
		return false;
	if (x->mention >= 0 || x->token->kind == NEWS_NUMBER)
		return true;
	if (x->timex >= 0)
		return false;
	if (x->w->syntax & (NEWS_EW_DET | NEWS_EW_POSSESSIVE | NEWS_EW_PRONOUN | NEWS_EW_NUMBER))
		return true;
	return x->token->kind == NEWS_WORD && (x->token->flags & NEWS_TOK_CAP) && !(x->w->syntax & ~NEWS_EW_NOUNS);
}

/* May the word at i be a noun or an adjective before one: nothing else is known of it. */
static bool
may_be_noun(const NewsSyntax *s, int i)
{
	const NewsSynWord *x = &s->words[i];

	if (begins_noun(s, i))
		return true;
	return i < s->nwords && x->timex < 0 && x->token->kind == NEWS_WORD && !(x->w->syntax & ~NEWS_EW_NOUNS) &&
		!(x->token->flags & NEWS_TOK_CLITIC) &&
		((forms_of(x->w) & ~(NEWS_EF_ING | NEWS_EF_PART)) == 0 || (forms_of(x->w) & NEWS_EF_NOUN) || x->w->noun);
}

/* Does a clause with a finite verb begin at i ("after they met")? Looks a few words ahead. */
static bool
opens_clause(const NewsSyntax *s, int i)
{
	bool		noun = false;

	for (int end = i + 10 < s->nwords ? i + 10 : s->nwords; i < end; i++)
	{
		const NewsSynWord *x = &s->words[i];
		uint8_t		forms = forms_of(x->w);

		if (x->token->kind == NEWS_PUNCT && x->token->mark != '-' && x->token->mark != '"')
			return false;
		if (x->mention >= 0 || x->timex >= 0)
			noun = noun || x->mention >= 0;
		else if (x->w->syntax & NEWS_EW_AUX)
			return noun;
		else if (x->token->word == news_event_keys.of)
			noun = false;		/* "as the leaders of the two countries met" */
		else if (x->w->syntax & (NEWS_EW_PREP | NEWS_EW_CONJ))
			return false;
		else if (noun && (forms & NEWS_EF_PAST) && !(forms & NEWS_EF_BASE))
			return true;
		else if (!(x->w->syntax & NEWS_EW_ADVERB))
			noun = true;
	}
	return false;
}

/* Keeps the reading of a verb form that fits the wanted forms. */
static void
set_verb(NewsSynWord *x, uint8_t wanted)
{
	int			k = (x->w->forms[0] & wanted) || !x->w->verb[1] ? 0 : 1;

	/* "found" is rather the past of find than the base of found */
	if (x->w->verb[1] && (x->w->forms[1] & wanted) && (x->w->forms[1] & (NEWS_EF_PAST | NEWS_EF_PART)) && !(wanted & NEWS_EF_BASE))
		k = 1;
	x->verb = x->w->verb[k];
	x->forms = x->w->forms[k];
}

/* ---- Closed classes ---- */

static int
tag_mark(const NewsSyntax *s, int i)
{
	const NewsToken *t = s->words[i].token;

	switch (t->mark)
	{
		case ',':
			return NEWS_TAG_COMMA;
		case '"':
		case '\'':
		case '`':
			return NEWS_TAG_QUOTE;
		case '-':
		case '/':
			if (i > 0 && i + 1 < s->nwords && news_token_glued(t) && news_token_glued(s->words[i + 1].token) &&
				t->end - t->start < 2)
				return NEWS_TAG_HYPHEN;
			return NEWS_TAG_STOP;
		default:
			return NEWS_TAG_STOP;
	}
}

static bool
is_number(const NewsSyntax *s, int i)
{
	return i < s->nwords && (s->words[i].token->kind == NEWS_NUMBER || s->words[i].token->kind == NEWS_SYMBOL ||
							 s->words[i].w->syntax & NEWS_EW_NUMBER);
}

/* "over 150", "at least ten", "up to 40", "more than two": part of the noun group. */
static bool
is_quantifier(const NewsSyntax *s, int i)
{
	uint32_t	word = s->words[i].token->word;
	uint32_t	next = s->words[i + 1].token->word;

	if (word == news_event_keys.over || word == news_event_keys.about || word == news_event_keys.around || word == news_event_keys.than)
		return is_number(s, i + 1);
	return i + 2 < s->nwords && is_number(s, i + 2) &&
		((word == news_event_keys.at && next == news_event_keys.least) || (word == news_event_keys.up && next == news_event_keys.to));
}

/* "called off the talks": does the word at i go with the verb before it, as a trigger or an embedder? */
static bool
is_particle(const NewsSyntax *s, int i)
{
	const NewsSynWord *x = i > 0 ? &s->words[i - 1] : NULL;
	uint32_t	word = s->words[i].token->word;
	const NewsEventWord *w;

	if (!x || !x->verb || !tag_in(x->tag, TAG_BIT(NEWS_TAG_VERB) | TAG_BIT(NEWS_TAG_BASE) | TAG_BIT(NEWS_TAG_ING)))
		return false;
	w = news_event_word(x->verb);
	if (w->particle == word)
		return true;
	for (int k = 0; k < w->verb_n; k++)
		if (news_triggers[w->verb_first + k].nrest > 0 && news_triggers[w->verb_first + k].rest[0] == word)
			return true;
	return false;
}

/* Words that may be a preposition, a subordinator or an adverb. */
static int
tag_preposition(const NewsSyntax *s, int i, uint32_t syntax)
{
	/* "Secretary of State John Kerry" */
	if (s->words[i].token->word == news_event_keys.of && i > 0 && i + 1 < s->nwords &&
		s->words[i - 1].w->syntax & NEWS_EW_AGENT && s->words[i - 1].token->flags & NEWS_TOK_CAP &&
		s->words[i + 1].token->flags & NEWS_TOK_CAP && s->words[i + 1].mention < 0)
		return NEWS_TAG_NOUN;
	if (is_quantifier(s, i))
		return NEWS_TAG_ADJ;
	/* "has once again rejected" */
	if ((syntax & NEWS_EW_ADVERB) && i > 0 && s->words[i - 1].tag == NEWS_TAG_AUX)
		return NEWS_TAG_ADV;
	if ((syntax & NEWS_EW_SUBORDINATE) && (!(syntax & NEWS_EW_PREP) || opens_clause(s, i + 1)))
		return NEWS_TAG_SUB;
	if ((syntax & NEWS_EW_ADVERB) && is_particle(s, i) && may_be_noun(s, i + 1))
		return NEWS_TAG_ADV;
	if ((syntax & NEWS_EW_ADVERB) && (i + 1 >= s->nwords || s->words[i + 1].token->kind == NEWS_PUNCT ||
									  (s->words[i + 1].w->syntax & (NEWS_EW_PREP | NEWS_EW_CONJ) && s->words[i + 1].mention < 0)))
		return NEWS_TAG_ADV;
	return NEWS_TAG_PREP;
}

static int
tag_to(const NewsSyntax *s, int i)
{
	int			k = i + 1;

	if (i > 0 && s->words[i - 1].tag == NEWS_TAG_ADJ && s->words[i - 1].token->word == news_event_keys.up)
		return NEWS_TAG_ADJ;

	while (k < s->nwords && k < i + 3 && s->words[k].mention < 0 && (s->words[k].w->syntax & (NEWS_EW_ADVERB | NEWS_EW_NEGATION)))
		k++;
	if (k < s->nwords && s->words[k].mention < 0 && s->words[k].timex < 0 &&
		((forms_of(s->words[k].w) & NEWS_EF_BASE) || (s->words[k].w->syntax & (NEWS_EW_HAVE | NEWS_EW_BE | NEWS_EW_DO))))
		return NEWS_TAG_TO;
	return NEWS_TAG_PREP;
}

/* A tag for words of closed classes, -1 for others. */
static int
tag_closed(const NewsSyntax *s, int i)
{
	const NewsSynWord *x = &s->words[i];
	uint32_t	syntax = x->w->syntax;
	int			before = tag_before(s, i, false);

	if (x->token->flags & NEWS_TOK_CLITIC && x->token->word == news_event_keys.clitic_s)
		return before == NEWS_TAG_PRON ? NEWS_TAG_AUX : NEWS_TAG_POSS;
	if (x->token->flags & NEWS_TOK_CLITIC && !(syntax & (NEWS_EW_AUX | NEWS_EW_NEGATION)))
		return NEWS_TAG_POSS;
	if (!(syntax & ~NEWS_EW_NOUNS))
		return -1;
	/* "hand-to-hand fighting" */
	if (before == NEWS_TAG_HYPHEN && i + 1 < s->nwords && s->words[i + 1].token->mark == '-' && news_token_glued(s->words[i + 1].token))
		return NEWS_TAG_NOUN;
	if (syntax & NEWS_EW_AUX)
	{
		if (tag_in(before, BEFORE_NOUN) && !(syntax & (NEWS_EW_BE | NEWS_EW_HAVE | NEWS_EW_DO)))
			return NEWS_TAG_NOUN;
		return NEWS_TAG_AUX;
	}
	if (x->token->word == news_event_keys.to)
		return tag_to(s, i);
	if (syntax & NEWS_EW_THAT)
		return before == NEWS_TAG_PREP ? NEWS_TAG_PRON : NEWS_TAG_THAT;
	if (syntax & NEWS_EW_CONJ)
		return NEWS_TAG_CONJ;
	if (syntax & NEWS_EW_NEGATION && !(syntax & (NEWS_EW_DET | NEWS_EW_PREP)))
		return NEWS_TAG_NEG;
	if (syntax & NEWS_EW_RELATIVE && before >= 0 && !tag_in(before, TAG_BIT(NEWS_TAG_VERB) | TAG_BIT(NEWS_TAG_STOP)))
		return NEWS_TAG_REL;
	if (syntax & (NEWS_EW_PREP | NEWS_EW_SUBORDINATE))
		return tag_preposition(s, i, syntax);
	if (syntax & NEWS_EW_RELATIVE)
		return NEWS_TAG_SUB;
	if (syntax & NEWS_EW_POSSESSIVE)
		return NEWS_TAG_POSSDET;
	if (syntax & NEWS_EW_PRONOUN && !(may_be_noun(s, i + 1) && (syntax & NEWS_EW_PERSON_PRONOUN) && !(syntax & NEWS_EW_SUBJ_PRONOUN)) &&
		!(syntax & NEWS_EW_NUMBER && may_be_noun(s, i + 1)))
		return NEWS_TAG_PRON;
	if (syntax & NEWS_EW_PRONOUN)
		return syntax & NEWS_EW_NUMBER ? NEWS_TAG_NUM : NEWS_TAG_POSSDET;
	if (syntax & NEWS_EW_DET)
		return NEWS_TAG_DET;
	if (syntax & NEWS_EW_NUMBER)
		return NEWS_TAG_NUM;
	if (syntax & NEWS_EW_ADVERB)
		return NEWS_TAG_ADV;
	return -1;
}

/* ---- Verbs ---- */

/* Does the verb at i act on its object in some trigger, and govern no gerund? */
static bool
takes_object(const NewsSyntax *s, int i)
{
	const NewsEventWord *w = news_event_word(s->words[i].verb);

	if (w->embed_verb & NEWS_EG_ING)
		return false;
	for (int k = 0; k < w->verb_n; k++)
	{
		const NewsTrigger *t = &news_triggers[w->verb_first + k];

		for (int r = 0; t->nrest == 0 && r < t->nrecipient; r++)
			if (t->recipient[r] == NEWS_ROLE_OBJECT)
				return true;
	}
	return false;
}

static int
tag_ing(const NewsSyntax *s, int i, int before, int before_verb)
{
	const NewsSynWord *x = &s->words[i];
	bool		object = begins_noun(s, i + 1);

	if (before == NEWS_TAG_HYPHEN)
		return NEWS_TAG_ADJ;
	if (tag_in(before, BEFORE_NOUN))
		return NEWS_TAG_NOUN;
	if (before_verb == NEWS_TAG_AUX)
		return NEWS_TAG_ING;
	/* "met visiting Iraqi officials" */
	if (before == NEWS_TAG_VERB && before_verb == before && object && takes_object(s, i - 1))
		return NEWS_TAG_ADJ;
	/* a noun of its own: meeting, bombing, shelling */
	if (x->w->noun && !object && !tag_in(before, TAG_BIT(NEWS_TAG_COMMA)))
		return NEWS_TAG_NOUN;
	if (before == NEWS_TAG_NUM)
		return NEWS_TAG_NOUN;
	return NEWS_TAG_ING;
}

static bool
ends_in_s(const NewsSyntax *s, int i)
{
	const NewsSynWord *x = &s->words[i];
	const char *text = s->doc->tokens.text;
	uint32_t	len = x->token->end - x->token->start;

	return len > 2 && text[x->token->end - 1] == 's' && text[x->token->end - 2] != 's';
}

/* An adjective of a country, "Palestinian" but not "Palestinians". */
static bool
is_nationality(const NewsSyntax *s, int i)
{
	return s->words[i].mention >= 0 && s->doc->entities[s->doc->mentions[s->words[i].mention].entity].kind == NEWS_GROUP && !ends_in_s(s, i);
}

/* Forms in -ed and kin: past tense, participle or adjective. */
static int
tag_past(const NewsSyntax *s, int i, int before, int before_verb)
{
	if (before_verb == NEWS_TAG_AUX)
		return NEWS_TAG_VERB;
	if (before == NEWS_TAG_HYPHEN)
		return NEWS_TAG_ADJ;
	if (tag_in(before, BEFORE_NOUN))
		return NEWS_TAG_ADJ;
	/* "from besieged cities", "extradited suspected rebels" */
	if (before == NEWS_TAG_PREP || (before == NEWS_TAG_VERB && before_verb == before))
		return may_be_noun(s, i + 1) ? NEWS_TAG_ADJ : NEWS_TAG_VERB;
	/* "from Palestinian armed groups" */
	if (before == NEWS_TAG_NAME && i > 1 && s->words[i - 2].tag == NEWS_TAG_PREP && is_nationality(s, i - 1) && may_be_noun(s, i + 1) &&
		!begins_noun(s, i + 1))
		return NEWS_TAG_ADJ;
	if (before == NEWS_TAG_NUM)
		return may_be_noun(s, i + 1) && !begins_noun(s, i + 1) ? NEWS_TAG_ADJ : NEWS_TAG_VERB;
	/* at the start of a sentence or behind a comma, before a bare noun: "besieged cities" */
	if (before < 0 && may_be_noun(s, i + 1) && !begins_noun(s, i + 1))
		return NEWS_TAG_ADJ;
	return NEWS_TAG_VERB;
}

/* Forms that are as often nouns, behind a noun or a name: "rebels attack the town", "rebel attack". */
static int
tag_noun_or_verb(const NewsSyntax *s, int i, int before, uint8_t forms)
{
	const NewsEventWord *next = s->words[i + 1].w;
	bool		closed_next = i + 1 < s->nwords && s->words[i + 1].mention < 0 && s->words[i + 1].timex < 0 &&
		(next->syntax & (NEWS_EW_DET | NEWS_EW_POSSESSIVE | NEWS_EW_PRONOUN | NEWS_EW_THAT));
	bool		name_next = i + 1 < s->nwords && s->words[i + 1].mention >= 0;
	bool		to_next = i + 1 < s->nwords && s->words[i + 1].token->word == news_event_keys.to && tag_to(s, i + 1) == NEWS_TAG_TO;
	bool		inner = i > 0 && s->words[i - 1].mention >= 0 && news_token_glued(s->words[i].token);
	int			last = i - 1;

	if (inner)
		return NEWS_TAG_NOUN;
	if (forms & NEWS_EF_S)
	{
		/* "Japan plans to", "the union plans to"; but "peace plans to" */
		if ((before == NEWS_TAG_NAME || before == NEWS_TAG_COMMA || (before == NEWS_TAG_NOUN && s->words[i - 1].w->syntax & NEWS_EW_AGENT)) &&
			to_next)
			return NEWS_TAG_VERB;
		if (tag_in(before, NOMINAL) && (closed_next || name_next) && !ends_in_s(s, i - 1))
			return NEWS_TAG_VERB;
		return NEWS_TAG_NOUN;
	}
	/* "the troops today attack the town" */
	while (before == NEWS_TAG_DATE && closed_next && last > 0)
		before = s->words[--last].tag;
	/* two subjects: "if France and Germany hold talks" */
	if (tag_in(before, NOMINAL) && i > 1 && s->words[i - 2].tag == NEWS_TAG_CONJ && may_be_noun(s, i + 1) && s->words[i - 1].mention >= 0)
		return NEWS_TAG_VERB;
	if (before == NEWS_TAG_NOUN && ends_in_s(s, last))
		return closed_next || name_next || (i + 1 < s->nwords && next->syntax & (NEWS_EW_PREP | NEWS_EW_ADVERB)) ||
			may_be_noun(s, i + 1) ? NEWS_TAG_VERB : NEWS_TAG_NOUN;
	if (before == NEWS_TAG_NAME && closed_next)
		return NEWS_TAG_VERB;
	return NEWS_TAG_NOUN;
}

static int
last_verb_tag(const NewsSyntax *s, int i)
{
	for (int n = 0; --i >= 0 && n < 12; n++)
		if (tag_in(s->words[i].tag, TAG_BIT(NEWS_TAG_VERB) | TAG_BIT(NEWS_TAG_BASE) | TAG_BIT(NEWS_TAG_ING)))
			return s->words[i].tag;
	return -1;
}

/* Base and -s forms. */
static int
tag_present(const NewsSyntax *s, int i, int before, int before_verb, uint8_t forms)
{
	if ((forms & NEWS_EF_BASE) && (before == NEWS_TAG_TO || before_verb == NEWS_TAG_TO))
		return NEWS_TAG_BASE;
	if ((forms & NEWS_EF_BASE) && before_verb == NEWS_TAG_AUX)
	{
		const NewsSynWord *aux = &s->words[i - 1];

		for (int k = i - 1; k >= 0 && k > i - 5; k--)
			if (s->words[k].tag == NEWS_TAG_AUX)
			{
				aux = &s->words[k];
				break;
			}
		return aux->w->syntax & (NEWS_EW_MODAL | NEWS_EW_DO) || aux->token->word == news_event_keys.clitic_s ?
			NEWS_TAG_BASE : NEWS_TAG_NOUN;
	}
	if (before == NEWS_TAG_PRON || before == NEWS_TAG_REL || (before == NEWS_TAG_THAT && (forms & NEWS_EF_S)))
		return NEWS_TAG_VERB;
	if (tag_in(before, BEFORE_NOUN | TAG_BIT(NEWS_TAG_PREP) | TAG_BIT(NEWS_TAG_HYPHEN) | TAG_BIT(NEWS_TAG_NUM)))
		return NEWS_TAG_NOUN;
	if (before == NEWS_TAG_CONJ && (forms & NEWS_EF_BASE) && last_verb_tag(s, i) == NEWS_TAG_BASE && may_be_noun(s, i + 1))
		return NEWS_TAG_BASE;
	if (forms & NEWS_EF_NOUN)
		return tag_noun_or_verb(s, i, before, forms);
	if (tag_in(before, NOMINAL | TAG_BIT(NEWS_TAG_CONJ) | TAG_BIT(NEWS_TAG_ADV) | TAG_BIT(NEWS_TAG_COMMA) | TAG_BIT(NEWS_TAG_DATE)))
		return NEWS_TAG_VERB;
	if (before == NEWS_TAG_VERB && (forms & NEWS_EF_BASE))
		return NEWS_TAG_BASE;	/* "helped fight", "let leave" */
	return NEWS_TAG_NOUN;
}

/* Tags a form of a known verb. */
static int
tag_verb(NewsSyntax *s, int i)
{
	NewsSynWord *x = &s->words[i];
	uint8_t		forms = forms_of(x->w);
	int			before = tag_before(s, i, false);
	int			before_verb = tag_before(s, i, true);
	int			tag;

	if ((forms & NEWS_EF_BASE) && (forms & NEWS_EF_PAST) && before_verb != NEWS_TAG_TO)
		tag = (forms & NEWS_EF_NOUN) && !tag_in(before_verb, NOMINAL | TAG_BIT(NEWS_TAG_PRON) | TAG_BIT(NEWS_TAG_AUX)) ?
			NEWS_TAG_NOUN : tag_past(s, i, before, before_verb);
	else if (forms & (NEWS_EF_PAST | NEWS_EF_PART) && !(forms & NEWS_EF_BASE && before_verb == NEWS_TAG_TO))
		tag = tag_past(s, i, before, before_verb);
	else if (forms & NEWS_EF_ING)
		tag = tag_ing(s, i, before, before_verb);
	else
		tag = tag_present(s, i, before, before_verb, forms);
	if (tag == NEWS_TAG_VERB)
		set_verb(x, before_verb == NEWS_TAG_AUX ? NEWS_EF_PART : (NEWS_EF_PAST | NEWS_EF_S | NEWS_EF_PART));
	else if (tag == NEWS_TAG_BASE)
		set_verb(x, NEWS_EF_BASE);
	else if (tag == NEWS_TAG_ING)
		set_verb(x, NEWS_EF_ING);
	return tag;
}

/* Words the lexicon does not know, by their ends. */
static int
tag_unknown(NewsSyntax *s, int i)
{
	NewsSynWord *x = &s->words[i];
	const char *text = s->doc->tokens.text + x->token->start;
	uint32_t	len = x->token->end - x->token->start;
	int			before = tag_before(s, i, false);
	int			before_verb = tag_before(s, i, true);

	if (len < 4 || x->token->flags & NEWS_TOK_CAP || x->w->noun || x->w->embed_adj)
		return NEWS_TAG_NOUN;
	/* "a deadly raid"; "deadly" behind a verb tells how */
	if (memcmp(text + len - 2, "ly", 2) == 0)
		return tag_in(before, BEFORE_NOUN | TAG_BIT(NEWS_TAG_NUM)) ? NEWS_TAG_ADJ : NEWS_TAG_ADV;
	if (memcmp(text + len - 2, "ed", 2) == 0)
	{
		x->forms = NEWS_EF_PAST | NEWS_EF_PART;
		return tag_past(s, i, before, before_verb);
	}
	if (len > 5 && memcmp(text + len - 3, "ing", 3) == 0 && (before_verb == NEWS_TAG_AUX || begins_noun(s, i + 1)) &&
		!tag_in(before, BEFORE_NOUN))
	{
		x->forms = NEWS_EF_ING;
		return NEWS_TAG_ING;
	}
	return NEWS_TAG_NOUN;
}

static int
tag_word(NewsSyntax *s, int i)
{
	NewsSynWord *x = &s->words[i];
	int			tag;

	if (x->mention >= 0)
		return NEWS_TAG_NAME;
	if (x->timex >= 0)
		return NEWS_TAG_DATE;
	switch (x->token->kind)
	{
		case NEWS_PUNCT:
			return tag_mark(s, i);
		case NEWS_NUMBER:
		case NEWS_SYMBOL:
			return NEWS_TAG_NUM;
		case NEWS_WORD:
			break;
		default:
			return NEWS_TAG_NOUN;
	}
	/* "cease-fire", "closed-door": the first part of a compound */
	if (forms_of(x->w) && i + 2 < s->nwords && s->words[i + 1].token->mark == '-' && news_token_glued(s->words[i + 1].token) &&
		news_token_glued(s->words[i + 2].token))
		return NEWS_TAG_NOUN;
	tag = tag_closed(s, i);
	if (tag >= 0)
		return tag;
	return x->w->verb[0] ? tag_verb(s, i) : tag_unknown(s, i);
}

/* Lays mentions and time expressions over the words. */
static void
lay_annotations(NewsSyntax *s)
{
	const NewsDoc *doc = s->doc;
	uint32_t	end = s->first + (uint32_t) s->nwords;

	while (s->mention_at < doc->nmentions && doc->mentions[s->mention_at].end <= s->first)
		s->mention_at++;
	for (uint32_t m = s->mention_at; m < doc->nmentions && doc->mentions[m].first < end; m++)
		for (uint32_t t = doc->mentions[m].first; t < doc->mentions[m].end; t++)
			if (t >= s->first && t < end)
				s->words[t - s->first].mention = (int32_t) m;
	while (s->date_at < doc->ndates && doc->dates[s->date_at].end <= s->first)
		s->date_at++;
	for (uint32_t d = s->date_at; d < doc->ndates && doc->dates[d].first < end; d++)
		for (uint32_t t = doc->dates[d].first; t < doc->dates[d].end; t++)
			if (t >= s->first && t < end && s->words[t - s->first].mention < 0)
				s->words[t - s->first].timex = (int32_t) d;
}

void
news_syntax_tag(NewsSyntax *s)
{
	const NewsToken *tokens = s->doc->tokens.items + s->first;

	for (int i = 0; i <= s->nwords; i++)
		s->words[i] = (NewsSynWord) {&tokens[i], news_event_word(i < s->nwords ? tokens[i].word : 0), -1, -1, 0, 0, NEWS_TAG_STOP};
	lay_annotations(s);
	for (int i = 0; i < s->nwords; i++)
		s->words[i].tag = (uint8_t) tag_word(s, i);
}
