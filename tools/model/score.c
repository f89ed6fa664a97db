/*
 * score.c
 *	  Scores the names that the engine finds in texts against labelled ones.
 *
 *	  score MODEL TEST.bio...
 *
 * The texts are printed as newspapers print them and read as any other article.
 * A name counts when its bytes and its kind both equal the gold, over persons,
 * organizations and places.  Where the gold leaves the choice open, what is found
 * there does not count.  MODEL "-": that of the library.  With CALIBRATION set,
 * also how many of the names of each score are right.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "model.h"

#define NKINDS 3

typedef struct Score
{
	unsigned	right;
	unsigned	found;
	unsigned	gold;
} Score;

typedef struct Gold
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	int			kind;			/* NewsKind; -1: leave out */
} Gold;

/* Names found by tenths of their score; the last are those of 0.95 and more. */
#define NBINS 11

typedef struct Bin
{
	unsigned	right;
	unsigned	found;
	double		score;			/* sum */
} Bin;

static Bin bins[NBINS];

static FILE *errors;

static void
count_score(float score, bool right)
{
	Bin		   *bin = &bins[score >= 0.95f ? NBINS - 1 : (int) (score * 10)];

	bin->found++;
	bin->right += right;
	bin->score += (double) score;
}

static void
print_bins(void)
{
	for (int i = 0; i < NBINS; i++)
		if (bins[i].found)
			printf("  mean score %.3f: %.3f right of %u\n", bins[i].score / bins[i].found, (double) bins[i].right / bins[i].found, bins[i].found);
	memset(bins, 0, sizeof(bins));
}

static const char *
read_model(NewsArena *arena, const char *path)
{
	FILE	   *in = fopen(path, "rb");
	size_t		room = 64 << 20;
	char	   *bytes = news_alloc(arena, room);
	size_t		n = in ? fread(bytes, 1, room, in) : 0;
	NewsError	error;

	if (!news_model_check(bytes, n, &error))
	{
		fprintf(stderr, "%s: %s\n", path, error.what);
		exit(1);
	}
	fclose(in);
	return bytes;
}

static int
kind_of(NewsStr tag)
{
	static const char *const names[][8] = {
		{"person", "per", "politician", NULL},
		{"organization", "org", "organisation", "politicalparty", "political-party", NULL},
		{"place", "loc", "location", "gpe", "fac", "facility", "country", NULL}
	};

	if (memchr(tag.s, '|', tag.len))
		return -1;
	for (int k = 0; k < NKINDS; k++)
		for (int i = 0; names[k][i]; i++)
			if (strlen(names[k][i]) == tag.len - 2 && strncasecmp(tag.s + 2, names[k][i], tag.len - 2) == 0)
				return k;
	return NKINDS;
}

static void
score_doc(const NewsModel *model, const BioDoc *doc, Score *score)
{
	NewsOptions options = {.stages = NEWS_STAGE_NAMES, .model = model};
	NewsArena	arena;
	uint32_t   *at;
	char	   *text;
	Gold	   *gold;
	uint32_t	ngold = 0;
	uint32_t	g = 0;
	NewsDoc    *found;

	news_arena_init(&arena, &news_malloc_host);
	at = NEWS_NEW(&arena, uint32_t, doc->n + 1);
	gold = NEWS_NEW(&arena, Gold, doc->n + 1);
	text = news_words_join(&arena, doc->words, doc->n, at);
	for (uint32_t w = 0, end; w < doc->n; w = end)
	{
		uint32_t	stop;

		end = w + 1;
		if (doc->tags[w].len < 3 || doc->words[w].len == 0)
			continue;
		while (end < doc->n && doc->tags[end].len > 2 && memchr(doc->tags[end].s, 'I', doc->tags[end].len) && !memchr(doc->tags[end].s, 'B', 3))
			end++;
		stop = at[end];
		while (stop > at[w] && strchr(" \n", text[stop - 1]))
			stop--;
		gold[ngold++] = (Gold) {at[w], stop, kind_of(doc->tags[w])};
	}
	found = news_annotate(&arena, text, at[doc->n], &options);
	for (uint32_t i = 0; i < ngold; i++)
		if (gold[i].kind >= 0 && gold[i].kind < NKINDS)
			score[gold[i].kind].gold++;
	for (uint32_t i = 0; i < found->nmentions; i++)
	{
		const NewsMention *m = &found->mentions[i];
		uint32_t	start = found->tokens.items[m->first].start;
		uint32_t	end = found->tokens.items[m->end - 1].end;
		int			kind = (int) found->entities[m->entity].kind;

		while (g < ngold && gold[g].end <= start)
		{
			if (errors && gold[g].kind >= 0 && gold[g].kind < NKINDS)
				fprintf(errors, "missed %s [%.*s] in %.*s\n", news_kind_names[gold[g].kind], (int) (gold[g].end - gold[g].start), text + gold[g].start,
						(int) (gold[g].end - (gold[g].start > 40 ? gold[g].start - 40 : 0) + 20), text + (gold[g].start > 40 ? gold[g].start - 40 : 0));
			g++;
		}
		if (kind >= NKINDS || (g < ngold && gold[g].start < end && gold[g].kind < 0))
			continue;
		score[kind].found++;
		count_score(m->score, g < ngold && gold[g].start == start && gold[g].end == end && gold[g].kind == kind);
		if (g < ngold && gold[g].start == start && gold[g].end == end && gold[g].kind == kind)
		{
			score[kind].right++;
			g++;
		}
		else if (errors)
			fprintf(errors, "extra %s %.2f [%.*s] in %.*s\n", news_kind_names[kind], m->score, (int) (end - start), text + start,
					(int) (end - (start > 40 ? start - 40 : 0) + 20), text + (start > 40 ? start - 40 : 0));
	}
	news_arena_release(&arena);
}

static double
f1(Score s)
{
	return s.found + s.gold ? 2.0 * s.right / (s.found + s.gold) : 0;
}

int
main(int argc, char **argv)
{
	NewsArena	arena;
	const NewsModel *model;

	if (argc < 3)
		return 1;
	if (getenv("ERRORS"))
		errors = fopen(getenv("ERRORS"), "w");
	news_arena_init(&arena, &news_malloc_host);
	model = strcmp(argv[1], "-") == 0 ? NULL : (const NewsModel *) (const void *) read_model(&arena, argv[1]);
	for (int i = 2; i < argc; i++)
	{
		BioFile		file = bio_read(&arena, argv[i], 25);
		Score		score[NKINDS] = {{0, 0, 0}};
		Score		all = {0, 0, 0};
		const char *name = strrchr(argv[i], '/');

		for (uint32_t d = 0; d < file.n; d++)
			score_doc(model, &file.docs[d], score);
		for (int k = 0; k < NKINDS; k++)
		{
			all.right += score[k].right;
			all.found += score[k].found;
			all.gold += score[k].gold;
		}
		printf("%-24s P %.3f R %.3f F1 %.3f  person %.3f organization %.3f place %.3f  of %u\n", name ? name + 1 : argv[i],
			   all.right / (all.found + 1e-9), all.right / (all.gold + 1e-9), f1(all), f1(score[0]), f1(score[1]), f1(score[2]), all.gold);
		if (getenv("CALIBRATION"))
			print_bins();
	}
	return 0;
}
