/*
 * evidence.h
 *	  What speaks for and against a day of writing: what neighbours tell of the
 *	  same events, people and days, and occasions whose days are known.
 *
 * Private to evidence.c and estimate.c; dating.h has the whole.
 */
#ifndef NEWS_TIMELINE_EVIDENCE_H
#define NEWS_TIMELINE_EVIDENCE_H

#include "timeline/dating.h"
#include "timeline/occasions.h"

/* How much an estimated day counts beside one that is believed. */
#define NEWS_ESTIMATED	0.6

/* What an article says when it is written on a day. */
extern const NewsDatingReading *news_reading_as_of(const NewsDatingArticle *a, NewsDay day);

/*
 * What one neighbour says of a day of writing, for (above 0) or against; *reason
 * is the strongest of it.  everywhere: by name, so many articles have it that a
 * day beside it says nothing; NULL to leave names out.
 */
extern double news_ask_neighbour(const NewsDating *dating, const NewsDatingArticle *a, NewsDay day, const NewsNeighbour *neighbour,
								 const bool *everywhere, NewsDatingReason *reason);

/* How well a day of writing agrees with the best of the occasions that it names: 0 for not at all. */
extern double news_ask_occasions(const NewsDatingArticle *a, NewsDay day);

#endif							/* NEWS_TIMELINE_EVIDENCE_H */
