/*
 * test_tagger.c
 *	  The sequence model: words as text, training, tagging, images of any bytes.
 */
#include "doc.h"

#include <stdlib.h>

#include "names/dict.h"
#include "tagger/tagger.h"

/* Sentences of WORD/TAG, a document each line; "_" ends a sentence. */
static const char *const lessons[] = {
	"The/O ship/O carried/O Kestrel/B-WEAPON rifles/O to/O Port/B-place Vasse/I-place ./O _/O Mayor/O Orla/B-person Tunn/I-person objected/O ./O",
	"Police/O in/O Lorrin/B-place found/O two/O Kestrel/B-WEAPON pistols/O ./O _/O Orla/B-person Tunn/I-person praised/O them/O ./O",
	"In/O Lorrin/B-place ,/O Edda/B-person Marsh/I-person sold/O a/O Brandt/B-WEAPON 12/I-WEAPON ./O _/O Marsh/B-person fled/O to/O Vasse/B-place ./O",
	"A/O Brandt/B-WEAPON 12/I-WEAPON lay/O near/O the/O bridge/O in/O Vasse/B-place ,/O said/O Edda/B-person Marsh/I-person ./O _/O Tunn/B-person agreed/O ./O",
	"Soldiers/O fired/O a/O Kestrel/B-WEAPON in/O Port/B-place Vasse/I-place ./O _/O Edda/B-person Marsh/I-person saw/O it/O in/O Lorrin/B-place ./O",
	"The/O Brandt/B-WEAPON 12/I-WEAPON is/O old/O ,/O Orla/B-person Tunn/I-person said/O in/O Lorrin/B-place ./O _/O Marsh/B-person left/O ./O",
};

#define NLESSONS (sizeof(lessons) / sizeof(*lessons))

typedef struct Lesson
{
	NewsStr		words[64];
	NewsStr		tags[64];
	uint32_t	n;
} Lesson;

static void
read_lesson(const char *s, Lesson *out)
{
	out->n = 0;
	while (*s)
	{
		size_t		len = strcspn(s, " ");
		const char *slash = memchr(s, '/', len);

		out->words[out->n] = *s == '_' ? NEWS_STR("") : (NewsStr) {s, (uint32_t) (slash - s)};
		out->tags[out->n++] = (NewsStr) {slash + 1, (uint32_t) (s + len - slash - 1)};
		s += len + (s[len] == ' ');
	}
}

static NewsModel *
train(NewsArena *arena, uint32_t seed)
{
	NewsTrainOptions options = {.seed = seed, .min_count = 1, .penalty = 0.1f};
	NewsTrainer *trainer = news_trainer_new(arena, &options);
	Lesson		lesson;
	uint32_t	at;

	for (size_t i = 0; i < NLESSONS; i++)
	{
		read_lesson(lessons[i], &lesson);
		CHECK_INT(news_trainer_add(trainer, lesson.words, lesson.tags, lesson.n, 1, &at), NEWS_TRAIN_OK);
	}
	return news_trainer_finish(trainer);
}

static void
test_words(void)
{
	NewsStr		words[] = {
		NEWS_STR("Tunn"), NEWS_STR("'s"), NEWS_STR("anti-war"), NEWS_STR("Corp"), NEWS_STR("."), NEWS_STR(""), NEWS_STR("("), NEWS_STR("Yes"),
		NEWS_STR(")")
	};
	NewsArena	arena;
	NewsWords	w;

	news_arena_init(&arena, &news_malloc_host);
	news_words_read(&arena, words, 9, &w);
	CHECK_INT(w.sentences.n, 2);
	CHECK_STR(((NewsStr) {w.tokens.text, w.tokens.len}), "Tunn's anti-war Corp.\n(Yes)");
	for (uint32_t t = 1; t < w.tokens.n; t++)
		CHECK(w.word_of[t] >= w.word_of[t - 1]);
	CHECK_INT(w.word_of[w.tokens.n - 1], 8);
	news_words_read(&arena, words, 0, &w);
	CHECK_INT(w.tokens.n, 0);
	CHECK_INT(w.sentences.n, 0);
	news_arena_release(&arena);
}

/* What the model was shown, it finds again. */
static void
test_training(void)
{
	NewsArena	arena;
	NewsModel  *model;
	NewsModel  *again;
	NewsError	error;
	Lesson		lesson;
	NewsWords	w;
	NewsTagText text;
	NewsTagSpans spans;

	news_arena_init(&arena, &news_malloc_host);
	model = train(&arena, 7);
	again = train(&arena, 7);
	CHECK(news_model_check(model, model->size, &error));
	CHECK_INT(model->nkinds, 3);
	CHECK_INT(model->size, again->size);
	CHECK(memcmp(model, again, model->size) == 0);
	for (size_t i = 0; i < NLESSONS; i++)
	{
		uint32_t	n = 0;

		read_lesson(lessons[i], &lesson);
		news_words_read(&arena, lesson.words, lesson.n, &w);
		text = news_words_text(&w);
		news_tag_text(&arena, model, &text, &spans);
		for (uint32_t k = 0; k < spans.n; k++)
		{
			NewsStr		tag = lesson.tags[w.word_of[spans.items[k].first]];

			CHECK(tag.s[0] == 'B');
			CHECK_STR(((NewsStr) {tag.s + 2, tag.len - 2}), model->kinds[spans.items[k].kind]);
			CHECK(spans.items[k].score > 0.3f && spans.items[k].score <= 1);
		}
		for (uint32_t k = 0; k < lesson.n; k++)
			n += lesson.tags[k].s[0] == 'B';
		CHECK_INT(spans.n, n);
	}
	news_arena_release(&arena);
}

static NewsTrainFault
fault_of(const char *tag, uint32_t *at)
{
	NewsTrainOptions options = {0};
	NewsStr		words[] = {NEWS_STR("A"), NEWS_STR("B")};
	NewsStr		tags[] = {NEWS_STR("O"), news_str(tag)};
	NewsArena	arena;
	NewsTrainFault fault;

	news_arena_init(&arena, &news_malloc_host);
	fault = news_trainer_add(news_trainer_new(&arena, &options), words, tags, 2, 1, at);
	news_arena_release(&arena);
	return fault;
}

static void
test_faults(void)
{
	NewsTrainOptions options = {0};
	NewsArena	arena;
	uint32_t	at;

	CHECK_INT(fault_of("B-person", &at), NEWS_TRAIN_OK);
	CHECK_INT(fault_of("O|B-person|B-group", &at), NEWS_TRAIN_OK);
	CHECK_INT(fault_of("X-person", &at), NEWS_TRAIN_BAD_TAG);
	CHECK_INT(at, 1);
	CHECK_INT(fault_of("B-", &at), NEWS_TRAIN_BAD_TAG);
	CHECK_INT(fault_of("B-a_name_that_is_much_longer_than_a_kind_has", &at), NEWS_TRAIN_LONG_KIND);
	CHECK_INT(fault_of("B-a|B-b|B-c|B-d|B-e|B-f|B-g|B-h|B-i|B-j|B-k|B-l|B-m|B-n|B-o|B-p", &at), NEWS_TRAIN_MANY_KINDS);
	news_arena_init(&arena, &news_malloc_host);
	CHECK(news_trainer_finish(news_trainer_new(&arena, &options)) == NULL);
	news_arena_release(&arena);
}

/* No image but a sound one passes. */
static void
test_images(void)
{
	NewsArena	arena;
	NewsModel  *model;
	NewsError	error;
	char	   *copy;
	uint32_t	state = 1;

	news_arena_init(&arena, &news_malloc_host);
	model = train(&arena, 1);
	copy = malloc(model->size);
	for (int i = 0; i < 300; i++)
	{
		uint32_t	at = (state = state * 1664525 + 1013904223) % model->size;

		memcpy(copy, model, model->size);
		copy[at] = (char) (copy[at] + 1 + i % 250);
		CHECK(!news_model_check(copy, model->size, &error));
		CHECK(error.what != NULL);
	}
	memcpy(copy, model, model->size);
	for (uint32_t size = 0; size < model->size; size += size < 8 ? 1 : size)
		CHECK(!news_model_check(copy, size, &error));
	free(copy);
	news_arena_release(&arena);
}

/* Names of a user's kind in an article. */
static void
test_article(void)
{
	static const char text[] = "Orla Tunn said that a Kestrel was found in Lorrin.";
	NewsArena	arena;
	NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	NewsDoc    *doc;

	news_arena_init(&arena, &news_malloc_host);
	options.model = train(&arena, 3);
	doc = news_annotate(&arena, text, sizeof(text) - 1, &options);
	CHECK(news_broken_doc(doc) == NULL);
	CHECK_INT(doc->nmentions, 3);
	if (doc->nmentions == 3)
	{
		CHECK_INT(doc->entities[doc->mentions[0].entity].kind, NEWS_PERSON);
		CHECK_INT(doc->entities[doc->mentions[1].entity].kind, NEWS_OWN_KIND);
		CHECK_STR(doc->entities[doc->mentions[1].entity].kind_name, "WEAPON");
		CHECK_STR(doc->entities[doc->mentions[1].entity].name, "Kestrel");
		CHECK_INT(doc->entities[doc->mentions[2].entity].kind, NEWS_PLACE);
	}
	news_arena_release(&arena);
}

/* A name of the user's dictionary stands as it is, whatever the model makes of the words beside it. */
static void
test_dictionary(void)
{
	static const char text[] = "Orla Tunn Kestrel said that Edda Marsh left.";
	static const NewsDictRow rows[] = {{NEWS_STR("SHIP"), NEWS_STR("Tunn Kestrel"), NEWS_NO_STR, NEWS_NO_STR}};
	NewsArena	arena;
	NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	NewsDoc    *doc;
	size_t		size;
	uint32_t	own = 0;

	news_arena_init(&arena, &news_malloc_host);
	options.model = train(&arena, 3);
	options.dict = news_dict_build(&arena, rows, 1, &size);
	doc = news_annotate(&arena, text, sizeof(text) - 1, &options);
	CHECK(news_broken_doc(doc) == NULL);
	for (uint32_t i = 0; i < doc->nmentions; i++)
		if (news_str_eq(doc->entities[doc->mentions[i].entity].kind_name, NEWS_STR("SHIP")))
		{
			own++;
			CHECK_INT(doc->mentions[i].first, 1);
			CHECK_INT(doc->mentions[i].end, 3);
		}
	CHECK_INT(own, 1);
	CHECK(doc->nmentions > 1);
	news_arena_release(&arena);
}

/* What the rules say of each token. */
static void
test_hints(void)
{
	NewsStr		words[] = {NEWS_STR("In"), NEWS_STR("New"), NEWS_STR("Zealand"), NEWS_STR(","), NEWS_STR("it"), NEWS_STR("rained"), NEWS_STR(".")};
	NewsArena	arena;
	NewsWords	w;

	news_arena_init(&arena, &news_malloc_host);
	news_words_read(&arena, words, 7, &w);
	CHECK_INT(w.hints[0], 0);
	CHECK_INT(NEWS_HINT_NAME(w.hints[1]), NEWS_HINT_NAME(NEWS_HINT(NEWS_PLACE, NEWS_PART_B, 0)));
	CHECK_INT(NEWS_HINT_NAME(w.hints[2]), NEWS_HINT_NAME(NEWS_HINT(NEWS_PLACE, NEWS_PART_E, 0)));
	CHECK_INT(w.hints[3], 0);
	news_arena_release(&arena);
}

/* Time and memory are linear, whatever the text. */
static void
test_long_text(void)
{
	NewsArena	arena;
	NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	uint32_t	n = 1 << 18;
	char	   *text = malloc(n);

	news_arena_init(&arena, &news_malloc_host);
	options.model = train(&arena, 3);
	for (uint32_t i = 0; i < n; i++)
		text[i] = i % 4 == 3 ? ' ' : (char) ('A' + i * 2654435761u % 26);
	CHECK(news_broken_doc(news_annotate(&arena, text, n, &options)) == NULL);
	free(text);
	news_arena_release(&arena);
}

int
main(void)
{
	test_words();
	test_training();
	test_faults();
	test_images();
	test_article();
	test_dictionary();
	test_hints();
	test_long_text();
	return check_done();
}
