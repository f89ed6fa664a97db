/*
 * values.c
 *	  Kinds, days and names as the stored form spells them.
 */
#include "vector/vector.h"

#include "base/calendar.h"

#include <stdio.h>
#include <unicode/utf8.h>

static bool
same_ascii_letters(NewsStr a, const char *b)
{
	if (strlen(b) != a.len)
		return false;
	for (uint32_t i = 0; i < a.len; i++)
	{
		char		c = a.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char) (c + 'a' - 'A');
		if (c != b[i])
			return false;
	}
	return true;
}

int
news_kind_of(NewsStr name)
{
	for (int kind = 0; kind < NEWS_OWN_KIND; kind++)
		if (same_ascii_letters(name, news_kind_names[kind]))
			return kind;
	return NEWS_OWN_KIND;
}

NewsStr
news_kind_str(int kind, NewsStr kind_name)
{
	if (kind == NEWS_NO_KIND)
		return NEWS_NO_STR;
	return kind == NEWS_OWN_KIND ? kind_name : news_str(news_kind_names[kind]);
}

int
news_index_of(NewsStr name, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (strlen(names[i]) == name.len && memcmp(names[i], name.s, name.len) == 0)
			return i;
	return -1;
}

bool
news_vector_str_ok(NewsStr s)
{
	uint32_t	i = 0;

	if (s.len == 0 || s.len > NEWS_VECTOR_MAX_STR)
		return false;
	while (i < s.len)
	{
		UChar32		c;

		U8_NEXT(s.s, i, s.len, c);
		if (c <= 0)
			return false;
	}
	return true;
}

bool
news_event_type_ok(NewsStr s)
{
	if (s.len == 0 || s.len > NEWS_EVENT_TYPE_MAX || s.s[0] < 'A' || s.s[0] > 'Z')
		return false;
	for (uint32_t i = 1; i < s.len; i++)
	{
		char		c = s.s[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
			return false;
	}
	return true;
}

uint32_t
news_day_print(NewsDay day, char *out)
{
	int32_t		y,
				m,
				d;
	char		text[32];
	int			n;

	news_day_split(day, &y, &m, &d);
	n = snprintf(text, sizeof(text), "%s%04d-%02d-%02d", y < 0 ? "-" : "", y < 0 ? -y : y, m, d);
	memcpy(out, text, (size_t) n);
	return (uint32_t) n;
}

uint32_t
news_days_value(NewsDays during, char *out)
{
	int32_t		y,
				m,
				d;
	int64_t		days = (int64_t) during.to - during.from;

	if (during.from < NEWS_VECTOR_MIN_DAY || days < 1 || days > 366)
		return 0;
	news_day_split(during.from, &y, &m, &d);
	if (y < 0 || y > 9999)
		return 0;
	news_day_print(during.from, out);
	if (days == 1)
		return 10;
	if (d == 1 && days == news_month_days(y, m))
		return 7;
	if (d == 1 && m == 1 && days == 365 + news_leap_year(y))
		return 4;
	return 0;
}

bool
news_event_mutual(NewsStr type)
{
	return news_str_eq(type, NEWS_STR("AGREE")) || news_str_eq(type, NEWS_STR("CONSULT")) ||
		news_str_eq(type, NEWS_STR("COOPERATE"));
}
