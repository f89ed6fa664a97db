/*
 * ingest_progress.c
 *	  news_ingest_progress: how far calls of news_ingest_files are.
 *
 * PostgreSQL keeps for each backend a command under way with its counters, in
 * shared memory that any session reads (pg_stat_progress_copy and kin); a failed
 * transaction and the end of the backend clear it.  Ours is a command of a number
 * that PostgreSQL has not, so that its own views pass over it and this library
 * need not be preloaded.
 */
#include "news_pg.h"

#include "catalog/pg_authid.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "utils/acl.h"

#include "corpus.h"

PG_FUNCTION_INFO_V1(news_ingest_progress);

#define COMMAND ((ProgressCommandType) 0x4E57)

/* Counters of the command, by number. */
enum
{
	STARTED, FILES, FILES_TOTAL, BYTES, BYTES_TOTAL, ARTICLES, DUPLICATES, REJECTS, NCOUNTERS
};

#define NCOLUMNS (3 + NCOUNTERS)

void
news_show_progress(const NewsProgress *progress)
{
	int			index[NCOUNTERS];
	int64		counters[NCOUNTERS] = {
		[STARTED] = progress->started,
		[FILES] = progress->files,
		[FILES_TOTAL] = progress->files_total,
		[BYTES] = progress->bytes,
		[BYTES_TOTAL] = progress->bytes_total,
		[ARTICLES] = progress->count[NEWS_STORED],
		[DUPLICATES] = progress->count[NEWS_DUPLICATE],
		[REJECTS] = progress->count[NEWS_REJECTED],
	};

	for (int i = 0; i < NCOUNTERS; i++)
		index[i] = i;
	/* Each time anew: a rejected item, whose subtransaction failed, has cleared it. */
	pgstat_progress_start_command(COMMAND, progress->corpus);
	pgstat_progress_update_multi_param(NCOUNTERS, index, counters);
}

void
news_hide_progress(void)
{
	pgstat_progress_end_command();
}

static bool
may_see(Oid owner)
{
	return has_privs_of_role(GetUserId(), owner) || has_privs_of_role(GetUserId(), ROLE_PG_READ_ALL_STATS);
}

/* Rows: pid, datid, corpus, and the counters. */
Datum
news_ingest_progress(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	news_init_materialized_srf(fcinfo);
	if (result->setDesc->natts != NCOLUMNS)
		elog(ERROR, "news_ingest_progress must return %d columns", NCOLUMNS);
	for (int i = 1; i <= pgstat_fetch_stat_numbackends(); i++)
	{
		LocalPgBackendStatus *local = news_local_backend(i);
		const PgBackendStatus *backend = local ? &local->backendStatus : NULL;
		Datum		values[NCOLUMNS];
		bool		nulls[NCOLUMNS] = {false};

		if (backend == NULL || backend->st_progress_command != COMMAND || !may_see(backend->st_userid))
			continue;
		values[0] = Int32GetDatum(backend->st_procpid);
		values[1] = ObjectIdGetDatum(backend->st_databaseid);
		values[2] = ObjectIdGetDatum(backend->st_progress_command_target);
		for (int k = 0; k < NCOUNTERS; k++)
			values[3 + k] = Int64GetDatum(backend->st_progress_param[k]);
		/* a table of another database has no name here */
		nulls[2] = backend->st_databaseid != MyDatabaseId;
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}
