/*
 * chars.c
 *	  Classes of characters: of ASCII from a table, of all others from ICU.
 */
#include "text/chars.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define S C_SPACE
#define N C_LINE
#define Y C_SYMBOL
#define P C_PUNCT
#define D C_DIGIT
#define U C_UPPER
#define L C_LOWER
#define H C_HIGH
const uint8_t news_byte_class[256] = {
	Y, Y, Y, Y, Y, Y, Y, Y, Y, S, N, S, N, S, Y, Y,
	Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y,
	S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P,
	D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P,
	P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, P, P, P, Y, P,
	Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, Y,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef S
#undef N
#undef Y
#undef P
#undef D
#undef U
#undef L
#undef H

int
news_char_class(const uint8_t *text, uint32_t len, uint32_t pos, int32_t *cp, uint32_t *next)
{
	int32_t		i = 0;
	int32_t		n = (int32_t) (len - pos < 4 ? len - pos : 4);
	UChar32		c;

	U8_NEXT(text + pos, i, n, c);
	*cp = c;
	*next = pos + (uint32_t) i;
	if (c < 0)
		return C_SYMBOL;
	if (c < 0x80)
		return news_byte_class[c];
	if (c == 0x2028 || c == 0x2029 || c == 0x85)
		return C_LINE;
	if (c >= 0x200B && c <= 0x200F)
		return C_SPACE;			/* zero width: divides nothing a reader sees, but joins nothing either */
	switch (u_charType(c))
	{
		case U_UPPERCASE_LETTER:
		case U_TITLECASE_LETTER:
			return C_UPPER;
		case U_LOWERCASE_LETTER:
		case U_MODIFIER_LETTER:
		case U_OTHER_LETTER:
		case U_NON_SPACING_MARK:
		case U_ENCLOSING_MARK:
		case U_COMBINING_SPACING_MARK:
			return C_LOWER;
		case U_DECIMAL_DIGIT_NUMBER:
			return C_DIGIT;
		case U_SPACE_SEPARATOR:
			return C_SPACE;
		case U_FORMAT_CHAR:
			return c == 0xFEFF ? C_SPACE : c == 0xAD ? C_LOWER : C_SYMBOL;
		case U_DASH_PUNCTUATION:
		case U_START_PUNCTUATION:
		case U_END_PUNCTUATION:
		case U_CONNECTOR_PUNCTUATION:
		case U_OTHER_PUNCTUATION:
		case U_INITIAL_PUNCTUATION:
		case U_FINAL_PUNCTUATION:
			return C_PUNCT;
		default:
			return C_SYMBOL;
	}
}

uint8_t
news_char_likeness(int32_t c)
{
	if (c < 0x80)
		return (uint8_t) c;
	switch (c)
	{
		case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2039: case 0x203A:
			return '\'';
		case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033:
			return '"';
		case 0x2026:
			return '.';
		case 0x2022: case 0x2023: case 0x2043: case 0x25CF: case 0xB7:
			return '*';
		case 0x3002:
			return '.';
		case 0x3001: case 0xFF0C:
			return ',';
	}
	return u_charType(c) == U_DASH_PUNCTUATION ? '-' : 0;
}
