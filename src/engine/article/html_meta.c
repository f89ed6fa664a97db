/*
 * html_meta.c
 *	  What meta elements and JSON-LD say of an article.
 */
#include "article/page.h"

#define MAX_NAME 100

/* ---- Meta elements ---- */

static bool
contains(const char *s, uint32_t len, const char *part)
{
	uint32_t	n = (uint32_t) strlen(part);

	for (uint32_t i = 0; i + n <= len; i++)
		if (memcmp(s + i, part, n) == 0)
			return true;
	return false;
}

/* A name that the table lacks, but which speaks of a date. */
static void
read_unknown(NewsPage *page, const char *name, uint32_t len, NewsStr content)
{
	uint32_t	n = page->nevidence;
	bool		changed = contains(name, len, "modif") || contains(name, len, "updat");

	if (content.len > 40 || contains(name, len, "expir") || contains(name, len, "url") || contains(name, len, "image") ||
		contains(name, len, "event") || contains(name, len, "version") || contains(name, len, "valid"))
		return;
	if (contains(name, len, "publ") || contains(name, len, "date") || contains(name, len, "upload") || contains(name, len, "creat") ||
		contains(name, len, "issue"))
		news_add_evidence(page, content, NEWS_FROM_META, changed ? 0.5f : 0.7f, NEWS_NO_LINE);
	/* It must begin with the date, not mention one. */
	if (page->nevidence > n && page->evidence[n].date.start > 6)
		page->nevidence = n;
}

void
news_read_meta(NewsPage *page, NewsStr name, NewsStr content)
{
	char		lower[MAX_NAME];
	uint32_t	value;
	float		trust;

	content = news_trim(content);
	if (name.len == 0 || name.len > MAX_NAME || content.len == 0)
		return;
	for (uint32_t i = 0; i < name.len; i++)
		lower[i] = (char) (name.s[i] >= 'A' && name.s[i] <= 'Z' ? name.s[i] | 0x20 : name.s[i]);
	value = news_hash_find(&news_article_meta, news_hash(lower, name.len));
	trust = (float) (value / 16) / 100;
	switch ((NewsMetaField) (value & 15))
	{
		case NEWS_META_PUBLISHED:
		case NEWS_META_MODIFIED:
			news_add_evidence(page, content, NEWS_FROM_META, trust, NEWS_NO_LINE);
			break;
		case NEWS_META_AUTHOR:
			/* Some give the address of the author's page. */
			if (!page->author.s && !memchr(content.s, '/', content.len) && content.len < 200)
				page->author = content;
			break;
		case NEWS_META_TITLE:
			if (!page->headline.s)
				page->headline = content;
			break;
		case NEWS_META_URL:
			if (!page->url.s)
				page->url = content;
			break;
		case NEWS_META_LANGUAGE:
			if (!page->language.s)
				page->language = content;
			break;
		case NEWS_META_SECTION:
			if (!page->section.s && content.len < 100)
				page->section = content;
			break;
		case NEWS_META_SITE:
			if (!page->site.s && content.len < 100)
				page->site = content;
			break;
		default:
			read_unknown(page, lower, name.len, content);
			break;
	}
}

/* ---- JSON-LD ---- */

/* The string that begins at the quotation mark at pos: what stands inside; *next is set behind it. */
static NewsStr
json_string(NewsStr json, uint32_t pos, uint32_t *next)
{
	uint32_t	i = pos + 1;

	while (i < json.len && json.s[i] != '"')
		i += json.s[i] == '\\' ? 2 : 1;
	if (i > json.len)
		i = json.len;
	*next = i < json.len ? i + 1 : i;
	return (NewsStr) {json.s + pos + 1, i - pos - 1};
}

static bool
is_key(NewsStr s, const char *name)
{
	return news_str_eq(s, news_str(name));
}

static void
read_pair(NewsPage *page, NewsStr key, NewsStr value, bool *author, uint32_t *dates)
{
	if (is_key(key, "datePublished"))
	{
		/* The first object is the article, later ones may be its comments or neighbours. */
		news_add_evidence(page, value, NEWS_FROM_JSON_LD, *dates == 0 ? 0.96f : 0.7f, NEWS_NO_LINE);
		++*dates;
	}
	else if (is_key(key, "dateCreated") || is_key(key, "uploadDate"))
		news_add_evidence(page, value, NEWS_FROM_JSON_LD, 0.65f, NEWS_NO_LINE);
	else if (is_key(key, "dateModified"))
		news_add_evidence(page, value, NEWS_FROM_JSON_LD, 0.59f, NEWS_NO_LINE);
	else if (is_key(key, "articleSection") && !page->section.s && value.len > 0 && value.len < 100 && !memchr(value.s, '\\', value.len))
		page->section = value;
	else if (is_key(key, "headline") && !page->headline.s && !memchr(value.s, '\\', value.len))
		page->headline = value;
	else if (is_key(key, "name") && *author && !page->author.s && value.len < 200 && !memchr(value.s, '\\', value.len))
	{
		page->author = value;
		*author = false;
	}
}

/*
 * A walk over the strings of the JSON text, which need not be well formed: a
 * string behind a colon is the value of the one before it.
 */
void
news_read_json_ld(NewsPage *page, NewsStr json)
{
	NewsStr		key = NEWS_NO_STR;
	bool		author = false;
	uint32_t	dates = 0;
	uint32_t	i = 0;

	while (i < json.len)
	{
		const char *quote = memchr(json.s + i, '"', json.len - i);
		uint32_t	start;
		uint32_t	next;
		NewsStr		s;

		if (!quote)
			return;
		start = (uint32_t) (quote - json.s);
		s = json_string(json, start, &next);
		/* An object or a list that opens behind a key belongs to it. */
		for (; i < start; i++)
			if (json.s[i] == '}')
				author = false;
		while (next < json.len && (json.s[next] == ' ' || json.s[next] == '\n' || json.s[next] == '\t' || json.s[next] == '\r'))
			next++;
		if (next < json.len && json.s[next] == ':')
		{
			key = s;
			author |= is_key(key, "author");
			next++;
		}
		else if (key.s)
		{
			if (is_key(key, "author") && !page->author.s && s.len < 200 && !memchr(s.s, '/', s.len))
				page->author = s;
			read_pair(page, key, s, &author, &dates);
			key = NEWS_NO_STR;
		}
		i = next;
	}
}

/* ---- Other scripts ---- */

/*
 * Pages without any of this may still hold an article's data in a script: takes
 * the value of the first key that tells of publication.
 */
void
news_search_scripts(NewsPage *page, NewsStr raw)
{
	static const char *const keys[] = {
		"datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "publication_date", "pubDate",
		"published", "publishedDate", "firstPublished", "dateCreated", "createdAt", "created_at", "date",
	};
	uint32_t	i = 0;

	while (i < raw.len && page->nevidence == 0)
	{
		const char *quote = memchr(raw.s + i, '"', raw.len - i);
		uint32_t	start;
		uint32_t	end;

		if (!quote)
			return;
		start = (uint32_t) (quote - raw.s) + 1;
		i = start;
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++)
		{
			uint32_t	n = (uint32_t) strlen(keys[k]);

			if (raw.len - start <= n + 4 || memcmp(raw.s + start, keys[k], n) != 0 || raw.s[start + n] != '"')
				continue;
			for (end = start + n + 1; end < raw.len && (raw.s[end] == ':' || raw.s[end] == ' '); end++)
				;
			if (end < raw.len && raw.s[end] == '"' && raw.s[start + n + 1] == ':')
				news_add_evidence(page, (NewsStr) {raw.s + end + 1, raw.len - end - 1 < 32 ? raw.len - end - 1 : 32}, NEWS_FROM_JSON_LD, 0.45f, NEWS_NO_LINE);
			if (page->nevidence && page->evidence[0].date.start > 0)
				page->nevidence = 0;
		}
	}
}
