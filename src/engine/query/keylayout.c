/*
 * keylayout.c
 *	  How the bytes of a key are put together.
 */
#include "query/keylayout.h"

const int64_t news_day_class_max[NEWS_DAY_CLASSES] = {1, 7, 31, 92, 366, 3660, 36600, INT64_C(1) << 33};

int
news_day_class(int64_t days)
{
	int			class = 0;

	while (days > news_day_class_max[class])
		class++;
	return class;
}

uint32_t
news_key_kind(int kind, NewsStr kind_name, char *kind_key)
{
	static const char letters[] = "POLGEWD";
	uint32_t	len;

	if (kind == NEWS_NO_KIND)
		return 0;
	if (kind != NEWS_OWN_KIND)
	{
		kind_key[0] = letters[kind];
		return 1;
	}
	kind_key[0] = 'X';
	len = news_name_fold(kind_name, kind_key + 1, NULL, NULL);
	kind_key[1 + len] = '\0';
	return len + 2;
}

/* High byte first, so that memcmp orders numbers. */
static void
add_u32(NewsKeyBuilder *b, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		news_key_byte(b, (char) (n >> shift & 0xFF));
}

void
news_key_party(NewsKeyBuilder *b, NewsStr words, NewsStr type, NewsPartyRole role)
{
	uint32_t	last = words.len;

	while (last > 0 && words.s[last - 1] != ' ')
		last--;
	news_key_begin(b, 'b');
	add_u32(b, news_hash(words.s + last, words.len - last));
	if (type.s == NULL)
		return;
	if (news_event_mutual(type))
		role = NEWS_ROLE_ACTOR;
	news_key_byte(b, (char) ((news_hash(type.s, type.len) & 0x7F) << 1 | role));
}

void
news_key_days(NewsKeyBuilder *b, char space, NewsDays days)
{
	int			class = news_day_class((int64_t) days.to - days.from);

	news_key_begin(b, space);
	news_key_byte(b, (char) class);
	add_u32(b, (uint32_t) days.from ^ UINT32_C(0x80000000));
	if (class > 0)
		add_u32(b, (uint32_t) days.to - (uint32_t) days.from);
}

void
news_key_block(NewsKeyBuilder *b, char space, char unit, NewsDays days)
{
	news_key_begin(b, space);
	news_key_byte(b, unit);
	add_u32(b, (uint32_t) days.from ^ UINT32_C(0x80000000));
	add_u32(b, (uint32_t) days.to - (uint32_t) days.from);
}

static uint32_t
get_u32(const char *s)
{
	uint32_t	n = 0;

	for (int i = 0; i < 4; i++)
		n = n << 8 | (unsigned char) s[i];
	return n;
}

bool
news_key_get_days(NewsStr key, NewsDays *days)
{
	int64_t		to;

	if (key.len != 6 && key.len != 10)
		return false;
	days->from = (NewsDay) (get_u32(key.s + 2) ^ UINT32_C(0x80000000));
	to = (int64_t) days->from + (key.len == 10 ? get_u32(key.s + 6) : 1);
	days->to = (NewsDay) to;
	return to <= INT32_MAX;
}
