/*
 * modelspans.c
 *	  What a model finds, as names of an article.
 */
#include "tagger/spans.h"

#include <math.h>
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

NewsKind
news_kind_of_label(const char *name)
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

/* A model's name that is less likely gives way to one of the rules that is surer. */
#define DOUBTFUL	0.65f
#define SURE		0.75f
/* ... and a place that hardly is one to a person that the rules keep. */
#define UNDECIDED	0.55f
/* Below NEWS_SPAN_KEEP. */
#define UNSUPPORTED 0.45f

/* Kinds of which labelled text says too little: what the rules have and the model leaves open stands. */
static bool
is_rare(NewsKind kind)
{
	return kind >= NEWS_GROUP && kind <= NEWS_PRODUCT;
}

/* A name of several words that the lexicon has, or that a word like Corp or a title tells: it is not to be cut, nor called something else. */
static bool
is_firm(const NewsSpan *rule)
{
	return rule->dict_entry >= 0 || (rule->end - rule->first > 1 && rule->score >= (rule->entity >= 0 ? 0.95f : 0.9f));
}

/*
 * A name of the rules where the model found none: one of which they are sure
 * stands, another counts when other mentions of the article support it.
 */
static NewsSpan
left_out(const NewsSpan *rule)
{
	NewsSpan	span = *rule;

	if (!is_rare(rule->kind) && rule->dict_entry < 0 && rule->score >= NEWS_SPAN_KEEP &&
		rule->score < (rule->entity >= 0 ? 0.84f : 0.75f))
		span.score = UNSUPPORTED;
	return span;
}

/* Has the model a longer name around the rules'? */
static bool
is_within(const NewsSpan *rule, const NewsTagSpan *s)
{
	return rule->first >= s->first && rule->end <= s->end && rule->end - rule->first < s->end - s->first;
}

/* Is there room behind the last name for one that begins at token first? */
static bool
ends_before(const NewsSpans *out, uint32_t first)
{
	return out->n == 0 || out->items[out->n - 1].end <= first;
}

/* Is the rules' name what stands behind the title that the model took for a part of it? */
static bool
is_behind_title(const NewsDoc *doc, const NewsTagSpan *s, NewsKind kind, const NewsSpan *rule)
{
	return kind == NEWS_PERSON && rule->kind == NEWS_PERSON && rule->end == s->end && rule->first > s->first &&
		(news_token_word_flags(&doc->tokens, &doc->tokens.items[rule->first - 1]) & (NEWS_W_TITLE | NEWS_W_HONORIFIC | NEWS_W_TITLE_PART));
}

typedef struct Merge
{
	const NewsDoc *doc;
	const NewsModel *model;
	NewsKind	kinds[NEWS_MODEL_MAX_KINDS];	/* by the model's */
	const NewsSpans *rules;
	NewsSpans  *out;
} Merge;

static void
put(Merge *m, const NewsSpan *span)
{
	m->out->items[m->out->n++] = *span;
}

/* Adds the name that the model found; rules first up to end overlap it, none of them firmly. */
static void
put_found(Merge *m, const NewsTagSpan *s, uint32_t first, uint32_t end)
{
	NewsKind	kind = m->kinds[s->kind];
	NewsSpan	span = {.first = s->first, .end = s->end, .sentence = s->sentence, .kind = kind, .entity = -1, .dict_entry = -1};

	/* the model took its decision: a name that is likelier than any other reading stays */
	span.score = s->score > NEWS_SPAN_KEEP ? roundf(s->score * 100) / 100 : NEWS_SPAN_KEEP;
	for (uint32_t r = first; r < end; r++)
	{
		const NewsSpan *rule = &m->rules->items[r];

		/* where the model is in doubt and the rules are not, their kind */
		if (rule->first == s->first && rule->end == s->end && kind != NEWS_OWN_KIND &&
			((s->score < DOUBTFUL && rule->score >= SURE) || (s->score < UNDECIDED && kind == NEWS_PLACE && rule->kind == NEWS_PERSON && rule->score >= NEWS_SPAN_KEEP)))
			span.kind = kind = rule->kind;
		if (rule->kind != kind)
			continue;
		if ((rule->first == s->first && rule->end == s->end) || is_behind_title(m->doc, s, kind, rule))
		{
			span.first = rule->first;
			span.entity = rule->entity;
			span.flags = rule->flags;
			put(m, &span);
			return;
		}
		span.flags |= rule->flags & NEWS_SPAN_TITLED;
	}
	if (kind == NEWS_OWN_KIND)
		span.kind_name = news_str(m->model->kinds[s->kind]);
	else
	{
		uint8_t		flags = 0;

		span.entity = lexicon_entity(m->doc, s, kind, &flags);
		span.flags |= flags;
	}
	put(m, &span);
}

/*
 * Both by position: firm names of the rules stand unless the model has a longer
 * one around them, then what the model found, then rare kinds that it left out.
 */
static void
merge(Merge *m, const NewsTagSpans *found, bool own)
{
	uint32_t	r = 0;

	for (uint32_t i = 0; i <= found->n; i++)
	{
		const NewsTagSpan *s = i < found->n ? &found->items[i] : NULL;
		bool		is_place = s && m->kinds[s->kind] == NEWS_PLACE;
		uint32_t	first;
		bool		taken = false;

		news_poll_each(m->doc->arena, i);
		for (; r < m->rules->n && (!s || m->rules->items[r].end <= s->first); r++)
			if (ends_before(m->out, m->rules->items[r].first) && (!own || m->rules->items[r].dict_entry >= 0))
			{
				NewsSpan	span = left_out(&m->rules->items[r]);

				put(m, &span);
			}
		if (!s)
			break;
		first = r;
		for (; r < m->rules->n && m->rules->items[r].first < s->end; r++)
		{
			const NewsSpan *rule = &m->rules->items[r];

			if (own || !is_firm(rule) || (is_within(rule, s) && !(is_place && rule->kind == NEWS_PERSON)))
				continue;
			/* in the model's place, and of what it found beside it nothing is left */
			if (!taken && ends_before(m->out, rule->first))
				put(m, rule);
			taken = true;
		}
		if (!taken && ends_before(m->out, s->first))
			put_found(m, s, first, r);
		/* a name of the rules may reach into the next of the model's */
		if (r > first && r > 0 && m->rules->items[r - 1].end > s->end)
			r--;
	}
}

void
news_model_spans(NewsDoc *doc, const NewsModel *model, const NewsSpans *rules, NewsSpans *out)
{
	NewsTagText text = {&doc->tokens, &doc->sentences, news_hints(doc, rules)};
	Merge		m = {.doc = doc, .model = model, .rules = rules, .out = out};
	NewsTagSpans found;

	news_tag_text(doc->arena, model, &text, &found);
	out->room = found.n + rules->n + 1;
	out->items = NEWS_NEW(doc->arena, NewsSpan, out->room);
	out->n = 0;
	for (int k = 0; k < model->nkinds; k++)
		m.kinds[k] = news_kind_of_label(model->kinds[k]);
	/* a rich model is a user's, whose kinds are not ours: it alone decides */
	merge(&m, &found, (model->flags & NEWS_MODEL_RICH) != 0);
}
