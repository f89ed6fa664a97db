/*
 * ingest_read.h
 *	  Reading the server's files without holding one open.
 *
 * PostgreSQL closes a transaction's files at its end, and ingestion commits in
 * the middle of a file.  So a file is opened for each block read, at the place
 * where the last one ended.
 */
#ifndef NEWS_INGEST_READ_H
#define NEWS_INGEST_READ_H

#include "postgres.h"

#include <sys/stat.h>

#include "lib/stringinfo.h"

/* Larger pages, lines and JSON documents are rejected. */
#define NEWS_MAX_ITEM (256 * 1024 * 1024)

/* What is wrong with a file or with a line. */
typedef struct NewsProblem
{
	int			errcode;
	char	   *reason;			/* in the current memory context; NULL for nothing */
} NewsProblem;

typedef struct NewsReader
{
	const char *path;
	struct stat first;			/* the file as it was first seen */
	off_t		offset;			/* of the next block */
	char	   *block;
	size_t		have;			/* bytes in block */
	size_t		next;			/* first of them not yet given out */
	bool		at_end;			/* nothing behind the block */
} NewsReader;

/*
 * Looks at the file; false, with the problem told, when it is not one to read.
 * The buffer goes with the current memory context.
 */
extern bool news_reader_open(NewsReader *reader, const char *path, NewsProblem *problem);

/* Back to the first byte. */
extern void news_reader_rewind(NewsReader *reader);

/*
 * Appends up to the next line's end, which is dropped, to an empty buffer.
 * False at the end of the file and, with the problem told, when reading fails.
 * A line above NEWS_MAX_ITEM is skipped, its problem told, and true returned.
 */
extern bool news_reader_line(NewsReader *reader, StringInfo line, NewsProblem *problem);

/* Appends the rest of the file to an empty buffer; false with the problem told. */
extern bool news_reader_all(NewsReader *reader, StringInfo out, NewsProblem *problem);

#endif							/* NEWS_INGEST_READ_H */
