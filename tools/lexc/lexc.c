/*
 * lexc.c
 *	  The compiler of the lexicon: tables, words and what is written out.
 *
 * usage: lexc LEXICON_DIR OUT_DIR
 */
#include "lexc.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* The vocabulary while it grows: room for this many words and twice as many slots. */
#define MAX_WORDS	(1u << 21)
#define NSLOTS		(1u << 22)

/* Begins a comment that says where the facts below it are from. */
#define SOURCE_MARK "# Source: "

struct LexcReader
{
	Lexc	   *lx;
	FILE	   *file;
	const char *name;
	const char *source;
	int			line;
};

struct LexcPool
{
	Lexc	   *lx;
	char	   *bytes;
	uint32_t	n;
	uint32_t	room;
	uint32_t   *slots;			/* offset + 1 of the strings, by hash; nslots of them */
	uint32_t	nslots;
	uint32_t	nstrings;
};

/* ---- Reading tables ---- */

LexcReader *
lexc_open_table(Lexc *lx, const char *name)
{
	LexcReader *reader = NEWS_NEW0(&lx->arena, LexcReader, 1);
	char		path[4096];

	snprintf(path, sizeof(path), "%s/%s", lx->lexicon_dir, name);
	reader->lx = lx;
	reader->name = name;
	reader->source = "";
	reader->file = fopen(path, "r");
	if (!reader->file)
	{
		fprintf(stderr, "lexc: cannot open %s\n", path);
		exit(1);
	}
	return reader;
}

bool
lexc_read(LexcReader *reader, LexcRow *row)
{
	char		buffer[16384];

	while (fgets(buffer, sizeof(buffer), reader->file))
	{
		size_t		n = strlen(buffer);
		char	   *s;

		memset(row, 0, sizeof(*row));
		row->file = reader->name;
		row->line = ++reader->line;
		if (n == sizeof(buffer) - 1)
			lexc_error(row, "the line is too long");
		while (n && (buffer[n - 1] == '\n' || buffer[n - 1] == '\r'))
			n--;
		buffer[n] = '\0';
		if (strncmp(buffer, SOURCE_MARK, strlen(SOURCE_MARK)) == 0)
			reader->source = news_strndup(&reader->lx->arena, buffer + strlen(SOURCE_MARK),
										  n - strlen(SOURCE_MARK) - (buffer[n - 1] == '.'));
		row->source = reader->source;
		if (n == 0 || buffer[0] == '#')
			continue;
		reader->lx->fingerprint = reader->lx->fingerprint * 31 + news_hash(buffer, n);
		s = news_strndup(&reader->lx->arena, buffer, n);
		for (int i = 0; i < LEXC_MAX_FIELDS; i++)
			row->field[i] = s + n;
		while (s)
		{
			char	   *tab = strchr(s, '\t');

			if (row->nfields == LEXC_MAX_FIELDS)
				lexc_error(row, "more than %d fields", LEXC_MAX_FIELDS);
			if (tab)
				*tab++ = '\0';
			row->field[row->nfields++] = s;
			s = tab;
		}
		return true;
	}
	fclose(reader->file);
	return false;
}

void
lexc_error(const LexcRow *row, const char *format, ...)
{
	va_list		args;

	fprintf(stderr, "%s:%d: ", row->file, row->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

/* ---- Words ---- */

static uint32_t
add_word(Lexc *lx, const char *folded, uint32_t len, uint32_t hash)
{
	uint32_t	id = news_vocab_find(&lx->vocab, folded, len, hash);
	uint32_t   *offsets = (uint32_t *) lx->vocab.offsets;
	char	   *pool = (char *) lx->vocab.pool;
	NewsVocabSlot *slots = (NewsVocabSlot *) lx->vocab.slots;
	uint32_t	i;

	if (id)
		return id;
	id = ++lx->vocab.nwords;
	if (id >= MAX_WORDS - 2)
	{
		fprintf(stderr, "lexc: more than %u words\n", MAX_WORDS - 2);
		exit(1);
	}
	memcpy(pool + offsets[id], folded, len);
	pool[offsets[id] + len] = '\0';
	offsets[id + 1] = offsets[id] + len + 1;
	for (i = hash & lx->vocab.mask; slots[i].entry; i = (i + 1) & lx->vocab.mask)
		;
	slots[i] = news_vocab_slot(folded, len, hash, id);
	return id;
}

int
lexc_phrase(Lexc *lx, const LexcRow *row, const char *s, uint32_t *ids, int max)
{
	NewsTokens	tokens;

	news_tokenize(&lx->arena, &lx->vocab, s, (uint32_t) strlen(s), &tokens);
	if (tokens.n == 0 || tokens.n > (uint32_t) max)
		lexc_error(row, "\"%s\" has %u tokens, not 1 to %d", s, tokens.n, max);
	for (uint32_t i = 0; i < tokens.n; i++)
	{
		char		folded[NEWS_FOLD_MAX];
		uint32_t	len = news_token_fold(&tokens, &tokens.items[i], folded, sizeof(folded));

		if (len == 0)
			lexc_error(row, "\"%s\" has a word of no letters or of more than %d bytes", s, NEWS_FOLD_MAX);
		ids[i] = add_word(lx, folded, len, tokens.items[i].hash);
	}
	return (int) tokens.n;
}

uint32_t
lexc_word(Lexc *lx, const LexcRow *row, const char *s, uint32_t flags)
{
	uint32_t	id;

	/* a clitic is a token only behind a word */
	if (s[0] == '\'' || strcmp(s, "n't") == 0)
		id = add_word(lx, s, (uint32_t) strlen(s), news_hash(s, strlen(s)));
	else
		lexc_phrase(lx, row, s, &id, 1);
	lx->flags[id] |= flags;
	return id;
}

const char *
lexc_word_str(const Lexc *lx, uint32_t id)
{
	return lx->vocab.pool + lx->vocab.offsets[id];
}

/* ---- Pools ---- */

LexcPool *
lexc_pool(Lexc *lx)
{
	LexcPool   *pool = NEWS_NEW0(&lx->arena, LexcPool, 1);

	pool->lx = lx;
	pool->nslots = 1u << 20;
	pool->slots = NEWS_NEW0(&lx->arena, uint32_t, pool->nslots);
	return pool;
}

uint32_t
lexc_pool_add(LexcPool *pool, const char *s)
{
	uint32_t	len = (uint32_t) strlen(s) + 1;
	uint32_t	i = news_hash(s, len) & (pool->nslots - 1);
	uint32_t	offset = pool->n;

	for (; pool->slots[i]; i = (i + 1) & (pool->nslots - 1))
		if (strcmp(pool->bytes + pool->slots[i] - 1, s) == 0)
			return pool->slots[i] - 1;
	if (++pool->nstrings > pool->nslots / 4 * 3)
	{
		fprintf(stderr, "lexc: a pool holds more than %u strings\n", pool->nstrings);
		exit(1);
	}
	pool->slots[i] = offset + 1;
	for (uint32_t k = 0; k < len; k++)
	{
		pool->bytes = news_grow(&pool->lx->arena, pool->bytes, pool->n, &pool->room, 1);
		pool->bytes[pool->n++] = s[k];
	}
	return offset;
}

const char *
lexc_pool_bytes(const LexcPool *pool)
{
	return pool->bytes;
}

/* A C string literal for len bytes, divided into lines. */
static void
put_bytes(FILE *out, const char *name, const char *bytes, size_t len)
{
	fprintf(out, "\nstatic const char %s[%zu] =\n\t\"", name, len + 1);
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) bytes[i];

		if (c < ' ' || c >= 0x7F || c == '"' || c == '\\' || c == '?')
			fprintf(out, "\\%03o", c);
		else
			fputc(c, out);
		if (i % 96 == 95)
			fputs("\"\n\t\"", out);
	}
	fputs("\";\n", out);
}

void
lexc_pool_put(const LexcPool *pool, FILE *out, const char *name)
{
	put_bytes(out, name, pool->bytes ? pool->bytes : "", pool->n);
}

/* ---- Writing C ---- */

FILE *
lexc_create(Lexc *lx, const char *name, const char *include)
{
	char		path[4096];
	FILE	   *out;

	snprintf(path, sizeof(path), "%s/%s", lx->out_dir, name);
	out = fopen(path, "w");
	if (!out)
	{
		fprintf(stderr, "lexc: cannot write %s\n", path);
		exit(1);
	}
	fprintf(out, "/*\n * %s\n *\t  Made by tools/lexc from src/lexicon; do not edit.\n */\n#include \"%s\"\n", name, include);
	return out;
}

void
lexc_close(FILE *out)
{
	if (fclose(out) != 0)
	{
		fprintf(stderr, "lexc: cannot write its output\n");
		exit(1);
	}
}

#define PUT(suffix, type, format) \
void \
lexc_put_##suffix(FILE *out, const char *name, const type *v, size_t n) \
{ \
	fprintf(out, "\nstatic const " #type " %s[%zu] = {", name, n ? n : 1); \
	for (size_t i = 0; i < n; i++) \
		fprintf(out, "%s" format, i % 16 ? "," : i ? ",\n" : "\n", v[i]); \
	fputs(n ? "\n};\n" : "0};\n", out); \
}

PUT(u8, uint8_t, "%u")
PUT(u16, uint16_t, "%u")
PUT(u32, uint32_t, "%u")

/* Writes the vocabulary, with slots twice as many as words. */
static void
put_vocab(Lexc *lx)
{
	FILE	   *out = lexc_create(lx, "vocab_data.c", "text/vocab.h");
	uint32_t	n = lx->vocab.nwords;
	uint32_t	nslots = 16;
	NewsVocabSlot *slots;

	while (nslots < n * 2)
		nslots *= 2;
	slots = NEWS_NEW0(&lx->arena, NewsVocabSlot, nslots);
	for (uint32_t id = 1; id <= n; id++)
	{
		const char *s = lexc_word_str(lx, id);
		uint32_t	len = (uint32_t) strlen(s);
		uint32_t	hash = news_hash(s, len);
		uint32_t	i = hash & (nslots - 1);

		while (slots[i].entry)
			i = (i + 1) & (nslots - 1);
		slots[i] = news_vocab_slot(s, len, hash, id);
	}
	fprintf(out, "\nstatic const NewsVocabSlot slots[%u] = {", nslots);
	for (uint32_t i = 0; i < nslots; i++)
		fprintf(out, "%s{%" PRIu64 "u,%u,%u}", i % 8 ? "," : i ? ",\n" : "\n", slots[i].head, slots[i].hash, slots[i].entry);
	fputs("\n};\n", out);
	lexc_put_u32(out, "offsets", lx->vocab.offsets, n + 2);
	lexc_put_u32(out, "flags", lx->flags, n + 1);
	put_bytes(out, "pool", lx->vocab.pool, lx->vocab.offsets[n + 1] + 8);
	fprintf(out, "\nconst NewsVocab news_vocab = {slots, %u, %u, offsets, pool, flags, 0x%08xu};\n",
			nslots - 1, n, lx->fingerprint);
	lexc_close(out);
}

int
main(int argc, char **argv)
{
	Lexc		lx = {0};

	if (argc != 3)
	{
		fprintf(stderr, "usage: lexc LEXICON_DIR OUT_DIR\n");
		return 2;
	}
	news_arena_init(&lx.arena, &news_malloc_host);
	lx.lexicon_dir = argv[1];
	lx.out_dir = argv[2];
	lx.flags = NEWS_NEW0(&lx.arena, uint32_t, MAX_WORDS);
	lx.vocab.flags = lx.flags;
	lx.vocab.slots = NEWS_NEW0(&lx.arena, NewsVocabSlot, NSLOTS);
	lx.vocab.mask = NSLOTS - 1;
	lx.vocab.offsets = NEWS_NEW0(&lx.arena, uint32_t, MAX_WORDS);
	lx.vocab.pool = NEWS_NEW0(&lx.arena, char, (size_t) MAX_WORDS * 24);
	lexc_words(&lx);
	lexc_dates(&lx);
	lexc_events(&lx);
	lexc_names(&lx);
	lexc_offices(&lx);
	lexc_article(&lx);
	lexc_occasions(&lx);
	put_vocab(&lx);
	news_arena_release(&lx.arena);
	return 0;
}
