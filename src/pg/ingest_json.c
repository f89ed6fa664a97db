/*
 * ingest_json.c
 *	  Articles as JSON objects: crawlers, feed readers and data sets all have
 *	  their own names for the same few fields.
 */
#include "postgres.h"

#include <ctype.h>

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "article/encoding.h"
#include "corpus.h"
#include "news_pg.h"

/* A page with all that stands around the article, tried in this order; NULL ends a list. */
static const char *const page_keys[] = {"raw", "html", "content_html", NULL};

/* The article alone; one with HTML tags in it is read as a page all the same. */
static const char *const body_keys[] = {"body", "text", "content", "content_text", "maintext", "article", "articleBody", NULL};

static const char *const source_keys[] = {"source", "site", "publisher", "sitename", "domain", "source_domain", "hostname", NULL};
static const char *const url_keys[] = {"url", "link", "canonical_url", "uri", NULL};
static const char *const title_keys[] = {"title", "headline", NULL};
static const char *const byline_keys[] = {"byline", "author", "authors", NULL};
static const char *const section_keys[] = {"section", "category", NULL};
static const char *const language_keys[] = {"language", "lang", NULL};
static const char *const published_keys[] = {
	"published", "published_at", "publishedAt", "date_published", "datePublished", "publish_date", "date_publish", "published_date",
	"publication_date", "webPublicationDate", "pub_date", "pubDate", "date", "timestamp", NULL
};

/* Value of a key; NULL when the object has none. */
static JsonbValue *
find(JsonbContainer *object, const char *name)
{
	JsonbValue	key;

	key.type = jbvString;
	key.val.string.val = unconstify(char *, name);
	key.val.string.len = (int) strlen(name);
	return findJsonbValueFromContainer(object, JB_FOBJECT, &key);
}

/* Value of the first of the keys that holds one of the type; removes it from what is left. */
static bool
take(Jsonb *object, Jsonb **rest, const char *const *keys, enum jbvType type, JsonbValue *out)
{
	for (; *keys; keys++)
	{
		JsonbValue *value = find(&object->root, *keys);

		if (value == NULL || value->type != type)
			continue;
		*out = *value;
		*rest = DatumGetJsonbP(DirectFunctionCall2(jsonb_delete, JsonbPGetDatum(*rest), CStringGetTextDatum(*keys)));
		return true;
	}
	return false;
}

/* The same for strings: a NUL-terminated copy, NULL when there is none or it is empty. */
static char *
take_string(Jsonb *object, Jsonb **rest, const char *const *keys)
{
	JsonbValue	value;

	if (!take(object, rest, keys, jbvString, &value) || value.val.string.len == 0)
		return NULL;
	return pnstrdup(value.val.string.val, value.val.string.len);
}

/* Appends the name that a value is, or has under "name"; false when it is none. */
static bool
append_name(StringInfo names, JsonbValue *value)
{
	if (value->type == jbvBinary && JsonContainerIsObject(value->val.binary.data))
		value = find(value->val.binary.data, "name");
	if (value == NULL || value->type != jbvString || value->val.string.len == 0)
		return false;
	if (names->len > 0)
		appendStringInfoString(names, ", ");
	appendBinaryStringInfo(names, value->val.string.val, value->val.string.len);
	return true;
}

/* The same for one name or an array of them. */
static bool
append_names(StringInfo names, JsonbValue *value)
{
	JsonbContainer *array;

	if (value->type != jbvBinary || !JsonContainerIsArray(value->val.binary.data))
		return append_name(names, value);
	array = value->val.binary.data;
	for (uint32 i = 0; i < JsonContainerSize(array); i++)
		if (!append_name(names, getIthJsonbValueFromContainer(array, i)))
			return false;
	return names->len > 0;
}

/* A field that may name several, or by an object: what crawlers and news services call source and authors. */
static void
take_names(Jsonb *object, Jsonb **rest, const char *const *keys, const char **field)
{
	for (; *keys && *field == NULL; keys++)
	{
		JsonbValue *value = find(&object->root, *keys);
		StringInfoData names;

		initStringInfo(&names);
		if (value == NULL || !append_names(&names, value))
			continue;
		*field = names.data;
		*rest = DatumGetJsonbP(DirectFunctionCall2(jsonb_delete, JsonbPGetDatum(*rest), CStringGetTextDatum(*keys)));
	}
}

/* A field of the item that was not given; one that was leaves the object's in the rest. */
static void
take_field(Jsonb *object, Jsonb **rest, const char *const *keys, const char **field)
{
	if (*field == NULL)
		*field = take_string(object, rest, keys);
}

static void
read_timestamp(void *arg)
{
	NewsItem   *item = ((void **) arg)[0];
	char	   *s = ((void **) arg)[1];

	item->published = DatumGetTimestamp(DirectFunctionCall3(timestamp_in, CStringGetDatum(s), ObjectIdGetDatum(InvalidOid),
															 Int32GetDatum(-1)));
	item->published_given = !TIMESTAMP_NOT_FINITE(item->published);
}

/* A day as a number, 20160910; false when it is none. */
static bool
read_day_number(double number, NewsItem *item)
{
	int			n = number >= 19000101 && number <= 20991231 ? (int) number : 0;
	int			y = n / 10000;
	int			m = n / 100 % 100;
	int			d = n % 100;

	if (n != number || m < 1 || m > 12 || d < 1 || d > day_tab[isleap(y)][m - 1])
		return false;
	item->published = (Timestamp) (date2j(y, m, d) - POSTGRES_EPOCH_JDATE) * USECS_PER_DAY;
	return item->published_given = true;
}

/*
 * A date as a string PostgreSQL understands (its time zone is ignored: we want
 * the newsroom's clock), as a number of its digits, or as seconds or milliseconds
 * since 1970.  One that cannot be read stays in meta, and the page's own evidence
 * counts.
 */
static void
take_published(Jsonb *object, Jsonb **rest, NewsItem *item)
{
	JsonbValue	value;
	Jsonb	   *without = *rest;

	if (take(object, &without, published_keys, jbvString, &value))
	{
		void	   *arg[] = {item, pnstrdup(value.val.string.val, value.val.string.len)};

		(void) news_try(read_timestamp, arg);
	}
	else if (take(object, &without, published_keys, jbvNumeric, &value))
	{
		double		seconds = DatumGetFloat8(DirectFunctionCall1(numeric_float8, NumericGetDatum(value.val.numeric)));

		if (seconds >= 1e11)
			seconds /= 1000;
		/* Up to September 1970 it is no such count: a year, a day of the year, 20160910, 20160931. */
		if (!read_day_number(seconds, item) && seconds >= 21e6 && seconds < 1e11)
		{
			item->published = (Timestamp) (seconds * USECS_PER_SEC) -
				(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * USECS_PER_DAY;
			item->published_given = true;
		}
	}
	if (item->published_given)
		*rest = without;
}

/* Does a text hold HTML tags: the end of one, a paragraph, a line break? */
static bool
has_tags(const char *text)
{
	for (const char *p = strchr(text, '<'); p; p = strchr(p + 1, '<'))
		if ((p[1] == '/' && isalpha((unsigned char) p[2])) ||
			pg_strncasecmp(p, "<p>", 3) == 0 || pg_strncasecmp(p, "<br", 3) == 0)
			return true;
	return false;
}

bool
news_item_from_json(NewsItem *item, const char *json, size_t len)
{
	Jsonb	   *object = DatumGetJsonbP(DirectFunctionCall1(jsonb_in, CStringGetDatum(pnstrdup(json, len))));
	Jsonb	   *rest = object;
	bool		is_body = false;
	char	   *text;

	if (!JB_ROOT_IS_OBJECT(object))
		ereport(ERROR,
				(errcode(ERRCODE_SQL_JSON_OBJECT_NOT_FOUND),
				 errmsg("not a JSON object")));
	text = take_string(object, &rest, page_keys);
	if (text == NULL)
	{
		text = take_string(object, &rest, body_keys);
		if (text == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_SQL_JSON_MEMBER_NOT_FOUND),
					 errmsg("the JSON object holds no text under \"raw\", \"html\", \"body\" or \"text\"")));
		is_body = !has_tags(text);
	}
	item->bytes = text;
	item->len = strlen(text);

	take_names(object, &rest, source_keys, &item->source);
	take_field(object, &rest, url_keys, &item->url);
	take_field(object, &rest, title_keys, &item->title);
	take_names(object, &rest, byline_keys, &item->byline);
	take_field(object, &rest, section_keys, &item->section);
	take_field(object, &rest, language_keys, &item->language);
	if (!item->published_given)
		take_published(object, &rest, item);
	item->meta = JB_ROOT_COUNT(rest) > 0 ? rest : NULL;
	return is_body;
}

typedef struct Parsing
{
	const char *bytes;
	size_t		len;
	Jsonb	   *json;
} Parsing;

static void
parse_json(void *arg)
{
	Parsing    *p = arg;
	NewsSession session;
	NewsDecoded decoded;
	char	   *json;

	news_session_open(&session);
	news_decode(&session.arena, p->bytes, (uint32_t) p->len, NEWS_NO_STR, &decoded);
	json = pg_any_to_server(decoded.text.s, (int) decoded.text.len, PG_UTF8);
	if (json == decoded.text.s)
		json = pnstrdup(json, decoded.text.len);
	p->json = DatumGetJsonbP(DirectFunctionCall1(jsonb_in, CStringGetDatum(json)));
	pfree(json);
	news_session_close(&session);
}

ErrorData *
news_parse_json(const char *bytes, size_t len, Jsonb **out)
{
	Parsing		p = {bytes, len, NULL};
	ErrorData  *error = news_try(parse_json, &p);

	*out = p.json;
	return error;
}
