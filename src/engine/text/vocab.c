/*
 * vocab.c
 *	  Looking a word up.
 */
#include "text/vocab.h"

#include <string.h>

uint32_t
news_vocab_find(const NewsVocab *vocab, const char *folded, uint32_t len, uint32_t hash)
{
	for (uint32_t i = hash & vocab->mask;; i = (i + 1) & vocab->mask)
	{
		const NewsVocabSlot *slot = &vocab->slots[i];

		if (slot->word == 0)
			return 0;
		if (slot->hash == hash)
		{
			uint32_t	start = vocab->offsets[slot->word];

			if (vocab->offsets[slot->word + 1] - start == len + 1 &&
				memcmp(vocab->pool + start, folded, len) == 0)
				return slot->word;
		}
	}
}
