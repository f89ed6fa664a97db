/*
 * rows.c
 *	  Annotations as rows of a set-returning function.
 *
 * Rows are materialised: nothing is left open when a LIMIT cuts the set.
 */
#include "news_pg.h"

#include "miscadmin.h"
#include "utils/builtins.h"

#if PG_VERSION_NUM < 150000
void
news_init_materialized_srf(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *info = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext old;

	if (info == NULL || !IsA(info, ReturnSetInfo) || !(info->allowedModes & SFRM_Materialize) || info->expectedDesc == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));
	old = MemoryContextSwitchTo(info->econtext->ecxt_per_query_memory);
	info->returnMode = SFRM_Materialize;
	info->setResult = tuplestore_begin_heap(info->allowedModes & SFRM_Materialize_Random, false, work_mem);
	info->setDesc = CreateTupleDescCopy(info->expectedDesc);
	MemoryContextSwitchTo(old);
}
#endif

void
news_rows_begin(NewsRows *rows, FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	ReturnSetInfo *info = (ReturnSetInfo *) fcinfo->resultinfo;

	news_init_materialized_srf(fcinfo);
	rows->store = info->setResult;
	rows->desc = info->setDesc;
	rows->doc = doc;
	rows->n = 0;
}

static void
put(NewsRows *rows, Datum value, bool null)
{
	Assert(rows->n < rows->desc->natts);
	rows->values[rows->n] = value;
	rows->nulls[rows->n++] = null;
}

void
news_rows_str(NewsRows *rows, NewsStr s)
{
	if (s.s)
		put(rows, PointerGetDatum(news_text_to_server(s)), false);
	else
		put(rows, (Datum) 0, true);
}

void
news_rows_cstr(NewsRows *rows, const char *s)
{
	news_rows_str(rows, news_str(s));
}

void
news_rows_int(NewsRows *rows, int32 i)
{
	put(rows, Int32GetDatum(i), false);
}

void
news_rows_float(NewsRows *rows, float4 f)
{
	put(rows, Float4GetDatum(f), false);
}

void
news_rows_datum(NewsRows *rows, Datum value, bool known)
{
	put(rows, value, !known);
}

void
news_rows_days(NewsRows *rows, NewsDays days)
{
	Datum		range = (Datum) 0;
	bool		known = news_daterange(days, &range);

	put(rows, range, !known);
}

void
news_rows_span(NewsRows *rows, uint32 first, uint32 end)
{
	const NewsTokens *tokens = &rows->doc->tokens;

	news_rows_str(rows, news_span_str(tokens, first, end));
	news_rows_int(rows, (int32) tokens->items[first].chars + 1);
	news_rows_int(rows, (int32) news_span_chars(tokens, first, end));
}

void
news_rows_end_row(NewsRows *rows)
{
	Assert(rows->n == rows->desc->natts);
	tuplestore_putvalues(rows->store, rows->desc, rows->values, rows->nulls);
	rows->n = 0;
	CHECK_FOR_INTERRUPTS();
}
