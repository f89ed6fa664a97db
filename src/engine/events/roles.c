/*
 * roles.c
 *	  Who fills the roles of a trigger's frame.
 */
#include "events/find.h"

/* Subject and object as the sense has them: the passive turns them. */
static int
deep_subject(const NewsSyntax *s, const NewsGroup *v, int at)
{
	NewsFound	other;
	int			by;

	if (!(v->flags & NEWS_VG_PASSIVE))
		return v->subject;
	by = news_syntax_find_prep(s, at, news_event_keys.by);
	/* "was shut ahead of a visit by the king": the king visits */
	if (by > at + 1 && s->groups[by - 1].kind == NEWS_NOUN_GROUP && news_event_match(s, by - 1, &other))
		return -1;
	return by >= 0 ? news_syntax_prep_object(s, by) : -1;
}

int
news_event_carrier(const NewsSyntax *s, int group, bool *subject_acts)
{
	const NewsGroup *g = &s->groups[group];
	const NewsGroup *v;
	uint8_t		kind;

	*subject_acts = false;
	if (g->gov < 0 || s->groups[g->gov].kind != NEWS_VERB_GROUP)
		return -1;
	v = &s->groups[g->gov];
	kind = news_event_word(v->word)->verb_kind;
	if ((g->rel == NEWS_GOV_OBJ && !(v->flags & NEWS_VG_PASSIVE) && kind & NEWS_EV_LIGHT) ||
		(g->rel == NEWS_GOV_SUBJ && v->flags & NEWS_VG_PASSIVE && kind & NEWS_EV_LIGHT))
	{
		*subject_acts = !(kind & NEWS_EV_RECEIVE);
		return g->gov;
	}
	if (g->rel == NEWS_GOV_OBJ && kind & NEWS_EV_RECEIVE && !(v->flags & NEWS_VG_COPULA))
		return g->gov;
	if (g->rel == NEWS_GOV_SUBJ && kind & (NEWS_EV_OCCUR | NEWS_EV_FAIL))
		return g->gov;
	return -1;
}

static void
from_group(NewsFinder *f, int group, NewsParties *out)
{
	if (group >= 0 && f->syntax.groups[group].kind == NEWS_NOUN_GROUP)
		news_event_parties(f, group, out);
}

/* The subject of the clause that the verb governs: "demanded that Spain return the ship". */
static int
complement_subject(const NewsSyntax *s, int verb)
{
	for (int i = verb + 1; i < s->ngroups && i < verb + 16; i++)
		if (s->groups[i].kind == NEWS_VERB_GROUP && s->groups[i].gov == verb && s->groups[i].rel == NEWS_GOV_THAT)
			return s->groups[i].subject > verb ? s->groups[i].subject : -1;
	return -1;
}

/* Who made what a noun group names: Britain of "the plan put forward by Britain"; -1 for none. */
static int
maker_of(const NewsSyntax *s, int object)
{
	int			v = news_syntax_skip(s, object + 1, 1);

	if (v < 0 || s->groups[v].kind != NEWS_VERB_GROUP || !(s->groups[v].flags & NEWS_VG_PASSIVE) || s->groups[v].flags & NEWS_VG_FINITE)
		return -1;
	return deep_subject(s, &s->groups[v], v);
}

static void
fill_from_phrase(NewsFinder *f, int group, uint16_t prep, NewsParties *out)
{
	int			at = news_syntax_find_prep(&f->syntax, group, prep);

	if (at >= 0)
		from_group(f, news_syntax_prep_object(&f->syntax, at), out);
}

static void fill(NewsFinder *f, const NewsFound *found, const uint16_t *roles, int n, NewsParties *out);

/* Who is meant by "condemned the attack by Mali", "condemned the coup in Mali": the deed's actor, else where it was. */
static void
doer_of(NewsFinder *f, int object, NewsParties *out)
{
	NewsFound	deed;

	if (!news_event_match(&f->syntax, object, &deed) || !deed.noun)
		return;
	fill(f, &deed, deed.trigger->actor, deed.trigger->nactor, out);
	if (out->n == 0)
		fill_from_phrase(f, object, news_event_keys.in, out);
}

static void
verb_role(NewsFinder *f, const NewsFound *found, uint16_t role, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *v = &s->groups[found->group];
	bool		passive = (v->flags & NEWS_VG_PASSIVE) != 0;
	int			object = passive ? v->subject : found->object;
	int			prep;

	out->n = 0;
	switch (role)
	{
		case NEWS_ROLE_SUBJECT:
			from_group(f, deep_subject(s, v, found->group), out);
			return;
		case NEWS_ROLE_OBJECT:
			from_group(f, object, out);
			if (object >= 0 && out->n == 0)
				doer_of(f, object, out);
			return;
		case NEWS_ROLE_POSSESSOR:
			if (object >= 0)
				news_event_possessors(f, object, true, out);
			if (object >= 0 && out->n == 0)
				from_group(f, maker_of(s, object), out);
			return;
		default:
			break;
	}
	if (news_event_word(role)->syntax & NEWS_EW_THAT)
	{
		from_group(f, complement_subject(s, found->group), out);
		return;
	}
	prep = news_syntax_find_prep(s, found->group, role);
	/* "evidence against Spain was presented" */
	if (prep < 0 && passive && object >= 0)
		prep = news_syntax_find_prep(s, object, role);
	if (prep >= 0)
		from_group(f, news_syntax_prep_object(s, prep), out);
}

static void
noun_role(NewsFinder *f, const NewsFound *found, uint16_t role, NewsParties *out)
{
	out->n = 0;
	if (role == NEWS_ROLE_SUBJECT || role == NEWS_ROLE_OBJECT)
		return;
	if (role == NEWS_ROLE_POSSESSOR)
	{
		news_event_possessors(f, found->group, false, out);
		return;
	}
	/* "of" stands next to its noun: not "the raid by forces in a part of the city" */
	if (role == news_event_keys.of && news_syntax_find_prep(&f->syntax, found->group, role) != news_syntax_skip(&f->syntax, found->group + 1, 1))
		return;
	fill_from_phrase(f, found->group, role, out);
}

static void
fill(NewsFinder *f, const NewsFound *found, const uint16_t *roles, int n, NewsParties *out)
{
	out->n = 0;
	out->resumes = false;
	for (int i = 0; i < n && out->n == 0; i++)
	{
		if (found->noun)
			noun_role(f, found, roles[i], out);
		else
			verb_role(f, found, roles[i], out);
	}
}

/* The subject of a verb, or of the verb that a predicate stands behind; -1 for none. */
static int
predicate_subject(const NewsSyntax *s, int i)
{
	if (s->groups[i].kind != NEWS_VERB_GROUP)
		i = news_syntax_predicate_verb(s, i);
	return i >= 0 ? s->groups[i].subject : -1;
}

/* The subject of the verb that carries a noun trigger, or that goes "for talks", "in talks". */
static void
fill_from_carrier(NewsFinder *f, const NewsFound *found, NewsParties *actor, NewsParties *recipient)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[found->group];
	bool		acts;
	int			carrier = news_event_carrier(s, found->group, &acts);

	if (carrier >= 0 && acts && actor->n == 0)
		from_group(f, deep_subject(s, &s->groups[carrier], carrier), actor);
	else if (carrier >= 0 && !acts && recipient->n == 0 && g->rel == NEWS_GOV_OBJ)
		from_group(f, s->groups[carrier].subject, recipient);
	else if (carrier < 0 && g->rel == NEWS_GOV_PREP && recipient->n > 0 && actor->n == 0 && g->gov >= 0 &&
			 s->groups[g->gov].kind == NEWS_VERB_GROUP && found->trigger->flags & NEWS_TRIGGER_MUTUAL)
		from_group(f, s->groups[g->gov].subject, actor);
	/* "is close to a deal" */
	else if (carrier < 0 && g->rel == NEWS_GOV_PREP && g->gov >= 0 && actor->n == 0 && found->trigger->flags & NEWS_TRIGGER_MUTUAL &&
			 news_syntax_predicate_verb(s, g->gov) >= 0)
		from_group(f, s->groups[news_syntax_predicate_verb(s, g->gov)].subject, actor);
	/* "is responsible for killings", "is engaged in an attack" */
	else if (carrier < 0 && g->rel == NEWS_GOV_PREP && g->gov >= 0 && actor->n == 0 &&
			 NEWS_EMBED_STATUS(news_event_embedder(s, g->gov, NEWS_GOV_PREP)) == NEWS_OCCURRED &&
			 news_event_embedder(s, g->gov, NEWS_GOV_PREP))
		from_group(f, predicate_subject(s, g->gov), actor);
	/* the place or thing struck: "an earthquake hit Chile", "fires raged across Chile" */
	if (carrier >= 0 && g->rel == NEWS_GOV_SUBJ && recipient->n == 0 && !(s->groups[carrier].flags & NEWS_VG_PASSIVE))
	{
		from_group(f, s->groups[carrier].object, recipient);
		for (int i = 0; i < found->trigger->nrecipient && recipient->n == 0; i++)
			if (found->trigger->recipient[i] > NEWS_ROLE_POSSESSOR)
				fill_from_phrase(f, carrier, found->trigger->recipient[i], recipient);
	}
}

/* A and B of "A and B met" share the event: one acts, the others receive. */
static void
split_pair(NewsParties *actor, NewsParties *recipient)
{
	NewsParties *both = actor->n >= 2 && recipient->n == 0 ? actor : recipient->n >= 2 && actor->n == 0 ? recipient : NULL;
	NewsParties rest = {.resumes = recipient->resumes};

	if (!both)
		return;
	for (int i = 1; i < both->n; i++)
		rest.items[rest.n++] = both->items[i];
	actor->items[0] = both->items[0];
	actor->n = 1;
	*recipient = rest;
}

static bool
is_among(const NewsParties *list, const NewsParty *party)
{
	for (int i = 0; i < list->n; i++)
		if (list->items[i].entity == party->entity &&
			(party->entity >= 0 || news_str_eq(list->items[i].name, party->name)))
			return true;
	return false;
}

/* "Georgian protesters threw stones at Georgian police": two parties of one country. */
static bool
within_country(const NewsParties *actor, const NewsParties *recipient, int i)
{
	return recipient->agents[i] >= 0 && actor->n == 1 && actor->agents[0] >= 0 && actor->agents[0] != recipient->agents[i];
}

/* Nobody is on both sides, but for groups of one country. */
static void
remove_actors(const NewsParties *actor, NewsParties *recipient)
{
	int			n = 0;

	for (int i = 0; i < recipient->n; i++)
		if (!is_among(actor, &recipient->items[i]) || within_country(actor, recipient, i))
		{
			recipient->agents[n] = recipient->agents[i];
			recipient->items[n++] = recipient->items[i];
		}
	recipient->n = n;
}

void
news_event_roles(NewsFinder *f, const NewsFound *found, NewsParties *actor, NewsParties *recipient)
{
	const NewsTrigger *t = found->trigger;
	bool		mutual = (t->flags & NEWS_TRIGGER_MUTUAL) != 0;

	fill(f, found, t->actor, t->nactor, actor);
	fill(f, found, t->recipient, t->nrecipient, recipient);
	if (mutual && recipient->n == 1 && actor->n == 1 && is_among(actor, &recipient->items[0]) && !within_country(actor, recipient, 0))
		recipient->n = 0;
	/* "the agreement between A and B" */
	if (found->noun)
		fill_from_carrier(f, found, actor, recipient);
	remove_actors(actor, recipient);
	/* "The talks in Oslo began": those of the pair named before */
	if (found->noun && t->type == NEWS_CONSULT && actor->n == 0 && recipient->n == 0 && f->have_pair &&
		f->syntax.groups[found->group].flags & NEWS_NG_DEFINITE && f->syntax.groups[found->group].rel == NEWS_GOV_SUBJ)
	{
		actor->items[actor->n++] = f->pair[0];
		actor->items[actor->n++] = f->pair[1];
	}
	if (mutual)
		split_pair(actor, recipient);
}
