/*
 * article.c
 *	  From the raw text of a scraped page to the article in it.
 */
#include "article/article.h"

#include "article/language.h"
#include "article/page.h"

void
news_read_article(NewsArena *arena, const char *raw, uint32_t len, NewsArticle *out)
{
	NewsPage   *page = NEWS_NEW0(arena, NewsPage, 1);

	memset(out, 0, sizeof(*out));
	page->arena = page->lines.arena = arena;
	news_text_lines(&page->lines, (NewsStr) {raw, len});
	news_mark_repeated_lines(&page->lines);
	news_choose_body(&page->lines, &page->body);
	out->body = news_body_text(&page->lines, &page->body);
	out->language = page->language = news_detect_language(out->body.len ? out->body : (NewsStr) {raw, len});
	if (page->lines.n == 0)
		return;
	out->title = news_page_title(page);
	out->byline = news_page_byline(page);
	news_page_published(page, out);
}
