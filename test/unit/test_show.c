/*
 * test_show.c
 *	  Queries from a search field, weights, ranking, headlines and pages.
 */
#include "check.h"

#include "query/hits.h"
#include "show/show.h"

static NewsArena arena;

/* ---- Helpers ---- */

static const char *
websearch(const char *typed)
{
	NewsQuery	q;

	return news_query_websearch(&arena, news_str(typed), &q) ? news_query_print(&arena, &q).s : NULL;
}

static const char *
indexed(const char *text)
{
	NewsQuery	q;
	NewsQuery	part;
	NewsError	error;

	if (!news_query_parse(&arena, news_str(text), &q, &error))
		return "no query";
	return news_query_indexed(&arena, &q, &part) ? news_query_print(&arena, &part).s : NULL;
}

static NewsPlan *
plan_of(const char *text)
{
	NewsQuery	q;
	NewsError	error;

	return news_query_parse(&arena, news_str(text), &q, &error) ? news_plan_make(&arena, &q) : NULL;
}

static NewsVector
vector_of(const char *text)
{
	NewsVector	v = {0};
	NewsError	error;

	CHECK(news_vector_parse(&arena, news_str(text), &v, &error));
	return v;
}

static const char *
print(NewsVector *v)
{
	news_vector_encode(&arena, v);	/* tidies */
	return news_vector_print(&arena, v).s;
}

/* Thousandths. */
static int
rank(const char *vector, const char *query)
{
	static const float weights[4] = NEWS_RANK_WEIGHTS;
	NewsVector	v = vector_of(vector);

	return (int) (news_plan_rank(&arena, plan_of(query), &v, weights) * 1000 + 0.5f);
}

static const char *
headline(const char *body, const char *vector, const char *query, uint32_t max_words, uint32_t fragments)
{
	NewsHeadlineOptions options = {NEWS_STR("["), NEWS_STR("]"), NEWS_STR(" ... "), max_words, 3, 3, fragments, false, true};
	NewsOptions text = {.stages = NEWS_STAGE_TEXT};
	NewsVector	v = vector_of(vector);

	return news_show_headline(&arena, news_annotate(&arena, body, (uint32_t) strlen(body), &text), &v, plan_of(query), &options).s;
}

/* The page's article, without the stylesheet before it. */
static const char *
article(const char *body, const char *vector)
{
	NewsVector	v = vector_of(vector);
	NewsStr		html = news_show_html(&arena, news_str(body), &v, (NewsPublished) {false, 0, 0});
	const char *start = strstr(html.s, "<article>\n");
	const char *end = strstr(html.s, "\n</article>");

	return start && end ? news_strndup(&arena, start + 10, (size_t) (end - start - 10)) : NULL;
}

/* ---- Tests ---- */

static void
test_websearch(void)
{
	CHECK_CSTR(websearch(""), NULL);
	CHECK_CSTR(websearch("the \"\" - or"), NULL);
	CHECK_CSTR(websearch("Kerry -\"Sergei Lavrov\" or place:US"), "Kerry & !\"Sergei Lavrov\" | place:US");
	CHECK_CSTR(websearch("Anna Kovalenko"), "\"Anna Kovalenko\" | Anna & Kovalenko");
	CHECK_CSTR(websearch("Sergei Lavrov Geneva"), "\"Sergei Lavrov\" & Geneva");
	CHECK_CSTR(websearch("Lavrov 10 September 2016"), "Lavrov & date:2016-09-10");
	CHECK_CSTR(websearch("event:AGREE(USA"), "event & AGREE & USA");
	CHECK_CSTR(websearch("\xff\xfe Kerry\xff"), NULL);
}

static void
test_indexed(void)
{
	CHECK_CSTR(indexed("a & !b"), "a");
	CHECK_CSTR(indexed("a | !b"), NULL);
	CHECK_CSTR(indexed("!(a & b) & (c <s> d)"), "c <s> d");
	CHECK_CSTR(indexed("!!a"), NULL);
}

static void
test_weights(void)
{
	NewsVector	title = vector_of("#10.1 person:\"X\"@1+1.1");
	NewsVector	body = vector_of("#50.3 person:\"X\"@1+1.1,20+1.2,40+1.3");
	NewsVector	both;

	CHECK_INT(news_vector_weight(&title, 1), NEWS_WEIGHT_D);
	news_vector_set_weight(&arena, &title, NEWS_VECTOR_MAX_POS + 1, NEWS_WEIGHT_A);
	CHECK_INT(news_vector_weight(&title, 1), NEWS_WEIGHT_A);
	news_vector_set_weight(&arena, &body, news_vector_sentence_end(&body, 1), 2);
	CHECK(news_vector_concat(&arena, &title, &body, &both));
	CHECK_CSTR(print(&both), "#60.4/1A,11B,30D person:\"X\"@1+1.1,11+1.2,30+1.3,50+1.4");
	title = vector_of("#10.1/1A person:\"X\"@1+1.1");
	body = vector_of("#10.1/1A person:\"X\"@1+1.1");
	CHECK(news_vector_concat(&arena, &title, &body, &both));
	CHECK_CSTR(print(&both), "#20.2/1A person:\"X\"@1+1.1,11+1.2");
}

static void
test_rank(void)
{
	const char *v = "#60.4/1A,11D person:\"X\"@1+1.1,30+1.3 person:\"Y\"@31+1.3=0.5";

	CHECK_INT(rank(v, "X"), 524);	/* 1.1 / 2.1 */
	CHECK_INT(rank(v, "Y"), 48);
	CHECK_INT(rank(v, "X & Y"), 25);
	CHECK_INT(rank(v, "X <s> Y"), 91);
	CHECK_INT(rank(v, "X | Y"), 546);
	CHECK_INT(rank(v, "X@A"), 500);
	CHECK_INT(rank(v, "Z"), 0);
	CHECK_INT(rank(v, "!Z"), 1000);
	CHECK_INT(rank("#60.4 person:\"X\"@1+1.2", "X"), 286);	/* in the lead */
}

static void
test_headline(void)
{
	const char *body = "It rained. Kerry met Lavrov in <Oslo>. Nobody else was there at all that day. Lavrov left.";
	const char *v = "#90.4 person:\"Kerry\"@12+5.2 person:\"Lavrov\"@22+6.2,79+6.4 place:\"Oslo\"@33+4.2";

	CHECK_CSTR(headline(body, v, "Oslo", 8, 0), "Kerry met Lavrov in &lt;[Oslo]&gt;.");
	CHECK_CSTR(headline(body, v, "Kerry | Lavrov", 5, 2), "[Kerry] met [Lavrov] in &lt;Oslo&gt;. ... [Lavrov] left.");
	CHECK_CSTR(headline(body, v, "Oslo & !Kerry", 5, 0), "Kerry met Lavrov in &lt;[Oslo]&gt;.");
	CHECK_CSTR(headline(body, v, "Nobody", 8, 0), "It rained. Kerry");
	CHECK_CSTR(headline("", v, "Kerry", 8, 0), "");
}

static void
test_html(void)
{
	CHECK_CSTR(article("a<b>\n\n\nc & d", ""), "<p>a&lt;b&gt;</p>\n<p>c &amp; d</p>");
	CHECK_CSTR(article("x Oslo", "place:\"Oslo\"/NOR@3+4.1"),
			   "<p>x <span class=\"entity place\" data-kind=\"place\" data-name=\"Oslo\" data-code=\"NOR\" title=\"Oslo, place, NOR\">Oslo</span></p>");
	/* across one another: the second goes on behind the first */
	CHECK_CSTR(article("abcd", "person:\"P\"@1+3.1 time:\"T\"/vague@2+3.1"),
			   "<p><span class=\"entity person\" data-kind=\"person\" data-name=\"P\" title=\"P, person\">a"
			   "<time class=\"date\" data-kind=\"time\" data-value=\"T\" data-basis=\"vague\" title=\"T\">bc</time></span>"
			   "<time class=\"date cont\" data-kind=\"time\" data-value=\"T\" data-basis=\"vague\" title=\"T\">d</time></p>");
	CHECK_CSTR(article("ab", "person:\"P\"@9+3.1"), "<p>ab</p>");
	CHECK_CSTR(article("\x01\xff", ""), "<p>\xEF\xBF\xBD\xEF\xBF\xBD</p>");
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_websearch();
	test_indexed();
	test_weights();
	test_rank();
	test_headline();
	test_html();
	news_arena_release(&arena);
	return check_done();
}
