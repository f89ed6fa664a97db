/*
 * occasions.c
 *	  Occasions whose days are known, in order of their names.
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"

static int32_t
read_day(const LexcRow *row, const char *s)
{
	int			y,
				m,
				d;

	if (sscanf(s, "%d-%d-%d", &y, &m, &d) != 3 || m < 1 || m > 12 || d < 1 || d > news_month_days(y, m))
		lexc_error(row, "\"%s\" is no day", s);
	return news_day_of(y, m, d);
}

static void
put_string(FILE *out, const char *s)
{
	fputc('"', out);
	for (; *s; s++)
		fprintf(out, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
	fputc('"', out);
}

void
lexc_occasions(Lexc *lx)
{
	LexcReader *reader = lexc_open_table(lx, "occasions.tsv");
	FILE	   *out = lexc_create(lx, "occasions_data.c", "timeline/occasions.h");
	LexcRow		row;
	const char *last = "";
	unsigned	n = 0;

	fputs("\nconst NewsOccasion news_occasions[] = {", out);
	for (; lexc_read(reader, &row); n++)
	{
		int32_t		from = read_day(&row, row.field[1]);
		int32_t		to = read_day(&row, row.field[2]);

		if (row.nfields != 4 || to < from)
			lexc_error(&row, "an occasion has a name, a first day, a last day and a place");
		if (strcmp(last, row.field[0]) > 0)
			lexc_error(&row, "the table is not in the order of names");
		last = row.field[0];
		fputs("\n\t{", out);
		put_string(out, row.field[0]);
		fputs(", ", out);
		put_string(out, row.field[3]);
		fprintf(out, ", %d, %d},", from, to);
	}
	fprintf(out, "\n};\n\nconst uint32_t news_noccasions = %u;\n", n);
	lexc_close(out);
}
