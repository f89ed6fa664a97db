/*
 * describe.c
 *	  Descriptions of people, resolved by the article's roles and the lexicon's
 *	  offices.
 */
#include "names/describe.h"

#include "names/office.h"

/* Roles of one article that are kept; further ones resolve nothing. */
#define MAX_ROLES 64

/* Words of a title that count, and of its complement. */
#define MAX_TITLE 8
#define MAX_COMPLEMENT 3

typedef struct Role
{
	uint64_t	key;			/* of its title's words */
	uint32_t	head;			/* hash of its last word before a complement */
	int32_t		office;			/* of the lexicon, -1 for none */
	NewsStr		owner;			/* code, s NULL for none */
	uint32_t	entity;
	uint32_t	at;				/* token */
} Role;

struct NewsDescriptions
{
	NewsDoc    *doc;
	uint32_t	n;
	Role		roles[MAX_ROLES];
};

/* ---- Titles ---- */

static bool
is_text(const NewsTokens *tokens, uint32_t i, const char *text)
{
	const NewsToken *t = &tokens->items[i];
	uint32_t	len = (uint32_t) strlen(text);
	uint32_t	k = 0;

	while (k < len && t->end - t->start == len && (tokens->text[t->start + k] | 0x20) == text[k])
		k++;
	return k == len;
}

static bool
is_link(const NewsTokens *tokens, uint32_t i)
{
	return is_text(tokens, i, "of") || is_text(tokens, i, "for") || is_text(tokens, i, "to");
}

/* The first mention that ends behind token i; doc->nmentions when there is none. */
static uint32_t
mention_behind(const NewsDoc *doc, uint32_t i)
{
	uint32_t	low = 0;
	uint32_t	high = doc->nmentions;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (doc->mentions[mid].end <= i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* What the words of a title are. */
typedef struct Title
{
	uint64_t	key;
	uint32_t	head;
	uint32_t	words;
	NewsStr		owner;			/* code of the first name among them */
} Title;

/* Reads a title from token first up to end: names, determiners and links to names are no words of it. */
static Title
read_title(const NewsDoc *doc, uint32_t first, uint32_t end)
{
	const NewsTokens *tokens = &doc->tokens;
	uint32_t	m = mention_behind(doc, first);
	Title		title = {0, 0, 0, NEWS_NO_STR};
	bool		linked = false;

	for (uint32_t i = first; i < end && title.words < MAX_TITLE; i++)
	{
		const NewsToken *t = &tokens->items[i];

		while (m < doc->nmentions && doc->mentions[m].end <= i)
			m++;
		if (m < doc->nmentions && doc->mentions[m].first <= i)
		{
			const NewsEntity *e = &doc->entities[doc->mentions[m].entity];

			if (!title.owner.s && e->kind != NEWS_PERSON)
				title.owner = e->code;
			i = doc->mentions[m].end - 1;
			continue;
		}
		if (t->kind != NEWS_WORD || (t->flags & NEWS_TOK_CLITIC) || is_text(tokens, i, "the"))
			continue;
		if (is_link(tokens, i))
		{
			uint32_t	next = i + 1 + (i + 1 < end && is_text(tokens, i + 1, "the"));

			/* "of France", no "of state" */
			if (next >= end || (m < doc->nmentions && doc->mentions[m].first == next))
				continue;
			linked = true;
		}
		title.key = news_office_step(title.key, t->hash);
		title.words++;
		if (!linked)
			title.head = t->hash;
	}
	return title;
}

/* ---- What the article tells ---- */

static void
add_role(NewsDescriptions *d, const NewsMention *m)
{
	Title		title = read_title(d->doc, m->role_first, m->role_end);
	Role		role = {title.key, title.head, news_office_of_title(title.key), title.owner, m->entity, m->first};

	if (!role.owner.s)
		role.owner = d->doc->entities[m->entity].code;
	for (uint32_t i = 0; i < d->n; i++)
		if (d->roles[i].key == role.key && d->roles[i].entity == role.entity)
			return;
	if (title.words && d->n < MAX_ROLES)
		d->roles[d->n++] = role;
}

NewsDescriptions *
news_read_descriptions(NewsDoc *doc)
{
	NewsDescriptions *d = NEWS_NEW0(doc->arena, NewsDescriptions, 1);

	d->doc = doc;
	for (uint32_t i = 0; i < doc->nmentions && d->n < MAX_ROLES; i++)
		if (doc->mentions[i].role_end)
			add_role(d, &doc->mentions[i]);
	return d;
}

static bool
same_code(NewsStr a, NewsStr b)
{
	return a.s && b.s && news_str_eq(a, b);
}

/* The one person to whom the article gives this title; an owner must fit. */
static int32_t
by_article(const NewsDescriptions *d, const Title *title, int32_t office, NewsStr owner, uint32_t at)
{
	int32_t		found = -1;

	for (uint32_t i = 0; i < d->n; i++)
	{
		const Role *role = &d->roles[i];
		bool		same = role->key == title->key || (office >= 0 && role->office == office) ||
			(title->words == 1 && role->head == title->head);

		/* without an owner, only somebody named before */
		if (!same || (owner.s ? !same_code(role->owner, owner) : role->at >= at))
			continue;
		if (found >= 0 && found != (int32_t) role->entity)
			return -1;
		found = (int32_t) role->entity;
	}
	return found;
}

/* ---- What the lexicon tells ---- */

/* The person with this name, of the lexicon and perhaps of the article. */
static void
describe_name(const NewsDoc *doc, NewsStr name, NewsStr owner, NewsDescribed *out)
{
	*out = (NewsDescribed) {name, owner, -1};
	for (uint32_t i = 0; i < doc->nentities && out->entity < 0; i++)
		if (doc->entities[i].kind == NEWS_PERSON && news_str_eq(doc->entities[i].name, name))
			out->entity = (int32_t) i;
}

static bool
by_lexicon(const NewsDoc *doc, int32_t office, NewsStr owner, NewsDescribed *out)
{
	NewsStr		name;

	if (office < 0 || !doc->options->published.known)
		return false;
	/* there is one pope */
	if (!owner.s)
		owner = news_office_only_owner((uint32_t) office);
	name = news_office_holder((uint32_t) office, owner, doc->options->published.day);
	if (name.s)
		describe_name(doc, name, owner, out);
	return name.s != NULL;
}

/* The office and the title of a description, with the complement behind its head if that makes an office of it. */
static Title
longest_title(const NewsDoc *doc, uint32_t first, uint32_t end, int32_t *office)
{
	Title		title = read_title(doc, first, end);

	*office = news_office_of_title(title.key);
	if (end < doc->tokens.n && is_link(&doc->tokens, end))
		for (uint32_t k = MAX_COMPLEMENT; k > 1; k--)
		{
			Title		longer;
			int32_t		other;

			if (end + k > doc->tokens.n)
				continue;
			longer = read_title(doc, first, end + k);
			other = longer.words > title.words ? news_office_of_title(longer.key) : -1;
			if (other >= 0)
			{
				*office = other;
				return longer;
			}
		}
	return title;
}

bool
news_describe(const NewsDescriptions *d, uint32_t first, uint32_t end, NewsStr owner, NewsDescribed *out)
{
	int32_t		office;
	Title		title = longest_title(d->doc, first, end, &office);
	int32_t		entity = title.words ? by_article(d, &title, office, owner, first) : -1;

	if (entity >= 0)
	{
		const NewsEntity *e = &d->doc->entities[entity];

		*out = (NewsDescribed) {e->name, e->code.s ? e->code : owner, entity};
		return true;
	}
	return title.words && by_lexicon(d->doc, office, owner, out);
}

bool
news_describe_counterpart(const NewsDescriptions *d, NewsStr person, NewsStr owner, NewsDescribed *out)
{
	int32_t		office = -1;

	for (uint32_t i = 0; i < d->n && office < 0; i++)
		if (news_str_eq(d->doc->entities[d->roles[i].entity].name, person))
			office = d->roles[i].office;
	if (office < 0 && d->doc->options->published.known)
		office = news_office_of_holder(person, d->doc->options->published.day);
	if (office < 0)
		return false;
	for (uint32_t i = 0; i < d->n; i++)
		if (d->roles[i].office == office && same_code(d->roles[i].owner, owner))
		{
			describe_name(d->doc, d->doc->entities[d->roles[i].entity].name, owner, out);
			return true;
		}
	return by_lexicon(d->doc, office, owner, out);
}
