/*
 * newsquery_io.c
 *	  Input and output of newsquery, and building of queries from queries.
 */
#include "values.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(newsquery_in);
PG_FUNCTION_INFO_V1(newsquery_out);
PG_FUNCTION_INFO_V1(newsquery_recv);
PG_FUNCTION_INFO_V1(newsquery_send);
PG_FUNCTION_INFO_V1(news_numnode);
PG_FUNCTION_INFO_V1(websearch_to_newsquery);
PG_FUNCTION_INFO_V1(news_querytree);
PG_FUNCTION_INFO_V1(newsquery_and);
PG_FUNCTION_INFO_V1(newsquery_or);
PG_FUNCTION_INFO_V1(newsquery_not);

Datum
newsquery_in(PG_FUNCTION_ARGS)
{
	char	   *in = PG_GETARG_CSTRING(0);
	struct varlena *result;
	NewsSession session;
	NewsText	utf8;
	NewsQuery	query;
	NewsError	error;

	news_text_from_server(in, strlen(in), &utf8);
	news_session_open(&session);
	if (!news_query_parse(&session.arena, (NewsStr) {utf8.s, utf8.len}, &query, &error))
	{
		news_report_syntax(fcinfo, "newsquery", in, (NewsStr) {utf8.s, utf8.len}, &error);
		PG_RETURN_NULL();
	}
	result = news_value(news_query_encode(&session.arena, &query));
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsquery_out(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	NewsQuery	query;
	char	   *result;

	news_session_open(&session);
	news_query_read(&session.arena, value, &query);
	result = news_cstring_to_server(news_query_print(&session.arena, &query));
	news_session_close(&session);
	PG_RETURN_CSTRING(result);
}

Datum
newsquery_recv(PG_FUNCTION_ARGS)
{
	struct varlena *result;
	NewsSession session;
	NewsQuery	query;
	NewsQuery	again;
	NewsError	error;

	news_session_open(&session);
	if (!news_query_decode(&session.arena, news_message_bytes(fcinfo), &query, &error))
		news_report_binary("newsquery", &error);
	/* what is stored must be something that a dump can be restored from, and equal to it */
	if (!news_query_parse(&session.arena, news_query_print(&session.arena, &query), &again, &error))
	{
		error = (NewsError) {.what = "it has no text form"};
		news_report_binary("newsquery", &error);
	}
	result = news_value(news_query_encode(&session.arena, &again));
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsquery_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(news_send(PG_GETARG_VARLENA_PP(0)));
}

Datum
news_numnode(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	NewsQuery	query;

	news_session_open(&session);
	news_query_read(&session.arena, value, &query);
	news_session_close(&session);
	PG_RETURN_INT32((int32) query.nnodes);
}

/* NULL where there is nothing to look for: such a query finds nothing. */
Datum
websearch_to_newsquery(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	struct varlena *result = NULL;
	NewsSession session;
	NewsText	utf8;
	NewsQuery	query;

	news_text_from_server(VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in), &utf8);
	news_session_open(&session);
	if (news_query_websearch(&session.arena, (NewsStr) {utf8.s, utf8.len}, &query))
		result = news_value(news_query_encode(&session.arena, &query));
	news_session_close(&session);
	if (result == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(result);
}

/* As querytree of a tsquery: what is looked for in an index, T for all of it. */
Datum
news_querytree(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	NewsQuery	query;
	NewsQuery	indexed;
	text	   *result;

	news_session_open(&session);
	news_query_read(&session.arena, value, &query);
	if (news_query_indexed(&session.arena, &query, &indexed))
		result = cstring_to_text(news_cstring_to_server(news_query_print(&session.arena, &indexed)));
	else
		result = cstring_to_text("T");
	news_session_close(&session);
	PG_RETURN_TEXT_P(result);
}

/* The query of the nodes of the call's one or two arguments, and op behind them. */
static struct varlena *
combine(FunctionCallInfo fcinfo, NewsQueryOp op)
{
	struct varlena *result;
	NewsSession session;
	NewsQuery	parts[2];
	NewsQuery	query = {NULL, 0};
	uint32		nnodes = 1;

	news_session_open(&session);
	for (int i = 0; i < PG_NARGS(); i++)
	{
		news_query_read(&session.arena, PG_GETARG_VARLENA_PP(i), &parts[i]);
		nnodes += parts[i].nnodes;
	}
	if (nnodes > NEWS_QUERY_MAX_NODES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("newsquery is too large"),
				 errdetail("It has at most %d terms and operators.", NEWS_QUERY_MAX_NODES)));
	query.nodes = NEWS_NEW0(&session.arena, NewsQueryNode, nnodes);
	for (int i = 0; i < PG_NARGS(); i++)
	{
		memcpy(query.nodes + query.nnodes, parts[i].nodes, parts[i].nnodes * sizeof(NewsQueryNode));
		query.nnodes += parts[i].nnodes;
	}
	query.nodes[query.nnodes++].op = op;
	result = news_value(news_query_encode(&session.arena, &query));
	news_session_close(&session);
	return result;
}

Datum
newsquery_and(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(combine(fcinfo, NEWS_QUERY_AND));
}

Datum
newsquery_or(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(combine(fcinfo, NEWS_QUERY_OR));
}

Datum
newsquery_not(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(combine(fcinfo, NEWS_QUERY_NOT));
}
