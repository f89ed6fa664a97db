/*
 * stretch.c
 *	  Reading a stretch of text for the model: word forms, what the text says of
 *	  each word, chains of tokens that may be names.
 */
#include "tagger/features.h"

#include <string.h>

static void
make_index(NewsArena *arena, NewsStretchIndex *index, uint32_t n)
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

/* A capital, or letters of a script without cases: may be a name by itself. */
static bool
is_anchor(const NewsTokens *tokens, const NewsToken *token)
{
	if (token->flags & (NEWS_TOK_CAP | NEWS_TOK_MIXED))
		return token->kind <= NEWS_ALNUM;
	return !(token->flags & (NEWS_TOK_ASCII | NEWS_TOK_CLITIC)) && token->kind == NEWS_WORD && (unsigned char) tokens->text[token->start] >= 0xD7;
}

/* The place of a word in the index: its slot, or an empty one. */
static uint32_t *
word_slot(const NewsStretch *st, uint32_t hash)
{
	uint32_t	i = hash & st->word_index.mask;

	while (st->word_index.slots[i] && st->words[st->word_index.slots[i] - 1].hash != hash)
		i = (i + 1) & st->word_index.mask;
	return &st->word_index.slots[i];
}

static uint32_t
word_of(NewsStretch *st, uint32_t hash)
{
	uint32_t   *slot = word_slot(st, hash);

	if (*slot == 0)
	{
		memset(&st->words[st->nwords], 0, sizeof(NewsWordUse));
		st->words[st->nwords].hash = hash;
		*slot = ++st->nwords;
	}
	return *slot - 1;
}

static uint32_t
make_form(NewsStretch *st, uint32_t t)
{
	const NewsToken *token = &st->tokens->items[t];
	NewsCasing	casing = casing_of(st->tokens, token);
	uint32_t	key = token->hash + (uint32_t) casing * UINT32_C(0x9E3779B1);
	uint32_t	i = key & st->form_index.mask;
	NewsForm   *form;

	for (; st->form_index.slots[i]; i = (i + 1) & st->form_index.mask)
	{
		form = &st->forms[st->form_index.slots[i]];
		if (form->hash == token->hash && form->casing == casing)
			return st->form_index.slots[i];
	}
	form = &st->forms[st->nforms];
	memset(form, 0, sizeof(*form));
	form->hash = token->hash;
	form->casing = (uint8_t) casing;
	form->entry = news_wordbook_find(st->book, token->hash);
	form->anchor = is_anchor(st->tokens, token);
	form->word = form->anchor ? word_of(st, token->hash) : 0;
	if (!form->anchor && st->model)
		form->inner = (uint8_t) news_model_inner_places(st->model, news_form_inner_hash(form));
	form->token = t;
	st->form_index.slots[i] = st->nforms;
	return st->nforms++;
}

NewsForm *
news_stretch_form_at(NewsStretch *st, uint32_t t)
{
	uint32_t   *form = &st->form_of[t - st->first];

	if (*form == 0)
		*form = make_form(st, t);
	return &st->forms[*form];
}

#define LAYOUT_UPPER	1
#define LAYOUT_TITLE	2
#define LAYOUT_TABLE	4
#define LAYOUT_SHORT	8

/* Begins to fetch the wordbook's entries of an anchor and its neighbours: read_anchors and find_chains ask for them. */
static void
prefetch_around(const NewsStretch *st, uint32_t t)
{
	const NewsToken *token = &st->tokens->items[t];

	news_wordbook_prefetch(st->book, token->hash);
	if (t > st->first)
		news_wordbook_prefetch(st->book, token[-1].hash);
	if (t + 1 < st->end)
		news_wordbook_prefetch(st->book, token[1].hash);
}

static uint8_t
layout_of(const NewsStretch *st, const NewsSentence *s, uint32_t *nanchors)
{
	uint32_t	lower = 0;
	uint32_t	capital = 0;
	uint32_t	upper = 0;
	uint32_t	number = 0;
	uint8_t		layout = s->end - s->first <= 6 ? LAYOUT_SHORT : 0;

	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsToken *token = &st->tokens->items[t];

		if (token->kind == NEWS_NUMBER)
			number++;
		else if (is_anchor(st->tokens, token))
		{
			bool		all = (token->flags & (NEWS_TOK_UPPER | NEWS_TOK_ACRONYM)) == NEWS_TOK_UPPER && token->kind == NEWS_WORD;

			upper += all;
			capital += !all;
			prefetch_around(st, t);
		}
		else
			lower += token->kind == NEWS_WORD && token->end - token->start > 3;
	}
	*nanchors += capital + upper;
	if (number * 3 > s->end - s->first)
		layout |= LAYOUT_TABLE;
	if (upper > 2 && upper > 2 * (lower + capital))
		layout |= LAYOUT_UPPER;
	else if (capital + upper > 3 && capital + upper > 3 * lower)
		layout |= LAYOUT_TITLE;
	return layout;
}

/* Makes the forms of the anchors; counts those inside of the sentence. */
static void
read_anchors(NewsStretch *st, const NewsSentence *s, uint8_t layout)
{
	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsForm *form;

		if (!is_anchor(st->tokens, &st->tokens->items[t]))
			continue;
		form = news_stretch_form_at(st, t);
		if (t > s->first && !(layout & (LAYOUT_UPPER | LAYOUT_TITLE)))
			st->words[form->word].capital++;
	}
}

/* Counts how often the anchors' words stand in lower case. */
static void
count_lower(NewsStretch *st, const NewsSentence *s, uint8_t layout)
{
	if (layout & (LAYOUT_UPPER | LAYOUT_TITLE))
		return;
	for (uint32_t t = s->first; t < s->end; t++)
	{
		const NewsToken *token = &st->tokens->items[t];
		const uint32_t *slot;

		if (token->kind != NEWS_WORD || is_anchor(st->tokens, token))
			continue;
		slot = word_slot(st, token->hash);
		if (*slot)
			st->words[*slot - 1].lower++;
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

		/* forms are those of anchors as yet */
		if (!(form->entry->lists & NEWS_LIST_BEGINS))
			continue;
		for (uint32_t n = 2; n <= NEWS_PHRASE_MAX && t + n <= s->end; n++)
		{
			const NewsWordEntry *e;

			hash = news_phrase_hash(hash, st->tokens->items[t + n - 1].hash);
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
		st->chains[st->nchains++] = (NewsChain) {first, stop, sentence, false};
		first = stop;
	}
}

/* Tokens without a capital that a chain may bridge, and have at either end. */
#define BRIDGE	4
#define MARGIN	2

/* A capital, or what the rules have in a name: what chains are made of. */
static bool
is_core(const NewsStretch *st, uint32_t t)
{
	return (st->hints[t] || is_anchor(st->tokens, &st->tokens->items[t])) && st->hints[t] != NEWS_HINT_TAKEN;
}

/* May the token stand at this place of a name though it has no capital? */
static bool
may_be_inner(NewsStretch *st, uint32_t t, uint32_t places)
{
	return st->hints[t] != NEWS_HINT_TAKEN && (news_stretch_form_at(st, t)->inner & places);
}

/* The first anchor from t on that is not farther than what a name may have inside; end when there is none. */
static uint32_t
next_anchor(NewsStretch *st, uint32_t t, uint32_t end)
{
	for (uint32_t n = 0; t < end && n <= BRIDGE; t++, n++)
	{
		if (is_core(st, t))
			return t;
		if (!may_be_inner(st, t, NEWS_INNER_INSIDE))
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

		if (!is_core(st, t))
			continue;
		while (first > done && t - first < MARGIN && may_be_inner(st, first - 1, NEWS_INNER_OPENS))
			first--;
		if (first == t && t >= done + 2 && joins(st, t - 1, s))
			first = t - 2;
		while (end < s->end && (next = next_anchor(st, end, s->end)) < s->end)
			end = next + 1;
		for (int n = 0; n < MARGIN && end < s->end && may_be_inner(st, end, NEWS_INNER_CLOSES); n++)
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
note_chain(NewsStretch *st, uint32_t c)
{
	const NewsChain *chain = &st->chains[c];
	char		initials[12];
	uint32_t	n = 0;
	uint32_t	anchors = 0;

	for (uint32_t t = chain->first; t < chain->end; t++)
		anchors += is_anchor(st->tokens, &st->tokens->items[t]);
	for (uint32_t t = chain->first; t < chain->end; t++)
	{
		NewsWordUse *use;

		if (!is_anchor(st->tokens, &st->tokens->items[t]))
			continue;
		use = &st->words[news_stretch_form_at(st, t)->word];
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
		uint32_t	word = *word_slot(st, news_hash(initials, n));

		if (word && st->words[word - 1].acronym == 0)
			st->words[word - 1].acronym = c + 1;
	}
}

/* Does the hint leave no doubt: a place or people that the lexicon has, any name of several words? */
static bool
is_sure(uint32_t hint)
{
	uint32_t	kind = NEWS_HINT_KIND(hint);

	if (kind == NEWS_PLACE + 1 || kind == NEWS_GROUP + 1)
		return NEWS_HINT_SURE(hint) >= 6;
	return NEWS_HINT_SURE(hint) == 7;
}

void
news_stretch_settle(NewsStretch *st)
{
	for (uint32_t c = 0; c < st->nchains; c++)
	{
		NewsChain  *chain = &st->chains[c];

		chain->settled = !(st->layout[chain->sentence - st->first_sentence] & (LAYOUT_UPPER | LAYOUT_TITLE));
		for (uint32_t t = chain->first; t < chain->end && chain->settled; t++)
		{
			const NewsForm *form = news_stretch_form_at(st, t);

			/* The, But: a capital from the sentence's start alone */
			if (st->hints[t])
				chain->settled = is_sure(st->hints[t]);
			else if (form->anchor)
				chain->settled = chain->end - chain->first == 1 && form->entry->casing == 1 &&
					(st->tokens->items[t].flags & NEWS_TOK_SENTENCE);
		}
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

static void
init_stretch(NewsStretch *st, uint32_t nanchors)
{
	uint32_t	n = st->end - st->first;

	make_index(st->arena, &st->word_index, nanchors + 1);
	make_index(st->arena, &st->form_index, n + 1);
	st->words = NEWS_NEW(st->arena, NewsWordUse, nanchors + 1);
	st->forms = NEWS_NEW(st->arena, NewsForm, n + 1);
	st->form_of = NEWS_NEW0(st->arena, uint32_t, n);
	st->phrase = NEWS_NEW0(st->arena, uint16_t, n);
	st->phrase_part = NEWS_NEW0(st->arena, uint8_t, n);
	memset(&st->forms[0], 0, sizeof(NewsForm));
	st->forms[0].casing = NEWS_CASE_EDGE;
	st->forms[0].entry = news_wordbook_find(st->book, 0);
	st->forms[0].word = word_of(st, 0);
	st->nforms = 1;
}

void
news_stretch_read(NewsStretch *st, NewsArena *arena, const NewsTagText *text, uint32_t first, uint32_t end,
				  const NewsWordbook *book, const NewsModel *model)
{
	const NewsSentence *sentences = text->sentences->items;
	uint32_t	room = 0;
	uint32_t	nanchors = 0;

	memset(st, 0, sizeof(*st));
	st->arena = arena;
	st->tokens = text->tokens;
	st->sentences = text->sentences;
	st->hints = text->hints;
	st->book = book;
	st->model = model;
	st->first = sentences[first].first;
	st->end = sentences[end - 1].end;
	st->first_sentence = first;
	st->layout = NEWS_NEW(arena, uint8_t, end - first);
	for (uint32_t s = first; s < end; s++)
		st->layout[s - first] = layout_of(st, &sentences[s], &nanchors);
	init_stretch(st, nanchors);
	for (uint32_t s = first; s < end; s++)
	{
		news_poll(arena);
		read_anchors(st, &sentences[s], st->layout[s - first]);
		find_phrases(st, &sentences[s]);
	}
	for (uint32_t s = first; s < end; s++)
	{
		count_lower(st, &sentences[s], st->layout[s - first]);
		find_chains(st, &room, s);
	}
	for (uint32_t c = 0; c < st->nchains; c++)
		note_chain(st, c);
}

NewsForm *
news_stretch_form(NewsStretch *st, uint32_t sentence, uint32_t token, int d)
{
	const NewsSentence *s = &st->sentences->items[sentence];
	int64_t		t = (int64_t) token + d;

	if (t < s->first || t >= s->end)
		return &st->forms[0];
	return news_stretch_form_at(st, (uint32_t) t);
}
