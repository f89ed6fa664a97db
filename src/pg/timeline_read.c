/*
 * timeline_read.c
 *	  From a table of articles to a timeline: reads those that match, puts their
 *	  reports together, and fetches the sentences that tell them best.
 */
#include "timeline.h"

/* ---- Articles ---- */

/* What the scan of the articles needs. */
typedef struct Collecting
{
	NewsTimelineRead *read;
	NewsRelevance *relevance;	/* NULL: all sentences count */
} Collecting;

static void
collect(void *arg, const NewsArticleRow *row)
{
	Collecting *c = arg;
	NewsSession session;
	NewsVector	vector;
	NewsRelevant *relevant = NULL;
	NewsTimelineArticle article = {.id = row->id, .origin = row->origin, .day = NEWS_NO_DAY};

	news_session_open(&session);
	news_vector_read(&session.arena, row->news, &vector);
	if (c->relevance)
		relevant = news_relevance_of(c->relevance, &session.arena, &vector);
	if (row->believed.known)
	{
		article.day = row->believed.day;
		article.second = row->believed.second;
	}
	news_timeline_add(&c->read->timeline, &article, &vector, relevant);
	news_session_close(&session);
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

/* Articles that are asked for in one statement. */
#define FETCH 1000

static void
read_sentences(NewsTimelineRead *read)
{
	NewsTimeline *t = &read->timeline;
	Fetching	f = {.read = read, .wanted = list_wanted(read), .n = t->nhappenings};
	int64	   *ids = palloc(sizeof(int64) * FETCH);
	uint32		n = 0;

	read->sentences = NEWS_NEW0(&read->session.arena, NewsStr, t->nhappenings);
	if (!read->articles.has_body)
		return;
	for (uint32 i = 0; i < f.n; i++)
	{
		if (i == 0 || f.wanted[i].id != f.wanted[i - 1].id)
			ids[n++] = f.wanted[i].id;
		if (n == FETCH || (i + 1 == f.n && n > 0))
		{
			news_articles_fetch(&read->articles, ids, n, fetch_sentences, &f);
			n = 0;
		}
	}
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
	Collecting	c = {.read = read};
	NewsDays	within = days_asked_for(fcinfo);
	struct varlena *query = PG_ARGISNULL(1) ? NULL : PG_DETOAST_DATUM(PG_GETARG_DATUM(1));
	NewsQuery	decoded;

	news_articles_open(&read->articles, PG_GETARG_OID(0), fcinfo->flinfo->fn_oid);
	news_session_open(&read->session);
	news_timeline_init(&read->timeline, &read->session.arena);
	if (query)
	{
		news_query_read(&read->session.arena, query, &decoded);
		c.relevance = news_relevance_make(&read->session.arena, &decoded);
	}
	news_articles_scan(&read->articles, query, within, NEWS_TEXTS_NEVER, collect, &c);
	news_timeline_finish(&read->timeline, within);
	read_sentences(read);
}
