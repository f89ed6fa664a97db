/*
 * translit.c
 *	  Names from other scripts, which every newsroom spells in its own way.
 *
 * The lexicon knows how family names are spelled; a first name is the same when
 * its consonants are, with vowels or without between them.
 */
#include "names/linker.h"

/* Bytes of a first name's sound. */
#define SOUND_MAX 24

/* Countries and groups whose names are written in Arabic, Cyrillic, Hebrew, Persian, Urdu or Georgian script. */
static bool
is_transliterated(NewsStr code)
{
	static const char codes[] = " AFG ARE AQ ARM AZE BGR BHR BLR DZA EGY GEO HMS HZB IRN IRQ IS ISR JOR KAZ KGZ KWT LBN LBY MAR MKD OMN PAK PSE QAT RUS "
		"SAU SDN SRB SUN SYR TJK TKM TUN UKR UZB YEM ";

	for (const char *c = codes; code.len && code.len <= 3 && c[1]; c = strchr(c + 1, ' '))
		if (memcmp(c + 1, code.s, code.len) == 0 && c[1 + code.len] == ' ')
			return true;
	return false;
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* A word's sound: consonants, doubled ones once, and one "a" for each run of vowels.  Returns its bytes. */
static uint32_t
sound_of(const char *s, uint32_t len, char *out)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len && n < SOUND_MAX; i++)
	{
		char		c = (char) (s[i] >= 'A' && s[i] <= 'Z' ? s[i] | 0x20 : s[i]);

		if (c < 'a' || c > 'z')
			continue;
		c = is_vowel(c) ? 'a' : c == 'q' ? 'k' : c == 'w' ? 'v' : c;
		if (n == 0 || out[n - 1] != c)
			out[n++] = c;
	}
	return n;
}

int32_t
news_link_transliterated(const NewsLinker *l, const NewsSpan *s)
{
	uint32_t	last = news_link_last_word(l, s);
	NewsLexMatch match;

	if (last == s->first || !(news_link_flags(l, last) & NEWS_W_PHRASE))
		return -1;
	match = news_lexicon_match(l->tokens, last, last + 1, false);
	for (uint32_t r = match.first; r < match.first + match.n; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);
		NewsStr		name = news_lexicon_name(entity);
		char		fold[NEWS_FOLD_MAX];
		char		here[SOUND_MAX];
		char		there[SOUND_MAX];
		const char *space = strchr(name.s, ' ');
		uint32_t	n;

		if (news_lexicon.ent_kind[entity] != NEWS_PERSON || !space || !is_transliterated(news_lexicon_code(entity)))
			continue;
		n = news_token_fold(l->tokens, news_link_token(l, s->first), fold, sizeof(fold));
		n = sound_of(fold, n, here);
		if (n > 2 && n == sound_of(name.s, (uint32_t) (space - name.s), there) && memcmp(here, there, n) == 0)
			return (int32_t) entity;
	}
	return -1;
}
