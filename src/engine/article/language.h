/*
 * language.h
 *	  The language of a text.
 */
#ifndef NEWS_ARTICLE_LANGUAGE_H
#define NEWS_ARTICLE_LANGUAGE_H

#include "base/host.h"
#include "base/span.h"

/*
 * ISO 639-1 code of the language, s NULL where there is too little to tell by:
 * by script where a script has one language, else by the function words of
 * article_languages.tsv.  Reads the first few thousand words.
 */
extern NewsStr news_detect_language(NewsStr text);

#endif							/* NEWS_ARTICLE_LANGUAGE_H */
