/*
 * ingest_copies.c
 *	  Is an article a copy of one that is in the corpus?
 *
 * Its signature is looked up in the index; of the articles that have a number of
 * it, the most alike is the one it was copied from.  That one's original is its
 * own, so that all copies of a report lead to the first.
 *
 * What the look-up costs must not grow with the number of like articles: a form
 * that is sent every day has thousands.  So the index names no more than
 * ENTRIES articles under a number: who comes later with one that is common by
 * then leaves it out (column signature_common).  No copy is lost by that.  The
 * numbers of what an article and its copy have for themselves are rare and
 * always there, and what all the numbers of are common is a copy of one of the
 * first ones that have them.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/guc.h"

#include "corpus.h"
#include "signature.h"

/* Articles under a number of the index; a few more when several sessions write at once. */
#define ENTRIES 32

/* One row of the look-up. */
typedef struct Candidate
{
	int64		original;		/* id, or that of which it is a copy itself */
	uint32		shared;			/* places of the numbers under which it was found */
	NewsSimilarity similarity;
} Candidate;

/* False for one that is none: a row that was found by chance, or has no signature. */
static bool
read_candidate(HeapTuple row, TupleDesc desc, const int64 *numbers, Candidate *out)
{
	bool		no_original;
	bool		no_signature;
	bool		isnull;
	int64		id = DatumGetInt64(SPI_getbinval(row, desc, 1, &isnull));
	Datum		original = SPI_getbinval(row, desc, 2, &no_original);
	Datum		signature = SPI_getbinval(row, desc, 3, &no_signature);
	uint32		common = (uint32) DatumGetInt32(SPI_getbinval(row, desc, 4, &isnull));
	const int64 *theirs = no_signature ? NULL : news_signature_numbers(DatumGetArrayTypeP(signature));

	if (theirs == NULL)
		return false;
	out->original = no_original ? id : DatumGetInt64(original);
	out->shared = news_signature_shared(numbers, theirs) & ~common;
	out->similarity = news_signature_similarity(numbers, theirs);
	return true;
}

void
news_look_up(SPIPlanPtr plan, Datum *values, const char *nulls)
{
	MemoryContext context = CurrentMemoryContext;
	int			level = NewGUCNestLevel();
	int			rc;

	(void) set_config_option("enable_seqscan", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	rc = SPI_execute_plan(plan, values, nulls, false, 0);
	AtEOXact_GUC(true, level);
	if (rc != SPI_OK_SELECT)
		elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(rc));
	MemoryContextSwitchTo(context);		/* SPI leaves its own current */
}

static bool
is_better(const Candidate *candidate, const Candidate *best)
{
	if (candidate->similarity.jaccard != best->similarity.jaccard)
		return candidate->similarity.jaccard > best->similarity.jaccard;
	return candidate->original < best->original;
}

NewsCopies
news_find_copies(NewsCorpus *corpus, ArrayType *signature)
{
	const int64 *numbers = news_signature_numbers(signature);
	Datum		value = PointerGetDatum(signature);
	int			entries[NEWS_SIGNATURE_SIZE] = {0};
	Candidate	best = {0};
	NewsCopies	copies = {0};

	if (corpus->copies == NULL || numbers == NULL)
		return copies;
	news_look_up(corpus->copies, &value, NULL);
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		Candidate	candidate;

		if (!read_candidate(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, numbers, &candidate))
			continue;
		for (int place = 0; place < NEWS_SIGNATURE_SIZE; place++)
			if ((candidate.shared >> place & 1) != 0 && ++entries[place] >= ENTRIES)
				copies.common |= UINT32_C(1) << place;
		if (!news_is_copy(candidate.similarity) || (copies.found && !is_better(&candidate, &best)))
			continue;
		best = candidate;
		copies.found = true;
	}
	SPI_freetuptable(SPI_tuptable);
	copies.original = best.original;
	return copies;
}
