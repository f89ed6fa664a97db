/*
 * fuzz_lexicon.c
 *	  Look-ups of any string in the lexicon of names.
 */
#include "fuzz.h"
#include "names/names.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	uint32_t	max = fuzz_take(&input, 1) % 9;
	char	   *bytes = fuzz_text(&input);
	NewsStr		s = {bytes, (uint32_t) input.size};
	NewsNameInfo found[9];
	NewsArena	arena;
	NewsStr		family;
	NewsStr		key;
	uint32_t	n;

	news_arena_init(&arena, &news_malloc_host);
	n = news_name_find(&arena, s, found, max);
	FUZZ_ASSERT(n <= max);
	for (uint32_t i = 0; i < n; i++)
	{
		FUZZ_ASSERT(found[i].kind < NEWS_OWN_KIND && found[i].name.len > 0);
		FUZZ_ASSERT(news_utf8_valid(found[i].name.s, found[i].name.len));
	}
	key = news_name_of_code(s);
	FUZZ_ASSERT(key.s == NULL || key.len > 0);
	if (s.len > 0)
	{
		family = news_name_family(s);
		FUZZ_ASSERT(family.s >= s.s && family.s + family.len <= s.s + s.len);
	}
	key = news_name_key(&arena, s);
	FUZZ_ASSERT(key.len == 0 || key.s != NULL);
	if (news_utf8_valid(bytes, s.len))
		FUZZ_ASSERT(news_utf8_valid(key.s, key.len));
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
