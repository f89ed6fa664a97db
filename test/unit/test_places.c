/*
 * test_places.c
 *	  Places: which of those of one name an article means, and where they lie.
 */
#include "check.h"

#include <stdlib.h>

#include "invariants.h"
#include "names/place.h"

static NewsArena arena;

/* The places of a text as "mention=name/code; ...". */
static const char *
places(const char *text)
{
	static char out[4000];
	static NewsOptions options = {.stages = NEWS_STAGE_NAMES};
	NewsDoc    *doc = news_annotate(&arena, text, (uint32_t) strlen(text), &options);
	size_t		n = 0;

	CHECK(news_broken_doc(doc) == NULL);
	out[0] = '\0';
	for (uint32_t i = 0; i < doc->nmentions; i++)
	{
		const NewsMention *m = &doc->mentions[i];
		const NewsEntity *e = &doc->entities[m->entity];
		NewsStr		s = news_span_str(&doc->tokens, m->first, m->end);

		if (e->kind == NEWS_PLACE)
			n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s=%.*s/%.*s", n ? "; " : "", (int) s.len, s.s,
								   (int) e->name.len, e->name.s, (int) e->code.len, e->code.s ? e->code.s : "");
	}
	return out;
}

#define CHECK_PLACES(text, want) CHECK_STR(news_str(places(text)), want)

/* What stands right behind a place says where it lies, and what that is. */
static void
test_behind(void)
{
	CHECK_PLACES("Police in Paris, Texas, closed a bridge. The mayor of Paris was there.",
				 "Paris=Paris, Texas/USA; Texas=Texas/USA; Paris=Paris, Texas/USA");
	CHECK_PLACES("Rain fell in Atlanta, Georgia, on Monday. Georgia had little rain.",
				 "Atlanta=Atlanta/USA; Georgia=Georgia (U.S. state)/USA; Georgia=Georgia (U.S. state)/USA");
	CHECK_PLACES("He flew to Tbilisi, Georgia.", "Tbilisi=Tbilisi/GEO; Georgia=Georgia/GEO");
	CHECK_PLACES("The mayor of Athens, Ga., rose.", "Athens=Athens, Georgia/USA; Ga.=Georgia (U.S. state)/USA");
	CHECK_PLACES("The road from London, Ontario, is long.", "London=London, Ontario/CAN; Ontario=Ontario/CAN");
	CHECK_PLACES("The port of Tripoli, Lebanon, is open.", "Tripoli=Tripoli, Lebanon/LBN; Lebanon=Lebanon/LBN");
	CHECK_PLACES("Shots were fired in Tripoli, in northern Lebanon.", "Tripoli=Tripoli, Lebanon/LBN; Lebanon=Lebanon/LBN");
	CHECK_PLACES("Shots were fired in Hyderabad in Pakistan.", "Hyderabad=Hyderabad, Pakistan/PAK; Pakistan=Pakistan/PAK");
	CHECK_PLACES("A school in Cambridge, England, and one in Cambridge, Massachusetts, closed.",
				 "Cambridge=Cambridge/GBR; England=England/GBR; Cambridge=Cambridge, Massachusetts/USA; Massachusetts=Massachusetts/USA");
	CHECK_PLACES("The talks in Paris, France, went on.", "Paris=Paris/FRA; France=France/FRA");
	/* a place that the lexicon does not know */
	CHECK_PLACES("He lives in Quarrowtown, Texas.", "Quarrowtown=Quarrowtown/USA; Texas=Texas/USA");
	CHECK_PLACES("He was in Quarrowtown, Paris and London.", "Quarrowtown=Quarrowtown/; Paris=Paris/FRA; London=London/GBR");
}

/* The rest of the article decides about a name that stands alone. */
static void
test_article(void)
{
	CHECK_PLACES("Rain fell in Alabama, Georgia and Florida.",
				 "Alabama=Alabama/USA; Georgia=Georgia (U.S. state)/USA; Florida=Florida/USA");
	CHECK_PLACES("Washington said that Georgia may ask the United States for help.",
				 "Washington=Washington/USA; Georgia=Georgia/GEO; United States=United States/USA");
	CHECK_PLACES("The road to Birmingham is closed. Alabama's governor said so.", "Birmingham=Birmingham, Alabama/USA; Alabama=Alabama/USA");
	CHECK_PLACES("American and Russian envoys met in Geneva. The United States was content.",
				 "Geneva=Geneva/CHE; United States=United States/USA");
	CHECK_PLACES("The road to Birmingham is closed. Britain's transport minister said so.",
				 "Birmingham=Birmingham/GBR; Britain=United Kingdom/GBR");
	CHECK_PLACES("Pakistan's army left Hyderabad. Pakistani papers wrote so.", "Pakistan=Pakistan/PAK; Hyderabad=Hyderabad, Pakistan/PAK");
	/* a capital gives way only to what stands behind it */
	CHECK_PLACES("Texas and Oklahoma liked what Paris had to say.", "Texas=Texas/USA; Oklahoma=Oklahoma/USA; Paris=Paris/FRA");
}

/* The first place of a name in a country, as "name/code/kind lat lon". */
static const char *
first_place(const char *name, const char *country)
{
	static char out[200];
	const NewsPlace *found[3];
	uint32_t	n = news_place_find(&arena, news_str(name), news_str(country), found, 3);
	NewsStr		s;

	CHECK(n <= 3);
	if (n == 0)
		return "none";
	s = news_place_name(&arena, found[0]);
	snprintf(out, sizeof(out), "%.*s/%s/%s %d %d", (int) s.len, s.s, news_lexicon.pool + found[0]->code,
			 news_place_kind_names[found[0]->kind], found[0]->latitude / 100000, found[0]->longitude / 100000);
	return out;
}

#define CHECK_PLACE(name, country, want) CHECK_STR(news_str(first_place(name, country)), want)

static void
test_find(void)
{
	CHECK_PLACE("Paris", NULL, "Paris/FRA/capital 48 2");
	CHECK_PLACE("paris", "USA", "Paris, Texas/USA/city 33 -95");
	CHECK_PLACE("Paris, Texas", NULL, "Paris, Texas/USA/city 33 -95");
	CHECK_PLACE(" Paris ,  Texas ", NULL, "Paris, Texas/USA/city 33 -95");
	CHECK_PLACE("Paris, Texas", "France", "none");
	CHECK_PLACE("Georgia", NULL, "Georgia/GEO/country 41 43");
	CHECK_PLACE("Georgia", "United States", "Georgia (U.S. state)/USA/region 33 -83");
	CHECK_PLACE("Georgia (U.S. state)", NULL, "Georgia (U.S. state)/USA/region 33 -83");
	CHECK_PLACE("Washington, D.C.", NULL, "Washington/USA/capital 38 -77");
	CHECK_PLACE("Kiev", "UKR", "Kyiv/UKR/capital 50 30");
	CHECK_PLACE("St. Petersburg", NULL, "Saint Petersburg/RUS/city 59 30");
	CHECK_PLACE("Red Sea", NULL, "none");
	CHECK_PLACE("Nowhere at All", NULL, "none");
	CHECK_PLACE("", NULL, "none");
	CHECK_PLACE(",", NULL, "none");
	CHECK_PLACE(",,", "", "none");
}

/* The name of every place that a bare name does not mean finds that place. */
static void
test_names(void)
{
	uint32_t	lost = 0;

	for (uint32_t i = 0; i < news_lexicon.nplaces; i++)
	{
		const NewsPlace *place = &news_lexicon.places[i];
		const NewsPlace *found[20];
		NewsStr		name = news_place_name(&arena, place);
		uint32_t	n = news_place_find(&arena, name, news_str(news_lexicon.pool + place->code), found, 20);

		CHECK(i == 0 || news_lexicon.places[i - 1].entity <= place->entity);
		CHECK(!place->usual || i == 0 || news_lexicon.places[i - 1].entity < place->entity);
		lost += n == 0;
	}
	/* a few have a region that no place is called */
	CHECK(lost < news_lexicon.nplaces / 100);
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_behind();
	test_article();
	test_find();
	test_names();
	news_arena_release(&arena);
	return check_done();
}
