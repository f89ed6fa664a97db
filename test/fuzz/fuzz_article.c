/*
 * fuzz_article.c
 *	  Pages of any bytes; the body found is annotated in turn.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	char	   *raw = fuzz_text(&input);
	NewsArena	arena;
	NewsArticle article = {0};
	NewsOptions options = {.stages = NEWS_STAGE_DATES};

	news_arena_init(&arena, &news_malloc_host);
	news_read_article(&arena, raw, (uint32_t) size, &article);
	fuzz_require(news_broken_article(&article, raw, (uint32_t) size));
	options.published = article.published;
	options.language = article.language;
	fuzz_require(news_broken_doc(news_annotate(&arena, article.body.s, article.body.len, &options)));
	news_arena_release(&arena);
	free(raw);
	return 0;
}
