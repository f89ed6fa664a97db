/*
 * newsdict.c
 *	  The type newsdict: the user's own names as a value.
 *
 * Behind the length word come a version, flags and two bytes of zero, then the
 * image that engine/names/dict.h describes, aligned to 8 as the type is.
 */
#include "newsdict.h"

#include "utils/builtins.h"

#include "names/dict_text.h"
#include "values.h"

#define DICT_VERSION	1
#define DICT_HEADER		4		/* bytes of version, flags and zeros */

PG_FUNCTION_INFO_V1(newsdict_in);
PG_FUNCTION_INFO_V1(newsdict_out);
PG_FUNCTION_INFO_V1(newsdict_recv);
PG_FUNCTION_INFO_V1(newsdict_send);
PG_FUNCTION_INFO_V1(newsdict_length);
PG_FUNCTION_INFO_V1(newsdict_agg_transfn);
PG_FUNCTION_INFO_V1(newsdict_agg_finalfn);

/* ---- The stored value ---- */

static struct varlena *
make_value(NewsArena *arena, const NewsDictRow *rows, uint32 nrows)
{
	size_t		size;
	struct NewsDict *dict = news_dict_build(arena, rows, nrows, &size);
	struct varlena *value;
	char	   *data;

	if (size > MaxAllocSize - VARHDRSZ - DICT_HEADER)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("newsdict is too large"),
				 errdetail("It would take %zu bytes, and at most %zu can be stored.", size,
						   (size_t) MaxAllocSize - VARHDRSZ - DICT_HEADER)));
	value = palloc(VARHDRSZ + DICT_HEADER + size);
	SET_VARSIZE(value, VARHDRSZ + DICT_HEADER + size);
	data = VARDATA(value);
	memset(data, 0, DICT_HEADER);
	data[0] = DICT_VERSION;
	memcpy(data + DICT_HEADER, dict, size);
	return value;
}

/* The dictionary in a detoasted value with a full header. */
static const struct NewsDict *
dict_of(const struct varlena *value)
{
	Size		size = VARSIZE(value) - VARHDRSZ;
	const char *data = VARDATA(value);

	if (size <= DICT_HEADER || data[0] != DICT_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("value of type newsdict is damaged or of another version"),
				 errhint("Build it anew from its rows with newsdict_agg.")));
	return (const struct NewsDict *) (data + DICT_HEADER);
}

const struct NewsDict *
news_dict_arg(FunctionCallInfo fcinfo, int n)
{
	if (n >= PG_NARGS() || PG_ARGISNULL(n))
		return NULL;
	return dict_of(news_fetch_arg(fcinfo, n));
}

/* ---- Input and output ---- */

Datum
newsdict_in(PG_FUNCTION_ARGS)
{
	char	   *in = PG_GETARG_CSTRING(0);
	struct varlena *result;
	NewsSession session;
	NewsText	utf8;
	NewsDictRow *rows;
	uint32		nrows;
	NewsError	error;

	news_text_from_server(in, strlen(in), &utf8);
	news_session_open(&session);
	if (!news_dict_parse(&session.arena, (NewsStr) {utf8.s, utf8.len}, &rows, &nrows, &error))
	{
		news_report_syntax(fcinfo, "newsdict", in, (NewsStr) {utf8.s, utf8.len}, &error);
		PG_RETURN_NULL();
	}
	result = make_value(&session.arena, rows, nrows);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsdict_out(PG_FUNCTION_ARGS)
{
	const struct NewsDict *dict = news_dict_arg(fcinfo, 0);
	NewsSession session;
	char	   *result;

	news_session_open(&session);
	result = news_cstring_to_server(news_dict_print(&session.arena, dict));
	news_session_close(&session);
	PG_RETURN_CSTRING(result);
}

Datum
newsdict_recv(PG_FUNCTION_ARGS)
{
	struct varlena *result;
	NewsSession session;
	NewsDictRow *rows;
	uint32		nrows;
	NewsError	error;

	news_session_open(&session);
	if (!news_dict_unpack(&session.arena, news_message_bytes(fcinfo), &rows, &nrows, &error))
		news_report_binary("newsdict", &error);
	result = make_value(&session.arena, rows, nrows);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

Datum
newsdict_send(PG_FUNCTION_ARGS)
{
	const struct NewsDict *dict = news_dict_arg(fcinfo, 0);
	NewsSession session;
	bytea	   *result;

	news_session_open(&session);
	result = (bytea *) news_value(news_dict_pack(&session.arena, dict));
	news_session_close(&session);
	PG_RETURN_BYTEA_P(result);
}

Datum
newsdict_length(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32((int32) news_dict_count(news_dict_arg(fcinfo, 0)));
}

/* ---- Aggregate ---- */

typedef struct DictState
{
	NewsSession session;		/* holds the rows */
	NewsDictRow *rows;
	uint32		nrows;
	uint32		room;
} DictState;

/* Argument n as UTF-8 that lives in the arena; s NULL for NULL. */
static NewsStr
text_arg(FunctionCallInfo fcinfo, int n, NewsArena *arena)
{
	text	   *arg;
	NewsText	utf8;

	if (PG_ARGISNULL(n))
		return NEWS_NO_STR;
	arg = PG_GETARG_TEXT_PP(n);
	news_text_from_server(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), &utf8);
	return (NewsStr) {news_strndup(arena, utf8.s, utf8.len), utf8.len};
}

static void
check_row(const NewsDictRow *row)
{
	NewsSession scratch;
	NewsDictFault fault;

	news_session_open(&scratch);
	fault = news_dict_check_row(&scratch.arena, row);
	news_session_close(&scratch);
	if (fault != NEWS_DICT_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid dictionary entry: %s", news_dict_faults[fault]),
				 row->name.s ? errdetail("The name is \"%s\".", news_cstring_to_server(row->name)) : 0,
				 errhint("An entry has a kind, a name, and perhaps an alias with a letter or digit in it, and a code; each of at most %d bytes.",
						 NEWS_DICT_MAX_BYTES)));
}

/* State, kind, name, alias, code. */
Datum
newsdict_agg_transfn(PG_FUNCTION_ARGS)
{
	DictState  *state = PG_ARGISNULL(0) ? NULL : (DictState *) PG_GETARG_POINTER(0);
	MemoryContext context;
	MemoryContext old;
	NewsDictRow row;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "newsdict_agg_transfn called in non-aggregate context");
	if (state == NULL)
	{
		old = MemoryContextSwitchTo(context);
		state = palloc0(sizeof(DictState));
		news_session_open(&state->session);
		MemoryContextSwitchTo(old);
	}
	row.kind = text_arg(fcinfo, 1, &state->session.arena);
	row.name = text_arg(fcinfo, 2, &state->session.arena);
	row.alias = text_arg(fcinfo, 3, &state->session.arena);
	row.code = text_arg(fcinfo, 4, &state->session.arena);
	check_row(&row);
	if (state->nrows >= NEWS_DICT_MAX_ROWS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("newsdict is too large"),
				 errdetail("It has at most %d entries.", NEWS_DICT_MAX_ROWS)));
	state->rows = news_grow(&state->session.arena, state->rows, state->nrows, &state->room, sizeof(NewsDictRow));
	state->rows[state->nrows++] = row;
	PG_RETURN_POINTER(state);
}

Datum
newsdict_agg_finalfn(PG_FUNCTION_ARGS)
{
	DictState  *state;
	NewsSession session;
	struct varlena *result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = (DictState *) PG_GETARG_POINTER(0);
	news_session_open(&session);
	result = make_value(&session.arena, state->rows, state->nrows);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}
