/*
 * dict_text.c
 *	  The text and binary forms of a dictionary.
 */
#include "names/dict_text.h"

#include "vector/text.h"

/* ---- Text ---- */

static bool
parse_row(NewsScan *s, NewsDictRow *row)
{
	NewsLabel	label;
	uint32_t	at = s->at;
	NewsDictFault fault;

	if (!news_scan_label(s, &label) || !news_scan_expect(s, ':', "a colon is expected") ||
		!news_scan_quoted(s, NEWS_DICT_MAX_BYTES, &row->name) || !news_scan_code(s, &row->code))
		return false;
	row->kind = label.word;
	row->alias = row->name;
	if (news_scan_take(s, '=') && !news_scan_quoted(s, NEWS_DICT_MAX_BYTES, &row->alias))
		return false;
	fault = news_dict_check_row(s->arena, row);
	return fault == NEWS_DICT_OK || news_scan_fail(s, at, news_dict_faults[fault], NULL);
}

bool
news_dict_parse(NewsArena *arena, NewsStr text, NewsDictRow **rows, uint32_t *nrows, NewsError *error)
{
	NewsScan	s = news_scan(arena, text);
	uint32_t	room = 0;

	*rows = NULL;
	*nrows = 0;
	for (bool valid = news_scan_valid(&s); valid;)
	{
		uint32_t	at = s.at;

		news_scan_space(&s);
		if (news_scan_done(&s))
			return true;
		if (*nrows && at == s.at && !news_scan_fail(&s, at, "a space is expected", NULL))
			break;
		if (*nrows >= NEWS_DICT_MAX_ROWS && !news_scan_fail(&s, at, "the dictionary has too many entries", NULL))
			break;
		*rows = news_grow(arena, *rows, *nrows, &room, sizeof(**rows));
		if (!parse_row(&s, &(*rows)[*nrows]))
			break;
		++*nrows;
		news_poll(arena);
	}
	*error = s.error;
	return false;
}

NewsStr
news_dict_print(NewsArena *arena, const struct NewsDict *dict)
{
	NewsBuffer	out = news_buffer(arena);

	for (uint32_t i = 0; i < news_dict_count(dict); i++)
	{
		NewsDictRow row;

		news_dict_row(dict, i, &row);
		if (i)
			news_put_byte(&out, ' ');
		/* a kind of the dictionary's own may have any name: a built-in one is that */
		news_put_kind(&out, news_kind_of(row.kind), row.kind);
		news_put_quoted(&out, row.name);
		news_put_code(&out, row.code);
		if (!news_str_eq(row.alias, row.name))
		{
			news_put_byte(&out, '=');
			news_put_quoted(&out, row.alias);
		}
	}
	return news_buffer_str(&out);
}

/* ---- Binary ---- */

static bool
get_row(NewsArena *arena, NewsBytes *in, NewsDictRow *row)
{
	row->kind = news_get_str(in);
	row->name = news_get_str(in);
	row->code = news_get_str(in);
	row->alias = news_get_str(in);
	if (row->code.len == 0)
		row->code = NEWS_NO_STR;
	return !in->bad && news_vector_str_ok(row->kind) && news_vector_str_ok(row->name) &&
		news_vector_str_ok(row->alias) && (row->code.s == NULL || news_vector_str_ok(row->code)) &&
		news_dict_check_row(arena, row) == NEWS_DICT_OK;
}

bool
news_dict_unpack(NewsArena *arena, NewsStr bytes, NewsDictRow **rows, uint32_t *nrows, NewsError *error)
{
	NewsBytes	in = news_bytes(bytes.s, bytes.len);
	uint32_t	version = news_get_byte(&in);
	uint32_t	n = news_get_number(&in);

	*error = (NewsError) {NULL, NULL, 0};
	*nrows = 0;
	/* an entry takes four bytes or more */
	if (in.bad || version != NEWS_DICT_TEXT_VERSION || n > news_bytes_left(&in) / 4 || n > NEWS_DICT_MAX_ROWS)
		error->what = "the header is not valid";
	else
	{
		*rows = NEWS_NEW(arena, NewsDictRow, n);
		while (*nrows < n && get_row(arena, &in, &(*rows)[*nrows]))
			++*nrows;
		if (*nrows < n)
			error->what = "an entry is not valid";
		else if (news_bytes_left(&in))
			error->what = "there are bytes that belong to nothing";
	}
	error->at = (uint32_t) (in.at - (const uint8_t *) bytes.s);
	return error->what == NULL;
}

NewsStr
news_dict_pack(NewsArena *arena, const struct NewsDict *dict)
{
	NewsBuffer	out = news_buffer(arena);

	news_put_byte(&out, NEWS_DICT_TEXT_VERSION);
	news_put_number(&out, news_dict_count(dict));
	for (uint32_t i = 0; i < news_dict_count(dict); i++)
	{
		NewsDictRow row;

		news_dict_row(dict, i, &row);
		news_put_str(&out, row.kind);
		news_put_str(&out, row.name);
		news_put_str(&out, row.code);
		news_put_str(&out, row.alias);
	}
	return news_buffer_str(&out);
}
