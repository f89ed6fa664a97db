/*
 * names.c
 *	  Names: where they stand, then whom they mean.
 */
#include "annotate.h"

#include "names/link.h"
#include "names/place.h"
#include "tagger/spans.h"

void
news_find_names(NewsDoc *doc)
{
	NewsSpans	spans;

	if (doc->options->model)
		news_model_spans(doc, &spans);
	else
		news_find_spans(doc, &spans);
	news_resolve_places(doc, &spans);
	news_link_names(doc, &spans);
}
