/*
 * names.h
 *	  What the modules that compile the tables of names share.
 */
#ifndef LEXC_NAMES_H
#define LEXC_NAMES_H

#include "lexc.h"

#include "names/lexicon.h"

#define NAMES_MAX_TOKENS	NEWS_LEX_MAX_TOKENS
/* Readings of one spelling; more are dropped. */
#define NAMES_MAX_READINGS 4
/* Spellings of first names. */
#define NAMES_MAX_VARIANTS 4096

typedef struct Node
{
	uint32_t	parent;
	uint32_t	word;
	uint32_t	child;			/* first child, 0 for none */
	uint32_t	next;			/* next child of the same parent */
	uint32_t	nreadings;
	uint32_t	readings[NAMES_MAX_READINGS];
	uint16_t	caps[NAMES_MAX_READINGS];
	uint8_t		sources[NAMES_MAX_READINGS];	/* indexes of Names.sources */
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
	uint32_t   *sexed;			/* word << 1 | 1 for men */
	uint32_t	nsexed;
	uint32_t	sexed_room;
	NewsNameSound *sounds;
	uint32_t	nsounds;
	uint32_t	sounds_room;
	NewsPlace  *places;
	uint32_t	nplaces;
	uint32_t	places_room;
	NewsOffice *offices;
	uint32_t	noffices;
	uint32_t	offices_room;
	uint32_t	sources[256];	/* offsets in pool */
	uint32_t	nsources;
} Names;

/* ---- names_trie.c: entities and their spellings ---- */

/* The entity of this kind and name, made when there is none yet. */
extern uint32_t names_entity(Names *n, NewsKind kind, const char *name, const char *code);

/* The child of a node of the trie by word, made when there is none yet. */
extern uint32_t names_child(Names *n, uint32_t parent, uint32_t word);

/* The number of the source of a row. */
extern uint8_t names_source(Names *n, const LexcRow *row);

/* One spelling of an entity, or several divided by "|", with the marks "=" and "?" before each. */
extern void names_add_spelling(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags);
extern void names_add_spellings(Names *n, const LexcRow *row, const char *list, uint32_t ent, uint32_t flags);

/* A name without its marks. */
extern const char *names_unmarked(const char *name);

/* Is this the Arabic article that a name begins with, with its hyphen or space?  Returns its bytes. */
extern size_t names_article_length(const char *s);

/* The entity of a kind that a spelling means already, -1 when there is none. */
extern int64_t names_meant(Names *n, const LexcRow *row, const char *spelling, NewsKind kind);

/* ---- names_forms.c ---- */

/* Other forms of a person's name: orders of words, hyphens, endings, Wade-Giles. */
extern void names_add_forms(Names *n, const LexcRow *row, const char *name, uint32_t ent);

/* ---- Tables of their own, and the writer ---- */

extern void names_read_places(Names *n);	/* names_places.c */
extern void names_read_variants(Names *n);	/* names_people.c */
extern void names_read_sexes(Names *n);
extern void names_read_people(Names *n, const char *table);
extern void names_read_offices(Names *n, const char *table);
extern void names_put(Names *n);	/* names_write.c */

#endif							/* LEXC_NAMES_H */
