/*
 * article.c
 *	  From the raw text of a scraped page to the article in it.
 */
#include "article/article.h"

#include "article/html.h"
#include "article/language.h"
#include "article/page.h"

void
news_read_article(NewsArena *arena, const char *raw, uint32_t len, NewsArticle *out)
{
	NewsPage   *page = NEWS_NEW0(arena, NewsPage, 1);
	NewsStr		text = {raw, len};

	memset(out, 0, sizeof(*out));
	page->arena = page->lines.arena = arena;
	if (news_is_html(text))
		news_read_html(page, text);
	else
		news_text_lines(&page->lines, text);
	news_mark_repeated_lines(&page->lines);
	if (page->html)
		news_mark_html_lines(page);
	news_choose_body(&page->lines, &page->body);
	/* one line may be the whole page: to copy it takes as long as many lines */
	news_poll(arena);
	out->body = news_body_text(&page->lines, &page->body);
	news_poll(arena);
	out->language = page->language = news_detect_language(out->body.len || page->html ? out->body : text);
	if (page->lines.n == 0)
		return;
	out->title = news_page_title(page);
	out->byline = news_page_byline(page);
	news_page_published(page, out);
}
