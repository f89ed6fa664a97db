/*
 * statistics.h
 *	  What ANALYZE stores about a column of newsvector, and the planner reads.
 *
 * In pg_statistic: keys of the index that are common, as people see them in pg_stats;
 * the same packed, and groups of keys packed (engine/query/shares.h), as bigint; and of
 * the keys those of days, which estimates read one by one.  Readable ones are bytea in
 * order of their bytes, with a share for each.  Packed ones have three numbers: what
 * an item that is not there has at most, what the commonest has, and the share of one
 * row of the sample; for the readable keys these stand behind the shares.
 */
#ifndef NEWS_STATISTICS_H
#define NEWS_STATISTICS_H

/* Keys: pg_stats shows them as most_common_elems. */
#define NEWS_STATISTIC_KEYS		STATISTIC_KIND_MCELEM
/* Of the numbers for private use. */
#define NEWS_STATISTIC_PACKED_KEYS		17317
#define NEWS_STATISTIC_PACKED_GROUPS	17318
#define NEWS_STATISTIC_DAYS				17319

#define NEWS_STATISTIC_NUMBERS	3

#endif							/* NEWS_STATISTICS_H */
