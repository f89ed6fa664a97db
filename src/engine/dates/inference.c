/*
 * inference.c
 *	  Years, months and days that are not said.
 */
#include "dates/reading.h"

/* The anchor when it names a day, a week or a month, and so can be counted from in units of that grain. */
bool
news_date_anchor_holds(const NewsDateContext *cx, char unit)
{
	static const char fine_to_coarse[] = "DXWMSQHYEC";
	const char *a,
			   *u;

	if (cx->anchor.grain == 0 || cx->anchor.from == NEWS_NO_DAY)
		return false;
	a = strchr(fine_to_coarse, cx->anchor.grain);
	u = strchr(fine_to_coarse, unit);
	return a && u && a <= u;
}

/* How far, in days or months, is too far for the tense alone to decide. */
int32_t
news_date_choose(int tense, int32_t back, int32_t ahead, int32_t far, int32_t near)
{
	if (back == 0 || ahead == 0)
		return 0;
	if (tense < 0)
		return back > far && ahead < near ? ahead : -back;
	if (tense > 0)
		return ahead > far && back < near ? -back : ahead;
	return ahead < back ? ahead : -back;
}

/* The year of a month, and a day of it when day is not 0, seen from the day of writing. */
static int32_t
year_from_today(const NewsDateContext *cx, int month, int day, int tense)
{
	int32_t		year = cx->civil.year;
	int32_t		move;

	if (day == 0)
	{
		int32_t		back = (cx->civil.month - month + 12) % 12;

		/* a bare month is more often past */
		move = news_date_choose(tense, back, (12 - back) % 12 * (tense ? 1 : 3), 9, 3);
		if (move > 0)
			move = (12 - back) % 12;
		return year + (cx->civil.month - 1 + move < 0 ? -1 : cx->civil.month - 1 + move > 11);
	}
	for (int tries = 0; tries < 2; tries++)
	{
		NewsDay		this_year = news_day_of(year, month, day);
		NewsDay		before = this_year > cx->today ? news_day_of(year - 1, month, day) : this_year;
		NewsDay		after = this_year < cx->today ? news_day_of(year + 1, month, day) : this_year;

		move = news_date_choose(tense, cx->today - before, after - cx->today, 270, 100);
		return news_civil_of(cx->today + move).year;
	}
	return year;
}

/*
 * The year of a month without one in a history piece: that named last, or the
 * next when the story has just left autumn.
 */
static int32_t
year_from_story(const NewsDateContext *cx, int month, uint32_t sentence)
{
	int32_t		year = cx->anchor_year;
	const NewsPeriod *a = &cx->anchor;

	if ((a->grain == 'D' || a->grain == 'M') && a->year == year && a->month >= 11 && month <= 2 &&
		sentence <= cx->anchor_sentence + 2)
		return year + 1;
	return year;
}

/* Fills in the year of a month; false when there is nothing to tell it from. */
bool
news_date_find_year(const NewsDateContext *cx, const NewsDateMatch *m, int month, int day, int32_t *year, NewsBasis *basis)
{
	if (cx->anchor_year != NEWS_NO_YEAR && (cx->narrative || !cx->known))
	{
		*year = year_from_story(cx, month, m->sentence);
		*basis = NEWS_BASIS_CONTEXT;
		return true;
	}
	if (!cx->known)
		return false;
	*year = year_from_today(cx, month, day, news_date_tense(cx->doc, m));
	*basis = NEWS_BASIS_RELATIVE;
	return true;
}
