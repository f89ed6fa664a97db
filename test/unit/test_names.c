/*
 * test_names.c
 *	  Names: where they stand, whom they mean, the lexicon, the user's own.
 */
#include "check.h"

#include <stdlib.h>

#include "invariants.h"
#include "names/dict.h"
#include "names/names.h"
#include "names/describe.h"
#include "names/lexicon.h"
#include "names/office.h"
#include "names/role.h"

static NewsArena arena;

static NewsDoc *
annotate(const char *text, const struct NewsDict *dict)
{
	static NewsOptions options;
	NewsDoc    *doc;

	options = (NewsOptions) {.stages = NEWS_STAGE_NAMES, .dict = dict};
	doc = news_annotate(&arena, text, (uint32_t) strlen(text), &options);
	CHECK(news_broken_doc(doc) == NULL);
	return doc;
}

/* Writes a mention as "mention=kind:name/code", behind "; " when it is not the first; returns the bytes. */
static size_t
write_mention(const NewsDoc *doc, const NewsMention *m, char *out, size_t n, size_t size)
{
	const NewsEntity *e = &doc->entities[m->entity];
	NewsStr		s = news_span_str(&doc->tokens, m->first, m->end);

	CHECK(m->score >= 0.5f && m->score <= 1);
	return (size_t) snprintf(out + n, size - n, "%s%.*s=%.*s:%.*s%s%.*s", n ? "; " : "", (int) s.len, s.s,
							 (int) e->kind_name.len, e->kind_name.s, (int) e->name.len, e->name.s,
							 e->code.s ? "/" : "", (int) e->code.len, e->code.s ? e->code.s : "");
}

/* All mentions, those inside of another before it. */
static const char *
names_with(const char *text, const struct NewsDict *dict)
{
	static char out[4000];
	NewsDoc    *doc = annotate(text, dict);
	size_t		n = 0;

	out[0] = '\0';
	for (uint32_t i = 0, k = 0; i < doc->nmentions; i++)
	{
		for (; k < doc->ninner && doc->inner[k].outer == i; k++)
			n += write_mention(doc, &doc->inner[k].mention, out, n, sizeof(out));
		n += write_mention(doc, &doc->mentions[i], out, n, sizeof(out));
	}
	return out;
}

static const char *
names(const char *text)
{
	return names_with(text, NULL);
}

#define CHECK_NAMES(text, want) CHECK_STR(news_str(names(text)), want)

static void
test_lexicon(void)
{
	CHECK_NAMES("Envoys of the U.S. and of the United Kingdom met in Vienna.",
				"U.S.=place:United States/USA; United Kingdom=place:United Kingdom/GBR; Vienna=place:Vienna/AUT");
	CHECK_NAMES("It helps us to know who is who.", "");
	CHECK_NAMES("French farmers and two Norwegians wrote to the IMF.",
				"French=group:French/FRA; Norwegians=group:Norwegian/NOR; IMF=organization:International Monetary Fund/IMF");
	CHECK_NAMES("Fighters of Daesh left, and so did those of ISIL.",
				"Daesh=organization:Islamic State/IS; ISIL=organization:Islamic State/IS");
	CHECK_NAMES("They spoke of the G-20 and of the G20.", "G-20=organization:G20/G20; G20=organization:G20/G20");
	CHECK_NAMES("Talks went on in Jordan, not in Chad.", "Jordan=place:Jordan/JOR; Chad=place:Chad/TCD");
	CHECK_NAMES("A turkey and some china were sold in Turkey and in China.", "Turkey=place:Turkey/TUR; China=place:China/CHN");
}

static void
test_people(void)
{
	CHECK_NAMES("President Maria Lindqvist spoke. Lindqvist was brief.",
				"Maria Lindqvist=person:Maria Lindqvist; Lindqvist=person:Maria Lindqvist");
	CHECK_NAMES("Foreign Minister Sergei Lavrov came; Lavrov left.",
				"Sergei Lavrov=person:Sergey Lavrov/RUS; Lavrov=person:Sergey Lavrov/RUS");
	CHECK_NAMES("He quoted Martin Luther King Jr. at length.", "Martin Luther King Jr.=person:Martin Luther King Jr./USA");
	CHECK_NAMES("Actress Jordan Bakersfield and Chad Smith dined in Paris.",
				"Jordan Bakersfield=person:Jordan Bakersfield; Chad Smith=person:Chad Smith; Paris=place:Paris/FRA");
	CHECK_NAMES("Peter Braddock and Anna Braddock married. Peter Braddock wept.",
				"Peter Braddock=person:Peter Braddock; Anna Braddock=person:Anna Braddock; Peter Braddock=person:Peter Braddock");
}

/* Titles are no part of a person's name, whatever stands before them. */
static void
test_titles(void)
{
	static const char *const titles[] = {
		"Chancellor", "President", "Prime Minister", "Defense Minister", "Defence Minister", "Foreign Minister", "Secretary of State",
		"Governor", "Senator", "Mayor", "Judge", "Chief Justice", "Attorney General", "Pope", "Bishop", "Archbishop", "Cardinal", "Dean",
		"Rabbi", "Imam", "King", "Queen", "Prince", "Crown Prince", "Princess", "Emperor", "Archduke", "Viscount", "Marshal",
		"Field Marshal", "Major", "Major General", "General", "Colonel", "Captain", "Sergeant", "Vice Admiral", "Ambassador",
		"Vice President", "Deputy Prime Minister", "Finance Minister", "Foreign Affairs Minister", "Police Chief", "Professor", "Coach",
		"Undersecretary", "Chief of Staff", "Special Envoy", "Commissioner", "Sheriff", "Premier", "Opposition Leader", "Spokesman"
	};
	static const char *const origins[] = {"", "German ", "Irish ", "Israeli ", "South Korean "};

	for (size_t k = 0; k < sizeof(titles) / sizeof(*titles); k++)
		for (size_t o = 0; o < sizeof(origins) / sizeof(*origins); o++)
			for (int inside = 0; inside < 2; inside++)
			{
				char		text[200];
				const char *found;

				snprintf(text, sizeof(text), "%s%s%s Anna Lindqvist met him there on Friday.", inside ? "On Monday the envoys of " : "",
						 origins[o], titles[k]);
				found = strstr(names(text), "Anna Lindqvist=person:Anna Lindqvist");
				if (!found || (found > names(text) && found[-1] != ' ') || strstr(names(text), titles[k]))
					CHECK_NAMES(text, "Anna Lindqvist=person:Anna Lindqvist");
			}
	CHECK_NAMES("German Chancellor Angela Merkel met him.", "German=group:German/DEU; Angela Merkel=person:Angela Merkel/DEU");
	CHECK_NAMES("There German Major Karl Lindner rose.", "German=group:German/DEU; Karl Lindner=person:Karl Lindner");
	CHECK_NAMES("Austin Mayor Anna Lindqvist rose.", "Austin=place:Austin/USA; Anna Lindqvist=person:Anna Lindqvist");
	CHECK_NAMES("House Speaker Peter Lindner rose.",
				"House=organization:U.S. House of Representatives/USA; Peter Lindner=person:Peter Lindner");
	CHECK_NAMES("Georgia Gov. Zebbo Lindner rose.", "Georgia=place:Georgia/GEO; Zebbo Lindner=person:Zebbo Lindner");
	CHECK_NAMES("Anna King spoke. Then King left, and the King of Spain came.",
				"Anna King=person:Anna King; King=person:Anna King; Spain=place:Spain/ESP");
	CHECK_NAMES("Paul King Jr. spoke. They liked King, and Dr. King left.",
				"Paul King Jr.=person:Paul King Jr.; King=person:Paul King Jr.; King=person:Paul King Jr.");
	CHECK_NAMES("They heard President Park Geun-hye.", "Park Geun-hye=person:Park Geun-hye/KOR");
	CHECK_NAMES("Chief of Staff Mark Tolvaney rose.", "Mark Tolvaney=person:Mark Tolvaney");
	CHECK_NAMES("German Lindner and Major Lindner rose.", "German Lindner=person:German Lindner; Lindner=person:German Lindner");
}

static void
test_organizations(void)
{
	CHECK_NAMES("VIENNA, March 3 (Quarry Wire) - Nothing was signed (so it said).", "VIENNA=place:Vienna/AUT; Quarry Wire=organization:Quarry Wire");
	CHECK_NAMES("A spokesman for the Brantwick Harbour Authority (BHA) spoke. The BHA said no.",
				"Brantwick Harbour Authority=organization:Brantwick Harbour Authority; BHA=organization:Brantwick Harbour Authority; "
				"BHA=organization:Brantwick Harbour Authority");
	CHECK_NAMES("The Norwegian Fisheries Ministry answered.",
				"Norwegian Fisheries Ministry=organization:Norwegian Fisheries Ministry/NOR");
	CHECK_NAMES("Shares of Brantwell Corp fell. Brantwell said so.",
				"Brantwell Corp=organization:Brantwell; Brantwell=organization:Brantwell");
}

/* Whom short forms mean, and names that are found because the article had them in full. */
static void
test_coreference(void)
{
	CHECK_NAMES("Tomas Rice spoke. Nobody ate rice. Police had the Rice letters.",
				"Tomas Rice=person:Tomas Rice; Rice=person:Tomas Rice");
	CHECK_NAMES("The Brantwick Appeals Court sat. Later the Court rose, and a court is a court.",
				"Brantwick Appeals Court=organization:Brantwick Appeals Court; Court=organization:Brantwick Appeals Court");
	/* a little word that is a name */
	CHECK_NAMES("Vice Premier Liu He rose. Liu sat. He left.", "Liu He=person:Liu He/CHN; Liu=person:Liu He/CHN");
	/* one name in every article: initials, transliteration */
	CHECK_NAMES("Tomas B. Lindner rose.", "Tomas B. Lindner=person:Tomas Lindner");
	CHECK_NAMES("Mouammar Kadhafi rose.", "Mouammar Kadhafi=person:Muammar Gaddafi/LBY");
	CHECK_NAMES("Tomas Kadhafi rose.", "Tomas Kadhafi=person:Tomas Kadhafi");
	/* two courts: neither */
	CHECK_NAMES("The Brantwick Appeals Court and the Lindholm Appeals Court sat. Later the Court rose.",
				"Brantwick Appeals Court=organization:Brantwick Appeals Court; Lindholm Appeals Court=organization:Lindholm Appeals Court; Court=organization:Court");
	CHECK_NAMES("The Lindholm Railway Authority (NSBK) closed. It was NSBK that said so.",
				"Lindholm Railway Authority=organization:Lindholm Railway Authority; "
				"NSBK=organization:Lindholm Railway Authority; NSBK=organization:Lindholm Railway Authority");
	CHECK_NAMES("Maria Lindqvist rose. Then M. Lindqvist sat.",
				"Maria Lindqvist=person:Maria Lindqvist; M. Lindqvist=person:Maria Lindqvist");
	CHECK_NAMES("Pedro Moreno Salgado rose. Then Moreno Salgado sat, and Luis Salgado rose.",
				"Pedro Moreno Salgado=person:Pedro Moreno Salgado; Moreno Salgado=person:Pedro Moreno Salgado; "
				"Luis Salgado=person:Luis Salgado");
	/* one name has one code, wherever the article tells it */
	CHECK_NAMES("A barn burned in Quarrytown. Another burned in Quarrytown, Texas.",
				"Quarrytown=place:Quarrytown/USA; Quarrytown=place:Quarrytown/USA; Texas=place:Texas/USA");
}

/* People and their roles as "name=role; ...". */
static const char *
roles(const char *text)
{
	static char out[2000];
	NewsDoc    *doc = annotate(text, NULL);
	size_t		n = 0;

	out[0] = '\0';
	for (uint32_t i = 0; i < doc->nmentions; i++)
	{
		NewsStr		name = doc->entities[doc->mentions[i].entity].name;
		NewsStr		role = news_role_text(doc, &doc->mentions[i]);

		if (doc->entities[doc->mentions[i].entity].kind == NEWS_PERSON)
			n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s=%.*s", n ? "; " : "", (int) name.len, name.s, (int) role.len, role.s ? role.s : "");
	}
	return out;
}

#define CHECK_ROLES(text, want) CHECK_STR(news_str(roles(text)), want)

static void
test_roles(void)
{
	CHECK_ROLES("Norwegian Fisheries Minister Anna Lindqvist rose.", "Anna Lindqvist=Norwegian Fisheries Minister");
	CHECK_ROLES("Anna Lindqvist, the Norwegian minister of fisheries, rose.", "Anna Lindqvist=Norwegian minister of fisheries");
	CHECK_ROLES("The chief executive of Quarrel Corp, Anna Lindqvist, rose.", "Anna Lindqvist=chief executive of Quarrel Corp");
	CHECK_ROLES("Norway's foreign minister, Anna Lindqvist, rose. Lindqvist sat.", "Anna Lindqvist=Norway's foreign minister; Anna Lindqvist=");
	CHECK_ROLES("They then met the former Norwegian minister of\nstate Anna Lindqvist in Oslo. It was the foreign\nminister Anna Lindqvist.",
				"Anna Lindqvist=former Norwegian minister of state; Anna Lindqvist=foreign minister");
	CHECK_ROLES("Mr. Lindqvist met his sister, Anna Tolvaney, and said minister Peter Lindner would rise.",
				"Lindqvist=; Anna Tolvaney=; Peter Lindner=minister");
	CHECK_ROLES("On Monday Prime Minister Anna Lindqvist rose.", "Anna Lindqvist=Prime Minister");
	CHECK_ROLES("In 2009, then-Fisheries Minister Anna Lindqvist rose.", "Anna Lindqvist=then-Fisheries Minister");
	CHECK_ROLES("Prime minister-designate Anna Lindqvist met President-elect Peter Lindner.",
				"Anna Lindqvist=Prime minister-designate; Peter Lindner=President-elect");
	CHECK_ROLES("The head of the Harbour Authority, Anna Lindqvist, rose.", "Anna Lindqvist=head of the Harbour Authority");
	CHECK_ROLES("Anna Lindqvist, a professor of history at the University of Oslo, rose.",
				"Anna Lindqvist=professor of history at the University of Oslo");
	CHECK_ROLES("Anna Lindqvist, co-founder of Quarrel Corp, met EU foreign policy chief Peter Lindner.",
				"Anna Lindqvist=co-founder of Quarrel Corp; Peter Lindner=EU foreign policy chief");
	CHECK_ROLES("Anna Lindqvist, the president's national security adviser, met Peter Lindner (the central bank governor).",
				"Anna Lindqvist=president's national security adviser; Peter Lindner=central bank governor");
	/* the role of one is not that of the next */
	CHECK_ROLES("Senator Anna Lindqvist, President Peter Lindner and Mark Tolvaney rose.",
				"Anna Lindqvist=Senator; Peter Lindner=President; Mark Tolvaney=");
}

/* The person whom the last words of a text, behind a semicolon, describe. */
static const char *
described(const char *text, const char *owner, NewsDay day)
{
	static char out[200];
	static NewsOptions options;
	NewsDoc    *doc;
	NewsDescribed found;
	uint32_t	first;

	options = (NewsOptions) {.stages = NEWS_STAGE_NAMES, .published = {day != NEWS_NO_DAY, day, 0}};
	doc = news_annotate(&arena, text, (uint32_t) strlen(text), &options);
	for (first = doc->tokens.n; first > 0 && doc->tokens.items[first - 1].mark != ';'; first--)
		;
	if (!news_describe(news_read_descriptions(doc), first, doc->tokens.n, owner ? news_str(owner) : NEWS_NO_STR, &found))
		return "";
	snprintf(out, sizeof(out), "%.*s%s", (int) found.name.len, found.name.s, found.entity >= 0 ? " here" : "");
	return out;
}

#define CHECK_DESCRIBED(text, owner, day, want) CHECK_STR(news_str(described(text, owner, day)), want)
#define DAY_2016 17000			/* 2016-07-18 */
#define DAY_2025 20200			/* 2025-04-22 */
#define DAY_2026 20604			/* 2026-05-31 */

static void
test_descriptions(void)
{
	CHECK_DESCRIBED("Mayor Anna Lindqvist rose. ; the mayor", NULL, NEWS_NO_DAY, "Anna Lindqvist here");
	/* two mayors, none before, none at all */
	CHECK_DESCRIBED("Mayor Anna Lindqvist met Mayor Peter Lindner. ; the mayor", NULL, NEWS_NO_DAY, "");
	CHECK_DESCRIBED("They rose. ; the mayor", NULL, DAY_2016, "");
	CHECK_DESCRIBED("Norwegian Minister Anna Lindqvist met Danish Minister Peter Lindner. ; the Danish minister", "DNK", NEWS_NO_DAY,
					"Peter Lindner here");
	CHECK_DESCRIBED("They rose. ; the French president", "FRA", DAY_2016, "Francois Hollande");
	CHECK_DESCRIBED("They rose. ; the French president", "FRA", DAY_2025, "Emmanuel Macron");
	CHECK_DESCRIBED("They rose. ; the French president", "FRA", NEWS_NO_DAY, "");
	CHECK_DESCRIBED("They rose. ; the former French president", "FRA", DAY_2016, "");
	CHECK_DESCRIBED("They rose. ; the US secretary of state", "USA", DAY_2016, "John Kerry");
	CHECK_DESCRIBED("They rose. ; the pope", NULL, DAY_2016, "Pope Francis");
	CHECK_DESCRIBED("They rose. ; the Hungarian prime minister", "HUN", DAY_2025, "Viktor Orban");
	CHECK_DESCRIBED("They rose. ; the Hungarian prime minister", "HUN", DAY_2026, "Peter Magyar");
	CHECK_DESCRIBED("They rose. ; the Iraqi president", "IRQ", DAY_2026, "Nizar Amedi");
	CHECK_DESCRIBED("They rose. ; the Vietnamese president", "VNM", DAY_2026, "To Lam");
	CHECK_DESCRIBED("They rose. ; the Bulgarian prime minister", "BGR", DAY_2026, "Rumen Radev");
	CHECK_DESCRIBED("They rose. ; the Peruvian president", "PER", DAY_2026, "Jose Maria Balcazar");
}

/* Every office that has a title has a holder in the lexicon, or its name is misspelled. */
static void
test_offices(void)
{
	for (uint32_t i = 0; i < news_offices.nnames; i++)
	{
		bool		known = false;

		for (uint32_t k = 0; k < news_lexicon.noffices; k++)
			known |= strcmp(news_lexicon.pool + news_lexicon.offices[k].office, news_offices.names[i]) == 0;
		if (!known)
			fprintf(stderr, "nobody holds the office \"%s\"\n", news_offices.names[i]);
		CHECK(known);
	}
}

static void
test_capitals(void)
{
	CHECK_NAMES("Many people came. Yesterday they left. Nobody knows why.", "");
	CHECK_NAMES("Bridge Closed After Heavy Rain in Norway\n\nThe bridge was closed.", "Norway=place:Norway/NOR");
	CHECK_NAMES("BRIDGE CLOSED AFTER HEAVY RAIN IN NORWAY\n\nThe bridge was closed.", "NORWAY=place:Norway/NOR");
}

static void
test_find(void)
{
	NewsNameInfo info[4];

	CHECK(news_name_find(&arena, NEWS_STR("u.s."), info, 4) >= 1);
	CHECK_STR(info[0].name, "United States");
	CHECK_STR(info[0].code, "USA");
	CHECK(news_name_find(&arena, NEWS_STR("the Netherlands"), info, 4) >= 1);
	CHECK_STR(info[0].name, "Netherlands");
	CHECK(news_name_find(&arena, NEWS_STR("Sergei Lavrov"), info, 4) == 1);
	CHECK_STR(info[0].name, "Sergey Lavrov");
	CHECK_INT(info[0].kind, NEWS_PERSON);
	CHECK(news_name_find(&arena, NEWS_STR("Nobody Whatsoever"), info, 4) == 0);
	CHECK(news_name_find(&arena, NEWS_STR(""), info, 4) == 0);
	CHECK_STR(news_name_of_code(NEWS_STR("DEU")), "Germany");
	CHECK_STR(news_name_of_code(NEWS_STR("QQQ")), NULL);
}

static void
test_family(void)
{
	CHECK_STR(news_name_family(NEWS_STR("Sergey Lavrov")), "Lavrov");
	CHECK_STR(news_name_family(NEWS_STR("Xi Jinping")), "Xi");
	CHECK_STR(news_name_family(NEWS_STR("Bashar al-Assad")), "al-Assad");
	CHECK_STR(news_name_family(NEWS_STR("Jan van der Berg Jr.")), "van der Berg");
	CHECK_STR(news_name_family(NEWS_STR("Plato")), "Plato");
	CHECK_STR(news_name_family(NEWS_STR("")), "");
	CHECK_STR(news_name_key(&arena, NEWS_STR("Sergei LAVROV")), "sergey lavrov");
	CHECK_STR(news_name_key(&arena, NEWS_STR("Dr. Anna B. Brandt Jr.")), "anna brandt");
	CHECK_STR(news_name_key(&arena, NEWS_STR("Bashar al-Assad")), "bashar assad");
}

static const NewsDictRow dict_rows[] = {
	{NEWS_STR("WEAPON"), NEWS_STR("Iskander"), NEWS_STR("Iskander missile"), NEWS_NO_STR},
	{NEWS_STR("WEAPON"), NEWS_STR("Iskander"), NEWS_NO_STR, NEWS_NO_STR},
	{NEWS_STR("Organization"), NEWS_STR("Lund Museum"), NEWS_STR("LM"), NEWS_STR("lm1")},
	{NEWS_STR("person"), NEWS_STR("Zoe Paris"), NEWS_STR("Paris"), NEWS_NO_STR}
};

static const NewsDictRow tank_rows[] = {
	{NEWS_STR("WEAPON"), NEWS_STR("T-90"), NEWS_NO_STR, NEWS_NO_STR},
	{NEWS_STR("WEAPON"), NEWS_STR("T-90"), NEWS_STR("T-90A"), NEWS_NO_STR}
};

static void
test_dict(void)
{
	NewsDictRow rows[4];
	size_t		size;
	size_t		other_size;
	size_t		fault;
	const char *what;
	struct NewsDict *d = news_dict_build(&arena, dict_rows, 4, &size);

	CHECK(news_dict_check(d, size, &fault, &what));
	CHECK_INT(news_dict_size(d), size);
	CHECK_INT(news_dict_count(d), 4);
	for (int i = 0; i < 4; i++)
		rows[i] = dict_rows[3 - i];
	CHECK(memcmp(news_dict_build(&arena, rows, 4, &other_size), d, size) == 0 && size == other_size);
	CHECK_STR(news_str(names_with("An Iskander missile hit Paris. The LM has an Iskander. Ask lm.", d)),
			  "Iskander missile=WEAPON:Iskander; Paris=person:Zoe Paris; LM=organization:Lund Museum/lm1; Iskander=WEAPON:Iskander");
	d = news_dict_build(&arena, tank_rows, 2, &size);
	CHECK_STR(news_str(names_with("They saw a T-90A tank and a T-90 tank.", d)), "T-90A=WEAPON:T-90; T-90=WEAPON:T-90");
	/* what the dictionary and the lexicon call by one name is one entity */
	d = news_dict_build(&arena, &(NewsDictRow) {NEWS_STR("organization"), NEWS_STR("BBC"), NEWS_STR("the Beeb"), NEWS_NO_STR}, 1, &size);
	CHECK_STR(news_str(names_with("The Beeb left. The BBC went, too.", d)), "The Beeb=organization:BBC/GBR; BBC=organization:BBC/GBR");
	/* what the dictionary names is not drawn into a longer name */
	CHECK_STR(news_str(names_with("Shares of the Beeb and Co Ltd rose.", d)), "the Beeb=organization:BBC");
	CHECK_INT(news_dict_check_row(&arena, &(NewsDictRow) {NEWS_NO_STR, NEWS_STR("a"), NEWS_NO_STR, NEWS_NO_STR}), NEWS_DICT_NO_KIND);
	CHECK_INT(news_dict_check_row(&arena, &(NewsDictRow) {NEWS_STR("x"), NEWS_STR(" "), NEWS_NO_STR, NEWS_NO_STR}), NEWS_DICT_NO_NAME);
	CHECK_INT(news_dict_check_row(&arena, &(NewsDictRow) {NEWS_STR("x"), NEWS_STR("--"), NEWS_NO_STR, NEWS_NO_STR}), NEWS_DICT_NO_WORD);
	CHECK_INT(news_dict_check_row(&arena, &dict_rows[0]), NEWS_DICT_OK);
}

/* Any bytes may be called a dictionary: checked, they are refused or can be used. */
static void
test_dict_damage(void)
{
	size_t		size;
	size_t		fault;
	const char *what;
	struct NewsDict *d = news_dict_build(&arena, dict_rows, 4, &size);
	struct NewsDict *damaged;
	NewsDictRow row;

	damaged = news_dict_build(&arena, NULL, 0, &fault);
	CHECK(news_dict_check(damaged, fault, &fault, &what));
	damaged = news_alloc(&arena, size);
	for (size_t i = 0; i < size; i++)
		for (int bit = 0; bit < 8; bit++)
		{
			memcpy(damaged, d, size);
			((char *) damaged)[i] ^= (char) (1 << bit);
			if (!news_dict_check(damaged, size, &fault, &what))
				continue;
			for (uint32_t k = 0; k < news_dict_count(damaged); k++)
				news_dict_row(damaged, k, &row);
			names_with("An Iskander missile hit Paris. LM.", damaged);
		}
	for (size_t i = 0; i < size; i++)
		CHECK(!news_dict_check(d, i, &fault, &what));
}

/* A name that is a part of one other of the article is that one, whichever comes first. */
static void
test_parts(void)
{
	CHECK_NAMES("The Harbour Relief League met in Oslo. Critics say the Relief League is poor.",
				"Harbour Relief League=organization:Harbour Relief League; Oslo=place:Oslo/NOR; "
				"Relief League=organization:Harbour Relief League");
	CHECK_NAMES("The Relief League is poor. The Harbour Relief League met in Oslo.",
				"Relief League=organization:Harbour Relief League; Harbour Relief League=organization:Harbour Relief League; "
				"Oslo=place:Oslo/NOR");
	/* of two it is neither */
	CHECK_NAMES("The Harbour Relief League met the Mountain Relief League. The Relief League is poor.",
				"Harbour Relief League=organization:Harbour Relief League; Mountain Relief League=organization:Mountain Relief League; "
				"Relief League=organization:Relief League");
	CHECK_NAMES("Karim al-Bendari spoke. The lawyer said al-Bendari was free.",
				"Karim al-Bendari=person:Karim al-Bendari; al-Bendari=person:Karim al-Bendari");
	CHECK_NAMES("Clara Holm-Brandt spoke. Ms Holm-Brandt was brief.",
				"Clara Holm-Brandt=person:Clara Holm-Brandt; Holm-Brandt=person:Clara Holm-Brandt");
	CHECK_NAMES("Maria Soler Quintana spoke. Maria Soler was brief.",
				"Maria Soler Quintana=person:Maria Soler Quintana; Maria Soler=person:Maria Soler Quintana");
	CHECK_NAMES("M. Lindqvist was brief. Maria Lindqvist spoke.",
				"M. Lindqvist=person:Maria Lindqvist; Maria Lindqvist=person:Maria Lindqvist");
	CHECK_NAMES("M. Lindqvist was brief. Maria Lindqvist and Marta Lindqvist spoke.",
				"M. Lindqvist=person:M. Lindqvist; Maria Lindqvist=person:Maria Lindqvist; Marta Lindqvist=person:Marta Lindqvist");
	/* a small town's name is the person's of the article, but where "in" stands before it */
	CHECK_NAMES("Benon Sevan spoke in Oslo. Later Sevan left.",
				"Benon Sevan=person:Benon Sevan; Oslo=place:Oslo/NOR; Sevan=person:Benon Sevan");
	CHECK_NAMES("Benon Sevan spoke. He was born in Sevan.", "Benon Sevan=person:Benon Sevan; Sevan=place:Sevan/ARM");
	/* who was named last counts, not who will be named more often */
	CHECK_NAMES("Karl Brandt spoke. Brandt was brief. Eva Brandt left. Eva Brandt wept.",
				"Karl Brandt=person:Karl Brandt; Brandt=person:Karl Brandt; Eva Brandt=person:Eva Brandt; Eva Brandt=person:Eva Brandt");
	CHECK_NAMES("The Ministry of Transport met. He wrote to the Transport Ministry.",
				"Ministry of Transport=organization:Ministry of Transport; Transport Ministry=organization:Ministry of Transport");
	CHECK_NAMES("The University of Oslo closed. Oslo University opens on Monday.",
				"University of Oslo=organization:University of Oslo/NOR; Oslo University=organization:University of Oslo/NOR");
	CHECK_NAMES("Prince William came. William spoke.", "William=person:Prince William/GBR; William=person:Prince William/GBR");
}

/* Names that a recogniser draws too long, and ways to write one body's. */
static void
test_bodies(void)
{
	CHECK_NAMES("Both the Lindholm Fire Department and the Lindholm Police Department denied it.",
				"Lindholm Fire Department=organization:Lindholm Fire Department; "
				"Lindholm Police Department=organization:Lindholm Police Department");
	CHECK_NAMES("The World Bank and International Monetary Fund agreed.",
				"World Bank=organization:World Bank/WB; International Monetary Fund=organization:International Monetary Fund/IMF");
	CHECK_NAMES("He read of the US Securities and Exchange Commission.",
				"US Securities and Exchange Commission=organization:Securities and Exchange Commission/USA");
	CHECK_NAMES("He read of the Louisiana Republican Party and of the Pakistani Taliban.",
				"Louisiana Republican Party=organization:Louisiana Republican Party/USA; Pakistani Taliban=organization:Pakistani Taliban/PAK");
	CHECK_NAMES("The UVL (Lindholm Union of Vintners) met. Later the UVL left.",
				"UVL=organization:Lindholm Union of Vintners; Lindholm Union of Vintners=organization:Lindholm Union of Vintners; "
				"UVL=organization:Lindholm Union of Vintners");
	CHECK_NAMES("The US Border Patrol Board met. Members of the United States Border Patrol Board left.",
				"US Border Patrol Board=organization:U.S. Border Patrol Board/USA; "
				"United States Border Patrol Board=organization:U.S. Border Patrol Board/USA");
}

/* What articles leave out of a body's name, and whom the rest means. */
static void
test_firms(void)
{
	CHECK_NAMES("Brantwell Tolvaney Products Inc fell. Brantwell Tolvaney rose.",
				"Brantwell Tolvaney Products Inc=organization:Brantwell Tolvaney Products; "
				"Brantwell Tolvaney=organization:Brantwell Tolvaney Products");
	CHECK_NAMES("A.H. Brantwell Corp moved. It helps Brantwell.",
				"A.H. Brantwell Corp=organization:A.H. Brantwell; Brantwell=organization:A.H. Brantwell");
	CHECK_NAMES("National Oil Corp rose. Delaware Corp fell.",
				"National Oil Corp=organization:National Oil Corp; Delaware Corp=organization:Delaware Corp/USA");
	CHECK_NAMES("Judges in the Hague rose.", "Hague=place:The Hague/NLD");
	CHECK_NAMES("The brokers S.G. Brantwell and Co Ltd rose.", "S.G. Brantwell and Co Ltd=organization:S.G. Brantwell");
	CHECK_NAMES("Norway's Civil Defense Authority rose. Civil Defense Authority officers sat.",
				"Norway=place:Norway/NOR; Civil Defense Authority=organization:Norwegian Civil Defense Authority/NOR; "
				"Civil Defense Authority=organization:Norwegian Civil Defense Authority/NOR");
	CHECK_NAMES("He told the Guardian, the Independent and the Observer.",
				"Guardian=organization:The Guardian/GBR; Independent=organization:The Independent/GBR; Observer=organization:The Observer/GBR");
	CHECK_NAMES("BEN BRANTWELL, CNN INTERNATIONAL CORRESPONDENT",
				"BEN BRANTWELL=person:Ben Brantwell; CNN INTERNATIONAL=organization:CNN International");
}

/* Titles and places that are first names, too. */
static void
test_first_names(void)
{
	CHECK_NAMES("Keir Starmer came. Mrs Florence Starmer left.",
				"Keir Starmer=person:Keir Starmer/GBR; Florence Starmer=person:Florence Starmer");
	CHECK_NAMES("It was founded by Dean Brantwell in Oslo.", "Dean Brantwell=person:Dean Brantwell; Oslo=place:Oslo/NOR");
	CHECK_NAMES("It was founded by Dean Anna Brantwell in Oslo.", "Anna Brantwell=person:Anna Brantwell; Oslo=place:Oslo/NOR");
}

/* Forms of address, days before names, other orders and romanizations. */
static void
test_spellings(void)
{
	CHECK_NAMES("Tom Brantwell and his wife Sarah Brantwell left. Mrs. Brantwell drove. Mr. Brantwell slept.",
				"Tom Brantwell=person:Tom Brantwell; Sarah Brantwell=person:Sarah Brantwell; Brantwell=person:Sarah Brantwell; "
				"Brantwell=person:Tom Brantwell");
	CHECK_NAMES("Tom Brantwell rose. Mrs. Brantwell sat.", "Tom Brantwell=person:Tom Brantwell; Brantwell=person:Brantwell");
	CHECK_NAMES("On Friday Moroni denied it.", "Moroni=place:Moroni/COM");
	CHECK_NAMES("Mstislav Rostropowitsch played.", "Mstislav Rostropowitsch=person:Mstislav Rostropovich/RUS");
	CHECK_NAMES("Chou En-lai rose.", "Chou En-lai=person:Zhou Enlai/CHN");
	CHECK_NAMES("Kishida Fumio met Orban Viktor.", "Kishida Fumio=person:Fumio Kishida/JPN; Orban Viktor=person:Viktor Orban/HUN");
}

/* Names inside of names. */
static void
test_inner(void)
{
	CHECK_NAMES("The University of Oslo grows. Oslo pays.",
				"Oslo=place:Oslo/NOR; University of Oslo=organization:University of Oslo/NOR; Oslo=place:Oslo/NOR");
	/* of the town itself nothing is said */
	CHECK_NAMES("The University of Oslo grows.", "University of Oslo=organization:University of Oslo/NOR");
	CHECK_NAMES("The Gulf of Guinea is not Guinea.", "Gulf of Guinea=place:Gulf of Guinea; Guinea=place:Guinea/GIN");
	CHECK_NAMES("The FIFA World Cup began.", "FIFA=organization:FIFA/FIFA; FIFA World Cup=event:World Cup");
	CHECK_NAMES("North Korea fired. South Korea condemned the North.",
				"North Korea=place:North Korea/PRK; South Korea=place:South Korea/KOR; North=place:North Korea/PRK");
}

int
main(void)
{
	news_arena_init(&arena, &news_malloc_host);
	test_lexicon();
	test_people();
	test_parts();
	test_bodies();
	test_firms();
	test_first_names();
	test_spellings();
	test_inner();
	test_titles();
	test_organizations();
	test_coreference();
	test_roles();
	test_descriptions();
	test_offices();
	test_capitals();
	test_find();
	test_family();
	test_dict();
	test_dict_damage();
	news_arena_release(&arena);
	return check_done();
}
