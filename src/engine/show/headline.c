/*
 * headline.c
 *	  The place of an article that answers to a query.
 *
 * A fragment is chosen as the stretch, of no more words than wanted, that has the
 * most terms of the query, then the most mentions, then comes first.  It grows to
 * the sentences around it as far as words are left.
 */
#include "show/show.h"

#include "base/sort.h"
#include "query/hits.h"

/* Tokens that answer to a term. */
typedef struct Span
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	node;
	bool		used;			/* in a fragment already */
} Span;

typedef struct Fragment
{
	uint32_t	first;			/* token */
	uint32_t	end;
} Fragment;

typedef struct Headline
{
	NewsArena  *arena;
	const NewsDoc *doc;
	const NewsHeadlineOptions *options;
	Span	   *spans;			/* by first token */
	uint32_t	nspans;
	uint32_t   *words;			/* of tokens before each, and before the end */
	uint32_t   *seen;			/* by node: stamp of the stretch it was last seen in */
	uint32_t	stamp;
	bool	   *covered;		/* by node: in a fragment already */
	Fragment   *fragments;		/* by first token */
	uint32_t	nfragments;
} Headline;

/* ---- What answers ---- */

/* The first token that begins at or behind a character (0-based). */
static uint32_t
token_at(const NewsTokens *tokens, uint32_t character)
{
	uint32_t	low = 0;
	uint32_t	high = tokens->n;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if (tokens->items[mid].chars < character)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static int
compare_spans(const void *pa, const void *pb)
{
	const Span *a = pa;
	const Span *b = pb;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static void
find_spans(Headline *h, const NewsVector *vector, const NewsPlan *plan)
{
	NewsHits	hits = news_plan_hits(h->arena, plan, vector);
	bool	   *wanted = news_plan_wanted(h->arena, plan);
	const NewsTokens *tokens = &h->doc->tokens;

	h->spans = NEWS_NEW(h->arena, Span, hits.n);
	for (uint32_t i = 0; i < hits.n; i++)
	{
		const NewsVectorMention *m = hits.items[i].mention;
		Span		span = {token_at(tokens, m->pos - 1), token_at(tokens, m->pos - 1 + m->len), hits.items[i].node, false};

		if (wanted[span.node] && span.first < span.end)
			h->spans[h->nspans++] = span;
	}
	news_sort(h->arena, h->spans, h->nspans, sizeof(Span), compare_spans);
}

static bool
is_word(const NewsToken *token)
{
	return token->kind != NEWS_PUNCT && token->kind != NEWS_SYMBOL && !(token->flags & NEWS_TOK_CLITIC);
}

static void
count_words(Headline *h)
{
	uint32_t	n = h->doc->tokens.n;

	h->words = NEWS_NEW(h->arena, uint32_t, n + 1);
	h->words[0] = 0;
	for (uint32_t i = 0; i < n; i++)
		h->words[i + 1] = h->words[i] + is_word(&h->doc->tokens.items[i]);
}

static uint32_t
words_between(const Headline *h, uint32_t first, uint32_t end)
{
	return h->words[end] - h->words[first];
}

/* ---- Choosing ---- */

/* Terms, then mentions, of the stretch that begins with a span; *last is its last span. */
static uint32_t
rate(Headline *h, uint32_t first, uint32_t *last)
{
	uint32_t	terms = 0;
	uint32_t	mentions = 0;

	h->stamp++;
	for (uint32_t i = first; i < h->nspans && mentions < 1000; i++)
	{
		const Span *span = &h->spans[i];

		if (span->used || (i > first && words_between(h, h->spans[first].first, span->end) > h->options->max_words))
			break;
		if (h->seen[span->node] != h->stamp && !h->covered[span->node])
			terms++;
		h->seen[span->node] = h->stamp;
		mentions++;
		*last = i;
	}
	return (terms < 1000000 ? terms : 1000000) * 1001 + mentions;
}

/* The best stretch that is left: false when there is none. */
static bool
choose(Headline *h, uint32_t *first, uint32_t *last)
{
	uint32_t	best = 0;

	for (uint32_t i = 0; i < h->nspans; i++)
	{
		uint32_t	end = i;
		uint32_t	rating = h->spans[i].used ? 0 : rate(h, i, &end);

		if (i % 1024 == 0)
			news_poll(h->arena);
		if (rating > best)
		{
			best = rating;
			*first = i;
			*last = end;
		}
	}
	return best > 0;
}

/* ---- Growing ---- */

/* Where the fragments before and behind a token leave off and begin. */
static void
find_limits(const Headline *h, uint32_t token, uint32_t *low, uint32_t *high)
{
	*low = 0;
	*high = h->doc->tokens.n;
	for (uint32_t i = 0; i < h->nfragments; i++)
		if (h->fragments[i].end <= token)
			*low = h->fragments[i].end > *low ? h->fragments[i].end : *low;
		else if (h->fragments[i].first < *high)
			*high = h->fragments[i].first;
}

/* To the left, to the beginning of the sentence or at least some words. */
static void
grow_left(const Headline *h, Fragment *f, uint32_t low)
{
	const NewsSentences *sentences = &h->doc->sentences;
	uint32_t	start = sentences->items[news_sentence_of(sentences, f->first)].first;
	uint32_t	spare = h->options->max_words - words_between(h, f->first, f->end);

	if (start < low)
		start = low;
	if (words_between(h, start, f->first) <= spare)
		f->first = start;
	else
		while (f->first > start && words_between(h, f->first - 1, f->end) + spare / 2 <= h->options->max_words)
			f->first--;
}

/* Drops what does not end a fragment well: short words and signs, but nothing before token least. */
static void
trim_right(const Headline *h, Fragment *f, uint32_t least)
{
	const NewsTokens *tokens = &h->doc->tokens;

	while (f->end > least)
	{
		const NewsToken *last = &tokens->items[f->end - 1];
		bool		word = is_word(last);

		if (word && (news_span_chars(tokens, f->end - 1, f->end) > h->options->short_word ||
					 words_between(h, f->first, f->end) <= h->options->min_words))
			break;
		f->end--;
	}
}

/* To the right: to the end of the sentence when it fits, on until there are words enough. */
static void
grow_right(const Headline *h, Fragment *f, uint32_t high)
{
	const NewsSentences *sentences = &h->doc->sentences;
	uint32_t	most = h->options->max_words;
	uint32_t	least = f->end;

	while (f->end < high)
	{
		uint32_t	stop = sentences->items[news_sentence_of(sentences, f->end - 1)].end;
		bool		ended = stop == f->end;

		if (ended && words_between(h, f->first, f->end) >= h->options->min_words)
			return;
		if (ended)
			stop = sentences->items[news_sentence_of(sentences, f->end)].end;
		if (stop > high)
			stop = high;
		if (words_between(h, f->first, stop) > most)
			break;
		f->end = stop;
		least = stop;
	}
	while (f->end < high && words_between(h, f->first, f->end + 1) <= most)
		f->end++;
	if (f->end < high)
		trim_right(h, f, least);
}

static void
add_fragment(Headline *h, Fragment f)
{
	uint32_t	i = h->nfragments++;

	for (; i > 0 && h->fragments[i - 1].first > f.first; i--)
		h->fragments[i] = h->fragments[i - 1];
	h->fragments[i] = f;
}

static void
find_fragments(Headline *h)
{
	uint32_t	most = h->options->max_fragments ? h->options->max_fragments : 1;
	uint32_t	first = 0;
	uint32_t	last = 0;

	while (h->nfragments < most && choose(h, &first, &last))
	{
		Fragment	f = {h->spans[first].first, h->spans[first].end};
		uint32_t	low;
		uint32_t	high;

		for (uint32_t i = first; i <= last; i++)
			f.end = h->spans[i].end > f.end ? h->spans[i].end : f.end;
		find_limits(h, f.first, &low, &high);
		if (f.end > high)
			f.end = high;
		if (words_between(h, f.first, f.end) < h->options->max_words)
		{
			grow_left(h, &f, low);
			grow_right(h, &f, high);
		}
		for (uint32_t i = 0; i < h->nspans; i++)
			if (h->spans[i].first >= f.first && h->spans[i].first < f.end)
			{
				h->spans[i].used = true;
				h->covered[h->spans[i].node] = true;
			}
		add_fragment(h, f);
		news_poll(h->arena);
	}
	if (h->nfragments == 0 && h->doc->tokens.n)
	{
		Fragment	f = {0, 0};

		while (f.end < h->doc->tokens.n && words_between(h, 0, f.end) < h->options->min_words)
			f.end++;
		add_fragment(h, f);
	}
}

/* ---- Writing ---- */

static void
put_text(const Headline *h, NewsBuffer *out, uint32_t from, uint32_t to)
{
	NewsStr		text = {h->doc->tokens.text + from, to - from};

	if (h->options->escape)
		news_put_escaped(out, text);
	else
		news_put_text(out, text);
}

/* The bytes from one offset to another, that begin and end with a token, with the spans that lie in them. */
static void
put_fragment(const Headline *h, NewsBuffer *out, uint32_t from, uint32_t to, uint32_t *span)
{
	const NewsToken *tokens = h->doc->tokens.items;

	while (*span < h->nspans && tokens[h->spans[*span].first].start < to)
	{
		uint32_t	first = tokens[h->spans[*span].first].start;
		uint32_t	end = tokens[h->spans[*span].end - 1].end;

		++*span;
		if (first < from || end > to)
			continue;			/* within the one before, or cut */
		put_text(h, out, from, first);
		news_put_text(out, h->options->start);
		put_text(h, out, first, end);
		news_put_text(out, h->options->stop);
		from = end;
	}
	put_text(h, out, from, to);
}

NewsStr
news_show_headline(NewsArena *arena, const NewsDoc *doc, const NewsVector *vector, const NewsPlan *plan,
				   const NewsHeadlineOptions *options)
{
	Headline	h = {.arena = arena, .doc = doc, .options = options};
	NewsBuffer	out = news_buffer(arena);
	const NewsToken *tokens = doc->tokens.items;
	uint32_t	span = 0;

	find_spans(&h, vector, plan);
	if (options->all)
	{
		put_fragment(&h, &out, 0, doc->tokens.len, &span);
		return news_buffer_str(&out);
	}
	count_words(&h);
	h.seen = NEWS_NEW0(arena, uint32_t, plan->nnodes);
	h.covered = NEWS_NEW0(arena, bool, plan->nnodes);
	h.fragments = NEWS_NEW(arena, Fragment, (options->max_fragments < h.nspans ? options->max_fragments : h.nspans) + 1);
	find_fragments(&h);
	for (uint32_t i = 0; i < h.nfragments; i++)
	{
		if (i)
			news_put_text(&out, options->delimiter);
		put_fragment(&h, &out, tokens[h.fragments[i].first].start, tokens[h.fragments[i].end - 1].end, &span);
	}
	return news_buffer_str(&out);
}
