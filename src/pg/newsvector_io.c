/*
 * newsvector_io.c
 *	  Input and output of newsvector.
 *
 * The binary form is the stored one, without its length.  Bytes from outside are
 * unpacked with every value checked, and packed again: whatever came in, what is
 * stored is in order.
 */
#include "values.h"

PG_FUNCTION_INFO_V1(newsvector_in);
PG_FUNCTION_INFO_V1(newsvector_out);
PG_FUNCTION_INFO_V1(newsvector_recv);
PG_FUNCTION_INFO_V1(newsvector_send);

Datum
newsvector_in(PG_FUNCTION_ARGS)
{
	char	   *in = PG_GETARG_CSTRING(0);
	struct varlena *result;
	NewsSession session;
	NewsText	utf8;
	NewsVector	vector;
	NewsError	error;

	news_text_from_server(in, strlen(in), &utf8);
	news_session_open(&session);
	if (!news_vector_parse(&session.arena, (NewsStr) {utf8.s, utf8.len}, &vector, &error))
	{
		news_report_syntax(fcinfo, "newsvector", in, (NewsStr) {utf8.s, utf8.len}, &error);
		PG_RETURN_NULL();
	}
	result = news_vector_value(&session.arena, &vector);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsvector_out(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	NewsVector	vector;
	char	   *result;

	news_session_open(&session);
	news_vector_read(&session.arena, value, &vector);
	result = news_cstring_to_server(news_vector_print(&session.arena, &vector));
	news_session_close(&session);
	PG_RETURN_CSTRING(result);
}

Datum
newsvector_recv(PG_FUNCTION_ARGS)
{
	struct varlena *result;
	NewsSession session;
	NewsVector	vector;
	NewsError	error;

	news_session_open(&session);
	if (!news_vector_decode(&session.arena, news_message_bytes(fcinfo), &vector, &error))
		news_report_binary("newsvector", &error);
	result = news_vector_value(&session.arena, &vector);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsvector_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(news_send(PG_GETARG_VARLENA_PP(0)));
}
