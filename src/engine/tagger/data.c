/*
 * data.c
 *	  The wordbook and the model that are compiled into the library.
 *
 * Made by "make model" and kept compressed in src/lexicon; tools/embed.c turns
 * them into arrays.
 */
#include "tagger/model.h"
#include "tagger/wordbook.h"

extern const char news_tagger_words[];
extern const char news_tagger_model[];
extern const unsigned long news_tagger_model_size;

const NewsWordbook *
news_wordbook(void)
{
	return (const NewsWordbook *) (const void *) news_tagger_words;
}

const NewsModel *
news_model_shipped(void)
{
	return news_tagger_model_size ? (const NewsModel *) (const void *) news_tagger_model : NULL;
}
