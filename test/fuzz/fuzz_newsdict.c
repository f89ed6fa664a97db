/*
 * fuzz_newsdict.c
 *	  The text and binary forms of a newsdict, and its image, from any bytes.
 */
#include "fuzz.h"

#include "names/dict_text.h"

/* Equal rows give equal images: what is printed reads as the same dictionary. */
static void
check_dict(NewsArena *arena, const NewsDictRow *rows, uint32_t nrows)
{
	size_t		size;
	size_t		again_size;
	size_t		fault;
	const char *what;
	struct NewsDict *dict = news_dict_build(arena, rows, nrows, &size);
	struct NewsDict *again;
	NewsDictRow *read;
	uint32_t	nread;
	NewsError	error;

	FUZZ_ASSERT(news_dict_check(dict, size, &fault, &what));
	FUZZ_ASSERT(news_dict_parse(arena, news_dict_print(arena, dict), &read, &nread, &error));
	again = news_dict_build(arena, read, nread, &again_size);
	FUZZ_ASSERT(size == again_size && memcmp(dict, again, size) == 0);
	FUZZ_ASSERT(news_dict_unpack(arena, news_dict_pack(arena, dict), &read, &nread, &error));
	again = news_dict_build(arena, read, nread, &again_size);
	FUZZ_ASSERT(size == again_size && memcmp(dict, again, size) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	uint32_t	mode = fuzz_take(&input, 1) % 3;
	char	   *bytes = fuzz_text(&input);
	NewsStr		in = {bytes, (uint32_t) input.size};
	NewsArena	arena;
	NewsDictRow *rows;
	uint32_t	nrows;
	NewsError	error;
	size_t		fault;
	const char *what;
	bool		ok = false;

	news_arena_init(&arena, &news_malloc_host);
	if (mode == 2)
		news_dict_check(bytes, input.size, &fault, &what);
	else
	{
		ok = mode == 1 ? news_dict_unpack(&arena, in, &rows, &nrows, &error) :
			news_dict_parse(&arena, in, &rows, &nrows, &error);
		if (ok)
			check_dict(&arena, rows, nrows);
		else
			FUZZ_ASSERT(error.what != NULL && error.at <= in.len);
	}
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
