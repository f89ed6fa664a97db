/*
 * twice.h
 *	  Text that was encoded twice: "Obamaâ€™s", "FranÃ§ois".
 *
 * UTF-8 that a program on the way took for windows-1252 and encoded again.
 */
#ifndef NEWS_TWICE_H
#define NEWS_TWICE_H

#include "base/host.h"
#include "base/span.h"

/*
 * The text with what was encoded twice set right; text itself where nothing
 * shows that anything was: a punctuation mark ("â€™"), or a letter in the midst
 * of a word ("Ã§").  Takes and gives valid UTF-8; linear; a result of its own
 * lives in the arena.
 */
extern NewsStr news_undo_twice(NewsArena *arena, NewsStr text);

#endif							/* NEWS_TWICE_H */
