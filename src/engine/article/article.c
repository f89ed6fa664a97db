/*
 * article.c
 *	  From the raw text of a scraped page to the article in it.
 */
#include "article/article.h"

#include "article/html.h"
#include "article/language.h"
#include "article/page.h"
#include "article/twice.h"

/* Where the title and the byline of a body stand, if they stand in it. */
#define HEAD_BYTES 2048

/* "example.org" of "https://www.example.org:80/a"; s NULL when it is no address of a page. */
static NewsStr
host_of(NewsStr url)
{
	uint32_t	start = 0;
	uint32_t	end;

	while (start + 3 <= url.len && memcmp(url.s + start, "://", 3) != 0)
		start++;
	if (start + 3 >= url.len)
		return NEWS_NO_STR;
	start += 3;
	if (url.len - start > 4 && memcmp(url.s + start, "www.", 4) == 0)
		start += 4;
	for (end = start; end < url.len && !strchr("/:?#", url.s[end]); end++)
		;
	return end > start ? (NewsStr) {url.s + start, end - start} : NEWS_NO_STR;
}

static NewsPage *
begin_page(NewsArena *arena, NewsStr url, NewsArticle *out)
{
	NewsPage   *page = NEWS_NEW0(arena, NewsPage, 1);

	memset(out, 0, sizeof(*out));
	page->arena = page->lines.arena = arena;
	page->given_url = url;
	return page;
}

/* The lines with which a text begins: HEAD_BYTES, and what is left of the line. */
static NewsStr
head_of(NewsStr text)
{
	const char *newline = text.len > HEAD_BYTES ? memchr(text.s + HEAD_BYTES, '\n', text.len - HEAD_BYTES) : NULL;

	return newline ? (NewsStr) {text.s, (uint32_t) (newline - text.s)} : text;
}

void
news_read_body(NewsArena *arena, NewsStr body, NewsStr url, NewsArticle *out)
{
	NewsPage   *page = begin_page(arena, url, out);

	out->body = body = news_undo_twice(arena, body);
	out->language = page->language = news_detect_language(body);
	out->url = url;
	out->site = host_of(url);
	news_text_lines(&page->lines, head_of(body));
	if (page->lines.n == 0)
		return;
	news_choose_body(&page->lines, &page->body);
	out->title = news_page_title(page);
	out->byline = news_page_byline(page);
}

void
news_read_article(NewsArena *arena, NewsStr text, NewsStr url, NewsArticle *out)
{
	NewsPage   *page = begin_page(arena, url, out);

	text = news_undo_twice(arena, text);
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
	out->url = page->url.s ? page->url : url;
	out->section = page->section;
	out->site = page->site.s ? page->site : host_of(out->url);
	if (page->lines.n == 0)
		return;
	out->title = news_page_title(page);
	out->byline = news_page_byline(page);
	news_page_published(page, out);
}
