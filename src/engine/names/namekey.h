/*
 * namekey.h
 *	  Names as queries compare them.
 */
#ifndef NEWS_NAMEKEY_H
#define NEWS_NAMEKEY_H

#include "base/host.h"
#include "base/span.h"

/* Names are compared by so many bytes of their key; what is longer counts as equal. */
#define NEWS_NAME_KEY_MAX	120

/* Readings that are taken of what the lexicon has under one spelling. */
#define NEWS_NAME_READINGS	6

/*
 * The key of a name: lower case, Latin letters without accents, without periods
 * and apostrophes, words divided by one space (a hyphen or any other sign divides
 * words): "Al-Nusra" gives "al nusra", "U.S." gives "us".  A name without any
 * letter, digit, or one of & + # $ % @ is its own key.  Writes at most
 * NEWS_NAME_KEY_MAX bytes, no NUL, and returns how many.
 *
 * starts, unless NULL, is set to where in the key a prefix may begin: at the
 * beginning and at every later word that begins with a capital letter, a digit or
 * a character above ASCII.  Sets *nstarts, at most NEWS_NAME_STARTS.
 */
#define NEWS_NAME_STARTS	8
extern uint32_t news_name_fold(NewsStr name, char *key, uint8_t *starts, uint32_t *nstarts);

/*
 * May a prefix begin at this start, other than 0, of a key?  Not at a word such as
 * "ministry", "bank" or "ltd", which many names share and nobody looks for.
 */
extern bool news_name_start_counts(NewsStr key, uint32_t start);

/* Does the lexicon know a name that has this key, or a code that is it but for capitals? */
extern bool news_name_known(NewsArena *arena, NewsStr key);

/*
 * The code whose own name has this key (LBY of "libya", not of "tripoli"), as far as the
 * lexicon finds it by the name; s NULL for none.
 */
extern NewsStr news_name_own_code(NewsArena *arena, NewsStr key);

/* The first and the last word of a key, the whole where it is one word. */
extern NewsStr news_name_first_word(NewsStr key);
extern NewsStr news_name_last_word(NewsStr key);

/* Is word one of the words of the key? */
extern bool news_name_has_word(NewsStr key, NewsStr word);

/*
 * The word behind the first one that tells a name from others best: the longest at
 * which a prefix may begin.  Empty where there is none.
 */
extern NewsStr news_name_telling_word(NewsStr key);

/* Is key the whole of words, or the last words of it? */
extern bool news_name_ends_with(NewsStr words, NewsStr key);

/* Codes are compared as they are, by so many bytes. */
#define NEWS_CODE_KEY_MAX	80

static inline NewsStr
news_code_key(NewsStr code)
{
	return (NewsStr) {code.s, code.len < NEWS_CODE_KEY_MAX ? code.len : NEWS_CODE_KEY_MAX};
}

static inline bool
news_code_eq(NewsStr a, NewsStr b)
{
	return news_str_eq(news_code_key(a), news_code_key(b));
}

#endif							/* NEWS_NAMEKEY_H */
