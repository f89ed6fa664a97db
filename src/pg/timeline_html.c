/*
 * timeline_html.c
 *	  news_timeline_html: a timeline as one page that needs nothing else.
 */
#include "timeline_html.h"

#include "base/calendar.h"
#include "show/show.h"
#include "unicode/utf8.h"

PG_FUNCTION_INFO_V1(news_timeline_html);

/* Rows on the page; more are for SQL. */
#define MAX_ROWS 1000

/* ---- Text ---- */

void
news_html_text(StringInfo out, NewsStr s)
{
	int32		at = 0;
	bool		space = false;

	while (s.s && at < (int32) s.len)
	{
		int32		from = at;
		UChar32		c;
		const char *instead;

		U8_NEXT(s.s, at, (int32) s.len, c);
		if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
		{
			space = true;
			continue;
		}
		if (space)
			appendStringInfoChar(out, ' ');
		space = false;
		instead = news_html_instead(c);
		if (instead)
			appendStringInfoString(out, instead);
		else
			appendBinaryStringInfo(out, s.s + from, at - from);
	}
}

static const char *const month_names[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"
};

void
news_html_day(StringInfo out, NewsDay day, bool brief)
{
	int32		y,
				m,
				d;

	news_day_split(day, &y, &m, &d);
	if (brief)
		appendStringInfo(out, "%d\xC2\xA0%.3s", d, month_names[m - 1]);
	else
		appendStringInfo(out, "%d\xC2\xA0%s %d", d, month_names[m - 1], y);
}

NewsTone
news_html_tone(NewsStatus status)
{
	return status == NEWS_NEGATED ? NEWS_TONE_NEGATED : news_status_done(status) ? NEWS_TONE_DONE : NEWS_TONE_AHEAD;
}

NewsDays
news_html_days(const NewsTimeline *t, NewsDays within)
{
	NewsDays	days = NEWS_NO_DAYS;

	for (uint32 i = 0; i < t->nhappenings; i++)
	{
		const NewsHappening *h = &t->happenings[i];
		NewsDay		from = h->first_article == UINT32_MAX ? h->day : t->articles[h->first_article].day - 31;
		NewsDay		to = h->last_article == UINT32_MAX ? h->day : t->articles[h->last_article].day + 62;

		/* no further than to what there is */
		if (h->day == NEWS_NO_DAY || h->day < from || h->day > to)
			continue;
		if (days.from == NEWS_NO_DAY || h->day < days.from)
			days.from = h->day;
		if (days.to == NEWS_NO_DAY || h->day >= days.to)
			days.to = h->day + 1;
	}
	if (within.from != NEWS_NO_DAY && days.from != NEWS_NO_DAY)
	{
		days.from = Max(days.from, within.from);
		days.to = Min(days.to, within.to);
	}
	return days.from < days.to ? days : NEWS_NO_DAYS;
}

/* ---- Rows ---- */

static void
put_party(StringInfo out, const NewsTimeline *t, const NewsReportParty *party)
{
	appendStringInfoString(out, "<b>");
	news_html_text(out, news_pool_get(&t->pool, party->name));
	appendStringInfoString(out, "</b>");
}

/* "AGREE  Norway, Chile  in Oslo  according to officials" */
static void
put_headline(StringInfo out, const NewsTimeline *t, const NewsHappening *h)
{
	const NewsReport *r = &t->reports[h->best];
	const NewsReportParty *actor = &r->parties[r->swapped];
	const NewsReportParty *recipient = &r->parties[!r->swapped];
	NewsStr		type = news_pool_get(&t->pool, r->type);

	appendStringInfoString(out, "<p class=\"what\"><span class=\"type\">");
	news_html_text(out, type);
	appendStringInfoString(out, "</span> ");
	if (actor->name)
		put_party(out, t, actor);
	if (actor->name && recipient->name)
		appendStringInfoString(out, news_event_mutual(type) ? " <i>and</i> " : " \xE2\x86\x92 ");
	if (recipient->name)
		put_party(out, t, recipient);
	if (r->place)
	{
		appendStringInfoString(out, " <span class=\"place\">");
		news_html_text(out, news_pool_get(&t->pool, r->place));
		appendStringInfoString(out, "</span>");
	}
	appendStringInfo(out, " <span class=\"status s%d\">%s</span></p>\n", news_html_tone(h->status), news_status_names[h->status]);
}

static void
put_sentence(StringInfo out, NewsStr sentence)
{
	if (sentence.s == NULL)
		return;
	appendStringInfoString(out, "<blockquote>");
	news_html_text(out, sentence);
	appendStringInfoString(out, "</blockquote>\n");
}

/* How exactly the day of an event is told: by a day, or by all the days of a month or a year. */
typedef enum Precision
{
	BY_DAY, BY_MONTH, BY_YEAR
} Precision;

static Precision
precision_of(const NewsHappening *h)
{
	int32		y,
				m,
				d,
				next_y,
				next_m,
				next_d;

	if (h->day == NEWS_NO_DAY || h->during.from != h->day)
		return BY_DAY;
	news_day_split(h->during.from, &y, &m, &d);
	news_day_split(h->during.to, &next_y, &next_m, &next_d);
	if (d != 1 || next_d != 1)
		return BY_DAY;
	if (m == 1 && next_m == 1 && next_y == y + 1)
		return BY_YEAR;
	return next_y * 12 + next_m == y * 12 + m + 1 ? BY_MONTH : BY_DAY;
}

/* A day beside the heading of its row: the year where it is another. */
static void
put_day_beside(StringInfo out, NewsDay day, const NewsHappening *h)
{
	int32		y,
				m,
				d,
				here = 0;

	news_day_split(day, &y, &m, &d);
	if (h->day != NEWS_NO_DAY)
		news_day_split(h->day, &here, &m, &d);
	news_html_day(out, day, y == here);
}

/* "3 articles, 2 independent; 1 says otherwise; first 9 September, last 12 September" */
static void
put_numbers(StringInfo out, const NewsTimeline *t, const NewsHappening *h)
{
	appendStringInfo(out, "<p class=\"numbers\">%u %s", h->articles, h->articles == 1 ? "article" : "articles");
	if (h->independent != h->articles)
		appendStringInfo(out, ", %u independent", h->independent);
	if (h->otherwise)
		appendStringInfo(out, "; <em>%u %s otherwise</em>", h->otherwise, h->otherwise == 1 ? "says" : "say");
	if (h->best != NEWS_NO_REPORT && t->reports[h->best].source)
	{
		appendStringInfoString(out, "; according to ");
		news_html_text(out, news_pool_get(&t->pool, t->reports[h->best].source));
	}
	if (h->during.from != NEWS_NO_DAY && h->during.to - h->during.from > 1 && precision_of(h) == BY_DAY)
	{
		appendStringInfoString(out, "; some time from ");
		put_day_beside(out, h->during.from, h);
		appendStringInfoString(out, " to ");
		put_day_beside(out, h->during.to - 1, h);
	}
	if (h->first_article != UINT32_MAX)
	{
		appendStringInfoString(out, "; reported ");
		put_day_beside(out, t->articles[h->first_article].day, h);
		if (t->articles[h->last_article].day != t->articles[h->first_article].day)
		{
			appendStringInfoString(out, " to ");
			put_day_beside(out, t->articles[h->last_article].day, h);
		}
	}
	appendStringInfoString(out, "</p>\n");
}

/* "10 September 2016", "September 2016", "2016" */
static void
put_span(StringInfo out, NewsDay day, Precision precision)
{
	int32		y,
				m,
				d;

	news_day_split(day, &y, &m, &d);
	if (precision == BY_DAY)
		news_html_day(out, day, false);
	else if (precision == BY_MONTH)
		appendStringInfo(out, "%s %d", month_names[m - 1], y);
	else
		appendStringInfo(out, "%d", y);
}

static void
put_day_heading(StringInfo out, const NewsHappening *h)
{
	static const int iso_length[] = {10, 7, 4};
	Precision	precision = precision_of(h);
	char		iso[NEWS_DAY_SIZE];
	int			len;

	if (h->day == NEWS_NO_DAY)
	{
		appendStringInfoString(out, "<h3>No day known</h3>\n");
		return;
	}
	len = (int) news_day_print(h->day, iso);
	/* years before 1 and behind 9999 have no such form */
	appendStringInfo(out, "<h3><time datetime=\"%.*s\">", len == 10 ? iso_length[precision] : len, iso);
	put_span(out, h->day, precision);
	appendStringInfoString(out, "</time></h3>\n");
}

static void
put_rows(StringInfo out, const NewsTimelineRead *read)
{
	const NewsTimeline *t = &read->timeline;
	uint32		n = Min(t->nhappenings, MAX_ROWS);

	for (uint32 i = 0; i < n; i++)
	{
		const NewsHappening *h = &t->happenings[i];

		if (i == 0 || h->day != t->happenings[i - 1].day || precision_of(h) != precision_of(&t->happenings[i - 1]))
		{
			appendStringInfoString(out, i ? "</section>\n<section>\n" : "<section>\n");
			put_day_heading(out, h);
		}
		appendStringInfo(out, "<article class=\"t%d\">\n", h->best == NEWS_NO_REPORT ? NEWS_TONES : (int) news_html_tone(h->status));
		if (h->best != NEWS_NO_REPORT)
			put_headline(out, t, h);
		put_sentence(out, read->sentences[i]);
		put_numbers(out, t, h);
		appendStringInfoString(out, "</article>\n");
	}
	appendStringInfoString(out, n ? "</section>\n" : "<p>No article reports anything here.</p>\n");
	if (n < t->nhappenings)
		appendStringInfo(out, "<p class=\"more\">And %u more: narrow the query or the days.</p>\n", t->nhappenings - n);
}

/* ---- The page ---- */

static const char style[] =
":root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1d1b;--soft:#66645d;--line:#dcd8cc;--done:#1f6f6b;--ahead:#c98a1b;--negated:#b3402e;--cell:#1f6f6b}\n"
"@media(prefers-color-scheme:dark){:root{--paper:#16181a;--ink:#e8e6df;--soft:#a09d93;--line:#34373a;--done:#5fb8b1;--ahead:#e0b050;--negated:#e5806f;--cell:#5fb8b1}}\n"
"*{box-sizing:border-box}\n"
"body{margin:0 auto;max-width:62rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",sans-serif}\n"
"h1,h2,blockquote{font-family:\"Iowan Old Style\",Charter,\"Source Serif 4\",Georgia,\"Noto Serif\",\"DejaVu Serif\",serif}\n"
"h1{font-size:2.2rem;line-height:1.15;margin:0 0 .4rem;font-weight:600}h2{font-size:1.35rem;margin:3rem 0 1rem;font-weight:600}\n"
"header p{margin:.2rem 0;color:var(--soft)}code{font:.92em ui-monospace,\"DejaVu Sans Mono\",monospace}\n"
"figure{margin:2rem 0;overflow-x:auto}.bars{min-width:34rem}.matrix{min-width:26rem}svg{display:block;width:100%;height:auto;}figcaption{color:var(--soft);font-size:.85rem;margin-top:.5rem}\n"
".tone0{fill:var(--done)}.tone1{fill:var(--ahead)}.tone2{fill:url(#hatch);stroke:var(--negated);stroke-width:1}.hatch-ground{fill:var(--paper)}.hatch-line{stroke:var(--negated);stroke-width:3}\n"
".grid{stroke:var(--line)}.axis{stroke:var(--soft)}.tick,.key{font-size:12px;fill:var(--soft)}.key{fill:var(--ink)}\n"
".cell{fill:var(--cell)}.none{fill:var(--line);fill-opacity:.28}.self{fill:none}.name{font-size:13px;fill:var(--ink)}.count{font-size:12px;fill:var(--ink)}.count.strong{fill:var(--paper);font-weight:600}\n"
"section{display:grid;grid-template-columns:9.5rem 1fr;column-gap:1.75rem;border-top:1px solid var(--line);padding:1.1rem 0 .3rem}\n"
"h3{grid-column:1;grid-row:1;margin:0;font-size:1rem;font-weight:600;line-height:1.5}article{grid-column:2;border-left:3px solid var(--line);padding:0 0 0 1rem;margin:0 0 1.1rem;break-inside:avoid}\n"
"article.t0{border-color:var(--done)}article.t1{border-color:var(--ahead)}article.t2{border-color:var(--negated);border-left-style:double}\n"
".what{margin:0}.type{font-size:.75rem;letter-spacing:.06em;color:var(--soft);margin-right:.45rem}.place{color:var(--soft)}.place::before{content:\"\\2022\";margin-right:.4em}\n"
".status{font-size:.8rem;padding:.05rem .5rem;border:1px solid;border-radius:1rem;margin-left:.35rem;white-space:nowrap}.s0{color:var(--done)}.s1{color:var(--ahead)}.s2{color:var(--negated)}\n"
"blockquote{margin:.3rem 0;font-size:1.05rem;max-width:42rem;overflow-wrap:anywhere}.numbers{margin:0;color:var(--soft);font-size:.85rem}.numbers em{color:var(--negated);font-style:normal}\n"
"@media(max-width:40rem){section{display:block}h3{margin-bottom:.6rem}}\n"
"@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--done:#1f6f6b;--ahead:#9a6a10;--negated:#9a2f20}body{max-width:none;padding:0;font-size:10pt}section,figure{break-inside:avoid}}\n";

static void
put_head(StringInfo out, NewsStr title)
{
	appendStringInfoString(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
						   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
	news_html_text(out, title);
	appendStringInfo(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n<h1>", style);
	news_html_text(out, title);
	appendStringInfoString(out, "</h1>\n");
}

static void
put_summary(StringInfo out, const NewsTimelineRead *read, NewsStr query)
{
	const NewsTimeline *t = &read->timeline;
	NewsDays	days = news_html_days(t, read->within);
	uint32		events = 0;

	for (uint32 i = 0; i < t->nhappenings; i++)
		events += t->happenings[i].best != NEWS_NO_REPORT;
	appendStringInfo(out, "<p>%u %s from %u %s", events, events == 1 ? "event" : "events", t->narticles, t->narticles == 1 ? "article" : "articles");
	if (query.s)
	{
		appendStringInfoString(out, " that match <code>");
		news_html_text(out, query);
		appendStringInfoString(out, "</code>");
	}
	if (days.from != NEWS_NO_DAY)
	{
		appendStringInfoString(out, ", ");
		news_html_day(out, days.from, false);
		appendStringInfoString(out, " to ");
		news_html_day(out, days.to - 1, false);
	}
	appendStringInfoString(out, "</p>\n</header>\n<main>\n");
}

/* What the query says, as text; s NULL without one. */
static NewsStr
query_text(NewsArena *arena, FunctionCallInfo fcinfo)
{
	NewsQuery	query;

	if (PG_ARGISNULL(1))
		return NEWS_NO_STR;
	news_query_read(arena, PG_DETOAST_DATUM(PG_GETARG_DATUM(1)), &query);
	return news_query_print(arena, &query);
}

static NewsStr
title_text(FunctionCallInfo fcinfo)
{
	NewsText	utf8;
	text	   *title;

	if (PG_ARGISNULL(4))
		return NEWS_STR("What happened");
	title = PG_GETARG_TEXT_PP(4);
	news_text_from_server(VARDATA_ANY(title), VARSIZE_ANY_EXHDR(title), &utf8);
	return (NewsStr) {utf8.s, utf8.len};
}

/* corpus regclass, query newsquery, since date, until date, title text */
Datum
news_timeline_html(PG_FUNCTION_ARGS)
{
	MemoryContext caller = CurrentMemoryContext;
	NewsTimelineRead read;
	StringInfoData out;
	text	   *result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	news_timeline_read(&read, fcinfo);
	initStringInfo(&out);
	put_head(&out, title_text(fcinfo));
	put_summary(&out, &read, query_text(&read.session.arena, fcinfo));
	news_svg_bars(&out, &read.timeline, read.within);
	news_svg_matrix(&out, &read.timeline);
	appendStringInfoString(&out, "<h2>Day by day</h2>\n");
	put_rows(&out, &read);
	appendStringInfoString(&out, "</main>\n</body>\n</html>\n");
	MemoryContextSwitchTo(caller);
	result = news_text_to_server((NewsStr) {out.data, (uint32) out.len});
	SPI_finish();
	PG_RETURN_TEXT_P(result);
}
