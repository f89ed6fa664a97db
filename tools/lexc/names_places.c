/*
 * names_places.c
 *	  The table of where places are.
 */
#include "names.h"

#include <stdlib.h>
#include <string.h>

static const char *const place_kind_names[] = {"country", "capital", "region", "city", "district", NULL};

static NewsPlaceKind
place_kind(const LexcRow *row)
{
	for (int i = 0; place_kind_names[i]; i++)
		if (strcmp(place_kind_names[i], row->field[0]) == 0)
			return (NewsPlaceKind) i;
	lexc_error(row, "unknown kind of place \"%s\"", row->field[0]);
}

/* Degrees of a field that is a number within limit degrees or empty. */
static int32_t
degrees(const LexcRow *row, const char *field, double limit)
{
	char	   *end;
	double		value = strtod(field, &end);

	if (!*field)
		return NEWS_NO_DEGREES;
	if (*end || value < -limit || value > limit)
		lexc_error(row, "\"%s\" is no number of degrees", field);
	return (int32_t) (value * 100000 + (value < 0 ? -0.5 : 0.5));
}

/* kind, name, code, region, latitude, longitude, population, known as, spellings */
void
names_read_places(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_cities.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		const char *name = names_unmarked(row.field[1]);
		int64_t		meant;
		uint32_t	ent;

		if (row.nfields < 7 || row.nfields > 9 || !*name)
			lexc_error(&row, "not kind, name, code, region, latitude, longitude, population, known as, spellings");
		meant = names_meant(n, &row, name, NEWS_PLACE);
		ent = meant >= 0 ? (uint32_t) meant : names_entity(n, NEWS_PLACE, name, row.field[2]);
		n->places = news_grow(&n->lx->arena, n->places, n->nplaces, &n->places_room, sizeof(NewsPlace));
		n->places[n->nplaces++] = (NewsPlace) {
			.entity = ent, .code = lexc_pool_add(n->pool, row.field[2]), .region = lexc_pool_add(n->pool, row.field[3]),
			.known_as = lexc_pool_add(n->pool, row.field[7]), .latitude = degrees(&row, row.field[4], 90),
			.longitude = degrees(&row, row.field[5], 180), .population = (uint32_t) strtoul(row.field[6], NULL, 10),
			.kind = (uint8_t) place_kind(&row)
		};
		if (n->places[n->nplaces - 1].kind == NEWS_PLACE_COUNTRY)
			continue;
		names_add_spellings(n, &row, row.field[1], ent, 0);
		names_add_spellings(n, &row, row.field[8], ent, 0);
	}
}
