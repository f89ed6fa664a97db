/*
 * sample_names.c
 *	  A stage of names for tests of other rooms.
 */
#include "sample_names.h"

static const struct
{
	const char *alias;
	NewsKind	kind;
	const char *name;
	const char *code;
}			samples[] = {
	{"Mali", NEWS_PLACE, "Mali", "MLI"},
	{"Malian", NEWS_GROUP, "Malian", "MLI"},
	{"France", NEWS_PLACE, "France", "FRA"},
	{"French", NEWS_GROUP, "French", "FRA"},
	{"Germany", NEWS_PLACE, "Germany", "DEU"},
	{"German", NEWS_GROUP, "German", "DEU"},
	{"Spain", NEWS_PLACE, "Spain", "ESP"},
	{"Spanish", NEWS_GROUP, "Spanish", "ESP"},
	{"Norway", NEWS_PLACE, "Norway", "NOR"},
	{"Norwegian", NEWS_GROUP, "Norwegian", "NOR"},
	{"Niger", NEWS_PLACE, "Niger", "NER"},
	{"Nigerien", NEWS_GROUP, "Nigerien", "NER"},
	{"Mexico", NEWS_PLACE, "Mexico", "MEX"},
	{"Mexican", NEWS_GROUP, "Mexican", "MEX"},
	{"Cuba", NEWS_PLACE, "Cuba", "CUB"},
	{"Cuban", NEWS_GROUP, "Cuban", "CUB"},
	{"Japan", NEWS_PLACE, "Japan", "JPN"},
	{"Japanese", NEWS_GROUP, "Japanese", "JPN"},
	{"Bhutan", NEWS_PLACE, "Bhutan", "BTN"},
	{"Bhutanese", NEWS_GROUP, "Bhutanese", "BTN"},
	{"Algeria", NEWS_PLACE, "Algeria", "DZA"},
	{"Algerian", NEWS_GROUP, "Algerian", "DZA"},
	{"Israel", NEWS_PLACE, "Israel", "ISR"},
	{"Israeli", NEWS_GROUP, "Israeli", "ISR"},
	{"Turkey", NEWS_PLACE, "Turkey", "TUR"},
	{"Turkish", NEWS_GROUP, "Turkish", "TUR"},
	{"Syria", NEWS_PLACE, "Syria", "SYR"},
	{"Syrian", NEWS_GROUP, "Syrian", "SYR"},
	{"Iran", NEWS_PLACE, "Iran", "IRN"},
	{"Iranian", NEWS_GROUP, "Iranian", "IRN"},
	{"Georgia", NEWS_PLACE, "Georgia", "GEO"},
	{"Georgian", NEWS_GROUP, "Georgian", "GEO"},
	{"Greece", NEWS_PLACE, "Greece", "GRC"},
	{"Greek", NEWS_GROUP, "Greek", "GRC"},
	{"Chad", NEWS_PLACE, "Chad", "TCD"},
	{"Chadian", NEWS_GROUP, "Chadian", "TCD"},
	{"Libya", NEWS_PLACE, "Libya", "LBY"},
	{"Libyan", NEWS_GROUP, "Libyan", "LBY"},
	{"Chile", NEWS_PLACE, "Chile", "CHL"},
	{"Chilean", NEWS_GROUP, "Chilean", "CHL"},
	{"Peru", NEWS_PLACE, "Peru", "PER"},
	{"Peruvian", NEWS_GROUP, "Peruvian", "PER"},
	{"Brazil", NEWS_PLACE, "Brazil", "BRA"},
	{"Brazilian", NEWS_GROUP, "Brazilian", "BRA"},
	{"India", NEWS_PLACE, "India", "IND"},
	{"Indian", NEWS_GROUP, "Indian", "IND"},
	{"Pakistan", NEWS_PLACE, "Pakistan", "PAK"},
	{"Pakistani", NEWS_GROUP, "Pakistani", "PAK"},
	{"Poland", NEWS_PLACE, "Poland", "POL"},
	{"Polish", NEWS_GROUP, "Polish", "POL"},
	{"Ukraine", NEWS_PLACE, "Ukraine", "UKR"},
	{"Ukrainian", NEWS_GROUP, "Ukrainian", "UKR"},
	{"Ethiopia", NEWS_PLACE, "Ethiopia", "ETH"},
	{"Ethiopian", NEWS_GROUP, "Ethiopian", "ETH"},
	{"Somalia", NEWS_PLACE, "Somalia", "SOM"},
	{"Somali", NEWS_GROUP, "Somali", "SOM"},
	{"Egypt", NEWS_PLACE, "Egypt", "EGY"},
	{"Egyptian", NEWS_GROUP, "Egyptian", "EGY"},
	{"Sudan", NEWS_PLACE, "Sudan", "SDN"},
	{"Sudanese", NEWS_GROUP, "Sudanese", "SDN"},
	{"Italy", NEWS_PLACE, "Italy", "ITA"},
	{"Italian", NEWS_GROUP, "Italian", "ITA"},
	{"Switzerland", NEWS_PLACE, "Switzerland", "CHE"},
	{"Swiss", NEWS_GROUP, "Swiss", "CHE"},
	{"Belgium", NEWS_PLACE, "Belgium", "BEL"},
	{"Belgian", NEWS_GROUP, "Belgian", "BEL"},
	{"Kenya", NEWS_PLACE, "Kenya", "KEN"},
	{"Kenyan", NEWS_GROUP, "Kenyan", "KEN"},
	{"Uganda", NEWS_PLACE, "Uganda", "UGA"},
	{"Ugandan", NEWS_GROUP, "Ugandan", "UGA"},
	{"Denmark", NEWS_PLACE, "Denmark", "DNK"},
	{"Danish", NEWS_GROUP, "Danish", "DNK"},
	{"Netherlands", NEWS_PLACE, "Netherlands", "NLD"},
	{"Dutch", NEWS_GROUP, "Dutch", "NLD"},
	{"Canada", NEWS_PLACE, "Canada", "CAN"},
	{"Canadian", NEWS_GROUP, "Canadian", "CAN"},
	{"Korea", NEWS_PLACE, "Korea", "KOR"},
	{"Korean", NEWS_GROUP, "Korean", "KOR"},
	{"Armenia", NEWS_PLACE, "Armenia", "ARM"},
	{"Armenian", NEWS_GROUP, "Armenian", "ARM"},
	{"Iraq", NEWS_PLACE, "Iraq", "IRQ"},
	{"Iraqi", NEWS_GROUP, "Iraqi", "IRQ"},
	{"Kuwait", NEWS_PLACE, "Kuwait", "KWT"},
	{"Kuwaiti", NEWS_GROUP, "Kuwaiti", "KWT"},
	{"Russia", NEWS_PLACE, "Russia", "RUS"},
	{"Russian", NEWS_GROUP, "Russian", "RUS"},
	{"Austria", NEWS_PLACE, "Austria", "AUT"},
	{"Austrian", NEWS_GROUP, "Austrian", "AUT"},
	{"United States", NEWS_PLACE, "United States", "USA"},
	{"U.S.", NEWS_PLACE, "United States", "USA"},
	{"American", NEWS_GROUP, "American", "USA"},
	{"Oslo", NEWS_PLACE, "Oslo", "NOR"},
	{"Rome", NEWS_PLACE, "Rome", "ITA"},
	{"Paris", NEWS_PLACE, "Paris", "FRA"},
	{"Vienna", NEWS_PLACE, "Vienna", "AUT"},
	{"Kashmir", NEWS_PLACE, "Kashmir", NULL},
	{"Madrid", NEWS_PLACE, "Madrid", "ESP"},
	{"Lima", NEWS_PLACE, "Lima", "PER"},
	{"Kurdish", NEWS_GROUP, "Kurdish", NULL},
	{"Anna Lindqvist", NEWS_PERSON, "Anna Lindqvist", NULL},
	{"Lindqvist", NEWS_PERSON, "Anna Lindqvist", NULL},
	{"Omar Diallo", NEWS_PERSON, "Omar Diallo", "MLI"},
	{"Diallo", NEWS_PERSON, "Omar Diallo", "MLI"},
	{"Ivan Petrov", NEWS_PERSON, "Ivan Petrov", NULL},
	{"Petrov", NEWS_PERSON, "Ivan Petrov", NULL},
	{"Interpol", NEWS_ORGANIZATION, "Interpol", NULL},
	{"Globe", NEWS_ORGANIZATION, "Globe", NULL},
};

#define NSAMPLES (sizeof(samples) / sizeof(*samples))

/* The entity of sample i, added where the document has none. */
static uint32_t
entity_of(NewsDoc *doc, size_t i, uint32_t *room)
{
	NewsStr		name = news_str(samples[i].name);

	for (uint32_t e = 0; e < doc->nentities; e++)
		if (doc->entities[e].kind == samples[i].kind && news_str_eq(doc->entities[e].name, name))
			return e;
	doc->entities = news_grow(doc->arena, doc->entities, doc->nentities, room, sizeof(NewsEntity));
	doc->entities[doc->nentities] = (NewsEntity) {samples[i].kind, news_str(news_kind_names[samples[i].kind]), name, news_str(samples[i].code)};
	return doc->nentities++;
}

/* The longest sample that begins at token t: its number, -1 for none; *end is the token behind it. */
static int
longest_at(const NewsTokens *tokens, uint32_t t, uint32_t *end)
{
	int			best = -1;

	for (uint32_t e = t + 1; e <= t + 3 && e <= tokens->n; e++)
	{
		NewsStr		span = news_span_str(tokens, t, e);

		for (size_t i = 0; i < NSAMPLES; i++)
			if (news_str_eq(span, news_str(samples[i].alias)))
			{
				best = (int) i;
				*end = e;
			}
	}
	return best;
}

void
sample_find_names(NewsDoc *doc)
{
	uint32_t	entity_room = 0;
	uint32_t	mention_room = 0;

	for (uint32_t t = 0; t < doc->tokens.n;)
	{
		uint32_t	end = t + 1;
		int			i = doc->tokens.items[t].flags & NEWS_TOK_CAP ? longest_at(&doc->tokens, t, &end) : -1;

		if (i >= 0)
		{
			doc->mentions = news_grow(doc->arena, doc->mentions, doc->nmentions, &mention_room, sizeof(NewsMention));
			doc->mentions[doc->nmentions++] = (NewsMention) {.first = t, .end = end, .entity = entity_of(doc, (size_t) i, &entity_room),
				.sentence = news_sentence_of(&doc->sentences, t), .score = 0.9f};
		}
		t = end;
	}
}

NewsDoc *
sample_annotate(NewsArena *arena, const char *text, const NewsOptions *options)
{
	NewsDoc    *doc = NEWS_NEW0(arena, NewsDoc, 1);

	doc->arena = arena;
	doc->options = options;
	news_tokenize(arena, &news_vocab, text, (uint32_t) strlen(text), &doc->tokens);
	news_split_sentences(arena, &doc->tokens, &doc->sentences);
	sample_find_names(doc);
	news_find_dates(doc);
	news_find_events(doc);
	return doc;
}
