/*
 * ingest_open.c
 *	  Opening a corpus for ingestion: what it must be, and its statements.
 *
 * The SQL goes through SPI with the caller's rights, so grants, row security,
 * triggers and constraints of the table hold.  INSERT on the two tables is
 * enough; who may SELECT as well is spared work on what is there already, and
 * gets copies marked.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/sequence.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/syscache.h"

#include "compat.h"
#include "corpus.h"

/* The parameters in the order of NewsColumn. */
static const char insert_sql[] =
"INSERT INTO %s (id, source, url, title, byline, section, language, published, published_basis,"
" published_score, body, signature_common, duplicate_of, version, version_of, raw, raw_bytes, encoding, replaced, meta, hash)"
" OVERRIDING SYSTEM VALUE"
" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"
" ON CONFLICT DO NOTHING";

static Oid	insert_types[NEWS_NCOLS] = {
	INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TIMESTAMPOID, TEXTOID,
	FLOAT4OID, TEXTOID, INT4OID, INT8OID, INT4OID, INT8OID, TEXTOID, BYTEAOID, TEXTOID, INT4OID, JSONBOID, BYTEAOID
};

static const char reject_sql[] =
"INSERT INTO %s (source, line, reason, errcode, raw, hash) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

static Oid	reject_types[] = {TEXTOID, INT8OID, TEXTOID, TEXTOID, BYTEAOID, BYTEAOID};

static const char seen_sql[] = "SELECT source FROM %s WHERE hash = $1";

static Oid	seen_types[] = {BYTEAOID};

/*
 * Who has a number of the signature in the index.  Ingestion keeps the rows few;
 * the limit is for tables whose rows came by other ways.
 */
static const char copies_sql[] =
"SELECT id, coalesce(duplicate_of, version_of), signature, signature_common FROM %s"
" WHERE %s.news_signature_keys(signature, signature_common) OPERATOR(pg_catalog.&&) $1 LIMIT 1024";

static Oid	copies_types[] = {INT8ARRAYOID};

/*
 * The newest version of the page at address $1, from source $2: the same, or a
 * file or nobody, which tell nothing of who wrote it.
 */
static const char newest_sql[] =
"SELECT id, version, coalesce(version_of, id), body, title FROM %s"
" WHERE " NEWS_HAS_ADDRESS
" AND pg_catalog.hashtextextended(coalesce(url, source), 0) = pg_catalog.hashtextextended($1, 0) AND coalesce(url, source) = $1"
" AND (source = $2 OR coalesce(pg_catalog.starts_with(source, '/'), true) OR coalesce(pg_catalog.starts_with($2, '/'), true))"
" ORDER BY coalesce(source = $2, false) DESC, id DESC LIMIT 1";

static Oid	newest_types[] = {TEXTOID, TEXTOID};

static const char lock_sql[] = "SELECT FROM %s WHERE id = $1 AND superseded_by IS NULL FOR NO KEY UPDATE";

static Oid	lock_types[] = {INT8OID};

static const char supersede_sql[] = "UPDATE %s SET superseded_by = $2 WHERE id = $1";

static Oid	supersede_types[] = {INT8OID, INT8OID};

static SPIPlanPtr
prepare(const char *statement, int nargs, Oid *types, int options, bool keep)
{
	MemoryContext context = CurrentMemoryContext;
	SPIPlanPtr	plan = SPI_prepare_cursor(statement, nargs, types, options);

	if (plan == NULL)
		elog(ERROR, "SPI_prepare_cursor failed: %s", SPI_result_code_string(SPI_result));
	if (keep)
		SPI_keepplan(plan);
	MemoryContextSwitchTo(context);		/* SPI leaves its own current */
	return plan;
}

/* Is it a table that news_create_corpus made, as far as one can see? */
static void
check_is_corpus(Relation rel)
{
	Oid			relid = RelationGetRelid(rel);

	if (rel->rd_rel->relkind != RELKIND_RELATION ||
		get_attnum(relid, "id") == InvalidAttrNumber ||
		get_attnum(relid, "news") == InvalidAttrNumber ||
		get_attnum(relid, "signature_common") == InvalidAttrNumber ||
		get_attnum(relid, "superseded_by") == InvalidAttrNumber ||
		get_attnum(relid, "hash") == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a corpus", RelationGetRelationName(rel)),
				 errhint("Create one with news_create_corpus.")));
}

static void
check_may_insert(Relation rel)
{
	AclResult	right = pg_class_aclcheck(RelationGetRelid(rel), GetUserId(), ACL_INSERT);

	if (right != ACLCHECK_OK)
		aclcheck_error(right, OBJECT_TABLE, RelationGetRelationName(rel));
}

/* Qualified name of the rejects table. */
static const char *
rejects_of(Relation rel)
{
	char	   *name = psprintf("%s%s", RelationGetRelationName(rel), NEWS_REJECTS_SUFFIX);
	Oid			schema = RelationGetNamespace(rel);

	if (!OidIsValid(get_relname_relid(name, schema)))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("corpus \"%s\" has no rejects table \"%s\"", RelationGetRelationName(rel), name),
				 errhint("When a corpus is renamed or moved, its rejects table must be renamed or moved with it.")));
	return quote_qualified_identifier(get_namespace_name(schema), name);
}

/* The schema of the extension, quoted: that of the type of column news. */
static const char *
extension_schema(Oid relid)
{
	HeapTuple	type = SearchSysCache1(TYPEOID, ObjectIdGetDatum(get_atttype(relid, get_attnum(relid, "news"))));
	Oid			schema;

	if (!HeapTupleIsValid(type))
		elog(ERROR, "cache lookup failed for the type of column news");
	schema = ((Form_pg_type) GETSTRUCT(type))->typnamespace;
	ReleaseSysCache(type);
	return quote_identifier(get_namespace_name(schema));
}

static bool
may_update(Oid relid, const char *column)
{
	return pg_class_aclcheck(relid, GetUserId(), ACL_UPDATE) == ACLCHECK_OK ||
		pg_attribute_aclcheck(relid, get_attnum(relid, column), GetUserId(), ACL_UPDATE) == ACLCHECK_OK;
}

/* What asks for rows of the table: NULL for who may not see them. */
static void
prepare_lookups(NewsCorpus *corpus, Oid relid, const char *name, bool keep)
{
	corpus->seen = corpus->copies = corpus->newest = corpus->lock = corpus->supersede = NULL;
	if (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		return;
	corpus->seen = prepare(psprintf(seen_sql, name), lengthof(seen_types), seen_types, 0, keep);
	/* Under row security no index is used for &&, and to read all of a corpus for each article is too much. */
	if (check_enable_rls(relid, InvalidOid, true) == RLS_ENABLED)
		return;
	corpus->copies = prepare(psprintf(copies_sql, name, extension_schema(relid)), lengthof(copies_types), copies_types,
							 CURSOR_OPT_GENERIC_PLAN, keep);
	if (!may_update(relid, "superseded_by"))
		return;
	corpus->newest = prepare(psprintf(newest_sql, name), lengthof(newest_types), newest_types, CURSOR_OPT_GENERIC_PLAN, keep);
	corpus->lock = prepare(psprintf(lock_sql, name), lengthof(lock_types), lock_types, 0, keep);
	corpus->supersede = prepare(psprintf(supersede_sql, name), lengthof(supersede_types), supersede_types, 0, keep);
}

void
news_corpus_open(NewsCorpus *corpus, Oid relid, bool keep)
{
	MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "news corpus open", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(work);
	Relation	rel;
	const char *name;
	const char *rejects;

	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot ingest articles in a database with encoding SQL_ASCII"),
				 errhint("Use a database with encoding UTF8.")));
	PreventCommandIfReadOnly("news_ingest()");
	rel = table_open(relid, RowExclusiveLock);
	check_is_corpus(rel);
	check_may_insert(rel);
	name = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(rel)), RelationGetRelationName(rel));
	rejects = rejects_of(rel);

	corpus->user = GetUserId();
	corpus->schema = RelationGetNamespace(rel);
	namestrcpy(&corpus->name, RelationGetRelationName(rel));
	corpus->sequence = news_identity_sequence(rel, get_attnum(relid, "id"));
	corpus->insert = prepare(psprintf(insert_sql, name), NEWS_NCOLS, insert_types, 0, keep);
	corpus->reject = prepare(psprintf(reject_sql, rejects), lengthof(reject_types), reject_types, 0, keep);
	prepare_lookups(corpus, relid, name, keep);
	table_close(rel, NoLock);
	corpus->relid = relid;

	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);
}

static void
free_plan(SPIPlanPtr *plan)
{
	if (*plan != NULL)
		SPI_freeplan(*plan);
	*plan = NULL;
}

/* Also frees what an open left behind that ended in an error. */
void
news_corpus_close(NewsCorpus *corpus)
{
	corpus->relid = InvalidOid;
	free_plan(&corpus->insert);
	free_plan(&corpus->reject);
	free_plan(&corpus->seen);
	free_plan(&corpus->copies);
	free_plan(&corpus->newest);
	free_plan(&corpus->lock);
	free_plan(&corpus->supersede);
}

/*
 * The plans hold the name of the table, not the table: renamed, it must be
 * opened anew.
 */
bool
news_corpus_is_open(const NewsCorpus *corpus, Oid relid)
{
	char	   *name;

	if (!OidIsValid(relid) || corpus->relid != relid || corpus->user != GetUserId())
		return false;
	name = get_rel_name(relid);
	return name != NULL && strcmp(name, NameStr(corpus->name)) == 0 && get_rel_namespace(relid) == corpus->schema;
}
