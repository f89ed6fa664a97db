/*
 * vote.c
 *	  What a first pass found, as features of a second.
 */
#include "tagger/template.h"

uint32_t
news_second_features(const NewsStretch *st, uint32_t token, uint32_t *out)
{
	uint32_t	vote = st->majority ? st->majority[token - st->first] : 0;

	if (!vote)
		return 0;
	out[0] = feature(F_MAJORITY, vote);
	out[1] = feature(F_MAJORITY_CASING, vote * 16 + st->forms[st->form_of[token - st->first]].casing);
	return 2;
}

/*
 * For each token the kind, of those of the word's other mentions, that most of
 * them have (kinds from 1, 0 being outside), and whether all have it.
 */
void
news_stretch_vote(NewsStretch *st, const uint8_t *labels, uint32_t nkinds)
{
	uint32_t	width = nkinds + 1;
	uint16_t   *votes = NEWS_NEW0(st->arena, uint16_t, (size_t) st->nwords * width);

	st->majority = NEWS_NEW0(st->arena, uint16_t, st->end - st->first);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t c = 0; c < st->nchains; c++)
			for (uint32_t t = st->chains[c].first; t < st->chains[c].end; t++)
			{
				const NewsForm *form = news_stretch_form_at(st, t);
				uint16_t   *vote = votes + (size_t) form->word * width;
				uint32_t	label = labels[t - st->first];
				uint32_t	own = label ? (uint32_t) NEWS_LABEL_KIND(label) + 1 : 0;
				uint32_t	best = 0;
				uint32_t	sum = 0;

				if (!form->anchor)
					continue;
				if (pass == 0)
				{
					vote[own]++;
					continue;
				}
				vote[own]--;
				for (uint32_t k = 0; k < width; k++)
				{
					sum += vote[k];
					if (vote[k] > vote[best])
						best = k;
				}
				if (sum > 0)
					st->majority[t - st->first] = NEWS_VOTE(best, vote[best] == sum);
				vote[own]++;
			}
}
