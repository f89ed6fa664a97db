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
	return true;
}

void
news_reader_rewind(NewsReader *reader)
{
	reader->offset = 0;
	reader->have = 0;
	reader->next = 0;
	reader->at_end = false;
}

/* Reads the next block; false, with the problem told, when that fails. */
static bool
next_block(NewsReader *reader, NewsProblem *problem)
{
	FILE	   *file = AllocateFile(reader->path, PG_BINARY_R);
	struct stat now;
	bool		ok = true;

	if (file == NULL)
		return tell_errno(problem, "open");
	reader->next = 0;
	reader->have = 0;
	if (fstat(fileno(file), &now) != 0 || fseeko(file, reader->offset, SEEK_SET) != 0)
		ok = tell_errno(problem, "read");
	else if (now.st_ino != reader->first.st_ino || now.st_dev != reader->first.st_dev)
		ok = tell(problem, ERRCODE_OBJECT_IN_USE, pstrdup("the file was replaced while it was read"));
	else
	{
		reader->have = fread(reader->block, 1, BLOCK, file);
		if (ferror(file))
			ok = tell_errno(problem, "read");
	}
	reader->offset += reader->have;
	reader->at_end = reader->have < BLOCK;
	FreeFile(file);
	return ok;
}

/* Makes sure that there is a byte to give out; false at the end and on a problem. */
static bool
fill(NewsReader *reader, NewsProblem *problem)
{
	if (reader->next < reader->have)
		return true;
	CHECK_FOR_INTERRUPTS();
	return !reader->at_end && next_block(reader, problem) && reader->have > 0;
}

bool
news_reader_line(NewsReader *reader, StringInfo line, NewsProblem *problem)
{
	bool		any = false;

	problem->reason = NULL;
	while (fill(reader, problem))
	{
		const char *from = reader->block + reader->next;
		size_t		left = reader->have - reader->next;
		const char *newline = memchr(from, '\n', left);
		size_t		take = newline ? (size_t) (newline - from) : left;

		any = true;
		if (problem->reason == NULL && line->len + take > NEWS_MAX_ITEM)
		{
			tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
				 psprintf("the line is longer than %d MB", NEWS_MAX_ITEM / (1024 * 1024)));
			resetStringInfo(line);
		}
		if (problem->reason == NULL)
			appendBinaryStringInfo(line, from, (int) take);
		reader->next += take + (newline ? 1 : 0);
		if (newline)
			break;
	}
	return any;
}

bool
news_reader_all(NewsReader *reader, StringInfo out, NewsProblem *problem)
{
	problem->reason = NULL;
	if (reader->first.st_size > NEWS_MAX_ITEM)
		return tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
					psprintf("the file is larger than %d MB", NEWS_MAX_ITEM / (1024 * 1024)));
	while (fill(reader, problem))
	{
		if (out->len + (reader->have - reader->next) > NEWS_MAX_ITEM)
			return tell(problem, ERRCODE_PROGRAM_LIMIT_EXCEEDED, pstrdup("the file grew while it was read"));
		appendBinaryStringInfo(out, reader->block + reader->next, (int) (reader->have - reader->next));
		reader->next = reader->have;
	}
	return problem->reason == NULL;
}
