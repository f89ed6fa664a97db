/*
 * clause.c
 *	  Clauses: the subject and the object of each verb group, and what governs
 *	  each group.  Walks are short and bounded.
 */
#include "events/syntax.h"

/* How far a walk goes, in groups. */
#define REACH 24

int
news_syntax_skip(const NewsSyntax *s, int i, int step)
{
	for (; i >= 0 && i < s->ngroups; i += step)
	{
		int			kind = s->groups[i].kind;

		if (kind == NEWS_ADVERB || kind == NEWS_DATE_GROUP || kind == NEWS_QUOTE)
			continue;
		/* "on Friday" */
		if (kind == NEWS_PREP && i + 1 < s->ngroups && s->groups[i + 1].kind == NEWS_DATE_GROUP)
			continue;
		return i;
	}
	return -1;
}

static int
kind_at(const NewsSyntax *s, int i)
{
	return i >= 0 && i < s->ngroups ? s->groups[i].kind : -1;
}

int
news_syntax_conjunct_before(const NewsSyntax *s, int i)
{
	if (kind_at(s, i) != NEWS_NOUN_GROUP)
		return -1;
	if (kind_at(s, i - 1) == NEWS_CONJ && s->groups[i - 1].word == news_event_keys.but)
		return -1;
	if (kind_at(s, i - 1) == NEWS_CONJ && kind_at(s, i - 2) == NEWS_NOUN_GROUP)
		return i - 2;
	if (kind_at(s, i - 1) == NEWS_CONJ && kind_at(s, i - 2) == NEWS_COMMA && kind_at(s, i - 3) == NEWS_NOUN_GROUP)
		return i - 3;
	/* A in "A, B and C", seen from B */
	if (kind_at(s, i - 1) == NEWS_COMMA && kind_at(s, i - 2) == NEWS_NOUN_GROUP &&
		/* "after talks, France and Mali met": a name and a thing make no list */
		(s->words[s->groups[i].head].mention >= 0) == (s->words[s->groups[i - 2].head].mention >= 0) &&
		((kind_at(s, i + 1) == NEWS_CONJ && kind_at(s, i + 2) == NEWS_NOUN_GROUP) ||
		 (kind_at(s, i + 1) == NEWS_COMMA && kind_at(s, i + 2) == NEWS_CONJ && kind_at(s, i + 3) == NEWS_NOUN_GROUP) ||
		 (kind_at(s, i + 1) == NEWS_COMMA && kind_at(s, i + 2) == NEWS_NOUN_GROUP && kind_at(s, i + 3) == NEWS_CONJ)))
		return i - 2;
	return -1;
}

/* The first of the nouns that i closes: A of "A, B and C". */
static int
first_conjunct(const NewsSyntax *s, int i)
{
	int			before;

	for (int n = 0; n < REACH && (before = news_syntax_conjunct_before(s, i)) >= 0; n++)
		i = before;
	return i;
}

int
news_syntax_prep_object(const NewsSyntax *s, int i)
{
	int			k = news_syntax_skip(s, i + 1, 1);

	return kind_at(s, k) == NEWS_NOUN_GROUP ? k : -1;
}

int
news_syntax_find_prep(const NewsSyntax *s, int i, uint16_t word)
{
	bool		noun = s->groups[i].kind == NEWS_NOUN_GROUP;
	int			commas = 0;

	for (int k = i + 1; k < s->ngroups && k < i + REACH; k++)
	{
		const NewsGroup *g = &s->groups[k];

		if (g->kind == NEWS_PREP && g->word == word)
			return k;
		if (g->kind == NEWS_STOP || g->kind == NEWS_SUB || g->kind == NEWS_REL || g->kind == NEWS_THAT)
			return -1;
		if (g->kind == NEWS_COMMA && (noun || ++commas > 1))
			return -1;
		/* behind a noun, nothing but its own phrases; behind a verb, up to the next verb */
		if (g->kind == NEWS_VERB_GROUP)
			return -1;
		if (noun && g->kind == NEWS_CONJ && kind_at(s, k + 1) != NEWS_NOUN_GROUP)
			return -1;
	}
	return -1;
}

int
news_syntax_predicate_verb(const NewsSyntax *s, int i)
{
	int			before;

	if (s->groups[i].kind == NEWS_VERB_GROUP || s->groups[i].rel == NEWS_GOV_SUBJ)
		return -1;
	before = news_syntax_skip(s, i - 1, -1);
	return kind_at(s, before) == NEWS_VERB_GROUP ? before : -1;
}

/* ---- Subjects ---- */

/* May this verb group open a clause behind a noun without more: "rebels fighting", "the man arrested"? */
static bool
is_reduced(const NewsGroup *v)
{
	return v->flags & (NEWS_VG_TO | NEWS_VG_ING | NEWS_VG_PART | NEWS_VG_RELATIVE | NEWS_VG_BASE);
}

static bool
takes_clause(const NewsGroup *v)
{
	const NewsEventWord *w = news_event_word(v->word);

	return (w->verb_kind & NEWS_EV_SPEECH) || (w->embed_verb & NEWS_EG_THAT);
}

static void
make_participle(NewsGroup *v)
{
	v->flags = (v->flags & ~(uint32_t) (NEWS_VG_MAYBE_PART | NEWS_VG_PAST | NEWS_VG_FINITE)) | NEWS_VG_PART | NEWS_VG_PASSIVE;
}

/* Is there a finite verb in the clause before group i? */
static bool
verb_before(const NewsSyntax *s, int i)
{
	for (int n = 0; --i >= 0 && n < REACH; n++)
	{
		int			kind = s->groups[i].kind;

		if (kind == NEWS_VERB_GROUP && s->groups[i].flags & NEWS_VG_FINITE)
			return true;
		if (kind == NEWS_STOP || kind == NEWS_SUB || kind == NEWS_REL || kind == NEWS_THAT)
			return false;
	}
	return false;
}

/* A walk to the left for the subject of v. */
typedef struct SubjectWalk
{
	int			v;
	int			at;				/* group that is looked at */
	int			nearest;		/* noun group right before v, -1 for none */
	bool		conj;
	bool		comma;
	bool		done;
	int			clauses;		/* subordinate ones passed whose opener is still to come */
	int			found;			/* when done: the subject, -1 for none */
} SubjectWalk;

static void
walk_ends(SubjectWalk *w, int found)
{
	w->done = true;
	w->found = found;
}

/* "Kerry, speaking before he met Lavrov, accused": does a subordinate clause with this verb end at the comma before v? */
static bool
closes_clause(const SubjectWalk *w, const NewsGroup *verb)
{
	return w->comma && !w->conj && w->nearest < 0 && verb->flags & (NEWS_VG_SUBORD | NEWS_VG_IF) && verb->subject >= 0 &&
		verb->subject < w->at;
}

/* A noun group on the way: the subject, or part of something else. */
static void
walk_noun(NewsSyntax *s, SubjectWalk *w)
{
	int			last = w->at;
	int			i = first_conjunct(s, last);
	int			before = news_syntax_skip(s, i - 1, -1);

	w->at = i;
	if (kind_at(s, i - 1) == NEWS_PREP)
	{
		/* "after two days and officials said" begins a clause; "talks between A and B failed" does not */
		if (i != last && last == w->nearest && verb_before(s, i))
			walk_ends(w, last);
		else
			w->at = i - 1;
	}
	/* an apposition, "Kerry, the secretary, said": take what it explains */
	else if (kind_at(s, i - 1) == NEWS_COMMA && kind_at(s, i - 2) == NEWS_NOUN_GROUP && kind_at(s, i + 1) == NEWS_COMMA && i + 1 < w->v)
		w->at = i - 1;
	else if (kind_at(s, before) == NEWS_VERB_GROUP && !takes_clause(&s->groups[before]))
	{
		NewsGroup  *v = &s->groups[w->v];

		/* "saw the rebels leave", "let them go": a bare base form under the verb */
		if (news_event_word(s->groups[before].word)->embed_verb & NEWS_EG_OTHER && (v->flags & ~(uint32_t) NEWS_VG_FINITE) == 0 && v->end == v->first + 1 &&
			s->words[v->head].forms & NEWS_EF_BASE)
		{
			v->gov = (int16_t) before;
			v->rel = NEWS_GOV_TO;
			walk_ends(w, last);
			return;
		}
		/* the object of a verb: "the plan to attack Libya failed", "gave shelter to men sought by police" */
		if (closes_clause(w, &s->groups[before]))
			w->at = before + 1;
		else if (is_reduced(&s->groups[before]))
			w->at = before;
		else if (i != last)
			walk_ends(w, last);
		else if (s->groups[w->v].flags & NEWS_VG_MAYBE_PART && w->nearest >= 0 && !w->conj && !w->comma)
		{
			make_participle(&s->groups[w->v]);
			walk_ends(w, w->nearest);
		}
		else
			walk_ends(w, s->groups[before].subject);
	}
	else
		walk_ends(w, i);
}

/* Is a bare -ed form plainly the verb of its clause: an object, a clause or an infinitive follows? */
static bool
has_complement(const NewsSyntax *s, int v)
{
	int			k = news_syntax_skip(s, v + 1, 1);

	return s->groups[v].object >= 0 || kind_at(s, k) == NEWS_THAT || (kind_at(s, k) == NEWS_VERB_GROUP && s->groups[k].flags & NEWS_VG_TO);
}

/* Another verb on the way: it shares its subject, or one of the two is a reduced clause. */
static void
walk_verb(NewsSyntax *s, SubjectWalk *w)
{
	NewsGroup  *g = &s->groups[w->at];
	NewsGroup  *v = &s->groups[w->v];

	if (closes_clause(w, g))
	{
		/* on to what stands before it */
		w->at = first_conjunct(s, g->subject);
		w->clauses++;
	}
	else if (w->conj || (w->nearest < 0 && !w->comma && v->flags & (NEWS_VG_PART | NEWS_VG_BASE)))
		walk_ends(w, g->subject);
	else if (is_reduced(g))
		return;
	else if (g->flags & NEWS_VG_MAYBE_PART && g->subject >= 0 && g->object < 0 && !w->comma &&
			 news_syntax_skip(s, w->at - 1, -1) == g->subject && (!(v->flags & NEWS_VG_MAYBE_PART) || has_complement(s, w->v)))
	{
		/* "troops deployed in Mali were attacked" */
		make_participle(g);
		w->at = g->subject + 1;
	}
	else if (v->flags & NEWS_VG_MAYBE_PART && w->nearest >= 0 && !w->comma)
	{
		/* "met with officers sought by police" */
		make_participle(v);
		walk_ends(w, w->nearest);
	}
	else
		walk_ends(w, g->subject);
}

/* who, which, that: the subject is what they point at, when the verb is theirs. */
static void
walk_relative(NewsSyntax *s, SubjectWalk *w)
{
	int			before;

	if (news_syntax_skip(s, w->at + 1, 1) != w->v)
		return;
	before = news_syntax_skip(s, w->at - 1, -1);
	s->groups[w->v].flags |= NEWS_VG_RELATIVE;
	if (kind_at(s, before) == NEWS_COMMA)
		before = news_syntax_skip(s, before - 1, -1);
	walk_ends(w, kind_at(s, before) == NEWS_NOUN_GROUP ? before : -1);
}

/*
 * The noun group left of verb group v that is its subject.  Passes phrases,
 * appositions and relative clauses; -1 when a clause mark comes first.
 */
static int
find_subject(NewsSyntax *s, int v)
{
	int			nearest = news_syntax_skip(s, v - 1, -1);
	SubjectWalk w = {v, v - 1, kind_at(s, nearest) == NEWS_NOUN_GROUP ? nearest : -1, false, false, false, 0, -1};

	for (; w.at >= 0 && w.at > v - REACH && !w.done; w.at--)
	{
		switch (s->groups[w.at].kind)
		{
			case NEWS_NOUN_GROUP:
				walk_noun(s, &w);
				break;
			case NEWS_VERB_GROUP:
				walk_verb(s, &w);
				break;
			case NEWS_CONJ:
				w.conj = true;
				break;
			case NEWS_COMMA:
				w.comma = true;
				break;
			case NEWS_REL:
			case NEWS_THAT:
				walk_relative(s, &w);
				break;
			case NEWS_SUB:
				if (w.clauses-- <= 0)
					return -1;
				break;
			case NEWS_STOP:
				return -1;
			default:
				break;
		}
	}
	return w.done ? w.found : -1;
}

/* ---- What governs ---- */

/* "alleged that he knew and that he helped": the second clause has the first one's governor. */
static void
share_clause_governor(NewsSyntax *s, int v)
{
	for (int i = v - 1; i >= 0 && i > v - REACH; i--)
		if (s->groups[i].kind == NEWS_VERB_GROUP && s->groups[i].rel == NEWS_GOV_THAT && s->groups[i].gov >= 0)
		{
			s->groups[v].gov = s->groups[i].gov;
			s->groups[v].rel = NEWS_GOV_THAT;
			return;
		}
}

/* Marks a clause's verb by what opens it: left of its subject, or of itself. */
static void
find_clause_opener(NewsSyntax *s, int v)
{
	NewsGroup  *g = &s->groups[v];
	int			at = g->subject >= 0 && g->subject < v && !(g->flags & NEWS_VG_RELATIVE) ? first_conjunct(s, g->subject) : v;
	int			i = news_syntax_skip(s, at - 1, -1);

	if (g->flags & NEWS_VG_RELATIVE)
		return;
	/* "a day after they met": a date that ends in its subordinator */
	if (kind_at(s, at - 1) == NEWS_DATE_GROUP && s->words[s->groups[at - 1].end - 1].w->syntax & NEWS_EW_SUBORDINATE)
	{
		g->flags |= NEWS_VG_SUBORD;
		return;
	}
	/* phrases and a fronted date before the subject */
	for (int n = 0; n < 4 && kind_at(s, i) == NEWS_NOUN_GROUP && kind_at(s, i - 1) == NEWS_PREP; n++)
		i = news_syntax_skip(s, i - 2, -1);
	if (kind_at(s, i) == NEWS_COMMA && kind_at(s, i - 1) == NEWS_THAT)
		i--;
	if (kind_at(s, i) == NEWS_SUB)
	{
		if (news_event_word(s->groups[i].word)->syntax & NEWS_EW_CONDITION)
			g->flags |= NEWS_VG_IF;
		else
			g->flags |= NEWS_VG_SUBORD;
		/* "doubts whether", "asked if" */
		i = news_syntax_skip(s, i - 1, -1);
		if (kind_at(s, i) == NEWS_VERB_GROUP && takes_clause(&s->groups[i]))
		{
			g->gov = (int16_t) i;
			g->rel = NEWS_GOV_THAT;
		}
		return;
	}
	/* "where ten were killed", "whom the court blames" */
	if (kind_at(s, i) == NEWS_REL)
	{
		g->flags |= NEWS_VG_SUBORD;
		return;
	}
	if (kind_at(s, i) == NEWS_THAT)
	{
		i = news_syntax_skip(s, i - 1, -1);
		if (kind_at(s, i) == NEWS_CONJ)
		{
			share_clause_governor(s, v);
			return;
		}
	}
	else if (kind_at(s, i) != NEWS_VERB_GROUP || !takes_clause(&s->groups[i]))
		return;
	/* "told reporters that", "warned Spain that" */
	if (kind_at(s, i) == NEWS_NOUN_GROUP &&
		!((s->words[s->groups[i].head].w->embed_noun | s->words[s->groups[i].head].w->embed_adj) & NEWS_EG_THAT))
	{
		int			k = kind_at(s, i - 1) == NEWS_PREP ? news_syntax_skip(s, i - 2, -1) : news_syntax_skip(s, i - 1, -1);

		if (kind_at(s, k) == NEWS_NOUN_GROUP)
			k = news_syntax_skip(s, k - 1, -1);
		i = kind_at(s, k) == NEWS_VERB_GROUP ? k : i;
	}
	if (kind_at(s, i) == NEWS_VERB_GROUP || kind_at(s, i) == NEWS_NOUN_GROUP)
	{
		g->gov = (int16_t) i;
		g->rel = NEWS_GOV_THAT;
	}
}

/* The verb or noun that an infinitive hangs on. */
static void
find_infinitive_governor(NewsSyntax *s, int v)
{
	NewsGroup  *g = &s->groups[v];
	int			i = v - 1;

	g->rel = NEWS_GOV_TO;
	for (int n = 0; i >= 0 && n < 10; i--, n++)
	{
		const NewsGroup *x = &s->groups[i];

		if (x->kind == NEWS_VERB_GROUP)
		{
			/* a second conjunct has the governor of the first: "to meet and discuss" */
			if (kind_at(s, v - 1) == NEWS_CONJ && x->rel == NEWS_GOV_TO && x->gov >= 0)
				g->gov = x->gov;
			else
				g->gov = (int16_t) i;
			break;
		}
		if (x->kind == NEWS_NOUN_GROUP &&
			((s->words[x->head].w->embed_noun | s->words[x->head].w->embed_adj) & NEWS_EG_TO ||
			 (s->words[x->head].w->noun && news_event_word(s->words[x->head].w->noun)->embed_noun & NEWS_EG_TO)))
		{
			g->gov = (int16_t) i;
			break;
		}
		/* "is about to" */
		if (x->kind == NEWS_PREP && i == v - 1 && s->words[x->head].w->embed_adj & NEWS_EG_TO)
		{
			g->gov = (int16_t) i;
			break;
		}
		if (x->kind == NEWS_STOP || x->kind == NEWS_SUB || x->kind == NEWS_REL || x->kind == NEWS_THAT)
			break;
	}
	if (g->gov < 0)
		return;
	i = news_syntax_predicate_verb(s, g->gov);
	if (s->groups[g->gov].kind == NEWS_VERB_GROUP)
	{
		const NewsGroup *x = &s->groups[g->gov];

		if (news_event_word(x->word)->embed_verb & NEWS_EG_OTHER && x->object >= 0 && x->object < v && !(x->flags & NEWS_VG_PASSIVE))
			g->subject = x->object;
		else if (news_event_word(x->word)->embed_verb & NEWS_EG_OTHER && !(x->flags & NEWS_VG_PASSIVE) &&
				 kind_at(s, v - 1) == NEWS_NOUN_GROUP && kind_at(s, v - 2) == NEWS_PREP)
			g->subject = (int16_t) (v - 1);		/* "called on Spain to sign" */
		else
			g->subject = x->subject;
	}
	else if (i >= 0)
		g->subject = s->groups[i].subject;	/* "is ready to", "has a plan to" */
	else
		g->subject = s->groups[g->gov].rel == NEWS_GOV_OBJ && s->groups[g->gov].gov >= 0 ? s->groups[s->groups[g->gov].gov].subject : g->gov;
}

/* Bare -ing: behind a preposition, a verb, a noun or a comma. */
static void
find_ing_governor(NewsSyntax *s, int v)
{
	NewsGroup  *g = &s->groups[v];
	int			i = news_syntax_skip(s, v - 1, -1);
	bool		prep = kind_at(s, i) == NEWS_PREP;

	g->rel = NEWS_GOV_ING;
	if (prep)
		i = news_syntax_skip(s, i - 1, -1);
	if (kind_at(s, i) == NEWS_NOUN_GROUP)
	{
		int			verb = s->groups[i].rel == NEWS_GOV_OBJ ? s->groups[i].gov : -1;

		/* "published a statement accusing Mali": the accuser is who published */
		if (!prep && verb >= 0 && s->words[s->groups[i].head].mention < 0 && s->groups[verb].subject >= 0 &&
			news_event_word(s->groups[verb].word)->verb_kind & NEWS_EV_LIGHT &&
			!(s->words[s->groups[i].head].w->syntax & (NEWS_EW_AGENT | NEWS_EW_PERSON_NOUN)))
		{
			g->subject = s->groups[verb].subject;
			return;
		}
		if (!prep)
		{
			g->subject = (int16_t) i;	/* "rebels fighting in Mali" */
			g->flags |= NEWS_VG_RELATIVE;
			if (verb >= 0 && news_event_word(s->groups[verb].word)->embed_verb & NEWS_EG_ING)
				g->gov = (int16_t) verb;
			return;
		}
		if (verb >= 0 && news_event_word(s->groups[verb].word)->embed_verb & NEWS_EG_ING)
		{
			g->gov = (int16_t) verb;	/* "accused Spain of spying" */
			g->subject = (int16_t) i;
			return;
		}
		g->gov = (int16_t) i;
		if (verb < 0)
			verb = news_syntax_predicate_verb(s, i);	/* "is guilty of violating" */
		g->subject = verb >= 0 ? s->groups[verb].subject : (int16_t) i;
		return;
	}
	for (int n = 0; i >= 0 && n < REACH; i--, n++)
		if (s->groups[i].kind == NEWS_VERB_GROUP)
		{
			if (n == 0)
				g->gov = (int16_t) i;
			else if (is_reduced(&s->groups[i]) && !(s->groups[i].flags & NEWS_VG_TO))
				continue;
			g->subject = s->groups[i].subject;
			return;
		}
		else if (s->groups[i].kind == NEWS_STOP)
			return;
}

/* ---- Noun groups ---- */

/* The object of a verb group: the noun group right behind it. */
static void
find_object(NewsSyntax *s, int v)
{
	NewsGroup  *g = &s->groups[v];
	int			k = news_syntax_skip(s, v + 1, 1);

	if (kind_at(s, k) != NEWS_NOUN_GROUP)
		return;
	g->object = (int16_t) k;
	if (!(g->flags & NEWS_VG_COPULA) && s->groups[k].gov < 0)
	{
		s->groups[k].gov = (int16_t) v;
		s->groups[k].rel = NEWS_GOV_OBJ;
	}
}

/* Prepositions before nouns, and what the phrase hangs on. */
static void
attach_phrases(NewsSyntax *s)
{
	for (int i = 0; i < s->ngroups; i++)
	{
		NewsGroup  *g = &s->groups[i];
		int			before;

		if (g->kind != NEWS_NOUN_GROUP)
			continue;
		before = news_syntax_conjunct_before(s, i);
		if (before >= 0)
		{
			g->prep = s->groups[before].prep;
			if (g->gov < 0)
			{
				g->gov = s->groups[before].gov;
				g->rel = s->groups[before].rel;
			}
			continue;
		}
		before = news_syntax_skip(s, i - 1, -1);
		if (kind_at(s, before) != NEWS_PREP)
			continue;
		g->prep = (int16_t) before;
		if (g->gov >= 0)
			continue;
		before = news_syntax_skip(s, before - 1, -1);
		/* "held ten days of talks": the measure stands in the talks' place */
		if (kind_at(s, before) == NEWS_NOUN_GROUP && s->words[s->groups[before].head].tag == NEWS_TAG_DATE)
		{
			g->prep = s->groups[before].prep;
			g->gov = s->groups[before].gov;
			g->rel = s->groups[before].rel;
		}
		else if (kind_at(s, before) == NEWS_NOUN_GROUP || kind_at(s, before) == NEWS_VERB_GROUP)
		{
			g->gov = (int16_t) before;
			g->rel = NEWS_GOV_PREP;
		}
	}
}

/* "stood by Mali": is the preposition part of the verb? */
static bool
takes_particle(const NewsGroup *g, uint16_t word)
{
	const NewsEventWord *w = news_event_word(g->word);

	for (int k = 0; k < w->verb_n; k++)
		if (news_triggers[w->verb_first + k].nrest > 0 && news_triggers[w->verb_first + k].rest[0] == word)
			return true;
	return false;
}

static void
find_verb_relations(NewsSyntax *s, int v)
{
	NewsGroup  *g = &s->groups[v];
	int			by;

	if (g->flags & (NEWS_VG_TO | NEWS_VG_BASE) && !(g->flags & NEWS_VG_FINITE))
		find_infinitive_governor(s, v);
	else if (g->flags & NEWS_VG_ING)
		find_ing_governor(s, v);
	else
	{
		g->subject = (int16_t) find_subject(s, v);
		/* "the town captured by rebels": a bare -ed form with "by" behind it */
		by = news_syntax_skip(s, v + 1, 1);
		if (g->flags & NEWS_VG_MAYBE_PART && kind_at(s, by) == NEWS_PREP && s->groups[by].word == news_event_keys.by &&
			!takes_particle(g, news_event_keys.by))
			g->flags = (g->flags & ~(uint32_t) (NEWS_VG_MAYBE_PART | NEWS_VG_PAST)) | NEWS_VG_PART;
		if (g->flags & NEWS_VG_PART)
			g->flags |= NEWS_VG_PASSIVE;
		find_clause_opener(s, v);
		if (g->subject >= 0 && s->groups[g->subject].gov < 0 && !(g->flags & NEWS_VG_RELATIVE))
		{
			s->groups[g->subject].gov = (int16_t) v;
			s->groups[g->subject].rel = NEWS_GOV_SUBJ;
		}
	}
}

void
news_syntax_clauses(NewsSyntax *s)
{
	for (int v = 0; v < s->ngroups; v++)
		if (s->groups[v].kind == NEWS_VERB_GROUP)
			find_object(s, v);
	/* objects first: "Kerry said Lavrov agreed" gives Lavrov to said, then to agreed */
	for (int v = 0; v < s->ngroups; v++)
		if (s->groups[v].kind == NEWS_VERB_GROUP)
		{
			find_verb_relations(s, v);
			if (s->groups[v].subject >= 0 && s->groups[v].flags & NEWS_VG_FINITE)
			{
				NewsGroup  *subject = &s->groups[s->groups[v].subject];

				if (subject->rel == NEWS_GOV_OBJ && subject->gov >= 0 && subject->gov < v && s->groups[v].subject > subject->gov &&
					!(s->groups[v].flags & NEWS_VG_RELATIVE))
				{
					s->groups[subject->gov].object = -1;
					subject->gov = (int16_t) v;
					subject->rel = NEWS_GOV_SUBJ;
				}
			}
		}
	attach_phrases(s);
}

void
news_syntax_read(NewsSyntax *s, uint32_t sentence, uint32_t first, uint32_t end)
{
	s->sentence = sentence;
	s->first = first;
	s->nwords = (int) (end - first);
	news_syntax_tag(s);
	news_syntax_chunk(s);
	news_syntax_clauses(s);
}
