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
	F_BIAS = 1, F_WORD, F_WORD_CASING, F_CASING, F_SHAPE, F_PREFIX, F_SUFFIX, F_LIST, F_LISTS, F_FINE, F_MIDDLE,
	F_COARSE, F_MIDDLE_CASING, F_USUAL_CASING, F_LENGTH,
	F_PAIR_BEFORE, F_PAIR_AFTER, F_CASINGS, F_LISTS_BEFORE, F_LISTS_AFTER, F_MIDDLE_BEFORE, F_MIDDLE_AFTER,
	F_MIDDLE_AROUND, F_WORDS_AROUND, F_PLACE, F_GLUE, F_START, F_LAYOUT, F_LEFT, F_RIGHT, F_LEFT_CLASS, F_RIGHT_CLASS, F_LAST, F_LAST_LISTS,
	F_FIRST, F_FIRST_LISTS, F_PHRASE, F_PHRASE_LIST, F_CASES, F_USE_BEFORE, F_USE_AFTER, F_USE_LISTS_BEFORE, F_USE_LISTS_AFTER,
	F_LONGER_PART, F_LONGER_LAST, F_LONGER_LISTS, F_LONGER_FIRST, F_ACRONYM, F_ACRONYM_LAST, F_MAJORITY, F_MAJORITY_CASING,
	F_TOPIC, F_TOPIC_LISTS, F_FINE_BEFORE, F_FINE_AFTER, F_WORD_BEFORE_CASING, F_WORD_AFTER_CASING
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
affix_features(NewsForm *form, const char *s, uint32_t len, uint32_t n)
{
	for (uint32_t i = 1; i <= 4 && i < len; i++)
		form->own[n++] = feature(F_PREFIX, news_hash(s, i));
	for (uint32_t i = 1; i <= 5 && i < len; i++)
		form->own[n++] = feature(F_SUFFIX, news_hash(s + len - i, i));
	return n;
}

static uint32_t
class_features(NewsForm *form, uint32_t n)
{
	const NewsWordEntry *e = form->entry;

	if (e->fine)
	{
		form->own[n++] = feature(F_FINE, e->fine);
		form->own[n++] = feature(F_MIDDLE, e->middle);
		form->own[n++] = feature(F_COARSE, e->coarse);
		form->own[n++] = feature(F_MIDDLE_CASING, e->middle * 16u + form->casing);
	}
	form->own[n++] = feature(F_USUAL_CASING, e->casing * 16u + form->casing);
	return n;
}

/* What counts of a form for its neighbours: near for the next, far for the one behind that. */
static void
neighbour_features(NewsForm *form, const char *s, uint32_t len, uint32_t lists)
{
	const NewsWordEntry *e = form->entry;

	form->nnear = form->nfar = 0;
	form->near[form->nnear++] = form->far[form->nfar++] = feature(F_WORD, form->hash);
	form->near[form->nnear++] = form->far[form->nfar++] = feature(F_CASING, form->casing);
	if (e->fine)
	{
		form->near[form->nnear++] = feature(F_FINE, e->fine);
		form->near[form->nnear++] = form->far[form->nfar++] = feature(F_MIDDLE, e->middle);
		form->near[form->nnear++] = feature(F_COARSE, e->coarse);
	}
	if (lists)
		form->near[form->nnear++] = form->far[form->nfar++] = feature(F_LISTS, lists * 2 + form->anchor);
	if (len > 3)
		form->near[form->nnear++] = feature(F_SUFFIX, news_hash(s + len - 3, 3));
}

void
news_form_features(NewsStretch *st, NewsForm *form)
{
	const NewsToken *token = &st->tokens->items[form->token];
	char		folded[NEWS_FOLD_MAX];
	uint32_t	len = 0;
	uint32_t	lists = form->entry->lists & ~(uint32_t) NEWS_LIST_BEGINS;
	uint32_t	n = 0;

	if (form->casing != NEWS_CASE_EDGE)
		len = news_token_fold(st->tokens, token, folded, sizeof(folded));
	neighbour_features(form, folded, len, lists);
	form->own[n++] = feature(F_BIAS, 0);
	form->own[n++] = feature(F_WORD, form->hash);
	form->own[n++] = feature(F_WORD_CASING, pair(form->hash, form->casing));
	form->own[n++] = feature(F_CASING, form->casing);
	form->own[n++] = feature(F_SHAPE, shape_hash(st->tokens->text + token->start, token->end - token->start));
	form->own[n++] = feature(F_LENGTH, (len < 12 ? len : 12) * 16 + form->casing);
	n = affix_features(form, folded, len, n);
	n = class_features(form, n);
	form->own[n++] = feature(F_LISTS, lists * 2 + form->anchor);
	for (uint32_t i = 0; i < NEWS_NLISTS; i++)
		if (lists >> i & 1)
			form->own[n++] = feature(F_LIST, i * 2 + form->anchor);
	form->nown = (uint8_t) n;
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
	out[n++] = feature(F_WORDS_AROUND, pair(before->hash, after->hash));
	out[n++] = feature(F_CASINGS, before->casing * 256u + form->casing * 16u + after->casing);
	out[n++] = feature(F_LISTS_BEFORE, pair(lists_of(before), lists_of(form)));
	out[n++] = feature(F_LISTS_AFTER, pair(lists_of(form), lists_of(after)));
	out[n++] = feature(F_MIDDLE_BEFORE, before->entry->middle * 256u + form->entry->middle);
	out[n++] = feature(F_MIDDLE_AFTER, form->entry->middle * 256u + after->entry->middle);
	out[n++] = feature(F_FINE_BEFORE, before->entry->fine * 1024u + form->entry->fine);
	out[n++] = feature(F_FINE_AFTER, form->entry->fine * 1024u + after->entry->fine);
	out[n++] = feature(F_WORD_BEFORE_CASING, pair(before->hash, form->casing));
	out[n++] = feature(F_WORD_AFTER_CASING, pair(after->hash, form->casing));
	out[n++] = feature(F_MIDDLE_AROUND, before->entry->middle * 256u + after->entry->middle);
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
	if (len < 2 || chain->end - chain->first > 12)
		return n;
	{
		const NewsForm *left = news_stretch_form(st, chain->sentence, chain->first, -1);
		const NewsForm *right = news_stretch_form(st, chain->sentence, chain->end - 1, 1);
		const NewsForm *first = news_stretch_form(st, chain->sentence, chain->first, 0);
		const NewsForm *last = news_stretch_form(st, chain->sentence, chain->end - 1, 0);

		out[n++] = feature(F_LEFT, left->hash);
		out[n++] = feature(F_RIGHT, right->hash);
		out[n++] = feature(F_LEFT_CLASS, left->entry->middle);
		out[n++] = feature(F_RIGHT_CLASS, right->entry->middle);
		out[n++] = feature(F_LAST, last->hash);
		out[n++] = feature(F_LAST_LISTS, lists_of(last));
		out[n++] = feature(F_FIRST, first->hash);
		out[n++] = feature(F_FIRST_LISTS, lists_of(first));
	}
	return n;
}

static uint32_t
phrase_features(const NewsStretch *st, uint32_t token, uint32_t *out)
{
	uint32_t	lists = st->phrase[token - st->first];
	uint32_t	part = st->phrase_part[token - st->first];
	uint32_t	n = 0;

	lists &= ~(uint32_t) NEWS_LIST_BEGINS;
	if (!lists)
		return 0;
	out[n++] = feature(F_PHRASE, lists * 4 + part);
	for (uint32_t i = 0; i < NEWS_NLISTS; i++)
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
		before = t > st->first && !(st->tokens->items[t].flags & NEWS_TOK_SENTENCE) ? &st->forms[st->form_of[t - 1 - st->first]] : &st->forms[0];
		after = t + 1 < st->end && !(st->tokens->items[t + 1].flags & NEWS_TOK_SENTENCE) ? &st->forms[st->form_of[t + 1 - st->first]] : &st->forms[0];
		n = put_once(out, 0, n, feature(F_USE_BEFORE, before->hash));
		n = put_once(out, 0, n, feature(F_USE_AFTER, after->hash));
		n = put_once(out, 0, n, feature(F_USE_LISTS_BEFORE, lists_of(before)));
		n = put_once(out, 0, n, feature(F_USE_LISTS_AFTER, lists_of(after)));
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
			const NewsForm *first = &st->forms[st->form_of[other->first - st->first]];
			const NewsForm *last = &st->forms[st->form_of[other->end - 1 - st->first]];
			uint32_t	part = (first->word == form->word) + 2 * (last->word == form->word);

			out[n++] = feature(F_LONGER_PART, part * 8 + (other->end - other->first < 6 ? other->end - other->first : 6));
			out[n++] = feature(F_LONGER_LAST, last->hash);
			out[n++] = feature(F_LONGER_LISTS, pair(lists_of(first), lists_of(last)));
			out[n++] = feature(F_LONGER_FIRST, lists_of(first) * 4 + part);
		}
	}
	if (use->acronym && (form->casing == NEWS_CASE_UPPER || form->casing == NEWS_CASE_ACRONYM))
	{
		const NewsChain *other = &st->chains[use->acronym - 1];
		const NewsForm *last = &st->forms[st->form_of[other->end - 1 - st->first]];

		out[n++] = feature(F_ACRONYM, 1);
		out[n++] = feature(F_ACRONYM_LAST, lists_of(last));
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
	if (!form->anchor)
		return n;
	out[n++] = feature(F_CASES, ((use->lower > 0) + 2u * (use->capital > 1u - start) + 4u * start) * 16 + form->casing);
	out[n++] = feature(F_TOPIC, pair(st->forms[st->form_of[0]].hash, form->casing));
	out[n++] = feature(F_TOPIC_LISTS, pair(st->forms[st->form_of[0]].hash, lists_of(form)));
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
				const NewsForm *form = &st->forms[st->form_of[t - st->first]];
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
					st->majority[t - st->first] = (uint16_t) (1 + best * 2 + (vote[best] == sum));
				vote[own]++;
			}
}
