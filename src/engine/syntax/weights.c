/*
 * weights.c
 *	  Finds the tables of weights in their image.
 */
#include "syntax/weights.h"

#include <string.h>

/* Made by tools/syntax, kept compressed in src/lexicon; tools/embed.c turns it into an array. */
extern const char news_syntax_weights[];
extern const unsigned long news_syntax_weights_size;

const int	news_row_bytes[NEWS_NTABLES] = {NEWS_ROW_POS, NEWS_ROW_MOVE, NEWS_ROW_RELATION};

void
news_weights_open(NewsWeights *w, const void *image, size_t size)
{
	static const uint8_t empty[NEWS_SLOT_BYTES];
	const uint8_t *bytes = image;
	const uint8_t *at = bytes + NEWS_SYNTAX_HEAD;
	bool		sound = size >= NEWS_SYNTAX_HEAD && memcmp(bytes, NEWS_SYNTAX_MAGIC, 4) == 0;

	for (int t = 0; t < NEWS_NTABLES; t++)
	{
		const uint8_t *numbers = bytes + 4 + 8 * t;

		w->tables[t] = (NewsTable) {empty, NULL, 1};
		if (!sound)
			continue;
		w->tables[t].nslots = news_number(numbers);
		w->tables[t].slots = at;
		at += (size_t) w->tables[t].nslots * NEWS_SLOT_BYTES;
		w->tables[t].rows = (const int8_t *) at;
		at += (size_t) news_number(numbers + 4) * (size_t) news_row_bytes[t];
	}
}

void
news_weights_shipped(NewsWeights *w)
{
	news_weights_open(w, news_syntax_weights, news_syntax_weights_size);
}
