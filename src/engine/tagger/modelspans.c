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

/* The name that the model found; rule is the rules' name at its first token, NULL for none. */
static NewsSpan
span_of(const NewsDoc *doc, const NewsModel *model, const NewsTagSpan *s, const NewsSpan *rule)
{
	NewsKind	kind = kind_of(model->kinds[s->kind]);
	NewsSpan	span = {.first = s->first, .end = s->end, .sentence = s->sentence, .kind = kind, .entity = -1, .dict_entry = -1};

	if (rule && rule->first == s->first && rule->end == s->end && rule->kind == kind)
	{
		span.entity = rule->entity;
		span.flags = rule->flags;
	}
	else if (kind != NEWS_OWN_KIND)
	{
		span.entity = lexicon_entity(doc, s, kind, &span.flags);
		if (rule && rule->kind == kind)
			span.flags |= rule->flags & NEWS_SPAN_TITLED;
	}
	span.kind_name = kind == NEWS_OWN_KIND ? news_str(model->kinds[s->kind]) : NEWS_NO_STR;
	/* the model took its decision: a name that is likelier than any other reading stays */
	span.score = s->score > NEWS_SPAN_KEEP ? s->score : NEWS_SPAN_KEEP;
	return span;
}

void
news_model_spans(NewsDoc *doc, const NewsModel *model, const NewsSpans *rules, NewsSpans *out)
{
	NewsTagText text = {&doc->tokens, &doc->sentences, news_hints(doc, rules)};
	NewsTagSpans found;
	uint32_t	r = 0;

	news_tag_text(doc->arena, model, &text, &found);
	out->items = NEWS_NEW(doc->arena, NewsSpan, found.n + rules->n + 1);
	out->n = 0;
	out->room = found.n + rules->n + 1;
	for (uint32_t i = 0; i <= found.n; i++)
	{
		uint32_t	first = i < found.n ? found.items[i].first : doc->tokens.n;

		/* the user's own names stand; the model looked at none of their tokens */
		for (; r < rules->n && rules->items[r].end <= first; r++)
			if (rules->items[r].dict_entry >= 0)
				out->items[out->n++] = rules->items[r];
		if (i < found.n)
			out->items[out->n++] = span_of(doc, model, &found.items[i], r < rules->n && rules->items[r].first <= first ? &rules->items[r] : NULL);
	}
}
