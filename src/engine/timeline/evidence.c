/*
 * evidence.c
 *	  What speaks for and against a day of writing.
 */
#include "timeline/evidence.h"

#include <math.h>

/* Articles further apart are not asked what they tell of the same events. */
#define FAR_DAYS	45

/* Scale of nearness, in days. */
#define NEAR		14.0

/* What the evidence of one neighbour counts, for each thing both speak of; and at most in all. */
#define SAME_DAY		2.0
#define SAME_PEOPLE		1.5		/* factor: by name on both sides, not as countries */
#define SAME_PLACE		1.25	/* factor */
#define SAME_DAY_GUESS	0.5		/* where the day of writing stands in for one of them */
#define SAME_NAME_DAY	0.5
#define STILL_OPEN		0.5		/* one was not done yet when the other was written, nor afterwards */
#define TOO_EARLY		(-2.0)	/* one is done before the other tells that it is not */
#define CLAIM			0.5		/* factor: a source's claim */
#define DISPUTED		0.2		/* factor: and later articles say otherwise in their own voice */
#define EVIDENCE_MAX	4.0
#define EVIDENCE_MIN	(-4.0)

/* Days before one speaks of another event of the same sides. */
#define SAME_MATTER_DAYS 21

/* What it counts that an occasion was on the day that the text gives it. */
#define OCCASION	1.0

static int
weekday_of(NewsDay day)
{
	int			weekday = (int) ((day + 3) % 7);

	return weekday < 0 ? weekday + 7 : weekday;
}

/* What an article says as of a day: the reading and what is added to its distances. */
const NewsDatingReading *
news_reading_as_of(const NewsDatingArticle *a, NewsDay day)
{
	return a->read ? &a->readings[weekday_of(day)] : a->readings;
}

typedef struct Days
{
	bool		known;
	NewsDay		from;
	NewsDay		to;				/* exclusive */
} Days;

static Days
days_of(const NewsDatingReport *r, NewsDay writing)
{
	if (r->to == r->from)
		return (Days) {false, 0, 0};
	return r->fixed ? (Days) {true, r->from, r->to} : (Days) {true, r->from + writing, r->to + writing};
}

static bool
days_meet(Days a, Days b, NewsDay slack)
{
	return a.known && b.known && a.from < b.to + slack && b.from < a.to + slack;
}

/* ---- Claims ---- */

/*
 * Do neighbours say later, in their own voice, that it is not done?  a: the
 * article that claims it.
 */
static bool
is_disputed(const NewsDating *dating, const NewsDatingArticle *a, uint32_t key, Days days)
{
	for (uint32_t i = 0; i < a->nneighbours; i++)
	{
		const NewsDatingArticle *other = &dating->articles[a->neighbours[i].article];
		const NewsDatingReading *reading;

		if (other->day == NEWS_NO_DAY || other->day < days.from || other->day > days.from + SAME_MATTER_DAYS)
			continue;
		reading = news_reading_as_of(other, other->day);
		for (uint32_t k = 0; k < reading->nreports; k++)
			if (reading->reports[k].key == key && reading->reports[k].open && !reading->reports[k].claimed)
				return true;
	}
	return false;
}

/* How much it counts that an article says that something is done. */
static double
belief(const NewsDating *dating, const NewsDatingArticle *a, const NewsDatingReport *r, Days days)
{
	if (!r->claimed)
		return 1;
	return is_disputed(dating, a, r->key, days) ? DISPUTED : CLAIM;
}

/* ---- Two reports of one matter ---- */

/*
 * Does it come about once, so that before it is open what is done afterwards?
 * Talks and attacks go on: the next are planned when the last are over.
 */
static bool
comes_once(const NewsDating *dating, const NewsDatingReport *r)
{
	static const char *const types[] = {
		"AGREE", "CONCEDE", "RETREAT", "ELECT", "APPOINT", "RESIGN", "LEGISLATE", "ACQUIRE", "LAUNCH"
	};

	return news_index_of(news_pool_get(&dating->words.pool, dating->words.reports[r->first].type), types, 9) >= 0;
}

static bool
parties_fit(const NewsDating *dating, const NewsDatingReport *x, const NewsDatingReport *y)
{
	const NewsReport *a = &dating->words.reports[x->first];
	const NewsReport *b = &dating->words.reports[y->first];

	return news_report_party_fits(&dating->words, &a->parties[0], &b->parties[0]) &&
		news_report_party_fits(&dating->words, &a->parties[1], &b->parties[1]);
}

/* One is done and the other, written on a day, not: has it come about in that order? */
static double
compare_order(Days done, bool told, NewsDay not_done)
{
	if (!done.known || done.from > not_done + SAME_MATTER_DAYS || done.to + SAME_MATTER_DAYS <= not_done)
		return 0;
	if (done.to <= not_done)
		return told ? TOO_EARLY : TOO_EARLY / 2;
	return STILL_OPEN;
}

static bool
is_person(const NewsDating *dating, const NewsReportParty *party)
{
	return news_str_eq(news_pool_get(&dating->words.pool, party->kind), news_str(news_kind_names[NEWS_PERSON]));
}

/* How exactly both name an event, as a factor. */
static double
exactness(const NewsDating *dating, const NewsDatingReport *x, const NewsDatingReport *y)
{
	const NewsReport *a = &dating->words.reports[x->first];
	const NewsReport *b = &dating->words.reports[y->first];
	double		factor = 1;

	if (a->parties[0].name == b->parties[0].name && a->parties[1].name == b->parties[1].name &&
		is_person(dating, &a->parties[0]) && is_person(dating, &a->parties[1]))
		factor *= SAME_PEOPLE;
	return a->place && a->place == b->place ? factor * SAME_PLACE : factor;
}

/* Until when one that did not happen had not: a failure on its day, what is open as long as it is written of. */
static NewsDay
open_until(const NewsDatingReport *r, Days days, NewsDay writing)
{
	return !r->open && days.known && r->told ? days.to - 1 : writing;
}

static double
compare_reports(const NewsDating *dating, const NewsDatingArticle *a, const NewsDatingReport *x, NewsDay x_writing,
				const NewsDatingArticle *b, const NewsDatingReport *y, NewsDay y_writing, int *kind)
{
	Days		x_days = days_of(x, x_writing);
	Days		y_days = days_of(y, y_writing);

	*kind = NEWS_REASON_SAME_DAY;
	if (!parties_fit(dating, x, y))
		return 0;
	if (x->done == y->done && x->open == y->open)
	{
		if (x->open || !x_days.known || !y_days.known || !days_meet(x_days, y_days, x->told && y->told ? 0 : 2))
			return 0;
		return (x->told && y->told ? SAME_DAY : SAME_DAY_GUESS) * exactness(dating, x, y) *
			belief(dating, a, x, x_days) * belief(dating, b, y, y_days);
	}
	*kind = NEWS_REASON_STILL_OPEN;
	/* against an article's own voice the claim of a source is none */
	if ((x->done ? x->claimed && !y->claimed : y->claimed && !x->claimed) || !comes_once(dating, x))
		return 0;
	if (x->done)
		return compare_order(x_days, x->told, open_until(y, y_days, y_writing)) * belief(dating, a, x, x_days);
	if (y->done)
		return compare_order(y_days, y->told, open_until(x, x_days, x_writing)) * belief(dating, b, y, y_days);
	return 0;
}

/* ---- An article and a neighbour ---- */

/* Names beside the same day in both, up to two of them. */
static double
compare_names(const NewsDatingReading *x, NewsDay x_writing, const NewsDatingReading *y, NewsDay y_writing, const bool *everywhere)
{
	int			same = 0;
	uint32_t	last = 0;

	for (uint32_t i = 0, k = 0; i < x->nnames && same < 2; i++)
	{
		NewsDay		day = x->names[i].fixed ? x->names[i].day : x->names[i].day + x_writing;

		while (k < y->nnames && y->names[k].name < x->names[i].name)
			k++;
		if (everywhere[x->names[i].name] || x->names[i].name == last)
			continue;
		for (uint32_t m = k; m < y->nnames && y->names[m].name == x->names[i].name; m++)
			if ((y->names[m].fixed ? y->names[m].day : y->names[m].day + y_writing) == day)
			{
				same++;
				last = x->names[i].name;
				break;
			}
	}
	return same * SAME_NAME_DAY;
}

/* What both tell of the same events; *reason is the weightiest. */
static double
compare_events(const NewsDating *dating, const NewsDatingArticle *a, NewsDay day, const NewsDatingArticle *b, NewsDatingReason *reason)
{
	const NewsDatingReading *x = news_reading_as_of(a, day);
	const NewsDatingReading *y = news_reading_as_of(b, b->day);
	double		sum = 0;

	for (uint32_t i = 0, k = 0; i < x->nreports; i++)
	{
		double		best = 0;

		while (k < y->nreports && y->reports[k].key < x->reports[i].key)
			k++;
		for (uint32_t m = k; m < y->nreports && y->reports[m].key == x->reports[i].key; m++)
		{
			int			kind;
			double		value = compare_reports(dating, a, &x->reports[i], day, b, &y->reports[m], b->day, &kind);

			if (fabs(value) > fabs(best))
				best = value;
			if (value > reason->weight)
			{
				Days		days = days_of(&x->reports[i], day);

				reason->weight = (float) value;
				reason->kind = kind;
				reason->report = x->reports[i].first;
				reason->hard = kind == NEWS_REASON_SAME_DAY && x->reports[i].told && y->reports[m].told;
				reason->day = days.known ? days.from : day;
			}
		}
		sum += best;
	}
	return sum;
}

/* Everything that speaks for or against a day by one neighbour; at most 1 + EVIDENCE_MAX, times how alike they are. */
double
news_ask_neighbour(const NewsDating *dating, const NewsDatingArticle *a, NewsDay day, const NewsNeighbour *neighbour,
				   const bool *everywhere, NewsDatingReason *reason)
{
	const NewsDatingArticle *b = &dating->articles[neighbour->article];
	double		apart = ((double) day - b->day) / NEAR;
	double		evidence;

	*reason = (NewsDatingReason) {.neighbour = neighbour->article, .kind = NEWS_REASON_NEAR, .day = b->day};
	if (fabs((double) day - b->day) > FAR_DAYS)
		return neighbour->alike * (b->loose ? NEWS_ESTIMATED : 1) / (1 + apart * apart);
	evidence = compare_events(dating, a, day, b, reason);
	if (everywhere)
		evidence += compare_names(news_reading_as_of(a, day), day, news_reading_as_of(b, b->day), b->day, everywhere);
	evidence = evidence > EVIDENCE_MAX ? EVIDENCE_MAX : evidence < EVIDENCE_MIN ? EVIDENCE_MIN : evidence;
	return neighbour->alike * (b->loose ? NEWS_ESTIMATED : 1) * (1 / (1 + apart * apart) + evidence);
}

/* ---- Occasions ---- */

/* Is a day of an occasion beside the name? */
static bool
has_day(const NewsDatingReading *reading, NewsDay writing, uint32_t name, const NewsOccasion *occasion)
{
	for (uint32_t i = 0; i < reading->nnames; i++)
	{
		NewsDay		day = reading->names[i].fixed ? reading->names[i].day : reading->names[i].day + writing;

		if (reading->names[i].name == name && day >= occasion->from && day <= occasion->to)
			return true;
	}
	return false;
}

/* How well a day of writing agrees with the best of the occasions that it names: 0 to OCCASION. */
double
news_ask_occasions(const NewsDatingArticle *a, NewsDay day)
{
	const NewsDatingReading *reading = news_reading_as_of(a, day);
	double		best = 0;

	for (uint32_t i = 0; i < a->noccasions; i++)
	{
		const NewsDatingOccasion *named = &a->occasions[i];
		const NewsOccasion *occasion = &news_occasions[named->occasion];
		double		apart = day < occasion->from ? occasion->from - day : day > occasion->to ? day - occasion->to : 0;
		double		value = 0;

		if (has_day(reading, day, named->name, occasion) || (named->place && has_day(reading, day, named->place, occasion)))
			value = OCCASION;
		else if (named->place)
			value = OCCASION / 2 / (1 + apart * apart / (NEAR * NEAR));
		if (value > best)
			best = value;
	}
	return best;
}
