/*
 * make.c
 *	  From the annotations of a text, or from two vectors, to a vector.
 */
#include "vector/layout.h"

#include <unicode/utf8.h>

/* A name as the stored form allows it: valid UTF-8 of bounded length; s NULL for none. */
static NewsStr
stored_str(NewsArena *arena, NewsStr s)
{
	NewsBuffer	out;
	uint32_t	i = 0;

	if (s.s == NULL || s.len == 0)
		return NEWS_NO_STR;
	if (news_vector_str_ok(s))
		return s;
	out = news_buffer(arena);
	while (i < s.len)
	{
		uint32_t	start = i;
		UChar32		c;

		U8_NEXT(s.s, i, s.len, c);
		if (out.n + (i - start) > NEWS_VECTOR_MAX_STR)
			break;
		if (c > 0)
			news_put(&out, s.s + start, i - start);
		else
			news_put_byte(&out, '?');
	}
	return news_buffer_str(&out);
}

static NewsVectorMention
make_mention(const NewsTokens *tokens, uint32_t first, uint32_t end, uint32_t sentence, float score)
{
	return (NewsVectorMention) {
		.pos = tokens->items[first].chars + 1,
		.len = news_span_chars(tokens, first, end),
		.sentence = sentence + 1,
		.score = score <= 0 ? 0 : score >= 1 ? 100 : (uint32_t) (score * 100 + 0.5f),
	};
}

static void
add_mention(const NewsDoc *doc, const NewsMention *m, NewsVector *v)
{
	NewsVectorMentions *list = &v->entities[m->entity].mentions;

	list->items[list->n++] = make_mention(&doc->tokens, m->first, m->end, m->sentence, m->score);
}

/* Entities that are mentioned, each with its mentions in order. */
static void
make_entities(NewsArena *arena, const NewsDoc *doc, NewsVector *v)
{
	NewsVectorMention *mentions = NEWS_NEW(arena, NewsVectorMention, doc->nmentions + doc->ninner);
	uint32_t   *count = NEWS_NEW0(arena, uint32_t, doc->nentities);

	v->entities = NEWS_NEW0(arena, NewsVectorEntity, doc->nentities);
	for (uint32_t i = 0; i < doc->nmentions; i++)
		count[doc->mentions[i].entity]++;
	for (uint32_t i = 0; i < doc->ninner; i++)
		count[doc->inner[i].mention.entity]++;
	for (uint32_t i = 0; i < doc->nentities; i++)
	{
		v->entities[i].mentions.items = mentions;
		mentions += count[i];
	}
	for (uint32_t i = 0, k = 0; i < doc->nmentions; i++)
	{
		news_poll_each(arena, i);
		for (; k < doc->ninner && doc->inner[k].outer == i; k++)
			add_mention(doc, &doc->inner[k].mention, v);
		add_mention(doc, &doc->mentions[i], v);
	}
	for (uint32_t i = 0; i < doc->nentities; i++)
	{
		const NewsEntity *from = &doc->entities[i];
		NewsVectorEntity e = v->entities[i];

		news_poll_each(arena, i);
		e.kind = from->kind;
		e.kind_name = e.kind == NEWS_OWN_KIND ? stored_str(arena, from->kind_name) : NEWS_NO_STR;
		e.name = stored_str(arena, from->name);
		e.code = stored_str(arena, from->code);
		if (e.mentions.n && e.name.s && (e.kind != NEWS_OWN_KIND || e.kind_name.s))
			v->entities[v->nentities++] = e;
	}
}

static NewsDays
stored_days(NewsDays days)
{
	if (days.from < NEWS_VECTOR_MIN_DAY || days.to > NEWS_VECTOR_MAX_DAY || days.from >= days.to)
		return NEWS_NO_DAYS;
	return days;
}

static void
make_dates(NewsArena *arena, const NewsDoc *doc, NewsVector *v)
{
	NewsVectorMention *mentions = NEWS_NEW(arena, NewsVectorMention, doc->ndates);

	v->dates = NEWS_NEW(arena, NewsVectorDate, doc->ndates);
	for (uint32_t i = 0; i < doc->ndates; i++)
	{
		const NewsTimex *from = &doc->dates[i];
		NewsVectorDate *d = &v->dates[v->ndates];

		news_poll_each(arena, i);
		d->kind = from->kind;
		d->basis = from->basis;
		d->value = stored_str(arena, from->value);
		d->during = stored_days(from->during);
		mentions[i] = make_mention(&doc->tokens, from->first, from->end, from->sentence, 1);
		d->mentions = (NewsVectorMentions) {&mentions[i], 1};
		if (d->value.s)
			v->ndates++;
	}
}

static NewsVectorParty
make_party(NewsArena *arena, const NewsParty *from)
{
	NewsVectorParty party = {.kind = NEWS_NO_KIND};

	party.name = stored_str(arena, from->name);
	if (party.name.s == NULL)
		return party;
	party.code = stored_str(arena, from->code);
	if (from->kind.s && from->kind.len)
		party.kind = news_kind_of(from->kind);
	if (party.kind == NEWS_OWN_KIND)
		party.kind_name = stored_str(arena, from->kind);
	return party;
}

static void
make_events(NewsArena *arena, const NewsDoc *doc, NewsVector *v)
{
	v->events = NEWS_NEW(arena, NewsVectorEvent, doc->nevents);
	for (uint32_t i = 0; i < doc->nevents; i++)
	{
		const NewsEvent *from = &doc->events[i];
		NewsVectorEvent *e = &v->events[v->nevents];

		news_poll_each(arena, i);
		if (!news_event_type_ok(from->type))
			continue;
		e->type = from->type;
		e->actor = make_party(arena, &from->actor);
		e->recipient = make_party(arena, &from->recipient);
		e->place = stored_str(arena, from->place);
		e->source = stored_str(arena, from->source);
		e->during = stored_days(from->during);
		e->basis = from->basis;
		e->status = from->status;
		e->mention = make_mention(&doc->tokens, from->first, from->end, from->sentence, from->score);
		v->nevents++;
	}
}

NewsVector *
news_vector_make(NewsArena *arena, const NewsDoc *doc)
{
	NewsVector *v = NEWS_NEW0(arena, NewsVector, 1);

	v->chars = doc->tokens.nchars;
	v->sentences = doc->sentences.n;
	make_entities(arena, doc, v);
	make_dates(arena, doc, v);
	make_events(arena, doc, v);
	return v;
}

static bool
shift(NewsVectorMention *mentions, uint32_t n, uint32_t chars, uint32_t sentences)
{
	for (uint32_t i = 0; i < n; i++)
	{
		mentions[i].pos += chars;
		mentions[i].sentence += sentences;
		if (mentions[i].pos > NEWS_VECTOR_MAX_POS || mentions[i].sentence > NEWS_VECTOR_MAX_POS)
			return false;
	}
	return true;
}

/* An array of na things of width bytes, then nb. */
static void *
concat(NewsArena *arena, const void *a, uint32_t na, const void *b, uint32_t nb, size_t width)
{
	char	   *all = news_alloc(arena, width * ((size_t) na + nb));

	if (na)
		memcpy(all, a, na * width);
	if (nb)
		memcpy(all + na * width, b, nb * width);
	return all;
}

bool
news_vector_concat(NewsArena *arena, const NewsVector *a, NewsVector *b, NewsVector *out)
{
	bool		ok = a->chars + b->chars <= NEWS_VECTOR_MAX_POS && a->sentences + b->sentences <= NEWS_VECTOR_MAX_POS;

	for (uint32_t i = 0; i < b->nentities; i++)
		ok &= shift(b->entities[i].mentions.items, b->entities[i].mentions.n, a->chars, a->sentences);
	for (uint32_t i = 0; i < b->ndates; i++)
		ok &= shift(b->dates[i].mentions.items, b->dates[i].mentions.n, a->chars, a->sentences);
	for (uint32_t i = 0; i < b->nevents; i++)
		ok &= shift(&b->events[i].mention, 1, a->chars, a->sentences);
	out->chars = a->chars + b->chars;
	out->sentences = a->sentences + b->sentences;
	out->nentities = a->nentities + b->nentities;
	out->entities = concat(arena, a->entities, a->nentities, b->entities, b->nentities, sizeof(*out->entities));
	out->ndates = a->ndates + b->ndates;
	out->dates = concat(arena, a->dates, a->ndates, b->dates, b->ndates, sizeof(*out->dates));
	out->nevents = a->nevents + b->nevents;
	out->events = concat(arena, a->events, a->nevents, b->events, b->nevents, sizeof(*out->events));
	return news_vector_concat_zones(arena, a, b, out) && ok;
}
