/*
 * shortforms.c
 *	  What a full name may be shortened to, and what a short one stands for.
 */
#include "names/linker.h"

#include "names/place.h"

/* People. */
#define SMALL_TOWN 100000

/* ---- What full forms may be shortened to ---- */

/* Do the letters of an acronym come in order among those that begin the words of a name? */
static bool
spells(const NewsLinker *l, const NewsToken *acronym, const NewsSpan *s)
{
	uint32_t	at = acronym->start;
	uint32_t	end = acronym->end;
	const char *text = l->tokens->text;

	for (uint32_t i = s->first; i < s->end && at < end; i++)
	{
		const NewsToken *t = news_link_token(l, i);

		while (at < end && text[at] == '.')
			at++;
		if (at < end && t->kind != NEWS_PUNCT && (text[t->start] | 0x20) == (text[at] | 0x20))
			at++;
	}
	return at == end;
}

/* Does each letter of an acronym begin a word of a name, in whatever order: "CEI (Italian Episcopal Conference)"? */
static bool
spells_abroad(const NewsLinker *l, const NewsToken *acronym, const NewsSpan *s)
{
	const char *text = l->tokens->text;
	uint32_t	used = 0;		/* words, by bit */
	uint32_t	letters = 0;

	for (uint32_t at = acronym->start; at < acronym->end; at++)
	{
		uint32_t	i = s->first;

		if (text[at] == '.')
			continue;
		letters++;
		while (i < s->end && i < s->first + 32 &&
			   ((used >> (i - s->first) & 1) || (text[news_link_token(l, i)->start] | 0x20) != (text[at] | 0x20)))
			i++;
		if (i >= s->end || i >= s->first + 32)
			return false;
		used |= UINT32_C(1) << (i - s->first);
	}
	return letters > 2;
}

/*
 * "International Monetary Fund (IMF)", "IMF (International Monetary Fund)": the
 * acronym stands for the entity.  In brackets behind the name it may be one in
 * another language ("Norwegian Railways (NSB)"), but for what the lexicon knows.
 */
static void
note_acronym(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	acronym = 0;
	const NewsToken *t;
	bool		behind = false;

	/* "Port Louis, Mauritius (AP)" defines nothing */
	if (s->end - s->first < 2 || s->kind == NEWS_PLACE || s->kind == NEWS_PERSON)
		return;
	if (s->end + 2 < l->tokens->n && news_link_token(l, s->end)->mark == '(' && news_link_token(l, s->end + 2)->mark == ')')
	{
		acronym = s->end + 1;
		behind = true;
	}
	else if (s->first > 1 && news_link_token(l, s->first - 1)->mark == '(' && news_link_token(l, s->end)->mark == ')')
		acronym = s->first - 2;
	if (!acronym)
		return;
	t = news_link_token(l, acronym);
	if (t->kind > NEWS_ALNUM || !(t->flags & (NEWS_TOK_UPPER | NEWS_TOK_MIXED)))
		return;
	if (spells(l, t, s) || (!behind && spells_abroad(l, t, s)) || (behind && t->end - t->start > 2 && !(news_link_flags(l, acronym) & NEWS_W_PHRASE)))
		news_link_add_bearer(l, BY_SHORT, t->hash, entity, 0);
}

static void
note_person(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	last = news_link_last_word(l, s);

	/* William, of Prince William, whose title is no part of the mention */
	if (last == s->first && s->entity < 0)
		return;
	news_link_add_bearer(l, BY_FAMILY, news_link_token(l, last)->hash, entity, s->first);
	/* Xi of Xi Jinping, which is the first word */
	if (s->entity >= 0 && news_lexicon.ent_family[s->entity] && news_lexicon.ent_family[s->entity] >> 8 == 0)
		news_link_add_bearer(l, BY_FAMILY, news_link_token(l, s->first)->hash, entity, s->first);
	news_link_add_bearer(l, BY_FIRST_NAME, news_link_token(l, s->first)->hash, entity, s->first);
}

void
news_link_note_name(NewsLinker *l, uint32_t first, uint32_t end, uint32_t entity)
{
	NewsLinkSlot *slot = news_link_slot(l, BY_NAME, news_link_words_key(l, first, end, NEWS_ORGANIZATION));

	if (slot->value == NEWS_LINK_NOTHING)
		slot->value = entity;
}

static bool
is_of(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	return t->end - t->start == 2 && memcmp(l->tokens->text + t->start, "of", 2) == 0;
}

static void
note_body(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	last = s->end - 1;
	uint32_t	flags = news_link_flags(l, s->first);

	if (last == s->first)
		return;
	if ((news_link_flags(l, last) & NEWS_W_ORG_SUFFIX) ? !(flags & NEWS_W_COMMON) :
		!(flags & (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_PHRASE | NEWS_W_FIRSTNAME | NEWS_W_COMPASS)))
		news_link_add_bearer(l, BY_SHORT, news_link_token(l, s->first)->hash, entity, s->first);
	/* Foreign Ministry, of Russian Foreign Ministry */
	if (l->doc->entities[entity].code.s && last > s->first + 1)
		news_link_slot(l, BY_NAME, news_link_words_key(l, s->first + 1, s->end, NEWS_ORGANIZATION))->value = entity;
	/* Harbour Corps, of Harbour Corps of Lindholm */
	if (last > s->first + 2 && is_of(l, last - 1) && !is_of(l, s->first + 1))
		news_link_note_name(l, s->first, last - 1, entity);
	/* the Court, of Supreme Court; the Bank, of Bank of Lindholm */
	if (news_link_flags(l, last) & NEWS_W_ORG_HEAD)
		news_link_add_bearer(l, BY_HEAD, news_link_token(l, last)->hash, entity, s->first);
	else if ((flags & NEWS_W_ORG_HEAD) && is_of(l, s->first + 1))
		news_link_add_bearer(l, BY_HEAD, news_link_token(l, s->first)->hash, entity, s->first);
}

void
news_link_note_short_forms(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	if (s->kind == NEWS_PERSON)
	{
		note_person(l, s, entity);
		return;
	}
	/* the North, of North Korea */
	if (s->kind == NEWS_PLACE && s->entity >= 0 && s->end == s->first + 2 && (news_lexicon.ent_flags[s->entity] & NEWS_LEX_COUNTRY) &&
		(news_link_flags(l, s->first) & NEWS_W_COMPASS))
		news_link_add_bearer(l, BY_COMPASS, news_link_token(l, s->first)->hash, entity, s->first);
	note_acronym(l, s, entity);
	if (s->kind == NEWS_ORGANIZATION)
		note_body(l, s, entity);
}

/* ---- What short forms stand for ---- */

/* A word that is a place or something else elsewhere in the article: its entity, -1 for none. */
static int32_t
same_word(const NewsLinker *l, const NewsSpan *s)
{
	static const NewsKind kinds[] = {NEWS_PLACE, NEWS_ORGANIZATION, NEWS_PRODUCT, NEWS_WORK, NEWS_EVENT_NAME};

	for (int i = 0; i < 5; i++)
	{
		const NewsLinkSlot *slot = news_link_probe(l, BY_NAME, news_link_words_key(l, s->first, s->end, kinds[i]));

		if (slot->key && slot->value != NEWS_LINK_NOTHING)
			return (int32_t) slot->value;
	}
	return -1;
}

/*
 * A body by one word of its name, or by first letters; the Mail may be taken for
 * a person, and so is Lindqvist, where only the firm has the name.
 */
static int32_t
part_of_body(const NewsLinker *l, const NewsSpan *s)
{
	if (s->kind != NEWS_ORGANIZATION &&
		(s->kind != NEWS_PERSON || s->score < NEWS_SPAN_KEEP || (news_link_flags(l, s->first) & NEWS_W_FIRSTNAME) ||
		 news_link_behind_honorific(l, s)))
		return -1;
	if (news_link_token(l, s->first)->flags & NEWS_TOK_UPPER)
		return news_link_initials(l, s);
	return news_link_whole(l, s->first, s->end, NEWS_ORGANIZATION);
}

int32_t
news_link_short_form(const NewsLinker *l, const NewsSpan *s)
{
	const NewsToken *last = news_link_token(l, news_link_last_word(l, s));
	int32_t		found = -1;

	if (s->kind == NEWS_PERSON || s->kind == NEWS_ORGANIZATION || s->score < NEWS_SPAN_KEEP)
	{
		if (last->flags & (NEWS_TOK_UPPER | NEWS_TOK_MIXED))
			found = news_link_bearer(l, BY_SHORT, last->hash, s->first);
		if (found < 0)
			found = news_link_bearer(l, BY_FAMILY, last->hash, s->first);
		/* of two bodies that begin with a town's name it is neither */
		if (found < 0)
			found = news_link_only_bearer(l, BY_SHORT, last->hash);
		if (found < 0 && s->entity < 0 && (s->kind != NEWS_ORGANIZATION || (news_link_flags(l, s->first) & NEWS_W_FIRSTNAME)))
			found = news_link_bearer(l, BY_FIRST_NAME, last->hash, s->first);
	}
	/* the Court, after the Supreme Court */
	if (found < 0 && s->entity < 0 && s->kind == NEWS_ORGANIZATION && s->end == s->first + 1)
		found = news_link_only_bearer(l, BY_HEAD, last->hash);
	if (found < 0 && s->entity < 0 && s->end == s->first + 1)
		found = part_of_body(l, s);
	if (found < 0 && s->entity < 0 && s->kind == NEWS_PERSON && s->score < 0.75f)
		found = same_word(l, s);
	return found;
}

/* Does "in", "near" or the like stand before a name? */
static bool
has_place_cue(const NewsLinker *l, const NewsSpan *s)
{
	return s->first > 0 && !(news_link_token(l, s->first)->flags & NEWS_TOK_SENTENCE) &&
		(news_link_flags(l, s->first - 1) & NEWS_W_PLACE_CUE);
}

/* Is a place a town that few articles speak of? */
static bool
is_small(uint32_t entity)
{
	uint32_t	n;
	const NewsPlace *places = news_places(entity, &n);

	return n > 0 && places->kind >= NEWS_PLACE_CITY && places->population < SMALL_TOWN;
}

/*
 * A place's name alone that is a person's of the article: Houston, after Whitney
 * Houston.  A small place is less likely than the person even where nobody else
 * bears the name.
 */
static int32_t
person_of_place(const NewsLinker *l, const NewsSpan *s)
{
	if (news_link_flags(l, s->first) & NEWS_W_COMPASS)
		return news_link_only_bearer(l, BY_COMPASS, news_link_token(l, s->first)->hash);
	if (s->entity < 0)
	{
		int32_t		bearer = news_link_only_bearer(l, BY_FAMILY, news_link_token(l, s->first)->hash);

		if ((s->flags & NEWS_SPAN_PLACED) || has_place_cue(l, s))
			return -1;
		return bearer >= 0 ? bearer : news_link_only_bearer(l, BY_FIRST_NAME, news_link_token(l, s->first)->hash);
	}
	if (news_lexicon.ent_flags[s->entity] & NEWS_LEX_CAPITAL)
		return -1;
	if (!(news_link_flags(l, s->first) & NEWS_W_SURNAME) &&
		(!is_small((uint32_t) s->entity) || (s->flags & NEWS_SPAN_PLACED) || has_place_cue(l, s)))
		return -1;
	if ((s->flags & NEWS_SPAN_PLACED) && (news_lexicon.ent_flags[s->entity] & NEWS_LEX_MAJOR))
		return -1;
	return news_link_bearer(l, BY_FAMILY, news_link_token(l, s->first)->hash, s->first);
}

int32_t
news_link_other_reading(const NewsLinker *l, const NewsSpan *s)
{
	if (s->end - s->first > 1 || s->dict_entry >= 0 || s->place)
		return -1;
	if (s->kind == NEWS_PLACE)
		return person_of_place(l, s);
	return s->entity >= 0 && s->kind == NEWS_ORGANIZATION ? news_link_bearer(l, BY_SHORT, news_link_token(l, s->first)->hash, s->first) : -1;
}
