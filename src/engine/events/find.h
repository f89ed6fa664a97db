/*
 * find.h
 *	  What the parts of the events room share: the state of one document and the
 *	  steps from a trigger to an event.
 */
#ifndef NEWS_EVENTS_FIND_H
#define NEWS_EVENTS_FIND_H

#include "events/syntax.h"
#include "names/describe.h"

#define NEWS_PARTIES_MAX 4

/* Who fills one role: the members of a coordination. */
typedef struct NewsParties
{
	int			n;
	NewsParty	items[NEWS_PARTIES_MAX];
	int16_t		agents[NEWS_PARTIES_MAX];	/* the group that tells of people or a body of that party ("Georgian police"), -1 for none */
	bool		resumes;		/* a pronoun: stands for both of an earlier pair */
	bool		content;		/* named by what is promised or asked, not by the trigger's own frame */
} NewsParties;

typedef struct NewsBodies NewsBodies;

typedef struct NewsFinder
{
	NewsDoc    *doc;
	NewsStr    *codes;			/* by entity: its code, or the one its titles told; s NULL for none */
	NewsParty	person;			/* last person named as a subject: "he" */
	NewsParty	thing;			/* last other party named as a subject: "it", "they" */
	NewsParty	pair[2];		/* last two parties of one event: "the two sides" */
	bool		have_pair;
	NewsDays	pair_days;		/* when that pair last did something, where the text tells; pair_sentence says where */
	uint32_t	pair_sentence;
	NewsDescriptions *descriptions; /* read when the first is met */
	NewsBodies *bodies;			/* likewise */
	NewsStr		dateline;		/* place the report was sent from; s NULL for none */
	uint32_t	room;			/* of doc->events */
	NewsSyntax	syntax;
} NewsFinder;

/* A trigger found in a sentence. */
typedef struct NewsFound
{
	const NewsTrigger *trigger;
	int			group;			/* verb or noun group that holds it */
	int			object;			/* verb triggers with a particle: the group taken as object, -1 for none */
	bool		noun;
	uint16_t	first;			/* words of the trigger */
	uint16_t	end;
} NewsFound;

/* match.c: finds the trigger of group i; false when it holds none. */
extern bool news_event_match(const NewsSyntax *s, int i, NewsFound *found);

/* description.c: the person whom a noun group without a name describes; false when it does not say who. */
extern bool news_event_description(NewsFinder *f, int group, const NewsParties *owner, NewsParty *party);

/* body.c: the body whose name a noun group shortens ("the bank"); false when it does not say which. */
extern bool news_event_body(NewsFinder *f, int group, NewsParty *party);

/* party.c: the parties a noun group names, with what it is coordinated with. */
extern void news_event_parties(NewsFinder *f, int group, NewsParties *out);

/* The parties that possess or modify a noun group ("Turkish proposals", "Assad's attacks"), or follow it with of, by, from. */
extern void news_event_possessors(NewsFinder *f, int group, bool phrases, NewsParties *out);

/* Remembers a subject for later pronouns. */
extern void news_event_remember(NewsFinder *f, const NewsParty *party);

/* roles.c: fills actor and recipient. */
extern void news_event_roles(NewsFinder *f, const NewsFound *found, NewsParties *actor, NewsParties *recipient);

/* The verb that carries a noun trigger ("held talks", "talks began"), -1 for none; *subject_acts unless it is received. */
extern int	news_event_carrier(const NewsSyntax *s, int group, bool *subject_acts);

/*
 * content.c: what is said, demanded, promised.  The recipient that the content
 * of an event names ("agreed to help Mali"), where its own frame has none.
 */
extern void news_event_content_recipient(NewsFinder *f, const NewsFound *found, NewsParties *recipient);

/* The first verb group that hangs on verb group i as its content, -1 for none. */
extern int	news_event_content(const NewsSyntax *s, int i);

/*
 * A speech act without a verb of its own: "said Spain must return the ship" is a
 * REQUEST, "said it would not sign" a REJECT.  False when verb group i is none.
 */
extern bool news_event_speech_act(NewsFinder *f, int i, NewsFound *found, NewsParties *actor, NewsParties *recipient);

/* Who says that another attacked, accuses: "Kiev said Russia shelled the town".  The deed is told beside it. */
extern bool news_event_blame(NewsFinder *f, int i, NewsFound *found, NewsParties *actor, NewsParties *recipient);

/*
 * intent.c: does the actor of a deed mean to do it?  Then *found is the event of
 * saying so, an AGREE, THREATEN or REJECT with the deed's parties.
 */
extern bool news_event_intent(const NewsSyntax *s, const NewsFound *deed, NewsFound *found);

/*
 * The trigger of a promise, a vow or a preparation with the type that its content
 * gives it: "vowed to attack" threatens, "vowed to help" agrees.  NULL when the
 * content makes it no event; the trigger itself where there is nothing to tell.
 */
extern const NewsTrigger *news_event_promised(const NewsSyntax *s, const NewsFound *found);

/* status.c */
extern NewsStatus news_event_status(const NewsSyntax *s, const NewsFound *found);

/* How the group embeds what it governs in this way, 0 when it does not. */
extern NewsEmbedder news_event_embedder(const NewsSyntax *s, int group, NewsGovern rel);

/* circumstances.c: when, where, and who says so.  resumes: a pronoun for an earlier pair acts. */
extern void news_event_when(NewsFinder *f, const NewsFound *found, bool resumes, NewsEvent *event);
extern NewsStr news_event_where(NewsFinder *f, const NewsFound *found, const NewsEvent *event);
extern NewsStr news_event_source(NewsFinder *f, const NewsFound *found);
extern NewsStr news_event_dateline(const NewsDoc *doc);

#endif							/* NEWS_EVENTS_FIND_H */
