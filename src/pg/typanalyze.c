/*
 * typanalyze.c
 *	  Statistics of a column of newsvector: the most common keys of its index, and
 *	  of groups of them.
 *
 * Both are counted by Lossy Counting (Manku and Motwani, "Approximate Frequency
 * Counts over Data Streams", VLDB 2002): after each bucket of so many elements,
 * those that have been seen less than once a bucket are dropped, so that memory
 * stays bounded and what is common is counted nearly exactly.
 */
#include "values.h"

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "common/hashfn.h"
#include "utils/fmgroids.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"

#include "query/estimate.h"
#include "statistics.h"

/* Keys and groups stored, and sample rows asked for, for each point of the column's statistics target. */
#define KEYS_A_POINT		20
#define GROUPS_A_POINT		20
#define ROWS_A_POINT		300

/* The equality operators of the types of what is stored. */
#define BYTEA_EQUAL			1955
#define BIGINT_EQUAL		410

PG_FUNCTION_INFO_V1(newsvector_typanalyze);

typedef struct Counted
{
	NewsStr		key;			/* first, for the hash table */
	uint32		n;
	uint32		missed;			/* at most, before it came (back) */
} Counted;

typedef struct Counter
{
	HTAB	   *table;
	MemoryContext context;		/* of the table and its keys */
	uint64		seen;
	uint64		width;			/* of a bucket */
	uint32		bucket;			/* under way, from 1 */
	uint32		most;			/* elements to be stored */
} Counter;

static uint32
hash_key(const void *key, Size size)
{
	const NewsStr *s = key;

	return hash_bytes((const unsigned char *) s->s, (int) s->len);
}

static int
match_key(const void *a, const void *b, Size size)
{
	return !news_str_eq(*(const NewsStr *) a, *(const NewsStr *) b);
}

static void
counter_begin(Counter *c, MemoryContext context, uint32 most)
{
	HASHCTL		control = {0};

	control.keysize = sizeof(NewsStr);
	control.entrysize = sizeof(Counted);
	control.hash = hash_key;
	control.match = match_key;
	control.hcxt = context;
	c->table = hash_create("news_entities statistics", 4 * (long) most, &control,
						   HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
	c->context = context;
	c->seen = 0;
	c->bucket = 1;
	c->most = most;
	/* as wide as for tsvector: what occurs in a seven-thousandth of a tenth of the elements is kept */
	c->width = ((uint64) most + 10) * 1000 / 7;
}

static void
end_bucket(Counter *c)
{
	HASH_SEQ_STATUS scan;
	Counted    *item;

	hash_seq_init(&scan, c->table);
	while ((item = hash_seq_search(&scan)) != NULL)
		if (item->n + item->missed <= c->bucket)
		{
			char	   *s = unconstify(char *, item->key.s);

			hash_search(c->table, &item->key, HASH_REMOVE, NULL);
			pfree(s);
		}
	c->bucket++;
}

static void
count(Counter *c, NewsStr key)
{
	bool		found;
	Counted    *item = hash_search(c->table, &key, HASH_ENTER, &found);

	if (!found)
	{
		char	   *s = MemoryContextAlloc(c->context, key.len);

		memcpy(s, key.s, key.len);
		item->key.s = s;
		item->n = 0;
		item->missed = c->bucket - 1;
	}
	item->n++;
	if (++c->seen % c->width == 0)
		end_bucket(c);
}

/* ---- A row ---- */

static int
compare_strings(const void *pa, const void *pb)
{
	const NewsStr *a = pa;
	const NewsStr *b = pb;
	int			c = memcmp(a->s, b->s, Min(a->len, b->len));

	return c ? c : (a->len > b->len) - (a->len < b->len);
}

/* Counts each of these once. */
static void
count_all(Counter *c, NewsStr *items, uint32 n)
{
	qsort(items, n, sizeof(NewsStr), compare_strings);
	for (uint32 i = 0; i < n; i++)
		if (i == 0 || compare_strings(&items[i - 1], &items[i]) != 0)
			count(c, items[i]);
}

static void
count_row(Counter *keys, Counter *groups, NewsStr image)
{
	NewsSession session;
	uint32		n;
	uint32		ngroups = 0;
	NewsStr    *row;
	NewsStr    *of_row;

	news_session_open(&session);
	row = news_vector_keys(&session.arena, image, NEWS_KEYS_OF_STATISTICS, &n);
	of_row = NEWS_NEW(&session.arena, NewsStr, NEWS_KEY_GROUPS_MAX * n);
	for (uint32 i = 0; i < n; i++)
		ngroups += news_key_groups(row[i], of_row + ngroups);
	count_all(keys, row, n);
	count_all(groups, of_row, ngroups);
	news_session_close(&session);
}

/* ---- What is stored ---- */

static int
compare_counts(const void *pa, const void *pb)
{
	const Counted *a = *(Counted *const *) pa;
	const Counted *b = *(Counted *const *) pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return compare_strings(&a->key, &b->key);
}

static int
compare_keys(const void *pa, const void *pb)
{
	return compare_strings(&(*(Counted *const *) pa)->key, &(*(Counted *const *) pb)->key);
}

/* The most common items, by their keys; sets *least to what the others have at most, 0 where there are none. */
static Counted **
most_common(Counter *c, uint32 *n, uint32 *least)
{
	Counted   **items = palloc(sizeof(Counted *) * (Size) Max(hash_get_num_entries(c->table), 1));
	uint32		cutoff = (uint32) (9 * c->seen / c->width);
	HASH_SEQ_STATUS scan;
	Counted    *item;

	*n = 0;
	hash_seq_init(&scan, c->table);
	while ((item = hash_seq_search(&scan)) != NULL)
		if (item->n > cutoff)
			items[(*n)++] = item;
	qsort(items, *n, sizeof(Counted *), compare_counts);
	*least = cutoff;
	if (*n > c->most)
	{
		*least = Max(cutoff, items[c->most]->n);
		*n = c->most;
	}
	qsort(items, *n, sizeof(Counted *), compare_keys);
	return items;
}

/* What is to be stored of a counter. */
typedef struct Common
{
	Counted   **items;			/* by their keys */
	uint32		n;
	uint32		least;			/* as of most_common */
	uint32		rows;			/* of the sample */
} Common;

static Common
common_of(Counter *c, int rows)
{
	Common		common = {.rows = (uint32) rows};

	common.items = most_common(c, &common.n, &common.least);
	return common;
}

static float4
share_of(const Common *common, uint32 n)
{
	return (float4) n / (float4) common->rows;
}

/* The numbers that hold for all items. */
static void
set_numbers(const Common *common, float4 *numbers)
{
	uint32		highest = 0;

	for (uint32 i = 0; i < common->n; i++)
		highest = Max(highest, common->items[i]->n);
	numbers[0] = share_of(common, common->least);
	numbers[1] = share_of(common, highest);
	numbers[2] = share_of(common, 1);
}

/* Puts values and numbers, of which there are some, into the next free slot. */
static void
fill_slot(VacAttrStats *stats, int kind, Datum *values, uint32 nvalues, float4 *numbers, uint32 nnumbers, bool packed)
{
	int			slot = 0;

	while (stats->stakind[slot] != 0)
		slot++;
	stats->stakind[slot] = (int16) kind;
	stats->staop[slot] = packed ? BIGINT_EQUAL : BYTEA_EQUAL;
	stats->stacoll[slot] = InvalidOid;
	stats->stanumbers[slot] = numbers;
	stats->numnumbers[slot] = (int) nnumbers;
	stats->stavalues[slot] = values;
	stats->numvalues[slot] = (int) nvalues;
	stats->statypid[slot] = packed ? INT8OID : BYTEAOID;
	stats->statyplen[slot] = packed ? (int16) sizeof(int64) : -1;
	stats->statypbyval[slot] = packed ? FLOAT8PASSBYVAL : false;
	stats->statypalign[slot] = packed ? TYPALIGN_DOUBLE : TYPALIGN_INT;
}

static int
compare_packed(const void *pa, const void *pb)
{
	int64		a = *(const int64 *) pa;
	int64		b = *(const int64 *) pb;

	return (a > b) - (a < b);
}

static void
store_packed(const Common *common, VacAttrStats *stats, int kind)
{
	MemoryContext old = MemoryContextSwitchTo(stats->anl_context);
	int64	   *packed = palloc(sizeof(int64) * Max(common->n, 1));
	Datum	   *values = palloc(sizeof(Datum) * Max(common->n, 1));
	float4	   *numbers = palloc(sizeof(float4) * NEWS_STATISTIC_NUMBERS);

	for (uint32 i = 0; i < common->n; i++)
		packed[i] = news_share_pack(common->items[i]->key, share_of(common, common->items[i]->n));
	qsort(packed, common->n, sizeof(int64), compare_packed);
	for (uint32 i = 0; i < common->n; i++)
		values[i] = Int64GetDatum(packed[i]);
	set_numbers(common, numbers);
	MemoryContextSwitchTo(old);
	if (common->n > 0)			/* no slot may be empty */
		fill_slot(stats, kind, values, common->n, numbers, NEWS_STATISTIC_NUMBERS, true);
}

/* Keys as they are: all, or those of days. */
static void
store_readable(const Common *common, VacAttrStats *stats, int kind, bool days)
{
	MemoryContext old = MemoryContextSwitchTo(stats->anl_context);
	Datum	   *values = palloc(sizeof(Datum) * Max(common->n, 1));
	float4	   *numbers = palloc(sizeof(float4) * (common->n + NEWS_STATISTIC_NUMBERS));
	uint32		n = 0;

	for (uint32 i = 0; i < common->n; i++)
	{
		if (days && !news_key_is_days(common->items[i]->key))
			continue;
		values[n] = PointerGetDatum(news_value(common->items[i]->key));
		numbers[n++] = share_of(common, common->items[i]->n);
	}
	set_numbers(common, numbers + n);
	MemoryContextSwitchTo(old);
	if (n > 0)
		fill_slot(stats, kind, values, n, numbers, n + NEWS_STATISTIC_NUMBERS, false);
}

static void
store_all(Counter *keys, Counter *groups, VacAttrStats *stats, int rows)
{
	Common		common_keys = common_of(keys, rows);
	Common		common_groups = common_of(groups, rows);

	store_readable(&common_keys, stats, NEWS_STATISTIC_KEYS, false);
	store_packed(&common_keys, stats, NEWS_STATISTIC_PACKED_KEYS);
	store_packed(&common_groups, stats, NEWS_STATISTIC_PACKED_GROUPS);
	store_readable(&common_keys, stats, NEWS_STATISTIC_DAYS, true);
}

/* ---- ANALYZE ---- */

static void
compute_statistics(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows, double totalrows)
{
	uint32		target = (uint32) NEWS_ATTSTATTARGET(stats);
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "news_entities statistics", ALLOCSET_DEFAULT_SIZES);
	Counter		keys;
	Counter		groups;
	double		width = 0;
	int			rows = 0;

	counter_begin(&keys, context, target * KEYS_A_POINT);
	counter_begin(&groups, context, target * GROUPS_A_POINT);
	for (int i = 0; i < samplerows; i++)
	{
		bool		null;
		Datum		value = fetch(stats, i, &null);
		struct varlena *v;

		news_vacuum_delay_point();
		if (null)
			continue;
		rows++;
		width += (double) VARSIZE_ANY(DatumGetPointer(value));
		v = PG_DETOAST_DATUM_PACKED(value);
		count_row(&keys, &groups, news_image(v));
		if ((Pointer) v != DatumGetPointer(value))
			pfree(v);
	}
	if (samplerows > 0)
	{
		stats->stats_valid = true;
		stats->stanullfrac = (float4) (samplerows - rows) / (float4) samplerows;
		stats->stawidth = rows ? (int32) (width / rows) : 0;
		/* hardly an article is the same as another */
		stats->stadistinct = rows ? -1.0f * (1.0f - stats->stanullfrac) : 0;
	}
	if (rows > 0)
		store_all(&keys, &groups, stats, rows);
	MemoryContextDelete(context);
}

Datum
newsvector_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);

	if (NEWS_ATTSTATTARGET(stats) < 0)
		NEWS_ATTSTATTARGET(stats) = default_statistics_target;
	stats->compute_stats = compute_statistics;
	stats->minrows = ROWS_A_POINT * NEWS_ATTSTATTARGET(stats);
	PG_RETURN_BOOL(true);
}
