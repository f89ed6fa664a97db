/*
 * shares.c
 *	  Tables of shares by hash.
 */
#include "query/shares.h"

#include <string.h>

#define SHARE_BITS		24
#define SHARE_MASK		((INT64_C(1) << SHARE_BITS) - 1)
/* Bits of a float that a share does without: the last of its fraction; the sign is 0. */
#define FLOAT_REST		7

/* FNV-1a of 64 bits (Fowler, Noll and Vo), mixed as SplitMix64 ends (Steele, Lea and Flood, OOPSLA 2014); its first 39 bits. */
static int64_t
hash(NewsStr s)
{
	uint64_t	h = UINT64_C(0xCBF29CE484222325);

	for (uint32_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char) s.s[i]) * UINT64_C(0x100000001B3);
	h = (h ^ h >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	h = (h ^ h >> 27) * UINT64_C(0x94D049BB133111EB);
	return (int64_t) ((h ^ h >> 31) >> (1 + SHARE_BITS)) << SHARE_BITS;
}

int64_t
news_share_pack(NewsStr item, float share)
{
	uint32_t	bits;

	memcpy(&bits, &share, sizeof(bits));
	return hash(item) | (bits >> FLOAT_REST);
}

double
news_share_of(const NewsShares *shares, NewsStr item)
{
	int64_t		wanted = hash(item);
	uint32_t	low = 0;
	uint32_t	high = shares->n;
	uint32_t	bits;
	float		share;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if (shares->items[mid] < wanted)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == shares->n || (shares->items[low] & ~SHARE_MASK) != wanted)
		return 0;
	bits = (uint32_t) (shares->items[low] & SHARE_MASK) << FLOAT_REST;
	memcpy(&share, &bits, sizeof(share));
	return share;
}
