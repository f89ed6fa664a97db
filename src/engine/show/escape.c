/*
 * escape.c
 *	  Text in HTML and XML.
 */
#include "show/show.h"

#include <unicode/utf8.h>

/* The reference of a character that means something, NULL for others. */
static const char *
reference(UChar32 c)
{
	switch (c)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case '\'':
			return "&#39;";
		default:
			return NULL;
	}
}

/* May it stand in an XML document? */
static bool
is_xml_char(UChar32 c)
{
	return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
}

const char *
news_html_instead(int32_t c)
{
	return is_xml_char(c) ? reference(c) : "\xEF\xBF\xBD";
}

void
news_put_escaped(NewsBuffer *out, NewsStr text)
{
	uint32_t	from = 0;
	uint32_t	i = 0;

	while (i < text.len)
	{
		uint32_t	at = i;
		UChar32		c;
		const char *instead;

		U8_NEXT(text.s, i, text.len, c);
		instead = c == '\r' ? "\n" : news_html_instead(c);
		if (!instead)
			continue;
		news_put(out, text.s + from, at - from);
		if (c != '\r' || i == text.len || text.s[i] != '\n')
			news_put_text(out, news_str(instead));
		from = i;
	}
	news_put(out, text.s + from, text.len - from);
}
