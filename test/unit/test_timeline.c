/*
 * test_timeline.c
 *	  What many articles say: pooled strings, events put together, days of writing
 *	  found.
 */
#include "check.h"

#include <stdio.h>

#include "base/calendar.h"
#include "timeline/dating.h"
#include "timeline/occasions.h"

static NewsArena arena;

static NewsVector *
vector(const char *text)
{
	NewsVector *v = NEWS_NEW0(&arena, NewsVector, 1);
	NewsVector	parsed;
	NewsError	error;

	CHECK(news_vector_parse(&arena, news_str(text), &parsed, &error));
	/* as stored: mentions and events in their order */
	CHECK(news_vector_decode(&arena, news_vector_encode(&arena, &parsed), v, &error));
	return v;
}

/* ---- Pool ---- */

static void
test_pool(void)
{
	NewsPool	pool;
	char		word[16];
	uint32_t	first;

	news_pool_init(&pool, &arena);
	CHECK_INT(news_pool_add(&pool, NEWS_NO_STR), 0);
	CHECK_STR(news_pool_get(&pool, 0), NULL);
	first = news_pool_add(&pool, NEWS_STR("Oslo"));
	CHECK_INT(news_pool_add(&pool, NEWS_STR("Oslo")), first);
	CHECK(news_pool_add(&pool, NEWS_STR("")) != 0);
	for (int i = 0; i < 5000; i++)
		news_pool_add(&pool, (NewsStr) {word, (uint32_t) snprintf(word, sizeof(word), "word %d", i % 2500)});
	CHECK_INT(pool.n, 2503);
	CHECK_INT(news_pool_add(&pool, NEWS_STR("Oslo")), first);
	CHECK_STR(news_pool_get(&pool, first), "Oslo");
}

/* ---- Events ---- */

#define NORWAY_CHILE "#50.1 event:AGREE(place:\"Norway\"/NOR,place:\"Chile\"/CHL)"

static void
add(NewsTimeline *t, int64_t id, int64_t origin, NewsDay day, const char *text)
{
	NewsTimelineArticle article = {.id = id, .origin = origin, .day = day};

	news_timeline_add(t, &article, vector(text), NULL);
}

static void
test_one_event(void)
{
	NewsTimeline t;
	NewsDay		day = news_day_of(2011, 5, 12);

	news_timeline_init(&t, &arena);
	add(&t, 1, 1, day + 1, NORWAY_CHILE "!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 2, 1, day + 1, NORWAY_CHILE "!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 3, 3, day + 2, "#50.1 event:AGREE(person:\"Ana Rojas\"/CHL,place:\"Norway\"/NOR)!occurred[2011-05-13,2011-05-14)/relative@3+3.1=0.9");
	add(&t, 4, 4, day + 3, NORWAY_CHILE "!negated[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 5, 5, day - 3, NORWAY_CHILE "!planned/vague@3+3.1=0.9");
	news_timeline_finish(&t, NEWS_NO_DAYS);
	CHECK_INT(t.nhappenings, 1);
	CHECK_INT(t.happenings[0].day, day);
	CHECK_INT(t.happenings[0].status, NEWS_OCCURRED);
	CHECK_INT(t.happenings[0].articles, 3);
	CHECK_INT(t.happenings[0].independent, 2);
	CHECK_INT(t.happenings[0].otherwise, 2);
	CHECK_INT(t.articles[t.happenings[0].first_article].id, 5);
	CHECK_INT(t.articles[t.happenings[0].last_article].id, 4);
}

/* What is two days apart, of other parties or outside the days asked for. */
static void
test_other_events(void)
{
	NewsTimeline t;
	NewsDay		day = news_day_of(2011, 5, 12);

	news_timeline_init(&t, &arena);
	add(&t, 1, 1, day, NORWAY_CHILE "!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 2, 2, day, NORWAY_CHILE "!occurred[2011-05-14,2011-05-15)/explicit@3+3.1=0.9");
	add(&t, 3, 3, day, "#50.1 event:AGREE(place:\"Norway\"/NOR,place:\"Peru\"/PER)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 4, 4, day, NORWAY_CHILE "!occurred[2012-05-12,2012-05-13)/explicit@3+3.1=0.9");
	news_timeline_finish(&t, (NewsDays) {day, day + 7});
	CHECK_INT(t.nhappenings, 3);
	CHECK_INT(t.happenings[2].day, day + 2);
	/* told of a day that is still to come: planned */
	CHECK_INT(t.happenings[2].status, NEWS_PLANNED);
}

/* A side that is left out goes to the whole event; where there are two of them it stays. */
static void
test_one_side(void)
{
	NewsTimeline t;
	NewsDay		day = news_day_of(2011, 5, 12);
	const char *one = "#50.1 event:AGREE(,place:\"Chile\"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9";

	news_timeline_init(&t, &arena);
	add(&t, 1, 1, day, NORWAY_CHILE "!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 2, 2, day, one);
	news_timeline_finish(&t, NEWS_NO_DAYS);
	CHECK_INT(t.nhappenings, 1);
	CHECK_INT(t.happenings[0].independent, 2);

	news_timeline_init(&t, &arena);
	add(&t, 1, 1, day, NORWAY_CHILE "!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	add(&t, 2, 2, day, one);
	add(&t, 3, 3, day, "#50.1 event:AGREE(place:\"Peru\"/PER,place:\"Chile\"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9");
	news_timeline_finish(&t, NEWS_NO_DAYS);
	CHECK_INT(t.nhappenings, 3);
}

static void
test_nothing(void)
{
	NewsTimeline t;

	news_timeline_init(&t, &arena);
	news_timeline_finish(&t, NEWS_NO_DAYS);
	CHECK_INT(t.nhappenings, 0);
	add(&t, 1, 1, NEWS_NO_DAY, "#10.1");
	news_timeline_finish(&t, NEWS_NO_DAYS);
	CHECK_INT(t.nhappenings, 0);
}

/* ---- Days of writing ---- */

static NewsVector *
as_of(const char *body, NewsDay day)
{
	NewsOptions *options = NEWS_NEW0(&arena, NewsOptions, 1);

	options->stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES;
	options->published = (NewsPublished) {day != NEWS_NO_DAY, day, 0};
	return news_vector_make(&arena, news_annotate(&arena, body, (uint32_t) strlen(body), options));
}

static void
add_written(NewsDating *d, int64_t id, NewsDay day, bool believed, const char *body)
{
	news_dating_add(d, id, id, day, believed, as_of(body, believed ? day : NEWS_NO_DAY));
	for (int weekday = 0; !believed && weekday < 7; weekday++)
		news_dating_read(d, d->narticles - 1, weekday, as_of(body, news_dating_reference(weekday)), NULL);
}

static void
test_dating(void)
{
	NewsDating	d;
	NewsDay		friday = news_day_of(2011, 5, 13);
	NewsDatingReason reason;

	news_dating_init(&d, &arena);
	add_written(&d, 2, news_day_of(2014, 2, 3), false, "Ana Rojas met Jon Lie in Bergen on Saturday. On Thursday Norway and Chile had signed a fishing agreement in Oslo.");
	add_written(&d, 1, friday, true, "Norway and Chile signed a fishing agreement in Oslo on Thursday, 12 May 2011. Ana Rojas and Jon Lie shook hands.");
	add_written(&d, 3, friday + 2, true, "Ana Rojas met Jon Lie in Bergen on Saturday, two days after Norway and Chile signed a fishing agreement.");
	add_written(&d, 4, NEWS_NO_DAY, false, "Rain fell in Nairobi.");
	news_dating_compare(&d, true);
	news_dating_solve(&d);
	CHECK_INT(d.articles[1].id, 2);
	CHECK_INT(d.articles[1].day, friday + 1);
	CHECK(d.articles[1].score > 0.5f);
	CHECK_INT(news_dating_reasons(&d, 1, &reason, 1), 1);
	CHECK_INT(reason.kind, NEWS_REASON_SAME_DAY);
	CHECK(d.articles[3].day == NEWS_NO_DAY);
	CHECK_INT(d.articles[0].day, friday);
}

/* An occasion whose days are known pins an article that has no date at all. */
static void
test_occasion(void)
{
	NewsDating	d;

	news_dating_init(&d, &arena);
	add_written(&d, 1, news_day_of(2014, 11, 20), true, "Ana Rojas of Chile met Jon Lie of Norway in Oslo on Tuesday.");
	add_written(&d, 2, NEWS_NO_DAY, false, "Ana Rojas of Chile met Jon Lie of Norway at the G20 summit in Brisbane on Saturday.");
	news_dating_compare(&d, false);
	news_dating_solve(&d);
	CHECK(d.articles[1].day >= news_day_of(2014, 11, 15));
	CHECK(d.articles[1].day <= news_day_of(2014, 11, 16));
}

static void
test_occasions_in_order(void)
{
	for (uint32_t i = 0; i < news_noccasions; i++)
	{
		CHECK(news_occasions[i].to >= news_occasions[i].from);
		if (i > 0)
			CHECK(strcmp(news_occasions[i - 1].name, news_occasions[i].name) <= 0);
	}
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_pool();
	test_one_event();
	test_other_events();
	test_one_side();
	test_nothing();
	test_dating();
	test_occasion();
	test_occasions_in_order();
	news_arena_release(&arena);
	return check_done();
}
