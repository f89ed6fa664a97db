/*
 * estimate.c
 *	  How many articles a query will find.
 *
 * Shares of what the statistics have are taken as they are; alternatives that are
 * not there together are put together as independent ones, and what is asked for
 * by a range is bounded by the groups or months that it lies in.
 */
#include "query/estimate.h"

#include <math.h>

#include "query/keylayout.h"

/* Of a term without statistics. */
#define UNKNOWN_SHARE		0.005
/* How much a further letter narrows a prefix. */
#define LETTER_SHARE		0.3
/* Of events, those with a party that is asked for by a prefix or a kind. */
#define UNKEYED_SHARE		0.1
/* Of names that do not tell their kind, those of the one that is asked for. */
#define UNTOLD_SHARE		0.5
/* Of articles with two names, those that have both in one sentence. */
#define SENTENCE_SHARE		0.5
/* Of articles with an event of an actor and one of a recipient, those where it is the same event. */
#define SAME_EVENT_SHARE	0.5

static double
either(double a, double b)
{
	return a + b - a * b;
}

static double
ratio(double part, double whole)
{
	return part < whole ? part / whole : 1;
}

static int
compare(NewsStr a, NewsStr b)
{
	int			c = memcmp(a.s, b.s, a.len < b.len ? a.len : b.len);

	return c ? c : (a.len > b.len) - (a.len < b.len);
}

/* Number of the first item that is not below s. */
static uint32_t
lower_bound(const NewsFrequencies *f, NewsStr s)
{
	uint32_t	low = 0;
	uint32_t	high = f->n;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if (compare(f->items[mid], s) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* What is not there: between one article and the least that is there. */
static double
rare(const NewsShares *f)
{
	return f->least > 0 ? sqrt(f->least * f->one) : f->one / 2;
}

/* The share of an item, or a guess. */
static double
share_or_rare(const NewsShares *f, NewsStr s)
{
	double		share = news_share_of(f, s);

	return share > 0 ? share : rare(f);
}

/* ---- Names ---- */

/* Names of a prefix, as a key asks for them. */
static double
share_of_names(const NewsKeyStatistics *s, NewsQueryKey key)
{
	double		sum = 0;

	for (uint32_t i = lower_bound(&s->names, key.key); i < s->names.n; i++)
	{
		int			c = news_key_compare(&key, s->names.items[i]);

		if (c > 0)
			break;
		if (c == 0)
			sum = either(sum, s->names.shares[i]);
	}
	return sum;
}

/* Of any kind. */
static double
share_of_any(const NewsKeyStatistics *s, NewsStr prefix)
{
	return share_of_names(s, (NewsQueryKey) {.key = prefix, .range = NEWS_KEY_PREFIX});
}

/* Of a kind. */
static double
share_of_kind(const NewsKeyStatistics *s, NewsStr prefix, const NewsPlanName *name)
{
	NewsQueryKey told = {.key = prefix, .range = NEWS_KEY_NAMES, .name = name};
	NewsQueryKey untold = told;
	double		share = share_of_names(s, told);

	untold.untold = true;
	return name->kind == NEWS_PERSON ? share : either(share, UNTOLD_SHARE * share_of_names(s, untold));
}

/*
 * A prefix: the names known to begin so, and of the others in the group of its
 * first letters a part.
 */
static double
prefix_share(const NewsKeyStatistics *s, const NewsQueryKey *key)
{
	uint32_t	letters = key->key.len - 1;
	NewsStr		start = {key->key.s, 1 + (letters < NEWS_PREFIX_MAX ? letters : NEWS_PREFIX_MAX)};
	double		group = share_or_rare(&s->groups, start);
	double		known = share_of_any(s, start);
	double		share = share_of_any(s, key->key);
	double		of_kind = share_of_kind(s, start, key->name);

	if (letters <= NEWS_PREFIX_MAX)
		share = group;
	else if (group > known)
		share = fmax(share, either(share, (group - known) * pow(LETTER_SHARE, letters - NEWS_PREFIX_MAX)));
	if (key->name->kind == NEWS_ANY_KIND || known == 0)
		return share;
	return fmax(share_of_kind(s, key->key, key->name), share * ratio(of_kind, known));
}

/* A name, of the kinds that have no key of their own; the user's own are not known here. */
static double
kinds_share(const NewsKeyStatistics *s, const NewsQueryKey *key)
{
	NewsStr		words = {key->key.s + 1, key->key.len - 2};
	double		sum = 0;

	for (int kind = 0; kind < NEWS_OWN_KIND; kind++)
	{
		NewsKeyBuilder b;

		if (key->asked & news_kind_bit(kind))
			continue;
		news_key_name(&b, words, kind, NEWS_NO_STR, NEWS_FORM_WHOLE);
		sum = either(sum, news_share_of(&s->keys, news_key_str(&b)));
	}
	return sum;
}

/* Whatever is of a kind: no key is asked for. */
static double
kind_share(const NewsKeyStatistics *s, const NewsPlanName *name)
{
	NewsQueryKey all = {.key = NEWS_STR("n"), .range = NEWS_KEY_NAMES, .name = name};

	return prefix_share(s, &all);
}

/* Alternatives of a name; its code is one more word for the same entities. */
static double
name_share(const NewsKeyStatistics *s, const NewsQueryKeys *q, const NewsKeyGroup *group)
{
	double		names = 0;
	double		code = 0;

	for (uint32_t k = group->first; k < group->end; k++)
	{
		const NewsQueryKey *key = &q->keys[k];

		if (key->range == NEWS_KEY_NAMES)
			return prefix_share(s, key);
		if (key->companion || key->end_companion)
			continue;			/* statistics have the whole name */
		if (key->key.s[0] == 'c')
			code = news_share_of(&s->keys, key->key);
		else if (key->range == NEWS_KEY_KINDS)
			names = either(names, kinds_share(s, key));
		else
			names = either(names, news_share_of(&s->keys, key->key));
	}
	names = fmax(names, code);
	return names > 0 ? names : rare(&s->keys);
}

/* ---- Days ---- */

/* Does it tell of dates that touch a month, rather than of a date? */
static bool
is_touched(NewsStr key)
{
	return key.len > 1 && key.s[1] == NEWS_TOUCHED_MONTH;
}

/* The same, or of a date that is a month? */
static bool
in_month(NewsStr key)
{
	return is_touched(key) || (key.len > 1 && key.s[1] == NEWS_LEVEL_MONTH);
}

/* Known dates of the space, of so many days, that share a day with these. */
static double
dates_share(const NewsFrequencies *f, char space, NewsDays days, int64_t min, int64_t max)
{
	double		sum = 0;

	for (uint32_t i = lower_bound(f, (NewsStr) {&space, 1}); i < f->n && f->items[i].s[0] == space; i++)
	{
		NewsDays	d;
		int64_t		len;

		if (is_touched(f->items[i]) || !news_key_get_days(f->items[i], &d) || !news_days_overlap(d, days))
			continue;
		len = (int64_t) d.to - d.from;
		if (len >= min && len <= max)
			sum = either(sum, f->shares[i]);
	}
	return sum;
}

/*
 * Months that share a day with these; of one that lies in them in part, that part.
 * Sets *touched to the share of all of them, and *all to the days from the first to
 * the last.
 */
static double
months_share(const NewsFrequencies *f, char space, NewsDays days, double *touched, NewsDays *all)
{
	double		sum = 0;

	*touched = 0;
	*all = days;
	for (uint32_t i = lower_bound(f, (NewsStr) {&space, 1}); i < f->n && f->items[i].s[0] == space; i++)
	{
		NewsDays	d;
		NewsDays	both;

		if (!in_month(f->items[i]) || !news_key_get_days(f->items[i], &d) || !news_days_overlap(d, days))
			continue;
		both.from = d.from > days.from ? d.from : days.from;
		both.to = d.to < days.to ? d.to : days.to;
		sum = either(sum, f->shares[i] * ((double) both.to - both.from) / ((double) d.to - d.from));
		*touched = either(*touched, f->shares[i]);
		all->from = d.from < all->from ? d.from : all->from;
		all->to = d.to > all->to ? d.to : all->to;
	}
	return sum;
}

/* Within a few months: the dates known, and of the others in these months a part. */
static double
near_share(const NewsKeyStatistics *s, char space, NewsDays days)
{
	double		touched;
	NewsDays	all;
	double		known = dates_share(&s->days, space, days, 1, NEWS_MONTH_MAX);

	months_share(&s->days, space, days, &touched, &all);
	touched -= dates_share(&s->days, space, all, 1, NEWS_MONTH_MAX);
	if (touched > 0)
		known = either(known, touched * ((double) days.to - days.from) / ((double) all.to - all.from));
	return known;
}

static double
days_share(const NewsKeyStatistics *s, char space, NewsDays days)
{
	double		touched;
	double		share = 0;
	NewsDays	all;
	double		months = months_share(&s->days, space, days, &touched, &all);

	if ((double) days.to - days.from > 2 * NEWS_MONTH_MAX)
		share = months;
	else
		share = near_share(s, space, days);
	if (touched > 0)
		share = fmin(share, touched);
	/* longer dates are counted one by one */
	share = either(share, dates_share(&s->days, space, days, NEWS_MONTH_MAX + 1, INT64_MAX));
	share = fmin(share, share_or_rare(&s->groups, (NewsStr) {&space, 1}));
	return share > 0 ? share : rare(&s->keys);
}

/* ---- Events ---- */

/* Those of a type, of whatever status. */
static double
type_share(const NewsKeyStatistics *s, NewsStr type)
{
	NewsKeyBuilder b;

	news_key_begin(&b, 'e');
	news_key_add(&b, type);
	return share_or_rare(&s->groups, news_key_str(&b));
}

static double
statuses_share(const NewsKeyStatistics *s, const NewsPlanNode *node, double of_type)
{
	int			wanted = 0;
	double		sum = 0;

	for (int status = 0; status <= NEWS_NEGATED; status++)
	{
		NewsKeyBuilder b;

		if (!(node->statuses >> status & 1))
			continue;
		wanted++;
		if (node->type.s == NULL)
			continue;
		news_key_event(&b, node->type, status);
		sum = either(sum, news_share_of(&s->keys, news_key_str(&b)));
	}
	if (wanted > NEWS_NEGATED)
		return 1;
	if (node->type.s == NULL)
		return (double) wanted / (NEWS_NEGATED + 1);
	return ratio(sum > 0 ? sum : rare(&s->keys), of_type);
}

/* One key of a party or of a pair, or the group of those that it begins. */
static double
party_key_share(const NewsKeyStatistics *s, const NewsQueryKey *key)
{
	return news_share_of(key->range == NEWS_KEY_EXACT ? &s->keys : &s->groups, key->key);
}

/* A party, by its names or its code, of the types that the event may have. */
static double
party_share(const NewsKeyStatistics *s, const NewsQueryKeys *q, const NewsKeyGroup *group)
{
	double		names = 0;
	double		codes = 0;

	for (uint32_t k = group->first; k < group->end; k++)
		if (q->keys[k].key.s[0] == 'b')
			names = fmax(names, party_key_share(s, &q->keys[k]));
		else if (q->keys[k].key.s[0] == 'k')
			codes = either(codes, party_key_share(s, &q->keys[k]));
	return names > 0 || codes > 0 ? fmax(names, codes) : rare(&s->keys);
}

/* Both parties by their codes, or two persons: one that is not there has less than the least that is. */
static double
pair_share(const NewsKeyStatistics *s, const NewsQueryKeys *q, const NewsKeyGroup *group, double by_parties)
{
	double		share = 0;

	for (uint32_t k = group->first; k < group->end; k++)
		if (q->keys[k].key.s[0] == 'p' || q->keys[k].key.s[0] == 'q')
			share = either(share, party_key_share(s, &q->keys[k]));
	return share > 0 ? share : fmin(by_parties, fmax(s->keys.least, s->keys.one) / 2);
}

/* Of events, those whose party begins so, or is of the kind: no key tells. */
static double
unkeyed_share(const NewsPlanName *party)
{
	return party->any || news_has_party_keys(party) ? 1 : UNKEYED_SHARE;
}

/* Of the articles with an event of the type, those whose event has the parties, the day and the status. */
static double
event_share(const NewsKeyStatistics *s, const NewsQueryKeys *q, uint32_t node, const NewsKeyGroup *groups, uint32_t n)
{
	const NewsPlanNode *event = &q->plan->nodes[node];
	double		of_type = type_share(s, event->type);
	double		with_day = share_or_rare(&s->groups, NEWS_STR("x"));
	double		share = of_type;
	double		rest = statuses_share(s, event, of_type);
	const NewsKeyGroup *pair = NULL;

	for (uint32_t g = 0; g < n; g++)
	{
		if (groups[g].topic == NEWS_TOPIC_PARTY)
			share *= ratio(party_share(s, q, &groups[g]), of_type);
		else if (groups[g].topic == NEWS_TOPIC_PAIR)
			pair = &groups[g];
		else if (groups[g].topic == NEWS_TOPIC_DAY)
			rest *= ratio(days_share(s, 'x', event->during), with_day);
	}
	if (!event->actor.any && !event->recipient.any)
		share *= SAME_EVENT_SHARE;
	share *= unkeyed_share(&event->actor) * unkeyed_share(&event->recipient);
	if (pair)
		share = pair_share(s, q, pair, share);
	return share * rest;
}

/* ---- The query ---- */

static double
term_share(const NewsKeyStatistics *s, const NewsQueryKeys *q, uint32_t node, const NewsKeyGroup *groups, uint32_t n)
{
	if (s == NULL)
		return UNKNOWN_SHARE;
	switch (q->plan->nodes[node].op)
	{
		case NEWS_QUERY_DATE:
			return days_share(s, 'd', q->plan->nodes[node].during);
		case NEWS_QUERY_EVENT:
			return event_share(s, q, node, groups, n);
		default:
			return n ? name_share(s, q, groups) : kind_share(s, &q->plan->nodes[node].name);
	}
}

bool
news_query_needs_names(const NewsPlan *plan)
{
	for (uint32_t i = 0; i < plan->nnodes; i++)
		if (plan->nodes[i].op == NEWS_QUERY_NAME && plan->nodes[i].name.prefix)
			return true;
	return false;
}

bool
news_query_needs_days(const NewsPlan *plan)
{
	for (uint32_t i = 0; i < plan->nnodes; i++)
		if (plan->nodes[i].op == NEWS_QUERY_DATE ||
			(plan->nodes[i].op == NEWS_QUERY_EVENT && plan->nodes[i].during.from != NEWS_NO_DAY))
			return true;
	return false;
}

double
news_query_estimate(NewsQueryKeys *q, const NewsKeyStatistics *s)
{
	const NewsPlan *plan = q->plan;
	double	   *stack = NEWS_NEW(plan->arena, double, plan->nnodes);
	uint32_t	n = 0;
	uint32_t	g = 0;

	for (uint32_t i = 0; i < plan->nnodes; i++)
	{
		NewsQueryOp op = plan->nodes[i].op;
		uint32_t	first = g;

		if (op == NEWS_QUERY_NOT)
			stack[n - 1] = 1 - stack[n - 1];
		else if (op == NEWS_QUERY_AND || op == NEWS_QUERY_OR || op == NEWS_QUERY_SENTENCE)
		{
			double		right = stack[--n];
			double	   *left = &stack[n - 1];

			*left = op == NEWS_QUERY_OR ? either(*left, right) : *left * right;
			if (op == NEWS_QUERY_SENTENCE)
				*left *= SENTENCE_SHARE;
		}
		else
		{
			while (g < q->ngroups && q->groups[g].node == i)
				g++;
			stack[n++] = term_share(s, q, i, q->groups + first, g - first);
		}
	}
	return fmin(fmax(stack[0], 0), 1);
}
