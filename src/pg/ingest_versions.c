/*
 * ingest_versions.c
 *	  The versions of a page: what one address held at one time and another.
 *
 * A page is known by its address, which is its url or, for a file that was
 * ingested as a whole and names none, the file; and by who it comes from, where
 * that was named both times.  Its text changed is a new row: version is one more
 * than that of the row before, which keeps its text and is marked by
 * superseded_by.  The same title and text in other surroundings, or with another
 * hash for any other reason, are not stored again.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/builtins.h"

#include "corpus.h"

/* Times that another session may be quicker to supersede what was found. */
#define TRIES 100

/* ---- The address ---- */

/* Does it name a page, and not all of a site: "https://example.org/"? */
static bool
names_page(const char *url)
{
	const char *host = strstr(url, "://");
	const char *path = strpbrk(host ? host + strlen("://") : url, "/?");

	return host == NULL || (path != NULL && path[1] != '\0');
}

const char *
news_page_address(const NewsItem *item, const char *url)
{
	if (url != NULL)
		return names_page(url) ? url : NULL;
	return item->source == NULL && item->line == 0 ? item->file : NULL;
}

/* ---- The newest version ---- */

/* Reads the version that no other supersedes; false when there is none. */
static bool
find_newest(NewsCorpus *corpus, const char *address, const char *source, NewsVersion *out)
{
	Datum		values[] = {CStringGetTextDatum(address), source ? CStringGetTextDatum(source) : (Datum) 0};
	HeapTuple	row;
	TupleDesc	desc;
	bool		isnull;

	news_look_up(corpus->newest, values, source ? "  " : " n");
	if (SPI_processed == 0)
	{
		SPI_freetuptable(SPI_tuptable);
		return false;
	}
	row = SPI_tuptable->vals[0];
	desc = SPI_tuptable->tupdesc;
	out->id = DatumGetInt64(SPI_getbinval(row, desc, 1, &isnull));
	out->number = DatumGetInt32(SPI_getbinval(row, desc, 2, &isnull));
	out->first = DatumGetInt64(SPI_getbinval(row, desc, 3, &isnull));
	out->body = SPI_getvalue(row, desc, 4);
	out->title = SPI_getvalue(row, desc, 5);
	SPI_freetuptable(SPI_tuptable);
	return true;
}

/* Keeps other sessions from superseding it until the transaction ends; false when one has. */
static bool
lock_version(NewsCorpus *corpus, const NewsVersion *version)
{
	Datum		id = Int64GetDatum(version->id);

	return news_execute(corpus->lock, &id, NULL) > 0;
}

bool
news_find_version(NewsCorpus *corpus, const char *address, const char *source, NewsVersion *out)
{
	if (corpus->newest == NULL)
		return false;
	for (int i = 0; i < TRIES; i++)
	{
		if (!find_newest(corpus, address, source, out))
			return false;
		if (lock_version(corpus, out))
			return true;
	}
	ereport(ERROR,
			(errcode(ERRCODE_LOCK_NOT_AVAILABLE),
			 errmsg("other sessions change the page at once")));
}

void
news_supersede(NewsCorpus *corpus, const NewsVersion *version, int64 by)
{
	Datum		values[] = {Int64GetDatum(version->id), Int64GetDatum(by)};

	(void) news_execute(corpus->supersede, values, NULL);
}
