/*
 * support.c
 *	  What the planner asks about calls: how many rows they return and what they
 *	  cost, by the length of the text; and whether an index can answer them.
 */
#include "match.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "access/stratnum.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/cost.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

PG_FUNCTION_INFO_V1(news_extract_support);
PG_FUNCTION_INFO_V1(news_match_support);

/* The strategy of @@ in both operator classes. */
#define MATCH_STRATEGY		1
/* Text of which a table holds a byte out of line, compressed. */
#define COMPRESSION			1.5

extern PGDLLEXPORT Datum news_sentences(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_entities(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_entities_with_newsdict(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_entities_with_newsmodel(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_dates(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_events(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum to_newsvector(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_entities_of_newsvector(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_dates_of_newsvector(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum news_events_of_newsvector(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum newsvector_match_newsquery(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum newsquery_match_newsvector(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum text_match_newsquery(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum newsquery_match_text(PG_FUNCTION_ARGS);

/*
 * What a call does with each byte of the text, or of the stored form: measured over
 * news articles against to_tsvector, which PostgreSQL reckons at 100 for about 250
 * bytes.  Costs as high as the time really taken would switch JIT on, which only
 * costs time where all of it is spent in C.
 */
typedef struct Yield
{
	PGFunction	function;
	int			arg;			/* the text */
	double		cost;			/* in units of cpu_operator_cost */
	double		rows;			/* 0 where it returns no set */
} Yield;

static const Yield yields[] = {
	{news_sentences, 0, 0.06, 0.010},
	{news_entities, 0, 0.25, 0.012},
	{news_entities_with_newsdict, 0, 0.3, 0.012},
	{news_entities_with_newsmodel, 0, 1.2, 0.012},
	{news_dates, 0, 0.09, 0.003},
	{news_events, 0, 0.35, 0.0014},
	{to_newsvector, 0, 0.4, 0},
	{text_match_newsquery, 0, 0.4, 0},
	{newsquery_match_text, 1, 0.4, 0},
	{news_entities_of_newsvector, 0, 0.08, 0.065},
	{news_dates_of_newsvector, 0, 0.04, 0.015},
	{news_events_of_newsvector, 0, 0.06, 0.008},
};

static PGFunction
c_function(Oid function)
{
	FmgrInfo	info;

	fmgr_info(function, &info);
	return info.fn_addr;
}

static const Yield *
find_yield(Oid function)
{
	PGFunction	c = c_function(function);

	for (size_t i = 0; i < lengthof(yields); i++)
		if (yields[i].function == c)
			return &yields[i];
	return NULL;
}

bool
news_query_on_right(Oid function)
{
	PGFunction	c = c_function(function);

	return c == newsvector_match_newsquery || c == text_match_newsquery;
}

/* ---- The length of the text ---- */

/* What a row of the table has out of line, in all columns; 0 where that is not known. */
static double
out_of_line_width(Oid table)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	double		rows;
	Oid			toast;
	double		width = 0;

	if (!HeapTupleIsValid(tuple))
		return 0;
	rows = ((Form_pg_class) GETSTRUCT(tuple))->reltuples;
	toast = ((Form_pg_class) GETSTRUCT(tuple))->reltoastrelid;
	ReleaseSysCache(tuple);
	tuple = OidIsValid(toast) ? SearchSysCache1(RELOID, ObjectIdGetDatum(toast)) : NULL;
	if (!HeapTupleIsValid(tuple))
		return 0;
	if (rows > 0)
		width = (double) ((Form_pg_class) GETSTRUCT(tuple))->relpages * BLCKSZ / rows;
	ReleaseSysCache(tuple);
	return width;
}

/* The average length of a value in bytes, below 0 where it cannot be known. */
static double
length_of(PlannerInfo *root, Node *value)
{
	if (IsA(value, RelabelType))
		value = (Node *) ((RelabelType *) value)->arg;
	if (IsA(value, Const))
	{
		Const	   *c = (Const *) value;

		return c->constisnull ? 0 : (double) toast_raw_datum_size(c->constvalue) - VARHDRSZ;
	}
	if (root && IsA(value, Var) && ((Var *) value)->varlevelsup == 0 && ((Var *) value)->varattno > 0)
	{
		Var		   *var = (Var *) value;
		RangeTblEntry *rte = planner_rt_fetch(var->varno, root);
		int			width = rte->rtekind == RTE_RELATION ? get_attavgwidth(rte->relid, var->varattno) : 0;

		if (width > 0)
			return width + (var->vartype == TEXTOID ? COMPRESSION * out_of_line_width(rte->relid) : 0);
	}
	return -1;
}

/* The arguments of a call, or of an operator. */
static List *
arguments(Node *node)
{
	if (node && IsA(node, FuncExpr))
		return ((FuncExpr *) node)->args;
	if (node && IsA(node, OpExpr))
		return ((OpExpr *) node)->args;
	return NIL;
}

/* The length of the text that a call works on, and what it makes of it; false where either is not known. */
static bool
length_of_work(PlannerInfo *root, Oid function, Node *node, const Yield **yield, double *length)
{
	List	   *args = arguments(node);

	*yield = find_yield(function);
	if (*yield == NULL || list_length(args) <= (*yield)->arg)
		return false;
	*length = length_of(root, list_nth(args, (*yield)->arg));
	return *length >= 0;
}

static Node *
estimate_cost(SupportRequestCost *request)
{
	const Yield *yield;
	double		length;

	if (!length_of_work(request->root, request->funcid, request->node, &yield, &length))
		return NULL;
	request->startup = 0;
	request->per_tuple = (100 + yield->cost * length) * cpu_operator_cost;
	return (Node *) request;
}

static Node *
estimate_rows(SupportRequestRows *request)
{
	const Yield *yield;
	double		length;

	if (!length_of_work(request->root, request->funcid, request->node, &yield, &length) || yield->rows == 0)
		return NULL;
	request->rows = clamp_row_est(yield->rows * length);
	return (Node *) request;
}

Datum
news_extract_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);
	Node	   *result = NULL;

	if (IsA(request, SupportRequestCost))
		result = estimate_cost((SupportRequestCost *) request);
	else if (IsA(request, SupportRequestRows))
		result = estimate_rows((SupportRequestRows *) request);
	PG_RETURN_POINTER(result);
}

/* ---- Calls of what @@ calls ---- */

/* The same condition with the operator, where the index has it. */
static List *
index_condition(SupportRequestIndexCondition *request)
{
	bool		on_right = news_query_on_right(request->funcid);
	List	   *args = arguments(request->node);
	Node	   *column;
	Node	   *query;
	Oid			operator;

	if (list_length(args) != 2 || request->indexarg != (on_right ? 0 : 1))
		return NIL;
	column = list_nth(args, request->indexarg);
	query = list_nth(args, 1 - request->indexarg);
	if (!news_pseudo_constant_for_index(request->root, query, request->index))
		return NIL;
	operator = get_opfamily_member(request->opfamily, request->index->opcintype[request->indexcol], exprType(query),
								   MATCH_STRATEGY);
	if (!OidIsValid(operator))
		return NIL;
	request->lossy = false;
	return list_make1(make_opclause(operator, BOOLOID, false, (Expr *) column, (Expr *) query, InvalidOid,
									request->indexcollation));
}

/* The call as the operator: an index can do without looking at the rows again. */
static Node *
simplify(SupportRequestSimplify *request)
{
	FuncExpr   *call = request->fcall;
	Oid			types[2];
	Oid			operator;
	char	   *schema = get_namespace_name(get_func_namespace(call->funcid));

	if (list_length(call->args) != 2 || schema == NULL)
		return NULL;
	for (int i = 0; i < 2; i++)
		types[i] = exprType(list_nth(call->args, i));
	operator = OpernameGetOprid(list_make2(makeString(schema), makeString("@@")), types[0], types[1]);
	if (!OidIsValid(operator) || get_opcode(operator) != call->funcid)
		return NULL;
	return (Node *) make_opclause(operator, BOOLOID, false, linitial(call->args), lsecond(call->args), InvalidOid,
								  call->inputcollid);
}

static Node *
selectivity(SupportRequestSelectivity *request)
{
	if (request->is_join)
		return NULL;
	request->selectivity = news_match_selectivity(request->root, request->funcid, request->args, request->varRelid);
	return (Node *) request;
}

Datum
news_match_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);
	Node	   *result = NULL;

	if (IsA(request, SupportRequestSimplify))
		result = simplify((SupportRequestSimplify *) request);
	else if (IsA(request, SupportRequestIndexCondition))
		result = (Node *) index_condition((SupportRequestIndexCondition *) request);
	else if (IsA(request, SupportRequestSelectivity))
		result = selectivity((SupportRequestSelectivity *) request);
	else if (IsA(request, SupportRequestCost))
		result = estimate_cost((SupportRequestCost *) request);
	PG_RETURN_POINTER(result);
}
