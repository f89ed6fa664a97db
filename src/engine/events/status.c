/*
 * status.c
 *	  Did it happen?  From tense, modals and negation of the verb, then up
 *	  through what governs it ("failed to", "plans to", "denied that").
 */
#include "events/find.h"

/* How far up the chain of governors a look goes. */
#define CLIMB 6

static bool
is_not_real(NewsStatus st)
{
	return st == NEWS_PLANNED || st == NEWS_POSSIBLE || st == NEWS_NEGATED;
}

/* From the verb group alone. */
static NewsStatus
own_status(const NewsGroup *v)
{
	if (v->flags & NEWS_VG_NEG)
		return NEWS_NEGATED;
	if (v->flags & (NEWS_VG_IF | NEWS_VG_DOUBT))
		return NEWS_POSSIBLE;
	if (v->flags & (NEWS_VG_MAY | NEWS_VG_MUST))
		return NEWS_POSSIBLE;
	/* "a deal that would end the war" lays it down */
	if (v->flags & NEWS_VG_WOULD)
		return v->flags & NEWS_VG_RELATIVE && !(v->flags & NEWS_VG_PERFECT) ? NEWS_PLANNED : NEWS_POSSIBLE;
	if (v->flags & NEWS_VG_WILL)
		return NEWS_PLANNED;
	if (v->flags & NEWS_VG_PROG && !(v->flags & NEWS_VG_PAST))
		return NEWS_ONGOING;
	return NEWS_OCCURRED;
}

/* The embedder's effect on what stands under it in this way, or 0. */
static NewsEmbedder
embedder_of(const NewsSyntax *s, const NewsGroup *g, uint16_t governs)
{
	const NewsSynWord *head = &s->words[g->head];
	NewsEmbedder e;

	if (g->kind == NEWS_VERB_GROUP)
	{
		const NewsEventWord *w = news_event_word(g->word);

		e = w->embed_verb;
		/* "called off", "called the visit off": the particle is near */
		if (w->particle)
			for (int i = g->head + 1; i < s->nwords && i < g->head + 6; i++)
				if (s->words[i].token->word == w->particle)
				{
					e = w->embed_particle;
					break;
				}
	}
	else if (head->mention >= 0)
		e = 0;
	else
	{
		e = head->w->noun ? news_event_word(head->w->noun)->embed_noun : 0;
		if (!(e & governs))
			e = head->w->embed_adj;
	}
	return e & governs ? e : 0;
}

static uint16_t
govern_flag(NewsGovern rel)
{
	switch (rel)
	{
		case NEWS_GOV_TO:
			return NEWS_EG_TO;
		case NEWS_GOV_ING:
			return NEWS_EG_ING | NEWS_EG_PREP;
		case NEWS_GOV_THAT:
			return NEWS_EG_THAT;
		case NEWS_GOV_OBJ:
			return NEWS_EG_OBJ;
		case NEWS_GOV_SUBJ:
			return NEWS_EG_SUBJ;
		case NEWS_GOV_PREP:
			return NEWS_EG_PREP;
		default:
			return 0;
	}
}

NewsEmbedder
news_event_embedder(const NewsSyntax *s, int group, NewsGovern rel)
{
	return embedder_of(s, &s->groups[group], govern_flag(rel));
}

/* The negation of a predicate adjective stands on its copula: "is not ready to". */
static bool
is_negated(const NewsSyntax *s, int i)
{
	const NewsGroup *g = &s->groups[i];
	int			before;

	if (g->kind == NEWS_VERB_GROUP)
		return (g->flags & NEWS_VG_NEG) != 0;
	if (g->flags & NEWS_NG_NEG)
		return true;
	before = news_syntax_skip(s, i - 1, -1);
	if (i > 0 && before >= 0 && before < i - 1)
		for (int k = before + 1; k < i; k++)
			if (s->groups[k].kind == NEWS_ADVERB && s->words[s->groups[k].head].w->syntax & NEWS_EW_NEGATION)
				return true;
	return before >= 0 && s->groups[before].kind == NEWS_VERB_GROUP && s->groups[before].flags & NEWS_VG_NEG;
}

/* What an embedder makes of a status below it. */
static NewsStatus
embed(NewsStatus st, NewsStatus effect, bool negated)
{
	switch (effect)
	{
		case NEWS_NEGATED:
			if (st == NEWS_NEGATED)
				return NEWS_OCCURRED;
			return negated ? NEWS_POSSIBLE : NEWS_NEGATED;
		case NEWS_PLANNED:
		case NEWS_POSSIBLE:
			if (negated || st == NEWS_NEGATED)
				return NEWS_NEGATED;
			return st == NEWS_POSSIBLE ? st : effect;
		case NEWS_ONGOING:
			return negated ? NEWS_NEGATED : is_not_real(st) ? st : effect;
		default:
			return negated ? NEWS_NEGATED : st;
	}
}

/* Adds what the governor's own tense and modals say. */
static NewsStatus
under_modal(NewsStatus st, NewsStatus effect, NewsStatus gov)
{
	if (gov == NEWS_OCCURRED || gov == NEWS_ONGOING || gov == NEWS_NEGATED)
		return st;
	if (st == NEWS_OCCURRED || st == NEWS_ONGOING)
		return gov;
	if (gov == NEWS_POSSIBLE && (st == NEWS_PLANNED || effect == NEWS_NEGATED))
		return NEWS_POSSIBLE;
	return st;
}

/* "have yet to sign", "is yet to sign" */
static bool
has_yet(const NewsSyntax *s, const NewsGroup *gov, const NewsGroup *g)
{
	if (gov->word != news_event_keys.have && gov->word != news_event_keys.be)
		return false;
	for (int i = gov->first + 1; i < g->first; i++)
		if (s->words[i].token->word == news_event_keys.yet)
			return true;
	return false;
}

/* "kept them from signing", "decided against signing" */
static bool
is_kept_from(const NewsSyntax *s, int i)
{
	int			prep = news_syntax_skip(s, i - 1, -1);
	const NewsGroup *gov = &s->groups[s->groups[i].gov];

	if (prep < 0 || s->groups[prep].kind != NEWS_PREP)
		return false;
	return s->groups[prep].word == news_event_keys.against ||
		(s->groups[prep].word == news_event_keys.from && gov->kind == NEWS_VERB_GROUP && (gov->object >= 0 || gov->flags & NEWS_VG_PASSIVE));
}

static NewsStatus
climb(const NewsSyntax *s, int i, NewsStatus st)
{
	for (int n = 0; n < CLIMB; n++)
	{
		const NewsGroup *g = &s->groups[i];
		const NewsGroup *gov;
		NewsEmbedder e;
		NewsStatus	effect;
		int			verb;

		if (g->gov < 0 || g->gov == i)
			return st;
		gov = &s->groups[g->gov];
		e = embedder_of(s, gov, govern_flag((NewsGovern) g->rel));
		if (g->rel == NEWS_GOV_TO && has_yet(s, gov, g))
			return NEWS_NEGATED;
		if (g->rel == NEWS_GOV_ING && is_kept_from(s, i))
			return embed(st, NEWS_NEGATED, is_negated(s, g->gov));
		if (!e && g->rel == NEWS_GOV_TO && gov->kind == NEWS_VERB_GROUP)
		{
			/* purpose: "met to sign a treaty" */
			if (st == NEWS_OCCURRED)
				st = NEWS_PLANNED;
		}
		else if (!e && g->rel == NEWS_GOV_THAT && gov->kind == NEWS_VERB_GROUP)
		{
			/* reported speech: "said they would meet" */
			if (g->kind == NEWS_VERB_GROUP && g->flags & NEWS_VG_WOULD && !(g->flags & (NEWS_VG_PERFECT | NEWS_VG_IF)) &&
				gov->flags & NEWS_VG_PAST && st == NEWS_POSSIBLE)
				st = NEWS_PLANNED;
			return st;
		}
		else if (!e)
			return st;
		if (e)
		{
			effect = NEWS_EMBED_STATUS(e);
			/* "had to leave" */
			if (gov->kind == NEWS_VERB_GROUP && gov->word == news_event_keys.have && gov->flags & NEWS_VG_PAST)
				effect = NEWS_OCCURRED;
			st = embed(st, effect, is_negated(s, g->gov));
			verb = gov->kind == NEWS_VERB_GROUP ? g->gov : news_syntax_predicate_verb(s, g->gov);
			if (verb >= 0)
				st = under_modal(st, effect, own_status(&s->groups[verb]) == NEWS_NEGATED ? NEWS_OCCURRED : own_status(&s->groups[verb]));
		}
		i = g->gov;
	}
	return st;
}

static NewsStatus
verb_status(const NewsSyntax *s, int v)
{
	const NewsGroup *g = &s->groups[v];
	NewsStatus	st = own_status(g);
	const NewsGroup *subject = g->subject >= 0 ? &s->groups[g->subject] : NULL;

	/* "no deal was reached", "neither side attacked" */
	if (subject && subject->flags & NEWS_NG_NEG && !(g->flags & NEWS_VG_RELATIVE))
		st = st == NEWS_NEGATED ? NEWS_OCCURRED : NEWS_NEGATED;
	if (g->object >= 0 && s->groups[g->object].flags & NEWS_NG_NEG && !(g->flags & NEWS_VG_PASSIVE))
		st = NEWS_NEGATED;
	/* "without attacking" */
	if (g->flags & NEWS_VG_ING)
	{
		int			before = news_syntax_skip(s, v - 1, -1);

		if (before >= 0 && s->groups[before].kind == NEWS_PREP && s->groups[before].word == news_event_keys.without)
			return NEWS_NEGATED;
	}
	return climb(s, v, st);
}

/* ---- Nouns ---- */

/* Adjectives before a noun: "a failed deal", "planned talks". */
static NewsStatus
attribute_status(const NewsSyntax *s, const NewsGroup *g)
{
	for (int i = g->first; i < g->head; i++)
	{
		NewsEmbedder e = s->words[i].w->embed_adj;

		if (s->words[i].mention < 0 && e & NEWS_EG_ATTR)
			return NEWS_EMBED_STATUS(e);
	}
	return NEWS_OCCURRED;
}

/* A predicate adjective on the noun: "a deal is possible", "is close", "is likely". */
static NewsStatus
predicate_status(const NewsSyntax *s, const NewsGroup *v, NewsStatus st)
{
	NewsStatus	own = own_status(v);

	if (v->object >= 0)
	{
		const NewsSynWord *x = &s->words[s->groups[v->object].head];

		if (x->mention < 0 && x->w->embed_adj)
			return embed(st, NEWS_EMBED_STATUS(x->w->embed_adj), own == NEWS_NEGATED);
	}
	return own == NEWS_NEGATED || own == NEWS_ONGOING ? st : own == NEWS_OCCURRED ? st : own;
}

static NewsStatus
noun_under_verb(const NewsSyntax *s, int n, NewsStatus st)
{
	const NewsGroup *g = &s->groups[n];
	const NewsGroup *v = &s->groups[g->gov];
	bool		subject_acts;
	bool		passive = (v->flags & NEWS_VG_PASSIVE) != 0;
	NewsEmbedder e;

	if (g->rel == NEWS_GOV_SUBJ && v->flags & NEWS_VG_COPULA)
		return predicate_status(s, v, st);
	e = embedder_of(s, v, g->rel == NEWS_GOV_SUBJ && passive ? NEWS_EG_OBJ : govern_flag((NewsGovern) g->rel));
	if (!e && news_event_carrier(s, n, &subject_acts) == g->gov && !(news_event_word(v->word)->verb_kind & NEWS_EV_FAIL))
	{
		NewsStatus	carried = verb_status(s, g->gov);

		return st == NEWS_OCCURRED || st == NEWS_ONGOING ? carried : st;
	}
	if (!e)
	{
		/* "would welcome a deal", "will need a deal": an indefinite noun is not there yet */
		NewsStatus	own = own_status(v);

		if (g->flags & NEWS_NG_INDEFINITE && own != NEWS_OCCURRED && own != NEWS_ONGOING && g->rel == NEWS_GOV_OBJ)
			return own;
		return st;
	}
	st = embed(st, NEWS_EMBED_STATUS(e), (v->flags & NEWS_VG_NEG) != 0);
	return climb(s, g->gov, under_modal(st, NEWS_EMBED_STATUS(e), own_status(v) == NEWS_NEGATED ? NEWS_OCCURRED : own_status(v)));
}

static NewsStatus
noun_status(const NewsSyntax *s, int n)
{
	const NewsGroup *g = &s->groups[n];
	NewsStatus	st = attribute_status(s, g);

	if (g->flags & NEWS_NG_NEG)
		st = NEWS_NEGATED;
	if (g->prep >= 0 && s->groups[g->prep].word == news_event_keys.without)
		return NEWS_NEGATED;
	if (g->gov < 0)
		return st;
	if (g->rel != NEWS_GOV_PREP && s->groups[g->gov].kind == NEWS_VERB_GROUP)
		return noun_under_verb(s, n, st);
	if (g->rel == NEWS_GOV_PREP)
	{
		NewsEmbedder e = embedder_of(s, &s->groups[g->gov], NEWS_EG_PREP);

		if (e)
		{
			st = embed(st, NEWS_EMBED_STATUS(e), is_negated(s, g->gov));
			/* "rejected calls for talks" leaves the talks possible; "failed in its attempt" is for the verb to say */
		}
	}
	return st;
}

NewsStatus
news_event_status(const NewsSyntax *s, const NewsFound *found)
{
	return found->noun ? noun_status(s, found->group) : verb_status(s, found->group);
}
