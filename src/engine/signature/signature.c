/*
 * signature.c
 *	  MinHash signatures of texts, and what two of them say.
 */
#include "signature/signature.h"

#include "signature/shingles.h"

#define MINIMUM_BITS	28
#define MINIMUM_MASK	((UINT64_C(1) << MINIMUM_BITS) - 1)
#define COUNT_MAX		((UINT32_C(1) << 24) - 1)
#define BAND_SHIFT		56

/* The smallest shingle of each bin: a shingle is all of a 64-bit hash, so that none is UINT64_MAX but by accident. */
#define EMPTY UINT64_MAX

typedef struct Bins
{
	uint64_t	minimum[NEWS_MINIMA];
	uint32_t	shingles;
	uint64_t	whole;			/* of all shingles in their order */
} Bins;

static void
fill_bins(Bins *bins, NewsArena *arena, NewsStr text)
{
	NewsShingles shingles;
	uint64_t	hash;

	for (int i = 0; i < NEWS_MINIMA; i++)
		bins->minimum[i] = EMPTY;
	bins->shingles = 0;
	bins->whole = 0;
	news_shingles_begin(&shingles, arena, text);
	while (news_next_shingle(&shingles, &hash))
	{
		/* the upper half chooses the bin, all of it rotated is compared */
		uint32_t	bin = (uint32_t) (((hash >> 32) * NEWS_MINIMA) >> 32);
		uint64_t	value = hash << 32 | hash >> 32;

		if (value < bins->minimum[bin])
			bins->minimum[bin] = value;
		bins->shingles++;
		bins->whole = news_hash_step(bins->whole, hash);
	}
}

/*
 * The minimum of a bin; an empty one borrows that of another, chosen by hashes
 * of its own number, so that like texts borrow alike.  At least one is not empty.
 */
static uint64_t
minimum_of(const Bins *bins, uint32_t bin)
{
	uint32_t	from = bin;

	for (uint64_t tries = 0; bins->minimum[from] == EMPTY; tries++)
	{
		uint64_t	h = news_hash_end(news_hash_step(bin, tries));

		/* Chance finds one soon; should it not, the next one is taken. */
		from = tries < 8 * NEWS_MINIMA ? (uint32_t) (h * NEWS_MINIMA >> 32) : (from + 1) % NEWS_MINIMA;
	}
	return bins->minimum[from] & MINIMUM_MASK;
}

int
news_signature_of(NewsArena *arena, NewsStr text, int64_t *out)
{
	Bins		bins;
	uint32_t	count;

	fill_bins(&bins, arena, text);
	if (bins.shingles == 0)
		return 0;
	count = bins.shingles < COUNT_MAX ? bins.shingles : COUNT_MAX;
	out[0] = (int64_t) ((uint64_t) count << 32 | news_hash_end(bins.whole));
	for (uint32_t band = 1; band <= NEWS_BANDS; band++)
		out[band] = (int64_t) ((uint64_t) band << BAND_SHIFT |
							   minimum_of(&bins, 2 * band - 2) << MINIMUM_BITS | minimum_of(&bins, 2 * band - 1));
	return NEWS_SIGNATURE_SIZE;
}

uint32_t
news_signature_shared(const int64_t *a, const int64_t *b)
{
	uint32_t	places = 0;

	for (int i = 0; i < NEWS_SIGNATURE_SIZE; i++)
		places |= (uint32_t) (a[i] == b[i]) << i;
	return places;
}

NewsSimilarity
news_signature_similarity(const int64_t *a, const int64_t *b)
{
	double		na = (double) ((uint64_t) a[0] >> 32 & COUNT_MAX);
	double		nb = (double) ((uint64_t) b[0] >> 32 & COUNT_MAX);
	double		smaller = na < nb ? na : nb;
	double		larger = na < nb ? nb : na;
	int			agree = 0;
	double		jaccard;
	double		both;

	if (a[0] == b[0])
		return (NewsSimilarity) {1, 1};
	for (int i = 1; i < NEWS_SIGNATURE_SIZE; i++)
	{
		uint64_t	differ = (uint64_t) a[i] ^ (uint64_t) b[i];

		agree += (differ & MINIMUM_MASK) == 0;
		agree += (differ >> MINIMUM_BITS & MINIMUM_MASK) == 0;
	}
	jaccard = (double) agree / NEWS_MINIMA;
	/* No more can be shared than the smaller one has. */
	if (larger > 0 && jaccard > smaller / larger)
		jaccard = smaller / larger;
	both = jaccard * (na + nb) / (1 + jaccard);
	return (NewsSimilarity) {(float) jaccard, smaller > 0 ? (float) (both < smaller ? both / smaller : 1) : 0};
}
