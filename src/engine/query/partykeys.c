/*
 * partykeys.c
 *	  Keys of the parties to events: those of an article (querypartykeys.c has what a query
 *	  asks for).
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

static void
add_type(NewsKeyBuilder *b, NewsStr type, int role)
{
	int			number = news_index_of(type, news_vector_types, news_vector_ntypes) + 1;

	if (news_event_mutual(type))
		role = NEWS_ROLE_ACTOR;
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
	*recipient = rest->s[0] & NEWS_ROLE_RECIPIENT;
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

void
news_party_key_begin(NewsKeyBuilder *b, char space, NewsStr words, NewsStr type, int role)
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
	news_party_key_begin(&b, 'b', words, p->type, p->role);
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

	news_party_key_begin(&b, 'k', news_code_key(p->party->code), p->type, p->role);
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

void
news_party_pair_begin(NewsKeyBuilder *b, char space, NewsStr actor, NewsStr recipient, NewsStr type)
{
	bool		swap = type.s && news_event_mutual(type) && compare(actor, recipient) > 0;

	news_key_begin(b, space);
	news_key_add(b, swap ? recipient : actor);
	news_key_byte(b, '\0');
	news_key_add(b, swap ? actor : recipient);
	news_key_byte(b, '\0');
	if (type.s)
		add_type(b, type, NEWS_ROLE_ACTOR);
}

NewsStr
news_party_key_person(NewsStr key)
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
			NewsStr		actor = news_party_key_person(list->keys[i]);
			NewsStr		recipient = news_party_key_person(list->keys[j]);

			if (actor.s == NULL || recipient.s == NULL)
				continue;
			news_party_pair_begin(&b, 'q', actor, recipient, type);
			news_key_list_add(list, &b);
		}
}

void
news_add_party_keys(NewsKeyList *list, const NewsVectorEvent *e)
{
	NewsKeyBuilder b;
	uint32_t	actors = list->n;
	uint32_t	recipients;

	add_party(list, &e->actor, e->type, NEWS_ROLE_ACTOR);
	recipients = list->n;
	add_party(list, &e->recipient, e->type, NEWS_ROLE_RECIPIENT);
	add_persons(list, actors, recipients, e->type);
	if (e->actor.code.s == NULL || e->recipient.code.s == NULL)
		return;
	news_party_pair_begin(&b, 'p', news_code_key(e->actor.code), news_code_key(e->recipient.code), e->type);
	news_key_list_add(list, &b);
}

/* ---- Ranges ---- */

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
