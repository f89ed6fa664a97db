/*
 * groups.c
 *	  Groups of keys, for statistics.
 */
#include "query/estimate.h"

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

uint32_t
news_key_groups(NewsStr key, NewsStr *groups, char *room)
{
	GroupList	list = {groups, 0, room};
	const char *nul = memchr(key.s, '\0', key.len);

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
	}
	return list.n;
}
