/*
 * test_syntax.c
 *	  The parser: trees of plain sentences, and that anything gives a tree.
 */
#include <stdlib.h>

#include "check.h"
#include "syntax/model.h"

typedef struct Parsed
{
	NewsArena	arena;
	NewsTokens	tokens;
	NewsParse	parse;
} Parsed;

static bool
parse_bytes(Parsed *p, const char *text, uint32_t len)
{
	news_arena_init(&p->arena, &news_malloc_host);
	news_tokenize(&p->arena, &news_vocab, text, len, &p->tokens);
	if (p->tokens.n == 0)
		return false;
	news_parse(&p->tokens, 0, p->tokens.n < NEWS_PARSE_MAX ? p->tokens.n : NEWS_PARSE_MAX, &p->parse);
	return true;
}

/* The first token with this text, -1 for none. */
static int
find_token(const Parsed *p, const char *text)
{
	for (int i = 0; i < p->parse.n; i++)
		if (news_str_eq(news_span_str(&p->tokens, (uint32_t) i, (uint32_t) i + 1), news_str(text)))
			return i;
	return -1;
}

static int	arcs;
static int	arcs_right;

/* Is word tied to head ("" for the root) by the relation?  Weights trained anew may miss one or another. */
static void
check_arc(const char *sentence, const char *word, const char *relation, const char *head)
{
	Parsed		p;
	int			i;
	int			h;

	parse_bytes(&p, sentence, (uint32_t) strlen(sentence));
	i = find_token(&p, word);
	h = *head ? find_token(&p, head) : -1;
	arcs++;
	if (CHECK(i >= 0) && p.parse.head[i] == h && strcmp(news_relation_names[p.parse.relation[i]], relation) == 0)
		arcs_right++;
	else if (i >= 0 && getenv("NEWS_VERBOSE"))
		printf("%s: %s is %s of %d, not %s of %s\n", sentence, word, news_relation_names[p.parse.relation[i]], p.parse.head[i], relation, head);
	news_arena_release(&p.arena);
}

static void
check_pos(const char *sentence, const char *word, const char *universal, const char *penn)
{
	Parsed		p;
	int			i;

	parse_bytes(&p, sentence, (uint32_t) strlen(sentence));
	i = find_token(&p, word);
	CHECK(i >= 0 && strcmp(news_pos_universal[p.parse.pos[i]], universal) == 0 && strcmp(news_pos_penn[p.parse.pos[i]], penn) == 0);
	news_arena_release(&p.arena);
}

static void
test_trees(void)
{
	static const char *const active = "The French minister met the German chancellor in Oslo on Monday.";
	static const char *const passive = "Two soldiers were killed by rebels near the border.";
	static const char *const embedded = "The president said that his government would sign the treaty.";
	static const char *const list = "France, Mali and Niger signed an agreement.";
	static const char *const relative = "The troops who attacked the town left on Friday.";
	static const char *const infinitive = "The rebels refused to leave the city.";

	check_arc(active, "met", "root", "");
	check_arc(active, "minister", "nsubj", "met");
	check_arc(active, "chancellor", "obj", "met");
	check_arc(active, "Oslo", "obl", "met");
	check_arc(active, "French", "amod", "minister");
	check_arc(passive, "soldiers", "nsubj:pass", "killed");
	check_arc(passive, "rebels", "obl:agent", "killed");
	check_arc(embedded, "sign", "ccomp", "said");
	check_arc(embedded, "would", "aux", "sign");
	check_arc(embedded, "government", "nsubj", "sign");
	check_arc(list, "Mali", "conj", "France");
	check_arc(list, "Niger", "conj", "France");
	check_arc(relative, "attacked", "acl:relcl", "troops");
	check_arc(relative, "left", "root", "");
	check_arc(infinitive, "leave", "xcomp", "refused");
	CHECK(arcs_right * 100 >= arcs * 75);
}

static void
test_tags(void)
{
	check_pos("They will meet on Monday.", "will", "AUX", "MD");
	check_pos("They will meet on Monday.", "meet", "VERB", "VB");
	check_pos("The town was attacked by rebels.", "attacked", "VERB", "VBN");
	check_pos("The rebels attacked the town.", "attacked", "VERB", "VBD");
	check_pos("The attack on the town did not stop.", "attack", "NOUN", "NN");
	check_pos("The attack on the town did not stop.", "not", "PART", "RB");
}

/* One root, every other token under it, and no two arcs cross. */
static bool
is_tree(const NewsParse *p)
{
	int			roots = 0;

	for (int i = 0; i < p->n; i++)
	{
		int			at = i;

		roots += p->head[i] < 0;
		if (p->head[i] < -1 || p->head[i] >= p->n || p->pos[i] >= NEWS_NPOS || p->relation[i] >= NEWS_NRELATIONS)
			return false;
		for (int steps = 0; at >= 0; steps++, at = p->head[at])
			if (steps > p->n)
				return false;
		for (int k = 0; k < p->n; k++)
		{
			int			low = i < p->head[i] ? i : p->head[i];
			int			high = i < p->head[i] ? p->head[i] : i;
			bool		inside = k > low && k < high;
			bool		head_inside = p->head[k] >= low && p->head[k] <= high;

			if (p->head[i] >= 0 && inside && !head_inside)
				return false;
		}
	}
	return roots == 1;
}

static void
test_anything(void)
{
	static const char *const words[] = {
		"the", "of", "to", "and", "that", "not", "will", "is", ",", ".", "\"", "(", "-", "'s", ":", "$", "5", "2016", "\xE2\x80\x94", "\xFF\xFE",
		"France", "talks", "agreed", "attacking", "said", "http://example.org", "xqzt", "U.S.", "\xE4\xB8\xAD", "who", "to", "\x01"
	};
	uint32_t	seed = 1;

	for (int n = 0; n < 1000; n++)
	{
		Parsed		p;
		char		text[6000];
		size_t		len = 0;
		int			nwords = n % 50 == 0 ? 400 : n % 40;

		for (int i = 0; i < nwords; i++)
		{
			seed = seed * 1664525u + 1013904223u;
			len += (size_t) snprintf(text + len, sizeof(text) - len, seed >> 8 & 7 ? " %s" : "%s",
									 words[(seed >> 12) % (sizeof(words) / sizeof(*words))]);
		}
		if (parse_bytes(&p, text, (uint32_t) len))
			CHECK(is_tree(&p.parse));
		news_arena_release(&p.arena);
	}
}

/* Without weights, and with bytes that are no image, a tree all the same. */
static void
test_no_weights(void)
{
	NewsWeights weights;
	Parsed		p;

	parse_bytes(&p, "France met Mali.", 16);
	news_weights_open(&weights, "", 0);
	news_parse_with(&weights, &p.tokens, 0, p.tokens.n, &p.parse);
	CHECK(is_tree(&p.parse));
	news_weights_open(&weights, "no image, but some bytes of text", 32);
	news_parse_with(&weights, &p.tokens, 0, p.tokens.n, &p.parse);
	CHECK(is_tree(&p.parse));
	news_arena_release(&p.arena);
}

int
main(void)
{
	test_trees();
	test_tags();
	test_anything();
	test_no_weights();
	return check_done();
}
