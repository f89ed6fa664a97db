/*
 * score.c
 *	  Scores weights on trees: those of a file, or with -h those held out of it.
 *
 *	  score WEIGHTS.bin [-h] FILE.conllu...
 *
 * Tags and trees are the parser's own, punctuation counts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "syntax/model.h"
#include "treebank.h"

typedef struct Score
{
	uint32_t	tokens;
	uint32_t	universal;
	uint32_t	pos;
	uint32_t	heads;
	uint32_t	labelled;
} Score;

static void
score_tree(NewsWeights *w, const Tree *tree, Score *score)
{
	NewsParse	parse;

	news_parse_with(w, &tree->tokens, 0, (uint32_t) tree->n, &parse);
	score->tokens += (uint32_t) tree->n;
	for (int i = 0; i < tree->n; i++)
	{
		score->universal += strcmp(tree->universal[i], news_pos_universal[parse.pos[i]]) == 0;
		score->pos += tree->pos[i] == parse.pos[i];
		score->heads += tree->head[i] == parse.head[i];
		score->labelled += tree->head[i] == parse.head[i] && tree->relation[i] == parse.relation[i];
	}
}

static void
print_score(const char *name, const Score *s, double seconds)
{
	double		n = s->tokens / 100.0;

	printf("%-28s %6u tokens  UPOS %.2f  tag %.2f  UAS %.2f  LAS %.2f  %.0f tokens/s\n", name, s->tokens, s->universal / n, s->pos / n,
		   s->heads / n, s->labelled / n, s->tokens / seconds);
}

static void *
read_image(const char *path, size_t *size)
{
	FILE	   *f = fopen(path, "rb");
	void	   *image;

	if (!f)
		return NULL;
	fseek(f, 0, SEEK_END);
	*size = (size_t) ftell(f);
	rewind(f);
	image = malloc(*size + 1);
	*size = fread(image, 1, *size, f);
	fclose(f);
	return image;
}

int
main(int argc, char **argv)
{
	NewsWeights weights;
	size_t		size = 0;
	void	   *image = argc > 2 ? read_image(argv[1], &size) : NULL;
	bool		held_out = argc > 2 && strcmp(argv[2], "-h") == 0;

	if (!image)
	{
		fprintf(stderr, "usage: score WEIGHTS.bin [-h] FILE.conllu...\n");
		return 1;
	}
	news_weights_open(&weights, image, size);
	for (int i = held_out ? 3 : 2; i < argc; i++)
	{
		NewsArena	arena;
		Treebank	bank = {0};
		Score		score = {0};
		clock_t		start;
		const char *name = strrchr(argv[i], '/');

		news_arena_init(&arena, &news_malloc_host);
		treebank_read(&arena, argv[i], held_out, &bank);
		start = clock();
		for (uint32_t k = 0; k < bank.n; k++)
			if (!held_out || bank.trees[k]->held_out)
				score_tree(&weights, bank.trees[k], &score);
		print_score(name ? name + 1 : argv[i], &score, (double) (clock() - start) / CLOCKS_PER_SEC);
		news_arena_release(&arena);
	}
	free(image);
	return 0;
}
