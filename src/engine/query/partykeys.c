/*
 * partykeys.c
 *	  Keys of the parties to events.
 *
 * A party has a key of its name, of a person the family name, and of its code.  Each
 * holds type and role, so that one of them answers an event term with one party.  Two
 * parties that stand in one article need not be those of one event; so two codes have
 * a key together, and a name's key has the code that comes with it: articles that
 * have the one code and the other, but not together, need not be looked at.
 *
 * Type and role are a byte, the number of the type times two and the role; of a type
 * without a number (0) its name and NUL follow.
 */
#include "query/keylayout.h"

#include "names/names.h"
#include "vector/layout.h"

/* Actor and recipient, where an event's sides are not equal: else both are actors. */
#define ROLE_ACTOR		0
#define ROLE_RECIPIENT	1

static void
add_type(NewsKeyBuilder *b, NewsStr type, int role)
{
	int			number = news_index_of(type, news_vector_types, news_vector_ntypes) + 1;

	if (news_event_mutual(type))
		role = ROLE_ACTOR;
	news_key_byte(b, (char) (number << 1 | role));
	if (number > 0)
		return;
	news_key_add(b, type);
	news_key_byte(b, '\0');
}

/* Reads it off the beginning of rest. */
static bool
take_type(NewsStr *rest, bool *recipient, NewsStr *type)
{
	uint32_t	number;
	uint32_t	len = 1;

	if (rest->len == 0)
		return false;
	number = (unsigned char) rest->s[0] >> 1;
	*recipient = rest->s[0] & ROLE_RECIPIENT;
	if (number > (uint32_t) news_vector_ntypes)
		return false;
	if (number > 0)
		*type = news_str(news_vector_types[number - 1]);
	else
	{
		/* the byte itself is NUL where the role is that of an actor */
		const char *nul = memchr(rest->s + 1, '\0', rest->len - 1);

		if (nul == NULL)
			return false;
		*type = (NewsStr) {rest->s + 1, (uint32_t) (nul - rest->s) - 1};
		len = type->len + 2;
	}
	*rest = (NewsStr) {rest->s + len, rest->len - len};
	return true;
}

uint32_t
news_party_type_len(NewsStr rest)
{
	NewsStr		behind = rest;
	bool		recipient;
	NewsStr		type;

	return take_type(&behind, &recipient, &type) ? rest.len - behind.len : 0;
}

static NewsStr
last_word(NewsStr words)
{
	uint32_t	start = words.len;

	while (start > 0 && words.s[start - 1] != ' ')
		start--;
	return (NewsStr) {words.s + start, words.len - start};
}

/* What the keys of a name, or with a code those of a code, begin with; type NULL: of all types. */
static void
begin_key(NewsKeyBuilder *b, char space, NewsStr words, NewsStr type, int role)
{
	news_key_begin(b, space);
	news_key_add(b, words);
	news_key_byte(b, '\0');
	if (type.s)
		add_type(b, type, role);
}

/* ---- Of an event ---- */

typedef struct Party
{
	const NewsVectorParty *party;
	NewsStr		type;
	int			role;
} Party;

static void
add_name(NewsKeyList *list, const Party *p, NewsStr words, NewsNameForm form)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];
	NewsKeyBuilder b;

	begin_key(&b, 'b', words, p->type, p->role);
	news_key_add(&b, (NewsStr) {kind_key, news_key_kind(p->party->kind, p->party->kind_name, form, kind_key)});
	if (p->party->code.s)
		news_key_add(&b, news_code_key(p->party->code));
	news_key_list_add(list, &b);
}

/* A person: the family name and each end of it, and the last word, by which a full name is found. */
static void
add_person(NewsKeyList *list, const Party *p, NewsStr words)
{
	char		key[NEWS_NAME_KEY_MAX];
	NewsStr		family = {key, news_name_fold(news_name_family(p->party->name), key, NULL, NULL)};

	for (uint32_t i = 0; i < family.len; i++)
		if (i == 0 || family.s[i - 1] == ' ')
			add_name(list, p, (NewsStr) {family.s + i, family.len - i}, NEWS_FORM_WHOLE);
	if (!news_str_eq(last_word(words), last_word(family)))
		add_name(list, p, last_word(words), NEWS_FORM_WORD);
}

static void
add_party(NewsKeyList *list, const Party *p)
{
	char		key[NEWS_NAME_KEY_MAX];
	NewsStr		words = {key, 0};
	NewsKeyBuilder b;

	if (p->party->name.s == NULL)
		return;
	words.len = news_name_fold(p->party->name, key, NULL, NULL);
	if (p->party->kind == NEWS_PERSON)
		add_person(list, p, words);
	else
		add_name(list, p, words, NEWS_FORM_WHOLE);
	if (p->party->code.s == NULL)
		return;
	begin_key(&b, 'k', news_code_key(p->party->code), p->type, p->role);
	news_key_list_add(list, &b);
}

static int
compare(NewsStr a, NewsStr b)
{
	int			c = memcmp(a.s, b.s, a.len < b.len ? a.len : b.len);

	return c ? c : (a.len > b.len) - (a.len < b.len);
}

/* Two codes; type NULL: what the keys of all types begin with. */
static void
begin_pair(NewsKeyBuilder *b, NewsStr actor, NewsStr recipient, NewsStr type)
{
	bool		swap = type.s && news_event_mutual(type) && compare(actor, recipient) > 0;

	news_key_begin(b, 'p');
	news_key_add(b, swap ? recipient : actor);
	news_key_byte(b, '\0');
	news_key_add(b, swap ? actor : recipient);
	news_key_byte(b, '\0');
	if (type.s)
		add_type(b, type, ROLE_ACTOR);
}

void
news_add_party_keys(NewsKeyList *list, const NewsVectorEvent *e)
{
	NewsKeyBuilder b;

	add_party(list, &(Party) {&e->actor, e->type, ROLE_ACTOR});
	add_party(list, &(Party) {&e->recipient, e->type, ROLE_RECIPIENT});
	if (e->actor.code.s == NULL || e->recipient.code.s == NULL)
		return;
	begin_pair(&b, news_code_key(e->actor.code), news_code_key(e->recipient.code), e->type);
	news_key_list_add(list, &b);
}

/* ---- Of a query ---- */

/* A party that an event term asks for. */
typedef struct WantedParty
{
	const NewsPlanName *name;
	NewsStr		type;
	int			role;
	bool		maybe;			/* its keys do not say all */
	NewsStr		but;			/* not those that come with this code */
} WantedParty;

static NewsQueryKey *
want_words(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key)
{
	NewsKeyBuilder b;
	NewsQueryKey *key;

	begin_key(&b, 'b', words, w->type, w->role);
	key = news_query_key_add(q, &b, NEWS_KEY_PARTY_NAMES);
	key->kind = kind;
	key->kind_key = kind_key;
	key->but = w->but;
	key->any_type = w->type.s == NULL;
	key->recipient = w->role == ROLE_RECIPIENT;
	key->maybe = w->maybe;
	return key;
}

/* A name: of persons the full name is known when the article is read. */
static void
want_name(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key)
{
	NewsStr		last = last_word(words);
	NewsQueryKey *key;

	want_words(q, w, words, kind, kind_key);
	if (last.len == words.len || (kind != NEWS_ANY_KIND && kind != NEWS_PERSON))
		return;
	key = want_words(q, w, last, NEWS_PERSON, NEWS_NO_STR);
	key->words = true;
	key->maybe = true;
}

static void
want_names(NewsQueryKeys *q, const WantedParty *w)
{
	want_name(q, w, w->name->key, w->name->kind, w->name->kind_key);
	for (uint32_t i = 0; i < w->name->nreadings; i++)
		want_name(q, w, w->name->readings[i].key, w->name->readings[i].kind, NEWS_NO_STR);
}

/* A code; that of one kind alone is known when the article is read. */
static void
want_code(NewsQueryKeys *q, const WantedParty *w)
{
	NewsKeyBuilder b;
	NewsQueryKey *key;

	if (w->name->code.s == NULL)
		return;
	begin_key(&b, 'k', news_code_key(w->name->code), w->type, w->role);
	key = news_query_key_add(q, &b, w->type.s ? NEWS_KEY_EXACT : NEWS_KEY_PARTY_CODES);
	key->recipient = w->role == ROLE_RECIPIENT;
	key->maybe = w->maybe || w->name->kind != NEWS_ANY_KIND;
}

/* Two codes in one event; of any type also in the other order, where the sides are equal. */
static void
want_pair(NewsQueryKeys *q, NewsStr type, const NewsPlanName *actor, const NewsPlanName *recipient)
{
	NewsStr		a = news_code_key(actor->code);
	NewsStr		b = news_code_key(recipient->code);
	bool		maybe = actor->kind != NEWS_ANY_KIND || recipient->kind != NEWS_ANY_KIND;
	NewsKeyBuilder key;
	NewsQueryKey *added;

	begin_pair(&key, a, b, type);
	news_query_key_add(q, &key, type.s ? NEWS_KEY_EXACT : NEWS_KEY_PAIRS)->maybe = maybe;
	if (type.s || news_str_eq(a, b))
		return;
	begin_pair(&key, b, a, type);
	added = news_query_key_add(q, &key, NEWS_KEY_PAIRS);
	added->mutual = true;
	added->maybe = maybe;
}

/*
 * Two parties: the pair of their codes is enough.  Without it there must be the one
 * and the other, and one of them by a name that does not come with the code.  The
 * keys stand so that these three groups are each a run of them.
 */
static void
want_both(NewsQueryKeys *q, uint32_t node, const NewsPlanNode *event)
{
	bool		codes = event->actor.code.s && event->recipient.code.s;
	WantedParty actor = {&event->actor, event->type, ROLE_ACTOR, true, NEWS_NO_STR};
	WantedParty recipient = {&event->recipient, event->type, ROLE_RECIPIENT, true, NEWS_NO_STR};
	uint32_t	actor_names;
	uint32_t	pair;

	if (codes)
	{
		actor.but = news_code_key(event->actor.code);
		recipient.but = news_code_key(event->recipient.code);
	}
	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	want_code(q, &actor);
	actor_names = q->nkeys;
	want_names(q, &actor);
	pair = q->nkeys;
	if (codes)
	{
		want_pair(q, event->type, &event->actor, &event->recipient);
		news_query_group_begin(q, node, NEWS_TOPIC_PAIR);
		q->groups[q->ngroups - 1].first = actor_names;
		want_names(q, &recipient);
	}
	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	q->groups[q->ngroups - 1].first = pair;
	if (!codes)
		want_names(q, &recipient);
	want_code(q, &recipient);
	q->groups[q->ngroups - 1].end = q->nkeys;
}

bool
news_query_party_keys(NewsQueryKeys *q, uint32_t node, const NewsPlanNode *event)
{
	bool		has_actor = news_has_party_keys(&event->actor);
	bool		has_recipient = news_has_party_keys(&event->recipient);
	const NewsPlanName *one = has_actor ? &event->actor : &event->recipient;
	const NewsPlanName *other = has_actor ? &event->recipient : &event->actor;
	WantedParty wanted = {one, event->type, has_actor ? ROLE_ACTOR : ROLE_RECIPIENT, false, NEWS_NO_STR};

	if (has_actor && has_recipient)
	{
		want_both(q, node, event);
		return true;
	}
	if (has_actor || has_recipient)
	{
		news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
		want_code(q, &wanted);
		want_names(q, &wanted);
		return other->any;
	}
	return one->any && other->any;
}

/* Names: behind type and role stand kind and code. */
static bool
name_fits(const NewsQueryKey *wanted, NewsStr rest)
{
	uint32_t	kind_len = 1;
	NewsStr		code;

	if (rest.len == 0 || (!news_key_whole(rest.s[0]) && !wanted->words) ||
		!news_key_of_kind(rest, wanted->kind, wanted->kind_key))
		return false;
	if (rest.s[0] == 'X')
	{
		const char *nul = memchr(rest.s, '\0', rest.len);

		kind_len = nul ? (uint32_t) (nul - rest.s) + 1 : rest.len;
	}
	code = (NewsStr) {rest.s + kind_len, rest.len - kind_len};
	return wanted->but.s == NULL || !news_str_eq(code, wanted->but);
}

int
news_party_key_compare(const NewsQueryKey *wanted, NewsStr key)
{
	bool		names = wanted->range == NEWS_KEY_PARTY_NAMES;
	bool		recipient;
	NewsStr		type;
	NewsStr		rest;

	if (!news_key_starts_with(key, wanted->key))
		return 1;
	rest = (NewsStr) {key.s + wanted->key.len, key.len - wanted->key.len};
	if (!names || wanted->any_type)
	{
		if (!take_type(&rest, &recipient, &type))
			return -1;
		if (wanted->range == NEWS_KEY_PAIRS)
			return !wanted->mutual || news_event_mutual(type) ? 0 : -1;
		if (recipient != wanted->recipient && !news_event_mutual(type))
			return -1;
	}
	return !names || name_fits(wanted, rest) ? 0 : -1;
}
