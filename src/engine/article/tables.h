/*
 * tables.h
 *	  The article reader's compiled tables: hashes of words and phrases.
 *
 * Keys are 32-bit hashes alone: of some 3,000 entries, a foreign word of the
 * page hits one by chance once in a million, which a score by line outweighs.
 */
#ifndef NEWS_ARTICLE_TABLES_H
#define NEWS_ARTICLE_TABLES_H

#include "article/words.h"

typedef struct NewsHashSlot
{
	uint32_t	hash;
	uint32_t	value;			/* 0 in an empty slot */
} NewsHashSlot;

typedef struct NewsHashTable
{
	const NewsHashSlot *slots;	/* open addressing, linear probing */
	uint32_t	mask;			/* number of slots - 1 */
} NewsHashTable;

/* Value of a key, 0 when there is none. */
static inline uint32_t
news_hash_find(const NewsHashTable *table, uint32_t hash)
{
	for (uint32_t i = hash & table->mask; table->slots[i].value; i = (i + 1) & table->mask)
		if (table->slots[i].hash == hash)
			return table->slots[i].value;
	return 0;
}

/* What a line may be, by its phrases: article_phrases.tsv. */
typedef enum NewsLineClass
{
	NEWS_LINE_PLAIN,
	NEWS_LINE_SHARE, NEWS_LINE_COMMENTS, NEWS_LINE_RELATED, NEWS_LINE_AD, NEWS_LINE_CREDIT, NEWS_LINE_MENU,
	NEWS_LINE_LEGAL, NEWS_LINE_NEWSLETTER, NEWS_LINE_AUTHOR, NEWS_LINE_BYLINE, NEWS_LINE_PUBLISHED,
	NEWS_LINE_UPDATED,
	NEWS_LINE_CLASSES
} NewsLineClass;

/* A phrase's value: class + where * 16; by hash of the words. */
#define NEWS_PHRASE_LINE	1
#define NEWS_PHRASE_START	2
#define NEWS_PHRASE_END		4
#define NEWS_PHRASE_ANY		8
extern const NewsHashTable news_article_phrases;

/* Lengths (bit k - 1: k words) of the phrases that end in a word, by the low bits of its hash. */
#define NEWS_PHRASE_FILTER	4096
extern const uint8_t news_article_phrase_ends[NEWS_PHRASE_FILTER];

/* Function words: the languages (bit i) that have it. */
extern const NewsHashTable news_article_function_words;
extern const char *const news_article_languages[];	/* ISO 639-1 of bit i */
extern const int news_article_nlanguages;

/* Months 1 .. 12 and, times 16, days of the week 1 (Monday) .. 7. */
extern const NewsHashTable news_article_calendar;

/* Marks by class and id, NEWS_MARK_* ored, by hash of the words: article_marks.tsv. */
#define NEWS_MARK_COMMENTS	0x01
#define NEWS_MARK_ASIDE		0x02
#define NEWS_MARK_CAPTION	0x04
#define NEWS_MARK_ARTICLE	0x08
#define NEWS_MARK_BYLINE	0x10
#define NEWS_MARK_DATE		0x20
#define NEWS_MARK_UPDATED	0x40
extern const NewsHashTable news_article_marks;

/* Names of meta elements: field + trust * 16, by news_hash of the name. */
typedef enum NewsMetaField
{
	NEWS_META_NONE, NEWS_META_PUBLISHED, NEWS_META_MODIFIED, NEWS_META_AUTHOR, NEWS_META_TITLE, NEWS_META_URL,
	NEWS_META_LANGUAGE, NEWS_META_SECTION, NEWS_META_SITE, NEWS_META_FIELDS
} NewsMetaField;
extern const NewsHashTable news_article_meta;

/* Words that tell of which time a sentence speaks, NEWS_CUE_* ored: article_cues.tsv. */
#define NEWS_CUE_NOW	0x01
#define NEWS_CUE_FORMER	0x02
#define NEWS_CUE_ACTS	0x04
#define NEWS_CUE_PAST	0x08
#define NEWS_CUE_FUTURE	0x10
extern const NewsHashTable news_article_cues;

/* Title and name of who held an office, as a phrase: number of the term, from 1; article_offices.tsv. */
typedef struct NewsOfficeTerm
{
	int32_t		from;			/* first day, from 1970-01-01 */
	int32_t		to;				/* last day, INT32_MIN for one that has not come */
} NewsOfficeTerm;
extern const NewsHashTable news_article_offices;
extern const NewsOfficeTerm news_article_office_terms[];
extern const uint8_t news_article_office_ends[NEWS_PHRASE_FILTER];	/* as news_article_phrase_ends */

#endif							/* NEWS_ARTICLE_TABLES_H */
