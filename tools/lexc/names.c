/*
 * names.c
 *	  The tables of names: word classes, entities, people, places.
 *
 * Tables are read in order of trust: where two give one spelling to entities of
 * one kind, the earlier table wins.
 */
#include "names.h"

#include <string.h>

/* ---- Classes of words ---- */

static const struct
{
	const char *name;
	uint32_t	flag;
}			word_classes[] = {
	{"title", NEWS_W_TITLE},
	{"title_part", NEWS_W_TITLE_PART},
	{"honorific", NEWS_W_HONORIFIC},
	{"particle", NEWS_W_PARTICLE},
	{"name_suffix", NEWS_W_NAME_SUFFIX},
	{"org_head", NEWS_W_ORG_HEAD},
	{"org_suffix", NEWS_W_ORG_SUFFIX},
	{"legal_form", NEWS_W_LEGAL_FORM},
	{"place_head", NEWS_W_PLACE_HEAD},
	{"place_front", NEWS_W_PLACE_FRONT},
	{"event_head", NEWS_W_EVENT_HEAD},
	{"work_head", NEWS_W_WORK_HEAD},
	{"place_cue", NEWS_W_PLACE_CUE},
	{"person_verb", NEWS_W_PERSON_VERB},
	{"compass", NEWS_W_COMPASS},
	{"ordinary", NEWS_W_COMMON},
};

static void
read_word_classes(Lexc *lx)
{
	LexcReader *reader = lexc_open_table(lx, "names_words.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		size_t		i = 0;
		size_t		n = sizeof(word_classes) / sizeof(*word_classes);

		if (row.nfields != 2)
			lexc_error(&row, "not two fields: class, words");
		while (i < n && strcmp(word_classes[i].name, row.field[0]) != 0)
			i++;
		if (i == n)
			lexc_error(&row, "unknown class \"%s\"", row.field[0]);
		for (char *s = strtok(row.field[1], " "); s; s = strtok(NULL, " "))
		{
			uint32_t	ids[NAMES_MAX_TOKENS];

			/* a word with a hyphen is of no use to a table of single words */
			if (lexc_phrase(lx, &row, s, ids, NAMES_MAX_TOKENS) == 1)
				lx->flags[ids[0]] |= word_classes[i].flag;
		}
	}
}

/* A table of one word a line. */
static void
read_word_list(Lexc *lx, const char *name, uint32_t flag)
{
	LexcReader *reader = lexc_open_table(lx, name);
	LexcRow		row;

	while (lexc_read(reader, &row))
		lexc_word(lx, &row, row.field[0], flag);
}

/* ---- Entities ---- */

static NewsKind
kind_of(const LexcRow *row, const char *name)
{
	static const char *const kinds[] = {"person", "organization", "place", "group", "event", "work", "product"};

	for (int i = 0; i < 7; i++)
		if (strcmp(kinds[i], name) == 0)
			return (NewsKind) i;
	lexc_error(row, "unknown kind \"%s\"", name);
}

/* kind, name, code, spellings */
static void
read_entities(Names *n, const char *table)
{
	LexcReader *reader = lexc_open_table(n->lx, table);
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent;

		if (row.nfields < 2 || row.nfields > 4 || !*row.field[1])
			lexc_error(&row, "not kind, name, code, spellings");
		ent = names_entity(n, kind_of(&row, row.field[0]), names_unmarked(row.field[1]), row.field[2]);
		names_add_spellings(n, &row, row.field[1], ent, 0);
		names_add_spellings(n, &row, row.field[3], ent, 0);
	}
}

/* name, code, spellings */
static void
read_groups(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_groups.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent = names_entity(n, NEWS_GROUP, names_unmarked(row.field[0]), row.field[1]);

		names_add_spellings(n, &row, row.field[0], ent, 0);
		names_add_spellings(n, &row, row.field[2], ent, 0);
	}
}

/* Capitals divided by "|", each a place. */
static void
add_capitals(Names *n, const LexcRow *row)
{
	for (char *s = strtok(row->field[4], "|"); s; s = strtok(NULL, "|"))
	{
		uint32_t	ent = names_entity(n, NEWS_PLACE, names_unmarked(s), row->field[0]);

		n->ents[ent].flags |= NEWS_LEX_CAPITAL | NEWS_LEX_MAJOR;
		names_add_spelling(n, row, s, ent, 0);
	}
}

/* code, name, spellings, people, capitals */
static void
read_countries(Names *n)
{
	LexcReader *reader = lexc_open_table(n->lx, "names_countries.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		uint32_t	ent;

		if (row.nfields != 5)
			lexc_error(&row, "not code, name, spellings, people, capitals");
		ent = names_entity(n, NEWS_PLACE, names_unmarked(row.field[1]), row.field[0]);
		n->ents[ent].flags |= NEWS_LEX_COUNTRY | NEWS_LEX_MAJOR;
		names_add_spellings(n, &row, row.field[1], ent, 0);
		names_add_spellings(n, &row, row.field[2], ent, 0);
		if (*row.field[3])
		{
			char	   *first = news_strndup(&n->lx->arena, row.field[3], strcspn(row.field[3], "|"));

			ent = names_entity(n, NEWS_GROUP, names_unmarked(first), row.field[0]);
			names_add_spellings(n, &row, row.field[3], ent, 0);
		}
		add_capitals(n, &row);
	}
}

/* The tables of organizations that are written by hand. */
static const char *const organization_tables[] = {
	"names_organizations.tsv", "names_institutions.tsv", "names_parties.tsv", "names_media.tsv", "names_clubs.tsv",
	"names_firms.tsv"
};

void
lexc_names(Lexc *lx)
{
	Names		n = {.lx = lx, .pool = lexc_pool(lx)};

	n.ent_mask = (1u << 20) - 1;
	n.ent_slots = NEWS_NEW0(&lx->arena, uint32_t, n.ent_mask + 1);
	n.node_mask = (1u << 21) - 1;
	n.node_slots = NEWS_NEW0(&lx->arena, uint32_t, n.node_mask + 1);
	n.variant_words = NEWS_NEW0(&lx->arena, uint32_t, NAMES_MAX_VARIANTS);
	n.variant_group = NEWS_NEW0(&lx->arena, uint32_t, NAMES_MAX_VARIANTS);
	n.variant_names = NEWS_NEW0(&lx->arena, uint32_t, NAMES_MAX_VARIANTS);
	n.nodes = news_grow(&lx->arena, NULL, 0, &n.nodes_room, sizeof(Node));
	memset(n.nodes, 0, sizeof(Node));
	n.nnodes = 1;
	read_word_classes(lx);
	read_word_list(lx, "names_common.tsv", NEWS_W_COMMON);
	read_word_list(lx, "names_first.tsv", NEWS_W_FIRSTNAME);
	read_word_list(lx, "names_last.tsv", NEWS_W_SURNAME);
	names_read_variants(&n);
	names_read_sexes(&n);
	read_countries(&n);
	read_entities(&n, "names_places.tsv");
	for (size_t i = 0; i < sizeof(organization_tables) / sizeof(*organization_tables); i++)
		read_entities(&n, organization_tables[i]);
	read_entities(&n, "names_events.tsv");
	names_read_people(&n, "names_people.tsv");
	read_groups(&n);
	names_read_people(&n, "names_leaders.tsv");
	names_read_people(&n, "names_congress.tsv");
	read_entities(&n, "names_companies.tsv");
	names_read_places(&n);
	read_entities(&n, "names_geography.tsv");
	names_read_offices(&n, "names_offices.tsv");
	names_read_offices(&n, "names_heads.tsv");
	names_put(&n);
}
