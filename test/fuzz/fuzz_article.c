/*
 * fuzz_article.c
 *	  The article in any bytes, as page text and as HTML.
 */
#include "fuzz.h"

#include "article/article.h"
#include "article/convert.h"

/* Of valid UTF-8 only valid UTF-8 may come. */
static void
require_utf8(NewsArena *arena, NewsStr s)
{
	NewsUtf8Check check;

	if (!s.s)
		return;
	news_check_utf8(arena, s.s, s.len, &check);
	FUZZ_ASSERT(check.invalid == 0);
	FUZZ_ASSERT(check.nuls == 0);
}

static bool
is_utf8(NewsArena *arena, const char *text, size_t size)
{
	NewsUtf8Check check;

	news_check_utf8(arena, text, (uint32_t) size, &check);
	return check.invalid == 0 && check.nuls == 0;
}

static bool
same(const NewsArticle *a, const NewsArticle *b)
{
	return news_str_eq(a->title, b->title) && news_str_eq(a->byline, b->byline) && news_str_eq(a->body, b->body) &&
		a->published.known == b->published.known && a->published.day == b->published.day;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	char	   *text = fuzz_text(&input);
	NewsArena	arena;
	NewsArticle a;
	NewsArticle again;

	news_arena_init(&arena, &news_malloc_host);
	news_read_article(&arena, (NewsStr) {text, (uint32_t) size}, NEWS_NO_STR, &a);
	news_read_article(&arena, (NewsStr) {text, (uint32_t) size}, NEWS_NO_STR, &again);
	FUZZ_ASSERT(same(&a, &again));
	FUZZ_ASSERT(a.body.s != NULL);
	FUZZ_ASSERT(a.published_score >= 0 && a.published_score <= 1);
	FUZZ_ASSERT(a.published.known == (a.published_basis.s != NULL));
	FUZZ_ASSERT(!a.published.known || (a.published.second >= 0 && a.published.second < 86400));
	FUZZ_ASSERT(a.title.s == NULL || a.title.len > 0);
	if (is_utf8(&arena, text, size))
	{
		require_utf8(&arena, a.title);
		require_utf8(&arena, a.byline);
		require_utf8(&arena, a.body);
	}
	news_read_body(&arena, (NewsStr) {text, (uint32_t) size}, NEWS_NO_STR, &a);
	FUZZ_ASSERT(a.body.s == text && a.body.len == size);
	FUZZ_ASSERT(!a.published.known);
	FUZZ_ASSERT(a.title.s == NULL || a.title.len > 0);
	news_arena_release(&arena);
	free(text);
	return 0;
}
