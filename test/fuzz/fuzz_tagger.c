/*
 * fuzz_tagger.c
 *	  Images of models of any bytes: refused, or used without harm.
 *
 * Bytes that say nothing of the structure pass by mending the checksum; then
 * the article behind the image is read with it.  Other inputs are labelled
 * words to train on.
 */
#include "fuzz.h"

#include "tagger/tagger.h"

static void
use_model(const uint8_t *data, size_t size)
{
	static const char text[] = "Orla Tunn of Vasse said on Sunday that 2 BRANDT rifles of the Port-Vasse Co. were sold.";
	NewsModel  *model = malloc(size + 1);
	NewsError	error = {NULL, NULL, 0};
	NewsArena	arena;

	memcpy(model, data, size);
	if (size >= sizeof(NewsModel) && model->size >= sizeof(NewsModel) && model->size <= size)
		model->checksum = news_hash((const char *) &model->wordbook, model->size - offsetof(NewsModel, wordbook));
	if (news_model_check(model, size, &error))
	{
		NewsOptions options = {.stages = NEWS_STAGE_NAMES, .model = model};

		news_arena_init(&arena, &news_malloc_host);
		fuzz_require(news_broken_doc(news_annotate(&arena, text, sizeof(text) - 1, &options)));
		news_arena_release(&arena);
	}
	else
		FUZZ_ASSERT(error.what != NULL);
	free(model);
}

/* A word for each line, its tag chosen by the last byte. */
static void
train_model(const char *text, size_t size)
{
	static const char *const tags[] = {"O", "B-person", "I-person", "B-place", "O|B-WEAPON", "I-place"};
	NewsTrainOptions options = {.rounds = 2, .min_count = 1};
	NewsStr		words[256];
	NewsStr		labels[256];
	NewsArena	arena;
	NewsTrainer *trainer;
	NewsModel  *model;
	NewsError	error;
	uint32_t	n = 0;
	uint32_t	at;

	news_arena_init(&arena, &news_malloc_host);
	trainer = news_trainer_new(&arena, &options);
	for (size_t i = 0, end; i < size && n < 256; i = end + 1)
	{
		for (end = i; end < size && text[end] != '\n'; end++);
		words[n] = (NewsStr) {text + i, (uint32_t) (end - i)};
		labels[n++] = news_str(tags[end > i ? (unsigned char) text[end - 1] % 6 : 0]);
	}
	FUZZ_ASSERT(news_trainer_add(trainer, words, labels, n, 1, &at) == NEWS_TRAIN_OK);
	if ((model = news_trainer_finish(trainer)) != NULL)
	{
		NewsOptions again = {.stages = NEWS_STAGE_NAMES, .model = model};

		FUZZ_ASSERT(news_model_check(model, model->size, &error));
		fuzz_require(news_broken_doc(news_annotate(&arena, text, (uint32_t) size, &again)));
	}
	news_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	bool		image = fuzz_take(&input, 1) & 1;
	char	   *text = fuzz_text(&input);

	if (image)
		use_model((const uint8_t *) text, input.size);
	else
		train_model(text, input.size);
	free(text);
	return 0;
}
