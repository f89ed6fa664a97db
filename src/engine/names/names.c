/*
 * names.c
 *	  To be written.
 */
#include "annotate.h"

void
news_find_names(NewsDoc *doc)
{
	(void) doc;
}
