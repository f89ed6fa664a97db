/*
 * dating.h
 *	  Days of writing by what other articles say, read from a table.
 */
#ifndef NEWS_DATING_PG_H
#define NEWS_DATING_PG_H

#include "articles.h"

#include "timeline/dating.h"

/*
 * Adds an article with its stored form; one whose date is not believed is read
 * as of seven days, where the row has its body.
 */
extern void news_dating_add_row(NewsDating *dating, const NewsArticleRow *row, const NewsVector *vector);

/* Reads article number n as of seven days. */
extern void news_dating_read_row(NewsDating *dating, uint32 n, const NewsArticleRow *row);

/* The article of an id, after news_dating_compare; NULL when there is none. */
extern NewsDatingArticle *news_dating_find(const NewsDating *dating, int64 id);

#endif							/* NEWS_DATING_PG_H */
