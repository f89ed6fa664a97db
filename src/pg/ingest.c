/*
 * ingest.c
 *	  news_ingest: one page, given as an argument, into a corpus.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "corpus.h"

PG_FUNCTION_INFO_V1(news_ingest);
PG_FUNCTION_INFO_V1(news_ingest_bytea);
PG_FUNCTION_INFO_V1(news_ingest_jsonb);

static void
close_with_query(void *arg)
{
	news_corpus_close(arg);
}

/*
 * The corpus of this call.  It stays open for the query that calls the
 * function, so that INSERT-like queries over many rows prepare their statements
 * once.
 */
static NewsCorpus *
corpus_of_call(FmgrInfo *flinfo, Oid relid)
{
	NewsCorpus *corpus = flinfo->fn_extra;

	if (corpus == NULL)
	{
		MemoryContextCallback *callback = MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(MemoryContextCallback));

		corpus = MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(NewsCorpus));
		callback->func = close_with_query;
		callback->arg = corpus;
		MemoryContextRegisterResetCallback(flinfo->fn_mcxt, callback);
		flinfo->fn_extra = corpus;
	}
	if (!news_corpus_is_open(corpus, relid))
	{
		news_corpus_close(corpus);
		news_corpus_open(corpus, relid, true);
	}
	return corpus;
}

static const char *
string_arg(FunctionCallInfo fcinfo, int n)
{
	return n >= PG_NARGS() || PG_ARGISNULL(n) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(n));
}

static void
set_bytes(NewsItem *item, FunctionCallInfo fcinfo)
{
	struct varlena *raw = PG_GETARG_VARLENA_PP(1);

	item->bytes = VARDATA_ANY(raw);
	item->len = VARSIZE_ANY_EXHDR(raw);
}

/* The object as bytes of UTF-8, as it would stand in a file. */
static void
set_json(NewsItem *item, FunctionCallInfo fcinfo)
{
	Jsonb	   *object = PG_GETARG_JSONB_P(1);
	char	   *json = JsonbToCString(NULL, &object->root, VARSIZE(object));

	item->bytes = pg_server_to_any(json, (int) strlen(json), PG_UTF8);
	item->len = strlen(item->bytes);
}

/*
 * Arguments: corpus regclass; raw text or bytea, or article jsonb; source text,
 * published timestamp, url text, title text, language text, and for bytea
 * encoding text.
 */
static Datum
ingest(FunctionCallInfo fcinfo, NewsItemFormat format)
{
	NewsItem	item = {.format = format};
	NewsOutcome outcome;
	int64		id;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (format == NEWS_ITEM_JSON)
		set_json(&item, fcinfo);
	else
		set_bytes(&item, fcinfo);
	item.source = string_arg(fcinfo, 2);
	if (!PG_ARGISNULL(3))
	{
		item.published_given = true;
		item.published = PG_GETARG_TIMESTAMP(3);
	}
	item.url = string_arg(fcinfo, 4);
	item.title = string_arg(fcinfo, 5);
	item.language = string_arg(fcinfo, 6);
	item.encoding = string_arg(fcinfo, 7);

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	outcome = news_ingest_item(corpus_of_call(fcinfo->flinfo, PG_GETARG_OID(0)), &item, &id);
	SPI_finish();

	if (outcome != NEWS_STORED)
		PG_RETURN_NULL();
	PG_RETURN_INT64(id);
}

Datum
news_ingest(PG_FUNCTION_ARGS)
{
	return ingest(fcinfo, NEWS_ITEM_TEXT);
}

Datum
news_ingest_bytea(PG_FUNCTION_ARGS)
{
	return ingest(fcinfo, NEWS_ITEM_BYTES);
}

Datum
news_ingest_jsonb(PG_FUNCTION_ARGS)
{
	return ingest(fcinfo, NEWS_ITEM_JSON);
}
