/*
 * lexicon.h
 *	  The compiled lexicon of the events room: what tools/lexc makes of
 *	  event_words.tsv, verbs.tsv, embedders.tsv and triggers.tsv.
 */
#ifndef NEWS_EVENTS_LEXICON_H
#define NEWS_EVENTS_LEXICON_H

#include "annotate.h"

/* Classes of words, named as in event_words.tsv. */
#define NEWS_EW_DET				UINT32_C(0x00000001)
#define NEWS_EW_POSSESSIVE		UINT32_C(0x00000002)
#define NEWS_EW_PREP			UINT32_C(0x00000004)
#define NEWS_EW_TIME_PREP		UINT32_C(0x00000008)
#define NEWS_EW_PLACE_PREP		UINT32_C(0x00000010)
#define NEWS_EW_SUBORDINATE		UINT32_C(0x00000020)
#define NEWS_EW_CONDITION		UINT32_C(0x00000040)
#define NEWS_EW_RELATIVE		UINT32_C(0x00000080)
#define NEWS_EW_THAT			UINT32_C(0x00000100)
#define NEWS_EW_PRONOUN			UINT32_C(0x00000200)
#define NEWS_EW_SUBJ_PRONOUN	UINT32_C(0x00000400)
#define NEWS_EW_PERSON_PRONOUN	UINT32_C(0x00000800)
#define NEWS_EW_PLURAL_PRONOUN	UINT32_C(0x00001000)
#define NEWS_EW_THING_PRONOUN	UINT32_C(0x00002000)
#define NEWS_EW_CONJ			UINT32_C(0x00004000)
#define NEWS_EW_BE				UINT32_C(0x00008000)
#define NEWS_EW_HAVE			UINT32_C(0x00010000)
#define NEWS_EW_DO				UINT32_C(0x00020000)
#define NEWS_EW_WILL			UINT32_C(0x00040000)
#define NEWS_EW_WOULD			UINT32_C(0x00080000)
#define NEWS_EW_MAY				UINT32_C(0x00100000)
#define NEWS_EW_MUST			UINT32_C(0x00200000)
#define NEWS_EW_NEGATION		UINT32_C(0x00400000)
#define NEWS_EW_ADVERB			UINT32_C(0x00800000)
#define NEWS_EW_POSSIBLE_ADV	UINT32_C(0x01000000)
#define NEWS_EW_PAST			UINT32_C(0x02000000)
#define NEWS_EW_NUMBER			UINT32_C(0x04000000)
#define NEWS_EW_COMPOUND		UINT32_C(0x08000000)	/* "-backed", "-led": a name before it is no party */
#define NEWS_EW_AGENT			UINT32_C(0x10000000)	/* nouns for people and bodies that act */
#define NEWS_EW_PERSON_NOUN		UINT32_C(0x20000000)
#define NEWS_EW_PAIR_NOUN		UINT32_C(0x40000000)
#define NEWS_EW_LABOUR			UINT32_C(0x80000000)

#define NEWS_EW_MODAL (NEWS_EW_WILL | NEWS_EW_WOULD | NEWS_EW_MAY | NEWS_EW_MUST)
#define NEWS_EW_AUX (NEWS_EW_BE | NEWS_EW_HAVE | NEWS_EW_DO | NEWS_EW_MODAL)

/* Kinds of nouns, which leave a word free to be one. */
#define NEWS_EW_NOUNS (NEWS_EW_COMPOUND | NEWS_EW_AGENT | NEWS_EW_PERSON_NOUN | NEWS_EW_PAIR_NOUN | NEWS_EW_LABOUR)

/* Kinds of verbs, by base form. */
#define NEWS_EV_LIGHT		0x01	/* carries an event noun as its object: "held talks" */
#define NEWS_EV_RECEIVE		0x02	/* and its subject is the recipient: "suffered an attack" */
#define NEWS_EV_OCCUR		0x04	/* carries an event noun as its subject: "talks began" */
#define NEWS_EV_FAIL		0x08	/* says of its subject that it came to nothing */
#define NEWS_EV_SPEECH		0x10

/* Forms of a verb. */
#define NEWS_EF_BASE	0x01
#define NEWS_EF_S		0x02
#define NEWS_EF_PAST	0x04
#define NEWS_EF_PART	0x08	/* past participle */
#define NEWS_EF_ING		0x10
#define NEWS_EF_NOUN	0x20	/* as often a noun */

/* What an embedder governs; effect in the low byte, these shifted by 8. */
#define NEWS_EG_TO		0x0100
#define NEWS_EG_ING		0x0200
#define NEWS_EG_OBJ		0x0400
#define NEWS_EG_THAT	0x0800
#define NEWS_EG_PREP	0x1000
#define NEWS_EG_ATTR	0x2000
#define NEWS_EG_SUBJ	0x4000
#define NEWS_EG_OTHER	0x8000

/* An embedder: NEWS_EG_*, NEWS_EMBED_INTENT and a NewsStatus; 0 when the word is none. */
typedef uint16_t NewsEmbedder;

#define NEWS_EMBED_INTENT 0x10	/* its subject means to do what stands under it */
#define NEWS_EMBED_STATUS(e) ((NewsStatus) ((e) & 0x0F))

typedef struct NewsEventWord
{
	uint64_t	classes;		/* object classes, a bit each */
	uint32_t	syntax;			/* NEWS_EW_* */
	uint16_t	verb[2];		/* base forms whose inflection the word is; 0 for none */
	uint16_t	noun;			/* singular whose plural (or self) it is, where the lexicon knows it */
	NewsEmbedder embed_verb;	/* of base forms */
	NewsEmbedder embed_noun;	/* of singulars */
	NewsEmbedder embed_adj;
	uint16_t	particle;		/* of base forms: with this word behind it ("call off") the verb embeds so: */
	NewsEmbedder embed_particle;
	uint16_t	verb_first;		/* triggers of a base form: verb_n of them */
	uint16_t	noun_first;
	uint8_t		verb_n;
	uint8_t		noun_n;
	uint8_t		forms[2];		/* NEWS_EF_* for verb[] */
	uint8_t		verb_kind;		/* NEWS_EV_* of base forms */
	bool		trigger;		/* may start the work: the word is a form of some trigger */
} NewsEventWord;

/* Types of events: PLOVER's sixteen, then those of general news. */
typedef enum NewsEventType
{
	NEWS_AGREE, NEWS_CONSULT, NEWS_SUPPORT, NEWS_CONCEDE, NEWS_COOPERATE, NEWS_AID, NEWS_RETREAT, NEWS_REQUEST,
	NEWS_ACCUSE, NEWS_REJECT, NEWS_THREATEN, NEWS_PROTEST, NEWS_SANCTION, NEWS_MOBILIZE, NEWS_COERCE, NEWS_ASSAULT,
	NEWS_ELECT, NEWS_APPOINT, NEWS_RESIGN, NEWS_LEGISLATE, NEWS_TRIAL, NEWS_DIE, NEWS_DISASTER, NEWS_ACCIDENT,
	NEWS_ACQUIRE, NEWS_LAUNCH, NEWS_EARNINGS, NEWS_LAYOFF, NEWS_STRIKE,
	NEWS_EVENT_TYPES			/* number of them */
} NewsEventType;

/* Where a party stands: a word id of a preposition, or one of these (ids that no preposition has). */
#define NEWS_ROLE_SUBJECT	1
#define NEWS_ROLE_OBJECT	2
#define NEWS_ROLE_POSSESSOR 3
#define NEWS_ROLE_MAX		6

#define NEWS_TRIGGER_MUTUAL 0x01
#define NEWS_TRIGGER_WEAK	0x02
#define NEWS_TRIGGER_LABOUR 0x04
#define NEWS_TRIGGER_NONE	0x08	/* an idiom that is no event: "declined to comment" */
#define NEWS_TRIGGER_INFINITIVE 0x10	/* counts with an infinitive behind its object */

#define NEWS_TRIGGER_REST	3

typedef struct NewsTrigger
{
	uint8_t		type;			/* NewsEventType, index into news_event_types */
	uint8_t		flags;			/* NEWS_TRIGGER_* */
	uint8_t		class;			/* object class that a verb asks for: bit number + 1, 0 for none */
	uint8_t		nrest;
	uint8_t		nactor;
	uint8_t		nrecipient;
	uint16_t	rest[NEWS_TRIGGER_REST];	/* verb: words that follow; noun: words before it */
	uint16_t	actor[NEWS_ROLE_MAX];
	uint16_t	recipient[NEWS_ROLE_MAX];
} NewsTrigger;

/* By word id, up to news_event_nwords; higher ids are unknown here. */
extern const NewsEventWord news_event_words[];
extern const uint32_t news_event_nwords;
extern const NewsTrigger news_triggers[];
extern const char *const news_event_types[];

/* Words the code itself names. */
typedef struct NewsEventKeys
{
	uint16_t	to;
	uint16_t	of;
	uint16_t	by;
	uint16_t	from;
	uint16_t	between;
	uint16_t	without;
	uint16_t	according;
	uint16_t	be;
	uint16_t	have;
	uint16_t	go;
	uint16_t	as;
	uint16_t	not_;
	uint16_t	no;
	uint16_t	clitic_s;
	uint16_t	out;
	uint16_t	off;
	uint16_t	but;
	uint16_t	need;
	uint16_t	yet;
	uint16_t	against;
	uint16_t	over;
	uint16_t	about;
	uint16_t	around;
	uint16_t	than;
	uint16_t	at;
	uint16_t	least;
	uint16_t	up;
	uint16_t	unless;
	uint16_t	when;
	uint16_t	in;
	uint16_t	with;
} NewsEventKeys;

extern const NewsEventKeys news_event_keys;

/* A set of types. */
#define NEWS_TYPE(t) (UINT32_C(1) << (t))

static inline const NewsEventWord *
news_event_word(uint32_t word)
{
	return &news_event_words[word <= news_event_nwords ? word : 0];
}

#endif							/* NEWS_EVENTS_LEXICON_H */
