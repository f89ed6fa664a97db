/*
 * model.c
 *	  Checking the image of a model, and what labels may follow one another.
 */
#include "tagger/model.h"

#include <math.h>
#include <string.h>

static bool
is_power_of_two(uint32_t n)
{
	return n != 0 && (n & (n - 1)) == 0;
}

size_t
news_model_bytes(uint32_t nlabels, uint32_t ninner, uint32_t nfilter, uint32_t nsums, uint32_t nrows)
{
	size_t		stride = (nlabels + 15) / 16 * 16;

	if (nlabels > NEWS_MODEL_MAX_LABELS || !is_power_of_two(ninner) || ninner > 1 << 20 ||
		!is_power_of_two(nfilter) || nfilter > NEWS_MODEL_MAX_ROWS * 2 ||
		nsums % 16 != 0 || nsums > NEWS_MODEL_MAX_SUMS || nrows > NEWS_MODEL_MAX_ROWS)
		return 0;
	return sizeof(NewsModel) + ninner * sizeof(NewsModelInner) + nfilter +
		nsums * (sizeof(uint32_t) + stride * sizeof(int16_t)) + nrows * stride;
}

static bool
fail(NewsError *error, const char *what, size_t at)
{
	error->what = what;
	error->hint = NULL;
	error->at = (uint32_t) at;
	return false;
}

static bool
check_head(const NewsModel *m, size_t size, NewsError *error)
{
	if (size < sizeof(NewsModel))
		return fail(error, "image is too short", size);
	if (memcmp(m->magic, "NEWM", 4) != 0)
		return fail(error, "no model begins here", 0);
	if (m->order != 1)
	{
		fail(error, "image was made on a machine of another byte order", offsetof(NewsModel, order));
		error->hint = "Train the model anew on this machine.";
		return false;
	}
	if (m->version != NEWS_MODEL_VERSION)
	{
		fail(error, "version of the image is not known", offsetof(NewsModel, version));
		error->hint = "Train the model anew with this version of the extension.";
		return false;
	}
	if (m->nkinds > NEWS_MODEL_MAX_KINDS || m->nlabels != 1 + 4 * m->nkinds || m->stride != (m->nlabels + 15) / 16 * 16)
		return fail(error, "number of kinds is out of range", offsetof(NewsModel, nkinds));
	if (m->size > size || m->size == 0 || m->size != news_model_bytes(m->nlabels, m->ninner, m->nfilter, m->nsums, m->nrows))
		return fail(error, "size of the image is wrong", offsetof(NewsModel, size));
	if (!isfinite(m->unit) || m->unit <= 0 || m->unit > 1)
		return fail(error, "unit of the weights is out of range", offsetof(NewsModel, unit));
	return true;
}

/* Every kind has a name, and no two have the same. */
static bool
check_kinds(const NewsModel *m, NewsError *error)
{
	for (int i = 0; i < m->nkinds; i++)
	{
		if (m->kinds[i][0] == '\0' || memchr(m->kinds[i], '\0', NEWS_MODEL_KIND_BYTES) == NULL)
			return fail(error, "name of a kind is missing or too long", offsetof(NewsModel, kinds) + (size_t) i * NEWS_MODEL_KIND_BYTES);
		for (int j = 0; j < i; j++)
			if (strcmp(m->kinds[i], m->kinds[j]) == 0)
				return fail(error, "two kinds have the same name", offsetof(NewsModel, kinds) + (size_t) i * NEWS_MODEL_KIND_BYTES);
	}
	return true;
}

bool
news_model_check(const void *bytes, size_t size, NewsError *error)
{
	const NewsModel *m = bytes;
	const NewsModelInner *inner;
	const uint32_t *keys;
	const int8_t *rows;
	uint32_t	empty = 0;

	if (!check_head(m, size, error) || !check_kinds(m, error))
		return false;
	for (int from = 0; from < m->nlabels; from++)
		for (int to = 0; to < m->nlabels; to++)
			if ((m->transition[from][to] != NEWS_NO_TRANSITION) != news_label_follows(from, to))
				return fail(error, "transitions do not fit the labels", offsetof(NewsModel, transition));
	inner = news_model_inner(m);
	for (uint32_t i = 0; i < m->ninner; i++)
		empty += inner[i].places == 0;
	if (empty == 0)
		return fail(error, "table of inner words is full", (size_t) ((const char *) inner - (const char *) m));
	keys = news_model_sum_keys(m);
	empty = m->nsums == 0;
	for (uint32_t i = 0; i < m->nsums; i++)
		empty += keys[i] == 0;
	if (empty == 0)
		return fail(error, "table of sums is full", (size_t) ((const char *) keys - (const char *) m));
	rows = news_model_rows(m);
	empty = 0;
	for (uint32_t i = 0; i < m->nrows; i++)
		empty += news_row_mark(rows + (size_t) i * m->stride, m->stride) == 0;
	if (empty == 0)
		return fail(error, "table of features is full", (size_t) ((const char *) rows - (const char *) m));
	if (m->checksum != news_hash((const char *) &m->wordbook, m->size - offsetof(NewsModel, wordbook)))
		return fail(error, "checksum is wrong", offsetof(NewsModel, checksum));
	return true;
}

bool
news_label_follows(int from, int to)
{
	bool		open = from != NEWS_LABEL_O && NEWS_LABEL_PART(from) <= NEWS_PART_I;
	bool		goes_on = to != NEWS_LABEL_O && (NEWS_LABEL_PART(to) == NEWS_PART_I || NEWS_LABEL_PART(to) == NEWS_PART_E);

	if (open != goes_on)
		return false;
	return !open || NEWS_LABEL_KIND(from) == NEWS_LABEL_KIND(to);
}

uint32_t
news_model_inner_places(const NewsModel *model, uint32_t hash)
{
	const NewsModelInner *inner = news_model_inner(model);
	uint32_t	mask = model->ninner - 1;

	for (uint32_t i = hash & mask;; i = (i + 1) & mask)
	{
		if (inner[i].places == 0)
			return 0;
		if (inner[i].hash == hash)
			return inner[i].places;
	}
}
