/*
 * html.c
 *	  An article as a page: its text with entities, dates and events marked up.
 *
 * Marks may lie in one another and across one another in any way: a trigger in a
 * name, a date across the end of an event, two events of one trigger.  One that
 * another cuts off is written in pieces, each properly nested; pieces behind the
 * first have the class "cont".
 */
#include "show/show.h"

#include "base/calendar.h"
#include "base/sort.h"
#include "vector/layout.h"

/* Marks open at one place; deeper ones are left out. */
#define MAX_OPEN	6
/* Bytes of the first line that make the title. */
#define TITLE_BYTES	120

/* Classes of entities by kind: "event" is one that is reported. */
static const char *const kind_classes[] = {"person", "organization", "place", "group", "named", "work", "product", "own"};

typedef enum MarkKind
{
	MARK_EVENT, MARK_DATE, MARK_ENTITY	/* the outer first, of the same stretch */
} MarkKind;

typedef struct Mark
{
	uint32_t	from;			/* first in characters, then in bytes */
	uint32_t	to;
	MarkKind	kind;
	uint32_t	thing;			/* index of the event, date or entity */
} Mark;

typedef struct Page
{
	NewsArena  *arena;
	NewsBuffer	out;
	NewsStr		text;
	const NewsVector *v;
	Mark	   *marks;
	uint32_t	nmarks;
	uint32_t	at;				/* bytes of the text that are written */
	const Mark *open[MAX_OPEN];
	uint32_t	nopen;
} Page;

/* ---- Marks ---- */

static uint32_t
add_marks(Page *p, MarkKind kind, uint32_t thing, const NewsVectorMention *m, uint32_t n)
{
	for (uint32_t i = 0; p->marks && i < n; i++)
		p->marks[p->nmarks++] = (Mark) {m[i].pos - 1, m[i].pos - 1 + m[i].len, kind, thing};
	return n;
}

/* Adds the marks of all that is mentioned, or counts them while there is no room for them. */
static uint32_t
add_all(Page *p)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < p->v->nevents; i++)
		n += add_marks(p, MARK_EVENT, i, &p->v->events[i].mention, 1);
	for (uint32_t i = 0; i < p->v->ndates; i++)
		n += add_marks(p, MARK_DATE, i, p->v->dates[i].mentions.items, p->v->dates[i].mentions.n);
	for (uint32_t i = 0; i < p->v->nentities; i++)
		n += add_marks(p, MARK_ENTITY, i, p->v->entities[i].mentions.items, p->v->entities[i].mentions.n);
	return n;
}

static int
compare_ends(const void *pa, const void *pb)
{
	uint32_t	a = **(uint32_t *const *) pa;
	uint32_t	b = **(uint32_t *const *) pb;

	return (a > b) - (a < b);
}

/* From characters to bytes: one walk along the text past all ends, in order. */
static void
find_bytes(Page *p)
{
	uint32_t  **ends = NEWS_NEW(p->arena, uint32_t *, 2 * (size_t) p->nmarks + 1);
	uint32_t	chars = 0;
	uint32_t	byte = 0;

	for (uint32_t i = 0; i < p->nmarks; i++)
	{
		ends[2 * i] = &p->marks[i].from;
		ends[2 * i + 1] = &p->marks[i].to;
	}
	news_sort(p->arena, ends, 2 * p->nmarks, sizeof(*ends), compare_ends);
	for (uint32_t i = 0; i < 2 * p->nmarks; i++)
	{
		while (byte < p->text.len && chars < *ends[i])
		{
			byte++;
			while (byte < p->text.len && ((uint8_t) p->text.s[byte] & 0xC0) == 0x80)
				byte++;
			chars++;
		}
		*ends[i] = byte;
	}
}

static int
compare_marks(const void *pa, const void *pb)
{
	const Mark *a = pa;
	const Mark *b = pb;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to > b->to ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return (a->thing > b->thing) - (a->thing < b->thing);
}

/* ---- Attributes ---- */

static void
put(Page *p, const char *s)
{
	news_put_text(&p->out, news_str(s));
}

/* An attribute, unless there is none. */
static void
put_attribute(Page *p, const char *name, NewsStr value)
{
	if (value.s == NULL)
		return;
	news_put_byte(&p->out, ' ');
	put(p, name);
	put(p, "=\"");
	news_put_escaped(&p->out, value);
	news_put_byte(&p->out, '"');
}

/* data-during as daterange shows it, and data-day where it is one day. */
static void
put_days(Page *p, NewsDays days)
{
	char		range[2 * NEWS_DAY_SIZE + 4];
	uint32_t	len = 1;

	if (days.from == NEWS_NO_DAY)
		return;
	range[0] = '[';
	len += news_day_print(days.from, range + len);
	if (days.to == days.from + 1)
		put_attribute(p, "data-day", (NewsStr) {range + 1, len - 1});
	range[len++] = ',';
	len += news_day_print(days.to, range + len);
	range[len++] = ')';
	put_attribute(p, "data-during", (NewsStr) {range, len});
}

static void
put_entity(Page *p, const NewsVectorEntity *e, const char *part)
{
	NewsStr		kind = news_kind_str(e->kind, e->kind_name);
	NewsBuffer	title = news_buffer(p->arena);

	put(p, "<span class=\"entity ");
	put(p, kind_classes[e->kind]);
	put(p, part);
	news_put_byte(&p->out, '"');
	put_attribute(p, "data-kind", kind);
	put_attribute(p, "data-name", e->name);
	put_attribute(p, "data-code", e->code);
	news_put_text(&title, e->name);
	news_put_text(&title, NEWS_STR(", "));
	news_put_text(&title, kind);
	if (e->code.s)
	{
		news_put_text(&title, NEWS_STR(", "));
		news_put_text(&title, e->code);
	}
	put_attribute(p, "title", news_buffer_str(&title));
}

/* Is it a value of the attribute datetime: a day, a month or a year? */
static bool
is_datetime(NewsStr value)
{
	static const char pattern[] = "0000-00-00";

	if (value.len != 4 && value.len != 7 && value.len != 10)
		return false;
	for (uint32_t i = 0; i < value.len; i++)
		if (pattern[i] == '-' ? value.s[i] != '-' : value.s[i] < '0' || value.s[i] > '9')
			return false;
	return memcmp(value.s, "0000", 4) != 0;
}

static void
put_date(Page *p, const NewsVectorDate *d, const char *part)
{
	put(p, "<time class=\"date");
	put(p, part);
	news_put_byte(&p->out, '"');
	if (is_datetime(d->value) && d->during.from != NEWS_NO_DAY)
		put_attribute(p, "datetime", d->value);
	put_attribute(p, "data-kind", news_str(news_timex_kind_names[d->kind]));
	put_attribute(p, "data-value", d->value);
	put_days(p, d->during);
	put_attribute(p, "data-basis", news_str(news_basis_names[d->basis]));
	put_attribute(p, "title", d->value);
}

static void
put_number(Page *p, const char *before, uint32_t number)
{
	put(p, before);
	news_put_decimal(&p->out, number);
}

static void
put_event(Page *p, uint32_t thing, const char *part)
{
	const NewsVectorEvent *e = &p->v->events[thing];

	put(p, "<span class=\"event ");
	put(p, news_status_names[e->status]);
	put(p, part);
	news_put_byte(&p->out, '"');
	if (!part[0])
	{
		put_number(p, " id=\"event-", thing + 1);
		news_put_byte(&p->out, '"');
	}
	put_attribute(p, "data-type", e->type);
	put_attribute(p, "data-status", news_str(news_status_names[e->status]));
	put_days(p, e->during);
	put_attribute(p, "data-basis", news_str(news_basis_names[e->basis]));
	put_attribute(p, "data-actor", e->actor.name);
	put_attribute(p, "data-actor-code", e->actor.code);
	put_attribute(p, "data-recipient", e->recipient.name);
	put_attribute(p, "data-recipient-code", e->recipient.code);
	put_attribute(p, "data-place", e->place);
	put_attribute(p, "data-source", e->source);
}

/* ---- The text ---- */

static void
open_mark(Page *p, const Mark *mark, bool again)
{
	const char *part = again ? " cont" : "";

	if (mark->kind == MARK_EVENT)
		put_event(p, mark->thing, part);
	else if (mark->kind == MARK_DATE)
		put_date(p, &p->v->dates[mark->thing], part);
	else
		put_entity(p, &p->v->entities[mark->thing], part);
	news_put_byte(&p->out, '>');
}

static void
close_mark(Page *p, const Mark *mark)
{
	put(p, mark->kind == MARK_DATE ? "</time>" : "</span>");
}

/* End of the blank line, that divides paragraphs, at a line break; 0 when it is none. */
static uint32_t
paragraph_end(const Page *p, uint32_t at, uint32_t to)
{
	uint32_t	end = 0;

	for (uint32_t i = at + 1; i < to && strchr(" \t\r\n", p->text.s[i]) && p->text.s[i]; i++)
		if (p->text.s[i] == '\n')
			end = i + 1;
	return end;
}

/* Writes the text up to a byte; where no mark is open, blank lines divide paragraphs. */
static void
put_text(Page *p, uint32_t to)
{
	uint32_t	from = p->at;

	for (uint32_t i = from; p->nopen == 0 && i < to; i++)
	{
		uint32_t	end = p->text.s[i] == '\n' ? paragraph_end(p, i, to) : 0;

		if (end == 0)
			continue;
		news_put_escaped(&p->out, (NewsStr) {p->text.s + from, i - from});
		put(p, "</p>\n<p>");
		from = end;
		i = end - 1;
	}
	news_put_escaped(&p->out, (NewsStr) {p->text.s + from, to - from});
	p->at = to;
}

/* Closes the marks that end at or before a byte; those within them that go on are opened again. */
static void
close_marks(Page *p, uint32_t until)
{
	for (;;)
	{
		const Mark *open[MAX_OPEN];
		uint32_t	first = p->nopen;
		uint32_t	end = UINT32_MAX;
		uint32_t	n = p->nopen;

		for (uint32_t i = p->nopen; i-- > 0;)
			end = p->open[i]->to < end ? p->open[i]->to : end;
		if (end > until)
			return;
		put_text(p, end);
		for (uint32_t i = p->nopen; i-- > 0;)
			if (p->open[i]->to == end)
				first = i;
		memcpy(open, p->open, sizeof(open));
		while (p->nopen > first)
			close_mark(p, p->open[--p->nopen]);
		for (uint32_t i = first; i < n; i++)
			if (open[i]->to > end)
			{
				open_mark(p, open[i], true);
				p->open[p->nopen++] = open[i];
			}
	}
}

static void
put_article(Page *p)
{
	put(p, "<article>\n<p>");
	for (uint32_t i = 0; i < p->nmarks; i++)
	{
		const Mark *mark = &p->marks[i];

		if (mark->from == mark->to)
			continue;
		close_marks(p, mark->from);
		if (p->nopen == MAX_OPEN)
			continue;
		put_text(p, mark->from);
		open_mark(p, mark, false);
		p->open[p->nopen++] = mark;
		news_poll(p->arena);
	}
	close_marks(p, p->text.len);
	put_text(p, p->text.len);
	put(p, "</p>\n</article>\n");
}

/* ---- Around it ---- */

static void
put_cell(Page *p, NewsStr s)
{
	put(p, "<td>");
	if (s.s)
		news_put_escaped(&p->out, s);
	put(p, "</td>");
}

/* The days of an event as a value, or from the first to the last. */
static void
put_days_cell(Page *p, NewsDays days)
{
	char		value[2 * NEWS_DAY_SIZE + 3];
	uint32_t	len = 0;

	if (days.from != NEWS_NO_DAY)
		len = news_days_value(days, value);
	if (days.from != NEWS_NO_DAY && len == 0)
	{
		len = news_day_print(days.from, value);
		memcpy(value + len, "..", 2);
		len += 2;
		len += news_day_print(days.to - 1, value + len);
	}
	put_cell(p, (NewsStr) {value, len});
}

static void
put_events(Page *p)
{
	if (p->v->nevents == 0)
		return;
	put(p, "<table>\n<thead><tr><th>event</th><th>when</th><th>actor</th><th>recipient</th><th>place</th>"
		"<th>status</th><th>source</th></tr></thead>\n<tbody>\n");
	for (uint32_t i = 0; i < p->v->nevents; i++)
	{
		const NewsVectorEvent *e = &p->v->events[i];

		put_number(p, "<tr><td><a href=\"#event-", i + 1);
		put(p, "\">");
		news_put_escaped(&p->out, e->type);
		put(p, "</a></td>");
		put_days_cell(p, e->during);
		put_cell(p, e->actor.name);
		put_cell(p, e->recipient.name);
		put_cell(p, e->place);
		put_cell(p, news_str(news_status_names[e->status]));
		put_cell(p, e->source);
		put(p, "</tr>\n");
	}
	put(p, "</tbody>\n</table>\n");
}

/* The first line with something on it, cut at the end of a character. */
static NewsStr
title_of(NewsStr text)
{
	uint32_t	end = 0;

	while (text.len && (uint8_t) text.s[0] <= ' ')
		text = (NewsStr) {text.s + 1, text.len - 1};
	while (end < text.len && text.s[end] != '\n' && end < TITLE_BYTES)
		end++;
	while (end && end < text.len && ((uint8_t) text.s[end] & 0xC0) == 0x80)
		end--;
	return (NewsStr) {text.s, end};
}

static void
put_published(Page *p, NewsPublished published)
{
	char		day[NEWS_DAY_SIZE];
	NewsStr		value = {day, 0};

	if (!published.known)
		return;
	value.len = news_day_print(published.day, day);
	put(p, "<p class=\"published\">");
	put(p, "<time");
	if (is_datetime(value))
		put_attribute(p, "datetime", value);
	news_put_byte(&p->out, '>');
	news_put_escaped(&p->out, value);
	put(p, "</time></p>\n");
}

/* Classes that the marks have, as bits: kinds of entities, then dates, then events. */
static uint32_t
classes_of(const Page *p)
{
	uint32_t	classes = 0;

	for (uint32_t i = 0; i < p->nmarks; i++)
		if (p->marks[i].kind == MARK_ENTITY)
			classes |= 1u << p->v->entities[p->marks[i].thing].kind;
		else
			classes |= 1u << (p->marks[i].kind == MARK_DATE ? NEWS_OWN_KIND + 1 : NEWS_OWN_KIND + 2);
	return classes;
}

/* A box for each kind that there is: what is not checked is not marked. */
static void
put_legend(Page *p)
{
	uint32_t	classes = classes_of(p);
	static const char *const labels[] = {"people", "organizations", "places", "groups", "named events", "works", "products",
	"own kinds", "dates", "events"};

	for (int i = 0; i <= NEWS_OWN_KIND + 2; i++)
	{
		const char *kind = i <= NEWS_OWN_KIND ? kind_classes[i] : i == NEWS_OWN_KIND + 1 ? "date" : "event";

		if (!(classes >> i & 1))
			continue;
		put(p, "<input type=\"checkbox\" checked=\"checked\" id=\"show-");
		put(p, kind);
		put(p, "\"/><label class=\"");
		put(p, kind);
		put(p, "\" for=\"show-");
		put(p, kind);
		put(p, "\">");
		put(p, labels[i]);
		put(p, "</label>\n");
	}
}

NewsStr
news_show_html(NewsArena *arena, NewsStr text, const NewsVector *vector, NewsPublished published)
{
	Page		p = {.arena = arena, .out = news_buffer(arena), .text = text, .v = vector};
	uint32_t	n = add_all(&p);

	p.marks = NEWS_NEW(arena, Mark, n + 1);
	add_all(&p);
	find_bytes(&p);
	news_sort(arena, p.marks, p.nmarks, sizeof(Mark), compare_marks);
	put(&p, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"UTF-8\"/>\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
	news_put_escaped(&p.out, title_of(text));
	put(&p, "</title>\n<style>\n");
	put(&p, news_show_style);
	put(&p, "</style>\n</head>\n<body>\n<main>\n");
	put_published(&p, published);
	put_legend(&p);
	put_article(&p);
	put_events(&p);
	put(&p, "</main>\n</body>\n</html>\n");
	return news_buffer_str(&p.out);
}
