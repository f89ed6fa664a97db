/*
 * error.h
 *	  What is wrong with a text or an image that was read, and where.
 */
#ifndef NEWS_ERROR_H
#define NEWS_ERROR_H

#include <stdint.h>

typedef struct NewsError
{
	const char *what;			/* a clause, lower case, no full stop; static */
	const char *hint;			/* a sentence, or NULL; static */
	uint32_t	at;				/* byte offset, 0-based */
} NewsError;

#endif							/* NEWS_ERROR_H */
