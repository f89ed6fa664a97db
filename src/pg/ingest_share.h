/*
 * ingest_share.h
 *	  Several sessions that ingest the same files share the work.
 *
 * Files are cut into shares: NEWS_SHARE_LINES lines, or a file that is no lines
 * as a whole.  A session takes a share by a lock of its transaction; what another
 * session has it leaves, and comes back to at the end, when the other has
 * committed it and its items are passed over as duplicates, or has been killed
 * and they are ingested.  So nothing rests on the other session's word.
 */
#ifndef NEWS_INGEST_SHARE_H
#define NEWS_INGEST_SHARE_H

#include "postgres.h"

#include "nodes/bitmapset.h"

/* Lines in a share: those of a transaction. */
#define NEWS_SHARE_LINES 100

typedef struct NewsShares
{
	Oid			corpus;
	MemoryContext context;		/* of what lasts as long as the call */
	Bitmapset **left;			/* for each file the shares that others had */
	bool		second;			/* round: what was left in the first */
	int			file;			/* that is under way, 0-based */
	const char *path;
} NewsShares;

/* For a number of files; in the current context. */
extern void news_shares_begin(NewsShares *shares, Oid corpus, int nfiles);

/* Turns to a file; false when there is nothing to do in it: in the second round only. */
extern bool news_shares_turn_to(NewsShares *shares, int file, const char *path);

/*
 * Is this share of the file (from 0) ours, until the transaction ends?  In the
 * second round it waits for who has it; the transaction should have written
 * nothing then.
 */
extern bool news_take_share(NewsShares *shares, int share);

/* Is it one to be taken at all?  Takes nothing. */
extern bool news_share_is_due(const NewsShares *shares, int share);

#endif							/* NEWS_INGEST_SHARE_H */
