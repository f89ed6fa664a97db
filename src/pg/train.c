/*
 * train.c
 *	  news_train and news_tag: models from labelled words, and labels from models.
 */
#include "newsmodel.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "tagger/tagger.h"
#include "values.h"

PG_FUNCTION_INFO_V1(news_train_transfn);
PG_FUNCTION_INFO_V1(news_train_finalfn);
PG_FUNCTION_INFO_V1(news_tag);

/* The elements of a text array as UTF-8; what is NULL in it becomes empty. */
static NewsStr *
text_array(ArrayType *array, uint32 *n)
{
	Datum	   *items;
	bool	   *nulls;
	int			count;
	NewsStr    *out;

	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("array of words or tags must have one dimension")));
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &items, &nulls, &count);
	out = palloc(sizeof(NewsStr) * (Size) (count + 1));
	for (int i = 0; i < count; i++)
	{
		NewsText	utf8 = {"", 0, false};

		if (!nulls[i])
			news_text_from_server(VARDATA_ANY(DatumGetPointer(items[i])), VARSIZE_ANY_EXHDR(DatumGetPointer(items[i])), &utf8);
		out[i] = (NewsStr) {utf8.s, utf8.len};
	}
	*n = (uint32) count;
	return out;
}

/* ---- news_train ---- */

typedef struct TrainState
{
	NewsSession session;
	NewsTrainer *trainer;
	bool		open;			/* a document is under way */
	bool		known;			/* ... whose number is not NULL */
	int64		doc;
	NewsStr    *words;			/* of the document under way, in the session's arena */
	NewsStr    *tags;
	uint32		n;
	uint32		words_room;
	uint32		tags_room;
	MemoryContext lines;		/* the bytes of its words */
} TrainState;

static TrainState *
make_state(MemoryContext context)
{
	MemoryContext old = MemoryContextSwitchTo(context);
	TrainState *state = palloc0(sizeof(TrainState));
	NewsTrainOptions options = {0};

	news_session_open(&state->session);
	state->trainer = news_trainer_new(&state->session.arena, &options);
	state->lines = AllocSetContextCreate(context, "news_train document", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(old);
	return state;
}

static void
report_fault(NewsTrainFault fault, NewsStr word, NewsStr tag)
{
	switch (fault)
	{
		case NEWS_TRAIN_OK:
			break;
		case NEWS_TRAIN_BAD_TAG:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid tag: \"%s\"", news_cstring_to_server(tag)),
					 errdetail("It is that of the word \"%s\".", news_cstring_to_server(word)),
					 errhint("A tag is O, or B- or I- and a kind of name: B-person, I-person.")));
			break;
		case NEWS_TRAIN_LONG_KIND:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("kind of name is too long: \"%s\"", news_cstring_to_server(tag)),
					 errdetail("It has at most %d bytes.", NEWS_MODEL_KIND_BYTES - 1)));
			break;
		case NEWS_TRAIN_MANY_KINDS:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("too many kinds of names"),
					 errdetail("A model has at most %d; \"%s\" is one more.", NEWS_MODEL_MAX_KINDS, news_cstring_to_server(tag))));
			break;
		case NEWS_TRAIN_MANY_TOKENS:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("too many words to train on"),
					 errdetail("A model is trained on at most %d.", NEWS_TRAIN_MAX_TOKENS)));
			break;
	}
}

/* Hands the document under way to the trainer. */
static void
end_document(TrainState *state)
{
	uint32		at = 0;
	NewsTrainFault fault;

	if (!state->open)
		return;
	fault = news_trainer_add(state->trainer, state->words, state->tags, state->n, 1, &at);
	if (fault != NEWS_TRAIN_OK)
		report_fault(fault, at < state->n ? state->words[at] : NEWS_STR(""), at < state->n ? state->tags[at] : NEWS_STR(""));
	state->n = 0;
	state->open = false;
	MemoryContextReset(state->lines);
}

static NewsStr
copy_str(TrainState *state, NewsStr s)
{
	char	   *copy = MemoryContextAlloc(state->lines, s.len + 1);

	memcpy(copy, s.s, s.len);
	copy[s.len] = '\0';
	return (NewsStr) {copy, s.len};
}

static void
add_word(TrainState *state, NewsStr word, NewsStr tag)
{
	NewsArena  *arena = &state->session.arena;

	state->words = news_grow(arena, state->words, state->n, &state->words_room, sizeof(NewsStr));
	state->tags = news_grow(arena, state->tags, state->n, &state->tags_room, sizeof(NewsStr));
	state->words[state->n] = copy_str(state, word);
	state->tags[state->n] = copy_str(state, tag);
	state->n++;
}

/* State, document, words, tags: a sentence or more of the document. */
Datum
news_train_transfn(PG_FUNCTION_ARGS)
{
	TrainState *state = PG_ARGISNULL(0) ? NULL : (TrainState *) PG_GETARG_POINTER(0);
	bool		known = !PG_ARGISNULL(1);
	int64		doc = known ? PG_GETARG_INT64(1) : 0;
	MemoryContext context;
	NewsStr    *words;
	NewsStr    *tags;
	uint32		nwords;
	uint32		ntags;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "news_train_transfn called in non-aggregate context");
	if (state == NULL)
		state = make_state(context);
	if (PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_POINTER(state);
	words = text_array(PG_GETARG_ARRAYTYPE_P(2), &nwords);
	tags = text_array(PG_GETARG_ARRAYTYPE_P(3), &ntags);
	if (nwords != ntags)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("there are %u words but %u tags", nwords, ntags)));
	if (state->open && (!known || !state->known || doc != state->doc))
		end_document(state);
	for (uint32 i = 0; i < nwords; i++)
		add_word(state, words[i], tags[i]);
	add_word(state, NEWS_STR(""), NEWS_STR(""));
	state->open = true;
	state->known = known;
	state->doc = doc;
	PG_RETURN_POINTER(state);
}

/* The state's memory goes with the aggregate; a second call would find it used up, so FINALFUNC_MODIFY says so. */
Datum
news_train_finalfn(PG_FUNCTION_ARGS)
{
	TrainState *state;
	NewsModel  *model;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = (TrainState *) PG_GETARG_POINTER(0);
	end_document(state);
	model = news_trainer_finish(state->trainer);
	if (model == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no name to learn from"),
				 errdetail("No word has a tag other than O.")));
	PG_RETURN_POINTER(news_model_value(model));
}

/* ---- news_tag ---- */

/* The tag of each word, as an array. */
static ArrayType *
make_tags(const NewsModel *model, const NewsWords *words, const NewsTagSpans *spans)
{
	Datum	   *tags = palloc(sizeof(Datum) * (words->nwords + 1));
	Datum		outside = PointerGetDatum(cstring_to_text("O"));

	for (uint32 i = 0; i < words->nwords; i++)
		tags[i] = outside;
	for (uint32 i = 0; i < spans->n; i++)
	{
		const NewsTagSpan *s = &spans->items[i];
		uint32		first = words->word_of[s->first];
		uint32		last = words->word_of[s->end - 1];
		char	   *kind = news_cstring_to_server(news_str(model->kinds[s->kind]));

		/* a name that begins inside a word is not one of these words */
		if (s->first > 0 && words->word_of[s->first - 1] == first)
			continue;
		for (uint32 w = first; w <= last; w++)
			tags[w] = PointerGetDatum(cstring_to_text(psprintf("%c-%s", w == first ? 'B' : 'I', kind)));
	}
	for (uint32 i = 0; i < words->nwords; i++)
		if (words->words[i].len == 0)
			tags[i] = PointerGetDatum(cstring_to_text(""));
	return construct_array(tags, (int) words->nwords, TEXTOID, -1, false, TYPALIGN_INT);
}

Datum
news_tag(PG_FUNCTION_ARGS)
{
	const NewsModel *model = news_model_arg(fcinfo, 1);
	NewsSession session;
	NewsStr    *words;
	NewsWords	text;
	NewsTagText tagged;
	NewsTagSpans spans;
	uint32		n;
	ArrayType  *result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (model == NULL)
		model = news_model_shipped();
	if (model == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("this version has no model of its own"),
				 errhint("Train one with news_train and pass it to news_tag.")));
	words = text_array(PG_GETARG_ARRAYTYPE_P(0), &n);
	news_session_open(&session);
	news_words_read(&session.arena, words, n, &text);
	tagged = news_words_text(&text);
	news_tag_text(&session.arena, model, &tagged, &spans);
	result = make_tags(model, &text, &spans);
	news_session_close(&session);
	PG_RETURN_ARRAYTYPE_P(result);
}
