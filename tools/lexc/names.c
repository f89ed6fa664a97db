/*
 * names.c
 *	  To be written.
 */
#include "lexc.h"

void
lexc_names(Lexc *lx)
{
	lexc_close(lexc_create(lx, "names_data.c", "annotate.h"));
}
