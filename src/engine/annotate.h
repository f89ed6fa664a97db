/*
 * annotate.h
 *	  One article in, its annotations out: what every extraction call uses.
 *
 * Stages run in one order, each once, each reading what earlier ones left:
 * text (tokens, sentences) - names - dates - events.
 */
#ifndef NEWS_ANNOTATE_H
#define NEWS_ANNOTATE_H

#include "base/host.h"
#include "base/span.h"
#include "text/sentence.h"
#include "text/token.h"

/* ---- Entities (room: names, tagger) ---- */

typedef enum NewsKind
{
	NEWS_PERSON, NEWS_ORGANIZATION, NEWS_PLACE, NEWS_GROUP, NEWS_EVENT_NAME, NEWS_WORK, NEWS_PRODUCT,
	NEWS_OWN_KIND				/* a kind of the user's own: its name is in NewsEntity.kind_name */
} NewsKind;

/* "person", "organization", ... as SQL shows them; NULL for NEWS_OWN_KIND. */
extern const char *const news_kind_names[];

typedef struct NewsEntity
{
	NewsKind	kind;
	NewsStr		kind_name;		/* always set */
	NewsStr		name;			/* canonical name, the same across articles */
	NewsStr		code;			/* ISO 3166-1 alpha-3 or another stable code; s NULL when there is none */
} NewsEntity;

typedef struct NewsMention
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	entity;			/* index into NewsDoc.entities */
	uint32_t	sentence;		/* index into NewsDoc.sentences */
	float		score;			/* 0..1 */
	uint32_t	role_first;		/* what the article calls the person here beside the name: first token */
	uint32_t	role_end;		/* token behind the last; 0 for none */
} NewsMention;

/* A mention inside of another: Oslo, of University of Oslo. */
typedef struct NewsInner
{
	NewsMention mention;
	uint32_t	outer;			/* index into NewsDoc.mentions */
} NewsInner;

/* ---- Dates (room: dates) ---- */

typedef enum NewsTimexKind
{
	NEWS_DATE, NEWS_TIME, NEWS_DURATION, NEWS_SET
} NewsTimexKind;

typedef enum NewsBasis
{
	NEWS_BASIS_EXPLICIT,		/* the text states it in full */
	NEWS_BASIS_RELATIVE,		/* resolved against the day of writing */
	NEWS_BASIS_CONTEXT,			/* resolved against another date of the text */
	NEWS_BASIS_VAGUE,			/* no day can be given */
	NEWS_BASIS_PUBLISHED		/* events alone: no date in the sentence, the article's own stands in */
} NewsBasis;

extern const char *const news_timex_kind_names[];
extern const char *const news_basis_names[];

/* A day is counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar. */
typedef int32_t NewsDay;

#define NEWS_NO_DAY INT32_MIN

typedef struct NewsDays			/* half-open: from <= day < to; both NEWS_NO_DAY when unknown */
{
	NewsDay		from;
	NewsDay		to;
} NewsDays;

#define NEWS_NO_DAYS ((NewsDays) {NEWS_NO_DAY, NEWS_NO_DAY})

typedef struct NewsTimex
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	sentence;
	NewsTimexKind kind;
	NewsBasis	basis;
	NewsStr		value;			/* TIMEX3 value */
	NewsDays	during;
} NewsTimex;

/* ---- Events (room: events) ---- */

typedef enum NewsStatus
{
	NEWS_OCCURRED, NEWS_ONGOING, NEWS_PLANNED, NEWS_POSSIBLE, NEWS_NEGATED
} NewsStatus;

extern const char *const news_status_names[];

typedef struct NewsParty
{
	NewsStr		name;			/* s NULL: nobody is named */
	NewsStr		kind;			/* as NewsEntity.kind_name; s NULL for a common noun ("rebels") */
	NewsStr		code;
	int32_t		entity;			/* index into NewsDoc.entities, -1 for none */
} NewsParty;

typedef struct NewsEvent
{
	NewsStr		type;			/* "AGREE", ... */
	NewsParty	actor;
	NewsParty	recipient;
	NewsStr		place;			/* canonical name; s NULL for none */
	NewsDays	during;
	NewsBasis	basis;
	NewsStatus	status;
	NewsStr		source;			/* canonical name of the speaker; s NULL for the article's own voice */
	uint32_t	first;			/* trigger: first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	sentence;
	float		score;			/* 0..1 */
} NewsEvent;

/* ---- The document ---- */

/* The day of writing, local time of the newsroom. */
typedef struct NewsPublished
{
	bool		known;
	NewsDay		day;
	int32_t		second;			/* of the day */
} NewsPublished;

struct NewsDict;				/* names/dict.h: the user's own names */
struct NewsModel;				/* tagger/model.h: a trained model */

#define NEWS_STAGE_TEXT		0
#define NEWS_STAGE_NAMES	1
#define NEWS_STAGE_DATES	2
#define NEWS_STAGE_EVENTS	4	/* implies names and dates */

typedef struct NewsOptions
{
	int			stages;			/* NEWS_STAGE_* ored */
	NewsPublished published;
	NewsStr		language;		/* ISO 639-1 of the text; s NULL means "en" */
	const struct NewsDict *dict;	/* NULL for none */
	const struct NewsModel *model;	/* the user's own, which alone finds names then; NULL for none */
} NewsOptions;

typedef struct NewsDoc
{
	NewsArena  *arena;			/* holds everything below */
	const NewsOptions *options;
	NewsTokens	tokens;
	NewsSentences sentences;

	NewsEntity *entities;
	uint32_t	nentities;
	NewsMention *mentions;		/* by position; they do not overlap */
	uint32_t	nmentions;
	NewsInner  *inner;			/* by position; no event is told of them */
	uint32_t	ninner;

	NewsTimex  *dates;			/* by position; they do not overlap */
	uint32_t	ndates;

	NewsEvent  *events;			/* by position of the trigger */
	uint32_t	nevents;
} NewsDoc;

/*
 * Runs the stages that options ask for over len bytes of UTF-8.  The document
 * lives in the arena and points into text and options, which must outlive it.
 */
extern NewsDoc *news_annotate(NewsArena *arena, const char *text, uint32_t len, const NewsOptions *options);

/* The stages, each in its room. */
extern void news_find_names(NewsDoc *doc);	/* names/names.c */
extern void news_find_dates(NewsDoc *doc);	/* dates/dates.c */
extern void news_find_events(NewsDoc *doc);	/* events/events.c */

#endif							/* NEWS_ANNOTATE_H */
