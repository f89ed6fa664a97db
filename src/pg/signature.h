/*
 * signature.h
 *	  Signatures (engine/signature/signature.h) as SQL has them: bigint[].
 */
#ifndef NEWS_PG_SIGNATURE_H
#define NEWS_PG_SIGNATURE_H

#include "news_pg.h"

#include "utils/array.h"

#include "signature/signature.h"

/* The signature of UTF-8 text, in the current memory context; empty where there are no words. */
extern ArrayType *news_signature_array(NewsArena *arena, NewsStr body);

/*
 * Until it is called anew, news_signature(body) of that very text gives this
 * array; NULL, NULL ends it.  Both must last as long.
 */
extern void news_signature_remember(const text *body, const ArrayType *signature);

/* Its NEWS_SIGNATURE_SIZE numbers, NULL when it is empty; an error when it is no signature. */
extern const int64 *news_signature_numbers(ArrayType *array);

#endif							/* NEWS_PG_SIGNATURE_H */
