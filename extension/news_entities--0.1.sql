/* news_entities 0.1 */

-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION news_entities" to load this file. \quit

-- ---------------------------------------------------------------------------
-- Extraction: text in, rows out
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_sentences(body text,
	OUT num int, OUT pos int, OUT len int, OUT sentence text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_sentences'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 20;
COMMENT ON FUNCTION news_sentences(text) IS
'sentences of a text; positions count characters from 1';

CREATE FUNCTION news_entities(body text,
	OUT kind text, OUT name text, OUT code text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_entities'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 40;
COMMENT ON FUNCTION news_entities(text) IS
'people, organizations, places and groups that a text names, one row a mention';

CREATE FUNCTION news_dates(body text, published timestamp DEFAULT NULL,
	OUT kind text, OUT value text, OUT during daterange, OUT basis text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_dates'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 8;
COMMENT ON FUNCTION news_dates(text, timestamp) IS
'dates, times, durations and sets (TIMEX3) in a text, resolved against the day of writing';

CREATE FUNCTION news_events(body text, published timestamp DEFAULT NULL,
	OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT during daterange, OUT basis text, OUT status text, OUT source text,
	OUT trigger text, OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_events'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 8;
COMMENT ON FUNCTION news_events(text, timestamp) IS
'events that a text reports: who did what to whom, where, on which day, and whether it happened';

CREATE FUNCTION news_article(raw text,
	OUT title text, OUT byline text, OUT language text, OUT body text,
	OUT published timestamp, OUT published_basis text, OUT published_score real)
RETURNS record
AS 'MODULE_PATHNAME', 'news_article'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION news_article(text) IS
'the article in the text or HTML of a scraped page: title, author, language, body, and when it was published on what evidence';

CREATE FUNCTION news_entities_version() RETURNS text
AS 'MODULE_PATHNAME', 'news_entities_version'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_entities_version() IS
'versions that results depend on: extension, lexicon, model, ICU';

-- ---------------------------------------------------------------------------
-- The corpus
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_create_corpus(name text) RETURNS regclass
AS 'MODULE_PATHNAME', 'news_create_corpus'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION news_create_corpus(text) IS
'creates a table for articles, its indexes and its table of rejects (name_rejects), owned by the caller';

CREATE FUNCTION news_ingest(corpus regclass, raw text, source text DEFAULT NULL, published timestamp DEFAULT NULL)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_ingest'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_ingest(regclass, text, text, timestamp) IS
'stores the article of a scraped page; gives its id, or NULL when it was there already or was rejected';

CREATE FUNCTION news_ingest(corpus regclass, raw bytea, source text DEFAULT NULL, published timestamp DEFAULT NULL)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_ingest_bytea'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_ingest(regclass, bytea, text, timestamp) IS
'stores the article of a scraped page whose encoding is to be found out; gives its id, or NULL when it was there already or was rejected';

CREATE PROCEDURE news_ingest_files(corpus regclass, pattern text)
AS 'MODULE_PATHNAME', 'news_ingest_files'
LANGUAGE C;
COMMENT ON PROCEDURE news_ingest_files(regclass, text) IS
'stores the articles of all files on the server that match a pattern: pages as text or HTML, JSON lines; commits as it goes';
