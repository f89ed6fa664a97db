/*
 * role.h
 *	  What a person is, where the article says so beside the name: "Russian Foreign
 *	  Minister Sergei Lavrov", "Kerry, the US secretary of state,".
 */
#ifndef NEWS_NAMES_ROLE_H
#define NEWS_NAMES_ROLE_H

#include "annotate.h"

/* Fills role_first and role_end of the mentions of people.  Linear: it looks a fixed number of tokens around each. */
extern void news_find_roles(NewsDoc *doc);

/* The text of a mention's role, white space made single spaces; s NULL for none.  Lives in the arena or the text. */
extern NewsStr news_role_text(NewsDoc *doc, const NewsMention *mention);

#endif							/* NEWS_NAMES_ROLE_H */
