/*
 * dating.c
 *	  What an article says, in the form in which days of writing are tried.
 */
#include "timeline/dating.h"

#include "timeline/occasions.h"

#include <stdlib.h>

/* Monday of the week as of which loose articles are read: far from feasts, whose dates are no distances. */
#define REFERENCE_MONDAY 17322	/* 2017-06-05 */

/* Longest time that counts as told, and furthest day that counts as a distance. */
#define TOLD_DAYS	8
#define NEAR_DAYS	60

#define COMPARE(a, b) if ((a) != (b)) return (a) < (b) ? -1 : 1

void
news_dating_init(NewsDating *dating, NewsArena *arena)
{
	memset(dating, 0, sizeof(NewsDating));
	dating->arena = arena;
	news_timeline_init(&dating->words, arena);
	news_pool_init(&dating->keys, arena);
	news_pool_init(&dating->names, arena);
}

NewsDay
news_dating_reference(int weekday)
{
	return REFERENCE_MONDAY + weekday;
}

/* ---- Reports ---- */

static int
compare_report(const void *pa, const void *pb)
{
	const NewsDatingReport *a = pa;
	const NewsDatingReport *b = pb;

	COMPARE(a->key, b->key);
	COMPARE(b->told, a->told);
	COMPARE(a->from, b->from);
	return 0;
}

/* The number of type and sides; what has no sides says too little. */
static uint32_t
key_of(NewsDating *dating, const NewsReport *r)
{
	uint32_t	key[3] = {r->type, r->parties[0].root, r->parties[1].root};

	if (!key[1] && !key[2])
		return 0;
	return news_pool_add(&dating->keys, (NewsStr) {(const char *) key, sizeof(key)});
}

/* Days as of a day of writing (NEWS_NO_DAY: as they are) become distances, unless they are explicit or far. */
static void
set_days(NewsDatingReport *out, const NewsReport *r, NewsDay writing)
{
	int64_t		far = writing == NEWS_NO_DAY ? 0 : (int64_t) r->during.from - writing;

	if (r->during.from == NEWS_NO_DAY || (int64_t) r->during.to - r->during.from > TOLD_DAYS)
		return;
	out->from = r->during.from;
	out->to = r->during.to;
	out->told = r->basis != NEWS_BASIS_PUBLISHED;
	out->fixed = writing == NEWS_NO_DAY || r->basis == NEWS_BASIS_EXPLICIT || far > NEAR_DAYS || far < -NEAR_DAYS;
	if (!out->fixed)
	{
		out->from -= writing;
		out->to -= writing;
	}
}

static uint32_t
add_reports(NewsDating *dating, const NewsVector *vector, NewsDay writing, NewsDatingReport *out, uint32_t n)
{
	NewsTimeline *words = &dating->words;

	for (uint32_t i = 0; i < vector->nevents; i++)
	{
		NewsReport	r;
		uint32_t	key;

		news_report_make(words, &vector->events[i], &r);
		key = key_of(dating, &r);
		if (!key)
			continue;
		words->reports = news_grow(words->arena, words->reports, words->nreports, &words->report_room, sizeof(NewsReport));
		words->reports[words->nreports] = r;
		out[n] = (NewsDatingReport) {
			.key = key, .first = words->nreports++, .done = news_status_done(r.status),
			.open = r.status == NEWS_PLANNED || r.status == NEWS_POSSIBLE, .claimed = r.source != 0
		};
		set_days(&out[n++], &r, writing);
	}
	return n;
}

/* ---- Names beside days ---- */

static uint32_t
name_of(NewsDating *dating, const NewsVectorEntity *e)
{
	return news_pool_add(&dating->names, e->name);
}

/* A day in a sentence. */
typedef struct Dated
{
	uint32_t	sentence;
	NewsDay		day;
	bool		fixed;
} Dated;

static int
compare_dated(const void *pa, const void *pb)
{
	const Dated *a = pa;
	const Dated *b = pb;

	COMPARE(a->sentence, b->sentence);
	COMPARE(a->day, b->day);
	return 0;
}

static Dated *
list_dated(NewsDating *dating, const NewsVector *vector, NewsDay writing, uint32_t *n)
{
	Dated	   *dated;
	uint32_t	room = 0;

	for (uint32_t i = 0; i < vector->ndates; i++)
		room += vector->dates[i].mentions.n;
	dated = NEWS_NEW(dating->arena, Dated, room);
	*n = 0;
	for (uint32_t i = 0; i < vector->ndates; i++)
	{
		const NewsVectorDate *d = &vector->dates[i];
		int64_t		far = writing == NEWS_NO_DAY ? 0 : (int64_t) d->during.from - writing;
		bool		fixed = writing == NEWS_NO_DAY || d->basis == NEWS_BASIS_EXPLICIT || far > NEAR_DAYS || far < -NEAR_DAYS;

		if (d->kind > NEWS_TIME || d->during.from == NEWS_NO_DAY || d->during.to - d->during.from != 1)
			continue;
		for (uint32_t k = 0; k < d->mentions.n; k++)
			dated[(*n)++] = (Dated) {d->mentions.items[k].sentence, fixed ? d->during.from : d->during.from - writing, fixed};
	}
	qsort(dated, *n, sizeof(Dated), compare_dated);
	return dated;
}

static int
compare_name(const void *pa, const void *pb)
{
	const NewsDatedName *a = pa;
	const NewsDatedName *b = pb;

	COMPARE(a->name, b->name);
	COMPARE(a->day, b->day);
	return 0;
}

/* The mean of 1 / (1 + x / 2) over days at a distance of x, a week at most. */
static float
freshness(const Dated *dated, uint32_t n)
{
	double		sum = 0;
	uint32_t	days = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (dated[i].fixed || dated[i].day > 7 || dated[i].day < -7)
			continue;
		sum += 1 / (1 + abs(dated[i].day) / 2.0);
		days++;
	}
	return days ? (float) (sum / days) : 0;
}

/* First of the days in a sentence. */
static uint32_t
find_sentence(const Dated *dated, uint32_t n, uint32_t sentence)
{
	uint32_t	low = 0;

	while (low < n)
	{
		uint32_t	middle = low + (n - low) / 2;

		if (dated[middle].sentence < sentence)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/* Days that one sentence gives a name; more are a table or a calendar. */
#define SENTENCE_DAYS 4

static void
add_names(NewsDating *dating, const NewsVector *vector, NewsDay writing, NewsDatingReading *reading)
{
	uint32_t	ndated;
	Dated	   *dated = list_dated(dating, vector, writing, &ndated);
	uint32_t	room = 0;

	if (ndated == 0)
		return;
	reading->fresh = freshness(dated, ndated);
	for (uint32_t i = 0; i < vector->nentities; i++)
	{
		const NewsVectorEntity *e = &vector->entities[i];
		uint32_t	name = name_of(dating, e);

		for (uint32_t k = 0; k < e->mentions.n; k++)
		{
			uint32_t	at = find_sentence(dated, ndated, e->mentions.items[k].sentence);

			for (int days = 0; days < SENTENCE_DAYS && at < ndated && dated[at].sentence == e->mentions.items[k].sentence; days++, at++)
			{
				reading->names = news_grow(dating->arena, reading->names, reading->nnames, &room, sizeof(NewsDatedName));
				reading->names[reading->nnames++] = (NewsDatedName) {name, dated[at].day, dated[at].fixed};
			}
		}
	}
	qsort(reading->names, reading->nnames, sizeof(NewsDatedName), compare_name);
}

/* ---- Articles ---- */

static void
make_reading(NewsDating *dating, const NewsVector *body, const NewsVector *title, NewsDay writing, NewsDatingReading *out)
{
	uint32_t	n = body->nevents + (title ? title->nevents : 0);

	memset(out, 0, sizeof(NewsDatingReading));
	out->reports = NEWS_NEW(dating->arena, NewsDatingReport, n);
	out->nreports = add_reports(dating, body, writing, out->reports, 0);
	if (title)
		out->nreports = add_reports(dating, title, writing, out->reports, out->nreports);
	qsort(out->reports, out->nreports, sizeof(NewsDatingReport), compare_report);
	add_names(dating, body, writing, out);
}

static int
compare_number(const void *pa, const void *pb)
{
	uint32_t	a = *(const uint32_t *) pa;
	uint32_t	b = *(const uint32_t *) pb;

	return (a > b) - (a < b);
}

/* Names are even numbers, events odd ones. */
static void
set_features(NewsDating *dating, NewsDatingArticle *a, const NewsVector *vector)
{
	uint32_t	n = 0;

	a->features = NEWS_NEW(dating->arena, uint32_t, vector->nentities + a->readings[0].nreports);
	for (uint32_t i = 0; i < vector->nentities; i++)
		a->features[n++] = 2 * name_of(dating, &vector->entities[i]);
	for (uint32_t i = 0; i < a->readings[0].nreports; i++)
		a->features[n++] = 2 * a->readings[0].reports[i].key + 1;
	qsort(a->features, n, sizeof(uint32_t), compare_number);
	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || a->features[i] != a->features[i - 1])
			a->features[a->nfeatures++] = a->features[i];
}

static uint32_t
find_entity(NewsDating *dating, const NewsVector *vector, const char *name)
{
	for (uint32_t i = 0; i < vector->nentities; i++)
		if (news_str_eq(vector->entities[i].name, news_str(name)))
			return name_of(dating, &vector->entities[i]);
	return 0;
}

/* First of the occasions of a name. */
static uint32_t
first_occasion(NewsStr name)
{
	uint32_t	low = 0;
	uint32_t	high = news_noccasions;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		NewsStr		other = news_str(news_occasions[middle].name);
		int			order = memcmp(other.s, name.s, other.len < name.len ? other.len : name.len);

		if (order < 0 || (order == 0 && other.len < name.len))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The occasions that an article names: those whose place it names, too, or all of the name where it names none of the places. */
static void
set_occasions(NewsDating *dating, NewsDatingArticle *a, const NewsVector *vector)
{
	uint32_t	room = 0;

	for (uint32_t i = 0; i < vector->nentities; i++)
	{
		NewsStr		name = vector->entities[i].name;
		uint32_t	first = a->noccasions;
		uint32_t	placed = 0;

		for (uint32_t o = first_occasion(name); o < news_noccasions && news_str_eq(name, news_str(news_occasions[o].name)); o++)
		{
			a->occasions = news_grow(dating->arena, a->occasions, a->noccasions, &room, sizeof(NewsDatingOccasion));
			a->occasions[a->noccasions] = (NewsDatingOccasion) {
				o, name_of(dating, &vector->entities[i]), find_entity(dating, vector, news_occasions[o].place)
			};
			placed += a->occasions[a->noccasions++].place != 0;
		}
		if (!placed)
			continue;
		for (uint32_t o = first, end = a->noccasions; o < end; o++)
			if (a->occasions[o].place)
				a->occasions[first++] = a->occasions[o];
		a->noccasions = first;
	}
}

void
news_dating_add(NewsDating *dating, int64_t id, int64_t origin, NewsDay day, bool believed, const NewsVector *vector)
{
	NewsDatingArticle *a;

	dating->articles = news_grow(dating->arena, dating->articles, dating->narticles, &dating->room, sizeof(NewsDatingArticle));
	a = &dating->articles[dating->narticles++];
	memset(a, 0, sizeof(NewsDatingArticle));
	a->id = id;
	a->origin = origin;
	a->page = day;
	a->believed = believed;
	a->loose = !believed;
	a->day = believed ? day : NEWS_NO_DAY;
	a->readings = NEWS_NEW0(dating->arena, NewsDatingReading, 1);
	make_reading(dating, vector, NULL, NEWS_NO_DAY, a->readings);
	set_features(dating, a, vector);
	set_occasions(dating, a, vector);
	news_poll(dating->arena);
}

void
news_dating_read(NewsDating *dating, uint32_t article, int weekday, const NewsVector *body, const NewsVector *title)
{
	NewsDatingArticle *a = &dating->articles[article];

	if (!a->read)
		a->readings = NEWS_NEW0(dating->arena, NewsDatingReading, 7);
	a->read = true;
	make_reading(dating, body, title, news_dating_reference(weekday), &a->readings[weekday]);
	news_poll(dating->arena);
}
