/*
 * annotate.c
 *	  The stages over one article, once, in order.
 */
#include "annotate.h"

const char *const news_kind_names[] = {
	"person", "organization", "place", "group", "event", "work", "product", NULL
};

const char *const news_timex_kind_names[] = {"date", "time", "duration", "set"};

const char *const news_basis_names[] = {"explicit", "relative", "context", "vague", "published"};

const char *const news_status_names[] = {"occurred", "ongoing", "planned", "possible", "negated"};

NewsDoc *
news_annotate(NewsArena *arena, const char *text, uint32_t len, const NewsOptions *options)
{
	NewsDoc    *doc = NEWS_NEW0(arena, NewsDoc, 1);
	int			stages = options->stages;

	if (stages & NEWS_STAGE_EVENTS)
		stages |= NEWS_STAGE_NAMES | NEWS_STAGE_DATES;
	doc->arena = arena;
	doc->options = options;
	news_tokenize(arena, &news_vocab, text, len, &doc->tokens);
	news_split_sentences(arena, &doc->tokens, &doc->sentences);
	if (stages & NEWS_STAGE_NAMES)
		news_find_names(doc);
	if (stages & NEWS_STAGE_DATES)
		news_find_dates(doc);
	if (stages & NEWS_STAGE_EVENTS)
		news_find_events(doc);
	return doc;
}
