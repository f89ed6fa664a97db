/*
 * names.c
 *	  Names: where they stand, then whom they mean.
 */
#include "annotate.h"

#include "names/cut.h"
#include "names/inner.h"
#include "names/link.h"
#include "names/place.h"
#include "names/role.h"
#include "tagger/model.h"
#include "tagger/spans.h"

void
news_find_names(NewsDoc *doc)
{
	const NewsModel *model = doc->options->model ? doc->options->model : news_model_shipped();
	NewsSpans	rules;
	NewsSpans	spans;

	news_find_spans(doc, &rules);
	if (model)
		news_model_spans(doc, model, &rules, &spans);
	else
		spans = rules;
	/* a model of the user's own knows where its names end */
	if (!doc->options->model)
		news_cut_spans(doc, &spans);
	news_resolve_places(doc, &spans);
	news_link_names(doc, &spans);
	if (!doc->options->model)
		news_find_inner(doc);
	news_find_roles(doc);
}
