/*
 * newsvector_op.c
 *	  Operators of newsvector: concatenation, length, weights, jsonb.  (Comparison: compare.c.)
 */
#include "values.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/jsonb.h"

PG_FUNCTION_INFO_V1(newsvector_concat);
PG_FUNCTION_INFO_V1(newsvector_length);
PG_FUNCTION_INFO_V1(news_setweight);
PG_FUNCTION_INFO_V1(newsvector_to_jsonb);

/* ---- Concatenation and length ---- */

Datum
newsvector_concat(PG_FUNCTION_ARGS)
{
	struct varlena *result;
	NewsSession session;
	NewsVector	a,
				b,
				both;

	news_session_open(&session);
	news_vector_read(&session.arena, PG_GETARG_VARLENA_PP(0), &a);
	news_vector_read(&session.arena, PG_GETARG_VARLENA_PP(1), &b);
	if (!news_vector_concat(&session.arena, &a, &b, &both))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("newsvector is too large"),
				 errdetail("Positions go up to %d.", NEWS_VECTOR_MAX_POS)));
	result = news_vector_value(&session.arena, &both);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

/* Entities, dates and events, each counted once. */
Datum
newsvector_length(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsVectorReader reader;
	int32		n = 0;

	if (news_vector_open(news_vector_image(value), &reader))
		n = (int32) (reader.nentities + reader.ndates + reader.nevents);
	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_INT32(n);
}

/* ---- Weights ---- */

static uint32
weight_arg(char letter)
{
	const char *found = memchr(NEWS_WEIGHT_LETTERS, pg_toupper((unsigned char) letter), NEWS_WEIGHT_A + 1);

	if (!found)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized weight: \"%c\"", letter),
				 errhint("A weight is A, B, C or D.")));
	return (uint32) (found - NEWS_WEIGHT_LETTERS);
}

/* vector, weight, and perhaps how many sentences get it, from the first on. */
Datum
news_setweight(PG_FUNCTION_ARGS)
{
	uint32		weight = weight_arg(PG_GETARG_CHAR(1));
	uint32		end = NEWS_VECTOR_MAX_POS + 1;
	struct varlena *result;
	NewsSession session;
	NewsVector	v;

	news_session_open(&session);
	news_vector_read(&session.arena, PG_GETARG_VARLENA_PP(0), &v);
	if (PG_NARGS() > 2)
		end = PG_GETARG_INT32(2) > 0 ? news_vector_sentence_end(&v, (uint32) PG_GETARG_INT32(2)) : 1;
	news_vector_set_weight(&session.arena, &v, end, weight);
	result = news_vector_value(&session.arena, &v);
	news_session_close(&session);
	PG_RETURN_POINTER(result);
}

/* ---- jsonb ---- */

/* A key and its string, unless there is none; out ends in "{" or in a value. */
static void
put_json_str(StringInfo out, const char *key, NewsStr s)
{
	if (s.s == NULL)
		return;
	if (out->data[out->len - 1] != '{')
		appendStringInfoChar(out, ',');
	appendStringInfo(out, "\"%s\":", key);
	escape_json(out, news_cstring_to_server(s));
}

static void
put_json_days(StringInfo out, NewsDays days)
{
	char		iso[NEWS_DAY_SIZE];

	if (days.from == NEWS_NO_DAY)
		return;
	appendStringInfo(out, ",\"during\":\"[%.*s,", (int) news_day_print(days.from, iso), iso);
	appendStringInfo(out, "%.*s)\"", (int) news_day_print(days.to, iso), iso);
}

static void
put_json_place(StringInfo out, const NewsVector *v, const NewsVectorMention *m)
{
	uint32		weight = news_vector_weight(v, m->pos);

	appendStringInfo(out, "\"pos\":%u,\"len\":%u,\"sentence\":%u", m->pos, m->len, m->sentence);
	if (weight != NEWS_WEIGHT_D)
		appendStringInfo(out, ",\"weight\":\"%c\"", NEWS_WEIGHT_LETTERS[weight]);
}

static void
put_json_mentions(StringInfo out, const NewsVector *v, const NewsVectorMentions *mentions, bool scored)
{
	appendStringInfoString(out, ",\"mentions\":[");
	for (uint32 i = 0; i < mentions->n; i++)
	{
		const NewsVectorMention *m = &mentions->items[i];

		appendStringInfoString(out, i ? ",{" : "{");
		put_json_place(out, v, m);
		if (scored)
			appendStringInfo(out, ",\"score\":%u.%02u", m->score / 100, m->score % 100);
		appendStringInfoChar(out, '}');
	}
	appendStringInfoString(out, "]}");
}

static void
put_json_party(StringInfo out, const char *key, const NewsVectorParty *party)
{
	if (party->name.s == NULL)
		return;
	appendStringInfo(out, ",\"%s\":{", key);
	put_json_str(out, "name", party->name);
	put_json_str(out, "kind", news_kind_str(party->kind, party->kind_name));
	put_json_str(out, "code", party->code);
	appendStringInfoChar(out, '}');
}

static void
put_json_entity(StringInfo out, const NewsVector *v, const NewsVectorEntity *e)
{
	appendStringInfoChar(out, '{');
	put_json_str(out, "kind", news_kind_str(e->kind, e->kind_name));
	put_json_str(out, "name", e->name);
	put_json_str(out, "code", e->code);
	put_json_mentions(out, v, &e->mentions, true);
}

static void
put_json_date(StringInfo out, const NewsVector *v, const NewsVectorDate *d)
{
	appendStringInfoChar(out, '{');
	put_json_str(out, "kind", news_str(news_timex_kind_names[d->kind]));
	put_json_str(out, "value", d->value);
	put_json_str(out, "basis", news_str(news_basis_names[d->basis]));
	put_json_days(out, d->during);
	put_json_mentions(out, v, &d->mentions, false);
}

static void
put_json_event(StringInfo out, const NewsVector *v, const NewsVectorEvent *e)
{
	appendStringInfoChar(out, '{');
	put_json_str(out, "type", e->type);
	put_json_party(out, "actor", &e->actor);
	put_json_party(out, "recipient", &e->recipient);
	put_json_str(out, "place", e->place);
	put_json_str(out, "source", e->source);
	put_json_str(out, "status", news_str(news_status_names[e->status]));
	put_json_str(out, "basis", news_str(news_basis_names[e->basis]));
	put_json_days(out, e->during);
	appendStringInfoChar(out, ',');
	put_json_place(out, v, &e->mention);
	appendStringInfo(out, ",\"score\":%u.%02u}", e->mention.score / 100, e->mention.score % 100);
}

Datum
newsvector_to_jsonb(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	NewsSession session;
	NewsVector	v;
	StringInfoData out;

	initStringInfo(&out);
	news_session_open(&session);
	news_vector_read(&session.arena, value, &v);
	appendStringInfo(&out, "{\"chars\":%u,\"sentences\":%u,\"entities\":[", v.chars, v.sentences);
	for (uint32 i = 0; i < v.nentities; i++)
	{
		if (i)
			appendStringInfoChar(&out, ',');
		put_json_entity(&out, &v, &v.entities[i]);
	}
	appendStringInfoString(&out, "],\"dates\":[");
	for (uint32 i = 0; i < v.ndates; i++)
	{
		if (i)
			appendStringInfoChar(&out, ',');
		put_json_date(&out, &v, &v.dates[i]);
	}
	appendStringInfoString(&out, "],\"events\":[");
	for (uint32 i = 0; i < v.nevents; i++)
	{
		if (i)
			appendStringInfoChar(&out, ',');
		put_json_event(&out, &v, &v.events[i]);
	}
	appendStringInfoString(&out, "]}");
	news_session_close(&session);
	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(out.data)));
}
