/*
 * vocab.c
 *	  Looking a word up.
 */
#include "text/vocab.h"

#include <string.h>

uint32_t
news_vocab_find(const NewsVocab *vocab, const char *folded, uint32_t len, uint32_t hash)
{
	uint64_t	head = news_vocab_head(folded, len);

	for (uint32_t i = hash & vocab->mask;; i = (i + 1) & vocab->mask)
	{
		const NewsVocabSlot *slot = &vocab->slots[i];
		uint32_t	word = NEWS_VOCAB_ID(slot->entry);

		if (slot->entry == 0)
			return 0;
		if (slot->hash == hash && slot->head == head && slot->entry >> NEWS_VOCAB_ID_BITS == len &&
			(len <= 8 || memcmp(vocab->pool + vocab->offsets[word] + 8, folded + 8, len - 8) == 0))
			return word;
	}
}
