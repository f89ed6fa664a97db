/*
 * again.c
 *	  Names the article has in full, found again where the finder of spans passed
 *	  over them: a name of common words ("the Cruise video"), a body's head with its
 *	  article ("the Court"), a name it takes for the sentence's capital.
 */
#include "names/linker.h"

/* A word with a capital: what may be a name. */
static bool
is_capital(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	return (t->flags & NEWS_TOK_CAP) && !(t->flags & NEWS_TOK_CLITIC) && (t->kind == NEWS_WORD || t->kind == NEWS_ALNUM);
}

/* Does a capital stand by itself, in text that writes names with one, so that it tells something? */
static bool
stands_out(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);

	if (is_capital(l, i + 1) || (t->flags & NEWS_TOK_UPPER))
		return false;
	return (t->flags & NEWS_TOK_SENTENCE) || i == 0 || !is_capital(l, i - 1);
}

/* Behind a word in lower case: the capital is not the sentence's, nor a quotation's. */
static bool
is_inside(const NewsLinker *l, uint32_t i)
{
	return i > 0 && !(news_link_token(l, i)->flags & (NEWS_TOK_SENTENCE | NEWS_TOK_PARA)) &&
		news_link_token(l, i - 1)->kind == NEWS_WORD && !is_capital(l, i - 1);
}

/* "the", in any case, before token i. */
static bool
behind_the(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = i > 0 ? news_link_token(l, i - 1) : NULL;
	const char *s = t ? l->tokens->text + t->start : NULL;

	return t && t->end - t->start == 3 && (s[0] | 0x20) == 't' && s[1] == 'h' && s[2] == 'e' &&
		!(news_link_token(l, i)->flags & NEWS_TOK_SENTENCE);
}

/* The entity of a lone word that was a name elsewhere, -1 for none. */
static int32_t
lone_word(const NewsLinker *l, uint32_t i)
{
	const NewsToken *t = news_link_token(l, i);
	uint32_t	flags = news_link_flags(l, i);
	bool		common = (flags & (NEWS_W_COMMON | NEWS_W_TITLE | NEWS_W_TITLE_PART)) != 0;
	int32_t		found = -1;

	if ((flags & (NEWS_W_FUNCTION | NEWS_W_WEEKDAY | NEWS_W_MONTH | NEWS_W_HONORIFIC | NEWS_W_NAME_SUFFIX)) || t->end - t->start < 3)
		return -1;
	if (behind_the(l, i) && stands_out(l, i))
		found = (flags & NEWS_W_ORG_HEAD) ? news_link_only_bearer(l, BY_HEAD, t->hash) :
			news_link_whole(l, i, i + 1, NEWS_ORGANIZATION);
	if (found >= 0 || !stands_out(l, i) || (common && !is_inside(l, i)))
		return found;
	found = news_link_bearer(l, BY_FAMILY, t->hash, i);
	for (int kind = NEWS_ORGANIZATION; found < 0 && kind <= NEWS_PRODUCT; kind++)
	{
		const NewsLinkSlot *slot = news_link_probe(l, BY_NAME, news_link_words_key(l, i, i + 1, (NewsKind) kind));

		if (slot->key && slot->value != NEWS_LINK_NOTHING)
			found = (int32_t) slot->value;
	}
	if (found < 0 && !common)
		found = news_link_bearer(l, BY_SHORT, t->hash, i);
	return found;
}

/* The end of a name of several words, noted by its first, that stands at i and ends not past end; *entity its entity.  i for none. */
static uint32_t
whole_name(const NewsLinker *l, uint32_t i, uint32_t end, int32_t *entity)
{
	int32_t		span = news_link_bearer(l, BY_START, news_link_token(l, i)->hash, 0);
	const NewsSpan *s;

	if (span < 0)
		return i;
	s = &l->spans->items[span];
	if (s->end - s->first > end - i)
		return i;
	for (uint32_t k = 1; k < s->end - s->first; k++)
		if (news_link_token(l, i + k)->hash != news_link_token(l, s->first + k)->hash ||
			is_capital(l, i + k) != is_capital(l, s->first + k))
			return i;
	*entity = l->linked[span];
	return i + s->end - s->first;
}

static void
add_again(NewsLinker *l, uint32_t first, uint32_t end, uint32_t sentence, int32_t entity)
{
	NewsArena  *arena = l->doc->arena;

	l->again_linked = news_grow(arena, l->again_linked, l->again.n, &l->again_room, sizeof(int32_t));
	l->again_linked[l->again.n] = entity;
	l->again.items = news_grow(arena, l->again.items, l->again.n, &l->again.room, sizeof(NewsSpan));
	l->again.items[l->again.n++] = (NewsSpan) {.first = first, .end = end, .sentence = sentence,
		.kind = l->doc->entities[entity].kind, .entity = -1, .dict_entry = -1, .score = 0.6f};
}

/* The names between two spans, in one sentence. */
static void
scan_gap(NewsLinker *l, uint32_t first, uint32_t end, uint32_t sentence)
{
	for (uint32_t i = first; i < end;)
	{
		int32_t		entity = -1;
		uint32_t	behind = i;

		if (is_capital(l, i))
		{
			behind = whole_name(l, i, end, &entity);
			if (behind == i && (entity = lone_word(l, i)) >= 0)
				behind = i + 1;
		}
		if (behind > i && entity >= 0)
			add_again(l, i, behind, sentence, entity);
		i = behind > i ? behind : i + 1;
	}
}

void
news_link_again(NewsLinker *l)
{
	const NewsSentences *sentences = &l->doc->sentences;
	uint32_t	span = 0;

	for (uint32_t k = 0; k < sentences->n; k++)
	{
		uint32_t	at = sentences->items[k].first;
		uint32_t	end = sentences->items[k].end;

		news_link_poll(l, k);
		for (; at < end; span++)
		{
			while (span < l->spans->n && l->linked[span] < 0)
				span++;
			if (span >= l->spans->n || l->spans->items[span].first >= end)
				break;
			scan_gap(l, at, l->spans->items[span].first, k);
			at = l->spans->items[span].end;
		}
		if (at < end)
			scan_gap(l, at, end, k);
	}
}
