/*
 * timeline_read.c
 *	  From a table of articles to a timeline: reads those that match, puts their
 *	  reports together, and fetches the sentences that tell them best.
 */
#include "timeline.h"

#include "dating.h"

/* ---- Articles ---- */

/* What the scans of the articles need. */
typedef struct Collecting
{
	NewsTimelineRead *read;
	NewsRelevance *relevance;	/* NULL: all sentences count */
	NewsDating *dating;			/* NULL: no article is without a day */
	int64	   *undated;		/* ids of those that are; in the session */
	uint32		nundated;
	uint32		room;
} Collecting;

static void
add_article(Collecting *c, NewsSession *session, const NewsArticleRow *row, const NewsVector *vector, NewsPublished day, bool estimated)
{
	NewsTimelineArticle article = {.id = row->id, .origin = row->origin, .day = NEWS_NO_DAY, .estimated = estimated};
	NewsRelevant *relevant = NULL;

	if (c->relevance)
		relevant = news_relevance_of(c->relevance, &session->arena, vector);
	if (day.known)
	{
		article.day = day.day;
		article.second = day.second;
	}
	news_timeline_add(&c->read->timeline, &article, vector, relevant);
}

static void
collect(void *arg, const NewsArticleRow *row)
{
	Collecting *c = arg;
	NewsSession session;
	NewsVector	vector;

	news_session_open(&session);
	news_vector_read(&session.arena, row->news, &vector);
	if (c->dating)
		news_dating_add_row(c->dating, row, &vector);
	if (c->dating && !row->believed.known)
	{
		c->undated = news_grow(&c->read->session.arena, c->undated, c->nundated, &c->room, sizeof(int64));
		c->undated[c->nundated++] = row->id;
	}
	else
		add_article(c, &session, row, &vector, row->believed, false);
	news_session_close(&session);
}

/* An article without a day of its own, after days were estimated: read anew as of its day. */
static void
collect_undated(void *arg, const NewsArticleRow *row)
{
	Collecting *c = arg;
	const NewsDatingArticle *dated = news_dating_find(c->dating, row->id);
	NewsOptions options = {.stages = NEWS_STAGE_EVENTS | NEWS_STAGE_DATES | NEWS_STAGE_NAMES};
	NewsSession session;

	news_session_open(&session);
	if (dated && dated->day != NEWS_NO_DAY && row->body)
	{
		options.published = (NewsPublished) {true, dated->day, 0};
		add_article(c, &session, row, news_vector_make(&session.arena, news_annotate_text(&session, row->body, &options)),
					options.published, true);
	}
	else
	{
		NewsVector	vector;

		news_vector_read(&session.arena, row->news, &vector);
		add_article(c, &session, row, &vector, row->believed, false);
	}
	news_session_close(&session);
}

/*
 * All articles that match.  Where some have no day that is believed, those of all
 * days are read: theirs may be any.
 */
static void
read_articles(NewsTimelineRead *read, const struct varlena *query, NewsDays within)
{
	Collecting	c = {.read = read};
	NewsQuery	decoded;

	if (query)
	{
		news_query_read(&read->session.arena, query, &decoded);
		c.relevance = news_relevance_make(&read->session.arena, &decoded);
	}
	if (read->articles.has_body && news_articles_any_undated(&read->articles, query))
	{
		c.dating = NEWS_NEW(&read->session.arena, NewsDating, 1);
		news_dating_init(c.dating, &read->session.arena);
		within = NEWS_NO_DAYS;
	}
	news_articles_scan(&read->articles, query, within, c.dating ? NEWS_TEXTS_UNDATED : NEWS_TEXTS_NEVER, collect, &c);
	if (c.dating == NULL)
		return;
	news_dating_compare(c.dating, false);
	news_dating_solve(c.dating);
	news_articles_fetch(&read->articles, c.undated, c.nundated, collect_undated, &c);
}

/* ---- Sentences ---- */

/* A sentence that is wanted. */
typedef struct Wanted
{
	int64		id;
	uint32		sentence;
	uint32		pos;			/* of what stands in it */
	uint32		row;
} Wanted;

typedef struct Fetching
{
	NewsTimelineRead *read;
	Wanted	   *wanted;
	uint32		n;
} Fetching;

static int
compare_wanted(const void *pa, const void *pb)
{
	const Wanted *a = pa;
	const Wanted *b = pb;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static Wanted *
list_wanted(NewsTimelineRead *read)
{
	NewsTimeline *t = &read->timeline;
	Wanted	   *wanted = NEWS_NEW(&read->session.arena, Wanted, t->nhappenings);

	for (uint32 i = 0; i < t->nhappenings; i++)
	{
		const NewsHappening *h = &t->happenings[i];

		if (h->best != NEWS_NO_REPORT)
		{
			const NewsReport *r = &t->reports[h->best];

			wanted[i] = (Wanted) {t->articles[r->article].id, r->sentence, r->pos, i};
		}
		else
		{
			const NewsDatedSentence *s = &t->sentences[h->sentence];

			wanted[i] = (Wanted) {t->articles[s->article].id, s->sentence, s->pos, i};
		}
	}
	qsort(wanted, t->nhappenings, sizeof(Wanted), compare_wanted);
	return wanted;
}

/* The sentence of a document, unless what should stand in it does not: then news is not made of this body. */
static NewsStr
sentence_text(NewsArena *arena, const NewsDoc *doc, uint32 number, uint32 pos)
{
	const NewsSentence *s;
	NewsStr		text;
	uint32		start;

	if (number == 0 || number > doc->sentences.n)
		return NEWS_NO_STR;
	s = &doc->sentences.items[number - 1];
	start = doc->tokens.items[s->first].chars + 1;
	if (pos < start || pos >= start + news_span_chars(&doc->tokens, s->first, s->end))
		return NEWS_NO_STR;
	text = news_span_str(&doc->tokens, s->first, s->end);
	return (NewsStr) {news_strndup(arena, text.s, text.len), text.len};
}

static void
fetch_sentences(void *arg, const NewsArticleRow *row)
{
	static const NewsOptions options = {.stages = NEWS_STAGE_TEXT};
	Fetching   *f = arg;
	NewsSession session;
	NewsDoc    *doc;
	uint32		low = 0;
	uint32		high = f->n;

	if (row->body == NULL)
		return;
	while (low < high)
	{
		uint32		middle = low + (high - low) / 2;

		if (f->wanted[middle].id < row->id)
			low = middle + 1;
		else
			high = middle;
	}
	news_session_open(&session);
	doc = news_annotate_text(&session, row->body, &options);
	for (; low < f->n && f->wanted[low].id == row->id; low++)
		f->read->sentences[f->wanted[low].row] = sentence_text(&f->read->session.arena, doc, f->wanted[low].sentence, f->wanted[low].pos);
	news_session_close(&session);
}

static void
read_sentences(NewsTimelineRead *read)
{
	NewsTimeline *t = &read->timeline;
	Fetching	f = {.read = read, .wanted = list_wanted(read), .n = t->nhappenings};
	int64	   *ids = NEWS_NEW(&read->session.arena, int64, f.n);
	uint32		n = 0;

	read->sentences = NEWS_NEW0(&read->session.arena, NewsStr, t->nhappenings);
	if (!read->articles.has_body)
		return;
	for (uint32 i = 0; i < f.n; i++)
		if (i == 0 || f.wanted[i].id != f.wanted[i - 1].id)
			ids[n++] = f.wanted[i].id;
	news_articles_fetch(&read->articles, ids, n, fetch_sentences, &f);
}

/* ---- All of it ---- */

static NewsDays
days_asked_for(FunctionCallInfo fcinfo)
{
	NewsDays	days = {NEWS_VECTOR_MIN_DAY, NEWS_VECTOR_MAX_DAY};

	if (PG_ARGISNULL(2) && PG_ARGISNULL(3))
		return NEWS_NO_DAYS;
	if (!PG_ARGISNULL(2))
		days.from = news_day_of_date(PG_GETARG_DATEADT(2));
	if (!PG_ARGISNULL(3))
		days.to = news_day_of_date(PG_GETARG_DATEADT(3)) + 1;
	if (days.from >= days.to)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the last day is before the first")));
	return days;
}

void
news_timeline_read(NewsTimelineRead *read, FunctionCallInfo fcinfo)
{
	struct varlena *query = PG_ARGISNULL(1) ? NULL : PG_DETOAST_DATUM(PG_GETARG_DATUM(1));

	read->within = days_asked_for(fcinfo);
	news_articles_open(&read->articles, PG_GETARG_OID(0), fcinfo->flinfo->fn_oid);
	news_session_open(&read->session);
	news_timeline_init(&read->timeline, &read->session.arena);
	read_articles(read, query, read->within);
	news_timeline_finish(&read->timeline, read->within);
	read_sentences(read);
}
