/*
 * fuzz_dates.c
 *	  Dates of any bytes, on any day of writing.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_annotate(data, size, NEWS_STAGE_DATES);
	return 0;
}
