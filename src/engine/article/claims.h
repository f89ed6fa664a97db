/*
 * claims.h
 *	  What the text of an article says of the day on which it was written.
 */
#ifndef NEWS_ARTICLE_CLAIMS_H
#define NEWS_ARTICLE_CLAIMS_H

#include "annotate.h"

/* A claim: two kinds of it, told apart by weekday. */
typedef struct NewsClaim
{
	NewsDay		from;			/* written on this day or later; NEWS_NO_DAY for no bound */
	NewsDay		to;				/* written on this day or earlier; NEWS_NO_DAY for no bound */
	int			weekday;		/* 1 (Monday) .. 7: the day below was or is that; 0 for the bounds above */
	int			month;			/* 1 .. 12, of no year */
	int			day;
} NewsClaim;

#define NEWS_MAX_CLAIMS 16

typedef struct NewsClaims
{
	NewsClaim	items[NEWS_MAX_CLAIMS];	/* those beyond are not taken */
	uint32_t	n;
} NewsClaims;

/*
 * Reads claims from a body.  Three kinds: somebody who speaks in an office "on
 * Saturday" holds it (article_offices.tsv); what is told as past on a full date
 * was before; "Saturday, September 10" is a Saturday.  Linear in the text.
 */
extern void news_read_claims(NewsArena *arena, NewsStr body, NewsClaims *claims);

/* Can the article have been written on that day by all of them? */
extern bool news_claims_allow(const NewsClaims *claims, NewsDay published);

#endif							/* NEWS_ARTICLE_CLAIMS_H */
