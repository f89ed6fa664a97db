/*
 * link.c
 *	  Coreference inside an article, and the entities that come of it.
 *
 * Full forms make entities; short ones (a family name, an acronym that the
 * article defines, a company without its "Corp") join the entity they shorten.
 */
#include "names/linker.h"

#include "names/dict.h"
#include "names/place.h"

/* ---- Entities ---- */

static uint32_t
new_entity(NewsLinker *l, NewsKind kind, NewsStr kind_name, NewsStr name, NewsStr code)
{
	NewsDoc    *doc = l->doc;

	doc->entities = news_grow(doc->arena, doc->entities, doc->nentities, &l->entities_room, sizeof(NewsEntity));
	doc->entities[doc->nentities] = (NewsEntity) {kind, kind_name, name, code};
	return doc->nentities++;
}

static uint32_t
lexicon_entity(NewsLinker *l, uint32_t entity)
{
	NewsLinkSlot *slot = news_link_slot(l, BY_LEXICON, entity);

	if (slot->value == NEWS_LINK_NOTHING)
	{
		NewsKind	kind = (NewsKind) news_lexicon.ent_kind[entity];

		slot->value = new_entity(l, kind, news_str(news_kind_names[kind]), news_lexicon_name(entity),
								 news_lexicon_code(entity));
	}
	return slot->value;
}

/* A place that has a name which means another by itself: Paris, Texas. */
static uint32_t
place_entity(NewsLinker *l, uint32_t number)
{
	const NewsPlace *place = &news_lexicon.places[number];
	NewsLinkSlot *slot = news_link_slot(l, BY_PLACE, number);

	if (slot->value == NEWS_LINK_NOTHING)
		slot->value = new_entity(l, NEWS_PLACE, news_str(news_kind_names[NEWS_PLACE]), news_place_name(l->doc->arena, place),
								 news_str(news_lexicon.pool + place->code));
	return slot->value;
}

static uint32_t
dict_entity(NewsLinker *l, uint32_t entry)
{
	NewsDictRow row;
	NewsKind	kind = NEWS_OWN_KIND;
	NewsLinkSlot *slot;

	news_dict_row(l->doc->options->dict, entry, &row);
	slot = news_link_slot(l, BY_DICT, (uint64_t) news_hash(row.kind.s, row.kind.len) << 32 | news_hash(row.name.s, row.name.len));
	if (slot->value != NEWS_LINK_NOTHING)
		return slot->value;
	for (int i = 0; news_kind_names[i]; i++)
		if (news_str_eq(news_str(news_kind_names[i]), row.kind))
			kind = (NewsKind) i;
	slot->value = new_entity(l, kind, row.kind, row.name, row.code);
	return slot->value;
}

/* ---- Keys of names ---- */

/* The hash of a first name, the same for all its spellings. */
static uint32_t
first_name_hash(const NewsLinker *l, uint32_t i)
{
	NewsStr		usual = news_lexicon_variant(news_link_token(l, i)->word);

	return usual.s ? news_hash(usual.s, usual.len) : news_link_token(l, i)->hash;
}

static uint64_t
name_key(const NewsLinker *l, const NewsSpan *s)
{
	NewsStr		country;
	uint32_t	first = news_name_start(l->tokens, s);
	uint32_t	end = news_name_end(l->tokens, s);
	uint32_t	skipped = news_leading_owner(l->tokens, s, &country);

	if (s->kind == NEWS_PERSON && news_link_last_word(l, s) > s->first)
		return (uint64_t) first_name_hash(l, s->first) << 32 | news_link_token(l, news_link_last_word(l, s))->hash;
	if (skipped)
		return news_link_words_key(l, first + skipped, end, s->kind) ^ news_hash(country.s, country.len);
	return news_link_words_key(l, first, end, s->kind);
}

/* ---- Full forms ---- */

static bool
is_short(const NewsLinker *l, const NewsSpan *s)
{
	if ((s->flags & NEWS_SPAN_FAMILY) && s->entity >= 0)
		return true;
	return s->entity < 0 && s->dict_entry < 0 && news_link_last_word(l, s) == s->first &&
		(s->kind != NEWS_PLACE || s->score < NEWS_SPAN_KEEP);
}

/* The code of the place, people or body that the lexicon finds at a token of a name; s NULL for none. */
static NewsStr
code_at(const NewsLinker *l, uint32_t first, const NewsLexMatch *match)
{
	uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[match->first]);
	NewsKind	kind = (NewsKind) news_lexicon.ent_kind[entity];

	/* "US Border Patrol Board"; one word of a body's name may be another's: Apple */
	if (kind == NEWS_ORGANIZATION && match->ntokens > 1)
		return news_lexicon_code(entity);
	/* towns are called University and Bank, too, and Co is in Colorado */
	if ((kind != NEWS_GROUP && kind != NEWS_PLACE) || (news_link_flags(l, first) & (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX)))
		return NEWS_NO_STR;
	return news_lexicon_code(entity);
}

/* The code of the place that a name ends with: University of Oslo. */
static NewsStr
code_behind_of(const NewsLinker *l, const NewsSpan *s)
{
	for (uint32_t i = s->first + 1; i + 1 < s->end; i++)
		if (news_str_eq(news_span_str(l->tokens, i, i + 1), news_str("of")))
		{
			NewsLexMatch match = news_lexicon_match(l->tokens, i + 1, s->end, false);

			if (match.ntokens && i + 1 + match.ntokens == s->end)
				return code_at(l, i + 1, &match);
		}
	return NEWS_NO_STR;
}

/*
 * The code of the country of a body: its name begins with the country or a place
 * of it, or ends with it behind "of", or the country's possessive stands before
 * it; adjective set when the name lacks it.
 */
static NewsStr
owner_code(const NewsLinker *l, uint32_t span, NewsStr *adjective)
{
	const NewsSpan *s = &l->spans->items[span];
	NewsLexMatch match = news_lexicon_match(l->tokens, s->first, s->end, false);
	NewsStr		code = NEWS_NO_STR;

	*adjective = NEWS_NO_STR;
	if (match.ntokens && match.ntokens < s->end - s->first)
		code = code_at(l, s->first, &match);
	if (!code.s)
		code = code_behind_of(l, s);
	if (code.s)
		return code;
	/* "Syria's Foreign Ministry" */
	if (span > 0 && l->spans->items[span - 1].end + 1 == s->first && (news_link_token(l, s->first - 1)->flags & NEWS_TOK_CLITIC) &&
		l->linked[span - 1] >= 0 && (news_link_flags(l, s->first) & NEWS_W_COMMON))
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

/* The code of the country that a place lies in by what stands right behind it: "Quarrytown, Texas". */
static NewsStr
place_code(const NewsLinker *l, uint32_t span)
{
	const NewsSpan *s = &l->spans->items[span];
	const NewsSpan *next = s + 1;
	const NewsPlace *where;
	uint32_t	n;

	if (span + 1 >= l->spans->n || next->first != s->end + 1 || news_link_token(l, s->end)->mark != ',' ||
		next->kind != NEWS_PLACE || next->sentence != s->sentence || next->entity < 0)
		return NEWS_NO_STR;
	where = next->place ? &news_lexicon.places[next->place - 1] : news_places((uint32_t) next->entity, &n);
	/* not "Quarrytown, Paris and London" */
	if ((!next->place && n == 0) || (where->kind != NEWS_PLACE_COUNTRY && where->kind != NEWS_PLACE_REGION))
		return NEWS_NO_STR;
	return news_str(news_lexicon.pool + where->code);
}

/* The entity of a name that the lexicon does not know. */
static uint32_t
named_entity(NewsLinker *l, uint32_t span)
{
	const NewsSpan *s = &l->spans->items[span];
	uint64_t	key = name_key(l, s);
	NewsStr		kind_name = s->kind == NEWS_OWN_KIND ? s->kind_name : news_str(news_kind_names[s->kind]);
	NewsStr		adjective = NEWS_NO_STR;
	NewsStr		code = NEWS_NO_STR;
	NewsLinkSlot *slot;

	if (s->kind == NEWS_OWN_KIND)
		key ^= (uint64_t) news_hash(kind_name.s, kind_name.len) << 24;
	if (s->kind == NEWS_ORGANIZATION || s->kind == NEWS_EVENT_NAME)
		code = owner_code(l, span, &adjective);
	else if (s->kind == NEWS_PLACE)
		code = place_code(l, span);
	if (adjective.s)
		key ^= (uint64_t) news_hash(adjective.s, adjective.len) << 20;
	slot = news_link_slot(l, BY_NAME, key);
	if (slot->value == NEWS_LINK_NOTHING)
	{
		int32_t		known = s->kind == NEWS_PERSON ? news_link_transliterated(l, s) : -1;
		NewsStr		name;
		uint32_t	entity;

		if (known >= 0)
			return lexicon_entity(l, (uint32_t) known);
		name = news_canonical_name(l->doc, s);
		if (adjective.s)
			name = join(l->doc->arena, adjective, name);
		entity = slot->value = new_entity(l, s->kind, kind_name, name, code);
		l->made_by[entity] = span + 1;
		/* "Lindholm's Civil Authority", then "Civil Authority" */
		if (adjective.s)
			news_link_note_name(l, s->first, s->end, entity);
		if (s->end - s->first > 1)
			news_link_add_bearer(l, BY_START, news_link_token(l, s->first)->hash, span, 0);
		return entity;
	}
	if (!l->doc->entities[slot->value].code.s)
		l->doc->entities[slot->value].code = code;
	return slot->value;
}

/* ---- Short forms ---- */

static int32_t
link_short(NewsLinker *l, uint32_t span)
{
	const NewsSpan *s = &l->spans->items[span];
	int32_t		found = news_link_short_form(l, s);

	if (found >= 0)
	{
		/* the article calls it so: it may be found again */
		if (s->kind == NEWS_ORGANIZATION && s->score >= NEWS_SPAN_KEEP)
			news_link_note_name(l, s->first, s->end, (uint32_t) found);
		return found;
	}
	if (s->entity >= 0)
		return (int32_t) lexicon_entity(l, (uint32_t) s->entity);
	return s->score >= NEWS_SPAN_KEEP ? (int32_t) named_entity(l, span) : -1;
}

static void
link_full_forms(NewsLinker *l)
{
	for (uint32_t i = 0; i < l->spans->n; i++)
	{
		const NewsSpan *s = &l->spans->items[i];

		news_link_poll(l, i);
		if (s->score < NEWS_SPAN_KEEP || is_short(l, s))
			continue;
		if (s->dict_entry >= 0)
			l->linked[i] = (int32_t) dict_entity(l, (uint32_t) s->dict_entry);
		else if (s->place)
			l->linked[i] = (int32_t) place_entity(l, s->place - 1);
		else if (s->entity >= 0)
			l->linked[i] = (int32_t) lexicon_entity(l, (uint32_t) s->entity);
		else
			l->linked[i] = (int32_t) named_entity(l, i);
		if (s->dict_entry >= 0)
			continue;
		news_link_note_short_forms(l, s, (uint32_t) l->linked[i]);
		news_link_note_parts(l, s, (uint32_t) l->linked[i]);
	}
}

static void
link_short_forms(NewsLinker *l)
{
	for (uint32_t i = 0; i < l->spans->n; i++)
	{
		const NewsSpan *s = &l->spans->items[i];
		int32_t		other;

		news_link_poll(l, i);
		if (l->linked[i] < 0 && (is_short(l, s) || s->score >= NEWS_SPAN_KEEP))
			l->linked[i] = link_short(l, i);
		else if (l->linked[i] >= 0 && (other = news_link_other_reading(l, s)) >= 0)
			l->linked[i] = other;
	}
}

/* ---- The result ---- */

/* The entities that are mentioned, in the order of their first mentions. */
typedef struct Result
{
	NewsEntity *entities;
	uint32_t	n;
	uint32_t   *numbers;		/* by entity of the linker: its index + 1; 0 while not mentioned */
} Result;

/*
 * The index of an entity of the linker.  What has the same kind and the same name
 * is one entity ("Cedar Falls, Iowa" and "Cedar Falls"): a code that is known of
 * one is known of all.
 */
static uint32_t
result_entity(NewsLinker *l, uint32_t entity, Result *result)
{
	const NewsEntity *e = &l->doc->entities[entity];
	NewsLinkSlot *slot;
	NewsEntity *same;

	if (result->numbers[entity])
		return result->numbers[entity] - 1;
	slot = news_link_slot(l, BY_IDENTITY, (uint64_t) news_hash(e->name.s, e->name.len) << 32 |
						  news_hash(e->kind_name.s, e->kind_name.len));
	same = slot->value == NEWS_LINK_NOTHING ? NULL : &result->entities[slot->value];
	if (same && news_str_eq(same->name, e->name) && news_str_eq(same->kind_name, e->kind_name))
	{
		if (!same->code.s)
			same->code = e->code;
	}
	else
	{
		slot->value = result->n;
		result->entities[result->n++] = *e;
	}
	result->numbers[entity] = slot->value + 1;
	return slot->value;
}

static void
put_mention(NewsLinker *l, const NewsSpan *s, uint32_t entity, float score, Result *result)
{
	NewsDoc    *doc = l->doc;

	doc->mentions[doc->nmentions++] = (NewsMention) {.first = s->first, .end = s->end,
		.entity = result_entity(l, news_link_joined(l, entity), result), .sentence = s->sentence, .score = score};
}

/* Writes the mentions, those found again between the others; entities without any go. */
static void
put_mentions(NewsLinker *l)
{
	NewsDoc    *doc = l->doc;
	Result		result = {NEWS_NEW(doc->arena, NewsEntity, doc->nentities + 1), 0,
		NEWS_NEW0(doc->arena, uint32_t, doc->nentities + 1)};
	uint32_t	a = 0;

	doc->mentions = NEWS_NEW(doc->arena, NewsMention, l->spans->n + l->again.n + 1);
	for (uint32_t i = 0; i <= l->spans->n; i++)
	{
		const NewsSpan *s = i < l->spans->n ? &l->spans->items[i] : NULL;
		float		score;

		news_link_poll(l, i);
		for (; a < l->again.n && (i == l->spans->n || l->again.items[a].first < s->first); a++)
			put_mention(l, &l->again.items[a], (uint32_t) l->again_linked[a], l->again.items[a].score, &result);
		if (i == l->spans->n || l->linked[i] < 0)
			continue;
		score = s->score;
		/* what a short form joins speaks for it */
		if (score < 0.75f && s->entity < 0 && is_short(l, s))
			score = score < 0.6f ? 0.6f : score;
		put_mention(l, s, (uint32_t) l->linked[i], score, &result);
	}
	doc->entities = result.entities;
	doc->nentities = result.n;
}

void
news_link_names(NewsDoc *doc, const NewsSpans *spans)
{
	NewsLinker	l = {.doc = doc, .tokens = &doc->tokens, .spans = spans};

	news_link_open(&l);
	l.linked = NEWS_NEW(doc->arena, int32_t, spans->n + 1);
	for (uint32_t i = 0; i < spans->n; i++)
		l.linked[i] = -1;
	l.made_by = NEWS_NEW0(doc->arena, uint32_t, spans->n + 1);
	l.joined = NEWS_NEW0(doc->arena, uint32_t, spans->n + 1);
	link_full_forms(&l);
	news_link_join(&l);
	news_poll(doc->arena);
	link_short_forms(&l);
	news_poll(doc->arena);
	/* the user's own model finds names by itself */
	if (!doc->options->model)
		news_link_again(&l);
	put_mentions(&l);
}
