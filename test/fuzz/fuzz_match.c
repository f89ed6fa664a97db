/*
 * fuzz_match.c
 *	  A query against an article: what the keys of an index say must agree with
 *	  what a look at the article says.
 *
 * The input is a query, a line break and a text.
 */
#include "fuzz.h"
#include "query/keys.h"

static int
compare_strings(NewsStr a, NewsStr b)
{
	uint32_t	n = a.len < b.len ? a.len : b.len;
	int			c = n ? memcmp(a.s, b.s, n) : 0;

	return c ? c : a.len < b.len ? -1 : a.len > b.len;
}

static int
compare_keys(const void *a, const void *b)
{
	return compare_strings(*(const NewsStr *) a, *(const NewsStr *) b);
}

/* Is the wanted key there?  The search is that of GIN: from the key itself on, while the comparison allows. */
static bool
search(const NewsQueryKey *wanted, const NewsStr *keys, uint32_t n)
{
	bool		found = false;
	bool		ended = false;

	for (uint32_t i = 0; i < n; i++)
	{
		int			c;

		if (wanted->range == NEWS_KEY_EXACT)
		{
			found = found || compare_strings(keys[i], wanted->key) == 0;
			continue;
		}
		c = news_key_compare(wanted, keys[i]);
		if (compare_strings(keys[i], wanted->key) < 0)
		{
			FUZZ_ASSERT(c != 0);
			continue;
		}
		FUZZ_ASSERT(!(ended && c <= 0));
		ended = c > 0;
		found = found || c == 0;
	}
	return found;
}

/* Whatever the filter of the image refuses does not match by the rest of it either. */
static void
check_filter(NewsArena *arena, NewsPlan *plan, NewsStr image, bool match)
{
	NewsStr		filter = news_vector_filter(image);
	char	   *open = news_strndup(arena, image.s, image.len);

	memset(open + (filter.s - image.s), 0xFF, filter.len);
	FUZZ_ASSERT(filter.len == 0 || news_plan_match(plan, (NewsStr) {open, image.len}) == match);
}

static void
check_match(NewsArena *arena, const NewsQuery *query, NewsStr image)
{
	NewsPlan   *plan = news_plan_make(arena, query);
	NewsQueryKeys *wanted = news_query_keys(plan);
	uint32_t	n;
	NewsStr    *keys = news_vector_keys(arena, image, NEWS_KEYS_OF_INDEX, &n);
	bool		match = news_plan_match(plan, image);
	bool		any = false;
	char	   *has = news_alloc0(arena, wanted->nkeys + 1);
	char	   *maybe = news_alloc0(arena, wanted->nkeys + 1);
	NewsTruth	truth;

	if (n)
		qsort(keys, n, sizeof(NewsStr), compare_keys);
	for (uint32_t i = 0; i < n; i++)
		FUZZ_ASSERT(keys[i].len > 0 && keys[i].len <= NEWS_KEY_MAX);
	for (uint32_t i = 0; i < wanted->nkeys; i++)
	{
		bool		found = search(&wanted->keys[i], keys, n);

		any = any || found;
		has[i] = found ? NEWS_TRUE : NEWS_FALSE;
		maybe[i] = i % 2 ? NEWS_MAYBE : has[i];
	}
	truth = news_keys_combine(wanted, has);
	FUZZ_ASSERT(!(match && truth == NEWS_FALSE));
	FUZZ_ASSERT(!(!match && truth == NEWS_TRUE));
	FUZZ_ASSERT(!(match && !any && !wanted->needs_all));
	/* where less is known, less is said */
	truth = news_keys_combine(wanted, maybe);
	FUZZ_ASSERT(!(match && truth == NEWS_FALSE));
	FUZZ_ASSERT(!(!match && truth == NEWS_TRUE));
	FUZZ_ASSERT(news_plan_match(plan, image) == match);
	check_filter(arena, plan, image, match);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	char	   *bytes = fuzz_text(&input);
	const char *end = input.size ? memchr(bytes, '\n', input.size) : NULL;
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_NAMES | NEWS_STAGE_DATES, .published = {true, 17000, 0}};
	NewsArena	arena;
	NewsQuery	query;
	NewsError	error;

	news_arena_init(&arena, &news_malloc_host);
	if (end && news_query_parse(&arena, (NewsStr) {bytes, (uint32_t) (end - bytes)}, &query, &error) &&
		news_utf8_valid(end + 1, (uint32_t) (bytes + input.size - end - 1)))
	{
		NewsDoc    *doc = news_annotate(&arena, end + 1, (uint32_t) (bytes + input.size - end - 1), &options);

		check_match(&arena, &query, news_vector_encode(&arena, news_vector_make(&arena, doc)));
	}
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
