/*
 * zones.c
 *	  Weights of the parts of a text: a title, a lead, the body.
 *
 * As a tsvector marks lexemes, a newsvector marks stretches of its text, with a
 * letter from A to D.  A title of fifty characters before a body is two numbers,
 * however much they name, and costs a text without weights nothing.
 */
#include "vector/layout.h"

uint32_t
news_vector_weight(const NewsVector *v, uint32_t pos)
{
	uint32_t	low = 0;
	uint32_t	high = v->nzones;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if (v->zones[mid].pos <= pos)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? v->zones[low - 1].weight : NEWS_WEIGHT_D;
}

/* Drops zones that change nothing. */
void
news_vector_tidy_zones(NewsVector *v)
{
	uint32_t	weight = NEWS_WEIGHT_D;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < v->nzones; i++)
		if (v->zones[i].weight != weight)
		{
			weight = v->zones[i].weight;
			v->zones[kept++] = v->zones[i];
		}
	v->nzones = kept;
}

static bool
is_empty(const NewsVector *v)
{
	return v->chars == 0 && v->nentities == 0 && v->ndates == 0 && v->nevents == 0;
}

void
news_vector_set_weight(NewsArena *arena, NewsVector *v, uint32_t end, uint32_t weight)
{
	NewsVectorZone *zones = NEWS_NEW(arena, NewsVectorZone, v->nzones + 2);
	uint32_t	n = 0;

	if (is_empty(v) || end <= 1)
		return;
	zones[n++] = (NewsVectorZone) {1, weight};
	if (end <= NEWS_VECTOR_MAX_POS)
		zones[n++] = (NewsVectorZone) {end, news_vector_weight(v, end)};
	for (uint32_t i = 0; i < v->nzones; i++)
		if (v->zones[i].pos > end)
			zones[n++] = v->zones[i];
	v->zones = zones;
	v->nzones = n;
	news_vector_tidy_zones(v);
}

static uint32_t
end_in_mentions(const NewsVectorMention *m, uint32_t n, uint32_t sentence, uint32_t end)
{
	for (uint32_t i = 0; i < n; i++)
		if (m[i].sentence > sentence && m[i].pos < end)
			end = m[i].pos;
	return end;
}

uint32_t
news_vector_sentence_end(const NewsVector *v, uint32_t sentence)
{
	uint32_t	end = NEWS_VECTOR_MAX_POS + 1;

	for (uint32_t i = 0; i < v->nentities; i++)
		end = end_in_mentions(v->entities[i].mentions.items, v->entities[i].mentions.n, sentence, end);
	for (uint32_t i = 0; i < v->ndates; i++)
		end = end_in_mentions(v->dates[i].mentions.items, v->dates[i].mentions.n, sentence, end);
	for (uint32_t i = 0; i < v->nevents; i++)
		end = end_in_mentions(&v->events[i].mention, 1, sentence, end);
	return end;
}

bool
news_vector_concat_zones(NewsArena *arena, const NewsVector *a, const NewsVector *b, NewsVector *out)
{
	NewsVectorZone *zones;
	uint32_t	n = 0;

	out->zones = a->zones;
	out->nzones = a->nzones;
	if (is_empty(b) || (a->nzones == 0 && b->nzones == 0))
		return true;
	if (a->chars >= NEWS_VECTOR_MAX_POS)
		return false;
	zones = NEWS_NEW(arena, NewsVectorZone, a->nzones + b->nzones + 1);
	for (uint32_t i = 0; i < a->nzones && a->zones[i].pos <= a->chars; i++)
		zones[n++] = a->zones[i];
	zones[n++] = (NewsVectorZone) {a->chars + 1, news_vector_weight(b, 1)};
	for (uint32_t i = 0; i < b->nzones; i++)
		if (b->zones[i].pos > 1)
			zones[n++] = (NewsVectorZone) {a->chars + b->zones[i].pos, b->zones[i].weight};
	out->zones = zones;
	out->nzones = n;
	news_vector_tidy_zones(out);
	return n == 0 || zones[n - 1].pos <= NEWS_VECTOR_MAX_POS;
}
