/*
 * news_pg.h
 *	  How PostgreSQL hosts the engine, and how annotations become rows.
 */
#ifndef NEWS_PG_H
#define NEWS_PG_H

#include "compat.h"

#include "utils/date.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "annotate.h"

/* ---- Hosting (host.c) ---- */

/* One use of the engine: a memory context of its own, and an arena in it. */
typedef struct NewsSession
{
	MemoryContext context;
	NewsHost	host;
	NewsArena	arena;
} NewsSession;

/*
 * Opens a session in a child of the current memory context, so that an error
 * releases it; news_session_close releases it earlier.
 */
extern void news_session_open(NewsSession *session);
extern void news_session_close(NewsSession *session);

/* The text as UTF-8. */
typedef struct NewsText
{
	const char *s;
	uint32		len;			/* bytes */
	bool		converted;		/* the server's encoding is another: s is a copy in the current context */
} NewsText;

/* From bytes in the server's encoding; an error where the database is SQL_ASCII and they are not ASCII. */
extern void news_text_from_server(const char *s, Size len, NewsText *out);

/* A text value from UTF-8 bytes, in the server's encoding; s must not be NULL. */
extern text *news_text_to_server(NewsStr s);

/* NewsPublished of a timestamp; unknown for infinity. */
extern NewsPublished news_published_from_timestamp(Timestamp t);

/* The timestamp of a known NewsPublished; false where it is unknown. */
extern bool news_published_to_timestamp(NewsPublished published, Datum *result);

/* The date of a day, or false where it is unknown or out of the range of the type date. */
extern bool news_date(NewsDay day, Datum *result);

/* The day of a date; dates before or after all days are the first or the last day that a query knows. */
extern NewsDay news_day_of_date(DateADT date);

/* A daterange of days, or false where days are unknown or out of the range of the type date. */
extern bool news_daterange(NewsDays days, Datum *result);

/* A daterange of days within the type, open below where from is INT32_MIN and above where to is INT32_MAX. */
extern Datum news_open_daterange(NewsDay from, NewsDay to);

/*
 * The document of a detoasted body: what every extraction call begins with.
 * Lives in the session; options must outlive it.
 */
extern NewsDoc *news_annotate_text(NewsSession *session, text *body, const NewsOptions *options);

/* ---- Rows (rows.c) ---- */

/* A set-returning function under way, in materialize mode. */
typedef struct NewsRows
{
	Tuplestorestate *store;
	TupleDesc	desc;
	const NewsDoc *doc;
	int			n;				/* columns set so far of the row under way */
	Datum		values[24];
	bool		nulls[24];
} NewsRows;

/* Readies the result set of the call; doc may be NULL. */
extern void news_rows_begin(NewsRows *rows, FunctionCallInfo fcinfo, const NewsDoc *doc);

/* The next column of the row under way. */
extern void news_rows_str(NewsRows *rows, NewsStr s);	/* s.s NULL is SQL NULL */
extern void news_rows_cstr(NewsRows *rows, const char *s);	/* NULL is SQL NULL; ASCII */
extern void news_rows_int(NewsRows *rows, int32 i);
extern void news_rows_float(NewsRows *rows, float4 f);
extern void news_rows_days(NewsRows *rows, NewsDays days);
extern void news_rows_datum(NewsRows *rows, Datum value, bool known);	/* a value that is not known is SQL NULL */
/* Three columns: the bytes of a span of tokens, its position (1-based) and its length in characters. */
extern void news_rows_span(NewsRows *rows, uint32 first, uint32 end);
/* Stores the row. */
extern void news_rows_end_row(NewsRows *rows);

#endif							/* NEWS_PG_H */
