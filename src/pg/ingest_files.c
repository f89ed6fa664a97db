/*
 * ingest_files.c
 *	  news_ingest_files: files on the server into a corpus.
 *
 * A procedure, so that it commits as it goes: when it is stopped, what was
 * committed stays, and a second call finds it by its hash and goes on from
 * there.  Called inside a transaction block it cannot commit, and does all of
 * its work in that transaction.
 */
#include "postgres.h"

#include <ctype.h>
#include <glob.h>

#include "catalog/pg_authid.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "storage/fd.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "compat.h"
#include "corpus.h"
#include "ingest_read.h"
#include "ingest_share.h"

PG_FUNCTION_INFO_V1(news_ingest_files);

/* Articles in a transaction: what a kill loses at most. */
#define BATCH		NEWS_SHARE_LINES

/* Articles from one progress message to the next. */
#define PROGRESS	1000

/* One call under way. */
typedef struct Run
{
	NewsCorpus	corpus;
	Oid			relid;
	bool		atomic;			/* in a transaction block: cannot commit */
	char	  **paths;
	int			npaths;
	const char *source;			/* of all items that name none; NULL for the file */
	const char *language;
	const char *encoding;
	NewsShares	shares;
	NewsProgress progress;
	int64		bytes_before;	/* in files that are done */
	int64		items;
	int64		committed;		/* of them */
} Run;

/* ---- Which files ---- */

static void
check_may_read_files(void)
{
	if (!has_privs_of_role(GetUserId(), ROLE_PG_READ_SERVER_FILES))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("permission denied to read files on the server"),
				 errhint("news_ingest_files needs the rights of the role pg_read_server_files; news_ingest takes pages as arguments.")));
}

/* The files that match, sorted by name; an error when there are none. */
static void
list_files(Run *run, const char *pattern)
{
	glob_t		found = {0};
	int			rc;

	if (!is_absolute_path(pattern))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_NAME),
				 errmsg("file pattern \"%s\" is not an absolute path", pattern)));
	rc = glob(pattern, 0, NULL, &found);
	if (rc != 0)
	{
		globfree(&found);
		if (rc == GLOB_NOSPACE)
			ereport(ERROR,
					(errcode(ERRCODE_OUT_OF_MEMORY),
					 errmsg("out of memory")));
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FILE),
				 errmsg("no file matches \"%s\"", pattern),
				 errhint("The pattern is matched on the server, by its operating system user, who must be able to read the folders.")));
	}
	run->paths = MemoryContextAllocExtended(CurrentMemoryContext, found.gl_pathc * sizeof(char *),
											MCXT_ALLOC_HUGE);
	for (size_t i = 0; i < found.gl_pathc; i++)
	{
		struct stat status;

		run->paths[run->npaths++] = pstrdup(found.gl_pathv[i]);
		if (stat(found.gl_pathv[i], &status) == 0 && S_ISREG(status.st_mode))
			run->progress.bytes_total += status.st_size;
	}
	run->progress.files_total = run->npaths;
	globfree(&found);
}

typedef enum FileFormat
{
	FILE_PAGE, FILE_JSON, FILE_JSON_LINES
} FileFormat;

static FileFormat
format_of(const char *path)
{
	char	   *name = pstrdup(path);
	const char *dot;

	if (news_is_packed(name))
		name[strlen(name) - strlen(".gz")] = '\0';
	dot = strrchr(name, '.');
	if (dot && (pg_strcasecmp(dot, ".jsonl") == 0 || pg_strcasecmp(dot, ".ndjson") == 0))
		return FILE_JSON_LINES;
	if (dot && pg_strcasecmp(dot, ".json") == 0)
		return FILE_JSON;
	return FILE_PAGE;
}

/* ---- Items ---- */

/* "3:07" or "2:03:07" */
static const char *
clock_text(double seconds)
{
	int			s = seconds < 1e6 ? (int) seconds : 1000000;

	return s < 3600 ? psprintf("%d:%02d", s / 60, s % 60) : psprintf("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
}

static void
tell_progress(const Run *run)
{
	const NewsProgress *p = &run->progress;
	double		seconds = (double) (GetCurrentTimestamp() - p->started) / USECS_PER_SEC;
	StringInfoData pace;

	initStringInfo(&pace);
	if (seconds > 0)
		appendStringInfo(&pace, "; %.0f a second", (double) run->items / seconds);
	if (p->bytes > 0 && p->bytes < p->bytes_total)
		appendStringInfo(&pace, ", %s left", clock_text(seconds * (double) (p->bytes_total - p->bytes) / (double) p->bytes));
	ereport(NOTICE,
			(errmsg(INT64_FORMAT " of " INT64_FORMAT " files: " INT64_FORMAT " articles, " INT64_FORMAT " duplicates, " INT64_FORMAT " rejects%s",
					p->files, p->files_total, p->count[NEWS_STORED], p->count[NEWS_DUPLICATE],
					p->count[NEWS_REJECTED], pace.data)));
	pfree(pace.data);
}

/* Ends the transaction; what is told then has been committed. */
static void
end_batch(Run *run)
{
	if (!run->atomic)
	{
		/* Between two transactions the table may be altered, even dropped. */
		news_corpus_close(&run->corpus);
		SPI_commit();
		news_corpus_open(&run->corpus, run->relid, false);
	}
	run->committed = run->items;
	news_show_progress(&run->progress);
}

/* Counts an item; ends the batch where it is full. */
static void
count_item(Run *run, NewsOutcome outcome)
{
	run->progress.count[outcome]++;
	run->items++;
	if (run->items - run->committed >= BATCH)
		end_batch(run);
	if (run->items % PROGRESS == 0)
		tell_progress(run);
	CHECK_FOR_INTERRUPTS();
}

/* Is that share of the file to be ingested here and now?  In one transaction all of it is. */
static bool
take_share(Run *run, int share)
{
	if (run->atomic)
		return true;
	/* Who waits for another session has nothing that this one may wait for. */
	if (run->shares.second && run->items > run->committed && news_share_is_due(&run->shares, share))
		end_batch(run);
	return news_take_share(&run->shares, share);
}

static void
ingest_item(Run *run, const NewsItem *item)
{
	int64		id;
	NewsOutcome outcome;

	/* Who waits for what this session has written goes on when it is committed. */
	while ((outcome = news_ingest_item(&run->corpus, item, &id)) == NEWS_BLOCKED)
		end_batch(run);
	count_item(run, outcome);
}

static void
reject_item(Run *run, const NewsItem *item, const NewsProblem *problem)
{
	news_reject_item(&run->corpus, item, problem->errcode, problem->reason);
	count_item(run, NEWS_REJECTED);
}

/* A file's name is bytes: what is no text in the encoding of the database is escaped. */
static const char *
path_as_text(const char *path)
{
	StringInfoData text;

	if (pg_verifymbstr(path, (int) strlen(path), true))
		return path;
	initStringInfo(&text);
	for (; *path; path++)
	{
		if (IS_HIGHBIT_SET(*path))
			appendStringInfo(&text, "\\x%02x", (unsigned char) *path);
		else
			appendStringInfoChar(&text, *path);
	}
	return text.data;
}

/* An item for all of a file, without its bytes. */
static NewsItem
item_of_file(const Run *run, const char *path, NewsItemFormat format)
{
	return (NewsItem) {
		.format = format, .file = path_as_text(path),
		.source = run->source, .language = run->language, .encoding = run->encoding
	};
}

/* ---- Files ---- */

/* A line of UTF-16 has a mark, and zeros in its blanks. */
static bool
is_blank(const char *s, int len)
{
	bool		wide = len >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0);
	int			i = wide ? 2 : 0;

	while (i < len && (isspace((unsigned char) s[i]) || (wide && s[i] == '\0')))
		i++;
	return i == len;
}

/* The lines of a file in shares, or, where it was taken as a whole, all of them. */
static void
ingest_lines(Run *run, NewsReader *reader, bool whole)
{
	NewsItem	item = item_of_file(run, reader->path, NEWS_ITEM_JSON);
	NewsProblem problem = {0};
	StringInfoData line;
	bool		ours = whole;

	initStringInfo(&line);
	while (news_reader_line(reader, &line, &problem))
	{
		if (!whole && item.line % NEWS_SHARE_LINES == 0)
			ours = take_share(run, (int) (item.line / NEWS_SHARE_LINES));
		item.line++;
		item.bytes = line.data;
		item.len = (size_t) line.len;
		if (!run->shares.second)
			run->progress.bytes = run->bytes_before + (int64) reader->offset;
		if (ours && problem.reason != NULL)
		{
			item.bytes = NULL;
			reject_item(run, &item, &problem);
		}
		else if (ours && !is_blank(line.data, line.len))
			ingest_item(run, &item);
		resetStringInfo(&line);
	}
	pfree(line.data);
	if (problem.reason != NULL && !whole && item.line % NEWS_SHARE_LINES == 0)
		ours = take_share(run, (int) (item.line / NEWS_SHARE_LINES));
	if (problem.reason != NULL && ours)
	{
		item.line++;
		item.bytes = NULL;
		reject_item(run, &item, &problem);
	}
}

static void
ingest_page(Run *run, NewsReader *reader)
{
	NewsItem	item = item_of_file(run, reader->path, NEWS_ITEM_BYTES);
	NewsProblem problem;
	StringInfoData page;

	initStringInfo(&page);
	if (news_reader_all(reader, &page, &problem))
	{
		item.bytes = page.data;
		item.len = (size_t) page.len;
		ingest_item(run, &item);
	}
	else
		reject_item(run, &item, &problem);
	pfree(page.data);
}

/* Ingests the elements of a JSON array, each as an object of its own. */
static void
ingest_elements(Run *run, const char *path, Jsonb *array)
{
	NewsItem	item = item_of_file(run, path, NEWS_ITEM_JSON);
	JsonbIterator *it = JsonbIteratorInit(&array->root);
	JsonbValue	value;
	JsonbIteratorToken token;

	while ((token = JsonbIteratorNext(&it, &value, true)) != WJB_DONE)
	{
		Jsonb	   *element;
		char	   *json;

		if (token != WJB_ELEM)
			continue;
		element = JsonbValueToJsonb(&value);
		json = JsonbToCString(NULL, &element->root, VARSIZE(element));
		item.bytes = pg_server_to_any(json, (int) strlen(json), PG_UTF8);
		item.len = strlen(item.bytes);
		item.line++;
		ingest_item(run, &item);
		pfree(element);
		pfree(json);
	}
}

/* A file that ends with .json: an array of objects, one object, or lines after all. */
static void
ingest_json(Run *run, NewsReader *reader)
{
	NewsItem	item = item_of_file(run, reader->path, NEWS_ITEM_JSON);
	NewsProblem problem;
	StringInfoData document;
	Jsonb	   *array = NULL;
	ErrorData  *error;

	initStringInfo(&document);
	if (!news_reader_all(reader, &document, &problem))
	{
		reject_item(run, &item, &problem);
		pfree(document.data);
		return;
	}
	item.bytes = document.data;
	item.len = (size_t) document.len;
	error = news_parse_json(document.data, (size_t) document.len, &array);
	if (array != NULL && JB_ROOT_IS_ARRAY(array) && !JB_ROOT_IS_SCALAR(array))
		ingest_elements(run, reader->path, array);
	else if (error != NULL && document.data[strspn(document.data, " \t\r\n")] == '{' && strchr(document.data, '\n'))
	{
		news_reader_rewind(reader);
		ingest_lines(run, reader, true);
	}
	else
		ingest_item(run, &item);
	pfree(document.data);
}

/* What is wrong with a file as a whole is one row of the rejects table.  Sets the reader's status of it. */
static void
ingest_content(Run *run, NewsReader *reader, const char *path)
{
	FileFormat	format = format_of(path);
	NewsProblem problem;

	if (!news_reader_open(reader, path, &problem))
	{
		NewsItem	item = item_of_file(run, path, NEWS_ITEM_BYTES);

		if (take_share(run, 0))
			reject_item(run, &item, &problem);
	}
	else if (format == FILE_JSON_LINES)
		ingest_lines(run, reader, false);
	else if (take_share(run, 0))
		(format == FILE_JSON ? ingest_json : ingest_page) (run, reader);
}

static void
ingest_file(Run *run, int file)
{
	MemoryContext file_context = AllocSetContextCreate(CurrentMemoryContext, "news ingest file", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(file_context);
	NewsReader	reader;

	if (news_shares_turn_to(&run->shares, file, run->paths[file]))
		ingest_content(run, &reader, run->paths[file]);
	if (!run->shares.second)
	{
		run->progress.files++;
		run->bytes_before += S_ISREG(reader.first.st_mode) ? reader.first.st_size : 0;
		run->progress.bytes = run->bytes_before;
	}

	MemoryContextSwitchTo(caller);
	MemoryContextDelete(file_context);
}

static const char *
string_arg(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(n));
}

static bool
called_in_transaction(FunctionCallInfo fcinfo)
{
	return fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) ||
		castNode(CallContext, fcinfo->context)->atomic;
}

/* news_ingest_files(corpus regclass, pattern text, source text, language text, encoding text) */
Datum
news_ingest_files(PG_FUNCTION_ARGS)
{
	Run			run = {.atomic = called_in_transaction(fcinfo)};

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("corpus and file pattern must not be null")));
	run.relid = run.progress.corpus = PG_GETARG_OID(0);
	run.source = string_arg(fcinfo, 2);
	run.language = string_arg(fcinfo, 3);
	run.encoding = string_arg(fcinfo, 4);
	run.progress.started = GetCurrentTimestamp();

	if (SPI_connect_ext(run.atomic ? 0 : SPI_OPT_NONATOMIC) != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	run.corpus.commits = !run.atomic;
	/* What is wrong with the call is told before anything is written. */
	check_may_read_files();
	news_corpus_open(&run.corpus, run.relid, false);
	list_files(&run, text_to_cstring(PG_GETARG_TEXT_PP(1)));

	news_shares_begin(&run.shares, run.relid, run.npaths);
	news_show_progress(&run.progress);
	for (int i = 0; i < run.npaths; i++)
		ingest_file(&run, i);
	/* What other sessions had: mostly it is there now. */
	run.shares.second = true;
	for (int i = 0; i < run.npaths; i++)
		ingest_file(&run, i);
	tell_progress(&run);
	news_hide_progress();
	SPI_finish();
	PG_RETURN_VOID();
}
