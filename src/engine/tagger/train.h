/*
 * train.h
 *	  What the parts of the trainer share: examples, and their features as rows of
 *	  weights.
 */
#ifndef NEWS_TRAIN_H
#define NEWS_TRAIN_H

#include "tagger/crf.h"
#include "tagger/features.h"
#include "tagger/tagger.h"

/* One document as it was added. */
typedef struct NewsTrainDoc
{
	NewsWords	words;
	uint64_t   *allowed;		/* by token: labels that may be right, a bit each */
	float		weight;
} NewsTrainDoc;

/* One chain as the learner sees it. */
typedef struct NewsExample
{
	uint32_t	token;			/* its first item of NewsExamples.tokens */
	uint32_t	n;
	uint32_t	doc;
} NewsExample;

typedef struct NewsExampleToken
{
	uint64_t	allowed;
	size_t		features;		/* first item of NewsExamples.features */
	uint32_t	nfeatures;
	uint32_t	nsecond;		/* behind those: features of the second pass */
} NewsExampleToken;

typedef struct NewsExamples
{
	NewsExample *items;
	uint32_t	n;
	uint32_t	room;
	NewsExampleToken *tokens;
	uint32_t	ntokens;
	uint32_t	tokens_room;
	uint32_t   *features;		/* hashes, then rows */
	size_t		nfeatures;
	size_t		features_room;
	uint32_t   *row_feature;	/* hash by row */
	uint32_t	nrows;
} NewsExamples;

struct NewsTrainer
{
	NewsArena  *arena;
	NewsTrainOptions options;
	char		kinds[NEWS_MODEL_MAX_KINDS][NEWS_MODEL_KIND_BYTES];
	int			nkinds;
	NewsTrainDoc *docs;
	uint32_t	ndocs;
	uint32_t	room;
	uint32_t	ntokens;
	NewsModel  *shape;			/* flags and inner words alone: what chains are */
	NewsExamples examples;
};

/* Calls visit for each stretch of each document in turn. (shape.c) */
typedef void (*NewsStretchVisit) (NewsTrainer *trainer, NewsStretch *stretch, uint32_t doc, void *arg);
extern void news_train_visit(NewsTrainer *trainer, NewsStretchVisit visit, void *arg);

/* Finds where words without a capital stand in names; sets trainer->shape. (shape.c) */
extern void news_train_shape(NewsTrainer *trainer);

/* Fills trainer->examples; votes: labels of a first pass, by example token, NULL for none. (examples.c) */
extern void news_train_examples(NewsTrainer *trainer, const uint8_t *votes);

/*
 * The groups of features that come most often in the examples, as their keys in
 * the arena, sorted; sets n. (sums.c)
 */
extern const uint32_t *news_train_groups(NewsTrainer *trainer, uint32_t *n);

/* Fills the sums of an image whose rows are there, nkeys keys having slots. (sums.c) */
extern void news_train_sums(NewsTrainer *trainer, NewsModel *image, const uint32_t *keys, uint32_t nkeys);

/* Weights under training. */
typedef struct NewsWeights
{
	int			nlabels;
	int			stride;
	uint32_t	nrows;
	float	   *rows;			/* nrows * stride, times scale */
	float		scale;
	float	   *transition;		/* stride * stride */
} NewsWeights;

/* Which examples to learn from. */
typedef struct NewsLesson
{
	uint32_t	rounds;
	int			fold;			/* documents whose number is odd (1) or even (0) alone; -1 for all */
	bool		second;			/* with the features of the second pass in every other round */
} NewsLesson;

/* learn.c */
extern void news_learn(NewsTrainer *trainer, const NewsLesson *lesson, NewsWeights *weights);

/* Labels the examples of documents of one fold, by example token. */
extern void news_learn_predict(NewsTrainer *trainer, const NewsWeights *weights, int fold, uint8_t *labels);

#endif							/* NEWS_TRAIN_H */
