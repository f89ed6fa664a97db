/*
 * keylayout.h
 *	  How the bytes of a key are put together; keys.h says what they mean.
 */
#ifndef NEWS_KEYLAYOUT_H
#define NEWS_KEYLAYOUT_H

#include "query/keys.h"

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

static inline NewsStr
news_key_str(const NewsKeyBuilder *b)
{
	return (NewsStr) {b->bytes, b->len};
}

static inline bool
news_key_starts_with(NewsStr key, NewsStr start)
{
	return key.len >= start.len && memcmp(key.s, start.s, start.len) == 0;
}

/* A list of the keys of an article. */
typedef struct NewsKeyList
{
	NewsArena  *arena;
	NewsKeyUse	use;
	NewsStr    *keys;
	uint32_t	n;
	uint32_t	room;
} NewsKeyList;

extern void news_key_list_add(NewsKeyList *list, const NewsKeyBuilder *b);

/* Adds a group, and a key to the last group, of what a query asks for. */
extern void news_query_group_begin(NewsQueryKeys *q, uint32_t node, NewsKeyTopic topic);
extern NewsQueryKey *news_query_key_add(NewsQueryKeys *q, const NewsKeyBuilder *b, NewsKeyRange range);

/* ---- Names and events (keylayout.c) ---- */

/* Is it the whole of a name, or a word of it, or a name that is a code's own, of something without that code? */
typedef enum NewsNameForm
{
	NEWS_FORM_WHOLE, NEWS_FORM_WORD, NEWS_FORM_UNCODED
} NewsNameForm;

/*
 * Kinds that most names have.  A name that the lexicon has in none of them is asked for by
 * the keys of all four; a party of them whose name it does not know has no key of its own.
 */
#define NEWS_USUAL_KINDS	4
extern const NewsKind news_usual_kinds[NEWS_USUAL_KINDS];

static inline bool
news_key_kind_is_usual(int kind)
{
	for (int i = 0; i < NEWS_USUAL_KINDS; i++)
		if (kind == (int) news_usual_kinds[i])
			return true;
	return false;
}

/*
 * For a kind: that of a name that the lexicon does not know, and that is no person's.
 * Whatever it is, its keys do not tell, so that one key finds it where no kind is asked for.
 */
#define NEWS_UNTOLD_KIND	(NEWS_NO_KIND - 1)

/* Is it, what stands behind the NUL of a name, that kind? */
extern bool news_key_is_untold(NewsStr rest);

/* The letter of a kind, or X, the key of the user's own kind and NUL; kind_key has room for NEWS_NAME_KEY_MAX + 2. */
extern uint32_t news_key_kind(int kind, NewsStr kind_name, NewsNameForm form, char *kind_key);

/* The key of a name. */
extern void news_key_name(NewsKeyBuilder *b, NewsStr words, int kind, NewsStr kind_name, NewsNameForm form);

/* Is it, what stands behind the NUL of a whole name, just one of these kinds (news_kind_bit)? */
extern bool news_key_of_kinds(NewsStr rest, uint32_t kinds);

/* Is this, what stands behind the NUL of a name, of the kind? Any kind is. */
extern bool news_key_of_kind(NewsStr rest, int kind, NewsStr kind_name);

/* Is it a capital letter: a whole name? */
static inline bool
news_key_whole(char kind)
{
	return kind >= 'A' && kind <= 'Z';
}

/*
 * The kinds that the lexicon knows a name in (news_kind_bit); the usual ones where it
 * is none of these.
 */
extern uint32_t news_likely_kinds(NewsArena *arena, NewsStr words);

/* What a query asks of a name, of a person also a family name, of one kind or any (querykeys.c). */
extern void news_query_name_keys(NewsQueryKeys *q, NewsStr words, int kind, NewsStr kind_name);

/*
 * Kinds of which a name that is its code's own (Libya has LBY, as Tripoli and the
 * Libyans do) says the code, too, and one key is both.
 */
#define NEWS_CODED_KINDS	2
extern const NewsKind news_coded_kinds[NEWS_CODED_KINDS];

static inline bool
news_key_kind_is_coded(int kind)
{
	return kind == (int) news_coded_kinds[0] || kind == (int) news_coded_kinds[1];
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

/* ---- Parties to events (partykeys.c, querypartykeys.c) ---- */

/* Where an event's sides are equal both are actors. */
#define NEWS_ROLE_ACTOR			0
#define NEWS_ROLE_RECIPIENT		1

/* What the keys of a name ('b') or of a code ('k') begin with; type NULL: of all types. */
extern void news_party_key_begin(NewsKeyBuilder *b, char space, NewsStr words, NewsStr type, int role);

/* The key of two codes ('p') or of two persons' family names ('q'); type NULL: what the keys of all types begin with. */
extern void news_party_pair_begin(NewsKeyBuilder *b, char space, NewsStr actor, NewsStr recipient, NewsStr type);

/* The family name of the person whose key as a party it is; s NULL where it is another key. */
extern NewsStr news_party_key_person(NewsStr key);

/* Bytes of type and role at the beginning of what stands behind the NUL of a party's name; 0 where there are none. */
extern uint32_t news_party_type_len(NewsStr rest);

/* All keys of the parties to an event. */
extern void news_add_party_keys(NewsKeyList *list, const NewsVectorEvent *e);

/* Can it be looked for by the keys of parties? */
static inline bool
news_has_party_keys(const NewsPlanName *name)
{
	return !name->any && !name->prefix;
}

/* What an event term asks of its parties. Returns whether the keys say all about them. */
extern bool news_query_party_keys(NewsQueryKeys *q, uint32_t node, const NewsPlanNode *event);

/* news_key_compare for PARTY_NAMES, PARTY_CODES and PAIRS. */
extern int	news_party_key_compare(const NewsQueryKey *wanted, NewsStr key);

/* ---- Days (daykeys.c) ---- */

/* Levels: a key of one of the first says that the date is this block of days, of the last that it touches it. */
#define NEWS_LEVEL_DAY			'D'
#define NEWS_LEVEL_WEEK			'W'
#define NEWS_LEVEL_MONTH		'M'
#define NEWS_LEVEL_QUARTER		'Q'
#define NEWS_LEVEL_YEAR			'Y'
#define NEWS_LEVEL_DECADE		'T'
#define NEWS_TOUCHED_MONTH		'm'	/* by dates of up to NEWS_MONTH_MAX days that are no month */
/* Of other dates: in classes by their number of days, so that a search looks back only as far as a class is long. */
#define NEWS_LEVEL_ODD			'0'
#define NEWS_ODD_CLASSES		5

#define NEWS_MONTH_MAX			31
#define NEWS_YEAR_MAX			366

/* All keys of some days. */
extern void news_add_day_keys(NewsKeyList *list, char space, NewsDays days);

/* Those of all dates, or events, that share a day with these. */
extern void news_query_day_keys(NewsQueryKeys *q, char space, NewsDays days);

/* The days that a key tells of; false when it is none of days. */
extern bool news_key_get_days(NewsStr key, NewsDays *days);

/* news_key_compare for DAYS. */
extern int	news_day_key_compare(const NewsQueryKey *wanted, NewsStr key);

#endif							/* NEWS_KEYLAYOUT_H */
