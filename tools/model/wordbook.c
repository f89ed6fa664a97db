/*
 * wordbook.c
 *	  Builds the wordbook's image.
 *
 *	  wordbook words.tsv names.tsv > wordbook.bin
 *
 * words.tsv comes from clusters.c, names.tsv from gazetteer.py.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tagger/wordbook.h"

static const char *const list_names[NEWS_NLISTS] = {
	"first", "last", "last_us", "city", "place", "country", "group", "org", "company", "person", "family", "title",
	"org_head", "place_head", "event"
};

/* Fixed, so that slots need not move; about two of three are used. */
#define NSLOTS 370001

static NewsWordbook *book;
static uint32_t nentries;

static NewsWordEntry *
entry_of(uint32_t hash)
{
	uint32_t	i = news_wordbook_home(book, hash);

	while (book->slots[i].used && book->slots[i].hash != hash)
		i = (i + 1) % NSLOTS;
	if (!book->slots[i].used)
	{
		book->slots[i].hash = hash;
		book->slots[i].used = 1;
		if (++nentries > NSLOTS / 10 * 9)
		{
			fprintf(stderr, "too many words: raise NSLOTS\n");
			exit(1);
		}
	}
	return &book->slots[i];
}

static uint8_t
casing_of(unsigned lower, unsigned capital)
{
	double		share = (capital + 0.5) / (lower + capital + 1.0);

	if (lower + capital < 3)
		return 0;
	return share < 0.02 ? 1 : share < 0.2 ? 2 : share < 0.8 ? 3 : share < 0.98 ? 4 : 5;
}

static void
read_words(FILE *in)
{
	char		line[1000];
	char		form[1000];
	int			coarse;
	int			middle;
	int			fine;
	unsigned	lower;
	unsigned	capital;

	while (fgets(line, sizeof(line), in))
		if (sscanf(line, "%999[^\t]\t%d\t%d\t%d\t%u\t%u", form, &coarse, &middle, &fine, &lower, &capital) == 6)
		{
			NewsWordEntry *e = entry_of(news_hash(form, strlen(form)));

			e->coarse = (uint8_t) (coarse + 1);
			e->middle = (uint8_t) (middle + 1);
			e->fine = (uint16_t) (fine + 1);
			e->casing = casing_of(lower, capital);
		}
}

static void
add_name(uint16_t list, const char *name)
{
	NewsArena	arena;
	NewsTokens	tokens;
	uint32_t	hash;

	news_arena_init(&arena, &news_malloc_host);
	news_tokenize(&arena, &news_vocab, name, (uint32_t) strlen(name), &tokens);
	if (tokens.n > 0 && tokens.n <= NEWS_PHRASE_MAX)
	{
		hash = tokens.items[0].hash;
		if (tokens.n > 1)
			entry_of(hash)->lists |= NEWS_LIST_BEGINS;
		for (uint32_t i = 1; i < tokens.n; i++)
			hash = news_phrase_hash(hash, tokens.items[i].hash);
		entry_of(hash)->lists |= list;
	}
	news_arena_release(&arena);
}

static void
read_names(FILE *in)
{
	char		line[1000];

	while (fgets(line, sizeof(line), in))
	{
		char	   *name = strchr(line, '\t');

		line[strcspn(line, "\n")] = '\0';
		if (!name)
			continue;
		*name++ = '\0';
		for (int i = 0; i < NEWS_NLISTS; i++)
			if (strcmp(line, list_names[i]) == 0)
				add_name((uint16_t) (1 << i), name);
	}
}

int
main(int argc, char **argv)
{
	size_t		size = sizeof(NewsWordbook) + (sizeof(NewsWordEntry) * NSLOTS);
	FILE	   *words = argc == 3 ? fopen(argv[1], "r") : NULL;
	FILE	   *names = argc == 3 ? fopen(argv[2], "r") : NULL;

	if (!words || !names)
	{
		fprintf(stderr, "usage: wordbook words.tsv names.tsv > wordbook.bin\n");
		return 1;
	}
	book = calloc(1, size);
	memcpy(book->magic, "NEWB", 4);
	book->version = NEWS_WORDBOOK_VERSION;
	book->order = 1;
	book->nslots = NSLOTS;
	read_words(words);
	read_names(names);
	book->fingerprint = news_hash((const char *) book->slots, sizeof(NewsWordEntry) * NSLOTS);
	fprintf(stderr, "%u entries in %zu bytes\n", nentries, size);
	fwrite(book, size, 1, stdout);
	return 0;
}
