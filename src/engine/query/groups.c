/*
 * groups.c
 *	  Groups of keys, for statistics.
 */
#include "query/estimate.h"

#include "query/keylayout.h"

/* Of parties by their name: up to behind the NUL, and to behind type and role. */
static uint32_t
party_groups(NewsStr key, const char *nul, NewsStr *groups)
{
	uint32_t	name = (uint32_t) (nul - key.s) + 1;

	groups[0] = (NewsStr) {key.s, name};
	groups[1] = (NewsStr) {key.s, name + news_party_type_len((NewsStr) {key.s + name, key.len - name})};
	return 2;
}

uint32_t
news_key_groups(NewsStr key, NewsStr *groups)
{
	uint32_t	n = 0;
	const char *nul = memchr(key.s, '\0', key.len);

	groups[n++] = (NewsStr) {key.s, 1};
	if (nul == NULL)
		return n;
	switch (key.s[0])
	{
		case 'n':
			for (uint32_t len = 2; len <= 1 + NEWS_PREFIX_MAX && key.s + len <= nul; len++)
				groups[n++] = (NewsStr) {key.s, len};
			break;
		case 'e':
			groups[n++] = (NewsStr) {key.s, (uint32_t) (nul - key.s)};
			break;
		case 'b':
			n += party_groups(key, nul, groups + n);
			break;
		case 'p':
			nul = memchr(nul + 1, '\0', key.len - (uint32_t) (nul + 1 - key.s));
			/* FALLTHROUGH */
		case 'k':
			if (nul)
				groups[n++] = (NewsStr) {key.s, (uint32_t) (nul - key.s) + 1};
			break;
	}
	return n;
}
