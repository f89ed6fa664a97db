/*
 * fuzz.h
 *	  What the fuzz targets share.
 *
 * A target is a file fuzz_NAME.c with LLVMFuzzerTestOneInput.  clang's libFuzzer
 * drives it where it is installed, driver.c elsewhere.  Beside crashes and what
 * the sanitizers see, a target looks for broken invariants and for results that
 * differ between two runs over the same input.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "annotate.h"
#include "invariants.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, so that the driver keeps the input, when fault is not NULL. */
static inline void
fuzz_require(const char *fault)
{
	if (fault)
	{
		fprintf(stderr, "broken invariant: %s\n", fault);
		abort();
	}
}

#define FUZZ_ASSERT(cond) \
	do { if (!(cond)) fuzz_require(#cond); } while (0)

/* The first bytes of an input choose options, the rest is the text. */
typedef struct FuzzInput
{
	const uint8_t *data;
	size_t		size;
} FuzzInput;

static inline uint32_t
fuzz_take(FuzzInput *input, int bytes)
{
	uint32_t	v = 0;

	while (bytes-- > 0 && input->size > 0)
	{
		v = v << 8 | *input->data++;
		input->size--;
	}
	return v;
}

/* A copy of the rest in a block of just its size, so that every overread shows. */
static inline char *
fuzz_text(const FuzzInput *input)
{
	char	   *text = malloc(input->size ? input->size : 1);

	if (!text)
		abort();
	if (input->size)
		memcpy(text, input->data, input->size);
	return text;
}

/* A day of writing, mostly a plausible one, now and then any at all. */
static inline NewsPublished
fuzz_published(FuzzInput *input)
{
	uint32_t	v = fuzz_take(input, 2);
	NewsPublished published = {0};

	published.known = v & 1;
	if (v & 2)
		published.day = (NewsDay) (v >> 2);
	else if (v & 4)
		published.day = 17000 + (NewsDay) (v >> 6);
	else
	{
		/* what a PostgreSQL timestamp can be: 4713 BC to 294276 AD */
		published.day = (NewsDay) ((v >> 3) % 2 ? 106751983 - (v >> 4) : v >> 4) - ((v >> 3) % 2 ? 0 : 2440588);
	}
	published.second = (int32_t) (v * 2654435761u % 86400);
	return published;
}

/* Annotates one input with the given stages and checks all that must hold. */
static inline void
fuzz_annotate(const uint8_t *data, size_t size, int stages)
{
	FuzzInput	input = {data, size};
	NewsOptions options = {.stages = stages, .published = fuzz_published(&input)};
	char	   *text;
	NewsArena	arena;
	NewsDoc    *doc;

	text = fuzz_text(&input);
	news_arena_init(&arena, &news_malloc_host);
	doc = news_annotate(&arena, text, (uint32_t) input.size, &options);
	fuzz_require(news_broken_doc(doc));
	news_arena_release(&arena);
	free(text);
}

#endif							/* FUZZ_H */
