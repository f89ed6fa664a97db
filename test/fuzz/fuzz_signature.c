/*
 * fuzz_signature.c
 *	  Signatures and likeness of any two texts.
 */
#include "fuzz.h"

#include "signature/signature.h"

static void
check(NewsSimilarity s)
{
	FUZZ_ASSERT(s.jaccard >= 0 && s.jaccard <= 1);
	FUZZ_ASSERT(s.containment >= s.jaccard - 0.001f && s.containment <= 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	uint32_t	cut = fuzz_take(&input, 2);
	char	   *text = fuzz_text(&input);
	NewsStr		a = {text, (uint32_t) input.size};
	NewsStr		b = {text, cut < a.len ? cut : a.len};
	int64_t		sa[NEWS_SIGNATURE_SIZE];
	int64_t		sb[NEWS_SIGNATURE_SIZE];
	NewsArena	arena;
	int			na;
	int			nb;

	news_arena_init(&arena, &news_malloc_host);
	na = news_signature_of(&arena, a, sa);
	nb = news_signature_of(&arena, b, sb);
	FUZZ_ASSERT(na == 0 || na == NEWS_SIGNATURE_SIZE);
	for (int i = 0; i < na; i++)
		FUZZ_ASSERT(sa[i] > 0);
	check(news_text_similarity(&arena, a, b));
	if (na && nb)
		check(news_signature_similarity(sa, sb));
		FUZZ_ASSERT(news_signature_shared(sa, sb) == news_signature_shared(sb, sa));
	if (na)
	{
		FUZZ_ASSERT(news_text_similarity(&arena, a, a).jaccard == 1);
		FUZZ_ASSERT(news_signature_similarity(sa, sa).jaccard == 1);
	}
	news_arena_release(&arena);
	free(text);
	return 0;
}
