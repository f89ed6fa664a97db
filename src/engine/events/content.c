/*
 * content.c
 *	  What events of speech are about: the content of a promise, a demand, a
 *	  threat, and speech acts that modals make.
 */
#include "events/find.h"

/* How far behind its governor content begins, in groups. */
#define REACH 16

int
news_event_content(const NewsSyntax *s, int i)
{
	for (int k = i + 1; k < s->ngroups && k < i + REACH; k++)
		if (s->groups[k].kind == NEWS_VERB_GROUP && s->groups[k].gov == i && s->groups[k].rel != NEWS_GOV_NONE)
			return k;
	return -1;
}

static bool
names_somebody(const NewsParties *p)
{
	return p->n > 0 && (p->items[0].code.s || p->items[0].entity >= 0);
}

/* Whoever stands behind a verb: its object, else the first phrase that names somebody. */
static void
anybody_behind(NewsFinder *f, int verb, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;

	if (s->groups[verb].object >= 0)
	{
		news_event_parties(f, s->groups[verb].object, out);
		if (names_somebody(out))
			return;
	}
	for (int k = verb + 1; k < s->ngroups && k < verb + 10; k++)
	{
		const NewsGroup *g = &s->groups[k];
		int			object;

		if (g->kind == NEWS_STOP || g->kind == NEWS_SUB || g->kind == NEWS_REL || g->kind == NEWS_THAT || g->kind == NEWS_VERB_GROUP)
			break;
		if (g->kind != NEWS_PREP || (object = news_syntax_prep_object(s, k)) < 0)
			continue;
		news_event_parties(f, object, out);
		if (names_somebody(out))
			return;
	}
	out->n = 0;
}

/* Whom a threat is meant for, where its condition tells: "would leave if Spain signed". */
static void
subject_of_condition(NewsFinder *f, int verb, NewsParties *out)
{
	const NewsSyntax *s = &f->syntax;

	out->n = 0;
	for (int k = verb + 1; k < s->ngroups && k < verb + REACH && s->groups[k].kind != NEWS_STOP; k++)
		if (s->groups[k].kind == NEWS_VERB_GROUP && s->groups[k].flags & NEWS_VG_IF && s->groups[k].subject > verb)
		{
			news_event_parties(f, s->groups[k].subject, out);
			return;
		}
}

void
news_event_content_recipient(NewsFinder *f, const NewsFound *found, NewsParties *recipient)
{
	const NewsSyntax *s = &f->syntax;
	int			content = found->noun ? -1 : news_event_content(s, found->group);
	NewsFound	inner;
	NewsParties actor = {0};

	if (content < 0)
		return;
	if (news_event_match(s, content, &inner))
	{
		news_event_roles(f, &inner, &actor, recipient);
		if (names_somebody(recipient))
			return;
	}
	anybody_behind(f, content, recipient);
	if (!names_somebody(recipient) && found->trigger->type == NEWS_THREATEN)
		subject_of_condition(f, content, recipient);
}

/* ---- Speech acts ---- */

static bool
same_party(const NewsParty *a, const NewsParty *b)
{
	if (a->entity >= 0 && a->entity == b->entity)
		return true;
	return a->code.s && b->code.s && news_str_eq(a->code, b->code);
}

static bool
is_demand(const NewsSyntax *s, const NewsGroup *g)
{
	if (g->flags & NEWS_VG_NEG)
		return false;
	if (g->flags & NEWS_VG_MUST)
		return !(g->flags & NEWS_VG_PERFECT);
	return (g->word == news_event_keys.need || g->word == news_event_keys.have) && g->flags & NEWS_VG_FINITE &&
		!(g->flags & NEWS_VG_PAST) && (int) (g - s->groups) + 1 < s->ngroups && g[1].kind == NEWS_VERB_GROUP && g[1].flags & NEWS_VG_TO;
}

bool
news_event_speech_act(NewsFinder *f, int i, NewsFound *found, NewsParties *actor, NewsParties *recipient)
{
	static const NewsTrigger demand = {.type = NEWS_REQUEST};
	static const NewsTrigger refusal = {.type = NEWS_REJECT};
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[i];
	const NewsGroup *speech;
	bool		refuses = (g->flags & NEWS_VG_NEG) && g->flags & (NEWS_VG_WILL | NEWS_VG_WOULD) && !(g->flags & NEWS_VG_PASSIVE);

	if (g->rel != NEWS_GOV_THAT || g->gov < 0 || g->subject < 0 || g->flags & NEWS_VG_IF || !(refuses || is_demand(s, g)))
		return false;
	speech = &s->groups[g->gov];
	if (speech->kind != NEWS_VERB_GROUP || !(news_event_word(speech->word)->verb_kind & NEWS_EV_SPEECH) || speech->subject < 0 ||
		speech->flags & NEWS_VG_NEG)
		return false;
	*found = (NewsFound) {refuses ? &refusal : &demand, g->gov, -1, false, speech->head, (uint16_t) (speech->head + 1)};
	news_event_parties(f, speech->subject, actor);
	news_event_parties(f, g->subject, recipient);
	if (actor->n == 0 || recipient->n == 0)
		return false;
	if (refuses)
	{
		if (!(s->groups[g->subject].flags & NEWS_NG_PRONOUN) && !same_party(&actor->items[0], &recipient->items[0]))
			return false;
		anybody_behind(f, i, recipient);
		return true;
	}
	/* rebels of a country may demand of its president */
	return !(s->groups[g->subject].flags & NEWS_NG_PRONOUN) &&
		(!same_party(&actor->items[0], &recipient->items[0]) || (actor->agents[0] >= 0 && actor->items[0].entity != recipient->items[0].entity));
}

bool
news_event_blame(NewsFinder *f, int i, NewsFound *found, NewsParties *actor, NewsParties *recipient)
{
	static const NewsTrigger blame = {.type = NEWS_ACCUSE};
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[i];
	const NewsGroup *speech = g->gov >= 0 ? &s->groups[g->gov] : NULL;
	NewsFound	deed;
	NewsParties victim = {0};

	if (!speech || g->rel != NEWS_GOV_THAT || speech->kind != NEWS_VERB_GROUP || speech->subject < 0 ||
		!(news_event_word(speech->word)->verb_kind & NEWS_EV_SPEECH) || speech->flags & NEWS_VG_NEG ||
		g->flags & (NEWS_VG_NEG | NEWS_VG_IF | NEWS_VG_WILL | NEWS_VG_WOULD | NEWS_VG_MAY | NEWS_VG_MUST) ||
		!news_event_match(s, i, &deed) || deed.trigger->type != NEWS_ASSAULT)
		return false;
	news_event_roles(f, &deed, recipient, &victim);
	news_event_parties(f, speech->subject, actor);
	if (actor->n == 0 || recipient->n == 0 || !actor->items[0].code.s || !recipient->items[0].code.s ||
		same_party(&actor->items[0], &recipient->items[0]))
		return false;
	*found = (NewsFound) {&blame, g->gov, -1, false, speech->head, (uint16_t) (speech->head + 1)};
	return true;
}
