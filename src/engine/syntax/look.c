/*
 * look.c
 *	  What features see of words.
 */
#include "syntax/model.h"

#include "tagger/wordbook.h"

/* Forms that stand for many tokens; no folded form hashes to them but by chance. */
#define FORM_NUMBER	UINT32_C(0x4E000000)
#define FORM_URL	UINT32_C(0x55000000)
#define FORM_MARK	UINT32_C(0x50000000)

static uint8_t
shape_of(const NewsToken *t, bool first)
{
	uint8_t		shape = t->kind;

	if (t->flags & NEWS_TOK_UPPER)
		shape |= 2 << 3;
	else if (t->flags & NEWS_TOK_MIXED)
		shape |= 3 << 3;
	else if (t->flags & NEWS_TOK_CAP)
		shape |= 1 << 3;
	if (first)
		shape |= 1 << 5;
	if (news_token_glued(t))
		shape |= 1 << 6;
	if (t->flags & (NEWS_TOK_PERIOD | NEWS_TOK_ACRONYM))
		shape |= 1 << 7;
	return shape;
}

/* Years, small numbers and amounts are told apart, single numbers are not. */
static uint32_t
number_form(const char *s, uint32_t len)
{
	uint32_t	separators = 0;

	for (uint32_t i = 0; i < len && i < 16; i++)
		separators += s[i] == ',' || s[i] == '.';
	if (separators)
		return FORM_NUMBER | 8;
	if (len == 4 && (s[0] == '1' || s[0] == '2'))
		return FORM_NUMBER | 7;
	return FORM_NUMBER | (len < 6 ? len : 6);
}

static inline uint64_t
lower_case(uint64_t bytes)
{
	return bytes | UINT64_C(0x2020202020202020);
}

static void
look_at(const NewsTokens *tokens, const NewsToken *t, bool first, NewsLook *out)
{
	const char *s = tokens->text + t->start;
	uint32_t	len = t->end - t->start;
	const NewsWordEntry *known;

	memset(out, 0, sizeof(*out));
	out->shape = shape_of(t, first);
	if (t->kind == NEWS_NUMBER)
		out->form = number_form(s, len);
	else if (t->kind == NEWS_URL)
		out->form = FORM_URL;
	else if (t->kind == NEWS_PUNCT && t->mark)
		out->form = FORM_MARK | t->mark;
	else
		out->form = t->hash;
	if (t->kind != NEWS_WORD && t->kind != NEWS_ALNUM)
		return;
	if (t->flags & NEWS_TOK_PERIOD && len > 1)
		len--;
	for (uint32_t k = 0; k < 4; k++)
		if (len > k)
			out->suffix[k] = (uint32_t) lower_case(news_load(s + len - k - 1, k + 1)) | k << 29;
	out->prefix = (uint32_t) lower_case(news_load(s, len < 3 ? len : 3));
	known = news_wordbook_find(news_wordbook(), t->hash);
	out->fine = known->fine;
	out->middle = known->middle;
	out->coarse = known->coarse;
	out->casing = known->casing;
}

void
news_look(const NewsTokens *tokens, uint32_t first, uint32_t n, NewsLook *out)
{
	bool		opens = true;

	for (uint32_t i = 0; i < n; i++)
	{
		const NewsToken *t = &tokens->items[first + i];

		look_at(tokens, t, opens, &out[i]);
		/* quotes before the first word change nothing */
		if (t->kind != NEWS_PUNCT)
			opens = false;
	}
}
