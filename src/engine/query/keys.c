/*
 * keys.c
 *	  Keys of stored articles.
 */
#include "query/keylayout.h"

#include "names/names.h"

typedef struct KeyList
{
	NewsArena  *arena;
	NewsStr    *keys;
	uint32_t	n;
	uint32_t	room;
} KeyList;

static void
add(KeyList *list, const NewsKeyBuilder *b)
{
	list->keys = news_grow(list->arena, list->keys, list->n, &list->room, sizeof(*list->keys));
	list->keys[list->n++] = (NewsStr) {news_strndup(list->arena, b->bytes, b->len), b->len};
}

/* The key of a name, or of an end of it. */
static void
add_name(KeyList *list, NewsStr words, NewsStr kind, char form)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, kind, form);
	add(list, &b);
}

/* All keys under which a name is found. */
static void
add_names(KeyList *list, int kind, NewsStr name, NewsStr kind_key)
{
	char		key[NEWS_NAME_KEY_MAX];
	char		family[NEWS_NAME_KEY_MAX];
	uint8_t		starts[NEWS_NAME_STARTS];
	uint32_t	nstarts;
	NewsStr		words = {key, news_name_fold(name, key, starts, &nstarts)};
	NewsStr		last = NEWS_NO_STR;

	if (kind == NEWS_PERSON)
		last = (NewsStr) {family, news_name_fold(news_name_family(name), family, NULL, NULL)};
	add_name(list, words, kind_key, '=');
	for (uint32_t i = 0; i < last.len; i++)
	{
		NewsStr		end = {last.s + i, last.len - i};

		if ((i == 0 || last.s[i - 1] == ' ') && !news_str_eq(end, words))
			add_name(list, end, kind_key, '=');
	}
	for (uint32_t i = 0; i < nstarts; i++)
	{
		NewsStr		end = {key + starts[i], words.len - starts[i]};

		if (starts[i] > 0 && !(last.s && news_name_ends_with(last, end)) && news_name_start_counts(words, starts[i]))
			add_name(list, end, kind_key, '~');
	}
}

static void
add_entity(KeyList *list, const NewsVectorEntity *e)
{
	char		kind[NEWS_NAME_KEY_MAX + 2];
	NewsStr		kind_key = {kind, news_key_kind(e->kind, e->kind_name, kind)};
	NewsKeyBuilder b;

	add_names(list, e->kind, e->name, kind_key);
	if (e->code.s == NULL)
		return;
	news_key_begin(&b, 'c');
	news_key_add(&b, news_code_key(e->code));
	add(list, &b);
}

/* A party is found by its code, its name, and a person's family name, which need not end the name. */
static void
add_party(KeyList *list, NewsStr type, const NewsVectorParty *party, NewsPartyRole role)
{
	char		key[NEWS_NAME_KEY_MAX];
	NewsStr		words = {key, 0};
	NewsKeyBuilder b;

	if (party->name.s == NULL)
		return;
	if (party->code.s)
	{
		news_key_party(&b, news_code_key(party->code), type, role);
		add(list, &b);
	}
	words.len = news_name_fold(party->name, key, NULL, NULL);
	news_key_party(&b, words, type, role);
	add(list, &b);
	if (party->kind != NEWS_PERSON)
		return;
	words.len = news_name_fold(news_name_family(party->name), key, NULL, NULL);
	news_key_party(&b, words, type, role);
	add(list, &b);
}

static void
add_days(KeyList *list, char space, NewsDays days)
{
	NewsKeyBuilder b;

	if (days.from == NEWS_NO_DAY)
		return;
	news_key_days(&b, space, days);
	add(list, &b);
}

static void
add_event(KeyList *list, const NewsVectorEvent *e)
{
	NewsKeyBuilder b;

	news_key_event(&b, e->type, (int) e->status);
	add(list, &b);
	add_party(list, e->type, &e->actor, NEWS_ROLE_ACTOR);
	add_party(list, e->type, &e->recipient, NEWS_ROLE_RECIPIENT);
	add_days(list, 'x', e->during);
}

NewsStr *
news_vector_keys(NewsArena *arena, NewsStr image, uint32_t *n)
{
	KeyList		list = {.arena = arena};
	NewsVectorReader r;
	NewsVectorEntity *entities;
	NewsVectorEvent event = {0};

	*n = 0;
	if (!news_vector_open(image, &r))
		return NULL;
	entities = NEWS_NEW(arena, NewsVectorEntity, r.nentities);
	for (uint32_t i = 0; i < r.nentities; i++)
	{
		if (!news_vector_next_entity(&r, &entities[i]))
			return NULL;
		add_entity(&list, &entities[i]);
	}
	for (uint32_t i = 0; i < r.ndates; i++)
	{
		NewsVectorDate d;

		if (!news_vector_next_date(&r, &d))
			return NULL;
		add_days(&list, 'd', d.during);
	}
	for (uint32_t i = 0; i < r.nevents; i++)
	{
		if (!news_vector_next_event(&r, entities, &event))
			return NULL;
		add_event(&list, &event);
	}
	*n = list.n;
	return list.keys;
}
