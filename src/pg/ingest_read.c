/*
 * ingest_read.c
 *	  Reading the server's files without holding one open.
 */
#include "postgres.h"

#include <sys/stat.h>
#include <unistd.h>

#include "miscadmin.h"
#include "storage/fd.h"

#include "ingest_read.h"

#define BLOCK (1024 * 1024)

static bool
tell(NewsProblem *problem, int errcode, char *reason)
{
	problem->errcode = errcode;
	problem->reason = reason;
	return false;
}

/* SQLSTATE of errno, as errcode_for_file_access has it for the errors of reading. */
static bool
tell_errno(NewsProblem *problem, const char *what)
{
	int			code = ERRCODE_IO_ERROR;

	if (errno == EACCES || errno == EPERM)
		code = ERRCODE_INSUFFICIENT_PRIVILEGE;
	else if (errno == ENOENT)
		code = ERRCODE_UNDEFINED_FILE;
	else if (errno == EISDIR || errno == ENOTDIR)
		code = ERRCODE_WRONG_OBJECT_TYPE;
	return tell(problem, code, psprintf("could not %s the file: %s", what, strerror(errno)));
}

static void open_packed(NewsReader *reader);

bool
news_reader_open(NewsReader *reader, const char *path, NewsProblem *problem)
{
	memset(reader, 0, sizeof(*reader));
	reader->path = path;
	if (stat(path, &reader->first) != 0)
		return tell_errno(problem, "look at");
	/* A pipe or a device might never end, and opening one might wait. */
	if (S_ISDIR(reader->first.st_mode))
		return tell(problem, ERRCODE_WRONG_OBJECT_TYPE, pstrdup("it is a directory"));
	if (!S_ISREG(reader->first.st_mode))
		return tell(problem, ERRCODE_WRONG_OBJECT_TYPE, pstrdup("it is not a regular file"));
	reader->block = palloc(BLOCK);
	if (news_is_packed(path))
		open_packed(reader);
	return true;
}

bool
news_is_packed(const char *path)
{
	size_t		len = strlen(path);

	return len > 3 && pg_strcasecmp(path + len - 3, ".gz") == 0;
}

void
news_reader_rewind(NewsReader *reader)
{
	reader->offset = 0;
	reader->have = 0;
	reader->next = 0;
	reader->at_end = false;
	reader->began = false;
	reader->member_ended = false;
	if (reader->packed != NULL)
	{
		reader->zlib.avail_in = 0;
		(void) inflateReset(&reader->zlib);
	}
}

/* Reads up to BLOCK bytes of the file, from where the last ones ended; false, with the problem told, when that fails. */
static bool
read_file(NewsReader *reader, char *to, size_t *have, NewsProblem *problem)
{
	FILE	   *file = AllocateFile(reader->path, PG_BINARY_R);
	struct stat now;
	bool		ok = true;

	*have = 0;
	if (file == NULL)
		return tell_errno(problem, "open");
	if (fstat(fileno(file), &now) != 0 || fseeko(file, reader->offset, SEEK_SET) != 0)
		ok = tell_errno(problem, "read");
	else if (now.st_ino != reader->first.st_ino || now.st_dev != reader->first.st_dev)
		ok = tell(problem, ERRCODE_OBJECT_IN_USE, pstrdup("the file was replaced while it was read"));
	else
	{
		*have = fread(to, 1, BLOCK, file);
		if (ferror(file))
			ok = tell_errno(problem, "read");
	}
	reader->offset += (off_t) *have;
	reader->at_end = *have < BLOCK;
	FreeFile(file);
	return ok;
}

/* ---- Compressed files ---- */

static void *
zlib_alloc(void *context, unsigned items, unsigned size)
{
	return MemoryContextAllocExtended(context, (Size) items * size, MCXT_ALLOC_NO_OOM);
}

static void
zlib_free(void *context, void *block)
{
	pfree(block);
}

static void
open_packed(NewsReader *reader)
{
	reader->packed = palloc(BLOCK);
	reader->zlib.zalloc = zlib_alloc;
	reader->zlib.zfree = zlib_free;
	reader->zlib.opaque = CurrentMemoryContext;
	/* 15 bits of window, and 16: gzip's header and trailer */
	if (inflateInit2(&reader->zlib, 15 + 16) != Z_OK)
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory")));
}

/*
 * Unpacks what fits the block.  A file may be several such files, one behind the
 * other; what follows the last of them and is none is an error.
 */
static bool
unpack_block(NewsReader *reader, NewsProblem *problem)
{
	z_stream   *z = &reader->zlib;

	z->next_out = (Bytef *) reader->block;
	z->avail_out = BLOCK;
	while (z->avail_out > 0)
	{
		int			rc;

		CHECK_FOR_INTERRUPTS();
		if (z->avail_in == 0 && !reader->at_end)
		{
			size_t		have;

			if (!read_file(reader, reader->packed, &have, problem))
				return false;
			z->next_in = (Bytef *) reader->packed;
			z->avail_in = (uInt) have;
		}
		if (z->avail_in == 0)
			break;
		if (reader->member_ended && inflateReset(z) == Z_OK)
			reader->member_ended = false;
		rc = inflate(z, Z_NO_FLUSH);
		if (rc == Z_STREAM_END)
			reader->member_ended = true;
		else if (rc != Z_OK && rc != Z_BUF_ERROR)
			return tell(problem, ERRCODE_DATA_CORRUPTED,
						psprintf("the compressed file is damaged: %s", z->msg ? z->msg : "no memory, or not gzip"));
	}
	reader->have = BLOCK - z->avail_out;
	if (reader->have == 0 && !reader->member_ended)
		return tell(problem, ERRCODE_DATA_CORRUPTED, pstrdup("the compressed file ends early"));
	return true;
}

static bool
next_block(NewsReader *reader, NewsProblem *problem)
{
	reader->next = reader->have = 0;
	if (reader->packed == NULL)
		return read_file(reader, reader->block, &reader->have, problem);
	return unpack_block(reader, problem);
}

/* Is nothing left to be given out behind the block? */
static bool
is_exhausted(const NewsReader *reader)
{
	if (reader->packed == NULL)
		return reader->at_end;
	return reader->at_end && reader->zlib.avail_in == 0 && reader->member_ended;
}

/* Makes sure that there is a byte to give out; false at the end and on a problem. */
static bool
fill(NewsReader *reader, NewsProblem *problem)
{
	if (reader->next < reader->have)
		return true;
	CHECK_FOR_INTERRUPTS();
	if (reader->failed || is_exhausted(reader))
		return false;
	reader->failed = !next_block(reader, problem);
	return !reader->failed && reader->have > 0;
}

/* Notes at the first line whether the file is in UTF-16; other lines get the mark that it begins with. */
static void
begin_line(NewsReader *reader, StringInfo line)
{
	const char *s = reader->block;

	if (reader->began)
		appendStringInfoString(line, reader->mark);
	else if (reader->have >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0))
		memcpy(reader->mark, s, 2);
	reader->began = true;
}

/*
 * The line's end among the bytes that are left in the block, NULL for none; *len
 * is set to its bytes.  Blocks have even lengths but for the last, so that a
 * character of UTF-16 lies in one.
 */
static const char *
line_end(const NewsReader *reader, size_t *len)
{
	const char *from = reader->block + reader->next;
	const char *end = reader->block + reader->have;
	bool		big = reader->mark[0] == '\xFE';
	const char *newline;

	*len = 1;
	if (reader->mark[0] == '\0')
		return memchr(from, '\n', (size_t) (end - from));
	*len = 2;
	for (const char *p = from; (newline = memchr(p, '\n', (size_t) (end - p))) != NULL; p = newline + 1)
	{
		const char *first = big ? newline - 1 : newline;

		if (first >= from && first + 1 < end && (first - reader->block) % 2 == 0 && first[big ? 0 : 1] == '\0')
			return first;
	}
	return NULL;
}

bool
news_reader_line(NewsReader *reader, StringInfo line, NewsProblem *problem)
{
	bool		any = false;

	problem->reason = NULL;
	while (fill(reader, problem))
	{
		const char *from = reader->block + reader->next;
		const char *newline;
		size_t		end_len;
		size_t		take;

		if (!any)
			begin_line(reader, line);
		newline = line_end(reader, &end_len);
		take = newline ? (size_t) (newline - from) : reader->have - reader->next;
		any = true;
		if (problem->reason == NULL && line->len + take > NEWS_MAX_ITEM)
		{
			tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
				 psprintf("the line is longer than %d MB", NEWS_MAX_ITEM / (1024 * 1024)));
			resetStringInfo(line);
		}
		if (problem->reason == NULL)
			appendBinaryStringInfo(line, from, (int) take);
		reader->next += take + (newline ? end_len : 0);
		if (newline)
			break;
	}
	return any;
}

bool
news_reader_all(NewsReader *reader, StringInfo out, NewsProblem *problem)
{
	problem->reason = NULL;
	if (reader->packed == NULL && reader->first.st_size > NEWS_MAX_ITEM)
		return tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
					psprintf("the file is larger than %d MB", NEWS_MAX_ITEM / (1024 * 1024)));
	while (fill(reader, problem))
	{
		if (out->len + (reader->have - reader->next) > NEWS_MAX_ITEM)
			return tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
						reader->packed ? psprintf("the file holds more than %d MB", NEWS_MAX_ITEM / (1024 * 1024)) :
						pstrdup("the file grew while it was read"));
		appendBinaryStringInfo(out, reader->block + reader->next, (int) (reader->have - reader->next));
		reader->next = reader->have;
	}
	return problem->reason == NULL;
}
