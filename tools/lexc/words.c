/*
 * words.c
 *	  words.tsv: what a common word is, for every room.
 */
#include "lexc.h"

#include <string.h>

static const struct
{
	const char *name;
	uint32_t	flag;
}			flag_names[] = {
	{"function", NEWS_W_FUNCTION},
	{"title.", NEWS_W_ABBR_TITLE},
	{"abbr.", NEWS_W_ABBR},
	{"number.", NEWS_W_ABBR_NUM},
	{"speech", NEWS_W_SPEECH},
	{"auxiliary", NEWS_W_AUXILIARY},
	{"negation", NEWS_W_NEGATION},
	{"pronoun", NEWS_W_PRONOUN},
	{"month", NEWS_W_MONTH},
	{"weekday", NEWS_W_WEEKDAY},
};

static uint32_t
flag_of(const LexcRow *row, const char *name)
{
	for (size_t i = 0; i < sizeof(flag_names) / sizeof(*flag_names); i++)
		if (strcmp(flag_names[i].name, name) == 0)
			return flag_names[i].flag;
	lexc_error(row, "unknown class \"%s\"", name);
}

/* A line is: classes divided by spaces, then words divided by spaces. */
void
lexc_words(Lexc *lx)
{
	LexcReader *reader = lexc_open_table(lx, "words.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	flags = 0;

		if (row.nfields != 2)
			lexc_error(&row, "not two fields: classes, words");
		for (char *s = strtok(row.field[0], " "); s; s = strtok(NULL, " "))
			flags |= flag_of(&row, s);
		for (char *s = strtok(row.field[1], " "); s; s = strtok(NULL, " "))
			lexc_word(lx, &row, s, flags);
	}
}
