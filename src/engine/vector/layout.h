/*
 * layout.h
 *	  Details of the image that its writer and its reader share.
 */
#ifndef NEWS_VECTOR_LAYOUT_H
#define NEWS_VECTOR_LAYOUT_H

#include "vector/vector.h"

/* Flags, second byte of the image. */
#define VECTOR_ZONES			0x01	/* weights: the bytes of zones stand behind those of dates */

/*
 * Head byte of an entity: kind + 1, 0 for one of the user's own, whose name
 * follows; whether a code follows the name; mentions, or MANY and a number.
 */
#define ENTITY_KIND(head)		((head) & 0x0F)
#define ENTITY_CODE				0x10
#define ENTITY_MENTIONS(head)	((head) >> 5)
#define ENTITY_MANY				7

/* Head byte of a date: kind, basis, what of value and during follows, whether it has one mention. */
#define DATE_KIND(head)			((head) & 0x03)
#define DATE_BASIS(head)		(((head) >> 2) & 0x07)
#define DATE_SHAPE(head)		(((head) >> 5) & 0x03)
#define DATE_ONCE				0x80
#define DATE_VALUE				0		/* value alone */
#define DATE_BOTH				1
#define DATE_DURING				2		/* during alone: the value follows from it */

/* A mention begins with its distance from the one before, shifted by these. */
#define MENTION_LEN				1		/* a length follows: another than the one before (at first, than the name) has */
#define MENTION_SCORE			2		/* a score follows: another than the one before (at first, than 100) has */
#define MENTION_SHIFT			2

/* An event's type, or 0 and a string: numbers are for good, new ones come behind. */
#define EVENT_TYPES \
	"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", \
	"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", \
	"ELECT", "APPOINT", "RESIGN", "LEGISLATE", "TRIAL", "DIE", "DISASTER", "ACCIDENT", "ACQUIRE", \
	"LAUNCH", "EARNINGS", "LAYOFF", "STRIKE"

/* Second byte of an event. */
#define EVENT_STATUS(byte)		((byte) & 0x07)
#define EVENT_BASIS(byte)		(((byte) >> 3) & 0x07)
#define EVENT_DURING			0x40

/*
 * A party, or a place or source, is one of these or the number of an entity
 * above them; with a party it is shifted by one, for PARTY_CODE.
 */
#define REF_NONE				0
#define REF_LITERAL				1
#define REF_ENTITY				2
#define PARTY_CODE				1		/* a code follows, other than the entity's */

/* Days count from 2010-01-01: two bytes reach from 1987 to 2032. */
#define DAY_BASE				14610

extern const char *const news_vector_types[];
extern const int news_vector_ntypes;

/* Sorts all parts and makes each thing unique. */
extern void news_vector_tidy(NewsArena *arena, NewsVector *vector);

extern void news_vector_tidy_zones(NewsVector *vector);

/* Sets the zones of a || b; false when a position is too large. */
extern bool news_vector_concat_zones(NewsArena *arena, const NewsVector *a, const NewsVector *b, NewsVector *out);

/* Number of the entity in a tidy vector, nentities when it is not there; O(log n). */
extern uint32_t news_vector_find(const NewsVector *vector, int kind, NewsStr kind_name, NewsStr name);

/* The number of characters of a name: what the length of a mention is compared with. */
static inline uint32_t
news_str_chars(NewsStr s)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < s.len; i++)
		n += ((unsigned char) s.s[i] & 0xC0) != 0x80;
	return n;
}

#endif							/* NEWS_VECTOR_LAYOUT_H */
