/*
 * lexeme.h
 *	  What patterns of dates are made of: words and numbers, also those that
 *	  take several tokens ("7:15", "twenty-five", "2016-09-10").
 */
#ifndef NEWS_DATE_LEXEME_H
#define NEWS_DATE_LEXEME_H

#include "dates/grammar.h"

typedef struct NewsDateLexeme
{
	uint32_t	first;			/* first token */
	uint32_t	end;			/* token behind the last */
	uint32_t	word;			/* vocabulary id of a word, 0 for a number */
	int32_t		value;			/* of a number; of a clock time: hour */
	uint16_t	atom;			/* of the automaton; 0: ends every expression */
	uint8_t		minute;			/* of a clock time */
	uint8_t		second;
	bool		has_minute;
	bool		has_second;
	bool		decimal;		/* the number has digits behind a point: 3.5 */
	bool		half;			/* 2 1/2 */
	bool		pm;				/* 7pm */
	bool		day_first;		/* of a date in numbers: which order it had */
	int32_t		year;			/* of a date in numbers */
	uint8_t		month;
	uint8_t		day;
} NewsDateLexeme;

/* Reads the lexeme that begins at token i, which is below tokens->n. */
extern void news_date_lexeme(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i,
							 NewsDateLexeme *out);

/* Value of a word in a class; 0 when it is not in it. */
extern int	news_date_word_value(const NewsDateGrammar *grammar, uint32_t word, int class);

static inline bool
news_date_cue(const NewsToken *token, NewsDateCue cue)
{
	return token->word <= news_date_ncues && (news_date_cues[token->word] >> cue & 1);
}

#endif							/* NEWS_DATE_LEXEME_H */
