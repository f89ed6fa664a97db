/*
 * events.c
 *	  To be written.
 */
#include "annotate.h"

void
news_find_events(NewsDoc *doc)
{
	(void) doc;
}
