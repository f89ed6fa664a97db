/*
 * newsquery_match.c
 *	  The operator @@.
 *
 * Making a query ready to run looks its names up in the lexicon; the plan is kept
 * for as long as the calls come with the same query, which is nearly always all
 * the rows of a scan.
 */
#include "match.h"

#include "values.h"

PG_FUNCTION_INFO_V1(newsvector_match_newsquery);
PG_FUNCTION_INFO_V1(newsquery_match_newsvector);
PG_FUNCTION_INFO_V1(text_match_newsquery);
PG_FUNCTION_INFO_V1(newsquery_match_text);

/* What a call leaves for the next. */
typedef struct Prepared
{
	NewsSession session;		/* holds all below */
	NewsPlan   *plan;
	NewsStr		image;			/* of the query */
} Prepared;

NewsPlan *
news_query_plan(NewsSession *session, const struct varlena *query)
{
	NewsStr		image = news_image(query);
	NewsQuery	decoded;
	struct varlena *copy = MemoryContextAlloc(session->context, VARHDRSZ + image.len);

	/* the plan points into the query */
	SET_VARSIZE(copy, VARHDRSZ + image.len);
	memcpy(VARDATA(copy), image.s, image.len);
	news_query_read(&session->arena, copy, &decoded);
	return news_plan_make(&session->arena, &decoded);
}

NewsPlan *
news_query_prepare(FunctionCallInfo fcinfo, int arg)
{
	struct varlena *query = PG_GETARG_VARLENA_PP(arg);
	Prepared   *p = fcinfo->flinfo->fn_extra;
	NewsStr		image = news_image(query);
	MemoryContext old;

	if (p && p->plan && news_str_eq(p->image, image))
		return p->plan;
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	if (p == NULL)
		fcinfo->flinfo->fn_extra = p = palloc0(sizeof(Prepared));
	else if (p->plan)
	{
		p->plan = NULL;
		news_session_close(&p->session);
	}
	news_session_open(&p->session);
	p->image = (NewsStr) {news_strndup(&p->session.arena, image.s, image.len), image.len};
	p->plan = news_query_plan(&p->session, query);
	MemoryContextSwitchTo(old);
	return p->plan;
}

static bool
match_vector(FunctionCallInfo fcinfo, int vector, int query)
{
	NewsPlan   *plan = news_query_prepare(fcinfo, query);
	struct varlena *value = PG_GETARG_VARLENA_PP(vector);
	bool		result = news_plan_match(plan, news_vector_image(value));

	PG_FREE_IF_COPY(value, vector);
	return result;
}

Datum
newsvector_match_newsquery(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(match_vector(fcinfo, 0, 1));
}

Datum
newsquery_match_newsvector(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(match_vector(fcinfo, 1, 0));
}

/* A text without its day of writing: what needs it is not found. */
static bool
match_text(FunctionCallInfo fcinfo, int body, int query)
{
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES};
	NewsPlan   *plan = news_query_prepare(fcinfo, query);
	NewsSession session;
	bool		result;

	news_session_open(&session);
	result = news_plan_match(plan, news_text_image(&session, PG_GETARG_TEXT_PP(body), &options));
	news_session_close(&session);
	return result;
}

Datum
text_match_newsquery(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(match_text(fcinfo, 0, 1));
}

Datum
newsquery_match_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(match_text(fcinfo, 1, 0));
}
