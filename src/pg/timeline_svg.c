/*
 * timeline_svg.c
 *	  The pictures of a timeline's page, as SVG without any script.
 *
 * Lengths are in the units of the pictures' own boxes; the page scales them.
 * What colours tell is told by patterns and words, too.
 */
#include "timeline_html.h"

#include "base/calendar.h"

static const char *const tone_names[NEWS_TONES] = {"happened", "planned or possible", "denied or failed"};

/* ---- Bars ---- */

#define BOX_WIDTH	960
#define PLOT_LEFT	36
#define PLOT_TOP	34
#define PLOT_WIDTH	(BOX_WIDTH - PLOT_LEFT - 4)
#define PLOT_HEIGHT	150
#define MAX_BINS	200

typedef enum Unit
{
	UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR
} Unit;

static const char *const unit_names[] = {"day", "week", "month", "year"};

typedef struct Bars
{
	Unit		unit;
	int32		first;			/* number of the first bin */
	int32		n;
	uint32		counts[MAX_BINS][NEWS_TONES];	/* independent articles */
	uint32		most;			/* in one bin */
} Bars;

static int32
bin_of(Unit unit, NewsDay day)
{
	int32		y,
				m,
				d;

	if (unit == UNIT_DAY)
		return day;
	if (unit == UNIT_WEEK)
		return (day + 3 >= 0 ? day + 3 : day - 3) / 7;
	news_day_split(day, &y, &m, &d);
	return unit == UNIT_MONTH ? y * 12 + m - 1 : y;
}

/* The first day of a bin. */
static NewsDay
day_of_bin(Unit unit, int32 bin)
{
	switch (unit)
	{
		case UNIT_DAY:
			return bin;
		case UNIT_WEEK:
			return bin * 7 - 3;
		case UNIT_MONTH:
			return news_day_of(bin / 12, bin % 12 + 1, 1);
		default:
			return news_day_of(bin, 1, 1);
	}
}

/* The finest unit in which the days fit the picture. */
static void
choose_unit(Bars *bars, NewsDays days)
{
	for (bars->unit = UNIT_DAY; bars->unit <= UNIT_YEAR; bars->unit++)
	{
		bars->first = bin_of(bars->unit, days.from);
		bars->n = bin_of(bars->unit, days.to - 1) - bars->first + 1;
		if (bars->n <= MAX_BINS / 2)
			return;
	}
	bars->unit = UNIT_YEAR;
	bars->n = Min(bars->n, MAX_BINS);
}

static void
count_bars(Bars *bars, const NewsTimeline *t, NewsDays days)
{
	memset(bars, 0, sizeof(Bars));
	choose_unit(bars, days);
	for (uint32 i = 0; i < t->nhappenings; i++)
	{
		const NewsHappening *h = &t->happenings[i];
		int32		bin;

		if (h->best == NEWS_NO_REPORT || h->day < days.from || h->day >= days.to)
			continue;
		bin = bin_of(bars->unit, h->day) - bars->first;
		if (bin >= 0 && bin < bars->n)
			bars->counts[bin][news_html_tone(h->status)] += h->independent;
	}
	for (int32 i = 0; i < bars->n; i++)
	{
		uint32		sum = 0;

		for (int tone = 0; tone < NEWS_TONES; tone++)
			sum += bars->counts[i][tone];
		bars->most = Max(bars->most, sum);
	}
}

/* A round number so that about four of them make most. */
static uint32
grid_step(uint32 most)
{
	for (uint32 power = 1;; power *= 10)
	{
		if (most <= 4 * power)
			return power;
		if (most <= 8 * power)
			return 2 * power;
		if (most <= 20 * power)
			return 5 * power;
	}
}

static void
put_grid(StringInfo out, uint32 top, uint32 step)
{
	for (uint32 v = 0; v <= top; v += step)
	{
		double		y = PLOT_TOP + PLOT_HEIGHT - (double) v / top * PLOT_HEIGHT;

		appendStringInfo(out, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", PLOT_LEFT, PLOT_LEFT + PLOT_WIDTH, y, y);
		appendStringInfo(out, "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%u</text>\n", PLOT_LEFT - 6, y + 4, v);
	}
}

static void
put_bin_name(StringInfo out, Unit unit, int32 bin)
{
	static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	if (unit == UNIT_MONTH)
		appendStringInfo(out, "%s %d", months[bin % 12], bin / 12);
	else if (unit == UNIT_YEAR)
		appendStringInfo(out, "%d", bin);
	else
		news_html_day(out, day_of_bin(unit, bin), true);
}

static void
put_bar(StringInfo out, const Bars *bars, int32 bin, uint32 top)
{
	double		slot = (double) PLOT_WIDTH / bars->n;
	double		width = Min(slot * 0.78, 26);
	double		x = PLOT_LEFT + bin * slot + (slot - width) / 2;
	double		y = PLOT_TOP + PLOT_HEIGHT;

	for (int tone = 0; tone < NEWS_TONES; tone++)
	{
		double		height = (double) bars->counts[bin][tone] / top * PLOT_HEIGHT;

		if (height <= 0)
			continue;
		y -= height;
		appendStringInfo(out, "<rect class=\"tone%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>", tone, x, y, width, height);
		put_bin_name(out, bars->unit, bars->first + bin);
		appendStringInfo(out, ": %u %s</title></rect>\n", bars->counts[bin][tone], tone_names[tone]);
	}
}

/* Names under the axis: about eight of them. */
static void
put_axis(StringInfo out, const Bars *bars)
{
	double		slot = (double) PLOT_WIDTH / bars->n;
	int32		step = Max(1, (bars->n + 7) / 8);

	for (int32 bin = 0; bin < bars->n; bin += step)
	{
		double		x = PLOT_LEFT + (bin + 0.5) * slot;

		appendStringInfo(out, "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", x, x, PLOT_TOP + PLOT_HEIGHT, PLOT_TOP + PLOT_HEIGHT + 5);
		appendStringInfo(out, "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", x, PLOT_TOP + PLOT_HEIGHT + 20);
		put_bin_name(out, bars->unit, bars->first + bin);
		appendStringInfoString(out, "</text>\n");
	}
}

static void
put_legend(StringInfo out)
{
	static const int at[NEWS_TONES] = {0, 100, 260};

	for (int tone = 0; tone < NEWS_TONES; tone++)
		appendStringInfo(out, "<rect class=\"tone%d\" x=\"%d\" y=\"4\" width=\"12\" height=\"12\"/><text class=\"key\" x=\"%d\" y=\"14\">%s</text>\n",
						 tone, PLOT_LEFT + at[tone], PLOT_LEFT + at[tone] + 18, tone_names[tone]);
}

void
news_svg_bars(StringInfo out, const NewsTimeline *timeline, NewsDays within)
{
	NewsDays	days = news_html_days(timeline, within);
	Bars		bars;
	uint32		step;
	uint32		top;

	if (days.from == NEWS_NO_DAY)
		return;
	count_bars(&bars, timeline, days);
	if (bars.most == 0)
		return;
	step = grid_step(bars.most);
	top = (bars.most + step - 1) / step * step;
	appendStringInfo(out, "<figure>\n<svg class=\"bars\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"bars-title bars-desc\">\n"
					 "<title id=\"bars-title\">How much is told of each %s</title>\n<desc id=\"bars-desc\">Bars for each %s from ",
					 BOX_WIDTH, PLOT_TOP + PLOT_HEIGHT + 30, unit_names[bars.unit], unit_names[bars.unit]);
	news_html_day(out, days.from, false);
	appendStringInfoString(out, " to ");
	news_html_day(out, days.to - 1, false);
	appendStringInfo(out, "; the highest has %u independent reports.</desc>\n"
					 "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
					 "<rect class=\"hatch-ground\" width=\"5\" height=\"5\"/><line class=\"hatch-line\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"5\"/></pattern></defs>\n", bars.most);
	put_legend(out);
	put_grid(out, top, step);
	for (int32 bin = 0; bin < bars.n; bin++)
		put_bar(out, &bars, bin, top);
	put_axis(out, &bars);
	appendStringInfo(out, "</svg>\n<figcaption>Independent reports of what happened, or is to happen, on each %s.</figcaption>\n</figure>\n", unit_names[bars.unit]);
}

/* ---- Matrix ---- */

#define PARTIES		12
#define CELL		36
#define NAMES		190			/* room for the names of rows */
#define HEADS		130			/* and of columns */
#define TAIL		116			/* for the end of the last column's name */
#define CELL_TYPES	4

typedef struct Party
{
	uint32		name;			/* of the pool */
	uint32		reports;
} Party;

typedef struct Cell
{
	uint32		reports;
	uint32		types[CELL_TYPES];
	int			ntypes;
} Cell;

/* The two sides of an event; false where it has no two. */
static bool
sides(const NewsTimeline *t, const NewsHappening *h, uint32 *actor, uint32 *recipient)
{
	const NewsReport *r;

	if (h->best == NEWS_NO_REPORT)
		return false;
	r = &t->reports[h->best];
	*actor = r->parties[r->swapped].name;
	*recipient = r->parties[!r->swapped].name;
	return *actor && *recipient && *actor != *recipient;
}

static int
compare_party(const void *pa, const void *pb)
{
	const Party *a = pa;
	const Party *b = pb;

	if (a->reports != b->reports)
		return a->reports > b->reports ? -1 : 1;
	return (a->name > b->name) - (a->name < b->name);
}

/* Those who take part in most that is reported. */
static int
list_parties(const NewsTimeline *t, Party *out)
{
	Party	   *all = palloc_extended(sizeof(Party) * t->pool.n, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	int			n = 0;

	for (uint32 i = 0; i < t->pool.n; i++)
		all[i].name = i;
	for (uint32 i = 0; i < t->nhappenings; i++)
	{
		uint32		actor;
		uint32		recipient;

		if (!sides(t, &t->happenings[i], &actor, &recipient))
			continue;
		all[actor].reports += t->happenings[i].independent;
		all[recipient].reports += t->happenings[i].independent;
	}
	qsort(all, t->pool.n, sizeof(Party), compare_party);
	while (n < PARTIES && n < (int) t->pool.n && all[n].reports > 0)
	{
		out[n] = all[n];
		n++;
	}
	pfree(all);
	return n;
}

static int
find_party(const Party *parties, int n, uint32 name)
{
	for (int i = 0; i < n; i++)
		if (parties[i].name == name)
			return i;
	return -1;
}

static void
add_to_cell(Cell *cell, uint32 type, uint32 reports)
{
	cell->reports += reports;
	for (int i = 0; i < cell->ntypes; i++)
		if (cell->types[i] == type)
			return;
	if (cell->ntypes < CELL_TYPES)
		cell->types[cell->ntypes++] = type;
}

static void
fill_cells(const NewsTimeline *t, const Party *parties, int n, Cell cells[PARTIES][PARTIES])
{
	for (uint32 i = 0; i < t->nhappenings; i++)
	{
		const NewsHappening *h = &t->happenings[i];
		uint32		actor;
		uint32		recipient;
		uint32		type;
		int			a;
		int			b;

		if (!sides(t, h, &actor, &recipient))
			continue;
		a = find_party(parties, n, actor);
		b = find_party(parties, n, recipient);
		if (a < 0 || b < 0)
			continue;
		type = t->reports[h->best].type;
		add_to_cell(&cells[a][b], type, h->independent);
		if (news_event_mutual(news_pool_get(&t->pool, type)))
			add_to_cell(&cells[b][a], type, h->independent);
	}
}

static void
put_cell(StringInfo out, const NewsTimeline *t, const Party *parties, int row, int column, const Cell *cell, uint32 most)
{
	int			x = NAMES + column * CELL;
	int			y = HEADS + row * CELL;

	if (row == column || cell->reports == 0)
	{
		appendStringInfo(out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", row == column ? "self" : "none", x, y, CELL - 2, CELL - 2);
		return;
	}
	appendStringInfo(out, "<g><title>");
	news_html_text(out, news_pool_get(&t->pool, parties[row].name));
	appendStringInfoString(out, " \xE2\x86\x92 ");
	news_html_text(out, news_pool_get(&t->pool, parties[column].name));
	appendStringInfo(out, ": %u", cell->reports);
	for (int i = 0; i < cell->ntypes; i++)
	{
		appendStringInfoString(out, i ? ", " : " (");
		news_html_text(out, news_pool_get(&t->pool, cell->types[i]));
	}
	appendStringInfo(out, ")</title><rect class=\"cell\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.2f\"/>"
					 "<text class=\"count%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%u</text></g>\n",
					 x, y, CELL - 2, CELL - 2, 0.15 + 0.85 * cell->reports / most, 2 * cell->reports > most ? " strong" : "",
					 x + CELL / 2 - 1, y + CELL / 2 + 4, cell->reports);
}

/* Characters of a name that there is room for. */
#define NAME_CHARS	24

static void
put_name(StringInfo out, NewsStr name)
{
	uint32		chars = 0;

	for (uint32 i = 0; i < name.len; i++)
		if (((unsigned char) name.s[i] & 0xC0) != 0x80 && ++chars > NAME_CHARS)
		{
			news_html_text(out, (NewsStr) {name.s, i});
			appendStringInfoString(out, "\xE2\x80\xA6");
			return;
		}
	news_html_text(out, name);
}

static void
put_names(StringInfo out, const NewsTimeline *t, const Party *parties, int n)
{
	for (int i = 0; i < n; i++)
	{
		int			middle = i * CELL + CELL / 2;

		appendStringInfo(out, "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"end\">", NAMES - 8, HEADS + middle + 4);
		put_name(out, news_pool_get(&t->pool, parties[i].name));
		appendStringInfo(out, "</text><text class=\"name\" transform=\"translate(%d %d) rotate(-50)\">", NAMES + middle + 2, HEADS - 8);
		put_name(out, news_pool_get(&t->pool, parties[i].name));
		appendStringInfoString(out, "</text>\n");
	}
}

void
news_svg_matrix(StringInfo out, const NewsTimeline *timeline)
{
	Party		parties[PARTIES];
	Cell		cells[PARTIES][PARTIES] = {0};
	int			n = list_parties(timeline, parties);
	uint32		most = 1;

	if (n < 2)
		return;
	fill_cells(timeline, parties, n, cells);
	for (int i = 0; i < n * PARTIES; i++)
		most = Max(most, cells[i / PARTIES][i % PARTIES].reports);
	appendStringInfo(out, "<h2>Who with whom</h2>\n<figure>\n<svg class=\"matrix\" viewBox=\"0 0 %d %d\" style=\"max-width:%dpx\" role=\"img\" aria-labelledby=\"matrix-title matrix-desc\">\n"
					 "<title id=\"matrix-title\">Who did something with whom</title>\n"
					 "<desc id=\"matrix-desc\">A matrix of %d parties: rows act, columns are acted upon; a number is that of independent reports, at most %u.</desc>\n",
					 NAMES + n * CELL + TAIL, HEADS + n * CELL + 4, NAMES + n * CELL + TAIL, n, most);
	put_names(out, timeline, parties, n);
	for (int row = 0; row < n; row++)
		for (int column = 0; column < n; column++)
			put_cell(out, timeline, parties, row, column, &cells[row][column], most);
	appendStringInfoString(out, "</svg>\n<figcaption>Who (rows) did something with or to whom (columns): independent reports, of whatever status. "
						   "Talks, agreements and joint work count for both sides.</figcaption>\n</figure>\n");
}
