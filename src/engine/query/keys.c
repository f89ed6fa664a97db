/*
 * keys.c
 *	  Keys of stored articles.
 */
#include "query/keylayout.h"

#include "names/names.h"

static void
add_code(NewsKeyList *list, NewsStr code)
{
	NewsKeyBuilder b;

	news_key_begin(&b, 'c');
	news_key_add(&b, news_code_key(code));
	news_key_list_add(list, &b);
}

/* A name of the article as it is put into keys. */
typedef struct Name
{
	const NewsVectorEntity *entity;
	int			kind;			/* of the entity, or NEWS_UNTOLD_KIND */
	NewsStr		words;
	NewsStr		family;			/* of a person; s NULL for others */
	uint8_t		starts[NEWS_NAME_STARTS];
	uint32_t	nstarts;
} Name;

/* The key of a name, or of a part of it. */
static void
add_name(NewsKeyList *list, const Name *name, NewsStr words, NewsNameForm form)
{
	NewsKeyBuilder b;

	news_key_name(&b, words, name->kind, name->entity->kind_name, form);
	news_key_list_add(list, &b);
}

/* Where in the words is this one of them that a prefix finds? */
static bool
is_start(const Name *name, NewsStr word)
{
	for (uint32_t i = 0; i < name->nstarts; i++)
		if (name->words.s + name->starts[i] == word.s)
			return true;
	return false;
}

/*
 * May it be looked for by its words?  Names that the lexicon does not know are many,
 * and each is rare: a person by the first word and the family name, whatever else by the
 * first word and its most telling one.  It must have keys of both.
 */
static bool
found_by_words(NewsArena *arena, const Name *name)
{
	NewsStr		telling;

	if (news_name_first_word(name->words).len == name->words.len)
		return false;
	if (name->kind == NEWS_PERSON)
		return !news_str_eq(name->family, name->words) &&
			news_name_has_word(name->words, news_name_last_word(name->family)) &&
			!news_name_known(arena, name->words);
	telling = news_name_telling_word(name->words);
	return name->kind == NEWS_UNTOLD_KIND && telling.len > 0 && is_start(name, telling);
}

/* The name as a whole, or where an index finds it by its words the first of them. */
static void
add_whole(NewsKeyList *list, const Name *name)
{
	const NewsVectorEntity *e = name->entity;
	bool		by_words = found_by_words(list->arena, name);
	NewsStr		own = NEWS_NO_STR;
	bool		coded;

	if (by_words)
		add_name(list, name, news_name_first_word(name->words), NEWS_FORM_WORD);
	else if (list->use == NEWS_KEYS_OF_INDEX && news_key_kind_is_coded(name->kind))
		own = news_name_own_code(list->arena, name->words);
	coded = own.s && e->code.s && news_str_eq(own, e->code);
	if (!by_words || list->use == NEWS_KEYS_OF_STATISTICS)
		add_name(list, name, name->words, own.s && !coded ? NEWS_FORM_UNCODED : NEWS_FORM_WHOLE);
	if (e->code.s && !coded)
		add_code(list, e->code);
}

/* All keys under which a name, and its code, are found. */
static void
add_names(NewsKeyList *list, const NewsVectorEntity *e)
{
	char		key[NEWS_NAME_KEY_MAX];
	char		family[NEWS_NAME_KEY_MAX];
	Name		name = {.entity = e, .kind = e->kind, .words = {key, 0}};

	name.words.len = news_name_fold(e->name, key, name.starts, &name.nstarts);
	if (e->kind == NEWS_PERSON)
		name.family = (NewsStr) {family, news_name_fold(news_name_family(e->name), family, NULL, NULL)};
	else if (!news_name_known(list->arena, name.words))
		name.kind = NEWS_UNTOLD_KIND;
	add_whole(list, &name);
	for (uint32_t i = 0; i < name.family.len; i++)
	{
		NewsStr		end = {name.family.s + i, name.family.len - i};

		if ((i == 0 || name.family.s[i - 1] == ' ') && !news_str_eq(end, name.words))
			add_name(list, &name, end, NEWS_FORM_WHOLE);
	}
	for (uint32_t i = 0; i < name.nstarts; i++)
	{
		NewsStr		end = {key + name.starts[i], name.words.len - name.starts[i]};

		if (name.starts[i] > 0 && !(name.family.s && news_name_ends_with(name.family, end)) &&
			news_name_start_counts(name.words, name.starts[i]))
			add_name(list, &name, news_name_first_word(end), NEWS_FORM_WORD);
	}
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
news_vector_keys(NewsArena *arena, NewsStr image, NewsKeyUse use, uint32_t *n)
{
	NewsKeyList list = {.arena = arena, .use = use};
	NewsVectorReader r;
	NewsVectorEntity *entities;
	NewsVectorEvent event = {0};

	*n = 0;
	if (!news_vector_open(image, &r))
		return NULL;
	entities = NEWS_NEW(arena, NewsVectorEntity, r.nentities);
	for (uint32_t i = 0; i < r.nentities; i++)
	{
		news_poll_each(arena, i);
		if (!news_vector_next_entity(&r, &entities[i]))
			return NULL;
		add_names(&list, &entities[i]);
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
		news_poll_each(arena, i);
		if (!news_vector_next_event(&r, entities, &event))
			return NULL;
		add_event(&list, &event);
	}
	*n = list.n;
	return list.keys;
}
