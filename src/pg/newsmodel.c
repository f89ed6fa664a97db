/*
 * newsmodel.c
 *	  The type newsmodel: a trained model as a value.
 *
 * Behind the length word come four bytes of zero, so that the image that
 * engine/tagger/model.h describes is aligned to 8.  Text and binary form are
 * the image: models travel between machines of the same byte order.
 */
#include "newsmodel.h"

#include "catalog/pg_type.h"
#include "common/base64.h"
#include "utils/array.h"

#include "values.h"

#define MODEL_PAD	4

PG_FUNCTION_INFO_V1(newsmodel_in);
PG_FUNCTION_INFO_V1(newsmodel_out);
PG_FUNCTION_INFO_V1(newsmodel_recv);
PG_FUNCTION_INFO_V1(newsmodel_send);
PG_FUNCTION_INFO_V1(newsmodel_kinds);

/* ---- The stored value ---- */

struct varlena *
news_model_value(const NewsModel *model)
{
	Size		size = model->size;
	struct varlena *value = palloc(VARHDRSZ + MODEL_PAD + size);

	SET_VARSIZE(value, VARHDRSZ + MODEL_PAD + size);
	memset(VARDATA(value), 0, MODEL_PAD);
	memcpy(VARDATA(value) + MODEL_PAD, model, size);
	return value;
}

/* The model in a detoasted value with a full header; its image was checked when it came in. */
static const NewsModel *
model_of(const struct varlena *value)
{
	Size		size = VARSIZE(value) - VARHDRSZ;
	const NewsModel *model = (const NewsModel *) (VARDATA(value) + MODEL_PAD);

	if (size < MODEL_PAD + sizeof(NewsModel) || memcmp(model->magic, "NEWM", 4) != 0 ||
		model->version != NEWS_MODEL_VERSION || model->size != size - MODEL_PAD)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("value of type newsmodel is damaged or of another version"),
				 errhint("Train it anew with news_train.")));
	return model;
}

const NewsModel *
news_model_arg(FunctionCallInfo fcinfo, int n)
{
	if (n >= PG_NARGS() || PG_ARGISNULL(n))
		return NULL;
	return model_of(news_fetch_arg(fcinfo, n));
}

/* ---- Input and output ---- */

Datum
newsmodel_in(PG_FUNCTION_ARGS)
{
	char	   *in = PG_GETARG_CSTRING(0);
	int			room = pg_b64_dec_len((int) strlen(in));
	char	   *image = MemoryContextAllocHuge(CurrentMemoryContext, (Size) room + 1);
	int			size = pg_b64_decode(in, (int) strlen(in), (NewsB64 *) image, room);
	NewsError	error = {"not in base64", "The text form of a newsmodel is its image in base64.", 0};
	struct varlena *result;

	if (size < 0 || !news_model_check(image, (size_t) size, &error) || ((NewsModel *) image)->size != (uint32) size)
	{
		error.at = error.at / 3 * 4;
		news_report_syntax(fcinfo, "newsmodel", in, (NewsStr) {in, (uint32) strlen(in)}, &error);
		PG_RETURN_NULL();
	}
	result = news_model_value((NewsModel *) image);
	pfree(image);
	PG_RETURN_POINTER(result);
}

Datum
newsmodel_out(PG_FUNCTION_ARGS)
{
	const NewsModel *model = news_model_arg(fcinfo, 0);
	int			room = pg_b64_enc_len((int) model->size);
	char	   *out = palloc((Size) room + 1);
	int			len = pg_b64_encode((const NewsB64 *) model, (int) model->size, out, room);

	if (len < 0)
		elog(ERROR, "could not encode a newsmodel");
	out[len] = '\0';
	PG_RETURN_CSTRING(out);
}

Datum
newsmodel_recv(PG_FUNCTION_ARGS)
{
	NewsStr		bytes = news_message_bytes(fcinfo);
	char	   *image = palloc(bytes.len + 1);
	NewsError	error = {"size of the image is wrong", NULL, 0};

	memcpy(image, bytes.s, bytes.len);
	if (!news_model_check(image, bytes.len, &error) || ((NewsModel *) image)->size != bytes.len)
		news_report_binary("newsmodel", &error);
	PG_RETURN_POINTER(news_model_value((NewsModel *) image));
}

Datum
newsmodel_send(PG_FUNCTION_ARGS)
{
	const NewsModel *model = news_model_arg(fcinfo, 0);

	PG_RETURN_BYTEA_P((bytea *) news_value((NewsStr) {(const char *) model, model->size}));
}

/* The kinds of names that a model finds. */
Datum
newsmodel_kinds(PG_FUNCTION_ARGS)
{
	const NewsModel *model = news_model_arg(fcinfo, 0);
	Datum		kinds[NEWS_MODEL_MAX_KINDS];

	for (int i = 0; i < model->nkinds; i++)
		kinds[i] = PointerGetDatum(news_text_to_server(news_str(model->kinds[i])));
	PG_RETURN_ARRAYTYPE_P(construct_array(kinds, model->nkinds, TEXTOID, -1, false, TYPALIGN_INT));
}
