/*
 * polls.c
 *	  The longest time between two calls of the host's poll: how late the engine
 *	  hears a cancel.
 *
 *	  polls [MEGABYTES]
 *
 * Prints, for documents of several kinds and each entry point, the CPU time in
 * all and the longest gap, in milliseconds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "annotate.h"
#include "article/article.h"
#include "query/keys.h"

typedef struct Clock
{
	double		last;
	double		worst;
	long		polls;
} Clock;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static void
poll(void *arg)
{
	Clock	   *clock = arg;
	double		t = now();

	if (t - clock->last > clock->worst)
		clock->worst = t - clock->last;
	clock->last = t;
	clock->polls++;
}

/* Instead of stages: reads a page; makes the stored form and its keys. */
#define ARTICLE	(-1)
#define STORED	(-2)

static const char *
entry_point(int stages)
{
	switch (stages)
	{
		case ARTICLE:
			return "article";
		case STORED:
			return "stored";
		case NEWS_STAGE_TEXT:
			return "text";
		case NEWS_STAGE_NAMES:
			return "names";
		case NEWS_STAGE_DATES:
			return "dates";
		default:
			return "events";
	}
}

static void
store(NewsArena *arena, const char *text, uint32_t len, NewsOptions *options)
{
	uint32_t	n;

	options->stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES;
	news_vector_keys(arena, news_vector_encode(arena, news_vector_make(arena, news_annotate(arena, text, len, options))), NEWS_KEYS_OF_INDEX, &n);
}

static void
measure(const char *kind, const char *text, uint32_t len, int stages)
{
	Clock		clock = {now(), 0, 0};
	NewsHost	host = news_malloc_host;
	NewsOptions options = {.stages = stages, .published = {true, 17000, 0}};
	NewsArticle article;
	NewsArena	arena;
	double		began = clock.last;

	host.poll = poll;
	host.arg = &clock;
	news_arena_init(&arena, &host);
	if (stages >= 0)
		news_annotate(&arena, text, len, &options);
	else if (stages == STORED)
		store(&arena, text, len, &options);
	else
		news_read_article(&arena, (NewsStr) {text, len}, NEWS_NO_STR, &article);
	poll(&clock);
	printf("%-12s %-8s %8.0f ms, longest gap %7.1f ms, %ld polls\n", kind, entry_point(stages), clock.last - began, clock.worst, clock.polls);
	news_arena_release(&arena);
}

/* Names, each of them once: "Mabkde Tolfre said. " */
static void
fill_with_names(char *text, uint32_t len)
{
	uint32_t	seed = 1;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len; i++, n++)
	{
		static const char mask[] = "Aaaaaa Aaaaaa said. ";
		char		c = mask[n % (sizeof(mask) - 1)];

		seed = seed * 1664525 + 1013904223;
		if (c == 'A' || (c == 'a' && mask[n % (sizeof(mask) - 1) + 1] != 'i'))
			c = (char) (c == 'A' ? 'A' + (seed >> 16) % 26 : "abcdefghijklmnopqrstuvwxyz"[(seed >> 16) % 26]);
		text[i] = c;
	}
}

static void
measure_all(const char *kind, const char *text, uint32_t len)
{
	for (int stages = STORED; stages <= NEWS_STAGE_EVENTS; stages = stages < 1 ? stages + 1 : stages * 2)
		measure(kind, text, len, stages);
}

int
main(int argc, char **argv)
{
	static const char *const units[][2] = {
		{"words", "the quick brown fox jumps over a lazy dog and so on "},
		{"names", "Anna Kovalenko, U.S. Secretary of State John Kerry, the United Nations, "},
		{"capitals", "THE UNITED STATES OF AMERICA "},
		{"dates", "on 10 September 2016, last Tuesday, two days ago, from May 3 to 7, "},
		{"events", "Russia and Syria signed a deal. Rebels attacked Aleppo. "},
		{"sentence", "Russia accused Ukraine and "},
		{"noise", "}{|?><:\"+_)(*&^%$#@!~"},
		{"lines", "Kerry\n"},
		{"token", "x"},
		{"capital", "X"},
		{"space", " "},
		{"marks", "\xCC\x81"},
		{"acronym", "U."},
		{"digits", "1,"},
		{"url", "http://"},
		{"tags", "<div><p>By Ida Moreau</p>"},
		{"open", "<"},
		{"entities", "&#x"},
	};
	uint32_t	len = (uint32_t) (argc > 1 ? atoi(argv[1]) : 50) << 20;
	char	   *text = malloc(len);

	for (size_t u = 0; u < sizeof(units) / sizeof(units[0]); u++)
	{
		size_t		n = strlen(units[u][1]);

		for (uint32_t i = 0; i < len; i++)
			text[i] = units[u][1][i % n];
		measure_all(units[u][0], text, len);
	}
	fill_with_names(text, len);
	measure_all("other names", text, len);
	free(text);
	return 0;
}
