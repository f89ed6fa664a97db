/*
 * values.c
 *	  What the input and output of newsvector, newsquery and newsdict share.
 */
#include "values.h"

#include "access/detoast.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

/* How much of a text that cannot be read an error message shows. */
#define SHOWN_BYTES 200

struct varlena *
news_value(NewsStr image)
{
	struct varlena *value;

	if (image.s == NULL || image.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("value is too large"),
				 errdetail("At most %d bytes can be stored.", (int) (MaxAllocSize - VARHDRSZ))));
	value = palloc(VARHDRSZ + image.len);
	SET_VARSIZE(value, VARHDRSZ + image.len);
	memcpy(VARDATA(value), image.s, image.len);
	return value;
}

/* A value fetched from where it is stored out of line, kept for the next call. */
typedef struct Fetched
{
	struct varatt_external pointer; /* where from */
	struct varlena *value;		/* NULL for none */
} Fetched;

struct varlena *
news_fetch_arg(FunctionCallInfo fcinfo, int n)
{
	struct varlena *raw = (struct varlena *) PG_GETARG_POINTER(n);
	Fetched    *fetched = fcinfo->flinfo->fn_extra;
	struct varatt_external pointer;
	MemoryContext old;

	if (!VARATT_IS_EXTERNAL_ONDISK(raw))
		return PG_DETOAST_DATUM(PointerGetDatum(raw));
	VARATT_EXTERNAL_GET_POINTER(pointer, raw);
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	if (fetched == NULL)
		fcinfo->flinfo->fn_extra = fetched = palloc0(sizeof(Fetched));
	if (fetched->value && memcmp(&fetched->pointer, &pointer, sizeof(pointer)) != 0)
	{
		pfree(fetched->value);
		fetched->value = NULL;
	}
	if (fetched->value == NULL)
	{
		fetched->value = PG_DETOAST_DATUM(PointerGetDatum(raw));
		fetched->pointer = pointer;
	}
	MemoryContextSwitchTo(old);
	return fetched->value;
}

struct varlena *
news_vector_value(NewsArena *arena, NewsVector *vector)
{
	return news_value(news_vector_encode(arena, vector));
}

static void
report_damage(const char *type, const NewsError *error)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("value of type %s is damaged or of another version", type),
			 errdetail("At byte %u: %s.", error->at + 1, error->what),
			 errhint("What another version of the extension has stored must be computed anew, and its indexes rebuilt.")));
}

NewsStr
news_vector_image(const struct varlena *value)
{
	NewsStr		image = news_image(value);

	if (image.len == 0 || image.s[0] != NEWS_VECTOR_VERSION)
		report_damage("newsvector", &(NewsError) {.what = "the version is not known"});
	return image;
}

void
news_vector_read(NewsArena *arena, const struct varlena *value, NewsVector *vector)
{
	NewsError	error;

	if (!news_vector_decode(arena, news_image(value), vector, &error))
		report_damage("newsvector", &error);
}

void
news_query_read(NewsArena *arena, const struct varlena *value, NewsQuery *query)
{
	NewsError	error;

	if (!news_query_decode(arena, news_image(value), query, &error))
		report_damage("newsquery", &error);
}

char *
news_cstring_to_server(NewsStr s)
{
	if (s.s == NULL)
		news_value(s);			/* too large */
	return text_to_cstring(news_text_to_server(s));
}

void
news_report_syntax(FunctionCallInfo fcinfo, const char *type, const char *text, NewsStr utf8, const NewsError *error)
{
	int			at = 1;
	int			len = (int) strlen(text);
	int			shown = len <= SHOWN_BYTES ? len : pg_mbcliplen(text, len, SHOWN_BYTES);

	for (uint32 i = 0; i < error->at && i < utf8.len; i++)
		at += ((unsigned char) utf8.s[i] & 0xC0) != 0x80;
	errsave(NEWS_ESCONTEXT(fcinfo),
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%.*s%s\"", type, shown, text, shown < len ? "..." : ""),
			 errdetail("At character %d: %s.", at, error->what),
			 error->hint ? errhint("%s", error->hint) : 0));
}

void
news_report_binary(const char *type, const NewsError *error)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary form of type %s", type),
			 errdetail("At byte %u: %s.", error->at + 1, error->what)));
}

NewsStr
news_message_bytes(FunctionCallInfo fcinfo)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	int			len = message->len - message->cursor;

	return (NewsStr) {pq_getmsgbytes(message, len), (uint32) len};
}

bytea *
news_send(const struct varlena *value)
{
	StringInfoData out;
	NewsStr		image = news_image(value);

	pq_begintypsend(&out);
	pq_sendbytes(&out, image.s, (int) image.len);
	return pq_endtypsend(&out);
}
