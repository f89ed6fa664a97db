/*
 * train.c
 *	  Trains a model on a file of labelled text and writes its image.
 *
 *	  train POOL.bio [rounds [penalty [min_count]]] > model.bin
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model.h"

int
main(int argc, char **argv)
{
	NewsTrainOptions options = {0};
	NewsArena	arena;
	NewsTrainer *trainer;
	NewsModel  *model;
	NewsError	error;
	BioFile		file;

	if (argc < 2)
	{
		fprintf(stderr, "usage: train POOL.bio [rounds [penalty [min_count]]] > model.bin\n");
		return 1;
	}
	options.capitals = true;
	options.lean = true;
	options.rounds = argc > 2 ? (uint32_t) atoi(argv[2]) : 0;
	options.penalty = argc > 3 ? (float) atof(argv[3]) : 0;
	options.min_count = argc > 4 ? (uint32_t) atoi(argv[4]) : 0;
	news_arena_init(&arena, &news_malloc_host);
	trainer = news_trainer_new(&arena, &options);
	file = bio_read(&arena, argv[1], 25);
	for (uint32_t i = 0; i < file.n; i++)
	{
		const BioDoc *doc = &file.docs[i];
		uint32_t	at;

		if (news_trainer_add(trainer, doc->words, doc->tags, doc->n, doc->weight, &at) != NEWS_TRAIN_OK)
		{
			fprintf(stderr, "bad tag \"%.*s\"\n", (int) doc->tags[at].len, doc->tags[at].s);
			return 1;
		}
	}
	model = news_trainer_finish(trainer);
	if (!model || !news_model_check(model, model->size, &error))
	{
		fprintf(stderr, "no sound model: %s\n", model ? error.what : "no names");
		return 1;
	}
	fprintf(stderr, "%u documents; %u features in %u bytes; flags %d; unit %g; %.0f s\n", file.n, model->nrows, model->size,
			model->flags, (double) model->unit, (double) clock() / CLOCKS_PER_SEC);
	fwrite(model, model->size, 1, stdout);
	return 0;
}
