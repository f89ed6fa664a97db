/*
 * articles.c
 *	  Reading articles from a table, by SQL with the caller's rights.
 */
#include "articles.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "corpus.h"
#include "query/query.h"

/* Rows that are fetched at a time. */
#define BATCH 256

/* Articles that are asked for by id in one statement. */
#define FETCH 1000

/* ---- Columns ---- */

static void
check_readable(Relation rel)
{
	switch (rel->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_VIEW:
		case RELKIND_MATVIEW:
		case RELKIND_FOREIGN_TABLE:
			return;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is not a table or view", RelationGetRelationName(rel))));
	}
}

/* The type of a column; InvalidOid when there is none of the name. */
static Oid
column_type(Relation rel, const char *name)
{
	AttrNumber	number = get_attnum(RelationGetRelid(rel), name);

	if (number <= 0)
		return InvalidOid;
	return getBaseType(TupleDescAttr(RelationGetDescr(rel), number - 1)->atttypid);
}

static void
require_column(Relation rel, const char *name, bool good, const char *type)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" holds no articles that can be read", RelationGetRelationName(rel)),
				 errdetail("It needs a column \"%s\" of type %s.", name, type),
				 errhint("A corpus has it; over a table of your own, create a view that names its columns so.")));
}

static bool
is_text(Oid type)
{
	return type == TEXTOID || type == VARCHAROID || type == BPCHAROID;
}

/* SQL for when the article was published, by the type of its column. */
static const char *
published_sql(Relation rel)
{
	switch (column_type(rel, "published"))
	{
		case InvalidOid:
			return "NULL::pg_catalog.timestamp";
		case TIMESTAMPTZOID:
			return "(a.published AT TIME ZONE 'UTC')";
		case TIMESTAMPOID:
		case DATEOID:
			return "a.published::pg_catalog.timestamp";
		default:
			require_column(rel, "published", false, "timestamp, date or timestamptz");
			return NULL;
	}
}

void
news_articles_open(NewsArticles *articles, Oid relid, Oid function)
{
	Relation	rel = relation_open(relid, AccessShareLock);
	Oid			schema = get_func_namespace(function);
	Oid			id;

	check_readable(rel);
	articles->name = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(rel)), RelationGetRelationName(rel));
	articles->schema = quote_identifier(get_namespace_name(schema));
	articles->vector_type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("newsvector"), ObjectIdGetDatum(schema));
	articles->query_type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("newsquery"), ObjectIdGetDatum(schema));
	id = column_type(rel, "id");
	require_column(rel, "id", id == INT8OID || id == INT4OID || id == INT2OID, "bigint");
	require_column(rel, "news", column_type(rel, "news") == articles->vector_type, "newsvector");
	articles->published = articles->believed = published_sql(rel);
	if (OidIsValid(column_type(rel, "published_score")))
		articles->believed = psprintf("CASE WHEN a.published_score >= %s THEN %s END", NEWS_PUBLISHED_BELIEVED, articles->published);
	articles->origin = psprintf("coalesce(%s%sa.id)::pg_catalog.int8",
								OidIsValid(column_type(rel, "duplicate_of")) ? "a.duplicate_of, " : "",
								OidIsValid(column_type(rel, "version_of")) ? "a.version_of, " : "");
	articles->condition = OidIsValid(column_type(rel, "superseded_by")) ? "a.news IS NOT NULL AND a.superseded_by IS NULL" : "a.news IS NOT NULL";
	articles->title = is_text(column_type(rel, "title")) ? "a.title::pg_catalog.text" : "NULL::pg_catalog.text";
	articles->has_body = is_text(column_type(rel, "body"));
	articles->body = articles->has_body ? "a.body::pg_catalog.text" : "NULL::pg_catalog.text";
	relation_close(rel, NoLock);
}

/* ---- Rows ---- */

/* The columns that every statement selects, in this order. */
enum
{
	COL_ID = 1, COL_ORIGIN, COL_PUBLISHED, COL_BELIEVED, COL_NEWS, COL_BODY, COL_TITLE
};

static void
select_columns(StringInfo sql, const NewsArticles *a, const char *texts_when)
{
	appendStringInfo(sql, "SELECT a.id::pg_catalog.int8, %s, %s, %s, a.news,"
					 " CASE WHEN %s THEN %s END, CASE WHEN %s THEN %s END FROM %s a WHERE %s",
					 a->origin, a->published, a->believed, texts_when, a->body, texts_when, a->title, a->name, a->condition);
}

static Datum
column(HeapTuple tuple, TupleDesc desc, int number, bool *known)
{
	bool		null;
	Datum		value = SPI_getbinval(tuple, desc, number, &null);

	*known = !null;
	return value;
}

static NewsPublished
published_column(HeapTuple tuple, TupleDesc desc, int number)
{
	bool		known;
	Datum		value = column(tuple, desc, number, &known);

	return known ? news_published_from_timestamp(DatumGetTimestamp(value)) : (NewsPublished) {false, 0, 0};
}

static struct varlena *
varlena_column(HeapTuple tuple, TupleDesc desc, int number)
{
	bool		known;
	Datum		value = column(tuple, desc, number, &known);

	return known ? PG_DETOAST_DATUM_PACKED(value) : NULL;
}

static void
read_row(HeapTuple tuple, TupleDesc desc, NewsArticleRow *row)
{
	bool		known;

	row->id = DatumGetInt64(column(tuple, desc, COL_ID, &known));
	if (!known)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("an article has no id")));
	row->origin = DatumGetInt64(column(tuple, desc, COL_ORIGIN, &known));
	row->published = published_column(tuple, desc, COL_PUBLISHED);
	row->believed = published_column(tuple, desc, COL_BELIEVED);
	row->news = varlena_column(tuple, desc, COL_NEWS);
	row->body = varlena_column(tuple, desc, COL_BODY);
	row->title = varlena_column(tuple, desc, COL_TITLE);
}

/* Runs a statement and calls back for its rows, each in memory of its own. */
static void
run(const char *sql, int nargs, Oid *types, Datum *values, NewsArticleCallback callback, void *arg)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext work = AllocSetContextCreate(caller, "news article", ALLOCSET_DEFAULT_SIZES);
	Portal		portal = SPI_cursor_open_with_args(NULL, sql, nargs, types, values, NULL, true, 0);

	for (;;)
	{
		SPITupleTable *table;

		SPI_cursor_fetch(portal, true, BATCH);
		if (SPI_processed == 0)
			break;
		table = SPI_tuptable;
		for (uint64 i = 0; i < table->numvals; i++)
		{
			NewsArticleRow row;

			MemoryContextReset(work);
			MemoryContextSwitchTo(work);
			read_row(table->vals[i], table->tupdesc, &row);
			callback(arg, &row);
			MemoryContextSwitchTo(caller);
		}
		SPI_freetuptable(table);
		MemoryContextSwitchTo(caller);
	}
	SPI_cursor_close(portal);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);
}

/* "date:from..to | event:*@from..to" as a value. */
static struct varlena *
days_query(NewsDays within)
{
	NewsSession session;
	struct varlena *value;
	NewsQueryNode nodes[3] = {{.op = NEWS_QUERY_DATE}, {.op = NEWS_QUERY_EVENT}, {.op = NEWS_QUERY_OR}};
	NewsQuery	query = {nodes, 3};

	for (int i = 0; i < 3; i++)
	{
		nodes[i].name.kind = nodes[i].actor.kind = nodes[i].recipient.kind = NEWS_ANY_KIND;
		nodes[i].during = i < 2 ? within : NEWS_NO_DAYS;
		nodes[i].statuses = NEWS_ALL_STATUSES;
	}
	news_session_open(&session);
	value = news_value(news_query_encode(&session.arena, &query));
	news_session_close(&session);
	return value;
}

void
news_articles_scan(const NewsArticles *articles, const struct varlena *query, NewsDays within, NewsArticleTexts texts,
				   NewsArticleCallback callback, void *arg)
{
	static const char *const conditions[] = {"false", NULL, "true"};
	StringInfoData sql;
	Oid			types[2];
	Datum		values[2];
	int			n = 0;

	initStringInfo(&sql);
	select_columns(&sql, articles, texts == NEWS_TEXTS_UNDATED ? psprintf("(%s) IS NULL", articles->believed) : conditions[texts]);
	if (query)
	{
		types[n] = articles->query_type;
		values[n++] = PointerGetDatum(query);
		appendStringInfo(&sql, " AND a.news OPERATOR(%s.@@) $%d", articles->schema, n);
	}
	if (within.from != NEWS_NO_DAY)
	{
		types[n] = articles->query_type;
		values[n++] = PointerGetDatum(days_query(within));
		appendStringInfo(&sql, " AND (a.news OPERATOR(%s.@@) $%d OR (%s) IS NULL)", articles->schema, n, articles->believed);
	}
	run(sql.data, n, types, values, callback, arg);
}

static void
fetch_batch(const NewsArticles *articles, const int64 *ids, int n, NewsArticleCallback callback, void *arg)
{
	StringInfoData sql;
	Oid			type = INT8ARRAYOID;
	Datum		items[FETCH];
	Datum		array;

	for (int i = 0; i < n; i++)
		items[i] = Int64GetDatum(ids[i]);
	array = PointerGetDatum(construct_array(items, n, INT8OID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
	initStringInfo(&sql);
	select_columns(&sql, articles, "true");
	appendStringInfoString(&sql, " AND a.id = ANY ($1)");
	run(sql.data, 1, &type, &array, callback, arg);
}

void
news_articles_fetch(const NewsArticles *articles, const int64 *ids, uint32 n, NewsArticleCallback callback, void *arg)
{
	for (uint32 i = 0; i < n; i += FETCH)
		fetch_batch(articles, &ids[i], (int) Min(n - i, FETCH), callback, arg);
}

bool
news_articles_any_undated(const NewsArticles *articles, const struct varlena *query)
{
	StringInfoData sql;
	Oid			type = articles->query_type;
	Datum		value = PointerGetDatum(query);
	MemoryContext caller = CurrentMemoryContext;
	bool		any;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT FROM %s a WHERE %s AND (%s) IS NULL", articles->name, articles->condition, articles->believed);
	if (query)
		appendStringInfo(&sql, " AND a.news OPERATOR(%s.@@) $1", articles->schema);
	if (SPI_execute_with_args(sql.data, query != NULL, &type, &value, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "cannot read articles");
	any = SPI_processed > 0;
	SPI_freetuptable(SPI_tuptable);
	MemoryContextSwitchTo(caller);
	return any;
}
