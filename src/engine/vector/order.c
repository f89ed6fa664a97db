/*
 * order.c
 *	  The one order in which a vector's entities, dates and events stand.
 */
#include "vector/layout.h"

#include "base/sort.h"

static int
compare_number(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
compare_day(int32_t a, int32_t b)
{
	return (a > b) - (a < b);
}

/* No string before any other. */
static int
compare_str(NewsStr a, NewsStr b)
{
	uint32_t	len = a.len < b.len ? a.len : b.len;
	int			c = len ? memcmp(a.s, b.s, len) : 0;

	return c ? c : compare_number(a.len, b.len);
}

static int
compare_mention(const void *pa, const void *pb)
{
	const NewsVectorMention *a = pa;
	const NewsVectorMention *b = pb;
	int			c = compare_number(a->pos, b->pos);

	if (c == 0)
		c = compare_number(a->len, b->len);
	if (c == 0)
		c = compare_number(a->sentence, b->sentence);
	return c ? c : compare_number(b->score, a->score);
}

/* Same kind and name: one entity. */
static int
compare_entity_name(const NewsVectorEntity *a, const NewsVectorEntity *b)
{
	int			c = a->kind - b->kind;

	if (c == 0)
		c = compare_str(a->kind_name, b->kind_name);
	return c ? c : compare_str(a->name, b->name);
}

/* One with a code before one without, so that a merge keeps the code. */
static int
compare_entity(const void *pa, const void *pb)
{
	const NewsVectorEntity *a = pa;
	const NewsVectorEntity *b = pb;
	int			c = compare_entity_name(a, b);

	if (c == 0)
		c = (a->code.s == NULL) - (b->code.s == NULL);
	return c ? c : compare_str(a->code, b->code);
}

static int
compare_date(const void *pa, const void *pb)
{
	const NewsVectorDate *a = pa;
	const NewsVectorDate *b = pb;
	int			c = compare_day(a->during.from, b->during.from);

	if (c == 0)
		c = compare_day(a->during.to, b->during.to);
	if (c == 0)
		c = (int) a->kind - (int) b->kind;
	if (c == 0)
		c = compare_str(a->value, b->value);
	return c ? c : (int) a->basis - (int) b->basis;
}

static int
compare_party(const NewsVectorParty *a, const NewsVectorParty *b)
{
	int			c = compare_str(a->name, b->name);

	if (c == 0)
		c = a->kind - b->kind;
	if (c == 0)
		c = compare_str(a->kind_name, b->kind_name);
	return c ? c : compare_str(a->code, b->code);
}

static int
compare_event(const void *pa, const void *pb)
{
	const NewsVectorEvent *a = pa;
	const NewsVectorEvent *b = pb;
	int			c = compare_mention(&a->mention, &b->mention);

	if (c == 0)
		c = compare_str(a->type, b->type);
	if (c == 0)
		c = compare_party(&a->actor, &b->actor);
	if (c == 0)
		c = compare_party(&a->recipient, &b->recipient);
	if (c == 0)
		c = compare_str(a->place, b->place);
	if (c == 0)
		c = compare_str(a->source, b->source);
	if (c == 0)
		c = compare_day(a->during.from, b->during.from);
	if (c == 0)
		c = compare_day(a->during.to, b->during.to);
	if (c == 0)
		c = (int) a->basis - (int) b->basis;
	return c ? c : (int) a->status - (int) b->status;
}

/* Sorts mentions and keeps one of those at the same place; returns how many are left. */
static uint32_t
tidy_mentions(NewsArena *arena, NewsVectorMention *m, uint32_t n)
{
	uint32_t	kept = 0;

	news_sort(arena, m, n, sizeof(*m), compare_mention);
	for (uint32_t i = 0; i < n; i++)
	{
		news_poll_each(arena, i);
		if (kept == 0 || m[kept - 1].pos != m[i].pos || m[kept - 1].len != m[i].len)
			m[kept++] = m[i];
	}
	return kept;
}

/*
 * Gives the first of count things in a row, width bytes apart, all their
 * mentions, in order.
 */
static void
gather_mentions(NewsArena *arena, NewsVectorMentions *first, uint32_t count, size_t width)
{
	uint32_t	total = 0;

	for (uint32_t i = 0; i < count; i++)
		total += ((NewsVectorMentions *) ((char *) first + i * width))->n;
	if (total > first->n)
	{
		NewsVectorMention *all = NEWS_NEW(arena, NewsVectorMention, total);

		total = 0;
		for (uint32_t i = 0; i < count; i++)
		{
			const NewsVectorMentions *part = (NewsVectorMentions *) ((char *) first + i * width);

			news_poll_each(arena, i);
			if (part->n)
				memcpy(all + total, part->items, part->n * sizeof(*all));
			total += part->n;
		}
		*first = (NewsVectorMentions) {all, total};
	}
	first->n = tidy_mentions(arena, first->items, first->n);
}

static void
tidy_entities(NewsArena *arena, NewsVector *v)
{
	uint32_t	kept = 0;
	uint32_t	end;

	news_sort(arena, v->entities, v->nentities, sizeof(*v->entities), compare_entity);
	for (uint32_t i = 0; i < v->nentities; i = end)
	{
		for (end = i + 1; end < v->nentities && compare_entity_name(&v->entities[i], &v->entities[end]) == 0; end++)
			news_poll_each(arena, end);
		gather_mentions(arena, &v->entities[i].mentions, end - i, sizeof(*v->entities));
		v->entities[kept++] = v->entities[i];
		news_poll(arena);
	}
	v->nentities = kept;
}

static void
tidy_dates(NewsArena *arena, NewsVector *v)
{
	uint32_t	kept = 0;
	uint32_t	end;

	news_sort(arena, v->dates, v->ndates, sizeof(*v->dates), compare_date);
	for (uint32_t i = 0; i < v->ndates; i = end)
	{
		for (end = i + 1; end < v->ndates && compare_date(&v->dates[i], &v->dates[end]) == 0; end++)
			news_poll_each(arena, end);
		gather_mentions(arena, &v->dates[i].mentions, end - i, sizeof(*v->dates));
		v->dates[kept++] = v->dates[i];
		news_poll(arena);
	}
	v->ndates = kept;
}

static void
tidy_events(NewsArena *arena, NewsVector *v)
{
	uint32_t	kept = 0;

	news_sort(arena, v->events, v->nevents, sizeof(*v->events), compare_event);
	for (uint32_t i = 0; i < v->nevents; i++)
	{
		news_poll_each(arena, i);
		if (kept == 0 || compare_event(&v->events[kept - 1], &v->events[i]) != 0)
			v->events[kept++] = v->events[i];
	}
	v->nevents = kept;
}

void
news_vector_tidy(NewsArena *arena, NewsVector *vector)
{
	tidy_entities(arena, vector);
	tidy_dates(arena, vector);
	tidy_events(arena, vector);
	news_vector_tidy_zones(vector);
}

uint32_t
news_vector_find(const NewsVector *vector, int kind, NewsStr kind_name, NewsStr name)
{
	NewsVectorEntity key = {.kind = kind, .kind_name = kind_name, .name = name};
	uint32_t	low = 0;
	uint32_t	high = vector->nentities;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;
		int			c = compare_entity_name(&vector->entities[mid], &key);

		if (c == 0)
			return mid;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return vector->nentities;
}
