/* Trees to learn from; see treebank.c. */
#ifndef TREEBANK_H
#define TREEBANK_H

#include "syntax/parse.h"

/* One sentence, over the tokens that the engine makes of its text. */
typedef struct Tree
{
	NewsTokens	tokens;
	int			n;				/* tokens, 1 to NEWS_PARSE_MAX */
	uint8_t    *pos;			/* NewsPos */
	uint8_t    *relation;		/* NewsRelation */
	int16_t    *head;			/* -1 for the root; no two arcs cross */
	const char **universal;		/* the treebank's own part of speech */
	bool		held_out;		/* in a document that is kept for scoring */
} Tree;

typedef struct Treebank
{
	Tree	  **trees;
	uint32_t	n;
	uint32_t	room;
} Treebank;

/*
 * Adds the sentences of a CoNLL-U file, all in the arena.  Of a file with several
 * documents every tenth is held out where hold_out says so.  False when it cannot
 * be read.
 */
extern bool treebank_read(NewsArena *arena, const char *path, bool hold_out, Treebank *bank);

#endif
