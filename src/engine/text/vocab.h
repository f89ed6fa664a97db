/*
 * vocab.h
 *	  The vocabulary: every word that any lexicon table names, with one id.
 *
 * A token is looked up once, when it is made; each stage then dispatches on the
 * id.  The compiler of the lexicon (tools/lexc) hands out ids room by room:
 * general words first, then dates, events, names.  So a small room's words have
 * small ids, which index its tables directly.  Id 0 is the unknown word.
 */
#ifndef NEWS_VOCAB_H
#define NEWS_VOCAB_H

#include <stdint.h>

#include "base/span.h"

/* What a word may be; a word may be several things. */
#define NEWS_W_FUNCTION		0x00000001	/* the, of, he, and, ...: a capital on it says nothing but "sentence start" */
#define NEWS_W_COMMON		0x00000002	/* mostly written in lower case in news text */
#define NEWS_W_ABBR_TITLE	0x00000004	/* Sen, Dr, Gen: with a period, never ends a sentence */
#define NEWS_W_ABBR			0x00000008	/* Inc, Corp, etc, Sept: with a period, ends one only before a clear start */
#define NEWS_W_ABBR_NUM		0x00000010	/* No, p, fig: an abbreviation only before a number */
#define NEWS_W_FIRSTNAME	0x00000020
#define NEWS_W_SURNAME		0x00000040
#define NEWS_W_TITLE		0x00000080	/* president, minister, sen, dr: stands before a person's name */
#define NEWS_W_PARTICLE		0x00000100	/* al, bin, de, van, von: inside a person's name */
#define NEWS_W_ORG_SUFFIX	0x00000200	/* inc, corp, ltd, gmbh: ends an organization's name */
#define NEWS_W_ORG_HEAD		0x00000400	/* ministry, university, bank, party: makes a capitalised run an organization */
#define NEWS_W_PLACE_HEAD	0x00000800	/* river, province, city, lake: makes a capitalised run a place */
#define NEWS_W_PHRASE		0x00001000	/* begins a phrase of the names lexicon */
#define NEWS_W_SPEECH		0x00002000	/* said, told, announced: verb of reporting */
#define NEWS_W_AUXILIARY	0x00004000	/* will, would, has, be, ... */
#define NEWS_W_NEGATION		0x00008000	/* not, n't, never, no, without */
#define NEWS_W_PRONOUN		0x00010000	/* he, she, they, it, who */
#define NEWS_W_MONTH		0x00020000
#define NEWS_W_WEEKDAY		0x00040000
#define NEWS_W_LEGAL_FORM	0x00080000	/* inc, ltd, gmbh: of a company's name, often left out */
#define NEWS_W_TITLE_PART	0x00200000	/* former, foreign, prime: inside a title */
#define NEWS_W_HONORIFIC	0x00400000	/* mr, gen, sheikh: what follows is a person */
#define NEWS_W_NAME_SUFFIX	0x00800000	/* jr, iii: behind a person's name */
#define NEWS_W_EVENT_HEAD	0x01000000	/* war, summit, cup: makes a capitalised run an event */
#define NEWS_W_WORK_HEAD	0x02000000	/* treaty, act, prize: makes a capitalised run a work */
#define NEWS_W_PLACE_FRONT	0x04000000	/* lake, mount, san: begins a place's name */
#define NEWS_W_PLACE_CUE	0x08000000	/* in, near: stands before a place */
#define NEWS_W_PERSON_VERB	0x10000000	/* said, who, resigned: stands behind a person */
#define NEWS_W_COMPASS		0x20000000	/* northern, west: stands before a place */
#define NEWS_W_PHRASE_LOWER 0x40000000	/* begins a phrase of the names lexicon in lower case, too */

/* Most words are told from others by the slot alone: one look at memory, not three. */
typedef struct NewsVocabSlot
{
	uint64_t	head;			/* of the folded form (news_vocab_head) */
	uint32_t	hash;			/* news_hash of it */
	uint32_t	entry;			/* the id, and above NEWS_VOCAB_ID_BITS of it the length; 0 in an empty slot */
} NewsVocabSlot;

#define NEWS_VOCAB_ID_BITS	24
#define NEWS_VOCAB_ID(entry) ((entry) & ((UINT32_C(1) << NEWS_VOCAB_ID_BITS) - 1))

/* The first 8 bytes of a folded form, as news_load packs them. */
static inline uint64_t
news_vocab_head(const char *folded, uint32_t len)
{
	return len < 8 ? news_load(folded, len) : news_load8(folded);
}

static inline NewsVocabSlot
news_vocab_slot(const char *folded, uint32_t len, uint32_t hash, uint32_t id)
{
	return (NewsVocabSlot) {news_vocab_head(folded, len), hash, len << NEWS_VOCAB_ID_BITS | id};
}

typedef struct NewsVocab
{
	const NewsVocabSlot *slots; /* open addressing, linear probing */
	uint32_t	mask;			/* number of slots - 1 */
	uint32_t	nwords;			/* ids are 1 .. nwords */
	const uint32_t *offsets;	/* of word id's bytes in pool; nwords + 2 of them */
	const char *pool;			/* 8 bytes can be read from any place of it */
	const uint32_t *flags;		/* NEWS_W_* by id; that of id 0 is 0 */
	uint32_t	fingerprint;	/* of all tables of the lexicon: another one, other results */
} NewsVocab;

/* The vocabulary compiled into the library. */
extern const NewsVocab news_vocab;

/* Begins to fetch what a search for a form with this hash will read. */
static inline void
news_vocab_prefetch(const NewsVocab *vocab, uint32_t hash)
{
	__builtin_prefetch(&vocab->slots[hash & vocab->mask]);
}

/* Id of a form of 1 to 8 bytes, packed as news_load packs them, with the given hash, 0 when there is none. */
static inline uint32_t
news_vocab_find8(const NewsVocab *vocab, uint64_t folded, uint32_t len, uint32_t hash)
{
	for (uint32_t i = hash & vocab->mask;; i = (i + 1) & vocab->mask)
	{
		const NewsVocabSlot *slot = &vocab->slots[i];

		if (slot->entry == 0)
			return 0;
		if (slot->hash == hash && slot->head == folded && slot->entry >> NEWS_VOCAB_ID_BITS == len)
			return NEWS_VOCAB_ID(slot->entry);
	}
}

/* The same of a form of any length. */
extern uint32_t news_vocab_find(const NewsVocab *vocab, const char *folded, uint32_t len, uint32_t hash);

#endif							/* NEWS_VOCAB_H */
