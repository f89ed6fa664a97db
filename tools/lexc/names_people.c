/*
 * names_people.c
 *	  The tables of people: names, spellings of first names, offices.
 */
#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "names/sound.h"

/* First names that are one: usual spelling, others. */
void
names_read_variants(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_variants.tsv");
	LexcRow		row;
	uint32_t	group = 0;

	while (lexc_read(reader, &row))
	{
		uint32_t	usual = lexc_pool_add(n->pool, row.field[0]);

		group++;
		for (char *s = row.field[0]; s; s = s == row.field[0] ? strtok(row.field[1], "|") : strtok(NULL, "|"))
		{
			uint32_t	ids[NAMES_MAX_TOKENS];

			if (lexc_phrase(n->lx, &row, s, ids, NAMES_MAX_TOKENS) != 1)
				continue;
			if (n->nvariants == NAMES_MAX_VARIANTS)
				lexc_error(&row, "more than %d spellings", NAMES_MAX_VARIANTS);
			n->variant_words[n->nvariants] = ids[0];
			n->variant_group[n->nvariants] = group;
			n->variant_names[n->nvariants++] = usual;
			n->lx->flags[ids[0]] |= NEWS_W_FIRSTNAME;
		}
	}
}

/* female or male, names */
void
names_read_sexes(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_sexes.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		bool		male = strcmp(row.field[0], "male") == 0;

		if (!male && strcmp(row.field[0], "female") != 0)
			lexc_error(&row, "\"%s\" is neither female nor male", row.field[0]);
		for (char *s = strtok(row.field[1], " "); s; s = strtok(NULL, " "))
		{
			uint32_t	word = lexc_word(n->lx, &row, s, 0);

			n->sexed = news_grow(&n->lx->arena, n->sexed, n->nsexed, &n->sexed_room, sizeof(uint32_t));
			n->sexed[n->nsexed++] = word << 1 | male;
		}
	}
}

/* Has a name the same sound without its first word? */
static bool
same_sound(NewsScript script, const char *words, uint32_t len)
{
	char		whole[NEWS_SOUND_MAX];
	char		rest[NEWS_SOUND_MAX];
	const char *space = memchr(words, ' ', len);
	uint32_t	n = news_sound(script, words, len, whole);

	if (!space)
		return false;
	return n == news_sound(script, space + 1, len - (uint32_t) (space + 1 - words), rest) && memcmp(whole, rest, n) == 0;
}

/* The sound of a name of several words, unless the person has it already; usual: the usual spelling of its first name, "" for none. */
static void
add_sound(Names *n, const char *name, const char *usual, uint32_t ent)
{
	const char *code = lexc_pool_bytes(n->pool) + n->ents[ent].code;
	NewsScript	script = news_script_of(news_str(code));
	NewsTokens	tokens;
	char		words[512];
	char		sound[NEWS_SOUND_MAX + 1];
	uint32_t	len;
	NewsNameSound item = {.person = ent};

	news_tokenize(&n->lx->arena, &n->lx->vocab, name, (uint32_t) strlen(name), &tokens);
	len = news_sound_words(&tokens, 0, tokens.n, news_str(usual), words, sizeof(words));
	/* Mullah Mohammed Omar: a form of address that counts, as many are called the rest */
	if (tokens.n > 1 && same_sound(script, words, len))
		return;
	len = news_sound(script, words, len, sound);
	sound[len] = '\0';
	item.key = news_sound_key(script, sound, len);
	item.sound = lexc_pool_add(n->pool, sound);
	for (uint32_t i = 0; i < n->nsounds; i++)
		if (n->sounds[i].sound == item.sound && n->sounds[i].person == ent)
			return;
	n->sounds = news_grow(&n->lx->arena, n->sounds, n->nsounds, &n->sounds_room, sizeof(NewsNameSound));
	n->sounds[n->nsounds++] = item;
}

/* A person's name, with the other spellings of the first name. */
static void
add_person_spelling(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	size_t		len = strcspn(name, " ");
	uint32_t	ids[NAMES_MAX_TOKENS];
	uint32_t	group = 0;
	const char *usual = "";

	names_add_spelling(n, row, name, ent, 0);
	names_add_forms(n, row, name, ent);
	if (!name[len] || *name == '=')
		return;
	if (lexc_phrase(n->lx, row, news_strndup(&n->lx->arena, name, len), ids, NAMES_MAX_TOKENS) == 1)
		for (uint32_t i = 0; i < n->nvariants; i++)
			if (n->variant_words[i] == ids[0])
			{
				group = n->variant_group[i];
				usual = lexc_pool_bytes(n->pool) + n->variant_names[i];
			}
	add_sound(n, name, usual, ent);
	for (uint32_t i = 0; group && i < n->nvariants; i++)
		if (n->variant_group[i] == group && n->variant_words[i] != ids[0])
		{
			char		other[512];
			const char *first = lexc_word_str(n->lx, n->variant_words[i]);

			snprintf(other, sizeof(other), "%s%s", first, name + len);
			if (other[0] >= 'a' && other[0] <= 'z')
				other[0] = (char) (other[0] - 'a' + 'A');
			names_add_spelling(n, row, other, ent, 0);
		}
}

/* Where the family name lies in the name: start << 8 | length, or 0. */
static uint16_t
family_span(const char *name, const char *family)
{
	size_t		len = strlen(name);
	const char *found = NULL;
	size_t		flen = strlen(family);

	if (flen == 0)
	{
		const char *end = strstr(name, " Jr.");
		const char *start = end ? end : name + len;

		end = start;
		while (start > name && start[-1] != ' ')
			start--;
		return (uint16_t) ((start - name) << 8 | (end - start));
	}
	for (const char *p = name; (p = strstr(p, family)) != NULL; p++)
		if ((p == name || p[-1] == ' ') && (p[flen] == '\0' || p[flen] == ' '))
			found = p;
	return found ? (uint16_t) ((size_t) (found - name) << 8 | flen) : 0;
}

/* name, code, family, spellings */
void
names_read_people(Names *n, const char *table)
{
	LexcReader *reader = lexc_open_table(n->lx, table);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent = names_entity(n, NEWS_PERSON, row.field[0], row.field[1]);
		const char *family = row.field[2];
		bool		alone = *family != '?' && *family != '-';
		uint16_t	span = *family == '-' ? 0 : family_span(row.field[0], names_unmarked(family));
		char	   *list = row.field[3];

		n->ents[ent].family = span;
		add_person_spelling(n, &row, row.field[0], ent);
		for (char *s = strtok(list, "|"); s; s = strtok(NULL, "|"))
			add_person_spelling(n, &row, s, ent);
		if (alone && !span)
			lexc_error(&row, "\"%s\" is no part of \"%s\"", family, row.field[0]);
		if (alone)
		{
			char	   *s = news_strndup(&n->lx->arena, row.field[0] + (span >> 8), span & 0xFF);
			size_t		len = names_article_length(s);

			names_add_spelling(n, &row, s, ent, NEWS_READING_FAMILY);
			if (len)
				names_add_spelling(n, &row, s + len, ent, NEWS_READING_FAMILY);
		}
	}
}

/* ---- Offices ---- */

/* A day, month or year as a day: its first, or with end the one behind its last. */
static int32_t
day_of(const LexcRow *row, const char *field, bool end)
{
	int			year;
	int			month = 1;
	int			day = 1;
	char		rest;
	int			n = sscanf(field, "%4d-%2d-%2d%c", &year, &month, &day, &rest);

	if (n < 1 || n > 3 || month < 1 || month > 12 || day < 1 || day > 31)
		lexc_error(row, "\"%s\" is no day, month or year", field);
	if (end && n == 1)
		year++;
	if (end && n == 2)
		month++;
	return month > 12 ? news_day_of(year + 1, 1, day) : news_day_of(year, month, day);
}

/* office, code, name, from, to */
void
names_read_offices(Names *n, const char *table)
{
	LexcReader *reader = lexc_open_table(n->lx, table);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		int64_t		person;
		NewsOffice	office;

		if (row.nfields < 4 || row.nfields > 5 || !*row.field[2])
			lexc_error(&row, "not office, code, name, from, to");
		person = names_meant(n, &row, row.field[2], NEWS_PERSON);
		if (person < 0)
		{
			person = names_entity(n, NEWS_PERSON, row.field[2], row.field[1]);
			n->ents[person].family = family_span(row.field[2], "");
			add_person_spelling(n, &row, row.field[2], (uint32_t) person);
		}
		office = (NewsOffice) {
			.person = (uint32_t) person, .office = lexc_pool_add(n->pool, row.field[0]),
			.code = lexc_pool_add(n->pool, row.field[1]), .source = names_source(n, &row),
			.from = *row.field[3] ? day_of(&row, row.field[3], false) : INT32_MIN,
			.to = *row.field[4] ? day_of(&row, row.field[4], true) : INT32_MAX
		};
		if (office.from >= office.to)
			lexc_error(&row, "the office ends before it begins");
		n->offices = news_grow(&n->lx->arena, n->offices, n->noffices, &n->offices_room, sizeof(NewsOffice));
		n->offices[n->noffices++] = office;
	}
}
