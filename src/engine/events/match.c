/*
 * match.c
 *	  Does a group hold a trigger, and which sense of it?
 */
#include "events/find.h"

static bool
word_is(const NewsSyntax *s, int i, uint16_t word)
{
	const NewsSynWord *x = &s->words[i];

	return x->token->word == word || (x->w->noun && x->w->noun == word);
}

/* Does a noun group hold a word of the object class, in its last part (behind a possessor)? */
static bool
has_class(const NewsSyntax *s, int group, uint8_t class)
{
	const NewsGroup *g = &s->groups[group];

	for (int i = g->end - 1; i >= g->first && s->words[i].tag != NEWS_TAG_POSS; i--)
		if (s->words[i].w->classes >> (class - 1) & 1)
			return true;
	return false;
}

/* "provided Mali with loans": a party, and with what */
static bool
is_provided(const NewsSyntax *s, int group)
{
	return s->words[s->groups[group].head].mention >= 0 && s->groups[group + 1].word == news_event_keys.with;
}

/* The object class, in the object or in "number of" it ("dozens of prisoners", "a series of attacks"). */
static bool
object_has_class(const NewsSyntax *s, int group, uint8_t class)
{
	if (group < 0)
		return false;
	if (has_class(s, group, class))
		return true;
	for (int n = 0; n < 4; n++)
	{
		/* "gave Mali a loan" */
		if (n == 0 && group + 1 < s->ngroups && s->groups[group + 1].kind == NEWS_NOUN_GROUP)
			group++;
		else if (group + 2 < s->ngroups && s->groups[group + 1].kind == NEWS_PREP && s->groups[group + 2].kind == NEWS_NOUN_GROUP &&
				 (s->groups[group + 1].word == news_event_keys.of || (n == 0 && is_provided(s, group))))
			group += 2;
		else if (group + 2 < s->ngroups && news_syntax_conjunct_before(s, group + 2) == group)
			group += 2;
		else if (group + 3 < s->ngroups && news_syntax_conjunct_before(s, group + 3) == group)
			group += 3;
		else
			return false;
		if (has_class(s, group, class))
			return true;
	}
	return false;
}

/*
 * Finds the words that a verb trigger asks for behind its verb, in order;
 * returns the word behind the last, or -1.  A particle stands next to the verb
 * or behind its object, a noun within a few words.
 */
static int
find_rest(const NewsSyntax *s, const NewsGroup *g, const NewsTrigger *t)
{
	int			at = g->head + 1;

	for (int r = 0; r < t->nrest; r++)
	{
		bool		closed = (news_event_word(t->rest[r])->syntax & (NEWS_EW_PREP | NEWS_EW_ADVERB | NEWS_EW_THAT)) != 0;
		bool		found = false;
		int			steps = 0;

		for (int i = at; i < s->nwords && steps < 6 && !found; i++)
		{
			int			tag = s->words[i].tag;

			if (word_is(s, i, t->rest[r]) && s->words[i].mention < 0)
			{
				at = i + 1;
				found = true;
				break;
			}
			if (tag == NEWS_TAG_ADV || tag == NEWS_TAG_DATE || tag == NEWS_TAG_QUOTE)
				continue;
			if (tag == NEWS_TAG_STOP || tag == NEWS_TAG_VERB || tag == NEWS_TAG_AUX || tag == NEWS_TAG_SUB || tag == NEWS_TAG_REL)
				break;
			/* "on" of "on Friday" */
			if (tag == NEWS_TAG_PREP && i + 1 < s->nwords && s->words[i + 1].tag == NEWS_TAG_DATE)
				continue;
			if (closed && (tag == NEWS_TAG_PREP || tag == NEWS_TAG_TO || tag == NEWS_TAG_THAT || tag == NEWS_TAG_COMMA))
				break;
			/* only particles stand behind an object */
			if (closed && !(news_event_word(t->rest[r])->syntax & NEWS_EW_ADVERB))
				break;
			steps++;
		}
		if (!found)
			return -1;
	}
	return at;
}

/* Words of a trigger whose noun is the subject: "sanctions were lifted". */
static bool
rest_in_subject(const NewsSyntax *s, const NewsGroup *g, const NewsTrigger *t)
{
	const NewsGroup *subject;

	if (!(g->flags & NEWS_VG_PASSIVE) || g->subject < 0 || t->nrest != 1)
		return false;
	subject = &s->groups[g->subject];
	return word_is(s, subject->head, t->rest[0]);
}

static bool
speaks_of_labour(const NewsSyntax *s)
{
	for (int i = 0; i < s->nwords; i++)
		if (s->words[i].w->syntax & NEWS_EW_LABOUR)
			return true;
	return false;
}

/* "told Spain to leave": an infinitive behind the object of verb group i, or behind its passive. */
static bool
has_infinitive(const NewsSyntax *s, int i)
{
	if (s->groups[i].object < 0 && !(s->groups[i].flags & NEWS_VG_PASSIVE))
		return false;
	for (int k = i + 1; k < s->ngroups && k < i + 8; k++)
		if (s->groups[k].kind == NEWS_VERB_GROUP)
			return s->groups[k].flags & NEWS_VG_TO && s->groups[k].gov == i;
	return false;
}

static bool
match_verb_trigger(const NewsSyntax *s, int i, const NewsTrigger *t, NewsFound *found)
{
	const NewsGroup *g = &s->groups[i];
	int			end = g->head + 1;

	found->object = g->object;
	if (t->nrest > 0)
	{
		end = find_rest(s, g, t);
		if (end < 0 && !rest_in_subject(s, g, t))
			return false;
		if (end < 0)
			end = g->head + 1;
		else if (found->object < 0)
			for (int k = i + 1; k < s->ngroups && k < i + 6; k++)
				if (s->groups[k].kind == NEWS_NOUN_GROUP && s->groups[k].first >= end)
				{
					/* the object behind a particle: "called off the strike" */
					if (s->groups[k].first == end || s->words[end].tag == NEWS_TAG_DATE)
						found->object = k;
					break;
				}
	}
	if (t->class)
	{
		bool		passive = (g->flags & NEWS_VG_PASSIVE) != 0;

		if (!object_has_class(s, passive ? g->subject : found->object, t->class))
			return false;
	}
	if ((t->flags & NEWS_TRIGGER_LABOUR && !speaks_of_labour(s)) || (t->flags & NEWS_TRIGGER_INFINITIVE && !has_infinitive(s, i)))
		return false;
	found->first = g->head;
	found->end = (uint16_t) (end <= g->head + 4 ? end : g->head + 1);
	return true;
}

static bool
match_verb(const NewsSyntax *s, int i, NewsFound *found)
{
	const NewsEventWord *w = news_event_word(s->groups[i].word);

	for (int k = 0; k < w->verb_n; k++)
	{
		const NewsTrigger *t = &news_triggers[w->verb_first + k];

		if (match_verb_trigger(s, i, t, found))
		{
			found->trigger = t;
			found->noun = false;
			return !(t->flags & NEWS_TRIGGER_NONE);
		}
	}
	return false;
}

/* "Typhoon Haiyan": a disaster with a name of its own, told by the noun before the name or the first of it. */
static bool
match_named_disaster(const NewsSyntax *s, int i, NewsFound *found)
{
	const NewsGroup *g = &s->groups[i];
	int			at = g->head;

	while (at > g->first && s->words[at - 1].mention == s->words[g->head].mention)
		at--;
	for (int n = 0; n < 2 && at >= g->first; n++, at--)
	{
		const NewsEventWord *w = news_event_word(s->words[at].w->noun);

		if (s->words[at].w->noun && w->noun_n && news_triggers[w->noun_first].type == NEWS_DISASTER && at < g->head)
		{
			*found = (NewsFound) {&news_triggers[w->noun_first], i, -1, true, (uint16_t) at, (uint16_t) (g->head + 1)};
			return true;
		}
	}
	return false;
}

static bool
match_noun(const NewsSyntax *s, int i, NewsFound *found)
{
	const NewsGroup *g = &s->groups[i];
	const NewsEventWord *w = s->words[g->head].w;
	const NewsEventWord *n;

	if (s->words[g->head].mention >= 0)
		return match_named_disaster(s, i, found);
	if (!w->noun)
		return false;
	n = news_event_word(w->noun);
	for (int k = 0; k < n->noun_n; k++)
	{
		const NewsTrigger *t = &news_triggers[n->noun_first + k];
		int			at = g->head;
		int			r = t->nrest;

		while (r > 0 && at > g->first)
		{
			at--;
			if (s->words[at].tag == NEWS_TAG_HYPHEN)
				continue;
			if (!word_is(s, at, t->rest[r - 1]))
				break;
			r--;
		}
		if (r > 0 || (t->flags & NEWS_TRIGGER_LABOUR && !speaks_of_labour(s)))
			continue;
		found->trigger = t;
		found->noun = true;
		found->object = -1;
		found->first = (uint16_t) at;
		found->end = (uint16_t) (g->head + 1);
		return true;
	}
	return false;
}

bool
news_event_match(const NewsSyntax *s, int i, NewsFound *found)
{
	const NewsGroup *g = &s->groups[i];

	found->group = i;
	if (g->kind == NEWS_VERB_GROUP)
		return g->word && !(g->flags & NEWS_VG_COPULA) && match_verb(s, i, found);
	if (g->kind == NEWS_NOUN_GROUP)
		return match_noun(s, i, found);
	return false;
}
