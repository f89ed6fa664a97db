/*
 * newsvector_rows.c
 *	  The rows of news_entities, news_dates and news_events from the stored form:
 *	  the same, in the same order, without the text of the mentions.
 */
#include "values.h"

PG_FUNCTION_INFO_V1(news_entities_of_newsvector);
PG_FUNCTION_INFO_V1(news_dates_of_newsvector);
PG_FUNCTION_INFO_V1(news_events_of_newsvector);

/* One mention and what it is of. */
typedef struct Place
{
	uint32		end;			/* the order of rows: of two that end together the shorter comes first */
	uint32		thing;			/* number of the entity or date */
	const NewsVectorMention *mention;
} Place;

static int
compare_place(const void *pa, const void *pb)
{
	const Place *a = pa;
	const Place *b = pb;

	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	if (a->mention->len != b->mention->len)
		return a->mention->len < b->mention->len ? -1 : 1;
	return (a->thing > b->thing) - (a->thing < b->thing);
}

static uint32
add_places(Place *places, uint32 n, uint32 thing, const NewsVectorMentions *mentions)
{
	for (uint32 i = 0; i < mentions->n; i++)
		places[n++] = (Place) {mentions->items[i].pos + mentions->items[i].len, thing, &mentions->items[i]};
	return n;
}

static void
put_place(NewsRows *rows, const NewsVectorMention *m)
{
	news_rows_int(rows, (int32) m->pos);
	news_rows_int(rows, (int32) m->len);
	news_rows_int(rows, (int32) m->sentence);
}

static void
begin(FunctionCallInfo fcinfo, NewsSession *session, NewsRows *rows, NewsVector *v)
{
	news_session_open(session);
	news_vector_read(&session->arena, PG_GETARG_VARLENA_PP(0), v);
	news_rows_begin(rows, fcinfo, NULL);
}

Datum
news_entities_of_newsvector(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;
	Place	   *places;
	uint32		n = 0;

	begin(fcinfo, &session, &rows, &v);
	for (uint32 i = 0; i < v.nentities; i++)
		n += v.entities[i].mentions.n;
	places = NEWS_NEW(&session.arena, Place, n);
	n = 0;
	for (uint32 i = 0; i < v.nentities; i++)
		n = add_places(places, n, i, &v.entities[i].mentions);
	qsort(places, n, sizeof(Place), compare_place);
	for (uint32 i = 0; i < n; i++)
	{
		const NewsVectorEntity *e = &v.entities[places[i].thing];

		news_rows_str(&rows, news_kind_str(e->kind, e->kind_name));
		news_rows_str(&rows, e->name);
		news_rows_str(&rows, e->code);
		put_place(&rows, places[i].mention);
		news_rows_float(&rows, (float4) places[i].mention->score / 100);
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}

Datum
news_dates_of_newsvector(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;
	Place	   *places;
	uint32		n = 0;

	begin(fcinfo, &session, &rows, &v);
	for (uint32 i = 0; i < v.ndates; i++)
		n += v.dates[i].mentions.n;
	places = NEWS_NEW(&session.arena, Place, n);
	n = 0;
	for (uint32 i = 0; i < v.ndates; i++)
		n = add_places(places, n, i, &v.dates[i].mentions);
	qsort(places, n, sizeof(Place), compare_place);
	for (uint32 i = 0; i < n; i++)
	{
		const NewsVectorDate *d = &v.dates[places[i].thing];

		news_rows_cstr(&rows, news_timex_kind_names[d->kind]);
		news_rows_str(&rows, d->value);
		news_rows_days(&rows, d->during);
		news_rows_cstr(&rows, news_basis_names[d->basis]);
		put_place(&rows, places[i].mention);
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}

static void
put_party(NewsRows *rows, const NewsVectorParty *party)
{
	news_rows_str(rows, party->name);
	news_rows_str(rows, news_kind_str(party->kind, party->kind_name));
	news_rows_str(rows, party->code);
}

Datum
news_events_of_newsvector(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;

	begin(fcinfo, &session, &rows, &v);
	for (uint32 i = 0; i < v.nevents; i++)
	{
		const NewsVectorEvent *e = &v.events[i];

		news_rows_str(&rows, e->type);
		put_party(&rows, &e->actor);
		put_party(&rows, &e->recipient);
		news_rows_str(&rows, e->place);
		news_rows_days(&rows, e->during);
		news_rows_cstr(&rows, news_basis_names[e->basis]);
		news_rows_cstr(&rows, news_status_names[e->status]);
		news_rows_str(&rows, e->source);
		put_place(&rows, &e->mention);
		news_rows_float(&rows, (float4) e->mention.score / 100);
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}
