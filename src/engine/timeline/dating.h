/*
 * dating.h
 *	  When an article was written, by what others say of the same matter.
 *
 * Some articles of a set have a day of writing that is believed; others have
 * none, or one that is doubted, or one that stands apart from all their
 * neighbours.  These are read seven times, as of each weekday of one week: what
 * they tell of "Saturday", "four days ago" or "a week earlier" then has a
 * distance in days from the unknown day of writing, and any day can be tried by
 * adding it up.
 *
 * Neighbours of an article are those most like it: the cosine of the names and
 * events they share, rare ones counting more (Salton's tf-idf with tf 1).  A day d is
 * the better the more of this holds, each neighbour counting as much as it is
 * alike, and less where its own day is an estimate:
 *
 *	  - it is near d: 1 / (1 + (x / 14)^2) at x days;
 *	  - what both tell of, with days of their own, falls on one day; the more so
 *		the more exactly they name it;
 *	  - names that are not everywhere stand beside the same day in both;
 *	  - what one still calls planned or possible, or tells as failed, has not
 *		happened before in the other.  The claim of a source against what later
 *		articles say in their own voice counts little;
 *	  - an occasion that it names was then (lexicon/occasions.tsv), above all where
 *		the text puts a day beside it, or names its place, too;
 *	  - the days it speaks of by their names are near it: "on Saturday" is a day or
 *		two back or ahead, rather than six.
 *
 * The best day of each is taken in turn, given those of the others, until none
 * changes (iterated conditional modes, Besag 1986).  As that may end where no
 * article alone can do better, each is then put on its second best day, its
 * neighbours follow, and the whole is kept where all of them agree better than
 * before.  Articles are taken in the order of their ids, so that the result
 * depends on the set alone.
 */
#ifndef NEWS_DATING_H
#define NEWS_DATING_H

#include "timeline/timeline.h"

/* What an article tells of an event. */
typedef struct NewsDatingReport
{
	uint32_t	key;			/* number of type and sides */
	uint32_t	first;			/* index of the report it is of, for the words */
	NewsDay		from;			/* inclusive: a day, or a distance from that of writing; */
	NewsDay		to;				/* exclusive; both 0 where no day is told */
	bool		fixed;			/* they are days */
	bool		told;			/* the text tells them; else the day of writing stands in */
	bool		done;			/* it happened */
	bool		open;			/* planned or possible; neither: negated */
	bool		claimed;		/* by a source, not in the article's own voice */
} NewsDatingReport;

/* A name beside a day. */
typedef struct NewsDatedName
{
	uint32_t	name;
	NewsDay		day;			/* or distance */
	bool		fixed;
} NewsDatedName;

/* What an article says as of one day of writing. */
typedef struct NewsDatingReading
{
	NewsDatingReport *reports;	/* by key */
	uint32_t	nreports;
	NewsDatedName *names;		/* by name */
	uint32_t	nnames;
	float		fresh;			/* 0..1: how near the days that it names are to that of writing; 0 where it names none */
} NewsDatingReading;

/* An occasion that an article names. */
typedef struct NewsDatingOccasion
{
	uint32_t	occasion;		/* of news_occasions */
	uint32_t	name;			/* numbers of its name and its place, 0 where the article does not name that */
	uint32_t	place;
} NewsDatingOccasion;

typedef struct NewsNeighbour
{
	uint32_t	article;
	float		alike;			/* 0..1 */
} NewsNeighbour;

#define NEWS_DATING_NEIGHBOURS 24

typedef struct NewsDatingArticle
{
	int64_t		id;
	int64_t		origin;			/* of a copy: copies say nothing of each other's day */
	NewsDay		page;			/* the page's date; NEWS_NO_DAY for none */
	bool		believed;
	bool		loose;			/* its day is to be found */
	bool		read;			/* it has seven readings */
	bool		apart;			/* believed, but no neighbour is of that time */
	NewsDatingReading *readings;	/* one with days of its own, or, when it was read, seven by weekday, Monday first */
	uint32_t   *features;		/* names and events, without repetition */
	uint32_t	nfeatures;
	NewsDatingOccasion *occasions;
	uint32_t	noccasions;
	NewsNeighbour *neighbours;	/* most alike first; NULL until news_dating_compare */
	uint32_t	nneighbours;
	NewsDay		day;			/* in use: the page's where believed, else the estimate; NEWS_NO_DAY while there is none */
	float		agreement;		/* of its neighbours with an estimate */
	float		score;			/* the same, 0..1 */
} NewsDatingArticle;

typedef struct NewsDating
{
	NewsArena  *arena;
	NewsTimeline words;			/* pool and reports, for the words of why */
	NewsPool	keys;
	NewsPool	names;
	NewsDatingArticle *articles;	/* by id after news_dating_compare */
	uint32_t	narticles;
	uint32_t	room;
} NewsDating;

extern void news_dating_init(NewsDating *dating, NewsArena *arena);

/*
 * Adds an article with its stored form.  day is of the page, NEWS_NO_DAY for
 * none; what is not believed is loose.
 */
extern void news_dating_add(NewsDating *dating, int64_t id, int64_t origin, NewsDay day, bool believed, const NewsVector *vector);

/* The day of the week (0: Monday) of which a loose article is to be read. */
extern NewsDay news_dating_reference(int weekday);

/* Adds the reading of a loose article as of news_dating_reference(weekday): of its body, and of its title (NULL for none). */
extern void news_dating_read(NewsDating *dating, uint32_t article, int weekday, const NewsVector *body, const NewsVector *title);

/*
 * Finds the neighbours of all articles and sorts them by id; where suspect is
 * set, finds those that stand apart, too, and makes them loose.
 */
extern void news_dating_compare(NewsDating *dating, bool suspect);

/* Days around one that are of one time. */
#define NEWS_DATING_SPAN 30

/* How much the neighbours of an article weigh that are of the time around a day. */
extern float news_dating_weight_around(const NewsDating *dating, const NewsDatingArticle *a, NewsDay day);

/* Estimates the days of loose articles that were read. */
extern void news_dating_solve(NewsDating *dating);

/* ---- Why ---- */

/* What speaks most for an estimate. */
typedef struct NewsDatingReason
{
	uint32_t	neighbour;		/* article */
	enum
	{
		NEWS_REASON_NEAR,		/* alike, and of that time */
		NEWS_REASON_SAME_DAY,	/* both tell of an event on that day */
		NEWS_REASON_STILL_OPEN	/* the neighbour did not know of it yet */
	}			kind;
	NewsDay		day;			/* of the event, or of the neighbour */
	uint32_t	report;			/* of words; where kind is not NEAR */
	bool		hard;			/* SAME_DAY: both texts tell that day */
	float		weight;
} NewsDatingReason;

/* Writes at most max reasons for the estimate of an article, strongest first, and returns how many. */
extern uint32_t news_dating_reasons(const NewsDating *dating, uint32_t article, NewsDatingReason *out, uint32_t max);

#endif							/* NEWS_DATING_H */
