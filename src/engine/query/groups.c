/*
 * groups.c
 *	  Groups of keys, for statistics.
 */
#include "query/estimate.h"

#include "base/calendar.h"
#include "query/keylayout.h"

typedef struct GroupList
{
	NewsStr    *groups;
	uint32_t	n;
	char	   *at;
} GroupList;

static void
add(GroupList *list, const char *s, uint32_t len)
{
	memcpy(list->at, s, len);
	list->groups[list->n++] = (NewsStr) {list->at, len};
	list->at += len;
}

static void
add_block(GroupList *list, char space, char unit, NewsDay from, NewsDay to)
{
	NewsKeyBuilder b;

	news_key_block(&b, space, unit, (NewsDays) {from, to});
	add(list, b.bytes, b.len);
}

/* The first and the last month, or year, of the days. */
static void
add_blocks(GroupList *list, char space, NewsDays days)
{
	NewsDay		ends[2] = {days.from, days.to - 1};
	int32_t		y[2],
				m[2],
				d;

	for (int i = 0; i < 2; i++)
		news_day_split(ends[i], &y[i], &m[i], &d);
	for (int i = 0; i < 2; i++)
	{
		if (i == 0 || y[1] != y[0])
			add_block(list, space, NEWS_BLOCK_YEAR, news_day_of(y[i], 1, 1), news_day_of(y[i] + 1, 1, 1));
		if (days.to - days.from <= NEWS_MONTH_MAX && (i == 0 || y[1] != y[0] || m[1] != m[0]))
			add_block(list, space, NEWS_BLOCK_MONTH, news_day_of(y[i], m[i], 1),
					  news_day_of(y[i], m[i], 1) + news_month_days(y[i], m[i]));
	}
}

uint32_t
news_key_groups(NewsStr key, NewsStr *groups, char *room)
{
	GroupList	list = {groups, 0, room};
	const char *nul = memchr(key.s, '\0', key.len);
	NewsDays	days;

	add(&list, key.s, 1);
	switch (key.s[0])
	{
		case 'n':
			for (uint32_t len = 2; len <= 1 + NEWS_PREFIX_MAX && nul && key.s + len <= nul; len++)
				add(&list, key.s, len);
			break;
		case 'e':
			if (nul)
				add(&list, key.s, (uint32_t) (nul - key.s));
			break;
		case 'd':
		case 'x':
			if (news_key_get_days(key, &days) && (int64_t) days.to - days.from <= NEWS_YEAR_MAX)
				add_blocks(&list, key.s[0], days);
			break;
	}
	return list.n;
}
