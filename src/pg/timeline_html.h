/*
 * timeline_html.h
 *	  A timeline as a page: what its text and its pictures share.
 *
 * The page is written in UTF-8 and is well-formed XML as well as HTML.
 */
#ifndef NEWS_TIMELINE_HTML_H
#define NEWS_TIMELINE_HTML_H

#include "timeline.h"

#include "lib/stringinfo.h"

/* What is said of an event, as the page tells it apart. */
typedef enum NewsTone
{
	NEWS_TONE_DONE, NEWS_TONE_AHEAD, NEWS_TONE_NEGATED, NEWS_TONES
} NewsTone;

extern NewsTone news_html_tone(NewsStatus status);

/* UTF-8 text, escaped; white space becomes one space, what XML has no place for U+FFFD.  s NULL writes nothing. */
extern void news_html_text(StringInfo out, NewsStr s);

/* A day in words: 10 September 2016; without a year, 10 Sep, where brief is set. */
extern void news_html_day(StringInfo out, NewsDay day, bool brief);

/* timeline_svg.c: how much is told of each day, as bars; and who did something with whom, as a matrix. */
extern void news_svg_bars(StringInfo out, const NewsTimeline *timeline, NewsDays within);
extern void news_svg_matrix(StringInfo out, const NewsTimeline *timeline);

/* The days of the page: those asked for, or from a month before the first article to two behind the last. */
extern NewsDays news_html_days(const NewsTimeline *timeline, NewsDays within);

#endif							/* NEWS_TIMELINE_HTML_H */
