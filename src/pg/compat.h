/*
 * compat.h
 *	  What differs between PostgreSQL 13 and 18, in one place.
 */
#ifndef NEWS_COMPAT_H
#define NEWS_COMPAT_H

#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "utils/rangetypes.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#include "nodes/miscnodes.h"
#endif

/* Soft errors came with 16; before it every error is a hard one. */
#if PG_VERSION_NUM < 160000
#define errsave(context, ...) ereport(ERROR, __VA_ARGS__)
#define ereturn(context, dummy_value, ...) \
	do { ereport(ERROR, __VA_ARGS__); return dummy_value; } while (0)
#define SOFT_ERROR_OCCURRED(context) false
#endif

/* The error context of the call, NULL where there is none. */
#if PG_VERSION_NUM >= 160000
#define NEWS_ESCONTEXT(fcinfo) ((fcinfo)->context)
#else
#define NEWS_ESCONTEXT(fcinfo) NULL
#endif

/* range_serialize takes an error context since 16. */
#if PG_VERSION_NUM >= 160000
#define news_range_serialize(typcache, lower, upper) range_serialize(typcache, lower, upper, false, NULL)
#else
#define news_range_serialize(typcache, lower, upper) range_serialize(typcache, lower, upper, false)
#endif

/*
 * InitMaterializedSRF came with 15.  The row type is that which the caller
 * expects: to derive it from the function's declaration would leave scratch
 * memory in the query's context at every call.
 */
#if PG_VERSION_NUM < 150000
extern void news_init_materialized_srf(FunctionCallInfo fcinfo);
#else
#define news_init_materialized_srf(fcinfo) InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC)
#endif

/* The sequence of an identity column is asked for by relation since 17. */
#if PG_VERSION_NUM >= 170000
#define news_identity_sequence(rel, attnum) getIdentitySequence(rel, attnum, false)
#else
#define news_identity_sequence(rel, attnum) getIdentitySequence(RelationGetRelid(rel), attnum, false)
#endif

/* The statistics target of a column that is analyzed is in its own field since 17. */
#if PG_VERSION_NUM >= 170000
#define NEWS_ATTSTATTARGET(stats) ((stats)->attstattarget)
#else
#define NEWS_ATTSTATTARGET(stats) ((stats)->attr->attstattarget)
#endif

/* vacuum_delay_point is told of ANALYZE since 18. */
#if PG_VERSION_NUM >= 180000
#define news_vacuum_delay_point() vacuum_delay_point(true)
#else
#define news_vacuum_delay_point() vacuum_delay_point()
#endif

/* is_pseudo_constant_for_index takes the planner's state since 14. */
#if PG_VERSION_NUM >= 140000
#define news_pseudo_constant_for_index(root, expr, index) is_pseudo_constant_for_index(root, expr, index)
#else
#define news_pseudo_constant_for_index(root, expr, index) is_pseudo_constant_for_index(expr, index)
#endif

/* The status of the i-th backend, from 1: renamed in 16. */
#if PG_VERSION_NUM >= 160000
#define news_local_backend(i) pgstat_get_local_beentry_by_index(i)
#else
#define news_local_backend(i) pgstat_fetch_stat_local_beentry(i)
#endif

/* Roles that come with the server were renamed in 14. */
#if PG_VERSION_NUM < 140000
#define ROLE_PG_READ_SERVER_FILES DEFAULT_ROLE_READ_SERVER_FILES
#define ROLE_PG_READ_ALL_STATS DEFAULT_ROLE_READ_ALL_STATS
#endif

/* What pg_b64_encode reads and pg_b64_decode writes: bytes since 18. */
#if PG_VERSION_NUM >= 180000
typedef uint8 NewsB64;
#else
typedef char NewsB64;
#endif

#endif							/* NEWS_COMPAT_H */
