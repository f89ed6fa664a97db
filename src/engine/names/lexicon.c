/*
 * lexicon.c
 *	  Walking the trie of spellings.
 */
#include "names/lexicon.h"

/* Node of a word that begins a phrase, 0 when it begins none. */
static uint32_t
root_child(uint32_t word)
{
	uint32_t	bits;
	uint32_t	bit = word & 31;

	if (word >= news_lexicon.nwords)
		return 0;
	bits = news_lexicon.root_bits[word >> 5];
	if (!(bits >> bit & 1))
		return 0;
	return 1 + news_lexicon.root_rank[word >> 5] +
		(uint32_t) __builtin_popcount(bits & ((UINT32_C(1) << bit) - 1));
}

/* Child of a node by word, 0 when there is none. */
static uint32_t
node_child(uint32_t node, uint32_t word)
{
	uint32_t	low = news_lexicon.node_child[node];
	uint32_t	high = news_lexicon.node_child[node + 1];

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (news_lexicon.node_word[mid] < word)
			low = mid + 1;
		else
			high = mid;
	}
	return low < news_lexicon.node_child[node + 1] && news_lexicon.node_word[low] == word ? low : 0;
}

bool
news_lexicon_written(const NewsTokens *tokens, uint32_t first, uint32_t ntokens, uint32_t reading)
{
	uint32_t	caps = news_lexicon.reading_caps[reading];
	bool		exact = NEWS_READING_FLAGS(news_lexicon.readings[reading]) & NEWS_READING_EXACT;

	for (uint32_t i = 0; i < ntokens && i < 16; i++)
	{
		const NewsToken *t = &tokens->items[first + i];

		if (!(caps >> i & 1))
			continue;
		if (!(t->flags & NEWS_TOK_CAP))
			return false;
		if (exact && t->end - t->start > 1 && !(t->flags & (NEWS_TOK_UPPER | NEWS_TOK_MIXED)) && t->kind == NEWS_WORD)
			return false;
	}
	return true;
}

/* Has node a reading that the text's capitals allow? */
static bool
has_reading(const NewsTokens *tokens, uint32_t first, uint32_t ntokens, uint32_t node, bool any_case)
{
	for (uint32_t i = news_lexicon.node_reading[node]; i < news_lexicon.node_reading[node + 1]; i++)
		if (any_case || news_lexicon_written(tokens, first, ntokens, i))
			return true;
	return false;
}

NewsLexMatch
news_lexicon_match(const NewsTokens *tokens, uint32_t first, uint32_t end, bool any_case)
{
	NewsLexMatch match = {0, 0, 0};
	uint32_t	node = root_child(tokens->items[first].word);

	for (uint32_t i = first + 1; node; i++)
	{
		if (has_reading(tokens, first, i - first, node, any_case))
		{
			match.ntokens = i - first;
			match.first = news_lexicon.node_reading[node];
			match.n = news_lexicon.node_reading[node + 1] - match.first;
		}
		if (i >= end || i - first >= NEWS_LEX_MAX_TOKENS || tokens->items[i].word == 0 ||
			(tokens->items[i].flags & NEWS_TOK_PARA))
			break;
		node = node_child(node, tokens->items[i].word);
	}
	return match;
}

NewsStr
news_lexicon_variant(uint32_t word)
{
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.nvariants;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (news_lexicon.variant_word[mid] < word)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < news_lexicon.nvariants && news_lexicon.variant_word[low] == word)
		return news_str(news_lexicon.pool + news_lexicon.variant_name[low]);
	return NEWS_NO_STR;
}
