/*
 * published.c
 *	  When an article was published, and how surely.
 */
#include "article/page.h"

/* Scores of dates in lines of text, by what stands around them. */
#define LABELLED_SCORE		0.9f	/* "Published 3 September 2016" */
#define BYLINE_SCORE		0.85f	/* with the author's name */
#define HEAD_SCORE			0.75f	/* a line of its own between title and body */
#define UPDATED_SCORE		0.55f
#define FOOT_SCORE			0.55f	/* right below the body */
#define MASTHEAD_SCORE		0.45f	/* above the title: often the day on which the page was fetched */

/* A weekday that is not that of the day leaves this much. */
#define CONTRADICTED		0.4f

/* Lines above and below the body whose dates may be the article's. */
#define HEAD_REACH			25
#define FOOT_REACH			6

void
news_add_evidence(NewsPage *page, NewsStr text, NewsDateBasis basis, float score)
{
	NewsDateEvidence *e = &page->evidence[page->nevidence];
	bool		month_first = !page->language.s || memcmp(page->language.s, "en", 2) == 0;

	if (page->nevidence == NEWS_MAX_EVIDENCE || text.len == 0 || !news_date_string(text, 0, month_first, &e->date))
		return;
	e->basis = basis;
	e->score = score;
	if (e->date.weekday && e->date.weekday != news_article_weekday(e->date.day))
		e->score *= CONTRADICTED;
	if (e->date.ambiguous)
		e->score *= 0.8f;
	page->nevidence++;
}

/* ---- Lines around the body ---- */

static float
line_date_score(const NewsLine *line, bool above, bool below_title)
{
	if (line->class == NEWS_LINE_PUBLISHED)
		return LABELLED_SCORE;
	if (line->class == NEWS_LINE_UPDATED)
		return UPDATED_SCORE;
	if (line->class == NEWS_LINE_BYLINE)
		return BYLINE_SCORE;
	if (line->class == NEWS_LINE_LEGAL || line->class == NEWS_LINE_CREDIT || line->words > 14)
		return 0;
	if (!above)
		return FOOT_SCORE;
	return below_title ? HEAD_SCORE : MASTHEAD_SCORE;
}

static void
add_line(NewsPage *page, uint32_t i, bool above, bool below_title, uint32_t distance)
{
	const NewsLine *line = &page->lines.items[i];
	float		score = line_date_score(line, above, below_title);

	if (score > 0 && line->words <= 40)
		news_add_evidence(page, line->text, line->class == NEWS_LINE_PLAIN && above ? NEWS_FROM_DATELINE : NEWS_FROM_TEXT,
						  score - 0.002f * (float) distance);
}

static void
add_lines(NewsPage *page, NewsStr title)
{
	const NewsBody *body = &page->body;
	uint32_t	first = body->first > HEAD_REACH ? body->first - HEAD_REACH : 0;
	uint32_t	last = body->end + FOOT_REACH < page->lines.n ? body->end + FOOT_REACH : page->lines.n;
	bool		below_title = title.s == NULL;

	for (uint32_t i = first; i < body->first; i++)
	{
		if (title.s && page->lines.items[i].text.s <= title.s && title.s < page->lines.items[i].text.s + page->lines.items[i].text.len)
			below_title = true;
		else
			add_line(page, i, true, below_title, body->first - i);
	}
	for (uint32_t i = body->end; i < last; i++)
		add_line(page, i, false, true, i - body->end);
	/* A byline or a date may stand behind the first lines of what was chosen. */
	for (uint32_t i = body->first; i < body->end && i < body->first + 8; i++)
		if (!(page->lines.items[i].flags & NEWS_LINE_BODY))
			add_line(page, i, true, true, 0);
}

/* ---- Weighing ---- */

/*
 * The newsroom's day: where the evidence is in UTC and the URL or a line names
 * the day before or after, that is the local one.
 */
static NewsDay
local_day(const NewsPage *page, const NewsDateEvidence *best)
{
	if (!best->date.utc)
		return best->date.day;
	for (uint32_t i = 0; i < page->nevidence; i++)
	{
		const NewsDateEvidence *e = &page->evidence[i];
		int			off = e->date.day - best->date.day;

		if (e->basis == NEWS_FROM_URL && (off == 1 || off == -1))
			return e->date.day;
	}
	return best->date.day;
}

void
news_page_published(NewsPage *page, NewsArticle *out)
{
	static const char *const names[] = {"meta", "json-ld", "time", "url", "dateline", "text"};
	const NewsDateEvidence *best = NULL;
	float		score;

	if (page->body.first < page->body.end)
		add_lines(page, out->title);
	for (uint32_t i = 0; i < page->nevidence; i++)
		if (!best || page->evidence[i].score > best->score)
			best = &page->evidence[i];
	if (!best)
		return;
	score = best->score;
	for (uint32_t i = 0; i < page->nevidence; i++)
		if (page->evidence[i].basis != best->basis && page->evidence[i].date.day == best->date.day && score < 0.95f)
			score += (1.0f - score) * 0.3f;	/* another witness */
	out->published.known = true;
	out->published.day = local_day(page, best);
	out->published.second = out->published.day == best->date.day ? best->date.second : 0;
	out->published_basis = news_str(names[best->basis]);
	out->published_score = score;
}
