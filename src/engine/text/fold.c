/*
 * fold.c
 *	  Folding: how the vocabulary spells what the text writes.
 *
 * The Latin blocks come from a table, made of Unicode's compatibility
 * decompositions and, for letters that have none, of CLDR's Latin-ASCII
 * transliteration; everything else is ICU's simple case folding.
 */
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/chars.h"
#include "text/token.h"

/* Letters that become two: 1 ss, 2 ae, 3 oe, 4 th, 5 ij; NUL is no letter of the Latin script. */
static const char *const pairs[] = {"", "ss", "ae", "oe", "th", "ij"};

/* From U+00C0. */
static const char latin_base[] =
	"aaaaaa\2ceeeeiiiidnooooo\0ouuuuy\4\1aaaaaa\2ceeeeiiiidnooooo\0ouuuuy\4y"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\5\5jjkkklllllll"
	"lllnnnnnnnnnoooooo\3\3rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0e\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0oo\0\0\0\0\0\0\0\0\0\0\0\0\0uu\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0dddlllnnnaaiioouuuuuuuuuu\0aaaa\0\0\0\0ggkkoooo\0\0jdddgg\0\0nnaa\0\0\0\0"
	"aaaaeeeeiiiioooorrrruuuusstt\0\0hh\0\0\0\0\0\0aaeeooooooooyy\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/* From U+1E00. */
static const char latin_additional_base[] =
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	"wwwwwwwwwwxxxxyyzzzzzzhtwyas\0\0\1\0aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy\0\0\0\0\0\0";

int
news_fold_char(int32_t c, char *out)
{
	char		base = 0;
	int			n = 0;

	if (c >= 0xC0 && c < 0x250)
		base = latin_base[c - 0xC0];
	else if (c >= 0x1E00 && c < 0x1F00)
		base = latin_additional_base[c - 0x1E00];
	else if (c >= 0x300 && c < 0x370)
		return 0;
	if (base >= ' ')
	{
		out[0] = base;
		return 1;
	}
	if (base != 0)
	{
		out[0] = pairs[(int) base][0];
		out[1] = pairs[(int) base][1];
		return 2;
	}
	c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
	U8_APPEND_UNSAFE(out, n, c);
	return n;
}

uint32_t
news_token_fold(const NewsTokens *tokens, const NewsToken *token, char *out, uint32_t size)
{
	const uint8_t *text = (const uint8_t *) tokens->text;
	uint32_t	end = token->end;
	uint32_t	n = 0;

	if ((token->flags & NEWS_TOK_PERIOD) && !(token->flags & NEWS_TOK_ACRONYM))
		end--;
	for (uint32_t i = token->start; i < end;)
	{
		char		folded[4] = {0};
		int			width = 1;

		if (text[i] < 0x80)
		{
			folded[0] = (char) (news_byte_class[text[i]] == C_UPPER ? text[i] | 0x20 : text[i]);
			i++;
		}
		else
		{
			int32_t		j = 0;
			int32_t		left = (int32_t) (end - i < 4 ? end - i : 4);
			UChar32		c;

			U8_NEXT(text + i, j, left, c);
			if (c == 0x2019)
				folded[0] = '\'';
			else
				width = c == 0xAD ? 0 : news_fold_char(c < 0 ? 0xFFFD : c, folded);
			i += (uint32_t) j;
		}
		if (n + (uint32_t) width > size)
			return 0;
		memcpy(out + n, folded, (size_t) width);
		n += (uint32_t) width;
	}
	if ((token->flags & NEWS_TOK_ACRONYM) && !(token->flags & NEWS_TOK_PERIOD))
	{
		if (n + 1 > size)
			return 0;
		out[n++] = '.';
	}
	return n;
}
