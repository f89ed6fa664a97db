/*
 * html.c
 *	  HTML as a flat list of events, read by libxml2's HTML parser.
 *
 * The parser is used through its SAX interface and builds no tree.  It takes
 * its memory from malloc and cannot be interrupted, so the arrays for its events
 * are made before it is and no other memory is asked for while it lives: the
 * size of the input bounds them.  Pages are cut at NEWS_HTML_MAX, and a page
 * whose elements nest deeper than any real one's, or which costs the parser too
 * much repair, ends there.
 */
#include "article/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdarg.h>
#include <strings.h>

#define MAX_DEPTH		400

/*
 * What errors may cost in all.  Each costs its message, and an end tag that
 * matches nothing is sought through all open elements.
 */
#define MAX_REPAIR		(8u << 20)
#define ERROR_COST		32

/* The parser compares every attribute of a tag with those before it. */
#define MAX_ATTRIBUTES	128

/* Attributes longer than this (images in data URIs) are passed over. */
#define MAX_ATTRIBUTE	4096

typedef struct TagInfo
{
	const char *name;
	NewsTagKind kind;
} TagInfo;

static const TagInfo tag_infos[NEWS_TAGS] = {
	{"", NEWS_TAG_INLINE},
#define NEWS_TAG(id, name, kind) {name, NEWS_TAG_##kind},
#include "article/tags.h"
#undef NEWS_TAG
};

NewsTagKind
news_tag_kind(NewsTag tag)
{
	return tag_infos[tag].kind;
}

static NewsTag
find_tag(const char *name)
{
	int			low = 1;
	int			high = NEWS_TAGS - 1;

	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			c = strcmp(name, tag_infos[middle].name);

		if (c == 0)
			return (NewsTag) middle;
		if (c < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return NEWS_TAG_OTHER;
}

/* ---- Sniffing ---- */

/* The tags of a page, matched without regard to case: does one stand at s? */
static bool
is_page_tag(const char *s, uint32_t len)
{
	static const char *const names[] = {"html", "head", "body", "div", "p", "meta", "title", "article", "script", "span", "table", "section"};

	if (len && *s == '/')
	{
		s++;
		len--;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		uint32_t	n = (uint32_t) strlen(names[i]);
		uint32_t	k = 0;

		while (k < n && k < len && (s[k] | 0x20) == names[i][k])
			k++;
		if (k == n && k < len && (s[k] == '>' || s[k] == ' ' || s[k] == '\n' || s[k] == '\t' || s[k] == '\r'))
			return true;
	}
	return false;
}

bool
news_is_html(NewsStr raw)
{
	uint32_t	end = raw.len < 65536 ? raw.len : 65536;
	uint32_t	tags = 0;

	for (uint32_t i = 0; i + 2 < end; i++)
	{
		if (raw.s[i] != '<')
			continue;
		if (i + 9 < end && raw.s[i + 1] == '!' && (raw.s[i + 2] | 0x20) == 'd' && (raw.s[i + 3] | 0x20) == 'o' &&
			(raw.s[i + 4] | 0x20) == 'c')
			return true;
		if (is_page_tag(raw.s + i + 1, end - i - 1) && ++tags >= 3)
			return true;
	}
	return false;
}

/* ---- Building ---- */

typedef struct Builder
{
	NewsHtml   *html;
	htmlParserCtxtPtr parser;
	uint32_t	room;			/* events */
	uint32_t	size;			/* bytes of the pool */
	uint32_t	used;
	uint32_t	depth;
	uint32_t	repair;
	bool		script;			/* in a script that is not JSON-LD, or a style sheet */
} Builder;

static NewsHtmlEvent *
add_event(Builder *b, NewsHtmlKind kind, NewsTag tag)
{
	NewsHtmlEvent *event;

	if (b->html->n == b->room)
	{
		xmlStopParser(b->parser);
		return NULL;
	}
	event = &b->html->events[b->html->n++];
	event->kind = (uint8_t) kind;
	event->tag = (uint8_t) tag;
	event->start = b->used;
	event->len = 0;
	return event;
}

static void
add_bytes(Builder *b, NewsHtmlEvent *event, const char *s, size_t len)
{
	if (len > b->size - b->used)
		return;
	memcpy(b->html->pool + b->used, s, len);
	b->used += (uint32_t) len;
	event->len += (uint32_t) len;
}

static bool
is_useful(const char *name)
{
	static const char *const names[] = {
		"class", "content", "data-date", "data-datetime", "data-time", "data-timestamp", "datetime", "hidden", "href", "http-equiv", "id",
		"itemprop", "lang", "name", "property", "pubdate", "rel", "role", "style", "title", "type", "value",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
start_element(void *arg, const xmlChar *name, const xmlChar **attributes)
{
	Builder    *b = arg;
	NewsTag		tag = find_tag((const char *) name);
	NewsHtmlEvent *event = add_event(b, NEWS_HTML_OPEN, tag);
	bool		json = false;

	if (!event)
		return;
	if (++b->depth > MAX_DEPTH)
		xmlStopParser(b->parser);
	for (; attributes && attributes[0]; attributes += 2)
	{
		const char *key = (const char *) attributes[0];
		const char *value = attributes[1] ? (const char *) attributes[1] : "";
		size_t		len = strlen(value);

		if (!is_useful(key) || len > MAX_ATTRIBUTE || strlen(key) + len + 2 > b->size - b->used)
			continue;
		add_bytes(b, event, key, strlen(key) + 1);
		add_bytes(b, event, value, len + 1);
		if (tag == NEWS_TAG_SCRIPT && strcmp(key, "type") == 0)
			json = strstr(value, "ld+json") != NULL;
	}
	b->script = (tag == NEWS_TAG_SCRIPT && !json) || tag == NEWS_TAG_STYLE;
}

static void
end_element(void *arg, const xmlChar *name)
{
	Builder    *b = arg;

	add_event(b, NEWS_HTML_CLOSE, find_tag((const char *) name));
	if (b->depth)
		b->depth--;
	b->script = false;
}

static void
add_text(void *arg, const xmlChar *s, int len)
{
	Builder    *b = arg;
	NewsHtmlEvent *event = b->html->n ? &b->html->events[b->html->n - 1] : NULL;

	if (b->script || len <= 0)
		return;
	/* Long text comes in pieces. */
	if (!event || event->kind != NEWS_HTML_TEXT || event->start + event->len != b->used)
		event = add_event(b, NEWS_HTML_TEXT, NEWS_TAG_OTHER);
	if (event)
		add_bytes(b, event, (const char *) s, (size_t) len);
}

static void
count_error(void *arg, const char *message, ...)
{
	Builder    *b = arg;

	(void) message;
	b->repair += b->depth + ERROR_COST;
	if (b->repair > MAX_REPAIR)
		xmlStopParser(b->parser);
}

/* The end of a comment, script or style sheet that begins at i, where markup is none; i elsewhere. */
static uint32_t
skip_raw_text(NewsStr raw, uint32_t i)
{
	static const struct
	{
		const char *start;
		const char *end;
	}			kinds[] = {{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}};

	for (int k = 0; k < 3; k++)
	{
		size_t		n = strlen(kinds[k].start);

		if (raw.len - i > n && strncasecmp(raw.s + i, kinds[k].start, n) == 0)
		{
			const char *end = kinds[k].end;
			size_t		m = strlen(end);

			for (uint32_t j = i + (uint32_t) n; j + m <= raw.len; j++)
				if (raw.s[j] == end[0] && strncasecmp(raw.s + j, end, m) == 0)
					return j + (uint32_t) m;
			return raw.len;
		}
	}
	return i;
}

/* The byte behind the tag at i, or i where it has more attributes than any real one. */
static uint32_t
skip_tag(NewsStr raw, uint32_t i)
{
	uint32_t	attributes = 0;
	char		quote = 0;
	uint32_t	start = i;

	for (i++; i < raw.len; i++)
	{
		char		c = raw.s[i];

		if (quote)
		{
			if (c == quote)
				quote = 0;
		}
		else if (c == '>')
			return i + 1;
		else if ((c == '"' || c == '\'') && raw.s[i - 1] == '=')
			quote = c;
		else if ((unsigned char) c > ' ' && ((unsigned char) raw.s[i - 1] <= ' ' || raw.s[i - 1] == '"' || raw.s[i - 1] == '\'' || raw.s[i - 1] == '/') &&
				 ++attributes > MAX_ATTRIBUTES)
			return start;
	}
	return raw.len;
}

/* The length up to the first tag whose attributes are too many. */
static uint32_t
sane_length(NewsStr raw)
{
	uint32_t	i = 0;

	while (i < raw.len)
	{
		const char *open = memchr(raw.s + i, '<', raw.len - i);
		uint32_t	next;

		if (!open)
			break;
		i = (uint32_t) (open - raw.s);
		next = skip_raw_text(raw, i);
		if (next == i && i + 1 < raw.len && (raw.s[i + 1] | 0x20) >= 'a' && (raw.s[i + 1] | 0x20) <= 'z')
		{
			next = skip_tag(raw, i);
			if (next == i)
				return i;
		}
		i = next > i ? next : i + 1;
	}
	return raw.len;
}

static void
run_parser(Builder *b, NewsStr raw)
{
	xmlSAXHandler handler = {0};

	b->parser = htmlCreateMemoryParserCtxt(raw.s, (int) raw.len);
	if (!b->parser)
		return;
	htmlCtxtUseOptions(b->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	handler.startElement = start_element;
	handler.endElement = end_element;
	handler.characters = add_text;
	handler.ignorableWhitespace = add_text;
	handler.cdataBlock = add_text;
	handler.error = count_error;
	*b->parser->sax = handler;
	b->parser->userData = b;
	xmlSwitchEncoding(b->parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(b->parser);
	htmlFreeParserCtxt(b->parser);
}

void
news_parse_html(NewsArena *arena, NewsStr raw, NewsHtml *out)
{
	Builder		b = {.html = out};
	uint32_t	tags = 0;

	if (raw.len > NEWS_HTML_MAX)
		raw.len = NEWS_HTML_MAX;
	raw.len = sane_length(raw);
	for (const char *s = raw.s, *end = raw.s + raw.len; s < end && (s = memchr(s, '<', (size_t) (end - s))) != NULL; s++)
		tags++;
	/* Each "<" opens or closes at most one element; some are opened and closed without; text stands between. */
	b.room = tags * 4 + 64;
	b.size = raw.len * 2 + 64;	/* a byte that is no UTF-8 becomes two */
	out->events = NEWS_NEW(arena, NewsHtmlEvent, b.room);
	out->pool = news_alloc(arena, b.size);
	out->n = 0;
	if (raw.len)
		run_parser(&b, raw);
	news_poll(arena);
}

NewsStr
news_html_attribute(const NewsHtml *html, const NewsHtmlEvent *event, const char *name)
{
	const char *s = html->pool + event->start;
	const char *end = s + event->len;

	while (s < end)
	{
		const char *value = s + strlen(s) + 1;
		size_t		len = strlen(value);

		if (strcmp(s, name) == 0)
			return (NewsStr) {value, (uint32_t) len};
		s = value + len + 1;
	}
	return NEWS_NO_STR;
}
