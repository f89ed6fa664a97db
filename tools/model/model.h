/* Helpers of the tools; see bio.c. */
#ifndef MODEL_TOOLS_H
#define MODEL_TOOLS_H

#include "tagger/tagger.h"

/* Words and tags of one document; an empty word ends a sentence. */
typedef struct BioDoc
{
	NewsStr    *words;
	NewsStr    *tags;
	uint32_t	n;
	float		weight;			/* behind -DOCSTART-; 1 where there is none */
} BioDoc;

typedef struct BioFile
{
	BioDoc	   *docs;
	uint32_t	n;
} BioFile;

/* Reads a file of two columns; a new document at each -DOCSTART-, or where there is none every max_sentences. */
extern BioFile bio_read(NewsArena *arena, const char *path, uint32_t max_sentences);

#endif
