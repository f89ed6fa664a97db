/*
 * test_dates.c
 *	  Dates: the calendar, every line of the grammars, and what context decides.
 *
 * A grammar line's example marks what must be found, [expression|value]; nothing
 * else may be.  Its counter-example marks what may be found there, mostly nothing.
 */
#include <stdlib.h>

#include "check.h"
#include "dates/dates.h"
#include "doc.h"

#define WRITTEN "2016-09-14"

/* ---- The calendar ---- */

static void
test_calendar(void)
{
	NewsDay		day;
	int32_t		year;
	char		iso[20];

	CHECK_INT(news_day_of(1970, 1, 1), 0);
	CHECK_INT(news_day_of(2016, 9, 10), 17054);
	CHECK_INT(news_day_of(2000, 14, 1), news_day_of(2001, 2, 1));
	CHECK_INT(news_day_of(2001, 0, 31), news_day_of(2000, 12, 31));
	CHECK_INT(news_day_of(2000, 3, 0), news_day_of(2000, 2, 29));
	CHECK_INT(news_day_of(3000000, 1, 1), NEWS_NO_DAY);
	for (NewsDay d = -800000; d < 800000; d += 37)
	{
		NewsCivil	c = news_civil_of(d);

		if (!CHECK(news_is_date(c.year, c.month, c.day)) || !CHECK_INT(news_day_of(c.year, c.month, c.day), d))
			break;
	}
	CHECK_INT(news_weekday(news_day_of(2016, 9, 14)), 3);
	CHECK_INT(news_weekday(news_day_of(-500, 1, 1)) >= 1, 1);
	CHECK_INT(news_iso_week(news_day_of(2016, 1, 1), &year), 53);
	CHECK_INT(year, 2015);
	CHECK_INT(news_iso_week(news_day_of(2016, 9, 14), &year), 37);
	CHECK_INT(news_iso_week_start(2016, 37), news_day_of(2016, 9, 12));
	CHECK_INT(news_nth_weekday(2016, 11, 4, 4), news_day_of(2016, 11, 24));
	CHECK_INT(news_nth_weekday(2016, 5, 1, -1), news_day_of(2016, 5, 30));
	CHECK_INT(news_easter(2016), news_day_of(2016, 3, 27));
	CHECK_INT(news_easter(1999), news_day_of(1999, 4, 4));
	CHECK_INT(news_add_months(news_day_of(2016, 1, 31), 1), news_day_of(2016, 2, 29));
	CHECK(news_parse_iso_day("2016-02-29T10", 13, &day) && day == news_day_of(2016, 2, 29));
	CHECK(!news_parse_iso_day("2015-02-29", 10, &day));
	CHECK(!news_parse_iso_day("2015-2-09x", 10, &day));
	CHECK(!news_parse_iso_day("2015", 4, &day));
	iso[news_print_iso_day(news_day_of(987, 6, 5), iso)] = '\0';
	CHECK_STR(news_str(iso), "0987-06-05");
}

/* ---- Lines of the grammars ---- */

typedef struct Marked
{
	char		text[2000];		/* without the marks */
	uint32_t	n;
	struct
	{
		uint32_t	start,
					end;
		const char *value;
		int			value_len;
	}			marks[16];
} Marked;

static void
unmark(const char *s, Marked *out)
{
	uint32_t	n = 0;

	out->n = 0;
	for (; *s && n < sizeof(out->text) - 1; s++)
	{
		if (*s == '[' && out->n < 16)
			out->marks[out->n].start = n;
		else if (*s == '|')
		{
			out->marks[out->n].end = n;
			out->marks[out->n].value = s + 1;
			out->marks[out->n].value_len = (int) strcspn(s + 1, "]");
			s += out->marks[out->n].value_len + 1;
			out->n++;
		}
		else
			out->text[n++] = *s;
	}
	out->text[n] = '\0';
}

/* Prints what was found, for the reader of a failure. */
static void
describe(const Doc *doc, char *out, size_t size)
{
	size_t		n = 0;

	out[0] = '\0';
	for (uint32_t i = 0; i < doc->doc->ndates && n < size; i++)
	{
		const NewsTimex *d = &doc->doc->dates[i];
		NewsStr		s = news_span_str(&doc->doc->tokens, d->first, d->end);
		int			k = snprintf(out + n, size - n, " [%.*s|%.*s]", (int) s.len, s.s, (int) d->value.len, d->value.s);

		n += k > 0 ? (size_t) k : 0;
	}
}

static void
check_marked(const char *file, int line, const char *language, const char *text)
{
	Marked		m;
	Doc			doc = {0};
	bool		ok;
	char		found[1500];
	char		message[4000];

	unmark(text, &m);
	doc.options.stages = NEWS_STAGE_DATES;
	doc.options.language = news_str(language);
	doc.options.published = (NewsPublished) {true, news_day_of(2016, 9, 14), 43200};
	news_arena_init(&doc.arena, &news_malloc_host);
	doc.doc = news_annotate(&doc.arena, m.text, (uint32_t) strlen(m.text), &doc.options);
	ok = doc.doc->ndates >= m.n;
	for (uint32_t i = 0, k = 0; ok && i < doc.doc->ndates; i++)
	{
		const NewsTimex *d = &doc.doc->dates[i];
		const NewsToken *t = doc.doc->tokens.items;

		/* an example may hold other dates before its own, from which it is told */
		if (k < m.n && t[d->first].start == m.marks[k].start)
		{
			ok = t[d->end - 1].end == m.marks[k].end &&
				d->value.len == (uint32_t) m.marks[k].value_len &&
				memcmp(d->value.s, m.marks[k].value, d->value.len) == 0;
			k++;
		}
		else
			ok = m.n > 0 && t[d->end - 1].end < m.marks[m.n - 1].start;
		if (i + 1 == doc.doc->ndates)
			ok = ok && k == m.n;
	}
	describe(&doc, found, sizeof(found));
	snprintf(message, sizeof(message), "%s: found%s", text, found);
	check_count(ok, file, line, message);
	free_doc(&doc);
}

static void
test_grammar(const char *language)
{
	char		path[4096];
	char		line[8192];
	FILE	   *f;
	int			n = 0;

	snprintf(path, sizeof(path), "src/lexicon/dates_%s.tsv", language);
	f = fopen(path, "r");
	if (!CHECK(f != NULL))
		return;
	while (fgets(line, sizeof(line), f))
	{
		char	   *fields[8] = {0};
		int			nfields = 0;

		n++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0' || strncmp(line, "let\t", 4) == 0)
			continue;
		for (char *s = line; s && nfields < 8; nfields++)
		{
			fields[nfields] = s;
			s = strchr(s, '\t');
			if (s)
				*s++ = '\0';
		}
		if (!check_int(nfields, 6, path, n, "number of fields"))
			continue;
		check_marked(path, n, language, fields[4]);
		check_marked(path, n, language, fields[5]);
	}
	fclose(f);
}

/* ---- What context decides ---- */

static void
check_one(const char *text, const char *published, uint32_t i, const char *value, NewsBasis basis)
{
	Doc			doc;

	read_doc(&doc, text, NEWS_STAGE_DATES, published);
	if (CHECK(i < doc.doc->ndates))
	{
		CHECK_STR(doc.doc->dates[i].value, value);
		CHECK_INT(doc.doc->dates[i].basis, basis);
	}
	else
		printf("  in: %s\n", text);
	free_doc(&doc);
}

static void
test_zones(void)
{
	check_one("The vote opens at 3 p.m. GMT on Friday.", WRITTEN, 0, "2016-09-16T15:00Z", NEWS_BASIS_RELATIVE);
	check_one("The bell rang at 9:30 a.m. EST on 5 May 2010.", WRITTEN, 0, "2010-05-05T09:30-05", NEWS_BASIS_EXPLICIT);
	check_one("The train left at 17:45 IST on 5 May 2010.", WRITTEN, 0, "2010-05-05T17:45+0530", NEWS_BASIS_EXPLICIT);
	/* summer time or not: the letters do not tell */
	check_one("The speech began at 8 p.m. ET on 5 May 2010.", WRITTEN, 0, "2010-05-05T20:00", NEWS_BASIS_EXPLICIT);
}

static void
check_none(const char *text)
{
	Doc			doc;

	read_doc(&doc, text, NEWS_STAGE_DATES, WRITTEN);
	if (!CHECK_INT(doc.doc->ndates, 0))
		printf("  in: %s\n", text);
	free_doc(&doc);
}

static void
test_names(void)
{
	check_none("He sang on Saturday Night Live with the band.");
	check_none("Barry and June Miller spoke first.");
	check_none("He asked a 25-year - old girl.");
	check_one("The September 11 attacks changed the law.", "2016-09-14", 0, "2001-09-11", NEWS_BASIS_RELATIVE);
	check_one("The September 11 attacks changed the law.", "1980-09-14", 0, "1980-09-11", NEWS_BASIS_RELATIVE);
}

static void
test_counted_from(void)
{
	check_one("The shop shut two days before 5 May 2010.", WRITTEN, 0, "2010-05-03", NEWS_BASIS_EXPLICIT);
	check_one("They met on the last Friday of May 2010.", WRITTEN, 0, "2010-05-28", NEWS_BASIS_EXPLICIT);
	check_one("They met in the third week of May 2010.", WRITTEN, 0, "2010-W19", NEWS_BASIS_EXPLICIT);
	check_one("They met on the fifth Monday of February 2010.", WRITTEN, 0, "2010-02", NEWS_BASIS_EXPLICIT);
	check_one("The town grew in the 18th and 19th centuries.", WRITTEN, 0, "17", NEWS_BASIS_EXPLICIT);
	check_one("The town grew in the 18th and 19th centuries.", WRITTEN, 1, "18", NEWS_BASIS_EXPLICIT);
	check_one("Exports fell in 2010/11 again.", WRITTEN, 1, "2011", NEWS_BASIS_EXPLICIT);
	check_one("The day before Friday they met.", "", 0, "XXXX-WXX-5", NEWS_BASIS_VAGUE);
}

static void
test_tense(void)
{
	check_one("The minister spoke on Friday.", WRITTEN, 0, "2016-09-09", NEWS_BASIS_RELATIVE);
	check_one("The minister will speak on Friday.", WRITTEN, 0, "2016-09-16", NEWS_BASIS_RELATIVE);
	check_one("The minister spoke on Wednesday.", WRITTEN, 0, "2016-09-14", NEWS_BASIS_RELATIVE);
	check_one("The vote will be held on Friday.", WRITTEN, 0, "2016-09-16", NEWS_BASIS_RELATIVE);
	check_one("The vote was to be held on Friday.", WRITTEN, 0, "2016-09-09", NEWS_BASIS_RELATIVE);
	check_one("The talks are set to resume Monday.", WRITTEN, 0, "2016-09-19", NEWS_BASIS_RELATIVE);
	check_one("They agreed to resume the talks on Monday.", WRITTEN, 0, "2016-09-19", NEWS_BASIS_RELATIVE);
	check_one("The launch is set for Monday.", WRITTEN, 0, "2016-09-19", NEWS_BASIS_RELATIVE);
	check_one("They agreed on Monday to resume the talks.", WRITTEN, 0, "2016-09-12", NEWS_BASIS_RELATIVE);
	check_one("The bank is to reopen on Tuesday.", WRITTEN, 0, "2016-09-20", NEWS_BASIS_RELATIVE);
	check_one("The envoy may leave on Friday.", WRITTEN, 0, "2016-09-16", NEWS_BASIS_RELATIVE);
	check_one("The trial begins on Monday.", WRITTEN, 0, "2016-09-19", NEWS_BASIS_RELATIVE);
	check_one("It is part of a plan to close the mine by February.", WRITTEN, 0, "2017-02", NEWS_BASIS_RELATIVE);
	check_one("Shares fell in December.", WRITTEN, 0, "2015-12", NEWS_BASIS_RELATIVE);
	check_one("The vote is expected in December.", WRITTEN, 0, "2016-12", NEWS_BASIS_RELATIVE);
	check_one("He was born on March 5, 1971.", WRITTEN, 0, "1971-03-05", NEWS_BASIS_EXPLICIT);
}

static void
test_clock_days(void)
{
	check_one("The bridge fell at 10:35 a.m. (0735 GMT) Friday.", WRITTEN, 0, "2016-09-09T10:35", NEWS_BASIS_RELATIVE);
	check_one("The bridge fell at 10:35 a.m. (0735 GMT) Friday.", WRITTEN, 1, "2016-09-09T07:35Z", NEWS_BASIS_RELATIVE);
	check_one("He left at 5 p.m. and returned on Friday.", WRITTEN, 0, "2016-09-14T17:00", NEWS_BASIS_RELATIVE);
	check_one("The gates open at midday.", WRITTEN, 0, "2016-09-14T12:00", NEWS_BASIS_RELATIVE);
}

static void
test_seasons(void)
{
	check_one("They saw the Prague Spring of 1968 end.", WRITTEN, 0, "1968", NEWS_BASIS_EXPLICIT);
	check_one("They came in Spring 1968.", WRITTEN, 0, "1968-SP", NEWS_BASIS_EXPLICIT);
}

static void
test_first(void)
{
	check_one("Profit rose in the first quarter.", WRITTEN, 0, "2016-Q1", NEWS_BASIS_RELATIVE);
	check_one("They met on the first of May.", WRITTEN, 0, "2016-05-01", NEWS_BASIS_RELATIVE);
	check_one("It happened in October 1998. He fled that same day.", WRITTEN, 1, "1998-10-XX", NEWS_BASIS_VAGUE);
}

/* Without a day of writing the value keeps what is not known open, and no days are given. */
static void
test_unpublished(void)
{
	static const char *const texts[][2] = {
		{"They met on Friday.", "XXXX-WXX-5"},
		{"They met on September 10.", "XXXX-09-10"},
		{"They met in May.", "XXXX-05"},
		{"They met yesterday.", "XXXX-XX-XX"},
		{"They met last year.", "XXXX"},
		{"They met last week.", "XXXX-WXX"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
	{
		Doc			doc;

		check_one(texts[i][0], NULL, 0, texts[i][1], NEWS_BASIS_VAGUE);
		read_doc(&doc, texts[i][0], NEWS_STAGE_DATES, NULL);
		CHECK(doc.doc->ndates == 1 && doc.doc->dates[0].during.from == NEWS_NO_DAY);
		free_doc(&doc);
	}
}

static void
test_story(void)
{
	const char *story =
		"In 1807 the duke raised an army. By March 1808 it stood at the river. On 4 May it crossed. "
		"In June the king fled. On 12 August 1809 the town fell. In October peace was made. "
		"In 1811 the duke died. The war had cost much since 1807. In May his son took the throne.";

	check_one(story, WRITTEN, 2, "1808-05-04", NEWS_BASIS_CONTEXT);
	check_one(story, WRITTEN, 3, "1808-06", NEWS_BASIS_CONTEXT);
	check_one(story, WRITTEN, 5, "1809-10", NEWS_BASIS_CONTEXT);
	check_one("He fell on 3 May 1904. Two days later he died.", WRITTEN, 1, "1904-05-05", NEWS_BASIS_CONTEXT);
	check_one("He fell on 3 May 1904. She left the same day.", WRITTEN, 1, "1904-05-03", NEWS_BASIS_CONTEXT);
}

static void
test_ranges(void)
{
	check_one("The talks of May 3-5 failed.", WRITTEN, 0, "2016-05-03", NEWS_BASIS_RELATIVE);
	check_one("The talks of May 3-5 failed.", WRITTEN, 1, "2016-05-05", NEWS_BASIS_RELATIVE);
	check_one("The talks of 3-5 May 2010 failed.", WRITTEN, 0, "2010-05-03", NEWS_BASIS_EXPLICIT);
	check_one("It lasted from April to June 1968.", WRITTEN, 0, "1968-04", NEWS_BASIS_EXPLICIT);
	check_one("It lasted from November to March 1968.", WRITTEN, 0, "1967-11", NEWS_BASIS_EXPLICIT);
	check_one("In 2006-07 it rained.", WRITTEN, 1, "2007", NEWS_BASIS_EXPLICIT);
	check_one("It lasted from 499 to 493 BC.", WRITTEN, 0, "BC0499", NEWS_BASIS_EXPLICIT);
}

static void
test_no_dates(void)
{
	static const char *const texts[] = {
		"You may march on, said Mr. May.",
		"They sat in the sun and saw the walls fall for a second.",
		"Version 10.2.1 beat version 3.1 by 3-1.",
		"Call 555-1990 or 212 555 2010 now and then.",
		"It cost $1990 and 2000 euros, up 1996 points.",
		"A 20-year-old man, 6 feet tall, sat in room 1984.",
		"Read John 3:16 and verse 12.",
		"The 2,016 people came by flight 1999.",
		"She saw High Noon and he saw 60 Minutes of it.",
		"They left with their 6-month-old son.",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
	{
		Doc			doc;
		char		found[1000];

		read_doc(&doc, texts[i], NEWS_STAGE_DATES, WRITTEN);
		describe(&doc, found, sizeof(found));
		if (!CHECK_INT(doc.doc->ndates, i == 3 ? 1 : 0))
			printf("  in: %s found%s\n", texts[i], found);
		free_doc(&doc);
	}
}

/* ---- When an article was published ---- */

static void
check_published(const char *text, const char *language, const char *day, int second)
{
	NewsArena	arena;
	NewsPublished p;
	char		iso[20] = "";

	news_arena_init(&arena, &news_malloc_host);
	p = news_date_parse_published(&arena, news_str(text), news_str(language));
	if (p.known)
		iso[news_print_iso_day(p.day, iso)] = '\0';
	if (!CHECK_STR(news_str(iso), day) || (p.known && !CHECK_INT(p.second, second)))
		printf("  in: %s\n", text);
	news_arena_release(&arena);
}

static void
test_published(void)
{
	check_published("Published 3 September 2016", NULL, "2016-09-03", 0);
	check_published("June 29, 2017", NULL, "2017-06-29", 0);
	check_published("2016-09-10T12:30:05Z", NULL, "2016-09-10", 12 * 3600 + 30 * 60 + 5);
	check_published("2016-09-10 08:00:00", NULL, "2016-09-10", 8 * 3600);
	check_published("Posted: Sat, 10 Sep 2016 14:05", NULL, "2016-09-10", 14 * 3600 + 300);
	check_published("June 29, 2017 10:15 pm ET", NULL, "2017-06-29", 22 * 3600 + 900);
	check_published("Updated 1442 GMT (2242 HKT) September 10, 2016", NULL, "2016-09-10", 14 * 3600 + 42 * 60);
	check_published("9/10/2016", NULL, "2016-09-10", 0);
	check_published("10.09.2016, 14:05 Uhr", "de", "2016-09-10", 14 * 3600 + 300);
	check_published("10/09/2016", "fr", "2016-09-10", 0);
	check_published("20160910", NULL, "2016-09-10", 0);
	check_published("September 10", NULL, "", 0);
	check_published("from 3 May 2016 to 5 May 2016", NULL, "", 0);
	check_published("", NULL, "", 0);
}

int
main(void)
{
	test_calendar();
	test_grammar("en");
	test_grammar("de");
	test_grammar("fr");
	test_grammar("es");
	test_zones();
	test_counted_from();
	test_names();
	test_tense();
	test_clock_days();
	test_seasons();
	test_first();
	test_unpublished();
	test_story();
	test_ranges();
	test_no_dates();
	test_published();
	return check_done();
}
