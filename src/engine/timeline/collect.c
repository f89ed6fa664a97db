/*
 * collect.c
 *	  From the stored form of an article to its reports and dated sentences.
 */
#include "timeline/timeline.h"

#include "names/namekey.h"
#include "query/plan.h"
#include "vector/layout.h"

/* Types of acts of states come first in the list of types; in them a code stands for a party. */
#define STATE_TYPES 16

/* Sentences from here on tell less: the beginning of a report sums it up. */
#define LEAD_SENTENCES 3

void
news_timeline_init(NewsTimeline *timeline, NewsArena *arena)
{
	memset(timeline, 0, sizeof(NewsTimeline));
	timeline->arena = arena;
	news_pool_init(&timeline->pool, arena);
}

static uint32_t
folded(NewsTimeline *timeline, NewsStr name)
{
	char		key[NEWS_NAME_KEY_MAX];

	return news_pool_add(&timeline->pool, (NewsStr) {key, news_name_fold(name, key, NULL, NULL)});
}

static NewsReportParty
make_party(NewsTimeline *timeline, const NewsVectorParty *party, bool state)
{
	NewsReportParty out = {0};

	if (party->name.s == NULL)
		return out;
	out.name = news_pool_add(&timeline->pool, party->name);
	out.kind = news_pool_add(&timeline->pool, news_kind_str(party->kind, party->kind_name));
	out.code = news_pool_add(&timeline->pool, party->code);
	out.root = state && out.code ? out.code : folded(timeline, party->name);
	return out;
}

/* The sides of a mutual event stand in order of their roots, one that is not told behind. */
static bool
out_of_order(const NewsPool *pool, const NewsReportParty *parties)
{
	if (!parties[0].root || !parties[1].root)
		return parties[1].root != 0;
	return strcmp(news_pool_get(pool, parties[0].root).s, news_pool_get(pool, parties[1].root).s) > 0;
}

void
news_report_make(NewsTimeline *timeline, const NewsVectorEvent *event, NewsReport *out)
{
	bool		state = news_index_of(event->type, news_vector_types, STATE_TYPES) >= 0;

	memset(out, 0, sizeof(NewsReport));
	out->type = news_pool_add(&timeline->pool, event->type);
	out->parties[0] = make_party(timeline, &event->actor, state);
	out->parties[1] = make_party(timeline, &event->recipient, state);
	if (news_event_mutual(event->type) && out_of_order(&timeline->pool, out->parties))
	{
		NewsReportParty actor = out->parties[0];

		out->parties[0] = out->parties[1];
		out->parties[1] = actor;
		out->swapped = true;
	}
	out->place = news_pool_add(&timeline->pool, event->place);
	out->source = news_pool_add(&timeline->pool, event->source);
	out->during = event->during;
	out->basis = event->basis;
	out->status = event->status;
	out->pos = event->mention.pos;
	out->len = event->mention.len;
	out->sentence = event->mention.sentence;
	out->score = (uint8_t) event->mention.score;
	out->next = NEWS_NO_REPORT;
}

/* What is told of a day after that of writing has not happened. */
static void
check_future(NewsReport *report, const NewsTimelineArticle *article)
{
	if (article->day != NEWS_NO_DAY && report->during.from != NEWS_NO_DAY &&
		report->during.from > article->day && news_status_done(report->status))
		report->status = NEWS_PLANNED;
}

static void
add_report(NewsTimeline *timeline, uint32_t article, const NewsVectorEvent *event)
{
	NewsReport *report;

	timeline->reports = news_grow(timeline->arena, timeline->reports, timeline->nreports, &timeline->report_room, sizeof(NewsReport));
	report = &timeline->reports[timeline->nreports++];
	news_report_make(timeline, event, report);
	report->article = article;
	check_future(report, &timeline->articles[article]);
}

static void
add_sentence(NewsTimeline *timeline, uint32_t article, NewsDay day, const NewsVectorMention *m, uint32_t weight)
{
	timeline->sentences = news_grow(timeline->arena, timeline->sentences, timeline->nsentences, &timeline->sentence_room,
									sizeof(NewsDatedSentence));
	timeline->sentences[timeline->nsentences++] = (NewsDatedSentence) {article, day, m->sentence, m->pos, m->len, weight};
}

/* How much each sentence tells, by its number: whom it names and whether something happens. */
static uint32_t *
sentence_weights(NewsTimeline *timeline, const NewsVector *vector)
{
	uint32_t   *weights = NEWS_NEW0(timeline->arena, uint32_t, vector->sentences + 1);

	for (uint32_t i = 0; i < vector->nentities; i++)
		for (uint32_t k = 0; k < vector->entities[i].mentions.n; k++)
			if (vector->entities[i].mentions.items[k].sentence <= vector->sentences)
				weights[vector->entities[i].mentions.items[k].sentence] += 2;
	for (uint32_t i = 0; i < vector->nevents; i++)
		if (vector->events[i].mention.sentence <= vector->sentences)
			weights[vector->events[i].mention.sentence] += 3;
	for (uint32_t i = 1; i <= vector->sentences && i <= LEAD_SENTENCES; i++)
		if (weights[i])
			weights[i]++;
	return weights;
}

static void
add_sentences(NewsTimeline *timeline, uint32_t article, const NewsVector *vector, const NewsRelevant *relevant)
{
	uint32_t   *weights = NULL;

	for (uint32_t i = 0; i < vector->ndates; i++)
	{
		const NewsVectorDate *date = &vector->dates[i];

		if (date->kind > NEWS_TIME || date->during.from == NEWS_NO_DAY || date->during.to - date->during.from != 1)
			continue;
		if (weights == NULL)
			weights = sentence_weights(timeline, vector);
		for (uint32_t k = 0; k < date->mentions.n; k++)
		{
			const NewsVectorMention *m = &date->mentions.items[k];

			if (m->sentence <= vector->sentences && weights[m->sentence] && (!relevant || relevant->sentences[m->sentence]))
				add_sentence(timeline, article, date->during.from, m, weights[m->sentence]);
		}
	}
}

void
news_timeline_add(NewsTimeline *timeline, const NewsTimelineArticle *article, const NewsVector *vector, const NewsRelevant *relevant)
{
	uint32_t	number = timeline->narticles;

	timeline->articles = news_grow(timeline->arena, timeline->articles, number, &timeline->article_room, sizeof(NewsTimelineArticle));
	timeline->articles[timeline->narticles++] = *article;
	for (uint32_t i = 0; i < vector->nevents; i++)
		if (!relevant || relevant->events[i])
			add_report(timeline, number, &vector->events[i]);
	add_sentences(timeline, number, vector, relevant);
	news_poll(timeline->arena);
}
