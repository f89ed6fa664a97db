/*
 * events.c
 *	  To be written.
 */
#include "lexc.h"

void
lexc_events(Lexc *lx)
{
	lexc_close(lexc_create(lx, "events_data.c", "annotate.h"));
}
