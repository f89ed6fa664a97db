/*
 * article.c
 *	  The tables of the article reader.
 *
 * They are keyed by the hashes of article/words.h and take no part in the
 * vocabulary: a page's menus are not worth tokens.
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "article/tables.h"
#include "base/calendar.h"

/* A table while it grows; entries of one word are joined or refused by the caller. */
typedef struct Growing
{
	NewsHashSlot slots[1 << 14];
	uint32_t	n;
} Growing;

#define NSLOTS (1u << 14)

static NewsHashSlot *
slot_of(Growing *table, uint32_t hash)
{
	uint32_t	i = hash & (NSLOTS - 1);

	while (table->slots[i].value && table->slots[i].hash != hash)
		i = (i + 1) & (NSLOTS - 1);
	if (!table->slots[i].value && ++table->n > NSLOTS / 2)
	{
		fprintf(stderr, "lexc: a table of the article reader is too large\n");
		exit(1);
	}
	table->slots[i].hash = hash;
	return &table->slots[i];
}

static void
put_table(Lexc *lx, FILE *out, const char *name, const Growing *table)
{
	uint32_t	size = 64;
	NewsHashSlot *slots;

	while (size < table->n * 2)
		size *= 2;
	slots = NEWS_NEW0(&lx->arena, NewsHashSlot, size);
	for (uint32_t i = 0; i < NSLOTS; i++)
	{
		uint32_t	k = table->slots[i].hash & (size - 1);

		if (!table->slots[i].value)
			continue;
		while (slots[k].value)
			k = (k + 1) & (size - 1);
		slots[k] = table->slots[i];
	}
	fprintf(out, "\nstatic const NewsHashSlot %s_slots[%u] = {", name, size);
	for (uint32_t i = 0; i < size; i++)
		fprintf(out, "%s{%u,%u}", i % 8 ? "," : i ? ",\n" : "\n", slots[i].hash, slots[i].value);
	fprintf(out, "\n};\nconst NewsHashTable %s = {%s_slots, %u};\n", name, name, size - 1);
}

static int
index_of(const LexcRow *row, const char *s, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (names[i] && strcmp(names[i], s) == 0)
			return i;
	lexc_error(row, "\"%s\" is not known here", s);
}

/* Hash of a phrase; its last word's filter entry learns the length. */
static uint32_t
hash_phrase(const LexcRow *row, const char *s, uint8_t *ends)
{
	char		plain[512];
	NewsStr		text;
	uint32_t	pos = 0;
	uint32_t	prefix = 0;
	uint32_t	last = 0;
	int			k = 0;
	NewsRawWord word;

	if (strlen(s) >= sizeof(plain))
		lexc_error(row, "the phrase is too long");
	strcpy(plain, s);
	for (char *p = plain; *p; p++)
		if (*p == '#')
			*p = '1';			/* any number */
	text = news_str(plain);
	while (news_raw_word(text, &pos, &word))
	{
		prefix = news_phrase_prefix(prefix, word.hash);
		last = word.hash;
		k++;
	}
	if (k == 0 || k > NEWS_PHRASE_MAX)
		lexc_error(row, "\"%s\" has %d words, not 1 to %d", s, k, NEWS_PHRASE_MAX);
	ends[last & (NEWS_PHRASE_FILTER - 1)] |= (uint8_t) (1 << (k - 1));
	return news_phrase_hash(0, prefix, k);
}

static void
put_ends(FILE *out, const char *name, const uint8_t *ends)
{
	fprintf(out, "\nconst uint8_t %s[%d] = {", name, NEWS_PHRASE_FILTER);
	for (int i = 0; i < NEWS_PHRASE_FILTER; i++)
		fprintf(out, "%s%u", i % 32 ? "," : i ? ",\n" : "\n", ends[i]);
	fputs("\n};\n", out);
}

static void
put_phrases(Lexc *lx, FILE *out)
{
	static const char *const classes[NEWS_LINE_CLASSES] = {
		[NEWS_LINE_SHARE] = "share",[NEWS_LINE_COMMENTS] = "comments",[NEWS_LINE_RELATED] = "related",
		[NEWS_LINE_AD] = "ad",[NEWS_LINE_CREDIT] = "credit",[NEWS_LINE_MENU] = "menu",
		[NEWS_LINE_LEGAL] = "legal",[NEWS_LINE_NEWSLETTER] = "newsletter",[NEWS_LINE_AUTHOR] = "author",
		[NEWS_LINE_BYLINE] = "byline",[NEWS_LINE_PUBLISHED] = "published",[NEWS_LINE_UPDATED] = "updated",
	};
	static const char *const wheres[] = {"line", "start", "end", "any"};
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	uint8_t    *ends = NEWS_NEW0(&lx->arena, uint8_t, NEWS_PHRASE_FILTER);
	LexcReader *reader = lexc_open_table(lx, "article_phrases.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	class = (uint32_t) index_of(&row, row.field[0], classes, NEWS_LINE_CLASSES);
		uint32_t	where = 1u << index_of(&row, row.field[1], wheres, 4);
		NewsHashSlot *slot = slot_of(table, hash_phrase(&row, row.field[2], ends));

		/* A phrase that is both a whole line and a start has the class of the one named first. */
		slot->value = (slot->value ? slot->value : class) | where * 16;
	}
	put_table(lx, out, "news_article_phrases", table);
	put_ends(out, "news_article_phrase_ends", ends);
}

/* Ors value into the entries of all words of a field. */
static void
add_words(Growing *table, const LexcRow *row, const char *words, uint32_t value)
{
	NewsStr		text = news_str(words);
	uint32_t	pos = 0;
	NewsRawWord word;

	while (news_raw_word(text, &pos, &word))
	{
		NewsHashSlot *slot = slot_of(table, word.hash);

		if (value < 32 && (slot->value & 15) && (slot->value & 15) != value && strcmp(row->field[0], "month") == 0)
			lexc_error(row, "a word names two months");
		slot->value |= value;
	}
}

static void
put_function_words(Lexc *lx, FILE *out)
{
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	LexcReader *reader = lexc_open_table(lx, "article_languages.tsv");
	LexcRow		row;
	int			n = 0;

	fputs("\nconst char *const news_article_languages[] = {", out);
	while (lexc_read(reader, &row))
	{
		if (n == 32)
			lexc_error(&row, "more than 32 languages");
		add_words(table, &row, row.field[1], UINT32_C(1) << n);
		fprintf(out, "%s\"%s\"", n++ ? ", " : "", row.field[0]);
	}
	fprintf(out, "};\nconst int news_article_nlanguages = %d;\n", n);
	put_table(lx, out, "news_article_function_words", table);
}

static void
put_calendar(Lexc *lx, FILE *out)
{
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	LexcReader *reader = lexc_open_table(lx, "article_calendar.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		static const char *const kinds[] = {"month", "weekday"};
		int			weekday = index_of(&row, row.field[0], kinds, 2);
		int			number = atoi(row.field[1]);

		if (number < 1 || number > (weekday ? 7 : 12))
			lexc_error(&row, "no such %s", row.field[0]);
		add_words(table, &row, row.field[2], (uint32_t) (weekday ? number * 16 : number));
	}
	put_table(lx, out, "news_article_calendar", table);
}

static void
put_marks(Lexc *lx, FILE *out)
{
	static const char *const marks[] = {"comments", "aside", "caption", "article", "byline", "date", "updated"};
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	uint8_t    *ends = NEWS_NEW0(&lx->arena, uint8_t, NEWS_PHRASE_FILTER);
	LexcReader *reader = lexc_open_table(lx, "article_marks.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	mark = 1u << index_of(&row, row.field[0], marks, 7);

		slot_of(table, hash_phrase(&row, row.field[1], ends))->value |= mark;
	}
	put_table(lx, out, "news_article_marks", table);
}

static void
put_meta(Lexc *lx, FILE *out)
{
	static const char *const fields[NEWS_META_FIELDS] = {
		NULL, "published", "modified", "author", "title", "url", "language", "section", "site",
	};
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	LexcReader *reader = lexc_open_table(lx, "article_meta.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	field = (uint32_t) index_of(&row, row.field[0], fields, NEWS_META_FIELDS);
		int			trust = atoi(row.field[1]);

		if (trust < 1 || trust > 100)
			lexc_error(&row, "trust is from 1 to 100");
		slot_of(table, news_hash(row.field[2], strlen(row.field[2])))->value = field + (uint32_t) trust * 16;
	}
	put_table(lx, out, "news_article_meta", table);
}

static void
put_cues(Lexc *lx, FILE *out)
{
	static const char *const cues[] = {"now", "former", "acts", "past", "future"};
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	LexcReader *reader = lexc_open_table(lx, "article_cues.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
		add_words(table, &row, row.field[1], 1u << index_of(&row, row.field[0], cues, 5));
	put_table(lx, out, "news_article_cues", table);
}

/* A day as 2016-09-10; INT32_MIN for none. */
static int32_t
day_of_field(const LexcRow *row, const char *s)
{
	int			year,
				month,
				day;

	if (*s == '\0')
		return INT32_MIN;
	if (sscanf(s, "%4d-%2d-%2d", &year, &month, &day) != 3)
		lexc_error(row, "\"%s\" is no day", s);
	return news_day_of(year, month, day);
}

/* The next item of a list divided by semicolons; NULL at the end.  *list moves behind it. */
static const char *
next_item(const char **list, char *item, size_t size)
{
	size_t		n = strcspn(*list, ";");

	if (**list == '\0' || n >= size)
		return NULL;
	memcpy(item, *list, n);
	item[n] = '\0';
	*list += n + ((*list)[n] == ';');
	return item;
}

#define MAX_TERMS 1000

/* Two terms of one office become one, with the time between. */
static void
add_term(NewsOfficeTerm *terms, uint32_t *n, NewsHashSlot *slot, const LexcRow *row)
{
	NewsOfficeTerm term = {day_of_field(row, row->field[2]), day_of_field(row, row->field[3])};

	if (slot->value)
	{
		NewsOfficeTerm *old = &terms[slot->value - 1];

		if (term.from < old->from)
			old->from = term.from;
		if (old->to != INT32_MIN && (term.to == INT32_MIN || term.to > old->to))
			old->to = term.to;
		return;
	}
	if (*n == MAX_TERMS)
		lexc_error(row, "more than %d offices", MAX_TERMS);
	terms[*n] = term;
	slot->value = ++*n;
}

static void
put_offices(Lexc *lx, FILE *out)
{
	Growing    *table = NEWS_NEW0(&lx->arena, Growing, 1);
	uint8_t    *ends = NEWS_NEW0(&lx->arena, uint8_t, NEWS_PHRASE_FILTER);
	NewsOfficeTerm *terms = NEWS_NEW0(&lx->arena, NewsOfficeTerm, MAX_TERMS);
	LexcReader *reader = lexc_open_table(lx, "article_offices.tsv");
	uint32_t	n = 0;
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		const char *names = row.field[0];
		char		name[200];

		while (next_item(&names, name, sizeof(name)))
		{
			const char *titles = row.field[1];
			char		title[200];

			while (next_item(&titles, title, sizeof(title)))
			{
				char		phrase[402];

				snprintf(phrase, sizeof(phrase), "%s %s", title, name);
				add_term(terms, &n, slot_of(table, hash_phrase(&row, phrase, ends)), &row);
			}
		}
	}
	put_table(lx, out, "news_article_offices", table);
	put_ends(out, "news_article_office_ends", ends);
	fputs("\nconst NewsOfficeTerm news_article_office_terms[] = {\n", out);
	for (uint32_t i = 0; i < n; i++)
	{
		fprintf(out, "{%d,", terms[i].from);
		if (terms[i].to == INT32_MIN)
			fputs("INT32_MIN},\n", out);
		else
			fprintf(out, "%d},\n", terms[i].to);
	}
	fputs("};\n", out);
}

void
lexc_article(Lexc *lx)
{
	FILE	   *out = lexc_create(lx, "article_data.c", "article/tables.h");

	put_phrases(lx, out);
	put_function_words(lx, out);
	put_calendar(lx, out);
	put_marks(lx, out);
	put_meta(lx, out);
	put_cues(lx, out);
	put_offices(lx, out);
	lexc_close(out);
}
