/*
 * statistics.h
 *	  What ANALYZE stores about a column of newsvector, and the planner reads.
 *
 * Two slots, each of elements in order of their bytes, as bytea, with a share for
 * each; engine/query/estimate.h says what they are.  Behind the shares stand
 * what one that is not there has at most, what the commonest has, and the share
 * of one row of the sample.
 */
#ifndef NEWS_STATISTICS_H
#define NEWS_STATISTICS_H

/* Keys: pg_stats shows them as most_common_elems. */
#define NEWS_STATISTIC_KEYS		STATISTIC_KIND_MCELEM
/* Groups of keys: of the numbers for private use. */
#define NEWS_STATISTIC_GROUPS	17316

#define NEWS_STATISTIC_NUMBERS	3	/* behind the shares */

#endif							/* NEWS_STATISTICS_H */
