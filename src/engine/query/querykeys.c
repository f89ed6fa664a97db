/*
 * querykeys.c
 *	  Keys that a query asks for.
 */
#include "query/keylayout.h"

static void
begin_group(NewsQueryKeys *q, uint32_t node)
{
	q->groups = news_grow(q->plan->arena, q->groups, q->ngroups, &q->group_room, sizeof(*q->groups));
	q->groups[q->ngroups++] = (NewsKeyGroup) {node, q->nkeys, q->nkeys};
}

/* Adds a key to the last group. */
static NewsQueryKey *
add(NewsQueryKeys *q, const NewsKeyBuilder *b, NewsKeyRange range)
{
	NewsQueryKey *key;

	q->keys = news_grow(q->plan->arena, q->keys, q->nkeys, &q->key_room, sizeof(*q->keys));
	key = &q->keys[q->nkeys++];
	memset(key, 0, sizeof(*key));
	key->key = (NewsStr) {news_strndup(q->plan->arena, b->bytes, b->len), b->len};
	key->range = range;
	q->groups[q->ngroups - 1].end = q->nkeys;
	return key;
}

/* ---- Names ---- */

/* A name, of a person also a family name, of one kind. */
static NewsStr
add_name(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];
	NewsKeyBuilder b;

	news_key_name(&b, words, (NewsStr) {kind_key, news_key_kind(kind, kind_name, kind_key)}, '=');
	return add(q, &b, NEWS_KEY_EXACT)->key;
}

/* A code; that of one kind alone is known only when the article is read. */
static void
add_code(NewsQueryKeys *q, NewsStr code, int kind)
{
	NewsKeyBuilder b;

	if (code.s == NULL)
		return;
	news_key_begin(&b, 'c');
	news_key_add(&b, news_code_key(code));
	add(q, &b, NEWS_KEY_EXACT)->maybe = kind != NEWS_ANY_KIND;
}

/* A name of whatever kind: the one that it most likely is, then all others. */
static void
add_any_kind(NewsQueryKeys *q, const NewsPlanName *name)
{
	NewsStr		likely = add_name(q, name->key, name->likely, NEWS_NO_STR);
	NewsKeyBuilder b;

	news_key_begin(&b, 'n');
	news_key_add(&b, name->key);
	news_key_byte(&b, '\0');
	add(q, &b, NEWS_KEY_KINDS)->but = likely;
}

/* Keys of the entities that a name stands for. */
static void
add_names(NewsQueryKeys *q, const NewsPlanName *name)
{
	if (name->prefix)
	{
		NewsKeyBuilder b;

		news_key_begin(&b, 'n');
		news_key_add(&b, name->key);
		add(q, &b, NEWS_KEY_NAMES)->name = name;
		return;
	}
	if (name->kind == NEWS_ANY_KIND)
		add_any_kind(q, name);
	else
		add_name(q, name->key, name->kind, name->kind_key);
	add_code(q, name->code, name->kind);
	for (uint32_t i = 0; i < name->nreadings; i++)
		add_name(q, name->readings[i].key, name->readings[i].kind, NEWS_NO_STR);
}

/* ---- Days ---- */

/* Keys of all dates, or events, that share a day with these: one for each class of length. */
static void
add_days(NewsQueryKeys *q, char space, NewsDays days)
{
	for (int class = 0; class < NEWS_DAY_CLASSES; class++)
	{
		int64_t		from = (int64_t) days.from - news_day_class_max[class] + 1;
		NewsKeyBuilder b;

		/* the first key that may be meant: it need not exist */
		if (from < INT32_MIN)
			from = INT32_MIN;
		news_key_days(&b, space, (NewsDays) {(NewsDay) from, (NewsDay) from + 1});
		b.bytes[1] = (char) class;
		if (class == 0 && (int64_t) days.to - days.from == 1)
			add(q, &b, NEWS_KEY_EXACT)->days = days;
		else
			add(q, &b, NEWS_KEY_DAYS)->days = days;
	}
}

/* ---- Events ---- */

/* A party by its name or code. */
static void
add_party_key(NewsQueryKeys *q, NewsStr words, NewsStr type, NewsPartyRole role)
{
	NewsKeyBuilder b;

	news_key_party(&b, words, type, role);
	add(q, &b, type.s ? NEWS_KEY_EXACT : NEWS_KEY_PREFIX);
}

/* Have parties of this name, or of whatever name, keys? */
static bool
has_party_keys(const NewsPlanName *name)
{
	return !name->any && !name->prefix;
}

static void
add_party(NewsQueryKeys *q, uint32_t node, const NewsPlanName *name, NewsStr type, NewsPartyRole role)
{
	if (!has_party_keys(name))
		return;
	begin_group(q, node);
	add_party_key(q, name->key, type, role);
	for (uint32_t i = 0; i < name->nreadings; i++)
		add_party_key(q, name->readings[i].key, type, role);
	if (name->code.s)
		add_party_key(q, news_code_key(name->code), type, role);
}

static void
add_type(NewsQueryKeys *q, uint32_t node, NewsStr type, uint32_t statuses)
{
	NewsKeyBuilder b;

	begin_group(q, node);
	for (int status = 0; status <= NEWS_NEGATED; status++)
	{
		if (!(statuses >> status & 1))
			continue;
		news_key_event(&b, type, status);
		add(q, &b, NEWS_KEY_EXACT);
	}
}

/* An event of whatever type: all of that space. */
static void
add_any_type(NewsQueryKeys *q, uint32_t node)
{
	NewsKeyBuilder b;

	begin_group(q, node);
	news_key_begin(&b, 'e');
	add(q, &b, NEWS_KEY_PREFIX);
}

/* Returns whether the keys say all. */
static bool
add_event(NewsQueryKeys *q, uint32_t i, const NewsPlanNode *node)
{
	bool		dated = node->during.from != NEWS_NO_DAY;
	bool		anybody = node->actor.any && node->recipient.any;

	/* the keys of parties tell the type, too */
	if (!has_party_keys(&node->actor) && !has_party_keys(&node->recipient))
	{
		if (node->type.s)
			add_type(q, i, node->type, node->statuses);
		else if (!dated)
			add_any_type(q, i);
	}
	add_party(q, i, &node->actor, node->type, NEWS_ROLE_ACTOR);
	add_party(q, i, &node->recipient, node->type, NEWS_ROLE_RECIPIENT);
	if (dated)
	{
		begin_group(q, i);
		add_days(q, 'x', node->during);
	}
	if (node->type.s)
		return anybody && !dated;
	return anybody && node->statuses == NEWS_ALL_STATUSES;
}

/* ---- The query ---- */

NewsQueryKeys *
news_query_keys(NewsPlan *plan)
{
	NewsQueryKeys *q = NEWS_NEW0(plan->arena, NewsQueryKeys, 1);

	q->plan = plan;
	q->exact = NEWS_NEW0(plan->arena, bool, plan->nnodes);
	for (uint32_t i = 0; i < plan->nnodes; i++)
	{
		const NewsPlanNode *node = &plan->nodes[i];

		switch (node->op)
		{
			case NEWS_QUERY_NAME:
				begin_group(q, i);
				add_names(q, &node->name);
				q->exact[i] = true;
				break;
			case NEWS_QUERY_DATE:
				begin_group(q, i);
				add_days(q, 'd', node->during);
				q->exact[i] = true;
				break;
			case NEWS_QUERY_EVENT:
				q->exact[i] = add_event(q, i, node);
				break;
			default:
				break;
		}
		if (node->weights)
			q->exact[i] = false;	/* keys do not tell the weight */
	}
	q->needs_all = news_keys_combine(q, news_alloc0(plan->arena, q->nkeys)) != NEWS_FALSE;
	return q;
}

/* Is one of the keys there? */
static NewsTruth
any_of(const NewsQueryKeys *q, const NewsKeyGroup *group, const char *has)
{
	NewsTruth	any = NEWS_FALSE;

	for (uint32_t k = group->first; k < group->end; k++)
	{
		if (has[k] == NEWS_TRUE && !q->keys[k].maybe)
			return NEWS_TRUE;
		if (has[k] != NEWS_FALSE)
			any = NEWS_MAYBE;
	}
	return any;
}

NewsTruth
news_keys_combine(NewsQueryKeys *q, const char *has)
{
	NewsTruth  *truth = q->plan->truth;

	/* most queries, and most of the time that a search takes here */
	if (q->plan->nnodes == 1 && q->ngroups == 1 && q->exact[0])
		return any_of(q, q->groups, has);
	for (uint32_t i = 0; i < q->plan->nnodes; i++)
		truth[i] = q->exact[i] ? NEWS_TRUE : NEWS_MAYBE;
	for (uint32_t g = 0; g < q->ngroups; g++)
	{
		NewsTruth  *term = &truth[q->groups[g].node];
		NewsTruth	any;

		if (*term == NEWS_FALSE)
			continue;
		any = any_of(q, &q->groups[g], has);
		if (any != NEWS_TRUE)
			*term = any;
	}
	return news_plan_combine(q->plan, truth);
}

/* ---- Ranges ---- */

static bool
starts_with(NewsStr s, NewsStr prefix)
{
	return s.len >= prefix.len && memcmp(s.s, prefix.s, prefix.len) == 0;
}

/* Is the name key of the kind that is wanted? */
static bool
of_kind(NewsStr key, const NewsPlanName *name)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];
	NewsStr		kind = {kind_key, 0};
	const char *nul = memchr(key.s, '\0', key.len);
	NewsStr		rest;

	if (name->kind == NEWS_ANY_KIND)
		return true;
	if (nul == NULL)
		return false;
	kind.len = news_key_kind(name->kind, name->kind_key, kind_key);
	rest = (NewsStr) {nul + 1, key.len - (uint32_t) (nul + 1 - key.s)};
	return starts_with(rest, kind);
}

static int
compare_days(const NewsQueryKey *wanted, NewsStr key)
{
	NewsDays	days;

	if (memcmp(key.s, wanted->key.s, key.len < 2 ? key.len : 2) != 0 || !news_key_get_days(key, &days))
		return 1;
	if (days.from >= wanted->days.to)
		return 1;
	return days.to > wanted->days.from ? 0 : -1;
}

int
news_key_compare(const NewsQueryKey *wanted, NewsStr key)
{
	if (wanted->range == NEWS_KEY_DAYS)
		return compare_days(wanted, key);
	if (wanted->range == NEWS_KEY_EXACT)
		return news_str_eq(key, wanted->key) ? 0 : 1;
	if (!starts_with(key, wanted->key))
		return 1;
	if (wanted->range == NEWS_KEY_NAMES)
		return of_kind(key, wanted->name) ? 0 : -1;
	if (wanted->range == NEWS_KEY_KINDS)
		return key.s[key.len - 1] == '=' && !news_str_eq(key, wanted->but) ? 0 : -1;
	return 0;
}
