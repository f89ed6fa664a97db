/*
 * sample_names.h
 *	  A stage of names for tests of other rooms: a few dozen names that the tests
 *	  use, so that they do not hang on the lexicon of names.
 */
#ifndef SAMPLE_NAMES_H
#define SAMPLE_NAMES_H

#include "annotate.h"

/* Fills entities and mentions of a document that has tokens and sentences. */
extern void sample_find_names(NewsDoc *doc);

/* All stages, with the names above. */
extern NewsDoc *sample_annotate(NewsArena *arena, const char *text, const NewsOptions *options);

#endif							/* SAMPLE_NAMES_H */
