/*
 * chunk.c
 *	  Tagged words into groups: noun groups, verb groups, and what stands between.
 */
#include "events/syntax.h"

static NewsGroup *
add_group(NewsSyntax *s, NewsGroupKind kind, int first, int end)
{
	NewsGroup  *g = &s->groups[s->ngroups++];

	*g = (NewsGroup) {.kind = (uint8_t) kind, .first = (uint16_t) first, .end = (uint16_t) end, .head = (uint16_t) (end - 1),
		.word = (uint16_t) (s->words[first].token->word <= news_event_nwords ? s->words[first].token->word : 0),
		.subject = -1, .object = -1, .gov = -1, .prep = -1};
	return g;
}

/* ---- Verb groups ---- */

/* What the auxiliary at i says. */
static uint32_t
aux_flags(const NewsSyntax *s, int i)
{
	uint32_t	syntax = s->words[i].w->syntax;
	uint32_t	flags = 0;

	if (syntax & NEWS_EW_WILL)
		flags |= NEWS_VG_WILL;
	if (syntax & NEWS_EW_WOULD)
		flags |= NEWS_VG_WOULD;
	if (syntax & NEWS_EW_MAY)
		flags |= NEWS_VG_MAY;
	if (syntax & NEWS_EW_MUST)
		flags |= NEWS_VG_MUST;
	if (syntax & NEWS_EW_PAST)
		flags |= NEWS_VG_PAST;
	if (syntax & NEWS_EW_NEGATION)
		flags |= NEWS_VG_NEG;
	return flags;
}

/* Is a verb or an auxiliary still to come, behind adverbs, at i? */
static bool
verb_follows(const NewsSyntax *s, int i)
{
	for (int n = 0; i < s->nwords && n < 4; i++, n++)
	{
		int			tag = s->words[i].tag;

		if (tag == NEWS_TAG_VERB || tag == NEWS_TAG_ING || tag == NEWS_TAG_BASE || tag == NEWS_TAG_AUX)
			return true;
		if (tag != NEWS_TAG_ADV && tag != NEWS_TAG_NEG)
			return false;
	}
	return false;
}

/* The state of a verb group that is being read. */
typedef struct VerbRead
{
	uint32_t	flags;
	int			aux;			/* last auxiliary, -1 for none */
	int			main;			/* main verb, -1 for none */
	bool		be;				/* the last auxiliary is a form of be */
	bool		being;
} VerbRead;

static void
take_aux(const NewsSyntax *s, int i, VerbRead *r)
{
	uint32_t	syntax = s->words[i].w->syntax;
	const NewsToken *t = s->words[i].token;

	r->flags |= aux_flags(s, i);
	if (syntax & NEWS_EW_HAVE)
		r->flags |= NEWS_VG_PERFECT;
	r->be = (syntax & NEWS_EW_BE) || t->word == news_event_keys.clitic_s;
	if (r->be && t->end - t->start == 5 && r->aux >= 0)
		r->being = true;		/* "is being": the only form of be of five letters */
	r->aux = i;
}

/* Flags of the whole from the main verb's form. */
static void
take_main(const NewsSyntax *s, int i, VerbRead *r)
{
	const NewsSynWord *x = &s->words[i];

	r->main = i;
	if (r->aux >= 0)
	{
		if (r->be && x->forms & NEWS_EF_ING)
			r->flags |= NEWS_VG_PROG;
		else if (r->be && x->forms & (NEWS_EF_PART | NEWS_EF_PAST))
			r->flags |= NEWS_VG_PASSIVE;
		if (r->being)
			r->flags |= NEWS_VG_PROG;
	}
	else if (r->flags & NEWS_VG_TO)
		;
	else if (x->tag == NEWS_TAG_ING)
		r->flags |= NEWS_VG_ING;
	else if (x->tag == NEWS_TAG_BASE)
		r->flags |= NEWS_VG_BASE;
	else if ((x->forms & NEWS_EF_PART) && !(x->forms & NEWS_EF_PAST))
		r->flags |= NEWS_VG_PART;
	else if (x->forms & NEWS_EF_PAST)
		r->flags |= NEWS_VG_PAST | (x->forms & NEWS_EF_PART ? NEWS_VG_MAYBE_PART : 0);
}

static int
read_verb_group(NewsSyntax *s, int i)
{
	VerbRead	r = {0, -1, -1, false, false};
	int			first = i;
	NewsGroup  *g;

	for (; i < s->nwords && r.main < 0; i++)
	{
		int			tag = s->words[i].tag;

		if (tag == NEWS_TAG_TO && r.aux < 0 && !(r.flags & NEWS_VG_TO))
			r.flags |= NEWS_VG_TO;
		else if (tag == NEWS_TAG_NEG)
			r.flags |= NEWS_VG_NEG;
		else if (tag == NEWS_TAG_AUX)
			take_aux(s, i, &r);
		else if (tag == NEWS_TAG_VERB || tag == NEWS_TAG_ING || tag == NEWS_TAG_BASE)
			take_main(s, i, &r);
		else if (tag == NEWS_TAG_ADV && verb_follows(s, i))
		{
			if (s->words[i].w->syntax & NEWS_EW_POSSIBLE_ADV)
				r.flags |= NEWS_VG_DOUBT;
		}
		else
			break;
	}
	/* "not" behind a copula: "is not close" */
	if (r.main < 0 && r.aux < 0 && !(r.flags & NEWS_VG_TO))
	{
		add_group(s, NEWS_ADVERB, first, first + 1);
		return first + 1;
	}
	g = add_group(s, NEWS_VERB_GROUP, first, i);
	if (r.main >= 0)
	{
		g->head = (uint16_t) r.main;
		g->word = s->words[r.main].verb;
	}
	else if (r.aux >= 0)
	{
		uint32_t	syntax = s->words[r.aux].w->syntax;

		g->head = (uint16_t) r.aux;
		g->word = syntax & NEWS_EW_HAVE ? news_event_keys.have : news_event_keys.be;
		if (r.be)
			r.flags |= NEWS_VG_COPULA;
	}
	if (!(r.flags & (NEWS_VG_TO | NEWS_VG_ING | NEWS_VG_BASE | NEWS_VG_PART)))
		r.flags |= NEWS_VG_FINITE;
	g->flags = r.flags;
	return i;
}

/* ---- Noun groups ---- */

static bool
in_noun_group(const NewsSyntax *s, int i, int first)
{
	int			before = i > first ? s->words[i - 1].tag : -1;
	int			after = i + 1 < s->nwords ? (int) s->words[i + 1].tag : -1;

	switch (s->words[i].tag)
	{
		case NEWS_TAG_NOUN:
		case NEWS_TAG_NAME:
		case NEWS_TAG_ADJ:
		case NEWS_TAG_POSS:
			return true;
		case NEWS_TAG_NUM:
			return before < 0 || before != NEWS_TAG_NAME || s->words[i].token->kind != NEWS_NUMBER;
		case NEWS_TAG_DET:
		case NEWS_TAG_POSSDET:
			return before < 0 || before == NEWS_TAG_DET || before == NEWS_TAG_ADV;
		case NEWS_TAG_HYPHEN:
			return before >= 0;
		case NEWS_TAG_DATE:
			/* "a 48-hour pause", "last month's summit"; but "met Lavrov on Friday" */
			return before < 0 || before == NEWS_TAG_DET || before == NEWS_TAG_ADJ || before == NEWS_TAG_POSSDET ||
				before == NEWS_TAG_POSS || before == NEWS_TAG_HYPHEN || before == NEWS_TAG_DATE;
		case NEWS_TAG_QUOTE:
			return before >= 0 && before != NEWS_TAG_QUOTE && (after == NEWS_TAG_NOUN || after == NEWS_TAG_NAME || after == NEWS_TAG_ADJ) &&
				(before == NEWS_TAG_DET || before == NEWS_TAG_POSS || before == NEWS_TAG_POSSDET || before == NEWS_TAG_ADJ);
		case NEWS_TAG_ADV:
			return before == NEWS_TAG_DET && (after == NEWS_TAG_ADJ || after == NEWS_TAG_NOUN || after == NEWS_TAG_NUM);
		case NEWS_TAG_CONJ:		/* "bilateral and regional talks" stay apart; "Secretary of State" too */
		default:
			return false;
	}
}

static int
read_noun_group(NewsSyntax *s, int i)
{
	int			first = i;
	NewsGroup  *g;
	const NewsEventWord *w = s->words[first].w;

	for (; i < s->nwords && in_noun_group(s, i, first); i++)
		;
	while (i > first + 1 && (s->words[i - 1].tag == NEWS_TAG_HYPHEN || s->words[i - 1].tag == NEWS_TAG_QUOTE))
		i--;
	if (i == first)
		i++;
	g = add_group(s, NEWS_NOUN_GROUP, first, i);
	/* a possessor without its thing: "Kerry's" */
	while (g->head > first && s->words[g->head].tag == NEWS_TAG_POSS)
		g->head--;
	if (s->words[first].tag == NEWS_TAG_DET)
	{
		if (w->syntax & NEWS_EW_NEGATION)
			g->flags |= NEWS_NG_NEG;
		else if (s->words[first].token->end - s->words[first].token->start > 2)
			g->flags |= NEWS_NG_DEFINITE;
		else
			g->flags |= NEWS_NG_INDEFINITE;
	}
	else if (s->words[first].tag == NEWS_TAG_POSSDET)
		g->flags |= NEWS_NG_DEFINITE;
	return i;
}

/* Copies the tag's plain kind; returns the word behind. */
static int
read_single(NewsSyntax *s, int i)
{
	NewsGroupKind kind = NEWS_STOP;
	NewsGroup  *g;

	switch (s->words[i].tag)
	{
		case NEWS_TAG_PREP:
			kind = NEWS_PREP;
			break;
		case NEWS_TAG_CONJ:
			kind = NEWS_CONJ;
			break;
		case NEWS_TAG_SUB:
			kind = NEWS_SUB;
			break;
		case NEWS_TAG_REL:
			kind = NEWS_REL;
			break;
		case NEWS_TAG_THAT:
			kind = NEWS_THAT;
			break;
		case NEWS_TAG_COMMA:
			kind = NEWS_COMMA;
			break;
		case NEWS_TAG_QUOTE:
			kind = NEWS_QUOTE;
			break;
		case NEWS_TAG_ADV:
			kind = NEWS_ADVERB;
			break;
		case NEWS_TAG_PRON:
			kind = NEWS_NOUN_GROUP;
			break;
		default:
			break;
	}
	g = add_group(s, kind, i, i + 1);
	if (kind == NEWS_NOUN_GROUP)
		g->flags = NEWS_NG_PRONOUN | (s->words[i].w->syntax & NEWS_EW_NEGATION ? NEWS_NG_NEG : 0);
	return i + 1;
}

/* "(NATO)", "(in Russian)": passed over as one; the word behind it, or i when nothing closes it soon. */
static int
read_parenthesis(NewsSyntax *s, int i)
{
	if (s->words[i].token->kind != NEWS_PUNCT || s->words[i].token->mark != '(')
		return i;
	for (int k = i + 1; k < s->nwords && k < i + 16; k++)
		if (s->words[k].token->kind == NEWS_PUNCT && s->words[k].token->mark == ')')
		{
			add_group(s, NEWS_ADVERB, i, k + 1);
			return k + 1;
		}
	return i;
}

static int
read_date(NewsSyntax *s, int i)
{
	int			first = i;
	bool		measures;

	while (i < s->nwords && s->words[i].tag == NEWS_TAG_DATE && s->words[i].timex == s->words[first].timex)
		i++;
	/* "held ten days of talks" */
	measures = i < s->nwords && s->words[i].token->word == news_event_keys.of && s->doc->dates[s->words[first].timex].kind == NEWS_DURATION;
	add_group(s, measures ? NEWS_NOUN_GROUP : NEWS_DATE_GROUP, first, i);
	return i;
}

/* Does the date at i open a noun group: "last month's summit"? */
static bool
opens_noun_group(const NewsSyntax *s, int i)
{
	int32_t		timex = s->words[i].timex;

	while (i < s->nwords && s->words[i].timex == timex)
		i++;
	return i < s->nwords && s->words[i].tag == NEWS_TAG_POSS;
}

void
news_syntax_chunk(NewsSyntax *s)
{
	int			i = 0;

	s->ngroups = 0;
	while (i < s->nwords)
	{
		int			behind = read_parenthesis(s, i);

		if (behind > i)
		{
			i = behind;
			continue;
		}
		switch (s->words[i].tag)
		{
			case NEWS_TAG_AUX:
			case NEWS_TAG_TO:
			case NEWS_TAG_VERB:
			case NEWS_TAG_ING:
			case NEWS_TAG_BASE:
			case NEWS_TAG_NEG:
				i = read_verb_group(s, i);
				break;
			case NEWS_TAG_ADV:
				/* "never met", "also said": the adverb opens the verb group, where it says something */
				if ((s->words[i].w->syntax & (NEWS_EW_POSSIBLE_ADV | NEWS_EW_NEGATION)) && verb_follows(s, i + 1))
					i = read_verb_group(s, i);
				else
					i = read_single(s, i);
				break;
			case NEWS_TAG_NOUN:
			case NEWS_TAG_NAME:
			case NEWS_TAG_ADJ:
			case NEWS_TAG_NUM:
			case NEWS_TAG_DET:
			case NEWS_TAG_POSSDET:
				i = read_noun_group(s, i);
				break;
			case NEWS_TAG_DATE:
				i = opens_noun_group(s, i) ? read_noun_group(s, i) : read_date(s, i);
				break;
			default:
				i = read_single(s, i);
				break;
		}
	}
}
