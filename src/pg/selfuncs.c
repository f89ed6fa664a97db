/*
 * selfuncs.c
 *	  Selectivity of @@.
 */
#include "match.h"

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

#include "query/estimate.h"
#include "statistics.h"

/* Where nothing is known of the query. */
#define DEFAULT_SELECTIVITY 0.005

PG_FUNCTION_INFO_V1(newsmatchsel);
PG_FUNCTION_INFO_V1(newsmatchjoinsel);

/* A slot of the statistics as the engine takes it; the slot must live as long. False where there is none. */
static bool
read_slot(AttStatsSlot *slot, HeapTuple tuple, int kind, NewsFrequencies *out)
{
	NewsStr    *items;

	if (!get_attstatsslot(slot, tuple, kind, InvalidOid, ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return false;
	if (slot->valuetype != BYTEAOID || slot->nnumbers != slot->nvalues + NEWS_STATISTIC_NUMBERS)
		return false;
	items = palloc(sizeof(NewsStr) * Max(slot->nvalues, 1));
	for (int i = 0; i < slot->nvalues; i++)
		items[i] = news_image((struct varlena *) DatumGetPointer(slot->values[i]));
	*out = (NewsFrequencies) {items, slot->numbers, (uint32) slot->nvalues,
		slot->numbers[slot->nvalues], slot->numbers[slot->nvalues + 2]};
	return true;
}

/* The share of rows whose value, of which statistics may be known, matches the query. */
static double
match_share(HeapTuple tuple, Datum query)
{
	NewsKeyStatistics statistics = {0};
	AttStatsSlot keys = {0};
	AttStatsSlot groups = {0};
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
		known = read_slot(&keys, tuple, NEWS_STATISTIC_KEYS, &statistics.keys) &&
			(!news_query_needs_groups(plan) || read_slot(&groups, tuple, NEWS_STATISTIC_GROUPS, &statistics.groups));
	}
	share = news_query_estimate(news_query_keys(plan), known ? &statistics : NULL);
	news_session_close(&session);
	free_attstatsslot(&keys);
	free_attstatsslot(&groups);
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
