/*
 * daykeys.c
 *	  Keys of days: those of a date, and those that a query asks for.
 *
 * A key of days is the space, a level, and the first day; high byte first, so that
 * memcmp orders them.  Most dates are a day, a week from Monday, a month, a quarter, a
 * year or a decade: a block of a calendar, with a key that says so.  A date of two or
 * three days has the keys of its days.  Any other, such as a winter or the third week
 * of a month, is put in a class by its number of days, and its key has that number, too.
 *
 * To share a day with a block of days is to be a block of it, to be a block that it
 * is part of, or to be such another date.  That is few keys for a day.  For a month it
 * would be a range of days; so all that is no longer than that has a key of each month
 * that it touches, but for months themselves, whose key says it.
 */
#include "query/keylayout.h"

#include "base/calendar.h"

/* The most days of a date that has the keys of its days. */
#define SINGLE_DAYS_MAX		3

typedef struct DayLevel
{
	char		letter;
	int64_t		max;			/* days of the longest block */
} DayLevel;

static const DayLevel levels[] = {
	{NEWS_LEVEL_DAY, 1}, {NEWS_LEVEL_WEEK, 7}, {NEWS_LEVEL_MONTH, NEWS_MONTH_MAX}, {NEWS_LEVEL_QUARTER, 92},
	{NEWS_LEVEL_YEAR, NEWS_YEAR_MAX}, {NEWS_LEVEL_DECADE, 3653}
};
#define NLEVELS ((int) (sizeof(levels) / sizeof(levels[0])))

/* The most days of a class of other dates. */
static const int64_t odd_max[NEWS_ODD_CLASSES] = {NEWS_MONTH_MAX, NEWS_YEAR_MAX, 3660, 36600, INT64_C(1) << 33};

static int32_t
floor_to(int32_t n, int32_t unit)
{
	int32_t		rest = n % unit;

	return n - rest - (rest < 0 ? unit : 0);
}

/* The first day of the block that a day lies in. */
static NewsDay
block_start(char level, NewsDay day)
{
	int32_t		y,
				m,
				d;

	news_day_split(day, &y, &m, &d);
	switch (level)
	{
		case NEWS_LEVEL_WEEK:
			return floor_to(day + 3, 7) - 3;	/* 1970-01-01 was a Thursday */
		case NEWS_LEVEL_MONTH:
		case NEWS_TOUCHED_MONTH:
			return news_day_of(y, m, 1);
		case NEWS_LEVEL_QUARTER:
			return news_day_of(y, 1 + floor_to(m - 1, 3), 1);
		case NEWS_LEVEL_YEAR:
			return news_day_of(y, 1, 1);
		case NEWS_LEVEL_DECADE:
			return news_day_of(floor_to(y, 10), 1, 1);
		default:
			return day;
	}
}

/* The day behind a block, by its first day. */
static NewsDay
block_end(char level, NewsDay start)
{
	int32_t		y,
				m,
				d;

	news_day_split(start, &y, &m, &d);
	switch (level)
	{
		case NEWS_LEVEL_WEEK:
			return start + 7;
		case NEWS_LEVEL_MONTH:
		case NEWS_TOUCHED_MONTH:
			return start + news_month_days(y, m);
		case NEWS_LEVEL_QUARTER:
			return m > 9 ? news_day_of(y + 1, 1, 1) : news_day_of(y, m + 3, 1);
		case NEWS_LEVEL_YEAR:
			return news_day_of(y + 1, 1, 1);
		case NEWS_LEVEL_DECADE:
			return news_day_of(y + 10, 1, 1);
		default:
			return start + 1;
	}
}

/* The level of a date that is a block; 0 where it is none. */
static char
level_of(NewsDays days)
{
	for (int i = 0; i < NLEVELS; i++)
		if (block_start(levels[i].letter, days.from) == days.from && block_end(levels[i].letter, days.from) == days.to)
			return levels[i].letter;
	return 0;
}

static bool
is_level(char level)
{
	for (int i = 0; i < NLEVELS; i++)
		if (levels[i].letter == level)
			return true;
	return false;
}

static int
odd_class(int64_t days)
{
	int			class = 0;

	while (days > odd_max[class])
		class++;
	return class;
}

/* ---- Bytes ---- */

static void
add_u32(NewsKeyBuilder *b, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		news_key_byte(b, (char) (n >> shift & 0xFF));
}

static uint32_t
get_u32(const char *s)
{
	uint32_t	n = 0;

	for (int i = 0; i < 4; i++)
		n = n << 8 | (unsigned char) s[i];
	return n;
}

static void
make_key(NewsKeyBuilder *b, char space, char level, NewsDay from)
{
	news_key_begin(b, space);
	news_key_byte(b, level);
	add_u32(b, (uint32_t) from ^ UINT32_C(0x80000000));
}

bool
news_key_get_days(NewsStr key, NewsDays *days)
{
	char		level;
	int64_t		to;

	if (key.len != 6 && key.len != 10)
		return false;
	level = key.s[1];
	days->from = (NewsDay) (get_u32(key.s + 2) ^ UINT32_C(0x80000000));
	if (key.len == 6)
	{
		days->to = block_end(level, days->from);
		return is_level(level) || level == NEWS_TOUCHED_MONTH;
	}
	to = (int64_t) days->from + get_u32(key.s + 6);
	days->to = (NewsDay) to;
	return to <= INT32_MAX && level >= NEWS_LEVEL_ODD && level < NEWS_LEVEL_ODD + NEWS_ODD_CLASSES;
}

/* ---- Of a date ---- */

static void
add_block(NewsKeyList *list, char space, char level, NewsDay from)
{
	NewsKeyBuilder b;

	make_key(&b, space, level, from);
	news_key_list_add(list, &b);
}

static void
add_odd(NewsKeyList *list, char space, NewsDays days)
{
	int64_t		len = (int64_t) days.to - days.from;
	NewsKeyBuilder b;

	make_key(&b, space, (char) (NEWS_LEVEL_ODD + odd_class(len)), days.from);
	add_u32(&b, (uint32_t) len);
	news_key_list_add(list, &b);
}

/* The months that it touches: of a date that is no longer than a month up to three, as February lies within 31 days. */
static void
add_touched(NewsKeyList *list, char space, NewsDays days)
{
	NewsDay		month = block_start(NEWS_TOUCHED_MONTH, days.from);

	for (int i = 0; i < 3 && month < days.to; i++)
	{
		add_block(list, space, NEWS_TOUCHED_MONTH, month);
		month = block_end(NEWS_TOUCHED_MONTH, month);
	}
}

void
news_add_day_keys(NewsKeyList *list, char space, NewsDays days)
{
	int64_t		len = (int64_t) days.to - days.from;
	char		level;

	if (days.from == NEWS_NO_DAY)
		return;
	level = level_of(days);
	if (len <= SINGLE_DAYS_MAX)
		for (NewsDay day = days.from; day < days.to; day++)
			add_block(list, space, NEWS_LEVEL_DAY, day);
	else if (level)
		add_block(list, space, level, days.from);
	else
		add_odd(list, space, days);
	if (len <= NEWS_MONTH_MAX && level != NEWS_LEVEL_MONTH)
		add_touched(list, space, days);
}

/* ---- Of a query ---- */

/* Blocks of the level that share a day with these: one key where it is one block. */
static void
want_blocks(NewsQueryKeys *q, char space, char level, NewsDays days)
{
	NewsDay		first = block_start(level, days.from);
	NewsKeyBuilder b;
	bool		one = days.to != NEWS_QUERY_LAST_DAY && first == block_start(level, days.to - 1);

	make_key(&b, space, level, first);
	news_query_key_add(q, &b, one ? NEWS_KEY_EXACT : NEWS_KEY_DAYS)->days = days;
}

/* Other dates of the class: from the first one that may reach into these days. */
static void
want_odd(NewsQueryKeys *q, char space, int class, NewsDays days)
{
	int64_t		from = (int64_t) days.from - odd_max[class] + 1;
	NewsKeyBuilder b;

	make_key(&b, space, (char) (NEWS_LEVEL_ODD + class), (NewsDay) (from < INT32_MIN ? INT32_MIN : from));
	news_query_key_add(q, &b, NEWS_KEY_DAYS)->days = days;
}

/* Are they whole months? An open end is one's. */
static bool
whole_months(NewsDays days)
{
	return (days.from == NEWS_QUERY_FIRST_DAY || block_start(NEWS_LEVEL_MONTH, days.from) == days.from) &&
		(days.to == NEWS_QUERY_LAST_DAY || block_start(NEWS_LEVEL_MONTH, days.to) == days.to);
}

void
news_query_day_keys(NewsQueryKeys *q, char space, NewsDays days)
{
	bool		touched = whole_months(days);
	int64_t		len = touched ? NEWS_MONTH_MAX : 0;

	/* dates of up to so many days by the months that they touch, or are; the others by what they are */
	if (touched)
		want_blocks(q, space, NEWS_TOUCHED_MONTH, days);
	for (int i = 0; i < NLEVELS; i++)
		if (levels[i].max > len || levels[i].letter == NEWS_LEVEL_MONTH)
			want_blocks(q, space, levels[i].letter, days);
	for (int class = 0; class < NEWS_ODD_CLASSES; class++)
		if (odd_max[class] > len)
			want_odd(q, space, class, days);
}

int
news_day_key_compare(const NewsQueryKey *wanted, NewsStr key)
{
	NewsDays	days;

	if (memcmp(key.s, wanted->key.s, key.len < 2 ? key.len : 2) != 0 || !news_key_get_days(key, &days))
		return 1;
	if (days.from >= wanted->days.to)
		return 1;
	return days.to > wanted->days.from ? 0 : -1;
}
