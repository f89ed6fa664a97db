/*
 * template.h
 *	  The templates of features, and the hash of a template and a value.
 *
 * The choice follows Ratinov and Roth, "Design Challenges and Misconceptions in
 * Named Entity Recognition" (2009): forms, affixes, lists, word classes, and
 * what other places of the same text say of a word.
 */
#ifndef NEWS_TEMPLATE_H
#define NEWS_TEMPLATE_H

#include "tagger/features.h"

/* Templates; the numbers are part of every model. */
enum
{
	F_BIAS = 1, F_WORD, F_WORD_CASING, F_CASING, F_SHAPE, F_SUFFIX, F_LIST, F_LISTS, F_FINE, F_MIDDLE, F_MIDDLE_CASING, F_USUAL_CASING,
	F_PAIR_BEFORE, F_PAIR_AFTER, F_CASINGS, F_LISTS_BEFORE, F_LISTS_AFTER, F_MIDDLE_BEFORE, F_MIDDLE_AFTER,
	F_PLACE, F_GLUE, F_START, F_LAYOUT, F_LEFT, F_RIGHT, F_LAST, F_LAST_LISTS, F_PHRASE,
	F_HINT, F_HINT_CASING, F_HINT_BEFORE, F_HINT_AFTER, F_HINT_WORD, F_HINT_CLASS, F_HINT_LAYOUT, F_HINT_CLASS_BEFORE, F_HINT_CLASS_AFTER,
	F_CASES, F_USE_HINT, F_USE_BEFORE, F_USE_AFTER, F_LONGER_PART, F_LONGER_HINT, F_LONGER_LAST, F_LONGER_LISTS, F_LONGER_FIRST,
	F_ACRONYM, F_ACRONYM_LAST, F_MAJORITY, F_MAJORITY_CASING,
	F_PREFIX, F_LENGTH, F_COARSE, F_FINE_BEFORE, F_FINE_AFTER, F_MIDDLE_AROUND, F_WORDS_AROUND, F_WORD_BEFORE_CASING, F_WORD_AFTER_CASING,
	F_LEFT_CLASS, F_RIGHT_CLASS, F_FIRST, F_FIRST_LISTS, F_PHRASE_LIST, F_USE_LISTS_BEFORE, F_USE_LISTS_AFTER, F_TOPIC, F_TOPIC_LISTS
};

static inline uint32_t
feature(uint32_t template, uint32_t value)
{
	return news_hash_end(news_hash_step(UINT64_C(0x27D4EB2F165667C5) * template, value));
}

static inline uint32_t
pair(uint32_t a, uint32_t b)
{
	return news_hash_end(news_hash_step(a, b));
}

/* Does the model take the features that bring little and cost much? */
static inline bool
is_rich(const NewsStretch *st)
{
	return st->model && (st->model->flags & NEWS_MODEL_RICH);
}

/* Lists of a form's word, and whether it has a capital. */
static inline uint32_t
lists_of(const NewsForm *form)
{
	return (form->entry->lists & ~(uint32_t) NEWS_LIST_BEGINS) * 2 + form->anchor;
}

#endif							/* NEWS_TEMPLATE_H */
