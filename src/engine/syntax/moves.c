/*
 * moves.c
 *	  The arc-eager system: its state and its moves.
 */
#include "syntax/model.h"

void
news_state_init(NewsState *s, const NewsLook *looks, const uint8_t *pos, int n)
{
	s->looks = looks;
	s->pos = pos;
	s->n = n;
	s->next = 0;
	s->top = 0;
	for (int i = 0; i < n; i++)
		s->nodes[i] = (NewsNode) {.head = -1, .left = -1, .left2 = -1, .right = -1, .right2 = -1, .marker = -1};
}

bool
news_move_legal(const NewsState *s, NewsMove move)
{
	bool		headed = s->top > 0 && s->nodes[s->stack[s->top - 1]].head >= 0;

	switch (move)
	{
		case NEWS_REDUCE:
			return headed;
		case NEWS_LEFT:
			return s->top > 0 && !headed;
		case NEWS_RIGHT:
			return s->top > 0;
		default:
			return true;
	}
}

bool
news_move_arc(const NewsState *s, NewsMove move, int *head, int *dependent)
{
	if (move == NEWS_LEFT)
	{
		*head = s->next;
		*dependent = s->stack[s->top - 1];
	}
	else if (move == NEWS_RIGHT)
	{
		*head = s->stack[s->top - 1];
		*dependent = s->next;
	}
	else
		return false;
	return true;
}

static void
add_arc(NewsState *s, int head, int dependent, uint8_t relation)
{
	NewsNode   *h = &s->nodes[head];
	NewsNode   *d = &s->nodes[dependent];

	d->head = (int16_t) head;
	d->relation = relation;
	if (dependent < head)
	{
		h->left2 = h->left;
		h->left = (int16_t) dependent;
		h->nleft += h->nleft < UINT8_MAX;
		h->left_set |= UINT64_C(1) << relation;
	}
	else
	{
		h->right2 = h->right;
		h->right = (int16_t) dependent;
		h->nright += h->nright < UINT8_MAX;
		h->right_set |= UINT64_C(1) << relation;
	}
	if (relation == NEWS_REL_CASE || relation == NEWS_REL_MARK)
		h->marker = (int16_t) dependent;
}

void
news_move(NewsState *s, NewsMove move, uint8_t relation)
{
	int			head;
	int			dependent;

	if (news_move_arc(s, move, &head, &dependent))
		add_arc(s, head, dependent, relation);
	if (move == NEWS_REDUCE || move == NEWS_LEFT)
		s->top--;
	else
		s->stack[s->top++] = (int16_t) s->next++;
}

/* The root: of the tokens without a head the first verb, else the first that is no punctuation, else the first. */
static int
choose_root(const NewsState *s)
{
	int			root = -1;
	int			rank = 0;

	for (int i = 0; i < s->n; i++)
	{
		int			pos = s->pos[i];
		int			r = 1;

		if (s->nodes[i].head >= 0)
			continue;
		if (pos >= NEWS_POS_VB && pos <= NEWS_POS_MD)
			r = 3;
		else if (pos < NEWS_POS_STOP || pos > NEWS_POS_CLOSE)
			r = 2;
		if (r > rank)
		{
			root = i;
			rank = r;
		}
	}
	return root;
}

void
news_state_finish(NewsState *s, NewsRelate relate, void *arg)
{
	int			root = choose_root(s);

	for (int i = 0; i < s->n; i++)
		if (s->nodes[i].head < 0 && i != root)
			add_arc(s, root, i, relate(arg, s, root, i));
	s->nodes[root].relation = NEWS_REL_ROOT;
}
