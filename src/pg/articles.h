/*
 * articles.h
 *	  Reading articles from a table: a corpus, or any table or view that has what
 *	  a timeline needs.
 *
 * Needed are the columns id (of an integer type) and news (newsvector).  Where
 * they are there, published (timestamp, date or timestamptz, which counts in
 * UTC), published_score, duplicate_of, version_of, superseded_by (whose rows are
 * passed over unless it is NULL), title and body are read, too.
 */
#ifndef NEWS_ARTICLES_H
#define NEWS_ARTICLES_H

#include "values.h"

#include "executor/spi.h"

typedef struct NewsArticles
{
	const char *name;			/* the table as SQL knows it, quoted */
	const char *schema;			/* of the extension, quoted */
	Oid			vector_type;
	Oid			query_type;
	const char *published;		/* SQL for the page's date, a timestamp; "NULL" where there is none */
	const char *believed;		/* the same, NULL where it is doubted */
	const char *origin;			/* SQL for the article that one is a copy or a version of */
	const char *condition;		/* SQL for which rows count */
	const char *title;
	const char *body;
	bool		has_body;
} NewsArticles;

/* The columns of a table, for a function of the extension; an error where it cannot be read as articles.  In the current context. */
extern void news_articles_open(NewsArticles *articles, Oid relid, Oid function);

/* One article; lives until the callback returns. */
typedef struct NewsArticleRow
{
	int64		id;
	int64		origin;			/* its own id unless it is a copy, or a later version */
	NewsPublished published;	/* what the page says */
	NewsPublished believed;
	struct varlena *news;
	text	   *body;			/* NULL where it was not asked for, or is not there */
	text	   *title;			/* likewise */
} NewsArticleRow;

typedef enum NewsArticleTexts
{
	NEWS_TEXTS_NEVER,
	NEWS_TEXTS_UNDATED,			/* of articles whose date is not believed */
	NEWS_TEXTS_ALWAYS
} NewsArticleTexts;

typedef void (*NewsArticleCallback) (void *arg, const NewsArticleRow *row);

/*
 * Calls back for each article that matches the query (NULL: for all), and, unless
 * within is NEWS_NO_DAYS, has a date or an event there or no date that is
 * believed.  In no order.  SPI is connected.
 */
extern void news_articles_scan(const NewsArticles *articles, const struct varlena *query, NewsDays within,
							   NewsArticleTexts texts, NewsArticleCallback callback, void *arg);

/* The same for the articles of these ids, with their texts. */
extern void news_articles_fetch(const NewsArticles *articles, const int64 *ids, uint32 n,
								NewsArticleCallback callback, void *arg);

/* Is there one among those that match the query whose date is not believed? */
extern bool news_articles_any_undated(const NewsArticles *articles, const struct varlena *query);

#endif							/* NEWS_ARTICLES_H */
