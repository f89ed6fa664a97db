/*
 * dict.c
 *	  The user's own names as one flat image.
 *
 * After a header of 32-bit numbers come the entries in order of their keys, a
 * hash table of the first words of all aliases with the longest alias each
 * begins, a hash table of whole aliases, a bit filter of first words, and the
 * strings.  A string is its length in two bytes, then its bytes.
 *
 * A key is an alias as it is compared: for each token a byte that says which
 * capitals it must have, its folded form, and a NUL.
 */
#include "names/dict.h"

#include <stddef.h>
#include <strings.h>

#include <unicode/utf8.h>

#define MAGIC		UINT32_C(0x3143444E)	/* NDC1 */
#define NONE		UINT32_MAX
/* What a key says of a token. */
#define KEY_ANY		1
#define KEY_CAP		2
#define KEY_UPPER	3

typedef struct Entry
{
	uint32_t	kind;			/* offsets of strings, from the start of the pool; NONE for no string */
	uint32_t	name;
	uint32_t	alias;
	uint32_t	code;
	uint32_t	key;
	uint32_t	hash;			/* of the alias's token hashes */
} Entry;

typedef struct DictSlot
{
	uint32_t	hash;
	uint32_t	value;			/* 0 in an empty slot; tokens of the longest alias, or entry + 1 */
} DictSlot;

struct NewsDict
{
	uint32_t	magic;
	uint32_t	size;			/* bytes of the image */
	uint32_t	nentries;
	uint32_t	nfirst;			/* slots of first words, a power of two */
	uint32_t	nalias;			/* slots of aliases, a power of two */
	uint32_t	nfilter;		/* 32-bit items of the filter, a power of two */
	uint32_t	npool;			/* bytes */
	uint32_t	flags;			/* DICT_* */
};

#define DICT_LOWER	1			/* an alias begins with a word in lower case */

const char *const news_dict_faults[] = {
	"entry is sound",
	"kind is missing",
	"name is missing",
	"a field or an alias is too long",
	"alias has no letter and no digit"
};

/* ---- Parts of an image ---- */

static const Entry *
entries_of(const struct NewsDict *d)
{
	return (const Entry *) (d + 1);
}

static const DictSlot *
first_slots(const struct NewsDict *d)
{
	return (const DictSlot *) (entries_of(d) + d->nentries);
}

static const DictSlot *
alias_slots(const struct NewsDict *d)
{
	return first_slots(d) + d->nfirst;
}

static const uint32_t *
filter_of(const struct NewsDict *d)
{
	return (const uint32_t *) (alias_slots(d) + d->nalias);
}

static const char *
pool_of(const struct NewsDict *d)
{
	return (const char *) (filter_of(d) + d->nfilter);
}

static NewsStr
string_at(const struct NewsDict *d, uint32_t offset)
{
	const char *s = pool_of(d) + offset;
	uint16_t	len;

	if (offset == NONE)
		return NEWS_NO_STR;
	memcpy(&len, s, 2);
	return (NewsStr) {s + 2, len};
}

static inline uint32_t
mix(uint32_t hash, uint32_t token_hash)
{
	return (hash ^ token_hash) * UINT32_C(0x9E3779B1) + (hash >> 15);
}

static inline uint32_t
filter_bit(uint32_t hash, uint32_t nfilter)
{
	return (hash ^ hash >> 11) & (nfilter * 32 - 1);
}

/* ---- Rows ---- */

static bool
is_blank(NewsStr s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if ((unsigned char) s.s[i] > ' ')
			return false;
	return true;
}

static NewsStr
alias_of(const NewsDictRow *row)
{
	return row->alias.s && !is_blank(row->alias) ? row->alias : row->name;
}

NewsDictFault
news_dict_check_row(NewsArena *scratch, const NewsDictRow *row)
{
	NewsStr		alias = alias_of(row);
	NewsTokens	tokens;

	if (!row->kind.s || is_blank(row->kind))
		return NEWS_DICT_NO_KIND;
	if (!row->name.s || is_blank(row->name))
		return NEWS_DICT_NO_NAME;
	if (row->kind.len > NEWS_DICT_MAX_BYTES || row->name.len > NEWS_DICT_MAX_BYTES || alias.len > NEWS_DICT_MAX_BYTES ||
		(row->code.s && row->code.len > NEWS_DICT_MAX_BYTES))
		return NEWS_DICT_TOO_LONG;
	news_tokenize(scratch, &news_vocab, alias.s, alias.len, &tokens);
	if (tokens.n > NEWS_DICT_MAX_TOKENS)
		return NEWS_DICT_TOO_LONG;
	for (uint32_t i = 0; i < tokens.n; i++)
		if (tokens.items[i].end - tokens.items[i].start > NEWS_FOLD_MAX)
			return NEWS_DICT_TOO_LONG;
	for (uint32_t i = 0; i < tokens.n; i++)
		if (tokens.items[i].kind != NEWS_PUNCT && tokens.items[i].kind != NEWS_SYMBOL)
			return NEWS_DICT_OK;
	return NEWS_DICT_NO_WORD;
}

/* ---- Building ---- */

typedef struct Item
{
	NewsDictRow row;
	NewsStr		key;
	uint32_t	hash;
	uint32_t	first_hash;
	uint32_t	ntokens;
	bool		lower;			/* begins with a word in lower case */
} Item;

/* Longest key: each token's bytes twice (folding may lengthen a character), a byte before and one behind. */
#define KEY_MAX (NEWS_DICT_MAX_TOKENS * (NEWS_FOLD_MAX + 2))

static int
key_class(const NewsToken *t)
{
	if (t->flags & NEWS_TOK_UPPER)
		return KEY_UPPER;
	return t->flags & NEWS_TOK_CAP ? KEY_CAP : KEY_ANY;
}

static void
make_item(NewsArena *arena, const NewsDictRow *row, Item *item)
{
	char		key[KEY_MAX];
	uint32_t	n = 0;
	NewsTokens	tokens;

	item->row = *row;
	item->row.alias = alias_of(row);
	for (int i = 0; news_kind_names[i]; i++)
	{
		NewsStr		kind = news_str(news_kind_names[i]);

		if (kind.len == row->kind.len && strncasecmp(kind.s, row->kind.s, kind.len) == 0)
			item->row.kind = kind;
	}
	if (row->code.s && is_blank(row->code))
		item->row.code = NEWS_NO_STR;
	news_tokenize(arena, &news_vocab, item->row.alias.s, item->row.alias.len, &tokens);
	item->hash = 0;
	item->ntokens = tokens.n;
	item->first_hash = tokens.items[0].hash;
	item->lower = tokens.items[0].kind == NEWS_WORD && key_class(&tokens.items[0]) == KEY_ANY;
	for (uint32_t i = 0; i < tokens.n; i++)
	{
		key[n++] = (char) key_class(&tokens.items[i]);
		n += news_token_fold(&tokens, &tokens.items[i], key + n, NEWS_FOLD_MAX);
		key[n++] = '\0';
		item->hash = mix(item->hash, tokens.items[i].hash);
	}
	item->key = (NewsStr) {news_strndup(arena, key, n), n};
}

static int
compare(NewsStr a, NewsStr b)
{
	uint32_t	len = a.len < b.len ? a.len : b.len;
	int			order = len ? memcmp(a.s, b.s, len) : 0;

	if (order)
		return order;
	return a.len < b.len ? -1 : a.len > b.len;
}

static int
compare_items(const Item *a, const Item *b)
{
	int			order = compare(a->key, b->key);

	if (order == 0)
		order = compare(a->row.kind, b->row.kind);
	if (order == 0)
		order = compare(a->row.name, b->row.name);
	if (order == 0)
		order = compare(a->row.code, b->row.code);
	if (order == 0)
		order = compare(a->row.alias, b->row.alias);
	return order;
}

/* Merge sort, as it needs no memory but the arena's and is the same everywhere. */
static uint32_t *
sort_items(NewsArena *arena, const Item *items, uint32_t n)
{
	uint32_t   *from = NEWS_NEW(arena, uint32_t, n + 1);
	uint32_t   *to = NEWS_NEW(arena, uint32_t, n + 1);

	for (uint32_t i = 0; i < n; i++)
		from[i] = i;
	for (uint32_t width = 1; width < n; width *= 2)
	{
		uint32_t   *other = from;

		for (uint32_t start = 0; start < n; start += 2 * width)
		{
			uint32_t	mid = start + width < n ? start + width : n;
			uint32_t	end = start + 2 * width < n ? start + 2 * width : n;
			uint32_t	i = start;
			uint32_t	j = mid;

			for (uint32_t k = start; k < end; k++)
				to[k] = i < mid && (j >= end || compare_items(&items[from[i]], &items[from[j]]) <= 0) ? from[i++] : from[j++];
		}
		news_poll(arena);
		from = to;
		to = other;
	}
	return from;
}

/* The pool under way: equal strings in a row are stored once. */
typedef struct Pool
{
	NewsArena  *arena;
	char	   *bytes;
	uint32_t	n;
	uint32_t	room;
} Pool;

static uint32_t
add_string(Pool *pool, NewsStr s)
{
	uint32_t	offset = pool->n;
	uint16_t	len = (uint16_t) s.len;

	if (!s.s)
		return NONE;
	while (pool->room < pool->n + s.len + 2)
		pool->bytes = news_grow(pool->arena, pool->bytes, pool->room, &pool->room, 1);
	memcpy(pool->bytes + pool->n, &len, 2);
	memcpy(pool->bytes + pool->n + 2, s.s, s.len);
	pool->n += s.len + 2;
	return offset;
}

/* A string that may be the one at an offset already. */
static uint32_t
share_string(Pool *pool, NewsStr s, NewsStr before, uint32_t offset)
{
	return offset != NONE && s.s && before.s && news_str_eq(s, before) ? offset : add_string(pool, s);
}

static uint32_t
power_above(uint32_t n)
{
	uint32_t	p = 4;

	while (p <= n)
		p *= 2;
	return p;
}

static void
put_slot(DictSlot *slots, uint32_t nslots, uint32_t hash, uint32_t value, bool keep_longest)
{
	uint32_t	i = hash & (nslots - 1);

	for (; slots[i].value; i = (i + 1) & (nslots - 1))
		if (keep_longest && slots[i].hash == hash)
		{
			if (slots[i].value < value)
				slots[i].value = value;
			return;
		}
	slots[i] = (DictSlot) {hash, value};
}

struct NewsDict *
news_dict_build(NewsArena *arena, const NewsDictRow *rows, uint32_t nrows, size_t *size)
{
	Item	   *items = NEWS_NEW(arena, Item, nrows + 1);
	Entry	   *entries = NEWS_NEW(arena, Entry, nrows + 1);
	Item	  **kept = NEWS_NEW(arena, Item *, nrows + 1);
	Pool		pool = {.arena = arena};
	struct NewsDict head = {.magic = MAGIC};
	struct NewsDict *d;
	uint32_t   *order;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < nrows; i++)
		make_item(arena, &rows[i], &items[i]);
	order = sort_items(arena, items, nrows);
	for (uint32_t i = 0; i < nrows; i++)
	{
		Item	   *it = &items[order[i]];
		Entry	   *e = &entries[n];

		if (n && news_str_eq(kept[n - 1]->key, it->key) && news_str_eq(kept[n - 1]->row.kind, it->row.kind))
			continue;
		e->kind = n ? share_string(&pool, it->row.kind, kept[n - 1]->row.kind, e[-1].kind) : add_string(&pool, it->row.kind);
		e->name = add_string(&pool, it->row.name);
		e->alias = share_string(&pool, it->row.alias, it->row.name, e->name);
		e->code = n ? share_string(&pool, it->row.code, kept[n - 1]->row.code, e[-1].code) : add_string(&pool, it->row.code);
		e->key = add_string(&pool, it->key);
		e->hash = it->hash;
		if (it->lower)
			head.flags |= DICT_LOWER;
		kept[n++] = it;
	}
	head.nentries = n;
	head.nfirst = head.nalias = power_above(n * 2);
	head.nfilter = power_above(n / 4);
	head.npool = pool.n;
	*size = sizeof(head) + (size_t) n * sizeof(Entry) + ((size_t) head.nfirst + head.nalias) * sizeof(DictSlot) +
		(size_t) head.nfilter * 4 + pool.n;
	head.size = (uint32_t) *size;
	d = news_alloc0(arena, *size);
	*d = head;
	memcpy((void *) entries_of(d), entries, n * sizeof(Entry));
	if (pool.n)
		memcpy((void *) pool_of(d), pool.bytes, pool.n);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	bit = filter_bit(kept[i]->first_hash, head.nfilter);

		put_slot((DictSlot *) first_slots(d), head.nfirst, kept[i]->first_hash, kept[i]->ntokens, true);
		put_slot((DictSlot *) alias_slots(d), head.nalias, kept[i]->hash, i + 1, false);
		((uint32_t *) filter_of(d))[bit / 32] |= UINT32_C(1) << bit % 32;
	}
	return d;
}

/* ---- Checking ---- */

static bool
is_power(uint32_t n)
{
	return n >= 4 && (n & (n - 1)) == 0 && n <= UINT32_C(1) << 28;
}

/* Is there a string of sound UTF-8 at the offset?  raw: any bytes. */
static bool
is_string(const struct NewsDict *d, uint32_t offset, bool raw)
{
	NewsStr		s;

	if (offset > d->npool || d->npool - offset < 2)
		return false;
	s = string_at(d, offset);
	if (s.len > d->npool - offset - 2 || s.len > (raw ? KEY_MAX : NEWS_DICT_MAX_BYTES))
		return false;
	for (int32_t i = 0; !raw && i < (int32_t) s.len;)
	{
		UChar32		c;

		U8_NEXT(s.s, i, (int32_t) s.len, c);
		if (c <= 0)
			return false;
	}
	return s.len > 0;
}

/* Are the slots sound: values up to max, and one empty, so that every search ends? */
static bool
check_slots(const DictSlot *slots, uint32_t n, uint32_t max, uint32_t *fault)
{
	uint32_t	empty = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (slots[i].value > max)
		{
			*fault = i;
			return false;
		}
		empty += slots[i].value == 0;
	}
	*fault = 0;
	return empty > 0;
}

static bool
check_head(const struct NewsDict *d, size_t size, size_t *fault, const char **what)
{
	size_t		expected;

	*fault = offsetof(struct NewsDict, magic);
	*what = "this is no dictionary of this version";
	if (d->magic != MAGIC)
		return false;
	*what = "the size is wrong";
	*fault = offsetof(struct NewsDict, size);
	if (d->size != size)
		return false;
	*fault = offsetof(struct NewsDict, nentries);
	*what = "a count is wrong";
	if (d->nentries > NEWS_DICT_MAX_ROWS || !is_power(d->nfirst) || !is_power(d->nalias) || !is_power(d->nfilter) ||
		d->flags > DICT_LOWER)
		return false;
	expected = sizeof(*d) + (size_t) d->nentries * sizeof(Entry) + ((size_t) d->nfirst + d->nalias) * sizeof(DictSlot) +
		(size_t) d->nfilter * 4 + d->npool;
	*what = "the counts do not make up the size";
	return expected == size;
}

bool
news_dict_check(const void *bytes, size_t size, size_t *fault, const char **what)
{
	const struct NewsDict *d = bytes;
	uint32_t	at;

	*fault = 0;
	*what = "the image is shorter than its header";
	if (size < sizeof(*d))
		return false;
	if (!check_head(d, size, fault, what))
		return false;
	*what = "an entry is malformed";
	for (uint32_t i = 0; i < d->nentries; i++)
	{
		const Entry *e = &entries_of(d)[i];

		*fault = sizeof(*d) + (size_t) i * sizeof(Entry);
		if (!is_string(d, e->kind, false) || !is_string(d, e->name, false) || !is_string(d, e->alias, false) ||
			!is_string(d, e->key, true) || (e->code != NONE && !is_string(d, e->code, false)))
			return false;
	}
	*what = "a table is malformed";
	*fault = (size_t) ((const char *) first_slots(d) - (const char *) bytes);
	if (!check_slots(first_slots(d), d->nfirst, NEWS_DICT_MAX_TOKENS, &at))
	{
		*fault += at * sizeof(DictSlot);
		return false;
	}
	*fault = (size_t) ((const char *) alias_slots(d) - (const char *) bytes);
	if (!check_slots(alias_slots(d), d->nalias, d->nentries, &at))
	{
		*fault += at * sizeof(DictSlot);
		return false;
	}
	*fault = 0;
	*what = NULL;
	return true;
}

/* ---- Reading ---- */

size_t
news_dict_size(const struct NewsDict *d)
{
	return d->size;
}

uint32_t
news_dict_count(const struct NewsDict *d)
{
	return d->nentries;
}

void
news_dict_row(const struct NewsDict *d, uint32_t i, NewsDictRow *out)
{
	const Entry *e = &entries_of(d)[i];

	*out = (NewsDictRow) {string_at(d, e->kind), string_at(d, e->name), string_at(d, e->alias), string_at(d, e->code)};
}

/* ---- Matching ---- */

/* Are these tokens, written as they are, those of the key? */
static bool
fits(NewsStr key, const NewsTokens *tokens, uint32_t first, uint32_t ntokens)
{
	uint32_t	at = 0;

	for (uint32_t i = first; i < first + ntokens; i++)
	{
		const NewsToken *t = &tokens->items[i];
		char		fold[NEWS_FOLD_MAX];
		uint32_t	len = news_token_fold(tokens, t, fold, sizeof(fold));
		int			class;

		if (len == 0 || at + len + 2 > key.len)
			return false;
		class = key.s[at];
		/* 90A is in capitals, and begins with none */
		if (class == KEY_UPPER && !(t->flags & NEWS_TOK_UPPER))
			return false;
		if (class == KEY_CAP && !(t->flags & NEWS_TOK_CAP) && t->kind == NEWS_WORD)
			return false;
		if (memcmp(key.s + at + 1, fold, len) != 0 || key.s[at + 1 + len] != '\0')
			return false;
		at += len + 2;
	}
	return at == key.len;
}

/* The entry, first in order, with this hash and these tokens; NONE for none. */
static uint32_t
find_alias(const struct NewsDict *d, uint32_t hash, const NewsTokens *tokens, uint32_t first, uint32_t ntokens)
{
	const DictSlot *slots = alias_slots(d);
	uint32_t	found = NONE;

	for (uint32_t i = hash & (d->nalias - 1); slots[i].value; i = (i + 1) & (d->nalias - 1))
		if (slots[i].hash == hash && slots[i].value - 1 < found &&
			fits(string_at(d, entries_of(d)[slots[i].value - 1].key), tokens, first, ntokens))
			found = slots[i].value - 1;
	return found;
}

uint32_t
news_dict_match(const struct NewsDict *d, const NewsTokens *tokens, uint32_t first, uint32_t *entry)
{
	uint32_t	hash = tokens->items[first].hash;
	uint32_t	bit = filter_bit(hash, d->nfilter);
	const DictSlot *slots = first_slots(d);
	uint32_t	hashes[NEWS_DICT_MAX_TOKENS];
	uint32_t	longest;
	uint32_t	i = hash & (d->nfirst - 1);

	/* most words of a text are in lower case, most aliases are not */
	if (!(d->flags & DICT_LOWER) && !(tokens->items[first].flags & NEWS_TOK_CAP) && tokens->items[first].kind == NEWS_WORD)
		return 0;
	if (!(filter_of(d)[bit / 32] >> bit % 32 & 1))
		return 0;
	while (slots[i].value && slots[i].hash != hash)
		i = (i + 1) & (d->nfirst - 1);
	longest = slots[i].value;
	if (longest > tokens->n - first)
		longest = tokens->n - first;
	hash = 0;
	for (uint32_t k = 0; k < longest; k++)
		hashes[k] = hash = mix(hash, tokens->items[first + k].hash);
	for (uint32_t k = longest; k > 0; k--)
	{
		*entry = find_alias(d, hashes[k - 1], tokens, first, k);
		if (*entry != NONE)
			return k;
	}
	return 0;
}
