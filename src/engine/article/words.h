/*
 * words.h
 *	  Words of a raw page, as hashes: what the article reader's tables are keyed by.
 *
 * A scraped page is mostly not the article, so it is not worth tokens.  This
 * walk is coarser than the tokenizer: a word is a run of letters and marks with
 * inner apostrophes, or a run of digits with inner separators.
 */
#ifndef NEWS_ARTICLE_WORDS_H
#define NEWS_ARTICLE_WORDS_H

#include "base/span.h"

#define NEWS_RAW_NUMBER	0x01	/* digits; the hash of every number is that of "#" */
#define NEWS_RAW_CAP	0x02	/* begins with an upper-case letter */
#define NEWS_RAW_UPPER	0x04	/* two letters or more, all upper case */
#define NEWS_RAW_IDEOGRAPH 0x08 /* one character of a script that writes no spaces */

typedef struct NewsRawWord
{
	uint32_t	start;			/* byte offset, 0-based */
	uint32_t	end;			/* byte offset behind the last byte */
	uint32_t	hash;			/* of the lower-case form */
	uint8_t		flags;			/* NEWS_RAW_* */
} NewsRawWord;

/* Letters beyond this many bytes begin another word, digits another number. */
#define NEWS_RAW_WORD_MAX 256

/* Finds the next word at or behind *pos and moves *pos behind it; false at the end. */
extern bool news_raw_word(NewsStr text, uint32_t *pos, NewsRawWord *word);

/*
 * Hashes of word sequences: a prefix value is carried along the words, and that
 * of any k words in a row comes from the two prefixes around them (Rabin-Karp,
 * modulo 2^32).
 */
#define NEWS_PHRASE_MAX 6		/* words in the longest phrase of the tables */

static inline uint32_t
news_phrase_prefix(uint32_t prefix, uint32_t word)
{
	return prefix * UINT32_C(0x9E3779B1) + word;
}

/* Of the k words between two prefixes; k is 1 .. NEWS_PHRASE_MAX. */
extern uint32_t news_phrase_hash(uint32_t before, uint32_t behind, int k);

#endif							/* NEWS_ARTICLE_WORDS_H */
