/*
 * article.c
 *	  news_article: from the text of a scraped page to the article in it.
 */
#include "news_pg.h"

#include "access/htup_details.h"

#include "article/article.h"

PG_FUNCTION_INFO_V1(news_article);

#define NCOLUMNS 7

static void
put_str(Datum *value, bool *null, NewsStr s)
{
	*null = s.s == NULL;
	if (!*null)
		*value = PointerGetDatum(news_text_to_server(s));
}

Datum
news_article(PG_FUNCTION_ARGS)
{
	text	   *raw = PG_GETARG_TEXT_PP(0);
	NewsSession session;
	NewsText	utf8;
	NewsArticle article;
	TupleDesc	desc;
	Datum		values[NCOLUMNS] = {0};
	bool		nulls[NCOLUMNS] = {false};
	MemoryContext old;
	HeapTuple	tuple;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE || desc->natts != NCOLUMNS)
		elog(ERROR, "news_article must return a row of %d columns", NCOLUMNS);
	news_session_open(&session);
	old = MemoryContextSwitchTo(session.context);
	news_text_from_server(VARDATA_ANY(raw), VARSIZE_ANY_EXHDR(raw), &utf8);
	news_read_article(&session.arena, utf8.s, utf8.len, &article);
	MemoryContextSwitchTo(old);

	put_str(&values[0], &nulls[0], article.title);
	put_str(&values[1], &nulls[1], article.byline);
	put_str(&values[2], &nulls[2], article.language);
	put_str(&values[3], &nulls[3], article.body);
	nulls[4] = !news_published_to_timestamp(article.published, &values[4]);
	put_str(&values[5], &nulls[5], article.published_basis);
	nulls[6] = nulls[4];
	values[6] = Float4GetDatum(article.published_score);
	tuple = heap_form_tuple(BlessTupleDesc(desc), values, nulls);
	news_session_close(&session);
	PG_RETURN_DATUM(HeapTupleGetDatum(tuple));
}
