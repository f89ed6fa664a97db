/*
 * namekey.c
 *	  Names as queries compare them.
 */
#include "query/namekey.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

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

bool
news_name_ends_with(NewsStr words, NewsStr key)
{
	uint32_t	rest;

	if (key.len > words.len)
		return false;
	rest = words.len - key.len;
	return memcmp(words.s + rest, key.s, key.len) == 0 && (rest == 0 || words.s[rest - 1] == ' ');
}
