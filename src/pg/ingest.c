/*
 * ingest.c
 *	  news_ingest: one page, given as an argument, into a corpus.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "corpus.h"

PG_FUNCTION_INFO_V1(news_ingest);
PG_FUNCTION_INFO_V1(news_ingest_bytea);

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

/* Arguments: corpus regclass, raw text or bytea, source text, published timestamp. */
static Datum
ingest(FunctionCallInfo fcinfo, NewsItemFormat format)
{
	NewsItem	item = {.format = format};
	NewsOutcome outcome;
	int64		id;
	struct varlena *raw;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	raw = PG_GETARG_VARLENA_PP(1);
	item.bytes = VARDATA_ANY(raw);
	item.len = VARSIZE_ANY_EXHDR(raw);
	if (!PG_ARGISNULL(2))
		item.source = text_to_cstring(PG_GETARG_TEXT_PP(2));
	if (!PG_ARGISNULL(3))
	{
		item.published_given = true;
		item.published = PG_GETARG_TIMESTAMP(3);
	}

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
