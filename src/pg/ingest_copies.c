/*
 * ingest_copies.c
 *	  Is an article a copy of one that is in the corpus?
 *
 * Its signature is looked up in the index; of the articles that have a number of
 * it, the most alike is the one it was copied from.  That one's original is its
 * own, so that all copies of a report lead to the first.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/guc.h"

#include "corpus.h"
#include "signature.h"

/* One row of the look-up. */
typedef struct Candidate
{
	int64		original;		/* id, or that of which it is a copy itself */
	NewsSimilarity similarity;
} Candidate;

static bool
read_candidate(HeapTuple row, TupleDesc desc, const int64 *numbers, Candidate *out)
{
	bool		no_original;
	bool		no_signature;
	bool		isnull;
	int64		id = DatumGetInt64(SPI_getbinval(row, desc, 1, &isnull));
	Datum		original = SPI_getbinval(row, desc, 2, &no_original);
	Datum		signature = SPI_getbinval(row, desc, 3, &no_signature);
	const int64 *theirs = no_signature ? NULL : news_signature_numbers(DatumGetArrayTypeP(signature));

	if (theirs == NULL)
		return false;
	out->original = no_original ? id : DatumGetInt64(original);
	out->similarity = news_signature_similarity(numbers, theirs);
	return news_is_copy(out->similarity);
}

/*
 * Runs the look-up by its index, whatever the planner knows of a table that was
 * empty a moment ago: its plan stays for the whole of the ingestion.
 */
static void
look_up(SPIPlanPtr plan, Datum signature)
{
	MemoryContext context = CurrentMemoryContext;
	int			level = NewGUCNestLevel();
	int			rc;

	(void) set_config_option("enable_seqscan", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	rc = SPI_execute_plan(plan, &signature, NULL, false, 0);
	AtEOXact_GUC(true, level);
	if (rc != SPI_OK_SELECT)
		elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(rc));
	MemoryContextSwitchTo(context);		/* SPI leaves its own current */
}

bool
news_original_of(NewsCorpus *corpus, ArrayType *signature, int64 *id)
{
	const int64 *numbers = news_signature_numbers(signature);
	Candidate	best = {0};
	bool		found = false;

	if (corpus->copies == NULL || numbers == NULL)
		return false;
	look_up(corpus->copies, PointerGetDatum(signature));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		Candidate	candidate;

		if (!read_candidate(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, numbers, &candidate))
			continue;
		if (!found || candidate.similarity.jaccard > best.similarity.jaccard ||
			(candidate.similarity.jaccard == best.similarity.jaccard && candidate.original < best.original))
			best = candidate;
		found = true;
	}
	SPI_freetuptable(SPI_tuptable);
	*id = best.original;
	return found;
}
