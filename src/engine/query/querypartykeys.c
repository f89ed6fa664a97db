/*
 * querypartykeys.c
 *	  Keys of the parties that a query asks for; partykeys.c has what they are.
 */
#include "query/keylayout.h"

#include "names/names.h"

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

	news_party_key_begin(&b, 'b', words, w->type, w->role);
	key = news_query_key_add(q, &b, NEWS_KEY_PARTY_NAMES);
	key->kind = kind;
	key->kind_key = kind_key;
	key->any_type = w->type.s == NULL;
	key->recipient = w->role == NEWS_ROLE_RECIPIENT;
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
	news_party_key_begin(&b, 'b', words, w->type, w->role);
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

	news_party_key_begin(&b, 'k', news_code_key(code), w->type, w->role);
	if (w->type.s)
		news_key_add(&b, kind_key);
	key = news_query_key_add(q, &b, w->type.s ? NEWS_KEY_EXACT : NEWS_KEY_PARTY_CODES);
	key->recipient = w->role == NEWS_ROLE_RECIPIENT;
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

	news_party_pair_begin(&key, 'p', a, b, type);
	news_query_key_add(q, &key, type.s ? NEWS_KEY_EXACT : NEWS_KEY_PAIRS)->maybe = maybe;
	if (type.s || news_str_eq(a, b))
		return;
	news_party_pair_begin(&key, 'p', b, a, type);
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
			news_party_pair_begin(&key, 'q', news_party_key_person(actors->keys[i].key), news_party_key_person(recipients->keys[j].key), actor->type);
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
	WantedParty actor = {&event->actor, event->type, NEWS_ROLE_ACTOR, true, KEYS_ALL};
	WantedParty recipient = {&event->recipient, event->type, NEWS_ROLE_RECIPIENT, true, KEYS_ALL};
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
	WantedParty wanted = {one, event->type, has_actor ? NEWS_ROLE_ACTOR : NEWS_ROLE_RECIPIENT, false, KEYS_ALL};

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
