/*
 * dates.c
 *	  To be written.
 */
#include "annotate.h"

void
news_find_dates(NewsDoc *doc)
{
	(void) doc;
}
