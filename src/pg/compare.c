/*
 * compare.c
 *	  Comparison of newsvectors, and of newsqueries.
 *
 * Equal values have equal bytes, so comparison is that of bytes.  The order means
 * nothing, but serves DISTINCT, GROUP BY, merge joins and unique indexes.
 */
#include "values.h"

#include "common/hashfn.h"

static int
compare(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(0);
	struct varlena *b = PG_GETARG_VARLENA_PP(1);
	NewsStr		x = news_image(a);
	NewsStr		y = news_image(b);
	int			c = memcmp(x.s, y.s, Min(x.len, y.len));

	if (c == 0)
		c = (x.len > y.len) - (x.len < y.len);
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return c;
}

static Datum
hash(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum		result = hash_any((unsigned char *) VARDATA_ANY(value), (int) VARSIZE_ANY_EXHDR(value));

	PG_FREE_IF_COPY(value, 0);
	return result;
}

static Datum
hash_extended(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum		result = hash_any_extended((unsigned char *) VARDATA_ANY(value), (int) VARSIZE_ANY_EXHDR(value),
										   (uint64) PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return result;
}

/* The function of SQL that is called name. */
#define SQL_FUNCTION(name, result) \
	PG_FUNCTION_INFO_V1(name); \
	Datum name(PG_FUNCTION_ARGS) { result; }

/* What the operator classes of a type need. */
#define COMPARISON_OF(type) \
	SQL_FUNCTION(type##_cmp, PG_RETURN_INT32(compare(fcinfo))) \
	SQL_FUNCTION(type##_eq, PG_RETURN_BOOL(compare(fcinfo) == 0)) \
	SQL_FUNCTION(type##_ne, PG_RETURN_BOOL(compare(fcinfo) != 0)) \
	SQL_FUNCTION(type##_lt, PG_RETURN_BOOL(compare(fcinfo) < 0)) \
	SQL_FUNCTION(type##_le, PG_RETURN_BOOL(compare(fcinfo) <= 0)) \
	SQL_FUNCTION(type##_gt, PG_RETURN_BOOL(compare(fcinfo) > 0)) \
	SQL_FUNCTION(type##_ge, PG_RETURN_BOOL(compare(fcinfo) >= 0)) \
	SQL_FUNCTION(type##_hash, return hash(fcinfo)) \
	SQL_FUNCTION(type##_hash_extended, return hash_extended(fcinfo))

COMPARISON_OF(newsvector)
COMPARISON_OF(newsquery)
