/*
 * newsvector_stat.c
 *	  What a stored form has, counted: rows for aggregates over many articles.
 *
 * The text is not read again.
 */
#include "values.h"

PG_FUNCTION_INFO_V1(news_names);
PG_FUNCTION_INFO_V1(news_pairs);
PG_FUNCTION_INFO_V1(news_days);

/* A sentence with more names than these is a list: of the rest no pairs are made, which would be quadratic. */
#define SENTENCE_NAMES	32

static void
begin(FunctionCallInfo fcinfo, NewsSession *session, NewsRows *rows, NewsVector *v)
{
	news_session_open(session);
	news_vector_read(&session->arena, PG_GETARG_VARLENA_PP(0), v);
	news_rows_begin(rows, fcinfo, NULL);
}

/* ---- Names ---- */

static uint32
heaviest(const NewsVector *v, const NewsVectorMentions *mentions)
{
	uint32		most = NEWS_WEIGHT_D;

	for (uint32 i = 0; v->nzones && i < mentions->n; i++)
		most = Max(most, news_vector_weight(v, mentions->items[i].pos));
	return most;
}

/* One row for each name that is mentioned: how often, where first, and its heaviest weight. */
Datum
news_names(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;

	begin(fcinfo, &session, &rows, &v);
	for (uint32 i = 0; i < v.nentities; i++)
	{
		const NewsVectorEntity *e = &v.entities[i];

		if (e->mentions.n == 0)
			continue;
		news_rows_str(&rows, news_kind_str(e->kind, e->kind_name));
		news_rows_str(&rows, e->name);
		news_rows_str(&rows, e->code);
		news_rows_int(&rows, (int32) e->mentions.n);
		news_rows_int(&rows, (int32) e->mentions.items[0].pos);
		news_rows_int(&rows, (int32) e->mentions.items[0].sentence);
		news_rows_datum(&rows, CharGetDatum(NEWS_WEIGHT_LETTERS[heaviest(&v, &e->mentions)]), true);
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}

/* ---- Pairs ---- */

/* A name in a sentence; two names that share sentences. */
typedef struct Place
{
	uint32		sentence;
	uint32		entity;
} Place;

typedef struct Pair
{
	uint32		first;
	uint32		second;
} Pair;

static int
compare_numbers(uint32 a, uint32 b)
{
	return (a > b) - (a < b);
}

static int
compare_places(const void *pa, const void *pb)
{
	const Place *a = pa;
	const Place *b = pb;
	int			c = compare_numbers(a->sentence, b->sentence);

	return c ? c : compare_numbers(a->entity, b->entity);
}

static int
compare_pairs(const void *pa, const void *pb)
{
	const Pair *a = pa;
	const Pair *b = pb;
	int			c = compare_numbers(a->first, b->first);

	return c ? c : compare_numbers(a->second, b->second);
}

/* Where each name is, by sentence, once in each; sets *n. */
static Place *
find_places(NewsArena *arena, const NewsVector *v, uint32 *n)
{
	uint32		total = 0;
	uint32		kept = 0;
	Place	   *places;

	for (uint32 i = 0; i < v->nentities; i++)
		total += v->entities[i].mentions.n;
	places = NEWS_NEW(arena, Place, total);
	total = 0;
	for (uint32 i = 0; i < v->nentities; i++)
		for (uint32 m = 0; m < v->entities[i].mentions.n; m++)
			places[total++] = (Place) {v->entities[i].mentions.items[m].sentence, i};
	qsort(places, total, sizeof(Place), compare_places);
	for (uint32 i = 0; i < total; i++)
		if (kept == 0 || compare_places(&places[kept - 1], &places[i]) != 0)
			places[kept++] = places[i];
	*n = kept;
	return places;
}

/* All pairs of all sentences, in order; sets *n. */
static Pair *
find_pairs(NewsArena *arena, const NewsVector *v, uint32 *n)
{
	uint32		nplaces;
	Place	   *places = find_places(arena, v, &nplaces);
	Pair	   *pairs = NULL;
	uint32		room = 0;

	*n = 0;
	for (uint32 i = 0, first = 0; i < nplaces; i++)
	{
		if (places[i].sentence != places[first].sentence)
			first = i;
		if (i - first >= SENTENCE_NAMES)
			continue;
		for (uint32 k = first; k < i; k++)
		{
			pairs = news_grow(arena, pairs, *n, &room, sizeof(Pair));
			pairs[(*n)++] = (Pair) {places[k].entity, places[i].entity};
		}
		news_poll(arena);
	}
	if (*n)
		qsort(pairs, *n, sizeof(Pair), compare_pairs);
	return pairs;
}

static void
put_name(NewsRows *rows, const NewsVectorEntity *e)
{
	news_rows_str(rows, news_kind_str(e->kind, e->kind_name));
	news_rows_str(rows, e->name);
}

/* One row for each two names that stand in one sentence, and in how many. */
Datum
news_pairs(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;
	Pair	   *pairs;
	uint32		n;
	uint32		end;

	begin(fcinfo, &session, &rows, &v);
	pairs = find_pairs(&session.arena, &v, &n);
	for (uint32 i = 0; i < n; i = end)
	{
		end = i + 1;
		while (end < n && compare_pairs(&pairs[i], &pairs[end]) == 0)
			end++;
		put_name(&rows, &v.entities[pairs[i].first]);
		put_name(&rows, &v.entities[pairs[i].second]);
		news_rows_int(&rows, (int32) (end - i));
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}

/* ---- Days ---- */

typedef struct Day
{
	NewsDay		day;
	uint32		dates;			/* mentions of dates */
	uint32		events;
} Day;

static int
compare_days(const void *pa, const void *pb)
{
	NewsDay		a = ((const Day *) pa)->day;
	NewsDay		b = ((const Day *) pb)->day;

	return (a > b) - (a < b);
}

static bool
is_day(NewsDays days)
{
	return days.from != NEWS_NO_DAY && days.to == days.from + 1;
}

/* One row for each day that a date of the text is, or that an event happened on. */
Datum
news_days(PG_FUNCTION_ARGS)
{
	NewsSession session;
	NewsRows	rows;
	NewsVector	v;
	Day		   *days;
	uint32		n = 0;
	Datum		day = (Datum) 0;
	bool		known;

	begin(fcinfo, &session, &rows, &v);
	days = NEWS_NEW(&session.arena, Day, (size_t) v.ndates + v.nevents);
	for (uint32 i = 0; i < v.ndates; i++)
		if (is_day(v.dates[i].during))
			days[n++] = (Day) {v.dates[i].during.from, v.dates[i].mentions.n, 0};
	for (uint32 i = 0; i < v.nevents; i++)
		if (is_day(v.events[i].during))
			days[n++] = (Day) {v.events[i].during.from, 0, 1};
	qsort(days, n, sizeof(Day), compare_days);
	for (uint32 i = 0; i < n; i++)
	{
		if (i + 1 < n && days[i].day == days[i + 1].day)
		{
			days[i + 1].dates += days[i].dates;
			days[i + 1].events += days[i].events;
			continue;
		}
		known = news_date(days[i].day, &day);
		news_rows_datum(&rows, day, known);
		news_rows_int(&rows, (int32) days[i].dates);
		news_rows_int(&rows, (int32) days[i].events);
		news_rows_end_row(&rows);
	}
	news_session_close(&session);
	return (Datum) 0;
}
