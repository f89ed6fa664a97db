/*
 * place.c
 *	  Places by name, and the names that tell them apart.
 */
#include "names/place.h"

#include "names/names.h"

const char *const news_place_kind_names[] = {"country", "capital", "region", "city", "district", NULL};

const NewsPlace *
news_places(uint32_t entity, uint32_t *n)
{
	const NewsPlace *places = news_lexicon.places;
	uint32_t	low = 0;
	uint32_t	high = news_lexicon.nplaces;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (places[mid].entity < entity)
			low = mid + 1;
		else
			high = mid;
	}
	*n = 0;
	while (low + *n < news_lexicon.nplaces && places[low + *n].entity == entity)
		++*n;
	return places + low;
}

/* Do other countries' news name the region behind a place of this one? */
static bool
region_behind(const char *code)
{
	return strcmp(code, "USA") == 0 || strcmp(code, "CAN") == 0 || strcmp(code, "AUS") == 0;
}

NewsStr
news_place_name(NewsArena *arena, const NewsPlace *place)
{
	const char *pool = news_lexicon.pool;
	NewsStr		name = news_lexicon_name(place->entity);
	NewsStr		code = news_str(pool + place->code);
	NewsStr		behind;
	uint32_t	n;
	const NewsPlace *usual = news_places(place->entity, &n);
	char	   *out;

	if (place->usual)
		return name;
	if (pool[place->known_as])
		return news_str(pool + place->known_as);
	/* a namesake in one country is told apart by the region */
	if (place->kind != NEWS_PLACE_REGION && pool[place->region] && (region_behind(code.s) || usual->code == place->code))
		behind = news_str(pool + place->region);
	else
		behind = news_name_of_code(code);
	if (!behind.s)
		return name;
	out = news_alloc(arena, (size_t) name.len + behind.len + 2);
	memcpy(out, name.s, name.len);
	memcpy(out + name.len, ", ", 2);
	memcpy(out + name.len + 2, behind.s, behind.len);
	return (NewsStr) {out, name.len + 2 + behind.len};
}

/* ---- By name ---- */

/* The entities that are places of this spelling, the likeliest first. */
static uint32_t
entities_of(NewsArena *arena, NewsStr spelling, uint32_t *out, uint32_t max)
{
	NewsTokens	tokens;
	NewsLexMatch match;
	uint32_t	n = 0;

	if (spelling.len == 0 || spelling.len > 1000)
		return 0;
	news_tokenize(arena, &news_vocab, spelling.s, spelling.len, &tokens);
	if (tokens.n == 0)
		return 0;
	match = news_lexicon_match(&tokens, 0, tokens.n, true);
	if (match.ntokens != tokens.n)
		return 0;
	for (uint32_t r = match.first; r < match.first + match.n && n < max; r++)
	{
		uint32_t	entity = NEWS_READING_ENTITY(news_lexicon.readings[r]);

		if (news_lexicon.ent_kind[entity] == NEWS_PLACE)
			out[n++] = entity;
	}
	return n;
}

/* Is a place in what this name or code means: a country, or a region? */
static bool
lies_in(NewsArena *arena, const NewsPlace *place, NewsStr where)
{
	uint32_t	entities[4];
	uint32_t	n;

	if (news_str_eq(news_str(news_lexicon.pool + place->code), where))
		return true;
	n = entities_of(arena, where, entities, 4);
	for (uint32_t i = 0; i < n; i++)
		if (news_place_in_entity(place, entities[i]))
			return true;
	return false;
}

bool
news_place_in_entity(const NewsPlace *place, uint32_t entity)
{
	uint32_t	n;
	const NewsPlace *regions;

	if (news_lexicon.ent_flags[entity] & NEWS_LEX_COUNTRY && news_lexicon.ent_code[entity] == place->code)
		return place->entity != entity || place->kind != NEWS_PLACE_COUNTRY;
	if (!news_lexicon.pool[place->region])
		return false;
	if (news_lexicon.ent_name[entity] == place->region)
		return true;
	/* Ga., whose entity is not called Georgia */
	regions = news_places(entity, &n);
	for (uint32_t i = 0; i < n; i++)
		if (regions[i].kind == NEWS_PLACE_REGION && regions[i].code == place->code && regions[i].region == place->region)
			return true;
	return false;
}

static uint32_t
places_of(NewsArena *arena, NewsStr name, NewsStr region, NewsStr country, const NewsPlace **out, uint32_t max)
{
	uint32_t	entities[4];
	uint32_t	nentities = entities_of(arena, name, entities, 4);
	uint32_t	count = 0;

	for (uint32_t e = 0; e < nentities; e++)
	{
		uint32_t	n;
		const NewsPlace *places = news_places(entities[e], &n);

		/* the Red Sea is not the region of that name */
		if (n && !places->usual && !region.s && !country.s)
			continue;
		for (uint32_t i = 0; i < n && count < max; i++)
			if ((!region.s || lies_in(arena, &places[i], region)) && (!country.s || lies_in(arena, &places[i], country)))
				out[count++] = &places[i];
	}
	return count;
}

static NewsStr
trimmed(NewsStr s)
{
	while (s.len && s.s[0] == ' ')
		s = (NewsStr) {s.s + 1, s.len - 1};
	while (s.len && s.s[s.len - 1] == ' ')
		s.len--;
	return s;
}

uint32_t
news_place_find(NewsArena *arena, NewsStr name, NewsStr country, const NewsPlace **out, uint32_t max)
{
	uint32_t	n = places_of(arena, trimmed(name), NEWS_NO_STR, country, out, max);
	uint32_t	comma = name.len;

	if (n)
		return n;
	while (comma > 0 && name.s[comma - 1] != ',')
		comma--;
	if (comma == 0)
		return 0;
	return places_of(arena, trimmed((NewsStr) {name.s, comma - 1}), trimmed((NewsStr) {name.s + comma, name.len - comma}),
					 country, out, max);
}
