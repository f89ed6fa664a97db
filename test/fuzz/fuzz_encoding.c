/*
 * fuzz_encoding.c
 *	  Any bytes to UTF-8.
 */
#include "fuzz.h"

#include "article/convert.h"
#include "article/encoding.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const given[] = {NULL, "utf-8", "windows-1252", "Shift_JIS", "GB18030", "ISO-2022-JP", "UTF-7", "x-none-such"};
	FuzzInput	input = {data, size};
	const char *name = given[fuzz_take(&input, 1) % 8];
	char	   *text = fuzz_text(&input);
	NewsArena	arena;
	NewsDecoded d;
	NewsUtf8Check check;

	news_arena_init(&arena, &news_malloc_host);
	news_decode(&arena, text, (uint32_t) input.size, news_str(name), &d);
	FUZZ_ASSERT(d.encoding.s != NULL);
	FUZZ_ASSERT(d.replaced == 0 || d.first_replaced < input.size);
	news_check_utf8(&arena, d.text.s, d.text.len, &check);
	FUZZ_ASSERT(check.invalid == 0);
	FUZZ_ASSERT(check.nuls == 0);
	news_arena_release(&arena);
	free(text);
	return 0;
}
