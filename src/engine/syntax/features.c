/*
 * features.c
 *	  Features of the parser's moves, after Zhang and Nivre (2011), with word
 *	  classes; and of the relations.
 */
#include "syntax/model.h"

#define POS_NONE NEWS_NPOS

/* A token, or none, as features see it. */
typedef struct Item
{
	uint64_t	form;
	uint64_t	pos;
	uint64_t	fine;
	int			at;				/* -1 for none */
} Item;

static inline Item
item(const NewsState *s, int i)
{
	if (i < 0 || i >= s->n)
		return (Item) {1, POS_NONE, 0, -1};
	return (Item) {s->looks[i].form, s->pos[i], s->looks[i].fine, i};
}

static inline uint64_t
relation_of(const NewsState *s, int i)
{
	return i < 0 ? NEWS_NRELATIONS : s->nodes[i].head < 0 ? NEWS_REL_ROOT : s->nodes[i].relation;
}

/* Form and part of speech, or several small numbers, in one. */
static inline uint64_t
fp(Item x)
{
	return x.form | x.pos << 32;
}

static inline uint64_t
small(uint64_t a, uint64_t b, uint64_t c)
{
	return a | b << 8 | c << 16;
}

static inline uint64_t
distance(int a, int b)
{
	int			d = b - a;

	return d < 5 ? (uint64_t) d : d < 7 ? 5 : d < 11 ? 6 : 7;
}

/* What lies between two tokens: commas, verbs, conjunctions, a bit each. */
static uint64_t
between(const NewsState *s, int a, int b)
{
	uint64_t	seen = 0;

	for (int i = a + 1; i < b && i < a + 16; i++)
	{
		int			p = s->pos[i];

		if (p == NEWS_POS_COMMA)
			seen |= 1;
		else if (p >= NEWS_POS_VB && p <= NEWS_POS_VBZ)
			seen |= 2;
		else if (p == NEWS_POS_CC)
			seen |= 4;
		else if (p == NEWS_POS_COLON || p == NEWS_POS_OPEN || p == NEWS_POS_CLOSE || p == NEWS_POS_LRB)
			seen |= 8;
	}
	return seen;
}

static inline Item
child(const NewsState *s, Item x, int which)
{
	const NewsNode *n;

	if (x.at < 0)
		return item(s, -1);
	n = &s->nodes[x.at];
	return item(s, which == 0 ? n->left : which == 1 ? n->left2 : which == 2 ? n->right : which == 3 ? n->right2 : n->marker);
}

static inline Item
head_of(const NewsState *s, Item x)
{
	return item(s, x.at < 0 ? -1 : s->nodes[x.at].head);
}

/* The top of the stack, the buffer, and the two together. */
static uint32_t *
surface(const NewsState *s, Item s0, Item n0, uint32_t *f)
{
	Item		n1 = item(s, s->next + 1);
	Item		n2 = item(s, s->next + 2);
	Item		n3 = item(s, s->next + 3);
	uint64_t	d = s0.at < 0 ? 0 : distance(s0.at, n0.at);
	uint64_t	seen = s0.at < 0 ? 0 : between(s, s0.at, n0.at);

	*f++ = news_feature(1, fp(s0), 0);
	*f++ = news_feature(2, s0.form, 0);
	*f++ = news_feature(3, s0.pos, 0);
	*f++ = news_feature(4, fp(n0), 0);
	*f++ = news_feature(5, n0.form, 0);
	*f++ = news_feature(6, n0.pos, 0);
	*f++ = news_feature(7, fp(n1), 0);
	*f++ = news_feature(8, n1.form, 0);
	*f++ = news_feature(9, n1.pos, 0);
	*f++ = news_feature(10, fp(n2), 0);
	*f++ = news_feature(11, n2.pos, 0);
	*f++ = news_feature(12, fp(s0), fp(n0));
	*f++ = news_feature(13, fp(s0), n0.form);
	*f++ = news_feature(14, s0.form, fp(n0));
	*f++ = news_feature(15, fp(s0), n0.pos);
	*f++ = news_feature(16, s0.pos, fp(n0));
	*f++ = news_feature(17, s0.pos, n0.pos);
	*f++ = news_feature(18, n0.pos, n1.pos);
	*f++ = news_feature(19, small(n0.pos, n1.pos, n2.pos), 0);
	*f++ = news_feature(20, small(s0.pos, n0.pos, n1.pos), 0);
	*f++ = news_feature(21, small(s0.pos, n0.pos, n1.pos), n2.pos);
	*f++ = news_feature(22, s0.form, d);
	*f++ = news_feature(23, s0.pos, d);
	*f++ = news_feature(24, n0.form, d);
	*f++ = news_feature(25, n0.pos, d);
	*f++ = news_feature(26, small(s0.pos, n0.pos, d), 0);
	*f++ = news_feature(27, small(s0.pos, n0.pos, seen), 0);
	*f++ = news_feature(28, s0.fine, n0.fine);
	*f++ = news_feature(29, s0.fine, n0.pos);
	*f++ = news_feature(30, s0.pos, n0.fine);
	*f++ = news_feature(31, small(n0.pos, n1.pos, n2.pos), n3.pos);
	*f++ = news_feature(32, s0.form, small(n0.pos, n1.pos, 0));
	*f++ = news_feature(33, n0.form, small(s0.pos, n1.pos, 0));
	*f++ = news_feature(34, n1.form, small(s0.pos, n0.pos, 0));
	return f;
}

/* Heads and dependents. */
static uint32_t *
structure(const NewsState *s, Item s0, Item n0, uint32_t *f)
{
	Item		h = head_of(s, s0);
	Item		h2 = head_of(s, h);
	Item		l = child(s, s0, 0);
	Item		r = child(s, s0, 2);
	Item		l2 = child(s, s0, 1);
	Item		r2 = child(s, s0, 3);
	Item		nl = child(s, n0, 0);
	Item		nl2 = child(s, n0, 1);
	Item		mark = child(s, n0, 4);
	Item		s0mark = child(s, s0, 4);
	Item		s1 = item(s, s->top > 1 ? s->stack[s->top - 2] : -1);
	uint64_t	s0rel = relation_of(s, s0.at);

	*f++ = news_feature(40, small(h.pos, s0.pos, n0.pos), s0rel);
	*f++ = news_feature(41, small(s0.pos, l.pos, n0.pos), relation_of(s, l.at));
	*f++ = news_feature(42, small(s0.pos, r.pos, n0.pos), relation_of(s, r.at));
	*f++ = news_feature(43, small(s0.pos, n0.pos, nl.pos), relation_of(s, nl.at));
	*f++ = news_feature(44, h.form, s0rel);
	*f++ = news_feature(45, h.pos, s0rel);
	*f++ = news_feature(46, l.form, 0);
	*f++ = news_feature(47, l.pos, relation_of(s, l.at));
	*f++ = news_feature(48, r.form, 0);
	*f++ = news_feature(49, r.pos, relation_of(s, r.at));
	*f++ = news_feature(50, nl.form, 0);
	*f++ = news_feature(51, nl.pos, relation_of(s, nl.at));
	*f++ = news_feature(52, h2.form, 0);
	*f++ = news_feature(53, small(s0.pos, h.pos, h2.pos), relation_of(s, h.at));
	*f++ = news_feature(54, small(s0.pos, l.pos, l2.pos), relation_of(s, l2.at));
	*f++ = news_feature(55, small(s0.pos, r.pos, r2.pos), relation_of(s, r2.at));
	*f++ = news_feature(56, small(n0.pos, nl.pos, nl2.pos), relation_of(s, nl2.at));
	*f++ = news_feature(57, s0.form, mark.form);
	*f++ = news_feature(58, h.form, mark.form);
	*f++ = news_feature(59, small(h.pos, s0.pos, n0.pos), mark.form);
	*f++ = news_feature(60, n0.form, mark.form | s0.pos << 32);
	*f++ = news_feature(61, s0.fine, mark.form | n0.pos << 32);
	*f++ = news_feature(62, h.fine, mark.form | s0.pos << 32);
	*f++ = news_feature(63, small(s1.pos, s0.pos, n0.pos), s1.at >= 0 && s1.at == h.at);
	*f++ = news_feature(64, s1.form, n0.pos);
	*f++ = news_feature(65, small(s1.pos, s0.pos, n0.pos), mark.form);
	*f++ = news_feature(66, s0mark.form, small(s0.pos, n0.pos, s0rel));
	*f++ = news_feature(67, s0mark.form, mark.form | n0.pos << 32);
	return f;
}

/* How many dependents of which relations. */
static uint32_t *
valency(const NewsState *s, Item s0, Item n0, uint32_t *f)
{
	static const NewsNode none = {.head = -1};
	const NewsNode *a = s0.at < 0 ? &none : &s->nodes[s0.at];
	const NewsNode *b = &s->nodes[n0.at];

	*f++ = news_feature(70, s0.form, a->nright);
	*f++ = news_feature(71, s0.pos, a->nright | n0.pos << 8);
	*f++ = news_feature(72, s0.form, a->nleft);
	*f++ = news_feature(73, s0.pos, a->nleft | n0.pos << 8);
	*f++ = news_feature(74, n0.form, b->nleft);
	*f++ = news_feature(75, n0.pos, b->nleft | s0.pos << 8);
	*f++ = news_feature(76, s0.form, a->right_set);
	*f++ = news_feature(77, s0.pos | n0.pos << 8, a->right_set);
	*f++ = news_feature(78, s0.form, a->left_set);
	*f++ = news_feature(79, s0.pos | n0.pos << 8, a->left_set);
	*f++ = news_feature(80, n0.form, b->left_set);
	*f++ = news_feature(81, n0.pos | s0.pos << 8, b->left_set);
	return f;
}

int
news_move_features(const NewsState *s, uint32_t *out)
{
	Item		s0 = item(s, s->top > 0 ? s->stack[s->top - 1] : -1);
	Item		n0 = item(s, s->next);
	uint32_t   *f = out;

	f = surface(s, s0, n0, f);
	f = structure(s, s0, n0, f);
	f = valency(s, s0, n0, f);
	return (int) (f - out);
}

int
news_relation_features(const NewsState *s, int head, int dependent, uint32_t *out)
{
	Item		h = item(s, head);
	Item		d = item(s, dependent);
	Item		mark = child(s, d, 4);
	Item		l = child(s, d, 0);
	Item		behind = item(s, dependent + 1);
	Item		before = item(s, dependent - 1);
	const NewsNode *hn = &s->nodes[head];
	const NewsNode *dn = &s->nodes[dependent];
	uint64_t	right = dependent > head;
	uint64_t	hd = h.pos | d.pos << 8 | right << 16;
	uint64_t	dist = right ? distance(head, dependent) : distance(dependent, head);
	uint64_t	seen = right ? between(s, head, dependent) : between(s, dependent, head);
	uint64_t	hrel = relation_of(s, head);
	uint32_t   *f = out;

	*f++ = news_feature(101, hd, 0);
	*f++ = news_feature(102, h.form, hd);
	*f++ = news_feature(103, d.form, hd);
	*f++ = news_feature(104, h.form | right << 32, d.form);
	*f++ = news_feature(105, h.form | right << 32, 0);
	*f++ = news_feature(106, d.form | right << 32, 0);
	*f++ = news_feature(107, hd, dist);
	*f++ = news_feature(108, hd, seen);
	*f++ = news_feature(109, hd, mark.form);
	*f++ = news_feature(110, mark.form, d.form);
	*f++ = news_feature(111, mark.form, h.form);
	*f++ = news_feature(112, hd, small(l.pos, relation_of(s, l.at), 0));
	*f++ = news_feature(113, hd, dn->left_set);
	*f++ = news_feature(114, hd, dn->right_set);
	*f++ = news_feature(115, hd, hn->left_set);
	*f++ = news_feature(116, hd, hn->right_set);
	*f++ = news_feature(117, h.form, hn->left_set | right << 63);
	*f++ = news_feature(118, h.form, hn->right_set | right << 63);
	*f++ = news_feature(119, hd, small(behind.pos, before.pos, 0));
	*f++ = news_feature(120, hd, behind.form);
	*f++ = news_feature(121, hd, before.form);
	*f++ = news_feature(122, d.fine | right << 16, h.pos);
	*f++ = news_feature(123, h.fine | right << 16, d.fine);
	*f++ = news_feature(124, h.fine | right << 16, d.pos);
	*f++ = news_feature(125, d.fine, mark.form | h.pos << 32);
	*f++ = news_feature(126, hd, s->looks[dependent].suffix[2]);
	*f++ = news_feature(127, hd, hrel);
	*f++ = news_feature(128, hd, s->looks[dependent].shape);
	*f++ = news_feature(129, h.form, small(d.pos, dn->nleft > 0, hn->nright));
	return (int) (f - out);
}
