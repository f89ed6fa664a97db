/*
 * querykeys.c
 *	  Keys that a query asks for.
 */
#include "query/keylayout.h"

#include "names/names.h"

/* ---- Names ---- */

static NewsQueryKey *
add_form(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name, NewsNameForm form)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, kind, kind_name, form);
	return news_query_key_add(q, &b, NEWS_KEY_EXACT);
}

/* The keys one of which a name has beside that of its first word: a person any word as the family name's last. */
static void
add_companions(NewsQueryKeys *q, NewsStr words, int kind)
{
	if (kind == NEWS_UNTOLD_KIND)
	{
		add_form(q, news_name_telling_word(words), kind, NEWS_NO_STR, NEWS_FORM_WORD)->companion = true;
		return;
	}
	for (uint32_t at = 0; at < words.len;)
	{
		NewsStr		word = news_name_first_word((NewsStr) {words.s + at, words.len - at});

		add_form(q, word, kind, NEWS_NO_STR, NEWS_FORM_WHOLE)->companion = true;
		at += word.len + 1;
	}
}

/* A name that the lexicon does not know by its words (keys.c): whether they are those of one name is known when the article is read. */
static void
add_words(NewsQueryKeys *q, NewsStr words, int kind)
{
	NewsStr		first = news_name_first_word(words);
	uint32_t	key = q->nkeys;

	if (first.len == words.len || (kind == NEWS_UNTOLD_KIND && news_name_telling_word(words).len == 0))
		return;
	add_form(q, first, kind, NEWS_NO_STR, NEWS_FORM_WORD)->maybe = true;
	add_companions(q, words, kind);
	q->keys[key].first_companion = key + 1;
	q->keys[key].end_companion = q->nkeys;
}

/* A name of a kind that the lexicon knows. */
static void
add_known(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name)
{
	add_form(q, words, kind, kind_name, NEWS_FORM_WHOLE);
	if (news_key_kind_is_coded(kind) && news_name_own_code(q->plan->arena, words).s)
		add_form(q, words, kind, NEWS_NO_STR, NEWS_FORM_UNCODED);
}

/* One that it does not know: of which kind it is, other than a person, is known when the article is read. */
static void
add_unknown(NewsQueryKeys *q, NewsStr words, int kind)
{
	if (kind == NEWS_ANY_KIND || kind == NEWS_PERSON)
	{
		add_form(q, words, NEWS_PERSON, NEWS_NO_STR, NEWS_FORM_WHOLE);
		add_words(q, words, NEWS_PERSON);
	}
	if (kind != NEWS_PERSON)
	{
		add_form(q, words, NEWS_UNTOLD_KIND, NEWS_NO_STR, NEWS_FORM_WHOLE)->maybe = kind != NEWS_ANY_KIND;
		add_words(q, words, NEWS_UNTOLD_KIND);
	}
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

uint32_t
news_likely_kinds(NewsArena *arena, NewsStr words)
{
	NewsNameInfo info[NEWS_NAME_READINGS];
	uint32_t	n = news_name_find_spelled(arena, words, info, NEWS_NAME_READINGS);
	uint32_t	likely = 0;
	uint32_t	usual = 0;

	for (int i = 0; i < NEWS_USUAL_KINDS; i++)
		usual |= news_kind_bit((int) news_usual_kinds[i]);
	for (uint32_t i = 0; i < n; i++)
		likely |= news_kind_bit((int) info[i].kind);
	return likely & usual ? likely & usual : usual;
}

/* A name that the lexicon knows, of whatever kind. */
static void
add_any_kind(NewsQueryKeys *q, NewsStr words)
{
	uint32_t	likely = news_likely_kinds(q->plan->arena, words);

	for (int kind = 0; kind < NEWS_OWN_KIND; kind++)
		if (likely & news_kind_bit(kind))
			add_form(q, words, kind, NEWS_NO_STR, NEWS_FORM_WHOLE);
	add_range(q, words, true, NEWS_KEY_KINDS)->asked = likely;
}

void
news_query_name_keys(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name)
{
	if (!news_name_known(q->plan->arena, words))
		add_unknown(q, words, kind);
	else if (kind == NEWS_ANY_KIND)
		add_any_kind(q, words);
	else
		add_known(q, words, kind, kind_name);
}

/* Is a name asked for already? */
static bool
has_name(const NewsQueryKeys *q, uint32_t first, NewsStr words, int kind)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, kind, NEWS_NO_STR, NEWS_FORM_WHOLE);
	for (uint32_t k = first; k < q->nkeys; k++)
		if (news_str_eq(q->keys[k].key, news_key_str(&b)))
			return true;
	return false;
}

/* The name that is the code's own, which says the code, where it is not among the keys from first on. */
static void
add_name_of_code(NewsQueryKeys *q, uint32_t first, NewsStr code, int kind)
{
	NewsStr		name = code.s ? news_name_of_code(code) : NEWS_NO_STR;
	char		key[NEWS_NAME_KEY_MAX];
	NewsStr		words = {key, 0};

	if (name.s == NULL)
		return;
	words.len = news_name_fold(name, key, NULL, NULL);
	if (!news_str_eq(news_name_own_code(q->plan->arena, words), code))
		return;
	for (int i = 0; i < NEWS_CODED_KINDS; i++)
		if ((kind == NEWS_ANY_KIND || kind == (int) news_coded_kinds[i]) && !has_name(q, first, words, (int) news_coded_kinds[i]))
			add_form(q, words, (int) news_coded_kinds[i], NEWS_NO_STR, NEWS_FORM_WHOLE);
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

/* Of a prefix and a kind, names that do not tell theirs. */
static void
add_untold(NewsQueryKeys *q, const NewsPlanName *name)
{
	NewsQueryKey *key = add_range(q, name->key, false, NEWS_KEY_NAMES);

	key->name = name;
	key->untold = true;
	key->maybe = true;
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
	if (name->kind != NEWS_ANY_KIND && name->kind != NEWS_PERSON)
		add_untold(q, name);
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
	uint32_t	first = q->nkeys;

	if (name->prefix)
	{
		add_prefix(q, name);
		return;
	}
	news_query_name_keys(q, name->key, name->kind, name->kind_key);
	add_code(q, name->code, name->kind);
	for (uint32_t i = 0; i < name->nreadings; i++)
		news_query_name_keys(q, name->readings[i].key, name->readings[i].kind, NEWS_NO_STR);
	add_name_of_code(q, first, name->code, name->kind);
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

/* Do the keys of a party tell the type of the event?  Of a name that is looked for among those of the article they do not. */
static bool
is_typed(const NewsQueryKeys *q, const NewsPlanName *party)
{
	return news_has_party_keys(party) && (party->code.s || news_name_known(q->plan->arena, party->key));
}

/* Returns whether the keys say all. */
static bool
add_event(NewsQueryKeys *q, uint32_t i, const NewsPlanNode *node)
{
	bool		dated = node->during.from != NEWS_NO_DAY;
	bool		parties = news_has_party_keys(&node->actor) || news_has_party_keys(&node->recipient);
	bool		all_statuses = node->statuses == NEWS_ALL_STATUSES;
	bool		typed = is_typed(q, &node->actor) || is_typed(q, &node->recipient);
	bool		exact = news_query_party_keys(q, i, node);

	if (parties ? node->type.s && !typed : node->type.s || !dated)
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

/* Keys of a term. Returns whether they say all. */
static bool
add_term(NewsQueryKeys *q, uint32_t i, const NewsPlanNode *node)
{
	bool		exact = true;

	switch (node->op)
	{
		case NEWS_QUERY_NAME:
			/* whatever is of a kind: most articles have it */
			if (node->name.key.len == 0)
				return false;
			news_query_group_begin(q, i, NEWS_TOPIC_NAME);
			add_names(q, &node->name);
			break;
		case NEWS_QUERY_DATE:
			news_query_group_begin(q, i, NEWS_TOPIC_DATE);
			news_query_day_keys(q, 'd', node->during);
			break;
		case NEWS_QUERY_EVENT:
			exact = add_event(q, i, node);
			break;
		default:				/* of operators <s> says more than its names do */
			return false;
	}
	return exact && !node->weights; /* keys do not tell the weight */
}

NewsQueryKeys *
news_query_keys(NewsPlan *plan)
{
	NewsQueryKeys *q = NEWS_NEW0(plan->arena, NewsQueryKeys, 1);

	q->plan = plan;
	q->exact = NEWS_NEW0(plan->arena, bool, plan->nnodes);
	q->all_exact = true;
	for (uint32_t i = 0; i < plan->nnodes; i++)
	{
		q->exact[i] = add_term(q, i, &plan->nodes[i]);
		q->all_exact &= q->exact[i] || plan->nodes[i].op == NEWS_QUERY_AND;
	}
	q->needs_all = news_keys_combine(q, news_alloc0(plan->arena, q->nkeys)) != NEWS_FALSE;
	return q;
}

/* Is it there alone, or one of its companions, too? */
static bool
has_companion(const NewsQueryKey *key, const char *has)
{
	for (uint32_t k = key->first_companion; k < key->end_companion; k++)
		if (has[k] != NEWS_FALSE)
			return true;
	return key->end_companion == 0;
}

/* Is one of the keys there? */
static NewsTruth
any_of(const NewsQueryKeys *q, const NewsKeyGroup *group, const char *has)
{
	NewsTruth	any = NEWS_FALSE;

	for (uint32_t k = group->first; k < group->end; k++)
	{
		if (has[k] == NEWS_FALSE || q->keys[k].companion)
			continue;
		if (has[k] == NEWS_TRUE && !q->keys[k].maybe)
			return NEWS_TRUE;
		if (has_companion(&q->keys[k], has))
			any = NEWS_MAYBE;
	}
	return any;
}

/* All terms must be there: most queries, and most of the time that a search takes here. */
static NewsTruth
all_of(const NewsQueryKeys *q, const char *has)
{
	NewsTruth	all = q->all_exact ? NEWS_TRUE : NEWS_MAYBE;

	for (uint32_t g = 0; g < q->ngroups; g++)
	{
		NewsTruth	any = any_of(q, &q->groups[g], has);

		if (any == NEWS_FALSE)
			return NEWS_FALSE;
		if (any == NEWS_MAYBE)
			all = NEWS_MAYBE;
	}
	return all;
}

NewsTruth
news_keys_combine(NewsQueryKeys *q, const char *has)
{
	NewsTruth  *truth = q->plan->truth;

	if (q->plan->conjunction)
		return all_of(q, has);
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
		return news_key_whole(kind.s[0]) && !news_key_of_kinds(kind, wanted->asked) ? 0 : -1;
	if (wanted->range == NEWS_KEY_WORDS && news_key_whole(kind.s[0]))
		return -1;
	if (news_key_is_untold(kind) && wanted->name->kind != NEWS_ANY_KIND)
		return wanted->untold || (wanted->range == NEWS_KEY_WORDS && wanted->name->kind != NEWS_PERSON) ? 0 : -1;
	if (wanted->untold)
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
