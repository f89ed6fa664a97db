/*
 * encoding.h
 *	  From bytes of unknown encoding to UTF-8.
 *
 * Evidence is asked in this order: a byte order mark, valid UTF-8, the zero
 * bytes of UTF-16 and UTF-32, the encoding given by the caller, the one the
 * page declares, ICU's detector, and windows-1252, which holds any byte.  A
 * declaration that the bytes contradict is not believed.
 */
#ifndef NEWS_ENCODING_H
#define NEWS_ENCODING_H

#include "base/host.h"
#include "base/span.h"

typedef enum NewsEncodingBasis
{
	NEWS_ENCODING_BOM,			/* a byte order mark */
	NEWS_ENCODING_VALID,		/* the bytes are valid UTF-8 (ASCII too) */
	NEWS_ENCODING_ZEROS,		/* zero bytes where UTF-16 or UTF-32 has them */
	NEWS_ENCODING_GIVEN,		/* the caller said so, and the bytes agree */
	NEWS_ENCODING_DECLARED,		/* the page says so, and the bytes agree */
	NEWS_ENCODING_DETECTED,		/* ICU's detector */
	NEWS_ENCODING_REPAIRED,		/* UTF-8 with a few invalid bytes */
	NEWS_ENCODING_FALLBACK		/* nothing is known: windows-1252 */
} NewsEncodingBasis;

/* "bom", "valid", "zeros", "given", "declared", "detected", "repaired", "fallback" */
extern const char *const news_encoding_basis_names[];

typedef struct NewsDecoded
{
	NewsStr		text;			/* valid UTF-8 without NUL; in the arena, or the input itself where nothing had to change */
	NewsStr		encoding;		/* "UTF-8", "UTF-16LE", "windows-1252", "Shift_JIS", ...; static or in the arena */
	NewsEncodingBasis basis;
	uint32_t	replaced;		/* U+FFFD written for NUL, for invalid bytes and for what is no character */
	uint32_t	first_replaced; /* byte offset in the input of the first of them, 0-based; for encodings other than
								 * UTF-8 that of the piece (8 kB at most) that holds it */
	bool		binary;			/* no text in any encoding: control bytes or replacements in more than a tenth of it */
} NewsDecoded;

/*
 * Decodes len bytes (below 2^32 - 64).  given is an encoding's name from the
 * caller (a file's options, an HTTP header), s NULL for none; unknown names are
 * ignored.  Never fails: where binary is set, text holds what could be read of
 * it, and the caller had better keep the bytes.  Linear in len.
 */
extern void news_decode(NewsArena *arena, const char *bytes, uint32_t len, NewsStr given, NewsDecoded *out);

#endif							/* NEWS_ENCODING_H */
