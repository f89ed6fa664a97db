/*
 * description.c
 *	  Noun groups that describe a person: "the Russian foreign minister", "his
 *	  Russian counterpart".
 */
#include "events/find.h"

/* How far back in its sentence a counterpart's other is looked for, in groups. */
#define REACH 20

/* The word at i of the sentence is this one, in lower case. */
static bool
is_word(const NewsSyntax *s, int i, const char *word)
{
	const NewsToken *t = s->words[i].token;
	size_t		len = strlen(word);

	return t->end - t->start == len && memcmp(s->doc->tokens.text + t->start, word, len) == 0;
}

static bool
is_title(const NewsFinder *f, int word)
{
	return (news_token_word_flags(&f->doc->tokens, f->syntax.words[word].token) & NEWS_W_TITLE) != 0;
}

/* The person nearest before a group in its sentence, named or described, or else the last subject. */
static NewsStr
person_before(NewsFinder *f, int group)
{
	const NewsSyntax *s = &f->syntax;

	for (int k = group - 1; k >= 0 && k > group - REACH; k--)
	{
		const NewsGroup *g = &s->groups[k];
		NewsParties owner;
		NewsParty	party;

		if (g->kind != NEWS_NOUN_GROUP)
			continue;
		if (s->words[g->head].mention >= 0)
		{
			const NewsEntity *e = &f->doc->entities[f->doc->mentions[s->words[g->head].mention].entity];

			if (e->kind == NEWS_PERSON)
				return e->name;
		}
		else if (is_title(f, g->head))
		{
			news_event_possessors(f, k, true, &owner);
			if (news_event_description(f, k, &owner, &party))
				return party.name;
		}
	}
	return f->person.name;
}

bool
news_event_description(NewsFinder *f, int group, const NewsParties *owner, NewsParty *party)
{
	const NewsSyntax *s = &f->syntax;
	const NewsGroup *g = &s->groups[group];
	bool		owned = owner->n > 0 && (owner->items[0].entity >= 0 || owner->items[0].code.s);
	NewsStr		code = owned ? owner->items[0].code : NEWS_NO_STR;
	NewsDescribed found;
	bool		known;

	if (s->words[g->head].mention >= 0 || (g->flags & (NEWS_NG_INDEFINITE | NEWS_NG_NEG)) || owner->n > 1 ||
		(owned ? !code.s : !(g->flags & NEWS_NG_DEFINITE)))
		return false;
	known = is_word(s, g->head, "counterpart");
	if (!known && !is_title(f, g->head))
		return false;
	if (!f->descriptions)
		f->descriptions = news_read_descriptions(f->doc);
	if (known)
	{
		NewsStr		person = person_before(f, group);

		known = person.s && code.s && news_describe_counterpart(f->descriptions, person, code, &found);
	}
	else
		known = news_describe(f->descriptions, s->first + g->first, s->first + (uint32_t) g->head + 1, code, &found);
	if (known)
		*party = (NewsParty) {found.name, news_str(news_kind_names[NEWS_PERSON]), found.code, found.entity};
	return known;
}
