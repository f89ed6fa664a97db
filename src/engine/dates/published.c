/*
 * published.c
 *	  The one full date that a short text states: when an article was published.
 */
#include "dates/dates.h"

#include "dates/recognise.h"

/* Longer texts are no statements of a date. */
#define MAX_TEXT 2000

/* Digits s[0 .. n), or -1. */
static int
number(const char *s, uint32_t n)
{
	int			v = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

/* "20160910" */
static bool
parse_compact(NewsStr text, NewsPublished *out)
{
	int			v = text.len == 8 ? number(text.s, 8) : -1;

	if (v < 0 || !news_is_date(v / 10000, v / 100 % 100, v % 100) || v < 16000101)
		return false;
	*out = (NewsPublished) {true, news_day_of(v / 10000, v / 100 % 100, v % 100), 0};
	return true;
}

/* The time behind "2016-09-10" of a timestamp: "T12:30:05Z", " 08:00". */
static int32_t
parse_iso_time(const char *s, uint32_t len)
{
	int			h,
				m,
				sec = 0;

	if (len < 6 || (s[0] != 'T' && s[0] != ' ' && s[0] != 't') || s[3] != ':')
		return 0;
	h = number(s + 1, 2);
	m = number(s + 4, 2);
	if (len >= 9 && s[6] == ':')
		sec = number(s + 7, 2);
	if (h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 60)
		return 0;
	return h * 3600 + m * 60 + sec;
}

/* The first clock time of the text, in seconds of the day; 0 when there is none. */
static int32_t
find_second(const NewsDateGrammar *grammar, const NewsTokens *tokens)
{
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		NewsDateLexeme lx,
					next;
		int			hour;

		news_date_lexeme(grammar, tokens, i, &lx);
		if (lx.atom != NEWS_SHAPE_CLOCK && lx.atom != NEWS_SHAPE_HOURAP)
			continue;
		hour = lx.value;
		if (lx.end < tokens->n && lx.atom == NEWS_SHAPE_CLOCK)
		{
			news_date_lexeme(grammar, tokens, lx.end, &next);
			if (next.word && news_date_word_value(grammar, next.word, NEWS_DC_AMPM) == 12)
				hour = hour % 12 + 12;
		}
		else if (lx.atom == NEWS_SHAPE_HOURAP)
			hour = hour % 12 + (lx.pm ? 12 : 0);
		return hour < 24 ? hour * 3600 + lx.minute * 60 + lx.second : 0;
	}
	return 0;
}

NewsPublished
news_date_parse_published(NewsArena *arena, NewsStr text, NewsStr language)
{
	const NewsDateGrammar *grammar = news_date_grammar(language);
	NewsOptions options = {.stages = NEWS_STAGE_TEXT, .language = language};
	NewsDateMatches matches = {0};
	NewsPublished out = {0};
	NewsDoc    *doc;

	if (grammar == NULL)
		grammar = &news_date_grammars[0];
	while (text.len && (unsigned char) text.s[0] <= ' ')
		text.s++, text.len--;
	while (text.len && (unsigned char) text.s[text.len - 1] <= ' ')
		text.len--;
	if (text.len > MAX_TEXT)
		text.len = MAX_TEXT;
	if (text.len == 0 || parse_compact(text, &out))
		return out;
	if (news_parse_iso_day(text.s, text.len, &out.day))
	{
		out.known = true;
		out.second = parse_iso_time(text.s + 10, text.len - 10);
		return out;
	}
	doc = news_annotate(arena, text.s, text.len, &options);
	news_date_recognise(doc, grammar, &matches);
	for (uint32_t i = 0; i < matches.n; i++)
	{
		const NewsDateParts *p = &matches.items[i].parts;
		NewsDay		day;

		if (!p->day || !p->month || p->year == NEWS_NO_YEAR || p->bc || !news_is_date(p->year, p->month, p->day))
			continue;
		day = news_day_of(p->year, p->month, p->day);
		if (out.known && out.day != day)
			return (NewsPublished) {0};	/* a range, or two dates: which one is not said */
		out.known = true;
		out.day = day;
	}
	if (out.known)
		out.second = find_second(grammar, &doc->tokens);
	return out;
}
