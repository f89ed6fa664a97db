/*
 * treebank.c
 *	  Trees of CoNLL-U files, over the tokens that the engine makes of the text.
 *
 * Treebank words and tokens mostly agree.  Where a word is several tokens
 * ("10:30"), the last one stands for it and the others hang on that; where a token
 * is several words ("cannot"), it stands where their head does.
 */
#include "treebank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 1000

typedef struct Word
{
	uint8_t		pos;
	uint8_t		relation;
	const char *universal;
	int			head;			/* word, -1 for the root */
	uint32_t	start;			/* bytes of the text */
	uint32_t	end;
	int			token;			/* that stands for it */
} Word;

typedef struct Reader
{
	NewsArena  *arena;
	Word		words[WORDS_MAX];
	int			nwords;
	char	   *text;
	uint32_t	len;
	uint32_t	room;
	int			range_end;		/* words up to this one share the text of a range */
	bool		glue;			/* no space before the next word */
	bool		range_glue;
	unsigned	documents;
} Reader;

typedef struct PosName
{
	const char *universal;
	const char *penn;
	NewsPos		pos;
} PosName;

/* What the tables of names do not tell; "*" for any. */
static const PosName pos_names[] = {
	{"SYM", "*", NEWS_POS_SYM}, {"X", "*", NEWS_POS_X}, {"PRON", "WP$", NEWS_POS_WP}, {"PRON", "NN", NEWS_POS_PRON_NN}, {"PRON", "*", NEWS_POS_PRON_DT},
	{"NUM", "*", NEWS_POS_CD}, {"PUNCT", "*", NEWS_POS_COLON}, {"PROPN", "*", NEWS_POS_NNP}, {"NOUN", "*", NEWS_POS_NN},
	{"VERB", "*", NEWS_POS_VB}, {"ADJ", "*", NEWS_POS_JJ}, {"ADV", "*", NEWS_POS_RB}, {"ADP", "*", NEWS_POS_IN}, {"AUX", "*", NEWS_POS_AUX_VBZ},
	{"SCONJ", "*", NEWS_POS_SCONJ}, {"DET", "*", NEWS_POS_DT}, {"INTJ", "*", NEWS_POS_UH}, {"CCONJ", "*", NEWS_POS_CC}, {"PART", "*", NEWS_POS_NEG}
};

static uint8_t
pos_of(const char *universal, const char *penn)
{
	for (int i = 0; i < NEWS_NPOS; i++)
		if (strcmp(universal, news_pos_universal[i]) == 0 && strcmp(penn, news_pos_penn[i]) == 0)
			return (uint8_t) i;
	for (size_t i = 0; i < sizeof(pos_names) / sizeof(*pos_names); i++)
		if (strcmp(universal, pos_names[i].universal) == 0 && (*pos_names[i].penn == '*' || strcmp(penn, pos_names[i].penn) == 0))
			return (uint8_t) pos_names[i].pos;
	return NEWS_POS_X;
}

/* A subtype that is not told apart counts as its type. */
static uint8_t
relation_of(const char *name)
{
	size_t		len = strcspn(name, ":");

	for (int i = 0; i < NEWS_NRELATIONS; i++)
		if (strcmp(name, news_relation_names[i]) == 0)
			return (uint8_t) i;
	for (int i = 0; i < NEWS_NRELATIONS; i++)
		if (strlen(news_relation_names[i]) == len && strncmp(name, news_relation_names[i], len) == 0)
			return (uint8_t) i;
	return NEWS_REL_DEP;
}

static void
append(Reader *r, const char *s)
{
	size_t		n = strlen(s);

	while (r->len + n + 1 > r->room)
		r->text = realloc(r->text, r->room = r->room * 2 + 4096);
	memcpy(r->text + r->len, s, n);
	r->len += (uint32_t) n;
}

/* The words of a range ("don't") share its text in parts as long as they are. */
static void
read_range(Reader *r, char **column)
{
	if (!r->glue && r->len)
		append(r, " ");
	r->range_end = atoi(strchr(column[0], '-') + 1);
	r->range_glue = strstr(column[9], "SpaceAfter=No") != NULL;
	r->glue = true;
}

static void
read_word(Reader *r, char **column)
{
	Word	   *w = &r->words[r->nwords];
	bool		in_range = r->nwords < r->range_end;

	if (r->nwords == WORDS_MAX)
		return;
	if (!r->glue && r->len)
		append(r, " ");
	w->start = r->len;
	append(r, column[1]);
	w->end = r->len;
	w->pos = pos_of(column[3], column[4]);
	w->universal = news_strndup(r->arena, column[3], strlen(column[3]));
	w->head = atoi(column[6]) - 1;
	w->relation = relation_of(column[7]);
	r->nwords++;
	if (in_range)
		r->glue = r->nwords < r->range_end || r->range_glue;
	else
		r->glue = strstr(column[9], "SpaceAfter=No") != NULL;
}

/* Does token t stand for several words, of which w is not the head? */
static bool
is_inner(const Reader *r, int w)
{
	return r->words[w].head >= 0 && r->words[r->words[w].head].token == r->words[w].token;
}

static void
lay_words(const Reader *r, Tree *tree)
{
	for (int t = 0; t < tree->n; t++)
		tree->head[t] = -2;
	for (int w = 0; w < r->nwords; w++)
	{
		const Word *word = &r->words[w];

		if (is_inner(r, w))
			continue;
		tree->pos[word->token] = word->pos;
		tree->universal[word->token] = word->universal;
		tree->relation[word->token] = word->relation;
		tree->head[word->token] = (int16_t) (word->head < 0 ? -1 : r->words[word->head].token);
	}
	/* the first tokens of a word of several */
	for (int t = tree->n - 1; t >= 0; t--)
		if (tree->head[t] == -2)
			for (int w = 0; w < r->nwords; w++)
				if (r->words[w].start < tree->tokens.items[t].end && tree->tokens.items[t].start < r->words[w].end)
				{
					tree->pos[t] = r->words[w].pos;
					tree->universal[t] = r->words[w].universal;
					tree->relation[t] = NEWS_REL_COMPOUND;
					tree->head[t] = (int16_t) r->words[w].token;
					break;
				}
}

/* Is it a tree, with one root? */
static bool
is_tree(const Tree *tree)
{
	int			roots = 0;

	for (int t = 0; t < tree->n; t++)
	{
		int			at = t;

		roots += tree->head[t] == -1;
		for (int steps = 0; at >= 0; steps++, at = tree->head[at])
			if (steps > tree->n || tree->head[at] < -1)
				return false;
	}
	return roots == 1;
}

static bool
is_above(const Tree *tree, int above, int t)
{
	while (t >= 0 && t != above)
		t = tree->head[t];
	return t == above;
}

static bool
crosses(const Tree *tree, int t)
{
	int			low = t < tree->head[t] ? t : tree->head[t];
	int			high = t < tree->head[t] ? tree->head[t] : t;

	for (int k = low + 1; k < high; k++)
		if (!is_above(tree, tree->head[t], k))
			return true;
	return false;
}

/* Arcs that cross others are lifted to the head's head (Nivre and Nilsson 2005). */
static void
lift_arcs(Tree *tree)
{
	for (bool lifted = true; lifted;)
	{
		lifted = false;
		for (int t = 0; t < tree->n; t++)
			if (tree->head[t] >= 0 && tree->head[tree->head[t]] >= 0 && crosses(tree, t))
			{
				tree->head[t] = tree->head[tree->head[t]];
				lifted = true;
			}
	}
}

static void
add_tree(Reader *r, bool held_out, Treebank *bank)
{
	Tree	   *tree = NEWS_NEW0(r->arena, Tree, 1);
	uint32_t	t = 0;

	if (r->nwords == 0)
		return;
	news_tokenize(r->arena, &news_vocab, news_strndup(r->arena, r->text, r->len), r->len, &tree->tokens);
	if (tree->tokens.n == 0 || tree->tokens.n > NEWS_PARSE_MAX)
		return;
	tree->n = (int) tree->tokens.n;
	tree->held_out = held_out;
	tree->pos = NEWS_NEW0(r->arena, uint8_t, tree->n);
	tree->relation = NEWS_NEW0(r->arena, uint8_t, tree->n);
	tree->head = NEWS_NEW0(r->arena, int16_t, tree->n);
	tree->universal = NEWS_NEW0(r->arena, const char *, tree->n);
	for (int w = 0; w < r->nwords; w++)
	{
		while (t + 1 < tree->tokens.n && tree->tokens.items[t + 1].start < r->words[w].end)
			t++;
		r->words[w].token = (int) t;
	}
	lay_words(r, tree);
	if (!is_tree(tree))
		return;
	lift_arcs(tree);
	bank->trees = news_grow(r->arena, bank->trees, bank->n, &bank->room, sizeof(Tree *));
	bank->trees[bank->n++] = tree;
}

static void
read_line(Reader *r, char *line)
{
	char	   *column[10];
	int			n = 0;

	if (strncmp(line, "# newdoc", 8) == 0)
		r->documents++;
	if (line[0] == '#')
		return;
	for (char *s = strtok(line, "\t"); s && n < 10; s = strtok(NULL, "\t"))
		column[n++] = s;
	if (n < 10 || strchr(column[0], '.'))
		return;
	if (strchr(column[0], '-'))
		read_range(r, column);
	else
		read_word(r, column);
}

bool
treebank_read(NewsArena *arena, const char *path, bool hold_out, Treebank *bank)
{
	FILE	   *f = fopen(path, "r");
	Reader	   *r = NEWS_NEW0(arena, Reader, 1);
	static char line[1 << 16];

	if (!f)
		return false;
	r->arena = arena;
	while (fgets(line, sizeof(line), f))
	{
		line[strcspn(line, "\n")] = '\0';
		if (line[0])
		{
			read_line(r, line);
			continue;
		}
		add_tree(r, hold_out && r->documents % 10 == 0, bank);
		r->nwords = 0;
		r->len = 0;
		r->range_end = 0;
		r->glue = false;
	}
	fclose(f);
	free(r->text);
	return true;
}
