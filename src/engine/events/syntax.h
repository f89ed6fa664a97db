/*
 * syntax.h
 *	  Shallow syntax of one sentence: word tags, groups, clauses.
 *
 * Noun groups, verb groups (tense, voice, modal, negation), prepositions and
 * clause marks in a row; for each verb group its subject, its object and what
 * governs it.  No trained model: closed classes, a list of verbs, and the order
 * of words.  Everything else in this room asks only the functions and fields
 * below, so that a parser can take the place of tag.c, chunk.c and clause.c.
 */
#ifndef NEWS_EVENTS_SYNTAX_H
#define NEWS_EVENTS_SYNTAX_H

#include "annotate.h"
#include "events/lexicon.h"

/* Longer sentences are read in pieces of so many tokens. */
#define NEWS_SYN_MAX 200

typedef enum NewsTag
{
	NEWS_TAG_NOUN, NEWS_TAG_NAME, NEWS_TAG_ADJ, NEWS_TAG_NUM, NEWS_TAG_DET, NEWS_TAG_POSSDET,
	NEWS_TAG_POSS,				/* 's */
	NEWS_TAG_HYPHEN, NEWS_TAG_PRON, NEWS_TAG_PREP, NEWS_TAG_TO, NEWS_TAG_CONJ, NEWS_TAG_SUB, NEWS_TAG_REL, NEWS_TAG_THAT,
	NEWS_TAG_VERB,				/* finite form or past participle */
	NEWS_TAG_ING, NEWS_TAG_BASE, NEWS_TAG_AUX, NEWS_TAG_NEG, NEWS_TAG_ADV, NEWS_TAG_DATE,
	NEWS_TAG_COMMA, NEWS_TAG_QUOTE, NEWS_TAG_STOP
} NewsTag;

typedef struct NewsSynWord
{
	const NewsToken *token;
	const NewsEventWord *w;
	int32_t		mention;		/* index into doc->mentions, -1 for none */
	int32_t		timex;			/* index into doc->dates, -1 for none */
	uint16_t	verb;			/* base form, where tagged as a verb; 0 for a verb the lexicon does not know */
	uint8_t		forms;			/* NEWS_EF_* of that verb */
	uint8_t		tag;			/* NewsTag */
} NewsSynWord;

typedef enum NewsGroupKind
{
	NEWS_NOUN_GROUP, NEWS_VERB_GROUP, NEWS_PREP, NEWS_CONJ, NEWS_COMMA, NEWS_SUB, NEWS_REL, NEWS_THAT,
	NEWS_DATE_GROUP, NEWS_ADVERB, NEWS_QUOTE, NEWS_STOP
} NewsGroupKind;

/* Of verb groups. */
#define NEWS_VG_TO			0x0001	/* infinitive with "to" */
#define NEWS_VG_BASE		0x0002	/* bare infinitive without an auxiliary */
#define NEWS_VG_ING			0x0004	/* bare -ing */
#define NEWS_VG_PART		0x0008	/* bare past participle (or a form that may be one, judged to be) */
#define NEWS_VG_MAYBE_PART	0x0010	/* bare -ed form: past tense or participle */
#define NEWS_VG_FINITE		0x0020
#define NEWS_VG_PASSIVE		0x0040
#define NEWS_VG_PROG		0x0080
#define NEWS_VG_PERFECT		0x0100
#define NEWS_VG_NEG			0x0200
#define NEWS_VG_PAST		0x0400
#define NEWS_VG_WILL		0x0800
#define NEWS_VG_WOULD		0x1000
#define NEWS_VG_MAY			0x2000
#define NEWS_VG_MUST		0x4000
#define NEWS_VG_DOUBT		0x8000	/* "allegedly", "perhaps" */
#define NEWS_VG_COPULA		0x10000 /* "be" itself is the verb */
#define NEWS_VG_IF			0x20000 /* in a clause that if, unless, whether opens */
#define NEWS_VG_RELATIVE	0x40000 /* in a relative clause */
#define NEWS_VG_SUBORD		0x80000 /* in a clause that another subordinator opens */
/* Of noun groups. */
#define NEWS_NG_NEG			0x0001	/* no, neither */
#define NEWS_NG_PRONOUN		0x0002
#define NEWS_NG_DEFINITE	0x0004	/* the, this, a possessor */
#define NEWS_NG_INDEFINITE	0x0008	/* a, an, any */

typedef enum NewsGovern			/* how one group stands under another */
{
	NEWS_GOV_NONE, NEWS_GOV_TO, NEWS_GOV_ING, NEWS_GOV_THAT, NEWS_GOV_OBJ, NEWS_GOV_SUBJ, NEWS_GOV_PREP
} NewsGovern;

typedef struct NewsGroup
{
	uint8_t		kind;			/* NewsGroupKind */
	uint8_t		rel;			/* NewsGovern: how gov governs this */
	uint16_t	first;			/* words, counted from the sentence's first */
	uint16_t	end;
	uint16_t	head;			/* word */
	uint16_t	word;			/* vocabulary id: preposition, subordinator; verb group: base form */
	uint32_t	flags;			/* NEWS_VG_*, NEWS_NG_* */
	int16_t		subject;		/* verb group: noun group, -1 for none */
	int16_t		object;			/* verb group: first noun group behind, -1 for none */
	int16_t		gov;			/* group that governs this one, -1 for none */
	int16_t		prep;			/* noun group: the preposition before it or its first conjunct, -1 for none */
} NewsGroup;

typedef struct NewsSyntax
{
	NewsDoc    *doc;
	uint32_t	sentence;
	uint32_t	first;			/* token of words[0] */
	int			nwords;
	NewsSynWord words[NEWS_SYN_MAX + 1];	/* one more, empty, ends them */
	int			ngroups;
	NewsGroup	groups[NEWS_SYN_MAX + 1];
	/* where to look next in doc->mentions and doc->dates; the caller keeps them from sentence to sentence */
	uint32_t	mention_at;
	uint32_t	date_at;
} NewsSyntax;

/*
 * Analyses tokens first up to end (at most NEWS_SYN_MAX of them) of a sentence.
 * Calls come in the order of the text.
 */
extern void news_syntax_read(NewsSyntax *s, uint32_t sentence, uint32_t first, uint32_t end);

/* The steps of news_syntax_read, each in its file. */
extern void news_syntax_tag(NewsSyntax *s);
extern void news_syntax_chunk(NewsSyntax *s);
extern void news_syntax_clauses(NewsSyntax *s);

/* The next group from i on (step 1) or back (step -1) that is no adverb, date or quote; -1 when there is none. */
extern int	news_syntax_skip(const NewsSyntax *s, int i, int step);

/* The noun group before a conjunct (A of "A and B", seen from B), -1 when i is no second conjunct. */
extern int	news_syntax_conjunct_before(const NewsSyntax *s, int i);

/* The verb that a predicate stands behind: is of "is ready", has of "has a plan"; -1 for none. */
extern int	news_syntax_predicate_verb(const NewsSyntax *s, int i);

/* The noun group behind preposition group i, -1 when there is none. */
extern int	news_syntax_prep_object(const NewsSyntax *s, int i);

/* The preposition with this word that belongs to group i (verb or noun): the first behind it in its clause, -1 for none. */
extern int	news_syntax_find_prep(const NewsSyntax *s, int i, uint16_t word);

/* Base form of a verb group's verb, singular or self of a noun group's head. */
static inline const NewsEventWord *
news_group_word(const NewsSyntax *s, const NewsGroup *g)
{
	return g->kind == NEWS_VERB_GROUP ? news_event_word(g->word) : s->words[g->head].w;
}

#endif							/* NEWS_EVENTS_SYNTAX_H */
