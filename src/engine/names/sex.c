/*
 * sex.c
 *	  "Mrs. Clinton" is not Bill Clinton: what a form of address and a given name tell.
 */
#include "names/linker.h"

/* Is token i the word, whatever its case, with a period or without? */
static bool
is_address(const NewsLinker *l, uint32_t i, const char *const *words)
{
	char		fold[NEWS_FOLD_MAX];
	uint32_t	len = news_token_fold(l->tokens, news_link_token(l, i), fold, sizeof(fold));

	for (; *words; words++)
		if (news_str_eq((NewsStr) {fold, len}, news_str(*words)))
			return true;
	return false;
}

NewsSex
news_link_sex_before(const NewsLinker *l, uint32_t i)
{
	static const char *const women[] = {"mrs", "ms", "miss", "mme", "madame", "madam", "lady", "dame", "queen", "princess", "frau", "baroness",
	"duchess", "sra", "senora", "signora", NULL};
	static const char *const men[] = {"mr", "mister", "sir", "lord", "king", "prince", "herr", "monsieur", "baron", "duke", "sr", "senor", "signor", NULL};

	if (i == 0 || !(news_link_flags(l, i - 1) & (NEWS_W_TITLE | NEWS_W_HONORIFIC)))
		return NEWS_SEX_UNKNOWN;
	return is_address(l, i - 1, women) ? NEWS_FEMALE : is_address(l, i - 1, men) ? NEWS_MALE : NEWS_SEX_UNKNOWN;
}

/* What a given name tells: its word is one of news_lexicon.sexed. */
static NewsSex
sex_of_word(uint32_t word)
{
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.nsexed;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (news_lexicon.sexed[mid] >> 1 < word)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == news_lexicon.nsexed || news_lexicon.sexed[low] >> 1 != word)
		return NEWS_SEX_UNKNOWN;
	return news_lexicon.sexed[low] & 1 ? NEWS_MALE : NEWS_FEMALE;
}

NewsSex
news_link_sex_of(const NewsLinker *l, uint32_t entity)
{
	NewsStr		name = l->doc->entities[entity].name;
	char		first[NEWS_FOLD_MAX];
	uint32_t	n = 0;

	for (; n < name.len && n < sizeof(first) && name.s[n] != ' '; n++)
		first[n] = (char) (name.s[n] >= 'A' && name.s[n] <= 'Z' ? name.s[n] | 0x20 : name.s[n]);
	if (n == 0 || n == name.len || n == sizeof(first))
		return NEWS_SEX_UNKNOWN;
	return sex_of_word(news_vocab_find(l->tokens->vocab, first, n, news_hash(first, n)));
}
