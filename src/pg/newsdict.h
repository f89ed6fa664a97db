/*
 * newsdict.h
 *	  The user's own names as an argument.
 */
#ifndef NEWS_NEWSDICT_H
#define NEWS_NEWSDICT_H

#include "news_pg.h"

#include "names/dict.h"

/*
 * The dictionary that is argument n of the call; NULL when that is NULL or not
 * there.  One that comes from a table's column is fetched once for all calls.
 */
extern const struct NewsDict *news_dict_arg(FunctionCallInfo fcinfo, int n);

#endif							/* NEWS_NEWSDICT_H */
