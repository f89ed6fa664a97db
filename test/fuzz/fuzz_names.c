/*
 * fuzz_names.c
 *	  Entities of any bytes.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_annotate(data, size, NEWS_STAGE_NAMES);
	return 0;
}
