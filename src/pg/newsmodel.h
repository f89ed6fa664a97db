/*
 * newsmodel.h
 *	  The type newsmodel as other functions take it and make it.
 */
#ifndef NEWS_NEWSMODEL_H
#define NEWS_NEWSMODEL_H

#include "news_pg.h"

#include "tagger/model.h"

/*
 * The model in argument n, NULL when it is NULL or not given.  One that is stored
 * out of line is fetched once for all calls of a query.
 */
extern const NewsModel *news_model_arg(FunctionCallInfo fcinfo, int n);

/* The value of a sound image. */
extern struct varlena *news_model_value(const NewsModel *model);

#endif							/* NEWS_NEWSMODEL_H */
