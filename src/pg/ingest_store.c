/*
 * ingest_store.c
 *	  One item into the corpus, or into its rejects.
 *
 * The id is drawn from the identity's sequence here (RETURNING would ask for
 * SELECT), and duplicates are left to ON CONFLICT, which sees those of other
 * sessions too.
 */
#include "postgres.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/sequence.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/timestamp.h"

#include "article/article.h"
#include "article/encoding.h"
#include "compat.h"
#include "corpus.h"
#include "news_pg.h"
#include "signature.h"

/* ---- Errors that are the data's ---- */

/*
 * Data exceptions, broken constraints, limits and errors raised by triggers
 * are; so are internal errors, as one odd page must not cost the others.
 */
static bool
is_data_error(int sqlstate)
{
	switch (ERRCODE_TO_CATEGORY(sqlstate))
	{
		case ERRCODE_CARDINALITY_VIOLATION:
		case ERRCODE_DATA_EXCEPTION:
		case MAKE_SQLSTATE('2', '3', '0', '0', '0'):	/* integrity constraint violation */
		case ERRCODE_WITH_CHECK_OPTION_VIOLATION:
		case ERRCODE_PROGRAM_LIMIT_EXCEEDED:
		case ERRCODE_PLPGSQL_ERROR:
			return true;
		default:
			return sqlstate == ERRCODE_INTERNAL_ERROR;
	}
}

ErrorData *
news_try(void (*work) (void *arg), void *arg)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	ErrorData  *volatile error = NULL;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		work(arg);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;

	if (error != NULL && !is_data_error(error->sqlerrcode) && error->sqlerrcode != ERRCODE_T_R_DEADLOCK_DETECTED)
		ReThrowError(error);
	return error;
}

/* ---- Rejects ---- */

static Datum
text_or_null(const char *s, char *null)
{
	*null = s == NULL ? 'n' : ' ';
	return s == NULL ? (Datum) 0 : CStringGetTextDatum(s);
}

static Datum
bytes_datum(const char *bytes, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(bytes, (int) len));
}

/* bytea, 32 bytes */
static Datum
sha256(Datum bytes)
{
	return DirectFunctionCall1(sha256_bytea, bytes);
}

/* SPI leaves its own context current and its result in memory until SPI_finish, which is far away. */
uint64
news_execute(SPIPlanPtr plan, Datum *values, const char *nulls)
{
	MemoryContext context = CurrentMemoryContext;
	int			rc = SPI_execute_plan(plan, values, nulls, false, 0);

	if (rc < 0)
		elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(rc));
	if (SPI_tuptable != NULL)
		SPI_freetuptable(SPI_tuptable);
	MemoryContextSwitchTo(context);
	return SPI_processed;
}

void
news_reject_item(NewsCorpus *corpus, const NewsItem *item, int errcode, const char *reason)
{
	const char *source = item->file ? item->file : item->source;
	char		nulls[] = "      ";
	Datum		values[lengthof(nulls) - 1];
	StringInfoData key;

	values[0] = text_or_null(source, &nulls[0]);
	values[1] = Int64GetDatum(item->line);
	nulls[1] = item->line == 0 ? 'n' : ' ';
	values[2] = CStringGetTextDatum(reason);
	values[3] = CStringGetTextDatum(unpack_sql_state(errcode));
	values[4] = item->bytes ? bytes_datum(item->bytes, item->len) : (Datum) 0;
	nulls[4] = item->bytes ? ' ' : 'n';

	initStringInfo(&key);
	appendStringInfo(&key, "%s\n" INT64_FORMAT "\n%s\n", source ? source : "", item->line, reason);
	if (item->bytes)
		appendBinaryStringInfo(&key, VARDATA_ANY(DatumGetPointer(sha256(values[4]))), 32);
	values[5] = sha256(bytes_datum(key.data, key.len));

	(void) news_execute(corpus->reject, values, nulls);
}

/* ---- Articles ---- */

/* One item on its way into the table. */
typedef struct Storing
{
	NewsCorpus *corpus;
	NewsItem	item;
	NewsSession session;		/* never closed: it goes with the item's memory */
	ArrayType  *signature;		/* of the body; NULL when it was not needed */
	bool		changed;		/* there is an earlier version of the page */
	NewsVersion earlier;		/* the one before this, where there is one */
	NewsOutcome outcome;
	int64		id;
	Datum		values[NEWS_NCOLS];
	char		nulls[NEWS_NCOLS + 1];
} Storing;

static void
set(Storing *st, int col, Datum value)
{
	st->values[col] = value;
	st->nulls[col] = ' ';
}

/* Text of the engine (UTF-8), s NULL for none. */
static void
set_str(Storing *st, int col, NewsStr str)
{
	if (str.s != NULL)
		set(st, col, PointerGetDatum(news_text_to_server(str)));
}

/* What was given, else what the page says. */
static void
set_given(Storing *st, int col, const char *given, NewsStr found)
{
	if (given != NULL)
		set(st, col, CStringGetTextDatum(given));
	else
		set_str(st, col, found);
}

static NewsStr
server_to_utf8(const char *s, size_t len)
{
	NewsText	utf8;

	news_text_from_server(s, len, &utf8);
	return (NewsStr) {utf8.s, utf8.len};
}

/* The item's page as UTF-8; its encoding goes into the row. */
static NewsStr
decode(Storing *st)
{
	NewsItem   *item = &st->item;
	NewsDecoded decoded;

	news_decode(&st->session.arena, item->bytes, (uint32_t) item->len, news_str(item->encoding), &decoded);
	if (decoded.binary)
		ereport(ERROR,
				(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
				 errmsg("the bytes are no text in any encoding")));
	set_str(st, NEWS_COL_ENCODING, decoded.encoding);
	set(st, NEWS_COL_REPLACED, Int32GetDatum((int32) decoded.replaced));
	if (decoded.replaced > 0 || decoded.basis >= NEWS_ENCODING_DETECTED)
		set(st, NEWS_COL_RAW_BYTES, bytes_datum(item->bytes, item->len));
	return decoded.text;
}

/*
 * Takes the JSON object apart.  Returns its page or article in the encoding of
 * the database and notes which of the two it is.
 */
static NewsStr
decode_json(Storing *st, bool *is_body)
{
	NewsStr		json = decode(st);
	char	   *server = pg_any_to_server(json.s, (int) json.len, PG_UTF8);

	*is_body = news_item_from_json(&st->item, server, server == json.s ? json.len : strlen(server));
	return server_to_utf8(st->item.bytes, st->item.len);
}

static void
set_published(Storing *st, const NewsArticle *article)
{
	Datum		published;

	if (st->item.published_given)
	{
		set(st, NEWS_COL_PUBLISHED, TimestampGetDatum(st->item.published));
		set(st, NEWS_COL_BASIS, CStringGetTextDatum("given"));
		set(st, NEWS_COL_SCORE, Float4GetDatum(1.0f));
	}
	else if (news_published_to_timestamp(article->published, &published))
	{
		set(st, NEWS_COL_PUBLISHED, published);
		set_str(st, NEWS_COL_BASIS, article->published_basis);
		set(st, NEWS_COL_SCORE, Float4GetDatum(article->published_score));
	}
}

/* Is there a row with this hash?  *source is its source, NULL for none, in the current context. */
static bool
find_hash(Storing *st, Datum hash, char **source)
{
	MemoryContext context = CurrentMemoryContext;
	int			rc = SPI_execute_plan(st->corpus->seen, &hash, NULL, false, 1);
	bool		found;

	if (rc != SPI_OK_SELECT)
		elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(rc));
	MemoryContextSwitchTo(context);
	found = SPI_processed > 0;
	*source = found ? SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1) : NULL;
	SPI_freetuptable(SPI_tuptable);
	MemoryContextSwitchTo(context);
	return found;
}

/* SHA-256 of a page as a source sends it that is not the first to. */
static Datum
hash_with_source(NewsStr raw, const char *source)
{
	StringInfoData bytes;

	initStringInfo(&bytes);
	appendBinaryStringInfo(&bytes, raw.s, (int) raw.len);
	appendStringInfoChar(&bytes, '\0');
	appendStringInfoString(&bytes, source);
	return sha256(bytes_datum(bytes.data, bytes.len));
}

/*
 * Is the page there?  One that another source has sent, by its own word, is a
 * report of its own all the same, and has a hash of its own.
 */
static bool
seen_before(Storing *st, NewsStr raw)
{
	const char *given = st->item.source;
	char	   *source;

	if (st->corpus->seen == NULL || !find_hash(st, st->values[NEWS_COL_HASH], &source))
		return false;
	if (given == NULL || (source != NULL && strcmp(source, given) == 0))
		return true;
	set(st, NEWS_COL_HASH, hash_with_source(raw, given));
	return find_hash(st, st->values[NEWS_COL_HASH], &source);
}

static const char *
column_text(const Storing *st, int col)
{
	return st->nulls[col] == ' ' ? TextDatumGetCString(st->values[col]) : NULL;
}

static bool
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Looks for an earlier version of the page; false when its newest one reads as this one does. */
static bool
set_version(Storing *st)
{
	const char *address = news_page_address(&st->item, column_text(st, NEWS_COL_URL));

	st->changed = address != NULL &&
		news_find_version(st->corpus, address, column_text(st, NEWS_COL_SOURCE), &st->earlier);
	set(st, NEWS_COL_VERSION, Int32GetDatum(st->changed ? st->earlier.number + 1 : 1));
	if (!st->changed)
		return true;
	set(st, NEWS_COL_VERSION_OF, Int64GetDatum(st->earlier.first));
	return !same_text(column_text(st, NEWS_COL_BODY), st->earlier.body) ||
		!same_text(column_text(st, NEWS_COL_TITLE), st->earlier.title);
}

static void
mark_copy(Storing *st, NewsStr body)
{
	NewsCopies	copies = {0};

	if (st->corpus->copies != NULL)
	{
		st->signature = news_signature_array(&st->session.arena, body);
		copies = news_find_copies(st->corpus, st->signature);
	}
	/* An earlier version is no other report. */
	if (copies.found && !(st->changed && copies.original == st->earlier.first))
		set(st, NEWS_COL_DUPLICATE_OF, Int64GetDatum(copies.original));
	set(st, NEWS_COL_COMMON, Int32GetDatum((int32) copies.common));
}

static bool
is_blank(NewsStr str)
{
	for (uint32_t i = 0; i < str.len; i++)
		if ((unsigned char) str.s[i] > ' ')
			return false;
	return true;
}

/* Fills the columns that the page tells; returns its body. */
static NewsStr
read_article(Storing *st, NewsStr raw, bool is_body)
{
	NewsItem   *item = &st->item;
	NewsArticle article;
	NewsStr		url = NEWS_NO_STR;

	if (item->url)
		url = server_to_utf8(item->url, strlen(item->url));
	/* A day that is given makes needless what the whole of a body says of it. */
	if (is_body && item->published_given)
		news_read_body(&st->session.arena, raw, url, &article);
	else
		news_read_article(&st->session.arena, raw, url, &article);
	if (is_body)
		article.body = raw;
	if (is_blank(article.body))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_EXCEPTION),
				 errmsg("the page holds no article")));

	set_given(st, NEWS_COL_SOURCE, item->source ? item->source : item->file, article.site);
	set_given(st, NEWS_COL_URL, item->url, article.url);
	set_given(st, NEWS_COL_TITLE, item->title, article.title);
	set_given(st, NEWS_COL_BYLINE, item->byline, article.byline);
	set_given(st, NEWS_COL_SECTION, item->section, article.section);
	set_given(st, NEWS_COL_LANGUAGE, item->language, article.language);
	set_published(st, &article);
	set_str(st, NEWS_COL_BODY, article.body);
	if (item->meta)
		set(st, NEWS_COL_META, JsonbPGetDatum(item->meta));
	return article.body;
}

/* Its signature is known: the generated column need not make it anew. */
static uint64
insert_row(Storing *st)
{
	volatile uint64 rows = 0;

	news_signature_remember(DatumGetTextPP(st->values[NEWS_COL_BODY]), st->signature);
	PG_TRY();
	{
		rows = news_execute(st->corpus->insert, st->values, st->nulls);
	}
	PG_FINALLY();
	{
		news_signature_remember(NULL, NULL);
	}
	PG_END_TRY();
	return rows;
}

/* Runs in the item's subtransaction. */
static void
store_item(void *arg)
{
	Storing    *st = arg;
	bool		is_body = false;
	NewsStr		raw;
	NewsStr		body;

	if (st->item.format == NEWS_ITEM_JSON)
		raw = decode_json(st, &is_body);
	else if (st->item.format == NEWS_ITEM_BYTES)
		raw = decode(st);
	else
		raw = server_to_utf8(st->item.bytes, st->item.len);

	set_str(st, NEWS_COL_RAW, raw);
	set(st, NEWS_COL_HASH, sha256(bytes_datum(raw.s, raw.len)));
	if (seen_before(st, raw))
	{
		st->outcome = NEWS_DUPLICATE;
		return;
	}
	body = read_article(st, raw, is_body);
	if (!set_version(st))
	{
		st->outcome = NEWS_DUPLICATE;
		return;
	}
	mark_copy(st, body);

	st->id = nextval_internal(st->corpus->sequence, false);
	set(st, NEWS_COL_ID, Int64GetDatum(st->id));
	st->outcome = insert_row(st) > 0 ? NEWS_STORED : NEWS_DUPLICATE;
	if (st->outcome == NEWS_STORED && st->changed)
		news_supersede(st->corpus, &st->earlier, st->id);
}

/* What the error says; of errors in the data themselves, also in detail. */
static const char *
reason_of(const ErrorData *error)
{
	if (error->detail == NULL || ERRCODE_TO_CATEGORY(error->sqlerrcode) != ERRCODE_DATA_EXCEPTION)
		return error->message;
	return psprintf("%s: %s", error->message, error->detail);
}

NewsOutcome
news_ingest_item(NewsCorpus *corpus, const NewsItem *item, int64 *id)
{
	MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "news ingest item", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(work);
	Storing    *st = palloc0(sizeof(Storing));
	ErrorData  *error;
	NewsOutcome outcome;

	st->corpus = corpus;
	st->item = *item;
	news_session_open(&st->session);
	memset(st->nulls, 'n', NEWS_NCOLS);
	set(st, NEWS_COL_REPLACED, Int32GetDatum(0));

	error = news_try(store_item, st);
	if (error != NULL && error->sqlerrcode == ERRCODE_T_R_DEADLOCK_DETECTED)
	{
		if (!corpus->commits)
			ReThrowError(error);
		st->outcome = NEWS_BLOCKED;
	}
	else if (error != NULL)
	{
		news_reject_item(corpus, item, error->sqlerrcode, reason_of(error));
		st->outcome = NEWS_REJECTED;
	}
	outcome = st->outcome;
	*id = st->id;

	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);
	return outcome;
}
