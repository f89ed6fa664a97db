/*
 * fuzz_dict.c
 *	  The user's own names: rows of any strings, images of any bytes, and the use of both.
 */
#include "fuzz.h"
#include "names/dict.h"

#define MAX_ROWS 40

/* The next field of the input, up to a tab or a line break; none when it is empty. */
static NewsStr
next_field(const char **at, const char *end)
{
	const char *start = *at;
	NewsStr		field;

	while (*at < end && **at != '\t' && **at != '\n')
		(*at)++;
	field = (NewsStr) {start, (uint32_t) (*at - start)};
	if (*at < end)
		(*at)++;
	return field.len ? field : NEWS_NO_STR;
}

static void
annotate_with(NewsArena *arena, const struct NewsDict *dict, const char *text, uint32_t len)
{
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_NAMES | NEWS_STAGE_DATES, .dict = dict};

	fuzz_require(news_broken_doc(news_annotate(arena, text, len, &options)));
}

/* Rows, then the rest as the text. */
static void
from_rows(NewsArena *arena, const char *text, uint32_t len, uint32_t wanted)
{
	NewsDictRow rows[MAX_ROWS];
	uint32_t	n = 0;
	const char *at = text;
	const char *end = text + len;
	struct NewsDict *dict;
	size_t		size;
	size_t		fault;
	const char *what;

	while (n < wanted && at < end)
	{
		rows[n].kind = next_field(&at, end);
		rows[n].name = next_field(&at, end);
		rows[n].alias = next_field(&at, end);
		rows[n].code = next_field(&at, end);
		if (news_dict_check_row(arena, &rows[n]) == NEWS_DICT_OK)
			n++;
	}
	dict = news_dict_build(arena, rows, n, &size);
	FUZZ_ASSERT(news_dict_check(dict, size, &fault, &what));
	FUZZ_ASSERT(news_dict_size(dict) == size);
	FUZZ_ASSERT(news_dict_count(dict) <= n);
	for (uint32_t i = 0; i < news_dict_count(dict); i++)
	{
		NewsDictRow row;

		news_dict_row(dict, i, &row);
		FUZZ_ASSERT(row.kind.len > 0 && row.name.len > 0 && row.alias.s != NULL);
	}
	annotate_with(arena, dict, at, (uint32_t) (end - at));
	annotate_with(arena, dict, text, len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	uint32_t	mode = fuzz_take(&input, 1);
	char	   *bytes = fuzz_text(&input);
	NewsArena	arena;

	news_arena_init(&arena, &news_malloc_host);
	if (mode % 4)
	{
		/* as text values are */
		if (news_utf8_valid(bytes, (uint32_t) input.size) && memchr(bytes, 0, input.size) == NULL)
			from_rows(&arena, bytes, (uint32_t) input.size, mode % MAX_ROWS);
	}
	else
	{
		size_t		fault = 0;
		const char *what = NULL;
		static const char text[] = "Anna Kovalenko of the Harbour Union met U.S. envoys.";

		if (news_dict_check(bytes, input.size, &fault, &what))
			annotate_with(&arena, (const struct NewsDict *) bytes, text, sizeof(text) - 1);
		else
			FUZZ_ASSERT(what != NULL && fault <= input.size);
	}
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
