/*
 * values.h
 *	  The types newsvector, newsquery and newsdict as PostgreSQL stores them.
 *
 * A newsvector is a varlena of the bytes that engine/vector/vector.h describes, a
 * newsquery one of those in engine/query/query.h; both begin with a version and
 * flags, need no alignment, and are read in place, even with a short header.
 */
#ifndef NEWS_VALUES_H
#define NEWS_VALUES_H

#include "news_pg.h"

#include "base/error.h"
#include "query/plan.h"
#include "vector/vector.h"

/* The bytes of a detoasted value; valid as long as it. */
static inline NewsStr
news_image(const struct varlena *value)
{
	return (NewsStr) {VARDATA_ANY(value), (uint32) VARSIZE_ANY_EXHDR(value)};
}

/*
 * The bytes of a detoasted vector; an error when they begin with another version than this
 * library reads, of which nothing would be found.
 */
extern NewsStr news_vector_image(const struct varlena *value);

/* A value of these bytes; an error when image.s is NULL, which says that they are too many. */
extern struct varlena *news_value(NewsStr image);

/* The value of a vector; an error when it is too large. */
extern struct varlena *news_vector_value(NewsArena *arena, NewsVector *vector);

/* Unpacks a stored vector; an error when it is damaged. */
extern void news_vector_read(NewsArena *arena, const struct varlena *value, NewsVector *vector);

/* Unpacks a stored query; an error when it is damaged. */
extern void news_query_read(NewsArena *arena, const struct varlena *value, NewsQuery *query);

/* A C string of UTF-8 bytes, in the server's encoding. */
extern char *news_cstring_to_server(NewsStr s);

/*
 * Reports that text is not the text form of the type, by a soft error where the
 * call can take one; the caller returns NULL then.  text is the call's argument.
 */
extern void news_report_syntax(FunctionCallInfo fcinfo, const char *type, const char *text, NewsStr utf8,
							   const NewsError *error);

/* Reports that bytes from outside are not the binary form of the type. */
extern void news_report_binary(const char *type, const NewsError *error);

/* The bytes of the message that a receive function is given. */
extern NewsStr news_message_bytes(FunctionCallInfo fcinfo);

/* What a send function returns of a value. */
extern bytea *news_send(const struct varlena *value);

/*
 * Argument n, not NULL, detoasted and with a full header.  A value that is stored
 * out of line is fetched once for all rows that pass the same one; uses the
 * function's fn_extra.  Valid until the next call.
 */
extern struct varlena *news_fetch_arg(FunctionCallInfo fcinfo, int n);

/* newsvector_make.c: the stored form of a detoasted text. */
extern NewsStr news_text_image(NewsSession *session, text *body, const NewsOptions *options);

#endif							/* NEWS_VALUES_H */
