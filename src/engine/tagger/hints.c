/*
 * hints.c
 *	  What the rules say of each token.
 */
#include "tagger/hints.h"

#include "tagger/model.h"

/* How sure the rules are of a name: guesses from 0 to 3, readings of the lexicon from 4 to 7. */
static int
sureness(const NewsSpan *s)
{
	if (s->entity < 0)
		return s->score < NEWS_SPAN_KEEP ? 0 : s->score < 0.6f ? 1 : s->score < 0.75f ? 2 : 3;
	return s->score < 0.8f ? 4 : s->score < 0.9f ? 5 : s->score < 0.95f ? 6 : 7;
}

const uint8_t *
news_hints(const NewsDoc *doc, const NewsSpans *spans)
{
	uint8_t    *hints = NEWS_NEW0(doc->arena, uint8_t, doc->tokens.n + 1);

	for (uint32_t i = 0; i < spans->n; i++)
	{
		const NewsSpan *s = &spans->items[i];
		int			sure = sureness(s);

		for (uint32_t t = s->first; t < s->end; t++)
		{
			int			part = s->end - s->first == 1 ? NEWS_PART_S : t == s->first ? NEWS_PART_B : t + 1 == s->end ? NEWS_PART_E : NEWS_PART_I;

			hints[t] = s->kind == NEWS_OWN_KIND ? NEWS_HINT_TAKEN : NEWS_HINT(s->kind, part, sure);
		}
	}
	return hints;
}
