/*
 * datestring.c
 *	  Dates as pages print them.
 *
 * The words of a string are walked with a short memory: a date is a year, a
 * month and a day in one of a few orders, divided by little.
 */
#include "article/datestring.h"

#include "article/tables.h"
#include "base/calendar.h"

#define FIRST_YEAR	1970
#define LAST_YEAR	2100

/* ---- The calendar ---- */

NewsDay
news_article_day(int year, int month, int day)
{
	if (month < 1 || month > 12 || day < 1 || day > news_month_days(year, month))
		return NEWS_NO_DAY;
	return news_day_of(year, month, day);
}

int
news_article_weekday(NewsDay day)
{
	return (int) (((day + 3) % 7 + 7) % 7) + 1;
}

/* ---- Reading ---- */

typedef struct Cursor
{
	const char *s;
	uint32_t	len;
	uint32_t	pos;
} Cursor;

static inline int
peek(const Cursor *c)
{
	return c->pos < c->len ? (unsigned char) c->s[c->pos] : -1;
}

static inline bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

/* Reads a run of digits that has min to max of them. */
static bool
digits(Cursor *c, int min, int max, int *value)
{
	uint32_t	p = c->pos;
	int			v = 0;
	int			n = 0;

	while (p < c->len && is_digit((unsigned char) c->s[p]) && n <= max)
	{
		v = n < 9 ? v * 10 + (c->s[p] - '0') : v;
		n++;
		p++;
	}
	if (n < min || n > max)
		return false;
	c->pos = p;
	*value = v;
	return true;
}

static bool
literal(Cursor *c, const char *s)
{
	size_t		n = strlen(s);

	if (c->len - c->pos < n || memcmp(c->s + c->pos, s, n) != 0)
		return false;
	c->pos += (uint32_t) n;
	return true;
}

static bool
one_of(Cursor *c, const char *set)
{
	int			ch = peek(c);

	if (ch <= 0 || !strchr(set, ch))
		return false;
	c->pos++;
	return true;
}

/* Passes over at most max characters of white space, no-break ones too, and of set. */
static int
skip(Cursor *c, const char *set, int max)
{
	int			n = 0;

	while (n < max)
	{
		int			ch = peek(c);

		if (ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r' || (ch > 0 && strchr(set, ch)))
			c->pos++;
		else if (!literal(c, "\xC2\xA0") && !literal(c, "\xE2\x80\xAF") && !(*set && literal(c, "\xE2\x80\x93")))
			break;
		n++;
	}
	return n;
}

/* Reads a word of letters if the calendar knows it; returns its value there. */
static uint32_t
calendar_word(Cursor *c)
{
	NewsStr		rest = {c->s + c->pos, c->len - c->pos < 40 ? c->len - c->pos : 40};
	uint32_t	pos = 0;
	NewsRawWord word;
	uint32_t	value;

	if (!news_raw_word(rest, &pos, &word) || word.start != 0 || (word.flags & NEWS_RAW_NUMBER))
		return 0;
	value = news_hash_find(&news_article_calendar, word.hash);
	if (value)
		c->pos += word.end;
	return value;
}

/* "de", "of", "del": what stands between the parts of a date in Romance languages. */
static void
skip_particle(Cursor *c)
{
	static const char *const particles[] = {"de ", "del ", "of ", "da ", "d'", "the "};

	for (size_t i = 0; i < sizeof(particles) / sizeof(particles[0]); i++)
		if (literal(c, particles[i]))
			return;
}

static bool
year_of(Cursor *c, int *year)
{
	Cursor		try = *c;

	if (!digits(&try, 4, 4, year) || *year < FIRST_YEAR || *year > LAST_YEAR)
		return false;
	*c = try;
	return true;
}

/* ---- Time of day ---- */

static void
read_offset(Cursor *c, NewsDateString *date)
{
	Cursor		try = *c;
	int			hours,
				minutes = 0;

	skip(&try, "", 1);
	if (one_of(&try, "Zz") || literal(&try, "GMT") || literal(&try, "UTC"))
	{
		date->utc = true;
		*c = try;
		return;
	}
	if (!one_of(&try, "+-") || !digits(&try, 2, 4, &hours))
		return;
	if (hours >= 100)
	{
		minutes = hours % 100;
		hours /= 100;
	}
	else if (one_of(&try, ":") && !digits(&try, 2, 2, &minutes))
		return;
	date->utc = hours == 0 && minutes == 0;
	*c = try;
}

/* "10:31 pm", "T10:31:00+02:00", ", 10.31 Uhr", "at 10:31", "um 10:31" behind a date. */
static void
read_time(Cursor *c, NewsDateString *date)
{
	Cursor		try = *c;
	int			hour,
				minute,
				second = 0;
	char		separator;

	if (!one_of(&try, "T"))
	{
		skip(&try, ",-|@(/", 6);
		if (literal(&try, "at ") || literal(&try, "um ") || literal(&try, "\xC3\xA0 ") || literal(&try, "alle ") ||
			literal(&try, "om ") || literal(&try, "kl ") || literal(&try, "kl. ") || literal(&try, "a las ") || literal(&try, "\xC3\xA0s "))
			skip(&try, "", 1);
	}
	if (!digits(&try, 1, 2, &hour) || hour > 24)
		return;
	separator = (char) (peek(&try) > 0 ? peek(&try) : 0);
	if (!one_of(&try, ":.hH") || !digits(&try, 2, 2, &minute) || minute > 59)
		return;
	if (separator == ':' && peek(&try) == ':')
	{
		try.pos++;
		if (!digits(&try, 2, 2, &second) || second > 60)
			return;
		if (one_of(&try, ".,"))
		{
			int			fraction;

			(void) digits(&try, 1, 9, &fraction);
		}
	}
	*c = try;
	skip(&try, "", 1);
	if (one_of(&try, "pP") && (literal(&try, "m") || literal(&try, "M") || literal(&try, ".m") || literal(&try, ".M")))
		hour = hour < 12 ? hour + 12 : hour;
	else
	{
		try = *c;
		skip(&try, "", 1);
		if (one_of(&try, "aA") && (literal(&try, "m") || literal(&try, "M") || literal(&try, ".m") || literal(&try, ".M")))
			hour = hour == 12 ? 0 : hour;
		else
			try = *c;
	}
	*c = try;
	date->timed = true;
	date->second = hour % 24 * 3600 + minute * 60 + (second < 60 ? second : 59);
	read_offset(c, date);
}

/* ---- Forms ---- */

static bool
finish(Cursor *c, const Cursor *end, NewsDateString *date, NewsDateForm form, int year, int month, int day)
{
	date->day = news_article_day(year, month, day);
	if (date->day == NEWS_NO_DAY)
		return false;
	date->form = form;
	*c = *end;
	read_time(c, date);
	return true;
}

/* 2016-09-03, 2016/9/3, 2016.09.03, 2016年9月3日 */
static bool
year_first(Cursor *c, NewsDateString *date)
{
	Cursor		try = *c;
	int			year,
				month,
				day;
	int			separator;

	if (!year_of(&try, &year))
		return false;
	separator = peek(&try);
	if (literal(&try, "\xE5\xB9\xB4") || literal(&try, "\xEB\x85\x84"))
	{
		skip(&try, "", 1);
		if (!digits(&try, 1, 2, &month) || (!literal(&try, "\xE6\x9C\x88") && !literal(&try, "\xEC\x9B\x94")))
			return false;
		skip(&try, "", 1);
		return digits(&try, 1, 2, &day) && finish(c, &try, date, NEWS_DATE_ISO, year, month, day);
	}
	if (!one_of(&try, "-/._") || !digits(&try, 1, 2, &month) || peek(&try) != separator)
		return false;
	try.pos++;
	if (!digits(&try, 1, 2, &day) || is_digit(peek(&try)))
		return false;
	return finish(c, &try, date, NEWS_DATE_ISO, year, month, day);
}

/* 20160903, 20160903T1030, 20160903103000 */
static bool
compact(Cursor *c, NewsDateString *date)
{
	Cursor		try = *c;
	int			v,
				rest;

	if (digits(&try, 14, 14, &v))
	{
		try = (Cursor) {c->s, c->pos + 8, c->pos};
		rest = digits(&try, 8, 8, &v);
		try = (Cursor) {c->s, c->len, c->pos + 14};
		if (!rest)
			return false;
	}
	else if (!digits(&try, 8, 8, &v))
		return false;
	if (v / 10000 < 1990 || v / 10000 > LAST_YEAR)
		return false;
	return finish(c, &try, date, NEWS_DATE_COMPACT, v / 10000, v / 100 % 100, v % 100);
}

/* 3.9.2016, 03/09/2016, 3-9-2016, 03.09.16 */
static bool
numeric(Cursor *c, bool month_first, NewsDateString *date)
{
	Cursor		try = *c;
	int			a,
				b,
				year;
	int			separator;

	if (!digits(&try, 1, 2, &a))
		return false;
	separator = peek(&try);
	if (!one_of(&try, "./-") || !digits(&try, 1, 2, &b) || peek(&try) != separator)
		return false;
	try.pos++;
	if (separator == '.')
		skip(&try, "", 1);
	if (!year_of(&try, &year))
	{
		if (!digits(&try, 2, 2, &year) || is_digit(peek(&try)) || separator == '-')
			return false;
		year += year < 70 ? 2000 : 1900;
	}
	if (is_digit(peek(&try)) || peek(&try) == separator)
		return false;
	if (separator == '.')
		month_first = false;
	date->ambiguous = separator != '.' && a <= 12 && b <= 12 && a != b;
	if (a > 12)
		month_first = false;
	else if (b > 12)
		month_first = true;
	return finish(c, &try, date, NEWS_DATE_NUMERIC, year, month_first ? a : b, month_first ? b : a);
}

/* 3 September 2016, 3rd of Sept. 2016, 3. September 2016, 3 de septiembre de 2016, 03-Sep-2016 */
static bool
day_first(Cursor *c, NewsDateString *date)
{
	Cursor		try = *c;
	uint32_t	month;
	int			day,
				year;

	if (!digits(&try, 1, 2, &day))
		return false;
	if (!literal(&try, "st") && !literal(&try, "nd") && !literal(&try, "rd") && !literal(&try, "th") && !literal(&try, "er") &&
		!literal(&try, "\xC2\xBA"))
		one_of(&try, ".");
	skip(&try, "-,/", 3);
	skip_particle(&try);
	month = calendar_word(&try) & 15;
	if (!month)
		return false;
	skip(&try, ".,-/'", 4);
	skip_particle(&try);
	return year_of(&try, &year) && finish(c, &try, date, NEWS_DATE_NAMED, year, (int) month, day);
}

/* September 3, 2016; Sept. 3rd 2016 */
static bool
named_month_first(Cursor *c, uint32_t month, NewsDateString *date)
{
	Cursor		try = *c;
	int			day,
				year;

	skip(&try, ".-/", 3);
	skip_particle(&try);
	if (!digits(&try, 1, 2, &day))
		return false;
	if (!literal(&try, "st") && !literal(&try, "nd") && !literal(&try, "rd"))
		literal(&try, "th");
	skip(&try, ".,-/", 4);
	return year_of(&try, &year) && finish(c, &try, date, NEWS_DATE_NAMED, year, (int) month, day);
}

/* Is the digit or letter at pos inside a word or a number? */
static bool
glued(NewsStr text, uint32_t pos)
{
	unsigned char c;

	if (pos == 0)
		return false;
	c = (unsigned char) text.s[pos - 1];
	return is_digit(c) || (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && !(c == 'T' && pos > 8)) || c == '$';
}

bool
news_date_string(NewsStr text, uint32_t from, bool month_first, NewsDateString *date)
{
	uint32_t	pos = from;
	NewsRawWord word;
	uint32_t	weekday = 0;
	uint32_t	weekday_end = 0;

	while (news_raw_word(text, &pos, &word))
	{
		Cursor		c = {text.s, text.len, word.start};
		uint32_t	value;
		bool		found;

		memset(date, 0, sizeof(*date));
		if (word.flags & NEWS_RAW_NUMBER)
		{
			found = !glued(text, word.start) &&
				(year_first(&c, date) || numeric(&c, month_first, date) || day_first(&c, date) || compact(&c, date));
			if (!found)
				date->ambiguous = false;
		}
		else
		{
			value = word.end - word.start < 30 ? news_hash_find(&news_article_calendar, word.hash) : 0;
			if (value / 16)
			{
				weekday = value / 16;
				weekday_end = word.end;
			}
			c.pos = word.end;
			found = (value & 15) && named_month_first(&c, value & 15, date);
		}
		if (found)
		{
			date->start = word.start;
			date->end = c.pos;
			if (weekday && word.start - weekday_end <= 4)
				date->weekday = (int) weekday;
			return true;
		}
	}
	return false;
}
