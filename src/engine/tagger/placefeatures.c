/*
 * placefeatures.c
 *	  Features of places in the text: of a token in its chain, its sentence and
 *	  its text.
 */
#include "tagger/template.h"

void
news_chain_look(NewsStretch *st, const NewsChain *chain, NewsPlace *place)
{
	const NewsSentence *s = &st->sentences->items[chain->sentence];

	place->st = st;
	place->chain = chain;
	place->sentence = s;
	place->layout = st->layout[chain->sentence - st->first_sentence];
	place->token = chain->first;
	place->before = news_stretch_form(st, chain->sentence, chain->first, -1);
	place->form = news_stretch_form_at(st, chain->first);
	place->after = news_stretch_form(st, chain->sentence, chain->first, 1);
}

void
news_place_next(NewsPlace *place)
{
	place->token++;
	place->before = place->form;
	place->form = place->after;
	place->after = news_stretch_form(place->st, place->chain->sentence, place->token, 1);
}

/* 1 for the sentence's first token, 2 for the one behind it, else 0. */
static inline uint32_t
start_of(const NewsPlace *p)
{
	uint32_t	n = p->token - p->sentence->first;

	return n < 2 ? n + 1 : 0;
}

/* Is the token first or last in its chain, and how long is that? */
static inline uint32_t
place_of(const NewsPlace *p)
{
	uint32_t	len = p->chain->end - p->chain->first < 5 ? p->chain->end - p->chain->first : 5;

	return (p->token == p->chain->first) + 2 * (p->token + 1 == p->chain->end) + 4 * len;
}

/* Does it stand close to its neighbours? */
static inline uint32_t
glue_of(const NewsPlace *p)
{
	const NewsToken *token = &p->st->tokens->items[p->token];

	return news_token_glued(token) + 2u * (p->token + 1 < p->sentence->end && news_token_glued(token + 1));
}

/* What the text says of how the word is written; 0 for what is no anchor. */
static inline uint32_t
cases_of(const NewsPlace *p)
{
	const NewsWordUse *use = &p->st->words[p->form->word];
	uint32_t	start = p->token == p->sentence->first;

	if (!p->form->anchor)
		return 0;
	return ((use->lower > 0) + 2u * (use->capital > 1u - start) + 4u * start) * 16 + p->form->casing;
}

static inline uint32_t
hint_at(const NewsPlace *p, int d)
{
	uint32_t	t = p->token + (uint32_t) d;

	/* before the sentence's first token t wraps around at most to a large number */
	return t >= p->sentence->first && t < p->sentence->end ? NEWS_HINT_NAME(p->st->hints[t]) : 0;
}

/* How the token and its neighbours are written, and where it stands. */
static uint32_t
writing_features(const NewsPlace *p, uint32_t *out)
{
	uint32_t	casing = p->form->casing;
	uint32_t	n = 0;

	out[n++] = feature(F_CASINGS, p->before->casing * 256u + casing * 16u + p->after->casing);
	out[n++] = feature(F_PLACE, place_of(p) * 16 + casing);
	out[n++] = feature(F_GLUE, glue_of(p) * 16 + casing);
	if (start_of(p))
		out[n++] = feature(F_START, start_of(p) * 256 + p->form->entry->casing * 16u + casing);
	out[n++] = feature(F_LAYOUT, p->layout * 16u + casing);
	if (p->form->anchor)
		out[n++] = feature(F_CASES, cases_of(p));
	return n;
}

/* All that writing_features looks at. */
static uint32_t
writing_key(const NewsPlace *p)
{
	uint32_t	casings = p->before->casing * 256u + p->form->casing * 16u + p->after->casing;
	uint32_t	where = (place_of(p) * 4 + glue_of(p)) * 4 + start_of(p);
	/* cases_of has the casing too */
	uint32_t	word = (p->form->anchor + 2u * (cases_of(p) / 16)) * 8 + (start_of(p) ? p->form->entry->casing : 0);

	return pair(casings * 512 + where, word * 16 + p->layout);
}

/* What the rules say of the token and its neighbours. */
static uint32_t
hint_features(const NewsPlace *p, uint32_t *out)
{
	uint32_t	hint = p->st->hints[p->token];
	uint32_t	n = 0;

	out[n++] = feature(F_HINT, hint);
	out[n++] = feature(F_HINT_CASING, hint * 16 + p->form->casing);
	out[n++] = feature(F_HINT_BEFORE, hint * 32 + hint_at(p, -1));
	out[n++] = feature(F_HINT_AFTER, hint * 32 + hint_at(p, 1));
	out[n++] = feature(F_HINT_LAYOUT, p->layout * 256u + hint);
	return n;
}

static uint32_t
hint_key(const NewsPlace *p)
{
	uint32_t	hints = (p->st->hints[p->token] * 32 + hint_at(p, -1)) * 32 + hint_at(p, 1);

	return pair(hints, p->form->casing * 16u + p->layout);
}

uint32_t
news_place_key(const NewsPlace *p, NewsGroupKind group)
{
	return news_group_key(group, group == NEWS_GROUP_WRITING ? writing_key(p) : hint_key(p));
}

uint32_t
news_place_group(const NewsPlace *p, NewsGroupKind group, uint32_t *out)
{
	return group == NEWS_GROUP_WRITING ? writing_features(p, out) : hint_features(p, out);
}

uint32_t
news_chain_features(const NewsPlace *p, uint32_t *out)
{
	const NewsChain *chain = p->chain;
	uint32_t	len = chain->end - chain->first;
	const NewsForm *last;
	uint32_t	n = 0;

	if (len < 2 || len > 12)
		return 0;
	last = news_stretch_form_at(p->st, chain->end - 1);
	out[n++] = feature(F_LEFT, news_stretch_form(p->st, chain->sentence, chain->first, -1)->hash);
	out[n++] = feature(F_RIGHT, news_stretch_form(p->st, chain->sentence, chain->end - 1, 1)->hash);
	out[n++] = feature(F_LAST, last->hash);
	out[n++] = feature(F_LAST_LISTS, lists_of(last));
	if (is_rich(p->st))
	{
		const NewsForm *first = news_stretch_form_at(p->st, chain->first);

		out[n++] = feature(F_LEFT_CLASS, news_stretch_form(p->st, chain->sentence, chain->first, -1)->entry->middle);
		out[n++] = feature(F_RIGHT_CLASS, news_stretch_form(p->st, chain->sentence, chain->end - 1, 1)->entry->middle);
		out[n++] = feature(F_FIRST, first->hash);
		out[n++] = feature(F_FIRST_LISTS, lists_of(first));
	}
	return n;
}

/* Pairs of the token and a neighbour, or of it and what the rules say. */
static uint32_t
pair_features(const NewsPlace *p, uint32_t *out)
{
	const NewsForm *before = p->before;
	const NewsForm *form = p->form;
	const NewsForm *after = p->after;
	uint32_t	name = NEWS_HINT_NAME(p->st->hints[p->token]);
	uint32_t	n = 0;

	out[n++] = feature(F_PAIR_BEFORE, pair(before->hash, form->hash));
	out[n++] = feature(F_PAIR_AFTER, pair(form->hash, after->hash));
	out[n++] = feature(F_LISTS_BEFORE, pair(lists_of(before), lists_of(form)));
	out[n++] = feature(F_LISTS_AFTER, pair(lists_of(form), lists_of(after)));
	out[n++] = feature(F_MIDDLE_BEFORE, before->entry->middle * 256u + form->entry->middle);
	out[n++] = feature(F_MIDDLE_AFTER, form->entry->middle * 256u + after->entry->middle);
	out[n++] = feature(F_HINT_WORD, pair(form->hash, name));
	out[n++] = feature(F_HINT_CLASS, form->entry->middle * 32u + name);
	out[n++] = feature(F_HINT_CLASS_BEFORE, before->entry->middle * 32u + name);
	out[n++] = feature(F_HINT_CLASS_AFTER, after->entry->middle * 32u + name);
	return n;
}

static uint32_t
phrase_features(const NewsPlace *p, uint32_t *out)
{
	uint32_t	lists = p->st->phrase[p->token - p->st->first] & ~(uint32_t) NEWS_LIST_BEGINS;
	uint32_t	part = p->st->phrase_part[p->token - p->st->first];
	uint32_t	n = 0;

	if (!lists)
		return 0;
	out[n++] = feature(F_PHRASE, lists * 4 + part);
	for (uint32_t i = 0; i < NEWS_NLISTS && is_rich(p->st); i++)
		if (lists >> i & 1)
			out[n++] = feature(F_PHRASE_LIST, i * 4 + part);
	return n;
}

/* Adds a feature unless it is there already. */
static uint32_t
put_once(uint32_t *out, uint32_t from, uint32_t n, uint32_t f)
{
	for (uint32_t i = from; i < n; i++)
		if (out[i] == f)
			return n;
	out[n] = f;
	return n + 1;
}

/* The neighbours of the word's other uses. */
static uint32_t
use_features(const NewsPlace *p, uint32_t *out)
{
	NewsStretch *st = p->st;
	const NewsWordUse *use = &st->words[p->form->word];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < use->nuses; i++)
	{
		uint32_t	t = use->uses[i];
		const NewsForm *before;
		const NewsForm *after;

		if (t == p->token)
			continue;
		before = t > st->first && !(st->tokens->items[t].flags & NEWS_TOK_SENTENCE) ? news_stretch_form_at(st, t - 1) : &st->forms[0];
		after = t + 1 < st->end && !(st->tokens->items[t + 1].flags & NEWS_TOK_SENTENCE) ? news_stretch_form_at(st, t + 1) : &st->forms[0];
		n = put_once(out, 0, n, feature(F_USE_HINT, st->hints[t]));
		n = put_once(out, 0, n, feature(F_USE_BEFORE, before->hash));
		n = put_once(out, 0, n, feature(F_USE_AFTER, after->hash));
		if (is_rich(st))
		{
			n = put_once(out, 0, n, feature(F_USE_LISTS_BEFORE, lists_of(before)));
			n = put_once(out, 0, n, feature(F_USE_LISTS_AFTER, lists_of(after)));
		}
	}
	return n;
}

/* The longest other chain that has the word, and the chain whose initials it is. */
static uint32_t
longer_features(const NewsPlace *p, uint32_t *out)
{
	NewsStretch *st = p->st;
	const NewsChain *chain = p->chain;
	const NewsForm *form = p->form;
	const NewsWordUse *use = &st->words[form->word];
	uint32_t	n = 0;

	if (use->chain)
	{
		const NewsChain *other = &st->chains[use->chain - 1];

		if (other->first != chain->first && other->end - other->first > chain->end - chain->first)
		{
			const NewsForm *first = news_stretch_form_at(st, other->first);
			const NewsForm *last = news_stretch_form_at(st, other->end - 1);
			uint32_t	part = (first->word == form->word) + 2 * (last->word == form->word);

			out[n++] = feature(F_LONGER_PART, part * 8 + (other->end - other->first < 6 ? other->end - other->first : 6));
			out[n++] = feature(F_LONGER_LAST, last->hash);
			out[n++] = feature(F_LONGER_LISTS, pair(lists_of(first), lists_of(last)));
			out[n++] = feature(F_LONGER_FIRST, lists_of(first) * 4 + part);
			out[n++] = feature(F_LONGER_HINT, st->hints[other->end - 1] * 4u + part);
		}
	}
	if (use->acronym && (form->casing == NEWS_CASE_UPPER || form->casing == NEWS_CASE_ACRONYM))
	{
		const NewsChain *other = &st->chains[use->acronym - 1];
		const NewsForm *last = news_stretch_form_at(st, other->end - 1);

		out[n++] = feature(F_ACRONYM, 1);
		out[n++] = feature(F_ACRONYM_LAST, lists_of(last));
	}
	return n;
}

/* Of rich models: more of what stands around. */
static uint32_t
rich_features(const NewsPlace *p, uint32_t *out)
{
	const NewsForm *before = p->before;
	const NewsForm *form = p->form;
	const NewsForm *after = p->after;
	uint32_t	topic = p->st->tokens->items[p->st->first].hash;
	uint32_t	n = 0;

	out[n++] = feature(F_FINE_BEFORE, before->entry->fine * 1024u + form->entry->fine);
	out[n++] = feature(F_FINE_AFTER, form->entry->fine * 1024u + after->entry->fine);
	out[n++] = feature(F_MIDDLE_AROUND, before->entry->middle * 256u + after->entry->middle);
	out[n++] = feature(F_WORDS_AROUND, pair(before->hash, after->hash));
	out[n++] = feature(F_WORD_BEFORE_CASING, pair(before->hash, form->casing));
	out[n++] = feature(F_WORD_AFTER_CASING, pair(after->hash, form->casing));
	if (form->anchor)
	{
		out[n++] = feature(F_TOPIC, pair(topic, form->casing));
		out[n++] = feature(F_TOPIC_LISTS, pair(topic, lists_of(form)));
	}
	return n;
}

uint32_t
news_place_features(const NewsPlace *p, uint32_t *out)
{
	uint32_t	n = pair_features(p, out);

	n += phrase_features(p, out + n);
	if (is_rich(p->st))
		n += rich_features(p, out + n);
	if (!p->form->anchor)
		return n;
	n += use_features(p, out + n);
	n += longer_features(p, out + n);
	return n;
}
