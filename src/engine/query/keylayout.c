/*
 * keylayout.c
 *	  How the bytes of a key are put together.
 */
#include "query/keylayout.h"

/* Behind the kind of a name that is a code's own, of something that has another code or none. */
#define UNCODED		'!'

const NewsKind news_usual_kinds[NEWS_USUAL_KINDS] = {NEWS_PERSON, NEWS_ORGANIZATION, NEWS_PLACE, NEWS_GROUP};
const NewsKind news_coded_kinds[NEWS_CODED_KINDS] = {NEWS_ORGANIZATION, NEWS_PLACE};

void
news_key_list_add(NewsKeyList *list, const NewsKeyBuilder *b)
{
	list->keys = news_grow(list->arena, list->keys, list->n, &list->room, sizeof(*list->keys));
	list->keys[list->n++] = (NewsStr) {news_strndup(list->arena, b->bytes, b->len), b->len};
}

void
news_query_group_begin(NewsQueryKeys *q, uint32_t node, NewsKeyTopic topic)
{
	q->groups = news_grow(q->plan->arena, q->groups, q->ngroups, &q->group_room, sizeof(*q->groups));
	q->groups[q->ngroups++] = (NewsKeyGroup) {node, topic, q->nkeys, q->nkeys};
}

NewsQueryKey *
news_query_key_add(NewsQueryKeys *q, const NewsKeyBuilder *b, NewsKeyRange range)
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

static char
kind_letter(int kind)
{
	static const char letters[] = "POLGEWD";

	switch (kind)
	{
		case NEWS_UNTOLD_KIND:
			return 'A';
		case NEWS_NO_KIND:
			return 'N';
		case NEWS_OWN_KIND:
			return 'X';
		default:
			return letters[kind];
	}
}

uint32_t
news_key_kind(int kind, NewsStr kind_name, NewsNameForm form, char *kind_key)
{
	char		letter = kind_letter(kind);
	uint32_t	len;

	kind_key[0] = form == NEWS_FORM_WORD ? (char) (letter - 'A' + 'a') : letter;
	if (kind != NEWS_OWN_KIND)
		return 1;
	len = news_name_fold(kind_name, kind_key + 1, NULL, NULL);
	kind_key[1 + len] = '\0';
	return len + 2;
}

void
news_key_name(NewsKeyBuilder *b, NewsStr words, int kind, NewsStr kind_name, NewsNameForm form)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];

	news_key_begin(b, 'n');
	news_key_add(b, words);
	news_key_byte(b, '\0');
	news_key_add(b, (NewsStr) {kind_key, news_key_kind(kind, kind_name, form, kind_key)});
	if (form == NEWS_FORM_UNCODED)
		news_key_byte(b, UNCODED);
}

bool
news_key_of_kind(NewsStr rest, int kind, NewsStr kind_name)
{
	char		kind_key[NEWS_NAME_KEY_MAX + 2];
	uint32_t	len;

	if (kind == NEWS_ANY_KIND)
		return true;
	if (rest.len == 0)
		return false;
	len = news_key_kind(kind, kind_name, news_key_whole(rest.s[0]) ? NEWS_FORM_WHOLE : NEWS_FORM_WORD, kind_key);
	return news_key_starts_with(rest, (NewsStr) {kind_key, len});
}

bool
news_key_is_untold(NewsStr rest)
{
	return rest.len == 1 && (rest.s[0] == 'A' || rest.s[0] == 'a');
}

bool
news_key_of_kinds(NewsStr rest, uint32_t kinds)
{
	for (int kind = NEWS_NO_KIND; kind < NEWS_OWN_KIND; kind++)
		if ((kinds & news_kind_bit(kind)) && rest.len == 1 && rest.s[0] == kind_letter(kind))
			return true;
	return false;
}
