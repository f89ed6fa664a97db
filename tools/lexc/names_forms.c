/*
 * names_forms.c
 *	  What the names of people may look like besides, by rule: Park Geun Hye, Nursultan
 *	  Nazarbaev, Abe Shinzo, Chou En-lai.
 */
#include "names.h"

#include <ctype.h>
#include <string.h>

/* ---- Wade-Giles ---- */

/* Syllables of a given name. */
#define SYLLABLES_MAX 2
/* Letters of a syllable, with the NUL. */
#define SYLLABLE_SIZE 8

/* Pinyin and Wade-Giles as the press has it, without apostrophes and umlauts; longest first. */
static const char *const initials[][2] = {
	{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"}, {"p", "p"}, {"m", "m"}, {"f", "f"}, {"d", "t"}, {"t", "t"}, {"n", "n"}, {"l", "l"},
	{"g", "k"}, {"k", "k"}, {"h", "h"}, {"j", "ch"}, {"q", "ch"}, {"x", "hs"}, {"r", "j"}, {"z", "ts"}, {"c", "ts"}, {"s", "s"},
	{"y", "y"}, {"w", "w"}, {"", ""}
};
static const char *const finals[][2] = {
	{"iang", "iang"}, {"iong", "iung"}, {"uang", "uang"}, {"ang", "ang"}, {"eng", "eng"}, {"ong", "ung"}, {"iao", "iao"}, {"ian", "ien"},
	{"ing", "ing"}, {"uai", "uai"}, {"uan", "uan"}, {"ai", "ai"}, {"ei", "ei"}, {"ao", "ao"}, {"ou", "ou"}, {"an", "an"}, {"en", "en"},
	{"ia", "ia"}, {"ie", "ieh"}, {"iu", "iu"}, {"in", "in"}, {"ua", "ua"}, {"uo", "o"}, {"ui", "ui"}, {"un", "un"}, {"ue", "ueh"},
	{"er", "erh"}, {"a", "a"}, {"o", "o"}, {"e", "e"}, {"i", "i"}, {"u", "u"}
};
/* Syllables that the two tables do not give. */
static const char *const whole[][2] = {
	{"zhi", "chih"}, {"chi", "chih"}, {"shi", "shih"}, {"ri", "jih"}, {"zi", "tzu"}, {"ci", "tzu"}, {"si", "ssu"}, {"yi", "i"},
	{"yan", "yen"}, {"ye", "yeh"}, {"you", "yu"}, {"ge", "ko"}, {"ke", "ko"}, {"he", "ho"}, {"guo", "kuo"}, {"kuo", "kuo"}, {"huo", "huo"},
	{"shuo", "shuo"}, {"gui", "kuei"}, {"kui", "kuei"}
};

#define LENGTH(table) (sizeof(table) / sizeof(*(table)))

/* One syllable of pinyin in Wade-Giles; false when it is none. */
static bool
wade_giles(const char *s, size_t len, char *out)
{
	for (size_t k = 0; k < LENGTH(whole); k++)
		if (strlen(whole[k][0]) == len && memcmp(whole[k][0], s, len) == 0)
		{
			strcpy(out, whole[k][1]);
			return true;
		}
	for (size_t i = 0; i < LENGTH(initials); i++)
	{
		size_t		start = strlen(initials[i][0]);

		if (start >= len || memcmp(initials[i][0], s, start) != 0)
			continue;
		for (size_t k = 0; k < LENGTH(finals); k++)
			if (strlen(finals[k][0]) == len - start && memcmp(finals[k][0], s + start, len - start) == 0)
			{
				snprintf(out, SYLLABLE_SIZE + 1, "%s%s", initials[i][1], finals[k][1]);
				return true;
			}
	}
	return false;
}

/* Divides a given name in small letters into syllables; returns how many, 0 when it is no pinyin of at most two.  cut: bytes of the first. */
static int
divide(const char *s, size_t *cut, char out[SYLLABLES_MAX][SYLLABLE_SIZE + 1])
{
	size_t		len = strlen(s);

	*cut = len;
	if (wade_giles(s, len, out[0]))
		return 1;
	/* the second one begins with a consonant where it can */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = len - 1; i > 0; i--)
			if ((strchr("aeo", s[i]) != NULL) == (pass == 1) && wade_giles(s, i, out[0]) && wade_giles(s + i, len - i, out[1]))
			{
				*cut = i;
				return 2;
			}
	return 0;
}

/* Chou En-lai and Zhou En-lai, of Zhou Enlai. */
static void
add_wade_giles(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	const char *space = strchr(name, ' ');
	char		small[64];
	char		family[SYLLABLE_SIZE + 1];
	char		given[SYLLABLES_MAX][SYLLABLE_SIZE + 1];
	char		other[128];
	size_t		cut;
	int			syllables;

	if (!space || strchr(space + 1, ' ') || strchr(name, '-') || strlen(name) >= sizeof(small))
		return;
	for (size_t i = 0; i <= strlen(name); i++)
		small[i] = (char) tolower((unsigned char) name[i]);
	small[space - name] = '\0';
	syllables = divide(small + (space - name) + 1, &cut, given);
	if (!syllables || !wade_giles(small, strlen(small), family))
		return;
	family[0] = (char) toupper((unsigned char) family[0]);
	given[0][0] = (char) toupper((unsigned char) given[0][0]);
	if (syllables == 2)
	{
		snprintf(other, sizeof(other), "%.*s-%s", (int) ((size_t) (space - name) + 1 + cut), name, space + 1 + cut);
		names_add_spelling(n, row, other, ent, 0);
		snprintf(other, sizeof(other), "%s %s-%s", family, given[0], given[1]);
	}
	else
		snprintf(other, sizeof(other), "%s %s", family, given[0]);
	/* "Wang I" may begin a sentence of the first person */
	if (given[0][1] && strcmp(other, name) != 0)
		names_add_spelling(n, row, other, ent, 0);
}

/* ---- Others ---- */

/* Park Geun Hye, of Park Geun-hye. */
static void
add_without_hyphen(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	char		other[512];
	char	   *hyphen;

	strcpy(other, name);
	hyphen = strchr(other, '-');
	if (!hyphen || !strchr(other, ' ') || strchr(other, ' ') > hyphen || !islower((unsigned char) hyphen[1]) ||
		names_article_length(strchr(other, ' ') + 1) != 0)
		return;
	hyphen[0] = ' ';
	hyphen[1] = (char) toupper((unsigned char) hyphen[1]);
	names_add_spelling(n, row, other, ent, 0);
}

/* Nursultan Nazarbaev, of Nursultan Nazarbayev. */
static void
add_other_ending(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	static const char *const endings[] = {"ayev", "aev", "iyev", "iev", "eyev", "eev", "ayeva", "aeva", "iyeva", "ieva"};
	char		other[512];
	size_t		len = strlen(name);

	for (size_t i = 0; i < LENGTH(endings); i++)
	{
		size_t		tail = strlen(endings[i]);

		if (len <= tail || strcmp(name + len - tail, endings[i]) != 0)
			continue;
		strcpy(other, name);
		strcpy(other + len - tail, endings[i ^ 1]);
		names_add_spelling(n, row, other, ent, 0);
		return;
	}
}

/* The other order of a name of two words: Abe Shinzo, Orban Viktor, Geun-hye Park. */
static void
add_other_order(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	const char *space = strchr(name, ' ');
	char		other[512];

	if (!space || strchr(space + 1, ' '))
		return;
	snprintf(other, sizeof(other), "%s %.*s", space + 1, (int) (space - name), name);
	names_add_spelling(n, row, other, ent, 0);
}

void
names_add_forms(Names *n, const LexcRow *row, const char *name, uint32_t ent)
{
	const char *code = lexc_pool_bytes(n->pool) + n->ents[ent].code;

	if (strlen(name) > 500 || *name == '=')
		return;
	add_without_hyphen(n, row, name, ent);
	add_other_ending(n, row, name, ent);
	if (strcmp(code, "CHN") == 0)
		add_wade_giles(n, row, name, ent);
	if (strcmp(code, "JPN") == 0 || strcmp(code, "HUN") == 0 || strcmp(code, "KOR") == 0)
		add_other_order(n, row, name, ent);
}
