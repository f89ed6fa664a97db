/*
 * lexc.h
 *	  The compiler of the lexicon: src/lexicon/ *.tsv in, C tables out.
 *
 * Each room has one module here that reads its tables, gives their words ids in
 * the common vocabulary and writes a C file of const data.  Phrases are divided
 * by the engine's own tokenizer, so lexicon and text agree by construction.
 *
 * A table is UTF-8, one fact a line, fields divided by tabs; empty lines and
 * lines that begin with "#" are skipped.  Errors name file and line and end
 * the program with status 1.
 */
#ifndef NEWS_LEXC_H
#define NEWS_LEXC_H

#include <stdio.h>

#include "base/host.h"
#include "base/span.h"
#include "text/token.h"

#define LEXC_MAX_FIELDS 16

typedef struct Lexc
{
	NewsArena	arena;
	const char *lexicon_dir;
	const char *out_dir;
	NewsVocab	vocab;			/* grows as words are added; what the tokenizer sees */
	uint32_t   *flags;			/* NEWS_W_* by id, writable */
	uint32_t	fingerprint;	/* of the lines read so far */
} Lexc;

/* One line of a table. */
typedef struct LexcRow
{
	const char *file;
	int			line;			/* 1-based */
	int			nfields;
	char	   *field[LEXC_MAX_FIELDS]; /* NUL-terminated; "" behind the last one given */
	const char *source;			/* of the last comment before it that begins "# Source: "; "" for none */
} LexcRow;

typedef struct LexcReader LexcReader;

/* Opens lexicon_dir/name; lexc_read returns false at the end and closes. Strings live as long as lx. */
extern LexcReader *lexc_open_table(Lexc *lx, const char *name);
extern bool lexc_read(LexcReader *reader, LexcRow *row);

/* Prints "file:line: message" and exits. */
extern void lexc_error(const LexcRow *row, const char *format, ...)
			__attribute__((format(printf, 2, 3), noreturn));

/* Id of a word in its folded form, given one if it has none; flags are ored in. s is UTF-8 of one token. */
extern uint32_t lexc_word(Lexc *lx, const LexcRow *row, const char *s, uint32_t flags);

/*
 * Divides a phrase with the engine's tokenizer and gives every token's word an
 * id.  Returns the number of tokens, at most max (more is an error).
 */
extern int	lexc_phrase(Lexc *lx, const LexcRow *row, const char *s, uint32_t *ids, int max);

/* The bytes of a word. */
extern const char *lexc_word_str(const Lexc *lx, uint32_t id);

/* Creates out_dir/name with a heading comment and the given #include. */
extern FILE *lexc_create(Lexc *lx, const char *name, const char *include);
extern void lexc_close(FILE *out);

/* "static const uint32_t name[n] = {...};" and kin. */
extern void lexc_put_u8(FILE *out, const char *name, const uint8_t *v, size_t n);
extern void lexc_put_u16(FILE *out, const char *name, const uint16_t *v, size_t n);
extern void lexc_put_u32(FILE *out, const char *name, const uint32_t *v, size_t n);

/* A pool of NUL-terminated strings: equal strings share an offset. */
typedef struct LexcPool LexcPool;
extern LexcPool *lexc_pool(Lexc *lx);
extern uint32_t lexc_pool_add(LexcPool *pool, const char *s);
extern const char *lexc_pool_bytes(const LexcPool *pool);	/* until the next lexc_pool_add */
extern void lexc_pool_put(const LexcPool *pool, FILE *out, const char *name);

/* The rooms, in the order in which their words get ids; a module's tables may be indexed by id up to lx->vocab.nwords at its end. */
extern void lexc_words(Lexc *lx);	/* words.tsv: function words, abbreviations; first, as the tokenizer needs them */
extern void lexc_dates(Lexc *lx);
extern void lexc_events(Lexc *lx);
extern void lexc_names(Lexc *lx);
extern void lexc_offices(Lexc *lx);
extern void lexc_article(Lexc *lx);	/* tables of its own; adds no words */
extern void lexc_occasions(Lexc *lx);	/* likewise */

#endif							/* NEWS_LEXC_H */
