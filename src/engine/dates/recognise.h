/*
 * recognise.h
 *	  Expressions of time in the tokens of a document, with their parts.
 */
#ifndef NEWS_DATE_RECOGNISE_H
#define NEWS_DATE_RECOGNISE_H

#include "dates/lexeme.h"

#define NEWS_NO_YEAR INT32_MIN

/* A zone named by letters that several share; so in the tables. */
#define NEWS_ZONE_UNKNOWN 999

/* The parts of one expression; 0 or NULL where it has none. */
typedef struct NewsDateParts
{
	int32_t		year;			/* NEWS_NO_YEAR for none; "480 BC" is 480 with bc */
	bool		bc;
	int8_t		month;
	int8_t		day;
	int8_t		weekday;		/* 1 = Monday */
	bool		has_rel;
	bool		has_relday;
	int8_t		rel;			/* last -1, this 0, next 1 */
	int8_t		relday;			/* yesterday -1 */
	char		unit;			/* D W M Q Y E C L H N S F */
	char		unit2;			/* of a second unit: "weeks or months" */
	int32_t		n;				/* number of units; -1 for none */
	bool		half;			/* and a half */
	bool		few;			/* an unknown number of units */
	bool		decimal;		/* number has digits behind the point */
	uint32_t	number;			/* token of the number */
	int32_t		ord;			/* third: 3; 0 for none */
	int32_t		decade;			/* 1990; 90 for "nineties"; -1 for none */
	uint16_t	part;			/* 'M' * 256 + 'O' ...; see grammar */
	uint16_t	season;			/* 'S' * 256 + 'U' ... */
	uint16_t	edge;			/* early, late, mid */
	uint16_t	sense;			/* PA, PR, FU */
	bool		has_clock;
	bool		has_minute;
	bool		has_second;
	bool		twelve;			/* counted by a.m. and p.m. */
	bool		pm;
	uint8_t		hour;
	uint8_t		minute;
	uint8_t		second;
	bool		has_zone;
	int16_t		zone;			/* minutes east of Greenwich; NEWS_ZONE_UNKNOWN */
	uint8_t		holiday;
	char		freq;
	bool		every;
	bool		plural;			/* the unit is in the plural, or weekdays are */
} NewsDateParts;

typedef struct NewsDateMatch
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	sentence;
	const NewsDateRule *rule;	/* NULL: the second half of a range */
	NewsDateParts parts;
	uint8_t		kind;			/* NewsTimexKind, the rule's at first */
	bool		paired;			/* it and the next are the ends of a range or a list */
} NewsDateMatch;

typedef struct NewsDateMatches
{
	NewsDateMatch *items;
	uint32_t	n;
	uint32_t	room;
} NewsDateMatches;

/*
 * Finds the expressions of the document, by position, without overlap.
 */
extern void news_date_recognise(const NewsDoc *doc, const NewsDateGrammar *grammar, NewsDateMatches *out);

/* Does the context of a match satisfy its rule?  guards.c */
extern bool news_date_guards_hold(const NewsDoc *doc, const NewsDateGrammar *grammar, const NewsDateMatch *match,
								  uint32_t sentence_first, uint32_t sentence_end);

/* The grammar for a language of the options; NULL when there is none. */
extern const NewsDateGrammar *news_date_grammar(NewsStr language);

#endif							/* NEWS_DATE_RECOGNISE_H */
