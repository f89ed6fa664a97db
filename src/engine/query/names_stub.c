/* Stands in until the lexicon of names does. */
#include "names/names.h"

__attribute__((weak)) uint32_t
news_name_find(NewsArena *arena, NewsStr spelling, NewsNameInfo *out, uint32_t max)
{
	(void) arena; (void) spelling; (void) out; (void) max;
	return 0;
}

__attribute__((weak)) NewsStr
news_name_family(NewsStr name)
{
	uint32_t i = name.len;

	while (i > 0 && name.s[i - 1] != ' ')
		i--;
	return (NewsStr) {name.s + i, name.len - i};
}
