/*
 * match.c
 *	  Does a stored article match a query?
 *
 * Its filter says no to most.  Else the image is read in place, once: its names, then
 * its dates, then its events, each only where the query asks for it.
 */
#include "query/hits.h"

#include <stdlib.h>

#include "names/names.h"

/* A name of the article, folded when a comparison first needs it. */
typedef struct Candidate
{
	int			kind;			/* NewsKind or NEWS_NO_KIND */
	NewsStr		kind_name;
	NewsStr		name;
	NewsStr		code;
	bool		folded;
	uint32_t	len;			/* of key */
	uint32_t	nstarts;
	uint8_t		starts[NEWS_NAME_STARTS];
	char		key[NEWS_NAME_KEY_MAX];
} Candidate;

static void
set_candidate(Candidate *c, int kind, NewsStr kind_name, NewsStr name, NewsStr code)
{
	c->kind = kind;
	c->kind_name = kind_name;
	c->name = name;
	c->code = code;
	c->folded = false;
}

static void
fold_candidate(Candidate *c)
{
	if (c->folded)
		return;
	c->len = news_name_fold(c->name, c->key, c->starts, &c->nstarts);
	c->folded = true;
}

static bool
kind_matches(const NewsPlanName *wanted, const Candidate *c)
{
	char		key[NEWS_NAME_KEY_MAX];

	if (wanted->kind == NEWS_ANY_KIND)
		return true;
	if (wanted->kind != c->kind)
		return false;
	if (c->kind != NEWS_OWN_KIND)
		return true;
	return news_str_eq(wanted->kind_key, (NewsStr) {key, news_name_fold(c->kind_name, key, NULL, NULL)});
}

/* Does key occur in the candidate's? Cheap, and true of every family name. */
static bool
may_be_family(const Candidate *c, NewsStr key)
{
	for (uint32_t i = 0; i + key.len <= c->len; i++)
		if (c->key[i] == key.s[0] && memcmp(c->key + i, key.s, key.len) == 0)
			return true;
	return false;
}

/* Has a word of the family name, or with prefix its beginning, this key? */
static bool
family_matches(const Candidate *c, NewsStr key, bool prefix)
{
	char		family[NEWS_NAME_KEY_MAX];
	NewsStr		words = {family, news_name_fold(news_name_family(c->name), family, NULL, NULL)};

	if (!prefix)
		return news_name_ends_with(words, key);
	for (uint32_t i = 0; i + key.len <= words.len; i++)
		if ((i == 0 || words.s[i - 1] == ' ') && memcmp(words.s + i, key.s, key.len) == 0)
			return true;
	return false;
}

static bool
prefix_matches(const NewsPlanName *wanted, const Candidate *c)
{
	NewsStr		key = wanted->key;

	for (uint32_t i = 0; i < c->nstarts; i++)
		if (c->starts[i] + key.len <= c->len && memcmp(c->key + c->starts[i], key.s, key.len) == 0 &&
			(i == 0 || news_name_start_counts((NewsStr) {c->key, c->len}, c->starts[i])))
			return true;
	return c->kind == NEWS_PERSON && may_be_family(c, key) && family_matches(c, key, true);
}

/* Is it the candidate, of the same kind, whose key is folded? */
static bool
reading_matches(NewsStr reading, const Candidate *c)
{
	return news_str_eq(reading, (NewsStr) {c->key, c->len}) ||
		(c->kind == NEWS_PERSON && may_be_family(c, reading) && family_matches(c, reading, false));
}

static bool
name_matches(const NewsPlanName *wanted, Candidate *c)
{
	NewsStr		key;

	if (!kind_matches(wanted, c))
		return false;
	if (wanted->code.s && c->code.s && news_code_eq(wanted->code, c->code))
		return true;
	fold_candidate(c);
	if (wanted->prefix)
		return prefix_matches(wanted, c);
	key = (NewsStr) {c->key, c->len};
	if (news_str_eq(wanted->key, key))
		return true;
	if (c->kind == NEWS_PERSON && may_be_family(c, wanted->key) && family_matches(c, wanted->key, false))
		return true;
	for (uint32_t i = 0; i < wanted->nreadings; i++)
		if (wanted->readings[i].kind == c->kind && reading_matches(wanted->readings[i].key, c))
			return true;
	return false;
}

void
news_plan_entity_hits(const NewsPlan *plan, const NewsVectorEntity *entity, bool *hits)
{
	Candidate	c;

	set_candidate(&c, entity->kind, entity->kind_name, entity->name, entity->code);
	for (uint32_t k = 0; k < plan->nnodes; k++)
		if (plan->nodes[k].op == NEWS_QUERY_NAME && name_matches(&plan->nodes[k].name, &c))
			hits[k] = true;
}

/* Names: entity by entity, for every term that still looks for one; keeps them where events or <s> need them. */
static bool
match_entities(NewsPlan *plan, NewsVectorReader *r)
{
	bool		keep = plan->has_events || plan->has_sentences;
	Candidate	c;

	for (uint32_t i = 0; i < r->nentities; i++)
	{
		NewsVectorEntity e;

		news_poll_each(plan->arena, i);
		if (!news_vector_next_entity(r, &e))
			return false;
		if (keep)
		{
			plan->entities = news_grow(plan->arena, plan->entities, i, &plan->entity_room, sizeof(e));
			plan->entities[i] = e;
		}
		if (!plan->has_names)
			continue;
		set_candidate(&c, e.kind, e.kind_name, e.name, e.code);
		for (uint32_t k = 0; k < plan->nnodes; k++)
			if (plan->nodes[k].op == NEWS_QUERY_NAME && !plan->truth[k] && name_matches(&plan->nodes[k].name, &c))
				plan->truth[k] = NEWS_TRUE;
	}
	return true;
}

static bool
match_dates(NewsPlan *plan, NewsVectorReader *r)
{
	for (uint32_t i = 0; i < r->ndates; i++)
	{
		NewsVectorDate d;

		if (!news_vector_next_date(r, &d))
			return false;
		for (uint32_t k = 0; k < plan->nnodes; k++)
			if (plan->nodes[k].op == NEWS_QUERY_DATE && news_days_overlap(d.during, plan->nodes[k].during))
				plan->truth[k] = NEWS_TRUE;
	}
	return true;
}

static bool
party_matches(const NewsPlanName *wanted, const NewsVectorParty *party)
{
	Candidate	c;

	if (wanted->any)
		return true;
	if (party->name.s == NULL)
		return false;
	set_candidate(&c, party->kind, party->kind_name, party->name, party->code);
	return name_matches(wanted, &c);
}

static bool
parties_match(const NewsPlanNode *wanted, const NewsVectorParty *actor, const NewsVectorParty *recipient)
{
	return party_matches(&wanted->actor, actor) && party_matches(&wanted->recipient, recipient);
}

bool
news_plan_event_matches(const NewsPlanNode *wanted, const NewsVectorEvent *e)
{
	return (wanted->statuses >> e->status & 1) &&
		(wanted->type.s == NULL || news_str_eq(wanted->type, e->type)) &&
		(wanted->during.from == NEWS_NO_DAY || news_days_overlap(e->during, wanted->during)) &&
		(parties_match(wanted, &e->actor, &e->recipient) ||
		 (news_event_mutual(e->type) && parties_match(wanted, &e->recipient, &e->actor)));
}

static bool
match_events(NewsPlan *plan, NewsVectorReader *r)
{
	NewsVectorEvent e = {0};

	for (uint32_t i = 0; i < r->nevents; i++)
	{
		news_poll_each(plan->arena, i);
		if (!news_vector_next_event(r, plan->entities, &e))
			return false;
		for (uint32_t k = 0; k < plan->nnodes; k++)
			if (plan->nodes[k].op == NEWS_QUERY_EVENT && !plan->truth[k] &&
				news_plan_event_matches(&plan->nodes[k], &e))
				plan->truth[k] = NEWS_TRUE;
	}
	return true;
}

static int
compare_sentence(const void *a, const void *b)
{
	uint32_t	x = ((const NewsVectorMention *) a)->sentence;
	uint32_t	y = ((const NewsVectorMention *) b)->sentence;

	return (x > y) - (x < y);
}

/* Copies the mentions of all entities that answer to the name to out, in order of sentence; returns how many. */
static uint32_t
mentions_of(const NewsPlan *plan, const NewsPlanName *wanted, uint32_t nentities, NewsVectorMention *out)
{
	uint32_t	n = 0;
	Candidate	c;

	for (uint32_t i = 0; i < nentities; i++)
	{
		const NewsVectorEntity *e = &plan->entities[i];

		set_candidate(&c, e->kind, e->kind_name, e->name, e->code);
		if (e->mentions.n && name_matches(wanted, &c))
		{
			memcpy(out + n, e->mentions.items, e->mentions.n * sizeof(*out));
			n += e->mentions.n;
		}
	}
	qsort(out, n, sizeof(*out), compare_sentence);
	return n;
}

/* Reads the mentions of all entities into the plan's array, which holds three times as many; false when unsound. */
static bool
read_mentions(NewsPlan *plan, NewsVectorReader *r, uint32_t *total)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < r->nentities; i++)
	{
		if (plan->entities[i].mentions.n > news_bytes_left(&r->mentions))
			return false;
		n += plan->entities[i].mentions.n;
	}
	if (n > news_bytes_left(&r->mentions))
		return false;
	if (3 * n > plan->mention_room)
	{
		plan->mention_room = 6 * n;
		plan->mentions = NEWS_NEW(plan->arena, NewsVectorMention, plan->mention_room);
	}
	*total = n;
	n = 0;
	for (uint32_t i = 0; i < r->nentities; i++)
	{
		NewsVectorEntity *e = &plan->entities[i];

		e->mentions.items = plan->mentions + n;
		n += e->mentions.n;
		if (!news_vector_next_mentions(r, e->name, e->mentions.items, e->mentions.n))
			return false;
	}
	return true;
}

/* <s>: is there a sentence that mentions both? */
static bool
match_sentences(NewsPlan *plan, NewsVectorReader *r)
{
	uint32_t	total;

	if (!read_mentions(plan, r, &total))
		return false;
	for (uint32_t k = 2; k < plan->nnodes; k++)
	{
		NewsVectorMention *a = plan->mentions + total;
		NewsVectorMention *b = a + total;
		uint32_t	na,
					nb,
					i = 0,
					j = 0;

		if (plan->nodes[k].op != NEWS_QUERY_SENTENCE || !plan->truth[k - 1] || !plan->truth[k - 2])
			continue;
		na = mentions_of(plan, &plan->nodes[k - 2].name, r->nentities, a);
		nb = mentions_of(plan, &plan->nodes[k - 1].name, r->nentities, b);
		while (i < na && j < nb && !plan->truth[k])
		{
			int			c = compare_sentence(&a[i], &b[j]);

			if (c == 0)
				plan->truth[k] = NEWS_TRUE;
			else if (c < 0)
				i++;
			else
				j++;
		}
	}
	return true;
}

/*
 * Was a term with weights found, by mentions of whatever weight?  Else the truth
 * that is known is that of the query.
 */
static bool
weights_matter(const NewsPlan *plan)
{
	for (uint32_t k = 0; plan->has_weights && k < plan->nnodes; k++)
		if (plan->nodes[k].weights && plan->truth[k])
			return true;
	return false;
}

/* Most articles do not, and need not be read. */
static bool
may_match(NewsPlan *plan, NewsStr image)
{
	NewsStr		filter = news_vector_filter(image);

	return filter.s && news_plan_may_match(plan, filter);
}

bool
news_plan_match(NewsPlan *plan, NewsStr image)
{
	NewsVectorReader r;

	if (!may_match(plan, image))
		return false;
	memset(plan->truth, 0, plan->nnodes * sizeof(*plan->truth));
	if (!news_vector_open(image, &r) ||
		((plan->has_names || plan->has_events || plan->has_sentences) && !match_entities(plan, &r)) ||
		(plan->has_sentences && !match_sentences(plan, &r)) ||
		(plan->has_dates && !match_dates(plan, &r)) ||
		(plan->has_events && !match_events(plan, &r)))
		return false;
	if (weights_matter(plan))
		return news_plan_match_weights(plan, image);
	return news_plan_combine(plan, plan->truth, NEWS_TRUE) == NEWS_TRUE;
}
