/*
 * test_signature.c
 *	  Signatures of texts, and how alike texts are.
 */
#include "check.h"

#include <stdlib.h>

#include "signature/shingles.h"
#include "signature/signature.h"

static NewsArena arena;

static const char report[] =
"The harbour of Port Ellery stayed closed for a third day on Tuesday as dock workers and the company that "
"runs the cranes failed to agree on night shifts. About forty ships lay at anchor in the bay.";

static NewsSimilarity
exact(const char *a, const char *b)
{
	return news_text_similarity(&arena, news_str(a), news_str(b));
}

static NewsSimilarity
estimate(const char *a, const char *b)
{
	int64_t		sa[NEWS_SIGNATURE_SIZE] = {0};
	int64_t		sb[NEWS_SIGNATURE_SIZE] = {0};

	news_signature_of(&arena, news_str(a), sa);
	news_signature_of(&arena, news_str(b), sb);
	return news_signature_similarity(sa, sb);
}

static int
count_shingles(const char *text)
{
	NewsShingles shingles;
	uint64_t	hash;
	int			n = 0;

	news_shingles_begin(&shingles, &arena, news_str(text));
	while (news_next_shingle(&shingles, &hash))
		n++;
	CHECK(!news_next_shingle(&shingles, &hash));
	return n;
}

static void
test_shingles(void)
{
	CHECK_INT(count_shingles(""), 0);
	CHECK_INT(count_shingles(" .,- "), 0);
	CHECK_INT(count_shingles("one"), 1);
	CHECK_INT(count_shingles("one two"), 1);
	CHECK_INT(count_shingles("one two three"), 1);
	CHECK_INT(count_shingles("one two three four 5"), 3);
	CHECK_INT(count_shingles("\xFF\xFE\xC3"), 0);
	CHECK_INT(count_shingles("\xE5\xB7\xB4\xE9\xBB\x8E\xE6\xB2\x89\xE9\xBB\x98"), 2);	/* four ideographs */
}

static void
test_similarity(void)
{
	CHECK(exact(report, report).jaccard == 1);
	CHECK(exact("a b c d", "a b c d x").jaccard > 0.66f);	/* 2 of 3 */
	CHECK(exact("a b c d", "a b c d x").jaccard < 0.67f);
	CHECK(exact("a b c d", "a b c d x").containment == 1);
	CHECK(exact("A, b: 'c'!", "a B c").jaccard == 1);
	CHECK(exact("rose 20 points", "rose 30 points").jaccard == 0);
	CHECK(exact("", "").jaccard == 0);
	CHECK(exact("", report).containment == 0);
	CHECK(estimate(report, report).jaccard == 1);
	CHECK(estimate("yes", "YES").jaccard == 1);
	CHECK(estimate("yes", "no").jaccard == 0);
	CHECK(news_is_copy(estimate(report, report)));
	CHECK(!news_is_copy(estimate(report, "Three members of a mountain rescue team were honoured on Friday.")));
}

/* Texts of random words that share a part: estimates are near, and their mean is nearer. */
static void
test_estimates(void)
{
	double		sum = 0;
	int			near = 0;

	srand(7);
	for (int round = 0; round < 200; round++)
	{
		static char a[20000];
		static char b[20000];
		int			na = 0;
		int			nb = 0;
		double		error;

		for (int i = 0; i < 400; i++)
		{
			int			word = rand();

			na += snprintf(a + na, sizeof(a) - (size_t) na, "w%x ", (unsigned) word);
			nb += snprintf(b + nb, sizeof(b) - (size_t) nb, "w%x ", (unsigned) (i < 200 ? word : rand()));
		}
		error = estimate(a, b).jaccard - exact(a, b).jaccard;
		sum += error;
		near += error < 0.2 && error > -0.2;
	}
	CHECK(near >= 195);
	CHECK(sum / 200 < 0.02 && sum / 200 > -0.02);
}

static void
test_numbers(void)
{
	int64_t		s[NEWS_SIGNATURE_SIZE];
	int64_t		noise[NEWS_SIGNATURE_SIZE];

	CHECK_INT(news_signature_of(&arena, news_str(""), s), 0);
	CHECK_INT(news_signature_of(&arena, news_str("one"), s), NEWS_SIGNATURE_SIZE);
	for (int i = 0; i < NEWS_SIGNATURE_SIZE; i++)
	{
		CHECK(s[i] > 0);
		for (int k = 0; k < i; k++)
			CHECK(s[i] != s[k]);
	}
	for (int i = 0; i < NEWS_SIGNATURE_SIZE; i++)
		noise[i] = -1 - i;
	CHECK(news_signature_similarity(s, noise).jaccard <= 1);
	memset(noise, 0, sizeof(noise));
	CHECK(news_signature_similarity(s, noise).containment == 0);
	CHECK_INT(news_signature_shared(s, noise), 0);
	CHECK_INT(news_signature_shared(s, s), (1 << NEWS_SIGNATURE_SIZE) - 1);
	noise[0] = s[0];
	noise[3] = s[3];
	noise[5] = s[6];
	CHECK_INT(news_signature_shared(s, noise), 1 << 0 | 1 << 3);
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_shingles();
	test_similarity();
	test_estimates();
	test_numbers();
	news_arena_release(&arena);
	return check_done();
}
