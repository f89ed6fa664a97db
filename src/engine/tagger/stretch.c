/*
 * stretch.c
 *	  Reading a stretch of text for the model: word forms, what the text says of
 *	  each word, chains of tokens that may be names.
 */
#include "tagger/features.h"

#include <string.h>

/* An open-addressing index of forms or words by hash. */
typedef struct Index
{
	uint32_t   *slots;			/* item + 1 */
	uint32_t	mask;
} Index;

static void
make_index(NewsArena *arena, Index *index, uint32_t n)
{
	uint32_t	size = 64;

	while (size < 2 * n)
		size *= 2;
	index->slots = NEWS_NEW0(arena, uint32_t, size);
	index->mask = size - 1;
}

static NewsCasing
number_casing(const NewsTokens *tokens, const NewsToken *token)
{
	uint32_t	len = token->end - token->start;
	const char *s = tokens->text + token->start;

	if (len == 4 && (memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0))
		return NEWS_CASE_YEAR;
	return len == 1 ? NEWS_CASE_DIGIT : len == 2 ? NEWS_CASE_TWO_DIGITS : NEWS_CASE_NUMBER;
}

static NewsCasing
casing_of(const NewsTokens *tokens, const NewsToken *token)
{
	switch (token->kind)
	{
		case NEWS_NUMBER:
			return number_casing(tokens, token);
		case NEWS_ALNUM:
			return token->flags & NEWS_TOK_CAP ? NEWS_CASE_CODE : NEWS_CASE_ORDINAL;
		case NEWS_PUNCT:
			return NEWS_CASE_PUNCT;
		case NEWS_SYMBOL:
			return NEWS_CASE_SYMBOL;
		case NEWS_URL:
			return NEWS_CASE_URL;
		default:
			break;
	}
	if (token->flags & NEWS_TOK_ACRONYM)
		return NEWS_CASE_ACRONYM;
	if (token->flags & NEWS_TOK_UPPER)
		return NEWS_CASE_UPPER;
	if (token->flags & NEWS_TOK_MIXED)
		return NEWS_CASE_MIXED;
	if (token->flags & NEWS_TOK_CAP)
		return token->end - token->start - ((token->flags & NEWS_TOK_PERIOD) != 0) == 1 ? NEWS_CASE_INITIAL : NEWS_CASE_CAPITAL;
	return NEWS_CASE_LOWER;
}

static uint32_t
word_of(NewsStretch *st, const Index *index, uint32_t hash)
{
	uint32_t	i = hash & index->mask;

	for (; index->slots[i]; i = (i + 1) & index->mask)
		if (st->words[index->slots[i] - 1].hash == hash)
			return index->slots[i] - 1;
	memset(&st->words[st->nwords], 0, sizeof(NewsWordUse));
	st->words[st->nwords].hash = hash;
	index->slots[i] = ++st->nwords;
	return st->nwords - 1;
}

static uint32_t
form_of(NewsStretch *st, const Index *forms, const Index *words, uint32_t t)
{
	const NewsToken *token = &st->tokens->items[t];
	NewsCasing	casing = casing_of(st->tokens, token);
	uint32_t	key = token->hash + (uint32_t) casing * UINT32_C(0x9E3779B1);
	uint32_t	i = key & forms->mask;
	NewsForm   *form;

	for (; forms->slots[i]; i = (i + 1) & forms->mask)
	{
		form = &st->forms[forms->slots[i] - 1];
		if (form->hash == token->hash && form->casing == casing)
			return forms->slots[i] - 1;
	}
	form = &st->forms[st->nforms];
	form->hash = token->hash;
	form->casing = (uint8_t) casing;
	form->entry = news_wordbook_find(st->book, token->hash);
	form->word = word_of(st, words, token->hash);
	form->anchor = (token->flags & (NEWS_TOK_CAP | NEWS_TOK_MIXED)) != 0 && token->kind <= NEWS_ALNUM;
	/* letters of a script without cases */
	if (token->kind == NEWS_WORD && !(token->flags & NEWS_TOK_ASCII) && (unsigned char) st->tokens->text[token->start] >= 0xD7)
		form->anchor = true;
	form->inner = 0;
	if (!form->anchor && st->model)
		form->inner = (uint8_t) news_model_inner_places(st->model, news_form_inner_hash(form));
	form->nown = 0;
	form->token = t;
	forms->slots[i] = ++st->nforms;
	return st->nforms - 1;
}

static void
read_forms(NewsStretch *st, Index *words)
{
	uint32_t	n = st->end - st->first;
	Index		forms;

	make_index(st->arena, &forms, n + 1);
	st->forms = NEWS_NEW(st->arena, NewsForm, n + 1);
	st->form_of = NEWS_NEW(st->arena, uint32_t, n);
	memset(&st->forms[0], 0, sizeof(NewsForm));
	st->forms[0].casing = NEWS_CASE_EDGE;
	st->forms[0].entry = news_wordbook_find(st->book, 0);
	st->forms[0].word = word_of(st, words, 0);
	st->nforms = 1;
	for (uint32_t t = st->first; t < st->end; t++)
		st->form_of[t - st->first] = form_of(st, &forms, words, t);
}

#define LAYOUT_UPPER	1
#define LAYOUT_TITLE	2
#define LAYOUT_TABLE	4
#define LAYOUT_SHORT	8

static uint8_t
layout_of(const NewsStretch *st, const NewsSentence *s)
{
	uint32_t	lower = 0;
	uint32_t	capital = 0;
	uint32_t	upper = 0;
	uint32_t	number = 0;
	uint8_t		layout = s->end - s->first <= 6 ? LAYOUT_SHORT : 0;

	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsForm *form = &st->forms[st->form_of[t - st->first]];

		if (form->casing >= NEWS_CASE_DIGIT && form->casing <= NEWS_CASE_NUMBER)
			number++;
		else if (form->casing == NEWS_CASE_UPPER)
			upper++;
		else if (form->anchor)
			capital++;
		else if (form->casing == NEWS_CASE_LOWER && st->tokens->items[t].end - st->tokens->items[t].start > 3)
			lower++;
	}
	if (number * 3 > s->end - s->first)
		layout |= LAYOUT_TABLE;
	if (upper > 2 && upper > 2 * (lower + capital))
		layout |= LAYOUT_UPPER;
	else if (capital + upper > 3 && capital + upper > 3 * lower)
		layout |= LAYOUT_TITLE;
	return layout;
}

static void
count_cases(NewsStretch *st, const NewsSentence *s, uint8_t layout)
{
	if (layout & (LAYOUT_UPPER | LAYOUT_TITLE))
		return;
	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsForm *form = &st->forms[st->form_of[t - st->first]];

		if (form->casing == NEWS_CASE_LOWER)
			st->words[form->word].lower++;
		else if (form->anchor && t > s->first)
			st->words[form->word].capital++;
	}
}

/* Marks the tokens that phrases of the wordbook cover, longest first. */
static void
find_phrases(NewsStretch *st, const NewsSentence *s)
{
	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsForm *form = &st->forms[st->form_of[t - st->first]];
		uint32_t	hash = form->hash;
		uint32_t	len = 0;
		uint16_t	lists = 0;

		if (!(form->entry->lists & NEWS_LIST_BEGINS) || !(form->anchor || st->model == NULL))
			continue;
		for (uint32_t n = 2; n <= NEWS_PHRASE_MAX && t + n <= s->end; n++)
		{
			const NewsWordEntry *e;

			hash = news_phrase_hash(hash, st->forms[st->form_of[t + n - 1 - st->first]].hash);
			e = news_wordbook_find(st->book, hash);
			if (e->lists & ~NEWS_LIST_BEGINS)
			{
				len = n;
				lists = e->lists;
			}
		}
		if (len == 0)
			continue;
		for (uint32_t i = 0; i < len; i++)
		{
			st->phrase[t + i - st->first] = lists;
			st->phrase_part[t + i - st->first] = i == 0 ? NEWS_PART_B : i + 1 == len ? NEWS_PART_E : NEWS_PART_I;
		}
		t += len - 1;
	}
}

static void
add_chain(NewsStretch *st, uint32_t *room, uint32_t first, uint32_t end, uint32_t sentence)
{
	while (first < end)
	{
		uint32_t	stop = end - first > NEWS_CHAIN_MAX ? first + NEWS_CHAIN_MAX : end;

		st->chains = news_grow(st->arena, st->chains, st->nchains, room, sizeof(NewsChain));
		st->chains[st->nchains++] = (NewsChain) {first, stop, sentence};
		first = stop;
	}
}

/* Tokens without a capital that a chain may bridge, and have at either end. */
#define BRIDGE	4
#define MARGIN	2

static const NewsForm *
form_at(const NewsStretch *st, uint32_t t)
{
	return &st->forms[st->form_of[t - st->first]];
}

/* The first anchor from t on that is not farther than what a name may have inside; end when there is none. */
static uint32_t
next_anchor(const NewsStretch *st, uint32_t t, uint32_t end)
{
	for (uint32_t n = 0; t < end && n <= BRIDGE; t++, n++)
	{
		if (form_at(st, t)->anchor)
			return t;
		if (!(form_at(st, t)->inner & NEWS_INNER_INSIDE))
			break;
	}
	return end;
}

/* Is the token a hyphen that joins its neighbours to one word? */
static bool
joins(const NewsStretch *st, uint32_t t, const NewsSentence *s)
{
	return t > s->first && t + 1 < s->end && st->tokens->items[t].mark == '-' &&
		news_token_glued(&st->tokens->items[t]) && news_token_glued(&st->tokens->items[t + 1]);
}

static void
find_chains(NewsStretch *st, uint32_t *room, uint32_t sentence)
{
	const NewsSentence *s = &st->sentences->items[sentence];
	uint32_t	done = s->first;

	if (st->model == NULL || (st->model->flags & NEWS_MODEL_ALL_WORDS))
	{
		add_chain(st, room, s->first, s->end, sentence);
		return;
	}
	for (uint32_t t = s->first; t < s->end; t++)
	{
		uint32_t	first = t;
		uint32_t	end = t + 1;
		uint32_t	next;

		if (!form_at(st, t)->anchor)
			continue;
		while (first > done && t - first < MARGIN && form_at(st, first - 1)->inner & NEWS_INNER_OPENS)
			first--;
		if (first == t && t >= done + 2 && joins(st, t - 1, s))
			first = t - 2;
		while (end < s->end && (next = next_anchor(st, end, s->end)) < s->end)
			end = next + 1;
		for (int n = 0; n < MARGIN && end < s->end && form_at(st, end)->inner & NEWS_INNER_CLOSES; n++)
			end++;
		if (end < s->end && joins(st, end, s))
			end += 2;
		else if (end < s->end && end > t && joins(st, end - 1, s))
			end++;
		add_chain(st, room, first, end, sentence);
		done = end;
		t = end - 1;
	}
}

/* Notes where each word of a chain stands, the longest chain that has it, and initials. */
static void
note_chain(NewsStretch *st, const Index *words, uint32_t c)
{
	const NewsChain *chain = &st->chains[c];
	char		initials[12];
	uint32_t	n = 0;
	uint32_t	anchors = 0;

	for (uint32_t t = chain->first; t < chain->end; t++)
		anchors += form_at(st, t)->anchor;
	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		const NewsForm *form = form_at(st, t);
		NewsWordUse *use = &st->words[form->word];

		if (!form->anchor)
			continue;
		if (use->nuses < NEWS_USES_MAX)
			use->uses[use->nuses++] = t;
		if (anchors >= 2 && anchors <= 8 &&
			(use->chain == 0 || chain->end - chain->first > st->chains[use->chain - 1].end - st->chains[use->chain - 1].first))
			use->chain = c + 1;
		if (n < sizeof(initials))
			initials[n++] = (char) (st->tokens->text[st->tokens->items[t].start] | 0x20);
	}
	if (n >= 2 && n < 7)
	{
		NewsWordUse *use = &st->words[word_of(st, words, news_hash(initials, n))];

		if (use->acronym == 0)
			use->acronym = c + 1;
	}
}

uint32_t
news_stretch_end(const NewsSentences *sentences, uint32_t first)
{
	uint32_t	end = first + 1;

	while (end < sentences->n && sentences->items[end].end - sentences->items[first].first <= NEWS_STRETCH_TOKENS)
		end++;
	return end;
}

void
news_stretch_read(NewsStretch *st, NewsArena *arena, const NewsTokens *tokens, const NewsSentences *sentences,
				  uint32_t first, uint32_t end, const NewsWordbook *book, const NewsModel *model)
{
	Index		words;
	uint32_t	room = 0;
	uint32_t	n;

	memset(st, 0, sizeof(*st));
	st->arena = arena;
	st->tokens = tokens;
	st->sentences = sentences;
	st->book = book;
	st->model = model;
	st->first = sentences->items[first].first;
	st->end = sentences->items[end - 1].end;
	st->first_sentence = first;
	n = st->end - st->first;
	/* a word for each token, one for the edge, and one for each chain's initials */
	make_index(arena, &words, 2 * n + 1);
	st->words = NEWS_NEW(arena, NewsWordUse, 2 * n + 1);
	read_forms(st, &words);
	st->phrase = NEWS_NEW0(arena, uint16_t, n);
	st->phrase_part = NEWS_NEW0(arena, uint8_t, n);
	st->layout = NEWS_NEW(arena, uint8_t, end - first);
	for (uint32_t s = first; s < end; s++)
	{
		news_poll(arena);
		st->layout[s - first] = layout_of(st, &sentences->items[s]);
		count_cases(st, &sentences->items[s], st->layout[s - first]);
		find_phrases(st, &sentences->items[s]);
		find_chains(st, &room, s);
	}
	for (uint32_t c = 0; c < st->nchains; c++)
		note_chain(st, &words, c);
}

NewsForm *
news_stretch_form(NewsStretch *st, uint32_t sentence, uint32_t token, int d)
{
	const NewsSentence *s = &st->sentences->items[sentence];
	int64_t		t = (int64_t) token + d;

	if (t < s->first || t >= s->end)
		return &st->forms[0];
	return &st->forms[st->form_of[t - st->first]];
}
