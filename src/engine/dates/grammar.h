/*
 * grammar.h
 *	  The compiled grammar of date expressions, one for each language.
 *
 * src/lexicon/dates_<language>.tsv holds the expressions, dates_words_<language>.tsv
 * the words of each class.  tools/lexc/dates.c makes of them a deterministic
 * automaton over atoms.  An atom stands for all lexemes that belong to the same
 * classes: words through a table by word id, numbers by their shape.  The
 * automaton finds the longest expression and its rule; the rule's program then
 * says which lexeme plays which part.
 */
#ifndef NEWS_DATE_GRAMMAR_H
#define NEWS_DATE_GRAMMAR_H

#include "annotate.h"

/*
 * Classes of lexemes that fill a part of the date.  In a pattern they are
 * written in capitals; literal words of patterns get classes of their own,
 * behind these.
 */
#define NEWS_DATE_CLASSES(X) \
	X(MONTH)	/* january */ \
	X(MON)		/* jan, with or without period */ \
	X(WEEKDAY) \
	X(WDAY)		/* mon, tue */ \
	X(WEEKDAYS)	/* mondays */ \
	X(UNIT)		/* day, week, year, ... */ \
	X(UNITS)	/* days, weeks, years, ... */ \
	X(NUM)		/* a cardinal number: 5, five, 2 1/2, a hundred */ \
	X(ORD)		/* an ordinal number: 3rd, third */ \
	X(DAY)		/* a number that may be a day of the month: 1..31 */ \
	X(DAYTH)	/* an ordinal that may be one */ \
	X(YEAR)		/* 1000 .. 2199, nineteen ninety-six, '96 */ \
	X(YY)		/* two digits */ \
	X(BCYEAR)	/* up to three digits, for "490 BC" */ \
	X(DECADE)	/* 1990s, '80s, nineties */ \
	X(HOUR)		/* 0 .. 24 */ \
	X(CLOCK)	/* 7:15, 19:15:30 */ \
	X(HOURAP)	/* 7pm, 7:15am */ \
	X(AMPM)		/* a.m. */ \
	X(ZONE)		/* EST, GMT */ \
	X(NUMDATE)	/* 9/10/2016, 10.9.2016, 2016-09-10 */ \
	X(RELDAY)	/* yesterday, today, tomorrow */ \
	X(REL)		/* last, this, next */ \
	X(RELADJ)	/* "this past", "this coming", "the current" */ \
	X(PART)		/* morning, evening */ \
	X(POINT)	/* noon, midnight */ \
	X(SEASON) \
	X(EARLY)	/* early, late, mid: parts of a period */ \
	X(ABOUT)	/* about, nearly, some */ \
	X(FEW)		/* few, several, many */ \
	X(HALF)		/* half */ \
	X(HOLIDAY)	/* christmas: a fixed or movable feast by number */ \
	X(EVERY)	/* every, each */ \
	X(FREQ)		/* daily, weekly */ \
	X(BC)		/* BC, BCE, B.C. */ \
	X(SENSE)	/* vague references: now, recently */ \
	X(QTR)		/* Q1 .. Q4, H1, H2 */ \
	X(HYPHEN)	/* "-" with no space around it */ \
	X(DASH)		/* any other dash */ \
	X(COMMA) \
	X(SLASH) \
	X(APOS)

typedef enum NewsDateClass
{
#define X(name) NEWS_DC_##name,
	NEWS_DATE_CLASSES(X)
#undef X
	NEWS_DC_COUNT
} NewsDateClass;

#define NEWS_DC_BIT(name) (UINT64_C(1) << NEWS_DC_##name)

/* Shapes of numbers, and the classes each belongs to; they are atoms 1 .. NEWS_SHAPE_COUNT. */
#define NEWS_DATE_SHAPES(X) \
	X(D1, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(DAY) | NEWS_DC_BIT(HOUR) | NEWS_DC_BIT(BCYEAR))	/* 1 .. 9 */ \
	X(D10, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(DAY) | NEWS_DC_BIT(HOUR) | NEWS_DC_BIT(YY) | NEWS_DC_BIT(BCYEAR))	/* 01 .. 24 */ \
	X(D25, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(DAY) | NEWS_DC_BIT(YY) | NEWS_DC_BIT(BCYEAR)) \
	X(D32, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(YY) | NEWS_DC_BIT(BCYEAR))	/* 00, 32 .. 99 */ \
	X(D100, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(BCYEAR))	/* three digits */ \
	X(D1000, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(YEAR)) \
	X(NUMBER, NEWS_DC_BIT(NUM))		/* any other number, and number words */ \
	X(YEARWORD, NEWS_DC_BIT(YEAR))	/* nineteen ninety-six, '96 */ \
	X(TH, NEWS_DC_BIT(ORD) | NEWS_DC_BIT(DAYTH)) \
	X(TH32, NEWS_DC_BIT(ORD)) \
	X(TENS, NEWS_DC_BIT(DECADE))	/* 1990s */ \
	X(CLOCK, NEWS_DC_BIT(CLOCK)) \
	X(HOURAP, NEWS_DC_BIT(HOURAP)) \
	X(NUMDATE, NEWS_DC_BIT(NUMDATE)) \
	X(QTR, NEWS_DC_BIT(QTR)) \
	X(NUMBERWORD, NEWS_DC_BIT(NUM) | NEWS_DC_BIT(ORD) | NEWS_DC_BIT(DAYTH) | NEWS_DC_BIT(YEAR) | NEWS_DC_BIT(DECADE))	/* seven, twenty: what it is shows with the words behind it */ \
	X(HYPHEN, NEWS_DC_BIT(HYPHEN)) \
	X(DASH, NEWS_DC_BIT(DASH)) \
	X(COMMA, NEWS_DC_BIT(COMMA)) \
	X(SLASH, NEWS_DC_BIT(SLASH)) \
	X(APOS, NEWS_DC_BIT(APOS))

typedef enum NewsDateShape
{
	NEWS_SHAPE_NONE,
#define X(name, classes) NEWS_SHAPE_##name,
	NEWS_DATE_SHAPES(X)
#undef X
	NEWS_SHAPE_END
} NewsDateShape;

/* What to make of an expression's parts. */
#define NEWS_DATE_OPS(X) \
	X(calendar)		/* the parts name it: 5 May 2010, Friday night, the third quarter of 1990 */ \
	X(shift)		/* REL or RELDAY units from the day of writing: last year, yesterday */ \
	X(ago)			/* a number of units before the day of writing */ \
	X(hence)		/* a number of units after the day of writing */ \
	X(before)		/* a number of units before another date of the text */ \
	X(after)		/* a number of units after another date of the text */ \
	X(anchor)		/* REL units from another date of the text: that day, the following year */ \
	X(duration)		/* a number of units: P3D */ \
	X(set)			/* every unit: P1D, XXXX-WXX-1 */ \
	X(ref)			/* PAST_REF, PRESENT_REF, FUTURE_REF */ \
	X(weekend) \
	X(offset)		/* units from a date of the same expression: two days before Christmas */ \
	X(nth)			/* the first Monday of May, the second week of May */ \
	X(holiday) \
	X(quarter)		/* a quarter without a year, in the text's own context */ \
	X(yearago)		/* the period a year before the one under discussion */ \
	X(period)		/* the period under discussion */

typedef enum NewsDateOp
{
#define X(name) NEWS_OP_##name,
	NEWS_DATE_OPS(X)
#undef X
	NEWS_OP_COUNT
} NewsDateOp;

/* Conditions on the context that a table can ask for; see recognise.c. */
#define NEWS_DATE_GUARDS(X) \
	X(cap)			/* the month or weekday in it has a capital */ \
	X(month)		/* a month's name alone: not "may go", "April Smith" */ \
	X(year)			/* a year alone: not "2000 men", "room 1984" */ \
	X(weekday)		/* not "Sunday Times" */ \
	X(season)		/* a season alone, in lower case behind a preposition: not "they fall" */ \
	X(prep)			/* behind a preposition of time */ \
	X(clock)		/* a clock time alone: not a score, a verse */ \
	X(rate)			/* "a day" behind an amount: barrels a day */ \
	X(span)			/* "a day" where it measures time: for, within, after */ \
	X(for)			/* "years" where it measures time: for, in, within */ \
	X(whole)		/* not inside a longer hyphened word */ \
	X(age)			/* of a thing, not of a person: a 20-year-old */ \
	X(notold)		/* no "old" behind it */ \
	X(history)		/* in history pieces */ \
	X(notof)		/* no "of" behind it */ \
	X(unit)			/* a week or longer: not "the last minute" */ \
	X(theunit)		/* "the year", "the quarter" as a period under discussion */ \
	X(stop)			/* a clause ends behind it */ \
	X(sense)		/* "now", not "now that" */ \
	X(named)		/* a capital, or behind a preposition of time */ \
	X(days)			/* units of a day or more */ \
	X(longer)		/* units longer than a day */ \
	X(notverb)		/* "the last six weeks", not "to last six weeks" */ \
	X(decade)		/* a decade or a century, or an hour */ \
	X(nohyphen)		/* no hyphen behind it: "a year-long" */ \
	X(theseason)	/* behind a preposition, or no "fall" */ \
	X(alone)		/* no noun behind it: "the past", not "the past president" */ \
	X(freq)			/* not a newspaper's name: "the Daily Mail" */ \
	X(open)			/* no end of a range behind it: "from Monday", not "from Monday to Friday" */ \
	X(terror)		/* "9/11", "September 11" where the attacks of 2001 are meant */ \
	X(within)		/* the unit named first is shorter than the second: the last day of the year */ \
	X(plain)		/* the part of the day in lower case: not "Saturday Night Live" */ \
	X(bareof)		/* "of" behind it and no article before it: "years of war" */

typedef enum NewsDateGuard
{
#define X(name) NEWS_GUARD_##name,
	NEWS_DATE_GUARDS(X)
#undef X
	NEWS_GUARD_COUNT
} NewsDateGuard;

typedef struct NewsDateRule
{
	uint8_t		kind;			/* NewsTimexKind */
	uint8_t		op;				/* NewsDateOp */
	int16_t		arg;			/* of the operation */
	uint64_t	guards;			/* bit 1 << NewsDateGuard each */
	uint32_t	program;		/* first instruction */
} NewsDateRule;

/*
 * Instructions of a rule's program: the expression's pattern for a backtracking
 * matcher.  A class instruction consumes one lexeme.
 */
#define NEWS_DP_CLASS	0		/* arg: class */
#define NEWS_DP_SPLIT	1		/* go on with the next, or else at arg (relative) */
#define NEWS_DP_JUMP	2		/* arg: relative */
#define NEWS_DP_MATCH	3

typedef struct NewsDateStep
{
	uint16_t	code;
	int16_t		arg;
} NewsDateStep;

typedef struct NewsDateWordClass
{
	uint16_t	class;
	int16_t		value;
} NewsDateWordClass;

typedef struct NewsDateGrammar
{
	const char *language;
	uint32_t	nwords;			/* words above have atom 0 */
	const uint16_t *word_atom;	/* by word id; 0: in no expression */
	const uint16_t *word_class; /* by word id: first of its entries in classes; nwords + 1 of them */
	const NewsDateWordClass *classes;
	const uint16_t *next;		/* by state * natoms + atom; 0 is the dead state, 1 the first */
	uint32_t	natoms;
	const uint16_t *accept;		/* by state: first of its entries in accepts; one more than states */
	const uint16_t *accepts;	/* rules, best first */
	const NewsDateRule *rules;
	const NewsDateStep *steps;
	bool		dotted_days;	/* "9. September"; nouns have capitals */
	bool		day_first;		/* 9/10/2016 is in October */
} NewsDateGrammar;

/* English first; the array ends with a NULL language. */
extern const NewsDateGrammar news_date_grammars[];

/* Words that steer resolution, in any language: ids of vocabulary words are looked up in these. */
#define NEWS_DATE_CUES(X) \
	X(future)		/* will, expected, due: the sentence looks ahead */ \
	X(ahead)		/* agreed, hopes: "to" behind it looks ahead */ \
	X(past)			/* was, were, had, said: it looks back */ \
	X(preposition)	/* in, on, since: a time may follow */ \
	X(span)			/* for, within, after: a length of time may follow */ \
	X(counted)		/* people, troops: what a number before them counts */ \
	X(paper)		/* times, telegraph: what makes a weekday a newspaper */ \
	X(article)		/* the, a, its */ \
	X(amount)		/* million, percent, times */ \
	X(label)		/* room, flight, highway: names with a number behind them */ \
	X(verb)			/* what follows a modal verb: be, have, not */ \
	X(within)		/* in, until: prepositions that a season's name stands behind */ \
	X(during)		/* in, during: what places a story in a year */ \
	X(closing)		/* ended, ending: what closes a business year */ \
	X(person)		/* son, girl: whose age "6-month-old" is */

typedef enum NewsDateCue
{
#define X(name) NEWS_CUE_##name,
	NEWS_DATE_CUES(X)
#undef X
	NEWS_CUE_COUNT
} NewsDateCue;

extern const uint16_t news_date_cues[];	/* by word id: bit 1 << NewsDateCue each */
extern const uint32_t news_date_ncues;	/* ids up to here */

/*
 * Number words, by word id: value in the low 24 bits, kind above.
 */
#define NEWS_NW_UNIT	1		/* one .. nine */
#define NEWS_NW_TEEN	2		/* ten .. nineteen */
#define NEWS_NW_TENS	3		/* twenty .. ninety */
#define NEWS_NW_HUNDRED	4
#define NEWS_NW_MULTIPLE 5		/* thousand, million: value */
#define NEWS_NW_ORDINAL	6		/* first .. : value */
#define NEWS_NW_DOZEN	7
#define NEWS_NW_PLURALTENS 8	/* twenties .. nineties */
extern const uint32_t news_date_numbers[];
extern const uint32_t news_date_nnumbers;

#endif							/* NEWS_DATE_GRAMMAR_H */
