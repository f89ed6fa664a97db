/*
 * role.c
 *	  Titles before and behind people's names, as phrases.
 *
 * A role is: whose it is ("Russian", "Siemens", "France's"), words that go
 * before a title, the title, and its complement ("of state", "of the Union").
 * One small grammar reads it forward; before a name it is tried from the
 * farthest place that a role may begin at.
 */
#include "names/role.h"

/* A role has no more tokens than this. */
#define ROLE_MAX 12

typedef struct Reader
{
	NewsDoc    *doc;
	const NewsTokens *tokens;
	uint32_t	mention;		/* where to look next in doc->mentions */
	uint32_t	end;			/* token behind the sentence's last */
} Reader;

static const NewsToken *
token(const Reader *r, uint32_t i)
{
	return &r->tokens->items[i];
}

static uint32_t
flags_of(const Reader *r, uint32_t i)
{
	return news_token_word_flags(r->tokens, token(r, i));
}

static bool
is_text(const Reader *r, uint32_t i, const char *text)
{
	const NewsToken *t = token(r, i);
	const char *at = r->tokens->text + t->start;
	uint32_t	len = t->end - t->start;
	uint32_t	k = 0;

	while (k < len && (at[k] | 0x20) == text[k])
		k++;
	return k == len && text[k] == '\0';
}

static bool
is_one_of(const Reader *r, uint32_t i, const char *const *list)
{
	for (; *list; list++)
		if (is_text(r, i, *list))
			return true;
	return false;
}

static bool
is_determiner(const Reader *r, uint32_t i)
{
	static const char *const words[] = {"the", "a", "an", "its", "his", "her", "their", "our", NULL};

	return (flags_of(r, i) & NEWS_W_FUNCTION) && is_one_of(r, i, words);
}

/* A title that tells what somebody is: no Mr., no kinship. */
static bool
is_title(const Reader *r, uint32_t i)
{
	static const char *const others[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mme", "mme.", "messrs", "messrs.", "madam", "madame",
		"mister", "dr", "dr.", "herr", "frau", "monsieur", "senor", "signor", "sir", "dame", "lord", "lady", "saint", "father", "sister", "brother",
	"mother", "u", NULL};

	/* head of the harbour, but no "head" by itself */
	if (is_text(r, i, "head") && i + 1 < r->end && is_text(r, i + 1, "of"))
		return true;
	return (flags_of(r, i) & NEWS_W_TITLE) && token(r, i)->kind == NEWS_WORD && !is_one_of(r, i, others);
}

static bool
is_capital(const Reader *r, uint32_t i)
{
	return (token(r, i)->flags & NEWS_TOK_CAP) && !(token(r, i)->flags & NEWS_TOK_CLITIC);
}

static bool
is_hyphen(const Reader *r, uint32_t i)
{
	return token(r, i)->kind == NEWS_PUNCT && token(r, i)->mark == '-' && news_token_glued(token(r, i)) && news_token_glued(token(r, i + 1));
}

/* The mention that begins at token i, NULL for none; mentions before r->mention are not looked at. */
static const NewsMention *
mention_at(const Reader *r, uint32_t i)
{
	for (uint32_t m = r->mention; m < r->doc->nmentions && r->doc->mentions[m].first <= i; m++)
		if (r->doc->mentions[m].first == i)
			return &r->doc->mentions[m];
	return NULL;
}

/* The end of whose role it is at i: a country, people or body, and its 's; i for none.  *close: what follows belongs to it. */
static uint32_t
read_owner(const Reader *r, uint32_t i, bool *close)
{
	const NewsMention *m = mention_at(r, i);
	NewsKind	kind;

	if (!m)
		return i;
	kind = r->doc->entities[m->entity].kind;
	if (kind != NEWS_PLACE && kind != NEWS_GROUP && kind != NEWS_ORGANIZATION)
		return i;
	i = m->end;
	*close = kind == NEWS_GROUP;
	if (i < r->end && (token(r, i)->flags & NEWS_TOK_CLITIC))
	{
		*close = true;
		i++;
	}
	return i;
}

/* Words that stand before a title in small letters: central bank governor, foreign policy chief, rebel commander. */
static bool
is_field(const Reader *r, uint32_t i)
{
	static const char *const words[] = {"policy", "bank", "central", "party", "opposition", "rebel", "government", "union", "company", "coalition",
		"parliamentary", "regional", "provincial", "local", "city", "religious", "spiritual", "political", "military", "navy", "national",
	"climate", "rights", "human", "separatist", "militia", "cabinet", "parliament", "presidential", "incoming", "outgoing", NULL};

	return is_one_of(r, i, words);
}

/* An ordinary word inside a title: "climate envoy", "general director". */
static bool
is_modifier(const Reader *r, uint32_t i, bool close)
{
	const NewsToken *t = token(r, i);
	uint32_t	flags = flags_of(r, i);

	if (t->kind != NEWS_WORD || (t->flags & NEWS_TOK_CLITIC))
		return false;
	if (flags & (NEWS_W_TITLE_PART | NEWS_W_TITLE | NEWS_W_COMPASS))
		return true;
	if (flags & (NEWS_W_FUNCTION | NEWS_W_AUXILIARY | NEWS_W_SPEECH | NEWS_W_PERSON_VERB | NEWS_W_NEGATION | NEWS_W_PRONOUN | NEWS_W_WEEKDAY | NEWS_W_MONTH))
		return false;
	/* House Speaker */
	if (is_capital(r, i))
		return (flags & (NEWS_W_COMMON | NEWS_W_ORG_HEAD | NEWS_W_PLACE_HEAD)) || !(flags & (NEWS_W_PHRASE | NEWS_W_FIRSTNAME));
	return (flags & NEWS_W_COMMON) && (close || is_field(r, i));
}

/* The end of what is tied to the front of a role by a hyphen: "then-", "ex-", "co-", "one-time"; i for none. */
static uint32_t
read_prefix(const Reader *r, uint32_t i, uint32_t limit)
{
	static const char *const prefixes[] = {"then", "ex", "co", "vice", NULL};

	if (i + 2 >= limit)
		return i;
	/* vice - president, in text that was divided into words */
	if (is_text(r, i, "vice") && token(r, i + 1)->kind == NEWS_PUNCT && token(r, i + 1)->mark == '-')
		return i + 2;
	if (!is_hyphen(r, i + 1))
		return i;
	if (is_text(r, i, "one") && is_text(r, i + 2, "time"))
		return i + 3;
	return is_one_of(r, i, prefixes) ? i + 2 : i;
}

/* The end of what is tied to the back of a title at i: "-elect", "-designate"; i for none. */
static uint32_t
read_suffix(const Reader *r, uint32_t i, uint32_t limit)
{
	static const char *const suffixes[] = {"elect", "designate", "general", "emeritus", NULL};

	return i + 1 < limit && is_hyphen(r, i) && is_one_of(r, i + 1, suffixes) ? i + 2 : i;
}

/* The end of "of state", "for the Middle East", "of Russia's security council" at i; i for none.  Not past limit. */
static uint32_t
read_complement(const Reader *r, uint32_t i, uint32_t limit)
{
	static const char *const links[] = {"of", "for", "to", "at", "in", NULL};
	uint32_t	start = i;
	uint32_t	words = 0;
	bool		named = false;

	if (i + 1 >= limit || !(flags_of(r, i) & NEWS_W_FUNCTION) || !is_one_of(r, i, links) || is_capital(r, i))
		return i;
	for (i++; i < limit; i++)
	{
		bool		close;
		uint32_t	next = read_owner(r, i, &close);

		if (next > i)
		{
			/* one name, unless it possesses what follows or is possessed */
			if (named || next > limit)
				break;
			named = !(token(r, next - 1)->flags & NEWS_TOK_CLITIC);
			words++;
			i = next - 1;
			continue;
		}
		if (is_determiner(r, i) || is_text(r, i, "of") || is_text(r, i, "and") || is_text(r, i, "for"))
			continue;
		if (token(r, i)->kind != NEWS_WORD || mention_at(r, i) || (token(r, i)->flags & NEWS_TOK_CLITIC) ||
			(flags_of(r, i) & (NEWS_W_FUNCTION | NEWS_W_AUXILIARY | NEWS_W_SPEECH | NEWS_W_PRONOUN)) || words >= 5)
			break;
		words++;
	}
	/* a link at the end links nothing */
	while (i > start && (is_determiner(r, i - 1) || is_text(r, i - 1, "of") || is_text(r, i - 1, "and") || is_text(r, i - 1, "for")))
		i--;
	return words ? i : start;
}

/* The end of whose role it is: "US State Department", "the president's"; i for none. */
static uint32_t
read_owners(const Reader *r, uint32_t i, uint32_t limit, bool *close)
{
	for (int owners = 0; owners < 2 && i < limit; owners++)
	{
		uint32_t	next = read_owner(r, i, close);

		if (next == i && is_title(r, i) && i + 1 < limit && (token(r, i + 1)->flags & NEWS_TOK_CLITIC))
		{
			next = i + 2;
			*close = true;
		}
		if (next == i)
			break;
		i = next;
	}
	return i;
}

/* The end of a role that begins at i, behind its determiner, and ends not past limit; i for none. */
static uint32_t
read_role(const Reader *r, uint32_t i, uint32_t limit)
{
	uint32_t	start = i;
	uint32_t	end = i;
	bool		close = false;

	i = read_prefix(r, i, limit);
	/* "former US president" */
	for (uint32_t first = i; i < limit && i < first + 2 && (flags_of(r, i) & NEWS_W_TITLE_PART) && !mention_at(r, i);)
		i++;
	if (i < limit && read_owner(r, i, &close) == i)
		i = read_prefix(r, start, limit);
	i = read_owners(r, i, limit, &close);
	for (uint32_t n = 0; i < limit && n < 6; n++)
	{
		if (is_title(r, i))
			i = end = read_suffix(r, i + 1, limit);
		else if (is_modifier(r, i, close) || (n > 0 && is_hyphen(r, i)))
			i++;
		else
			break;
	}
	if (end == start)
		return start;
	/* "of history at the University of Oslo" */
	end = read_complement(r, end, limit);
	return read_complement(r, end, limit);
}

/* May the word at i be part of a role before a name? */
static bool
may_be_inside(const Reader *r, uint32_t i)
{
	const NewsToken *t = token(r, i);

	if (t->kind == NEWS_PUNCT)
		return t->mark == '-' && (news_token_glued(t) || (i > 0 && is_text(r, i - 1, "vice")));
	/* an under secretary, but "under President Lindqvist" */
	if (is_text(r, i, "under"))
		return is_text(r, i + 1, "secretary") || is_text(r, i + 1, "-");
	/* US is no "us" */
	return t->kind == NEWS_WORD && ((t->flags & NEWS_TOK_UPPER) ||
									!(flags_of(r, i) & (NEWS_W_AUXILIARY | NEWS_W_SPEECH | NEWS_W_PRONOUN)));
}

/* The role that ends at token end, in front of a name or of its comma: the longest.  False when there is none. */
static bool
role_before(Reader *r, uint32_t end, uint32_t lowest, uint32_t *first)
{
	uint32_t	i = end;
	uint32_t	title = end;

	while (i > lowest && end - i < ROLE_MAX && may_be_inside(r, i - 1))
		i--;
	/* most words before a name hold no title, and none begins behind the last one */
	while (title > i && !is_title(r, title - 1))
		title--;
	/* not from the middle of a name */
	for (; i < title; i++)
		if (!is_determiner(r, i) && read_role(r, i, end) == end)
		{
			*first = i;
			return true;
		}
	return false;
}

/* Does an apposition end at token i? */
static bool
closes(const Reader *r, uint32_t i)
{
	const NewsToken *t = token(r, i);

	return i >= r->end || (t->kind == NEWS_PUNCT && (t->mark == ',' || t->mark == '.' || t->mark == ';' || t->mark == ')' || t->mark == '-' || t->mark == ':'));
}

/* Does one begin behind token i? */
static bool
opens(const Reader *r, uint32_t i)
{
	const NewsToken *t = token(r, i);

	return t->kind == NEWS_PUNCT && (t->mark == ',' || t->mark == '(' || (t->mark == '-' && !is_hyphen(r, i)));
}

static void
set_role(NewsMention *m, uint32_t first, uint32_t end)
{
	m->role_first = first;
	m->role_end = end;
}

/* The role of one mention of a person; lowest is the first token that is none of an earlier person's name. */
static void
find_role(Reader *r, NewsMention *m, uint32_t lowest)
{
	uint32_t	first;
	uint32_t	i = m->end;

	if (m->first > lowest && (flags_of(r, m->first - 1) || is_hyphen(r, m->first - 1)) && role_before(r, m->first, lowest, &first))
	{
		set_role(m, first, m->first);
		return;
	}
	/* "Kerry, the US secretary of state,", "Kerry (secretary of state)" */
	if (i + 1 < r->end && opens(r, i))
	{
		uint32_t	start = i + 1 + is_determiner(r, i + 1);
		uint32_t	limit = start + ROLE_MAX < r->end ? start + ROLE_MAX : r->end;
		uint32_t	end = read_role(r, start, limit);

		if (end > start && closes(r, end))
		{
			set_role(m, start, end);
			return;
		}
	}
	/* "The chief executive of Siemens, Joe Kaeser, said" */
	if (m->first > lowest + 1 && token(r, m->first - 1)->mark == ',' && closes(r, i) && role_before(r, m->first - 1, lowest, &first) &&
		(first == lowest || is_determiner(r, first - 1) || mention_at(r, first)))
		set_role(m, first, m->first - 1);
}

void
news_find_roles(NewsDoc *doc)
{
	Reader		r = {.doc = doc, .tokens = &doc->tokens};

	for (uint32_t i = 0; i < doc->nmentions; i++)
	{
		NewsMention *m = &doc->mentions[i];
		const NewsSentence *s = &doc->sentences.items[m->sentence];
		uint32_t	lowest = s->first;

		if ((i & 0xFFF) == 0)
			news_poll(doc->arena);
		if (doc->entities[m->entity].kind != NEWS_PERSON)
			continue;
		/* mentions of others that a role before this one may have: not beyond an earlier person */
		r.mention = i;
		r.end = s->end;
		while (r.mention > 0 && i - r.mention < 4 && doc->mentions[r.mention - 1].first >= s->first)
		{
			const NewsMention *before = &doc->mentions[r.mention - 1];

			if (doc->entities[before->entity].kind == NEWS_PERSON)
			{
				lowest = before->role_end > before->end ? before->role_end : before->end;
				break;
			}
			r.mention--;
		}
		find_role(&r, m, lowest);
	}
}

NewsStr
news_role_text(NewsDoc *doc, const NewsMention *mention)
{
	NewsStr		role;
	char	   *out;
	uint32_t	n = 0;

	if (mention->role_end == 0)
		return NEWS_NO_STR;
	role = news_span_str(&doc->tokens, mention->role_first, mention->role_end);
	out = news_alloc(doc->arena, role.len + 1);
	for (uint32_t i = 0; i < role.len; i++)
	{
		bool		space = (unsigned char) role.s[i] <= ' ';

		if (!space)
			out[n++] = role.s[i];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	return (NewsStr) {out, n};
}
