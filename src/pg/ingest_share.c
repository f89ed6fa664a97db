/*
 * ingest_share.c
 *	  Which parts of files a session ingests while others are at the same files.
 */
#include "ingest_share.h"

#include "common/hashfn.h"
#include "utils/fmgrprotos.h"

void
news_shares_begin(NewsShares *shares, Oid corpus, int nfiles)
{
	memset(shares, 0, sizeof(*shares));
	shares->corpus = corpus;
	shares->context = CurrentMemoryContext;
	shares->left = MemoryContextAllocExtended(CurrentMemoryContext, (Size) nfiles * sizeof(Bitmapset *),
											  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
}

bool
news_shares_turn_to(NewsShares *shares, int file, const char *path)
{
	shares->file = file;
	shares->path = path;
	return !shares->second || shares->left[file] != NULL;
}

bool
news_share_is_due(const NewsShares *shares, int share)
{
	return !shares->second || bms_is_member(share, shares->left[shares->file]);
}

/* The number under which PostgreSQL knows the lock; those of other uses differ by all likelihood. */
static Datum
lock_key(const NewsShares *shares, int share)
{
	char	   *name = psprintf("news_ingest_files %u %d %s", shares->corpus, share, shares->path);
	uint64		key = DatumGetUInt64(hash_any_extended((const unsigned char *) name, (int) strlen(name), 0));

	pfree(name);
	return Int64GetDatum((int64) key);
}

bool
news_take_share(NewsShares *shares, int share)
{
	MemoryContext caller;

	if (!news_share_is_due(shares, share))
		return false;
	if (shares->second)
	{
		(void) DirectFunctionCall1(pg_advisory_xact_lock_int8, lock_key(shares, share));
		return true;
	}
	if (DatumGetBool(DirectFunctionCall1(pg_try_advisory_xact_lock_int8, lock_key(shares, share))))
		return true;
	caller = MemoryContextSwitchTo(shares->context);
	shares->left[shares->file] = bms_add_member(shares->left[shares->file], share);
	MemoryContextSwitchTo(caller);
	return false;
}
