/*
 * fuzz_newsvector.c
 *	  The stored form: text and images of any bytes, and round trips of what is sound.
 */
#include "fuzz.h"
#include "query/keys.h"

static NewsStr
encode(NewsArena *arena, NewsVector *vector)
{
	NewsStr		image = news_vector_encode(arena, vector);

	FUZZ_ASSERT(image.s != NULL);
	return image;
}

/* A sound vector: its image and its text give it back. */
static void
round_trip(NewsArena *arena, NewsVector *vector)
{
	NewsVector	again;
	NewsError	error;
	NewsStr		image = encode(arena, vector);
	NewsStr		text = news_vector_print(arena, vector);

	FUZZ_ASSERT(news_utf8_valid(text.s, text.len));
	FUZZ_ASSERT(news_vector_decode(arena, image, &again, &error));
	FUZZ_ASSERT(news_str_eq(encode(arena, &again), image));
	FUZZ_ASSERT(news_vector_parse(arena, text, &again, &error));
	FUZZ_ASSERT(news_str_eq(encode(arena, &again), image));
}

/* The image read in place, as far as it goes. */
static void
read_in_place(NewsArena *arena, NewsStr image)
{
	NewsVectorReader reader;
	NewsVectorReader mentions;
	NewsVectorEntity *entities;
	NewsVectorDate date;
	NewsVectorEvent event = {0};
	uint32_t	n;

	news_vector_keys(arena, image, NEWS_KEYS_OF_INDEX, &n);
	if (!news_vector_open(image, &reader))
		return;
	mentions = reader;
	n = reader.nentities;
	if (n > image.len)
		return;
	entities = NEWS_NEW0(arena, NewsVectorEntity, n + 1);
	for (uint32_t i = 0; i < n; i++)
		if (!news_vector_next_entity(&reader, &entities[i]) ||
			!news_vector_next_mentions(&mentions, entities[i].name, NULL, entities[i].mentions.n))
			return;
	for (uint32_t i = 0; i < reader.ndates; i++)
		if (!news_vector_next_date(&reader, &date))
			return;
	for (uint32_t i = 0; i < reader.nevents; i++)
		if (!news_vector_next_event(&reader, entities, &event))
			return;
}

static void
concat(NewsArena *arena, NewsStr image)
{
	NewsVector	a;
	NewsVector	b;
	NewsVector	both;
	NewsError	error;

	FUZZ_ASSERT(news_vector_decode(arena, image, &a, &error));
	FUZZ_ASSERT(news_vector_decode(arena, image, &b, &error));
	news_vector_set_weight(arena, &a, news_vector_sentence_end(&a, image.len % 4), image.len % 4);
	round_trip(arena, &a);
	if (news_vector_concat(arena, &a, &b, &both))
		round_trip(arena, &both);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	uint32_t	mode = fuzz_take(&input, 1);
	char	   *bytes = fuzz_text(&input);
	NewsStr		given = {bytes, (uint32_t) input.size};
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_NAMES | NEWS_STAGE_DATES, .published = {mode & 4, 17000, 0}};
	NewsArena	arena;
	NewsVector	vector = {0};
	NewsError	error = {0};
	bool		ok;

	news_arena_init(&arena, &news_malloc_host);
	switch (mode % 4)
	{
		case 0:
			ok = news_vector_parse(&arena, given, &vector, &error);
			break;
		case 1:
			read_in_place(&arena, given);
			ok = news_vector_decode(&arena, given, &vector, &error);
			break;
		case 2:
			/* an image with a few bytes changed */
			if (input.size < 4)
				ok = false;
			else
			{
				NewsStr		image = encode(&arena, news_vector_make(&arena, news_annotate(&arena, bytes + 3, given.len - 3, &options)));
				char	   *changed = malloc(image.len);

				memcpy(changed, image.s, image.len);
				changed[((uint8_t) bytes[0] * 251u + (uint8_t) bytes[1]) % image.len] ^= bytes[2];
				read_in_place(&arena, (NewsStr) {changed, image.len});
				ok = news_vector_decode(&arena, (NewsStr) {changed, image.len}, &vector, &error);
				if (ok && news_utf8_valid(changed, image.len))
					round_trip(&arena, &vector);
				free(changed);
				ok = false;
			}
			break;
		default:
			ok = news_utf8_valid(bytes, given.len);
			if (ok)
				vector = *news_vector_make(&arena, news_annotate(&arena, bytes, given.len, &options));
	}
	if (ok)
	{
		NewsStr		image = encode(&arena, &vector);

		round_trip(&arena, &vector);
		read_in_place(&arena, image);
		concat(&arena, image);
	}
	else if (mode % 4 < 2)
		FUZZ_ASSERT(error.what != NULL && error.at <= given.len);
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
