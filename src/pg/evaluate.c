/*
 * evaluate.c
 *	  news_evaluate: how well tags agree with the right ones.
 */
#include "news_pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

PG_FUNCTION_INFO_V1(news_evaluate_transfn);
PG_FUNCTION_INFO_V1(news_evaluate_finalfn);

typedef struct KindScore
{
	char	   *kind;
	int64		gold;
	int64		found;
	int64		right;
} KindScore;

typedef struct EvaluateState
{
	KindScore  *kinds;			/* by name */
	int			n;
	int			room;
} EvaluateState;

/* More kinds than this are not counted apart. */
#define MAX_KINDS 1000

/* One name in an array of tags: words first up to end. */
typedef struct TaggedName
{
	int			first;
	int			end;
	text	   *tag;
} TaggedName;

static KindScore *
score_of(EvaluateState *state, MemoryContext context, const char *kind, int len)
{
	int			at = 0;

	while (at < state->n && (strncmp(state->kinds[at].kind, kind, (size_t) len) < 0 ||
							 (strncmp(state->kinds[at].kind, kind, (size_t) len) == 0 && (int) strlen(state->kinds[at].kind) < len)))
		at++;
	if (at < state->n && (int) strlen(state->kinds[at].kind) == len && strncmp(state->kinds[at].kind, kind, (size_t) len) == 0)
		return &state->kinds[at];
	if (state->n == MAX_KINDS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many kinds of names"),
				 errdetail("At most %d are counted.", MAX_KINDS)));
	if (state->n == state->room)
	{
		state->room = state->room ? state->room * 2 : 16;
		state->kinds = state->kinds ? repalloc(state->kinds, sizeof(KindScore) * (Size) state->room) :
			MemoryContextAlloc(context, sizeof(KindScore) * (Size) state->room);
	}
	memmove(state->kinds + at + 1, state->kinds + at, sizeof(KindScore) * (Size) (state->n++ - at));
	memset(&state->kinds[at], 0, sizeof(KindScore));
	state->kinds[at].kind = MemoryContextAlloc(context, (Size) len + 1);
	memcpy(state->kinds[at].kind, kind, (size_t) len);
	state->kinds[at].kind[len] = '\0';
	return &state->kinds[at];
}

static bool
same_kind(text *a, text *b)
{
	int			len = (int) VARSIZE_ANY_EXHDR(a) - 2;

	return (int) VARSIZE_ANY_EXHDR(b) - 2 == len && memcmp(VARDATA_ANY(a) + 2, VARDATA_ANY(b) + 2, (size_t) len) == 0;
}

/* The names of an array of tags, by position; a name may begin with I- where none is under way. */
static int
read_names(ArrayType *array, TaggedName **out)
{
	Datum	   *items;
	bool	   *nulls;
	int			count;
	int			n = 0;
	bool		open = false;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &items, &nulls, &count);
	*out = palloc(sizeof(TaggedName) * (Size) (count + 1));
	for (int i = 0; i < count; i++)
	{
		text	   *tag = nulls[i] ? NULL : DatumGetTextPP(items[i]);
		char		mark = tag && VARSIZE_ANY_EXHDR(tag) > 2 ? *VARDATA_ANY(tag) : 'O';

		if (mark != 'B' && mark != 'I')
			open = false;
		else if (mark == 'I' && open && same_kind((*out)[n - 1].tag, tag))
			(*out)[n - 1].end = i + 1;
		else
		{
			(*out)[n++] = (TaggedName) {i, i + 1, tag};
			open = true;
		}
	}
	return n;
}

/* State, right tags, tags found: of the same words. */
Datum
news_evaluate_transfn(PG_FUNCTION_ARGS)
{
	EvaluateState *state = PG_ARGISNULL(0) ? NULL : (EvaluateState *) PG_GETARG_POINTER(0);
	MemoryContext context;
	TaggedName	   *gold;
	TaggedName	   *found;
	int			ngold;
	int			nfound;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "news_evaluate_transfn called in non-aggregate context");
	if (state == NULL)
		state = MemoryContextAllocZero(context, sizeof(EvaluateState));
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_POINTER(state);
	if (ArrayGetNItems(ARR_NDIM(PG_GETARG_ARRAYTYPE_P(1)), ARR_DIMS(PG_GETARG_ARRAYTYPE_P(1))) !=
		ArrayGetNItems(ARR_NDIM(PG_GETARG_ARRAYTYPE_P(2)), ARR_DIMS(PG_GETARG_ARRAYTYPE_P(2))))
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("arrays of tags differ in length")));
	ngold = read_names(PG_GETARG_ARRAYTYPE_P(1), &gold);
	nfound = read_names(PG_GETARG_ARRAYTYPE_P(2), &found);
	for (int i = 0; i < ngold; i++)
		score_of(state, context, VARDATA_ANY(gold[i].tag) + 2, (int) VARSIZE_ANY_EXHDR(gold[i].tag) - 2)->gold++;
	for (int i = 0, j = 0; i < nfound; i++)
	{
		KindScore  *score = score_of(state, context, VARDATA_ANY(found[i].tag) + 2, (int) VARSIZE_ANY_EXHDR(found[i].tag) - 2);

		score->found++;
		while (j < ngold && gold[j].first < found[i].first)
			j++;
		score->right += j < ngold && gold[j].first == found[i].first && gold[j].end == found[i].end && same_kind(gold[j].tag, found[i].tag);
	}
	PG_RETURN_POINTER(state);
}

static void
push_number(JsonbParseState **parse, const char *key, Datum number)
{
	JsonbValue	v;

	v.type = jbvString;
	v.val.string.val = unconstify(char *, key);
	v.val.string.len = (int) strlen(key);
	pushJsonbValue(parse, WJB_KEY, &v);
	v.type = jbvNumeric;
	v.val.numeric = DatumGetNumeric(number);
	pushJsonbValue(parse, WJB_VALUE, &v);
}

/* A share of 0 to 1, to four places. */
static Datum
share(double part, double whole)
{
	Datum		value = DirectFunctionCall1(float8_numeric, Float8GetDatum(whole > 0 ? part / whole : 0));

	return DirectFunctionCall2(numeric_round, value, Int32GetDatum(4));
}

static void
push_score(JsonbParseState **parse, const char *kind, const KindScore *s)
{
	JsonbValue	key;

	key.type = jbvString;
	key.val.string.val = unconstify(char *, kind);
	key.val.string.len = (int) strlen(kind);
	pushJsonbValue(parse, WJB_KEY, &key);
	pushJsonbValue(parse, WJB_BEGIN_OBJECT, NULL);
	push_number(parse, "gold", DirectFunctionCall1(int8_numeric, Int64GetDatum(s->gold)));
	push_number(parse, "found", DirectFunctionCall1(int8_numeric, Int64GetDatum(s->found)));
	push_number(parse, "right", DirectFunctionCall1(int8_numeric, Int64GetDatum(s->right)));
	push_number(parse, "precision", share((double) s->right, (double) s->found));
	push_number(parse, "recall", share((double) s->right, (double) s->gold));
	push_number(parse, "f1", share(2.0 * (double) s->right, (double) (s->gold + s->found)));
	pushJsonbValue(parse, WJB_END_OBJECT, NULL);
}

Datum
news_evaluate_finalfn(PG_FUNCTION_ARGS)
{
	EvaluateState *state;
	JsonbParseState *parse = NULL;
	KindScore	all = {0};

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = (EvaluateState *) PG_GETARG_POINTER(0);
	pushJsonbValue(&parse, WJB_BEGIN_OBJECT, NULL);
	for (int i = 0; i < state->n; i++)
	{
		all.gold += state->kinds[i].gold;
		all.found += state->kinds[i].found;
		all.right += state->kinds[i].right;
		push_score(&parse, state->kinds[i].kind, &state->kinds[i]);
	}
	push_score(&parse, "", &all);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&parse, WJB_END_OBJECT, NULL)));
}
