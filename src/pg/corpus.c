/*
 * corpus.c
 *	  news_create_corpus: a table for articles with its rejects and indexes.
 *
 * The corpus is an ordinary table of the caller's: it can be queried, altered,
 * dumped and dropped without this extension knowing.  Column news is generated,
 * not filled at ingest, so that it follows when the user corrects a body or a
 * date, and when the corpus is restored from a dump by a newer release.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/sequence.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/varlena.h"

#include "compat.h"
#include "corpus.h"

PG_FUNCTION_INFO_V1(news_create_corpus);

/*
 * %c is the corpus, %r its rejects table, %e the extension's schema, all quoted
 * as identifiers where they need it.
 */
static const char *const create_statements[] = {
	"CREATE TABLE %c ("
	" id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
	" source text,"
	" url text,"
	" title text,"
	" byline text,"
	" section text,"
	" language text,"
	" published timestamp,"
	" published_basis text,"
	" published_score real,"
	" body text NOT NULL,"
	" news %e.newsvector GENERATED ALWAYS AS (%e.to_newsvector(body,"
	" CASE WHEN published_score >= " NEWS_PUBLISHED_BELIEVED " THEN published END)) STORED,"
	" signature bigint[] GENERATED ALWAYS AS (%e.news_signature(body)) STORED,"
	" signature_common integer NOT NULL DEFAULT 0,"
	" duplicate_of bigint,"
	" version integer NOT NULL DEFAULT 1,"
	" version_of bigint,"
	" superseded_by bigint,"
	" raw text NOT NULL,"
	" raw_bytes bytea,"
	" encoding text,"
	" replaced integer NOT NULL DEFAULT 0,"
	" meta jsonb,"
	" hash bytea NOT NULL UNIQUE,"
	" ingested_at timestamptz NOT NULL DEFAULT pg_catalog.now())",

#if PG_VERSION_NUM >= 140000 && defined(USE_LZ4)
	/* A sixth of the time that the server's own takes, which is a tenth of all of an ingestion's. */
	"ALTER TABLE %c ALTER body SET COMPRESSION lz4, ALTER news SET COMPRESSION lz4,"
	" ALTER raw SET COMPRESSION lz4, ALTER raw_bytes SET COMPRESSION lz4",
#endif

	"CREATE INDEX ON %c USING gin (news)",
	"CREATE INDEX ON %c (published)",
	/* The page that a new version is of; addresses are too long for an index. */
	"CREATE INDEX ON %c (pg_catalog.hashtextextended(coalesce(url, source), 0)) WHERE " NEWS_HAS_ADDRESS,
	/* Every article looks here for its like: a list of pending entries would be read through each time. */
	"CREATE INDEX ON %c USING gin (%e.news_signature_keys(signature, signature_common)) WITH (fastupdate = off)",

	"CREATE TABLE %r ("
	" id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
	" source text,"
	" line bigint,"
	" reason text NOT NULL,"
	" errcode text NOT NULL,"
	" raw bytea,"
	" hash bytea NOT NULL UNIQUE,"
	" rejected_at timestamptz NOT NULL DEFAULT pg_catalog.now())",

	"COMMENT ON TABLE %c IS 'news articles, written by news_ingest and news_ingest_files'",
	"COMMENT ON COLUMN %c.source IS 'who it comes from, or the file'",
	"COMMENT ON COLUMN %c.published IS 'local time of the newsroom'",
	"COMMENT ON COLUMN %c.published_basis IS 'evidence for published: given, meta, json-ld, time, url, dateline, text'",
	"COMMENT ON COLUMN %c.published_score IS '0 to 1; below " NEWS_PUBLISHED_BELIEVED
	" the date is doubted, and no relative date is resolved against it'",
	"COMMENT ON COLUMN %c.body IS 'the article, without the page around it'",
	"COMMENT ON COLUMN %c.news IS 'entities, dates and events of the body'",
	"COMMENT ON COLUMN %c.signature IS 'by which copies of the body are found'",
	"COMMENT ON COLUMN %c.signature_common IS 'bits of its numbers, from the first, that many articles had before: the index does without them'",
	"COMMENT ON COLUMN %c.duplicate_of IS 'id of the first article stored of which this is a copy, with something cut, added or changed; NULL for a report of its own'",
	"COMMENT ON COLUMN %c.version IS 'number of this text among those that its page had, from 1'",
	"COMMENT ON COLUMN %c.version_of IS 'id of the first version of the page; NULL for the first'",
	"COMMENT ON COLUMN %c.superseded_by IS 'id of the next version; NULL for the newest'",
	"COMMENT ON COLUMN %c.raw IS 'the page as it came'",
	"COMMENT ON COLUMN %c.raw_bytes IS 'its bytes, where decoding them took a guess or a replacement'",
	"COMMENT ON COLUMN %c.encoding IS 'encoding the bytes were read in; NULL for what came as text'",
	"COMMENT ON COLUMN %c.replaced IS 'characters that could not be decoded and are U+FFFD in raw'",
	"COMMENT ON COLUMN %c.meta IS 'what else the JSON object said'",
	"COMMENT ON COLUMN %c.hash IS 'SHA-256 of raw: the same page is ingested once; of raw and source where another source had sent it'",

	"COMMENT ON TABLE %r IS 'what could not be ingested, and why'",
	"COMMENT ON COLUMN %r.source IS 'the file, or the source that was given'",
	"COMMENT ON COLUMN %r.line IS 'line of the file (JSON array: element), from 1; NULL for all of it'",
	"COMMENT ON COLUMN %r.errcode IS 'SQLSTATE of the error'",
	"COMMENT ON COLUMN %r.raw IS 'the bytes that were rejected'",
	"COMMENT ON COLUMN %r.hash IS 'SHA-256 of source, line, reason and bytes: the same fault is written once'",
};

/* Runs a statement with the names put in. */
static void
execute_template(const char *template, const char *corpus, const char *rejects, const char *extension)
{
	StringInfoData sql;
	int			rc;

	initStringInfo(&sql);
	for (const char *p = template; *p; p++)
	{
		if (*p != '%')
			appendStringInfoChar(&sql, *p);
		else if (*++p == 'c')
			appendStringInfoString(&sql, corpus);
		else
			appendStringInfoString(&sql, *p == 'r' ? rejects : extension);
	}
	rc = SPI_execute(sql.data, false, 0);
	if (rc != SPI_OK_UTILITY)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(rc));
}

/* Name of the rejects table of a corpus, which must fit an identifier. */
static char *
rejects_name(const char *corpus)
{
	if (strlen(corpus) + strlen(NEWS_REJECTS_SUFFIX) >= NAMEDATALEN)
		ereport(ERROR,
				(errcode(ERRCODE_NAME_TOO_LONG),
				 errmsg("corpus name \"%s\" is too long", corpus),
				 errdetail("Its rejects table adds \"%s\"; a name has at most %d bytes.",
						   NEWS_REJECTS_SUFFIX, NAMEDATALEN - 1)));
	return psprintf("%s%s", corpus, NEWS_REJECTS_SUFFIX);
}

/* A name that is taken is reported before anything is created. */
static void
check_name_free(Oid schema, const char *name)
{
	if (OidIsValid(get_relname_relid(name, schema)))
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_TABLE),
				 errmsg("relation \"%s\" already exists in schema \"%s\"", name, get_namespace_name(schema)),
				 errhint("A corpus needs two free names: its own and that of its rejects table.")));
}

/*
 * news_create_corpus(name text) returns regclass
 *
 * The name is read as a regclass is: folded to lower case unless quoted, with a
 * schema before it or not.
 */
Datum
news_create_corpus(PG_FUNCTION_ARGS)
{
	RangeVar   *name = makeRangeVarFromNameList(textToQualifiedNameList(PG_GETARG_TEXT_PP(0)));
	Oid			schema = RangeVarGetCreationNamespace(name);
	char	   *schema_name = get_namespace_name(schema);
	char	   *rejects = rejects_name(name->relname);
	const char *extension_schema = get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	const char *corpus_sql = quote_qualified_identifier(schema_name, name->relname);
	const char *rejects_sql = quote_qualified_identifier(schema_name, rejects);

	check_name_free(schema, name->relname);
	check_name_free(schema, rejects);

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	for (int i = 0; i < (int) lengthof(create_statements); i++)
		execute_template(create_statements[i], corpus_sql, rejects_sql, quote_identifier(extension_schema));
	SPI_finish();

	PG_RETURN_OID(get_relname_relid(name->relname, schema));
}
