/*
 * decode.c
 *	  From an image to its vector, and reading of an image in place.
 *
 * Every read is bounded and every value checked: an image may come from
 * anywhere.
 */
#include "vector/layout.h"

/* Reads version, flags and filter; s NULL where they are not sound. */
static NewsStr
get_filter(NewsBytes *in, uint32_t *flags)
{
	NewsStr		filter;

	if (news_get_byte(in) != NEWS_VECTOR_VERSION || (*flags = news_get_byte(in)) & ~(uint32_t) VECTOR_ZONES)
		return NEWS_NO_STR;
	filter = news_get_str(in);
	return in->bad ? NEWS_NO_STR : filter;
}

NewsStr
news_vector_filter(NewsStr image)
{
	NewsBytes	in = news_bytes(image.s, image.len);
	uint32_t	flags;

	return get_filter(&in, &flags);
}

bool
news_vector_open(NewsStr image, NewsVectorReader *r)
{
	NewsBytes	in = news_bytes(image.s, image.len);
	uint32_t	entities,
				mentions,
				dates,
				zones,
				flags;

	r->filter = get_filter(&in, &flags);
	if (r->filter.s == NULL)
		return false;
	r->chars = news_get_number(&in);
	r->sentences = news_get_number(&in);
	r->nentities = news_get_number(&in);
	r->ndates = news_get_number(&in);
	r->nevents = news_get_number(&in);
	entities = news_get_number(&in);
	mentions = news_get_number(&in);
	dates = news_get_number(&in);
	zones = flags & VECTOR_ZONES ? news_get_number(&in) : 0;
	r->zones = news_bytes(in.at, zones);
	news_get_bytes(&in, zones);
	r->entities = news_bytes(in.at, entities);
	news_get_bytes(&in, entities);
	r->mentions = news_bytes(in.at, mentions);
	news_get_bytes(&in, mentions);
	r->dates = news_bytes(in.at, dates);
	news_get_bytes(&in, dates);
	r->events = news_bytes(in.at, news_bytes_left(&in));

	/* an entity takes three bytes or more, a date two, an event ten: no count can ask for much memory */
	return !in.bad && r->chars <= NEWS_VECTOR_MAX_POS && r->sentences <= NEWS_VECTOR_MAX_POS &&
		r->nentities <= entities / 3 && r->ndates <= dates / 2 &&
		r->nevents <= news_bytes_left(&r->events) / 10;
}

bool
news_vector_next_entity(NewsVectorReader *r, NewsVectorEntity *e)
{
	NewsBytes  *in = &r->entities;
	uint32_t	head = news_get_byte(in);
	uint32_t	kind = ENTITY_KIND(head);
	uint32_t	n = ENTITY_MENTIONS(head);

	e->kind = kind == 0 ? NEWS_OWN_KIND : (int) kind - 1;
	e->kind_name = kind == 0 ? news_get_str(in) : NEWS_NO_STR;
	e->name = news_get_str(in);
	e->code = head & ENTITY_CODE ? news_get_str(in) : NEWS_NO_STR;
	e->mentions = (NewsVectorMentions) {NULL, n == ENTITY_MANY ? news_get_number(in) : n};
	return !in->bad && kind <= NEWS_OWN_KIND;
}

static NewsDays
get_days(NewsBytes *in)
{
	int64_t		from = (int64_t) news_get_signed(in) + DAY_BASE;
	int64_t		to = from + 1 + news_get_number(in);

	if (from < NEWS_VECTOR_MIN_DAY || to > NEWS_VECTOR_MAX_DAY)
	{
		in->bad = true;
		return NEWS_NO_DAYS;
	}
	return (NewsDays) {(NewsDay) from, (NewsDay) to};
}

bool
news_vector_next_date(NewsVectorReader *r, NewsVectorDate *d)
{
	NewsBytes  *in = &r->dates;
	uint32_t	head = news_get_byte(in);
	uint32_t	shape = DATE_SHAPE(head);

	d->kind = (NewsTimexKind) DATE_KIND(head);
	d->basis = (NewsBasis) DATE_BASIS(head);
	d->value = shape == DATE_DURING ? NEWS_NO_STR : news_get_str(in);
	d->during = shape == DATE_VALUE ? NEWS_NO_DAYS : get_days(in);
	d->mentions = (NewsVectorMentions) {NULL, head & DATE_ONCE ? 1 : news_get_number(in)};
	return !in->bad && shape <= DATE_DURING && d->basis <= NEWS_BASIS_PUBLISHED;
}

bool
news_vector_next_mentions(NewsVectorReader *r, NewsStr name, NewsVectorMention *items, uint32_t n)
{
	NewsBytes  *in = &r->mentions;
	NewsVectorMention m = {0, news_str_chars(name), 0, 100};

	for (uint32_t i = 0; i < n && !in->bad; i++)
	{
		uint32_t	head = news_get_number(in);

		m.pos += head >> MENTION_SHIFT;
		if (head & MENTION_LEN)
			m.len = news_get_number(in);
		if (head & MENTION_SCORE)
			m.score = news_get_byte(in);
		m.sentence += (uint32_t) news_get_signed(in);
		if (m.pos - 1 >= NEWS_VECTOR_MAX_POS || m.len - 1 >= NEWS_VECTOR_MAX_POS ||
			m.sentence > NEWS_VECTOR_MAX_POS || m.score > 100)
			in->bad = true;
		if (items)
			items[i] = m;
	}
	return !in->bad;
}

/* The entity that a place, a source or a party refers to, or NULL. */
static const NewsVectorEntity *
get_ref(NewsBytes *in, uint32_t ref, const NewsVectorReader *r, const NewsVectorEntity *entities)
{
	if (ref < REF_ENTITY)
		return NULL;
	if (ref - REF_ENTITY < r->nentities)
		return &entities[ref - REF_ENTITY];
	in->bad = true;
	return NULL;
}

static NewsStr
get_name(NewsBytes *in, const NewsVectorReader *r, const NewsVectorEntity *entities)
{
	uint32_t	ref = news_get_number(in);
	const NewsVectorEntity *entity = get_ref(in, ref, r, entities);

	if (entity)
		return entity->name;
	return ref == REF_LITERAL ? news_get_str(in) : NEWS_NO_STR;
}

static NewsVectorParty
get_party(NewsBytes *in, const NewsVectorReader *r, const NewsVectorEntity *entities)
{
	NewsVectorParty party = {.kind = NEWS_NO_KIND};
	uint32_t	head = news_get_number(in);
	uint32_t	ref = head >> 1;
	const NewsVectorEntity *entity = get_ref(in, ref, r, entities);

	if (entity)
	{
		party.name = entity->name;
		party.kind = entity->kind;
		party.kind_name = entity->kind_name;
		party.code = entity->code;
		party.listed = true;
	}
	else if (ref == REF_LITERAL)
	{
		party.kind = (int) news_get_byte(in) - 1;
		if (party.kind > NEWS_OWN_KIND)
			in->bad = true;
		if (party.kind == NEWS_OWN_KIND)
			party.kind_name = news_get_str(in);
		party.name = news_get_str(in);
	}
	else if (head & PARTY_CODE)
		in->bad = true;			/* a code of nobody */
	if (head & PARTY_CODE)
	{
		party.code = news_get_str(in);
		if (party.code.len == 0)
			party.code = NEWS_NO_STR;
	}
	return party;
}

bool
news_vector_next_event(NewsVectorReader *r, const NewsVectorEntity *entities, NewsVectorEvent *e)
{
	NewsBytes  *in = &r->events;
	uint32_t	type = news_get_byte(in);
	uint32_t	head;

	if (type > (uint32_t) news_vector_ntypes)
		return false;
	e->type = type == 0 ? news_get_str(in) : news_str(news_vector_types[type - 1]);
	head = news_get_byte(in);
	e->status = (NewsStatus) EVENT_STATUS(head);
	e->basis = (NewsBasis) EVENT_BASIS(head);
	e->mention.pos += news_get_number(in);
	e->mention.len = news_get_number(in);
	e->mention.sentence += (uint32_t) news_get_signed(in);
	e->mention.score = news_get_byte(in);
	e->actor = get_party(in, r, entities);
	e->recipient = get_party(in, r, entities);
	e->place = get_name(in, r, entities);
	e->source = get_name(in, r, entities);
	e->during = head & EVENT_DURING ? get_days(in) : NEWS_NO_DAYS;
	return !in->bad && e->status <= NEWS_NEGATED && e->basis <= NEWS_BASIS_PUBLISHED &&
		e->mention.pos - 1 < NEWS_VECTOR_MAX_POS && e->mention.len - 1 < NEWS_VECTOR_MAX_POS &&
		e->mention.sentence <= NEWS_VECTOR_MAX_POS && e->mention.score <= 100;
}

static bool
str_or_none_ok(NewsStr s)
{
	return s.s == NULL || news_vector_str_ok(s);
}

static bool
party_ok(const NewsVectorParty *p)
{
	return str_or_none_ok(p->name) && str_or_none_ok(p->code) &&
		(p->kind != NEWS_OWN_KIND || news_vector_str_ok(p->kind_name));
}

static bool
event_ok(const NewsVectorEvent *e)
{
	return news_event_type_ok(e->type) && party_ok(&e->actor) && party_ok(&e->recipient) &&
		str_or_none_ok(e->place) && str_or_none_ok(e->source);
}

/* Mentions of a thing; every one takes two bytes or more, which bounds their number. */
static bool
take_mentions(NewsArena *arena, NewsVectorReader *r, NewsStr name, NewsVectorMentions *mentions)
{
	if (mentions->n > news_bytes_left(&r->mentions) / 2)
		return false;
	if (mentions->n)
		mentions->items = NEWS_NEW(arena, NewsVectorMention, mentions->n);
	return news_vector_next_mentions(r, name, mentions->items, mentions->n);
}

static bool
take_entities(NewsArena *arena, NewsVectorReader *r, NewsVector *v)
{
	v->entities = NEWS_NEW(arena, NewsVectorEntity, v->nentities);
	for (uint32_t i = 0; i < v->nentities; i++)
	{
		NewsVectorEntity *e = &v->entities[i];

		news_poll_each(arena, i);
		if (!news_vector_next_entity(r, e) || !news_vector_str_ok(e->name) || !str_or_none_ok(e->code) ||
			(e->kind == NEWS_OWN_KIND && !news_vector_str_ok(e->kind_name)) ||
			!take_mentions(arena, r, e->name, &e->mentions))
			return false;
	}
	return true;
}

static bool
take_dates(NewsArena *arena, NewsVectorReader *r, NewsVector *v)
{
	v->dates = NEWS_NEW(arena, NewsVectorDate, v->ndates);
	for (uint32_t i = 0; i < v->ndates; i++)
	{
		NewsVectorDate *d = &v->dates[i];

		news_poll_each(arena, i);
		if (!news_vector_next_date(r, d))
			return false;
		if (d->value.s == NULL)
		{
			char		iso[NEWS_DAY_SIZE];
			uint32_t	len = news_days_value(d->during, iso);

			d->value = (NewsStr) {news_strndup(arena, iso, len), len};
		}
		if (!news_vector_str_ok(d->value) || !take_mentions(arena, r, NEWS_NO_STR, &d->mentions))
			return false;
		/* the text form has no score for them */
		for (uint32_t m = 0; m < d->mentions.n; m++)
			if (d->mentions.items[m].score != 100)
				return false;
	}
	return true;
}

static bool
take_events(NewsArena *arena, NewsVectorReader *r, NewsVector *v)
{
	NewsVectorEvent event = {0};

	v->events = NEWS_NEW(arena, NewsVectorEvent, v->nevents);
	for (uint32_t i = 0; i < v->nevents; i++)
	{
		news_poll_each(arena, i);
		if (!news_vector_next_event(r, v->entities, &event) || !event_ok(&event))
			return false;
		v->events[i] = event;
	}
	return true;
}

static bool
take_zones(NewsArena *arena, NewsVectorReader *r, NewsVector *v)
{
	uint32_t	pos = 0;

	v->zones = NEWS_NEW(arena, NewsVectorZone, news_bytes_left(&r->zones));
	while (news_bytes_left(&r->zones))
	{
		uint32_t	zone = news_get_number(&r->zones);

		pos += zone >> 2;
		if (r->zones.bad || zone >> 2 == 0 || pos > NEWS_VECTOR_MAX_POS)
			return false;
		v->zones[v->nzones++] = (NewsVectorZone) {pos, zone & 3};
	}
	return true;
}

bool
news_vector_decode(NewsArena *arena, NewsStr image, NewsVector *v, NewsError *error)
{
	NewsVectorReader r;
	const uint8_t *at = (const uint8_t *) image.s;

	*error = (NewsError) {0};
	memset(v, 0, sizeof(*v));
	if (!news_vector_open(image, &r))
	{
		error->what = "the header is not valid";
		return false;
	}
	v->chars = r.chars;
	v->sentences = r.sentences;
	v->nentities = r.nentities;
	v->ndates = r.ndates;
	v->nevents = r.nevents;
	if (!take_zones(arena, &r, v))
	{
		error->what = "a weight is not valid";
		at = r.zones.at;
	}
	else if (!take_entities(arena, &r, v))
	{
		error->what = "an entity is not valid";
		at = r.entities.at;
	}
	else if (!take_dates(arena, &r, v))
	{
		error->what = "a date is not valid";
		at = r.dates.at;
	}
	else if (!take_events(arena, &r, v))
	{
		error->what = "an event is not valid";
		at = r.events.at;
	}
	else if (news_bytes_left(&r.entities) || news_bytes_left(&r.mentions) || news_bytes_left(&r.dates) ||
			 news_bytes_left(&r.events))
	{
		error->what = "there are bytes that belong to nothing";
		at = r.events.at;
	}
	error->at = (uint32_t) (at - (const uint8_t *) image.s);
	return error->what == NULL;
}
