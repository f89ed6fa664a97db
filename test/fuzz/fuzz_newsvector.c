/*
 * fuzz_newsvector.c
 *	  The text form and the image of a newsvector, from any bytes.
 */
#include "fuzz.h"

#include "query/keys.h"

/* What can be stored comes back the same, by image and by text. */
static void
check_vector(NewsArena *arena, NewsVector *v)
{
	NewsStr		image = news_vector_encode(arena, v);
	NewsVector	again;
	NewsError	error;
	NewsStr		text;

	FUZZ_ASSERT(image.s != NULL);
	FUZZ_ASSERT(news_vector_decode(arena, image, &again, &error));
	text = news_vector_print(arena, &again);
	FUZZ_ASSERT(news_str_eq(news_vector_encode(arena, &again), image));
	FUZZ_ASSERT(news_vector_parse(arena, text, &again, &error));
	FUZZ_ASSERT(news_str_eq(news_vector_encode(arena, &again), image));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	bool		binary = fuzz_take(&input, 1) & 1;
	char	   *bytes = fuzz_text(&input);
	NewsStr		in = {bytes, (uint32_t) input.size};
	NewsArena	arena;
	NewsVector	v;
	NewsError	error;
	bool		ok;
	uint32_t	n;

	news_arena_init(&arena, &news_malloc_host);
	ok = binary ? news_vector_decode(&arena, in, &v, &error) : news_vector_parse(&arena, in, &v, &error);
	if (ok)
		check_vector(&arena, &v);
	else
		FUZZ_ASSERT(error.what != NULL && error.at <= in.len);
	/* readers in place see bytes that nobody checked */
	if (binary)
		news_vector_keys(&arena, in, &n);
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
