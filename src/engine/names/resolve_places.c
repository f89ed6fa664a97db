/*
 * resolve_places.c
 *	  Which of the places of one name an article means.
 *
 * Two walks over the spans: the first notes what the article names without
 * doubt, and what stands behind a place ("Paris, Texas"); the second decides
 * about the names that stand alone.  Tables have a fixed size, so the time is
 * linear; what finds no room in them is not heard.
 */
#include "names/place.h"

/* Slots of a table; strings of the lexicon or entities by their number. */
#define SLOTS 256
#define PROBES 8
/* A namesake this many times smaller is meant only where the text says so right behind the name. */
#define DWARF 40
/* ... and one this many times smaller is not told by its country alone. */
#define SMALLER 10
#define REGION_SIZE 1000000

typedef struct Tally
{
	uint32_t	key[SLOTS];		/* number + 1; 0 in an empty slot */
	uint32_t	value[SLOTS];
} Tally;

typedef struct Resolver
{
	const NewsDoc *doc;
	NewsSpans  *spans;
	Tally		countries;		/* by code: the country and its people named */
	Tally		inside;			/* by code: places in it, less its capital */
	Tally		regions;		/* by region_key: a region named, or a place in it */
	Tally		decided;		/* by entity: place + 1; 0 while open */
} Resolver;

/* The value of a key, made when there is none; NULL when there is no room. */
static uint32_t *
slot(Tally *tally, uint32_t number)
{
	uint32_t	hash = (number * UINT32_C(2654435761)) >> 16;

	for (uint32_t k = 0; k < PROBES; k++)
	{
		uint32_t	i = (hash + k) % SLOTS;

		if (tally->key[i] == 0)
		{
			tally->key[i] = number + 1;
			tally->value[i] = 0;
		}
		if (tally->key[i] == number + 1)
			return &tally->value[i];
	}
	return NULL;
}

static uint32_t
count(Tally *tally, uint32_t number)
{
	uint32_t   *value = slot(tally, number);

	return value ? *value : 0;
}

static void
add(Tally *tally, uint32_t number)
{
	uint32_t   *value = slot(tally, number);

	if (value)
		++*value;
}

static bool
is_place(const NewsSpan *s)
{
	return s->kind == NEWS_PLACE && s->entity >= 0 && s->dict_entry < 0 && s->score >= NEWS_SPAN_KEEP;
}

/* People, for comparing namesakes: those of a region are not known, and it is the better known. */
static uint32_t
size_of(const NewsPlace *place)
{
	return place->kind == NEWS_PLACE_REGION && place->population < REGION_SIZE ? REGION_SIZE : place->population;
}

/* Is the first of n places the one that its name means nearly always? */
static bool
is_dominant(const NewsPlace *places, uint32_t n)
{
	if (!places->usual || places->kind == NEWS_PLACE_COUNTRY)
		return n == 1 && places->usual;
	return n == 1 || places->kind == NEWS_PLACE_CAPITAL || size_of(&places[1]) < size_of(places) / SMALLER;
}

/* The number of the region that a place is, or lies in; that of "" and its country for none. */
static uint32_t
region_key(const NewsPlace *place)
{
	uint32_t	name = place->region;

	if (place->kind == NEWS_PLACE_REGION && !news_lexicon.pool[name])
		name = news_lexicon.ent_name[place->entity];
	return (name * UINT32_C(2654435761)) ^ place->code;
}

/* How often the article speaks of the region of a place. */
static uint32_t
region_count(Resolver *r, const NewsPlace *place)
{
	if (place->kind != NEWS_PLACE_REGION && !news_lexicon.pool[place->region])
		return 0;
	return count(&r->regions, region_key(place));
}

static void
note_place(Resolver *r, const NewsPlace *place)
{
	if (place->kind == NEWS_PLACE_COUNTRY)
		add(&r->countries, place->code);
	else if (place->kind != NEWS_PLACE_CAPITAL)
	{
		add(&r->inside, place->code);
		add(&r->regions, region_key(place));
	}
}

static void
choose(Resolver *r, NewsSpan *s, const NewsPlace *place)
{
	uint32_t   *decided = slot(&r->decided, (uint32_t) s->entity);
	uint32_t	number = (uint32_t) (place - news_lexicon.places) + 1;

	s->place = place->usual ? 0 : number;
	if (decided)
		*decided = number;
}

static bool
is_word(const Resolver *r, uint32_t i, const char *word)
{
	return news_str_eq(news_span_str(&r->doc->tokens, i, i + 1), news_str(word));
}

/* Does a name stand behind another as where it lies does: "Paris, Texas", "Tripoli, in northern Lebanon", "Paris in the U.S."? */
static bool
stands_behind(const Resolver *r, const NewsSpan *s, const NewsSpan *next)
{
	const NewsTokens *tokens = &r->doc->tokens;
	uint32_t	i = s->end;
	bool		comma = tokens->items[i].mark == ',';
	bool		in;

	if (next->first <= i || next->first > i + 4 || next->sentence != s->sentence)
		return false;
	i += comma;
	in = is_word(r, i, "in");
	i += in;
	if (in && is_word(r, i, "the"))
		i++;
	if (in && (news_token_word_flags(tokens, &tokens->items[i]) & NEWS_W_COMPASS))
		i++;
	return (comma || in) && i == next->first;
}

/* "Paris, Texas": does the span behind s say where it lies? */
static bool
read_behind(Resolver *r, NewsSpan *s, NewsSpan *next, const NewsPlace *places, uint32_t n)
{
	if (!is_place(next) || !stands_behind(r, s, next))
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	nregions;
		const NewsPlace *regions;

		if (!news_place_in_entity(&places[i], (uint32_t) next->entity))
			continue;
		choose(r, s, &places[i]);
		s->flags |= NEWS_SPAN_LOCATED;
		note_place(r, &places[i]);
		/* of Atlanta, Georgia the second is no country */
		regions = news_places((uint32_t) next->entity, &nregions);
		for (uint32_t k = 0; k < nregions && nregions > 1; k++)
			if (regions[k].code == places[i].code && regions[k].kind <= NEWS_PLACE_REGION)
			{
				choose(r, next, &regions[k]);
				next->flags |= NEWS_SPAN_LOCATED;
				break;
			}
		return true;
	}
	return false;
}

/* What the article names without doubt. */
static void
note_spans(Resolver *r)
{
	for (uint32_t i = 0; i < r->spans->n; i++)
	{
		NewsSpan   *s = &r->spans->items[i];
		const NewsPlace *places;
		uint32_t	n;

		if ((i & 0xFFF) == 0)
			news_poll(r->doc->arena);
		if (s->kind == NEWS_GROUP && s->entity >= 0 && s->score >= NEWS_SPAN_KEEP)
			add(&r->countries, news_lexicon.ent_code[s->entity]);
		if (!is_place(s))
			continue;
		places = news_places((uint32_t) s->entity, &n);
		if (n == 0 || (i + 1 < r->spans->n && read_behind(r, s, s + 1, places, n)))
			continue;
		if (is_dominant(places, n))
			note_place(r, places);
	}
}

/* A region that has a country's name: its sisters and its towns speak for it. */
static const NewsPlace *
choose_against_country(Resolver *r, const NewsPlace *places, uint32_t n)
{
	if (count(&r->inside, places->code))
		return places;
	for (uint32_t i = 1; i < n; i++)
		if (places[i].kind == NEWS_PLACE_REGION &&
			(region_count(r, &places[i]) || count(&r->inside, places[i].code) > 1))
			return &places[i];
	return places;
}

/*
 * Is it enough for a place that its country is named?  Not for one of the United
 * States, which articles about anything name: news tells its towns by the state.
 */
static bool
is_told_by_country(const NewsPlace *place, const NewsPlace *usual)
{
	return size_of(place) >= size_of(usual) / SMALLER && strcmp(news_lexicon.pool + place->code, "USA") != 0;
}

/* The place that a name standing alone means. */
static const NewsPlace *
choose_by_article(Resolver *r, const NewsPlace *places, uint32_t n)
{
	bool		at_home = count(&r->countries, places->code) || count(&r->inside, places->code);

	if (places->kind == NEWS_PLACE_COUNTRY)
		return choose_against_country(r, places, n);
	if (places->kind == NEWS_PLACE_CAPITAL || region_count(r, places))
		return places;
	for (uint32_t i = 1; i < n; i++)
		if (region_count(r, &places[i]) && size_of(&places[i]) >= size_of(places) / DWARF)
			return &places[i];
	for (uint32_t i = 1; i < n && !at_home; i++)
		if (count(&r->countries, places[i].code) + count(&r->inside, places[i].code) > 1 &&
			is_told_by_country(&places[i], places))
			return &places[i];
	return places;
}

/* The names that stand alone. */
static void
decide_spans(Resolver *r)
{
	for (uint32_t i = 0; i < r->spans->n; i++)
	{
		NewsSpan   *s = &r->spans->items[i];
		const NewsPlace *places;
		uint32_t	decided;
		uint32_t	n;

		if ((i & 0xFFF) == 0)
			news_poll(r->doc->arena);
		if (!is_place(s) || (s->flags & NEWS_SPAN_LOCATED))
			continue;
		places = news_places((uint32_t) s->entity, &n);
		if (n < 2)
			continue;
		decided = count(&r->decided, (uint32_t) s->entity);
		if (decided && !(places->kind <= NEWS_PLACE_CAPITAL && count(&r->countries, places->code)))
			choose(r, s, &news_lexicon.places[decided - 1]);
		else if (places->usual)
			choose(r, s, choose_by_article(r, places, n));
	}
}

void
news_resolve_places(const NewsDoc *doc, NewsSpans *spans)
{
	Resolver   *r = NEWS_NEW0(doc->arena, Resolver, 1);

	r->doc = doc;
	r->spans = spans;
	note_spans(r);
	decide_spans(r);
}
