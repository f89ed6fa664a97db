/*
 * keylayout.h
 *	  How the bytes of a key are put together; keys.h says what they mean.
 */
#ifndef NEWS_KEYLAYOUT_H
#define NEWS_KEYLAYOUT_H

#include "query/keys.h"

/* Days fall into classes by their number, so that a search looks back only as far as a class is long. */
#define NEWS_DAY_CLASSES	8

typedef struct NewsKeyBuilder
{
	uint32_t	len;
	char		bytes[NEWS_KEY_MAX];
} NewsKeyBuilder;

static inline void
news_key_byte(NewsKeyBuilder *b, char c)
{
	if (b->len < NEWS_KEY_MAX)
		b->bytes[b->len++] = c;
}

static inline void
news_key_begin(NewsKeyBuilder *b, char space)
{
	b->len = 0;
	news_key_byte(b, space);
}

static inline void
news_key_add(NewsKeyBuilder *b, NewsStr s)
{
	uint32_t	n = s.len < NEWS_KEY_MAX - b->len ? s.len : NEWS_KEY_MAX - b->len;

	if (n)
		memcpy(b->bytes + b->len, s.s, n);
	b->len += n;
}

/* The letter of a kind, or X, the key of the user's own kind and NUL; kind_key has room for NEWS_NAME_KEY_MAX + 2. */
extern uint32_t news_key_kind(int kind, NewsStr kind_name, char *kind_key);

/* The key of a name. */
static inline void
news_key_name(NewsKeyBuilder *b, NewsStr words, NewsStr kind, char form)
{
	news_key_begin(b, 'n');
	news_key_add(b, words);
	news_key_byte(b, '\0');
	news_key_add(b, kind);
	news_key_byte(b, form);
}

/* The key of an event. */
static inline void
news_key_event(NewsKeyBuilder *b, NewsStr type, int status)
{
	news_key_begin(b, 'e');
	news_key_add(b, type);
	news_key_byte(b, '\0');
	news_key_byte(b, (char) ('0' + status));
}

/* Actor and recipient, where an event's sides are not equal. */
typedef enum NewsPartyRole
{
	NEWS_ROLE_ACTOR, NEWS_ROLE_RECIPIENT
} NewsPartyRole;

/* The key of a party to an event, by its code or the key of its name; s of type NULL: what those of all types begin with. */
extern void news_key_party(NewsKeyBuilder *b, NewsStr words, NewsStr type, NewsPartyRole role);

/* The class of so many days. */
extern int	news_day_class(int64_t days);

/* The whole key of some days, and those of a key; false when it is none. */
extern void news_key_days(NewsKeyBuilder *b, char space, NewsDays days);
extern bool news_key_get_days(NewsStr key, NewsDays *days);

/*
 * For statistics: the group of the dates that touch a month or a year, and are at
 * most about as long.
 */
#define NEWS_BLOCK_MONTH	'M'
#define NEWS_BLOCK_YEAR		'Y'
#define NEWS_MONTH_MAX		31
#define NEWS_YEAR_MAX		366
extern void news_key_block(NewsKeyBuilder *b, char space, char unit, NewsDays days);

/* The most days that a class takes. */
extern const int64_t news_day_class_max[NEWS_DAY_CLASSES];

#endif							/* NEWS_KEYLAYOUT_H */
