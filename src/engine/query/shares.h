/*
 * shares.h
 *	  What share of all articles has an item: a table that is read without
 *	  unpacking it.
 *
 * Of each item 39 bits of a hash and 24 of the share (of a float, without its sign
 * and its last bits) are one number; the numbers stand in order.  So to find one of
 * thousands is a dozen steps, where a table of the items themselves would first have
 * to be decompressed and taken apart, at each planning of a query.  An item that is
 * not there is taken for one that is once in a hundred million look-ups.
 */
#ifndef NEWS_SHARES_H
#define NEWS_SHARES_H

#include "base/span.h"

typedef struct NewsShares
{
	const int64_t *items;
	uint32_t	n;
	double		least;			/* what is not here has a smaller share; 0 when all there is is here */
	double		one;			/* share of one article of the sample */
} NewsShares;

/* An item of the table; the share is above 0. */
extern int64_t news_share_pack(NewsStr item, float share);

/* The share of an item; 0 where it is not there. */
extern double news_share_of(const NewsShares *shares, NewsStr item);

#endif							/* NEWS_SHARES_H */
