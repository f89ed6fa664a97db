/*
 * test_pairs.c
 *	  Pairs of names: two spellings of one, and two that look alike.
 *
 * Reads test/unit/name_pairs.tsv: same or differ, kind, name, name, and "known"
 * for a pair that is known to fail.  Each name stands alone in an article of one
 * sentence; the canonical names that come out are compared.
 */
#include "check.h"

#include <stdlib.h>

#include "annotate.h"

/* Shares of the pairs that must be right. */
#define SAME_FLOOR 0.95
#define DIFFER_FLOOR 0.98

static NewsArena arena;

/* An article about one name, and where the name lies in it. */
static void
write_article(const char *kind, const char *name, char *text, size_t size)
{
	if (strcmp(kind, "person") == 0)
		snprintf(text, size, "On Monday %s said that the talks would go on.", name);
	else if (strcmp(kind, "place") == 0)
		snprintf(text, size, "The delegates travelled to %s on Monday.", name);
	else
		snprintf(text, size, "Spokesmen for the %s denied it on Monday.", name);
}

/* The canonical name of the first entity of the article; "" when it has none. */
static const char *
canonical(const char *kind, const char *name, char *out, size_t size)
{
	static NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	char		text[500];
	NewsDoc    *doc;

	write_article(kind, name, text, sizeof(text));
	doc = news_annotate(&arena, news_strndup(&arena, text, strlen(text)), (uint32_t) strlen(text), &options);
	out[0] = '\0';
	if (doc->nmentions)
	{
		NewsStr		s = doc->entities[doc->mentions[0].entity].name;

		snprintf(out, size, "%.*s", (int) s.len, s.s);
	}
	return out;
}

/* The fields of a line, divided by tabs; returns how many. */
static int
split(char *line, char **fields, int max)
{
	int			n = 0;

	line[strcspn(line, "\n")] = '\0';
	for (char *s = line; s && n < max;)
	{
		char	   *tab = strchr(s, '\t');

		if (tab)
			*tab++ = '\0';
		fields[n++] = s;
		s = tab;
	}
	return n;
}

static void
test_table(void)
{
	FILE	   *file = fopen("test/unit/name_pairs.tsv", "r");
	char		line[1000];
	int			n[2] = {0, 0};
	int			right[2] = {0, 0};

	CHECK(file != NULL);
	while (file && fgets(line, sizeof(line), file))
	{
		char	   *fields[5] = {"", "", "", "", ""};
		char		a[200];
		char		b[200];
		bool		differ;
		bool		good;

		if (line[0] == '#' || line[0] == '\n')
			continue;
		CHECK(split(line, fields, 5) >= 4);
		differ = strcmp(fields[0], "differ") == 0;
		canonical(fields[1], fields[2], a, sizeof(a));
		canonical(fields[1], fields[3], b, sizeof(b));
		good = differ ? strcmp(a, b) != 0 : a[0] && strcmp(a, b) == 0;
		n[differ]++;
		right[differ] += good;
		if (!good && strcmp(fields[4], "known") != 0)
			printf("%s %s: %s is \"%s\", %s is \"%s\"\n", fields[0], fields[1], fields[2], a, fields[3], b);
		/* a pair that is known to fail, and does not, is no longer known to */
		CHECK(good == (strcmp(fields[4], "known") != 0));
	}
	if (file)
		fclose(file);
	printf("variants of one name: %d of %d; names kept apart: %d of %d\n", right[0], n[0], right[1], n[1]);
	CHECK(n[0] >= 200 && n[1] >= 200);
	CHECK(right[0] >= n[0] * SAME_FLOOR);
	CHECK(right[1] >= n[1] * DIFFER_FLOOR);
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_table();
	news_arena_release(&arena);
	return check_done();
}
