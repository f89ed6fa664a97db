/*
 * host.c
 *	  PostgreSQL as the host of the engine: memory, interrupts, encodings, days.
 */
#include "news_pg.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "vector/vector.h"

/* Days from 1970-01-01, the engine's day 0, to 2000-01-01, PostgreSQL's. */
#define EPOCH_DIFFERENCE	(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

static void *
resize_block(void *context, void *block, size_t size)
{
	return block ? repalloc_huge(block, size) : MemoryContextAllocHuge(context, size);
}

static void
release_block(void *context, void *block)
{
	pfree(block);
}

static void
poll_interrupts(void *context)
{
	CHECK_FOR_INTERRUPTS();
}

void
news_session_open(NewsSession *session)
{
	session->context = AllocSetContextCreate(CurrentMemoryContext, "news_entities article", ALLOCSET_DEFAULT_SIZES);
	session->host.resize = resize_block;
	session->host.release = release_block;
	session->host.poll = poll_interrupts;
	session->host.arg = session->context;
	news_arena_init(&session->arena, &session->host);
}

void
news_session_close(NewsSession *session)
{
	MemoryContextDelete(session->context);
}

void
news_text_from_server(const char *s, Size len, NewsText *out)
{
	unsigned char *utf8;

	out->s = s;
	out->len = (uint32) len;
	out->converted = false;
	if (GetDatabaseEncoding() == PG_UTF8)
		return;
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
	{
		for (Size i = 0; i < len; i++)
			if (IS_HIGHBIT_SET(s[i]))
				ereport(ERROR,
						(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
						 errmsg("cannot read text that is not ASCII in a database with encoding SQL_ASCII"),
						 errdetail("The byte 0x%02x at position %zu has no known meaning.", (unsigned char) s[i], i + 1),
						 errhint("Use a database with encoding UTF8.")));
		return;
	}
	utf8 = pg_do_encoding_conversion((unsigned char *) unconstify(char *, s), (int) len, GetDatabaseEncoding(), PG_UTF8);
	if ((const char *) utf8 != s)
	{
		out->s = (const char *) utf8;
		out->len = (uint32) strlen(out->s);
		out->converted = true;
	}
}

text *
news_text_to_server(NewsStr s)
{
	unsigned char *converted;

	if (GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII)
		return cstring_to_text_with_len(s.s, (int) s.len);
	converted = pg_do_encoding_conversion((unsigned char *) unconstify(char *, s.s), (int) s.len, PG_UTF8,
										  GetDatabaseEncoding());
	if ((const char *) converted == s.s)
		return cstring_to_text_with_len(s.s, (int) s.len);
	return cstring_to_text((char *) converted);
}

NewsPublished
news_published_from_timestamp(Timestamp t)
{
	NewsPublished published = {false, 0, 0};
	int64		day;

	if (TIMESTAMP_NOT_FINITE(t))
		return published;
	day = t / USECS_PER_DAY;
	if (t % USECS_PER_DAY < 0)
		day--;
	published.known = true;
	published.day = (NewsDay) (day + EPOCH_DIFFERENCE);
	published.second = (int32) ((t - day * USECS_PER_DAY) / USECS_PER_SEC);
	return published;
}

bool
news_published_to_timestamp(NewsPublished published, Datum *result)
{
	if (!published.known)
		return false;
	*result = TimestampGetDatum(((int64) published.day - EPOCH_DIFFERENCE) * USECS_PER_DAY +
								(int64) published.second * USECS_PER_SEC);
	return true;
}

bool
news_date(NewsDay day, Datum *result)
{
	if (day == NEWS_NO_DAY || !IS_VALID_DATE((int64) day - EPOCH_DIFFERENCE))
		return false;
	*result = DateADTGetDatum(day - EPOCH_DIFFERENCE);
	return true;
}

NewsDay
news_day_of_date(DateADT date)
{
	if (DATE_IS_NOBEGIN(date))
		return NEWS_VECTOR_MIN_DAY;
	if (DATE_IS_NOEND(date) || date > NEWS_VECTOR_MAX_DAY - EPOCH_DIFFERENCE - 1)
		return NEWS_VECTOR_MAX_DAY - 1;
	return date + EPOCH_DIFFERENCE;
}

bool
news_daterange(NewsDays days, Datum *result)
{
	TypeCacheEntry *type = lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {0};
	RangeBound	upper = {0};

	if (days.from == NEWS_NO_DAY || days.to == NEWS_NO_DAY || days.from >= days.to ||
		!IS_VALID_DATE((int64) days.from - EPOCH_DIFFERENCE) || !IS_VALID_DATE((int64) days.to - EPOCH_DIFFERENCE))
		return false;
	lower.val = DateADTGetDatum(days.from - EPOCH_DIFFERENCE);
	lower.inclusive = true;
	lower.lower = true;
	upper.val = DateADTGetDatum(days.to - EPOCH_DIFFERENCE);
	*result = RangeTypePGetDatum(news_range_serialize(type, &lower, &upper));
	return true;
}

Datum
news_open_daterange(NewsDay from, NewsDay to)
{
	TypeCacheEntry *type = lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {.inclusive = true, .lower = true};
	RangeBound	upper = {0};

	lower.infinite = from == INT32_MIN;
	upper.infinite = to == INT32_MAX;
	lower.inclusive = !lower.infinite;
	if (!lower.infinite)
		lower.val = DateADTGetDatum(from - EPOCH_DIFFERENCE);
	if (!upper.infinite)
		upper.val = DateADTGetDatum(to - EPOCH_DIFFERENCE);
	return RangeTypePGetDatum(news_range_serialize(type, &lower, &upper));
}

NewsDoc *
news_annotate_text(NewsSession *session, text *body, const NewsOptions *options)
{
	MemoryContext old = MemoryContextSwitchTo(session->context);
	NewsText	utf8;
	NewsDoc    *doc;

	news_text_from_server(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body), &utf8);
	doc = news_annotate(&session->arena, utf8.s, utf8.len, options);
	MemoryContextSwitchTo(old);
	return doc;
}
