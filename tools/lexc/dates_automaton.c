/*
 * dates_automaton.c
 *	  Patterns of date expressions made into one automaton.
 *
 * A pattern becomes a program of a backtracking matcher (as in Thompson's and
 * Pike's regular expression machines); all programs together are a
 * nondeterministic automaton, and the subset construction makes it
 * deterministic.
 */
#include "dates_automaton.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Patterns ---- */

typedef struct PatternParser
{
	DateAutomaton *a;
	const LexcRow *row;
	const char *s;
	LiteralClass literal;
	void	   *arg;
} PatternParser;

static void parse_sequence(PatternParser *p, const char *closers);

static uint32_t
emit(PatternParser *p, int code, int arg)
{
	DateAutomaton *a = p->a;

	if (a->nsteps == MAX_DATE_STEPS)
		lexc_error(p->row, "the patterns have more than %d steps", MAX_DATE_STEPS);
	a->steps[a->nsteps] = (NewsDateStep) {(uint16_t) code, (int16_t) arg};
	return a->nsteps++;
}

static void
skip_space(PatternParser *p)
{
	while (*p->s == ' ')
		p->s++;
}

/* Makes room for one step at position at, moving what follows; jumps inside the moved part are relative. */
static void
insert_step(PatternParser *p, uint32_t at, int code, int arg)
{
	DateAutomaton *a = p->a;

	emit(p, code, arg);
	memmove(&a->steps[at + 1], &a->steps[at], (a->nsteps - 1 - at) * sizeof(*a->steps));
	a->steps[at] = (NewsDateStep) {(uint16_t) code, (int16_t) arg};
}

/* Alternatives up to a closing bracket, which is consumed, or up to the end of the pattern (close 0). */
static void
parse_alternatives(PatternParser *p, char close)
{
	uint32_t	jumps[128];
	int			njumps = 0;
	char		closers[3] = {'|', close, '\0'};

	for (;;)
	{
		uint32_t	start = p->a->nsteps;

		parse_sequence(p, closers);
		if (*p->s == close)
			break;
		if (*p->s != '|')
			lexc_error(p->row, "\"%c\" is missing in the pattern", close);
		if (njumps == 128)
			lexc_error(p->row, "too many alternatives");
		p->s++;
		insert_step(p, start, NEWS_DP_SPLIT, (int) (p->a->nsteps - start) + 2);
		jumps[njumps++] = emit(p, NEWS_DP_JUMP, 0);
	}
	if (close)
		p->s++;
	for (int i = 0; i < njumps; i++)
		p->a->steps[jumps[i]].arg = (int16_t) (p->a->nsteps - jumps[i]);
}

static int
class_by_name(const char *name, size_t len)
{
	static const char *const names[] = {
#define X(name) #name,
		NEWS_DATE_CLASSES(X)
#undef X
	};

	for (int i = 0; i < NEWS_DC_COUNT; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return i;
	return -1;
}

static void
parse_word(PatternParser *p)
{
	const char *start = p->s;
	size_t		len;
	char		word[128];
	int			c;

	while (*p->s && !strchr(" ()[]|", *p->s))
		p->s++;
	len = (size_t) (p->s - start);
	if (len == 0 || len >= sizeof(word))
		lexc_error(p->row, "a bad word at \"%s\"", start);
	memcpy(word, start, len);
	word[len] = '\0';
	if (strcmp(word, "-") == 0)
		c = NEWS_DC_HYPHEN;
	else if (strcmp(word, "--") == 0)
		c = NEWS_DC_DASH;
	else if (strcmp(word, ",") == 0)
		c = NEWS_DC_COMMA;
	else if (strcmp(word, "/") == 0)
		c = NEWS_DC_SLASH;
	else if (strcmp(word, "'") == 0)
		c = NEWS_DC_APOS;
	else if (isupper((unsigned char) word[0]))
	{
		c = class_by_name(word, len);
		if (c < 0)
			lexc_error(p->row, "unknown class \"%s\"", word);
	}
	else
		c = p->literal(p->arg, p->row, word);
	emit(p, NEWS_DP_CLASS, c);
}

static void
parse_sequence(PatternParser *p, const char *closers)
{
	for (;;)
	{
		skip_space(p);
		if (*p->s == '\0' || strchr(closers, *p->s))
			return;
		if (*p->s == '(')
		{
			p->s++;
			parse_alternatives(p, ')');
		}
		else if (*p->s == '[')
		{
			uint32_t	start = p->a->nsteps;

			p->s++;
			parse_alternatives(p, ']');
			insert_step(p, start, NEWS_DP_SPLIT, (int) (p->a->nsteps - start) + 1);
		}
		else
			parse_word(p);
	}
}

void
date_pattern_compile(DateAutomaton *a, const LexcRow *row, const char *pattern,
					 LiteralClass literal, void *arg)
{
	PatternParser p = {a, row, pattern, literal, arg};

	if (a->nrules == MAX_DATE_RULES)
		lexc_error(row, "more than %d rules", MAX_DATE_RULES);
	a->rule_start[a->nrules++] = a->nsteps;
	parse_alternatives(&p, '\0');
	emit(&p, NEWS_DP_MATCH, 0);
}

/* ---- The subset construction ---- */

/* A state of the deterministic automaton: the class and match steps it stands at, sorted. */
typedef struct Subset
{
	uint32_t   *items;
	uint32_t	n;
	uint32_t	hash;
} Subset;

typedef struct Builder
{
	DateAutomaton *a;
	NewsArena  *arena;
	Subset	   *subsets;
	uint16_t   *slots;			/* state, by hash */
	uint32_t	nslots;
	uint8_t    *mark;			/* by step: in the set under construction */
	uint32_t   *stack;
	uint32_t   *set;
	uint32_t	nset;
} Builder;

/* Adds a step and all that it leads to without consuming a lexeme. */
static void
add_closure(Builder *b, uint32_t step)
{
	uint32_t	top = 0;

	b->stack[top++] = step;
	while (top)
	{
		uint32_t	s = b->stack[--top];
		const NewsDateStep *st = &b->a->steps[s];

		if (b->mark[s])
			continue;
		b->mark[s] = 1;
		b->set[b->nset++] = s;
		if (st->code == NEWS_DP_SPLIT)
			b->stack[top++] = s + 1;
		if (st->code == NEWS_DP_SPLIT || st->code == NEWS_DP_JUMP)
			b->stack[top++] = s + (uint32_t) st->arg;
	}
}

static int
compare_u32(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a;
	uint32_t	y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

/* The state of the set under construction, made when it is new; 0 for the empty set. */
static uint32_t
intern_set(Builder *b)
{
	uint32_t	n = 0;
	uint32_t	hash;
	uint32_t	i;

	for (i = 0; i < b->nset; i++)
	{
		int			code = b->a->steps[b->set[i]].code;

		b->mark[b->set[i]] = 0;
		if (code == NEWS_DP_CLASS || code == NEWS_DP_MATCH)
			b->set[n++] = b->set[i];
	}
	b->nset = 0;
	if (n == 0)
		return 0;
	qsort(b->set, n, sizeof(*b->set), compare_u32);
	hash = news_hash((const char *) b->set, n * sizeof(*b->set));
	for (i = hash & (b->nslots - 1); b->slots[i]; i = (i + 1) & (b->nslots - 1))
	{
		Subset	   *s = &b->subsets[b->slots[i]];

		if (s->hash == hash && s->n == n && memcmp(s->items, b->set, n * sizeof(*b->set)) == 0)
			return b->slots[i];
	}
	if (b->a->nstates == MAX_DATE_STATES)
	{
		fprintf(stderr, "lexc: the dates automaton has more than %d states\n", MAX_DATE_STATES);
		exit(1);
	}
	b->subsets[b->a->nstates].items = NEWS_NEW(b->arena, uint32_t, n);
	memcpy(b->subsets[b->a->nstates].items, b->set, n * sizeof(*b->set));
	b->subsets[b->a->nstates].n = n;
	b->subsets[b->a->nstates].hash = hash;
	b->slots[i] = (uint16_t) b->a->nstates;
	return b->a->nstates++;
}

static uint32_t
rule_of_step(const DateAutomaton *a, uint32_t step)
{
	uint32_t	r = 0;

	while (r + 1 < a->nrules && a->rule_start[r + 1] <= step)
		r++;
	return r;
}

static void
collect_accepts(Builder *b)
{
	DateAutomaton *a = b->a;
	uint32_t	room = 0;

	a->accept = NEWS_NEW0(b->arena, uint16_t, a->nstates + 1);
	for (uint32_t s = 0; s < a->nstates; s++)
	{
		a->accept[s] = (uint16_t) a->naccepts;
		for (uint32_t i = 0; i < b->subsets[s].n; i++)
			if (a->steps[b->subsets[s].items[i]].code == NEWS_DP_MATCH)
			{
				a->accepts = news_grow(b->arena, a->accepts, a->naccepts, &room, sizeof(uint16_t));
				a->accepts[a->naccepts++] = (uint16_t) rule_of_step(a, b->subsets[s].items[i]);
			}
	}
	a->accept[a->nstates] = (uint16_t) a->naccepts;
}

void
date_automaton_build(DateAutomaton *a, NewsArena *arena)
{
	Builder		b = {.a = a, .arena = arena};

	b.subsets = NEWS_NEW0(arena, Subset, MAX_DATE_STATES);
	b.nslots = 65536;
	b.slots = NEWS_NEW0(arena, uint16_t, b.nslots);
	b.mark = NEWS_NEW0(arena, uint8_t, a->nsteps + 1);
	b.stack = NEWS_NEW0(arena, uint32_t, 2 * a->nsteps + 2);
	b.set = NEWS_NEW0(arena, uint32_t, a->nsteps + 1);
	a->next = NEWS_NEW0(arena, uint16_t, (size_t) MAX_DATE_STATES * a->natoms);
	a->nstates = 1;
	for (uint32_t r = 0; r < a->nrules; r++)
		add_closure(&b, a->rule_start[r]);
	intern_set(&b);
	if (a->nstates < 2)
		a->nstates = 2;			/* no rules: a first state that leads nowhere */
	for (uint32_t s = 1; s < a->nstates; s++)
		for (uint32_t atom = 1; atom < a->natoms; atom++)
		{
			for (uint32_t i = 0; i < b.subsets[s].n; i++)
			{
				uint32_t	step = b.subsets[s].items[i];

				if (a->steps[step].code == NEWS_DP_CLASS &&
					class_has(&a->atoms[atom], a->steps[step].arg))
					add_closure(&b, step + 1);
			}
			a->next[(size_t) s * a->natoms + atom] = (uint16_t) intern_set(&b);
		}
	collect_accepts(&b);
}
