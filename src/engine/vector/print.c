/*
 * print.c
 *	  The text form of a vector.
 *
 * Its items stand in the order of the image, divided by spaces:
 *
 *	  #3021.24/1A,51D								characters and sentences of the text; weights
 *													of its parts and where they begin
 *	  person:"Sergey Lavrov"/RUS@12+13.1,80+6.2=0.9	kind, name, code, mentions
 *	  date:"2016-09-10"[2016-09-10,2016-09-11)/explicit@40+10.1
 *	  event:AGREE(place:"United States"/USA,"rebels",place="Geneva",source="Sergey Lavrov")
 *			!planned[2016-09-09,2016-09-10)/published@120+6.4=0.8
 *
 * (the last one is one word).  A mention is position + length . sentence =
 * score, a score of 1 left out.  A kind or code that is not a plain word stands
 * in quotes, and so does a kind of the user's own that has the name of another
 * item.
 */
#include "vector/vector.h"
#include "vector/text.h"

static void
put_mention(NewsBuffer *out, const NewsVectorMention *m, char before)
{
	news_put_byte(out, (unsigned char) before);
	news_put_decimal(out, m->pos);
	news_put_byte(out, '+');
	news_put_decimal(out, m->len);
	news_put_byte(out, '.');
	news_put_decimal(out, m->sentence);
	if (m->score == 100)
		return;
	news_put_text(out, NEWS_STR("=0."));
	news_put_byte(out, '0' + m->score / 10);
	if (m->score % 10)
		news_put_byte(out, '0' + m->score % 10);
}

static void
put_mentions(NewsBuffer *out, const NewsVectorMentions *mentions)
{
	for (uint32_t i = 0; i < mentions->n; i++)
		put_mention(out, &mentions->items[i], i == 0 ? '@' : ',');
}

static void
put_days(NewsBuffer *out, NewsDays days)
{
	char		iso[NEWS_DAY_SIZE];

	if (days.from == NEWS_NO_DAY)
		return;
	news_put_byte(out, '[');
	news_put(out, iso, news_day_print(days.from, iso));
	news_put_byte(out, ',');
	news_put(out, iso, news_day_print(days.to, iso));
	news_put_byte(out, ')');
}

static void
put_basis(NewsBuffer *out, NewsBasis basis)
{
	news_put_byte(out, '/');
	news_put_text(out, news_str(news_basis_names[basis]));
}

static void
put_party(NewsBuffer *out, const NewsVectorParty *party)
{
	if (party->name.s == NULL)
		return;
	if (party->kind != NEWS_NO_KIND)
		news_put_kind(out, party->kind, party->kind_name);
	news_put_quoted(out, party->name);
	news_put_code(out, party->code);
}

static void
put_event(NewsBuffer *out, const NewsVectorEvent *e)
{
	news_put_text(out, NEWS_STR("event:"));
	news_put_text(out, e->type);
	news_put_byte(out, '(');
	put_party(out, &e->actor);
	news_put_byte(out, ',');
	put_party(out, &e->recipient);
	if (e->place.s)
	{
		news_put_text(out, NEWS_STR(",place="));
		news_put_quoted(out, e->place);
	}
	if (e->source.s)
	{
		news_put_text(out, NEWS_STR(",source="));
		news_put_quoted(out, e->source);
	}
	news_put_text(out, NEWS_STR(")!"));
	news_put_text(out, news_str(news_status_names[e->status]));
	put_days(out, e->during);
	put_basis(out, e->basis);
	put_mention(out, &e->mention, '@');
}

/* A space before every item but the first. */
static void
put_gap(NewsBuffer *out)
{
	if (out->n)
		news_put_byte(out, ' ');
}

/* Extent and weights, where there are any. */
static void
put_extent(NewsBuffer *out, const NewsVector *v)
{
	if (v->chars == 0 && v->sentences == 0 && v->nzones == 0)
		return;
	news_put_byte(out, '#');
	news_put_decimal(out, v->chars);
	news_put_byte(out, '.');
	news_put_decimal(out, v->sentences);
	for (uint32_t i = 0; i < v->nzones; i++)
	{
		news_put_byte(out, i == 0 ? '/' : ',');
		news_put_decimal(out, v->zones[i].pos);
		news_put_byte(out, (unsigned char) NEWS_WEIGHT_LETTERS[v->zones[i].weight]);
	}
}

NewsStr
news_vector_print(NewsArena *arena, const NewsVector *v)
{
	NewsBuffer	out = news_buffer(arena);

	put_extent(&out, v);
	for (uint32_t i = 0; i < v->nentities; i++)
	{
		const NewsVectorEntity *e = &v->entities[i];

		put_gap(&out);
		news_put_kind(&out, e->kind, e->kind_name);
		news_put_quoted(&out, e->name);
		news_put_code(&out, e->code);
		put_mentions(&out, &e->mentions);
	}
	for (uint32_t i = 0; i < v->ndates; i++)
	{
		const NewsVectorDate *d = &v->dates[i];

		put_gap(&out);
		news_put_text(&out, news_str(news_timex_kind_names[d->kind]));
		news_put_byte(&out, ':');
		news_put_quoted(&out, d->value);
		put_days(&out, d->during);
		put_basis(&out, d->basis);
		put_mentions(&out, &d->mentions);
	}
	for (uint32_t i = 0; i < v->nevents; i++)
	{
		put_gap(&out);
		put_event(&out, &v->events[i]);
	}
	return news_buffer_str(&out);
}
