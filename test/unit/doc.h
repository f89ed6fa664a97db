/*
 * doc.h
 *	  A text annotated for one test, with its invariants checked.
 *
 *	  Doc doc;
 *
 *	  read_doc(&doc, "Lavrov met Kerry.", NEWS_STAGE_NAMES, NULL);
 *	  CHECK_INT(doc.doc->nmentions, 2);
 *	  free_doc(&doc);
 */
#ifndef DOC_H
#define DOC_H

#include <stdio.h>

#include "annotate.h"
#include "check.h"
#include "invariants.h"

typedef struct Doc
{
	NewsDoc    *doc;
	NewsArena	arena;
	NewsOptions options;
} Doc;

/* Day of a date in the proleptic Gregorian calendar, 1970-01-01 being 0 (Hinnant, days_from_civil). */
static inline NewsDay
day_of(int year, int month, int day)
{
	int			y = month <= 2 ? year - 1 : year;
	int			era = (y >= 0 ? y : y - 399) / 400;
	int			yoe = y - era * 400;
	int			doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

/*
 * Annotates len bytes of text with the stages; published is "YYYY-MM-DD", or
 * NULL when not known.  doc must not move until free_doc.
 */
static inline void
read_bytes(Doc *doc, const char *text, uint32_t len, int stages, const char *published)
{
	const char *fault;
	int			year;
	int			month;
	int			day;

	memset(doc, 0, sizeof(*doc));
	doc->options.stages = stages;
	if (published && sscanf(published, "%d-%d-%d", &year, &month, &day) == 3)
		doc->options.published = (NewsPublished) {true, day_of(year, month, day), 12 * 3600};
	news_arena_init(&doc->arena, &news_malloc_host);
	doc->doc = news_annotate(&doc->arena, text, len, &doc->options);
	fault = news_broken_doc(doc->doc);
	check_count(fault == NULL, __FILE__, __LINE__, fault ? fault : "");
}

static inline void
read_doc(Doc *doc, const char *text, int stages, const char *published)
{
	read_bytes(doc, text, (uint32_t) strlen(text), stages, published);
}

static inline void
free_doc(Doc *doc)
{
	news_arena_release(&doc->arena);
	doc->doc = NULL;
}

/* The text of token i, and of sentence i, both 0-based; none when there is no such thing. */
static inline NewsStr
doc_token(const Doc *doc, uint32_t i)
{
	return i < doc->doc->tokens.n ? news_span_str(&doc->doc->tokens, i, i + 1) : NEWS_NO_STR;
}

static inline NewsStr
doc_sentence(const Doc *doc, uint32_t i)
{
	const NewsSentences *sentences = &doc->doc->sentences;

	if (i >= sentences->n)
		return NEWS_NO_STR;
	return news_span_str(&doc->doc->tokens, sentences->items[i].first, sentences->items[i].end);
}

#endif							/* DOC_H */
