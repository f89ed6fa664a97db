/*
 * events.c
 *	  event_words.tsv, verbs.tsv, embedders.tsv and triggers.tsv: the lexicon of
 *	  the events room (see src/engine/events/lexicon.h).
 */
#include "lexc.h"

#include <stdlib.h>
#include <string.h>

#include "events/lexicon.h"

#define MAX_ENTRIES 32768
#define MAX_TRIGGERS 4096
#define MAX_CLASSES 64

/* A trigger and what it starts with. */
typedef struct Entry
{
	NewsTrigger t;
	uint32_t	head;			/* base form or singular */
	bool		noun;
	int			order;			/* in the table */
} Entry;

typedef struct Build
{
	Lexc	   *lx;
	NewsEventWord *words;
	char	   *classes[MAX_CLASSES];
	int			nclasses;
	Entry	   *entries;
	int			nentries;
} Build;

static const struct
{
	const char *name;
	uint32_t	flag;
}			syntax_classes[] = {
	{"det", NEWS_EW_DET}, {"possessive", NEWS_EW_POSSESSIVE}, {"preposition", NEWS_EW_PREP},
	{"time-preposition", NEWS_EW_TIME_PREP}, {"place-preposition", NEWS_EW_PLACE_PREP},
	{"subordinate", NEWS_EW_SUBORDINATE}, {"condition", NEWS_EW_CONDITION},
	{"relative", NEWS_EW_RELATIVE}, {"that", NEWS_EW_THAT}, {"pronoun", NEWS_EW_PRONOUN},
	{"subject-pronoun", NEWS_EW_SUBJ_PRONOUN}, {"person-pronoun", NEWS_EW_PERSON_PRONOUN},
	{"plural-pronoun", NEWS_EW_PLURAL_PRONOUN}, {"thing-pronoun", NEWS_EW_THING_PRONOUN},
	{"conjunction", NEWS_EW_CONJ}, {"be", NEWS_EW_BE}, {"have", NEWS_EW_HAVE}, {"do", NEWS_EW_DO},
	{"will", NEWS_EW_WILL}, {"would", NEWS_EW_WOULD}, {"may", NEWS_EW_MAY}, {"must", NEWS_EW_MUST},
	{"negation", NEWS_EW_NEGATION}, {"adverb", NEWS_EW_ADVERB},
	{"possible-adverb", NEWS_EW_POSSIBLE_ADV | NEWS_EW_ADVERB}, {"past", NEWS_EW_PAST},
	{"number", NEWS_EW_NUMBER}, {"compound", NEWS_EW_COMPOUND}, {"agent", NEWS_EW_AGENT},
	{"person-noun", NEWS_EW_PERSON_NOUN}, {"pair-noun", NEWS_EW_PAIR_NOUN}, {"labour", NEWS_EW_LABOUR},
};

static const struct
{
	const char *name;
	uint8_t		kind;
}			verb_kinds[] = {
	{"light", NEWS_EV_LIGHT}, {"receive", NEWS_EV_RECEIVE}, {"occur", NEWS_EV_OCCUR},
	{"fail", NEWS_EV_FAIL}, {"speech", NEWS_EV_SPEECH},
};

#define TYPE(name) [NEWS_##name] = #name
static const char *const type_names[NEWS_EVENT_TYPES] = {
	TYPE(AGREE), TYPE(CONSULT), TYPE(SUPPORT), TYPE(CONCEDE), TYPE(COOPERATE), TYPE(AID), TYPE(RETREAT), TYPE(REQUEST),
	TYPE(ACCUSE), TYPE(REJECT), TYPE(THREATEN), TYPE(PROTEST), TYPE(SANCTION), TYPE(MOBILIZE), TYPE(COERCE), TYPE(ASSAULT),
	TYPE(ELECT), TYPE(APPOINT), TYPE(RESIGN), TYPE(LEGISLATE), TYPE(TRIAL), TYPE(DIE), TYPE(DISASTER), TYPE(ACCIDENT),
	TYPE(ACQUIRE), TYPE(LAUNCH), TYPE(EARNINGS), TYPE(LAYOFF), TYPE(STRIKE)
};

/* ---- Words and their inflections ---- */

static NewsEventWord *
word_at(Build *b, uint32_t id)
{
	if (id >= MAX_ENTRIES)
	{
		fprintf(stderr, "lexc: the events room has more than %d words\n", MAX_ENTRIES);
		exit(1);
	}
	return &b->words[id];
}

static uint32_t
add_word(Build *b, const LexcRow *row, const char *s)
{
	uint32_t	id = lexc_word(b->lx, row, s, 0);

	word_at(b, id);
	return id;
}

/* Notes that the word s is a form of the verb base. */
static void
add_form(Build *b, const LexcRow *row, const char *s, uint32_t base, uint8_t form)
{
	NewsEventWord *w = word_at(b, add_word(b, row, s));

	for (int i = 0; i < 2; i++)
		if (w->verb[i] == 0 || w->verb[i] == base)
		{
			w->verb[i] = (uint16_t) base;
			w->forms[i] |= form;
			return;
		}
	lexc_error(row, "\"%s\" is a form of three verbs", s);
}

static bool
is_vowel(char c)
{
	return c && strchr("aeiou", c) != NULL;
}

/* Does the base end in consonant, vowel, consonant that doubles? */
static bool
ends_cvc(const char *s)
{
	size_t		n = strlen(s);

	return n >= 3 && !is_vowel(s[n - 3]) && is_vowel(s[n - 2]) && !is_vowel(s[n - 1]) && !strchr("wxy", s[n - 1]);
}

/* base + s: attacks, reaches, carries. */
static void
s_form(char *out, size_t size, const char *base)
{
	size_t		n = strlen(base);

	if (n > 1 && base[n - 1] == 'y' && !is_vowel(base[n - 2]))
		snprintf(out, size, "%.*sies", (int) n - 1, base);
	else if (strchr("szxo", base[n - 1]) || (n > 1 && base[n - 1] == 'h' && strchr("cs", base[n - 2])))
		snprintf(out, size, "%ses", base);
	else
		snprintf(out, size, "%ss", base);
}

static void
ed_form(char *out, size_t size, const char *base)
{
	size_t		n = strlen(base);

	if (base[n - 1] == 'e')
		snprintf(out, size, "%sd", base);
	else if (base[n - 1] == 'y' && !is_vowel(base[n - 2]))
		snprintf(out, size, "%.*sied", (int) n - 1, base);
	else
		snprintf(out, size, "%sed", base);
}

static void
ing_form(char *out, size_t size, const char *base, bool doubles)
{
	size_t		n = strlen(base);

	if (n > 2 && base[n - 1] == 'e' && base[n - 2] == 'i')
		snprintf(out, size, "%.*sying", (int) n - 2, base);
	else if (n > 2 && base[n - 1] == 'e' && base[n - 2] != 'e')
		snprintf(out, size, "%.*sing", (int) n - 1, base);
	else if (doubles)
		snprintf(out, size, "%s%cing", base, base[n - 1]);
	else
		snprintf(out, size, "%sing", base);
}

/* base, past, participle, noun */
static void
read_verbs(Build *b)
{
	LexcReader *reader = lexc_open_table(b->lx, "verbs.tsv");
	LexcRow		row;
	char		s[NEWS_FOLD_MAX];

	while (lexc_read(reader, &row))
	{
		const char *base = row.field[0];
		const char *past = row.field[1];
		uint32_t	id = add_word(b, &row, base);
		bool		doubles = past[0] && (ends_cvc(base) || (strncmp(past, base, strlen(base)) == 0 && strlen(past) == strlen(base) + 3));

		if (strlen(base) < 2 || strlen(base) > NEWS_FOLD_MAX - 8)
			lexc_error(&row, "\"%s\" is no verb", base);
		add_form(b, &row, base, id, strcmp(row.field[3], "noun") == 0 ? NEWS_EF_BASE | NEWS_EF_NOUN : NEWS_EF_BASE);
		s_form(s, sizeof(s), base);
		add_form(b, &row, s, id, strcmp(row.field[3], "noun") == 0 ? NEWS_EF_S | NEWS_EF_NOUN : NEWS_EF_S);
		ed_form(s, sizeof(s), base);
		add_form(b, &row, past[0] ? past : s, id, NEWS_EF_PAST);
		add_form(b, &row, row.field[2][0] ? row.field[2] : past[0] ? past : s, id, NEWS_EF_PART);
		ing_form(s, sizeof(s), base, doubles);
		add_form(b, &row, s, id, NEWS_EF_ING);
	}
}

/* The id of a verb's base form, which verbs.tsv must have. */
static uint32_t
verb_base(Build *b, const LexcRow *row, const char *s)
{
	uint32_t	id = add_word(b, row, s);
	NewsEventWord *w = word_at(b, id);

	if (!((w->verb[0] == id && w->forms[0] & NEWS_EF_BASE) || (w->verb[1] == id && w->forms[1] & NEWS_EF_BASE)))
		lexc_error(row, "\"%s\" is not a verb of verbs.tsv", s);
	return id;
}

/* The id of a noun, whose plural is made known. */
static uint32_t
noun_base(Build *b, const LexcRow *row, const char *s)
{
	uint32_t	id = add_word(b, row, s);
	char		plural[NEWS_FOLD_MAX + 4];
	NewsEventWord *w;

	word_at(b, id)->noun = (uint16_t) id;
	s_form(plural, sizeof(plural), s);
	w = word_at(b, add_word(b, row, plural));
	if (w->noun == 0)
		w->noun = (uint16_t) id;
	return id;
}

/* ---- event_words.tsv ---- */

static int
object_class(Build *b, const LexcRow *row, const char *name, bool create)
{
	for (int i = 0; i < b->nclasses; i++)
		if (strcmp(b->classes[i], name) == 0)
			return i;
	if (!create)
		lexc_error(row, "no class \"%s\"", name);
	if (b->nclasses == MAX_CLASSES)
		lexc_error(row, "more than %d object classes", MAX_CLASSES);
	b->classes[b->nclasses] = (char *) name;
	return b->nclasses++;
}

static void
add_to_class(Build *b, const LexcRow *row, const char *name, const char *s)
{
	if (name[0] == '@')
	{
		int			class = object_class(b, row, name, true);

		word_at(b, add_word(b, row, s))->classes |= UINT64_C(1) << class;
		return;
	}
	for (size_t i = 0; i < sizeof(verb_kinds) / sizeof(*verb_kinds); i++)
		if (strcmp(verb_kinds[i].name, name) == 0)
		{
			word_at(b, verb_base(b, row, s))->verb_kind |= verb_kinds[i].kind;
			return;
		}
	for (size_t i = 0; i < sizeof(syntax_classes) / sizeof(*syntax_classes); i++)
		if (strcmp(syntax_classes[i].name, name) == 0)
		{
			word_at(b, add_word(b, row, s))->syntax |= syntax_classes[i].flag;
			return;
		}
	lexc_error(row, "unknown class \"%s\"", name);
}

static void
read_words(Build *b)
{
	LexcReader *reader = lexc_open_table(b->lx, "event_words.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		if (row.nfields != 2)
			lexc_error(&row, "not two fields: class, words");
		for (char *s = strtok(row.field[1], " "); s; s = strtok(NULL, " "))
			add_to_class(b, &row, row.field[0], s);
	}
}

/* ---- embedders.tsv ---- */

static uint16_t
index_of(const LexcRow *row, const char *s, const char *const *names, const uint16_t *values, int n)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], s) == 0)
			return values[i];
	lexc_error(row, "unknown \"%s\"", s);
}

static void
read_embedders(Build *b)
{
	static const char *const effects[] = {"occurred", "ongoing", "planned", "possible", "negated"};
	static const uint16_t statuses[] = {NEWS_OCCURRED, NEWS_ONGOING, NEWS_PLANNED, NEWS_POSSIBLE, NEWS_NEGATED};
	static const char *const names[] = {"to", "ing", "obj", "that", "prep", "attr", "subj", "other"};
	static const uint16_t flags[] = {NEWS_EG_TO, NEWS_EG_ING, NEWS_EG_OBJ, NEWS_EG_THAT, NEWS_EG_PREP, NEWS_EG_ATTR, NEWS_EG_SUBJ, NEWS_EG_OTHER};
	LexcReader *reader = lexc_open_table(b->lx, "embedders.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		char	   *intent = strchr(row.field[2], ',');
		NewsEmbedder e;

		if (intent)
			*intent++ = '\0';
		e = index_of(&row, row.field[2], effects, statuses, 5);
		if (intent && strcmp(intent, "intent") != 0)
			lexc_error(&row, "unknown \"%s\"", intent);
		if (intent)
			e |= NEWS_EMBED_INTENT;
		for (char *s = strtok(row.field[3], ","); s; s = strtok(NULL, ","))
			e |= index_of(&row, s, names, flags, 8);
		if (strcmp(row.field[1], "v") == 0)
		{
			char	   *particle = strchr(row.field[0], ' ');
			NewsEventWord *w;

			if (particle)
				*particle++ = '\0';
			w = word_at(b, verb_base(b, &row, row.field[0]));
			if (particle && w->particle)
				lexc_error(&row, "two particles of one verb");
			if (particle)
			{
				w->particle = (uint16_t) add_word(b, &row, particle);
				w->embed_particle = e;
			}
			else
				w->embed_verb = e;
		}
		else if (strcmp(row.field[1], "n") == 0)
			word_at(b, noun_base(b, &row, row.field[0]))->embed_noun = e;
		else if (strcmp(row.field[1], "a") == 0)
			word_at(b, add_word(b, &row, row.field[0]))->embed_adj = e;
		else
			lexc_error(&row, "the part is v, n or a");
	}
}

/* ---- triggers.tsv ---- */

/* Reads a list of roles up to one of stop; returns the number of them. */
static uint8_t
read_roles(Build *b, const LexcRow *row, char *s, uint16_t *roles)
{
	uint8_t		n = 0;

	for (char *t = strtok(s, ","); t; t = strtok(NULL, ","))
	{
		if (n == NEWS_ROLE_MAX)
			lexc_error(row, "more than %d roles", NEWS_ROLE_MAX);
		if (strcmp(t, "s") == 0)
			roles[n++] = NEWS_ROLE_SUBJECT;
		else if (strcmp(t, "o") == 0)
			roles[n++] = NEWS_ROLE_OBJECT;
		else if (strcmp(t, "p") == 0)
			roles[n++] = NEWS_ROLE_POSSESSOR;
		else
		{
			uint32_t	id = add_word(b, row, t);

			if (!(word_at(b, id)->syntax & (NEWS_EW_PREP | NEWS_EW_THAT)))
				lexc_error(row, "\"%s\" is no role", t);
			roles[n++] = (uint16_t) id;
		}
	}
	return n;
}

static void
read_frame(Build *b, const LexcRow *row, NewsTrigger *t)
{
	char	   *frame = row->field[3];
	char	   *gt = strchr(frame, '>');

	if (!gt)
		lexc_error(row, "a frame is ACTOR>RECIPIENT or ACTOR<>RECIPIENT");
	if (gt > frame && gt[-1] == '<')
	{
		t->flags |= NEWS_TRIGGER_MUTUAL;
		gt[-1] = '\0';
	}
	*gt = '\0';
	t->nactor = read_roles(b, row, frame, t->actor);
	t->nrecipient = read_roles(b, row, gt + 1, t->recipient);
}

/* The words of the trigger: head, words that go with it, object class. */
static void
read_trigger_words(Build *b, const LexcRow *row, Entry *e)
{
	char	   *words[1 + NEWS_TRIGGER_REST + 1];
	int			n = 0;
	int			head;

	for (char *s = strtok(row->field[0], " "); s; s = strtok(NULL, " "))
	{
		if (n == 1 + NEWS_TRIGGER_REST)
			lexc_error(row, "a trigger has at most %d words", 1 + NEWS_TRIGGER_REST);
		words[n++] = s;
	}
	if (n > 1 && words[n - 1][0] == '@')
		e->t.class = (uint8_t) (object_class(b, row, words[--n], false) + 1);
	head = e->noun ? n - 1 : 0;
	e->head = e->noun ? noun_base(b, row, words[head]) : verb_base(b, row, words[head]);
	for (int i = 0; i < n; i++)
		if (i != head)
		{
			uint32_t	id = add_word(b, row, words[i]);
			NewsEventWord *w = word_at(b, id);

			if (!(w->syntax & (NEWS_EW_PREP | NEWS_EW_ADVERB | NEWS_EW_THAT | NEWS_EW_DET)))
				noun_base(b, row, words[i]);
			e->t.rest[e->t.nrest++] = (uint16_t) id;
		}
}

static void
read_triggers(Build *b)
{
	LexcReader *reader = lexc_open_table(b->lx, "triggers.tsv");
	LexcRow		row;

	while (lexc_read(reader, &row))
	{
		Entry	   *e = &b->entries[b->nentries];
		int			type = 0;

		if (row.nfields < 5 || !row.field[4][0])
			lexc_error(&row, "not five fields: trigger, part, type, frame, example");
		if (++b->nentries == MAX_TRIGGERS)
			lexc_error(&row, "more than %d triggers", MAX_TRIGGERS);
		if (strcmp(row.field[2], "NONE") == 0)
			e->t.flags |= NEWS_TRIGGER_NONE;
		else
			while (type < NEWS_EVENT_TYPES && strcmp(type_names[type], row.field[2]) != 0)
				type++;
		if (type == NEWS_EVENT_TYPES)
			lexc_error(&row, "unknown type \"%s\"", row.field[2]);
		e->t.type = (uint8_t) type;
		e->order = b->nentries;
		e->noun = strcmp(row.field[1], "n") == 0;
		if (strstr(row.field[5], "weak"))
			e->t.flags |= NEWS_TRIGGER_WEAK;
		if (strstr(row.field[5], "infinitive"))
			e->t.flags |= NEWS_TRIGGER_INFINITIVE;
		if (strstr(row.field[5], "labour"))
			e->t.flags |= NEWS_TRIGGER_LABOUR;
		read_frame(b, &row, &e->t);
		read_trigger_words(b, &row, e);
	}
}

/* By head, verbs before nouns, then the more special first: more words, a class. */
static int
compare_entries(const void *a, const void *b)
{
	const Entry *x = a;
	const Entry *y = b;
	int			sx = x->t.nrest * 4 + (x->t.class != 0) * 3 + ((x->t.flags & (NEWS_TRIGGER_LABOUR | NEWS_TRIGGER_NONE | NEWS_TRIGGER_INFINITIVE)) != 0);
	int			sy = y->t.nrest * 4 + (y->t.class != 0) * 3 + ((y->t.flags & (NEWS_TRIGGER_LABOUR | NEWS_TRIGGER_NONE | NEWS_TRIGGER_INFINITIVE)) != 0);

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	if (x->noun != y->noun)
		return x->noun ? 1 : -1;
	return sy != sx ? sy - sx : x->order - y->order;
}

/* Gives words their ranges of triggers, and marks every form of a trigger. */
static void
index_triggers(Build *b, uint32_t nwords)
{
	for (int i = 0; i < b->nentries; i++)
	{
		NewsEventWord *w = &b->words[b->entries[i].head];

		if (b->entries[i].noun)
		{
			if (w->noun_n++ == 0)
				w->noun_first = (uint16_t) i;
		}
		else if (w->verb_n++ == 0)
			w->verb_first = (uint16_t) i;
	}
	for (uint32_t id = 1; id <= nwords; id++)
	{
		NewsEventWord *w = &b->words[id];

		w->trigger = (w->noun && b->words[w->noun].noun_n) || b->words[w->verb[0]].verb_n || b->words[w->verb[1]].verb_n;
	}
}

/* ---- Writing ---- */

static void
put_u16s(FILE *out, const uint16_t *v, int n)
{
	fputc('{', out);
	for (int i = 0; i < n; i++)
		fprintf(out, "%s%u", i ? "," : "", v[i]);
	fputs(n ? "}" : "0}", out);
}

static void
put_words(Build *b, FILE *out, uint32_t nwords)
{
	fprintf(out, "\nconst uint32_t news_event_nwords = %u;\n\nconst NewsEventWord news_event_words[%u] = {\n", nwords, nwords + 1);
	for (uint32_t id = 0; id <= nwords; id++)
	{
		const NewsEventWord *w = &b->words[id];

		fprintf(out, "{UINT64_C(%llu),%uu,{%u,%u},%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,{%u,%u},%u,%d},\n",
				(unsigned long long) w->classes, w->syntax, w->verb[0], w->verb[1], w->noun,
				w->embed_verb, w->embed_noun, w->embed_adj, w->particle, w->embed_particle, w->verb_first, w->noun_first, w->verb_n, w->noun_n,
				w->forms[0], w->forms[1], w->verb_kind, w->trigger);
	}
	fputs("};\n", out);
}

static void
put_triggers(Build *b, FILE *out)
{
	fprintf(out, "\nconst NewsTrigger news_triggers[%d] = {\n", b->nentries);
	for (int i = 0; i < b->nentries; i++)
	{
		const NewsTrigger *t = &b->entries[i].t;

		fprintf(out, "{%u,%u,%u,%u,%u,%u,", t->type, t->flags, t->class, t->nrest, t->nactor, t->nrecipient);
		put_u16s(out, t->rest, NEWS_TRIGGER_REST);
		fputc(',', out);
		put_u16s(out, t->actor, NEWS_ROLE_MAX);
		fputc(',', out);
		put_u16s(out, t->recipient, NEWS_ROLE_MAX);
		fprintf(out, "},	/* %s */\n", lexc_word_str(b->lx, b->entries[i].head));
	}
	fputs("};\n\nconst char *const news_event_types[] = {", out);
	for (int i = 0; i < NEWS_EVENT_TYPES; i++)
		fprintf(out, "%s\"%s\"", i ? ", " : "", type_names[i]);
	fputs("};\n", out);
}

/* The words that the engine's code names. */
static void
put_keys(Build *b, FILE *out)
{
	static const char *const keys[] = {
		"to", "of", "by", "from", "between", "without", "according", "be", "have", "go", "as", "not", "no", "'s",
		"out", "off", "but", "need", "yet", "against", "over", "about", "around", "than", "at",
		"least", "up", "unless", "when", "in", "with"
	};
	LexcRow		row = {.file = "events.c"};

	fputs("\nconst NewsEventKeys news_event_keys = {", out);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		fprintf(out, "%s%u", i ? "," : "", add_word(b, &row, keys[i]));
	fputs("};\n", out);
}

void
lexc_events(Lexc *lx)
{
	Build		b = {lx, NULL, {NULL}, 0, NULL, 0};
	FILE	   *out = lexc_create(lx, "events_data.c", "events/lexicon.h");

	b.words = NEWS_NEW0(&lx->arena, NewsEventWord, MAX_ENTRIES);
	b.entries = NEWS_NEW0(&lx->arena, Entry, MAX_TRIGGERS);
	read_verbs(&b);
	read_words(&b);
	read_embedders(&b);
	read_triggers(&b);
	qsort(b.entries, (size_t) b.nentries, sizeof(Entry), compare_entries);
	put_keys(&b, out);
	index_triggers(&b, lx->vocab.nwords);
	put_words(&b, out, lx->vocab.nwords);
	put_triggers(&b, out);
	lexc_close(out);
}
