/*
 * events.c
 *	  From the sentences that hold a trigger to the events of a document.
 */
#include "annotate.h"

#include "events/find.h"

/* How many earlier events a new one is compared with. */
#define LOOK_BACK 64

/* Events below this score are not reported. */
#define LEAST_SCORE 0.55f

/* ---- One event per happening ---- */

static bool
same_name(const NewsParty *a, const NewsParty *b)
{
	if (!a->name.s || !b->name.s)
		return a->name.s == b->name.s;
	if (a->entity >= 0 && a->entity == b->entity)
		return true;
	return news_str_eq(a->name, b->name);
}

/* Is what b says of this role also said by a? */
static bool
covers(const NewsParty *a, const NewsParty *b)
{
	return !b->name.s || same_name(a, b) || (a->code.s && b->code.s && news_str_eq(a->code, b->code));
}

static bool
is_mutual(const NewsEvent *e)
{
	return e->type.s == news_event_types[NEWS_AGREE] || e->type.s == news_event_types[NEWS_CONSULT] ||
		e->type.s == news_event_types[NEWS_COOPERATE];
}

static bool
same_days(const NewsEvent *a, const NewsEvent *b)
{
	if (a->during.from == b->during.from && a->during.to == b->during.to)
		return true;
	/* no day of its own: the article's stands in, or none at all */
	return a->basis == NEWS_BASIS_PUBLISHED || b->basis == NEWS_BASIS_PUBLISHED ||
		a->during.from == NEWS_NO_DAY || b->during.from == NEWS_NO_DAY;
}

/* "The talks in Hangzhou went further than those in Geneva": one sentence tells two places apart. */
static bool
elsewhere(const NewsEvent *a, const NewsEvent *b)
{
	return a->sentence == b->sentence && a->place.s && b->place.s && !news_str_eq(a->place, b->place);
}

static bool
restates(const NewsEvent *old, const NewsEvent *new)
{
	if (old->type.s != new->type.s || old->status != new->status || !same_days(old, new) || elsewhere(old, new))
		return false;
	if (!old->actor.name.s && !old->recipient.name.s && old->sentence != new->sentence)
		return false;
	if (covers(&old->actor, &new->actor) && covers(&old->recipient, &new->recipient))
		return new->actor.name.s || new->recipient.name.s || old->sentence == new->sentence;
	return is_mutual(new) && covers(&old->actor, &new->recipient) && covers(&old->recipient, &new->actor);
}

static bool
states_day(const NewsEvent *e)
{
	return e->during.from != NEWS_NO_DAY && e->basis != NEWS_BASIS_PUBLISHED;
}

/* Adds an event, unless an earlier one says the same or more; then the earlier gains what the new one knows better. */
static void
add_event(NewsFinder *f, const NewsEvent *event)
{
	NewsDoc    *doc = f->doc;
	uint32_t	lowest = doc->nevents > LOOK_BACK ? doc->nevents - LOOK_BACK : 0;
	NewsEvent	copy = *event;

	for (uint32_t i = doc->nevents; i > lowest; i--)
	{
		NewsEvent  *old = &doc->events[i - 1];

		if (!restates(old, event))
			continue;
		if (!states_day(old) && states_day(event))
		{
			/* the mention that states the day is the better evidence, but what the article says itself it says itself */
			if (!old->source.s)
				copy.source = NEWS_NO_STR;
			memmove(old, old + 1, sizeof(NewsEvent) * (doc->nevents - i));
			doc->nevents--;
			break;
		}
		if (!old->place.s)
			old->place = event->place;
		if (event->score > old->score)
			old->score = event->score;
		return;
	}
	doc->events = news_grow(doc->arena, doc->events, doc->nevents, &f->room, sizeof(NewsEvent));
	doc->events[doc->nevents++] = copy;
}

/* ---- From trigger to event ---- */

/* Types whose content is what somebody wants, promises or blames: it is no event of its own. */
#define HOLDS_CONTENT (NEWS_TYPE(NEWS_AGREE) | NEWS_TYPE(NEWS_REQUEST) | NEWS_TYPE(NEWS_REJECT) | NEWS_TYPE(NEWS_THREATEN) | \
	NEWS_TYPE(NEWS_ACCUSE) | NEWS_TYPE(NEWS_SUPPORT) | NEWS_TYPE(NEWS_CONCEDE) | NEWS_TYPE(NEWS_CONSULT) | NEWS_TYPE(NEWS_SANCTION) | NEWS_TYPE(NEWS_PROTEST))

/* Of those, the ones whose content tells the recipient. */
#define CONTENT_TELLS (NEWS_TYPE(NEWS_AGREE) | NEWS_TYPE(NEWS_REQUEST) | NEWS_TYPE(NEWS_REJECT) | NEWS_TYPE(NEWS_THREATEN) | \
	NEWS_TYPE(NEWS_MOBILIZE))

/* Does the group stand under one that is already told as an event? */
static bool
is_content(const NewsSyntax *s, int i, const NewsTrigger *const *told)
{
	const NewsGroup *g = &s->groups[i];

	for (int n = 0; n < 6 && g->gov >= 0; n++)
	{
		const NewsTrigger *t = told[g->gov];
		int			up;

		/* a purpose is no content: "visited Spain to sign a treaty" */
		if (t && (HOLDS_CONTENT & NEWS_TYPE(t->type) || g->kind == NEWS_NOUN_GROUP || g->rel == NEWS_GOV_ING))
			return true;
		/* "said it was ready to mediate": what governs the predicate is on its verb */
		up = g->gov;
		if (s->groups[up].kind == NEWS_NOUN_GROUP && s->groups[up].gov < 0 && news_syntax_predicate_verb(s, up) >= 0)
			up = news_syntax_predicate_verb(s, up);
		g = &s->groups[up];
	}
	return false;
}

/* "there were ten soldiers killed" */
static bool
is_existential(const NewsSyntax *s, const NewsGroup *g)
{
	int			verb = g->subject >= 0 ? news_syntax_skip(s, g->subject - 1, -1) : -1;

	return verb >= 0 && s->groups[verb].kind == NEWS_VERB_GROUP && s->groups[verb].flags & NEWS_VG_COPULA &&
		s->groups[verb].subject < 0;
}

static float
score_of(const NewsFinder *f, const NewsFound *found, const NewsEvent *e, bool carried)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[found->group];
	float		score = found->noun ? 0.5f : 0.65f;

	if (e->actor.name.s && e->recipient.name.s)
		score += 0.15f;
	if (e->actor.code.s || e->recipient.code.s)
		score += 0.1f;
	if (found->trigger->flags & NEWS_TRIGGER_WEAK)
		score -= 0.05f;
	if (carried)
		score += 0.15f;
	/* the main clause tells the news, what hangs on a noun is what went before */
	if (!found->noun && g->flags & (NEWS_VG_RELATIVE | NEWS_VG_SUBORD | NEWS_VG_PART) && !is_existential(s, g))
		score -= 0.25f;
	else if (!found->noun && g->flags & (NEWS_VG_ING | NEWS_VG_TO))
		score -= e->actor.name.s ? 0.1f : 0.25f;
	/* hoped for, feared or asked for, and nobody named who would do it */
	if (!found->noun && !e->actor.name.s && (e->status == NEWS_POSSIBLE || e->status == NEWS_PLANNED))
		score -= 0.25f;
	if (found->noun && !carried && g->rel == NEWS_GOV_PREP)
		score -= 0.1f;
	if (f->doc->sentences.items[s->sentence].headline)
		score -= 0.1f;
	return score < 0.05f ? 0.05f : score > 0.99f ? 0.99f : score;
}

/* Is there enough to tell: parties, or a verb that carries the noun? */
static bool
is_evidenced(const NewsFound *found, const NewsParties *actor, const NewsParties *recipient, bool carried)
{
	bool		weak = (found->trigger->flags & NEWS_TRIGGER_WEAK) != 0;

	if (!found->noun)
		return weak ? actor->n > 0 && recipient->n > 0 : actor->n > 0 || recipient->n > 0;
	if (weak)
		return (actor->n > 0 && recipient->n > 0) || (carried && (actor->n > 0 || recipient->n > 0));
	return actor->n > 0 || recipient->n > 0;
}

/*
 * Remembers two parties for "the two sides", and the day of what they did
 * (NEWS_NO_DAYS where nothing tells it).
 */
static void
remember_pair(NewsFinder *f, const NewsParty *a, const NewsParty *b, NewsDays during)
{
	bool		same = f->have_pair && f->pair_sentence == f->syntax.sentence && same_name(&f->pair[0], a) && same_name(&f->pair[1], b);

	/* that they are the subject says nothing of the day */
	if (!same || during.from != NEWS_NO_DAY)
		f->pair_days = during;
	f->pair[0] = *a;
	f->pair[1] = *b;
	f->have_pair = true;
	f->pair_sentence = f->syntax.sentence;
}

/* One event for each pair of parties. */
static void
tell(NewsFinder *f, const NewsFound *found, NewsEvent *event, const NewsParties *actor, const NewsParties *recipient, bool carried)
{
	static const NewsParty nobody = {NEWS_NO_STR, NEWS_NO_STR, NEWS_NO_STR, -1};
	int			n = 0;

	for (int a = 0; a < (actor->n ? actor->n : 1); a++)
		for (int r = 0; r < (recipient->n ? recipient->n : 1) && n < NEWS_PARTIES_MAX; r++, n++)
		{
			event->actor = actor->n ? actor->items[a] : nobody;
			event->recipient = recipient->n ? recipient->items[r] : nobody;
			event->score = score_of(f, found, event, carried);
			if (event->score >= LEAST_SCORE)
				add_event(f, event);
		}
	/* A, B and C met: B and C as well */
	if (found->trigger->flags & NEWS_TRIGGER_MUTUAL && actor->n == 1 && recipient->n == 2 && !recipient->content)
	{
		event->actor = recipient->items[0];
		event->recipient = recipient->items[1];
		if (event->score >= LEAST_SCORE)
			add_event(f, event);
	}
	if (actor->n && recipient->n && (actor->items[0].code.s || actor->items[0].entity >= 0) &&
		(recipient->items[0].code.s || recipient->items[0].entity >= 0))
	{
		bool		dated = states_day(event) && (event->status == NEWS_OCCURRED || event->status == NEWS_NEGATED);

		remember_pair(f, &actor->items[0], &recipient->items[0], dated ? event->during : NEWS_NO_DAYS);
	}
}

static void
complete(NewsFinder *f, const NewsFound *found, NewsStatus status, NewsParties *actor, NewsParties *recipient, bool carried)
{
	const NewsSyntax *s = &f->syntax;
	NewsEvent	event = {0};

	event.type = news_str(news_event_types[found->trigger->type]);
	event.status = status;
	news_event_when(f, found, actor->resumes || recipient->resumes, &event);
	event.place = news_event_where(f, found, &event);
	event.source = news_event_source(f, found);
	event.sentence = s->sentence;
	event.first = s->first + found->first;
	event.end = s->first + found->end;
	tell(f, found, &event, actor, recipient, carried);
}

/* "the earthquake killed ten", "aid arrived", "ten died in a crash": the noun tells the event, the verb carries it. */
static bool
noun_tells(const NewsSyntax *s, const NewsFound *found)
{
	const NewsGroup *v = &s->groups[found->group];
	NewsFound	inner;

	if (found->noun || !(news_event_word(v->word)->verb_kind & NEWS_EV_OCCUR))
		return false;
	if (v->subject >= 0 && !(v->flags & NEWS_VG_PASSIVE) && news_event_match(s, v->subject, &inner))
		return true;
	for (int i = found->group + 1; i < s->ngroups && i < found->group + 6; i++)
	{
		if (s->groups[i].kind == NEWS_VERB_GROUP || s->groups[i].kind == NEWS_STOP)
			return false;
		if (s->groups[i].kind == NEWS_NOUN_GROUP && s->groups[i].rel == NEWS_GOV_PREP && news_event_match(s, i, &inner) &&
			NEWS_TYPE(inner.trigger->type) & (NEWS_TYPE(NEWS_DISASTER) | NEWS_TYPE(NEWS_ACCIDENT)))
			return true;
	}
	return false;
}

/* Does the noun name both its parties by itself, and is it there: "a truce between Mali and Niger"? */
static bool
stands_alone(NewsFinder *f, const NewsFound *found)
{
	NewsParties actor = {0};
	NewsParties recipient = {0};
	bool		acts;

	if (NEWS_TYPE(found->trigger->type) >= NEWS_TYPE(NEWS_ELECT))
		return true;
	if (!found->noun || !(found->trigger->flags & NEWS_TRIGGER_MUTUAL) || news_event_carrier(&f->syntax, found->group, &acts) >= 0)
		return false;
	news_event_roles(f, found, &actor, &recipient);
	return actor.n > 0 && recipient.n > 0 && actor.items[0].code.s && recipient.items[0].code.s &&
		news_event_status(&f->syntax, found) <= NEWS_ONGOING;
}

/* Who killed, where the means tells: "were killed in an air strike by Israel". */
static void
actor_of_means(NewsFinder *f, const NewsFound *found, NewsParties *actor)
{
	const NewsSyntax *s = &f->syntax;
	NewsParties victims = {0};

	for (int i = found->group + 1; i < s->ngroups && i < found->group + 8 && actor->n == 0; i++)
	{
		NewsFound	means;

		if (s->groups[i].kind == NEWS_VERB_GROUP || s->groups[i].kind == NEWS_STOP)
			return;
		if (s->groups[i].rel == NEWS_GOV_PREP && news_event_match(s, i, &means) && means.trigger->type == NEWS_ASSAULT)
			news_event_roles(f, &means, actor, &victims);
	}
}

/* Tells a trigger's event, and beside it what its actor means by it. */
static void
tell_trigger(NewsFinder *f, const NewsFound *found, const NewsTrigger *promise, NewsParties *actor, NewsParties *recipient, bool carried)
{
	NewsStatus	status = news_event_status(&f->syntax, found);
	NewsFound	promised = *found;
	NewsFound	intent;

	promised.trigger = promise;
	complete(f, &promised, status, actor, recipient, carried);
	if (actor->n > 0 && (actor->items[0].code.s || actor->items[0].entity >= 0) &&
		news_event_intent(&f->syntax, found, &intent))
		complete(f, &intent, intent.trigger->type == NEWS_REJECT ? NEWS_OCCURRED : status, actor, recipient, carried);
}

static bool
consider(NewsFinder *f, const NewsFound *found)
{
	NewsParties actor = {0};
	NewsParties recipient = {0};
	bool		acts;
	bool		carried = found->noun && news_event_carrier(&f->syntax, found->group, &acts) >= 0;
	const NewsTrigger *promise = news_event_promised(&f->syntax, found);

	if (!promise || noun_tells(&f->syntax, found))
		return false;
	news_event_roles(f, found, &actor, &recipient);
	if (recipient.n == 0 && CONTENT_TELLS & NEWS_TYPE(found->trigger->type))
	{
		news_event_content_recipient(f, found, &recipient);
		recipient.content = true;
	}
	if (actor.n == 0 && found->trigger->type == NEWS_ASSAULT && !found->noun)
		actor_of_means(f, found, &actor);
	if (!is_evidenced(found, &actor, &recipient, carried))
		return false;
	tell_trigger(f, found, promise, &actor, &recipient, carried);
	return true;
}

/* "said Spain must return the ship": told[] marks the content as well. */
static bool
consider_speech_act(NewsFinder *f, int i, const NewsTrigger **told)
{
	NewsFound	found;
	NewsParties actor = {0};
	NewsParties recipient = {0};

	if (!news_event_speech_act(f, i, &found, &actor, &recipient))
		return false;
	complete(f, &found, news_event_status(&f->syntax, &found), &actor, &recipient, false);
	told[i] = told[found.group] = found.trigger;
	return true;
}

static void
consider_blame(NewsFinder *f, int i)
{
	NewsFound	found;
	NewsParties actor = {0};
	NewsParties recipient = {0};

	if (news_event_blame(f, i, &found, &actor, &recipient))
		complete(f, &found, news_event_status(&f->syntax, &found), &actor, &recipient, false);
}

/* Remembers the subject of a verb group for later pronouns. */
static void
remember_subject(NewsFinder *f, const NewsGroup *g)
{
	NewsParties parties;

	if (g->subject < 0 || f->syntax.groups[g->subject].flags & NEWS_NG_PRONOUN || g->flags & NEWS_VG_RELATIVE)
		return;
	news_event_parties(f, g->subject, &parties);
	if (parties.n > 0)
		news_event_remember(f, &parties.items[0]);
	if (parties.n > 1 && parties.items[0].code.s && parties.items[1].code.s)
		remember_pair(f, &parties.items[0], &parties.items[1], NEWS_NO_DAYS);
}

static void
read_groups(NewsFinder *f)
{
	const NewsSyntax *s = &f->syntax;
	const NewsTrigger *told[NEWS_SYN_MAX + 1] = {NULL};

	/* verbs first: what they take as object or content is told with them */
	for (int i = 0; i < s->ngroups; i++)
	{
		NewsFound	found;

		if (s->groups[i].kind != NEWS_VERB_GROUP)
			continue;
		if (!is_content(s, i, told) && consider_speech_act(f, i, told))
			;
		else if (news_event_match(s, i, &found) && (!is_content(s, i, told) || stands_alone(f, &found)) && consider(f, &found))
			told[i] = found.trigger;
		consider_blame(f, i);
		remember_subject(f, &s->groups[i]);
	}
	for (int i = 0; i < s->ngroups; i++)
	{
		NewsFound	found;

		if (s->groups[i].kind == NEWS_NOUN_GROUP && news_event_match(s, i, &found) &&
			(!is_content(s, i, told) || stands_alone(f, &found)) && consider(f, &found))
			told[i] = found.trigger;
	}
}

/* A sentence without a trigger still names whom a later pronoun means. */
static void
pass_sentence(NewsFinder *f, uint32_t end)
{
	const NewsDoc *doc = f->doc;
	NewsSyntax *s = &f->syntax;
	bool		first = true;

	for (; s->mention_at < doc->nmentions && doc->mentions[s->mention_at].first < end; s->mention_at++)
	{
		uint32_t	entity = doc->mentions[s->mention_at].entity;
		NewsParty	party = {doc->entities[entity].name, doc->entities[entity].kind_name, f->codes[entity], (int32_t) entity};

		if (first)
			news_event_remember(f, &party);
		first = false;
	}
	while (s->date_at < doc->ndates && doc->dates[s->date_at].end <= end)
		s->date_at++;
}

static bool
holds_trigger(const NewsDoc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		uint32_t	word = doc->tokens.items[i].word;

		if (word <= news_event_nwords && news_event_words[word].trigger)
			return true;
	}
	return false;
}

/* The events of the last sentence by place in the text; the earlier ones are in order. */
static void
sort_events(NewsDoc *doc)
{
	uint32_t	from = doc->nevents;

	while (from > 0 && doc->events[from - 1].sentence == doc->events[doc->nevents - 1].sentence)
		from--;
	for (uint32_t i = from + 1; i < doc->nevents; i++)
	{
		NewsEvent	event = doc->events[i];
		uint32_t	k = i;

		for (; k > from && doc->events[k - 1].first > event.first; k--)
			doc->events[k] = doc->events[k - 1];
		doc->events[k] = event;
	}
}

void
news_find_events(NewsDoc *doc)
{
	NewsFinder *f = NEWS_NEW0(doc->arena, NewsFinder, 1);

	f->doc = doc;
	f->syntax.doc = doc;
	f->codes = NEWS_NEW(doc->arena, NewsStr, doc->nentities + 1);
	for (uint32_t i = 0; i < doc->nentities; i++)
		f->codes[i] = doc->entities[i].code;
	f->dateline = news_event_dateline(doc);
	for (uint32_t n = 0; n < doc->sentences.n; n++)
	{
		const NewsSentence *sentence = &doc->sentences.items[n];

		if (n % 64 == 0)
			news_poll(doc->arena);
		for (uint32_t first = sentence->first; first < sentence->end; first += NEWS_SYN_MAX)
		{
			uint32_t	end = first + NEWS_SYN_MAX < sentence->end ? first + NEWS_SYN_MAX : sentence->end;
			if (!holds_trigger(doc, first, end))
			{
				pass_sentence(f, end);
				continue;
			}
			news_syntax_read(&f->syntax, n, first, end);
			read_groups(f);
			sort_events(doc);
		}
	}
}
