/*
 * wordbook.h
 *	  What is known of words and names before a model is trained: lists they stand
 *	  on, classes by distribution, how news writes them.
 *
 * One table by hash, made by tools/model; features are taken from it, so a model
 * only fits the wordbook with which it was trained.
 */
#ifndef NEWS_WORDBOOK_H
#define NEWS_WORDBOOK_H

#include "text/token.h"

/* Lists; NewsWordEntry.lists.  A phrase of several words has an entry of its own. */
#define NEWS_LIST_FIRST			0x0001	/* first names */
#define NEWS_LIST_LAST			0x0002	/* surnames of all countries */
#define NEWS_LIST_LAST_US		0x0004	/* surnames of the United States */
#define NEWS_LIST_CITY			0x0008	/* cities and provinces, large and small */
#define NEWS_LIST_PLACE			0x0010	/* well-known places */
#define NEWS_LIST_COUNTRY		0x0020
#define NEWS_LIST_GROUP			0x0040	/* nationalities, religions, peoples */
#define NEWS_LIST_ORG			0x0080	/* organizations */
#define NEWS_LIST_COMPANY		0x0100	/* listed companies */
#define NEWS_LIST_PERSON		0x0200	/* well-known people, in full */
#define NEWS_LIST_FAMILY		0x0400	/* their family names */
#define NEWS_LIST_TITLE			0x0800	/* president, mr */
#define NEWS_LIST_ORG_HEAD		0x1000	/* ministry, corp */
#define NEWS_LIST_PLACE_HEAD	0x2000	/* river, mount */
#define NEWS_LIST_EVENT			0x4000	/* named events, works, and their heads */
#define NEWS_LIST_BEGINS		0x8000	/* begins a phrase of two words or more */

#define NEWS_NLISTS	15			/* without NEWS_LIST_BEGINS */

typedef struct NewsWordEntry
{
	uint32_t	hash;			/* news_hash of the folded form, or of a phrase */
	uint16_t	lists;			/* NEWS_LIST_* */
	uint16_t	fine;			/* class of 512, plus 1; 0 for none */
	uint8_t		coarse;			/* class of 32, plus 1 */
	uint8_t		middle;			/* class of 128, plus 1 */
	uint8_t		casing;			/* 0 unknown, 1 nearly always lower case .. 5 nearly always a capital */
	uint8_t		used;			/* 0 in an empty slot */
} NewsWordEntry;

/* The image: this head, then the slots, open addressing with linear probing. */
typedef struct NewsWordbook
{
	char		magic[4];		/* "NEWB" */
	uint16_t	version;
	uint16_t	order;			/* 1 in the byte order of the machine */
	uint32_t	nslots;
	uint32_t	fingerprint;	/* of the slots */
	NewsWordEntry slots[];
} NewsWordbook;

#define NEWS_WORDBOOK_VERSION 1

/* Longest phrase, in tokens. */
#define NEWS_PHRASE_MAX 5

/* The wordbook compiled into the library. */
extern const NewsWordbook *news_wordbook(void);

/* The slot at which the search for a hash begins. */
static inline uint32_t
news_wordbook_home(const NewsWordbook *book, uint32_t hash)
{
	return (uint32_t) ((uint64_t) hash * book->nslots >> 32);
}

/* Begins to fetch what a search for the hash will read. */
static inline void
news_wordbook_prefetch(const NewsWordbook *book, uint32_t hash)
{
	__builtin_prefetch(&book->slots[news_wordbook_home(book, hash)]);
}

/* The entry of a hash; one that knows nothing when there is none. */
static inline const NewsWordEntry *
news_wordbook_find(const NewsWordbook *book, uint32_t hash)
{
	static const NewsWordEntry unknown;
	for (uint32_t i = news_wordbook_home(book, hash);;)
	{
		if (!book->slots[i].used)
			return &unknown;
		if (book->slots[i].hash == hash)
			return &book->slots[i];
		if (++i == book->nslots)
			i = 0;
	}
}

/* The hash of a phrase: of its words' hashes, in order. */
static inline uint32_t
news_phrase_hash(uint32_t phrase, uint32_t word)
{
	return news_hash_end(news_hash_step(phrase, word));
}

#endif							/* NEWS_WORDBOOK_H */
