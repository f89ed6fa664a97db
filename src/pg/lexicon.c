/*
 * lexicon.c
 *	  The lexicon as rows: news_place, news_lexicon.
 */
#include "news_pg.h"

#include "utils/builtins.h"

#include "names/browse.h"
#include "names/place.h"

PG_FUNCTION_INFO_V1(news_place);
PG_FUNCTION_INFO_V1(news_lexicon_facts);

/* More places than any name has. */
#define MAX_PLACES 1000

/* Argument n as UTF-8; s NULL when it is NULL. */
static NewsStr
text_arg(FunctionCallInfo fcinfo, int n)
{
	text	   *value;
	NewsText	utf8;

	if (PG_ARGISNULL(n))
		return NEWS_NO_STR;
	value = PG_GETARG_TEXT_PP(n);
	news_text_from_server(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &utf8);
	return (NewsStr) {utf8.s, utf8.len};
}

static void
put_place(NewsRows *rows, NewsArena *arena, const NewsPlace *place)
{
	const char *pool = news_lexicon.pool;
	NewsStr		region = news_str(pool + place->region);
	bool		known = place->latitude != NEWS_NO_DEGREES;

	news_rows_str(rows, news_place_name(arena, place));
	news_rows_str(rows, pool[place->code] ? news_str(pool + place->code) : NEWS_NO_STR);
	news_rows_cstr(rows, news_place_kind_names[place->kind]);
	news_rows_str(rows, region.len && place->kind != NEWS_PLACE_REGION ? region : NEWS_NO_STR);
	news_rows_datum(rows, Float8GetDatum(place->latitude / 100000.0), known);
	news_rows_datum(rows, Float8GetDatum(place->longitude / 100000.0), known);
	news_rows_datum(rows, Int64GetDatum((int64) place->population), place->population > 0);
	news_rows_end_row(rows);
}

/* name, country, max_rows */
Datum
news_place(PG_FUNCTION_ARGS)
{
	NewsRows	rows;
	NewsSession session;
	NewsStr		name = text_arg(fcinfo, 0);
	NewsStr		country = text_arg(fcinfo, 1);
	int32		max_rows = PG_ARGISNULL(2) ? MAX_PLACES : PG_GETARG_INT32(2);
	const NewsPlace **places;
	uint32		n;

	news_rows_begin(&rows, fcinfo, NULL);
	if (max_rows < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_rows must not be negative"),
				 errhint("NULL gives all places of the name.")));
	if (!name.s)
		return (Datum) 0;
	news_session_open(&session);
	places = NEWS_NEW(&session.arena, const NewsPlace *, MAX_PLACES);
	n = news_place_find(&session.arena, name, country, places, (uint32) Min(max_rows, MAX_PLACES));
	for (uint32 i = 0; i < n; i++)
		put_place(&rows, &session.arena, places[i]);
	news_session_close(&session);
	return (Datum) 0;
}

/* When a spelling counts. */
static const char *
use_of(uint32 flags)
{
	if (flags & NEWS_READING_FAMILY)
		return "family name";
	if (flags & NEWS_READING_WEAK)
		return "by context";
	return flags & NEWS_READING_EXACT ? "in capitals" : "always";
}

static void
put_fact(NewsRows *rows, const NewsFact *fact)
{
	const char *pool = news_lexicon.pool;
	const NewsOffice *office = fact->office;
	Datum		during = (Datum) 0;

	news_rows_cstr(rows, news_kind_names[news_lexicon.ent_kind[fact->entity]]);
	news_rows_str(rows, news_lexicon_name(fact->entity));
	news_rows_str(rows, office ? news_str(pool + office->code) : news_lexicon_code(fact->entity));
	news_rows_str(rows, fact->spelling);
	news_rows_cstr(rows, office ? NULL : use_of(fact->flags));
	news_rows_cstr(rows, office ? pool + office->office : NULL);
	if (office)
		during = news_open_daterange(office->from, office->to);
	news_rows_datum(rows, during, office != NULL);
	news_rows_str(rows, fact->source.len ? fact->source : NEWS_NO_STR);
	news_rows_end_row(rows);
}

/* pattern */
Datum
news_lexicon_facts(PG_FUNCTION_ARGS)
{
	NewsRows	rows;
	NewsSession session;
	NewsFacts	facts;
	NewsStr		pattern = text_arg(fcinfo, 0);

	news_rows_begin(&rows, fcinfo, NULL);
	news_session_open(&session);
	news_browse_lexicon(&session.arena, pattern, &facts);
	for (uint32 i = 0; i < facts.n; i++)
		put_fact(&rows, &facts.items[i]);
	news_session_close(&session);
	return (Datum) 0;
}
