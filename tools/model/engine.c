/*
 * engine.c
 *	  Trains on one file and scores on another, with gold words.
 *
 *	  engine TRAIN.bio TEST.bio [rounds [penalty [min_count [parts]]]]
 *
 * parts 3: the third part of the documents alone.  For measuring the learner.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model.h"

typedef struct Score
{
	unsigned	right;
	unsigned	found;
	unsigned	gold;
} Score;

static double
f1(Score s)
{
	return s.found + s.gold ? 200.0 * s.right / (s.found + s.gold) : 0;
}

static int kind_number(const NewsModel *m, NewsStr kind)
{
	for (int i = 0; i < m->nkinds; i++)
		if (news_str_eq(kind, news_str(m->kinds[i])))
			return i;
	return m->nkinds;
}

static void
score_doc(const NewsModel *model, const BioDoc *doc, Score *score, FILE *errors)
{
	NewsArena	arena;
	NewsWords	words;
	NewsTagText	text;
	NewsTagSpans	spans;
	uint32_t   *end_of;			/* by word: end of the span found there */
	uint32_t   *kind_of;

	news_arena_init(&arena, &news_malloc_host);
	news_words_read(&arena, doc->words, doc->n, &words);
	text = news_words_text(&words);
	news_tag_text(&arena, model, &text, &spans);
	end_of = NEWS_NEW0(&arena, uint32_t, doc->n + 1);
	kind_of = NEWS_NEW0(&arena, uint32_t, doc->n + 1);
	for (uint32_t i = 0; i < spans.n; i++)
	{
		uint32_t	first = words.word_of[spans.items[i].first];

		/* a name that begins inside a word is none */
		if (spans.items[i].first > 0 && words.word_of[spans.items[i].first - 1] == first)
			continue;
		end_of[first] = words.word_of[spans.items[i].end - 1] + 1;
		kind_of[first] = spans.items[i].kind;
		score[spans.items[i].kind].found++;
	}
	for (uint32_t w = 0, end; w < doc->n; w = end)
	{
		end = w + 1;
		if (doc->tags[w].len < 3)
		{
			if (end_of[w] && errors)
				fprintf(errors, "extra %s %.*s\n", model->kinds[kind_of[w]], (int) doc->words[w].len, doc->words[w].s);
			continue;
		}
		int k = kind_number(model, (NewsStr) {doc->tags[w].s + 2, doc->tags[w].len - 2});
		while (end < doc->n && doc->tags[end].len > 2 && doc->tags[end].s[0] == 'I')
			end++;
		score[k].gold++;
		if (end_of[w] == end && (int) kind_of[w] == k)
			score[k].right++;
		else if (errors)
			fprintf(errors, "missed %s %.*s\n", model->kinds[k], (int) (doc->words[end - 1].s + doc->words[end - 1].len - doc->words[w].s), doc->words[w].s);
	}
	news_arena_release(&arena);
}

static void
print_scores(const NewsModel *model, const Score *score)
{
	Score		all = {0, 0, 0};

	for (int k = 0; k < model->nkinds; k++)
	{
		printf("  %-14s P %.2f R %.2f F1 %.2f of %u\n", model->kinds[k], 100.0 * score[k].right / (score[k].found + 1e-9),
			   100.0 * score[k].right / (score[k].gold + 1e-9), f1(score[k]), score[k].gold);
		all.right += score[k].right;
		all.found += score[k].found;
		all.gold += score[k].gold;
	}
	printf("  all            P %.2f R %.2f F1 %.2f of %u\n", 100.0 * all.right / (all.found + 1e-9),
		   100.0 * all.right / (all.gold + 1e-9), f1(all), all.gold);
}

int
main(int argc, char **argv)
{
	NewsTrainOptions options = {0};
	NewsArena	arena;
	NewsTrainer *trainer;
	NewsModel  *model;
	NewsError	error;
	BioFile		file;
	Score		score[NEWS_MODEL_MAX_KINDS + 1] = {{0, 0, 0}};
	unsigned	parts = argc > 6 ? (unsigned) atoi(argv[6]) : 1;
	clock_t		start = clock();
	FILE	   *errors = getenv("ERRORS") ? fopen(getenv("ERRORS"), "w") : NULL;

	if (argc < 3)
		return 1;
	options.rounds = argc > 3 ? (uint32_t) atoi(argv[3]) : 0;
	options.penalty = argc > 4 ? (float) atof(argv[4]) : 0;
	options.min_count = argc > 5 ? (uint32_t) atoi(argv[5]) : 0;
	options.single = getenv("SINGLE") != NULL;
	news_arena_init(&arena, &news_malloc_host);
	trainer = news_trainer_new(&arena, &options);
	file = bio_read(&arena, argv[1], 25);
	for (uint32_t i = 0; i < file.n; i++)
	{
		uint32_t	at;

		if (i % parts == 0 && news_trainer_add(trainer, file.docs[i].words, file.docs[i].tags, file.docs[i].n, 1, &at) != NEWS_TRAIN_OK)
			printf("bad tag %.*s\n", (int) file.docs[i].tags[at].len, file.docs[i].tags[at].s);
	}
	model = news_trainer_finish(trainer);
	printf("trained in %.1f s: %u rows, %u bytes, flags %d, unit %g, %s\n", (double) (clock() - start) / CLOCKS_PER_SEC, model->nrows, model->size, model->flags, model->unit,
		   news_model_check(model, model->size, &error) ? "sound" : error.what);
	file = bio_read(&arena, argv[2], 25);
	start = clock();
	for (uint32_t i = 0; i < file.n; i++)
		score_doc(model, &file.docs[i], score, errors);
	printf("tagged in %.3f s\n", (double) (clock() - start) / CLOCKS_PER_SEC);
	print_scores(model, score);
	return 0;
}
