/*
 * test_types.c
 *	  The stored forms: text, image and back; queries against vectors, and the
 *	  same through keys, over generated ones.
 */
#include "check.h"

#include <stdlib.h>

#include "query/keys.h"
#include "query/shares.h"

static NewsArena arena;

/* ---- Helpers ---- */

/* Reads, encodes, decodes and prints; NULL at an error. */
static const char *
vector_again(const char *text)
{
	NewsVector	v;
	NewsError	error;
	NewsStr		image;

	if (!news_vector_parse(&arena, news_str(text), &v, &error))
		return NULL;
	image = news_vector_encode(&arena, &v);
	if (!news_vector_decode(&arena, image, &v, &error))
		return "image not sound";
	return news_vector_print(&arena, &v).s;
}

static NewsStr
vector_image(const char *text)
{
	NewsVector	v;
	NewsError	error;

	if (!news_vector_parse(&arena, news_str(text), &v, &error))
		return NEWS_NO_STR;
	return news_vector_encode(&arena, &v);
}

static const char *
query_again(const char *text)
{
	NewsQuery	q;
	NewsError	error;

	if (!news_query_parse(&arena, news_str(text), &q, &error))
		return NULL;
	if (!news_query_decode(&arena, news_query_encode(&arena, &q), &q, &error))
		return "image not sound";
	return news_query_print(&arena, &q).s;
}

static int
query_error_at(const char *text)
{
	NewsQuery	q;
	NewsError	error;

	return news_query_parse(&arena, news_str(text), &q, &error) ? -1 : (int) error.at;
}

static NewsPlan *
plan_of(const char *text)
{
	NewsQuery	q;
	NewsError	error;

	if (!news_query_parse(&arena, news_str(text), &q, &error))
		return NULL;
	return news_plan_make(&arena, &q);
}

/* What an index says: every key of the article against every key of the query. */
static NewsTruth
match_by_keys(NewsPlan *plan, NewsStr image)
{
	NewsQueryKeys *q = news_query_keys(plan);
	char	   *has = news_alloc0(&arena, q->nkeys);
	uint32_t	n;
	NewsStr    *keys = news_vector_keys(&arena, image, NEWS_KEYS_OF_INDEX, &n);

	for (uint32_t i = 0; i < q->nkeys; i++)
		for (uint32_t k = 0; k < n; k++)
			if (news_key_compare(&q->keys[i], keys[k]) == 0)
				has[i] = NEWS_TRUE;
	if (n == 0 && !q->needs_all)
		return NEWS_FALSE;
	return news_keys_combine(q, has);
}

static bool
matches(const char *vector, const char *query)
{
	NewsStr		image = vector_image(vector);
	NewsPlan   *plan = plan_of(query);
	bool		direct;
	NewsTruth	by_keys;

	if (image.s == NULL || plan == NULL)
	{
		CHECK(false);
		return false;
	}
	direct = news_plan_match(plan, image);
	by_keys = match_by_keys(plan, image);
	CHECK(by_keys == NEWS_MAYBE || (by_keys == NEWS_TRUE) == direct);
	return direct;
}

/* ---- Vectors ---- */

#define LAVROV "person:\"Sergey Lavrov\"/RUS@12+13.1,80+6.2=0.9"
#define DEAL "event:AGREE(place:\"United States\"/USA,\"rebels\",place=\"Geneva\",source=\"Sergey Lavrov\")" \
	"!planned[2016-09-09,2016-09-10)/published@120+6.4=0.85"

static void
test_vector_text(void)
{
	static const char *const same[] = {
		"", "#3021.24", LAVROV, DEAL,
		"date:\"2016-09-10\"[2016-09-10,2016-09-11)/explicit@40+10.1",
		"date:\"PAST_REF\"/vague@1+2.1 duration:\"PT48H\"/explicit@40+10.1",
		"date:\"-0043-03-15\"[-0043-03-15,-0043-03-16)/explicit@1+2.1",
		"event:\"World War II\"@3+12.1", "\"date\":\"x\"@3+1.1", "\"person\":\"x\"", "WEAPON:\"T-90\"/q4@3+4.1=0.0",
		"\"my kind\":\"a \\\"b\\\" \\\\ c\"/\"q 4\"@1+1.0", "event:DIE(,)!occurred/vague@1+4.1=0.5",
		"event:DIE(,person:\"B\"/X)!occurred/vague@1+4.1",
		"#30.2 person:\"A\"@1+1.1 person:\"B\"/DEU@3+1.1 event:ACCUSE(person:\"B\",person:\"A\"/FRA)!negated/vague@5+1.1",
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		CHECK_CSTR(vector_again(same[i]), same[i]);
	/* sorted, joined, and each once */
	CHECK_CSTR(vector_again("place:\"Z\"@9+1.1  person:\"B\"@7+1.1 person:\"A\"@5+1.1 person:\"B\"/X@3+1.1,7+1.1"),
			  "person:\"A\"@5+1.1 person:\"B\"/X@3+1.1,7+1.1 place:\"Z\"@9+1.1");
}

static void
test_vector_errors(void)
{
	static const struct
	{
		const char *text;
		int			at;
	}			bad[] = {
		{"person", 6}, {"person:", 7}, {"person:x", 7}, {"person:\"x", 7}, {"person:\"\"", 7}, {"person:\"x\"@0+1.1", 11},
		{"person:\"x\"@1+1.1=2", 17}, {"person:\"x\"@1+1", 14}, {"person:\"x\"person:\"y\"", 10}, {"date:\"x\"", 8},
		{"date:\"x\"[2016-02-30,2016-03-01)/vague", 9}, {"date:\"x\"[2016-02-03,2016-02-03)/vague", 8},
		{"event:agree()!occurred/vague@1+1.1", 6}, {"event:AGREE(\"a\",\"b\",\"c\")!occurred/vague@1+1.1", 20},
		{"event:AGREE(,)!happened/vague@1+1.1", 14}, {"#99999999999.1", 1}, {"person:\"\xff\"", 8},
		{"person:\"x\"@99999999999+1.1", 11},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
	{
		NewsVector	v;
		NewsError	error = {0};

		CHECK(!news_vector_parse(&arena, news_str(bad[i].text), &v, &error));
		CHECK_INT(error.at, bad[i].at);
		CHECK(error.what != NULL);
	}
}

static void
test_vector_concat(void)
{
	NewsVector	a,
				b,
				both;
	NewsError	error;
	NewsStr		image;

	CHECK(news_vector_parse(&arena, NEWS_STR("#10.1 person:\"A\"@1+1.1"), &a, &error));
	CHECK(news_vector_parse(&arena, NEWS_STR("#20.2 person:\"A\"@1+1.1 event:DIE(,)!occurred/vague@5+4.2"), &b, &error));
	CHECK(news_vector_concat(&arena, &a, &b, &both));
	image = news_vector_encode(&arena, &both);
	CHECK(news_vector_decode(&arena, image, &both, &error));
	CHECK_CSTR(news_vector_print(&arena, &both).s,
			  "#30.3 person:\"A\"@1+1.1,11+1.2 event:DIE(,)!occurred/vague@15+4.3");
}

/* Every image with a byte changed or cut off is refused, or decodes to something that can be encoded. */
static void
test_vector_images(void)
{
	NewsStr		image = vector_image(LAVROV " date:\"2016-09-10\"[2016-09-10,2016-09-11)/explicit@40+10.1 " DEAL);
	char	   *copy = news_strndup(&arena, image.s, image.len);
	NewsVector	v;
	NewsError	error;

	for (uint32_t i = 0; i < image.len; i++)
	{
		CHECK(!news_vector_decode(&arena, (NewsStr) {image.s, i}, &v, &error));
		for (int bit = 0; bit < 8; bit++)
		{
			NewsStr		changed = {copy, image.len};
			uint32_t	n;

			copy[i] ^= (char) (1 << bit);
			if (news_vector_decode(&arena, changed, &v, &error))
			{
				NewsStr		again = news_vector_encode(&arena, &v);

				CHECK(news_vector_decode(&arena, again, &v, &error));
				CHECK(news_str_eq(vector_image(news_vector_print(&arena, &v).s), again));
			}
			news_vector_keys(&arena, changed, NEWS_KEYS_OF_INDEX, &n);
			copy[i] ^= (char) (1 << bit);
		}
	}
	/* a date with a score */
	CHECK(news_vector_decode(&arena, image, &v, &error));
	v.dates[0].mentions.items[0].score = 50;
	CHECK(!news_vector_decode(&arena, news_vector_encode(&arena, &v), &v, &error));
}

/* ---- Queries ---- */

static void
test_query_text(void)
{
	static const char *const same[] = {
		"Lavrov", "person:Lavrov", "person:\"Sergei Lavrov\"", "place:US", "organization:Nusr:*", "Nusr:*", "U.S.",
		"date:2016-09-10", "date:2016-09", "date:2016", "date:2016-09-01..2016-09-15", "date:2016-09-01..",
		"date:..2016-09-15", "event:AGREE", "event:AGREE(USA,RUS)", "event:ASSAULT(,SYR)@2016-09", "event:AGREE!planned",
		"event:AGREE!!planned", "event:AGREE(USA)!planned,possible", "event:*", "event:*(person:\"A B\",WEAPON:T:*)",
		"event:\"World War II\"", "event:\"NATO\"", "\"event\":*", "\"date\":x", "person:*", "\"person\":*", "event:*(group:*,person:*)", "event:DIE(,event:*)", "WEAPON:T-90", "\"my kind\":x",
		"a & b | c & !d", "a & (b | c)", "!(a | b)", "!!a", "a & (b & c)", "a & b & c", "a | b & c",
		"person:Kerry <s> person:Lavrov & b", "!a <s> b | c", "\"a \\\" b\"",
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		CHECK_CSTR(query_again(same[i]), same[i]);
	CHECK_CSTR(query_again(" ( a&b )|\"c\" "), "a & b | c");
	CHECK_CSTR(query_again("date:2016-Q3"), "date:2016-07-01..2016-09-30");
	CHECK_CSTR(query_again("date:2016-W36"), "date:2016-09-05..2016-09-11");
	CHECK_CSTR(query_again("date:2016-09..2016-10"), "date:2016-09-01..2016-10-31");
	CHECK_CSTR(query_again("event:AGREE!planned,occurred,ongoing,possible"), "event:AGREE!!negated");
	CHECK_CSTR(query_again("Person:x"), "person:x");
	CHECK_CSTR(query_again("event:Brexit"), "event:\"Brexit\"");
	CHECK_CSTR(query_again("event:AGREE( USA , RUS )"), "event:AGREE(USA,RUS)");
}

static void
test_query_errors(void)
{
	static const struct
	{
		const char *text;
		int			at;
	}			bad[] = {
		{"", 0}, {"  ", 2}, {"a b", 2}, {"a &", 3}, {"& a", 0}, {"(a", 0}, {"a)", 1}, {"()", 1}, {"person:", 7},
		{"person:\"", 7}, {"a:b:c", 4}, {"date:", 5}, {"date:2016-13", 5}, {"date:2016-02-30", 5}, {"date:2016..2015", 5},
		{"date:2016-09-10x", 5}, {"event:", 6}, {"event:AGREE(", 12}, {"event:AGREE(a,b,c)", 15}, {"event:AGREE!", 12},
		{"event:AGREE!soon", 12}, {"event:AGREE@", 12}, {"event:AGREE !planned", 12}, {"a <s> date:2016", 2},
		{"a <s> b <s> c", 8}, {"a <s> !b", 2}, {"a \"b", 2}, {"a & b c", 6}, {"date:2016-W60", 10}, {"date:2016-Q5", 10},
		{"event:AGREE!!occurred,ongoing,planned,possible,negated", 12}, {"a <x> b", 2}, {"\xc3\x28", 0},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
	{
		CHECK_INT(query_error_at(bad[i].text), bad[i].at);
		if (query_error_at(bad[i].text) != bad[i].at)
			printf("   in %s\n", bad[i].text);
	}
}

/* No depth of nesting or length of text is too much. */
static void
test_query_limits(void)
{
	enum
	{
		N = 200000
	};
	char	   *text = malloc(N + 1);

	memset(text, '(', N);
	text[N] = '\0';
	CHECK(query_error_at(text) >= 0);
	memset(text, '!', N);
	CHECK(query_error_at(text) >= 0);
	for (int i = 0; i < N; i++)
		text[i] = i % 2 ? '&' : 'a';
	CHECK(query_error_at(text) >= 0);
	memset(text, '!', 9000);
	strcpy(text + 9000, "a");
	CHECK(query_again(text) != NULL);
	free(text);
}

/* ---- Matching ---- */

#define ARTICLE "#3000.20 person:\"Sergey Lavrov\"/RUS@12+13.1,80+6.2 person:\"John Kerry\"@200+10.2 " \
	"person:\"Bashar al-Assad\"@300+6.3 organization:\"Jabhat al-Nusra\"@350+10.3 place:\"United States\"/USA@400+2.4 " \
	"group:\"Russian\"/RUS@410+7.4 WEAPON:\"T-90\"/q4@500+4.5 event:\"World War II\"@600+12.6 " \
	"date:\"2016-09\"[2016-09-01,2016-10-01)/explicit@700+9.7 date:\"2016-09-12\"[2016-09-12,2016-09-13)/relative@720+6.7 " \
	"event:AGREE(place:\"United States\"/USA,\"the rebels\"/RUS)!planned[2016-09-09,2016-09-10)/published@120+6.2 " \
	"event:ASSAULT(person:\"Bashar al-Assad\"/SYR,)!occurred[2016-08-01,2016-09-01)/explicit@900+6.9"

static void
test_match(void)
{
	static const char *const yes[] = {
		"Lavrov", "lavrov", "LAVROV", "person:Lavrov", "\"Sergey Lavrov\"", "person:\"sergey lavrov\"", "RUS", "group:RUS",
		"al-Assad", "Assad", "person:Assad", "Nusra:*", "organization:Nusr:*", "Jabhat:*", "\"Jabhat al-N\":*", "Serg:*",
		"person:Lavr:*", "weapon:T-90", "WEAPON:q4", "T90:* | \"T 90\"", "event:\"World War II\"", "\"World War II\"",
		"date:2016-09-10", "date:2016-09-12", "date:2016", "date:2016-09-30..", "date:..2016-09-01", "date:2016-W36",
		"event:AGREE", "event:AGREE(USA,RUS)", "event:AGREE(RUS,USA)", "event:*(,USA)", "event:AGREE(USA,\"the reb\":*)", "event:AGREE(\"United States\",\"the rebels\")",
		"event:AGREE!planned", "event:AGREE!!occurred", "event:AGREE@2016-09", "event:*(Assad)", "event:*(SYR)@2016-08-15",
		"event:*", "event:*!planned", "event:ASSAULT(person:Assad)", "!Merkel", "Lavrov & Kerry", "Merkel | Kerry",
		"Lavrov & !Merkel", "person:Kerry <s> person:Lavrov", "!event:AGREE!negated", "U:* & !Z:*",
		"person:*", "group:*", "place:* & !work:*", "person:* <s> Lavrov", "event:ASSAULT(person:*)", "event:AGREE(place:*,)",
	};
	static const char *const no[] = {
		"Merkel", "Sergey", "place:Lavrov", "John", "person:USA", "Front:*", "Sergey:* & Z:*", "lavro", "al", "organization:Nus",
		"WEAPON:T", "q4", "rus", "date:2016-10-01", "date:2016-08", "date:2015", "event:AGREE(USA,SYR)", "event:*(,SYR)", "event:AGREE!occurred",
		"event:AGREE@2016-10", "event:AGREE(Kerry)", "work:*", "event:ASSAULT(,person:*)", "event:ASSAULT(organization:*)", "event:DIE", "event:*(Lavrov)", "event:ASSAULT!!occurred", "!Lavrov",
		"Lavrov & Merkel", "person:Kerry <s> person:Assad", "rebels", "date:2016-08-31", "event:ASSAULT(,Assad)",
	};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		if (!matches(ARTICLE, yes[i]))
		{
			CHECK(false);
			printf("   %s does not match\n", yes[i]);
		}
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (matches(ARTICLE, no[i]))
		{
			CHECK(false);
			printf("   %s matches\n", no[i]);
		}
}

/* What the keys of an index say by themselves. */
static NewsTruth
keys_say(const char *vector, const char *query)
{
	return match_by_keys(plan_of(query), vector_image(vector));
}

#define TWO_DEALS "event:AGREE(place:\"United States\"/USA,place:\"France\"/FRA)!occurred/published@10+5.1 " \
	"event:AGREE(person:\"Martin Luther King Jr.\"/GBR,place:\"Russia\"/RUS)!occurred/published@90+5.3 " \
	"event:DISASTER(,\"villagers\")!occurred/published@190+5.4 " \
	"event:CONSULT(person:\"Angela Merkel\",person:\"Barack Obama\"/USA)!occurred/published@290+5.5 " \
	"event:ACCUSE(person:\"Angela Merkel\",person:\"Osama bin Laden\")!occurred/published@390+5.6 " \
	"event:ACCUSE(person:\"Barack Obama\"/USA,\"villagers\")!occurred/published@490+5.7"

static void
test_party_keys(void)
{
	static const char *const yes[] = {
		"event:AGREE(USA,FRA)", "event:AGREE(FRA,USA)", "event:*(USA,FRA)", "event:AGREE(USA)", "event:AGREE(,Russia)", "event:*(King)",
		"event:*(FRA)", "event:*(,villagers)", "event:DISASTER(,villagers)", "event:AGREE(place:France,)",
		"event:CONSULT(Merkel,Obama)", "event:CONSULT(Obama,person:Merkel)", "event:ACCUSE(Merkel,\"bin Laden\")", "event:CONSULT(person:Merkel,person:Obama)",
	};
	/* each party stands there, but with another one, or in another role */
	static const char *const no[] = {
		"event:AGREE(USA,RUS)", "event:*(USA,RUS)", "event:*(RUS,FRA)", "event:DISASTER(villagers,)", "event:*(villagers,)", "event:AGREE(Jr,)",
		"event:AGREE(person:France,)", "event:CONSULT(USA,FRA)",
		"event:ACCUSE(Obama,\"bin Laden\")", "event:ACCUSE(\"bin Laden\",Merkel)", "event:CONSULT(Merkel,\"bin Laden\")", "event:CONSULT(place:Merkel,Obama)",
	};
	static const char *const maybe[] = {
		"event:AGREE(\"Martin Luther King Jr.\",)", "event:AGREE(King,Russia)", "event:AGREE(place:USA,FRA)", "event:AGREE(USA,FRA)!occurred",
		"event:AGREE(USA,FRA)@2016", "!event:AGREE(USA,RUS)", "event:CONSULT(\"Angela Merkel\",Obama)", "event:CONSULT(Merkel,USA)",
	};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		if (keys_say(TWO_DEALS, yes[i]) != NEWS_TRUE)
			CHECK_CSTR("not found by keys alone", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (keys_say(TWO_DEALS, no[i]) != NEWS_FALSE)
			CHECK_CSTR("not ruled out by keys alone", no[i]);
	for (size_t i = 0; i < sizeof(maybe) / sizeof(maybe[0]); i++)
	{
		bool		dated = strchr(maybe[i], '@') != NULL;

		matches(TWO_DEALS, maybe[i]);
		if (!dated && keys_say(TWO_DEALS, maybe[i]) != NEWS_MAYBE)
			CHECK_CSTR("taken as sure", maybe[i]);
	}
}

/* Dates of every shape against days, months, years and ranges: keys say all, and what a look at the dates says. */
static void
test_day_keys(void)
{
	static const char *const dates[] = {
		"[2016-09-10,2016-09-11)", "[2016-12-31,2017-01-02)", "[2016-02-28,2016-03-02)", "[2016-09-05,2016-09-12)", "[2016-09-06,2016-09-13)",
		"[2016-08-29,2016-09-05)", "[2016-09-01,2016-10-01)", "[2016-02-01,2016-03-01)", "[2016-07-01,2016-10-01)", "[2016-12-01,2017-03-01)",
		"[2016-01-01,2017-01-01)", "[2010-01-01,2020-01-01)", "[2015-01-01,2025-01-01)", "[1901-01-01,2001-01-01)", "[-4712-01-01,2016-09-02)",
		"[2016-08-20,2016-09-20)", "[2017-01-30,2017-03-02)", "[2016-01-31,2016-03-01)", "[2016-06-15,2017-06-16)", "[1969-12-29,1970-01-05)", "[0001-01-01,9999-01-01)",
	};
	static const char *const queries[] = {
		"2016-09-10", "2016-09-05", "2016-08-31", "2016-09-01", "2017-01-01", "2016-02-29", "2016-09", "2016-02", "2016-03", "2017-01", "2016",
		"2017", "2017-02", "2010", "2016-W36", "1970-01-01", "1969-12", "2000-12-31", "2016-09-01..2016-09-15", "2016-09-01..2016-10-31", "2015-12-31..2016-01-01",
		"2017-01-01..", "2016-09-02..", "..2016-08-31", "..2009-12-31", "2016-02-15..2019-03-02", "9998-12-31",
	};
	char		vector[200];
	char		query[100];

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		for (size_t k = 0; k < sizeof(queries) / sizeof(queries[0]); k++)
		{
			snprintf(vector, sizeof(vector), "date:\"x\"%s/explicit@1+1.1", dates[i]);
			snprintf(query, sizeof(query), "date:%s", queries[k]);
			if (vector_image(vector).s == NULL)
				continue;		/* a year that the text form does not take */
			matches(vector, query);
			CHECK(keys_say(vector, query) != NEWS_MAYBE);
		}
	CHECK(keys_say("date:\"x\"[2016-09-05,2016-09-12)/explicit@1+1.1", "date:2016-09-11") == NEWS_TRUE);
	CHECK(keys_say("date:\"x\"[2016-09-05,2016-09-12)/explicit@1+1.1", "date:2016-09-12") == NEWS_FALSE);
	CHECK(keys_say("date:\"x\"[2016-12-31,2017-01-02)/explicit@1+1.1", "date:2017-01") == NEWS_TRUE);
	CHECK(keys_say("date:\"x\"[2016-12-01,2017-03-01)/explicit@1+1.1", "date:2017-02") == NEWS_TRUE);
}

/* ---- Generated vectors and queries ---- */

static uint32_t seed = 1;

static uint32_t
any(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (uint32_t) (((uint64_t) seed * n) >> 32);
}

static const char *const kinds[] = {"person", "organization", "place", "group", "event", "WEAPON", "\"date\""};
static const char *const names[] = {
	"Sergey Lavrov", "Lavrov", "John Kerry", "Kerry", "Bashar al-Assad", "Assad", "al-Assad", "US", "Geneva", "Jabhat al-Nusra",
	"Ministry of Foreign Affairs", "Foreign Ministry", "Angela Merkel", "\xc3\x89lys\xc3\xa9" "e Palace", "!!!", "Kim Jong Un",
	"Anna Kovalenko", "Kovalenko", "Anna van der Kovalenko", "Mary J.Kovalenko", "Harbour Relief League", "Port Ellery",
	"Ministry of Tunn", "Ellery", "United Harbour", "Libya", "United States", "Xi Jinping", "the Relief League",
};
/* Parties that are also names of the article, each of a class of its own: see keys.c and partykeys.c. */
static const char *const listed[] = {
	"person:\"Anna Kovalenko\"", "person:\"Anna van der Kovalenko\"/LBY", "person:\"Mary J.Kovalenko\"", "person:\"Kovalenko\"",
	"organization:\"Harbour Relief League\"", "organization:\"Ministry of Tunn\"/q4", "place:\"Port Ellery\"", "place:\"Libya\"/LBY",
	"organization:\"Libya\"/LBY", "place:\"United States\"/USA", "place:\"United States\"/RUS", "person:\"Sergey Lavrov\"/RUS",
	"WEAPON:\"Anna Kovalenko\"", "group:\"Harbour Relief League\"", "place:\"Libya\"", "event:\"Harbour Relief League\"",
};
static const char *const codes[] = {"USA", "RUS", "SYR", "q4", "LBY"};
static const char *const types[] = {"AGREE", "ASSAULT", "OTHER_TYPE"};
static const char *const statuses[] = {"occurred", "ongoing", "planned", "possible", "negated"};

#define PICK(list) (list)[any(sizeof(list) / sizeof((list)[0]))]

static int
put_party(char *out, size_t size)
{
	if (any(3) == 0)
		return snprintf(out, size, "%s", "");
	if (any(3) == 0)
		return snprintf(out, size, "\"%s\"", PICK(names));
	if (any(2))
		return snprintf(out, size, "%s", PICK(listed));
	return snprintf(out, size, "%s:\"%s\"%s%s", PICK(kinds), PICK(names), any(2) ? "/" : "/Z", PICK(codes));
}

static NewsDay
any_day(void)
{
	return 17000 + (NewsDay) any(500);
}

static void
make_vector(char *out, size_t size)
{
	size_t		n = 0;
	char		from[NEWS_DAY_SIZE],
				to[NEWS_DAY_SIZE];

	out[0] = '\0';
	for (uint32_t i = any(6); i; i--)
		n += (size_t) snprintf(out + n, size - n, "%s:\"%s\"%s%s@%u+3.%u ", PICK(kinds), PICK(names), any(2) ? "/" : "/Y",
							   PICK(codes), any(100) + 1, any(4));
	for (uint32_t i = any(5); i; i--)
		n += (size_t) snprintf(out + n, size - n, "%s@%u+3.%u ", PICK(listed), any(100) + 1, any(4));
	for (uint32_t i = any(3); i; i--)
	{
		NewsDay		day = any_day();

		from[news_day_print(day, from)] = '\0';
		to[news_day_print(day + 1 + (NewsDay) (any(2) ? 0 : any(400)), to)] = '\0';
		n += (size_t) snprintf(out + n, size - n, "date:\"x\"[%s,%s)/explicit@1+1.1 ", from, to);
	}
	for (uint32_t i = any(3); i; i--)
	{
		NewsDay		day = any_day();

		n += (size_t) snprintf(out + n, size - n, "event:%s(", PICK(types));
		n += (size_t) put_party(out + n, size - n);
		n += (size_t) snprintf(out + n, size - n, ",");
		n += (size_t) put_party(out + n, size - n);
		from[news_day_print(day, from)] = '\0';
		to[news_day_print(day + 1 + (NewsDay) any(40), to)] = '\0';
		n += (size_t) snprintf(out + n, size - n, ")!%s[%s,%s)/published@1+1.1 ", PICK(statuses), from, to);
	}
}

static size_t
put_query_name(char *out, size_t size)
{
	char		name[64];
	bool		prefix = any(4) == 0;

	snprintf(name, sizeof(name), "%s", any(5) ? PICK(names) : PICK(codes));
	if (prefix)
		name[1 + any((uint32_t) strlen(name))] = '\0';
	while (name[0] && (unsigned char) name[strlen(name) - 1] >= 0x80)
		name[strlen(name) - 1] = '\0';
	if (name[0] == '\0')
		strcpy(name, "x");
	if (any(12) == 0)
		return (size_t) snprintf(out, size, "%s:*", news_kind_names[any(4)]);
	if (any(2))
		return (size_t) snprintf(out, size, "%s:\"%s\"%s", PICK(kinds), name, prefix ? ":*" : "");
	return (size_t) snprintf(out, size, "\"%s\"%s", name, prefix ? ":*" : "");
}

static size_t
put_query_days(char *out, size_t size)
{
	NewsDay		day = any_day();
	char		from[NEWS_DAY_SIZE],
				to[NEWS_DAY_SIZE];

	from[news_day_print(day, from)] = '\0';
	to[news_day_print(day + (NewsDay) any(60), to)] = '\0';
	switch (any(5))
	{
		case 0:
			from[7] = '\0';
			return (size_t) snprintf(out, size, "%s", from);
		case 1:
			return (size_t) snprintf(out, size, "%s..%s", from, to);
		case 2:
			return (size_t) snprintf(out, size, "%s..", from);
		case 3:
			return (size_t) snprintf(out, size, "..%s", from);
		default:
			return (size_t) snprintf(out, size, "%s", from);
	}
}

static size_t
put_query_event(char *out, size_t size)
{
	size_t		n = (size_t) snprintf(out, size, "event:%s", any(4) ? PICK(types) : "*");

	if (any(2))
	{
		n += (size_t) snprintf(out + n, size - n, "(");
		if (any(3))
			n += put_query_name(out + n, size - n);
		n += (size_t) snprintf(out + n, size - n, ",");
		if (any(2))
			n += put_query_name(out + n, size - n);
		n += (size_t) snprintf(out + n, size - n, ")");
	}
	if (any(4) == 0)
	{
		n += (size_t) snprintf(out + n, size - n, "@");
		n += put_query_days(out + n, size - n);
	}
	if (any(3) == 0)
		n += (size_t) snprintf(out + n, size - n, "!%s%s", any(2) ? "!" : "", PICK(statuses));
	return n;
}

static void
make_query(char *out, size_t size)
{
	size_t		n = 0;
	uint32_t	terms = 1 + any(4);
	uint32_t	open = 0;

	for (uint32_t i = 0; i < terms; i++)
	{
		if (i)
			n += (size_t) snprintf(out + n, size - n, any(2) ? " & " : " | ");
		if (any(4) == 0)
			n += (size_t) snprintf(out + n, size - n, "!");
		if (any(4) == 0 && i + 1 < terms)
		{
			n += (size_t) snprintf(out + n, size - n, "(");
			open++;
		}
		switch (any(5))
		{
			case 0:
				n += (size_t) snprintf(out + n, size - n, "date:");
				n += put_query_days(out + n, size - n);
				break;
			case 1:
				n += put_query_event(out + n, size - n);
				break;
			case 2:
				n += put_query_name(out + n, size - n);
				n += (size_t) snprintf(out + n, size - n, " <s> ");
				n += put_query_name(out + n, size - n);
				break;
			default:
				n += put_query_name(out + n, size - n);
		}
		if (open && any(2))
		{
			n += (size_t) snprintf(out + n, size - n, ")");
			open--;
		}
	}
	while (open--)
		n += (size_t) snprintf(out + n, size - n, ")");
}

/* The image with a filter that refuses nothing. */
static NewsStr
unfiltered(NewsStr image)
{
	char	   *bytes = news_strndup(&arena, image.s, image.len);
	NewsStr		filter = news_vector_filter(image);

	memset(bytes + (filter.s - image.s), 0xFF, filter.len);
	return (NewsStr) {bytes, image.len};
}

static void
test_generated(void)
{
	enum
	{
		VECTORS = 100, QUERIES = 600
	};
	static char text[4096];
	NewsStr		images[VECTORS];
	NewsStr		open[VECTORS];
	uint32_t	found = 0,
				refused = 0,
				maybe = 0;

	for (int i = 0; i < VECTORS; i++)
	{
		const char *printed;

		make_vector(text, sizeof(text));
		images[i] = vector_image(text);
		CHECK(images[i].s != NULL);
		open[i] = unfiltered(images[i]);
		printed = vector_again(text);
		CHECK_CSTR(vector_again(printed), printed);
	}
	for (int k = 0; k < QUERIES; k++)
	{
		NewsPlan   *plan;
		const char *printed;

		make_query(text, sizeof(text));
		plan = plan_of(text);
		if (plan == NULL)
		{
			CHECK(false);
			printf("   %s\n", text);
			continue;
		}
		printed = query_again(text);
		CHECK_CSTR(query_again(printed), printed);
		for (int i = 0; i < VECTORS; i++)
		{
			bool		direct = news_plan_match(plan, images[i]);
			NewsTruth	by_keys = match_by_keys(plan, images[i]);

			found += direct;
			refused += !news_plan_may_match(plan, news_vector_filter(images[i]));
			CHECK(news_plan_match(plan, open[i]) == direct);
			/* what stands behind "!" is checked once more, whatever the keys say */
			maybe += by_keys == NEWS_MAYBE && strchr(text, '!') == NULL;
			if (by_keys != NEWS_MAYBE && (by_keys == NEWS_TRUE) != direct)
			{
				CHECK(false);
				printf("   %s: %d, by keys %d\n", text, direct, by_keys);
			}
		}
	}
	CHECK(found > VECTORS * QUERIES / 10);
	CHECK(refused > VECTORS * QUERIES / 10);
	CHECK(maybe < VECTORS * QUERIES / 5);
}

/* ---- Statistics ---- */

static int
compare_shares(const void *a, const void *b)
{
	int64_t		x = *(const int64_t *) a;
	int64_t		y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/* What is in a table of shares is found with its share, what is not is not. */
static void
test_shares(void)
{
	enum
	{
		N = 3000
	};
	static int64_t items[N];
	NewsShares	shares = {items, N, 0, 0};
	char		name[20];

	for (int i = 0; i < N; i++)
		items[i] = news_share_pack((NewsStr) {name, (uint32_t) sprintf(name, "n%d", i)}, (float) (i + 1) / N);
	qsort(items, N, sizeof(*items), compare_shares);
	for (int i = 0; i < 2 * N; i++)
	{
		double		share = news_share_of(&shares, (NewsStr) {name, (uint32_t) sprintf(name, "n%d", i)});
		double		right = i < N ? (i + 1.0) / N : 0;

		CHECK(share >= right * 0.9999 && share <= right * 1.0001);
	}
	CHECK(news_share_of(&(NewsShares) {NULL, 0, 0, 0}, NEWS_STR("n1")) == 0);
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_vector_text();
	test_vector_errors();
	test_vector_concat();
	test_vector_images();
	test_query_text();
	test_query_errors();
	test_query_limits();
	test_shares();
	test_match();
	test_party_keys();
	test_day_keys();
	test_generated();
	news_arena_release(&arena);
	return check_done();
}
