/*
 * keys.c
 *	  Keys of stored articles.
 */
#include "query/keylayout.h"

#include "names/names.h"

/* The key of a name, or of a part of it. */
static void
add_name(NewsKeyList *list, NewsStr words, const NewsVectorEntity *e, NewsNameForm form)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, e->kind, e->kind_name, form);
	news_key_list_add(list, &b);
}

static NewsStr
first_word(NewsStr words)
{
	const char *space = memchr(words.s, ' ', words.len);

	return (NewsStr) {words.s, space ? (uint32_t) (space - words.s) : words.len};
}

/* All keys under which a name is found. */
static void
add_names(NewsKeyList *list, const NewsVectorEntity *e)
{
	char		key[NEWS_NAME_KEY_MAX];
	char		family[NEWS_NAME_KEY_MAX];
	uint8_t		starts[NEWS_NAME_STARTS];
	uint32_t	nstarts;
	NewsStr		words = {key, news_name_fold(e->name, key, starts, &nstarts)};
	NewsStr		last = NEWS_NO_STR;

	if (e->kind == NEWS_PERSON)
		last = (NewsStr) {family, news_name_fold(news_name_family(e->name), family, NULL, NULL)};
	add_name(list, words, e, NEWS_FORM_WHOLE);
	for (uint32_t i = 0; i < last.len; i++)
	{
		NewsStr		end = {last.s + i, last.len - i};

		if ((i == 0 || last.s[i - 1] == ' ') && !news_str_eq(end, words))
			add_name(list, end, e, NEWS_FORM_WHOLE);
	}
	for (uint32_t i = 0; i < nstarts; i++)
	{
		NewsStr		end = {key + starts[i], words.len - starts[i]};

		if (starts[i] > 0 && !(last.s && news_name_ends_with(last, end)) && news_name_start_counts(words, starts[i]))
			add_name(list, first_word(end), e, NEWS_FORM_WORD);
	}
}

static void
add_entity(NewsKeyList *list, const NewsVectorEntity *e)
{
	NewsKeyBuilder b;

	add_names(list, e);
	if (e->code.s == NULL)
		return;
	news_key_begin(&b, 'c');
	news_key_add(&b, news_code_key(e->code));
	news_key_list_add(list, &b);
}

static void
add_event(NewsKeyList *list, const NewsVectorEvent *e)
{
	NewsKeyBuilder b;

	news_key_event(&b, e->type, (int) e->status);
	news_key_list_add(list, &b);
	news_add_party_keys(list, e);
	news_add_day_keys(list, 'x', e->during);
}

NewsStr *
news_vector_keys(NewsArena *arena, NewsStr image, uint32_t *n)
{
	NewsKeyList list = {.arena = arena};
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
		news_add_day_keys(&list, 'd', d.during);
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
