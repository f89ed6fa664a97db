/*
 * corpus.h
 *	  A corpus: a table of articles, and what ingestion does to it.
 *
 * Private to corpus.c and ingest*.c; ingest_open.c opens, ingest_store.c stores,
 * ingest_copies.c and ingest_versions.c compare with what is there.
 */
#ifndef NEWS_CORPUS_H
#define NEWS_CORPUS_H

#include "postgres.h"

#include "access/attnum.h"
#include "datatype/timestamp.h"
#include "executor/spi.h"
#include "utils/array.h"
#include "utils/jsonb.h"

/* The rejects table of corpus "x" is "x_rejects", in the same schema. */
#define NEWS_REJECTS_SUFFIX "_rejects"

/*
 * From this score on the page's date is believed: relative dates are resolved
 * against it.  The generated column of the corpus says the same in SQL.
 */
#define NEWS_PUBLISHED_BELIEVED "0.5"

/* Of rows among which the earlier version of a page is looked for, in SQL; an index has the condition, too. */
#define NEWS_HAS_ADDRESS "superseded_by IS NULL AND (url IS NOT NULL OR pg_catalog.starts_with(source, '/'))"

/* What ingestion writes of an article, in the order of the statement's parameters. */
typedef enum NewsColumn
{
	NEWS_COL_ID, NEWS_COL_SOURCE, NEWS_COL_URL, NEWS_COL_TITLE, NEWS_COL_BYLINE, NEWS_COL_SECTION, NEWS_COL_LANGUAGE, NEWS_COL_PUBLISHED, NEWS_COL_BASIS,
	NEWS_COL_SCORE, NEWS_COL_BODY, NEWS_COL_COMMON, NEWS_COL_DUPLICATE_OF, NEWS_COL_VERSION, NEWS_COL_VERSION_OF, NEWS_COL_RAW, NEWS_COL_RAW_BYTES, NEWS_COL_ENCODING, NEWS_COL_REPLACED, NEWS_COL_META, NEWS_COL_HASH,
	NEWS_NCOLS
} NewsColumn;

/* An open corpus: its statements, prepared, for one user. */
typedef struct NewsCorpus
{
	Oid			relid;			/* InvalidOid when it is not open */
	Oid			user;
	Oid			schema;			/* where it was and what it was called when it was opened */
	NameData	name;
	bool		commits;		/* set by a caller that, when blocked, commits and tries again */
	Oid			sequence;		/* of column id */
	SPIPlanPtr	insert;
	SPIPlanPtr	reject;
	SPIPlanPtr	seen;			/* NULL when the user may not SELECT */
	SPIPlanPtr	copies;			/* likewise, or when row security is in force */
	SPIPlanPtr	newest;			/* likewise, or when the user may not UPDATE superseded_by */
	SPIPlanPtr	lock;			/* likewise */
	SPIPlanPtr	supersede;		/* likewise */
} NewsCorpus;

/*
 * Prepares for ingestion into relid; reports what is no corpus and what the
 * user may not write to.  SPI is connected.  The plans last until SPI_finish,
 * or, when keep is set, until news_corpus_close.
 */
extern void news_corpus_open(NewsCorpus *corpus, Oid relid, bool keep);
extern void news_corpus_close(NewsCorpus *corpus);

/* Is that the table, under its name of today, open for the current user? */
extern bool news_corpus_is_open(const NewsCorpus *corpus, Oid relid);

typedef enum NewsItemFormat
{
	NEWS_ITEM_TEXT,				/* a page, in the encoding of the database */
	NEWS_ITEM_BYTES,			/* a page, in an encoding to be found out */
	NEWS_ITEM_JSON				/* bytes of one JSON object with a page or an article in it */
} NewsItemFormat;

/*
 * What is to be ingested.  Strings are in the encoding of the database, NULL
 * for "not given"; what is given wins over what the page says.
 */
typedef struct NewsItem
{
	NewsItemFormat format;
	const char *bytes;
	size_t		len;

	const char *file;			/* where it comes from: the source when no other is known; NULL for none */
	int64		line;			/* 1-based line (JSON array: element) in file, 0 for all of it */

	const char *source;
	const char *url;
	const char *title;
	const char *byline;
	const char *section;
	const char *language;
	const char *encoding;		/* of bytes, as somebody says */
	bool		published_given;
	Timestamp	published;
	Jsonb	   *meta;			/* what else a JSON object says */
} NewsItem;

typedef enum NewsOutcome
{
	NEWS_STORED, NEWS_DUPLICATE, NEWS_REJECTED,
	NEWS_BLOCKED				/* nothing was done: another session waits for this transaction, and this one for it */
} NewsOutcome;

/*
 * Ingests one item in a subtransaction of its own.  What the data cause
 * becomes a row of the rejects table; what the server or the user cause (a
 * cancel, a full disk, a missing right, a serialization failure) is an error; so
 * is a deadlock, unless the corpus was opened by a caller that commits.
 * *id is set when the item was stored.  SPI is connected.
 */
extern NewsOutcome news_ingest_item(NewsCorpus *corpus, const NewsItem *item, int64 *id);

/* Writes the rejects row of an item: bytes NULL when there are none to keep. */
extern void news_reject_item(NewsCorpus *corpus, const NewsItem *item, int errcode, const char *reason);

/* What is known of an article's copies in the corpus. */
typedef struct NewsCopies
{
	bool		found;			/* the article is a copy */
	int64		original;		/* of this one, the one stored first of its like */
	uint32		common;			/* places of its signature's numbers that are in the index often enough */
} NewsCopies;

/* Looks for the like of a signature; finds nothing where the user may not look. */
extern NewsCopies news_find_copies(NewsCorpus *corpus, ArrayType *signature);

/* The version of a page that is in the corpus; strings in the current context. */
typedef struct NewsVersion
{
	int64		id;
	int32		number;			/* 1 for the first */
	int64		first;			/* id of the first version, perhaps its own */
	const char *body;
	const char *title;			/* NULL for none */
} NewsVersion;

/*
 * What the versions of a page have in common: its url, NULL for none, or, for a
 * file that was ingested as a whole, the file.  NULL for an item that has no
 * versions.
 */
extern const char *news_page_address(const NewsItem *item, const char *url);

/*
 * Finds the newest version of the page at an address from a source (texts; NULL
 * for a source that is not known), and keeps it the newest until the transaction
 * ends.  False when there is none, or the user may not look or mark it.
 */
extern bool news_find_version(NewsCorpus *corpus, const char *address, const char *source, NewsVersion *out);

/* Marks it as superseded by the article of an id. */
extern void news_supersede(NewsCorpus *corpus, const NewsVersion *version, int64 by);

/*
 * Runs a plan; returns the number of rows.  SPI's result is freed, and the
 * current context stays.
 */
extern uint64 news_execute(SPIPlanPtr plan, Datum *values, const char *nulls);

/*
 * Runs a SELECT by its index, whatever the planner knows of a table that was
 * empty a moment ago: its plan stays for the whole of the ingestion.  The result
 * is SPI's; the current context stays.
 */
extern void news_look_up(SPIPlanPtr plan, Datum *values, const char *nulls);

/* How far a call of news_ingest_files is; see ingest_progress.c. */
typedef struct NewsProgress
{
	Oid			corpus;
	TimestampTz started;
	int64		files;
	int64		files_total;
	int64		bytes;
	int64		bytes_total;
	int64		count[NEWS_REJECTED + 1];	/* items by outcome */
} NewsProgress;

/* Shows it to all sessions, until news_hide_progress or the end of a failed transaction. */
extern void news_show_progress(const NewsProgress *progress);
extern void news_hide_progress(void);

/*
 * Runs work(arg) in a subtransaction.  Returns NULL when it went well, and what
 * it reported when that lies in the data or is a deadlock; other errors are
 * thrown on.
 */
extern ErrorData *news_try(void (*work) (void *arg), void *arg);

/*
 * Parses len bytes of JSON in an encoding to be found out; *out stays NULL and
 * the error is returned when they are none.
 */
extern ErrorData *news_parse_json(const char *bytes, size_t len, Jsonb **out);

/*
 * Reads a JSON object (len bytes in the encoding of the database) into item: its
 * page or article becomes bytes and len, in that encoding, and its other fields
 * what was not given; the rest is meta.  Returns whether
 * that is an article's body as it stands, not a page.  Reports what is wrong
 * with the object as an error.
 */
extern bool news_item_from_json(NewsItem *item, const char *json, size_t len);

#endif							/* NEWS_CORPUS_H */
