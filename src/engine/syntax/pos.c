/*
 * pos.c
 *	  Features of the tagger.
 */
#include "syntax/model.h"

/* Tags that stand before and behind the sentence. */
#define POS_EDGE NEWS_NPOS

static const NewsLook edge = {.form = 1};

static inline const NewsLook *
look(const NewsLook *looks, int n, int i)
{
	return i >= 0 && i < n ? &looks[i] : &edge;
}

static inline uint64_t
pos_at(const uint8_t *pos, int i)
{
	return i >= 0 ? pos[i] : POS_EDGE;
}

static inline uint64_t
two(uint64_t a, uint64_t b)
{
	return a | b << 32;
}

/* What the tags so far say of verbs. */
typedef struct VerbContext
{
	uint64_t	helper;			/* auxiliary or "to" right before, adverbs and pronouns between; POS_EDGE for none */
	uint64_t	finite;			/* the clause has a finite verb */
} VerbContext;

/* How far back the clause is looked at, in tokens. */
#define CLAUSE_REACH 24

static bool
is_finite(int pos)
{
	return pos == NEWS_POS_VBD || pos == NEWS_POS_VBP || pos == NEWS_POS_VBZ || pos == NEWS_POS_MD || pos == NEWS_POS_AUX_VBD ||
		pos == NEWS_POS_AUX_VBP || pos == NEWS_POS_AUX_VBZ;
}

static bool
opens_clause(int pos)
{
	return pos == NEWS_POS_SCONJ || pos == NEWS_POS_PRON_WDT || pos == NEWS_POS_WP || pos == NEWS_POS_WRB || pos == NEWS_POS_COLON;
}

static VerbContext
verb_context(const uint8_t *pos, int i)
{
	VerbContext c = {POS_EDGE, 0};
	bool		near = true;

	for (int k = i - 1; k >= 0 && k > i - CLAUSE_REACH && !c.finite && !opens_clause(pos[k]); k--)
	{
		int			p = pos[k];

		if (near && ((p >= NEWS_POS_AUX_VB && p <= NEWS_POS_MD) || p == NEWS_POS_TO))
			c.helper = (uint64_t) p;
		near = near && c.helper == POS_EDGE && (p == NEWS_POS_NEG || (p >= NEWS_POS_RB && p <= NEWS_POS_RBS) || p == NEWS_POS_PRP);
		c.finite = is_finite(p);
	}
	return c;
}

int
news_pos_features(const NewsLook *looks, const uint8_t *pos, int n, int i, uint32_t *out)
{
	const NewsLook *w = &looks[i];
	const NewsLook *before = look(looks, n, i - 1);
	const NewsLook *before2 = look(looks, n, i - 2);
	const NewsLook *next = look(looks, n, i + 1);
	const NewsLook *next2 = look(looks, n, i + 2);
	uint64_t	p1 = pos_at(pos, i - 1);
	uint64_t	p2 = pos_at(pos, i - 2);
	VerbContext c = verb_context(pos, i);
	uint64_t	verbs = c.helper | c.finite << 8;
	uint32_t   *f = out;

	*f++ = news_feature(1, w->form, 0);
	*f++ = news_feature(2, before->form, w->form);
	*f++ = news_feature(3, w->form, next->form);
	*f++ = news_feature(4, before->form, 0);
	*f++ = news_feature(5, next->form, 0);
	*f++ = news_feature(6, before2->form, 0);
	*f++ = news_feature(7, next2->form, 0);
	*f++ = news_feature(8, p1, 0);
	*f++ = news_feature(9, p1, p2);
	*f++ = news_feature(10, w->form, p1);
	*f++ = news_feature(11, next->form, p1);
	*f++ = news_feature(12, w->form, two(p1, p2));
	for (uint32_t k = 0; k < 4; k++)
		*f++ = news_feature(13 + k, w->suffix[k], w->shape >> 3 & 3);
	*f++ = news_feature(17, w->prefix, 0);
	*f++ = news_feature(18, w->shape, w->casing);
	*f++ = news_feature(19, w->shape, before->shape);
	*f++ = news_feature(20, w->shape, next->shape);
	*f++ = news_feature(21, w->fine, 0);
	*f++ = news_feature(22, w->fine, p1);
	*f++ = news_feature(23, next->fine, p1);
	*f++ = news_feature(24, two(w->middle, before->middle), 0);
	*f++ = news_feature(25, two(w->middle, next->middle), 0);
	*f++ = news_feature(26, w->suffix[2], p1);
	*f++ = news_feature(27, next->suffix[2], 0);
	*f++ = news_feature(28, before->suffix[2], 0);
	*f++ = news_feature(29, next2->middle, next->middle);
	*f++ = news_feature(30, w->fine, two(p1, p2));
	*f++ = news_feature(31, w->suffix[2], next->suffix[2]);
	*f++ = news_feature(32, two(w->middle, w->shape), p1);
	*f++ = news_feature(33, before->fine, 0);
	*f++ = news_feature(34, w->suffix[1], verbs);
	*f++ = news_feature(35, w->form, verbs);
	*f++ = news_feature(36, w->fine, verbs);
	*f++ = news_feature(37, two(w->suffix[1], p1), verbs);
	*f++ = news_feature(38, w->suffix[1], two(next->middle, verbs));
	*f++ = news_feature(39, w->suffix[1], next->form);
	return (int) (f - out);
}
