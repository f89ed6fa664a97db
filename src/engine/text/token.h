/*
 * token.h
 *	  Tokens: the array that every later stage reads.
 *
 * The text is walked once.  Hyphens and slashes always divide ("US-Russia" is
 * three tokens, the later two without NEWS_TOK_SPACE), clitics are tokens of
 * their own ("Assad" "'s", "did" "n't"), dotted acronyms and abbreviations keep
 * their period ("U.S.", "Sen.", "Sept."), and a number keeps its separators
 * ("1,000.5").
 */
#ifndef NEWS_TOKEN_H
#define NEWS_TOKEN_H

#include "base/host.h"
#include "base/span.h"
#include "text/vocab.h"

typedef enum NewsTokenKind
{
	NEWS_WORD,					/* letters, marks, inner apostrophes: Lavrov, O'Brien, AT&T, U.S., n't, 's */
	NEWS_NUMBER,				/* digits with inner "," and ".": 5, 1,000, 3.5, 10.9.2016 */
	NEWS_ALNUM,					/* letters and digits: 4th, 1990s, G20, A380 */
	NEWS_PUNCT,					/* one punctuation character; "..." and "--" runs are one token */
	NEWS_SYMBOL,				/* one currency sign, arithmetic sign, emoji, control character, ... */
	NEWS_URL					/* http://..., www...., a@b.c, @handle */
} NewsTokenKind;

/* What stands before the token; a blank line sets all three. */
#define NEWS_TOK_SPACE		0x0001	/* white space, or the start of the text */
#define NEWS_TOK_LINE		0x0002	/* a line break, or the start of the text */
#define NEWS_TOK_PARA		0x0004	/* a blank line, or the start of the text */
/* How it is written. */
#define NEWS_TOK_CAP		0x0008	/* first letter is upper (or title) case */
#define NEWS_TOK_UPPER		0x0010	/* two letters or more, all upper case: NATO, U.S., G20 */
#define NEWS_TOK_MIXED		0x0020	/* an upper-case letter after a lower-case one: McCain, iPhone */
#define NEWS_TOK_ASCII		0x0040	/* ASCII alone: bytes are characters */
#define NEWS_TOK_PERIOD		0x0080	/* abbreviation; the final period is part of the token, not of its word */
#define NEWS_TOK_ACRONYM	0x0100	/* letters divided by periods: U.S., J.P., a.m. */
#define NEWS_TOK_CLITIC		0x0200	/* 's, 're, n't, or a lone apostrophe after a plural s */
/* A terminator stands before it, or an abbreviation with its period, perhaps with closing quotes between. */
#define NEWS_TOK_BREAK		0x0800
/* Set by the sentence splitter. */
#define NEWS_TOK_SENTENCE	0x0400	/* first token of a sentence */

typedef struct NewsToken
{
	uint32_t	start;			/* byte offset in the text, 0-based */
	uint32_t	end;			/* byte offset behind the last byte */
	uint32_t	chars;			/* character offset of start, 0-based */
	uint32_t	hash;			/* news_hash of the folded form */
	uint32_t	word;			/* vocabulary id of the folded form, 0 when unknown */
	uint16_t	flags;			/* NEWS_TOK_* */
	uint8_t		kind;			/* NewsTokenKind */
	uint8_t		mark;			/* NEWS_PUNCT: the character, or its ASCII likeness: - for dashes, " and ' for quotes, else 0 for what is not ASCII */
} NewsToken;

typedef struct NewsTokens
{
	const char *text;			/* the caller's, UTF-8; any bytes are survived */
	uint32_t	len;			/* bytes */
	uint32_t	nchars;			/* characters in the text */
	const NewsVocab *vocab;
	NewsToken  *items;			/* n tokens, and one more with start = end = len that ends the array */
	uint32_t	n;
} NewsTokens;

/*
 * Divides len bytes of text (below 2^30) into tokens.  A character is a byte that
 * is no UTF-8 continuation byte, so invalid text has offsets too.  The text is not
 * copied and must outlive the result, which lives in the arena.
 */
extern void news_tokenize(NewsArena *arena, const NewsVocab *vocab, const char *text, uint32_t len,
						  NewsTokens *out);

/*
 * The folded form of a token, as the vocabulary spells it: lower case, Latin
 * letters without accents (as ICU's Latin-ASCII gives them), curly apostrophes
 * straight, without the final period of an abbreviation (a dotted acronym has
 * them all: "u.s.").  Writes at most size bytes, no NUL; returns the bytes
 * written, or 0 when the form is longer than size.
 */
#define NEWS_FOLD_MAX 96
extern uint32_t news_token_fold(const NewsTokens *tokens, const NewsToken *token, char *out, uint32_t size);

/* Characters from token first up to, not including, token end; end above first. */
extern uint32_t news_span_chars(const NewsTokens *tokens, uint32_t first, uint32_t end);

/* The bytes of the text from token first up to, not including, token end. */
static inline NewsStr
news_span_str(const NewsTokens *tokens, uint32_t first, uint32_t end)
{
	uint32_t	start = tokens->items[first].start;

	return (NewsStr) {tokens->text + start, tokens->items[end - 1].end - start};
}

/* NEWS_W_* of the token's word. */
static inline uint32_t
news_token_word_flags(const NewsTokens *tokens, const NewsToken *token)
{
	return tokens->vocab->flags[token->word];
}

/* Is the token glued to the one before it (no white space between)? */
static inline bool
news_token_glued(const NewsToken *token)
{
	return !(token->flags & NEWS_TOK_SPACE);
}

#endif							/* NEWS_TOKEN_H */
