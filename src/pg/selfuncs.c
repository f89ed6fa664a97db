/*
 * selfuncs.c
 *	  Selectivity of @@.
 */
#include "match.h"

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include "query/estimate.h"
#include "statistics.h"

/* Where nothing is known of the query. */
#define DEFAULT_SELECTIVITY 0.005

PG_FUNCTION_INFO_V1(newsmatchsel);
PG_FUNCTION_INFO_V1(newsmatchjoinsel);

/* What the estimate of a query reads, and the slots that it lies in. */
typedef struct Loaded
{
	NewsKeyStatistics statistics;
	AttStatsSlot names;
	AttStatsSlot days;
} Loaded;

/* A slot of readable keys; false where there is none. */
static bool
read_keys(AttStatsSlot *slot, HeapTuple tuple, int kind, NewsFrequencies *out)
{
	NewsStr    *items;

	if (!get_attstatsslot(slot, tuple, kind, InvalidOid, ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return false;
	if (slot->valuetype != BYTEAOID || slot->nnumbers != slot->nvalues + NEWS_STATISTIC_NUMBERS)
		return false;
	items = palloc(sizeof(NewsStr) * Max(slot->nvalues, 1));
	for (int i = 0; i < slot->nvalues; i++)
		items[i] = news_image((struct varlena *) DatumGetPointer(slot->values[i]));
	*out = (NewsFrequencies) {items, slot->numbers, (uint32) slot->nvalues};
	return true;
}

/* The values of a slot as they lie in the tuple, where they are not compressed: get_attstatsslot would take them apart. */
static ArrayType *
slot_array(HeapTuple tuple, int kind)
{
	const int16 *kinds = &((Form_pg_statistic) GETSTRUCT(tuple))->stakind1;

	for (int i = 0; i < STATISTIC_NUM_SLOTS; i++)
		if (kinds[i] == kind)
		{
			bool		null;
			Datum		values = SysCacheGetAttr(STATRELATTINH, tuple, (AttrNumber) (Anum_pg_statistic_stavalues1 + i), &null);

			return null ? NULL : DatumGetArrayTypeP(values);
		}
	return NULL;
}

/* A slot of packed shares; false where there is none. */
static bool
read_packed(HeapTuple tuple, int kind, NewsShares *out)
{
	ArrayType  *array = slot_array(tuple, kind);
	AttStatsSlot slot;

	if (array == NULL || ARR_ELEMTYPE(array) != INT8OID || ARR_NDIM(array) != 1 || ARR_HASNULL(array) ||
		!get_attstatsslot(&slot, tuple, kind, InvalidOid, ATTSTATSSLOT_NUMBERS))
		return false;
	out->items = (const int64 *) ((char *) array + ARR_OVERHEAD_NONULLS(1));
	out->n = (uint32) ARR_DIMS(array)[0];
	if (slot.nnumbers == NEWS_STATISTIC_NUMBERS)
	{
		out->least = slot.numbers[0];
		out->one = slot.numbers[2];
	}
	free_attstatsslot(&slot);
	return true;
}

/* False where statistics are not known. */
static bool
load(Loaded *l, HeapTuple tuple, const NewsPlan *plan)
{
	NewsKeyStatistics *s = &l->statistics;

	if (!read_packed(tuple, NEWS_STATISTIC_PACKED_KEYS, &s->keys) ||
		!read_packed(tuple, NEWS_STATISTIC_PACKED_GROUPS, &s->groups))
		return false;
	/* there may be no days among the common keys */
	if (news_query_needs_days(plan))
		read_keys(&l->days, tuple, NEWS_STATISTIC_DAYS, &s->days);
	return !news_query_needs_names(plan) || read_keys(&l->names, tuple, NEWS_STATISTIC_KEYS, &s->names);
}

/* The share of rows whose value, of which statistics may be known, matches the query. */
static double
match_share(HeapTuple tuple, Datum query)
{
	Loaded		loaded = {0};
	NewsSession session;
	NewsPlan   *plan;
	double		nulls = 0;
	double		share;
	bool		known = false;

	news_session_open(&session);
	plan = news_query_plan(&session, PG_DETOAST_DATUM_PACKED(query));
	if (HeapTupleIsValid(tuple))
	{
		nulls = ((Form_pg_statistic) GETSTRUCT(tuple))->stanullfrac;
		known = load(&loaded, tuple, plan);
	}
	share = news_query_estimate(news_query_keys(plan), known ? &loaded.statistics : NULL);
	news_session_close(&session);
	free_attstatsslot(&loaded.names);
	free_attstatsslot(&loaded.days);
	return share * (1 - nulls);
}

Selectivity
news_match_selectivity(PlannerInfo *root, Oid function, List *args, int varRelid)
{
	VariableStatData var;
	Node	   *other;
	bool		var_on_left;
	Selectivity result = DEFAULT_SELECTIVITY;

	if (!get_restriction_variable(root, args, varRelid, &var, &other, &var_on_left))
		return result;
	if (IsA(other, Const) && ((Const *) other)->constisnull)
		result = 0;
	else if (IsA(other, Const) && var_on_left == news_query_on_right(function))
		result = match_share(var.statsTuple, ((Const *) other)->constvalue);
	ReleaseVariableStats(var);
	CLAMP_PROBABILITY(result);
	return result;
}

Datum
newsmatchsel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid			operator = PG_GETARG_OID(1);
	List	   *args = (List *) PG_GETARG_POINTER(2);

	PG_RETURN_FLOAT8(news_match_selectivity(root, get_opcode(operator), args, PG_GETARG_INT32(3)));
}

/* Which query meets which article is not known. */
Datum
newsmatchjoinsel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(DEFAULT_SELECTIVITY);
}
