/*
 * fold.h
 *	  Folding a character to the form in which the vocabulary spells it.
 */
#ifndef NEWS_FOLD_H
#define NEWS_FOLD_H

#include <stdint.h>

/*
 * Writes the folded form of a code point above U+007F as UTF-8 (at most 4
 * bytes) and returns its length: lower case, Latin letters without accents,
 * "ß" as "ss"; 0 for a combining accent, which is dropped.
 */
extern int	news_fold_char(int32_t c, char *out);

#endif							/* NEWS_FOLD_H */
