/*
 * namekey.c
 *	  Names as queries compare them.
 */
#include "names/namekey.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "names/names.h"
#include "text/fold.h"
#include "text/vocab.h"

/* What an ASCII character gives: itself in lower case, a space between words, or 0 where it is left out. */
static const char ascii_fold[128 + 1] =
	"                                "
	"   #$%&\0   +  \0 0123456789      "
	"@abcdefghijklmnopqrstuvwxyz     "
	" abcdefghijklmnopqrstuvwxyz     ";

/* The same for a character above ASCII: writes up to four bytes and returns how many. */
static int
fold_other(UChar32 c, char *out)
{
	if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB)
		return 0;
	if (c < 0 || u_ispunct(c) || u_isUWhiteSpace(c) || c == 0x00AD)
	{
		out[0] = ' ';
		return 1;
	}
	return news_fold_char(c, out);
}

static bool
may_start_prefix(char first)
{
	return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') || (unsigned char) first >= 0x80;
}

uint32_t
news_name_fold(NewsStr name, char *key, uint8_t *starts, uint32_t *nstarts)
{
	uint32_t	n = 0;
	uint32_t	found = 0;
	bool		gap = false;	/* a space is due before what comes */
	uint32_t	i = 0;

	while (i < name.len)
	{
		char		piece[8];
		int			len = 1;
		char		first = name.s[i];

		/* most characters: a letter that goes on with a word */
		if (first >= 'a' && first <= 'z' && !gap && n > 0 && n < NEWS_NAME_KEY_MAX)
		{
			key[n++] = first;
			i++;
			continue;
		}
		if ((unsigned char) first < 0x80)
		{
			piece[0] = ascii_fold[(unsigned char) first];
			len = piece[0] != '\0';
			i++;
		}
		else
		{
			UChar32		c;

			U8_NEXT(name.s, i, name.len, c);
			len = fold_other(c, piece);
		}
		if (len == 0)
			continue;
		if (piece[0] == ' ')
		{
			gap = n > 0;
			continue;
		}
		if (n + gap + (uint32_t) len > NEWS_NAME_KEY_MAX)
			break;
		if (starts && found < NEWS_NAME_STARTS && (n == 0 || (gap && may_start_prefix(first))))
			starts[found++] = (uint8_t) (n + gap);
		if (gap)
			key[n++] = ' ';
		gap = false;
		for (int k = 0; k < len; k++)
			key[n++] = piece[k];
	}
	if (n == 0)
	{
		n = name.len < NEWS_NAME_KEY_MAX ? name.len : NEWS_NAME_KEY_MAX;
		memcpy(key, name.s, n);
		if (starts)
			starts[found++] = 0;
	}
	if (nstarts)
		*nstarts = found;
	return n;
}

bool
news_name_start_counts(NewsStr key, uint32_t start)
{
	uint32_t	end = start;
	uint32_t	word;

	while (end < key.len && key.s[end] != ' ')
		end++;
	word = news_vocab_find(&news_vocab, key.s + start, end - start, news_hash(key.s + start, end - start));
	return !(news_vocab.flags[word] &
			 (NEWS_W_COMMON | NEWS_W_FUNCTION | NEWS_W_ORG_SUFFIX | NEWS_W_ORG_HEAD | NEWS_W_PLACE_HEAD));
}

NewsStr
news_name_first_word(NewsStr key)
{
	const char *space = memchr(key.s, ' ', key.len);

	return (NewsStr) {key.s, space ? (uint32_t) (space - key.s) : key.len};
}

NewsStr
news_name_last_word(NewsStr key)
{
	uint32_t	start = key.len;

	while (start > 0 && key.s[start - 1] != ' ')
		start--;
	return (NewsStr) {key.s + start, key.len - start};
}

/* The word that begins at the position, and the position behind it and its space. */
static NewsStr
word_at(NewsStr key, uint32_t *at)
{
	NewsStr		word = news_name_first_word((NewsStr) {key.s + *at, key.len - *at});

	*at += word.len + 1;
	return word;
}

/* Has the vocabulary all words, the first as the beginning of a name?  True where a word is not of letters alone. */
static bool
may_be_known(NewsStr key)
{
	uint32_t	begins = NEWS_W_PHRASE | NEWS_W_PHRASE_LOWER | NEWS_W_FUNCTION;

	for (uint32_t i = 0; i < key.len; i++)
		if ((key.s[i] < 'a' || key.s[i] > 'z') && key.s[i] != ' ')
			return true;
	for (uint32_t at = 0; at < key.len;)
	{
		bool		first = at == 0;
		NewsStr		s = word_at(key, &at);
		uint32_t	word = news_vocab_find(&news_vocab, s.s, s.len, news_hash(s.s, s.len));

		if (word == 0 || (first && !(news_vocab.flags[word] & begins)))
			return false;
	}
	return true;
}

/* Longest code that is looked up. */
#define CODE_MAX	12

static bool
is_code(NewsStr key)
{
	char		code[CODE_MAX];

	if (key.len > CODE_MAX)
		return false;
	for (uint32_t i = 0; i < key.len; i++)
		code[i] = key.s[i] >= 'a' && key.s[i] <= 'z' ? (char) (key.s[i] - 'a' + 'A') : key.s[i];
	return news_name_of_code((NewsStr) {code, key.len}).s != NULL;
}

bool
news_name_known(NewsArena *arena, NewsStr key)
{
	NewsNameInfo info;

	/* most names can be told without reading their words */
	return (may_be_known(key) && news_name_find_spelled(arena, key, &info, 1) > 0) || is_code(key);
}

NewsStr
news_name_own_code(NewsArena *arena, NewsStr key)
{
	NewsNameInfo info[NEWS_NAME_READINGS];
	uint32_t	n = may_be_known(key) ? news_name_find_spelled(arena, key, info, NEWS_NAME_READINGS) : 0;

	for (uint32_t i = 0; i < n; i++)
	{
		char		own[NEWS_NAME_KEY_MAX];
		NewsStr		name = info[i].code.s ? news_name_of_code(info[i].code) : NEWS_NO_STR;

		if (name.s && news_str_eq(key, (NewsStr) {own, news_name_fold(name, own, NULL, NULL)}))
			return info[i].code;
	}
	return NEWS_NO_STR;
}

bool
news_name_has_word(NewsStr key, NewsStr word)
{
	for (uint32_t at = 0; at < key.len;)
		if (news_str_eq(word_at(key, &at), word))
			return true;
	return false;
}

NewsStr
news_name_telling_word(NewsStr key)
{
	NewsStr		best = {key.s, 0};

	for (uint32_t at = news_name_first_word(key).len + 1; at < key.len;)
	{
		uint32_t	start = at;
		NewsStr		word = word_at(key, &at);

		if (word.len > best.len && news_name_start_counts(key, start))
			best = word;
	}
	return best;
}

bool
news_name_ends_with(NewsStr words, NewsStr key)
{
	uint32_t	rest;

	if (key.len > words.len)
		return false;
	rest = words.len - key.len;
	return memcmp(words.s + rest, key.s, key.len) == 0 && (rest == 0 || words.s[rest - 1] == ' ');
}
