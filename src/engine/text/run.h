/*
 * run.h
 *	  Runs of ASCII letters and digits, eight bytes at a time.
 */
#ifndef NEWS_RUN_H
#define NEWS_RUN_H

#include "base/span.h"

/* What the bytes walked so far have shown of the token's shape. */
#define SEEN_LOWER	0x01
#define SEEN_UPPER	0x02
#define SEEN_DIGIT	0x04
#define SEEN_MIXED	0x08		/* upper after lower */
#define SEEN_HIGH	0x10
#define SEEN_LETTER	(SEEN_LOWER | SEEN_UPPER)

/* The bits that a character with the given one of SEEN_LOWER, SEEN_UPPER, SEEN_DIGIT adds. */
static inline uint32_t
see(uint32_t seen, uint32_t bit)
{
	return seen | bit | (((seen << 1) & bit & SEEN_UPPER) << 2);
}

/* By class: what an ASCII letter or digit shows, 0 for all else; and what makes it lower case. */
static const uint8_t class_seen[] = {0, 0, 0, SEEN_LOWER, SEEN_UPPER, SEEN_DIGIT, 0, 0};
static const uint8_t class_case[] = {0, 0, 0, 0, 0x20, 0, 0, 0};

#define ONES	UINT64_C(0x0101010101010101)
#define HIGHS	(ONES * 0x80)

/* For each byte of w below 0x80: its high bit, where the byte is from low to high. */
static inline uint64_t
bytes_between(uint64_t w, uint8_t low, uint8_t high)
{
	return (w + ONES * (0x80u - low)) & ~(w + ONES * (0x7Fu - high)) & HIGHS;
}

/* What the first bytes of w show: a run of ASCII letters and digits. */
typedef struct Run
{
	uint32_t	n;				/* bytes, 0 to 8 */
	uint32_t	seen;
	uint64_t	folded;			/* the n bytes in lower case; what follows them is not changed */
} Run;

static inline Run
ascii_run(uint64_t w, uint32_t seen)
{
	uint64_t	ascii = w & ~HIGHS;
	uint64_t	letters = bytes_between(ascii | ONES * 0x20, 'a', 'z') & ~w;
	uint64_t	digits = bytes_between(ascii, '0', '9') & ~w;
	uint64_t	rest = ~(letters | digits) & HIGHS;
	uint64_t	mask = rest ? (rest & -rest) - 1 : UINT64_MAX;	/* the bits below the first other byte */
	uint64_t	upper = letters & ~(w << 2) & mask; /* bit 5 of a letter is its case */
	uint64_t	lower = letters & (w << 2) & mask;

	if (upper && ((seen & SEEN_LOWER) || (upper & -(lower & -lower))))
		seen |= SEEN_MIXED;
	seen |= (lower ? SEEN_LOWER : 0) | (upper ? SEEN_UPPER : 0) | (digits & mask ? SEEN_DIGIT : 0);
	return (Run) {rest ? (uint32_t) __builtin_ctzll(rest) / 8 : 8, seen, w | upper >> 2};
}

#endif							/* NEWS_RUN_H */
