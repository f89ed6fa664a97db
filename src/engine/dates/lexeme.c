/*
 * lexeme.c
 *	  Words and numbers as patterns of dates see them.
 */
#include "dates/lexeme.h"

#include "dates/calendar.h"

/* What a token of digits and separators says. */
typedef struct Digits
{
	int32_t		value;			/* of the digits before a point; -1 when there are too many */
	uint32_t	n;				/* digits before a point or comma */
	uint32_t	after;			/* digits behind the first point */
	int32_t		fraction;		/* their value */
	uint32_t	points;
	uint32_t	commas;
} Digits;

static Digits
read_digits(const NewsTokens *tokens, const NewsToken *t)
{
	Digits		d = {0};
	const char *s = tokens->text + t->start;
	uint32_t	len = t->end - t->start;

	if (len > 12)
		return (Digits) {.value = -1};
	for (uint32_t i = 0; i < len; i++)
	{
		if (s[i] == ',')
			d.commas++;
		else if (s[i] == '.')
			d.points++;
		else if (s[i] < '0' || s[i] > '9')
			return (Digits) {.value = -1};	/* digits of other scripts */
		else if (d.points == 0)
		{
			d.value = d.value < 100000000 ? d.value * 10 + (s[i] - '0') : d.value;
			d.n++;
		}
		else
		{
			d.fraction = d.fraction < 100000000 ? d.fraction * 10 + (s[i] - '0') : d.fraction;
			d.after++;
		}
	}
	return d;
}

/* Is token i the ASCII character c, glued to what is before it? */
static bool
is_glued_char(const NewsTokens *tokens, uint32_t i, char c)
{
	const NewsToken *t = &tokens->items[i];

	return i < tokens->n && !(t->flags & NEWS_TOK_SPACE) && t->end == t->start + 1 &&
		tokens->text[t->start] == c;
}

static bool
is_dash(const NewsTokens *tokens, uint32_t i)
{
	const NewsToken *t = &tokens->items[i];

	return i < tokens->n && t->kind == NEWS_PUNCT && t->mark == '-';
}

/* Plain digits of width min..max in a token glued to the one before it; -1 when it is not that. */
static int32_t
glued_number(const NewsTokens *tokens, uint32_t i, uint32_t min, uint32_t max)
{
	const NewsToken *t = &tokens->items[i];
	Digits		d;

	if (i >= tokens->n || t->kind != NEWS_NUMBER || (t->flags & NEWS_TOK_SPACE))
		return -1;
	d = read_digits(tokens, t);
	if (d.value < 0 || d.points || d.commas || d.n < min || d.n > max)
		return -1;
	return d.value;
}

static uint8_t
shape_of_number(int32_t value, uint32_t n)
{
	if (n <= 2)
		return value == 0 ? NEWS_SHAPE_D32 : n == 1 ? NEWS_SHAPE_D1 : value <= 24 ? NEWS_SHAPE_D10 :
			value <= 31 ? NEWS_SHAPE_D25 : NEWS_SHAPE_D32;
	if (n == 3)
		return NEWS_SHAPE_D100;
	if (n == 4 && value >= 1000 && value < 2200)
		return NEWS_SHAPE_D1000;
	return NEWS_SHAPE_NUMBER;
}

static bool
set_date(NewsDateLexeme *out, int32_t year, int32_t month, int32_t day, uint32_t end)
{
	if (!news_is_date(year, month, day))
		return false;
	out->year = year;
	out->month = (uint8_t) month;
	out->day = (uint8_t) day;
	out->end = end;
	out->atom = NEWS_SHAPE_NUMDATE;
	return true;
}

/* Two digits as a year: 70 and above are of the 20th century. */
static int32_t
full_year(int32_t yy)
{
	return yy < 70 ? 2000 + yy : yy < 100 ? 1900 + yy : yy;
}

/* A first and b second of a date in numbers; which is the month depends on the language. */
static bool
set_date_in_order(const NewsDateGrammar *grammar, NewsDateLexeme *out, int32_t a, int32_t b, int32_t year,
				  uint32_t end)
{
	if (grammar->day_first || a > 12)
		return set_date(out, year, b, a, end);
	return set_date(out, year, a, b, end);
}

/* "2016-09-10", "2016/09/10", "9/10/2016", "10-09-2016", "9/10/16". */
static bool
read_numeric_date(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i, Digits d,
				  NewsDateLexeme *out)
{
	bool		slash = is_glued_char(tokens, i + 1, '/');
	int32_t		b,
				c;

	if (!slash && !(is_dash(tokens, i + 1) && news_token_glued(&tokens->items[i + 1])))
		return false;
	b = glued_number(tokens, i + 2, 1, 2);
	if (b < 0 || (slash ? !is_glued_char(tokens, i + 3, '/') :
				  !(is_dash(tokens, i + 3) && news_token_glued(&tokens->items[i + 3]))))
		return false;
	if (d.n == 4)
	{
		const NewsToken *t = &tokens->items[i + 4];

		c = glued_number(tokens, i + 4, 1, 2);
		/* "10T12:00:00Z": the day, and a time that is left for later */
		if (c < 0 && i + 4 < tokens->n && t->kind == NEWS_ALNUM && t->end - t->start > 3 && news_token_glued(t) &&
			tokens->text[t->start + 2] == 'T')
			c = (tokens->text[t->start] - '0') * 10 + (tokens->text[t->start + 1] - '0');
		return c >= 0 && set_date(out, d.value, b, c, i + 5);
	}
	c = glued_number(tokens, i + 4, 4, 4);
	if (c < 0 && slash)
		c = glued_number(tokens, i + 4, 2, 2);
	if (c < 0 || d.n > 2)
		return false;
	return set_date_in_order(grammar, out, d.value, b, full_year(c), i + 5);
}

/* "7:15", "19:15:30", "7:15pm": digits stand before token i + 1, a colon. */
static bool
read_clock(const NewsTokens *tokens, uint32_t i, Digits d, NewsDateLexeme *out)
{
	int32_t		minute;

	if (d.n > 2 || d.value > 24 || !is_glued_char(tokens, i + 1, ':'))
		return false;
	minute = glued_number(tokens, i + 2, 2, 2);
	if (minute < 0 && i + 2 < tokens->n)
	{
		const NewsToken *t = &tokens->items[i + 2];
		const char *s = tokens->text + t->start;

		if (t->kind != NEWS_ALNUM || t->end - t->start != 4 || !news_token_glued(t) ||
			s[0] < '0' || s[0] > '5' || s[1] < '0' || s[1] > '9' || (s[3] | 0x20) != 'm' ||
			((s[2] | 0x20) != 'p' && (s[2] | 0x20) != 'a'))
			return false;
		minute = (s[0] - '0') * 10 + (s[1] - '0');
		out->atom = NEWS_SHAPE_HOURAP;
		out->pm = (s[2] | 0x20) == 'p';
	}
	else
		out->atom = NEWS_SHAPE_CLOCK;
	if (minute < 0 || minute > 59)
		return false;
	out->value = d.value;
	out->minute = (uint8_t) minute;
	out->has_minute = true;
	out->end = i + 3;
	if (is_glued_char(tokens, i + 3, ':'))
	{
		int32_t		second = glued_number(tokens, i + 4, 2, 2);

		if (second < 0 || second > 60)
			return false;
		out->second = (uint8_t) second;
		out->has_second = true;
		out->end = i + 5;
	}
	return true;
}

/* "5 1/2" and "1/2" itself. */
static bool
read_fraction(const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	const NewsToken *t = &tokens->items[i];

	if (t->end - t->start != 1 || tokens->text[t->start] != '1' || !is_glued_char(tokens, i + 1, '/') ||
		glued_number(tokens, i + 2, 1, 1) != 2)
		return false;
	out->half = true;
	out->end = i + 3;
	return true;
}

static bool
followed_by(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i, int class)
{
	const NewsToken *t = &tokens->items[i];

	if (i >= tokens->n || t->kind != NEWS_WORD || t->word > grammar->nwords)
		return false;
	for (uint32_t k = grammar->word_class[t->word]; k < grammar->word_class[t->word + 1]; k++)
		if (grammar->classes[k].class == class)
			return true;
	return false;
}

/* A NUMBER token with points: a date, a time, or a decimal number. */
static void
read_pointed(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i, Digits d, NewsDateLexeme *out)
{
	const NewsToken *t = &tokens->items[i];
	const char *s = tokens->text + t->start;

	if (d.points == 2 && d.commas == 0 && d.n <= 2)
	{
		int32_t		month = 0;
		int32_t		year = 0;
		uint32_t	k = d.n + 1;
		uint32_t	nyear = 0;

		while (s[k] != '.')
			month = month * 10 + (s[k++] - '0');
		for (k++; k < t->end - t->start; k++, nyear++)
			year = year * 10 + (s[k] - '0');
		if ((nyear == 4 || (nyear == 2 && grammar->day_first)) && month <= 12 &&
			set_date(out, full_year(year), month, d.value, i + 1))
			return;
		out->atom = 0;
	}
	else if (d.points > 1)
		out->atom = 0;
	else if (d.commas == 0 && d.n <= 2 && d.value <= 24 && d.after == 2 && d.fraction < 60 &&
			 followed_by(grammar, tokens, i + 1, NEWS_DC_AMPM))
	{
		out->atom = NEWS_SHAPE_CLOCK;
		out->minute = (uint8_t) d.fraction;
		out->has_minute = true;
	}
	else
	{
		out->atom = NEWS_SHAPE_NUMBER;
		out->decimal = true;
	}
}

static void
read_number(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	Digits		d = read_digits(tokens, &tokens->items[i]);

	if (d.value < 0)
		return;
	out->value = d.value;
	if (d.points)
	{
		read_pointed(grammar, tokens, i, d, out);
		return;
	}
	if (d.commas)
	{
		out->atom = NEWS_SHAPE_NUMBER;
		return;
	}
	/* 0630 GMT */
	if (d.n == 4 && d.value < 2400 && d.value % 100 < 60 && followed_by(grammar, tokens, i + 1, NEWS_DC_ZONE))
	{
		out->value = d.value / 100;
		out->minute = (uint8_t) (d.value % 100);
		out->has_minute = true;
		out->atom = NEWS_SHAPE_CLOCK;
		return;
	}
	if (read_numeric_date(grammar, tokens, i, d, out) || read_clock(tokens, i, d, out))
		return;
	out->atom = shape_of_number(d.value, d.n);
	if (grammar->dotted_days && d.n <= 2 && d.value >= 1 && d.value <= 31 && is_glued_char(tokens, i + 1, '.') &&
		i + 2 < tokens->n && tokens->items[i + 2].kind == NEWS_WORD)
	{
		out->atom = NEWS_SHAPE_TH;
		out->end = i + 2;
		return;
	}
	if (read_fraction(tokens, i, out))
	{
		out->value = 0;
		out->atom = NEWS_SHAPE_NUMBER;
	}
	else if (i + 1 < tokens->n && tokens->items[i + 1].kind == NEWS_NUMBER && read_fraction(tokens, i + 1, out))
		out->atom = NEWS_SHAPE_NUMBER;
}

/* "7.30pm" and "15h30": n digits of the hour stand at the start of len bytes. */
static void
read_joined_clock(const char *s, uint32_t len, uint32_t n, int32_t hour, NewsDateLexeme *out)
{
	bool		twelve = len == n + 5 && s[n] == '.';

	if ((!twelve && (len != n + 3 || s[n] != 'h')) || s[n + 1] < '0' || s[n + 1] > '5' || s[n + 2] < '0' || s[n + 2] > '9')
		return;
	if (twelve && ((s[n + 4] | 0x20) != 'm' || ((s[n + 3] | 0x20) != 'a' && (s[n + 3] | 0x20) != 'p') || hour < 1 || hour > 12))
		return;
	if (hour > 24)
		return;
	out->minute = (uint8_t) ((s[n + 1] - '0') * 10 + (s[n + 2] - '0'));
	out->has_minute = true;
	out->atom = twelve ? NEWS_SHAPE_HOURAP : NEWS_SHAPE_CLOCK;
	out->pm = twelve && (s[n + 3] | 0x20) == 'p';
}

/* "4th", "1990s", "7pm". */
static void
read_alnum(const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	const NewsToken *t = &tokens->items[i];
	const char *s = tokens->text + t->start;
	uint32_t	len = t->end - t->start;
	uint32_t	n = 0;
	int32_t		value = 0;

	/* Q1, H2; halves are 5 and 6 */
	if (len == 2 && (s[0] == 'Q' || s[0] == 'H') && s[1] >= '1' && s[1] <= (s[0] == 'Q' ? '4' : '2'))
	{
		out->value = s[1] - '0' + (s[0] == 'H' ? 4 : 0);
		out->atom = NEWS_SHAPE_QTR;
		return;
	}
	while (n < len && n < 5 && s[n] >= '0' && s[n] <= '9')
		value = value * 10 + (s[n++] - '0');
	if (n == 0 || n == 5)
		return;
	out->value = value;
	if (len == n + 1 && s[n] == 's' && value % 10 == 0 && (n == 2 ? value > 0 : n >= 3 && value < 2200))
	{
		/* "the 40s" is a span of ages as often as of years */
		if (n == 2 && value < 50 && i > 0 && news_token_glued(t) == false)
			return;
		out->atom = NEWS_SHAPE_TENS;
	}
	else if (len == n + 2 && n <= 2)
	{
		char		a = (char) (s[n] | 0x20);
		char		b = (char) (s[n + 1] | 0x20);

		if ((a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h'))
			out->atom = value >= 1 && value <= 31 ? NEWS_SHAPE_TH : NEWS_SHAPE_TH32;
		else if (b == 'm' && (a == 'a' || a == 'p') && value >= 1 && value <= 12)
		{
			out->atom = NEWS_SHAPE_HOURAP;
			out->pm = a == 'p';
		}
	}
	else if (n <= 2)
		read_joined_clock(s, len, n, value, out);
}

/* ---- Number words ---- */

static uint32_t
number_kind(const NewsTokens *tokens, uint32_t i)
{
	uint32_t	word = i < tokens->n ? tokens->items[i].word : 0;

	return word <= news_date_nnumbers ? news_date_numbers[word] >> 24 : 0;
}

static int32_t
number_value(const NewsTokens *tokens, uint32_t i)
{
	return (int32_t) (news_date_numbers[tokens->items[i].word] & 0xFFFFFF);
}

/* The token behind i, and behind a hyphen that glues the two. */
static uint32_t
next_part(const NewsTokens *tokens, uint32_t i)
{
	if (is_dash(tokens, i + 1) && news_token_glued(&tokens->items[i + 1]) && i + 2 < tokens->n &&
		news_token_glued(&tokens->items[i + 2]))
		return i + 2;
	return i + 1;
}

/* One .. ninety-nine at token i; *end is set behind it.  kind of the last word is returned. */
static uint32_t
read_below_hundred(const NewsTokens *tokens, uint32_t i, int32_t *value, uint32_t *end)
{
	uint32_t	kind = number_kind(tokens, i);

	*value = number_value(tokens, i);
	*end = i + 1;
	if (kind == NEWS_NW_TENS)
	{
		uint32_t	k = next_part(tokens, i);
		uint32_t	next = number_kind(tokens, k);

		if (next == NEWS_NW_UNIT || (next == NEWS_NW_ORDINAL && number_value(tokens, k) < 10))
		{
			*value += number_value(tokens, k);
			*end = k + 1;
			return next;
		}
	}
	return kind;
}

/* "nineteen ninety-six": value and end stand behind "nineteen". */
static bool
read_year_words(const NewsTokens *tokens, int32_t hundreds, uint32_t end, NewsDateLexeme *out)
{
	uint32_t	kind = number_kind(tokens, end);
	int32_t		rest;
	uint32_t	rest_end;

	if (hundreds < 16 || hundreds > 20 ||
		!((kind == NEWS_NW_TENS && hundreds < 20) || (kind == NEWS_NW_TEEN && number_value(tokens, end) >= 10)))
		return false;
	if (read_below_hundred(tokens, end, &rest, &rest_end) == NEWS_NW_ORDINAL)
		return false;
	out->value = hundreds * 100 + rest;
	out->end = rest_end;
	out->atom = NEWS_SHAPE_YEARWORD;
	return true;
}

static void
read_number_words(const NewsTokens *tokens, uint32_t i, uint32_t kind, NewsDateLexeme *out)
{
	int32_t		total = 0;
	int32_t		value = number_value(tokens, i);
	uint32_t	end = i + 1;
	uint32_t	last = kind;

	out->word = 0;
	if (kind == NEWS_NW_PLURALTENS)
	{
		out->atom = NEWS_SHAPE_TENS;
		out->value = value;
		return;
	}
	if (kind == NEWS_NW_ORDINAL)
	{
		out->value = value;
		out->atom = value <= 31 ? NEWS_SHAPE_TH : NEWS_SHAPE_TH32;
		return;
	}
	if (kind == NEWS_NW_UNIT || kind == NEWS_NW_TEEN || kind == NEWS_NW_TENS)
		last = read_below_hundred(tokens, i, &value, &end);
	if (last == NEWS_NW_ORDINAL)
	{
		out->value = value;
		out->end = end;
		out->atom = value <= 31 ? NEWS_SHAPE_TH : NEWS_SHAPE_TH32;
		return;
	}
	if (last != NEWS_NW_UNIT && read_year_words(tokens, value, end, out))
		return;
	/* hundreds and thousands: at most a handful of words */
	for (int words = 0; words < 6; words++)
	{
		uint32_t	next = number_kind(tokens, end);

		if (next == NEWS_NW_HUNDRED && value > 0 && value < 100)
			value *= 100;
		else if (next == NEWS_NW_MULTIPLE && value > 0 && value < 1000)
		{
			total += value * (number_value(tokens, end) > 1000 ? 1000 : number_value(tokens, end));
			value = 0;
		}
		else
			break;
		end++;
		if (value % 100 == 0 && number_kind(tokens, end) >= NEWS_NW_UNIT &&
			number_kind(tokens, end) <= NEWS_NW_TENS)
		{
			int32_t		rest;

			if (read_below_hundred(tokens, end, &rest, &end) == NEWS_NW_ORDINAL)
				break;
			value += rest;
		}
	}
	out->value = total + value;
	out->end = end;
	out->atom = NEWS_SHAPE_NUMBER;
}

/* "'90s" and "'96": token i is the apostrophe. */
static bool
read_short_year(const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	int32_t		yy = glued_number(tokens, i + 1, 2, 2);

	if (yy >= 0)
	{
		out->value = full_year(yy);
		out->end = i + 2;
		out->atom = NEWS_SHAPE_YEARWORD;
		return true;
	}
	if (i + 1 < tokens->n && tokens->items[i + 1].kind == NEWS_ALNUM && news_token_glued(&tokens->items[i + 1]))
	{
		read_alnum(tokens, i + 1, out);
		if (out->atom == NEWS_SHAPE_TENS)
		{
			out->end = i + 2;
			return true;
		}
		out->atom = 0;
	}
	return false;
}

static void
read_mark(const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	const NewsToken *t = &tokens->items[i];
	bool		glued = news_token_glued(t) && (i + 1 >= tokens->n || news_token_glued(&tokens->items[i + 1]));

	switch (t->kind == NEWS_PUNCT ? t->mark : (uint8_t) tokens->text[t->start])
	{
		case '-':
			out->atom = glued ? NEWS_SHAPE_HYPHEN : NEWS_SHAPE_DASH;
			break;
		case ',':
			out->atom = NEWS_SHAPE_COMMA;
			break;
		case '/':
			out->atom = NEWS_SHAPE_SLASH;
			break;
		case '\'':
			if (!read_short_year(tokens, i, out))
				out->atom = NEWS_SHAPE_APOS;
			break;
		default:
			break;
	}
}

void
news_date_lexeme(const NewsDateGrammar *grammar, const NewsTokens *tokens, uint32_t i, NewsDateLexeme *out)
{
	const NewsToken *t = &tokens->items[i];

	*out = (NewsDateLexeme) {.first = i, .end = i + 1};
	switch (t->kind)
	{
		case NEWS_WORD:
			out->word = t->word;
			if (t->word <= grammar->nwords)
				out->atom = grammar->word_atom[t->word];
			if (out->atom == NEWS_SHAPE_NUMBERWORD)
			{
				out->atom = 0;
				read_number_words(tokens, i, number_kind(tokens, i), out);
			}
			break;
		case NEWS_NUMBER:
			read_number(grammar, tokens, i, out);
			break;
		case NEWS_ALNUM:
			read_alnum(tokens, i, out);
			break;
		case NEWS_PUNCT:
		case NEWS_SYMBOL:
			read_mark(tokens, i, out);
			break;
		default:
			break;
	}
}

int
news_date_word_value(const NewsDateGrammar *grammar, uint32_t word, int class)
{
	if (word > grammar->nwords)
		return 0;
	for (uint32_t k = grammar->word_class[word]; k < grammar->word_class[word + 1]; k++)
		if (grammar->classes[k].class == class)
			return grammar->classes[k].value;
	return 0;
}
