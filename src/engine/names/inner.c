/*
 * inner.c
 *	  Names inside of names: a place in that of a body ("University of Oslo"), of an
 *	  event it lies at ("Oslo Book Fair") or of a building, where the article names
 *	  the place by itself, too; and the body that an event, a product or a work
 *	  begins with ("FIFA World Cup").
 *
 * A place brings the article no entity that it has not: "University of Oslo"
 * alone is no word about Oslo.
 */
#include "names/inner.h"

#include "names/lexicon.h"

typedef struct InnerSlot
{
	const char *name;			/* of the lexicon's pool; NULL in an empty slot */
	NewsKind	kind;
	uint32_t	entity;			/* of the document */
} InnerSlot;

typedef struct Inner
{
	NewsDoc    *doc;
	InnerSlot  *slots;			/* the document's entities that are the lexicon's: open addressing */
	uint32_t	mask;
	uint32_t	entities_room;
	uint32_t	room;
} Inner;

/* ---- The document's entities by the lexicon's ---- */

static InnerSlot *
slot_of(const Inner *x, const char *name, NewsKind kind)
{
	uint32_t	i = (uint32_t) ((((uintptr_t) name + kind) * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & x->mask;

	while (x->slots[i].name && (x->slots[i].name != name || x->slots[i].kind != kind))
		i = (i + 1) & x->mask;
	return &x->slots[i];
}

static void
open_slots(Inner *x)
{
	NewsDoc    *doc = x->doc;

	/* as many bodies may come as there are mentions */
	x->mask = 15;
	while (x->mask < (doc->nentities + doc->nmentions) * 2)
		x->mask = x->mask * 2 + 1;
	x->slots = NEWS_NEW0(doc->arena, InnerSlot, x->mask + 1);
	for (uint32_t i = 0; i < doc->nentities; i++)
	{
		news_poll_each(doc->arena, i);
		*slot_of(x, doc->entities[i].name.s, doc->entities[i].kind) = (InnerSlot) {doc->entities[i].name.s, doc->entities[i].kind, i};
	}
}

/* The document's entity for one of the lexicon, which it gets when it lacks it and add is set; -1 for none. */
static int32_t
entity_of(Inner *x, uint32_t lexicon_entity, bool add)
{
	NewsDoc    *doc = x->doc;
	NewsStr		name = news_lexicon_name(lexicon_entity);
	NewsKind	kind = (NewsKind) news_lexicon.ent_kind[lexicon_entity];
	InnerSlot  *slot = slot_of(x, name.s, kind);

	if (slot->name)
		return (int32_t) slot->entity;
	if (!add)
		return -1;
	*slot = (InnerSlot) {name.s, kind, doc->nentities};
	doc->entities = news_grow(doc->arena, doc->entities, doc->nentities, &x->entities_room, sizeof(NewsEntity));
	doc->entities[doc->nentities] = (NewsEntity) {kind, news_str(news_kind_names[kind]), name, news_lexicon_code(lexicon_entity)};
	return (int32_t) doc->nentities++;
}

/* ---- Names inside of names ---- */

/* The document's entity, of this kind, that these words name; -1 for none. */
static int32_t
named(Inner *x, uint32_t first, const NewsLexMatch *match, NewsKind kind)
{
	for (uint32_t r = match->first; r < match->first + match->n; r++)
	{
		uint32_t	reading = news_lexicon.readings[r];
		uint32_t	entity = NEWS_READING_ENTITY(reading);
		bool		body = kind == NEWS_ORGANIZATION;

		if ((NewsKind) news_lexicon.ent_kind[entity] != kind || !news_lexicon_written(&x->doc->tokens, first, match->ntokens, r))
			continue;
		/* a body is new to the article: its name must be sure */
		if (!body || !(NEWS_READING_FLAGS(reading) & NEWS_READING_WEAK))
			return entity_of(x, entity, body);
	}
	return -1;
}

static void
add(Inner *x, uint32_t mention, uint32_t first, uint32_t end, int32_t entity)
{
	NewsDoc    *doc = x->doc;
	NewsInner	inner = {.mention = doc->mentions[mention], .outer = mention};

	inner.mention.first = first;
	inner.mention.end = end;
	inner.mention.entity = (uint32_t) entity;
	inner.mention.role_first = inner.mention.role_end = 0;
	doc->inner = news_grow(doc->arena, doc->inner, doc->ninner, &x->room, sizeof(NewsInner));
	doc->inner[doc->ninner++] = inner;
}

/* May a name of this kind have a place inside at any word, not at its beginning alone? */
static bool
has_places_anywhere(NewsKind kind)
{
	return kind == NEWS_ORGANIZATION || kind == NEWS_PLACE;
}

/* The places, or the body at its beginning, of one mention. */
static void
find_inside(Inner *x, uint32_t mention)
{
	const NewsMention *m = &x->doc->mentions[mention];
	NewsKind	kind = x->doc->entities[m->entity].kind;
	uint32_t	last = has_places_anywhere(kind) ? m->end : m->first + 1;

	for (uint32_t i = m->first; i < last;)
	{
		/* the whole name is not inside itself */
		NewsLexMatch match = news_lexicon_match(&x->doc->tokens, i, m->end - (i == m->first), false);
		int32_t		entity = match.ntokens ? named(x, i, &match, NEWS_PLACE) : -1;

		if (entity < 0 && match.ntokens && !has_places_anywhere(kind))
			entity = named(x, i, &match, NEWS_ORGANIZATION);
		if (entity >= 0 && (uint32_t) entity != m->entity)
			add(x, mention, i, i + match.ntokens, entity);
		i += entity >= 0 ? match.ntokens : 1;
	}
}

/* May a mention have names inside? */
static bool
may_have(const Inner *x, const NewsMention *m)
{
	NewsKind	kind = x->doc->entities[m->entity].kind;

	if (m->end - m->first < 2 || kind == NEWS_PERSON || kind == NEWS_GROUP || kind == NEWS_OWN_KIND)
		return false;
	/* the Gulf of Guinea is no mention of Guinea */
	return kind != NEWS_PLACE || news_lexicon_match(&x->doc->tokens, m->first, m->end, false).ntokens < m->end - m->first;
}

void
news_find_inner(NewsDoc *doc)
{
	Inner		x = {.doc = doc};

	open_slots(&x);
	/* news_grow makes the entities anew when the first is added */
	x.entities_room = doc->nentities;
	for (uint32_t i = 0; i < doc->nmentions; i++)
	{
		news_poll_each(doc->arena, i);
		if (may_have(&x, &doc->mentions[i]))
			find_inside(&x, i);
	}
}
