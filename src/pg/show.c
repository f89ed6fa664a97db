/*
 * show.c
 *	  Ranking and showing: news_rank, news_headline, news_html.
 */
#include "values.h"

#include "match.h"

#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "tsearch/ts_utils.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "query/hits.h"
#include "show/show.h"

PG_FUNCTION_INFO_V1(news_rank);
PG_FUNCTION_INFO_V1(news_rank_weighted);
PG_FUNCTION_INFO_V1(news_headline);
PG_FUNCTION_INFO_V1(news_html);

/* ---- Rank ---- */

/* An article that does not match is not unpacked. */
static Datum
rank(FunctionCallInfo fcinfo, int vector, const float weights[4])
{
	struct varlena *value = PG_GETARG_VARLENA_PP(vector);
	NewsPlan   *plan = news_query_prepare(fcinfo, vector + 1);
	NewsSession session;
	NewsVector	v;
	float		result;

	if (!news_plan_match(plan, news_vector_image(value)))
		PG_RETURN_FLOAT4(0);
	news_session_open(&session);
	news_vector_read(&session.arena, value, &v);
	result = news_plan_rank(&session.arena, plan, &v, weights);
	news_session_close(&session);
	PG_RETURN_FLOAT4(result);
}

Datum
news_rank(PG_FUNCTION_ARGS)
{
	static const float weights[4] = NEWS_RANK_WEIGHTS;

	return rank(fcinfo, 0, weights);
}

/* Weights as ts_rank takes them: of D, C, B and A. */
Datum
news_rank_weighted(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	float		weights[4];
	Datum	   *items;
	int			n;

	if (array_contains_nulls(array))
		n = 0;
	else
		deconstruct_array(array, FLOAT4OID, sizeof(float4), true, TYPALIGN_INT, &items, NULL, &n);
	if (n != 4)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("array of weights must have four elements, none of them NULL"),
				 errhint("They are the weights of D, C, B and A, such as {0.1, 0.2, 0.4, 1.0}.")));
	for (int i = 0; i < 4; i++)
	{
		weights[i] = DatumGetFloat4(items[i]);
		if (!(weights[i] >= 0 && weights[i] <= 1000))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("weight out of range"),
					 errdetail("A weight is a number from 0 to 1000.")));
	}
	return rank(fcinfo, 1, weights);
}

/* ---- Headline ---- */

/* An option as UTF-8 that lives in the session. */
static NewsStr
string_option(NewsSession *session, const char *value)
{
	NewsText	utf8;

	news_text_from_server(value, strlen(value), &utf8);
	return (NewsStr) {news_strndup(&session->arena, utf8.s, utf8.len), utf8.len};
}

static uint32
number_option(const char *name, const char *value, int least, int most)
{
	int			number = pg_strtoint32(value);

	if (number < least || number > most)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("headline option \"%s\" is out of range: %d", name, number),
				 errdetail("It may be from %d to %d.", least, most)));
	return (uint32) number;
}

static bool
bool_option(const char *name, const char *value)
{
	bool		result;

	if (!parse_bool(value, &result))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("headline option \"%s\" is not a Boolean: \"%s\"", name, value)));
	return result;
}

static void
set_option(NewsSession *session, NewsHeadlineOptions *options, const char *name, const char *value)
{
	if (pg_strcasecmp(name, "StartSel") == 0)
		options->start = string_option(session, value);
	else if (pg_strcasecmp(name, "StopSel") == 0)
		options->stop = string_option(session, value);
	else if (pg_strcasecmp(name, "FragmentDelimiter") == 0)
		options->delimiter = string_option(session, value);
	else if (pg_strcasecmp(name, "MaxWords") == 0)
		options->max_words = number_option(name, value, 2, 10000);
	else if (pg_strcasecmp(name, "MinWords") == 0)
		options->min_words = number_option(name, value, 1, 10000);
	else if (pg_strcasecmp(name, "ShortWord") == 0)
		options->short_word = number_option(name, value, 0, 1000);
	else if (pg_strcasecmp(name, "MaxFragments") == 0)
		options->max_fragments = number_option(name, value, 0, 100);
	else if (pg_strcasecmp(name, "HighlightAll") == 0)
		options->all = bool_option(name, value);
	else if (pg_strcasecmp(name, "Escape") == 0)
		options->escape = bool_option(name, value);
	else
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized headline option: \"%s\"", name),
				 errhint("Options are StartSel, StopSel, MaxWords, MinWords, ShortWord, HighlightAll, MaxFragments, FragmentDelimiter and Escape.")));
}

/* Options as ts_headline takes them; the defaults are its own. */
static NewsHeadlineOptions
headline_options(NewsSession *session, text *given)
{
	NewsHeadlineOptions options = {
		.start = NEWS_STR("<b>"), .stop = NEWS_STR("</b>"), .delimiter = NEWS_STR(" ... "),
		.max_words = 35, .min_words = 15, .short_word = 3, .escape = true,
	};
	ListCell   *cell;

	foreach(cell, deserialize_deflist(PointerGetDatum(given)))
	{
		DefElem    *option = lfirst(cell);

		set_option(session, &options, option->defname, defGetString(option));
	}
	if (options.min_words >= options.max_words)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("headline option \"MinWords\" must be less than \"MaxWords\"")));
	return options;
}

/* The stored form in argument n, or where there is none what the document says. */
static NewsVector *
vector_arg(FunctionCallInfo fcinfo, int n, NewsSession *session, NewsDoc *doc)
{
	NewsVector *v;

	if (PG_ARGISNULL(n))
		return news_vector_make(&session->arena, doc);
	v = NEWS_NEW(&session->arena, NewsVector, 1);
	news_vector_read(&session->arena, PG_GETARG_VARLENA_PP(n), v);
	return v;
}

#define ALL_STAGES (NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES)

/* body, query, options, and perhaps the stored form of the body */
Datum
news_headline(PG_FUNCTION_ARGS)
{
	NewsOptions options = {.stages = PG_ARGISNULL(3) ? ALL_STAGES : NEWS_STAGE_TEXT};
	NewsHeadlineOptions headline;
	NewsSession session;
	NewsPlan   *plan;
	NewsDoc    *doc;
	NewsStr		shown;
	text	   *result;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	plan = news_query_prepare(fcinfo, 1);
	news_session_open(&session);
	headline = headline_options(&session, PG_GETARG_TEXT_PP(2));
	doc = news_annotate_text(&session, PG_GETARG_TEXT_PP(0), &options);
	shown = news_show_headline(&session.arena, doc, vector_arg(fcinfo, 3, &session, doc), plan, &headline);
	if (shown.s == NULL)
		news_value(shown);		/* too large */
	result = news_text_to_server(shown);
	news_session_close(&session);
	PG_RETURN_TEXT_P(result);
}

/* ---- HTML ---- */

/* body, published, and perhaps the stored form of the body */
Datum
news_html(PG_FUNCTION_ARGS)
{
	NewsOptions options = {.stages = PG_ARGISNULL(2) ? ALL_STAGES : NEWS_STAGE_TEXT};
	NewsSession session;
	NewsDoc    *doc;
	NewsStr		shown;
	text	   *result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1))
		options.published = news_published_from_timestamp(PG_GETARG_TIMESTAMP(1));
	news_session_open(&session);
	doc = news_annotate_text(&session, PG_GETARG_TEXT_PP(0), &options);
	shown = news_show_html(&session.arena, (NewsStr) {doc->tokens.text, doc->tokens.len},
						   vector_arg(fcinfo, 2, &session, doc), options.published);
	if (shown.s == NULL)
		news_value(shown);		/* too large */
	result = news_text_to_server(shown);
	news_session_close(&session);
	PG_RETURN_TEXT_P(result);
}
