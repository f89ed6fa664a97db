/*
 * sound.h
 *	  What the spellings of a person's name share that newsrooms write from another
 *	  script, or without its marks.
 *
 * A name is reduced to its sound: words run together without Arabic articles and
 * forms of address, letters written as what they may stand for in the script the
 * name is from.  Two sounds are one name's when their consonants are equal and
 * their vowels may stand for each other.  The lexicon's compiler and the linker
 * share this.  The classes follow the romanizations in use (BGN/PCGN, ISO 9 and
 * the press's for Cyrillic; ALA-LC and the press's for Arabic and Persian;
 * McCune-Reischauer and Revised for Korean; Hepburn for Japanese).
 */
#ifndef NEWS_NAMES_SOUND_H
#define NEWS_NAMES_SOUND_H

#include "text/token.h"

typedef enum NewsScript
{
	NEWS_SCRIPT_LATIN,			/* doubled letters, hyphens and spaces are all that differs */
	NEWS_SCRIPT_CYRILLIC, NEWS_SCRIPT_ARABIC, NEWS_SCRIPT_KOREAN, NEWS_SCRIPT_JAPANESE,
	NEWS_SCRIPT_SLAVIC,			/* South Slavic names in Latin letters */
	NEWS_SCRIPT_GERMANIC,		/* ae, oe, ue, aa */
	NEWS_SCRIPTS
} NewsScript;

/* Bytes of a name's words and of their sound; the rest of a longer name does not count. */
#define NEWS_SOUND_WORDS 256
#define NEWS_SOUND_MAX 64

/* The script of the names of who acts for a country or group with this code. */
extern NewsScript news_script_of(NewsStr code);

/*
 * The words of a name from token first up to end, as news_sound reads them:
 * folded, divided by spaces, without apostrophes, without initials behind the
 * first word, with the usual spelling of the first one where usual is not empty.
 * Writes at most size bytes and returns how many.
 */
extern uint32_t news_sound_words(const NewsTokens *tokens, uint32_t first, uint32_t end, NewsStr usual, char *out, uint32_t size);

/*
 * The sound of a name: words folded as the tokenizer folds them, divided by one
 * space each.  Writes at most NEWS_SOUND_MAX bytes, without NUL, and returns how
 * many.
 */
extern uint32_t news_sound(NewsScript script, const char *words, uint32_t len, char *out);

/* A hash of the consonants of a sound and of its script. */
extern uint32_t news_sound_key(NewsScript script, const char *sound, uint32_t len);

/* Are two sounds with equal consonants one name's? */
extern bool news_sound_same(NewsScript script, const char *a, uint32_t alen, const char *b, uint32_t blen);

#endif							/* NEWS_NAMES_SOUND_H */
