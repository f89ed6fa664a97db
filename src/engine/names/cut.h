/*
 * cut.h
 *	  Names that were drawn too long.
 */
#ifndef NEWS_NAMES_CUT_H
#define NEWS_NAMES_CUT_H

#include "tagger/spans.h"

/*
 * Cuts names of bodies that are two, and a leading article, and looks up what is
 * left: the spans are new ones, in the document's arena.
 */
extern void news_cut_spans(const NewsDoc *doc, NewsSpans *spans);

#endif							/* NEWS_NAMES_CUT_H */
