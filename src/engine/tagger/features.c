/*
 * features.c
 *	  Features of word forms and of places in the text.
 *
 * The choice follows Ratinov and Roth, "Design Challenges and Misconceptions in
 * Named Entity Recognition" (2009): forms, affixes, lists, word classes, and
 * what other places of the same text say of a word.
 */
#include "tagger/features.h"

#include <string.h>

/* Templates; the numbers are part of every model. */
enum
{
	F_BIAS = 1, F_WORD, F_WORD_CASING, F_CASING, F_SHAPE, F_SUFFIX, F_LIST, F_LISTS, F_FINE, F_MIDDLE, F_MIDDLE_CASING, F_USUAL_CASING,
	F_PAIR_BEFORE, F_PAIR_AFTER, F_CASINGS, F_LISTS_BEFORE, F_LISTS_AFTER, F_MIDDLE_BEFORE, F_MIDDLE_AFTER,
	F_PLACE, F_GLUE, F_START, F_LAYOUT, F_LEFT, F_RIGHT, F_LAST, F_LAST_LISTS, F_PHRASE,
	F_HINT, F_HINT_CASING, F_HINT_BEFORE, F_HINT_AFTER, F_HINT_WORD, F_HINT_CLASS, F_HINT_LAYOUT, F_HINT_CLASS_BEFORE, F_HINT_CLASS_AFTER,
	F_CASES, F_USE_HINT, F_USE_BEFORE, F_USE_AFTER, F_LONGER_PART, F_LONGER_HINT, F_LONGER_LAST, F_LONGER_LISTS, F_LONGER_FIRST,
	F_ACRONYM, F_ACRONYM_LAST, F_MAJORITY, F_MAJORITY_CASING,
	F_PREFIX, F_LENGTH, F_COARSE, F_FINE_BEFORE, F_FINE_AFTER, F_MIDDLE_AROUND, F_WORDS_AROUND, F_WORD_BEFORE_CASING, F_WORD_AFTER_CASING,
	F_LEFT_CLASS, F_RIGHT_CLASS, F_FIRST, F_FIRST_LISTS, F_PHRASE_LIST, F_USE_LISTS_BEFORE, F_USE_LISTS_AFTER, F_TOPIC, F_TOPIC_LISTS
};

static inline uint32_t
feature(uint32_t template, uint32_t value)
{
	return news_hash_end(news_hash_step(UINT64_C(0x27D4EB2F165667C5) * template, value));
}

static inline uint32_t
pair(uint32_t a, uint32_t b)
{
	return news_hash_end(news_hash_step(a, b));
}

/* Letters as X and x, digits as 0, runs of the same once; what is not ASCII counts as a letter. */
static uint32_t
shape_hash(const char *s, uint32_t len)
{
	char		shape[16];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len && n < sizeof(shape); i++)
	{
		unsigned char c = (unsigned char) s[i];
		char		k = c >= 'A' && c <= 'Z' ? 'X' : c >= '0' && c <= '9' ? '0' : (c >= 'a' && c <= 'z') || c >= 0x80 ? 'x' : (char) c;

		if (n == 0 || shape[n - 1] != k)
			shape[n++] = k;
	}
	return news_hash(shape, n);
}

static uint32_t
suffix_features(const char *s, uint32_t len, uint32_t *out)
{
	uint32_t	n = 0;

	for (uint32_t i = 1; i <= 5 && i < len; i++)
		out[n++] = feature(F_SUFFIX, news_hash(s + len - i, i));
	return n;
}

static inline bool
is_rich(const NewsStretch *st)
{
	return st->model && (st->model->flags & NEWS_MODEL_RICH);
}

/* Of rich models: more of the token itself. */
static uint32_t
rich_own_features(const NewsForm *form, const char *s, uint32_t len, uint32_t *out)
{
	uint32_t	n = 0;

	for (uint32_t i = 1; i <= 4 && i < len; i++)
		out[n++] = feature(F_PREFIX, news_hash(s, i));
	out[n++] = feature(F_LENGTH, (len < 12 ? len : 12) * 16 + form->casing);
	if (form->entry->fine)
		out[n++] = feature(F_COARSE, form->entry->coarse);
	return n;
}

static uint32_t
list_features(const NewsForm *form, uint32_t lists, uint32_t *out)
{
	uint32_t	n = 0;

	out[n++] = feature(F_LISTS, lists * 2 + form->anchor);
	for (uint32_t i = 0; i < NEWS_NLISTS; i++)
		if (lists >> i & 1)
			out[n++] = feature(F_LIST, i * 2 + form->anchor);
	return n;
}

static uint32_t
class_features(const NewsForm *form, uint32_t *out)
{
	const NewsWordEntry *e = form->entry;
	uint32_t	n = 0;

	if (e->fine)
	{
		out[n++] = feature(F_FINE, e->fine);
		out[n++] = feature(F_MIDDLE, e->middle);
		out[n++] = feature(F_MIDDLE_CASING, e->middle * 16u + form->casing);
	}
	out[n++] = feature(F_USUAL_CASING, e->casing * 16u + form->casing);
	return n;
}

/* Of the token itself. */
static uint32_t
own_features(const NewsStretch *st, const NewsForm *form, const char *folded, uint32_t len, uint32_t lists, uint32_t *out)
{
	const NewsToken *token = &st->tokens->items[form->token];
	uint32_t	n = 0;

	out[n++] = feature(F_BIAS, 0);
	out[n++] = feature(F_WORD, form->hash);
	out[n++] = feature(F_WORD_CASING, pair(form->hash, form->casing));
	out[n++] = feature(F_CASING, form->casing);
	out[n++] = feature(F_SHAPE, shape_hash(st->tokens->text + token->start, token->end - token->start));
	n += suffix_features(folded, len, out + n);
	n += class_features(form, out + n);
	n += list_features(form, lists, out + n);
	if (is_rich(st))
		n += rich_own_features(form, folded, len, out + n);
	return n;
}

/* What counts of a form for the next token, and for the one behind that. */
static uint32_t
neighbour_features(const NewsForm *form, const char *folded, uint32_t len, uint32_t lists, bool next, uint32_t *out)
{
	const NewsWordEntry *e = form->entry;
	uint32_t	n = 0;

	out[n++] = feature(F_WORD, form->hash);
	out[n++] = feature(F_CASING, form->casing);
	if (e->fine)
		out[n++] = feature(F_MIDDLE, e->middle);
	if (lists)
		out[n++] = feature(F_LISTS, lists * 2 + form->anchor);
	if (!next)
		return n;
	if (e->fine)
		out[n++] = feature(F_FINE, e->fine);
	if (len > 3)
		out[n++] = feature(F_SUFFIX, news_hash(folded + len - 3, 3));
	return n;
}

uint32_t
news_form_features(const NewsStretch *st, const NewsForm *form, int d, uint32_t *out)
{
	static const uint32_t salt[1 + 2 * NEWS_REACH] = {0x3C6EF372, 0xA54FF53A, 0, 0x510E527F, 0x9B05688C};
	char		folded[NEWS_FOLD_MAX];
	uint32_t	len = 0;
	uint32_t	lists = form->entry->lists & ~(uint32_t) NEWS_LIST_BEGINS;
	bool		next = d == 1 || d == -1;
	uint32_t	n;

	if (form->casing != NEWS_CASE_EDGE && d > -NEWS_REACH && d < NEWS_REACH)
		len = news_token_fold(st->tokens, &st->tokens->items[form->token], folded, sizeof(folded));
	if (d == 0)
		return own_features(st, form, folded, len, lists, out);
	n = neighbour_features(form, folded, len, lists, next, out);
	if (next && form->entry->fine && is_rich(st))
		out[n++] = feature(F_COARSE, form->entry->coarse);
	for (uint32_t i = 0; i < n; i++)
		out[i] = (out[i] ^ salt[d + NEWS_REACH]) * UINT32_C(0x85EBCA6B);
	return n;
}

static inline uint32_t
lists_of(const NewsForm *form)
{
	return (form->entry->lists & ~(uint32_t) NEWS_LIST_BEGINS) * 2 + form->anchor;
}

/* Pairs of neighbours. */
static uint32_t
pair_features(const NewsForm *before, const NewsForm *form, const NewsForm *after, uint32_t *out)
{
	uint32_t	n = 0;

	out[n++] = feature(F_PAIR_BEFORE, pair(before->hash, form->hash));
	out[n++] = feature(F_PAIR_AFTER, pair(form->hash, after->hash));
	out[n++] = feature(F_CASINGS, before->casing * 256u + form->casing * 16u + after->casing);
	out[n++] = feature(F_LISTS_BEFORE, pair(lists_of(before), lists_of(form)));
	out[n++] = feature(F_LISTS_AFTER, pair(lists_of(form), lists_of(after)));
	out[n++] = feature(F_MIDDLE_BEFORE, before->entry->middle * 256u + form->entry->middle);
	out[n++] = feature(F_MIDDLE_AFTER, form->entry->middle * 256u + after->entry->middle);
	return n;
}

/* Where the token stands in its chain and sentence, and what stands around the chain. */
static uint32_t
chain_features(NewsStretch *st, const NewsChain *chain, uint32_t token, const NewsForm *form, uint32_t *out)
{
	const NewsSentence *s = &st->sentences->items[chain->sentence];
	uint32_t	len = chain->end - chain->first < 5 ? chain->end - chain->first : 5;
	uint32_t	place = (token == chain->first) + 2 * (token + 1 == chain->end) + 4 * len;
	uint8_t		layout = st->layout[chain->sentence - st->first_sentence];
	uint32_t	glue = news_token_glued(&st->tokens->items[token]) +
		2u * (token + 1 < s->end && news_token_glued(&st->tokens->items[token + 1]));
	uint32_t	start = token == s->first ? 1 : token == s->first + 1 ? 2 : 0;
	uint32_t	n = 0;

	out[n++] = feature(F_PLACE, place * 16 + form->casing);
	out[n++] = feature(F_GLUE, glue * 16 + form->casing);
	if (start)
		out[n++] = feature(F_START, start * 256 + form->entry->casing * 16u + form->casing);
	out[n++] = feature(F_LAYOUT, layout * 16u + form->casing);
	if (len >= 2 && chain->end - chain->first <= 12)
	{
		const NewsForm *last = news_stretch_form_at(st, chain->end - 1);

		out[n++] = feature(F_LEFT, news_stretch_form(st, chain->sentence, chain->first, -1)->hash);
		out[n++] = feature(F_RIGHT, news_stretch_form(st, chain->sentence, chain->end - 1, 1)->hash);
		out[n++] = feature(F_LAST, last->hash);
		out[n++] = feature(F_LAST_LISTS, lists_of(last));
	}
	return n;
}

static uint32_t
phrase_features(const NewsStretch *st, uint32_t token, uint32_t *out)
{
	uint32_t	lists = st->phrase[token - st->first];

	lists &= ~(uint32_t) NEWS_LIST_BEGINS;
	if (!lists)
		return 0;
	out[0] = feature(F_PHRASE, lists * 4 + st->phrase_part[token - st->first]);
	return 1;
}

static uint32_t
hint_features(const NewsStretch *st, const NewsChain *chain, uint32_t token, const NewsForm *before, const NewsForm *form,
			  const NewsForm *after, uint32_t *out)
{
	const NewsSentence *s = &st->sentences->items[chain->sentence];
	uint32_t	hint = st->hints[token];
	uint32_t	name = NEWS_HINT_NAME(hint);
	uint32_t	n = 0;

	out[n++] = feature(F_HINT, hint);
	out[n++] = feature(F_HINT_CASING, hint * 16 + form->casing);
	out[n++] = feature(F_HINT_BEFORE, hint * 32 + (token > s->first ? NEWS_HINT_NAME(st->hints[token - 1]) : 0));
	out[n++] = feature(F_HINT_AFTER, hint * 32 + (token + 1 < s->end ? NEWS_HINT_NAME(st->hints[token + 1]) : 0));
	out[n++] = feature(F_HINT_WORD, pair(form->hash, name));
	out[n++] = feature(F_HINT_CLASS, form->entry->middle * 32u + name);
	out[n++] = feature(F_HINT_LAYOUT, st->layout[chain->sentence - st->first_sentence] * 256u + hint);
	out[n++] = feature(F_HINT_CLASS_BEFORE, before->entry->middle * 32u + name);
	out[n++] = feature(F_HINT_CLASS_AFTER, after->entry->middle * 32u + name);
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
use_features(NewsStretch *st, uint32_t token, const NewsWordUse *use, uint32_t *out)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < use->nuses; i++)
	{
		uint32_t	t = use->uses[i];
		const NewsForm *before;
		const NewsForm *after;

		if (t == token)
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
longer_features(NewsStretch *st, const NewsChain *chain, const NewsForm *form, uint32_t *out)
{
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

/* Of rich models: more of the chain and of what stands around. */
static uint32_t
rich_place_features(NewsStretch *st, const NewsChain *chain, uint32_t token, const NewsForm *before, const NewsForm *form,
					const NewsForm *after, uint32_t *out)
{
	uint32_t	lists = st->phrase[token - st->first] & ~(uint32_t) NEWS_LIST_BEGINS;
	uint32_t	topic = st->tokens->items[st->first].hash;
	uint32_t	n = 0;

	out[n++] = feature(F_FINE_BEFORE, before->entry->fine * 1024u + form->entry->fine);
	out[n++] = feature(F_FINE_AFTER, form->entry->fine * 1024u + after->entry->fine);
	out[n++] = feature(F_MIDDLE_AROUND, before->entry->middle * 256u + after->entry->middle);
	out[n++] = feature(F_WORDS_AROUND, pair(before->hash, after->hash));
	out[n++] = feature(F_WORD_BEFORE_CASING, pair(before->hash, form->casing));
	out[n++] = feature(F_WORD_AFTER_CASING, pair(after->hash, form->casing));
	if (chain->end - chain->first >= 2 && chain->end - chain->first <= 12)
	{
		const NewsForm *first = news_stretch_form_at(st, chain->first);

		out[n++] = feature(F_LEFT_CLASS, news_stretch_form(st, chain->sentence, chain->first, -1)->entry->middle);
		out[n++] = feature(F_RIGHT_CLASS, news_stretch_form(st, chain->sentence, chain->end - 1, 1)->entry->middle);
		out[n++] = feature(F_FIRST, first->hash);
		out[n++] = feature(F_FIRST_LISTS, lists_of(first));
	}
	for (uint32_t i = 0; i < NEWS_NLISTS; i++)
		if (lists >> i & 1)
			out[n++] = feature(F_PHRASE_LIST, i * 4 + st->phrase_part[token - st->first]);
	if (form->anchor)
	{
		out[n++] = feature(F_TOPIC, pair(topic, form->casing));
		out[n++] = feature(F_TOPIC_LISTS, pair(topic, lists_of(form)));
	}
	return n;
}

uint32_t
news_place_features(NewsStretch *st, const NewsChain *chain, uint32_t token, uint32_t *out)
{
	const NewsForm *form = news_stretch_form(st, chain->sentence, token, 0);
	const NewsForm *before = news_stretch_form(st, chain->sentence, token, -1);
	const NewsForm *after = news_stretch_form(st, chain->sentence, token, 1);
	const NewsWordUse *use = &st->words[form->word];
	uint32_t	start = token == st->sentences->items[chain->sentence].first;
	uint32_t	n = pair_features(before, form, after, out);

	n += chain_features(st, chain, token, form, out + n);
	n += phrase_features(st, token, out + n);
	n += hint_features(st, chain, token, before, form, after, out + n);
	if (is_rich(st))
		n += rich_place_features(st, chain, token, before, form, after, out + n);
	if (!form->anchor)
		return n;
	out[n++] = feature(F_CASES, ((use->lower > 0) + 2u * (use->capital > 1u - start) + 4u * start) * 16 + form->casing);
	n += use_features(st, token, use, out + n);
	n += longer_features(st, chain, form, out + n);
	return n;
}

uint32_t
news_second_features(const NewsStretch *st, uint32_t token, uint32_t *out)
{
	uint32_t	vote = st->majority ? st->majority[token - st->first] : 0;

	if (!vote)
		return 0;
	out[0] = feature(F_MAJORITY, vote);
	out[1] = feature(F_MAJORITY_CASING, vote * 16 + st->forms[st->form_of[token - st->first]].casing);
	return 2;
}

/*
 * For each token the kind, of those of the word's other mentions, that most of
 * them have (kinds from 1, 0 being outside), and whether all have it.
 */
void
news_stretch_vote(NewsStretch *st, const uint8_t *labels, uint32_t nkinds)
{
	uint32_t	width = nkinds + 1;
	uint16_t   *votes = NEWS_NEW0(st->arena, uint16_t, (size_t) st->nwords * width);

	st->majority = NEWS_NEW0(st->arena, uint16_t, st->end - st->first);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t c = 0; c < st->nchains; c++)
			for (uint32_t t = st->chains[c].first; t < st->chains[c].end; t++)
			{
				const NewsForm *form = news_stretch_form_at(st, t);
				uint16_t   *vote = votes + (size_t) form->word * width;
				uint32_t	label = labels[t - st->first];
				uint32_t	own = label ? (uint32_t) NEWS_LABEL_KIND(label) + 1 : 0;
				uint32_t	best = 0;
				uint32_t	sum = 0;

				if (!form->anchor)
					continue;
				if (pass == 0)
				{
					vote[own]++;
					continue;
				}
				vote[own]--;
				for (uint32_t k = 0; k < width; k++)
				{
					sum += vote[k];
					if (vote[k] > vote[best])
						best = k;
				}
				if (sum > 0)
					st->majority[t - st->first] = NEWS_VOTE(best, vote[best] == sum);
				vote[own]++;
			}
}
