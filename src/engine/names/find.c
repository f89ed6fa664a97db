/*
 * find.c
 *	  The lexicon's names by spelling, and what a name's spellings share.
 */
#include "names/lexicon.h"
#include "names/names.h"

static uint32_t
token_flags(const NewsTokens *tokens, uint32_t i)
{
	return tokens->vocab->flags[tokens->items[i].word];
}

/* The person whose name of several words is written here in a way of its own. */
static uint32_t
put_by_sound(const NewsTokens *tokens, NewsNameInfo *out, uint32_t max)
{
	int32_t		person = tokens->n > 1 && tokens->n <= NEWS_LEX_MAX_TOKENS && max ? news_name_by_sound(tokens, 0, tokens->n) : -1;

	if (person < 0)
		return 0;
	out[0] = (NewsNameInfo) {NEWS_PERSON, news_lexicon_name((uint32_t) person), news_lexicon_code((uint32_t) person)};
	return 1;
}

/* The readings of a match, those whose capitals fit first. */
static uint32_t
put_readings(const NewsTokens *tokens, uint32_t first, const NewsLexMatch *match, NewsNameInfo *out, uint32_t max)
{
	uint32_t	n = 0;

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t r = match->first; r < match->first + match->n && n < max; r++)
		{
			uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

			if (news_lexicon_written(tokens, first, match->ntokens, r) != (pass == 0))
				continue;
			out[n++] = (NewsNameInfo) {(NewsKind) news_lexicon.ent_kind[entity], news_lexicon_name(entity),
				news_lexicon_code(entity)};
		}
	return n;
}

/* Sets the tokens of a spelling, and its readings. */
static uint32_t
find_spelled(NewsArena *arena, NewsStr spelling, NewsTokens *words, NewsNameInfo *out, uint32_t max)
{
	NewsTokens	tokens = {0};

	if (spelling.len > 0 && spelling.len <= 1000)
		news_tokenize(arena, &news_vocab, spelling.s, spelling.len, &tokens);
	*words = tokens;
	/* "the United Nations": an article before a name is no part of it */
	for (uint32_t first = 0; first < 2 && first < tokens.n; first++)
	{
		NewsLexMatch match = news_lexicon_match(&tokens, first, tokens.n, true);

		if (match.ntokens && first + match.ntokens == tokens.n)
			return put_readings(&tokens, first, &match, out, max);
		if (!(token_flags(&tokens, first) & NEWS_W_FUNCTION))
			break;
	}
	return 0;
}

uint32_t
news_name_find_spelled(NewsArena *arena, NewsStr spelling, NewsNameInfo *out, uint32_t max)
{
	NewsTokens	tokens;

	return find_spelled(arena, spelling, &tokens, out, max);
}

uint32_t
news_name_find(NewsArena *arena, NewsStr spelling, NewsNameInfo *out, uint32_t max)
{
	NewsTokens	tokens;
	uint32_t	n = find_spelled(arena, spelling, &tokens, out, max);

	return n ? n : put_by_sound(&tokens, out, max);
}

/* ---- Family names ---- */

/* The person of the lexicon with this canonical name, -1 when there is none. */
static int32_t
person_by_name(NewsStr name)
{
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.npeople;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;
		NewsStr		other = news_lexicon_name(news_lexicon.person_entity[mid]);
		int			order = memcmp(other.s, name.s, other.len < name.len ? other.len : name.len);

		if (order == 0)
			order = other.len < name.len ? -1 : other.len > name.len;
		if (order == 0)
			return (int32_t) news_lexicon.person_entity[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

/* Start of the word that ends at end, bytes. */
static uint32_t
word_start(NewsStr name, uint32_t end)
{
	while (end > 0 && name.s[end - 1] != ' ')
		end--;
	return end;
}

static bool
is_one_of(NewsStr word, const char *const *list)
{
	for (; *list; list++)
		if (news_str_eq(word, news_str(*list)))
			return true;
	return false;
}

NewsStr
news_name_family(NewsStr name)
{
	static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL};
	static const char *const particles[] = {"al", "el", "bin", "ben", "von", "van", "der", "den", "de", "del", "della", "di",
	"da", "dos", "du", "la", "le", "Al", "El", "Bin", "Ben", "Von", "Van", "De", "Del", "Di", "Da", "La", "Le", NULL};
	int32_t		known = person_by_name(name);
	uint32_t	end = name.len;
	uint32_t	start;

	if (known >= 0 && news_lexicon.ent_family[known])
		return (NewsStr) {name.s + (news_lexicon.ent_family[known] >> 8), news_lexicon.ent_family[known] & 0xFF};
	if (name.len == 0)
		return name;
	start = word_start(name, end);
	while (start > 0 && is_one_of((NewsStr) {name.s + start, end - start}, suffixes))
	{
		end = start - 1;
		start = word_start(name, end);
	}
	/* a first name stands before them, or they are one */
	for (int i = 0; i < 3 && start > 1; i++)
	{
		uint32_t	before = word_start(name, start - 1);

		if (before == 0 || !is_one_of((NewsStr) {name.s + before, start - 1 - before}, particles))
			break;
		start = before;
	}
	return (NewsStr) {name.s + start, end - start};
}

/* ---- Keys ---- */

/* Is token i left out of a key: an Arabic article, an initial, an honorific, "Jr."? */
static bool
is_left_out(const NewsTokens *tokens, uint32_t i)
{
	const NewsToken *t = &tokens->items[i];
	const char *s = tokens->text + t->start;
	uint32_t	flags = token_flags(tokens, i);

	if (t->kind == NEWS_PUNCT)
		return true;
	if (i + 1 < tokens->n && t->end - t->start == 2 && (s[1] | 0x20) == 'l' && ((s[0] | 0x20) == 'a' || (s[0] | 0x20) == 'e'))
		return true;
	if (i + 1 < tokens->n && (t->end - t->start == 1 || (t->end - t->start == 2 && (t->flags & NEWS_TOK_PERIOD))))
		return true;
	if (i + 1 < tokens->n && (flags & NEWS_W_HONORIFIC))
		return true;
	return i > 0 && (flags & NEWS_W_NAME_SUFFIX);
}

NewsStr
news_name_key(NewsArena *arena, NewsStr name)
{
	NewsTokens	tokens;
	char	   *out;
	uint32_t	n = 0;

	news_tokenize(arena, &news_vocab, name.s, name.len, &tokens);
	out = news_alloc(arena, (size_t) name.len * 2 + NEWS_FOLD_MAX + tokens.n);
	for (uint32_t i = 0; i < tokens.n; i++)
	{
		NewsStr		usual;
		char		fold[NEWS_FOLD_MAX];
		uint32_t	len;

		if (is_left_out(&tokens, i))
			continue;
		len = news_token_fold(&tokens, &tokens.items[i], fold, sizeof(fold));
		usual = i == 0 && tokens.n > 1 ? news_lexicon_variant(tokens.items[i].word) : NEWS_NO_STR;
		if (usual.s && usual.len <= NEWS_FOLD_MAX)
		{
			len = usual.len;
			for (uint32_t k = 0; k < len; k++)
				fold[k] = (char) (usual.s[k] >= 'A' && usual.s[k] <= 'Z' ? usual.s[k] | 0x20 : usual.s[k]);
		}
		/* a variant may be longer than what it stands for, by a few bytes and once */
		if (n)
			out[n++] = ' ';
		memcpy(out + n, fold, len);
		n += len;
	}
	if (n == 0)
		return name;
	return (NewsStr) {out, n};
}
