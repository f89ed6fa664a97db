/*
 * model.h
 *	  What the parser and its trainer share: words as features see them, the
 *	  parser's state, the features.
 *
 * A feature is a hash of its template and of what it holds.  The parser sums
 * their rows of the image, the trainer those of its own tables.
 */
#ifndef NEWS_SYNTAX_MODEL_H
#define NEWS_SYNTAX_MODEL_H

#include "syntax/parse.h"
#include "syntax/weights.h"

/* ---- Words ---- */

/* What features see of a token. */
typedef struct NewsLook
{
	uint32_t	form;			/* hash of the folded form; of its shape for numbers and the like */
	uint32_t	suffix[4];		/* last one, two, three and four bytes, in lower case */
	uint32_t	prefix;			/* first three bytes */
	uint16_t	fine;			/* classes of the wordbook, 0 for none */
	uint8_t		middle;
	uint8_t		coarse;
	uint8_t		shape;			/* how it is written */
	uint8_t		casing;			/* how news writes it: NewsWordEntry.casing */
} NewsLook;

/* Looks at n tokens (at most NEWS_PARSE_MAX). */
extern void news_look(const NewsTokens *tokens, uint32_t first, uint32_t n, NewsLook *out);

/* ---- Part of speech ---- */

#define NEWS_POS_FEATURES 48

/* The features of token i, when those before it are tagged; returns how many. */
extern int	news_pos_features(const NewsLook *looks, const uint8_t *pos, int n, int i, uint32_t *out);

/* ---- The tree ---- */

/* Moves of the arc-eager system. */
typedef enum NewsMove
{
	NEWS_SHIFT,					/* the next token goes on the stack */
	NEWS_REDUCE,				/* the top of the stack, which has a head, goes */
	NEWS_LEFT,					/* the next token becomes the head of the top, which goes */
	NEWS_RIGHT,					/* the top becomes the head of the next token, which goes on the stack */
	NEWS_NMOVES
} NewsMove;

/* What is known of a token's dependents so far: the outermost two on each side, -1 for none. */
typedef struct NewsNode
{
	int16_t		head;			/* -1 for none yet */
	int16_t		left;
	int16_t		left2;
	int16_t		right;
	int16_t		right2;
	int16_t		marker;			/* last dependent that is a preposition or a conjunction */
	uint8_t		relation;
	uint8_t		nleft;
	uint8_t		nright;
	uint64_t	left_set;		/* relations of the dependents, a bit each */
	uint64_t	right_set;
} NewsNode;

typedef struct NewsState
{
	const NewsLook *looks;
	const uint8_t *pos;
	int			n;
	int			next;			/* first token of the buffer */
	int			top;			/* tokens on the stack */
	int16_t		stack[NEWS_PARSE_MAX];
	NewsNode	nodes[NEWS_PARSE_MAX];
} NewsState;

extern void news_state_init(NewsState *s, const NewsLook *looks, const uint8_t *pos, int n);

/* No token is left. */
static inline bool
news_state_done(const NewsState *s)
{
	return s->next >= s->n;
}

/* May this move be made? */
extern bool news_move_legal(const NewsState *s, NewsMove move);

/* The arc that a move makes: its head and its dependent; false for moves that make none. */
extern bool news_move_arc(const NewsState *s, NewsMove move, int *head, int *dependent);

/* Makes a legal move; relation is that of its arc. */
extern void news_move(NewsState *s, NewsMove move, uint8_t relation);

#define NEWS_MOVE_FEATURES 96

extern int	news_move_features(const NewsState *s, uint32_t *out);

#define NEWS_RELATION_FEATURES 64

/* The features of an arc that is about to be made. */
extern int	news_relation_features(const NewsState *s, int head, int dependent, uint32_t *out);

/* Tells the relation of an arc. */
typedef uint8_t (*NewsRelate) (void *arg, const NewsState *s, int head, int dependent);

/* Gives heads to the tokens that are left without, but for one: the root. */
extern void news_state_finish(NewsState *s, NewsRelate relate, void *arg);

/* ---- Parsing with other weights than the shipped ones ---- */

extern void news_parse_with(NewsWeights *w, const NewsTokens *tokens, uint32_t first, uint32_t n, NewsParse *out);

/* ---- Features ---- */

/* A feature of template t that holds a and b. */
static inline uint32_t
news_feature(uint32_t t, uint64_t a, uint64_t b)
{
	uint64_t	x = (a ^ (uint64_t) t * UINT64_C(0xD6E8FEB86659FD93)) * UINT64_C(0x9E3779B185EBCA87);

	x = (x ^ x >> 32 ^ b) * UINT64_C(0xC2B2AE3D27D4EB4F);
	return (uint32_t) (x >> 32) ^ (uint32_t) (x >> 15);
}

#endif							/* NEWS_SYNTAX_MODEL_H */
