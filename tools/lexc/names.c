/*
 * names.c
 *	  The tables of names: word classes, entities, and the trie of their spellings.
 *
 * Tables are read in order of trust: where two give one spelling to entities of
 * one kind, the earlier table wins.
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "names/lexicon.h"

#define MAX_TOKENS	NEWS_LEX_MAX_TOKENS
/* Readings of one spelling; more are dropped. */
#define MAX_READINGS 4
/* Spellings of first names. */
#define MAX_VARIANTS 4096

typedef struct Node
{
	uint32_t	parent;
	uint32_t	word;
	uint32_t	child;			/* first child, 0 for none */
	uint32_t	next;			/* next child of the same parent */
	uint32_t	nreadings;
	uint32_t	readings[MAX_READINGS];
	uint16_t	caps[MAX_READINGS];
} Node;

typedef struct Entity
{
	uint8_t		kind;
	uint8_t		flags;
	uint16_t	family;
	uint32_t	name;
	uint32_t	code;
} Entity;

typedef struct Names
{
	Lexc	   *lx;
	LexcPool   *pool;
	Entity	   *ents;
	uint32_t	nents;
	uint32_t	ents_room;
	uint32_t   *ent_slots;		/* entity + 1 by kind and name */
	uint32_t	ent_mask;
	Node	   *nodes;
	uint32_t	nnodes;
	uint32_t	nodes_room;
	uint32_t   *node_slots;		/* node by parent and word */
	uint32_t	node_mask;
	uint32_t   *variant_words;	/* of group i: words from variant_first[i] */
	uint32_t	nvariants;
	uint32_t   *variant_group;
	uint32_t   *variant_names;
	NewsPlace  *places;
	uint32_t	nplaces;
	uint32_t	places_room;
} Names;

/* ---- Classes of words ---- */

static const struct
{
	const char *name;
	uint32_t	flag;
}			word_classes[] = {
	{"title", NEWS_W_TITLE},
	{"title_part", NEWS_W_TITLE_PART},
	{"honorific", NEWS_W_HONORIFIC},
	{"particle", NEWS_W_PARTICLE},
	{"name_suffix", NEWS_W_NAME_SUFFIX},
	{"org_head", NEWS_W_ORG_HEAD},
	{"org_suffix", NEWS_W_ORG_SUFFIX},
	{"place_head", NEWS_W_PLACE_HEAD},
	{"place_front", NEWS_W_PLACE_FRONT},
	{"event_head", NEWS_W_EVENT_HEAD},
	{"work_head", NEWS_W_WORK_HEAD},
	{"place_cue", NEWS_W_PLACE_CUE},
	{"person_verb", NEWS_W_PERSON_VERB},
	{"compass", NEWS_W_COMPASS},
	{"ordinary", NEWS_W_COMMON},
};

static void
read_word_classes(Lexc *lx)
{
	LexcReader *reader = lexc_open_table(lx, "names_words.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		size_t		i = 0;
		size_t		n = sizeof(word_classes) / sizeof(*word_classes);

		if (row.nfields != 2)
			lexc_error(&row, "not two fields: class, words");
		while (i < n && strcmp(word_classes[i].name, row.field[0]) != 0)
			i++;
		if (i == n)
			lexc_error(&row, "unknown class \"%s\"", row.field[0]);
		for (char *s = strtok(row.field[1], " "); s; s = strtok(NULL, " "))
		{
			uint32_t	ids[MAX_TOKENS];

			/* a word with a hyphen is of no use to a table of single words */
			if (lexc_phrase(lx, &row, s, ids, MAX_TOKENS) == 1)
				lx->flags[ids[0]] |= word_classes[i].flag;
		}
	}
}

/* A table of one word a line. */
static void
read_word_list(Lexc *lx, const char *name, uint32_t flag)
{
	LexcReader *reader = lexc_open_table(lx, name);
	LexcRow		row;

	while (lexc_read(reader, &row))
		lexc_word(lx, &row, row.field[0], flag);
}

/* ---- Entities ---- */

static NewsKind
kind_of(const LexcRow *row, const char *name)
{
	static const char *const kinds[] = {"person", "organization", "place", "group", "event", "work", "product"};

	for (int i = 0; i < 7; i++)
		if (strcmp(kinds[i], name) == 0)
			return (NewsKind) i;
	lexc_error(row, "unknown kind \"%s\"", name);
}

/* The entity of this kind and name, made when there is none yet. */
static uint32_t
entity(Names *n, NewsKind kind, const char *name, const char *code)
{
	uint32_t	hash = news_hash(name, strlen(name)) + (uint32_t) kind * 77777;
	uint32_t	i = hash & n->ent_mask;
	uint32_t	offset = lexc_pool_add(n->pool, name);

	for (; n->ent_slots[i]; i = (i + 1) & n->ent_mask)
	{
		Entity	   *e = &n->ents[n->ent_slots[i] - 1];

		if (e->kind == kind && e->name == offset)
			return n->ent_slots[i] - 1;
	}
	n->ents = news_grow(&n->lx->arena, n->ents, n->nents, &n->ents_room, sizeof(Entity));
	n->ents[n->nents] = (Entity) {(uint8_t) kind, 0, 0, offset, lexc_pool_add(n->pool, code)};
	n->ent_slots[i] = ++n->nents;
	return n->nents - 1;
}

static uint32_t
child(Names *n, uint32_t parent, uint32_t word)
{
	uint32_t	i = (parent * UINT32_C(2654435761) + word * UINT32_C(40503)) & n->node_mask;
	uint32_t	id;

	for (; n->node_slots[i]; i = (i + 1) & n->node_mask)
		if (n->nodes[n->node_slots[i]].parent == parent && n->nodes[n->node_slots[i]].word == word)
			return n->node_slots[i];
	n->nodes = news_grow(&n->lx->arena, n->nodes, n->nnodes, &n->nodes_room, sizeof(Node));
	id = n->nnodes++;
	memset(&n->nodes[id], 0, sizeof(Node));
	n->nodes[id].parent = parent;
	n->nodes[id].word = word;
	n->nodes[id].next = n->nodes[parent].child;
	n->nodes[parent].child = id;
	n->node_slots[i] = id;
	return id;
}

/* Adds a reading to a node, unless one of its kind is there already. */
static void
add_reading(Names *n, uint32_t node, uint32_t ent, uint32_t flags, uint16_t caps)
{
	Node	   *d = &n->nodes[node];

	for (uint32_t i = 0; i < d->nreadings; i++)
	{
		uint32_t	other = NEWS_READING_ENTITY(d->readings[i]);

		if (other == ent)
		{
			/* a spelling that any capitals may have is freer than one that needs its own */
			if (!(flags & NEWS_READING_EXACT))
				d->readings[i] &= ~((uint32_t) NEWS_READING_EXACT << 24);
			return;
		}
		if (n->ents[other].kind == n->ents[ent].kind)
			return;
	}
	if (d->nreadings == MAX_READINGS)
		return;
	d->readings[d->nreadings] = ent | flags << 24;
	d->caps[d->nreadings++] = caps;
}

/* Adds one spelling of an entity. */
static void
add_phrase(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags)
{
	uint32_t	ids[MAX_TOKENS];
	int			ntokens = lexc_phrase(n->lx, row, s, ids, MAX_TOKENS);
	NewsTokens	tokens;
	uint16_t	caps = 0;
	uint32_t	node = 0;

	news_tokenize(&n->lx->arena, &n->lx->vocab, s, (uint32_t) strlen(s), &tokens);
	/* the town of As is not worth the word */
	if (ntokens == 1 && (n->lx->flags[ids[0]] & (NEWS_W_FUNCTION | NEWS_W_MONTH | NEWS_W_WEEKDAY)) &&
		!(flags & NEWS_READING_EXACT))
		return;
	for (int i = 0; i < ntokens; i++)
	{
		node = child(n, node, ids[i]);
		if (tokens.items[i].flags & NEWS_TOK_CAP)
			caps |= (uint16_t) (1u << i);
	}
	n->lx->flags[ids[0]] |= NEWS_W_PHRASE;
	if (!(caps & 1) && tokens.items[0].kind == NEWS_WORD)
		n->lx->flags[ids[0]] |= NEWS_W_PHRASE_LOWER;
	add_reading(n, node, ent, flags, caps);
}

/* Is this the Arabic article that a name begins with, with its hyphen or space?  Returns its bytes. */
static size_t
article_length(const char *s)
{
	static const char *const articles[] = {"al", "el", "an", "as", "ash", "at", "ad", "ar"};

	for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++)
	{
		size_t		len = strlen(articles[i]);

		if (strncasecmp(s, articles[i], len) == 0 && (s[len] == '-' || (i < 2 && s[len] == ' ')))
			return len + 1;
	}
	return 0;
}

/* A spelling, and what the Arabic articles in it may look like: al-X, al X, and for a person X. */
static void
add_spelling(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags)
{
	char		other[512];

	while (*s == '=' || *s == '?')
		flags |= *s++ == '=' ? NEWS_READING_EXACT : NEWS_READING_WEAK;
	add_phrase(n, row, s, ent, flags);
	for (const char *p = s; *p; p++)
	{
		size_t		len = p == s || p[-1] == ' ' ? article_length(p) : 0;
		size_t		before = (size_t) (p - s);

		if (len == 0 || strlen(s) >= sizeof(other))
			continue;
		strcpy(other, s);
		other[before + len - 1] = p[len - 1] == '-' ? ' ' : '-';
		add_phrase(n, row, other, ent, flags);
		if (n->ents[ent].kind == NEWS_PERSON && before > 0)
		{
			strcpy(other + before, p + len);
			add_phrase(n, row, other, ent, flags);
		}
		break;
	}
}

/* Spellings divided by "|". */
static void
add_spellings(Names *n, const LexcRow *row, const char *list, uint32_t ent, uint32_t flags)
{
	while (*list)
	{
		size_t		len = strcspn(list, "|");

		if (len)
			add_spelling(n, row, news_strndup(&n->lx->arena, list, len), ent, flags);
		list += len + (list[len] == '|');
	}
}

static const char *
unmarked(const char *name)
{
	return name + strspn(name, "=?");
}

/* kind, name, code, spellings */
static void
read_entities(Names *n, const char *table)
{
	LexcReader *reader = lexc_open_table(n->lx, table);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent;

		if (row.nfields < 2 || row.nfields > 4 || !*row.field[1])
			lexc_error(&row, "not kind, name, code, spellings");
		ent = entity(n, kind_of(&row, row.field[0]), unmarked(row.field[1]), row.field[2]);
		add_spellings(n, &row, row.field[1], ent, 0);
		add_spellings(n, &row, row.field[3], ent, 0);
	}
}

/* name, code, spellings */
static void
read_groups(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_groups.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent = entity(n, NEWS_GROUP, unmarked(row.field[0]), row.field[1]);

		add_spellings(n, &row, row.field[0], ent, 0);
		add_spellings(n, &row, row.field[2], ent, 0);
	}
}

/* Capitals divided by "|", each a place. */
static void
add_capitals(Names *n, const LexcRow *row)
{
	for (char *s = strtok(row->field[4], "|"); s; s = strtok(NULL, "|"))
	{
		uint32_t	ent = entity(n, NEWS_PLACE, unmarked(s), row->field[0]);

		n->ents[ent].flags |= NEWS_LEX_CAPITAL | NEWS_LEX_MAJOR;
		add_spelling(n, row, s, ent, 0);
	}
}

/* code, name, spellings, people, capitals */
static void
read_countries(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_countries.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent;

		if (row.nfields != 5)
			lexc_error(&row, "not code, name, spellings, people, capitals");
		ent = entity(n, NEWS_PLACE, unmarked(row.field[1]), row.field[0]);
		n->ents[ent].flags |= NEWS_LEX_COUNTRY | NEWS_LEX_MAJOR;
		add_spellings(n, &row, row.field[1], ent, 0);
		add_spellings(n, &row, row.field[2], ent, 0);
		if (*row.field[3])
		{
			char	   *first = news_strndup(&n->lx->arena, row.field[3], strcspn(row.field[3], "|"));

			ent = entity(n, NEWS_GROUP, unmarked(first), row.field[0]);
			add_spellings(n, &row, row.field[3], ent, 0);
		}
		add_capitals(n, &row);
	}
}

/* ---- Places ---- */

/* The entity that a spelling means as a place, made when there is none yet. */
static uint32_t
place_entity(Names *n, const LexcRow *row, const char *name)
{
	uint32_t	ids[MAX_TOKENS];
	int			ntokens = lexc_phrase(n->lx, row, name, ids, MAX_TOKENS);
	uint32_t	node = 0;

	for (int i = 0; i < ntokens; i++)
		node = child(n, node, ids[i]);
	for (uint32_t i = 0; i < n->nodes[node].nreadings; i++)
	{
		uint32_t	ent = NEWS_READING_ENTITY(n->nodes[node].readings[i]);

		if (n->ents[ent].kind == NEWS_PLACE)
			return ent;
	}
	return entity(n, NEWS_PLACE, name, row->field[2]);
}

static const char *const place_kind_names[] = {"country", "capital", "region", "city", "district", NULL};

static NewsPlaceKind
place_kind(const LexcRow *row)
{
	for (int i = 0; place_kind_names[i]; i++)
		if (strcmp(place_kind_names[i], row->field[0]) == 0)
			return (NewsPlaceKind) i;
	lexc_error(row, "unknown kind of place \"%s\"", row->field[0]);
}

/* Degrees of a field that is a number within limit degrees or empty. */
static int32_t
degrees(const LexcRow *row, const char *field, double limit)
{
	char	   *end;
	double		value = strtod(field, &end);

	if (!*field)
		return NEWS_NO_DEGREES;
	if (*end || value < -limit || value > limit)
		lexc_error(row, "\"%s\" is no number of degrees", field);
	return (int32_t) (value * 100000 + (value < 0 ? -0.5 : 0.5));
}

/* kind, name, code, region, latitude, longitude, population, known as, spellings */
static void
read_places(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_cities.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		const char *name = unmarked(row.field[1]);
		uint32_t	ent;

		if (row.nfields < 7 || row.nfields > 9 || !*name)
			lexc_error(&row, "not kind, name, code, region, latitude, longitude, population, known as, spellings");
		ent = place_entity(n, &row, name);
		n->places = news_grow(&n->lx->arena, n->places, n->nplaces, &n->places_room, sizeof(NewsPlace));
		n->places[n->nplaces++] = (NewsPlace) {
			.entity = ent, .code = lexc_pool_add(n->pool, row.field[2]), .region = lexc_pool_add(n->pool, row.field[3]),
			.known_as = lexc_pool_add(n->pool, row.field[7]), .latitude = degrees(&row, row.field[4], 90),
			.longitude = degrees(&row, row.field[5], 180), .population = (uint32_t) strtoul(row.field[6], NULL, 10),
			.kind = (uint8_t) place_kind(&row)
		};
		if (n->places[n->nplaces - 1].kind == NEWS_PLACE_COUNTRY)
			continue;
		add_spellings(n, &row, row.field[1], ent, 0);
		add_spellings(n, &row, row.field[8], ent, 0);
	}
}

/* ---- People ---- */

/* First names that are one: usual spelling, others. */
static void
read_variants(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_variants.tsv");
	LexcRow		row;
	uint32_t	group = 0;

	while (lexc_read(reader, &row))
	{
		uint32_t	usual = lexc_pool_add(n->pool, row.field[0]);

		group++;
		for (char *s = row.field[0]; s; s = s == row.field[0] ? strtok(row.field[1], "|") : strtok(NULL, "|"))
		{
			uint32_t	ids[MAX_TOKENS];

			if (lexc_phrase(n->lx, &row, s, ids, MAX_TOKENS) != 1)
				continue;
			if (n->nvariants == MAX_VARIANTS)
				lexc_error(&row, "more than %d spellings", MAX_VARIANTS);
			n->variant_words[n->nvariants] = ids[0];
			n->variant_group[n->nvariants] = group;
			n->variant_names[n->nvariants++] = usual;
			n->lx->flags[ids[0]] |= NEWS_W_FIRSTNAME;
		}
	}
}

/* A person's name, with the other spellings of the first name. */
static void
add_person_spelling(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	size_t		len = strcspn(name, " ");
	uint32_t	ids[MAX_TOKENS];
	uint32_t	group = 0;

	add_spelling(n, row, name, ent, 0);
	if (!name[len] || *name == '=' ||
		lexc_phrase(n->lx, row, news_strndup(&n->lx->arena, name, len), ids, MAX_TOKENS) != 1)
		return;
	for (uint32_t i = 0; i < n->nvariants; i++)
		if (n->variant_words[i] == ids[0])
			group = n->variant_group[i];
	for (uint32_t i = 0; group && i < n->nvariants; i++)
		if (n->variant_group[i] == group && n->variant_words[i] != ids[0])
		{
			char		other[512];
			const char *first = lexc_word_str(n->lx, n->variant_words[i]);

			snprintf(other, sizeof(other), "%s%s", first, name + len);
			if (other[0] >= 'a' && other[0] <= 'z')
				other[0] = (char) (other[0] - 'a' + 'A');
			add_spelling(n, row, other, ent, 0);
		}
}

/* Where the family name lies in the name: start << 8 | length, or 0. */
static uint16_t
family_span(const char *name, const char *family)
{
	size_t		len = strlen(name);
	const char *found = NULL;
	size_t		flen = strlen(family);

	if (flen == 0)
	{
		const char *end = strstr(name, " Jr.");
		const char *start = end ? end : name + len;

		end = start;
		while (start > name && start[-1] != ' ')
			start--;
		return (uint16_t) ((start - name) << 8 | (end - start));
	}
	for (const char *p = name; (p = strstr(p, family)) != NULL; p++)
		if ((p == name || p[-1] == ' ') && (p[flen] == '\0' || p[flen] == ' '))
			found = p;
	return found ? (uint16_t) ((size_t) (found - name) << 8 | flen) : 0;
}

/* name, code, family, spellings */
static void
read_people(Names *n, const char *table)
{
	LexcReader *reader = lexc_open_table(n->lx, table);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent = entity(n, NEWS_PERSON, row.field[0], row.field[1]);
		const char *family = row.field[2];
		bool		alone = *family != '?' && *family != '-';
		uint16_t	span = *family == '-' ? 0 : family_span(row.field[0], unmarked(family));
		char	   *list = row.field[3];

		n->ents[ent].family = span;
		add_person_spelling(n, &row, row.field[0], ent);
		for (char *s = strtok(list, "|"); s; s = strtok(NULL, "|"))
			add_person_spelling(n, &row, s, ent);
		if (alone && !span)
			lexc_error(&row, "\"%s\" is no part of \"%s\"", family, row.field[0]);
		if (alone)
		{
			char	   *s = news_strndup(&n->lx->arena, row.field[0] + (span >> 8), span & 0xFF);
			size_t		len = article_length(s);

			add_spelling(n, &row, s, ent, NEWS_READING_FAMILY);
			if (len)
				add_spelling(n, &row, s + len, ent, NEWS_READING_FAMILY);
		}
	}
}

/* ---- Writing ---- */

static const Node *sorted_nodes;

static int
by_word(const void *a, const void *b)
{
	uint32_t	x = sorted_nodes[*(const uint32_t *) a].word;
	uint32_t	y = sorted_nodes[*(const uint32_t *) b].word;

	return x < y ? -1 : x > y;
}

/* The trie breadth first, so that the children of a node lie together. */
static void
put_trie(Names *n, FILE *out)
{
	NewsArena  *arena = &n->lx->arena;
	uint32_t   *order = NEWS_NEW(arena, uint32_t, n->nnodes + 1);
	uint32_t   *word = NEWS_NEW(arena, uint32_t, n->nnodes + 1);
	uint32_t   *first = NEWS_NEW(arena, uint32_t, n->nnodes + 1);
	uint32_t   *reading = NEWS_NEW(arena, uint32_t, n->nnodes + 1);
	uint32_t   *readings = NEWS_NEW(arena, uint32_t, (size_t) n->nnodes * MAX_READINGS);
	uint16_t   *caps = NEWS_NEW(arena, uint16_t, (size_t) n->nnodes * MAX_READINGS);
	uint32_t	end = 1;
	uint32_t	nreadings = 0;

	sorted_nodes = n->nodes;
	order[0] = 0;
	for (uint32_t i = 0; i < n->nnodes; i++)
	{
		const Node *d = &n->nodes[order[i]];

		word[i] = d->word;
		first[i] = end;
		for (uint32_t c = d->child; c; c = n->nodes[c].next)
			order[end++] = c;
		qsort(order + first[i], end - first[i], sizeof(uint32_t), by_word);
		reading[i] = nreadings;
		for (uint32_t k = 0; k < d->nreadings; k++)
		{
			readings[nreadings] = d->readings[k];
			caps[nreadings++] = d->caps[k];
		}
	}
	first[n->nnodes] = end;
	reading[n->nnodes] = nreadings;
	lexc_put_u32(out, "node_word", word, n->nnodes);
	lexc_put_u32(out, "node_child", first, n->nnodes + 1);
	lexc_put_u32(out, "node_reading", reading, n->nnodes + 1);
	lexc_put_u32(out, "readings", readings, nreadings);
	lexc_put_u16(out, "reading_caps", caps, nreadings);
}

/* Which words begin a phrase, and how many before each 32 of them. */
static void
put_root(Names *n, FILE *out)
{
	uint32_t	nitems = n->lx->vocab.nwords / 32 + 1;
	uint32_t   *bits = NEWS_NEW0(&n->lx->arena, uint32_t, nitems);
	uint32_t   *rank = NEWS_NEW0(&n->lx->arena, uint32_t, nitems);

	for (uint32_t c = n->nodes[0].child; c; c = n->nodes[c].next)
		bits[n->nodes[c].word / 32] |= UINT32_C(1) << (n->nodes[c].word % 32);
	for (uint32_t i = 1; i < nitems; i++)
		rank[i] = rank[i - 1] + (uint32_t) __builtin_popcount(bits[i - 1]);
	lexc_put_u32(out, "root_bits", bits, nitems);
	lexc_put_u32(out, "root_rank", rank, nitems);
}

static void
put_entities(Names *n, FILE *out)
{
	NewsArena  *arena = &n->lx->arena;
	uint32_t   *name = NEWS_NEW(arena, uint32_t, n->nents + 1);
	uint32_t   *code = NEWS_NEW(arena, uint32_t, n->nents + 1);
	uint16_t   *family = NEWS_NEW(arena, uint16_t, n->nents + 1);
	uint8_t    *kind = NEWS_NEW(arena, uint8_t, n->nents + 1);
	uint8_t    *flags = NEWS_NEW(arena, uint8_t, n->nents + 1);

	for (uint32_t i = 0; i < n->nents; i++)
	{
		name[i] = n->ents[i].name;
		code[i] = n->ents[i].code;
		family[i] = n->ents[i].family;
		kind[i] = n->ents[i].kind;
		flags[i] = n->ents[i].flags;
	}
	lexc_put_u32(out, "ent_name", name, n->nents);
	lexc_put_u32(out, "ent_code", code, n->nents);
	lexc_put_u16(out, "ent_family", family, n->nents);
	lexc_put_u8(out, "ent_kind", kind, n->nents);
	lexc_put_u8(out, "ent_flags", flags, n->nents);
}

/* The first entity of each code, sorted by code: a country where there is one. */
static uint32_t
put_codes(Names *n, FILE *out, const char *pool)
{
	uint32_t   *list = NEWS_NEW(&n->lx->arena, uint32_t, n->nents + 1);
	uint32_t	count = 0;

	for (uint32_t i = 0; i < n->nents; i++)
	{
		const char *code = pool + n->ents[i].code;
		uint32_t	at = 0;

		if (!*code || (n->ents[i].kind != NEWS_ORGANIZATION && !(n->ents[i].flags & NEWS_LEX_COUNTRY)))
			continue;
		while (at < count && strcmp(pool + n->ents[list[at]].code, code) < 0)
			at++;
		if (at < count && strcmp(pool + n->ents[list[at]].code, code) == 0)
			continue;
		memmove(list + at + 1, list + at, (count - at) * sizeof(uint32_t));
		list[at] = i;
		count++;
	}
	lexc_put_u32(out, "code_entity", list, count);
	return count;
}

static const Names *sorted_names;

static int
by_name(const void *a, const void *b)
{
	const char *pool = lexc_pool_bytes(sorted_names->pool);

	return strcmp(pool + sorted_names->ents[*(const uint32_t *) a].name, pool + sorted_names->ents[*(const uint32_t *) b].name);
}

static uint32_t
put_people(Names *n, FILE *out)
{
	uint32_t   *list = NEWS_NEW(&n->lx->arena, uint32_t, n->nents + 1);
	uint32_t	count = 0;

	for (uint32_t i = 0; i < n->nents; i++)
		if (n->ents[i].kind == NEWS_PERSON)
			list[count++] = i;
	sorted_names = n;
	qsort(list, count, sizeof(uint32_t), by_name);
	lexc_put_u32(out, "person_entity", list, count);
	return count;
}

static const Names *sorted_places;

/* By entity; first the country and what lies in the country that the entity's code names, then the table's order. */
static int
by_likelihood(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a;
	uint32_t	y = *(const uint32_t *) b;
	const NewsPlace *p = &sorted_places->places[x];
	const NewsPlace *q = &sorted_places->places[y];
	uint32_t	code = sorted_places->ents[p->entity].code;

	if (p->entity != q->entity)
		return p->entity < q->entity ? -1 : 1;
	if ((p->code == code) != (q->code == code))
		return p->code == code ? -1 : 1;
	if ((p->kind <= NEWS_PLACE_CAPITAL) != (q->kind <= NEWS_PLACE_CAPITAL))
		return p->kind <= NEWS_PLACE_CAPITAL ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Where places are.  The first of an entity is the usual one, when it lies where the entity's code says. */
static void
put_places(Names *n, FILE *out)
{
	uint32_t   *order = NEWS_NEW(&n->lx->arena, uint32_t, n->nplaces + 1);

	for (uint32_t i = 0; i < n->nplaces; i++)
		order[i] = i;
	sorted_places = n;
	qsort(order, n->nplaces, sizeof(uint32_t), by_likelihood);
	fprintf(out, "\nstatic const NewsPlace places[%u] = {\n", n->nplaces + 1);
	for (uint32_t i = 0; i < n->nplaces; i++)
	{
		const NewsPlace *p = &n->places[order[i]];
		bool		first = i == 0 || n->places[order[i - 1]].entity != p->entity;

		fprintf(out, "{%u,%u,%u,%u,%d,%d,%u,%u,%d},\n", p->entity, p->code, p->region, p->known_as, p->latitude,
				p->longitude, p->population, p->kind, first && p->code == n->ents[p->entity].code);
	}
	fputs("{0}};\n", out);
}

static void
put_variants(Names *n, FILE *out)
{
	for (uint32_t i = 1; i < n->nvariants; i++)
		for (uint32_t k = i; k > 0 && n->variant_words[k] < n->variant_words[k - 1]; k--)
		{
			uint32_t	word = n->variant_words[k];
			uint32_t	name = n->variant_names[k];

			n->variant_words[k] = n->variant_words[k - 1];
			n->variant_names[k] = n->variant_names[k - 1];
			n->variant_words[k - 1] = word;
			n->variant_names[k - 1] = name;
		}
	lexc_put_u32(out, "variant_word", n->variant_words, n->nvariants);
	lexc_put_u32(out, "variant_name", n->variant_names, n->nvariants);
}

static void
put_names(Names *n)
{
	FILE	   *out = lexc_create(n->lx, "names_data.c", "names/lexicon.h");
	uint32_t	ncodes;
	uint32_t	npeople;

	lexc_pool_put(n->pool, out, "pool");
	put_entities(n, out);
	put_trie(n, out);
	put_root(n, out);
	put_variants(n, out);
	ncodes = put_codes(n, out, lexc_pool_bytes(n->pool));
	npeople = put_people(n, out);
	put_places(n, out);
	fprintf(out, "\nconst NewsLexicon news_lexicon = {\n"
			"\tpool, %u, ent_name, ent_code, ent_family, ent_kind, ent_flags,\n"
			"\t%u, root_bits, root_rank, %u, node_word, node_child, node_reading, readings, reading_caps,\n"
			"\t%u, variant_word, variant_name, %u, code_entity, %u, person_entity,\n\t%u, places\n};\n",
			n->nents, n->lx->vocab.nwords + 1, n->nnodes, n->nvariants, ncodes, npeople, n->nplaces);
	lexc_close(out);
}

void
lexc_names(Lexc *lx)
{
	Names		n = {.lx = lx, .pool = lexc_pool(lx)};

	n.ent_mask = (1u << 20) - 1;
	n.ent_slots = NEWS_NEW0(&lx->arena, uint32_t, n.ent_mask + 1);
	n.node_mask = (1u << 21) - 1;
	n.node_slots = NEWS_NEW0(&lx->arena, uint32_t, n.node_mask + 1);
	n.variant_words = NEWS_NEW0(&lx->arena, uint32_t, MAX_VARIANTS);
	n.variant_group = NEWS_NEW0(&lx->arena, uint32_t, MAX_VARIANTS);
	n.variant_names = NEWS_NEW0(&lx->arena, uint32_t, MAX_VARIANTS);
	n.nodes = news_grow(&lx->arena, NULL, 0, &n.nodes_room, sizeof(Node));
	memset(n.nodes, 0, sizeof(Node));
	n.nnodes = 1;
	read_word_classes(lx);
	read_word_list(lx, "names_common.tsv", NEWS_W_COMMON);
	read_word_list(lx, "names_first.tsv", NEWS_W_FIRSTNAME);
	read_word_list(lx, "names_last.tsv", NEWS_W_SURNAME);
	read_variants(&n);
	read_countries(&n);
	read_entities(&n, "names_places.tsv");
	read_entities(&n, "names_organizations.tsv");
	read_entities(&n, "names_events.tsv");
	read_people(&n, "names_people.tsv");
	read_groups(&n);
	read_people(&n, "names_leaders.tsv");
	read_people(&n, "names_congress.tsv");
	read_entities(&n, "names_companies.tsv");
	read_places(&n);
	read_entities(&n, "names_geography.tsv");
	put_names(&n);
}
