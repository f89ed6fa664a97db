/*
 * partykeys.c
 *	  Keys of the parties to events.
 *
 * A party has a key of its name, of a person the family name, and of its code.  Each
 * holds type and role, so that one of them answers an event term with one party.  Two
 * parties that stand in one article need not be those of one event; so two codes have
 * a key together, and so have the names of two persons: articles that have the one and the
 * other, but not together, need not be looked at.
 *
 * A name that the lexicon does not know, one of a great many, is looked for among the
 * names of the article alone; in which event it stands is known when that is read.
 *
 * Of a place or a body whose name is its code's own one key is both: that of the code,
 * with the kind behind the role.
 *
 * Type and role are a byte, the number of the type times two and the role; of a type
 * without a number (0) its name and NUL follow.
 */
#include "query/keylayout.h"

#include "names/names.h"
#include "vector/layout.h"

/* The kind of a whole family name, as news_key_kind has it. */
#define PERSON			'P'

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
	bool		known;			/* all keys of it are stored */
} Party;

/* A name, or a part of one, where it is not looked for among the names of the article. */
static void
add_name(NewsKeyList *list, const Party *p, NewsStr words, NewsNameForm form)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];
	NewsKeyBuilder b;

	if (!p->known && list->use == NEWS_KEYS_OF_INDEX && !news_name_known(list->arena, words))
		return;
	begin_key(&b, 'b', words, p->type, p->role);
	news_key_add(&b, (NewsStr) {kind_key, news_key_kind(p->party->kind, p->party->kind_name, form, kind_key)});
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
	if (!news_str_eq(news_name_last_word(words), news_name_last_word(family)))
		add_name(list, p, news_name_last_word(words), NEWS_FORM_WORD);
}

static void
add_code(NewsKeyList *list, const Party *p, NewsStr kind_key)
{
	NewsKeyBuilder b;

	begin_key(&b, 'k', news_code_key(p->party->code), p->type, p->role);
	news_key_add(&b, kind_key);
	news_key_list_add(list, &b);
}

/* Adds the key of a name that is its code's own, with the code; returns whether it is. */
static bool
add_own_code(NewsKeyList *list, const Party *p, NewsStr words)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];

	if (p->party->code.s == NULL || !news_key_kind_is_coded(p->party->kind) ||
		!news_str_eq(news_name_own_code(list->arena, words), p->party->code))
		return false;
	add_code(list, p, (NewsStr) {kind_key, news_key_kind(p->party->kind, NEWS_NO_STR, NEWS_FORM_WHOLE, kind_key)});
	return true;
}

static void
add_party(NewsKeyList *list, const NewsVectorParty *party, NewsStr type, int role)
{
	Party		p = {party, type, role, false};
	char		key[NEWS_NAME_KEY_MAX];
	NewsStr		words = {key, 0};

	if (party->name.s == NULL)
		return;
	words.len = news_name_fold(party->name, key, NULL, NULL);
	if (add_own_code(list, &p, words))
		return;
	p.known = !party->listed || !news_key_kind_is_usual(party->kind) || news_name_known(list->arena, words);
	if (party->kind == NEWS_PERSON)
		add_person(list, &p, words);
	else
		add_name(list, &p, words, NEWS_FORM_WHOLE);
	if (party->code.s)
		add_code(list, &p, NEWS_NO_STR);
}

static int
compare(NewsStr a, NewsStr b)
{
	int			c = memcmp(a.s, b.s, a.len < b.len ? a.len : b.len);

	return c ? c : (a.len > b.len) - (a.len < b.len);
}

/* Two codes, or names of persons; type NULL: what the keys of all types begin with. */
static void
begin_pair(NewsKeyBuilder *b, char space, NewsStr actor, NewsStr recipient, NewsStr type)
{
	bool		swap = type.s && news_event_mutual(type) && compare(actor, recipient) > 0;

	news_key_begin(b, space);
	news_key_add(b, swap ? recipient : actor);
	news_key_byte(b, '\0');
	news_key_add(b, swap ? actor : recipient);
	news_key_byte(b, '\0');
	if (type.s)
		add_type(b, type, ROLE_ACTOR);
}

/* The family name of a person that is a party, of its key; s NULL where the key is another. */
static NewsStr
person_of(NewsStr key)
{
	const char *nul = key.s[0] == 'b' && key.s[key.len - 1] == PERSON ? memchr(key.s, '\0', key.len) : NULL;

	return nul ? (NewsStr) {key.s + 1, (uint32_t) (nul - key.s) - 1} : NEWS_NO_STR;
}

/* Two persons, one by the keys from actors on, and the other by those from recipients on. */
static void
add_persons(NewsKeyList *list, uint32_t actors, uint32_t recipients, NewsStr type)
{
	uint32_t	end = list->n;
	NewsKeyBuilder b;

	for (uint32_t i = actors; i < recipients; i++)
		for (uint32_t j = recipients; j < end; j++)
		{
			NewsStr		actor = person_of(list->keys[i]);
			NewsStr		recipient = person_of(list->keys[j]);

			if (actor.s == NULL || recipient.s == NULL)
				continue;
			begin_pair(&b, 'q', actor, recipient, type);
			news_key_list_add(list, &b);
		}
}

void
news_add_party_keys(NewsKeyList *list, const NewsVectorEvent *e)
{
	NewsKeyBuilder b;
	uint32_t	actors = list->n;
	uint32_t	recipients;

	add_party(list, &e->actor, e->type, ROLE_ACTOR);
	recipients = list->n;
	add_party(list, &e->recipient, e->type, ROLE_RECIPIENT);
	add_persons(list, actors, recipients, e->type);
	if (e->actor.code.s == NULL || e->recipient.code.s == NULL)
		return;
	begin_pair(&b, 'p', news_code_key(e->actor.code), news_code_key(e->recipient.code), e->type);
	news_key_list_add(list, &b);
}

/* ---- Of a query ---- */

/* Which of its keys: those of persons by their family names (typed events alone ask for such), or the others? */
typedef enum WantedKeys
{
	KEYS_ALL, KEYS_PERSONS, KEYS_OTHERS
} WantedKeys;

/* A party that an event term asks for. */
typedef struct WantedParty
{
	const NewsPlanName *name;
	NewsStr		type;
	int			role;
	bool		maybe;			/* its keys do not say all */
	WantedKeys	keys;
} WantedParty;

/* What the names of parties begin with: of any type the name, of one the name with it; of any kind, or of one. */
static NewsQueryKey *
want_range(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key)
{
	NewsKeyBuilder b;
	NewsQueryKey *key;

	begin_key(&b, 'b', words, w->type, w->role);
	key = news_query_key_add(q, &b, NEWS_KEY_PARTY_NAMES);
	key->kind = kind;
	key->kind_key = kind_key;
	key->any_type = w->type.s == NULL;
	key->recipient = w->role == ROLE_RECIPIENT;
	key->maybe = w->maybe;
	return key;
}

/* The key of a name of one kind in an event of one type. */
static void
want_form(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key, NewsNameForm form)
{
	char		letters[NEWS_NAME_KEY_MAX + 2];
	WantedKeys	other = kind == NEWS_PERSON && form == NEWS_FORM_WHOLE ? KEYS_OTHERS : KEYS_PERSONS;
	NewsKeyBuilder b;

	if (w->keys == other)
		return;
	begin_key(&b, 'b', words, w->type, w->role);
	news_key_add(&b, (NewsStr) {letters, news_key_kind(kind, kind_key, form, letters)});
	news_query_key_add(q, &b, NEWS_KEY_EXACT)->maybe = w->maybe;
}

/*
 * A name of whatever kind: as of names (querykeys.c) by the keys of the likely kinds, and
 * for the others by a range.  One that the lexicon does not know is most likely a common
 * noun: other such names are looked for elsewhere.
 */
static void
want_any_kind(NewsQueryKeys *q, const WantedParty *w, NewsStr words)
{
	uint32_t	likely = news_kind_bit(NEWS_NO_KIND);

	if (news_name_known(q->plan->arena, words))
		likely = news_likely_kinds(q->plan->arena, words);
	for (int kind = NEWS_NO_KIND; kind < NEWS_OWN_KIND; kind++)
		if (likely & news_kind_bit(kind))
			want_form(q, w, words, kind, NEWS_NO_STR, NEWS_FORM_WHOLE);
	if (w->keys != KEYS_PERSONS)
		want_range(q, w, words, NEWS_ANY_KIND, NEWS_NO_STR)->asked = likely;
}

static void
want_words(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key)
{
	if (w->type.s == NULL)
		want_range(q, w, words, kind, kind_key);
	else if (kind == NEWS_ANY_KIND)
		want_any_kind(q, w, words);
	else
		want_form(q, w, words, kind, kind_key, NEWS_FORM_WHOLE);
}

/* The last word of a person's name, which the family name may be or end with, or not. */
static void
want_last_word(NewsQueryKeys *q, const WantedParty *w, NewsStr words)
{
	WantedParty maybe = *w;

	maybe.maybe = true;
	if (w->type.s == NULL)
	{
		want_range(q, &maybe, words, NEWS_PERSON, NEWS_NO_STR)->words = true;
		return;
	}
	want_form(q, &maybe, words, NEWS_PERSON, NEWS_NO_STR, NEWS_FORM_WHOLE);
	want_form(q, &maybe, words, NEWS_PERSON, NEWS_NO_STR, NEWS_FORM_WORD);
}

/* A name that the lexicon does not know among those of the article: keys of parties have it where it is none of these. */
static void
want_among_names(NewsQueryKeys *q, NewsStr words, int kind)
{
	uint32_t	first = q->nkeys;

	if (news_name_known(q->plan->arena, words) || (kind != NEWS_ANY_KIND && !news_key_kind_is_usual(kind)))
		return;
	news_query_name_keys(q, words, kind, NEWS_NO_STR);
	for (uint32_t k = first; k < q->nkeys; k++)
		q->keys[k].maybe = true;
}

/* A code, and with a kind that of a name that is its own. */
static NewsQueryKey *
want_coded(NewsQueryKeys *q, const WantedParty *w, NewsStr code, NewsStr kind_key)
{
	NewsKeyBuilder b;
	NewsQueryKey *key;

	begin_key(&b, 'k', news_code_key(code), w->type, w->role);
	if (w->type.s)
		news_key_add(&b, kind_key);
	key = news_query_key_add(q, &b, w->type.s ? NEWS_KEY_EXACT : NEWS_KEY_PARTY_CODES);
	key->recipient = w->role == ROLE_RECIPIENT;
	key->maybe = w->maybe;
	return key;
}

/* A name that is a code's own, where the code is not asked for. */
static void
want_own_code(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind)
{
	NewsStr		code = news_name_own_code(q->plan->arena, words);
	char		kind_key[NEWS_NAME_KEY_MAX + 2];

	if (code.s == NULL || (w->name->code.s && news_code_eq(code, w->name->code)))
		return;
	for (int i = 0; i < NEWS_CODED_KINDS; i++)
		if (kind == NEWS_ANY_KIND || kind == (int) news_coded_kinds[i])
		{
			NewsQueryKey *key = want_coded(q, w, code, (NewsStr)
										   {kind_key, news_key_kind((int) news_coded_kinds[i], NEWS_NO_STR, NEWS_FORM_WHOLE, kind_key)});

			/* of any type: all that have the code */
			key->maybe |= w->type.s == NULL;
		}
}

/* A name: of persons the full name is known when the article is read. */
static void
want_name(NewsQueryKeys *q, const WantedParty *w, NewsStr words, int kind, NewsStr kind_key)
{
	NewsStr		last = news_name_last_word(words);

	want_words(q, w, words, kind, kind_key);
	if (w->keys != KEYS_PERSONS)
	{
		want_among_names(q, words, kind);
		want_own_code(q, w, words, kind);
	}
	if (last.len == words.len || (kind != NEWS_ANY_KIND && kind != NEWS_PERSON))
		return;
	want_last_word(q, w, last);
}

static void
want_names(NewsQueryKeys *q, WantedParty *w, WantedKeys keys)
{
	w->keys = keys;
	want_name(q, w, w->name->key, w->name->kind, w->name->kind_key);
	for (uint32_t i = 0; i < w->name->nreadings; i++)
		want_name(q, w, w->name->readings[i].key, w->name->readings[i].kind, NEWS_NO_STR);
}

/* A code, of whatever name; that of one kind alone is known when the article is read. */
static void
want_code(NewsQueryKeys *q, const WantedParty *w)
{
	bool		maybe = w->name->kind != NEWS_ANY_KIND;
	char		kind_key[NEWS_NAME_KEY_MAX + 2];

	if (w->name->code.s == NULL)
		return;
	want_coded(q, w, w->name->code, NEWS_NO_STR)->maybe |= maybe;
	for (int i = 0; w->type.s && i < NEWS_CODED_KINDS; i++)
		if (!maybe || w->name->kind == (int) news_coded_kinds[i])
			want_coded(q, w, w->name->code, (NewsStr)
					   {kind_key, news_key_kind((int) news_coded_kinds[i], NEWS_NO_STR, NEWS_FORM_WHOLE, kind_key)})->maybe |= maybe;
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

	begin_pair(&key, 'p', a, b, type);
	news_query_key_add(q, &key, type.s ? NEWS_KEY_EXACT : NEWS_KEY_PAIRS)->maybe = maybe;
	if (type.s || news_str_eq(a, b))
		return;
	begin_pair(&key, 'p', b, a, type);
	added = news_query_key_add(q, &key, NEWS_KEY_PAIRS);
	added->mutual = true;
	added->maybe = maybe;
}

/* More pairs of family names than this are not looked for: a party has few readings. */
#define MAX_PERSON_PAIRS	16

/* The keys of a party that are family names of persons: none where the event is of any type. */
static const NewsQueryKeys *
persons_of(const NewsQueryKeys *q, WantedParty wanted)
{
	NewsQueryKeys *persons = NEWS_NEW0(q->plan->arena, NewsQueryKeys, 1);

	wanted.maybe = false;
	persons->plan = q->plan;
	news_query_group_begin(persons, 0, NEWS_TOPIC_PARTY);
	if (wanted.type.s)
		want_names(persons, &wanted, KEYS_PERSONS);
	return persons;
}

/*
 * Perhaps two persons: each family name of the one with each of the other.  Without such a
 * pair there must be the one and the other, and one of them by what is no family name.
 * The keys stand so that these three groups are each a run of them.
 */
static void
want_persons(NewsQueryKeys *q, uint32_t node, WantedParty *actor, WantedParty *recipient, const NewsQueryKeys *actors, const NewsQueryKeys *recipients)
{
	NewsKeyBuilder key;
	uint32_t	others;
	uint32_t	pairs;

	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	want_names(q, actor, KEYS_PERSONS);
	others = q->nkeys;
	want_code(q, actor);
	want_names(q, actor, KEYS_OTHERS);
	pairs = q->nkeys;
	for (uint32_t i = 0; i < actors->nkeys; i++)
		for (uint32_t j = 0; j < recipients->nkeys; j++)
		{
			begin_pair(&key, 'q', person_of(actors->keys[i].key), person_of(recipients->keys[j].key), actor->type);
			news_query_key_add(q, &key, NEWS_KEY_EXACT)->maybe = actors->keys[i].maybe || recipients->keys[j].maybe;
		}
	news_query_group_begin(q, node, NEWS_TOPIC_PAIR);
	q->groups[q->ngroups - 1].first = others;
	want_names(q, recipient, KEYS_OTHERS);
	want_code(q, recipient);
	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	q->groups[q->ngroups - 1].first = pairs;
	want_names(q, recipient, KEYS_PERSONS);
}

/*
 * Other parties: the pair of their codes is enough.  Without it there must be the one and
 * the other, and one of them by its name: runs of keys again.
 */
static void
want_codes(NewsQueryKeys *q, uint32_t node, WantedParty *actor, WantedParty *recipient)
{
	bool		codes = actor->name->code.s && recipient->name->code.s;
	uint32_t	actor_names;
	uint32_t	pair;

	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	want_code(q, actor);
	actor_names = q->nkeys;
	want_names(q, actor, KEYS_ALL);
	pair = q->nkeys;
	if (codes)
	{
		want_pair(q, actor->type, actor->name, recipient->name);
		news_query_group_begin(q, node, NEWS_TOPIC_PAIR);
		q->groups[q->ngroups - 1].first = actor_names;
		want_names(q, recipient, KEYS_ALL);
	}
	news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
	q->groups[q->ngroups - 1].first = pair;
	if (!codes)
		want_names(q, recipient, KEYS_ALL);
	want_code(q, recipient);
	q->groups[q->ngroups - 1].end = q->nkeys;
}

static void
want_both(NewsQueryKeys *q, uint32_t node, const NewsPlanNode *event)
{
	WantedParty actor = {&event->actor, event->type, ROLE_ACTOR, true, KEYS_ALL};
	WantedParty recipient = {&event->recipient, event->type, ROLE_RECIPIENT, true, KEYS_ALL};
	const NewsQueryKeys *actors = persons_of(q, actor);
	const NewsQueryKeys *recipients = persons_of(q, recipient);
	uint32_t	pairs = actors->nkeys * recipients->nkeys;

	if (pairs > 0 && pairs <= MAX_PERSON_PAIRS)
		want_persons(q, node, &actor, &recipient, actors, recipients);
	else
		want_codes(q, node, &actor, &recipient);
}

bool
news_query_party_keys(NewsQueryKeys *q, uint32_t node, const NewsPlanNode *event)
{
	bool		has_actor = news_has_party_keys(&event->actor);
	bool		has_recipient = news_has_party_keys(&event->recipient);
	const NewsPlanName *one = has_actor ? &event->actor : &event->recipient;
	const NewsPlanName *other = has_actor ? &event->recipient : &event->actor;
	WantedParty wanted = {one, event->type, has_actor ? ROLE_ACTOR : ROLE_RECIPIENT, false, KEYS_ALL};

	if (has_actor && has_recipient)
	{
		want_both(q, node, event);
		return true;
	}
	if (has_actor || has_recipient)
	{
		news_query_group_begin(q, node, NEWS_TOPIC_PARTY);
		want_code(q, &wanted);
		want_names(q, &wanted, KEYS_ALL);
		return other->any;
	}
	return one->any && other->any;
}

/* Names: behind type and role stands the kind. */
static bool
name_fits(const NewsQueryKey *wanted, NewsStr kind)
{
	if (kind.len == 0 || (!news_key_whole(kind.s[0]) && !wanted->words))
		return false;
	if (wanted->any_type)
		return news_key_of_kind(kind, wanted->kind, wanted->kind_key);
	return !news_key_of_kinds(kind, wanted->asked);
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
