/*
 * clusters.c
 *	  Word classes and word statistics of a corpus.
 *
 *	  clusters < texts > words.tsv
 *
 * Reads articles divided by form feeds.  Writes one line for each word seen at
 * least MIN_COUNT times: its folded form, its class in each of three divisions,
 * how often it stands inside a sentence in lower case, and how often with a
 * capital.  Figures only: no text.
 *
 * Classes maximise the likelihood of a class bigram model by the exchange
 * algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): each word in
 * turn moves to the class that fits best.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/sentence.h"

#define MIN_COUNT	5
#define ROUNDS		8
#define LOG_TABLE	(1 << 20)

static const int divisions[] = {32, 128, 512};

#define NDIVISIONS	3
#define MAX_CLASSES 512

typedef struct Word
{
	char	   *form;			/* folded, NUL-terminated */
	uint32_t	hash;
	uint32_t	count;
	uint32_t	lower;			/* inside a sentence */
	uint32_t	capital;
	uint32_t	id;				/* by frequency, 0 for rare words */
} Word;

/* Neighbours of a word: items from start[id] up to start[id + 1]. */
typedef struct Links
{
	uint32_t   *start;
	uint32_t   *word;
	uint32_t   *count;
} Links;

static Word *words;
static uint32_t nwords;
static uint32_t *slots;			/* word + 1 by hash */
static uint32_t nslots = 1 << 22;

static uint32_t *stream;		/* the corpus as words + 1; 0 ends a sentence */
static size_t nstream;
static size_t stream_room;

static double *log_table;

static double
xlogx(int64_t n)
{
	if (n < LOG_TABLE)
		return log_table[n];
	return (double) n * log((double) n);
}

static uint32_t
find_word(const NewsTokens *tokens, const NewsToken *token)
{
	char		form[NEWS_FOLD_MAX + 1];
	uint32_t	len;
	uint32_t	i = token->hash & (nslots - 1);

	for (; slots[i]; i = (i + 1) & (nslots - 1))
		if (words[slots[i] - 1].hash == token->hash)
			return slots[i] - 1;
	if ((len = news_token_fold(tokens, token, form, NEWS_FOLD_MAX)) == 0)
		return UINT32_MAX;
	form[len] = '\0';
	if (nwords % 65536 == 0)
		words = realloc(words, (nwords + 65536) * sizeof(Word));
	memset(&words[nwords], 0, sizeof(Word));
	words[nwords].form = strdup(form);
	words[nwords].hash = token->hash;
	slots[i] = ++nwords;
	return nwords - 1;
}

static void
put_stream(uint32_t item)
{
	if (nstream == stream_room)
		stream = realloc(stream, (stream_room = stream_room ? stream_room * 2 : 1 << 20) * sizeof(*stream));
	stream[nstream++] = item;
}

static void
read_article(const char *text, size_t len)
{
	NewsArena	arena;
	NewsTokens	tokens;
	NewsSentences sentences;

	news_arena_init(&arena, &news_malloc_host);
	news_tokenize(&arena, &news_vocab, text, (uint32_t) len, &tokens);
	news_split_sentences(&arena, &tokens, &sentences);
	for (uint32_t s = 0; s < sentences.n; s++)
	{
		uint32_t	lower = 0;

		for (uint32_t i = sentences.items[s].first; i < sentences.items[s].end; i++)
			lower += tokens.items[i].kind == NEWS_WORD && !(tokens.items[i].flags & (NEWS_TOK_CAP | NEWS_TOK_CLITIC));
		for (uint32_t i = sentences.items[s].first; i < sentences.items[s].end; i++)
		{
			const NewsToken *token = &tokens.items[i];
			uint32_t	word;

			if (token->kind > NEWS_PUNCT || (word = find_word(&tokens, token)) == UINT32_MAX)
				continue;
			words[word].count++;
			/* a line in capitals says nothing about case */
			if (i > sentences.items[s].first && lower > 2)
			{
				words[word].lower += !(token->flags & NEWS_TOK_CAP);
				words[word].capital += (token->flags & NEWS_TOK_CAP) != 0;
			}
			put_stream(word + 1);
		}
		put_stream(0);
	}
	news_arena_release(&arena);
}

static int
by_count(const void *a, const void *b)
{
	const Word *x = &words[*(const uint32_t *) a];
	const Word *y = &words[*(const uint32_t *) b];

	return x->count != y->count ? (x->count < y->count ? 1 : -1) : strcmp(x->form, y->form);
}

static int
by_pair(const void *a, const void *b)
{
	uint64_t	x = *(const uint64_t *) a;
	uint64_t	y = *(const uint64_t *) b;

	return (x > y) - (x < y);
}

/* Counts pairs (from, to); swapped: by the second. */
static void
make_links(Links *links, uint64_t *pairs, size_t n, uint32_t nids)
{
	size_t		m = 0;

	qsort(pairs, n, sizeof(*pairs), by_pair);
	links->start = calloc(nids + 2, sizeof(uint32_t));
	links->word = malloc((n + 1) * sizeof(uint32_t));
	links->count = calloc(n + 1, sizeof(uint32_t));
	for (size_t i = 0; i < n; i++)
	{
		if (i == 0 || pairs[i] != pairs[i - 1])
		{
			links->word[m++] = (uint32_t) pairs[i];
			links->start[(pairs[i] >> 32) + 1]++;
		}
		links->count[m - 1]++;
	}
	for (uint32_t i = 0; i <= nids; i++)
		links->start[i + 1] += links->start[i];
}

/* One division into classes. */
typedef struct Classes
{
	int			n;
	uint16_t   *of;				/* by id */
	int64_t    *total;			/* by class */
	int32_t    *pair;			/* [first][second] */
	int32_t    *riap;			/* [second][first] */
} Classes;

/* A word's neighbours, summed by class. */
typedef struct Near
{
	int			n;
	int			class[MAX_CLASSES];
	int32_t		count[MAX_CLASSES];
	int32_t		by_class[MAX_CLASSES];
} Near;

static void
sum_near(Near *near, const Links *links, const Classes *c, uint32_t id, int32_t *self)
{
	near->n = 0;
	memset(near->by_class, 0, sizeof(near->by_class));
	for (uint32_t i = links->start[id]; i < links->start[id + 1]; i++)
	{
		int			class = c->of[links->word[i]];

		if (links->word[i] == id)
		{
			*self = (int32_t) links->count[i];
			continue;
		}
		if (near->by_class[class] == 0)
			near->class[near->n++] = class;
		near->by_class[class] += (int32_t) links->count[i];
	}
	for (int i = 0; i < near->n; i++)
		near->count[i] = near->by_class[near->class[i]];
}

static void
add_word(Classes *c, int class, const Near *after, const Near *before, int32_t self, int64_t count, int sign)
{
	for (int i = 0; i < after->n; i++)
	{
		c->pair[class * c->n + after->class[i]] += sign * after->count[i];
		c->riap[after->class[i] * c->n + class] += sign * after->count[i];
	}
	for (int i = 0; i < before->n; i++)
	{
		c->pair[before->class[i] * c->n + class] += sign * before->count[i];
		c->riap[class * c->n + before->class[i]] += sign * before->count[i];
	}
	c->pair[class * c->n + class] += sign * self;
	c->riap[class * c->n + class] += sign * self;
	c->total[class] += sign * count;
}

static double
gain(const Classes *c, int class, const Near *after, const Near *before, int32_t self, int64_t count)
{
	const int32_t *pair = c->pair + class * c->n;
	const int32_t *riap = c->riap + class * c->n;
	int64_t		both = pair[class];
	double		sum = -2 * (xlogx(c->total[class] + count) - xlogx(c->total[class]));

	for (int i = 0; i < after->n; i++)
		if (after->class[i] != class)
			sum += xlogx(pair[after->class[i]] + after->count[i]) - xlogx(pair[after->class[i]]);
	for (int i = 0; i < before->n; i++)
		if (before->class[i] != class)
			sum += xlogx(riap[before->class[i]] + before->count[i]) - xlogx(riap[before->class[i]]);
	return sum + xlogx(both + after->by_class[class] + before->by_class[class] + self) - xlogx(both);
}

static void
divide(Classes *c, const Links *after_links, const Links *before_links, const uint32_t *counts, uint32_t nids)
{
	Near		after;
	Near		before;

	for (uint32_t id = 0; id < nids; id++)
		c->of[id] = id < 2 ? (uint16_t) id : (uint16_t) (2 + (id - 2) % (uint32_t) (c->n - 2));
	for (uint32_t id = 0; id < nids; id++)
	{
		c->total[c->of[id]] += counts[id];
		for (uint32_t i = after_links->start[id]; i < after_links->start[id + 1]; i++)
		{
			c->pair[c->of[id] * c->n + c->of[after_links->word[i]]] += (int32_t) after_links->count[i];
			c->riap[c->of[after_links->word[i]] * c->n + c->of[id]] += (int32_t) after_links->count[i];
		}
	}
	for (int round = 0; round < ROUNDS; round++)
	{
		uint32_t	moved = 0;

		/* id 0 is the end of a sentence, id 1 every rare word */
		for (uint32_t id = 2; id < nids; id++)
		{
			int32_t		self = 0;
			int			best = c->of[id];
			double		best_gain;

			sum_near(&after, after_links, c, id, &self);
			sum_near(&before, before_links, c, id, &self);
			add_word(c, c->of[id], &after, &before, self, counts[id], -1);
			best_gain = gain(c, best, &after, &before, self, counts[id]) + 1e-9;
			for (int k = 2; k < c->n; k++)
			{
				double		g = gain(c, k, &after, &before, self, counts[id]);

				if (g > best_gain)
				{
					best_gain = g;
					best = k;
				}
			}
			moved += best != c->of[id];
			c->of[id] = (uint16_t) best;
			add_word(c, best, &after, &before, self, counts[id], 1);
		}
		fprintf(stderr, "%d classes, round %d: %u words moved\n", c->n, round + 1, moved);
	}
}

static char *
read_all(FILE *in, size_t *len)
{
	size_t		room = 1 << 20;
	char	   *text = malloc(room);

	*len = 0;
	for (size_t n; (n = fread(text + *len, 1, room - *len, in)) > 0;)
		if ((*len += n) == room)
			text = realloc(text, room *= 2);
	return text;
}

int
main(void)
{
	size_t		len;
	char	   *text = read_all(stdin, &len);
	uint32_t   *order;
	uint32_t   *counts;
	uint32_t	nids = 2;
	uint64_t   *pairs;
	size_t		npairs = 0;
	Links		after;
	Links		before;
	Classes		c[NDIVISIONS];

	slots = calloc(nslots, sizeof(*slots));
	log_table = calloc(LOG_TABLE, sizeof(*log_table));
	for (int i = 1; i < LOG_TABLE; i++)
		log_table[i] = i * log(i);
	for (char *s = text, *end; s < text + len; s = end + 1)
	{
		if ((end = memchr(s, '\f', (size_t) (text + len - s))) == NULL)
			end = text + len;
		read_article(s, (size_t) (end - s));
	}
	order = malloc(nwords * sizeof(*order));
	for (uint32_t i = 0; i < nwords; i++)
		order[i] = i;
	qsort(order, nwords, sizeof(*order), by_count);
	counts = calloc(nwords + 2, sizeof(*counts));
	for (uint32_t i = 0; i < nwords; i++)
		words[order[i]].id = words[order[i]].count >= MIN_COUNT ? nids++ : 1;
	pairs = malloc((nstream + 1) * sizeof(*pairs));
	for (size_t i = 0; i < nstream; i++)
	{
		uint32_t	id = stream[i] ? words[stream[i] - 1].id : 0;

		stream[i] = id;
		counts[id]++;
		if (i > 0)
			pairs[npairs++] = (uint64_t) stream[i - 1] << 32 | id;
	}
	make_links(&after, pairs, npairs, nids);
	for (size_t i = 0; i < npairs; i++)
		pairs[i] = pairs[i] << 32 | pairs[i] >> 32;
	make_links(&before, pairs, npairs, nids);
	fprintf(stderr, "%zu tokens, %u words, %u of them frequent\n", nstream, nwords, nids - 2);
	for (int d = 0; d < NDIVISIONS; d++)
	{
		size_t		n = (size_t) divisions[d];

		c[d] = (Classes) {divisions[d], calloc(nids, sizeof(uint16_t)), calloc(n, sizeof(int64_t)),
			calloc(n * n, sizeof(int32_t)), calloc(n * n, sizeof(int32_t))};
		divide(&c[d], &after, &before, counts, nids);
	}
	for (uint32_t i = 0; i + 2 < nids; i++)
		printf("%s\t%d\t%d\t%d\t%u\t%u\n", words[order[i]].form, c[0].of[i + 2], c[1].of[i + 2], c[2].of[i + 2],
			   words[order[i]].lower, words[order[i]].capital);
	return 0;
}
