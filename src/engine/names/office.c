/*
 * office.c
 *	  Looking up offices and their holders.
 */
#include "names/office.h"

#include "names/lexicon.h"

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

static bool
is_office(const NewsOffice *o, uint32_t office)
{
	return strcmp(news_lexicon.pool + o->office, news_offices.names[office]) == 0;
}

static bool
is_held(const NewsOffice *o, NewsDay day)
{
	return o->from <= day && day < o->to;
}

NewsStr
news_office_holder(uint32_t office, NewsStr code, NewsDay day)
{
	for (uint32_t i = 0; i < news_lexicon.noffices; i++)
	{
		const NewsOffice *o = &news_lexicon.offices[i];

		if (is_held(o, day) && is_office(o, office) && news_str_eq(news_str(news_lexicon.pool + o->code), code))
			return news_lexicon_name(o->person);
	}
	return NEWS_NO_STR;
}

int32_t
news_office_of_holder(NewsStr name, NewsDay day)
{
	for (uint32_t i = 0; i < news_lexicon.noffices; i++)
	{
		const NewsOffice *o = &news_lexicon.offices[i];

		if (!is_held(o, day) || !news_str_eq(news_lexicon_name(o->person), name))
			continue;
		for (uint32_t k = 0; k < news_offices.nnames; k++)
			if (is_office(o, k))
				return (int32_t) k;
	}
	return -1;
}

NewsStr
news_office_only_owner(uint32_t office)
{
	const char *owner = NULL;

	for (uint32_t i = 0; i < news_lexicon.noffices; i++)
	{
		const NewsOffice *o = &news_lexicon.offices[i];
		const char *code = news_lexicon.pool + o->code;

		if (!is_office(o, office))
			continue;
		if (owner && strcmp(owner, code) != 0)
			return NEWS_NO_STR;
		owner = code;
	}
	return owner ? news_str(owner) : NEWS_NO_STR;
}
