/*
 * recognise.c
 *	  Expressions of time in the tokens of a document, with their parts.
 *
 * One scan: a token that begins no expression is passed over by one look-up.
 * Where one may begin, the automaton of the grammar runs over the lexemes and
 * notes every rule that could end on its way; the longest whose guards hold is
 * taken.
 */
#include "dates/recognise.h"

/* Lexemes that one expression can take, and rule ends noted on the way. */
#define MAX_LEXEMES 24
#define MAX_ENDS 48
#define MAX_BACKTRACK 64
#define FIRST_STATE 1

#define TOKENS_PER_POLL 4096

typedef struct Scanner
{
	const NewsDoc *doc;
	const NewsDateGrammar *grammar;
	NewsDateMatches *out;
	NewsDateLexeme lexemes[MAX_LEXEMES];
	uint32_t	nlexemes;
	struct
	{
		uint16_t	rule;
		uint8_t		n;			/* lexemes */
	}			ends[MAX_ENDS];
	uint32_t	nends;
	uint32_t	sentence;
} Scanner;

const NewsDateGrammar *
news_date_grammar(NewsStr language)
{
	if (language.s == NULL || language.len < 2)
		return &news_date_grammars[0];
	for (const NewsDateGrammar *g = news_date_grammars; g->language; g++)
		if (memcmp(g->language, language.s, 2) == 0 && (language.len == 2 || language.s[2] == '-' || language.s[2] == '_'))
			return g;
	return NULL;
}

/* ---- The parts of an expression ---- */

static void
set_clock(NewsDateParts *p, int hour, int minute, bool has_minute)
{
	p->has_clock = true;
	p->hour = (uint8_t) hour;
	p->minute = (uint8_t) minute;
	p->has_minute = has_minute;
}

static void
add_number(NewsDateParts *p, const NewsDateLexeme *lx, int value)
{
	if (p->n >= 0)
		return;					/* "two to three weeks" counts as two */
	p->n = lx->word ? value : lx->value;
	p->half |= lx->half;
	p->decimal = lx->decimal;
	p->number = lx->first;
}

static void
add_unit(NewsDateParts *p, char unit)
{
	if (p->unit)
		p->unit2 = unit;
	else
		p->unit = unit;
}

static void
add_time_part(NewsDateParts *p, int class, const NewsDateLexeme *lx, int value)
{
	switch (class)
	{
		case NEWS_DC_HOUR:
			set_clock(p, lx->value, 0, false);
			break;
		case NEWS_DC_CLOCK:
			set_clock(p, lx->value, lx->minute, true);
			p->second = lx->second;
			p->has_second = lx->has_second;
			break;
		case NEWS_DC_HOURAP:
			set_clock(p, lx->value, lx->minute, lx->has_minute);
			p->twelve = true;
			p->pm = lx->pm;
			break;
		case NEWS_DC_AMPM:
			p->twelve = true;
			p->pm = value == 12;
			break;
		case NEWS_DC_POINT:
			set_clock(p, value, 0, true);
			break;
		case NEWS_DC_PART:
			p->part = (uint16_t) value;
			break;
		case NEWS_DC_ZONE:
			p->has_zone = true;
			p->zone = (int16_t) value;
			break;
		default:
			break;
	}
}

static void
add_calendar_part(NewsDateParts *p, int class, const NewsDateLexeme *lx, int value)
{
	switch (class)
	{
		case NEWS_DC_MONTH:
		case NEWS_DC_MON:
			p->month = (int8_t) value;
			break;
		case NEWS_DC_WEEKDAYS:
			p->plural = true;
			p->weekday = (int8_t) value;
			break;
		case NEWS_DC_WEEKDAY:
		case NEWS_DC_WDAY:
			p->weekday = (int8_t) value;
			break;
		case NEWS_DC_DAY:
		case NEWS_DC_DAYTH:
			p->day = (int8_t) (lx->word ? value : lx->value);
			break;
		case NEWS_DC_YEAR:
		case NEWS_DC_BCYEAR:
			p->year = lx->value;
			break;
		case NEWS_DC_BC:
			p->bc = value == 1;
			break;
		case NEWS_DC_DECADE:
			p->decade = lx->value;
			break;
		case NEWS_DC_NUMDATE:
			p->year = lx->year;
			p->month = (int8_t) lx->month;
			p->day = (int8_t) lx->day;
			break;
		case NEWS_DC_SEASON:
			p->season = (uint16_t) value;
			break;
		case NEWS_DC_HOLIDAY:
			p->holiday = (uint8_t) value;
			break;
		default:
			add_time_part(p, class, lx, value);
			break;
	}
}

static void
add_part(NewsDateParts *p, const NewsDateGrammar *grammar, int class, const NewsDateLexeme *lx)
{
	int			value = lx->word ? news_date_word_value(grammar, lx->word, class) : 0;

	switch (class)
	{
		case NEWS_DC_QTR:
			p->ord = lx->value;
			break;
		case NEWS_DC_UNITS:
			p->plural = true;
			add_unit(p, (char) value);
			break;
		case NEWS_DC_UNIT:
			add_unit(p, (char) value);
			break;
		case NEWS_DC_NUM:
			add_number(p, lx, value);
			break;
		case NEWS_DC_ORD:
			p->ord = lx->word && value ? value : lx->value;
			break;
		case NEWS_DC_FEW:
			if (value < 10 && p->n < 0)
				p->n = value;	/* a couple */
			else
				p->few |= value >= 10;
			break;
		case NEWS_DC_HALF:
			p->half = true;
			break;
		case NEWS_DC_REL:
		case NEWS_DC_RELADJ:
			p->has_rel = true;
			p->rel = (int8_t) value;
			break;
		case NEWS_DC_RELDAY:
			p->has_relday = true;
			p->relday = (int8_t) value;
			break;
		case NEWS_DC_EARLY:
			p->edge = (uint16_t) value;
			break;
		case NEWS_DC_SENSE:
			p->sense = (uint16_t) value;
			break;
		case NEWS_DC_EVERY:
			p->every = true;
			break;
		case NEWS_DC_FREQ:
			p->freq = (char) value;
			break;
		default:
			add_calendar_part(p, class, lx, value);
			break;
	}
}

static bool
lexeme_in_class(const NewsDateGrammar *grammar, const NewsDateLexeme *lx, int class)
{
	static const uint64_t shapes[] = {
		0,
#define X(name, classes) classes,
		NEWS_DATE_SHAPES(X)
#undef X
	};

	if (lx->atom < NEWS_SHAPE_END)
		return class < NEWS_DC_COUNT && (shapes[lx->atom] >> class & 1);
	for (uint32_t k = grammar->word_class[lx->word]; k < grammar->word_class[lx->word + 1]; k++)
		if (grammar->classes[k].class == class)
			return true;
	return false;
}

/*
 * Runs the rule's program over n lexemes and fills the parts.  Patterns have no
 * repetition, so the program ends; what it can try is bounded by the pattern.
 */
static bool
bind_parts(const Scanner *sc, const NewsDateRule *rule, uint32_t n, NewsDateParts *parts)
{
	const NewsDateStep *steps = sc->grammar->steps;
	struct
	{
		uint32_t	step;
		uint32_t	at;
	}			stack[MAX_BACKTRACK];
	uint32_t	top = 0;
	uint16_t	classes[MAX_LEXEMES];
	uint32_t	step = rule->program;
	uint32_t	at = 0;

	for (;;)
	{
		const NewsDateStep *st = &steps[step];
		bool		ok = true;

		if (st->code == NEWS_DP_SPLIT && top < MAX_BACKTRACK)
		{
			stack[top].step = step + (uint32_t) st->arg;
			stack[top++].at = at;
			step++;
		}
		else if (st->code == NEWS_DP_JUMP)
			step += (uint32_t) st->arg;
		else if (st->code == NEWS_DP_CLASS && at < n && lexeme_in_class(sc->grammar, &sc->lexemes[at], st->arg))
		{
			classes[at++] = (uint16_t) st->arg;
			step++;
		}
		else if (st->code == NEWS_DP_MATCH && at == n)
			break;
		else
			ok = false;
		if (!ok)
		{
			if (top == 0)
				return false;
			step = stack[--top].step;
			at = stack[top].at;
		}
	}
	for (uint32_t i = 0; i < n; i++)
		add_part(parts, sc->grammar, classes[i], &sc->lexemes[i]);
	return true;
}

/* ---- Scanning ---- */

/* Runs the automaton from token i; notes the ends of rules. */
static void
run_automaton(Scanner *sc, uint32_t i, uint32_t limit)
{
	const NewsDateGrammar *g = sc->grammar;
	uint32_t	state = FIRST_STATE;

	sc->nlexemes = 0;
	sc->nends = 0;
	while (i < limit && sc->nlexemes < MAX_LEXEMES)
	{
		NewsDateLexeme *lx = &sc->lexemes[sc->nlexemes];

		news_date_lexeme(g, &sc->doc->tokens, i, lx);
		if (lx->end > limit)
			return;
		state = g->next[state * g->natoms + lx->atom];
		if (state == 0)
			return;
		sc->nlexemes++;
		i = lx->end;
		for (uint32_t k = g->accept[state]; k < g->accept[state + 1] && sc->nends < MAX_ENDS; k++)
		{
			sc->ends[sc->nends].rule = g->accepts[k];
			sc->ends[sc->nends++].n = (uint8_t) sc->nlexemes;
		}
	}
}

static NewsDateMatch *
add_match(Scanner *sc, const NewsDateMatch *m)
{
	NewsDateMatches *out = sc->out;

	out->items = news_grow(sc->doc->arena, out->items, out->n, &out->room, sizeof(NewsDateMatch));
	out->items[out->n] = *m;
	return &out->items[out->n++];
}

/*
 * "9. September": the period may have been taken for the end of a sentence.
 */
static uint32_t
end_of_paragraph(const Scanner *sc, uint32_t i, uint32_t end)
{
	const NewsTokens *tokens = &sc->doc->tokens;

	while (end < tokens->n && end < i + MAX_LEXEMES && !(tokens->items[end].flags & NEWS_TOK_PARA))
		end++;
	return end;
}

/* The longest expression at token i whose guards hold. */
static bool
match_at(Scanner *sc, uint32_t i, NewsDateMatch *m)
{
	const NewsSentence *s = &sc->doc->sentences.items[sc->sentence];
	uint32_t	last = 0;

	run_automaton(sc, i, sc->grammar->dotted_days ? end_of_paragraph(sc, i, s->end) : s->end);
	for (uint32_t k = sc->nends; k > 0;)
	{
		uint32_t	n = sc->ends[k - 1].n;

		/* rules that end at the same place stand best first */
		while (k > 0 && sc->ends[k - 1].n == n)
			k--;
		last = k;
		for (uint32_t e = k; e < sc->nends && sc->ends[e].n == n; e++)
		{
			const NewsDateRule *rule = &sc->grammar->rules[sc->ends[e].rule];

			*m = (NewsDateMatch) {.first = i, .end = sc->lexemes[n - 1].end, .sentence = sc->sentence,
				.rule = rule, .kind = rule->kind,
				.parts = {.year = NEWS_NO_YEAR, .n = -1, .decade = -1}};
			if (bind_parts(sc, rule, n, &m->parts) &&
				news_date_guards_hold(sc->doc, sc->grammar, m, s->first, s->end))
				return true;
		}
		k = last;
	}
	return false;
}

/* ---- Ranges and lists ---- */

static bool
joins_range(const NewsDoc *doc, uint32_t i, uint32_t end, uint32_t *next)
{
	const NewsToken *t = &doc->tokens.items[i];
	NewsStr		s;

	if (i + 1 >= end)
		return false;
	*next = i + 1;
	if (t->kind == NEWS_PUNCT)
		return t->mark == '-' || t->mark == '/';
	s = news_span_str(&doc->tokens, i, i + 1);
	if (t->kind != NEWS_WORD)
		return false;
	return news_str_eq(s, NEWS_STR("and")) || news_str_eq(s, NEWS_STR("to")) || news_str_eq(s, NEWS_STR("or")) ||
		news_str_eq(s, NEWS_STR("through"));
}

/* Two digits alone, as a day or the last half of a year. */
static bool
short_number(const Scanner *sc, uint32_t i, uint32_t end, int32_t *value, bool *two)
{
	NewsDateLexeme lx;
	const NewsToken *t = &sc->doc->tokens.items[i];

	if (i >= end || t->kind != NEWS_NUMBER)
		return false;
	news_date_lexeme(sc->grammar, &sc->doc->tokens, i, &lx);
	*value = lx.value;
	*two = t->end - t->start == 2;
	return lx.atom >= NEWS_SHAPE_D1 && lx.atom <= NEWS_SHAPE_D32;
}

static bool
begins_month(const Scanner *sc, uint32_t i, uint32_t end)
{
	NewsDateLexeme lx;

	if (i >= end)
		return false;
	news_date_lexeme(sc->grammar, &sc->doc->tokens, i, &lx);
	return lx.word && (lexeme_in_class(sc->grammar, &lx, NEWS_DC_MONTH) || lexeme_in_class(sc->grammar, &lx, NEWS_DC_MON));
}

/* "13 - 15" behind a month: the 15 is a date of its own; so is the 07 of "2006-07". */
static uint32_t
add_right_side(Scanner *sc, uint32_t index)
{
	const NewsSentence *s = &sc->doc->sentences.items[sc->sentence];
	NewsDateMatch *left = &sc->out->items[index];
	NewsDateMatch right = *left;
	const NewsToken *tokens = sc->doc->tokens.items;
	uint32_t	next;
	int32_t		value;
	bool		two;

	if (!joins_range(sc->doc, left->end, s->end, &next) || !short_number(sc, next, s->end, &value, &two))
		return left->end;
	right.first = next;
	right.end = next + 1;
	right.rule = NULL;
	if (left->parts.day && left->parts.month && left->parts.year == NEWS_NO_YEAR && !left->parts.has_clock &&
		value > left->parts.day && value <= 31 && !begins_month(sc, next + 1, s->end) &&
		(next + 1 >= s->end || tokens[next + 1].kind == NEWS_PUNCT || tokens[next + 1].kind == NEWS_WORD))
	{
		/* "May 4 and 5 people" */
		if (next + 1 < s->end && tokens[next + 1].kind == NEWS_WORD && tokens[left->end].kind == NEWS_WORD &&
			!(sc->doc->tokens.vocab->flags[tokens[next + 1].word] & (NEWS_W_FUNCTION | NEWS_W_AUXILIARY)))
			return left->end;
		right.parts.day = (int8_t) value;
	}
	else if (left->parts.year > 999 && !left->parts.month && two && news_token_glued(&tokens[next]) &&
			 tokens[left->end].kind == NEWS_PUNCT && left->parts.year % 100 < value)
		right.parts.year = left->parts.year / 100 * 100 + value;
	else
		return left->end;
	left->paired = true;
	add_match(sc, &right);
	return right.end;
}

/* "6" of "6-7 February", "499" of "499 to 493 BC", "18th" of "18th and 19th centuries": a date of its own before match m. */
static void
add_left_side(Scanner *sc, const NewsDateMatch *m)
{
	const NewsSentence *s = &sc->doc->sentences.items[sc->sentence];
	NewsDateMatch left = *m;
	NewsDateLexeme lx;
	uint32_t	next;
	bool		century = m->parts.ord && m->rule->op == NEWS_OP_calendar;

	if (m->first < s->first + 2 || !joins_range(sc->doc, m->first - 1, s->end, &next) ||
		(sc->doc->tokens.items[m->first - 2].kind != NEWS_NUMBER && !century) ||
		(sc->out->n && sc->out->items[sc->out->n - 1].end > m->first - 2))
		return;
	news_date_lexeme(sc->grammar, &sc->doc->tokens, m->first - 2, &lx);
	if (lx.end != m->first - 1)
		return;
	if (m->parts.day && m->parts.month && sc->doc->tokens.items[m->first].kind == NEWS_NUMBER &&
		lx.atom >= NEWS_SHAPE_D1 && lx.atom <= NEWS_SHAPE_D25 && lx.value < m->parts.day)
		left.parts.day = (int8_t) lx.value;
	else if (m->parts.bc && m->parts.year > 0 && !m->parts.month && lx.atom >= NEWS_SHAPE_D10 && lx.atom <= NEWS_SHAPE_D1000)
		left.parts.year = lx.value;
	else if (century && (lx.atom == NEWS_SHAPE_TH || lx.atom == NEWS_SHAPE_TH32))
		left.parts.ord = lx.value;
	else
		return;
	left.first = m->first - 2;
	left.end = m->first - 1;
	left.rule = NULL;
	left.paired = true;
	add_match(sc, &left);
}

/* Marks neighbours that are the ends of one range: "April to June 1968", "27 May - 28 May 1905". */
static void
mark_pairs(Scanner *sc)
{
	for (uint32_t i = 0; i + 1 < sc->out->n; i++)
	{
		NewsDateMatch *a = &sc->out->items[i];
		const NewsDateMatch *b = &sc->out->items[i + 1];
		uint32_t	next;

		if (b->first == a->end + 1 && joins_range(sc->doc, a->end, b->end, &next))
			a->paired = true;
	}
}

/* The atom of a word by itself; 0 for most words. */
static inline uint32_t
atom_of_word(const NewsDateGrammar *grammar, const NewsToken *t)
{
	return t->word <= grammar->nwords ? grammar->word_atom[t->word] : 0;
}

/*
 * Does an expression that has begun with token t end in nothing at the next?  So
 * it is with most articles and prepositions.  The token behind the last of a
 * document is none and belongs to no class.
 */
static inline bool
dies_at_next(const NewsDateGrammar *grammar, const NewsToken *t, uint32_t state)
{
	if (t[1].kind != NEWS_WORD || grammar->accept[state] != grammar->accept[state + 1])
		return false;
	return grammar->next[state * grammar->natoms + atom_of_word(grammar, t + 1)] == 0;
}

/*
 * The first token from i on, below end, with which an expression may begin; when
 * there is none, end, or i where that lies beyond.  Most of a text is passed over here.
 */
static uint32_t
next_candidate(const NewsDateGrammar *grammar, const NewsToken *items, uint32_t i, uint32_t end)
{
	const uint16_t *first = grammar->next + FIRST_STATE * grammar->natoms;

	for (; i < end; i++)
	{
		const NewsToken *t = &items[i];

		if (t->kind == NEWS_WORD)
		{
			uint32_t	state = first[atom_of_word(grammar, t)];

			if (state && !dies_at_next(grammar, t, state))
				return i;
		}
		else if (t->kind == NEWS_NUMBER || t->kind == NEWS_ALNUM || t->mark == '\'')
			return i;
	}
	return i;
}

void
news_date_recognise(const NewsDoc *doc, const NewsDateGrammar *grammar, NewsDateMatches *out)
{
	Scanner		sc = {.doc = doc, .grammar = grammar, .out = out};
	uint32_t	n = doc->tokens.n;
	uint32_t	i = 0;

	while (i < n)
	{
		uint32_t	stop = n - i > TOKENS_PER_POLL ? i + TOKENS_PER_POLL : n;
		NewsDateMatch m;

		news_poll(doc->arena);
		while ((i = next_candidate(grammar, doc->tokens.items, i, stop)) < stop)
		{
			while (doc->sentences.items[sc.sentence].end <= i)
				sc.sentence++;
			if (!match_at(&sc, i, &m))
			{
				i++;
				continue;
			}
			add_left_side(&sc, &m);
			add_match(&sc, &m);
			i = add_right_side(&sc, out->n - 1);
		}
	}
	mark_pairs(&sc);
}
