/*
 * modelspans.c
 *	  What a model finds, as names of an article.
 */
#include "tagger/spans.h"

#include <strings.h>

#include "names/lexicon.h"
#include "tagger/tagger.h"

/* Kinds as labelled text calls them. */
static const struct
{
	const char *name;
	NewsKind	kind;
}			usual_kinds[] = {
	{"person", NEWS_PERSON}, {"per", NEWS_PERSON},
	{"organization", NEWS_ORGANIZATION}, {"organisation", NEWS_ORGANIZATION}, {"org", NEWS_ORGANIZATION},
	{"place", NEWS_PLACE}, {"location", NEWS_PLACE}, {"loc", NEWS_PLACE}, {"gpe", NEWS_PLACE},
	{"group", NEWS_GROUP}, {"norp", NEWS_GROUP},
	{"event", NEWS_EVENT_NAME},
	{"work", NEWS_WORK},
	{"product", NEWS_PRODUCT}
};

static NewsKind
kind_of(const char *name)
{
	for (size_t i = 0; i < sizeof(usual_kinds) / sizeof(*usual_kinds); i++)
		if (strcasecmp(name, usual_kinds[i].name) == 0)
			return usual_kinds[i].kind;
	return NEWS_OWN_KIND;
}

/* The lexicon's entity of this kind that is spelled so, -1 when there is none. */
static int32_t
lexicon_entity(const NewsDoc *doc, const NewsTagSpan *s, NewsKind kind, uint8_t *flags)
{
	NewsLexMatch match = news_lexicon_match(&doc->tokens, s->first, s->end, false);

	if (match.ntokens != s->end - s->first)
		return -1;
	for (uint32_t i = match.first; i < match.first + match.n; i++)
	{
		uint32_t	reading = news_lexicon.readings[i];
		uint32_t	entity = NEWS_READING_ENTITY(reading);

		if ((NewsKind) news_lexicon.ent_kind[entity] == kind && news_lexicon_written(&doc->tokens, s->first, match.ntokens, i))
		{
			*flags = NEWS_READING_FLAGS(reading) & NEWS_READING_FAMILY ? NEWS_SPAN_FAMILY : 0;
			return (int32_t) entity;
		}
	}
	return -1;
}

void
news_model_spans(NewsDoc *doc, NewsSpans *out)
{
	const NewsModel *model = doc->options->model;
	NewsTagSpans found;

	news_tag_tokens(doc->arena, model, &doc->tokens, &doc->sentences, &found);
	out->items = NEWS_NEW0(doc->arena, NewsSpan, found.n + 1);
	out->n = found.n;
	out->room = found.n + 1;
	for (uint32_t i = 0; i < found.n; i++)
	{
		const NewsTagSpan *s = &found.items[i];
		NewsSpan   *span = &out->items[i];

		span->first = s->first;
		span->end = s->end;
		span->sentence = s->sentence;
		span->kind = kind_of(model->kinds[s->kind]);
		span->kind_name = span->kind == NEWS_OWN_KIND ? news_str(model->kinds[s->kind]) : NEWS_NO_STR;
		span->dict_entry = -1;
		span->entity = span->kind == NEWS_OWN_KIND ? -1 : lexicon_entity(doc, s, span->kind, &span->flags);
		/* the model took its decision: a name that is likelier than any other reading stays */
		span->score = s->score > NEWS_SPAN_KEEP ? s->score : NEWS_SPAN_KEEP;
	}
}
