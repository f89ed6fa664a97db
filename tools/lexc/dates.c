/*
 * dates.c
 *	  To be written.
 */
#include "lexc.h"

void
lexc_dates(Lexc *lx)
{
	lexc_close(lexc_create(lx, "dates_data.c", "annotate.h"));
}
