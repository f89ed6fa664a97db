/*
 * parse.h
 *	  Part of speech and dependency tree of one sentence.
 *
 * A greedy tagger, left to right, and a greedy transition-based parser: the
 * arc-eager system (Nivre 2003) with a classifier for the move and another one
 * for the relation of each new arc.  Both are linear, over hashed features; the
 * weights are averaged perceptrons trained with a dynamic oracle (Goldberg and
 * Nivre 2012) by tools/syntax.  Time is linear in the tokens, and nothing is
 * allocated.
 */
#ifndef NEWS_PARSE_H
#define NEWS_PARSE_H

#include "text/token.h"

/* Longer sentences are parsed in pieces of so many tokens. */
#define NEWS_PARSE_MAX 200

/*
 * Parts of speech: the tags of the Penn Treebank, divided where Universal
 * Dependencies divides them.
 */
typedef enum NewsPos
{
	NEWS_POS_NN, NEWS_POS_NNS, NEWS_POS_NNP, NEWS_POS_NNPS,
	NEWS_POS_JJ, NEWS_POS_JJP,	/* an adjective that is part of a name */
	NEWS_POS_JJR, NEWS_POS_JJS,
	NEWS_POS_RB, NEWS_POS_RBR, NEWS_POS_RBS, NEWS_POS_WRB,
	NEWS_POS_NEG,				/* not, n't */
	NEWS_POS_VB, NEWS_POS_VBD, NEWS_POS_VBG, NEWS_POS_VBN, NEWS_POS_VBP, NEWS_POS_VBZ,
	NEWS_POS_AUX_VB, NEWS_POS_AUX_VBD, NEWS_POS_AUX_VBG, NEWS_POS_AUX_VBN, NEWS_POS_AUX_VBP, NEWS_POS_AUX_VBZ,
	NEWS_POS_MD,
	NEWS_POS_IN, NEWS_POS_RP,
	NEWS_POS_SCONJ,				/* that, if, because */
	NEWS_POS_TO,				/* before an infinitive */
	NEWS_POS_DT, NEWS_POS_PDT, NEWS_POS_WDT,
	NEWS_POS_PRON_DT,			/* this, those, all on their own */
	NEWS_POS_PRON_NN,			/* everybody, nothing */
	NEWS_POS_PRON_WDT,			/* relative which, that */
	NEWS_POS_PRP, NEWS_POS_PRPS, NEWS_POS_WP, NEWS_POS_EX,
	NEWS_POS_CC, NEWS_POS_CD, NEWS_POS_UH,
	NEWS_POS_POS,				/* 's of the possessor */
	NEWS_POS_STOP, NEWS_POS_COMMA, NEWS_POS_COLON, NEWS_POS_LRB, NEWS_POS_RRB, NEWS_POS_HYPH, NEWS_POS_OPEN, NEWS_POS_CLOSE,
	NEWS_POS_SYM, NEWS_POS_URL, NEWS_POS_X,
	NEWS_NPOS					/* number of them */
} NewsPos;

/* Relations: those of Universal Dependencies, the rare ones joined. */
typedef enum NewsRelation
{
	NEWS_REL_ROOT, NEWS_REL_NSUBJ, NEWS_REL_NSUBJ_PASS, NEWS_REL_CSUBJ, NEWS_REL_OBJ, NEWS_REL_IOBJ, NEWS_REL_OBL, NEWS_REL_OBL_AGENT,
	NEWS_REL_OBL_UNMARKED, NEWS_REL_CCOMP, NEWS_REL_XCOMP, NEWS_REL_ADVCL, NEWS_REL_ADVMOD, NEWS_REL_AUX, NEWS_REL_AUX_PASS,
	NEWS_REL_COP, NEWS_REL_MARK, NEWS_REL_CASE, NEWS_REL_DET, NEWS_REL_AMOD, NEWS_REL_NUMMOD, NEWS_REL_NMOD, NEWS_REL_NMOD_POSS,
	NEWS_REL_NMOD_UNMARKED, NEWS_REL_NMOD_DESC, NEWS_REL_COMPOUND, NEWS_REL_COMPOUND_PRT, NEWS_REL_FLAT, NEWS_REL_FIXED, NEWS_REL_APPOS,
	NEWS_REL_ACL, NEWS_REL_ACL_RELCL, NEWS_REL_CONJ, NEWS_REL_CC, NEWS_REL_EXPL, NEWS_REL_PARATAXIS, NEWS_REL_DISCOURSE, NEWS_REL_PUNCT,
	NEWS_REL_DEP,
	NEWS_NRELATIONS				/* number of them */
} NewsRelation;

/* As Universal Dependencies spells them: "NOUN" of NEWS_POS_NN, "NN", "nsubj:pass". */
extern const char *const news_pos_universal[];
extern const char *const news_pos_penn[];
extern const char *const news_relation_names[];

/* The tree over n tokens, counted from the first one given. */
typedef struct NewsParse
{
	int			n;
	uint8_t		pos[NEWS_PARSE_MAX];	/* NewsPos */
	uint8_t		relation[NEWS_PARSE_MAX];	/* NewsRelation to the head */
	int16_t		head[NEWS_PARSE_MAX];	/* -1 for the root; there is one */
} NewsParse;

/*
 * Parses n tokens (1 to NEWS_PARSE_MAX) of one sentence.  Whatever the tokens,
 * the result is a tree, and no two of its arcs cross.
 */
extern void news_parse(const NewsTokens *tokens, uint32_t first, uint32_t n, NewsParse *out);

#endif							/* NEWS_PARSE_H */
