/*
 * parse.c
 *	  Reading of the text form of a vector; print.c describes it.
 */
#include "vector/text.h"

#include "base/calendar.h"

#define TOO_MANY_PARTIES "an event has two parties at most"

typedef struct Parser
{
	NewsScan	scan;
	NewsVector *v;
	uint32_t	entity_room;
	uint32_t	date_room;
	uint32_t	event_room;
} Parser;

static bool
parse_score(NewsScan *s, uint32_t *score)
{
	uint32_t	at = s->at;
	int32_t		digit = news_scan_digits(s, 1);

	*score = (uint32_t) digit * 100;
	if (digit >= 0 && news_scan_take(s, '.'))
	{
		int32_t		two = news_scan_digits(s, 2);
		int32_t		one = two >= 0 ? 0 : news_scan_digits(s, 1);

		*score += two >= 0 ? (uint32_t) two : (uint32_t) one * 10;
		if (one < 0)
			digit = -1;
	}
	if (digit < 0 || *score > 100)
		return news_scan_fail(s, at, "a score from 0 to 1 is expected", "At most two decimals are kept.");
	return true;
}

static bool
parse_mention(NewsScan *s, NewsVectorMention *m)
{
	uint32_t	at = s->at;

	m->score = 100;
	if (!news_scan_number(s, NEWS_VECTOR_MAX_POS, &m->pos) ||
		!news_scan_expect(s, '+', "\"+\" and a length are expected") ||
		!news_scan_number(s, NEWS_VECTOR_MAX_POS, &m->len) ||
		!news_scan_expect(s, '.', "\".\" and a sentence number are expected") ||
		!news_scan_number(s, NEWS_VECTOR_MAX_POS, &m->sentence))
		return false;
	if (m->pos == 0 || m->len == 0)
		return news_scan_fail(s, at, "a position or length is 0", "Positions count from 1.");
	return !news_scan_take(s, '=') || parse_score(s, &m->score);
}

static bool
parse_mentions(NewsScan *s, NewsVectorMentions *mentions)
{
	uint32_t	room = 0;

	*mentions = (NewsVectorMentions) {NULL, 0};
	if (!news_scan_take(s, '@'))
		return true;
	do
	{
		mentions->items = news_grow(s->arena, mentions->items, mentions->n, &room, sizeof(NewsVectorMention));
		if (!parse_mention(s, &mentions->items[mentions->n]))
			return false;
		mentions->n++;
	} while (news_scan_take(s, ','));
	return true;
}

static bool
parse_day(NewsScan *s, NewsDay *day)
{
	uint32_t	at = s->at;
	bool		negative = news_scan_take(s, '-');
	uint32_t	year;
	int32_t		month = -1;
	int32_t		mday = -1;
	int32_t		y;

	if (!news_scan_number(s, 6000000, &year))
		return false;
	y = negative ? -(int32_t) year : (int32_t) year;
	if (news_scan_take(s, '-') && (month = news_scan_digits(s, 2)) > 0 && news_scan_take(s, '-'))
		mday = news_scan_digits(s, 2);
	if (month < 1 || month > 12 || mday < 1 || mday > news_month_days(y, month))
		return news_scan_fail(s, at, "a day such as 2016-09-10 is expected", NULL);
	if (y < -4713 || y > 5874897)
		return news_scan_fail(s, at, "the day is out of range", NULL);
	*day = news_day_of(y, month, mday);
	if (*day < NEWS_VECTOR_MIN_DAY || *day > NEWS_VECTOR_MAX_DAY)
		return news_scan_fail(s, at, "the day is out of range", NULL);
	return true;
}

static bool
parse_days(NewsScan *s, NewsDays *days)
{
	uint32_t	at = s->at;

	*days = NEWS_NO_DAYS;
	if (!news_scan_take(s, '['))
		return true;
	if (!parse_day(s, &days->from) || !news_scan_expect(s, ',', "a comma is expected") ||
		!parse_day(s, &days->to) || !news_scan_expect(s, ')', "a closing parenthesis is expected"))
		return false;
	if (days->from >= days->to)
		return news_scan_fail(s, at, "the last day is not after the first", "The day behind the comma is the first one that is not covered.");
	return true;
}

static bool
parse_basis(NewsScan *s, NewsBasis *basis)
{
	uint32_t	at = s->at;
	int			found = -1;

	if (news_scan_take(s, '/'))
		found = news_index_of(news_scan_word(s, ""), news_basis_names, NEWS_BASIS_PUBLISHED + 1);
	if (found < 0)
		return news_scan_fail(s, at, "\"/\" and a basis are expected", "A basis is explicit, relative, context, vague or published.");
	*basis = (NewsBasis) found;
	return true;
}

static bool
parse_entity(Parser *p, const NewsLabel *label)
{
	NewsVector *v = p->v;
	NewsVectorEntity *e;

	v->entities = news_grow(p->scan.arena, v->entities, v->nentities, &p->entity_room, sizeof(*v->entities));
	e = &v->entities[v->nentities++];
	e->kind = news_label_kind(label);
	e->kind_name = e->kind == NEWS_OWN_KIND ? label->word : NEWS_NO_STR;
	return news_scan_quoted(&p->scan, NEWS_VECTOR_MAX_STR, &e->name) && news_scan_code(&p->scan, &e->code) &&
		parse_mentions(&p->scan, &e->mentions);
}

static bool
parse_date(Parser *p, int kind)
{
	NewsVector *v = p->v;
	NewsVectorDate *d;

	v->dates = news_grow(p->scan.arena, v->dates, v->ndates, &p->date_room, sizeof(*v->dates));
	d = &v->dates[v->ndates++];
	d->kind = (NewsTimexKind) kind;
	if (!news_scan_quoted(&p->scan, NEWS_VECTOR_MAX_STR, &d->value) || !parse_days(&p->scan, &d->during) ||
		!parse_basis(&p->scan, &d->basis) || !parse_mentions(&p->scan, &d->mentions))
		return false;
	for (uint32_t i = 0; i < d->mentions.n; i++)
		d->mentions.items[i].score = 100;
	return true;
}

/* A party of which the label, if it has one, is read. */
static bool
parse_party(NewsScan *s, const NewsLabel *label, NewsVectorParty *party)
{
	if (label)
	{
		party->kind = news_label_kind(label);
		party->kind_name = party->kind == NEWS_OWN_KIND ? label->word : NEWS_NO_STR;
	}
	return news_scan_quoted(s, NEWS_VECTOR_MAX_STR, &party->name) && news_scan_code(s, &party->code);
}

/* One of the things between the parentheses of an event; parties counts its parties. */
static bool
parse_argument(NewsScan *s, NewsVectorEvent *e, int *parties)
{
	NewsVectorParty *party = *parties == 0 ? &e->actor : &e->recipient;
	NewsLabel		label;
	NewsStr    *named = NULL;
	char		c = news_scan_peek(s);

	if (c == ',' || c == ')')
		return ++*parties <= 2 || news_scan_fail(s, s->at, TOO_MANY_PARTIES, NULL);
	if (!news_scan_label(s, &label))
		return false;
	if (news_str_eq(label.word, NEWS_STR("place")))
		named = &e->place;
	else if (news_str_eq(label.word, NEWS_STR("source")))
		named = &e->source;
	if (named && !label.quoted && news_scan_take(s, '='))
		return named->s ? news_scan_fail(s, label.at, "a place or source is given twice", NULL) :
			news_scan_quoted(s, NEWS_VECTOR_MAX_STR, named);
	if (++*parties > 2)
		return news_scan_fail(s, label.at, TOO_MANY_PARTIES, NULL);
	if (news_scan_take(s, ':'))
		return parse_party(s, &label, party);
	if (!label.quoted)
		return news_scan_fail(s, s->at, "a colon is expected", NULL);
	s->at = label.at;
	return parse_party(s, NULL, party);
}

static bool
parse_status(NewsScan *s, NewsStatus *status)
{
	uint32_t	at = s->at;
	int			found = -1;

	if (news_scan_take(s, '!'))
		found = news_index_of(news_scan_word(s, ""), news_status_names, NEWS_NEGATED + 1);
	if (found < 0)
		return news_scan_fail(s, at, "\"!\" and a status are expected", "A status is occurred, ongoing, planned, possible or negated.");
	*status = (NewsStatus) found;
	return true;
}

static bool
parse_event(Parser *p)
{
	NewsScan   *s = &p->scan;
	NewsVector *v = p->v;
	NewsVectorEvent *e;
	uint32_t	at = s->at;
	int			parties = 0;

	v->events = news_grow(s->arena, v->events, v->nevents, &p->event_room, sizeof(*v->events));
	e = &v->events[v->nevents++];
	memset(e, 0, sizeof(*e));
	e->actor.kind = e->recipient.kind = NEWS_NO_KIND;
	e->type = news_scan_word(s, "");
	if (!news_event_type_ok(e->type))
		return news_scan_fail(s, at, "an event type in capitals is expected", NULL);
	if (!news_scan_expect(s, '(', "an opening parenthesis is expected"))
		return false;
	do
	{
		if (!parse_argument(s, e, &parties))
			return false;
	} while (news_scan_take(s, ','));
	return news_scan_expect(s, ')', "a comma or a closing parenthesis is expected") && parse_status(s, &e->status) &&
		parse_days(s, &e->during) && parse_basis(s, &e->basis) &&
		news_scan_expect(s, '@', "\"@\" and a position are expected") && parse_mention(s, &e->mention);
}

/* Weights of the parts of the text, each with its first position. */
static bool
parse_zones(Parser *p)
{
	NewsScan   *s = &p->scan;
	NewsVector *v = p->v;
	uint32_t	room = 0;
	uint32_t	last = 0;

	v->nzones = 0;
	do
	{
		uint32_t	at = s->at;
		NewsVectorZone zone;
		const char *letter;

		if (!news_scan_number(s, NEWS_VECTOR_MAX_POS, &zone.pos))
			return false;
		if (zone.pos <= last)
			return news_scan_fail(s, at, "a later position is expected", "Positions count from 1.");
		letter = news_scan_done(s) ? NULL : memchr(NEWS_WEIGHT_LETTERS, news_scan_peek(s), NEWS_WEIGHT_A + 1);
		if (!letter)
			return news_scan_fail(s, s->at, "a weight is expected", "A weight is A, B, C or D.");
		s->at++;
		zone.weight = (uint32_t) (letter - NEWS_WEIGHT_LETTERS);
		v->zones = news_grow(s->arena, v->zones, v->nzones, &room, sizeof(zone));
		v->zones[v->nzones++] = zone;
		last = zone.pos;
	} while (news_scan_take(s, ','));
	return true;
}

static bool
parse_extent(Parser *p)
{
	return news_scan_number(&p->scan, NEWS_VECTOR_MAX_POS, &p->v->chars) &&
		news_scan_expect(&p->scan, '.', "\".\" and a number of sentences are expected") &&
		news_scan_number(&p->scan, NEWS_VECTOR_MAX_POS, &p->v->sentences) &&
		(!news_scan_take(&p->scan, '/') || parse_zones(p));
}

static bool
parse_item(Parser *p)
{
	NewsScan   *s = &p->scan;
	NewsLabel		label;
	int			timex;

	if (news_scan_take(s, '#'))
		return parse_extent(p);
	if (!news_scan_label(s, &label) || !news_scan_expect(s, ':', "a colon is expected"))
		return false;
	timex = label.quoted ? -1 : news_timex_kind_of(label.word);
	if (timex >= 0)
		return parse_date(p, timex);
	if (!label.quoted && news_str_eq(label.word, NEWS_STR("event")) && news_scan_peek(s) != '"')
		return parse_event(p);
	return parse_entity(p, &label);
}

bool
news_vector_parse(NewsArena *arena, NewsStr text, NewsVector *vector, NewsError *error)
{
	Parser		p = {.scan = news_scan(arena, text), .v = vector};
	uint32_t	items = 0;

	memset(vector, 0, sizeof(*vector));
	for (bool valid = news_scan_valid(&p.scan); valid;)
	{
		uint32_t	at = p.scan.at;

		news_scan_space(&p.scan);
		if (news_scan_done(&p.scan))
			return true;
		if ((items++ && at == p.scan.at && !news_scan_fail(&p.scan, at, "a space is expected", NULL)) ||
			!parse_item(&p))
			break;
		news_poll(arena);
	}
	*error = p.scan.error;
	return false;
}
