/*
 * dates_automaton.h
 *	  Patterns of date expressions made into one automaton.
 */
#ifndef NEWS_DATES_AUTOMATON_H
#define NEWS_DATES_AUTOMATON_H

#include "lexc.h"
#include "dates/grammar.h"

#define MAX_DATE_CLASSES 1024
#define MAX_DATE_RULES 1024
#define MAX_DATE_STEPS 60000
#define MAX_DATE_ATOMS 1000
#define MAX_DATE_STATES 20000

/* A set of classes. */
typedef struct ClassSet
{
	uint64_t	bits[MAX_DATE_CLASSES / 64];
} ClassSet;

static inline void
class_add(ClassSet *set, int c)
{
	set->bits[c / 64] |= UINT64_C(1) << (c % 64);
}

static inline bool
class_has(const ClassSet *set, int c)
{
	return set->bits[c / 64] >> (c % 64) & 1;
}

/* The steps of all rules of a language, and what is made of them. */
typedef struct DateAutomaton
{
	NewsDateStep *steps;
	uint32_t	nsteps;
	uint32_t	rule_start[MAX_DATE_RULES];
	uint32_t	nrules;
	ClassSet   *atoms;			/* atoms[0] is empty */
	uint32_t	natoms;
	/* results */
	uint16_t   *next;			/* nstates * natoms */
	uint32_t	nstates;
	uint16_t   *accept;			/* nstates + 1 */
	uint16_t   *accepts;
	uint32_t	naccepts;
} DateAutomaton;

/* Gives the class of a literal word of a pattern. */
typedef int (*LiteralClass) (void *arg, const LexcRow *row, const char *word);

/* Compiles a pattern into steps at the end of a->steps. */
extern void date_pattern_compile(DateAutomaton *a, const LexcRow *row, const char *pattern,
								 LiteralClass literal, void *arg);

/* Makes the deterministic automaton of all rules. */
extern void date_automaton_build(DateAutomaton *a, NewsArena *arena);

#endif							/* NEWS_DATES_AUTOMATON_H */
