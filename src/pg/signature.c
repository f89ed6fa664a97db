/*
 * signature.c
 *	  news_signature, news_similarity: copies of a text, for one's own tables.
 */
#include "signature.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"

PG_FUNCTION_INFO_V1(news_signature);
PG_FUNCTION_INFO_V1(news_signature_keys);
PG_FUNCTION_INFO_V1(news_similarity);
PG_FUNCTION_INFO_V1(news_similarity_of_signatures);

static NewsStr
text_arg(FunctionCallInfo fcinfo, int n)
{
	text	   *arg = PG_GETARG_TEXT_PP(n);
	NewsText	utf8;

	news_text_from_server(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), &utf8);
	return (NewsStr) {utf8.s, utf8.len};
}

static ArrayType *
array_of(const int64 *numbers, int n)
{
	Datum		elements[NEWS_SIGNATURE_SIZE];

	for (int i = 0; i < n; i++)
		elements[i] = Int64GetDatum(numbers[i]);
	return construct_array(elements, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE);
}

ArrayType *
news_signature_array(NewsArena *arena, NewsStr body)
{
	int64		numbers[NEWS_SIGNATURE_SIZE];

	return array_of(numbers, news_signature_of(arena, body, numbers));
}

const int64 *
news_signature_numbers(ArrayType *array)
{
	if (ARR_ELEMTYPE(array) == INT8OID && ARR_NDIM(array) == 0)
		return NULL;
	if (ARR_ELEMTYPE(array) != INT8OID || ARR_NDIM(array) != 1 || ARR_HASNULL(array) ||
		ARR_DIMS(array)[0] != NEWS_SIGNATURE_SIZE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the array is no signature"),
				 errdetail("A signature has one dimension and %d numbers, or none.", NEWS_SIGNATURE_SIZE),
				 errhint("Signatures are made by news_signature.")));
	return (const int64 *) ((const char *) array + ARR_OVERHEAD_NONULLS(1));
}

/* A text whose signature is known; NULL, NULL for none. */
static const text *known_body;
static const ArrayType *known_signature;

void
news_signature_remember(const text *body, const ArrayType *signature)
{
	known_body = signature == NULL ? NULL : body;
	known_signature = signature;
}

static bool
is_known(const text *body)
{
	return known_body != NULL && VARSIZE_ANY_EXHDR(body) == VARSIZE_ANY_EXHDR(known_body) &&
		memcmp(VARDATA_ANY(body), VARDATA_ANY(known_body), VARSIZE_ANY_EXHDR(body)) == 0;
}

/* news_signature(body text) returns bigint[] */
Datum
news_signature(PG_FUNCTION_ARGS)
{
	NewsStr		body;
	NewsSession session;
	ArrayType  *array;

	if (is_known(PG_GETARG_TEXT_PP(0)))
	{
		array = palloc(VARSIZE(known_signature));
		PG_RETURN_ARRAYTYPE_P(memcpy(array, known_signature, VARSIZE(known_signature)));
	}
	body = text_arg(fcinfo, 0);
	news_session_open(&session);
	array = news_signature_array(&session.arena, body);
	news_session_close(&session);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* news_signature_keys(signature bigint[], common int) returns bigint[] */
Datum
news_signature_keys(PG_FUNCTION_ARGS)
{
	ArrayType  *signature = PG_GETARG_ARRAYTYPE_P(0);
	const int64 *numbers = news_signature_numbers(signature);
	uint32		common = (uint32) PG_GETARG_INT32(1);
	int64		keys[NEWS_SIGNATURE_SIZE];
	int			n = 0;

	if (numbers == NULL || common == 0)
		PG_RETURN_ARRAYTYPE_P(signature);
	for (int i = 0; i < NEWS_SIGNATURE_SIZE; i++)
		if ((common >> i & 1) == 0)
			keys[n++] = numbers[i];
	PG_RETURN_ARRAYTYPE_P(array_of(keys, n));
}

static Datum
similarity_row(FunctionCallInfo fcinfo, NewsSimilarity similarity)
{
	TupleDesc	desc;
	Datum		values[] = {Float4GetDatum(similarity.jaccard), Float4GetDatum(similarity.containment)};
	bool		nulls[] = {false, false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE || desc->natts != lengthof(values))
		elog(ERROR, "news_similarity must return a row of %d columns", (int) lengthof(values));
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls));
}

/* news_similarity(a text, b text, OUT jaccard real, OUT containment real) */
Datum
news_similarity(PG_FUNCTION_ARGS)
{
	NewsStr		a = text_arg(fcinfo, 0);
	NewsStr		b = text_arg(fcinfo, 1);
	NewsSession session;
	NewsSimilarity similarity;

	news_session_open(&session);
	similarity = news_text_similarity(&session.arena, a, b);
	news_session_close(&session);
	return similarity_row(fcinfo, similarity);
}

/* news_similarity(a bigint[], b bigint[], OUT jaccard real, OUT containment real) */
Datum
news_similarity_of_signatures(PG_FUNCTION_ARGS)
{
	const int64 *a = news_signature_numbers(PG_GETARG_ARRAYTYPE_P(0));
	const int64 *b = news_signature_numbers(PG_GETARG_ARRAYTYPE_P(1));

	if (a == NULL || b == NULL)
		return similarity_row(fcinfo, (NewsSimilarity) {0, 0});
	return similarity_row(fcinfo, news_signature_similarity(a, b));
}
