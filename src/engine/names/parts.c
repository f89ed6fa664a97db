/*
 * parts.c
 *	  Names that are a part of a longer one of the article: Red Crescent, of Syrian
 *	  Arab Red Crescent; al-Obeidy, of Eman al-Obeidy; Lumenology, of Church of
 *	  Lumenology.
 *
 * It does not matter which of them the article has first: all full forms note
 * their parts, then every entity that is the part of just one other joins it.
 */
#include "names/linker.h"

/* A part that several entities have stands for none. */
#define SEVERAL (NEWS_LINK_NOTHING - 1)
/* Parts begin among the first words and the last words of a name: some runs of capitals are long. */
#define PARTS_MAX 8
/* Letters of an acronym. */
#define ACRONYM_MIN 3
#define ACRONYM_MAX 8

/* ---- Noting ---- */

static void
note(NewsLinker *l, NewsLinkTable table, uint64_t key, uint32_t entity)
{
	NewsLinkSlot *slot = news_link_slot(l, table, key);

	if (slot->value == NEWS_LINK_NOTHING)
		slot->value = entity;
	else if (slot->value != entity)
		slot->value = SEVERAL;
}

static void
note_part(NewsLinker *l, const NewsSpan *s, uint32_t first, uint32_t end, uint32_t entity)
{
	note(l, BY_PART, news_link_words_key(l, first, end, s->kind), entity);
}

/* The entity noted under a key, -1 for none or several. */
static int32_t
noted(const NewsLinker *l, NewsLinkTable table, uint64_t key)
{
	const NewsLinkSlot *slot = news_link_probe(l, table, key);

	return slot->key && slot->value < SEVERAL ? (int32_t) slot->value : -1;
}

static bool
is_capital(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	return (t->flags & NEWS_TOK_CAP) && (t->kind == NEWS_WORD || t->kind == NEWS_ALNUM);
}

/* Does a word of its own begin here, not what stands behind a hyphen? */
static bool
is_start(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	return (t->flags & NEWS_TOK_SPACE) && (t->kind == NEWS_WORD || t->kind == NEWS_ALNUM) && !(t->flags & NEWS_TOK_CLITIC);
}

static bool
is_word(const NewsLinker *l, uint32_t i, const char *word)
{
	const NewsToken *t = news_link_token(l, i);
	uint32_t	len = (uint32_t) strlen(word);

	if (t->end - t->start != len)
		return false;
	for (uint32_t k = 0; k < len; k++)
		if ((l->tokens->text[t->start + k] | 0x20) != word[k])
			return false;
	return true;
}

/* The key of a person's first letter and last word. */
static uint64_t
initial_key(const NewsLinker *l, uint32_t first, uint32_t last)
{
	return (uint64_t) (l->tokens->text[news_link_token(l, first)->start] | 0x20) << 32 | news_link_token(l, last)->hash;
}

/* A letter, with its period or without. */
static bool
is_initial(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	return t->kind == NEWS_WORD && (t->end - t->start == 1 || (t->end - t->start == 2 && (t->flags & NEWS_TOK_PERIOD)));
}

/* García Márquez and Gabriel García, of Gabriel García Márquez. */
static void
note_person(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	last = news_link_last_word(l, s);
	NewsLinkSlot *slot;

	if (last == s->first)
		return;
	slot = news_link_slot(l, BY_WHOLE, news_link_words_key(l, s->first, last + 1, NEWS_PERSON));
	if (slot->value == NEWS_LINK_NOTHING)
		slot->value = entity;
	if (!is_initial(l, s->first))
		note(l, BY_INITIAL, initial_key(l, s->first, last), entity);
	for (uint32_t i = s->first + 1; i < last && i < s->first + PARTS_MAX; i++)
		if (is_start(l, i))
			note_part(l, s, i, last + 1, entity);
	if (last > s->first + 1 && is_start(l, last))
		note_part(l, s, s->first, last, entity);
}

/* The key of the first letters of a name's capitalised words, as an acronym has them; 0 when they are too few or too many. */
static uint64_t
initials_key(const NewsLinker *l, const NewsSpan *s)
{
	uint64_t	key = 0;
	uint32_t	n = 0;

	for (uint32_t i = s->first; i < s->end; i++)
		if (is_capital(l, i) && n++ < ACRONYM_MAX)
			key = key << 8 | (uint8_t) (l->tokens->text[news_link_token(l, i)->start] | 0x20);
	return n >= ACRONYM_MIN && n <= ACRONYM_MAX ? key : 0;
}

/* Liberals, of Liberal Party: the people by the word before it. */
static void
note_people(NewsLinker *l, const NewsSpan *s, uint32_t i, uint32_t entity)
{
	char		people[NEWS_FOLD_MAX + 1];
	uint32_t	n = news_token_fold(l->tokens, news_link_token(l, i), people, NEWS_FOLD_MAX);

	people[n++] = 's';
	note(l, BY_PART, news_link_add_hash(news_link_words_key(l, i, i, s->kind), news_hash(people, n)), entity);
}

/* Deutsche, of Deutsche Bank; Labor, of Australian Labor Party: what is left of a name without the words that say what it is. */
static void
note_without_head(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	last = s->end - 1;
	uint32_t	end = s->end;

	while (end > s->first + 1 && (news_link_flags(l, end - 1) & (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX)))
		end--;
	if (end < s->end && end > s->first && is_capital(l, end - 1) &&
		(end == s->first + 1 || is_word(l, last, "party")))
		note_part(l, s, end - 1, end, entity);
	if (is_word(l, last, "party") && is_capital(l, last - 1))
		note_people(l, s, last - 1, entity);
	if (last > s->first + 1 && (news_link_flags(l, last) & NEWS_W_ORG_SUFFIX))
		note_part(l, s, s->first, last, entity);
}

/* May the last word of a name stand for it alone?  Crescent and Lumenology, but not Court, nor the Box of Jack in the Box. */
static bool
is_last_word(const NewsLinker *l, uint32_t i)
{
	return !(news_link_flags(l, i) & NEWS_W_ORG_HEAD) && (is_capital(l, i - 1) || is_word(l, i - 1, "of"));
}

/* Lindqvist, of A.H. Lindqvist Corp and of Anna Lindqvist Shipping: a firm by its founder's family name. */
static void
note_founder(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	if ((is_initial(l, s->first) || (news_link_flags(l, s->first) & NEWS_W_FIRSTNAME) || (news_link_token(l, s->first)->flags & NEWS_TOK_ACRONYM)) &&
		is_start(l, s->first + 1) && is_capital(l, s->first + 1))
		note_part(l, s, s->first + 1, s->first + 2, entity);
}

/*
 * Lindholm Precision, of Lindholm Precision Products: the first words of a name, but
 * for what is a name of its own (Lindholm Bank, of Lindholm Bank Building Society).
 */
static void
note_beginnings(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	for (uint32_t i = s->first + 2; i < s->end && i < s->first + PARTS_MAX && is_capital(l, i - 1); i++)
		if (is_start(l, i) && !(news_link_flags(l, i - 1) & (NEWS_W_ORG_HEAD | NEWS_W_ORG_SUFFIX)))
			note_part(l, s, s->first, i, entity);
}

static void
note_body(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	uint32_t	from = s->end - s->first > PARTS_MAX ? s->end - PARTS_MAX : s->first + 1;
	uint64_t	initials = initials_key(l, s);

	for (uint32_t i = from; i < s->end; i++)
		if (is_start(l, i) && is_capital(l, i) && (i + 1 < s->end || is_last_word(l, i)))
			note_part(l, s, i, s->end, entity);
	/* Harbour Corps, of Harbour Corps of Lindholm */
	for (uint32_t i = s->first + 1; i < s->end && i <= s->first + PARTS_MAX; i++)
		if (is_word(l, i, "of") || is_word(l, i, "for") || is_word(l, i, "on"))
		{
			if (i > s->first + 1)
				note_part(l, s, s->first, i, entity);
			/* Observatory, of Lindholm Observatory for Tides */
			if (i > s->first + 1 && is_capital(l, i - 1))
				note_part(l, s, i - 1, i, entity);
			break;
		}
	/* Transport Ministry, of Ministry of Transport */
	if (s->end - s->first > 2 && (news_link_flags(l, s->first) & NEWS_W_ORG_HEAD) && is_word(l, s->first + 1, "of"))
		note(l, BY_PART, news_link_add_hash(news_link_words_key(l, s->first + 2, s->end, s->kind), news_link_token(l, s->first)->hash), entity);
	note_without_head(l, s, entity);
	note_founder(l, s, entity);
	note_beginnings(l, s, entity);
	if (initials)
		note(l, BY_INITIALS, initials, entity);
}

void
news_link_note_parts(NewsLinker *l, const NewsSpan *s, uint32_t entity)
{
	if (s->end - s->first < 2)
		return;
	if (s->kind == NEWS_PERSON)
		note_person(l, s, entity);
	else if (s->kind == NEWS_ORGANIZATION || s->kind == NEWS_EVENT_NAME)
		note_body(l, s, entity);
}

/* ---- Looking up ---- */

int32_t
news_link_whole(const NewsLinker *l, uint32_t first, uint32_t end, NewsKind kind)
{
	int32_t		found = noted(l, BY_PART, news_link_words_key(l, first, end, kind));

	return found < 0 ? -1 : (int32_t) news_link_joined(l, (uint32_t) found);
}

int32_t
news_link_initials(const NewsLinker *l, const NewsSpan *s)
{
	const NewsToken *t = news_link_token(l, s->first);
	uint64_t	key = 0;
	uint32_t	n = 0;
	int32_t		found;

	if (s->end - s->first > 1 || !(t->flags & NEWS_TOK_UPPER) || !(t->flags & NEWS_TOK_ASCII))
		return -1;
	for (uint32_t i = t->start; i < t->end; i++)
		if (l->tokens->text[i] != '.' && n++ < ACRONYM_MAX)
			key = key << 8 | (uint8_t) (l->tokens->text[i] | 0x20);
	found = n >= ACRONYM_MIN && n <= ACRONYM_MAX ? noted(l, BY_INITIALS, key) : -1;
	return found < 0 ? -1 : (int32_t) news_link_joined(l, (uint32_t) found);
}

/* ---- Joining ---- */

/* Words that a person's name neither begins nor ends with: they are in the name by mistake. */
#define STRAY (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_TITLE | NEWS_W_TITLE_PART)

/* Is a word the lexicon's name of something else than a person: Reuters, Alaska? */
static bool
names_no_person(const NewsLinker *l, uint32_t i)
{
	NewsLexMatch match = news_lexicon_match(l->tokens, i, i + 1, false);

	return match.ntokens && news_lexicon.ent_kind[NEWS_READING_ENTITY(news_lexicon.readings[match.first])] != NEWS_PERSON;
}

/*
 * Has the longer of two names of a person, one of them a part of the other, too
 * much: Fireman Carl Lindqvist, Carl Lindqvist Tuesday?
 */
static bool
is_too_long(const NewsLinker *l, const NewsSpan *longer, const NewsSpan *shorter)
{
	uint32_t	first = news_link_flags(l, longer->first);
	uint32_t	last = news_link_last_word(l, longer);

	if (news_link_token(l, longer->first)->hash == news_link_token(l, shorter->first)->hash)
		return !(news_link_flags(l, last) & NEWS_W_SURNAME) &&
			((news_link_flags(l, last) & STRAY) || names_no_person(l, last));
	return !(first & NEWS_W_FIRSTNAME) &&
		((first & STRAY) || ((news_link_flags(l, shorter->first) & NEWS_W_FIRSTNAME) && is_start(l, shorter->first + 1)));
}

/* Lets the longer name of a person join the shorter one, and forgets that its last word is a family name when the shorter has another. */
static void
shorten(NewsLinker *l, uint32_t longer, uint32_t shorter)
{
	uint32_t	last = news_link_last_word(l, &l->spans->items[l->made_by[longer] - 1]);
	NewsBearer *bearer = news_link_find_bearer(l, BY_FAMILY, news_link_token(l, last)->hash, longer);

	l->joined[longer] = shorter + 1;
	if (bearer && !news_link_find_bearer(l, BY_FAMILY, news_link_token(l, last)->hash, shorter))
		bearer->entity = NEWS_LINK_NOTHING;
}

/* The person of the lexicon that a longer name has in it, but for one word: Anna Lindqvist, of Star Anna Lindqvist.  -1 for none. */
static int32_t
known_inside(const NewsLinker *l, const NewsSpan *s)
{
	uint32_t	last = news_link_last_word(l, s);
	uint32_t	second = s->first + 1;
	int32_t		found = -1;

	if (last <= second)
		return -1;
	if (is_start(l, last))
		found = noted(l, BY_WHOLE, news_link_words_key(l, s->first, last, NEWS_PERSON));
	if (found < 0 && is_start(l, second) && !(news_link_flags(l, s->first) & NEWS_W_FIRSTNAME))
		found = noted(l, BY_WHOLE, news_link_words_key(l, second, last + 1, NEWS_PERSON));
	return found >= 0 && l->made_by[found] == 0 ? found : -1;
}

/* Lindholm Dodge, taken for a person, beside Lindholm Dodge Corp: the body with these words, -1 for none. */
static int32_t
firm_of_name(const NewsLinker *l, const NewsSpan *s)
{
	int32_t		firm;

	if (s->end - s->first < 2 || (news_link_flags(l, s->first) & NEWS_W_FIRSTNAME) || is_initial(l, s->first) ||
		(news_link_token(l, s->first)->flags & NEWS_TOK_ACRONYM) || news_link_behind_honorific(l, s))
		return -1;
	firm = noted(l, BY_NAME, news_link_words_key(l, s->first, s->end, NEWS_ORGANIZATION));
	return firm >= 0 ? firm : noted(l, BY_PART, news_link_words_key(l, s->first, s->end, NEWS_ORGANIZATION));
}

static void
join_person(NewsLinker *l, uint32_t entity, const NewsSpan *s)
{
	uint32_t	last = news_link_last_word(l, s);
	int32_t		other = known_inside(l, s);

	if (other >= 0)
	{
		shorten(l, entity, (uint32_t) other);
		return;
	}
	other = noted(l, BY_PART, news_link_words_key(l, s->first, last + 1, NEWS_PERSON));
	/* M. Lindqvist, beside Maria Lindqvist */
	if (other < 0 && last == s->first + 1 && is_initial(l, s->first))
		other = noted(l, BY_INITIAL, initial_key(l, s->first, last));
	if (other < 0)
		other = firm_of_name(l, s);
	if (other < 0 || (uint32_t) other == entity)
		return;
	if (l->made_by[other] && l->doc->entities[other].kind == NEWS_PERSON &&
		!is_initial(l, s->first) && is_too_long(l, &l->spans->items[l->made_by[other] - 1], s))
		shorten(l, (uint32_t) other, entity);
	else
		l->joined[entity] = (uint32_t) other + 1;
}

static void
join_body(NewsLinker *l, uint32_t entity, const NewsSpan *s)
{
	int32_t		whole = noted(l, BY_PART, news_link_words_key(l, news_name_start(l->tokens, s), s->end, s->kind));
	NewsStr		code = l->doc->entities[entity].code;

	if (whole < 0 || (uint32_t) whole == entity)
		return;
	/* "Syria's Foreign Ministry" is not the Russian one */
	if (code.s && !news_str_eq(code, l->doc->entities[whole].code))
		return;
	l->joined[entity] = (uint32_t) whole + 1;
}

uint32_t
news_link_joined(const NewsLinker *l, uint32_t entity)
{
	/* longer and longer names; more steps than any has */
	for (int steps = 0; l->joined[entity] && steps < PARTS_MAX; steps++)
		entity = l->joined[entity] - 1;
	return entity;
}

void
news_link_join(NewsLinker *l)
{
	for (uint32_t i = 0; i < l->doc->nentities; i++)
	{
		const NewsSpan *s;

		news_link_poll(l, i);
		if (!l->made_by[i])
			continue;
		s = &l->spans->items[l->made_by[i] - 1];
		if (s->kind == NEWS_PERSON)
			join_person(l, i, s);
		else if (s->kind == NEWS_ORGANIZATION || s->kind == NEWS_EVENT_NAME)
			join_body(l, i, s);
	}
	for (uint32_t i = 0; i < l->nbearers; i++)
	{
		news_link_poll(l, i);
		if (l->bearers[i].entity != NEWS_LINK_NOTHING)
			l->bearers[i].entity = news_link_joined(l, l->bearers[i].entity);
	}
}
