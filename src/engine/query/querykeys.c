/*
 * querykeys.c
 *	  Keys that a query asks for.
 */
#include "query/keylayout.h"

/* ---- Names ---- */

/*
 * Kinds that most names have.  A name without a kind asks for each by its key, since
 * an index skips articles of one key that others rule out, but reads all of a range.
 */
static const NewsKind usual_kinds[] = {NEWS_PERSON, NEWS_ORGANIZATION, NEWS_PLACE, NEWS_GROUP};

/* A name, of a person also a family name, of one kind. */
static void
add_name(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, kind, kind_name, NEWS_FORM_WHOLE);
	news_query_key_add(q, &b, NEWS_KEY_EXACT);
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
	news_query_key_add(q, &b, NEWS_KEY_EXACT)->maybe = kind != NEWS_ANY_KIND;
}

/* The names that are this one, or begin with it where it does not end with a NUL. */
static NewsQueryKey *
add_range(NewsQueryKeys *q, NewsStr words, bool whole_words, NewsKeyRange range)
{
	NewsKeyBuilder b;

	news_key_begin(&b, 'n');
	news_key_add(&b, words);
	if (whole_words)
		news_key_byte(&b, '\0');
	return news_query_key_add(q, &b, range);
}

/*
 * A prefix.  Where it begins within a name, it is found by the word there; whether
 * the words behind it are those of the name is known when the article is read.
 */
static void
add_prefix(NewsQueryKeys *q, const NewsPlanName *name)
{
	const char *space = memchr(name->key.s, ' ', name->key.len);
	NewsQueryKey *words;

	add_range(q, name->key, false, NEWS_KEY_NAMES)->name = name;
	if (space == NULL)
		return;
	words = add_range(q, (NewsStr) {name->key.s, (uint32_t) (space - name->key.s)}, true, NEWS_KEY_WORDS);
	words->name = name;
	words->maybe = true;
}

/* Keys of the entities that a name stands for. */
static void
add_names(NewsQueryKeys *q, const NewsPlanName *name)
{
	if (name->prefix)
	{
		add_prefix(q, name);
		return;
	}
	if (name->kind == NEWS_ANY_KIND)
	{
		for (size_t i = 0; i < sizeof(usual_kinds) / sizeof(*usual_kinds); i++)
			add_name(q, name->key, usual_kinds[i], NEWS_NO_STR);
		add_range(q, name->key, true, NEWS_KEY_KINDS);
	}
	else
		add_name(q, name->key, name->kind, name->kind_key);
	add_code(q, name->code, name->kind);
	for (uint32_t i = 0; i < name->nreadings; i++)
		add_name(q, name->readings[i].key, name->readings[i].kind, NEWS_NO_STR);
}

/* ---- Events ---- */

static void
add_type(NewsQueryKeys *q, NewsStr type, uint32_t statuses)
{
	NewsKeyBuilder b;

	for (int status = 0; status <= NEWS_NEGATED; status++)
	{
		if (!(statuses >> status & 1))
			continue;
		news_key_event(&b, type, status);
		news_query_key_add(q, &b, NEWS_KEY_EXACT);
	}
}

/* An event of whatever type: all of that space. */
static void
add_any_type(NewsQueryKeys *q)
{
	NewsKeyBuilder b;

	news_key_begin(&b, 'e');
	news_query_key_add(q, &b, NEWS_KEY_PREFIX);
}

/* Returns whether the keys say all. */
static bool
add_event(NewsQueryKeys *q, uint32_t i, const NewsPlanNode *node)
{
	bool		dated = node->during.from != NEWS_NO_DAY;
	bool		parties = news_has_party_keys(&node->actor) || news_has_party_keys(&node->recipient);
	bool		all_statuses = node->statuses == NEWS_ALL_STATUSES;
	bool		exact = news_query_party_keys(q, i, node);

	/* the keys of parties tell the type, too; those of the type its status */
	if (!parties && (node->type.s || !dated))
	{
		news_query_group_begin(q, i, NEWS_TOPIC_TYPE);
		if (node->type.s)
			add_type(q, node->type, node->statuses);
		else
			add_any_type(q);
	}
	if (dated)
	{
		news_query_group_begin(q, i, NEWS_TOPIC_DAY);
		news_query_day_keys(q, 'x', node->during);
	}
	/* of parties, type with status, and day, one alone: of two it is not known whether they are the same event's */
	if (parties)
		return exact && !dated && all_statuses;
	return exact && (node->type.s ? !dated : all_statuses);
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
				news_query_group_begin(q, i, NEWS_TOPIC_NAME);
				add_names(q, &node->name);
				q->exact[i] = true;
				break;
			case NEWS_QUERY_DATE:
				news_query_group_begin(q, i, NEWS_TOPIC_DATE);
				news_query_day_keys(q, 'd', node->during);
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
	/* an index takes an article from its pending list key by key: what is not there may be on its way */
	return news_plan_combine(q->plan, truth, NEWS_MAYBE);
}

/* ---- Ranges ---- */

/* Is it, behind the NUL of a whole name, one of the usual kinds? */
static bool
is_usual(NewsStr kind)
{
	for (size_t i = 0; i < sizeof(usual_kinds) / sizeof(*usual_kinds); i++)
		if (news_key_of_kind(kind, usual_kinds[i], NEWS_NO_STR))
			return true;
	return false;
}

/* A name that begins with what is wanted: of the kind, and the form? */
static int
compare_name(const NewsQueryKey *wanted, NewsStr key)
{
	const char *nul = memchr(key.s, '\0', key.len);
	NewsStr		kind;

	if (!news_key_starts_with(key, wanted->key))
		return 1;
	if (nul == NULL || nul + 1 == key.s + key.len)
		return -1;
	kind = (NewsStr) {nul + 1, key.len - (uint32_t) (nul + 1 - key.s)};
	if (wanted->range == NEWS_KEY_KINDS)
		return news_key_whole(kind.s[0]) && !is_usual(kind) ? 0 : -1;
	if (wanted->range == NEWS_KEY_WORDS && news_key_whole(kind.s[0]))
		return -1;
	return news_key_of_kind(kind, wanted->name->kind, wanted->name->kind_key) ? 0 : -1;
}

int
news_key_compare(const NewsQueryKey *wanted, NewsStr key)
{
	switch (wanted->range)
	{
		case NEWS_KEY_EXACT:
			return news_str_eq(key, wanted->key) ? 0 : 1;
		case NEWS_KEY_PREFIX:
			return news_key_starts_with(key, wanted->key) ? 0 : 1;
		case NEWS_KEY_DAYS:
			return news_day_key_compare(wanted, key);
		case NEWS_KEY_PARTY_NAMES:
		case NEWS_KEY_PARTY_CODES:
		case NEWS_KEY_PAIRS:
			return news_party_key_compare(wanted, key);
		default:
			return compare_name(wanted, key);
	}
}
