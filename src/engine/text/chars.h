/*
 * chars.h
 *	  What kind of character stands in the text, as the tokenizer sees it.
 */
#ifndef NEWS_CHARS_H
#define NEWS_CHARS_H

#include <stdbool.h>
#include <stdint.h>

/* Classes of characters; marks count as lower-case letters, as do letters of scripts without case. */
typedef enum NewsCharClass
{
	C_SYMBOL, C_SPACE, C_LINE, C_LOWER, C_UPPER, C_DIGIT, C_PUNCT, C_HIGH
} NewsCharClass;

/* Class of a byte; C_HIGH when it is not ASCII. */
extern const uint8_t news_byte_class[256];

/*
 * Class of the character that begins at byte pos, below len, with its code
 * point (negative when ill-formed) and the position behind it; never C_HIGH.
 */
extern int	news_char_class(const uint8_t *text, uint32_t len, uint32_t pos, int32_t *cp, uint32_t *next);

/* The ASCII likeness of a punctuation character: - for dashes, " and ' for quotes, ...; 0 when it has none. */
extern uint8_t news_char_likeness(int32_t c);

static inline bool
is_ascii_letter(uint8_t c)
{
	return news_byte_class[c] == C_LOWER || news_byte_class[c] == C_UPPER;
}

static inline bool
is_ascii_alnum(uint8_t c)
{
	return is_ascii_letter(c) || news_byte_class[c] == C_DIGIT;
}

#endif							/* NEWS_CHARS_H */
