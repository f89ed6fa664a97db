/*
 * offices.c
 *	  The table of what offices are called.
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "names/office.h"

#define MAX_CLASSES 64
#define MAX_WORDS 8

typedef struct Offices
{
	Lexc	   *lx;
	char	   *classes[MAX_CLASSES];
	uint32_t	nclasses;
	NewsOfficeTitle *titles;
	uint32_t	ntitles;
	uint32_t	titles_room;
} Offices;

/* The key of a title, as the engine makes it from a text's tokens. */
static uint64_t
title_key(Lexc *lx, const LexcRow *row, const char *title)
{
	uint32_t	ids[MAX_WORDS];
	int			n = lexc_phrase(lx, row, title, ids, MAX_WORDS);
	uint64_t	key = 0;

	for (int i = 0; i < n; i++)
	{
		const char *word = lexc_word_str(lx, ids[i]);

		if (strcmp(word, "-") != 0)
			key = news_office_step(key, news_hash(word, strlen(word)));
	}
	return key;
}

static void
add_office(Offices *o, const LexcRow *row)
{
	if (row->nfields != 2)
		lexc_error(row, "not two fields: office, titles");
	if (o->nclasses == MAX_CLASSES)
		lexc_error(row, "more than %d offices", MAX_CLASSES);
	o->classes[o->nclasses] = row->field[0];
	for (char *s = strtok(row->field[1], "|"); s; s = strtok(NULL, "|"))
	{
		uint64_t	key = title_key(o->lx, row, s);

		for (uint32_t i = 0; i < o->ntitles; i++)
			if (o->titles[i].key == key && o->titles[i].office != o->nclasses)
				lexc_error(row, "\"%s\" is the title of two offices", s);
		o->titles = news_grow(&o->lx->arena, o->titles, o->ntitles, &o->titles_room, sizeof(NewsOfficeTitle));
		o->titles[o->ntitles++] = (NewsOfficeTitle) {key, o->nclasses};
	}
	o->nclasses++;
}

static int
compare_titles(const void *pa, const void *pb)
{
	const NewsOfficeTitle *a = pa;
	const NewsOfficeTitle *b = pb;

	return (a->key > b->key) - (a->key < b->key);
}

void
lexc_offices(Lexc *lx)
{
	Offices		o = {.lx = lx};
	LexcReader *reader = lexc_open_table(lx, "office_titles.tsv");
	LexcRow		row;
	FILE	   *out;

	while (lexc_read(reader, &row))
		add_office(&o, &row);
	qsort(o.titles, o.ntitles, sizeof(NewsOfficeTitle), compare_titles);
	out = lexc_create(lx, "offices_data.c", "names/office.h");
	fprintf(out, "\nstatic const char *const names[%u] = {", o.nclasses);
	for (uint32_t i = 0; i < o.nclasses; i++)
		fprintf(out, "%s\"%s\"", i ? ", " : "", o.classes[i]);
	fprintf(out, "};\n\nstatic const NewsOfficeTitle titles[%u] = {", o.ntitles);
	for (uint32_t i = 0; i < o.ntitles; i++)
		fprintf(out, "%s{UINT64_C(%llu), %u}", i ? ",\n\t" : "\n\t", (unsigned long long) o.titles[i].key, o.titles[i].office);
	fprintf(out, "\n};\n\nconst NewsOffices news_offices = {names, %u, titles, %u};\n", o.nclasses, o.ntitles);
	lexc_close(out);
}
