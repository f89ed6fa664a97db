/*
 * invariants.h
 *	  What holds for every document, whatever the text: shared by the unit
 *	  tests and the fuzz targets.
 */
#ifndef INVARIANTS_H
#define INVARIANTS_H

#include "annotate.h"
#include "article/article.h"

/* Is it well-formed UTF-8 (RFC 3629)? */
extern bool news_utf8_valid(const char *s, uint32_t len);

/*
 * Each returns NULL, or the broken invariant in words (static, or a buffer that
 * the next call writes again).
 */
extern const char *news_broken_tokens(const NewsTokens *tokens);
extern const char *news_broken_sentences(const NewsTokens *tokens, const NewsSentences *sentences);
extern const char *news_broken_doc(const NewsDoc *doc);
extern const char *news_broken_article(const NewsArticle *article, const char *raw, uint32_t len);

#endif							/* INVARIANTS_H */
