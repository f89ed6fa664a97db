/*
 * fuzz_newsquery.c
 *	  The text form and the image of a newsquery, from any bytes, and matching:
 *	  by the stored form and by keys.  The same bytes as what somebody typed into a
 *	  search field, which is never an error.
 */
#include "fuzz.h"

#include "query/hits.h"
#include "query/keys.h"

#define ARTICLE "#900.9/1A,100B,650D person:\"Sergey Lavrov\"/RUS@12+13.1,80+6.2 person:\"John Kerry\"@90+5.2 " \
	"place:\"United States\"/USA@400+2.4 event:\"World War II\"@600+12.6 WEAPON:\"T-90\"/q4@500+4.5 " \
	"date:\"2016-09\"[2016-09-01,2016-10-01)/explicit@700+9.7 " \
	"event:AGREE(place:\"United States\"/USA,\"rebels\"/SYR)!planned[2016-09-09,2016-09-10)/published@120+6.2"

static void
check_matching(NewsArena *arena, const NewsQuery *query)
{
	NewsPlan   *plan = news_plan_make(arena, query);
	NewsQueryKeys *wanted = news_query_keys(plan);
	char	   *has = news_alloc0(arena, wanted->nkeys);
	NewsVector	v;
	NewsError	error;
	NewsStr		image;
	NewsStr    *keys;
	NewsTruth	truth;
	uint32_t	n;

	FUZZ_ASSERT(news_vector_parse(arena, NEWS_STR(ARTICLE), &v, &error));
	image = news_vector_encode(arena, &v);
	keys = news_vector_keys(arena, image, NEWS_KEYS_OF_INDEX, &n);
	for (uint32_t i = 0; i < wanted->nkeys; i++)
	{
		FUZZ_ASSERT(wanted->keys[i].key.len <= NEWS_KEY_MAX);
		for (uint32_t k = 0; k < n; k++)
			if (news_key_compare(&wanted->keys[i], keys[k]) == 0)
				has[i] = NEWS_TRUE;
	}
	truth = news_keys_combine(wanted, has);
	/* by mentions, which weights need, as by names */
	FUZZ_ASSERT(news_plan_match_weights(plan, image) == news_plan_match(plan, image));
	FUZZ_ASSERT(truth == NEWS_MAYBE || (truth == NEWS_TRUE) == news_plan_match(plan, image));
}

static bool
matches(NewsArena *arena, const NewsQuery *query)
{
	NewsVector	v;
	NewsError	error;

	FUZZ_ASSERT(news_vector_parse(arena, NEWS_STR(ARTICLE), &v, &error));
	return news_plan_match(news_plan_make(arena, query), news_vector_encode(arena, &v));
}

/* What an index is asked for finds all that the query does. */
static void
check_indexed(NewsArena *arena, const NewsQuery *query)
{
	NewsQuery	indexed;
	NewsQuery	again;
	NewsError	error;

	if (!news_query_indexed(arena, query, &indexed))
		return;
	FUZZ_ASSERT(indexed.nnodes <= query->nnodes);
	FUZZ_ASSERT(news_query_decode(arena, news_query_encode(arena, &indexed), &again, &error));
	FUZZ_ASSERT(matches(arena, &indexed) || !matches(arena, query));
}

static void
check_query(NewsArena *arena, const NewsQuery *query)
{
	NewsStr		image = news_query_encode(arena, query);
	NewsQuery	again;
	NewsError	error;

	FUZZ_ASSERT(news_query_decode(arena, image, &again, &error));
	FUZZ_ASSERT(news_query_parse(arena, news_query_print(arena, query), &again, &error));
	FUZZ_ASSERT(news_str_eq(news_query_encode(arena, &again), image));
	check_matching(arena, query);
	check_indexed(arena, query);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	bool		binary = fuzz_take(&input, 1) & 1;
	char	   *bytes = fuzz_text(&input);
	NewsStr		in = {bytes, (uint32_t) input.size};
	NewsArena	arena;
	NewsQuery	query;
	NewsError	error;

	news_arena_init(&arena, &news_malloc_host);
	if (news_query_websearch(&arena, in, &query))
		check_query(&arena, &query);
	if (binary ? news_query_decode(&arena, in, &query, &error) : news_query_parse(&arena, in, &query, &error))
		check_query(&arena, &query);
	else
		FUZZ_ASSERT(error.what != NULL && error.at <= in.len);
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
