/*
 * wrapped.h
 *	  Text whose paragraphs were broken into lines of some 70 characters.
 */
#ifndef NEWS_ARTICLE_WRAPPED_H
#define NEWS_ARTICLE_WRAPPED_H

#include "base/span.h"

/*
 * Width of the lines in characters where the text is hard-wrapped (agency wires,
 * mail), 0 where it is not.  Reads the first 256 kB.
 */
extern uint32_t news_wrap_width(NewsStr raw);

/*
 * Bytes of the paragraph that begins at pos, up to, not including, the line
 * break that ends it.
 */
extern uint32_t news_wrapped_paragraph(NewsStr raw, uint32_t pos, uint32_t width);

#endif							/* NEWS_ARTICLE_WRAPPED_H */
