/*
 * linktable.c
 *	  The table of coreference: who may be called what in this article.
 */
#include "names/linker.h"

/* People of one family name that are told apart in one article. */
#define MAX_BEARERS 8

static uint64_t
key_of(NewsLinkTable table, uint64_t value)
{
	uint64_t	key = (value ^ (value >> 31)) * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t) table * UINT64_C(0xD6E8FEB86659FD93);

	key ^= key >> 29;
	return key + (key == 0);
}

static NewsLinkSlot *
probe(const NewsLinker *l, uint64_t key)
{
	uint64_t	i = key & l->mask;

	while (l->slots[i].key && l->slots[i].key != key)
		i = (i + 1) & l->mask;
	return &l->slots[i];
}

static void
make_slots(NewsLinker *l, uint64_t n)
{
	NewsLinkSlot *old = l->slots;
	uint64_t	nold = old ? l->mask + 1 : 0;

	l->slots = NEWS_NEW0(l->doc->arena, NewsLinkSlot, n);
	l->mask = n - 1;
	for (uint64_t i = 0; i < nold; i++)
	{
		news_link_poll(l, (uint32_t) i);
		if (old[i].key)
			*probe(l, old[i].key) = old[i];
	}
}

void
news_link_open(NewsLinker *l)
{
	make_slots(l, 256);
}

NewsLinkSlot *
news_link_probe(const NewsLinker *l, NewsLinkTable table, uint64_t value)
{
	return probe(l, key_of(table, value));
}

NewsLinkSlot *
news_link_slot(NewsLinker *l, NewsLinkTable table, uint64_t value)
{
	uint64_t	key = key_of(table, value);
	NewsLinkSlot *slot = probe(l, key);

	if (slot->key)
		return slot;
	if (++l->nslots * 2 > l->mask)
	{
		make_slots(l, (l->mask + 1) * 2);
		slot = probe(l, key);
	}
	*slot = (NewsLinkSlot) {key, NEWS_LINK_NOTHING};
	return slot;
}

/* The first bearer of a word, index + 1; 0 for none. */
static uint32_t
first_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash)
{
	const NewsLinkSlot *slot = news_link_probe(l, table, hash);

	return slot->key && slot->value != NEWS_LINK_NOTHING ? slot->value : 0;
}

void
news_link_add_bearer(NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t entity, uint32_t first)
{
	NewsLinkSlot *slot = news_link_slot(l, table, hash);
	uint32_t	n = 0;

	for (uint32_t b = slot->value == NEWS_LINK_NOTHING ? 0 : slot->value; b; b = l->bearers[b - 1].next, n++)
		if (l->bearers[b - 1].entity == entity)
		{
			l->bearers[b - 1].count++;
			return;
		}
	if (n >= MAX_BEARERS)
		return;
	l->bearers = news_grow(l->doc->arena, l->bearers, l->nbearers, &l->bearers_room, sizeof(NewsBearer));
	l->bearers[l->nbearers] = (NewsBearer) {entity, first, 1, slot->value == NEWS_LINK_NOTHING ? 0 : slot->value};
	slot->value = ++l->nbearers;
}

NewsBearer *
news_link_find_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t entity)
{
	for (uint32_t b = first_bearer(l, table, hash); b; b = l->bearers[b - 1].next)
		if (l->bearers[b - 1].entity == entity)
			return &l->bearers[b - 1];
	return NULL;
}

/* Is a bearer likelier than another for a word at a token? */
static bool
is_likelier(const NewsBearer *a, const NewsBearer *b, uint32_t at)
{
	/* nobody is called by a family name alone before the article has named him, where it has named another */
	if ((a->first <= at) != (b->first <= at))
		return a->first <= at;
	return a->count > b->count || (a->count == b->count && b->first > at);
}

static bool
fits_sex(const NewsLinker *l, uint32_t entity, NewsSex sex)
{
	NewsSex		own = sex == NEWS_SEX_UNKNOWN ? sex : news_link_sex_of(l, entity);

	return own == NEWS_SEX_UNKNOWN || own == sex;
}

int32_t
news_link_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t at)
{
	const NewsBearer *best = NULL;
	NewsSex		sex = table == BY_FAMILY ? news_link_sex_before(l, at) : NEWS_SEX_UNKNOWN;

	for (uint32_t b = first_bearer(l, table, hash); b; b = l->bearers[b - 1].next)
	{
		const NewsBearer *other = &l->bearers[b - 1];

		if (other->entity != NEWS_LINK_NOTHING && fits_sex(l, other->entity, sex) && (!best || is_likelier(other, best, at)))
			best = other;
	}
	return best ? (int32_t) best->entity : -1;
}

int32_t
news_link_only_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash)
{
	int32_t		found = -1;

	for (uint32_t b = first_bearer(l, table, hash); b; b = l->bearers[b - 1].next)
	{
		const NewsBearer *other = &l->bearers[b - 1];

		if (other->entity == NEWS_LINK_NOTHING)
			continue;
		if (found >= 0 && other->entity != (uint32_t) found)
			return -1;
		found = (int32_t) other->entity;
	}
	return found;
}

uint64_t
news_link_add_hash(uint64_t key, uint32_t hash)
{
	return (key ^ hash) * UINT64_C(0x100000001B3) + (key >> 32);
}

uint64_t
news_link_words_key(const NewsLinker *l, uint32_t first, uint32_t end, NewsKind kind)
{
	uint64_t	key = (uint64_t) kind + 1;

	for (uint32_t i = first; i < end; i++)
		/* "New People's Party" is the New People Party, too */
		if (news_link_token(l, i)->kind != NEWS_PUNCT && !(news_link_token(l, i)->flags & NEWS_TOK_CLITIC))
			key = news_link_add_hash(key, news_link_token(l, i)->hash);
	return key;
}

uint32_t
news_link_last_word(const NewsLinker *l, const NewsSpan *s)
{
	uint32_t	i = s->end - 1;

	while (i > s->first && (news_link_flags(l, i) & NEWS_W_NAME_SUFFIX))
		i--;
	return i;
}
