/*
 * body.c
 *	  Noun groups that shorten the name of a body: "the bank", of Deutsche Bank;
 *	  "the company", of Lindqvist Shipping Inc.
 *
 * They mean the one body of the article whose name has the noun as its head, or
 * the one that is named with a legal form, where it was named before.
 */
#include "events/find.h"

/* A noun that the names of several bodies have. */
#define SEVERAL UINT32_MAX

typedef struct BodySlot
{
	uint32_t	hash;			/* of the noun; 0 in an empty slot */
	uint32_t	entity;			/* or SEVERAL */
	uint32_t	end;			/* of the first mention, token */
} BodySlot;

struct NewsBodies
{
	BodySlot   *slots;
	uint32_t	mask;
	BodySlot	company;
};

static uint32_t
flags_at(const NewsDoc *doc, uint32_t i)
{
	return news_token_word_flags(&doc->tokens, &doc->tokens.items[i]);
}

static BodySlot *
slot_of(const NewsBodies *b, uint32_t hash)
{
	uint32_t	i = hash & b->mask;

	while (b->slots[i].hash && b->slots[i].hash != hash)
		i = (i + 1) & b->mask;
	return &b->slots[i];
}

static void
note(BodySlot *slot, uint32_t hash, const NewsMention *m)
{
	if (slot->hash == 0)
		*slot = (BodySlot) {hash, m->entity, m->end};
	else if (slot->entity != m->entity)
		slot->entity = SEVERAL;
}

static void
note_mention(const NewsDoc *doc, NewsBodies *b, const NewsMention *m)
{
	uint32_t	last = m->end - 1;

	while (last > m->first && (flags_at(doc, last) & NEWS_W_LEGAL_FORM))
		last--;
	if (last + 1 < m->end)
		note(&b->company, 1, m);
	/* one word is no name of a bank */
	if (last == m->first)
		return;
	if (flags_at(doc, last) & NEWS_W_ORG_HEAD)
		note(slot_of(b, doc->tokens.items[last].hash), doc->tokens.items[last].hash, m);
	else if (flags_at(doc, m->first) & NEWS_W_ORG_HEAD)
		note(slot_of(b, doc->tokens.items[m->first].hash), doc->tokens.items[m->first].hash, m);
}

static NewsBodies *
read_bodies(const NewsDoc *doc)
{
	NewsBodies *b = NEWS_NEW0(doc->arena, NewsBodies, 1);

	b->mask = 15;
	while (b->mask < doc->nmentions * 2)
		b->mask = b->mask * 2 + 1;
	b->slots = NEWS_NEW0(doc->arena, BodySlot, b->mask + 1);
	for (uint32_t i = 0; i < doc->nmentions; i++)
		if (doc->entities[doc->mentions[i].entity].kind == NEWS_ORGANIZATION)
			note_mention(doc, b, &doc->mentions[i]);
	return b;
}

/* Is this noun a word for any company? */
static bool
is_company(const NewsSyntax *s, int word)
{
	NewsStr		noun = news_span_str(&s->doc->tokens, s->first + (uint32_t) word, s->first + (uint32_t) word + 1);

	return news_str_eq(noun, news_str("company")) || news_str_eq(noun, news_str("firm")) || news_str_eq(noun, news_str("corporation"));
}

bool
news_event_body(NewsFinder *f, int group, NewsParty *party)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	const NewsToken *noun = s->words[g->head].token;
	BodySlot	found;

	/* "the bank", not "the central bank", "the bank of the river" */
	if (s->words[g->head].mention >= 0 || !(g->flags & NEWS_NG_DEFINITE) || g->head != g->first + 1 || (noun->flags & NEWS_TOK_CAP) ||
		(group + 1 < s->ngroups && s->groups[group + 1].word == news_event_keys.of))
		return false;
	if (!(news_token_word_flags(&f->doc->tokens, noun) & NEWS_W_ORG_HEAD) && !is_company(s, g->head))
		return false;
	if (!f->bodies)
		f->bodies = read_bodies(f->doc);
	found = *slot_of(f->bodies, noun->hash);
	if (found.hash == 0 && is_company(s, g->head))
		found = f->bodies->company;
	if (found.hash == 0 || found.entity == SEVERAL || found.end > s->first + (uint32_t) g->first)
		return false;
	*party = (NewsParty) {f->doc->entities[found.entity].name, f->doc->entities[found.entity].kind_name, f->codes[found.entity], (int32_t) found.entity};
	return true;
}
