/*
 * link.c
 *	  Coreference inside an article, and the entities that come of it.
 *
 * Full forms make entities; short ones (a family name, an acronym that the
 * article defines, a company without its "Corp") join the entity they shorten.
 * Everything goes through one hash table, so the time is linear.
 */
#include "names/link.h"

#include "names/dict.h"
#include "names/lexicon.h"

/* People of one family name that are told apart in one article. */
#define MAX_BEARERS 8

#define NOTHING UINT32_MAX

/* What a key of the table stands for. */
typedef enum Table
{
	BY_LEXICON, BY_DICT, BY_NAME, BY_FAMILY, BY_FIRST_NAME, BY_SHORT
} Table;

typedef struct Slot
{
	uint64_t	key;			/* 0 in an empty slot */
	uint32_t	value;
} Slot;

/* An entity by one of its words. */
typedef struct Bearer
{
	uint32_t	entity;
	uint32_t	first;			/* token of its first mention */
	uint32_t	count;			/* full mentions */
	uint32_t	next;			/* index + 1 */
} Bearer;

typedef struct Linker
{
	NewsDoc    *doc;
	const NewsTokens *tokens;
	const NewsSpans *spans;
	int32_t    *linked;			/* entity by span, -1 while open */
	Slot	   *slots;
	uint64_t	mask;
	uint64_t	nslots;			/* in use */
	Bearer	   *bearers;
	uint32_t	nbearers;
	uint32_t	bearers_room;
	uint32_t	entities_room;
} Linker;

/* ---- The table ---- */

static uint64_t
key_of(Table table, uint64_t value)
{
	uint64_t	key = (value ^ (value >> 31)) * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t) table * UINT64_C(0xD6E8FEB86659FD93);

	key ^= key >> 29;
	return key + (key == 0);
}

/* The slot of a key, or the empty one where it would stand. */
static Slot *
probe(const Linker *l, uint64_t key)
{
	uint64_t	i = key & l->mask;

	while (l->slots[i].key && l->slots[i].key != key)
		i = (i + 1) & l->mask;
	return &l->slots[i];
}

static void
make_slots(Linker *l, uint64_t n)
{
	Slot	   *old = l->slots;
	uint64_t	nold = old ? l->mask + 1 : 0;

	l->slots = NEWS_NEW0(l->doc->arena, Slot, n);
	l->mask = n - 1;
	for (uint64_t i = 0; i < nold; i++)
		if (old[i].key)
			*probe(l, old[i].key) = old[i];
}

/* The slot of a value, made when there is none: its value is then NOTHING.  Valid until the next call. */
static Slot *
slot_of(Linker *l, Table table, uint64_t value)
{
	uint64_t	key = key_of(table, value);
	Slot	   *slot = probe(l, key);

	if (slot->key)
		return slot;
	if (++l->nslots * 2 > l->mask)
	{
		make_slots(l, (l->mask + 1) * 2);
		slot = probe(l, key);
	}
	*slot = (Slot) {key, NOTHING};
	return slot;
}

/* Notes that a word stands for an entity. */
static void
add_bearer(Linker *l, Table table, uint32_t hash, uint32_t entity, uint32_t first)
{
	Slot	   *slot = slot_of(l, table, hash);
	uint32_t	n = 0;

	for (uint32_t b = slot->value == NOTHING ? 0 : slot->value; b; b = l->bearers[b - 1].next, n++)
		if (l->bearers[b - 1].entity == entity)
		{
			l->bearers[b - 1].count++;
			return;
		}
	if (n >= MAX_BEARERS)
		return;
	l->bearers = news_grow(l->doc->arena, l->bearers, l->nbearers, &l->bearers_room, sizeof(Bearer));
	l->bearers[l->nbearers] = (Bearer) {entity, first, 1, slot->value == NOTHING ? 0 : slot->value};
	slot->value = ++l->nbearers;
}

/*
 * The entity that a word stands for at this token: the one named in full most
 * often, as the article is about it; of equals the last one named before. -1 for none.
 */
static int32_t
find_bearer(Linker *l, Table table, uint32_t hash, uint32_t at)
{
	const Slot *slot = probe(l, key_of(table, hash));
	const Bearer *best = NULL;

	for (uint32_t b = slot->key ? slot->value : 0; b; b = l->bearers[b - 1].next)
	{
		const Bearer *other = &l->bearers[b - 1];

		if (!best || other->count > best->count || (other->count == best->count && best->first > at))
			best = other;
	}
	return best ? (int32_t) best->entity : -1;
}

/* ---- Entities ---- */

static uint32_t
new_entity(Linker *l, NewsKind kind, NewsStr kind_name, NewsStr name, NewsStr code)
{
	NewsDoc    *doc = l->doc;

	doc->entities = news_grow(doc->arena, doc->entities, doc->nentities, &l->entities_room, sizeof(NewsEntity));
	doc->entities[doc->nentities] = (NewsEntity) {kind, kind_name, name, code};
	return doc->nentities++;
}

static uint32_t
lexicon_entity(Linker *l, uint32_t entity)
{
	Slot	   *slot = slot_of(l, BY_LEXICON, entity);

	if (slot->value == NOTHING)
	{
		NewsKind	kind = (NewsKind) news_lexicon.ent_kind[entity];

		slot->value = new_entity(l, kind, news_str(news_kind_names[kind]), news_lexicon_name(entity),
								 news_lexicon_code(entity));
	}
	return slot->value;
}

static uint32_t
dict_entity(Linker *l, uint32_t entry)
{
	NewsDictRow row;
	NewsKind	kind = NEWS_OWN_KIND;
	Slot	   *slot;

	news_dict_row(l->doc->options->dict, entry, &row);
	slot = slot_of(l, BY_DICT, (uint64_t) news_hash(row.kind.s, row.kind.len) << 32 | news_hash(row.name.s, row.name.len));
	if (slot->value != NOTHING)
		return slot->value;
	for (int i = 0; news_kind_names[i]; i++)
		if (news_str_eq(news_str(news_kind_names[i]), row.kind))
			kind = (NewsKind) i;
	slot->value = new_entity(l, kind, row.kind, row.name, row.code);
	return slot->value;
}

static const NewsToken *
token(const Linker *l, uint32_t i)
{
	return &l->tokens->items[i];
}

static uint32_t
word_flags(const Linker *l, uint32_t i)
{
	return l->tokens->vocab->flags[token(l, i)->word];
}

/* ---- Keys of names ---- */

/* The last token of a person's name that is no "Jr.". */
static uint32_t
last_word(const Linker *l, const NewsSpan *s)
{
	uint32_t	i = s->end - 1;

	while (i > s->first && (word_flags(l, i) & NEWS_W_NAME_SUFFIX))
		i--;
	return i;
}

/* The hash of a first name, the same for all its spellings. */
static uint32_t
first_name_hash(const Linker *l, uint32_t i)
{
	NewsStr		usual = news_lexicon_variant(token(l, i)->word);

	return usual.s ? news_hash(usual.s, usual.len) : token(l, i)->hash;
}

/* A key over all words of a span, whatever their case. */
static uint64_t
words_key(const Linker *l, uint32_t first, uint32_t end, NewsKind kind)
{
	uint64_t	key = (uint64_t) kind + 1;

	for (uint32_t i = first; i < end; i++)
		if (token(l, i)->kind != NEWS_PUNCT)
			key = (key ^ token(l, i)->hash) * UINT64_C(0x100000001B3) + (key >> 32);
	return key;
}

static uint64_t
name_key(const Linker *l, const NewsSpan *s)
{
	if (s->kind == NEWS_PERSON && last_word(l, s) > s->first)
		return (uint64_t) first_name_hash(l, s->first) << 32 | token(l, last_word(l, s))->hash;
	return words_key(l, s->first, s->end, s->kind);
}

/* ---- Full forms ---- */

static bool
is_short(const Linker *l, const NewsSpan *s)
{
	if (s->flags & NEWS_SPAN_FAMILY)
		return true;
	return s->entity < 0 && s->dict_entry < 0 && last_word(l, s) == s->first &&
		(s->kind != NEWS_PLACE || s->score < NEWS_SPAN_KEEP);
}

/* The code of the country that a body's name begins with, or whose possessive stands before it; adjective set when the name lacks it. */
static NewsStr
owner_code(const Linker *l, uint32_t span, NewsStr *adjective)
{
	const NewsSpan *s = &l->spans->items[span];
	NewsLexMatch match = news_lexicon_match(l->tokens, s->first, s->end, false);

	*adjective = NEWS_NO_STR;
	if (match.ntokens && match.ntokens < s->end - s->first)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[match.first]);
		NewsKind	kind = (NewsKind) news_lexicon.ent_kind[entity];

		if (kind == NEWS_GROUP || kind == NEWS_PLACE)
			return news_lexicon_code(entity);
	}
	/* "Syria's Foreign Ministry" */
	if (span > 0 && l->spans->items[span - 1].end + 1 == s->first && (token(l, s->first - 1)->flags & NEWS_TOK_CLITIC) &&
		l->linked[span - 1] >= 0 && (word_flags(l, s->first) & NEWS_W_COMMON))
	{
		const NewsEntity *owner = &l->doc->entities[l->linked[span - 1]];

		if (owner->kind == NEWS_PLACE && owner->code.s)
		{
			*adjective = news_country_adjective(owner->code);
			return owner->code;
		}
	}
	return NEWS_NO_STR;
}

static NewsStr
join(NewsArena *arena, NewsStr a, NewsStr b)
{
	char	   *s = news_alloc(arena, (size_t) a.len + b.len + 1);

	memcpy(s, a.s, a.len);
	s[a.len] = ' ';
	memcpy(s + a.len + 1, b.s, b.len);
	return (NewsStr) {s, a.len + b.len + 1};
}

/* The entity of a name that the lexicon does not know. */
static uint32_t
named_entity(Linker *l, uint32_t span)
{
	const NewsSpan *s = &l->spans->items[span];
	uint64_t	key = name_key(l, s);
	NewsStr		kind_name = s->kind == NEWS_OWN_KIND ? s->kind_name : news_str(news_kind_names[s->kind]);
	NewsStr		adjective = NEWS_NO_STR;
	NewsStr		code = NEWS_NO_STR;
	Slot	   *slot;

	if (s->kind == NEWS_OWN_KIND)
		key ^= (uint64_t) news_hash(kind_name.s, kind_name.len) << 24;
	if (s->kind == NEWS_ORGANIZATION)
		code = owner_code(l, span, &adjective);
	if (adjective.s)
		key ^= (uint64_t) news_hash(adjective.s, adjective.len) << 20;
	slot = slot_of(l, BY_NAME, key);
	if (slot->value == NOTHING)
	{
		NewsStr		name = news_canonical_name(l->doc, s);

		if (adjective.s)
			name = join(l->doc->arena, adjective, name);
		slot->value = new_entity(l, s->kind, kind_name, name, code);
	}
	return slot->value;
}

/* "International Monetary Fund (IMF)", "IMF (International Monetary Fund)": the acronym stands for the entity. */
static void
note_acronym(Linker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	acronym = 0;

	/* "Port Louis, Mauritius (AP)" defines nothing */
	if (s->end - s->first < 2 || s->kind == NEWS_PLACE || s->kind == NEWS_PERSON)
		return;
	if (s->end + 2 < l->tokens->n && token(l, s->end)->mark == '(' && token(l, s->end + 2)->mark == ')')
		acronym = s->end + 1;
	else if (s->first > 1 && token(l, s->first - 1)->mark == '(' && token(l, s->end)->mark == ')')
		acronym = s->first - 2;
	if (acronym && token(l, acronym)->kind <= NEWS_ALNUM &&
		(token(l, acronym)->flags & (NEWS_TOK_UPPER | NEWS_TOK_MIXED)) &&
		(l->tokens->text[token(l, acronym)->start] | 0x20) == (l->tokens->text[token(l, s->first)->start] | 0x20))
		add_bearer(l, BY_SHORT, token(l, acronym)->hash, entity, 0);
}

/* Notes the short forms that a full form may take. */
static void
note_short_forms(Linker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	last = last_word(l, s);

	if (s->kind == NEWS_PERSON)
	{
		if (last == s->first)
			return;
		add_bearer(l, BY_FAMILY, token(l, last)->hash, entity, s->first);
		if (s->entity >= 0 && news_lexicon.ent_family[s->entity])
		{
			/* Xi of Xi Jinping, which is the first word */
			uint32_t	start = news_lexicon.ent_family[s->entity] >> 8;

			if (start == 0)
				add_bearer(l, BY_FAMILY, token(l, s->first)->hash, entity, s->first);
		}
		add_bearer(l, BY_FIRST_NAME, token(l, s->first)->hash, entity, s->first);
		return;
	}
	note_acronym(l, s, entity);
	if (s->kind == NEWS_ORGANIZATION && last > s->first)
	{
		uint32_t	flags = word_flags(l, s->first);

		if ((word_flags(l, last) & NEWS_W_ORG_SUFFIX) ? !(flags & NEWS_W_COMMON) :
			!(flags & (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_PHRASE | NEWS_W_FIRSTNAME | NEWS_W_COMPASS)))
			add_bearer(l, BY_SHORT, token(l, s->first)->hash, entity, s->first);
		/* Foreign Ministry, of Russian Foreign Ministry */
		if (l->doc->entities[entity].code.s && last > s->first + 1)
			slot_of(l, BY_NAME, words_key(l, s->first + 1, s->end, s->kind))->value = entity;
	}
}

/* ---- Short forms ---- */

/* A place's name alone that is a person's of the article: Houston, after Whitney Houston. */
static int32_t
person_of_place(Linker *l, const NewsSpan *s)
{
	if (s->kind != NEWS_PLACE || s->entity < 0 || s->end - s->first > 1 || !(word_flags(l, s->first) & NEWS_W_SURNAME))
		return -1;
	if ((news_lexicon.ent_flags[s->entity] & NEWS_LEX_CAPITAL) ||
		((s->flags & NEWS_SPAN_PLACED) && (news_lexicon.ent_flags[s->entity] & NEWS_LEX_MAJOR)))
		return -1;
	return find_bearer(l, BY_FAMILY, token(l, s->first)->hash, s->first);
}

/* A word that is a place or a body elsewhere in the article: its entity, -1 for none. */
static int32_t
same_word(Linker *l, const NewsSpan *s)
{
	static const NewsKind kinds[] = {NEWS_PLACE, NEWS_ORGANIZATION};

	for (int i = 0; i < 2; i++)
	{
		const Slot *slot = probe(l, key_of(BY_NAME, words_key(l, s->first, s->end, kinds[i])));

		if (slot->key && slot->value != NOTHING)
			return (int32_t) slot->value;
	}
	return -1;
}

static int32_t
link_short(Linker *l, uint32_t span)
{
	const NewsSpan *s = &l->spans->items[span];
	uint32_t	last = last_word(l, s);
	uint32_t	hash = token(l, last)->hash;
	int32_t		found = -1;

	if (s->kind == NEWS_PERSON || s->kind == NEWS_ORGANIZATION || s->score < NEWS_SPAN_KEEP)
	{
		if (token(l, last)->flags & (NEWS_TOK_UPPER | NEWS_TOK_MIXED))
			found = find_bearer(l, BY_SHORT, hash, s->first);
		if (found < 0)
			found = find_bearer(l, BY_FAMILY, hash, s->first);
		if (found < 0)
			found = find_bearer(l, BY_SHORT, hash, s->first);
		if (found < 0 && s->entity < 0)
			found = find_bearer(l, BY_FIRST_NAME, hash, s->first);
	}
	if (found < 0 && s->entity < 0 && s->kind == NEWS_PERSON && s->score < 0.75f)
		found = same_word(l, s);
	if (found >= 0)
		return found;
	if (s->entity >= 0)
		return (int32_t) lexicon_entity(l, (uint32_t) s->entity);
	return s->score >= NEWS_SPAN_KEEP ? (int32_t) named_entity(l, span) : -1;
}

/* In every loop over the spans of an article: they may be millions. */
static inline void
poll_now_and_then(const Linker *l, uint32_t i)
{
	if ((i & 0xFFF) == 0)
		news_poll(l->doc->arena);
}

static void
link_full_forms(Linker *l)
{
	for (uint32_t i = 0; i < l->spans->n; i++)
	{
		const NewsSpan *s = &l->spans->items[i];

		poll_now_and_then(l, i);
		if (s->score < NEWS_SPAN_KEEP || is_short(l, s))
			continue;
		if (s->dict_entry >= 0)
			l->linked[i] = (int32_t) dict_entity(l, (uint32_t) s->dict_entry);
		else if (s->entity >= 0)
			l->linked[i] = (int32_t) lexicon_entity(l, (uint32_t) s->entity);
		else
			l->linked[i] = (int32_t) named_entity(l, i);
		if (s->dict_entry < 0)
			note_short_forms(l, s, (uint32_t) l->linked[i]);
	}
}

static void
link_short_forms(Linker *l)
{
	for (uint32_t i = 0; i < l->spans->n; i++)
	{
		const NewsSpan *s = &l->spans->items[i];
		int32_t		person;

		poll_now_and_then(l, i);
		if (l->linked[i] < 0 && (is_short(l, s) || s->score >= NEWS_SPAN_KEEP))
			l->linked[i] = link_short(l, i);
		else if (l->linked[i] >= 0 && (person = person_of_place(l, s)) >= 0)
			l->linked[i] = person;
		else if (s->kind == NEWS_ORGANIZATION && s->entity >= 0 && s->end - s->first == 1 &&
				 (person = find_bearer(l, BY_SHORT, token(l, s->first)->hash, s->first)) >= 0)
			l->linked[i] = person;
	}
}

/* ---- The result ---- */

/* Writes the mentions, and numbers the entities in the order of their first one; those without any go. */
static void
put_mentions(Linker *l)
{
	NewsDoc    *doc = l->doc;
	NewsEntity *entities = NEWS_NEW(doc->arena, NewsEntity, doc->nentities + 1);
	uint32_t   *numbers = NEWS_NEW0(doc->arena, uint32_t, doc->nentities + 1);
	uint32_t	n = 0;

	doc->mentions = NEWS_NEW(doc->arena, NewsMention, l->spans->n + 1);
	for (uint32_t i = 0; i < l->spans->n; i++)
	{
		const NewsSpan *s = &l->spans->items[i];
		float		score = s->score;

		poll_now_and_then(l, i);
		if (l->linked[i] < 0)
			continue;
		if (numbers[l->linked[i]] == 0)
		{
			entities[n] = doc->entities[l->linked[i]];
			numbers[l->linked[i]] = ++n;
		}
		/* what a short form joins speaks for it */
		if (score < 0.75f && s->entity < 0 && is_short(l, s))
			score = score < 0.6f ? 0.6f : score;
		doc->mentions[doc->nmentions++] = (NewsMention) {s->first, s->end, numbers[l->linked[i]] - 1, s->sentence, score};
	}
	doc->entities = entities;
	doc->nentities = n;
}

void
news_link_names(NewsDoc *doc, const NewsSpans *spans)
{
	Linker		l = {.doc = doc, .tokens = &doc->tokens, .spans = spans};

	make_slots(&l, 256);
	l.linked = NEWS_NEW(doc->arena, int32_t, spans->n + 1);
	for (uint32_t i = 0; i < spans->n; i++)
		l.linked[i] = -1;
	link_full_forms(&l);
	news_poll(doc->arena);
	link_short_forms(&l);
	put_mentions(&l);
}
