/*
 * article.c
 *	  news_article: from the text of a scraped page to the article in it.
 */
#include "news_pg.h"

#include "access/htup_details.h"

#include "article/article.h"
#include "article/encoding.h"

PG_FUNCTION_INFO_V1(news_article);
PG_FUNCTION_INFO_V1(news_article_bytea);

#define NCOLUMNS 10

static void
put_str(Datum *value, bool *null, NewsStr s)
{
	*null = s.s == NULL;
	if (!*null)
		*value = PointerGetDatum(news_text_to_server(s));
}

/* The row of an article, in the current memory context. */
static Datum
article_row(TupleDesc desc, const NewsArticle *article)
{
	Datum		values[NCOLUMNS] = {0};
	bool		nulls[NCOLUMNS] = {false};

	put_str(&values[0], &nulls[0], article->title);
	put_str(&values[1], &nulls[1], article->byline);
	put_str(&values[2], &nulls[2], article->language);
	put_str(&values[3], &nulls[3], article->body);
	nulls[4] = !news_published_to_timestamp(article->published, &values[4]);
	put_str(&values[5], &nulls[5], article->published_basis);
	nulls[6] = nulls[4];
	values[6] = Float4GetDatum(article->published_score);
	put_str(&values[7], &nulls[7], article->section);
	put_str(&values[8], &nulls[8], article->site);
	put_str(&values[9], &nulls[9], article->url);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls));
}

/* Argument n as UTF-8; s NULL when it is NULL. */
static NewsStr
text_arg(FunctionCallInfo fcinfo, int n)
{
	text	   *arg;
	NewsText	utf8;

	if (PG_ARGISNULL(n))
		return NEWS_NO_STR;
	arg = PG_GETARG_TEXT_PP(n);
	news_text_from_server(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), &utf8);
	return (NewsStr) {utf8.s, utf8.len};
}

/* Bytes to UTF-8; what is no text in any encoding holds no article. */
static NewsStr
decode_arg(FunctionCallInfo fcinfo, NewsSession *session)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	NewsDecoded decoded;

	news_decode(&session->arena, VARDATA_ANY(bytes), (uint32) VARSIZE_ANY_EXHDR(bytes), text_arg(fcinfo, 2), &decoded);
	return decoded.binary ? NEWS_STR("") : decoded.text;
}

static Datum
read_article(FunctionCallInfo fcinfo, bool is_bytes)
{
	NewsSession session;
	NewsArticle article;
	TupleDesc	desc;
	MemoryContext old;
	Datum		row;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE || desc->natts != NCOLUMNS)
		elog(ERROR, "news_article must return a row of %d columns", NCOLUMNS);
	news_session_open(&session);
	old = MemoryContextSwitchTo(session.context);
	news_read_article(&session.arena, is_bytes ? decode_arg(fcinfo, &session) : text_arg(fcinfo, 0),
					  text_arg(fcinfo, 1), &article);
	MemoryContextSwitchTo(old);
	row = article_row(desc, &article);
	news_session_close(&session);
	PG_RETURN_DATUM(row);
}

/* news_article(raw text, url text) */
Datum
news_article(PG_FUNCTION_ARGS)
{
	return read_article(fcinfo, false);
}

/* news_article(raw bytea, url text, encoding text) */
Datum
news_article_bytea(PG_FUNCTION_ARGS)
{
	return read_article(fcinfo, true);
}
