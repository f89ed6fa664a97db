/*
 * shingles.c
 *	  A text as the set of its shingles.
 */
#include "signature/shingles.h"

/* Words from one poll to the next. */
#define POLL_WORDS 0x1000

/* The finalizer of splitmix64 (Steele, Lea and Flood 2014, public domain): every bit of h changes half of the result. */
static inline uint64_t
mix(uint64_t h)
{
	h = (h ^ (h >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	h = (h ^ (h >> 27)) * UINT64_C(0x94D049BB133111EB);
	return h ^ (h >> 31);
}

void
news_shingles_begin(NewsShingles *shingles, NewsArena *arena, NewsStr text)
{
	memset(shingles, 0, sizeof(*shingles));
	shingles->arena = arena;
	shingles->text = text;
}

/* The reader of pages takes all numbers for one word; here they are what differs between two tables. */
static uint64_t
word_hash(NewsStr text, const NewsRawWord *word)
{
	if (word->flags & NEWS_RAW_NUMBER)
		return news_hash(text.s + word->start, word->end - word->start);
	return word->hash;
}

static bool
read_word(NewsShingles *shingles)
{
	NewsRawWord word;

	if (!news_raw_word(shingles->text, &shingles->pos, &word))
		return false;
	for (int i = 1; i < NEWS_SHINGLE_WORDS; i++)
		shingles->last[i - 1] = shingles->last[i];
	shingles->last[NEWS_SHINGLE_WORDS - 1] = word_hash(shingles->text, &word);
	if (++shingles->nwords % POLL_WORDS == 0)
		news_poll(shingles->arena);
	return true;
}

bool
news_next_shingle(NewsShingles *shingles, uint64_t *hash)
{
	uint64_t	h = 0;

	if (shingles->done)
		return false;
	do
		shingles->done = !read_word(shingles);
	while (!shingles->done && shingles->nwords < NEWS_SHINGLE_WORDS);
	/* Of a text with too few words, all of them; places that no word has filled are 0. */
	if (shingles->done && (shingles->nwords == 0 || shingles->nwords >= NEWS_SHINGLE_WORDS))
		return false;
	for (int i = 0; i < NEWS_SHINGLE_WORDS; i++)
		h = mix(h + shingles->last[i] + UINT64_C(0x9E3779B97F4A7C15));
	*hash = h;
	return true;
}
