/*
 * vector.h
 *	  The stored form of an article: its entities, dates and events, sorted and
 *	  packed.  What the SQL type newsvector holds behind its length word.
 *
 * An image is bytes without pointers or alignment, the same on every machine:
 *
 *	  version, flags			one byte each
 *	  the filter (filter.h)		its bytes, and how many before them
 *	  chars, sentences			extent of the text
 *	  nentities, ndates, nevents
 *	  bytes of entities, of mentions, of dates (and of zones, by a flag)
 *	  zones | entities | mentions | dates | events
 *
 * Numbers are varints, seven bits a byte, low bits first; signed ones are in
 * zigzag form.  Entities stand in order of kind and name, each name once; their
 * mentions lie apart, so that a search for a name reads names alone.  Events
 * stand in order of position and refer to entities by number.  Equal values have
 * equal images.
 */
#ifndef NEWS_VECTOR_H
#define NEWS_VECTOR_H

#include "annotate.h"
#include "base/error.h"
#include "vector/bytes.h"

#define NEWS_VECTOR_VERSION		2

/* Longest name, code, kind or value, in bytes; longer ones are cut when a vector is made of an article. */
#define NEWS_VECTOR_MAX_STR		1000
/* Largest position, length or sentence number. */
#define NEWS_VECTOR_MAX_POS		(1 << 29)
/* Days that PostgreSQL's date can hold: from inclusive, to exclusive. */
#define NEWS_VECTOR_MIN_DAY		(-2440588)
#define NEWS_VECTOR_MAX_DAY		2145042541

#define NEWS_NO_KIND			(-1)	/* a party named by a common noun */

/* ---- The value, unpacked ---- */

typedef struct NewsVectorMention
{
	uint32_t	pos;			/* characters, 1-based */
	uint32_t	len;			/* characters, 1 or more */
	uint32_t	sentence;		/* as the SQL functions number them: 1-based */
	uint32_t	score;			/* hundredths, 0..100; dates have 100 */
} NewsVectorMention;

typedef struct NewsVectorMentions
{
	NewsVectorMention *items;	/* by position */
	uint32_t	n;
} NewsVectorMentions;

typedef struct NewsVectorEntity
{
	int			kind;			/* NewsKind */
	NewsStr		kind_name;		/* of the user's own; s NULL for other kinds */
	NewsStr		name;
	NewsStr		code;			/* s NULL for none */
	NewsVectorMentions mentions;
} NewsVectorEntity;

typedef struct NewsVectorDate
{
	NewsTimexKind kind;
	NewsBasis	basis;
	NewsStr		value;			/* s NULL while read in place: it follows from during, see news_days_value */
	NewsDays	during;
	NewsVectorMentions mentions;
} NewsVectorDate;

typedef struct NewsVectorParty
{
	NewsStr		name;			/* s NULL: nobody is named */
	int			kind;			/* NewsKind or NEWS_NO_KIND */
	NewsStr		kind_name;		/* of the user's own; s NULL for other kinds */
	NewsStr		code;			/* s NULL for none */
	bool		listed;			/* while read in place: it is one of the entities; else false */
} NewsVectorParty;

typedef struct NewsVectorEvent
{
	NewsStr		type;			/* [A-Z][A-Z0-9_]* */
	NewsVectorParty actor;
	NewsVectorParty recipient;
	NewsStr		place;			/* s NULL for none */
	NewsStr		source;			/* s NULL for the article's own voice */
	NewsDays	during;
	NewsBasis	basis;
	NewsStatus	status;
	NewsVectorMention mention;	/* the trigger */
} NewsVectorEvent;

/* Weights as a tsvector has them; D is that of a text without any. */
#define NEWS_WEIGHT_D			0
#define NEWS_WEIGHT_A			3
#define NEWS_WEIGHT_LETTERS		"DCBA"

/* A stretch of the text, up to the next one. */
typedef struct NewsVectorZone
{
	uint32_t	pos;			/* where it begins: characters, 1-based */
	uint32_t	weight;			/* NEWS_WEIGHT_D to NEWS_WEIGHT_A */
} NewsVectorZone;

typedef struct NewsVector
{
	uint32_t	chars;			/* of the text; || shifts the positions of its right side by this */
	uint32_t	sentences;
	NewsVectorEntity *entities;
	uint32_t	nentities;
	NewsVectorDate *dates;
	uint32_t	ndates;
	NewsVectorEvent *events;
	uint32_t	nevents;
	NewsVectorZone *zones;		/* by position, none of the weight of that before it, the first one not D */
	uint32_t	nzones;
} NewsVector;

/* The annotations of doc.  Strings point into doc where they need no change. */
extern NewsVector *news_vector_make(NewsArena *arena, const NewsDoc *doc);

/* The image of a vector; sorts the vector and makes its entities and dates unique.  s NULL when above 1 GB. */
extern NewsStr news_vector_encode(NewsArena *arena, NewsVector *vector);

/*
 * Unpacks an image, any bytes: returns false and sets *error where it is not
 * sound.  Strings point into the image.  To validate bytes from outside, decode
 * them and encode again.
 */
extern bool news_vector_decode(NewsArena *arena, NewsStr image, NewsVector *vector, NewsError *error);

/* Reads the text form (see print.c); returns false and sets *error on a syntax error. */
extern bool news_vector_parse(NewsArena *arena, NewsStr text, NewsVector *vector, NewsError *error);

/* The text form of a vector, with a NUL behind it that does not count. */
extern NewsStr news_vector_print(NewsArena *arena, const NewsVector *vector);

/*
 * a, then b: positions and sentences of b go up by the extent of a, in place.
 * Returns false when that goes beyond NEWS_VECTOR_MAX_POS.
 */
extern bool news_vector_concat(NewsArena *arena, const NewsVector *a, NewsVector *b, NewsVector *out);

/* ---- Weights (zones.c) ---- */

/* The weight of what stands at a position. */
extern uint32_t news_vector_weight(const NewsVector *vector, uint32_t pos);

/* Gives a weight to what stands before position end; beyond NEWS_VECTOR_MAX_POS: to all. */
extern void news_vector_set_weight(NewsArena *arena, NewsVector *vector, uint32_t end, uint32_t weight);

/* Where what is mentioned behind a sentence (1-based) begins; above NEWS_VECTOR_MAX_POS where nothing is. */
extern uint32_t news_vector_sentence_end(const NewsVector *vector, uint32_t sentence);

/* ---- Reading an image in place ---- */

typedef struct NewsVectorReader
{
	uint32_t	chars;
	uint32_t	sentences;
	uint32_t	nentities;
	uint32_t	ndates;
	uint32_t	nevents;
	NewsStr		filter;
	NewsBytes	zones;
	NewsBytes	entities;
	NewsBytes	mentions;
	NewsBytes	dates;
	NewsBytes	events;
} NewsVectorReader;

/* The filter of an image (filter.h), s NULL where its header is not sound or of a version this library does not know. */
extern NewsStr news_vector_filter(NewsStr image);

/* Returns false when the header is not sound or of a version this library does not know. */
extern bool news_vector_open(NewsStr image, NewsVectorReader *reader);

/*
 * Read the next entity or date, at most reader.nentities or reader.ndates times,
 * without its mentions: mentions.items is NULL, but mentions.n is set.  Return
 * false at unsound bytes.
 */
extern bool news_vector_next_entity(NewsVectorReader *reader, NewsVectorEntity *entity);
extern bool news_vector_next_date(NewsVectorReader *reader, NewsVectorDate *date);

/* Reads the n mentions of the next thing, entities first, then dates; items may be NULL to skip them. */
extern bool news_vector_next_mentions(NewsVectorReader *reader, NewsStr name, NewsVectorMention *items,
									  uint32_t n);

/* Reads the next event; entities are those of the reader, nentities of them; event is that before it, zeroed at first. */
extern bool news_vector_next_event(NewsVectorReader *reader, const NewsVectorEntity *entities,
								   NewsVectorEvent *event);

/* ---- Helpers ---- */

#define NEWS_DAY_SIZE 16		/* room for a day in ISO form and a NUL */

/* Writes a day as 2016-09-10, without NUL; returns its length. */
extern uint32_t news_day_print(NewsDay day, char *out);

/* The ISO value that a day, a whole month or a whole year has: writes it to out (NEWS_DAY_SIZE) and returns its length, else 0. */
extern uint32_t news_days_value(NewsDays during, char *out);

/* Number of a built-in kind by its name, in any case; NEWS_OWN_KIND when there is none. */
extern int	news_kind_of(NewsStr name);

/* The name of a kind; s NULL for NEWS_NO_KIND. */
extern NewsStr news_kind_str(int kind, NewsStr kind_name);

/* Index of name in a list of n names, -1 when it is not there. */
extern int	news_index_of(NewsStr name, const char *const *names, int n);

/* Is it non-empty UTF-8 without NUL, of at most NEWS_VECTOR_MAX_STR bytes? */
extern bool news_vector_str_ok(NewsStr s);

/* Is it the name of an event type: [A-Z][A-Z0-9_]*, at most NEWS_EVENT_TYPE_MAX of them? */
#define NEWS_EVENT_TYPE_MAX 40
extern bool news_event_type_ok(NewsStr s);

/* Talks, agreements and joint work have two equal sides: which one the text names first says nothing. */
extern bool news_event_mutual(NewsStr type);

#endif							/* NEWS_VECTOR_H */
