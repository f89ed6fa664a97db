/*
 * offices.c
 *	  The tables of offices and of those who held them.
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
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
	NewsOfficeHolder *holders;
	uint32_t	nholders;
	uint32_t	holders_room;
} Offices;

static uint32_t
class_of(const Offices *o, const LexcRow *row, const char *name)
{
	for (uint32_t i = 0; i < o->nclasses; i++)
		if (strcmp(o->classes[i], name) == 0)
			return i;
	lexc_error(row, "unknown office \"%s\"", name);
}

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
add_class(Offices *o, const LexcRow *row)
{
	if (row->nfields != 3)
		lexc_error(row, "not three fields: class, name, titles");
	if (o->nclasses == MAX_CLASSES)
		lexc_error(row, "more than %d offices", MAX_CLASSES);
	o->classes[o->nclasses] = row->field[1];
	for (char *s = strtok(row->field[2], "|"); s; s = strtok(NULL, "|"))
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

static NewsDay
read_day(const LexcRow *row, const char *s)
{
	int			year,
				month,
				day;

	if (strlen(s) != 10 || sscanf(s, "%4d-%2d-%2d", &year, &month, &day) != 3)
		lexc_error(row, "\"%s\" is no ISO date", s);
	return news_day_of(year, month, day);
}

static void
add_holder(Offices *o, const LexcRow *row)
{
	NewsOfficeHolder h = {.office = class_of(o, row, row->field[1]), .to = INT32_MAX, .name = row->field[3]};

	if (row->nfields < 5 || row->nfields > 6)
		lexc_error(row, "not five or six fields: office, title, code, name, from, to");
	if (strlen(row->field[2]) == 0 || strlen(row->field[2]) > sizeof(h.code))
		lexc_error(row, "no code of 1 to 8 characters");
	memcpy(h.code, row->field[2], strlen(row->field[2]));
	h.from = read_day(row, row->field[4]);
	if (row->nfields > 5 && row->field[5][0])
		h.to = read_day(row, row->field[5]);
	if (h.to <= h.from)
		lexc_error(row, "it ends before it begins");
	for (uint32_t i = 0; i < o->nholders; i++)
	{
		const NewsOfficeHolder *other = &o->holders[i];

		if (other->office == h.office && memcmp(other->code, h.code, sizeof(h.code)) == 0 && other->from < h.to && h.from < other->to)
			lexc_error(row, "%s and %s hold one office at a time", h.name, other->name);
	}
	o->holders = news_grow(&o->lx->arena, o->holders, o->nholders, &o->holders_room, sizeof(NewsOfficeHolder));
	o->holders[o->nholders++] = h;
}

static void
read_table(Offices *o, const char *name)
{
	LexcReader *reader = lexc_open_table(o->lx, name);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		if (strcmp(row.field[0], "class") == 0)
			add_class(o, &row);
		else if (strcmp(row.field[0], "office") == 0)
			add_holder(o, &row);
		else
			lexc_error(&row, "neither \"class\" nor \"office\"");
	}
}

static int
compare_titles(const void *pa, const void *pb)
{
	const NewsOfficeTitle *a = pa;
	const NewsOfficeTitle *b = pb;

	return (a->key > b->key) - (a->key < b->key);
}

static int
compare_holders(const void *pa, const void *pb)
{
	const NewsOfficeHolder *a = pa;
	const NewsOfficeHolder *b = pb;
	int			order = (a->office > b->office) - (a->office < b->office);

	if (order == 0)
		order = memcmp(a->code, b->code, sizeof(a->code));
	return order ? order : (a->from > b->from) - (a->from < b->from);
}

void
lexc_offices(Lexc *lx)
{
	Offices		o = {.lx = lx};
	FILE	   *out;

	read_table(&o, "offices.tsv");
	read_table(&o, "offices_factbook.tsv");
	qsort(o.titles, o.ntitles, sizeof(NewsOfficeTitle), compare_titles);
	qsort(o.holders, o.nholders, sizeof(NewsOfficeHolder), compare_holders);
	out = lexc_create(lx, "offices_data.c", "names/office.h");
	fprintf(out, "\nstatic const NewsOfficeTitle titles[%u] = {", o.ntitles);
	for (uint32_t i = 0; i < o.ntitles; i++)
		fprintf(out, "%s{UINT64_C(%llu), %u}", i ? ",\n\t" : "\n\t", (unsigned long long) o.titles[i].key, o.titles[i].office);
	fprintf(out, "\n};\n\nstatic const NewsOfficeHolder holders[%u] = {", o.nholders);
	for (uint32_t i = 0; i < o.nholders; i++)
		fprintf(out, "%s{%u, \"%.8s\", %d, %d, \"%s\"}", i ? ",\n\t" : "\n\t", o.holders[i].office, o.holders[i].code,
				o.holders[i].from, o.holders[i].to, o.holders[i].name);
	fprintf(out, "\n};\n\nconst NewsOffices news_offices = {titles, %u, holders, %u};\n", o.ntitles, o.nholders);
	lexc_close(out);
}
