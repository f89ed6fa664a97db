/*
 * news_entities.c
 *	  The module.
 */
#include "news_pg.h"

#include <unicode/uvernum.h>

#include "tagger/model.h"
#include "utils/builtins.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "news_entities", .version = NEWS_VERSION);
#else
PG_MODULE_MAGIC;
#endif

PG_FUNCTION_INFO_V1(news_entities_version);

/* What the results of extraction depend on besides their arguments. */
Datum
news_entities_version(PG_FUNCTION_ARGS)
{
	const NewsModel *model = news_model_shipped();

	PG_RETURN_TEXT_P(cstring_to_text(psprintf("news_entities %s, lexicon %08x, model %08x, ICU %s",
											  NEWS_VERSION, news_vocab.fingerprint, model ? model->checksum : 0, U_ICU_VERSION)));
}
