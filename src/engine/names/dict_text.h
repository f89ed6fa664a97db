/*
 * dict_text.h
 *	  The text and binary forms of a dictionary, from which it is built anew.
 *
 * Entries, divided by spaces: kind:"name"/code="alias", where the code and an
 * alias that is the name are left out:
 *
 *	  person:"Sergey Lavrov"/RUS="the minister" WEAPON:"T-90"
 *
 * The binary form is a version byte, the number of entries, and of each its kind,
 * name, code (empty for none) and alias, as a length and bytes.
 */
#ifndef NEWS_DICT_TEXT_H
#define NEWS_DICT_TEXT_H

#include "base/error.h"
#include "names/dict.h"

#define NEWS_DICT_TEXT_VERSION	1

/*
 * Read the rows of a dictionary, all of them fit for news_dict_build; return
 * false and set *error otherwise.  Rows live in the arena, their strings there
 * or in the text.
 */
extern bool news_dict_parse(NewsArena *arena, NewsStr text, NewsDictRow **rows, uint32_t *nrows, NewsError *error);
extern bool news_dict_unpack(NewsArena *arena, NewsStr bytes, NewsDictRow **rows, uint32_t *nrows, NewsError *error);

/* The forms of a sound image; s NULL when above 1 GB. */
extern NewsStr news_dict_print(NewsArena *arena, const struct NewsDict *dict);
extern NewsStr news_dict_pack(NewsArena *arena, const struct NewsDict *dict);

#endif							/* NEWS_DICT_TEXT_H */
