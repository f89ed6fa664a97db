/*
 * names_trie.c
 *	  Entities, and the trie of their spellings.
 */
#include "names.h"

#include <string.h>

/* The entity of this kind and name, made when there is none yet. */
uint32_t
names_entity(Names *n, NewsKind kind, const char *name, const char *code)
{
	uint32_t	hash = news_hash(name, strlen(name)) + (uint32_t) kind * 77777;
	uint32_t	i = hash & n->ent_mask;
	uint32_t	offset = lexc_pool_add(n->pool, name);

	for (; n->ent_slots[i]; i = (i + 1) & n->ent_mask)
	{
		Entity	   *e = &n->ents[n->ent_slots[i] - 1];

		if (e->kind == kind && e->name == offset)
			return n->ent_slots[i] - 1;
	}
	n->ents = news_grow(&n->lx->arena, n->ents, n->nents, &n->ents_room, sizeof(Entity));
	n->ents[n->nents] = (Entity) {(uint8_t) kind, 0, 0, offset, lexc_pool_add(n->pool, code)};
	n->ent_slots[i] = ++n->nents;
	return n->nents - 1;
}

uint32_t
names_child(Names *n, uint32_t parent, uint32_t word)
{
	uint32_t	i = (parent * UINT32_C(2654435761) + word * UINT32_C(40503)) & n->node_mask;
	uint32_t	id;

	for (; n->node_slots[i]; i = (i + 1) & n->node_mask)
		if (n->nodes[n->node_slots[i]].parent == parent && n->nodes[n->node_slots[i]].word == word)
			return n->node_slots[i];
	n->nodes = news_grow(&n->lx->arena, n->nodes, n->nnodes, &n->nodes_room, sizeof(Node));
	id = n->nnodes++;
	memset(&n->nodes[id], 0, sizeof(Node));
	n->nodes[id].parent = parent;
	n->nodes[id].word = word;
	n->nodes[id].next = n->nodes[parent].child;
	n->nodes[parent].child = id;
	n->node_slots[i] = id;
	return id;
}

/* Adds a reading to a node, unless one of its kind is there already. */
static void
add_reading(Names *n, uint32_t node, uint32_t ent, uint32_t flags, uint16_t caps, uint8_t source)
{
	Node	   *d = &n->nodes[node];

	for (uint32_t i = 0; i < d->nreadings; i++)
	{
		uint32_t	other = NEWS_READING_ENTITY(d->readings[i]);

		if (other == ent)
		{
			/* a spelling that any capitals may have is freer than one that needs its own */
			if (!(flags & NEWS_READING_EXACT))
				d->readings[i] &= ~((uint32_t) NEWS_READING_EXACT << 24);
			/* and so is one with fewer capitals: Gulf cartel, Gulf Cartel */
			d->caps[i] &= caps;
			return;
		}
		if (n->ents[other].kind == n->ents[ent].kind)
			return;
	}
	if (d->nreadings == NAMES_MAX_READINGS)
		return;
	d->readings[d->nreadings] = ent | flags << 24;
	d->sources[d->nreadings] = source;
	d->caps[d->nreadings++] = caps;
}

uint8_t
names_source(Names *n, const LexcRow *row)
{
	uint32_t	source = lexc_pool_add(n->pool, row->source);
	uint32_t	i = n->nsources;

	/* the last one is nearly always right */
	while (i > 0 && n->sources[i - 1] != source)
		i--;
	if (i > 0)
		return (uint8_t) (i - 1);
	if (n->nsources == 256)
		lexc_error(row, "more than 256 sources");
	n->sources[n->nsources] = source;
	return (uint8_t) n->nsources++;
}

/* Adds one spelling of an entity. */
static void
add_phrase(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags)
{
	uint32_t	ids[NAMES_MAX_TOKENS];
	int			ntokens = lexc_phrase(n->lx, row, s, ids, NAMES_MAX_TOKENS);
	NewsTokens	tokens;
	uint16_t	caps = 0;
	uint32_t	node = 0;

	news_tokenize(&n->lx->arena, &n->lx->vocab, s, (uint32_t) strlen(s), &tokens);
	/* the town of As is not worth the word */
	if (ntokens == 1 && (n->lx->flags[ids[0]] & (NEWS_W_FUNCTION | NEWS_W_MONTH | NEWS_W_WEEKDAY)) &&
		!(flags & NEWS_READING_EXACT))
		return;
	for (int i = 0; i < ntokens; i++)
	{
		node = names_child(n, node, ids[i]);
		if (tokens.items[i].flags & NEWS_TOK_CAP)
			caps |= (uint16_t) (1u << i);
	}
	n->lx->flags[ids[0]] |= NEWS_W_PHRASE;
	if (!(caps & 1) && tokens.items[0].kind == NEWS_WORD)
		n->lx->flags[ids[0]] |= NEWS_W_PHRASE_LOWER;
	add_reading(n, node, ent, flags, caps, names_source(n, row));
}

/* Is this the Arabic article that a name begins with, with its hyphen or space?  Returns its bytes. */
size_t
names_article_length(const char *s)
{
	static const char *const articles[] = {"al", "el", "an", "as", "ash", "at", "ad", "ar"};

	for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++)
	{
		size_t		len = strlen(articles[i]);

		if (strncasecmp(s, articles[i], len) == 0 && (s[len] == '-' || (i < 2 && s[len] == ' ')))
			return len + 1;
	}
	return 0;
}

/* Words that bodies have in their names and that news writes in two ways; a space at the end of one that only begins a name. */
static const char *const two_ways[][2] = {
	{"Organization", "Organisation"}, {"Defense", "Defence"}, {"Labor", "Labour"}, {"Center", "Centre"}, {"Program", "Programme"},
	{"Theater", "Theatre"}, {"Cooperation", "Co-operation"}, {"UN ", "U.N. "}, {"US ", "U.S. "}, {"United Nations ", "UN "},
	{"United Nations ", "U.N. "},
};

/* Where a word stands in a name; NULL when it does not. */
static const char *
find_word(const char *name, const char *word)
{
	size_t		len = strlen(word);
	const char *at = strstr(name, word);

	if (word[len - 1] == ' ')
		return at == name ? at : NULL;
	return at && (at == name || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' ') ? at : NULL;
}

/* A body's name in the other way of writing. */
static void
add_other_way(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags)
{
	char		other[512];

	for (size_t i = 0; i < sizeof(two_ways) / sizeof(*two_ways); i++)
		for (int k = 0; k < 2; k++)
		{
			const char *at = find_word(s, two_ways[i][k]);

			if (at && strlen(s) + 20 < sizeof(other))
			{
				snprintf(other, sizeof(other), "%.*s%s%s", (int) (at - s), s, two_ways[i][1 - k], at + strlen(two_ways[i][k]));
				add_phrase(n, row, other, ent, flags);
			}
		}
}

/* A spelling, and what the Arabic articles in it may look like: al-X, al X, and for a person X; a body's in American and in British English. */
void
names_add_spelling(Names *n, const LexcRow *row, const char *s, uint32_t ent, uint32_t flags)
{
	char		other[512];

	while (*s == '=' || *s == '?')
		flags |= *s++ == '=' ? NEWS_READING_EXACT : NEWS_READING_WEAK;
	add_phrase(n, row, s, ent, flags);
	if (n->ents[ent].kind == NEWS_ORGANIZATION)
		add_other_way(n, row, s, ent, flags);
	for (const char *p = s; *p; p++)
	{
		size_t		len = p == s || p[-1] == ' ' ? names_article_length(p) : 0;
		size_t		before = (size_t) (p - s);

		if (len == 0 || strlen(s) >= sizeof(other))
			continue;
		strcpy(other, s);
		other[before + len - 1] = p[len - 1] == '-' ? ' ' : '-';
		add_phrase(n, row, other, ent, flags);
		if (n->ents[ent].kind == NEWS_PERSON && before > 0)
		{
			strcpy(other + before, p + len);
			add_phrase(n, row, other, ent, flags);
		}
		break;
	}
}

/* Spellings divided by "|". */
void
names_add_spellings(Names *n, const LexcRow *row, const char *list, uint32_t ent, uint32_t flags)
{
	while (*list)
	{
		size_t		len = strcspn(list, "|");

		if (len)
			names_add_spelling(n, row, news_strndup(&n->lx->arena, list, len), ent, flags);
		list += len + (list[len] == '|');
	}
}

const char *
names_unmarked(const char *name)
{
	return name + strspn(name, "=?");
}

int64_t
names_meant(Names *n, const LexcRow *row, const char *spelling, NewsKind kind)
{
	uint32_t	ids[NAMES_MAX_TOKENS];
	int			ntokens = lexc_phrase(n->lx, row, spelling, ids, NAMES_MAX_TOKENS);
	uint32_t	node = 0;

	for (int i = 0; i < ntokens; i++)
		node = names_child(n, node, ids[i]);
	for (uint32_t i = 0; i < n->nodes[node].nreadings; i++)
	{
		uint32_t	ent = NEWS_READING_ENTITY(n->nodes[node].readings[i]);

		/* the town of Usa is not the USA */
		if (n->ents[ent].kind == kind && !(NEWS_READING_FLAGS(n->nodes[node].readings[i]) & NEWS_READING_EXACT))
			return ent;
	}
	return -1;
}
