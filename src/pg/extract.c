/*
 * extract.c
 *	  Text in, rows out: news_sentences, news_entities, news_dates, news_events.
 */
#include "news_pg.h"

#include "names/role.h"
#include "newsdict.h"
#include "newsmodel.h"

PG_FUNCTION_INFO_V1(news_sentences);
PG_FUNCTION_INFO_V1(news_entities);
PG_FUNCTION_INFO_V1(news_entities_with_newsdict);
PG_FUNCTION_INFO_V1(news_entities_with_newsmodel);
PG_FUNCTION_INFO_V1(news_dates);
PG_FUNCTION_INFO_V1(news_events);
PG_FUNCTION_INFO_V1(news_events_with_newsmodel);

/* One extraction call: the session, the document and the rows to come. */
typedef struct Extraction
{
	NewsSession session;
	NewsOptions options;
	NewsRows	rows;
	NewsDoc    *doc;
} Extraction;

/* Argument n as the day of writing; unknown when it is NULL. */
static NewsPublished
published_arg(FunctionCallInfo fcinfo, int n)
{
	if (PG_ARGISNULL(n))
		return (NewsPublished) {false, 0, 0};
	return news_published_from_timestamp(PG_GETARG_TIMESTAMP(n));
}

/* Argument n, which lives as long as the call, as options must; s NULL when it is NULL or not there. */
static NewsStr
language_arg(FunctionCallInfo fcinfo, int n)
{
	text	   *language;

	if (n >= PG_NARGS() || PG_ARGISNULL(n))
		return NEWS_NO_STR;
	language = PG_GETARG_TEXT_PP(n);
	return (NewsStr) {VARDATA_ANY(language), (uint32) VARSIZE_ANY_EXHDR(language)};
}

/* Annotates argument 0 with x->options; false (and no rows) when it is NULL. */
static bool
begin_extraction(Extraction *x, FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
	{
		news_rows_begin(&x->rows, fcinfo, NULL);
		return false;
	}
	news_session_open(&x->session);
	x->doc = news_annotate_text(&x->session, PG_GETARG_TEXT_PP(0), &x->options);
	news_rows_begin(&x->rows, fcinfo, x->doc);
	return true;
}

Datum
news_sentences(PG_FUNCTION_ARGS)
{
	Extraction	x = {.options.stages = NEWS_STAGE_TEXT};

	if (!begin_extraction(&x, fcinfo))
		return (Datum) 0;
	for (uint32 i = 0; i < x.doc->sentences.n; i++)
	{
		const NewsSentence *s = &x.doc->sentences.items[i];
		const NewsTokens *tokens = &x.doc->tokens;

		news_rows_int(&x.rows, (int32) i + 1);
		news_rows_int(&x.rows, (int32) tokens->items[s->first].chars + 1);
		news_rows_int(&x.rows, (int32) news_span_chars(tokens, s->first, s->end));
		news_rows_str(&x.rows, news_span_str(tokens, s->first, s->end));
		news_rows_end_row(&x.rows);
	}
	news_session_close(&x.session);
	return (Datum) 0;
}

static void
put_mention(Extraction *x, const NewsMention *m)
{
	const NewsEntity *e = &x->doc->entities[m->entity];

	news_rows_str(&x->rows, e->kind_name);
	news_rows_str(&x->rows, e->name);
	news_rows_str(&x->rows, e->code);
	news_rows_span(&x->rows, m->first, m->end);
	news_rows_int(&x->rows, (int32) m->sentence + 1);
	news_rows_float(&x->rows, m->score);
	news_rows_str(&x->rows, news_role_text(x->doc, m));
	news_rows_end_row(&x->rows);
}

static Datum
extract_entities(FunctionCallInfo fcinfo, const struct NewsDict *dict, const NewsModel *model)
{
	Extraction	x = {.options = {.stages = NEWS_STAGE_NAMES, .dict = dict, .model = model}};

	if (!begin_extraction(&x, fcinfo))
		return (Datum) 0;
	/* in the order in which they end */
	for (uint32 i = 0, k = 0; i < x.doc->nmentions; i++)
	{
		for (; k < x.doc->ninner && x.doc->inner[k].outer == i; k++)
			put_mention(&x, &x.doc->inner[k].mention);
		put_mention(&x, &x.doc->mentions[i]);
	}
	news_session_close(&x.session);
	return (Datum) 0;
}

Datum
news_entities(PG_FUNCTION_ARGS)
{
	return extract_entities(fcinfo, NULL, NULL);
}

Datum
news_entities_with_newsdict(PG_FUNCTION_ARGS)
{
	return extract_entities(fcinfo, news_dict_arg(fcinfo, 1), NULL);
}

Datum
news_entities_with_newsmodel(PG_FUNCTION_ARGS)
{
	return extract_entities(fcinfo, NULL, news_model_arg(fcinfo, 1));
}

Datum
news_dates(PG_FUNCTION_ARGS)
{
	Extraction	x = {.options.stages = NEWS_STAGE_DATES};

	x.options.published = published_arg(fcinfo, 1);
	x.options.language = language_arg(fcinfo, 2);
	if (!begin_extraction(&x, fcinfo))
		return (Datum) 0;
	for (uint32 i = 0; i < x.doc->ndates; i++)
	{
		const NewsTimex *d = &x.doc->dates[i];

		news_rows_cstr(&x.rows, news_timex_kind_names[d->kind]);
		news_rows_str(&x.rows, d->value);
		news_rows_days(&x.rows, d->during);
		news_rows_cstr(&x.rows, news_basis_names[d->basis]);
		news_rows_span(&x.rows, d->first, d->end);
		news_rows_int(&x.rows, (int32) d->sentence + 1);
		news_rows_end_row(&x.rows);
	}
	news_session_close(&x.session);
	return (Datum) 0;
}

static void
put_party(NewsRows *rows, const NewsParty *party)
{
	news_rows_str(rows, party->name);
	news_rows_str(rows, party->kind);
	news_rows_str(rows, party->code);
}

static Datum
extract_events(FunctionCallInfo fcinfo, const struct NewsDict *dict, const NewsModel *model)
{
	Extraction	x = {.options = {.stages = NEWS_STAGE_EVENTS, .dict = dict, .model = model}};

	x.options.published = published_arg(fcinfo, 1);
	if (!begin_extraction(&x, fcinfo))
		return (Datum) 0;
	for (uint32 i = 0; i < x.doc->nevents; i++)
	{
		const NewsEvent *e = &x.doc->events[i];

		news_rows_str(&x.rows, e->type);
		put_party(&x.rows, &e->actor);
		put_party(&x.rows, &e->recipient);
		news_rows_str(&x.rows, e->place);
		news_rows_days(&x.rows, e->during);
		news_rows_cstr(&x.rows, news_basis_names[e->basis]);
		news_rows_cstr(&x.rows, news_status_names[e->status]);
		news_rows_str(&x.rows, e->source);
		news_rows_span(&x.rows, e->first, e->end);
		news_rows_int(&x.rows, (int32) e->sentence + 1);
		news_rows_float(&x.rows, e->score);
		news_rows_end_row(&x.rows);
	}
	news_session_close(&x.session);
	return (Datum) 0;
}

/* body, published, and perhaps the user's own names */
Datum
news_events(PG_FUNCTION_ARGS)
{
	return extract_events(fcinfo, news_dict_arg(fcinfo, 2), NULL);
}

Datum
news_events_with_newsmodel(PG_FUNCTION_ARGS)
{
	return extract_events(fcinfo, NULL, news_model_arg(fcinfo, 2));
}
