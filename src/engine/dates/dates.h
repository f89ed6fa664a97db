/*
 * dates.h
 *	  Date expressions: what other rooms use of this one, besides the
 *	  annotations of NewsDoc and the calendar.
 */
#ifndef NEWS_DATES_H
#define NEWS_DATES_H

#include "annotate.h"
#include "dates/calendar.h"

/*
 * Reads the date (and the time, where one stands with it) of a short text that
 * states when an article was published: "Published 3 September 2016",
 * "June 29, 2017 10:15 am", "2016-09-10T12:00:00Z", "10.09.2016, 14:05 Uhr",
 * "Updated 1442 GMT (2242 HKT) September 10, 2016".  The clock is taken as it
 * stands, whatever the time zone.  language is ISO 639-1 (s NULL: English) and
 * decides the order of 9/10/2016.
 *
 * Returns known = false when the text states no full date, or more than one
 * that differ.  text is read up to 2,000 bytes.
 */
extern NewsPublished news_date_parse_published(NewsArena *arena, NewsStr text, NewsStr language);

#endif							/* NEWS_DATES_H */
