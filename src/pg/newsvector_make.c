/*
 * newsvector_make.c
 *	  to_newsvector: from a text to its stored form.
 */
#include "values.h"

#include "newsdict.h"
#include "newsmodel.h"

PG_FUNCTION_INFO_V1(to_newsvector);
PG_FUNCTION_INFO_V1(to_newsvector_with_newsmodel);

NewsStr
news_text_image(NewsSession *session, text *body, const NewsOptions *options)
{
	NewsDoc    *doc = news_annotate_text(session, body, options);

	return news_vector_encode(&session->arena, news_vector_make(&session->arena, doc));
}

static Datum
make_newsvector(FunctionCallInfo fcinfo, const struct NewsDict *dict, const NewsModel *model)
{
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES, .dict = dict, .model = model};
	struct varlena *result;
	NewsSession session;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1))
		options.published = news_published_from_timestamp(PG_GETARG_TIMESTAMP(1));
	news_session_open(&session);
	result = news_value(news_text_image(&session, PG_GETARG_TEXT_PP(0), &options));
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

/* body, published, and perhaps the user's own names. */
Datum
to_newsvector(PG_FUNCTION_ARGS)
{
	return make_newsvector(fcinfo, news_dict_arg(fcinfo, 2), NULL);
}

Datum
to_newsvector_with_newsmodel(PG_FUNCTION_ARGS)
{
	return make_newsvector(fcinfo, NULL, news_model_arg(fcinfo, 2));
}
