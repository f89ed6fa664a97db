/*
 * test_sound.c
 *	  The sound of people's names: spellings of one, and names that are two.
 */
#include "check.h"

#include "names/sound.h"

/* Do two names of small letters have one sound in the script of a country? */
static bool
same(const char *code, const char *a, const char *b)
{
	NewsScript	script = news_script_of(news_str(code));
	char		sa[NEWS_SOUND_MAX];
	char		sb[NEWS_SOUND_MAX];
	uint32_t	na = news_sound(script, a, (uint32_t) strlen(a), sa);
	uint32_t	nb = news_sound(script, b, (uint32_t) strlen(b), sb);

	return news_sound_key(script, sa, na) == news_sound_key(script, sb, nb) && news_sound_same(script, sa, na, sb, nb);
}

static void
test_scripts(void)
{
	CHECK(news_script_of(news_str("RUS")) == NEWS_SCRIPT_CYRILLIC);
	CHECK(news_script_of(news_str("IRN")) == NEWS_SCRIPT_ARABIC);
	CHECK(news_script_of(news_str("IS")) == NEWS_SCRIPT_ARABIC);
	CHECK(news_script_of(news_str("IR")) == NEWS_SCRIPT_LATIN);
	CHECK(news_script_of(news_str("FRA")) == NEWS_SCRIPT_LATIN);
	CHECK(news_script_of(NEWS_NO_STR) == NEWS_SCRIPT_LATIN);
	CHECK(news_script_of(news_str("UNESCO")) == NEWS_SCRIPT_LATIN);
}

static void
test_one(void)
{
	CHECK(same("RUS", "sergey orlovsky", "sergei orlovskiy"));
	CHECK(same("RUS", "igor lavrentyev", "igor lawrentjew"));
	CHECK(same("UKR", "ivan petrenkovich", "ivan petrenkovych"));
	CHECK(same("LBY", "muammar gaddafi", "moammar al kadhafi"));
	CHECK(same("IRN", "abdollah karimi", "abdallah karimi"));
	CHECK(same("SAU", "abd al rahman harbi", "abdurrahman al harbi"));
	CHECK(same("SYR", "sheikh samir halabi", "samir halaby"));
	CHECK(same("KOR", "park geun hye", "pak kun hye"));
	CHECK(same("JPN", "jiro satoh", "jiro sato"));
	CHECK(same("JPN", "taro kouno", "taro kono"));
	CHECK(same("SRB", "marko djokic", "marko dokich"));
	CHECK(same("DEU", "jorg muller", "joerg mueller"));
	CHECK(same("FRA", "jean pierre lamotte", "jeanpierre lamote"));
}

static void
test_two(void)
{
	CHECK(!same("RUS", "igor ivanov", "yegor ivanov"));
	CHECK(!same("RUS", "sergey orlov", "sergey orlova"));
	CHECK(!same("IRQ", "hassan karimi", "hussein karimi"));
	CHECK(!same("LBN", "saad halabi", "said halabi"));
	CHECK(!same("EGY", "ali sabry", "alaa sabry"));
	CHECK(!same("IRQ", "hamad karimi", "hamid karimi"));
	CHECK(!same("KOR", "kim jong un", "kim jong in"));
	CHECK(!same("FRA", "jean lamotte", "jan lamotte"));
	CHECK(!same("FRA", "sergey orlov", "sergei orlov"));
}

/* What is longer than a sound may be, and what is nothing. */
static void
test_ends(void)
{
	char		name[1000];
	char		sound[NEWS_SOUND_MAX];

	for (size_t i = 0; i < sizeof(name); i++)
		name[i] = (char) ('a' + i % 26);
	for (int script = 0; script < NEWS_SCRIPTS; script++)
	{
		CHECK(news_sound((NewsScript) script, name, sizeof(name), sound) <= NEWS_SOUND_MAX);
		CHECK(news_sound((NewsScript) script, name, 0, sound) == 0);
		CHECK(news_sound((NewsScript) script, " ", 1, sound) == 0);
	}
	CHECK(news_sound(NEWS_SCRIPT_ARABIC, "al ", 3, sound) <= 2);
}

int
main(void)
{
	test_scripts();
	test_one();
	test_two();
	test_ends();
	return check_done();
}
