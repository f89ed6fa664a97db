/*
 * lexicon.h
 *	  The compiled lexicon of names: entities, and a trie of their spellings.
 *
 * Made by tools/lexc from src/lexicon/names_*.tsv; constant data in the library.
 */
#ifndef NEWS_NAMES_LEXICON_H
#define NEWS_NAMES_LEXICON_H

#include "annotate.h"

/* How a spelling may be read; the high byte of a reading. */
#define NEWS_READING_EXACT	0x01	/* counts only in capitals as given: US, WHO */
#define NEWS_READING_WEAK	0x02	/* only where the context speaks for it: Jordan, Turkey */
#define NEWS_READING_FAMILY	0x04	/* a person's family name alone */

#define NEWS_READING_ENTITY(reading) ((reading) & 0xFFFFFF)
#define NEWS_READING_FLAGS(reading) ((reading) >> 24)

/* What an entity is; ent_flags. */
#define NEWS_LEX_COUNTRY	0x01	/* a country itself */
#define NEWS_LEX_CAPITAL	0x02	/* a capital that may stand for its government */
#define NEWS_LEX_MAJOR		0x04	/* a place everybody knows: wins over people's names */

/* What a place is. */
typedef enum NewsPlaceKind
{
	NEWS_PLACE_COUNTRY, NEWS_PLACE_CAPITAL, NEWS_PLACE_REGION, NEWS_PLACE_CITY, NEWS_PLACE_DISTRICT
} NewsPlaceKind;

#define NEWS_NO_DEGREES INT32_MIN

/* One of the places that have an entity's name.  Strings are offsets in pool, equal ones equal offsets. */
typedef struct NewsPlace
{
	uint32_t	entity;
	uint32_t	code;			/* ISO 3166-1 alpha-3 of its country */
	uint32_t	region;			/* bare name of its state or province, or of itself when it is one known by another name; of "" for none */
	uint32_t	known_as;		/* its name where the bare one means another; of "" for name, region or name, country */
	int32_t		latitude;		/* degrees * 100000; NEWS_NO_DEGREES */
	int32_t		longitude;
	uint32_t	population;		/* 0 when unknown */
	uint8_t		kind;			/* NewsPlaceKind */
	bool		usual;			/* what the entity means where nothing speaks for another */
} NewsPlace;

/* Who held which office, when: days as annotate.h counts them, from <= day < to. */
typedef struct NewsOffice
{
	uint32_t	person;			/* entity */
	uint32_t	office;			/* "foreign minister"; offset in pool */
	uint32_t	code;			/* of the country or body; offset in pool */
	int32_t		from;			/* INT32_MIN when unknown */
	int32_t		to;				/* INT32_MAX while it lasts */
	uint8_t		source;			/* index of sources */
} NewsOffice;

/* The sound of a person's name, in the script of the country the person acts for. */
typedef struct NewsNameSound
{
	uint32_t	key;			/* news_sound_key */
	uint32_t	person;			/* entity */
	uint32_t	sound;			/* offset in pool */
} NewsNameSound;

typedef struct NewsLexicon
{
	const char *pool;			/* NUL-terminated strings */

	uint32_t	nents;
	const uint32_t *ent_name;	/* offset of the canonical name in pool */
	const uint32_t *ent_code;	/* offset of the code in pool; of "" for none */
	const uint16_t *ent_family; /* of a person: start << 8 | length of the family name in the name, bytes; 0 when unknown */
	const uint8_t *ent_kind;	/* NewsKind */
	const uint8_t *ent_flags;	/* NEWS_LEX_* */

	/*
	 * Trie over word ids.  Node 0 is the root, its child number k (from 1) that
	 * of the k-th word with NEWS_W_PHRASE, found by counting bits.  A node's
	 * children lie together, in order of their words.
	 */
	uint32_t	nwords;			/* word ids that root_bits covers */
	const uint32_t *root_bits;	/* bit i % 32 of item i / 32: does word i begin a phrase? */
	const uint32_t *root_rank;	/* bits set in items before this one */
	uint32_t	nnodes;
	const uint32_t *node_word;
	const uint32_t *node_child; /* first child; nnodes + 1 items */
	const uint32_t *node_reading;	/* first reading; nnodes + 1 items */
	const uint32_t *readings;	/* entity | NEWS_READING_* << 24, likeliest first */
	const uint16_t *reading_caps;	/* bit i: the i-th token must have a capital (i below 16) */

	/* First names with several spellings, sorted by word. */
	uint32_t	nvariants;
	const uint32_t *variant_word;
	const uint32_t *variant_name;	/* offset in pool of the usual spelling */

	/* Given names of one sex: word << 1 | 1 for men, sorted. */
	uint32_t	nsexed;
	const uint32_t *sexed;

	/* Entities by code, the first that bears it: sorted by code. */
	uint32_t	ncodes;
	const uint32_t *code_entity;

	/* People, sorted by canonical name. */
	uint32_t	npeople;
	const uint32_t *person_entity;

	/* People by the sound of their names (sound.h), sorted by key. */
	uint32_t	nsounds;
	const NewsNameSound *sounds;

	/* Where places are, by entity; of one entity the likeliest first. */
	uint32_t	nplaces;
	const NewsPlace *places;

	/* Offices, by person and then by day. */
	uint32_t	noffices;
	const NewsOffice *offices;

	const uint32_t *sources;	/* where facts are from; offsets in pool */
	const uint8_t *reading_source;	/* index of sources by reading */
} NewsLexicon;

extern const NewsLexicon news_lexicon;

#define NEWS_LEX_MAX_TOKENS 16

typedef struct NewsLexMatch
{
	uint32_t	ntokens;		/* 0: no match */
	uint32_t	first;			/* readings first .. first + n - 1 */
	uint32_t	n;
} NewsLexMatch;

/*
 * The longest spelling of the lexicon at token first, not past token end, that
 * is written with the capitals it must have; any_case: capitals do not matter.
 */
extern NewsLexMatch news_lexicon_match(const NewsTokens *tokens, uint32_t first, uint32_t end, bool any_case);

/* Is reading i of a match at token first written as it must be? */
extern bool news_lexicon_written(const NewsTokens *tokens, uint32_t first, uint32_t ntokens, uint32_t reading);

static inline NewsStr
news_lexicon_name(uint32_t entity)
{
	return news_str(news_lexicon.pool + news_lexicon.ent_name[entity]);
}

/* s NULL when it has none. */
static inline NewsStr
news_lexicon_code(uint32_t entity)
{
	const char *code = news_lexicon.pool + news_lexicon.ent_code[entity];

	return *code ? news_str(code) : NEWS_NO_STR;
}

/*
 * The lexicon's one person whose name sounds like the words from token first up
 * to end (sound.h), though it has no such spelling; -1 for none or several.
 */
extern int32_t news_name_by_sound(const NewsTokens *tokens, uint32_t first, uint32_t end);

/* The usual spelling of a first name, s NULL when it has one spelling only. */
extern NewsStr news_lexicon_variant(uint32_t word);

#endif							/* NEWS_NAMES_LEXICON_H */
