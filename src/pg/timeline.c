/*
 * timeline.c
 *	  news_timeline: days, and what happened on them.
 */
#include "timeline.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/json.h"

PG_FUNCTION_INFO_V1(news_timeline);

/* ---- Evidence ---- */

static void
put_json_str(StringInfo out, const char *key, NewsStr s)
{
	if (s.s == NULL)
		return;
	appendStringInfo(out, ",\"%s\":", key);
	escape_json(out, news_cstring_to_server(s));
}

static void
put_json_place(StringInfo out, const NewsTimelineArticle *article, uint32 pos, uint32 len, uint32 sentence)
{
	appendStringInfo(out, "{\"article\":" INT64_FORMAT, article->id);
	if (article->origin != article->id)
		appendStringInfo(out, ",\"copy_of\":" INT64_FORMAT, article->origin);
	appendStringInfo(out, ",\"pos\":%u,\"len\":%u,\"sentence\":%u", pos, len, sentence);
}

static void
put_json_days(StringInfo out, NewsDays days)
{
	char		iso[NEWS_DAY_SIZE];

	if (days.from == NEWS_NO_DAY)
		return;
	appendStringInfo(out, ",\"during\":\"[%.*s,", (int) news_day_print(days.from, iso), iso);
	appendStringInfo(out, "%.*s)\"", (int) news_day_print(days.to, iso), iso);
}

static void
put_json_report(StringInfo out, const NewsTimeline *t, const NewsReport *r)
{
	const NewsReportParty *actor = &r->parties[r->swapped];
	const NewsReportParty *recipient = &r->parties[!r->swapped];

	put_json_place(out, &t->articles[r->article], r->pos, r->len, r->sentence);
	put_json_str(out, "actor", news_pool_get(&t->pool, actor->name));
	put_json_str(out, "recipient", news_pool_get(&t->pool, recipient->name));
	put_json_str(out, "status", news_str(news_status_names[r->status]));
	put_json_str(out, "source", news_pool_get(&t->pool, r->source));
	put_json_str(out, "basis", news_str(news_basis_names[r->basis]));
	put_json_days(out, r->during);
	if (t->articles[r->article].estimated)
		appendStringInfoString(out, ",\"estimated\":true");
	appendStringInfo(out, ",\"score\":%u.%02u}", r->score / 100u, r->score % 100u);
}

/* The reports of an event, or the sentence of a day without one, as jsonb. */
static Datum
evidence(const NewsTimeline *t, const NewsHappening *h)
{
	StringInfoData out;
	Datum		result;

	initStringInfo(&out);
	appendStringInfoChar(&out, '[');
	for (uint32 r = h->first; r != NEWS_NO_REPORT; r = t->reports[r].next)
	{
		if (out.len > 1)
			appendStringInfoChar(&out, ',');
		put_json_report(&out, t, &t->reports[r]);
	}
	if (h->best == NEWS_NO_REPORT)
	{
		const NewsDatedSentence *s = &t->sentences[h->sentence];

		put_json_place(&out, &t->articles[s->article], s->pos, s->len, s->sentence);
		appendStringInfoChar(&out, '}');
	}
	appendStringInfoChar(&out, ']');
	result = DirectFunctionCall1(jsonb_in, CStringGetDatum(out.data));
	pfree(out.data);
	return result;
}

/* ---- Rows ---- */

static void
put_party(NewsRows *rows, const NewsTimeline *t, const NewsReportParty *party)
{
	news_rows_str(rows, news_pool_get(&t->pool, party->name));
	news_rows_str(rows, news_pool_get(&t->pool, party->kind));
	news_rows_str(rows, news_pool_get(&t->pool, party->code));
}

/* Type to source: what the report says that tells it best. */
static void
put_event(NewsRows *rows, const NewsTimeline *t, const NewsHappening *h)
{
	static const NewsReport nothing = {0};
	const NewsReport *r = h->best == NEWS_NO_REPORT ? &nothing : &t->reports[h->best];

	news_rows_str(rows, news_pool_get(&t->pool, r->type));
	put_party(rows, t, &r->parties[r->swapped]);
	put_party(rows, t, &r->parties[!r->swapped]);
	news_rows_str(rows, news_pool_get(&t->pool, r->place));
	news_rows_cstr(rows, h->best == NEWS_NO_REPORT ? NULL : news_status_names[h->status]);
	news_rows_str(rows, news_pool_get(&t->pool, r->source));
}

static void
put_published(NewsRows *rows, const NewsTimeline *t, uint32 article)
{
	Datum		value = (Datum) 0;
	bool		known = false;

	if (article != UINT32_MAX)
		known = news_published_to_timestamp((NewsPublished) {true, t->articles[article].day, t->articles[article].second}, &value);
	news_rows_datum(rows, value, known);
}

static void
put_row(NewsRows *rows, const NewsTimelineRead *read, uint32 i)
{
	const NewsTimeline *t = &read->timeline;
	const NewsHappening *h = &t->happenings[i];
	Datum		day = (Datum) 0;
	bool		known = news_date(h->day, &day);

	news_rows_datum(rows, day, known);
	news_rows_days(rows, h->during);
	news_rows_cstr(rows, h->best == NEWS_NO_REPORT ? NULL : news_basis_names[h->basis]);
	put_event(rows, t, h);
	news_rows_str(rows, read->sentences[i]);
	news_rows_int(rows, (int32) h->articles);
	news_rows_int(rows, (int32) h->independent);
	news_rows_int(rows, (int32) h->otherwise);
	put_published(rows, t, h->first_article);
	put_published(rows, t, h->last_article);
	news_rows_datum(rows, evidence(t, h), true);
	news_rows_end_row(rows);
}

Datum
news_timeline(PG_FUNCTION_ARGS)
{
	NewsTimelineRead read;
	NewsRows	rows;
	MemoryContext old;
	MemoryContext row;

	news_rows_begin(&rows, fcinfo, NULL);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	news_timeline_read(&read, fcinfo);
	old = CurrentMemoryContext;
	row = AllocSetContextCreate(old, "news timeline row", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(row);
	for (uint32 i = 0; i < read.timeline.nhappenings; i++)
	{
		put_row(&rows, &read, i);
		MemoryContextReset(row);
	}
	MemoryContextSwitchTo(old);
	SPI_finish();
	return (Datum) 0;
}
