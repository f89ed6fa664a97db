/*
 * train.c
 *	  Trains the tagger and the parser, and writes the image of their weights.
 *
 *	  train OUT.bin FILE.conllu...
 *
 * Of each file every tenth document is held out.  The parser learns from tags as
 * the tagger gives them to sentences it has not seen: each third of the sentences
 * is tagged by one trained on the other two.  The same files give the same image.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "learner.h"
#include "syntax/model.h"
#include "treebank.h"

#define TAGGER_ROUNDS	5
#define PARSER_ROUNDS	7
#define FOLDS			3

/* Rows changed less often are dropped. */
#define MIN_CHANGES_POS			3
#define MIN_CHANGES_MOVE		5
#define MIN_CHANGES_RELATION	4

static uint64_t random_state = 1;

static uint32_t
random_below(uint32_t n)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) ((random_state >> 33) % n);
}

static void
shuffle(Tree **trees, uint32_t n)
{
	for (uint32_t i = n; i > 1; i--)
	{
		uint32_t	k = random_below(i);
		Tree	   *tree = trees[k];

		trees[k] = trees[i - 1];
		trees[i - 1] = tree;
	}
}

static int
best_of(const int32_t *scores, int n)
{
	int			best = 0;

	for (int c = 1; c < n; c++)
		if (scores[c] > scores[best])
			best = c;
	return best;
}

/* ---- Tagger ---- */

static void
learn_tags(Learner *l, const Tree *tree)
{
	NewsLook	looks[NEWS_PARSE_MAX];
	uint8_t		pos[NEWS_PARSE_MAX];
	uint32_t	features[NEWS_POS_FEATURES];
	int32_t		scores[LEARNER_MAX_CLASSES];

	news_look(&tree->tokens, 0, (uint32_t) tree->n, looks);
	for (int i = 0; i < tree->n; i++)
	{
		int			n = news_pos_features(looks, pos, tree->n, i, features);

		learner_score(l, features, n, scores);
		pos[i] = (uint8_t) best_of(scores, NEWS_NPOS);
		learner_learn(l, features, n, tree->pos[i], pos[i]);
	}
}

static void
give_tags(const Learner *l, const Tree *tree, uint8_t *pos)
{
	NewsLook	looks[NEWS_PARSE_MAX];
	uint32_t	features[NEWS_POS_FEATURES];
	int32_t		scores[LEARNER_MAX_CLASSES];

	news_look(&tree->tokens, 0, (uint32_t) tree->n, looks);
	for (int i = 0; i < tree->n; i++)
	{
		learner_score(l, features, news_pos_features(looks, pos, tree->n, i, features), scores);
		pos[i] = (uint8_t) best_of(scores, NEWS_NPOS);
	}
}

/* Trains on all sentences but those of one fold (-1: on all). */
static void
train_tagger(Learner *l, Tree **trees, uint32_t n, int fold)
{
	Tree	  **order = malloc(sizeof(Tree *) * n);
	uint32_t	used = 0;

	for (uint32_t i = 0; i < n; i++)
		if (fold < 0 || i % FOLDS != (uint32_t) fold)
			order[used++] = trees[i];
	learner_init(l, NEWS_NPOS);
	for (int round = 0; round < TAGGER_ROUNDS; round++)
	{
		shuffle(order, used);
		for (uint32_t i = 0; i < used; i++)
			learn_tags(l, order[i]);
	}
	learner_average(l);
	free(order);
}

/* Each sentence's tags by a tagger that has not seen it. */
static uint8_t **
tag_unseen(NewsArena *arena, Tree **trees, uint32_t n)
{
	uint8_t   **tags = NEWS_NEW(arena, uint8_t *, n);

	for (int fold = 0; fold < FOLDS; fold++)
	{
		Learner		l;

		train_tagger(&l, trees, n, fold);
		for (uint32_t i = (uint32_t) fold; i < n; i += FOLDS)
		{
			tags[i] = NEWS_NEW(arena, uint8_t, trees[i]->n);
			give_tags(&l, trees[i], tags[i]);
		}
		learner_free(&l);
	}
	return tags;
}

/* ---- Parser ---- */

/* How many arcs of the tree each move puts out of reach (Goldberg and Nivre 2012). */
static void
count_costs(const NewsState *s, const Tree *tree, int *costs)
{
	int			s0 = s->top > 0 ? s->stack[s->top - 1] : -1;
	int			n0 = s->next;
	int			stack_deps = 0; /* of n0, on the stack, without a head */
	int			stack_head = 0; /* n0's head is on the stack */
	int			buffer_deps = 0;	/* of s0 */

	memset(costs, 0, sizeof(int) * NEWS_NMOVES);
	for (int i = 0; i < s->top; i++)
	{
		int			x = s->stack[i];

		stack_deps += tree->head[x] == n0 && s->nodes[x].head < 0;
		stack_head += tree->head[n0] == x;
	}
	if (s0 >= 0)
		for (int i = n0; i < s->n; i++)
			buffer_deps += tree->head[i] == s0;
	costs[NEWS_SHIFT] = stack_deps + stack_head;
	costs[NEWS_REDUCE] = buffer_deps;
	costs[NEWS_LEFT] = buffer_deps;
	costs[NEWS_RIGHT] = stack_deps;
	if (s0 >= 0 && tree->head[s0] > n0)
		costs[NEWS_LEFT]++;
	if (tree->head[n0] != s0 && (stack_head || tree->head[n0] > n0))
		costs[NEWS_RIGHT]++;
	/* the root has no head to be found: one that gets another is lost */
	if (s0 >= 0 && tree->head[s0] < 0)
		costs[NEWS_LEFT]++;
	if (tree->head[n0] < 0)
		costs[NEWS_RIGHT]++;
}

typedef struct Parser
{
	Learner		moves;
	Learner		relations;
	int			round;
	uint32_t	right;
	uint32_t	seen;
} Parser;

static uint8_t
learn_relation(Parser *p, const NewsState *s, const Tree *tree, int head, int dependent)
{
	uint32_t	features[NEWS_RELATION_FEATURES];
	int32_t		scores[LEARNER_MAX_CLASSES];
	int			n = news_relation_features(s, head, dependent, features);
	int			found;

	learner_score(&p->relations, features, n, scores);
	scores[NEWS_REL_ROOT] = INT32_MIN;
	found = best_of(scores, NEWS_NRELATIONS);
	if (tree->head[dependent] == head)
		learner_learn(&p->relations, features, n, tree->relation[dependent], found);
	return (uint8_t) found;
}

static void
learn_tree(Parser *p, const Tree *tree, const uint8_t *pos)
{
	NewsLook	looks[NEWS_PARSE_MAX];
	NewsState	s;
	uint32_t	features[NEWS_MOVE_FEATURES];
	int32_t		scores[LEARNER_MAX_CLASSES];
	int			costs[NEWS_NMOVES];

	news_look(&tree->tokens, 0, (uint32_t) tree->n, looks);
	news_state_init(&s, looks, pos, tree->n);
	while (!news_state_done(&s))
	{
		int			n = news_move_features(&s, features);
		int			best = -1;
		int			right = -1;
		int			least = INT32_MAX;
		int			head;
		int			dependent;

		learner_score(&p->moves, features, n, scores);
		count_costs(&s, tree, costs);
		for (int m = 0; m < NEWS_NMOVES; m++)
			if (news_move_legal(&s, (NewsMove) m) && costs[m] < least)
				least = costs[m];
		for (int m = 0; m < NEWS_NMOVES; m++)
		{
			if (!news_move_legal(&s, (NewsMove) m))
				continue;
			if (best < 0 || scores[m] > scores[best])
				best = m;
			if (costs[m] == least && (right < 0 || scores[m] > scores[right]))
				right = m;
		}
		if (costs[best] == least)
			right = best;
		learner_learn(&p->moves, features, n, right, best);
		p->seen++;
		p->right += right == best;
		/* from the second round on mostly where its own moves lead */
		if (p->round < 1 || random_below(10) == 0)
			best = right;
		news_move(&s, (NewsMove) best, news_move_arc(&s, (NewsMove) best, &head, &dependent) ?
				  learn_relation(p, &s, tree, head, dependent) : 0);
	}
}

static void
train_parser(Parser *p, Tree **trees, uint8_t **tags, uint32_t n)
{
	uint32_t   *order = malloc(sizeof(uint32_t) * n);

	learner_init(&p->moves, NEWS_NMOVES);
	learner_init(&p->relations, NEWS_NRELATIONS);
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (p->round = 0; p->round < PARSER_ROUNDS; p->round++)
	{
		p->right = p->seen = 0;
		for (uint32_t i = n; i > 1; i--)
		{
			uint32_t	k = random_below(i);
			uint32_t	x = order[k];

			order[k] = order[i - 1];
			order[i - 1] = x;
		}
		for (uint32_t i = 0; i < n; i++)
			learn_tree(p, trees[order[i]], tags[order[i]]);
		fprintf(stderr, "  round %d: %.2f %% of moves right, %.0f s\n", p->round + 1, 100.0 * p->right / p->seen,
				(double) clock() / CLOCKS_PER_SEC);
	}
	learner_average(&p->moves);
	learner_average(&p->relations);
	free(order);
}

/* ---- Image ---- */

static void
write_number(FILE *f, uint32_t n)
{
	for (int i = 0; i < 4; i++)
		fputc((int) (n >> (8 * i) & 0xFF), f);
}

static void
write_head(FILE *f, const TableSize *sizes)
{
	fwrite(NEWS_SYNTAX_MAGIC, 4, 1, f);
	for (int t = 0; t < NEWS_NTABLES; t++)
	{
		write_number(f, sizes[t].nslots);
		write_number(f, sizes[t].nrows);
	}
}

static bool
write_image(const char *path, const Learner *tagger, const Parser *parser)
{
	FILE	   *f = fopen(path, "wb");
	TableSize	sizes[NEWS_NTABLES] = {{0, 0}};

	if (!f)
		return false;
	write_head(f, sizes);
	sizes[NEWS_TABLE_POS] = learner_write(tagger, MIN_CHANGES_POS, NEWS_ROW_POS, f);
	sizes[NEWS_TABLE_MOVE] = learner_write(&parser->moves, MIN_CHANGES_MOVE, NEWS_ROW_MOVE, f);
	sizes[NEWS_TABLE_RELATION] = learner_write(&parser->relations, MIN_CHANGES_RELATION, NEWS_ROW_RELATION, f);
	rewind(f);
	write_head(f, sizes);
	return fclose(f) == 0;
}

int
main(int argc, char **argv)
{
	NewsArena	arena;
	Treebank	bank = {0};
	uint32_t	n = 0;
	uint8_t   **tags;
	Learner		tagger;
	Parser		parser = {0};

	if (argc < 3)
	{
		fprintf(stderr, "usage: train OUT.bin FILE.conllu...\n");
		return 1;
	}
	news_arena_init(&arena, &news_malloc_host);
	for (int i = 2; i < argc; i++)
		if (!treebank_read(&arena, argv[i], true, &bank))
		{
			fprintf(stderr, "cannot read %s\n", argv[i]);
			return 1;
		}
	for (uint32_t i = 0; i < bank.n; i++)
		if (!bank.trees[i]->held_out)
			bank.trees[n++] = bank.trees[i];
	shuffle(bank.trees, n);
	fprintf(stderr, "%u sentences\n", n);
	tags = tag_unseen(&arena, bank.trees, n);
	fprintf(stderr, "  tags given to unseen sentences, %.0f s\n", (double) clock() / CLOCKS_PER_SEC);
	train_tagger(&tagger, bank.trees, n, -1);
	train_parser(&parser, bank.trees, tags, n);
	if (!write_image(argv[1], &tagger, &parser))
	{
		fprintf(stderr, "cannot write %s\n", argv[1]);
		return 1;
	}
	news_arena_release(&arena);
	return 0;
}
