/*
 * fuzz_events.c
 *	  All stages, as to_newsvector runs them.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_annotate(data, size, NEWS_STAGE_NAMES | NEWS_STAGE_DATES | NEWS_STAGE_EVENTS);
	return 0;
}
