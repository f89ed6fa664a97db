/*
 * test_events.c
 *	  Events: every line of the trigger table by its example, the status of one
 *	  event in many lights, roles, days, sources, and odd input.
 */
#include <stdlib.h>

#include "check.h"
#include "events/lexicon.h"
#include "invariants.h"
#include "sample_names.h"

/* 2016-09-10, a Saturday. */
#define PUBLISHED_DAY 17054

static const NewsOptions options = {NEWS_STAGE_EVENTS, {true, PUBLISHED_DAY, 0}, {NULL, 0}, NULL, NULL};

/* The event of a type in a text, the best scored; NULL for none. */
static const NewsEvent *
find_event(const NewsDoc *doc, const char *type)
{
	const NewsEvent *best = NULL;

	for (uint32_t i = 0; i < doc->nevents; i++)
		if (news_str_eq(doc->events[i].type, news_str(type)) && (!best || doc->events[i].score > best->score))
			best = &doc->events[i];
	return best;
}

static bool
split_line(char *line, char **fields, int n)
{
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0] == '#' || line[0] == '\0')
		return false;
	for (int i = 0; i < n; i++)
	{
		char	   *tab = line ? strchr(line, '\t') : NULL;

		fields[i] = line ? line : "";
		if (tab)
			*tab++ = '\0';
		line = tab;
	}
	return true;
}

static FILE *
open_table(const char *path)
{
	FILE	   *f = fopen(path, "r");

	if (!CHECK(f != NULL))
		printf("cannot open %s\n", path);
	return f;
}

/* Every trigger is found in its example. */
static void
test_trigger_examples(void)
{
	FILE	   *f = open_table("src/lexicon/triggers.tsv");
	char		line[1000];
	char	   *field[5];
	int			n = 0;
	int			found = 0;

	while (f && fgets(line, sizeof(line), f))
	{
		NewsArena	arena;
		const NewsDoc *doc;

		if (!split_line(line, field, 5))
			continue;
		n++;
		news_arena_init(&arena, &news_malloc_host);
		doc = sample_annotate(&arena, field[4], &options);
		if (find_event(doc, field[2]) || (strcmp(field[2], "NONE") == 0 && doc->nevents == 0))
			found++;
		else if (getenv("NEWS_VERBOSE"))
			printf("%s\t%s\t%s\t(%u events, %.*s)\n", field[0], field[2], field[4], doc->nevents,
				   doc->nevents ? (int) doc->events[0].type.len : 0, doc->nevents ? doc->events[0].type.s : "");
		news_arena_release(&arena);
	}
	if (f)
		fclose(f);
	/* a few need more than their sentence */
	if (getenv("NEWS_VERBOSE"))
		printf("triggers: %d of %d examples\n", found, n);
	CHECK(n > 600 && found >= n * 97 / 100);
}

/* The share of sentences with the right status stays where it is. */
static void
test_status_pairs(void)
{
	FILE	   *f = open_table("test/bench/status_pairs.tsv");
	char		line[1000];
	char	   *field[4];
	int			n = 0;
	int			right = 0;

	while (f && fgets(line, sizeof(line), f))
	{
		NewsArena	arena;
		const NewsEvent *e;

		if (!split_line(line, field, 4))
			continue;
		n++;
		news_arena_init(&arena, &news_malloc_host);
		e = find_event(sample_annotate(&arena, field[3], &options), field[1]);
		if (e && strcmp(news_status_names[e->status], field[2]) == 0)
			right++;
		else if (getenv("NEWS_VERBOSE"))
			printf("%s not %s: %s\n", e ? news_status_names[e->status] : "none", field[2], field[3]);
		news_arena_release(&arena);
	}
	if (f)
		fclose(f);
	if (getenv("NEWS_VERBOSE"))
		printf("status: %d of %d\n", right, n);
	CHECK(n >= 300 && right >= n * 92 / 100);
}

/* The first event of a type in a text: its fields, "actor|recipient|status|place|source|first day - published day". */
static void
check_event(const char *text, const char *type, const char *want)
{
	NewsArena	arena;
	const NewsEvent *e;
	char		got[500] = "none";

	news_arena_init(&arena, &news_malloc_host);
	e = find_event(sample_annotate(&arena, text, &options), type);
	if (e)
		snprintf(got, sizeof(got), "%.*s|%.*s|%s|%.*s|%.*s|%d", (int) e->actor.name.len, e->actor.name.s ? e->actor.name.s : "",
				 (int) e->recipient.name.len, e->recipient.name.s ? e->recipient.name.s : "", news_status_names[e->status],
				 (int) e->place.len, e->place.s ? e->place.s : "", (int) e->source.len, e->source.s ? e->source.s : "",
				 e->during.from == NEWS_NO_DAY ? 999 : e->during.from - PUBLISHED_DAY);
	if (!CHECK(strcmp(got, want) == 0))
		printf("  %s\n  got  %s\n  want %s\n", text, got, want);
	news_arena_release(&arena);
}

static void
test_roles(void)
{
	check_event("France attacked Mali.", "ASSAULT", "France|Mali|occurred|||0");
	check_event("Mali was attacked by France.", "ASSAULT", "France|Mali|occurred|||0");
	check_event("Mali, which was attacked by France, asked Norway for help.", "REQUEST", "Mali|Norway|occurred|||0");
	check_event("The French minister and the German chancellor met in Oslo.", "CONSULT", "France|Angela Merkel|occurred|Oslo||0");
	check_event("The Mali-Niger agreement was reached in Vienna.", "AGREE", "Mali|Niger|occurred|Vienna||0");
	check_event("Russian warplanes bombed a Syrian town.", "ASSAULT", "Russia|Syria|occurred|||0");
	check_event("Diallo's attacks on Niger angered many.", "ASSAULT", "Omar Diallo|Niger|occurred|||0");
	check_event("Foreign Minister Omar Diallo visited Niger. He accused Norway of spying.", "ACCUSE", "Omar Diallo|Norway|occurred|||0");
	check_event("France met Germany. The two sides failed to reach a deal.", "AGREE", "France|Germany|negated|||0");
	check_event("France agreed to help Mali.", "AGREE", "France|Mali|occurred|||0");
	check_event("Ten men were killed in a raid by government forces in a part of the city.", "ASSAULT", "forces|men|occurred|||0");
	check_event("There were ten French soldiers killed in Chad.", "ASSAULT", "|France|occurred|Chad||0");
	check_event("Norway said that Chad must release the ship.", "REQUEST", "Norway|Chad|occurred|||0");
	check_event("Malian protesters attacked the Malian police.", "ASSAULT", "Mali|Mali|occurred|||0");
	check_event("French ministers met the French president.", "CONSULT", "France|Francois Hollande|occurred|||0");
	check_event("France attacked its neighbor.", "ASSAULT", "France||occurred|||0");
	check_event("Norway said that Chad attacked Mali.", "ACCUSE", "Norway|Chad|occurred|||0");
	check_event("Norway said that Chad attacked Mali.", "ASSAULT", "Chad|Mali|occurred||Norway|0");
	check_event("An agreement between France and Germany was signed by Anna Lindqvist.", "AGREE", "Anna Lindqvist|France|occurred|||0");
}

static void
test_circumstances(void)
{
	check_event("France attacked Mali on Thursday.", "ASSAULT", "France|Mali|occurred|||-2");
	check_event("Petrov said on Thursday that France would attack Mali.", "ASSAULT", "France|Mali|planned||Ivan Petrov|999");
	check_event("France attacked Mali on September 1, Petrov said on Thursday.", "ASSAULT", "France|Mali|occurred||Ivan Petrov|-9");
	check_event("France attacked Mali, according to the Globe.", "ASSAULT", "France|Mali|occurred||Globe|0");
	check_event("France will visit Mali on Monday.", "CONSULT", "France|Mali|planned|||2");
	check_event("France had attacked Mali.", "ASSAULT", "France|Mali|occurred|||999");
}

/* "the two sides" and "they" for a pair named before; "two men" for nobody named. */
static void
test_pairs(void)
{
	check_event("France and Germany reached a deal. Police killed two men.", "ASSAULT", "police|men|occurred|||0");
	check_event("France and Germany reached a deal. Norway accused both sides.", "ACCUSE", "Norway|France|occurred|||0");
	check_event("France and Germany reached a deal. Norway accused the pair.", "ACCUSE", "Norway|France|occurred|||0");
	check_event("France and Germany reached a deal. The two accused Norway.", "ACCUSE", "France|Norway|occurred|||0");
	check_event("Chad attacked Niger. Talks between France and Germany stalled, and Norway accused both sides.", "ACCUSE",
				"Norway|France|occurred|||0");
	check_event("France and Germany reached a deal. The two countries attacked Mali.", "ASSAULT", "France|Mali|occurred|||0");
	check_event("France met Germany on Monday. They failed to get a deal after hours of talks.", "AGREE", "France|Germany|negated|||-5");
	check_event("France met Germany on Monday. The sun shone. They failed to reach a deal.", "AGREE", "France|Germany|negated|||0");
	check_event("France will meet Germany on Monday. They reached a deal.", "AGREE", "France|Germany|occurred|||0");
}

/* Who means to do a friendly deed agrees, a hostile one threatens; who will not do a friendly one refuses. */
static void
test_intent(void)
{
	check_event("France wants to help Mali.", "AGREE", "France|Mali|possible|||999");
	check_event("France wants to help Mali.", "AID", "France|Mali|possible|||999");
	check_event("France is ready to attack Mali.", "THREATEN", "France|Mali|planned|||999");
	check_event("France will send food to Mali.", "AGREE", "France|Mali|planned|||999");
	check_event("France will visit Mali on Monday.", "AGREE", "none");
	check_event("France will not send food to Mali.", "REJECT", "France|Mali|occurred|||0");
	check_event("France will withdraw from Mali unless Norway helps.", "THREATEN", "France|Mali|planned|||999");
	check_event("France is not willing to meet Germany.", "REJECT", "France|Germany|occurred|||0");
	check_event("France vowed to attack Mali.", "THREATEN", "France|Mali|occurred|||0");
	check_event("France vowed to help Mali.", "AGREE", "France|Mali|occurred|||0");
	check_event("France may send food to Mali.", "AGREE", "none");
	check_event("Norway told Chad to leave the town.", "REQUEST", "Norway|Chad|occurred|||0");
	check_event("Norway told Chad about the town.", "REQUEST", "none");
	check_event("Chad is responsible for attacks on Niger.", "ASSAULT", "Chad|Niger|occurred|||0");
	check_event("France held ten days of talks with Germany.", "CONSULT", "France|Germany|occurred|||0");
}

/* What is signed tells the type. */
static void
test_signing(void)
{
	check_event("France and Germany signed an agreement on Friday.", "AGREE", "France|Germany|occurred|||-1");
	check_event("Anna Lindqvist signed the treaty.", "AGREE", "Anna Lindqvist||occurred|||0");
	check_event("France initialed a protocol with Germany.", "AGREE", "France|Germany|occurred|||0");
	check_event("France inked a memorandum with Germany.", "AGREE", "France|Germany|occurred|||0");
	check_event("Anna Lindqvist signed the bill.", "LEGISLATE", "Anna Lindqvist||occurred|||0");
	check_event("Anna Lindqvist signed the bill.", "AGREE", "none");
}

/* Where the day of writing is unknown, nothing stands in for a day. */
static void
test_unknown_day(void)
{
	static const NewsOptions undated = {NEWS_STAGE_EVENTS, {false, 0, 0}, {NULL, 0}, NULL, NULL};
	NewsArena	arena;
	const NewsDoc *doc;

	news_arena_init(&arena, &news_malloc_host);
	doc = sample_annotate(&arena, "France attacked Mali. Norway attacked Chad on 3 May 2011.", &undated);
	CHECK_INT(doc->nevents, 2);
	CHECK_INT(doc->events[0].basis, NEWS_BASIS_VAGUE);
	CHECK(doc->events[0].during.from == NEWS_NO_DAY);
	CHECK_INT(doc->events[1].basis, NEWS_BASIS_EXPLICIT);
	news_arena_release(&arena);
}

/* A sentence that says it again adds no event. */
static void
test_restatement(void)
{
	NewsArena	arena;
	const NewsDoc *doc;

	news_arena_init(&arena, &news_malloc_host);
	doc = sample_annotate(&arena, "France attacked Mali on Thursday. The attack by France on Mali began at dawn. "
						  "Officials said France attacked Mali.", &options);
	CHECK_INT(doc->nevents, 1);
	doc = sample_annotate(&arena, "France attacked Mali on Thursday. France will attack Mali again.", &options);
	/* the attack, the one to come, and the threat */
	CHECK_INT(doc->nevents, 3);
	news_arena_release(&arena);
}

/* Sentences thrown together at random: no crash, and every invariant holds. */
static void
test_word_soup(void)
{
	static const char *const words[] = {
		"the", "a", "of", "to", "by", "between", "and", "but", "who", "that", "which", "if", "not", "never", "no", "will", "would",
		"may", "must", "is", "was", "has", "been", "being", "had", "to", "not to", ",", ",", ".", "\"", "(", ")", "-", "'s", ":",
		"France", "French", "Mali", "Diallo", "Lindqvist", "Oslo", "he", "it", "they", "its", "the two sides", "agreed", "reach",
		"talks", "deal", "attack", "attacked", "attacking", "said", "accused", "held", "met", "meeting", "sanctions", "imposed",
		"refused", "failed", "killed", "in", "on", "with", "for", "against", "from", "Monday", "last week", "2015", "150", "over",
		"at least", "up to", "agreement", "signed", "treaty", "troops", "called", "off", "on", "strike", "yet", "without", "according to"
	};
	uint32_t	seed = 1;

	for (int n = 0; n < 3000; n++)
	{
		NewsArena	arena;
		char		text[4000] = "";
		size_t		len = 0;
		int			nwords = n % 100 == 0 ? 450 : n % 60;
		const char *broken;

		for (int i = 0; i < nwords && len < sizeof(text) - 30; i++)
		{
			seed = seed * 1664525u + 1013904223u;
			len += (size_t) snprintf(text + len, sizeof(text) - len, seed >> 8 & 7 ? " %s" : "%s",
									 words[(seed >> 12) % (sizeof(words) / sizeof(*words))]);
		}
		news_arena_init(&arena, &news_malloc_host);
		broken = news_broken_doc(sample_annotate(&arena, text, &options));
		if (!CHECK(broken == NULL))
			printf("%s: %s\n", broken, text);
		news_arena_release(&arena);
	}
}

int
main(void)
{
	test_roles();
	test_circumstances();
	test_pairs();
	test_intent();
	test_signing();
	test_unknown_day();
	test_restatement();
	test_word_soup();
	test_trigger_examples();
	test_status_pairs();
	return check_done();
}
