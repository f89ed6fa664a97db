/* An averaged perceptron over hashed features; see learner.c. */
#ifndef LEARNER_H
#define LEARNER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define LEARNER_MAX_CLASSES 64

typedef struct Learner
{
	int			nclasses;
	uint32_t	nslots;			/* a power of two */
	uint32_t   *keys;			/* by slot: the feature */
	uint32_t   *rows;			/* by slot: its row, plus 1; 0 in an empty slot */
	uint32_t	nrows;
	uint32_t	room;
	int32_t    *weights;		/* by row and class */
	int64_t    *sums;			/* of changes, each times the step at which it was made */
	uint32_t   *changes;		/* by row: how many */
	uint32_t   *feature;		/* by row */
	int64_t		step;
} Learner;

extern void learner_init(Learner *l, int nclasses);
extern void learner_free(Learner *l);

/* The sums of the features' rows. */
extern void learner_score(const Learner *l, const uint32_t *features, int n, int32_t *scores);

/* One example is seen: of two classes right should win over wrong; both the same when it did. */
extern void learner_learn(Learner *l, const uint32_t *features, int n, int right, int wrong);

/* Replaces the weights by their averages over all steps, in 256ths; no learning after that. */
extern void learner_average(Learner *l);

typedef struct TableSize
{
	uint32_t	nslots;
	uint32_t	nrows;
} TableSize;

/* Writes a table of the image: rows changed min_changes times or more, in int8. */
extern TableSize learner_write(const Learner *l, uint32_t min_changes, int row_bytes, FILE *f);

#endif
