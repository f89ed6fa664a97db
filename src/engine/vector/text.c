/*
 * text.c
 *	  Kinds and codes in the text forms of vectors and dictionaries.
 */
#include "vector/text.h"

bool
news_scan_label(NewsScan *s, NewsLabel *label)
{
	label->at = s->at;
	label->quoted = news_scan_peek(s) == '"';
	if (label->quoted)
		return news_scan_quoted(s, NEWS_VECTOR_MAX_STR, &label->word);
	label->word = news_scan_word(s, KIND_ALSO);
	if (label->word.len == 0)
		return news_scan_fail(s, s->at, "a kind is expected", "An item looks like person:\"Sergey Lavrov\".");
	if (label->word.len > NEWS_VECTOR_MAX_STR)
		return news_scan_fail(s, label->at, "the kind is too long", NULL);
	return true;
}

int
news_label_kind(const NewsLabel *label)
{
	return label->quoted ? NEWS_OWN_KIND : news_kind_of(label->word);
}

bool
news_scan_code(NewsScan *s, NewsStr *code)
{
	uint32_t	at = s->at;

	*code = NEWS_NO_STR;
	if (!news_scan_take(s, '/'))
		return true;
	if (news_scan_peek(s) == '"')
		return news_scan_quoted(s, NEWS_VECTOR_MAX_STR, code);
	*code = news_scan_word(s, CODE_ALSO);
	if (code->len == 0 || code->len > NEWS_VECTOR_MAX_STR)
		return news_scan_fail(s, at, code->len ? "the code is too long" : "a code is expected", NULL);
	return true;
}

static void
put_word_or_quoted(NewsBuffer *out, NewsStr s, const char *also)
{
	if (news_str_is_word(s, also))
		news_put_text(out, s);
	else
		news_put_quoted(out, s);
}

void
news_put_kind(NewsBuffer *out, int kind, NewsStr kind_name)
{
	NewsStr		s = news_kind_str(kind, kind_name);

	if (kind == NEWS_OWN_KIND && (news_kind_of(s) != NEWS_OWN_KIND || news_timex_kind_of(s) >= 0))
		news_put_quoted(out, s);
	else
		put_word_or_quoted(out, s, KIND_ALSO);
	news_put_byte(out, ':');
}

void
news_put_code(NewsBuffer *out, NewsStr code)
{
	if (code.s == NULL)
		return;
	news_put_byte(out, '/');
	put_word_or_quoted(out, code, CODE_ALSO);
}
