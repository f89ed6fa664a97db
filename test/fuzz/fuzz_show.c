/*
 * fuzz_show.c
 *	  Ranking and showing of any text with any stored form: the page is well-formed
 *	  XML whose text is the article's, whatever lies across what; a headline is
 *	  pieces of the text, in order.
 */
#include "fuzz.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "query/hits.h"
#include "show/show.h"

static const char *const queries[] = {
	"Lavrov", "person:Kerry & !Lavrov", "US | date:2016-09 & event:*", "Kerry <s> Lavrov", "!(RUS & !USA@A)", "event:*(,RUS)!!negated | S:*",
};

/* Is it a character that a page leaves as it is, and that is not white space? */
static bool
is_plain(unsigned char c)
{
	return c > ' ' && c < 0x7F;
}

/* Plain characters of a text, behind from, must come in the same order in the page. */
static void
check_text(const char *shown, NewsStr text)
{
	for (uint32_t i = 0; i < text.len; i++)
	{
		if (!is_plain((unsigned char) text.s[i]))
			continue;
		while (*shown && !is_plain((unsigned char) *shown))
			shown++;
		FUZZ_ASSERT(*shown == text.s[i]);
		shown++;
	}
	while (*shown)
		FUZZ_ASSERT(!is_plain((unsigned char) *shown++));
}

static xmlNodePtr
child(xmlNodePtr parent, const char *name)
{
	for (xmlNodePtr node = parent->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *) node->name, name) == 0)
			return node;
	FUZZ_ASSERT(!"the element is there");
	return NULL;
}

static void
check_html(NewsArena *arena, NewsStr text, const NewsVector *v, NewsPublished published)
{
	NewsStr		html = news_show_html(arena, text, v, published);
	xmlDocPtr	doc = xmlReadMemory(html.s, (int) html.len, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
	xmlChar    *shown;

	FUZZ_ASSERT(doc != NULL);
	shown = xmlNodeGetContent(child(child(child(xmlDocGetRootElement(doc), "body"), "main"), "article"));
	check_text((const char *) shown, text);
	xmlFree(shown);
	xmlFreeDoc(doc);
}

static void
check_headline(NewsArena *arena, const NewsDoc *doc, const NewsVector *v, const NewsPlan *plan, uint32_t seed)
{
	NewsHeadlineOptions options = {
		NEWS_STR("\x02"), NEWS_STR("\x03"), NEWS_STR("\x01"), 2 + seed % 40, 1 + seed % 7, seed % 5, seed / 8 % 4, seed % 16 == 0, false
	};
	NewsStr		text = {doc->tokens.text, doc->tokens.len};
	NewsStr		shown;
	uint32_t	at = 0;

	if (options.min_words >= options.max_words)
		options.min_words = options.max_words - 1;
	shown = news_show_headline(arena, doc, v, plan, &options);
	for (uint32_t i = 0; i < shown.len; i++)
	{
		if (shown.s[i] > 0 && shown.s[i] <= 3)
			continue;
		while (at < text.len && text.s[at] != shown.s[i])
			at++;
		FUZZ_ASSERT(at < text.len);
		at++;
	}
}

static void
check_rank(NewsArena *arena, NewsPlan *plan, NewsVector *v)
{
	const float weights[4] = NEWS_RANK_WEIGHTS;
	float		rank = news_plan_rank(arena, plan, v, weights);

	FUZZ_ASSERT(rank >= 0 && rank <= 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, size};
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_NAMES | NEWS_STAGE_DATES, .published = fuzz_published(&input)};
	uint32_t	seed = fuzz_take(&input, 2);
	char	   *bytes = fuzz_text(&input);
	NewsStr		text = {bytes, (uint32_t) input.size};
	NewsArena	arena;
	NewsDoc    *doc;
	NewsVector	v;
	NewsQuery	query;
	NewsError	error;

	news_arena_init(&arena, &news_malloc_host);
	doc = news_annotate(&arena, bytes, text.len, &options);
	/* every other time a stored form that is the text, and has nothing to do with it */
	if (seed % 2 == 0 || !news_vector_parse(&arena, text, &v, &error))
		v = *news_vector_make(&arena, doc);
	FUZZ_ASSERT(news_query_parse(&arena, news_str(queries[seed % 6]), &query, &error));
	check_rank(&arena, news_plan_make(&arena, &query), &v);
	check_headline(&arena, doc, &v, news_plan_make(&arena, &query), seed);
	check_html(&arena, text, &v, options.published);
	news_arena_release(&arena);
	free(bytes);
	return 0;
}
