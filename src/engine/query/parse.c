/*
 * parse.c
 *	  Reading of the text form of a query.
 *
 *	  query  = term, !query, query & query, query | query, (query), name <s> name
 *	  term   = [kind:]name[:*]							Lavrov  place:US  organization:Nusr:*
 *			 | kind:*									person:*
 *			 | date:day, month, week, quarter, year		date:2016-09  date:2016-W36  date:2016-Q3
 *			 | date:from..to, either open				date:2016-09-01..2016-09-15  date:2016..
 *			 | event:TYPE[(actor,recipient)][@date][!status,...]
 *	  name   = word or "quoted"
 *
 * A name or a date may end in @ and letters from A to D, an event in the same
 * before its status: that of the mention is its weight (vector/zones.c).
 *
 * TYPE may be * for any; an actor or a recipient is [kind:]name[:*], kind:* or nothing;
 * !status wants one of these, !!status wants any other.  "event:" before a word
 * that is not all capitals, or before quotes, is the kind of named events.
 *
 * Operators wait on a stack until one that binds less comes (Dijkstra's shunting
 * yard), so nothing here is recursive.
 */
#include "query/text.h"

#include "base/calendar.h"

#define STATUS_HINT "A status is occurred, ongoing, planned, possible or negated."
#define DATE_HINT "A date is 2016-09-10, 2016-09, 2016-W36, 2016-Q3, 2016, or a range such as 2016-09-01..2016-09-15."
#define TERM_HINT "Put quotes around a name that has spaces or signs in it."

#define OPEN ((NewsQueryOp) 0)

typedef struct Waiting
{
	NewsQueryOp op;
	uint32_t	at;
} Waiting;

typedef struct Parser
{
	NewsScan	scan;
	NewsQuery  *query;
	uint32_t	node_room;
	Waiting    *ops;
	uint32_t	nops;
	uint32_t	op_room;
} Parser;

NewsQueryNode *
news_query_add_node(NewsArena *arena, NewsQuery *query, uint32_t *room, NewsQueryOp op)
{
	NewsQueryNode *node;

	query->nodes = news_grow(arena, query->nodes, query->nnodes, room, sizeof(*query->nodes));
	node = &query->nodes[query->nnodes++];
	memset(node, 0, sizeof(*node));
	node->op = op;
	node->during = NEWS_NO_DAYS;
	node->name.kind = node->actor.kind = node->recipient.kind = NEWS_ANY_KIND;
	return node;
}

static NewsQueryNode *
add_node(Parser *p, NewsQueryOp op)
{
	if (p->query->nnodes < NEWS_QUERY_MAX_NODES)
		return news_query_add_node(p->scan.arena, p->query, &p->node_room, op);
	news_scan_fail(&p->scan, p->scan.at, "the query has too many terms and operators", NULL);
	return NULL;
}

/* ---- Names ---- */

/* A word or a quoted string. */
static bool
parse_string(NewsScan *s, NewsStr *out, bool *quoted)
{
	uint32_t	at = s->at;

	*quoted = news_scan_peek(s) == '"';
	if (*quoted)
		return news_scan_quoted(s, NEWS_QUERY_MAX_STR, out);
	*out = news_scan_word(s, NAME_ALSO);
	if (out->len == 0)
		return news_scan_fail(s, at, "a name is expected", TERM_HINT);
	if (out->len > NEWS_QUERY_MAX_STR)
		return news_scan_fail(s, at, "the name is too long", NULL);
	return true;
}

/* "*" behind name and colon: a prefix, and behind a built-in kind whatever is of the kind. */
static bool
parse_star(NewsScan *s, NewsQueryName *name, bool quoted)
{
	name->prefix = true;
	if (quoted || !news_names_kind(name->name))
		return true;
	name->kind = news_kind_of(name->name);
	if (name->kind == NEWS_OWN_KIND)
		return news_scan_fail(s, s->at - 1, "a date is expected", DATE_HINT);
	name->name = NEWS_NO_STR;
	return true;
}

static bool
parse_prefix_mark(NewsScan *s, NewsQueryName *name)
{
	if (!news_scan_take(s, ':'))
		return true;
	name->prefix = true;
	return news_scan_expect(s, '*', "\"*\" is expected after the colon");
}

static void
set_kind(NewsQueryName *name, NewsStr label, bool quoted)
{
	name->kind = quoted ? NEWS_OWN_KIND : news_kind_of(label);
	name->kind_name = name->kind == NEWS_OWN_KIND ? label : NEWS_NO_STR;
}

/* [kind:]name[:*] */
static bool
parse_party(NewsScan *s, NewsQueryName *party)
{
	NewsStr		label;
	bool		quoted;

	if (!parse_string(s, &label, &quoted))
		return false;
	party->name = label;
	if (!news_scan_take(s, ':'))
		return true;
	if (news_scan_take(s, '*'))
		return parse_star(s, party, quoted);
	set_kind(party, label, quoted);
	return parse_string(s, &party->name, &quoted) && parse_prefix_mark(s, party);
}

/* ---- Dates ---- */

static bool
fail_date(NewsScan *s, uint32_t at)
{
	return news_scan_fail(s, at, "a date is expected", DATE_HINT);
}

/* The Monday of ISO week 1: the week that holds 4 January. */
static NewsDay
first_monday(int32_t year)
{
	NewsDay		fourth = news_day_of(year, 1, 4);

	return fourth - (((fourth + 3) % 7) + 7) % 7;
}

/* W36 or Q3 behind the year. */
static bool
parse_week_or_quarter(NewsScan *s, int32_t year, NewsDays *days)
{
	uint32_t	at = s->at;
	int32_t		n;

	if (news_scan_take(s, 'W'))
	{
		n = news_scan_digits(s, 2);
		days->from = first_monday(year) + 7 * (n - 1);
		days->to = days->from + 7;
		return (n >= 1 && days->from < first_monday(year + 1)) || fail_date(s, at);
	}
	if (!news_scan_take(s, 'Q'))
		return fail_date(s, at);
	n = news_scan_digits(s, 1);
	days->from = news_day_of(year, 3 * n - 2, 1);
	days->to = n == 4 ? news_day_of(year + 1, 1, 1) : news_day_of(year, 3 * n + 1, 1);
	return (n >= 1 && n <= 4) || fail_date(s, at);
}

/* A day, month, week, quarter or year. */
static bool
parse_unit(NewsScan *s, NewsDays *days)
{
	uint32_t	at = s->at;
	int32_t		year = news_scan_digits(s, 4);
	int32_t		month;
	int32_t		day;

	if (year < 0)
		return fail_date(s, at);
	*days = (NewsDays) {news_day_of(year, 1, 1), news_day_of(year + 1, 1, 1)};
	if (!news_scan_take(s, '-'))
		return true;
	if (news_scan_peek(s) == 'W' || news_scan_peek(s) == 'Q')
		return parse_week_or_quarter(s, year, days);
	month = news_scan_digits(s, 2);
	if (month < 1 || month > 12)
		return fail_date(s, at);
	days->from = news_day_of(year, month, 1);
	days->to = days->from + news_month_days(year, month);
	if (!news_scan_take(s, '-'))
		return true;
	day = news_scan_digits(s, 2);
	if (day < 1 || day > news_month_days(year, month))
		return fail_date(s, at);
	days->from += day - 1;
	days->to = days->from + 1;
	return true;
}

static bool
take_dots(NewsScan *s)
{
	if (s->at + 1 >= s->text.len || s->text.s[s->at] != '.' || s->text.s[s->at + 1] != '.')
		return false;
	s->at += 2;
	return true;
}

static bool
parse_dates(NewsScan *s, NewsDays *days)
{
	uint32_t	at = s->at;
	NewsDays	last;

	if (take_dots(s))
	{
		if (!parse_unit(s, days))
			return false;
		days->from = NEWS_QUERY_FIRST_DAY;
	}
	else
	{
		if (!parse_unit(s, days))
			return false;
		if (take_dots(s))
		{
			char		c = news_scan_peek(s);

			last.to = NEWS_QUERY_LAST_DAY;
			if (c >= '0' && c <= '9' && !parse_unit(s, &last))
				return false;
			days->to = last.to;
		}
	}
	if (news_scan_word(s, "-").len)
		return fail_date(s, at);
	return days->from < days->to || news_scan_fail(s, at, "the range ends before it begins", NULL);
}

/* ---- Weights ---- */

/* The letters behind an "@" that is passed, if there is one. */
static bool
parse_weights(NewsScan *s, NewsQueryNode *node)
{
	uint32_t	at = s->at;

	if (!news_scan_take(s, '@'))
		return true;
	for (; !news_scan_done(s); s->at++)
	{
		const char *letter = memchr(NEWS_WEIGHT_LETTERS, s->text.s[s->at], NEWS_WEIGHT_A + 1);

		if (!letter)
			break;
		node->weights |= 1u << (letter - NEWS_WEIGHT_LETTERS);
	}
	if (node->weights == NEWS_ALL_WEIGHTS)
		node->weights = 0;
	return s->at > at + 1 || news_scan_fail(s, s->at, "a weight is expected", "A weight is A, B, C or D, or several of them.");
}

/* ---- Events ---- */

static bool
parse_statuses(NewsScan *s, uint32_t *statuses)
{
	uint32_t	at = s->at;
	bool		others = news_scan_take(s, '!');

	*statuses = 0;
	do
	{
		uint32_t	word = s->at;
		int			status = news_index_of(news_scan_word(s, ""), news_status_names, NEWS_NEGATED + 1);

		if (status < 0)
			return news_scan_fail(s, word, "a status is expected", STATUS_HINT);
		*statuses |= 1u << status;
	} while (news_scan_take(s, ','));
	if (others)
		*statuses = ~*statuses & NEWS_ALL_STATUSES;
	return *statuses || news_scan_fail(s, at, "no status is left", STATUS_HINT);
}

/* (actor,recipient), either of them empty. */
static bool
parse_parties(NewsScan *s, NewsQueryNode *node)
{
	news_scan_space(s);
	if (news_scan_peek(s) != ',' && news_scan_peek(s) != ')' && !parse_party(s, &node->actor))
		return false;
	news_scan_space(s);
	if (news_scan_take(s, ','))
	{
		news_scan_space(s);
		if (news_scan_peek(s) != ')' && !parse_party(s, &node->recipient))
			return false;
		news_scan_space(s);
	}
	return news_scan_expect(s, ')', "a comma or a closing parenthesis is expected");
}

/* Is it an "@" and no weight? */
static bool
dates_follow(const NewsScan *s)
{
	return news_scan_peek(s) == '@' &&
		(s->at + 1 == s->text.len || !memchr(NEWS_WEIGHT_LETTERS, s->text.s[s->at + 1], NEWS_WEIGHT_A + 1));
}

/* Behind "event:". */
static bool
parse_event(Parser *p, NewsStr type)
{
	NewsScan   *s = &p->scan;
	NewsQueryNode *node = add_node(p, NEWS_QUERY_EVENT);

	if (!node)
		return false;
	node->type = type;
	node->statuses = NEWS_ALL_STATUSES;
	if (news_scan_take(s, '(') && !parse_parties(s, node))
		return false;
	if (dates_follow(s) && news_scan_take(s, '@') && !parse_dates(s, &node->during))
		return false;
	return parse_weights(s, node) && (!news_scan_take(s, '!') || parse_statuses(s, &node->statuses));
}

/* ---- Terms ---- */

/* A term that is a name, of which label (and quotes around it) is read, and a colon if there is one. */
static bool
parse_name(Parser *p, NewsStr label, bool quoted, bool colon)
{
	NewsScan   *s = &p->scan;
	NewsQueryNode *node = add_node(p, NEWS_QUERY_NAME);

	if (!node)
		return false;
	node->name.name = label;
	if (colon && news_scan_take(s, '*'))
	{
		if (!parse_star(s, &node->name, quoted))
			return false;
	}
	else if (colon)
	{
		set_kind(&node->name, label, quoted);
		if (!parse_string(s, &node->name.name, &quoted) || !parse_prefix_mark(s, &node->name))
			return false;
	}
	return parse_weights(s, node);
}

static bool
parse_term(Parser *p)
{
	NewsScan   *s = &p->scan;
	NewsStr		label;
	NewsStr		type;
	bool		quoted;
	uint32_t	at;

	if (!parse_string(s, &label, &quoted))
		return false;
	if (!news_scan_take(s, ':'))
		return parse_name(p, label, quoted, false);
	at = s->at;
	if (!quoted && news_str_eq(label, NEWS_STR("date")) && news_scan_peek(s) != '*')
	{
		NewsQueryNode *node = add_node(p, NEWS_QUERY_DATE);

		return node && parse_dates(s, &node->during) && parse_weights(s, node);
	}
	if (!quoted && news_str_eq(label, NEWS_STR("event")))
	{
		if (news_scan_take(s, '*'))
			return parse_event(p, NEWS_NO_STR);
		type = news_scan_word(s, NAME_ALSO);
		if (news_event_type_ok(type))
			return parse_event(p, type);
		s->at = at;
	}
	return parse_name(p, label, quoted, true);
}

bool
news_query_parse_term(NewsScan *scan, NewsQuery *query, uint32_t *room)
{
	Parser		p = {.scan = *scan, .query = query, .node_room = *room};
	uint32_t	nnodes = query->nnodes;
	bool		ok = parse_term(&p);

	*scan = p.scan;
	*room = p.node_room;
	if (!ok)
		query->nnodes = nnodes;
	return ok;
}

/* ---- Operators ---- */

static bool
is_name(const NewsQuery *q, uint32_t i)
{
	return i < q->nnodes && q->nodes[i].op == NEWS_QUERY_NAME;
}

/* Moves waiting operators that bind at least as tightly as priority to the query. */
static bool
flush(Parser *p, int priority)
{
	while (p->nops && p->ops[p->nops - 1].op != OPEN && news_query_priority(p->ops[p->nops - 1].op) >= priority)
	{
		Waiting		top = p->ops[--p->nops];
		uint32_t	n = p->query->nnodes;

		if (top.op == NEWS_QUERY_SENTENCE && !(is_name(p->query, n - 1) && is_name(p->query, n - 2)))
			return news_scan_fail(&p->scan, top.at, "<s> stands between two names", NULL);
		if (!add_node(p, top.op))
			return false;
	}
	return true;
}

static bool
push(Parser *p, NewsQueryOp op, uint32_t at)
{
	if (p->nops >= NEWS_QUERY_MAX_NODES)
		return news_scan_fail(&p->scan, at, "the query has too many operators or parentheses", NULL);
	p->ops = news_grow(p->scan.arena, p->ops, p->nops, &p->op_room, sizeof(*p->ops));
	p->ops[p->nops++] = (Waiting) {op, at};
	return true;
}

/* Reads !, ( or a term; *more says whether an operand must still come. */
static bool
parse_operand(Parser *p, bool *more)
{
	NewsScan   *s = &p->scan;
	uint32_t	at = s->at;

	if (news_scan_done(s))
		return news_scan_fail(s, at, p->query->nnodes || p->nops ? "a term is expected at the end" : "the query is empty",
							  NULL);
	if (news_scan_take(s, '!'))
		return push(p, NEWS_QUERY_NOT, at);
	if (news_scan_take(s, '('))
		return push(p, OPEN, at);
	*more = false;
	return parse_term(p);
}

static bool
parse_operator(Parser *p, bool *operand_next)
{
	NewsScan   *s = &p->scan;
	uint32_t	at = s->at;
	NewsQueryOp op;

	if (news_scan_take(s, ')'))
	{
		if (!flush(p, 0))
			return false;
		if (p->nops == 0)
			return news_scan_fail(s, at, "a closing parenthesis has no opening one", NULL);
		p->nops--;
		return true;
	}
	if (news_scan_take(s, '&'))
		op = NEWS_QUERY_AND;
	else if (news_scan_take(s, '|'))
		op = NEWS_QUERY_OR;
	else if (at + 3 <= s->text.len && memcmp(s->text.s + at, "<s>", 3) == 0)
	{
		op = NEWS_QUERY_SENTENCE;
		s->at += 3;
	}
	else
		return news_scan_fail(s, at, "an operator (&, | or <s>) is expected", TERM_HINT);
	*operand_next = true;
	return flush(p, news_query_priority(op)) && push(p, op, at);
}

static bool
parse_query(Parser *p)
{
	bool		operand_next = true;

	if (!news_scan_valid(&p->scan))
		return false;
	for (;;)
	{
		news_scan_space(&p->scan);
		if (operand_next)
		{
			if (!parse_operand(p, &operand_next))
				return false;
		}
		else if (news_scan_done(&p->scan))
			break;
		else if (!parse_operator(p, &operand_next))
			return false;
	}
	if (!flush(p, 0))
		return false;
	if (p->nops)
		return news_scan_fail(&p->scan, p->ops[p->nops - 1].at, "the parenthesis is not closed", NULL);
	return true;
}

bool
news_query_parse(NewsArena *arena, NewsStr text, NewsQuery *query, NewsError *error)
{
	Parser		p = {.scan = news_scan(arena, text), .query = query};

	memset(query, 0, sizeof(*query));
	if (parse_query(&p))
		return true;
	*error = p.scan.error;
	return false;
}
