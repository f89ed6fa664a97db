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
#include <zlib.h>

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
	bool		at_end;			/* all of the file has been read */
	bool		failed;			/* reading it ended in a problem */
	bool		began;			/* a line was given out */
	char		mark[3];		/* byte order mark of UTF-16 at its start, else "" */
	/* Of a file whose name ends with .gz; else packed is NULL. */
	char	   *packed;			/* what was read of it */
	z_stream	zlib;			/* its memory is that of the context in which the file was opened */
	bool		member_ended;	/* the compressed data are complete up to here */
} NewsReader;

/*
 * Looks at the file, which is unpacked when its name ends with .gz; false, with the problem told, when it is not one to read.
 * The buffer goes with the current memory context.
 */
extern bool news_reader_open(NewsReader *reader, const char *path, NewsProblem *problem);

/* Does the name of a file say that it is compressed? */
extern bool news_is_packed(const char *path);

/* Back to the first byte. */
extern void news_reader_rewind(NewsReader *reader);

/*
 * Appends up to the next line's end, which is dropped, to an empty buffer.  Each
 * line of a file in UTF-16 that begins with a byte order mark begins with it.
 * False at the end of the file and, with the problem told, when reading fails.
 * A line above NEWS_MAX_ITEM is skipped, its problem told, and true returned.
 */
extern bool news_reader_line(NewsReader *reader, StringInfo line, NewsProblem *problem);

/* Appends the rest of the file to an empty buffer; false with the problem told. */
extern bool news_reader_all(NewsReader *reader, StringInfo out, NewsProblem *problem);

#endif							/* NEWS_INGEST_READ_H */
