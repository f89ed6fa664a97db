/*
 * dates.c
 *	  dates_<language>.tsv and dates_words_<language>.tsv: the grammar of dates.
 *
 * Names of months and weekdays and the words for yesterday and tomorrow come
 * from CLDR, through ICU.
 */
#include <inttypes.h>
#include "dates_automaton.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

#define MAX_DATE_WORDS 8192

/* A word of one language and the classes it belongs to. */
typedef struct DateWord
{
	uint32_t	id;
	NewsDateWordClass classes[12];
	int			nclasses;
	ClassSet	set;
} DateWord;

typedef struct DateLanguage
{
	Lexc	   *lx;
	const char *name;
	bool		day_first;
	DateWord	words[MAX_DATE_WORDS];
	int			nwords;
	int			nclasses;		/* named ones and literals */
	char	   *macro_names[256];
	char	   *macro_texts[256];
	int			nmacros;
	NewsDateRule rules[MAX_DATE_RULES];
	DateAutomaton automaton;
} DateLanguage;

/* Shared by all languages, by word id. */
static uint16_t cues[65536];
static uint32_t numbers[65536];

static const char *const cue_names[] = {
#define X(name) #name,
	NEWS_DATE_CUES(X)
#undef X
};

static const char *const class_names[] = {
#define X(name) #name,
	NEWS_DATE_CLASSES(X)
#undef X
};

static const char *const op_names[] = {
#define X(name) #name,
	NEWS_DATE_OPS(X)
#undef X
};

static const char *const guard_names[] = {
#define X(name) #name,
	NEWS_DATE_GUARDS(X)
#undef X
};

static const char *const kind_names[] = {"date", "time", "duration", "set"};

static const char *const number_names[] = {
	"", "unit", "teen", "tens", "hundred", "multiple", "ordinal", "dozen", "pluraltens"
};

static int
index_of(const LexcRow *row, const char *what, const char *name, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	lexc_error(row, "unknown %s \"%s\"", what, name);
}

#define INDEX_OF(row, what, name, names) \
	index_of(row, what, name, names, (int) (sizeof(names) / sizeof(*(names))))

/* ---- Words ---- */

static DateWord *
word_entry(DateLanguage *lang, const LexcRow *row, const char *s)
{
	uint32_t	id = lexc_word(lang->lx, row, s, 0);
	DateWord   *w;

	if (id >= 65536)
		lexc_error(row, "word id %u is too large for the tables of dates", id);
	for (int i = 0; i < lang->nwords; i++)
		if (lang->words[i].id == id)
			return &lang->words[i];
	if (lang->nwords == MAX_DATE_WORDS)
		lexc_error(row, "more than %d words", MAX_DATE_WORDS);
	w = &lang->words[lang->nwords++];
	w->id = id;
	return w;
}

static void
add_class(DateLanguage *lang, const LexcRow *row, const char *s, int class, int value)
{
	DateWord   *w = word_entry(lang, row, s);

	if (class_has(&w->set, class))
		return;
	if (w->nclasses == (int) (sizeof(w->classes) / sizeof(*w->classes)))
		lexc_error(row, "\"%s\" belongs to too many classes", s);
	class_add(&w->set, class);
	w->classes[w->nclasses++] = (NewsDateWordClass) {(uint16_t) class, (int16_t) value};
}

/* A value is a number, or one or two letters: "D" is 'D', "MO" is 'M' * 256 + 'O'. */
static int
parse_value(const LexcRow *row, const char *s)
{
	if (isalpha((unsigned char) s[0]) && s[1] == '\0')
		return s[0];
	if (isalpha((unsigned char) s[0]) && isalpha((unsigned char) s[1]) && s[2] == '\0')
		return s[0] * 256 + s[1];
	if (s[0] && strspn(s, "-+0123456789") == strlen(s))
		return atoi(s);
	lexc_error(row, "\"%s\" is neither a number nor one or two letters", s);
}

static void
read_word_line(DateLanguage *lang, LexcRow *row)
{
	if (row->nfields != 3)
		lexc_error(row, "not three fields: class, value, words");
	for (char *s = strtok(row->field[2], " "); s; s = strtok(NULL, " "))
	{
		if (strcmp(row->field[0], "cue") == 0)
			cues[word_entry(lang, row, s)->id] |= (uint16_t) (1 << INDEX_OF(row, "cue", row->field[1], cue_names));
		else if (strncmp(row->field[0], "number ", 7) == 0)
		{
			int			kind = INDEX_OF(row, "kind of number", row->field[0] + 7, number_names);

			numbers[word_entry(lang, row, s)->id] = (uint32_t) kind << 24 | (uint32_t) atoi(row->field[1]);
		}
		else
			add_class(lang, row, s, INDEX_OF(row, "class", row->field[0], class_names),
					  parse_value(row, row->field[1]));
	}
}

/* ---- Words from CLDR ---- */

/* Adds a name that ICU gives, if it is one word; a final period goes. */
static void
add_icu_name(DateLanguage *lang, const UChar *name, int class, int value)
{
	LexcRow		row = {.file = "CLDR", .line = 0};
	char		utf8[256];
	int32_t		len = 0;
	UErrorCode	status = U_ZERO_ERROR;
	NewsTokens	tokens;

	u_strToUTF8(utf8, sizeof(utf8), &len, name, -1, &status);
	if (U_FAILURE(status) || len == 0 || len >= (int32_t) sizeof(utf8))
		return;
	while (len && utf8[len - 1] == '.')
		utf8[--len] = '\0';
	news_tokenize(&lang->lx->arena, &lang->lx->vocab, utf8, (uint32_t) len, &tokens);
	if (tokens.n == 1 && tokens.items[0].kind == NEWS_WORD)
		add_class(lang, &row, utf8, class, value);
}

static void
add_icu_names(DateLanguage *lang)
{
	static const struct
	{
		UDateFormatSymbolType type;
		int			class;
		bool		weekday;
	}			symbols[] = {
		{UDAT_MONTHS, NEWS_DC_MONTH, false},
		{UDAT_STANDALONE_MONTHS, NEWS_DC_MONTH, false},
		{UDAT_SHORT_MONTHS, NEWS_DC_MON, false},
		{UDAT_STANDALONE_SHORT_MONTHS, NEWS_DC_MON, false},
		{UDAT_WEEKDAYS, NEWS_DC_WEEKDAY, true},
		{UDAT_SHORT_WEEKDAYS, NEWS_DC_WDAY, true},
	};
	UErrorCode	status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_DEFAULT, UDAT_DEFAULT, lang->name, NULL, 0, NULL, 0, &status);
	URelativeDateTimeFormatter *relative = ureldatefmt_open(lang->name, NULL, UDAT_STYLE_LONG,
															UDISPCTX_CAPITALIZATION_NONE, &status);
	UChar		name[128];

	for (size_t i = 0; i < sizeof(symbols) / sizeof(*symbols); i++)
		for (int32_t k = 0; k < udat_countSymbols(format, symbols[i].type); k++)
		{
			status = U_ZERO_ERROR;
			udat_getSymbols(format, symbols[i].type, k, name, 127, &status);
			/* ICU counts weekdays from Sunday = 1, symbol 0 is empty */
			if (U_SUCCESS(status))
				add_icu_name(lang, name, symbols[i].class, symbols[i].weekday ? (k == 1 ? 7 : k - 1) : k + 1);
		}
	for (int day = -2; day <= 2; day++)
	{
		status = U_ZERO_ERROR;
		ureldatefmt_format(relative, day, UDAT_REL_UNIT_DAY, name, 127, &status);
		if (U_SUCCESS(status))
			add_icu_name(lang, name, NEWS_DC_RELDAY, day);
	}
	ureldatefmt_close(relative);
	udat_close(format);
}

/* ---- Expressions ---- */

static int
literal_class(void *arg, const LexcRow *row, const char *word)
{
	DateLanguage *lang = arg;
	DateWord   *w = word_entry(lang, row, word);

	for (int i = 0; i < w->nclasses; i++)
		if (w->classes[i].class >= NEWS_DC_COUNT)
			return w->classes[i].class;
	if (lang->nclasses == MAX_DATE_CLASSES)
		lexc_error(row, "more than %d classes", MAX_DATE_CLASSES);
	add_class(lang, row, word, lang->nclasses, 0);
	return lang->nclasses++;
}

/* Replaces <name> by the text of the macro, in parentheses. */
static char *
expand_macros(DateLanguage *lang, const LexcRow *row, const char *s)
{
	char		out[16384];
	size_t		n = 0;

	while (*s)
	{
		const char *text = NULL;
		size_t		len = 1;

		if (*s == '<')
		{
			const char *end = strchr(s, '>');

			for (int i = 0; end && i < lang->nmacros; i++)
				if (strlen(lang->macro_names[i]) == (size_t) (end - s - 1) &&
					memcmp(lang->macro_names[i], s + 1, (size_t) (end - s - 1)) == 0)
					text = lang->macro_texts[i];
			if (!text)
				lexc_error(row, "unknown abbreviation at \"%s\"", s);
			len = (size_t) (end - s) + 1;
		}
		if (n + (text ? strlen(text) + 2 : 1) >= sizeof(out))
			lexc_error(row, "the pattern is too long");
		n += text ? (size_t) sprintf(out + n, "(%s)", text) : (size_t) sprintf(out + n, "%c", *s);
		s += len;
	}
	return news_strndup(&lang->lx->arena, out, n);
}

static void
read_rule_line(DateLanguage *lang, LexcRow *row)
{
	NewsDateRule *rule = &lang->rules[lang->automaton.nrules];
	char	   *arg;

	if (strcmp(row->field[0], "let") == 0)
	{
		if (row->nfields != 3 || lang->nmacros == 256)
			lexc_error(row, "not three fields: let, name, pattern; or too many of them");
		lang->macro_names[lang->nmacros] = row->field[1];
		lang->macro_texts[lang->nmacros++] = expand_macros(lang, row, row->field[2]);
		return;
	}
	if (row->nfields != 6)
		lexc_error(row, "not six fields: kind, pattern, value, guards, example, counter-example");
	date_pattern_compile(&lang->automaton, row, expand_macros(lang, row, row->field[1]), literal_class, lang);
	rule->program = lang->automaton.rule_start[lang->automaton.nrules - 1];
	rule->kind = (uint8_t) INDEX_OF(row, "kind", row->field[0], kind_names);
	arg = strchr(row->field[2], ' ');
	if (arg)
	{
		*arg++ = '\0';
		rule->arg = (int16_t) parse_value(row, arg);
	}
	rule->op = (uint8_t) INDEX_OF(row, "value", row->field[2], op_names);
	for (char *s = strtok(row->field[3], " "); s; s = strtok(NULL, " "))
		if (strcmp(s, "-") != 0)
			rule->guards |= UINT64_C(1) << INDEX_OF(row, "guard", s, guard_names);
}

static void
read_language(DateLanguage *lang)
{
	char		name[64];
	LexcReader *reader;
	LexcRow		row;

	lang->nclasses = NEWS_DC_COUNT;
	lang->automaton.steps = NEWS_NEW0(&lang->lx->arena, NewsDateStep, MAX_DATE_STEPS);
	add_icu_names(lang);
	sprintf(name, "dates_words_%s.tsv", lang->name);
	reader = lexc_open_table(lang->lx, name);
	while (lexc_read(reader, &row))
		read_word_line(lang, &row);
	sprintf(name, "dates_%s.tsv", lang->name);
	reader = lexc_open_table(lang->lx, name);
	while (lexc_read(reader, &row))
		read_rule_line(lang, &row);
}

/* ---- Atoms ---- */

/* Gives every distinct set of classes an atom; those of the shapes of numbers come first. */
static void
make_atoms(DateLanguage *lang, uint16_t *word_atom)
{
	static const uint64_t shapes[] = {
		0,
#define X(name, classes) classes,
		NEWS_DATE_SHAPES(X)
#undef X
	};
	DateAutomaton *a = &lang->automaton;

	a->atoms = NEWS_NEW0(&lang->lx->arena, ClassSet, MAX_DATE_ATOMS + 1);
	a->natoms = NEWS_SHAPE_END;
	for (int i = 0; i < NEWS_SHAPE_END; i++)
		a->atoms[i].bits[0] = shapes[i];
	for (int i = 0; i < lang->nwords; i++)
	{
		uint32_t	k = NEWS_SHAPE_END;

		if (lang->words[i].nclasses == 0)
			continue;
		while (k < a->natoms && memcmp(&a->atoms[k], &lang->words[i].set, sizeof(ClassSet)) != 0)
			k++;
		if (k == a->natoms)
		{
			if (a->natoms == MAX_DATE_ATOMS)
			{
				fprintf(stderr, "lexc: more than %d atoms of dates\n", MAX_DATE_ATOMS);
				exit(1);
			}
			a->atoms[a->natoms++] = lang->words[i].set;
		}
		word_atom[lang->words[i].id] = (uint16_t) k;
	}
}

/* ---- Output ---- */

/* Word classes by word id: first[id] .. first[id + 1] in classes. */
static void
put_word_classes(DateLanguage *lang, FILE *out, uint32_t nwords)
{
	uint16_t   *first = NEWS_NEW0(&lang->lx->arena, uint16_t, nwords + 2);
	const DateWord **by_id = NEWS_NEW0(&lang->lx->arena, const DateWord *, nwords + 1);
	char		name[64];
	uint32_t	n = 0;

	for (int i = 0; i < lang->nwords; i++)
		by_id[lang->words[i].id] = &lang->words[i];
	fprintf(out, "\nstatic const NewsDateWordClass %s_classes[] = {\n", lang->name);
	for (uint32_t id = 0; id <= nwords; id++)
	{
		first[id] = (uint16_t) n;
		for (int k = 0; by_id[id] && k < by_id[id]->nclasses; k++, n++)
			fprintf(out, "{%d,%d},%s", by_id[id]->classes[k].class, by_id[id]->classes[k].value,
					n % 12 == 11 ? "\n" : "");
	}
	first[nwords + 1] = (uint16_t) n;
	fputs("{0,0}\n};\n", out);
	sprintf(name, "%s_word_class", lang->name);
	lexc_put_u16(out, name, first, nwords + 2);
}

static void
put_language(DateLanguage *lang, FILE *out, uint32_t nwords)
{
	const DateAutomaton *a = &lang->automaton;
	uint16_t   *word_atom = NEWS_NEW0(&lang->lx->arena, uint16_t, nwords + 1);
	char		name[64];

	make_atoms(lang, word_atom);
	for (uint32_t id = 0; id <= nwords; id++)
		if (numbers[id] && word_atom[id] == 0)
			word_atom[id] = NEWS_SHAPE_NUMBERWORD;
	date_automaton_build(&lang->automaton, &lang->lx->arena);
	sprintf(name, "%s_word_atom", lang->name);
	lexc_put_u16(out, name, word_atom, nwords + 1);
	put_word_classes(lang, out, nwords);
	sprintf(name, "%s_next", lang->name);
	lexc_put_u16(out, name, a->next, (size_t) a->nstates * a->natoms);
	sprintf(name, "%s_accept", lang->name);
	lexc_put_u16(out, name, a->accept, a->nstates + 1);
	sprintf(name, "%s_accepts", lang->name);
	lexc_put_u16(out, name, a->accepts, a->naccepts);
	fprintf(out, "\nstatic const NewsDateRule %s_rules[] = {\n", lang->name);
	for (uint32_t i = 0; i < a->nrules; i++)
		fprintf(out, "\t{%u, %u, %d, UINT64_C(%" PRIu64 "), %u},\n", lang->rules[i].kind, lang->rules[i].op, lang->rules[i].arg,
				lang->rules[i].guards, lang->rules[i].program);
	fprintf(out, "};\n\nstatic const NewsDateStep %s_steps[] = {\n", lang->name);
	for (uint32_t i = 0; i < a->nsteps; i++)
		fprintf(out, "{%u,%d},%s", a->steps[i].code, a->steps[i].arg, i % 12 == 11 ? "\n" : "");
	fputs("\n};\n", out);
	if (getenv("LEXC_VERBOSE"))
		fprintf(stderr, "dates %s: %u rules, %u steps, %u atoms, %u states\n", lang->name, a->nrules,
				a->nsteps, a->natoms, a->nstates);
}

void
lexc_dates(Lexc *lx)
{
	static const struct
	{
		const char *name;
		bool		day_first;
	}			languages[] = {{"en", false}, {"de", true}, {"fr", true}, {"es", true}};
	enum {NLANGUAGES = sizeof(languages) / sizeof(*languages)};
	DateLanguage *langs = NEWS_NEW0(&lx->arena, DateLanguage, NLANGUAGES);
	FILE	   *out = lexc_create(lx, "dates_data.c", "dates/grammar.h");
	uint32_t	nwords;

	for (int i = 0; i < NLANGUAGES; i++)
	{
		langs[i].lx = lx;
		langs[i].name = languages[i].name;
		langs[i].day_first = languages[i].day_first;
		read_language(&langs[i]);
	}
	nwords = lx->vocab.nwords;
	for (int i = 0; i < NLANGUAGES; i++)
		put_language(&langs[i], out, nwords);
	fputs("\nconst NewsDateGrammar news_date_grammars[] = {\n", out);
	for (int i = 0; i < NLANGUAGES; i++)
	{
		const char *n = langs[i].name;

		fprintf(out, "\t{\"%s\", %u, %s_word_atom, %s_word_class, %s_classes, %s_next, %u, %s_accept, %s_accepts, "
				"%s_rules, %s_steps, %s, %s},\n", n, nwords, n, n, n, n, langs[i].automaton.natoms, n, n, n, n,
				strcmp(n, "de") == 0 ? "true" : "false", langs[i].day_first ? "true" : "false");
	}
	fputs("\t{0}\n};\n\n#define static\n", out);
	lexc_put_u16(out, "news_date_cues", cues, nwords + 1);
	lexc_put_u32(out, "news_date_numbers", numbers, nwords + 1);
	fprintf(out, "#undef static\n\nconst uint32_t news_date_ncues = %u;\nconst uint32_t news_date_nnumbers = %u;\n",
			nwords, nwords);
	lexc_close(out);
}
