/*
 * intent.c
 *	  What somebody means to do is an event of its own: PLOVER codes deeds of
 *	  the future, the wanted and the promised as AGREE where they are friendly,
 *	  as THREATEN where they are hostile, and as REJECT where a friendly one is
 *	  what its actor will not do (manual of the PLOVER ontology, draft 0.8,
 *	  under AGREE and THREATEN; CAMEO codebook 1.1b3, categories 03, 12 and 13).
 *	  The deed itself is told beside it, as planned, possible or negated.
 */
#include "events/find.h"

/* How far up the chain of governors a look goes. */
#define CLIMB 4

/* How far behind its verb "unless" stands, in groups. */
#define REACH 16

#define FRIENDLY (NEWS_TYPE(NEWS_CONSULT) | NEWS_TYPE(NEWS_SUPPORT) | NEWS_TYPE(NEWS_COOPERATE) | NEWS_TYPE(NEWS_AID) | \
	NEWS_TYPE(NEWS_CONCEDE) | NEWS_TYPE(NEWS_RETREAT))
#define HOSTILE (NEWS_TYPE(NEWS_SANCTION) | NEWS_TYPE(NEWS_COERCE) | NEWS_TYPE(NEWS_ASSAULT) | NEWS_TYPE(NEWS_PROTEST))

/* What a climb from a deed has met. */
typedef struct Meant
{
	bool		word;			/* a word that tells intent: "wants to", "is ready to" */
	bool		denied;			/* "will not", "has no plans to" */
} Meant;

/* "will visit", "said it would visit": the verb group's own tense says that its subject means to. */
static bool
is_future(const NewsSyntax *s, const NewsGroup *g)
{
	const NewsGroup *gov = g->gov >= 0 ? &s->groups[g->gov] : NULL;

	if (g->flags & (NEWS_VG_RELATIVE | NEWS_VG_PERFECT))
		return false;
	if (g->flags & NEWS_VG_WILL)
		return true;
	return g->flags & NEWS_VG_WOULD && g->rel == NEWS_GOV_THAT && gov && gov->kind == NEWS_VERB_GROUP && gov->flags & NEWS_VG_PAST &&
		news_event_word(gov->word)->verb_kind & NEWS_EV_SPEECH;
}

/* Does the subject of verb group v mean to do what v says, by its tense or by what governs it? */
static bool
is_meant(const NewsSyntax *s, int v, Meant *meant)
{
	for (int n = 0; n < CLIMB; n++)
	{
		const NewsGroup *g = &s->groups[v];
		NewsEmbedder e;
		int			predicate;

		if (g->kind == NEWS_VERB_GROUP)
		{
			if (g->flags & (NEWS_VG_IF | NEWS_VG_DOUBT | NEWS_VG_MAY | NEWS_VG_MUST) || (n == 0 && g->flags & NEWS_VG_PASSIVE))
				return false;
			if (g->flags & NEWS_VG_NEG)
				meant->denied = true;
			if (is_future(s, g))
				return true;
		}
		if (g->gov < 0 || (g->rel != NEWS_GOV_TO && g->rel != NEWS_GOV_ING))
			return meant->word && g->kind == NEWS_VERB_GROUP;
		e = news_event_embedder(s, g->gov, g->rel);
		/* a purpose is meant where its deed is: "will send tents to help Mali" */
		if (!e && g->rel == NEWS_GOV_TO && s->groups[g->gov].kind == NEWS_VERB_GROUP)
		{
			v = g->gov;
			continue;
		}
		if (!(e & NEWS_EMBED_INTENT))
			return meant->word && g->rel != NEWS_GOV_TO;
		meant->word = true;
		if (NEWS_EMBED_STATUS(e) == NEWS_NEGATED || s->groups[g->gov].flags & (s->groups[g->gov].kind == NEWS_NOUN_GROUP ? NEWS_NG_NEG : 0))
			meant->denied = true;
		/* an adjective or a noun stands behind its verb: "is ready to", "has plans to" */
		predicate = s->groups[g->gov].kind == NEWS_VERB_GROUP ? g->gov : news_syntax_predicate_verb(s, g->gov);
		if (predicate < 0)
			return true;
		v = predicate;
	}
	return false;
}

/* "will withdraw unless": the friendly deed threatens as well. */
static bool
is_under_condition(const NewsSyntax *s, int v)
{
	for (int i = v + 1; i < s->ngroups && i < v + REACH && s->groups[i].kind != NEWS_STOP; i++)
		if (s->groups[i].kind == NEWS_SUB && s->groups[i].word == news_event_keys.unless)
			return true;
	return false;
}

bool
news_event_intent(const NewsSyntax *s, const NewsFound *deed, NewsFound *found)
{
	static const NewsTrigger agree = {.type = NEWS_AGREE};
	static const NewsTrigger threat = {.type = NEWS_THREATEN};
	static const NewsTrigger refusal = {.type = NEWS_REJECT};
	uint32_t	type = NEWS_TYPE(deed->trigger->type);
	Meant		meant = {false, false};

	if (deed->noun || !(type & (FRIENDLY | HOSTILE)) || !is_meant(s, deed->group, &meant))
		return false;
	/* by its tense alone a meeting to come is no more than that */
	if (!meant.word && !meant.denied && type & NEWS_TYPE(NEWS_CONSULT))
		return false;
	*found = *deed;
	if (meant.denied)
		found->trigger = &refusal;
	else
		found->trigger = type & HOSTILE || is_under_condition(s, deed->group) ? &threat : &agree;
	return !(meant.denied && type & HOSTILE);
}

const NewsTrigger *
news_event_promised(const NewsSyntax *s, const NewsFound *found)
{
	static const NewsTrigger agree = {.type = NEWS_AGREE};
	static const NewsTrigger threat = {.type = NEWS_THREATEN};
	const NewsGroup *g = &s->groups[found->group];
	NewsFound	deed;
	int			content;

	if (found->noun || !(NEWS_TYPE(found->trigger->type) & (NEWS_TYPE(NEWS_AGREE) | NEWS_TYPE(NEWS_THREATEN) | NEWS_TYPE(NEWS_MOBILIZE))) ||
		!(news_event_word(g->word)->embed_verb & NEWS_EMBED_INTENT))
		return found->trigger;
	content = news_event_content(s, found->group);
	if (content < 0 || !news_event_match(s, content, &deed))
		return found->trigger;
	/* an army prepares to attack; who prepares to visit mobilizes nothing */
	if (found->trigger->type == NEWS_MOBILIZE)
		return NEWS_TYPE(deed.trigger->type) & HOSTILE ? found->trigger : NULL;
	if (NEWS_TYPE(deed.trigger->type) & HOSTILE)
		return &threat;
	return NEWS_TYPE(deed.trigger->type) & FRIENDLY ? &agree : found->trigger;
}
