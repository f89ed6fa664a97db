/*
 * dict.h
 *	  The user's own names: a flat image, built from rows.
 *
 * An image is one block of bytes without pointers: it can be stored, copied and
 * used in place.  Numbers in it are in the machine's own byte order, so it
 * travels between machines as rows, not as bytes.  It is the payload of the SQL
 * type newsdict; options.dict points at one, and where one of its entries
 * matches, it wins over everything that news_find_names knows or guesses.
 *
 * Equal sets of rows give equal images, whatever their order.
 */
#ifndef NEWS_DICT_H
#define NEWS_DICT_H

#include "annotate.h"

/* One entry: alias is what stands in a text, name what it is called. */
typedef struct NewsDictRow
{
	NewsStr		kind;			/* "person", "place", ... or a kind of the user's own: "WEAPON" */
	NewsStr		name;			/* canonical name */
	NewsStr		alias;			/* s NULL: the name itself is the alias */
	NewsStr		code;			/* s NULL for none */
} NewsDictRow;

/* Longest kind, name, alias or code, in bytes, and longest alias, in tokens. */
#define NEWS_DICT_MAX_BYTES		1000
#define NEWS_DICT_MAX_TOKENS	32
/* Most entries of one dictionary. */
#define NEWS_DICT_MAX_ROWS		4000000

/* What is wrong with a row; messages in news_dict_row_faults. */
typedef enum NewsDictFault
{
	NEWS_DICT_OK,
	NEWS_DICT_NO_KIND,			/* kind is NULL or blank */
	NEWS_DICT_NO_NAME,			/* name is NULL or blank */
	NEWS_DICT_TOO_LONG,			/* a field above NEWS_DICT_MAX_BYTES, or an alias above NEWS_DICT_MAX_TOKENS */
	NEWS_DICT_NO_WORD			/* the alias has no letter and no digit */
} NewsDictFault;

/* "kind is missing", ...: lower case, no full stop. */
extern const char *const news_dict_faults[];

/* Checks one row, so that the aggregate can refuse it when it comes. */
extern NewsDictFault news_dict_check_row(NewsArena *scratch, const NewsDictRow *row);

/*
 * Builds the image of rows that all pass news_dict_check_row; an alias of the
 * same kind given twice keeps the entry that sorts first by name, then code.
 * A kind that is one of news_kind_names in any case is stored as there.  The
 * image lives in the arena, aligned to 8; *size is in bytes.
 */
extern struct NewsDict *news_dict_build(NewsArena *arena, const NewsDictRow *rows, uint32_t nrows,
										size_t *size);

/*
 * Is this a sound image?  Safe on any bytes; bytes must be aligned to 4.
 * Otherwise *fault is the offset (bytes, 0-based) of what is wrong and *what
 * says it: lower case, no full stop, static.
 */
extern bool news_dict_check(const void *bytes, size_t size, size_t *fault, const char **what);

/*
 * Of a sound image: its bytes, the number of entries, and entry i (0-based) in
 * order of alias; strings point into the image, alias is always set.
 */
extern size_t news_dict_size(const struct NewsDict *dict);
extern uint32_t news_dict_count(const struct NewsDict *dict);
extern void news_dict_row(const struct NewsDict *dict, uint32_t i, NewsDictRow *out);

/*
 * The longest entry that begins at token first: returns the number of tokens it
 * covers, 0 for none, and sets *entry.  An alias's letters in upper case must be
 * so in the text; those in lower case match either.
 */
extern uint32_t news_dict_match(const struct NewsDict *dict, const NewsTokens *tokens, uint32_t first,
								uint32_t *entry);

#endif							/* NEWS_DICT_H */
