/*
 * names_write.c
 *	  The compiled lexicon of names as C.
 */
#include "names.h"

#include <stdlib.h>
#include <string.h>

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
	uint32_t   *readings = NEWS_NEW(arena, uint32_t, (size_t) n->nnodes * NAMES_MAX_READINGS);
	uint16_t   *caps = NEWS_NEW(arena, uint16_t, (size_t) n->nnodes * NAMES_MAX_READINGS);
	uint8_t    *sources = NEWS_NEW(arena, uint8_t, (size_t) n->nnodes * NAMES_MAX_READINGS);
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
			sources[nreadings] = d->sources[k];
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
	lexc_put_u8(out, "reading_source", sources, nreadings);
	lexc_put_u32(out, "sources", n->sources, n->nsources);
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

#define MILLION 1000000

/* Is a place a state of the United States? */
static bool
is_state(const NewsPlace *place)
{
	return place->kind == NEWS_PLACE_REGION && strcmp(lexc_pool_bytes(sorted_places->pool) + place->code, "USA") == 0;
}

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
	/* a state is better known than the towns that are called after it; New York is not */
	if (is_state(p) && q->kind == NEWS_PLACE_CITY && q->population < MILLION)
		return -1;
	if (is_state(q) && p->kind == NEWS_PLACE_CITY && p->population < MILLION)
		return 1;
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

static int
by_person(const void *a, const void *b)
{
	const NewsOffice *x = a;
	const NewsOffice *y = b;

	if (x->person != y->person)
		return x->person < y->person ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->office < y->office ? -1 : x->office > y->office;
}

static void
put_offices(Names *n, FILE *out)
{
	qsort(n->offices, n->noffices, sizeof(NewsOffice), by_person);
	fprintf(out, "\nstatic const NewsOffice offices[%u] = {\n", n->noffices + 1);
	for (uint32_t i = 0; i < n->noffices; i++)
	{
		const NewsOffice *o = &n->offices[i];

		fprintf(out, "{%u,%u,%u,", o->person, o->office, o->code);
		fprintf(out, o->from == INT32_MIN ? "INT32_MIN" : "%d", o->from);
		fprintf(out, ",%d,%u},\n", o->to, o->source);
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

static int
by_number(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a;
	uint32_t	y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

static int
by_key(const void *a, const void *b)
{
	const NewsNameSound *x = a;
	const NewsNameSound *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->person < y->person ? -1 : x->person > y->person;
}

static void
put_sounds(Names *n, FILE *out)
{
	qsort(n->sounds, n->nsounds, sizeof(NewsNameSound), by_key);
	fprintf(out, "\nstatic const NewsNameSound sounds[%u] = {\n", n->nsounds + 1);
	for (uint32_t i = 0; i < n->nsounds; i++)
		fprintf(out, "{%u,%u,%u},\n", n->sounds[i].key, n->sounds[i].person, n->sounds[i].sound);
	fputs("{0}};\n", out);
}

void
names_put(Names *n)
{
	FILE	   *out = lexc_create(n->lx, "names_data.c", "names/lexicon.h");
	uint32_t	ncodes;
	uint32_t	npeople;

	lexc_pool_put(n->pool, out, "pool");
	put_entities(n, out);
	put_trie(n, out);
	put_root(n, out);
	put_variants(n, out);
	qsort(n->sexed, n->nsexed, sizeof(uint32_t), by_number);
	lexc_put_u32(out, "sexed", n->sexed, n->nsexed);
	ncodes = put_codes(n, out, lexc_pool_bytes(n->pool));
	npeople = put_people(n, out);
	put_sounds(n, out);
	put_places(n, out);
	put_offices(n, out);
	fprintf(out, "\nconst NewsLexicon news_lexicon = {\n"
			"\tpool, %u, ent_name, ent_code, ent_family, ent_kind, ent_flags,\n"
			"\t%u, root_bits, root_rank, %u, node_word, node_child, node_reading, readings, reading_caps,\n"
			"\t%u, variant_word, variant_name, %u, sexed, %u, code_entity, %u, person_entity,\n\t%u, sounds, %u, places, %u, offices, sources, reading_source\n};\n",
			n->nents, n->lx->vocab.nwords + 1, n->nnodes, n->nvariants, n->nsexed, ncodes, npeople, n->nsounds, n->nplaces, n->noffices);
	lexc_close(out);
}
