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

/* Its NEWS_SIGNATURE_SIZE numbers, NULL when it is empty; an error when it is no signature. */
extern const int64 *news_signature_numbers(ArrayType *array);

#endif							/* NEWS_PG_SIGNATURE_H */
