/*
 * published.c
 *	  When an article was published, and how surely.
 */
#include "article/claims.h"
#include "article/page.h"

/* Scores of dates in lines of text, by what stands around them. */
#define LABELLED_SCORE		0.9f	/* "Published 3 September 2016" */
#define BYLINE_SCORE		0.85f	/* with the author's name */
#define HEAD_SCORE			0.75f	/* a line of its own between title and body */
#define UPDATED_SCORE		0.55f
#define FOOT_SCORE			0.55f	/* right below the body */
#define MASTHEAD_SCORE		0.45f	/* above the title: often the day on which the page was fetched */

#define URL_SCORE			0.78f
#define LABELLED_FAR_SCORE	0.5f	/* labelled, but far from the body */
#define ANY_SCORE			0.3f	/* a date somewhere on the page */

/* A date in the markup far from the body loses this. */
#define FAR_PENALTY			0.3f

/* A weekday that is not that of the day, or a text that cannot be of that day, leaves this much. */
#define CONTRADICTED		0.4f

/* Lines above and below the body whose dates may be the article's. */
#define HEAD_REACH			25
#define FOOT_REACH			6

void
news_add_evidence(NewsPage *page, NewsStr text, NewsDateBasis basis, float score, uint32_t line)
{
	NewsDateEvidence *e = &page->evidence[page->nevidence];
	bool		month_first = !page->language.s || memcmp(page->language.s, "en", 2) == 0;

	if (page->nevidence == NEWS_MAX_EVIDENCE || text.len == 0 || !news_date_string(text, 0, month_first, &e->date))
		return;
	e->basis = basis;
	e->score = score;
	e->line = line;
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
	if (line->class == NEWS_LINE_BYLINE && line->words <= 20)
		return BYLINE_SCORE;
	if (line->class == NEWS_LINE_LEGAL || line->class == NEWS_LINE_CREDIT || line->class == NEWS_LINE_COMMENTS || line->words > 16)
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
						  score - 0.002f * (float) distance, NEWS_NO_LINE);
}

/* Is it the line that holds the title, or another with the same words? */
static bool
is_title_line(const NewsLine *line, NewsStr title)
{
	return title.s && ((line->text.s <= title.s && title.s < line->text.s + line->text.len) ||
					   (line->text.len >= title.len && title.len > 8 && memcmp(line->text.s, title.s, title.len) == 0));
}

/* A body that opens with its date: "01.02.2022 The labour market ..." */
static void
add_opening(NewsPage *page)
{
	NewsStr		text = page->lines.items[page->body.first].text;
	uint32_t	n = page->nevidence;

	if (text.len > 60)
		text.len = 60;
	news_add_evidence(page, text, NEWS_FROM_DATELINE, HEAD_SCORE, page->body.first);
	if (page->nevidence > n && page->evidence[n].date.start > 12)
		page->nevidence = n;
}

static void
add_lines(NewsPage *page, NewsStr title)
{
	const NewsBody *body = &page->body;
	uint32_t	first = body->first > HEAD_REACH ? body->first - HEAD_REACH : 0;
	uint32_t	last = body->end + FOOT_REACH < page->lines.n ? body->end + FOOT_REACH : page->lines.n;
	bool		below_title = title.s == NULL;

	for (uint32_t i = body->first; i-- > first && !below_title;)
		below_title = is_title_line(&page->lines.items[i], title);
	/* Where no line has the title, all of them are taken to be below it. */
	below_title = !below_title;
	for (uint32_t i = first; i < body->first; i++)
	{
		if (is_title_line(&page->lines.items[i], title))
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
	add_opening(page);
}

/*
 * The last resort: a short line of the page that has a date, best one that says
 * what the date is.  Doubted, for it may be anything's.
 */
static void
add_any_line(NewsPage *page)
{
	float		best = 0;

	for (uint32_t i = 0; i < page->lines.n; i++)
	{
		const NewsLine *line = &page->lines.items[i];
		float		score = line->class == NEWS_LINE_PUBLISHED ? LABELLED_FAR_SCORE :
			line->class == NEWS_LINE_LEGAL || line->class == NEWS_LINE_COMMENTS ? 0 : ANY_SCORE;
		uint32_t	n = page->nevidence;

		if (line->words > (line->class == NEWS_LINE_PUBLISHED ? 60u : 30u) || (line->flags & NEWS_LINE_BODY) || score <= best)
			continue;
		news_add_evidence(page, line->text, NEWS_FROM_TEXT, score, i);
		if (page->nevidence > n)
			best = score;
	}
}

/* The date in an address of the page; not the one an archive puts in front of it. */
static void
add_url(NewsPage *page, NewsStr url)
{
	for (uint32_t i = 1; i + 4 < url.len; i++)
		if (memcmp(url.s + i, "http", 4) == 0)
		{
			url.s += i;
			url.len -= i;
			i = 0;
		}
	news_add_evidence(page, url, NEWS_FROM_URL, URL_SCORE, NEWS_NO_LINE);
}

/* ---- Weighing ---- */

/* A date in the page's markup counts for less the further it stands from the head of the body. */
static void
weigh_places(NewsPage *page)
{
	const NewsBody *body = &page->body;

	for (uint32_t i = 0; i < page->nevidence; i++)
	{
		NewsDateEvidence *e = &page->evidence[i];
		uint32_t	above = body->first > e->line ? body->first - e->line : 0;

		if (e->line == NEWS_NO_LINE || body->first >= body->end)
			continue;
		if (e->line >= body->end)
			e->score -= FAR_PENALTY;
		else if (above > 12)
			e->score -= above < 50 ? 0.003f * (float) above : FAR_PENALTY;
		else if (e->line < page->lines.n && (page->lines.items[e->line].flags & NEWS_LINE_ARTICLE) && above > 0)
			e->score += 0.05f;
	}
}

/* A day that the text itself contradicts is doubted, however loudly the page says it. */
static void
weigh_claims(NewsPage *page, NewsStr body)
{
	NewsClaims	claims;

	if (page->nevidence == 0)
		return;
	news_read_claims(page->arena, body, &claims);
	for (uint32_t i = 0; i < page->nevidence; i++)
		if (!news_claims_allow(&claims, page->evidence[i].date.day))
			page->evidence[i].score *= CONTRADICTED;
}

/* Are two times on neighbouring days the same moment by the clocks of two time zones? */
static bool
same_moment(const NewsDateString *a, const NewsDateString *b)
{
	int64_t		apart = ((int64_t) a->day - b->day) * 86400 + a->second - b->second;

	return a->timed && b->timed && apart % 900 == 0 && apart <= 14 * 3600 && apart >= -14 * 3600;
}

/*
 * The newsroom's day: where the best evidence is in UTC and the URL or the same
 * moment by another clock names the day before or after, that is the local one.
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

		if ((off == 1 || off == -1) && !e->date.utc && (e->basis == NEWS_FROM_URL || same_moment(&e->date, &best->date)))
			return e->date.day;
	}
	return best->date.day;
}

static const NewsDateEvidence *
best_evidence(const NewsPage *page)
{
	const NewsDateEvidence *best = NULL;

	for (uint32_t i = 0; i < page->nevidence; i++)
		if (!best || page->evidence[i].score > best->score)
			best = &page->evidence[i];
	return best;
}

void
news_page_published(NewsPage *page, NewsArticle *out)
{
	static const char *const names[] = {"meta", "json-ld", "time", "url", "dateline", "text"};
	const NewsDateEvidence *best;
	float		score;

	if (page->url.s)
		add_url(page, page->url);
	if (page->given_url.s && !news_str_eq(page->given_url, page->url))
		add_url(page, page->given_url);
	if (page->body.first < page->body.end)
		add_lines(page, out->title);
	weigh_places(page);
	if (page->html && page->nevidence == 0)
		add_any_line(page);
	if (page->html && page->nevidence == 0)
		news_search_scripts(page, page->raw);
	weigh_claims(page, out->body);
	best = best_evidence(page);
	if (!best)
		return;
	score = best->score;
	for (uint32_t i = 0; i < page->nevidence; i++)
		if (page->evidence[i].basis != best->basis && page->evidence[i].date.day == best->date.day && score < 0.95f && score >= 0.5f)
			score += (1.0f - score) * 0.3f;	/* another witness */
	out->published.known = true;
	out->published.day = local_day(page, best);
	out->published.second = out->published.day == best->date.day ? best->date.second : 0;
	out->published_basis = news_str(names[best->basis]);
	out->published_score = score > 1 ? 1 : score < 0 ? 0 : score;
}
