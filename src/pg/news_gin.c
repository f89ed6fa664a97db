/*
 * news_gin.c
 *	  GIN over newsvector (newsvector_ops) and over text (news_text_ops).
 *
 * engine/query/keys.h has the keys and what they say; an article's are stored as
 * bytea, compared by byteacmp.  A text is annotated when its keys are made, without
 * a day of writing.
 */
#include "match.h"

#include "access/gin.h"
#include "access/stratnum.h"

#include "query/keys.h"

PG_FUNCTION_INFO_V1(gin_extract_newsvector);
PG_FUNCTION_INFO_V1(gin_extract_news_text);
PG_FUNCTION_INFO_V1(gin_extract_newsquery);
PG_FUNCTION_INFO_V1(gin_newsquery_consistent);
PG_FUNCTION_INFO_V1(gin_newsquery_triconsistent);
PG_FUNCTION_INFO_V1(gin_newsquery_compare_partial);

/* Keys as GIN takes them. */
static Datum *
make_datums(NewsArena *arena, NewsStr image, int32 *nkeys)
{
	uint32		n;
	NewsStr    *keys = news_vector_keys(arena, image, NEWS_KEYS_OF_INDEX, &n);
	Datum	   *datums = palloc(sizeof(Datum) * Max(n, 1));

	for (uint32 i = 0; i < n; i++)
		datums[i] = PointerGetDatum(news_value(keys[i]));
	*nkeys = (int32) n;
	return datums;
}

Datum
gin_extract_newsvector(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	Datum	   *result;

	news_session_open(&session);
	result = make_datums(&session.arena, news_vector_image(value), (int32 *) PG_GETARG_POINTER(1));
	news_session_close(&session);
	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_POINTER(result);
}

Datum
gin_extract_news_text(PG_FUNCTION_ARGS)
{
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES};
	text	   *body = PG_GETARG_TEXT_PP(0);
	NewsSession session;
	Datum	   *result;

	news_session_open(&session);
	result = make_datums(&session.arena, news_text_image(&session, body, &options), (int32 *) PG_GETARG_POINTER(1));
	news_session_close(&session);
	PG_FREE_IF_COPY(body, 0);
	PG_RETURN_POINTER(result);
}

/*
 * The plan and its keys must last as long as the scan: their session lies in the
 * context that GIN makes for the keys of a scan, and goes with it.
 */
Datum
gin_extract_newsquery(PG_FUNCTION_ARGS)
{
	struct varlena *query = PG_GETARG_VARLENA_PP(0);
	int32	   *nkeys = (int32 *) PG_GETARG_POINTER(1);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	NewsSession *session = palloc(sizeof(NewsSession));
	NewsQueryKeys *keys;
	Datum	   *datums;

	news_session_open(session);
	keys = news_query_keys(news_query_plan(session, query));
	*nkeys = (int32) keys->nkeys;
	*partial = palloc(sizeof(bool) * keys->nkeys);
	*extra = palloc(sizeof(Pointer) * (keys->nkeys + 1));
	datums = palloc(sizeof(Datum) * keys->nkeys);
	for (uint32 i = 0; i < keys->nkeys; i++)
	{
		datums[i] = PointerGetDatum(news_value(keys->keys[i].key));
		(*partial)[i] = keys->keys[i].range != NEWS_KEY_EXACT;
		(*extra)[i] = (Pointer) &keys->keys[i];
	}
	/* behind those of the keys: the whole, for the consistent functions */
	(*extra)[keys->nkeys] = (Pointer) keys;
	*mode = keys->needs_all ? GIN_SEARCH_MODE_ALL : GIN_SEARCH_MODE_DEFAULT;
	PG_RETURN_POINTER(datums);
}

static NewsTruth
combine(const char *check, int32 nkeys, const Pointer *extra)
{
	NewsQueryKeys *keys = (NewsQueryKeys *) extra[nkeys];

	return news_keys_combine(keys, check);
}

Datum
gin_newsquery_consistent(PG_FUNCTION_ARGS)
{
	bool	   *check = (bool *) PG_GETARG_POINTER(0);
	int32		nkeys = PG_GETARG_INT32(3);
	Pointer    *extra = (Pointer *) PG_GETARG_POINTER(4);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(5);
	NewsTruth	truth = combine((char *) check, nkeys, extra);

	*recheck = truth == NEWS_MAYBE;
	PG_RETURN_BOOL(truth != NEWS_FALSE);
}

Datum
gin_newsquery_triconsistent(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	int32		nkeys = PG_GETARG_INT32(3);
	Pointer    *extra = (Pointer *) PG_GETARG_POINTER(4);

	StaticAssertStmt((int) NEWS_FALSE == GIN_FALSE && (int) NEWS_TRUE == GIN_TRUE && (int) NEWS_MAYBE == GIN_MAYBE,
					 "truth values must be those of GIN");
	PG_RETURN_GIN_TERNARY_VALUE((GinTernaryValue) combine(check, nkeys, extra));
}

Datum
gin_newsquery_compare_partial(PG_FUNCTION_ARGS)
{
	struct varlena *key = PG_GETARG_VARLENA_PP(1);
	const NewsQueryKey *wanted = (const NewsQueryKey *) PG_GETARG_POINTER(3);

	PG_RETURN_INT32(news_key_compare(wanted, news_image(key)));
}
