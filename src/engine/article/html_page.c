/*
 * html_page.c
 *	  From the events of an HTML page to its lines and its block elements.
 */
#include "article/html.h"
#include "article/page.h"

/* Deeper elements are taken for part of the one at this depth; the parser stops at about the same. */
#define MAX_DEPTH 512

/* A date or a name inside an element is no longer than this. */
#define MAX_CAPTURE 200

typedef struct Open
{
	uint32_t	element;		/* number of the block element, or that of the one around it */
	uint32_t	capture;		/* byte of the text at which the element's own text begins */
	uint8_t		tag;
	uint8_t		marks;
	bool		block;
} Open;

typedef struct Walker
{
	NewsPage   *page;
	NewsHtml	html;
	char	   *text;			/* what the page shows, white space collapsed */
	uint32_t	used;			/* bytes of it */
	uint32_t	line_start;		/* byte at which the line under way begins */
	uint32_t	link_bytes;		/* of the line under way, inside links */
	bool		gap;			/* a block ended or began since the last line */
	bool		in_json;
	Open		open[MAX_DEPTH];
	uint32_t	depth;
	uint16_t	tags[NEWS_TAGS];	/* open elements of each tag */
	uint16_t	skipping;		/* open elements whose text is none of the page's */
	uint16_t	captions;		/* open elements marked as captions */
} Walker;

/* ---- Lines ---- */

static uint32_t
line_flags(const Walker *w)
{
	const uint16_t *tags = w->tags;
	uint32_t	flags = w->gap ? NEWS_LINE_GAP : 0;

	if (tags[NEWS_TAG_H1] || tags[NEWS_TAG_H2] || tags[NEWS_TAG_H3] || tags[NEWS_TAG_H4] || tags[NEWS_TAG_H5] || tags[NEWS_TAG_H6])
		flags |= NEWS_LINE_HEADING;
	if (tags[NEWS_TAG_P] || tags[NEWS_TAG_BLOCKQUOTE])
		flags |= NEWS_LINE_PARAGRAPH;
	if (tags[NEWS_TAG_LI] || tags[NEWS_TAG_TR] || tags[NEWS_TAG_DD] || tags[NEWS_TAG_DT])
		flags |= NEWS_LINE_ITEM;
	if (w->captions || tags[NEWS_TAG_FIGCAPTION])
		flags |= NEWS_LINE_CAPTION;
	return flags;
}

static void
end_line(Walker *w)
{
	uint32_t	len = w->used - w->line_start;
	NewsLine   *line;

	if (len == 0)
		return;
	line = news_add_line(&w->page->lines, (NewsStr) {w->text + w->line_start, len}, line_flags(w));
	if (line)
	{
		line->block = w->depth ? w->open[w->depth - 1].element : 0;
		line->links = (uint32_t) ((uint64_t) line->words * w->link_bytes / len);
		if (w->tags[NEWS_TAG_H1] && !w->page->heading.s)
			w->page->heading = line->text;
		w->gap = false;
	}
	w->text[w->used++] = '\n';
	w->line_start = w->used;
	w->link_bytes = 0;
}

static inline bool
is_space(unsigned char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void
put_space(Walker *w)
{
	if (w->used > w->line_start && w->text[w->used - 1] != ' ')
		w->text[w->used++] = ' ';
}

static void
put_text(Walker *w, NewsStr text)
{
	uint32_t	before = w->used;

	for (uint32_t i = 0; i < text.len; i++)
	{
		unsigned char c = (unsigned char) text.s[i];

		if (c == '\n' && w->tags[NEWS_TAG_PRE])
			end_line(w);
		else if (is_space(c))
			put_space(w);
		else
			w->text[w->used++] = (char) c;
	}
	if (w->tags[NEWS_TAG_A] && w->used > before)
		w->link_bytes += w->used - before;
}

/* ---- Marks ---- */

/* The marks of one class or id attribute. */
static uint32_t
marks_of(NewsStr value)
{
	char		spaced[1024];
	uint32_t	n = 0;
	uint32_t	marks = 0;
	uint32_t	pos = 0;
	uint32_t	prefixes[NEWS_PHRASE_MAX + 1] = {0};
	uint32_t	words = 0;
	uint32_t	end = 0;
	NewsRawWord word;

	for (uint32_t i = 0; i < value.len && n + 2 < sizeof(spaced); i++)
	{
		char		c = value.s[i];

		if (c >= 'A' && c <= 'Z' && i > 0 && value.s[i - 1] >= 'a' && value.s[i - 1] <= 'z')
			spaced[n++] = '-';
		spaced[n++] = c;
	}
	while (news_raw_word((NewsStr) {spaced, n}, &pos, &word))
	{
		/* Phrases do not reach from one class into the next. */
		if (memchr(spaced + end, ' ', word.start - end))
			words = 0;
		end = word.end;
		prefixes[(words + 1) % (NEWS_PHRASE_MAX + 1)] = news_phrase_prefix(words ? prefixes[words % (NEWS_PHRASE_MAX + 1)] : 0, word.hash);
		if (words == 0)
			prefixes[0] = 0;
		words++;
		for (uint32_t k = 1; k <= 4 && k <= words; k++)
			marks |= news_hash_find(&news_article_marks,
									news_phrase_hash(k == words ? 0 : prefixes[(words - k) % (NEWS_PHRASE_MAX + 1)],
													 prefixes[words % (NEWS_PHRASE_MAX + 1)], (int) k));
	}
	return marks;
}

static bool
contains(NewsStr s, const char *part)
{
	size_t		n = strlen(part);

	for (size_t i = 0; i + n <= s.len; i++)
		if (memcmp(s.s + i, part, n) == 0)
			return true;
	return false;
}

/* A property of schema.org: its dates, authors and bodies. */
static uint32_t
itemprop_marks(NewsStr prop)
{
	if (contains(prop, "articleBody"))
		return NEWS_MARK_ARTICLE;
	if (contains(prop, "datePublished"))
		return NEWS_MARK_DATE;
	if (contains(prop, "dateModified"))
		return NEWS_MARK_UPDATED;
	return 0;
}

static uint32_t
element_marks(const Walker *w, const NewsHtmlEvent *event, NewsTag tag)
{
	NewsStr		prop = news_html_attribute(&w->html, event, "itemprop");
	NewsStr		style = news_html_attribute(&w->html, event, "style");
	NewsStr		role = news_html_attribute(&w->html, event, "role");
	uint32_t	marks = 0;

	if (event->len == 0)
		marks = 0;
	else
		marks = marks_of(news_html_attribute(&w->html, event, "class")) | marks_of(news_html_attribute(&w->html, event, "id"));
	/* Classes of the page as a whole, and of the article, tell of what they hold, not of what they are. */
	if (tag == NEWS_TAG_HTML || tag == NEWS_TAG_BODY || tag == NEWS_TAG_MAIN || tag == NEWS_TAG_ARTICLE)
		marks &= NEWS_MARK_ARTICLE;
	if (marks & NEWS_MARK_ARTICLE)
		marks &= ~(uint32_t) (NEWS_MARK_ASIDE | NEWS_MARK_COMMENTS | NEWS_MARK_CAPTION);
	marks |= itemprop_marks(prop);
	if (tag == NEWS_TAG_NAV || tag == NEWS_TAG_FOOTER || tag == NEWS_TAG_ASIDE || news_html_attribute(&w->html, event, "hidden").s ||
		contains(style, "display:none") || contains(style, "display: none") ||
		contains(role, "navigation") || contains(role, "complementary") || contains(role, "contentinfo"))
		marks |= NEWS_MARK_ASIDE;
	return marks;
}

/* ---- Elements ---- */

static uint32_t
add_element(Walker *w, NewsTag tag, uint32_t marks)
{
	NewsPage   *page = w->page;
	NewsElement *e;

	page->elements = news_grow(page->arena, page->elements, page->nelements, &page->elements_room, sizeof(NewsElement));
	e = &page->elements[page->nelements];
	e->first = e->end = page->lines.n;
	e->tag = (uint8_t) tag;
	e->marks = (uint8_t) marks;
	return page->nelements++;
}

/* What link, meta, html and time elements say. */
static void
read_attributes(Walker *w, const NewsHtmlEvent *event, NewsTag tag, uint32_t marks)
{
	NewsPage   *page = w->page;
	NewsStr		content = news_html_attribute(&w->html, event, "content");
	NewsStr		stamp = news_html_attribute(&w->html, event, "datetime");

	if (tag == NEWS_TAG_META)
	{
		static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};

		for (int i = 0; i < 4; i++)
		{
			NewsStr		name = news_html_attribute(&w->html, event, keys[i]);

			if (name.s && content.s)
				news_read_meta(page, name, content);
		}
	}
	else if (tag == NEWS_TAG_LINK)
	{
		NewsStr		rel = news_html_attribute(&w->html, event, "rel");

		if (rel.s && contains(rel, "canonical"))
			page->url = news_html_attribute(&w->html, event, "href");
	}
	else if (tag == NEWS_TAG_HTML && !page->language.s)
		page->language = news_html_attribute(&w->html, event, "lang");
	if (!stamp.s)
		stamp = content.s && tag != NEWS_TAG_META ? content : news_html_attribute(&w->html, event, "title");
	if (stamp.s && stamp.len && (tag == NEWS_TAG_TIME || (marks & (NEWS_MARK_DATE | NEWS_MARK_UPDATED))))
	{
		bool		named = news_html_attribute(&w->html, event, "itemprop").s || news_html_attribute(&w->html, event, "pubdate").s;
		float		score = named ? 0.93f : marks & NEWS_MARK_DATE ? 0.88f : 0.82f;

		if ((marks & NEWS_MARK_UPDATED) && !(marks & NEWS_MARK_DATE))
			score = 0.58f;
		news_add_evidence(page, stamp, NEWS_FROM_TIME, score, page->lines.n);
	}
}

static void
open_element(Walker *w, const NewsHtmlEvent *event)
{
	NewsTag		tag = (NewsTag) event->tag;
	NewsTagKind kind = news_tag_kind(tag);
	uint32_t	marks = element_marks(w, event, tag);
	Open	   *open;
	uint32_t	around = w->depth ? w->open[w->depth - 1].element : 0;

	read_attributes(w, event, tag, marks);
	if (kind == NEWS_TAG_BLOCK || kind == NEWS_TAG_ROW || kind == NEWS_TAG_BREAK)
	{
		end_line(w);
		w->gap |= kind == NEWS_TAG_BLOCK;
	}
	else if (kind == NEWS_TAG_CELL)
		put_space(w);
	if (tag == NEWS_TAG_SCRIPT)
		w->in_json = true;		/* other scripts give no text */
	w->tags[tag]++;
	w->skipping += kind == NEWS_TAG_SKIP;
	w->captions += (marks & NEWS_MARK_CAPTION) != 0;
	if (w->depth == MAX_DEPTH)
		return;
	open = &w->open[w->depth++];
	open->block = kind == NEWS_TAG_BLOCK || kind == NEWS_TAG_ROW;
	/* Marks of an inline element count too: a span may hold the author or the date. */
	open->element = open->block || (marks & (NEWS_MARK_ASIDE | NEWS_MARK_COMMENTS)) ? add_element(w, tag, marks) : around;
	open->block |= open->element != around;
	open->capture = w->used;
	open->tag = (uint8_t) tag;
	open->marks = (uint8_t) marks;
}

/* The text of an element that is marked as a date or as the author's name. */
static void
read_capture(Walker *w, const Open *open)
{
	NewsPage   *page = w->page;
	NewsStr		text = {w->text + open->capture, w->used - open->capture};

	if (text.len == 0 || text.len > MAX_CAPTURE)
		return;
	if (open->tag == NEWS_TAG_TIME || (open->marks & NEWS_MARK_DATE))
		news_add_evidence(page, text, open->tag == NEWS_TAG_TIME ? NEWS_FROM_TIME : NEWS_FROM_TEXT, 0.8f, page->lines.n);
	else if (open->marks & NEWS_MARK_UPDATED)
		news_add_evidence(page, text, NEWS_FROM_TEXT, 0.56f, page->lines.n);
}

static void
close_element(Walker *w, const NewsHtmlEvent *event)
{
	NewsTag		tag = (NewsTag) event->tag;
	NewsTagKind kind = news_tag_kind(tag);

	if (kind == NEWS_TAG_BLOCK || kind == NEWS_TAG_ROW)
	{
		end_line(w);
		w->gap |= kind == NEWS_TAG_BLOCK;
	}
	else if (kind == NEWS_TAG_CELL)
		put_space(w);
	w->tags[tag] -= w->tags[tag] > 0;
	w->skipping -= kind == NEWS_TAG_SKIP && w->skipping > 0;
	if (tag == NEWS_TAG_SCRIPT)
		w->in_json = false;
	if (w->depth && w->open[w->depth - 1].tag == tag)
	{
		Open	   *open = &w->open[--w->depth];

		w->captions -= (open->marks & NEWS_MARK_CAPTION) && w->captions > 0;
		if (open->tag == NEWS_TAG_TIME || (open->marks & (NEWS_MARK_DATE | NEWS_MARK_UPDATED)))
			read_capture(w, open);
		if (open->block)
			w->page->elements[open->element].end = w->page->lines.n;
	}
}

static void
read_text(Walker *w, const NewsHtmlEvent *event)
{
	NewsStr		text = {w->html.pool + event->start, event->len};

	if (w->in_json)
		news_read_json_ld(w->page, text);
	else if (w->tags[NEWS_TAG_TITLE] && !w->page->title.s && !w->tags[NEWS_TAG_SVG])
		w->page->title = news_trim(text);
	else if (!w->skipping)
		put_text(w, text);
}

void
news_read_html(NewsPage *page, NewsStr raw)
{
	Walker	   *w = NEWS_NEW0(page->arena, Walker, 1);

	w->page = page;
	page->html = true;
	page->raw = raw;
	news_parse_html(page->arena, raw, &w->html);
	/* Each event may add a line break or a space to the text. */
	w->text = news_alloc(page->arena, (size_t) raw.len * 2 + (size_t) w->html.n * 2 + 64);
	add_element(w, NEWS_TAG_HTML, 0);
	for (uint32_t i = 0; i < w->html.n; i++)
	{
		const NewsHtmlEvent *event = &w->html.events[i];

		if (event->kind == NEWS_HTML_OPEN)
			open_element(w, event);
		else if (event->kind == NEWS_HTML_CLOSE)
			close_element(w, event);
		else
			read_text(w, event);
		if (i % 1024 == 0)
			news_poll(page->arena);
	}
	end_line(w);
	for (uint32_t i = 0; i < w->depth; i++)
		if (w->open[i].block)
			page->elements[w->open[i].element].end = page->lines.n;
	page->elements[0].end = page->lines.n;
}
