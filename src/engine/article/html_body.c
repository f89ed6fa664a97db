/*
 * html_body.c
 *	  What the elements of an HTML page tell of its lines.
 *
 * Marks are the web designer's words and often speak of what an element holds
 * rather than of what it is ("with-sidebar"), so none is believed that would take
 * most of the prose away or that names next to none of it.
 */
#include "article/html.h"
#include "article/page.h"

/* An element marked as something else than the article holds at most this part of the prose. */
#define MAX_ASIDE		0.6f
#define MAX_COMMENTS	0.85f

/* What is marked as the article holds this part of the prose, or this many words. */
#define MIN_ARTICLE		0.35f
#define MIN_ARTICLE_WORDS 120

static bool
is_link_line(const NewsLine *line)
{
	return line->links * 2 > line->words;
}

/* Words of prose above each line; one more than there are lines. */
static uint32_t *
count_prose(const NewsPage *page)
{
	uint32_t   *sums = NEWS_NEW(page->arena, uint32_t, page->lines.n + 1);

	sums[0] = 0;
	for (uint32_t i = 0; i < page->lines.n; i++)
	{
		const NewsLine *line = &page->lines.items[i];
		bool		prose = line->class == NEWS_LINE_PLAIN && line->words >= 8 && line->function_words > 0 && !is_link_line(line) &&
			((line->flags & NEWS_LINE_STOP) || line->words >= 20) && !(line->flags & NEWS_LINE_ASIDE);

		sums[i + 1] = sums[i] + (prose ? line->words : 0);
	}
	return sums;
}

static uint32_t
prose_in(const uint32_t *sums, const NewsElement *e)
{
	return sums[e->end] - sums[e->first];
}

/* Sets a flag on the lines of all elements that are chosen, in time linear in both. */
static void
flag_lines(NewsPage *page, const int32_t *starts, uint16_t flag)
{
	int32_t		open = 0;

	for (uint32_t i = 0; i < page->lines.n; i++)
	{
		open += starts[i];
		if (open > 0)
			page->lines.items[i].flags |= flag;
	}
}

static void
mark_asides(NewsPage *page, const uint32_t *sums)
{
	int32_t    *starts = NEWS_NEW0(page->arena, int32_t, page->lines.n + 1);
	float		total = (float) sums[page->lines.n];

	for (uint32_t i = 0; i < page->nelements; i++)
	{
		const NewsElement *e = &page->elements[i];
		float		prose = (float) prose_in(sums, e);

		if (!(e->marks & (NEWS_MARK_ASIDE | NEWS_MARK_COMMENTS)) || e->first >= e->end)
			continue;
		if (prose > total * (e->marks & NEWS_MARK_COMMENTS ? MAX_COMMENTS : MAX_ASIDE))
			continue;
		starts[e->first]++;
		starts[e->end]--;
	}
	flag_lines(page, starts, NEWS_LINE_ASIDE);
}

/* The element that holds the article: by its marks, else an article or main element. */
static const NewsElement *
article_element(const NewsPage *page, const uint32_t *sums)
{
	const NewsElement *best = NULL;
	uint32_t	most = 0;
	uint32_t	total = sums[page->lines.n];

	for (int pass = 0; pass < 3 && !best; pass++)
		for (uint32_t i = 0; i < page->nelements; i++)
		{
			const NewsElement *e = &page->elements[i];
			uint32_t	prose = prose_in(sums, e);
			bool		fits = pass == 0 ? (e->marks & NEWS_MARK_ARTICLE) != 0 :
				pass == 1 ? e->tag == NEWS_TAG_ARTICLE : e->tag == NEWS_TAG_MAIN;

			if (fits && prose > most &&
				((float) prose >= MIN_ARTICLE * (float) total || (pass == 0 && prose >= MIN_ARTICLE_WORDS)))
			{
				best = e;
				most = prose;
			}
		}
	return best;
}

void
news_mark_html_lines(NewsPage *page)
{
	uint32_t   *sums = count_prose(page);
	const NewsElement *article;

	mark_asides(page, sums);
	sums = count_prose(page);	/* without the asides */
	article = article_element(page, sums);
	if (article)
		for (uint32_t i = article->first; i < article->end; i++)
			page->lines.items[i].flags |= NEWS_LINE_ARTICLE;
}
