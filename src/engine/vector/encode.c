/*
 * encode.c
 *	  From a vector in memory to its image.
 *
 * What is put here, decode.c gets; vector.h has the order of the parts and
 * layout.h their details.
 */
#include "vector/filter.h"
#include "vector/layout.h"

const char *const news_vector_types[] = {EVENT_TYPES};
const int	news_vector_ntypes = sizeof(news_vector_types) / sizeof(news_vector_types[0]);

/* A place or a source is a name without a kind: the entity of the first kind that has it. */
static uint32_t
ref_of_name(const NewsVector *v, NewsStr name)
{
	for (int kind = 0; kind < NEWS_OWN_KIND; kind++)
	{
		uint32_t	entity = news_vector_find(v, kind, NEWS_NO_STR, name);

		if (entity < v->nentities)
			return REF_ENTITY + entity;
	}
	return REF_LITERAL;
}

static void
put_name(NewsBuffer *out, const NewsVector *v, NewsStr name)
{
	uint32_t	ref = name.s ? ref_of_name(v, name) : REF_NONE;

	news_put_number(out, ref);
	if (ref == REF_LITERAL)
		news_put_str(out, name);
}

static void
put_party(NewsBuffer *out, const NewsVector *v, const NewsVectorParty *party)
{
	NewsStr		code = NEWS_NO_STR;
	uint32_t	ref = REF_LITERAL;
	bool		own_code;

	if (!party->name.s)
	{
		news_put_number(out, REF_NONE);
		return;
	}
	if (party->kind != NEWS_NO_KIND)
	{
		uint32_t	entity = news_vector_find(v, party->kind, party->kind_name, party->name);

		if (entity < v->nentities)
		{
			ref = REF_ENTITY + entity;
			code = v->entities[entity].code;
		}
	}
	own_code = (code.s == NULL) != (party->code.s == NULL) || !news_str_eq(code, party->code);
	news_put_number(out, ref << 1 | (own_code ? PARTY_CODE : 0));
	if (ref == REF_LITERAL)
	{
		news_put_byte(out, (uint32_t) (party->kind + 1));
		if (party->kind == NEWS_OWN_KIND)
			news_put_str(out, party->kind_name);
		news_put_str(out, party->name);
	}
	if (own_code)
		news_put_str(out, party->code);
}

static void
put_mentions(NewsBuffer *out, NewsStr name, const NewsVectorMentions *mentions)
{
	NewsVectorMention last = {0, news_str_chars(name), 0, 100};

	for (uint32_t i = 0; i < mentions->n; i++)
	{
		const NewsVectorMention *m = &mentions->items[i];
		uint32_t	head = (m->pos - last.pos) << MENTION_SHIFT;

		news_poll_each(out->arena, i);
		if (m->len != last.len)
			head |= MENTION_LEN;
		if (m->score != last.score)
			head |= MENTION_SCORE;
		news_put_number(out, head);
		if (head & MENTION_LEN)
			news_put_number(out, m->len);
		if (head & MENTION_SCORE)
			news_put_byte(out, m->score);
		news_put_signed(out, (int32_t) (m->sentence - last.sentence));
		last = *m;
	}
}

static void
put_entity(NewsBuffer *out, const NewsVectorEntity *e)
{
	uint32_t	n = e->mentions.n;
	uint32_t	head = e->kind == NEWS_OWN_KIND ? 0 : (uint32_t) e->kind + 1;

	if (e->code.s)
		head |= ENTITY_CODE;
	news_put_byte(out, head | (n < ENTITY_MANY ? n : ENTITY_MANY) << 5);
	if (e->kind == NEWS_OWN_KIND)
		news_put_str(out, e->kind_name);
	news_put_str(out, e->name);
	if (e->code.s)
		news_put_str(out, e->code);
	if (n >= ENTITY_MANY)
		news_put_number(out, n);
}

static void
put_days(NewsBuffer *out, NewsDays days)
{
	news_put_signed(out, days.from - DAY_BASE);
	news_put_number(out, (uint32_t) days.to - (uint32_t) days.from - 1);
}

static void
put_date(NewsBuffer *out, const NewsVectorDate *d)
{
	char		iso[NEWS_DAY_SIZE];
	uint32_t	shape = DATE_VALUE;

	if (d->during.from != NEWS_NO_DAY)
	{
		NewsStr		derived = {iso, news_days_value(d->during, iso)};

		shape = derived.len && news_str_eq(derived, d->value) ? DATE_DURING : DATE_BOTH;
	}
	news_put_byte(out, (uint32_t) d->kind | (uint32_t) d->basis << 2 | shape << 5 |
				  (d->mentions.n == 1 ? DATE_ONCE : 0));
	if (shape != DATE_DURING)
		news_put_str(out, d->value);
	if (shape != DATE_VALUE)
		put_days(out, d->during);
	if (d->mentions.n != 1)
		news_put_number(out, d->mentions.n);
}

static void
put_event(NewsBuffer *out, const NewsVector *v, const NewsVectorEvent *e, const NewsVectorMention *last)
{
	int			type = news_index_of(e->type, news_vector_types, news_vector_ntypes) + 1;
	bool		dated = e->during.from != NEWS_NO_DAY;

	news_put_byte(out, (uint32_t) type);
	if (type == 0)
		news_put_str(out, e->type);
	news_put_byte(out, (uint32_t) e->status | (uint32_t) e->basis << 3 | (dated ? EVENT_DURING : 0));
	news_put_number(out, e->mention.pos - last->pos);
	news_put_number(out, e->mention.len);
	news_put_signed(out, (int32_t) (e->mention.sentence - last->sentence));
	news_put_byte(out, e->mention.score);
	put_party(out, v, &e->actor);
	put_party(out, v, &e->recipient);
	put_name(out, v, e->place);
	put_name(out, v, e->source);
	if (dated)
		put_days(out, e->during);
}

/* A zone is its distance from the one before, and its weight. */
static void
put_zones(NewsBuffer *out, const NewsVector *v)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < v->nzones; i++)
	{
		news_put_number(out, (v->zones[i].pos - last) << 2 | v->zones[i].weight);
		last = v->zones[i].pos;
	}
}

NewsStr
news_vector_encode(NewsArena *arena, NewsVector *vector)
{
	NewsBuffer	out = news_buffer(arena);
	NewsBuffer	entities = news_buffer(arena);
	NewsBuffer	mentions = news_buffer(arena);
	NewsBuffer	dates = news_buffer(arena);
	NewsBuffer	zones = news_buffer(arena);
	NewsVectorMention last = {0};

	news_vector_tidy(arena, vector);
	for (uint32_t i = 0; i < vector->nentities; i++)
	{
		news_poll_each(arena, i);
		put_entity(&entities, &vector->entities[i]);
		put_mentions(&mentions, vector->entities[i].name, &vector->entities[i].mentions);
	}
	for (uint32_t i = 0; i < vector->ndates; i++)
	{
		news_poll_each(arena, i);
		put_date(&dates, &vector->dates[i]);
		put_mentions(&mentions, NEWS_NO_STR, &vector->dates[i].mentions);
	}

	put_zones(&zones, vector);

	news_put_byte(&out, NEWS_VECTOR_VERSION);
	news_put_byte(&out, zones.n ? VECTOR_ZONES : 0);
	news_put_str(&out, news_filter_make(arena, vector));
	news_put_number(&out, vector->chars);
	news_put_number(&out, vector->sentences);
	news_put_number(&out, vector->nentities);
	news_put_number(&out, vector->ndates);
	news_put_number(&out, vector->nevents);
	news_put_number(&out, entities.n);
	news_put_number(&out, mentions.n);
	news_put_number(&out, dates.n);
	if (zones.n)
		news_put_number(&out, zones.n);
	news_put(&out, zones.data, zones.n);
	news_put(&out, entities.data, entities.n);
	news_put(&out, mentions.data, mentions.n);
	news_put(&out, dates.data, dates.n);
	for (uint32_t i = 0; i < vector->nevents; i++)
	{
		news_poll_each(arena, i);
		put_event(&out, vector, &vector->events[i], &last);
		last = vector->events[i].mention;
	}
	if (entities.full || mentions.full || dates.full || zones.full)
		return NEWS_NO_STR;
	return news_buffer_str(&out);
}
