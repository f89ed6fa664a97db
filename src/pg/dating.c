/*
 * dating.c
 *	  news_check_dates: articles whose date disagrees with what others say.
 */
#include "dating.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(news_check_dates);

/* ---- Articles ---- */

static NewsVector *
read_text(NewsSession *session, text *body, const NewsOptions *options)
{
	return body ? news_vector_make(&session->arena, news_annotate_text(session, body, options)) : NULL;
}

void
news_dating_read_row(NewsDating *dating, uint32 n, const NewsArticleRow *row)
{
	if (row->body == NULL)
		return;
	for (int weekday = 0; weekday < 7; weekday++)
	{
		NewsOptions options = {
			.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES,
			.published = {true, news_dating_reference(weekday), 0}
		};
		NewsSession session;

		news_session_open(&session);
		news_dating_read(dating, n, weekday, read_text(&session, row->body, &options), read_text(&session, row->title, &options));
		news_session_close(&session);
	}
}

void
news_dating_add_row(NewsDating *dating, const NewsArticleRow *row, const NewsVector *vector)
{
	news_dating_add(dating, row->id, row->origin, row->published.known ? row->published.day : NEWS_NO_DAY, row->believed.known, vector);
	if (!row->believed.known)
		news_dating_read_row(dating, dating->narticles - 1, row);
}

NewsDatingArticle *
news_dating_find(const NewsDating *dating, int64 id)
{
	uint32		low = 0;
	uint32		high = dating->narticles;

	while (low < high)
	{
		uint32		middle = low + (high - low) / 2;

		if (dating->articles[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < dating->narticles && dating->articles[low].id == id ? &dating->articles[low] : NULL;
}

/* ---- What is checked ---- */

/* Days that a page may be late or early without being wrong. */
#define TOLERANCE	3

/* Below this an estimate accuses nobody. */
#define SURE		0.4

/* Sum of the weights of what is told on one day in both texts that proves a date that is believed wrong. */
#define PROVEN		1.5f

/* Reasons that are told. */
#define REASONS		3

typedef struct Checking
{
	NewsArticles articles;
	NewsSession session;
	NewsDating	dating;
	NewsRows	rows;
} Checking;

static void
add_row(void *arg, const NewsArticleRow *row)
{
	Checking   *c = arg;
	NewsSession session;
	NewsVector	vector;

	news_session_open(&session);
	news_vector_read(&session.arena, row->news, &vector);
	news_dating_add_row(&c->dating, row, &vector);
	news_session_close(&session);
}

static void
read_suspect(void *arg, const NewsArticleRow *row)
{
	Checking   *c = arg;
	NewsDatingArticle *a = news_dating_find(&c->dating, row->id);

	if (a)
		news_dating_read_row(&c->dating, (uint32) (a - c->dating.articles), row);
}

static void
read_suspects(Checking *c)
{
	int64	   *ids = NEWS_NEW(&c->session.arena, int64, c->dating.narticles);
	uint32		n = 0;

	for (uint32 i = 0; i < c->dating.narticles; i++)
		if (c->dating.articles[i].apart)
			ids[n++] = c->dating.articles[i].id;
	news_articles_fetch(&c->articles, ids, n, read_suspect, c);
}

/* ---- Why ---- */

static void
put_day(StringInfo out, NewsDay day)
{
	char		iso[NEWS_DAY_SIZE];

	appendStringInfo(out, "%.*s", (int) news_day_print(day, iso), iso);
}

/* "AGREE of Russia and United States" */
static void
put_event(StringInfo out, const NewsDating *dating, uint32 report)
{
	const NewsReport *r = &dating->words.reports[report];
	const NewsPool *pool = &dating->words.pool;

	appendStringInfoString(out, news_cstring_to_server(news_pool_get(pool, r->type)));
	for (int i = 0, n = 0; i < 2; i++)
		if (r->parties[i].name)
			appendStringInfo(out, n++ ? ", %s" : " of %s", news_cstring_to_server(news_pool_get(pool, r->parties[i].name)));
}

static void
put_reason(StringInfo out, const NewsDating *dating, const NewsDatingReason *reason)
{
	const NewsDatingArticle *b = &dating->articles[reason->neighbour];

	appendStringInfo(out, "article " INT64_FORMAT " of ", b->id);
	put_day(out, b->day);
	if (b->loose)
		appendStringInfoString(out, " (estimated)");
	switch (reason->kind)
	{
		case NEWS_REASON_SAME_DAY:
			appendStringInfoString(out, " has ");
			put_event(out, dating, reason->report);
			appendStringInfoString(out, " on ");
			put_day(out, reason->day);
			appendStringInfoString(out, ", too");
			break;
		case NEWS_REASON_STILL_OPEN:
			appendStringInfoString(out, b->day <= reason->day ? " does not yet know of " : " knows later of ");
			put_event(out, dating, reason->report);
			if (b->day <= reason->day)
			{
				appendStringInfoString(out, " on ");
				put_day(out, reason->day);
			}
			break;
		default:
			appendStringInfoString(out, " is about the same");
	}
}

static char *
why(const NewsDating *dating, uint32 article)
{
	NewsDatingReason reasons[REASONS];
	uint32		n = news_dating_reasons(dating, article, reasons, REASONS);
	StringInfoData out;

	initStringInfo(&out);
	for (uint32 i = 0; i < n; i++)
	{
		if (i)
			appendStringInfoString(&out, "; ");
		put_reason(&out, dating, &reasons[i]);
	}
	return out.data;
}

static Datum
neighbours(const NewsDating *dating, uint32 article)
{
	const NewsDatingArticle *a = &dating->articles[article];
	Datum		ids[NEWS_DATING_NEIGHBOURS];
	int			n = 0;

	for (uint32 i = 0; i < a->nneighbours; i++)
		if (dating->articles[a->neighbours[i].article].day != NEWS_NO_DAY)
			ids[n++] = Int64GetDatum(dating->articles[a->neighbours[i].article].id);
	return PointerGetDatum(construct_array(ids, n, INT8OID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* ---- Rows ---- */

/*
 * Do others tell of the same events on the same days, with days in both texts?
 * That they wrote of the like at another time is no evidence against a date that
 * is believed, and one event may fall on a day by chance.
 */
static bool
is_proven(const NewsDating *dating, uint32 article)
{
	NewsDatingReason reasons[NEWS_DATING_NEIGHBOURS];
	uint32		n = news_dating_reasons(dating, article, reasons, NEWS_DATING_NEIGHBOURS);
	float		sum = 0;

	for (uint32 i = 0; i < n; i++)
		if (reasons[i].hard)
			sum += reasons[i].weight;
	return sum >= PROVEN;
}

static bool
is_wrong(const NewsDating *dating, uint32 article)
{
	const NewsDatingArticle *a = &dating->articles[article];

	return a->loose && a->page != NEWS_NO_DAY && a->day != NEWS_NO_DAY && a->score >= SURE &&
		llabs((long long) a->day - a->page) > TOLERANCE && (!a->believed || is_proven(dating, article));
}

static void
put_row(Checking *c, uint32 article)
{
	const NewsDatingArticle *a = &c->dating.articles[article];
	Datum		page = (Datum) 0;
	Datum		suggested = (Datum) 0;
	bool		page_known = news_date(a->page, &page);
	bool		suggested_known = news_date(a->day, &suggested);

	news_rows_datum(&c->rows, Int64GetDatum(a->id), true);
	news_rows_datum(&c->rows, page, page_known);
	news_rows_datum(&c->rows, suggested, suggested_known);
	news_rows_float(&c->rows, a->score);
	news_rows_datum(&c->rows, neighbours(&c->dating, article), true);
	news_rows_datum(&c->rows, CStringGetTextDatum(why(&c->dating, article)), true);
	news_rows_end_row(&c->rows);
}

Datum
news_check_dates(PG_FUNCTION_ARGS)
{
	Checking	c;

	news_rows_begin(&c.rows, fcinfo, NULL);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	news_articles_open(&c.articles, PG_GETARG_OID(0), fcinfo->flinfo->fn_oid);
	news_session_open(&c.session);
	news_dating_init(&c.dating, &c.session.arena);
	news_articles_scan(&c.articles, NULL, NEWS_NO_DAYS, NEWS_TEXTS_UNDATED, add_row, &c);
	news_dating_compare(&c.dating, true);
	read_suspects(&c);
	news_dating_solve(&c.dating);
	for (uint32 i = 0; i < c.dating.narticles; i++)
		if (is_wrong(&c.dating, i))
			put_row(&c, i);
	SPI_finish();
	return (Datum) 0;
}
