/*
 * formfeatures.c
 *	  Features of word forms.
 */
#include "tagger/template.h"

#include <string.h>

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

uint32_t
news_form_key(const NewsStretch *st, const NewsForm *form, int d)
{
	uint32_t	period = (st->tokens->items[form->token].flags & NEWS_TOK_PERIOD) != 0;
	uint32_t	facts = form->casing | (uint32_t) form->anchor << 4 | period << 5 | (uint32_t) (d + NEWS_REACH) << 6;

	return news_group_key(NEWS_GROUP_FORM, pair(form->hash, facts));
}
