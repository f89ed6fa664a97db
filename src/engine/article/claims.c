/*
 * claims.c
 *	  What the text of an article says of the day on which it was written.
 *
 * A window of words moves over the text.  In its middle stands the end of an
 * office holder's name, of a full date, or of a day and its month; around it
 * stands what tells whether the text speaks of its own time.
 */
#include "article/claims.h"

#include "article/datestring.h"
#include "article/tables.h"
#include "base/calendar.h"

#define BEHIND	16				/* words before the one looked at */
#define AHEAD	12				/* words behind it */
#define WINDOW	32				/* a power of 2 above both */

#define POLL_WORDS 0x1000

/* Days by which a term may be missed: last days, other time zones, reports of the day before. */
#define TERM_GRACE 3

/* Only near the day of publication is it clear which year's a day of a month is. */
#define NEAR_DAYS 45

typedef struct Word
{
	uint32_t	start;
	uint32_t	end;
	uint32_t	hash;
	uint32_t	prefix;			/* of all words before it: see article/words.h */
	uint32_t	cue;			/* NEWS_CUE_* */
	int			month;			/* 1 .. 12, 0 for none */
	int			weekday;		/* 1 .. 7 */
	int			number;			/* its value, -1 for none or one too large */
	bool		line;			/* a line break stands before it */
} Word;

typedef struct Walk
{
	NewsStr		text;
	NewsClaims *claims;
	Word		ring[WINDOW];
	uint32_t	nread;			/* words read */
	uint32_t	at;				/* the word looked at, counted from 0 */
} Walk;

static const Word *
word_at(const Walk *w, uint32_t i)
{
	return &w->ring[i % WINDOW];
}

static int
number_of(NewsStr text, const NewsRawWord *raw)
{
	int			value = 0;

	if (!(raw->flags & NEWS_RAW_NUMBER) || raw->end - raw->start > 4)
		return -1;
	for (uint32_t i = raw->start; i < raw->end; i++)
	{
		if (text.s[i] < '0' || text.s[i] > '9')
			return -1;
		value = value * 10 + (text.s[i] - '0');
	}
	return value;
}

static bool
ends_in_ed(NewsStr text, const NewsRawWord *raw)
{
	return raw->end - raw->start > 4 && memcmp(text.s + raw->end - 2, "ed", 2) == 0;
}

/* Reads one more word into the window; false at the end. */
static bool
read_word(Walk *w, uint32_t *pos)
{
	const Word *before = w->nread > 0 ? word_at(w, w->nread - 1) : NULL;
	uint32_t	gap = before ? before->end : 0;
	Word	   *word = &w->ring[w->nread % WINDOW];
	Word		next = {0};
	NewsRawWord raw;
	uint32_t	calendar;

	if (!news_raw_word(w->text, pos, &raw))
		return false;
	calendar = (raw.flags & NEWS_RAW_CAP) && raw.end - raw.start >= 3 ? news_hash_find(&news_article_calendar, raw.hash) : 0;
	next.start = raw.start;
	next.end = raw.end;
	next.hash = raw.hash;
	next.prefix = before ? news_phrase_prefix(before->prefix, before->hash) : 0;
	next.cue = news_hash_find(&news_article_cues, raw.hash);
	if (next.cue == 0 && ends_in_ed(w->text, &raw))
		next.cue = NEWS_CUE_PAST;
	next.month = (int) (calendar & 15);
	/* Short forms of days are words of other languages. */
	next.weekday = raw.end - raw.start >= 6 ? (int) (calendar >> 4) : 0;
	next.number = number_of(w->text, &raw);
	next.line = memchr(w->text.s + gap, '\n', raw.start - gap) != NULL;
	*word = next;
	w->nread++;
	return true;
}

/* First word of the window before word i, on its line. */
static uint32_t
window_start(const Walk *w, uint32_t i)
{
	uint32_t	first = i;

	while (first > 0 && i - first < BEHIND && !word_at(w, first)->line)
		first--;
	return first;
}

static uint32_t
window_end(const Walk *w, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end < w->nread && end - i <= AHEAD && !word_at(w, end)->line)
		end++;
	return end;
}

/* All cues from word first up to, not including, word end. */
static uint32_t
cues_between(const Walk *w, uint32_t first, uint32_t end)
{
	uint32_t	cues = 0;

	for (uint32_t i = first; i < end; i++)
		cues |= word_at(w, i)->cue;
	return cues;
}

static void
add_claim(Walk *w, NewsClaim claim)
{
	if (w->claims->n < NEWS_MAX_CLAIMS)
		w->claims->items[w->claims->n++] = claim;
}

/* ---- Offices ---- */

/* The term of the office holder whose title and name end in word i; *first is where they begin. */
static const NewsOfficeTerm *
office_ending_at(const Walk *w, uint32_t i, uint32_t *first)
{
	const Word *last = word_at(w, i);
	uint32_t	behind = news_phrase_prefix(last->prefix, last->hash);
	uint8_t		lengths = news_article_office_ends[last->hash & (NEWS_PHRASE_FILTER - 1)];

	for (int k = NEWS_PHRASE_MAX; lengths && k > 1; k--)
	{
		uint32_t	found;

		if (!(lengths & (1 << (k - 1))) || i + 1 < (uint32_t) k)
			continue;
		found = news_hash_find(&news_article_offices, news_phrase_hash(word_at(w, i + 1 - (uint32_t) k)->prefix, behind, k));
		if (found)
		{
			*first = i + 1 - (uint32_t) k;
			return &news_article_office_terms[found - 1];
		}
	}
	return NULL;
}

/* Does the text speak of its own days: a day of the week, "today", and no year? */
static bool
speaks_of_now(const Walk *w, uint32_t first, uint32_t end)
{
	bool		now = false;

	for (uint32_t i = first; i < end; i++)
	{
		const Word *word = word_at(w, i);

		if (word->number >= 1900 && word->number <= 2100)
			return false;
		now |= word->weekday != 0 || (word->cue & NEWS_CUE_NOW);
	}
	return now;
}

/* "Secretary of State John Kerry said on Saturday": not with "former" before it, nor without a verb of today's news. */
static void
look_for_office(Walk *w)
{
	uint32_t	first;
	const NewsOfficeTerm *term = office_ending_at(w, w->at, &first);
	uint32_t	before;
	uint32_t	end;

	if (!term)
		return;
	before = first > 4 ? first - 4 : 0;
	if (before < window_start(w, w->at))
		before = window_start(w, w->at);
	end = window_end(w, w->at);
	if ((cues_between(w, before, first) & NEWS_CUE_FORMER) ||
		!(cues_between(w, w->at + 1, end < w->at + 4 ? end : w->at + 4) & NEWS_CUE_ACTS) ||
		!speaks_of_now(w, window_start(w, w->at), end))
		return;
	add_claim(w, (NewsClaim) {
		.from = term->from == NEWS_NO_DAY ? NEWS_NO_DAY : term->from - TERM_GRACE,
		.to = term->to == NEWS_NO_DAY ? NEWS_NO_DAY : term->to + TERM_GRACE
	});
}

/* ---- Dates ---- */

/* The day of the month that stands beside month word i, before or behind it; 0 for none. */
static int
day_beside(const Walk *w, uint32_t i)
{
	int			behind = i + 1 < w->nread ? word_at(w, i + 1)->number : -1;
	int			before = i > 0 ? word_at(w, i - 1)->number : -1;

	if (behind >= 1 && behind <= 31)
		return behind;
	return before >= 1 && before <= 31 ? before : 0;
}

/* The year that stands behind month word i and its day; 0 for none. */
static int
year_behind(const Walk *w, uint32_t i)
{
	for (uint32_t k = i + 1; k <= i + 2 && k < w->nread; k++)
		if (word_at(w, k)->number >= 1970 && word_at(w, k)->number <= 2100)
			return word_at(w, k)->number;
	return 0;
}

/* A month with its day: what the weekday before it claims, or a year behind it. */
static void
look_for_date(Walk *w)
{
	uint32_t	i = w->at;
	int			month = word_at(w, i)->month;
	int			day = month ? day_beside(w, i) : 0;
	int			year = month ? year_behind(w, i) : 0;
	uint32_t	cues;

	if (day == 0 || day > news_month_days(2000, month))
		return;
	if (year == 0)
	{
		uint32_t	back = i > 0 && word_at(w, i - 1)->number == day ? 2 : 1;

		if (i >= back && word_at(w, i - back)->weekday)
			add_claim(w, (NewsClaim) {.weekday = word_at(w, i - back)->weekday, .month = month, .day = day});
		return;
	}
	cues = cues_between(w, window_start(w, i), window_end(w, i));
	if ((cues & NEWS_CUE_PAST) && !(cues & NEWS_CUE_FUTURE))
		add_claim(w, (NewsClaim) {.from = news_day_of(year, month, day) - 1, .to = NEWS_NO_DAY});
}

void
news_read_claims(NewsArena *arena, NewsStr body, NewsClaims *claims)
{
	Walk		w = {.text = body, .claims = claims};
	uint32_t	pos = 0;
	bool		more = true;

	claims->n = 0;
	for (; more || w.at < w.nread; w.at++)
	{
		while (more && w.nread <= w.at + AHEAD)
			more = read_word(&w, &pos);
		if (w.at >= w.nread)
			break;
		look_for_office(&w);
		if (word_at(&w, w.at)->month)
			look_for_date(&w);
		if (w.at % POLL_WORDS == 0)
			news_poll(arena);
	}
}

/* ---- Judging ---- */

static bool
weekday_fits(const NewsClaim *claim, NewsDay published)
{
	int32_t		year;
	int32_t		month;
	int32_t		day;

	news_day_split(published, &year, &month, &day);
	for (int32_t y = year - 1; y <= year + 1; y++)
	{
		NewsDay		that = news_day_of(y, claim->month, claim->day);

		if (that >= published - NEAR_DAYS && that <= published + NEAR_DAYS)
			return news_article_weekday(that) == claim->weekday;
	}
	return true;
}

bool
news_claims_allow(const NewsClaims *claims, NewsDay published)
{
	for (uint32_t i = 0; i < claims->n; i++)
	{
		const NewsClaim *claim = &claims->items[i];

		if (claim->weekday ? !weekday_fits(claim, published) :
			(claim->from != NEWS_NO_DAY && published < claim->from) || (claim->to != NEWS_NO_DAY && published > claim->to))
			return false;
	}
	return true;
}
