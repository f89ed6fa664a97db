/*
 * office.c
 *	  Looking up offices and their holders.
 */
#include "names/office.h"

int32_t
news_office_of_title(uint64_t key)
{
	uint32_t	low = 0;
	uint32_t	high = news_offices.ntitles;

	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;

		if (news_offices.titles[mid].key == key)
			return (int32_t) news_offices.titles[mid].office;
		if (news_offices.titles[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

NewsStr
news_office_holder(uint32_t office, NewsStr code, NewsDay day)
{
	char		padded[8] = {0};
	uint32_t	low = 0;
	uint32_t	high = news_offices.nholders;

	if (code.len == 0 || code.len > sizeof(padded))
		return NEWS_NO_STR;
	memcpy(padded, code.s, code.len);
	while (low < high)
	{
		uint32_t	mid = low + (high - low) / 2;
		const NewsOfficeHolder *h = &news_offices.holders[mid];

		if (h->office < office || (h->office == office && memcmp(h->code, padded, sizeof(padded)) < 0))
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < news_offices.nholders; low++)
	{
		const NewsOfficeHolder *h = &news_offices.holders[low];

		if (h->office != office || memcmp(h->code, padded, sizeof(padded)) != 0)
			break;
		if (h->from <= day && day < h->to)
			return news_str(h->name);
	}
	return NEWS_NO_STR;
}

int32_t
news_office_of_holder(NewsStr name, NewsDay day)
{
	for (uint32_t i = 0; i < news_offices.nholders; i++)
	{
		const NewsOfficeHolder *h = &news_offices.holders[i];

		if (h->from <= day && day < h->to && news_str_eq(news_str(h->name), name))
			return (int32_t) h->office;
	}
	return -1;
}

NewsStr
news_office_only_owner(uint32_t office)
{
	const NewsOfficeHolder *first = NULL;

	for (uint32_t i = 0; i < news_offices.nholders; i++)
	{
		const NewsOfficeHolder *h = &news_offices.holders[i];

		if (h->office != office)
			continue;
		if (first && memcmp(first->code, h->code, sizeof(h->code)) != 0)
			return NEWS_NO_STR;
		first = h;
	}
	return first ? (NewsStr) {first->code, (uint32_t) strnlen(first->code, sizeof(first->code))} : NEWS_NO_STR;
}
