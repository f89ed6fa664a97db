/*
 * translit.c
 *	  Names that the lexicon knows in another spelling, by their sound.
 */
#include "names/linker.h"
#include "names/names.h"
#include "names/sound.h"

/* The first of the lexicon's sounds with a key, or behind where it would stand. */
static uint32_t
first_sound(uint32_t key)
{
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.nsounds;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (news_lexicon.sounds[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

int32_t
news_name_by_sound(const NewsTokens *tokens, uint32_t first, uint32_t end)
{
	char		words[NEWS_SOUND_WORDS];
	char		sound[NEWS_SOUND_MAX];
	uint32_t	len = news_sound_words(tokens, first, end, news_lexicon_variant(tokens->items[first].word), words, sizeof(words));
	int32_t		found = -1;

	for (int script = 0; script < NEWS_SCRIPTS && len; script++)
	{
		uint32_t	n = news_sound((NewsScript) script, words, len, sound);
		uint32_t	key = news_sound_key((NewsScript) script, sound, n);

		for (uint32_t i = first_sound(key); i < news_lexicon.nsounds && news_lexicon.sounds[i].key == key; i++)
		{
			const NewsNameSound *item = &news_lexicon.sounds[i];
			NewsStr		other = news_str(news_lexicon.pool + item->sound);

			if (found == (int32_t) item->person || !news_sound_same((NewsScript) script, sound, n, other.s, other.len))
				continue;
			/* two that sound alike are not to be told apart */
			if (found >= 0)
				return -1;
			found = (int32_t) item->person;
		}
	}
	return found;
}

int32_t
news_link_transliterated(const NewsLinker *l, const NewsSpan *s)
{
	return news_link_last_word(l, s) == s->first ? -1 : news_name_by_sound(l->tokens, s->first, s->end);
}
