/*
 * linker.h
 *	  What the parts of coreference share: one hash table of all that an article's
 *	  names may be called, so that the time is linear.
 */
#ifndef NEWS_NAMES_LINKER_H
#define NEWS_NAMES_LINKER_H

#include "names/lexicon.h"
#include "names/link.h"

#define NEWS_LINK_NOTHING UINT32_MAX

/* What a key of the table stands for. */
typedef enum NewsLinkTable
{
	BY_LEXICON, BY_PLACE, BY_DICT, BY_NAME, BY_FAMILY, BY_FIRST_NAME,
	BY_SHORT,					/* an acronym, the first word of a body's name */
	BY_HEAD,					/* Court, of Supreme Court */
	BY_COMPASS,					/* the North, of North Korea */
	BY_PART,					/* García Márquez, of Gabriel García Márquez */
	BY_WHOLE,					/* a person's name by its words */
	BY_INITIAL,					/* first letter and last word of a person's name */
	BY_INITIALS,				/* first letters of a body's words */
	BY_START,					/* first word of a name of several; the bearers are spans */
	BY_IDENTITY					/* kind and name of an entity of the result */
} NewsLinkTable;

typedef struct NewsLinkSlot
{
	uint64_t	key;			/* 0 in an empty slot */
	uint32_t	value;
} NewsLinkSlot;

/* An entity by one of its words. */
typedef struct NewsBearer
{
	uint32_t	entity;			/* NEWS_LINK_NOTHING when it turned out to be none */
	uint32_t	first;			/* token of its first mention */
	uint32_t	count;			/* full mentions */
	uint32_t	next;			/* index + 1 */
} NewsBearer;

typedef struct NewsLinker
{
	NewsDoc    *doc;
	const NewsTokens *tokens;
	const NewsSpans *spans;
	int32_t    *linked;			/* entity by span, -1 while open */
	uint32_t   *made_by;		/* by entity: span + 1 of the name that the lexicon does not know; 0 for one it knows */
	uint32_t   *joined;			/* by entity: the one it joined, + 1; 0 for itself */
	NewsLinkSlot *slots;
	uint64_t	mask;
	uint64_t	nslots;			/* in use */
	NewsBearer *bearers;
	uint32_t	nbearers;
	uint32_t	bearers_room;
	uint32_t	entities_room;
	NewsSpans	again;			/* names that the finder of spans passed over */
	int32_t    *again_linked;	/* their entities */
	uint32_t	again_room;
} NewsLinker;

static inline const NewsToken *
news_link_token(const NewsLinker *l, uint32_t i)
{
	return &l->tokens->items[i];
}

static inline uint32_t
news_link_flags(const NewsLinker *l, uint32_t i)
{
	return l->tokens->vocab->flags[news_link_token(l, i)->word];
}

/* Does "Mr", "Gen." or the like stand before a name? */
static inline bool
news_link_behind_honorific(const NewsLinker *l, const NewsSpan *s)
{
	return s->first > 0 && (news_link_flags(l, s->first - 1) & NEWS_W_HONORIFIC);
}

/* In every loop over the spans of an article: they may be millions. */
static inline void
news_link_poll(const NewsLinker *l, uint32_t i)
{
	news_poll_each(l->doc->arena, i);
}

/* ---- sex.c ---- */

typedef enum NewsSex
{
	NEWS_SEX_UNKNOWN, NEWS_FEMALE, NEWS_MALE
} NewsSex;

/* What the form of address before token i tells: Mrs., Sir. */
extern NewsSex news_link_sex_before(const NewsLinker *l, uint32_t i);

/* What the given name of a person of the article tells. */
extern NewsSex news_link_sex_of(const NewsLinker *l, uint32_t entity);

/* ---- linktable.c ---- */

extern void news_link_open(NewsLinker *l);

/* The slot of a key, or the empty one (key 0) where it would stand. */
extern NewsLinkSlot *news_link_probe(const NewsLinker *l, NewsLinkTable table, uint64_t value);

/* The slot of a value, made when there is none: its value is then NEWS_LINK_NOTHING.  Valid until the next call. */
extern NewsLinkSlot *news_link_slot(NewsLinker *l, NewsLinkTable table, uint64_t value);

/* Notes that a word stands for an entity. */
extern void news_link_add_bearer(NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t entity, uint32_t first);

/* The bearer of a word that is this entity, NULL for none. */
extern NewsBearer *news_link_find_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t entity);

/*
 * The entity that a word stands for at a token: of those named in full before, or
 * of all when there are none, the one named so most often, as the article is
 * about it; of equals the last one named before.  A family name behind "Mrs." is
 * no man's.  -1 for none.
 */
extern int32_t news_link_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash, uint32_t at);

/* The same, -1 when it stands for several. */
extern int32_t news_link_only_bearer(const NewsLinker *l, NewsLinkTable table, uint32_t hash);

/* A key over the words from token first up to end, whatever their case. */
extern uint64_t news_link_words_key(const NewsLinker *l, uint32_t first, uint32_t end, NewsKind kind);

/* The key with the word of this hash behind its others. */
extern uint64_t news_link_add_hash(uint64_t key, uint32_t hash);

/* The last token of a person's name that is no "Jr.". */
extern uint32_t news_link_last_word(const NewsLinker *l, const NewsSpan *s);

/* ---- translit.c ---- */

/* The lexicon's person whose name a span of several words writes in another transliteration (Moammar Kadhafi), -1 for none. */
extern int32_t news_link_transliterated(const NewsLinker *l, const NewsSpan *s);

/* ---- shortforms.c ---- */

/* Notes the short forms that a full form may take. */
extern void news_link_note_short_forms(NewsLinker *l, const NewsSpan *s, uint32_t entity);

/* The name that begins at token first stands for a body, unless another of the article is called so. */
extern void news_link_note_name(NewsLinker *l, uint32_t first, uint32_t end, uint32_t entity);

/* The entity that a short form joins, -1 for none. */
extern int32_t news_link_short_form(const NewsLinker *l, const NewsSpan *s);

/* A place's or a body's name alone that is another's of the article (Houston, after Whitney Houston): its entity, -1 for none. */
extern int32_t news_link_other_reading(const NewsLinker *l, const NewsSpan *s);

/* ---- parts.c ---- */

/* Notes what is a part of a full form. */
extern void news_link_note_parts(NewsLinker *l, const NewsSpan *s, uint32_t entity);

/* Lets the entities that are a part of another join it: to be called when all full forms are entities. */
extern void news_link_join(NewsLinker *l);

/* The entity that an entity joined in the end, itself when it joined none. */
extern uint32_t news_link_joined(const NewsLinker *l, uint32_t entity);

/* The one entity of this kind that has the words from token first up to end as a part of its name, -1 for none. */
extern int32_t news_link_whole(const NewsLinker *l, uint32_t first, uint32_t end, NewsKind kind);

/* The one body whose words begin with the letters of an acronym that the article leaves undefined, -1 for none. */
extern int32_t news_link_initials(const NewsLinker *l, const NewsSpan *s);

/* ---- again.c ---- */

/* Finds the names of the article again where the finder of spans passed over them: fills again. */
extern void news_link_again(NewsLinker *l);

#endif							/* NEWS_NAMES_LINKER_H */
