/*
 * sound.c
 *	  The sound of a person's name.
 */
#include "names/sound.h"

#include <string.h>

/* More rules than any script has. */
#define RULES_MAX 128

/* What letters sound like.  A space stands for the edge of a word; one that ends a rule is not used up. */
typedef struct Rule
{
	const char *from;
	const char *to;
} Rule;

/*
 * Rules of each script, the first that fits wins; letters without one stay.  In
 * what comes out aeiou and E (a diphthong) are vowels, all else consonants.
 */
static const Rule latin[] = {{NULL, NULL}};

static const Rule cyrillic[] = {
	{"schtsch", "S"}, {"shch", "S"}, {"tsch", "C"}, {"sch", "S"}, {"tch", "C"}, {"dzh", "Z"}, {"ch", "C"}, {"sh", "S"}, {"zh", "Z"},
	{"kh", "h"}, {"ts", "c"}, {"tz", "c"}, {"ff ", "v"}, {"x", "ks"}, {"w", "v"}, {"g", "h"},
	{"iou", "u"}, {"ou", "u"}, {"ye", "e"}, {"ie", "e"}, {"je", "e"}, {"yo", "o"}, {"io", "o"}, {"jo", "o"}, {"yu", "u"}, {"iu", "u"},
	{"ju", "u"}, {"ya", "a"}, {"ia", "a"}, {"ja", "a"}, {"y", "i"}, {"j", "i"}, {NULL, NULL}
};

static const Rule arabic[] = {
	/* articles and forms of address */
	{" al ", ""}, {" el ", ""}, {" ul ", ""}, {" as ", ""}, {" ash ", ""}, {" ad ", ""}, {" ar ", ""}, {" an ", ""}, {" at ", ""}, {" az ", ""},
	{" sheikh ", ""}, {" shaikh ", ""}, {" sayyed ", ""}, {" sayyid ", ""}, {" seyed ", ""}, {" seyyed ", ""}, {" sayed ", ""}, {" haj ", ""},
	{" hajj ", ""}, {" mulla ", ""}, {" mullah ", ""}, {" imam ", ""}, {" ayatollah ", ""},
	/* servant of the merciful, in one word, two or three */
	{" abd al ", "abd"}, {" abd el ", "abd"}, {" abd ul ", "abd"}, {" abd ar ", "abd"}, {" abdul", "abd"}, {" abdel", "abd"}, {" abdal", "abd"},
	{" abdol", "abd"}, {"abdol", "abd"}, {"abdul", "abd"}, {"abdel", "abd"}, {" abdur", "abd"}, {" abder", "abd"}, {" abdes", "abd"}, {" abdus", "abd"}, {" abden", "abd"},
	{"kh", "k"}, {"gh", "k"}, {"ck", "k"}, {"q", "k"}, {"g", "k"}, {"c ", "k"}, {"x", "ks"}, {"sch", "S"}, {"sh", "S"}, {"ch", "C"},
	{"dj", "j"}, {"zh", "j"}, {"dh", "d"}, {"th", "t"}, {"ph", "f"}, {"v", "w"}, {"mb", "nb"}, {"h ", ""},
	{"aye", "E"}, {"aee", "E"}, {"aei", "E"}, {"ae", "E"}, {"ai", "E"}, {"ay", "E"}, {"ei", "E"}, {"ey", "E"},
	{"ou", "u"}, {"oo", "u"}, {"ow", "u"}, {"uw", "u"}, {"ee", "i"}, {"iy", "i"}, {"y", "i"}, {NULL, NULL}
};

static const Rule korean[] = {
	/* family names in their many spellings */
	{" park ", "pak"}, {" bak ", "pak"}, {" lee ", "i"}, {" yi ", "i"}, {" ri ", "i"}, {" rhee ", "i"}, {" choi ", "cE"}, {" choe ", "cE"},
	{" roh ", "nu"}, {" noh ", "nu"}, {" no ", "nu"}, {" ryu ", "u"}, {" yoo ", "u"}, {" lim ", "im"}, {" rim ", "im"}, {" im ", "im"},
	{"ng", "N"}, {"ch", "c"}, {"sh", "s"}, {"kk", "k"}, {"g", "k"}, {"d", "t"}, {"b", "p"}, {"j", "c"}, {"z", "c"}, {"r", "l"},
	{"yeo", "u"}, {"you", "u"}, {"yoo", "u"}, {"yo", "u"}, {"yu", "u"}, {"eo", "u"}, {"eu", "u"}, {"oo", "u"}, {"ou", "u"}, {"o", "u"},
	{"yae", "E"}, {"ye", "E"}, {"ae", "E"}, {"ai", "E"}, {"oe", "E"}, {"e ", "E"}, {"ya", "a"}, {"ee", "i"}, {"ui", "i"}, {"y", "i"},
	{"e", "E"}, {NULL, NULL}
};

static const Rule japanese[] = {
	{"ou", "o"}, {"oh ", "o"}, {"oo", "o"}, {"uu", "u"}, {"mb", "nb"}, {"mp", "np"}, {"tch", "ch"}, {NULL, NULL}
};

static const Rule slavic[] = {
	{"tch", "c"}, {"ch", "c"}, {"sch", "s"}, {"sh", "s"}, {"zh", "z"}, {"dj", "d"}, {"x", "ks"}, {"w", "v"}, {"y", "i"}, {"j", "i"}, {NULL, NULL}
};

static const Rule germanic[] = {
	{"ae", "a"}, {"oe", "o"}, {"ue", "u"}, {"aa", "a"}, {NULL, NULL}
};

static const Rule *const rules[NEWS_SCRIPTS] = {latin, cyrillic, arabic, korean, japanese, slavic, germanic};

/* By code, with a space on both sides of each. */
static const char *const codes[NEWS_SCRIPTS] = {
	"",
	" ARM BLR GEO KAZ KGZ MNG RUS SUN TJK TKM UKR UZB ",
	" AFG AQ ARE AZE BHR DZA EGY HMS HZB IRN IRQ IS ISR JOR KWT LBN LBY MAR OMN PAK PSE QAT SAU SDN SYR TUN YEM ",
	" KOR PRK ",
	" JPN ",
	" BGR BIH HRV MKD MNE SRB SVN XKX YUG ",
	" AUT CHE DEU DNK FIN ISL NOR SWE "
};

NewsScript
news_script_of(NewsStr code)
{
	char		word[8];

	if (code.len == 0 || code.len > 3)
		return NEWS_SCRIPT_LATIN;
	word[0] = ' ';
	memcpy(word + 1, code.s, code.len);
	word[1 + code.len] = ' ';
	word[2 + code.len] = '\0';
	for (int i = 1; i < NEWS_SCRIPTS; i++)
		if (strstr(codes[i], word))
			return (NewsScript) i;
	return NEWS_SCRIPT_LATIN;
}

uint32_t
news_sound_words(const NewsTokens *tokens, uint32_t first, uint32_t end, NewsStr usual, char *out, uint32_t size)
{
	uint32_t	n = 0;

	for (uint32_t i = first; i < end; i++)
	{
		const NewsToken *t = &tokens->items[i];
		char		fold[NEWS_FOLD_MAX];
		uint32_t	len = news_token_fold(tokens, t, fold, sizeof(fold));
		bool		initial = t->end - t->start == 1 || (t->end - t->start == 2 && (t->flags & NEWS_TOK_PERIOD));

		if (t->kind == NEWS_PUNCT || (initial && i > first))
			continue;
		if (i == first && usual.len && usual.len <= sizeof(fold))
		{
			len = usual.len;
			for (uint32_t k = 0; k < len; k++)
				fold[k] = (char) (usual.s[k] >= 'A' && usual.s[k] <= 'Z' ? usual.s[k] | 0x20 : usual.s[k]);
		}
		if (n + len + 1 > size)
			break;
		if (n)
			out[n++] = ' ';
		for (uint32_t k = 0; k < len; k++)
			if (fold[k] != '\'')
				out[n++] = fold[k];
	}
	return n;
}

/* Letters that a rule takes at a place of a name with a space before it and behind it; its first is there.  0 when it does not fit. */
static uint32_t
rule_length(const char *from, const char *at)
{
	uint32_t	n = 1;

	while (from[n] && at[n] == from[n])
		n++;
	if (from[n])
		return 0;
	return n > 1 && from[n - 1] == ' ' ? n - 1 : n;
}

static uint32_t
put(char *out, uint32_t n, char c)
{
	if (n == NEWS_SOUND_MAX || (n > 0 && out[n - 1] == c))
		return n;
	out[n] = c;
	return n + 1;
}

/* The rules of a script by the letter that they begin with, a space or one of a to z, in their order: numbers + 1, 0 for none. */
typedef struct RuleIndex
{
	uint8_t		first[32];
	uint8_t		next[RULES_MAX];
} RuleIndex;

static void
index_rules(const Rule *list, RuleIndex *index)
{
	int			n = 0;

	memset(index->first, 0, sizeof(index->first));
	while (list[n].from)
		n++;
	while (n-- > 0)
	{
		uint8_t    *first = &index->first[list[n].from[0] & 31];

		index->next[n] = *first;
		*first = (uint8_t) (n + 1);
	}
}

uint32_t
news_sound(NewsScript script, const char *words, uint32_t len, char *out)
{
	char		name[NEWS_SOUND_WORDS + 3];
	RuleIndex	index;
	uint32_t	n = 0;

	if (len > NEWS_SOUND_WORDS)
		len = NEWS_SOUND_WORDS;
	name[0] = name[len + 1] = ' ';
	name[len + 2] = '\0';
	memcpy(name + 1, words, len);
	index_rules(rules[script], &index);
	for (uint32_t i = 0; i <= len;)
	{
		char		c = name[i];
		uint8_t		at = c == ' ' || (c >= 'a' && c <= 'z') ? index.first[c & 31] : 0;
		uint32_t	taken = 0;

		for (; at && taken == 0; at = index.next[at - 1])
			if ((taken = rule_length(rules[script][at - 1].from, name + i)) > 0)
				for (const char *to = rules[script][at - 1].to; *to; to++)
					n = put(out, n, *to);
		if (taken == 0 && c != ' ')
			n = put(out, n, c);
		i += taken ? taken : 1;
	}
	return n;
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'E';
}

uint32_t
news_sound_key(NewsScript script, const char *sound, uint32_t len)
{
	char		consonants[NEWS_SOUND_MAX + 1];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len; i++)
		if (!is_vowel(sound[i]))
			consonants[n++] = sound[i];
	consonants[n++] = (char) ('0' + script);
	return news_hash(consonants, n);
}

/* May one vowel stand for the other; last: no consonant follows. */
static bool
fits(NewsScript script, char a, char b, bool last)
{
	char		low = a < b ? a : b;
	char		high = a < b ? b : a;

	if (a == b)
		return true;
	if (script == NEWS_SCRIPT_ARABIC)
		return (low == 'a' && high == 'e') || (low == 'e' && high == 'i') || (low == 'o' && high == 'u') ||
			(low == 'E' && (high == 'e' || high == 'i'));
	/* Gorbachov; Lukashenka */
	if (script == NEWS_SCRIPT_CYRILLIC)
		return (low == 'e' && high == 'o') || (last && low == 'a' && high == 'o');
	return false;
}

bool
news_sound_same(NewsScript script, const char *a, uint32_t alen, const char *b, uint32_t blen)
{
	if (alen != blen)
		return false;
	for (uint32_t i = 0; i < alen; i++)
		if (is_vowel(a[i]) != is_vowel(b[i]) || (is_vowel(a[i]) ? !fits(script, a[i], b[i], i + 1 == alen) : a[i] != b[i]))
			return false;
	return true;
}
