/*
 * test_events.c
 *	  Events: every line of the trigger table by its example, the status of one
 *	  event in many lights, roles, days, sources, and odd input.
 */
#include <stdlib.h>

#include "check.h"
#include "events/lexicon.h"
#include "invariants.h"
#include "sample_names.h"

/* 2016-09-10, a Saturday. */
#define PUBLISHED_DAY 17054

static const NewsOptions options = {NEWS_STAGE_EVENTS, {true, PUBLISHED_DAY, 0}, {NULL, 0}, NULL};

/* The event of a type in a text, the best scored; NULL for none. */
static const NewsEvent *
find_event(const NewsDoc *doc, const char *type)
{
	const NewsEvent *best = NULL;

	for (uint32_t i = 0; i < doc->nevents; i++)
		if (news_str_eq(doc->events[i].type, news_str(type)) && (!best || doc->events[i].score > best->score))
			best = &doc->events[i];
	return best;
}

static bool
split_line(char *line, char **fields, int n)
{
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0] == '#' || line[0] == '\0')
		return false;
	for (int i = 0; i < n; i++)
	{
		char	   *tab = line ? strchr(line, '\t') : NULL;

		fields[i] = line ? line : "";
		if (tab)
			*tab++ = '\0';
		line = tab;
	}
	return true;
}

static FILE *
open_table(const char *path)
{
	FILE	   *f = fopen(path, "r");

	if (!CHECK(f != NULL))
		printf("cannot open %s\n", path);
	return f;
}

/* Every trigger is found in its example. */
static void
test_trigger_examples(void)
{
	FILE	   *f = open_table("src/lexicon/triggers.tsv");
	char		line[1000];
	char	   *field[5];
	int			n = 0;
	int			found = 0;

	while (f && fgets(line, sizeof(line), f))
	{
		NewsArena	arena;
		const NewsDoc *doc;

		if (!split_line(line, field, 5))
			continue;
		n++;
		news_arena_init(&arena, &news_malloc_host);
		doc = sample_annotate(&arena, field[4], &options);
		if (find_event(doc, field[2]) || (strcmp(field[2], "NONE") == 0 && doc->nevents == 0))
			found++;
		else if (getenv("NEWS_VERBOSE"))
			printf("%s\t%s\t%s\t(%u events, %.*s)\n", field[0], field[2], field[4], doc->nevents,
				   doc->nevents ? (int) doc->events[0].type.len : 0, doc->nevents ? doc->events[0].type.s : "");
		news_arena_release(&arena);
	}
	if (f)
		fclose(f);
	/* a few need more than their sentence */
	if (getenv("NEWS_VERBOSE"))
		printf("triggers: %d of %d examples\n", found, n);
	CHECK(n > 600 && found >= n * 97 / 100);
}

/* The share of sentences with the right status stays where it is. */
static void
test_status_pairs(void)
{
	FILE	   *f = open_table("test/bench/status_pairs.tsv");
	char		line[1000];
	char	   *field[4];
	int			n = 0;
	int			right = 0;

	while (f && fgets(line, sizeof(line), f))
	{
		NewsArena	arena;
		const NewsEvent *e;

		if (!split_line(line, field, 4))
			continue;
		n++;
		news_arena_init(&arena, &news_malloc_host);
		e = find_event(sample_annotate(&arena, field[3], &options), field[1]);
		if (e && strcmp(news_status_names[e->status], field[2]) == 0)
			right++;
		else if (getenv("NEWS_VERBOSE"))
			printf("%s not %s: %s\n", e ? news_status_names[e->status] : "none", field[2], field[3]);
		news_arena_release(&arena);
	}
	if (f)
		fclose(f);
	if (getenv("NEWS_VERBOSE"))
		printf("status: %d of %d\n", right, n);
	CHECK(n >= 300 && right >= n * 92 / 100);
}

int
main(void)
{
	test_trigger_examples();
	test_status_pairs();
	return check_done();
}
