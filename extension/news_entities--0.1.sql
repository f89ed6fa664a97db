/* news_entities 0.1 */

-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION news_entities" to load this file. \quit

-- ---------------------------------------------------------------------------
-- Extraction: text in, rows out
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_extract_support(internal) RETURNS internal
AS 'MODULE_PATHNAME', 'news_extract_support' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_extract_support(internal) IS 'planner support: rows and cost of a call, by the length of its text';

CREATE FUNCTION news_sentences(body text,
	OUT num int, OUT pos int, OUT len int, OUT sentence text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_sentences'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 20
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_sentences(text) IS
'sentences of a text; positions count characters from 1';

CREATE FUNCTION news_entities(body text,
	OUT kind text, OUT name text, OUT code text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int, OUT score real, OUT role text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_entities'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 800 ROWS 40
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_entities(text) IS
'people, organizations, places and groups that a text names, one row a mention; role: what the text calls a person beside the name';

CREATE FUNCTION news_dates(body text, published timestamp DEFAULT NULL,
	OUT kind text, OUT value text, OUT during daterange, OUT basis text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_dates'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 300 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_dates(text, timestamp) IS
'dates, times, durations and sets (TIMEX3) in a text, resolved against the day of writing';

CREATE FUNCTION news_dates(body text, published timestamp, language text,
	OUT kind text, OUT value text, OUT during daterange, OUT basis text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_dates'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 300 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_dates(text, timestamp, text) IS
'the same in a text of a language given by its ISO 639-1 code: en, de, fr, es; no rows for others';

CREATE FUNCTION news_events(body text, published timestamp DEFAULT NULL,
	OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT during daterange, OUT basis text, OUT status text, OUT source text,
	OUT trigger text, OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_events'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1300 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_events(text, timestamp) IS
'events that a text reports: who did what to whom, where, on which day, and whether it happened';

CREATE FUNCTION news_article(raw text, url text DEFAULT NULL,
	OUT title text, OUT byline text, OUT language text, OUT body text,
	OUT published timestamp, OUT published_basis text, OUT published_score real,
	OUT section text, OUT site text, OUT canonical_url text)
RETURNS record
AS 'MODULE_PATHNAME', 'news_article'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION news_article(text, text) IS
'the article in the text or HTML of a scraped page: title, author, language, body, and when it was published on what evidence';

CREATE FUNCTION news_article(raw bytea, url text DEFAULT NULL, encoding text DEFAULT NULL,
	OUT title text, OUT byline text, OUT language text, OUT body text,
	OUT published timestamp, OUT published_basis text, OUT published_score real,
	OUT section text, OUT site text, OUT canonical_url text)
RETURNS record
AS 'MODULE_PATHNAME', 'news_article_bytea'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2500;
COMMENT ON FUNCTION news_article(bytea, text, text) IS
'the same of bytes, whose encoding is found out: byte order mark, UTF-8, the one given, the one the page declares, ICU''s detector';

CREATE FUNCTION news_place(name text, country text DEFAULT NULL, max_rows int DEFAULT 1,
	OUT place text, OUT code text, OUT kind text, OUT region text,
	OUT latitude float8, OUT longitude float8, OUT population bigint)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_place'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20 ROWS 1;
COMMENT ON FUNCTION news_place(text, text, int) IS
'where a place lies, by its name as news_entities gives it or any spelling, and the name or code of its country: at most max_rows of that name, the likeliest first';

CREATE FUNCTION news_lexicon(pattern text DEFAULT NULL,
	OUT kind text, OUT name text, OUT code text, OUT spelling text, OUT use text,
	OUT office text, OUT during daterange, OUT source text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_lexicon_facts'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50000 ROWS 20;
COMMENT ON FUNCTION news_lexicon(text) IS
'what the lexicon of names knows: every spelling, and every office with its days, of the entities that have a name, spelling or office like the pattern (% and _ as in LIKE, any case)';

CREATE FUNCTION news_entities_version() RETURNS text
AS 'MODULE_PATHNAME', 'news_entities_version'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_entities_version() IS
'versions that results depend on: extension, lexicon, model, ICU';

-- ---------------------------------------------------------------------------
-- Copies
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_signature(body text) RETURNS bigint[]
AS 'MODULE_PATHNAME', 'news_signature'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION news_signature(text) IS
'numbers of which copies of a text, however cut and framed, have some in common (&&), for a GIN index';

CREATE FUNCTION news_signature_keys(signature bigint[], common int) RETURNS bigint[]
AS 'MODULE_PATHNAME', 'news_signature_keys'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_signature_keys(bigint[], int) IS
'a signature without the numbers whose bits are set in common: what the index of a corpus holds of it';

CREATE FUNCTION news_similarity(a text, b text, OUT jaccard real, OUT containment real)
RETURNS record
AS 'MODULE_PATHNAME', 'news_similarity'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION news_similarity(text, text) IS
'runs of three words that two texts share: of all (Jaccard), and of those of the shorter one (containment)';

CREATE FUNCTION news_similarity(a bigint[], b bigint[], OUT jaccard real, OUT containment real)
RETURNS record
AS 'MODULE_PATHNAME', 'news_similarity_of_signatures'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION news_similarity(bigint[], bigint[]) IS
'the same, estimated from the signatures of two texts';

-- ---------------------------------------------------------------------------
-- The corpus
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_create_corpus(name text) RETURNS regclass
AS 'MODULE_PATHNAME', 'news_create_corpus'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION news_create_corpus(text) IS
'creates a table for articles, its indexes and its table of rejects (name_rejects), owned by the caller';

CREATE FUNCTION news_ingest(corpus regclass, raw text, source text DEFAULT NULL, published timestamp DEFAULT NULL,
	url text DEFAULT NULL, title text DEFAULT NULL, language text DEFAULT NULL)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_ingest'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_ingest(regclass, text, text, timestamp, text, text, text) IS
'stores the article of a scraped page; what is given wins over what the page says; gives its id, or NULL when it was there already or was rejected';

CREATE FUNCTION news_ingest(corpus regclass, raw bytea, source text DEFAULT NULL, published timestamp DEFAULT NULL,
	url text DEFAULT NULL, title text DEFAULT NULL, language text DEFAULT NULL, encoding text DEFAULT NULL)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_ingest_bytea'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_ingest(regclass, bytea, text, timestamp, text, text, text, text) IS
'the same of bytes, whose encoding is found out';

CREATE FUNCTION news_ingest(corpus regclass, article jsonb, source text DEFAULT NULL, published timestamp DEFAULT NULL,
	url text DEFAULT NULL, title text DEFAULT NULL, language text DEFAULT NULL)
RETURNS bigint
AS 'MODULE_PATHNAME', 'news_ingest_jsonb'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION news_ingest(regclass, jsonb, text, timestamp, text, text, text) IS
'the same of a JSON object: its page ("raw", "html") or article ("body", "text", "content"), and the fields beside it';

CREATE PROCEDURE news_ingest_files(corpus regclass, pattern text,
	source text DEFAULT NULL, language text DEFAULT NULL, encoding text DEFAULT NULL)
AS 'MODULE_PATHNAME', 'news_ingest_files'
LANGUAGE C;
COMMENT ON PROCEDURE news_ingest_files(regclass, text, text, text, text) IS
'stores the articles of all files on the server that match a pattern: pages as text or HTML, JSON, JSON lines, each also compressed (.gz); commits as it goes';

CREATE FUNCTION news_ingest_progress(
	OUT pid int, OUT datid oid, OUT corpus regclass, OUT started timestamptz,
	OUT files bigint, OUT files_total bigint, OUT bytes bigint, OUT bytes_total bigint,
	OUT articles bigint, OUT duplicates bigint, OUT rejects bigint)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_ingest_progress'
LANGUAGE C VOLATILE STRICT PARALLEL RESTRICTED COST 100 ROWS 5;
COMMENT ON FUNCTION news_ingest_progress() IS
'calls of news_ingest_files under way, of all sessions; those of other roles for members of pg_read_all_stats';

CREATE VIEW news_ingest_progress AS
SELECT p.pid, d.datname AS database, p.corpus, p.started, p.files, p.files_total, p.bytes, p.bytes_total,
	p.articles, p.duplicates, p.rejects,
	round(((p.articles + p.duplicates + p.rejects) / nullif(p.seconds, 0))::numeric, 1) AS per_second,
	make_interval(secs => p.seconds * (p.bytes_total - p.bytes) / nullif(p.bytes, 0)) AS time_left
FROM (SELECT *, extract(epoch FROM clock_timestamp() - started)::float8 AS seconds FROM news_ingest_progress()) p
LEFT JOIN pg_catalog.pg_database d ON d.oid = p.datid;
COMMENT ON VIEW news_ingest_progress IS
'calls of news_ingest_files under way: how far, how fast, and how long they will take';
GRANT SELECT ON news_ingest_progress TO PUBLIC;

-- ---------------------------------------------------------------------------
-- newsdict: the user's own names
-- ---------------------------------------------------------------------------

CREATE TYPE newsdict;

CREATE FUNCTION newsdict_in(cstring) RETURNS newsdict
AS 'MODULE_PATHNAME', 'newsdict_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsdict_out(newsdict) RETURNS cstring
AS 'MODULE_PATHNAME', 'newsdict_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsdict_recv(internal) RETURNS newsdict
AS 'MODULE_PATHNAME', 'newsdict_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsdict_send(newsdict) RETURNS bytea
AS 'MODULE_PATHNAME', 'newsdict_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsdict_in(cstring) IS 'I/O';
COMMENT ON FUNCTION newsdict_out(newsdict) IS 'I/O';
COMMENT ON FUNCTION newsdict_recv(internal) IS 'I/O';
COMMENT ON FUNCTION newsdict_send(newsdict) IS 'I/O';

CREATE TYPE newsdict (
	INPUT = newsdict_in,
	OUTPUT = newsdict_out,
	RECEIVE = newsdict_recv,
	SEND = newsdict_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE newsdict IS
'names of the user''s own, built by newsdict_agg and passed to extraction functions';

CREATE FUNCTION length(newsdict) RETURNS int
AS 'MODULE_PATHNAME', 'newsdict_length' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION length(newsdict) IS 'number of entries';

CREATE FUNCTION newsdict_agg_transfn(internal, text, text, text, text) RETURNS internal
AS 'MODULE_PATHNAME', 'newsdict_agg_transfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newsdict_agg_finalfn(internal) RETURNS newsdict
AS 'MODULE_PATHNAME', 'newsdict_agg_finalfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION newsdict_agg_transfn(internal, text, text, text, text) IS 'aggregate transition function';
COMMENT ON FUNCTION newsdict_agg_finalfn(internal) IS 'aggregate final function';

CREATE AGGREGATE newsdict_agg(kind text, name text, alias text, code text) (
	SFUNC = newsdict_agg_transfn,
	STYPE = internal,
	FINALFUNC = newsdict_agg_finalfn,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE newsdict_agg(text, text, text, text) IS
'dictionary of names: kind, name, the alias that stands in texts (NULL: the name itself), code (NULL for none)';

CREATE FUNCTION news_entities(body text, dict newsdict,
	OUT kind text, OUT name text, OUT code text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int, OUT score real, OUT role text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_entities_with_newsdict'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 40
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_entities(text, newsdict) IS
'as news_entities(body), but what the dictionary names is found first';

CREATE FUNCTION news_events(body text, published timestamp, dict newsdict,
	OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT during daterange, OUT basis text, OUT status text, OUT source text,
	OUT trigger text, OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_events'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1300 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_events(text, timestamp, newsdict) IS
'as news_events(body, published), but what the dictionary names is found first';

-- ---------------------------------------------------------------------------
-- newsvector: the stored form of an article
-- ---------------------------------------------------------------------------

CREATE TYPE newsvector;

CREATE FUNCTION newsvector_in(cstring) RETURNS newsvector
AS 'MODULE_PATHNAME', 'newsvector_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_out(newsvector) RETURNS cstring
AS 'MODULE_PATHNAME', 'newsvector_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_recv(internal) RETURNS newsvector
AS 'MODULE_PATHNAME', 'newsvector_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_send(newsvector) RETURNS bytea
AS 'MODULE_PATHNAME', 'newsvector_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsvector_in(cstring) IS 'I/O';
COMMENT ON FUNCTION newsvector_out(newsvector) IS 'I/O';
COMMENT ON FUNCTION newsvector_recv(internal) IS 'I/O';
COMMENT ON FUNCTION newsvector_send(newsvector) IS 'I/O';

CREATE FUNCTION newsvector_typanalyze(internal) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_typanalyze' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsvector_typanalyze(internal) IS 'statistics of a column: its most common keys, for @@';

CREATE TYPE newsvector (
	INPUT = newsvector_in,
	OUTPUT = newsvector_out,
	RECEIVE = newsvector_recv,
	SEND = newsvector_send,
	ANALYZE = newsvector_typanalyze,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);
COMMENT ON TYPE newsvector IS
'entities, dates and events of an article, sorted and packed, for storing and searching';

CREATE FUNCTION to_newsvector(body text, published timestamp DEFAULT NULL) RETURNS newsvector
AS 'MODULE_PATHNAME', 'to_newsvector'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1300
SUPPORT news_extract_support;
COMMENT ON FUNCTION to_newsvector(text, timestamp) IS
'stored form of a text: its entities, its dates and events resolved against the day of writing';

CREATE FUNCTION to_newsvector(body text, published timestamp, dict newsdict) RETURNS newsvector
AS 'MODULE_PATHNAME', 'to_newsvector'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1300
SUPPORT news_extract_support;
COMMENT ON FUNCTION to_newsvector(text, timestamp, newsdict) IS
'as to_newsvector(body, published), but what the dictionary names is found first';

CREATE FUNCTION news_entities(news newsvector,
	OUT kind text, OUT name text, OUT code text,
	OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_entities_of_newsvector'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 40
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_entities(newsvector) IS
'rows of news_entities(body) from the stored form, without the text of the mention; scores to two decimals';

CREATE FUNCTION news_dates(news newsvector,
	OUT kind text, OUT value text, OUT during daterange, OUT basis text,
	OUT pos int, OUT len int, OUT sentence int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_dates_of_newsvector'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 25 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_dates(newsvector) IS
'rows of news_dates(body, published) from the stored form, without the text of the mention';

CREATE FUNCTION news_events(news newsvector,
	OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT during daterange, OUT basis text, OUT status text, OUT source text,
	OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_events_of_newsvector'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_events(newsvector) IS
'rows of news_events(body, published) from the stored form, without the text of the trigger; scores to two decimals';

CREATE FUNCTION news_names(news newsvector,
	OUT kind text, OUT name text, OUT code text, OUT mentions int, OUT pos int, OUT sentence int, OUT weight "char")
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_names'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 20;
COMMENT ON FUNCTION news_names(newsvector) IS
'names of an article, each once: how often it is mentioned, where first, and the heaviest weight (A to D) of its mentions';

CREATE FUNCTION news_pairs(news newsvector,
	OUT kind text, OUT name text, OUT other_kind text, OUT other text, OUT sentences int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_pairs'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 30;
COMMENT ON FUNCTION news_pairs(newsvector) IS
'names of an article that stand in one sentence, each two once, and in how many; of a sentence its first 32 names';

CREATE FUNCTION news_days(news newsvector, OUT day date, OUT dates int, OUT events int)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_days'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION news_days(newsvector) IS
'days that dates of an article name, or that its events happened on, with the numbers of both; not longer times';

CREATE FUNCTION length(newsvector) RETURNS int
AS 'MODULE_PATHNAME', 'newsvector_length' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION length(newsvector) IS 'number of entities, dates and events, each counted once';

CREATE FUNCTION newsvector_concat(newsvector, newsvector) RETURNS newsvector
AS 'MODULE_PATHNAME', 'newsvector_concat' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION newsvector_concat(newsvector, newsvector) IS 'implementation of || operator';

CREATE OPERATOR || (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_concat
);
COMMENT ON OPERATOR || (newsvector, newsvector) IS
'concatenate, as the stored form of the concatenated texts: positions on the right go up by the length of the text on the left';

CREATE FUNCTION news_setweight(newsvector, weight "char") RETURNS newsvector
AS 'MODULE_PATHNAME', 'news_setweight' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION news_setweight(newsvector, "char") IS
'gives a weight, from A to D, to all that the text mentions: A for a title, before || body';

CREATE FUNCTION news_setweight(newsvector, weight "char", sentences int) RETURNS newsvector
AS 'MODULE_PATHNAME', 'news_setweight' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION news_setweight(newsvector, "char", int) IS
'gives a weight, from A to D, to what the first sentences mention';

CREATE FUNCTION newsvector_to_jsonb(newsvector) RETURNS jsonb
AS 'MODULE_PATHNAME', 'newsvector_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION newsvector_to_jsonb(newsvector) IS
'the whole stored form as jsonb: chars, sentences, entities, dates, events';

CREATE CAST (newsvector AS jsonb) WITH FUNCTION newsvector_to_jsonb(newsvector);
COMMENT ON CAST (newsvector AS jsonb) IS 'the whole stored form as jsonb';

CREATE FUNCTION newsvector_eq(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_ne(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_lt(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_le(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_gt(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_ge(newsvector, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_cmp(newsvector, newsvector) RETURNS int
AS 'MODULE_PATHNAME', 'newsvector_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_hash(newsvector) RETURNS int
AS 'MODULE_PATHNAME', 'newsvector_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsvector_hash_extended(newsvector, bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'newsvector_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsvector_eq(newsvector, newsvector) IS 'implementation of = operator';
COMMENT ON FUNCTION newsvector_ne(newsvector, newsvector) IS 'implementation of <> operator';
COMMENT ON FUNCTION newsvector_lt(newsvector, newsvector) IS 'implementation of < operator';
COMMENT ON FUNCTION newsvector_le(newsvector, newsvector) IS 'implementation of <= operator';
COMMENT ON FUNCTION newsvector_gt(newsvector, newsvector) IS 'implementation of > operator';
COMMENT ON FUNCTION newsvector_ge(newsvector, newsvector) IS 'implementation of >= operator';
COMMENT ON FUNCTION newsvector_cmp(newsvector, newsvector) IS 'less-equal-greater';
COMMENT ON FUNCTION newsvector_hash(newsvector) IS 'hash';
COMMENT ON FUNCTION newsvector_hash_extended(newsvector, bigint) IS 'hash';

CREATE OPERATOR = (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_eq,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_ne,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_lt,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_le,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_gt,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	LEFTARG = newsvector, RIGHTARG = newsvector, FUNCTION = newsvector_ge,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR = (newsvector, newsvector) IS 'equal';
COMMENT ON OPERATOR <> (newsvector, newsvector) IS 'not equal';
COMMENT ON OPERATOR < (newsvector, newsvector) IS 'less than; the order serves sorting alone';
COMMENT ON OPERATOR <= (newsvector, newsvector) IS 'less than or equal';
COMMENT ON OPERATOR > (newsvector, newsvector) IS 'greater than';
COMMENT ON OPERATOR >= (newsvector, newsvector) IS 'greater than or equal';

CREATE OPERATOR CLASS newsvector_btree_ops
DEFAULT FOR TYPE newsvector USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 newsvector_cmp(newsvector, newsvector);
COMMENT ON OPERATOR CLASS newsvector_btree_ops USING btree IS 'for DISTINCT, GROUP BY and ORDER BY on newsvector';
COMMENT ON OPERATOR FAMILY newsvector_btree_ops USING btree IS 'for DISTINCT, GROUP BY and ORDER BY on newsvector';

CREATE OPERATOR CLASS newsvector_hash_ops
DEFAULT FOR TYPE newsvector USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 newsvector_hash(newsvector),
	FUNCTION 2 newsvector_hash_extended(newsvector, bigint);
COMMENT ON OPERATOR CLASS newsvector_hash_ops USING hash IS 'for DISTINCT, GROUP BY and hash joins on newsvector';
COMMENT ON OPERATOR FAMILY newsvector_hash_ops USING hash IS 'for DISTINCT, GROUP BY and hash joins on newsvector';

-- ---------------------------------------------------------------------------
-- newsquery: what to find
-- ---------------------------------------------------------------------------

CREATE TYPE newsquery;

CREATE FUNCTION newsquery_in(cstring) RETURNS newsquery
AS 'MODULE_PATHNAME', 'newsquery_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_out(newsquery) RETURNS cstring
AS 'MODULE_PATHNAME', 'newsquery_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_recv(internal) RETURNS newsquery
AS 'MODULE_PATHNAME', 'newsquery_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_send(newsquery) RETURNS bytea
AS 'MODULE_PATHNAME', 'newsquery_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_in(cstring) IS 'I/O';
COMMENT ON FUNCTION newsquery_out(newsquery) IS 'I/O';
COMMENT ON FUNCTION newsquery_recv(internal) IS 'I/O';
COMMENT ON FUNCTION newsquery_send(newsquery) IS 'I/O';

CREATE TYPE newsquery (
	INPUT = newsquery_in,
	OUTPUT = newsquery_out,
	RECEIVE = newsquery_recv,
	SEND = newsquery_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);
COMMENT ON TYPE newsquery IS
'names (Lavrov, person:"Sergei Lavrov", organization:Nusr:*), days (date:2016-09), events (event:AGREE(USA,RUS)@2016-09!planned: of that status; !!planned: of any other), two names in a sentence (a <s> b), mentions of a weight (person:Kerry@A), with &, |, ! and parentheses';

CREATE FUNCTION news_numnode(newsquery) RETURNS int
AS 'MODULE_PATHNAME', 'news_numnode' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_numnode(newsquery) IS 'number of terms and operators';

CREATE FUNCTION websearch_to_newsquery(text) RETURNS newsquery
AS 'MODULE_PATHNAME', 'websearch_to_newsquery' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION websearch_to_newsquery(text) IS
'query from what a user typed into a search field, never an error; NULL when there is nothing to look for';

CREATE FUNCTION news_querytree(newsquery) RETURNS text
AS 'MODULE_PATHNAME', 'news_querytree' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_querytree(newsquery) IS
'the part of a query that is looked for in an index, without what stands behind a !; T when all of the index is read';

CREATE FUNCTION newsquery_and(newsquery, newsquery) RETURNS newsquery
AS 'MODULE_PATHNAME', 'newsquery_and' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_or(newsquery, newsquery) RETURNS newsquery
AS 'MODULE_PATHNAME', 'newsquery_or' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_not(newsquery) RETURNS newsquery
AS 'MODULE_PATHNAME', 'newsquery_not' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_and(newsquery, newsquery) IS 'implementation of && operator';
COMMENT ON FUNCTION newsquery_or(newsquery, newsquery) IS 'implementation of || operator';
COMMENT ON FUNCTION newsquery_not(newsquery) IS 'implementation of ! operator';

CREATE OPERATOR && (LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_and);
CREATE OPERATOR || (LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_or);
CREATE OPERATOR ! (RIGHTARG = newsquery, FUNCTION = newsquery_not);
COMMENT ON OPERATOR && (newsquery, newsquery) IS 'both queries';
COMMENT ON OPERATOR || (newsquery, newsquery) IS 'either query';
COMMENT ON OPERATOR ! (NONE, newsquery) IS 'not the query';

CREATE FUNCTION newsquery_eq(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_ne(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_lt(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_le(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_gt(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_ge(newsquery, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_cmp(newsquery, newsquery) RETURNS int
AS 'MODULE_PATHNAME', 'newsquery_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_hash(newsquery) RETURNS int
AS 'MODULE_PATHNAME', 'newsquery_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsquery_hash_extended(newsquery, bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'newsquery_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsquery_eq(newsquery, newsquery) IS 'implementation of = operator';
COMMENT ON FUNCTION newsquery_ne(newsquery, newsquery) IS 'implementation of <> operator';
COMMENT ON FUNCTION newsquery_lt(newsquery, newsquery) IS 'implementation of < operator';
COMMENT ON FUNCTION newsquery_le(newsquery, newsquery) IS 'implementation of <= operator';
COMMENT ON FUNCTION newsquery_gt(newsquery, newsquery) IS 'implementation of > operator';
COMMENT ON FUNCTION newsquery_ge(newsquery, newsquery) IS 'implementation of >= operator';
COMMENT ON FUNCTION newsquery_cmp(newsquery, newsquery) IS 'less-equal-greater';
COMMENT ON FUNCTION newsquery_hash(newsquery) IS 'hash';
COMMENT ON FUNCTION newsquery_hash_extended(newsquery, bigint) IS 'hash';

CREATE OPERATOR = (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_eq,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_ne,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_lt,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_le,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_gt,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	LEFTARG = newsquery, RIGHTARG = newsquery, FUNCTION = newsquery_ge,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR = (newsquery, newsquery) IS 'equal: of the same text form';
COMMENT ON OPERATOR <> (newsquery, newsquery) IS 'not equal';
COMMENT ON OPERATOR < (newsquery, newsquery) IS 'less than; the order serves sorting alone';
COMMENT ON OPERATOR <= (newsquery, newsquery) IS 'less than or equal';
COMMENT ON OPERATOR > (newsquery, newsquery) IS 'greater than';
COMMENT ON OPERATOR >= (newsquery, newsquery) IS 'greater than or equal';

CREATE OPERATOR CLASS newsquery_btree_ops
DEFAULT FOR TYPE newsquery USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 newsquery_cmp(newsquery, newsquery);
COMMENT ON OPERATOR CLASS newsquery_btree_ops USING btree IS 'for unique indexes, DISTINCT, GROUP BY and ORDER BY on newsquery';
COMMENT ON OPERATOR FAMILY newsquery_btree_ops USING btree IS 'for unique indexes, DISTINCT, GROUP BY and ORDER BY on newsquery';

CREATE OPERATOR CLASS newsquery_hash_ops
DEFAULT FOR TYPE newsquery USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 newsquery_hash(newsquery),
	FUNCTION 2 newsquery_hash_extended(newsquery, bigint);
COMMENT ON OPERATOR CLASS newsquery_hash_ops USING hash IS 'for DISTINCT, GROUP BY and hash joins on newsquery';
COMMENT ON OPERATOR FAMILY newsquery_hash_ops USING hash IS 'for DISTINCT, GROUP BY and hash joins on newsquery';

CREATE FUNCTION news_match_support(internal) RETURNS internal
AS 'MODULE_PATHNAME', 'news_match_support' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_match_support(internal) IS 'planner support: selectivity, cost and index conditions of a call';

CREATE FUNCTION newsmatchsel(internal, oid, internal, int) RETURNS float8
AS 'MODULE_PATHNAME', 'newsmatchsel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsmatchjoinsel(internal, oid, internal, smallint, internal) RETURNS float8
AS 'MODULE_PATHNAME', 'newsmatchjoinsel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsmatchsel(internal, oid, internal, int) IS 'restriction selectivity of @@';
COMMENT ON FUNCTION newsmatchjoinsel(internal, oid, internal, smallint, internal) IS 'join selectivity of @@';

CREATE FUNCTION news_match(newsvector, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsvector_match_newsquery' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20
SUPPORT news_match_support;
CREATE FUNCTION news_match(newsquery, newsvector) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_match_newsvector' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20
SUPPORT news_match_support;
CREATE FUNCTION news_match(text, newsquery) RETURNS boolean
AS 'MODULE_PATHNAME', 'text_match_newsquery' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1300
SUPPORT news_match_support;
CREATE FUNCTION news_match(newsquery, text) RETURNS boolean
AS 'MODULE_PATHNAME', 'newsquery_match_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1300
SUPPORT news_match_support;
COMMENT ON FUNCTION news_match(newsvector, newsquery) IS 'implementation of @@ operator';
COMMENT ON FUNCTION news_match(newsquery, newsvector) IS 'implementation of @@ operator';
COMMENT ON FUNCTION news_match(text, newsquery) IS 'implementation of @@ operator';
COMMENT ON FUNCTION news_match(newsquery, text) IS 'implementation of @@ operator';

CREATE OPERATOR @@ (
	LEFTARG = newsvector, RIGHTARG = newsquery, FUNCTION = news_match,
	COMMUTATOR = @@, RESTRICT = newsmatchsel, JOIN = newsmatchjoinsel
);
CREATE OPERATOR @@ (
	LEFTARG = newsquery, RIGHTARG = newsvector, FUNCTION = news_match,
	COMMUTATOR = @@, RESTRICT = newsmatchsel, JOIN = newsmatchjoinsel
);
CREATE OPERATOR @@ (
	LEFTARG = text, RIGHTARG = newsquery, FUNCTION = news_match,
	COMMUTATOR = @@, RESTRICT = newsmatchsel, JOIN = newsmatchjoinsel
);
CREATE OPERATOR @@ (
	LEFTARG = newsquery, RIGHTARG = text, FUNCTION = news_match,
	COMMUTATOR = @@, RESTRICT = newsmatchsel, JOIN = newsmatchjoinsel
);
COMMENT ON OPERATOR @@ (newsvector, newsquery) IS 'does the article match the query?';
COMMENT ON OPERATOR @@ (newsquery, newsvector) IS 'does the article match the query?';
COMMENT ON OPERATOR @@ (text, newsquery) IS
'does the text match the query?  Its day of writing is not known: days that depend on it are not found';
COMMENT ON OPERATOR @@ (newsquery, text) IS
'does the text match the query?  Its day of writing is not known: days that depend on it are not found';

-- ---------------------------------------------------------------------------
-- What many articles say in all
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_timeline(corpus regclass, query newsquery DEFAULT NULL, since date DEFAULT NULL, until date DEFAULT NULL,
	OUT day date, OUT during daterange, OUT basis text, OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT status text, OUT source text, OUT sentence text,
	OUT articles int, OUT independent int, OUT otherwise int,
	OUT first_report timestamp, OUT last_report timestamp, OUT mentions jsonb)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_timeline'
LANGUAGE C STABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION news_timeline(regclass, newsquery, date, date) IS
'days and what happened on them, by the articles of a corpus (or of a table or view with columns id, news and, if any, published, duplicate_of, superseded_by, body) that match a query: each event once, with how many articles say so and how many otherwise';

CREATE FUNCTION news_timeline_html(corpus regclass, query newsquery DEFAULT NULL, since date DEFAULT NULL, until date DEFAULT NULL,
	title text DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'news_timeline_html'
LANGUAGE C STABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION news_timeline_html(regclass, newsquery, date, date, text) IS
'the rows of news_timeline as a page of HTML with pictures in SVG: how much is told of each day, and who did something with whom; no script, nothing from elsewhere';

CREATE FUNCTION news_check_dates(corpus regclass,
	OUT id bigint, OUT published date, OUT suggested date, OUT score real, OUT neighbours bigint[], OUT why text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_check_dates'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000000 ROWS 10;
COMMENT ON FUNCTION news_check_dates(regclass) IS
'articles whose date disagrees with what others on the same events say, with the day that these suggest, and why';

-- ---------------------------------------------------------------------------
-- Ranking and showing
-- ---------------------------------------------------------------------------

CREATE FUNCTION news_rank(news newsvector, query newsquery) RETURNS real
AS 'MODULE_PATHNAME', 'news_rank' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION news_rank(newsvector, newsquery) IS
'how prominent what the query asks for is in the article, by where and how often it is mentioned: 0 (no match) to below 1';

CREATE FUNCTION news_rank(weights real[], news newsvector, query newsquery) RETURNS real
AS 'MODULE_PATHNAME', 'news_rank_weighted' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION news_rank(real[], newsvector, newsquery) IS
'the same with the weights of D, C, B and A; they are {0.1, 0.2, 0.4, 1.0} else';

CREATE FUNCTION news_headline(body text, query newsquery, options text DEFAULT '', news newsvector DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'news_headline' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000;
COMMENT ON FUNCTION news_headline(text, newsquery, text, newsvector) IS
'the place of a text that answers to the query, marked up and safe in HTML, with the options of ts_headline; news: the stored form of the text, so that it is not read anew';

CREATE FUNCTION news_html(body text, published timestamp DEFAULT NULL, news newsvector DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'news_html' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000;
COMMENT ON FUNCTION news_html(text, timestamp, newsvector) IS
'page that shows a text with its entities, dates and events; news: the stored form of the text, so that it is not read anew';

-- ---------------------------------------------------------------------------
-- GIN
-- ---------------------------------------------------------------------------

CREATE FUNCTION gin_extract_newsvector(newsvector, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'gin_extract_newsvector' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_extract_news_text(text, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'gin_extract_news_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000;
CREATE FUNCTION gin_extract_newsquery(newsvector, internal, smallint, internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'gin_extract_newsquery' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_extract_newsquery(text, internal, smallint, internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'gin_extract_newsquery' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_newsquery_consistent(internal, smallint, newsvector, int, internal, internal, internal, internal) RETURNS boolean
AS 'MODULE_PATHNAME', 'gin_newsquery_consistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_newsquery_consistent(internal, smallint, text, int, internal, internal, internal, internal) RETURNS boolean
AS 'MODULE_PATHNAME', 'gin_newsquery_consistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_newsquery_triconsistent(internal, smallint, newsvector, int, internal, internal, internal) RETURNS "char"
AS 'MODULE_PATHNAME', 'gin_newsquery_triconsistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_newsquery_triconsistent(internal, smallint, text, int, internal, internal, internal) RETURNS "char"
AS 'MODULE_PATHNAME', 'gin_newsquery_triconsistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION gin_newsquery_compare_partial(bytea, bytea, smallint, internal) RETURNS int
AS 'MODULE_PATHNAME', 'gin_newsquery_compare_partial' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gin_extract_newsvector(newsvector, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_extract_news_text(text, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_extract_newsquery(newsvector, internal, smallint, internal, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_extract_newsquery(text, internal, smallint, internal, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_newsquery_consistent(internal, smallint, newsvector, int, internal, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_newsquery_consistent(internal, smallint, text, int, internal, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_newsquery_triconsistent(internal, smallint, newsvector, int, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_newsquery_triconsistent(internal, smallint, text, int, internal, internal, internal) IS 'GIN support';
COMMENT ON FUNCTION gin_newsquery_compare_partial(bytea, bytea, smallint, internal) IS 'GIN support';

CREATE OPERATOR CLASS newsvector_ops
DEFAULT FOR TYPE newsvector USING gin AS
	OPERATOR 1 @@ (newsvector, newsquery),
	FUNCTION 1 byteacmp(bytea, bytea),
	FUNCTION 2 gin_extract_newsvector(newsvector, internal, internal),
	FUNCTION 3 gin_extract_newsquery(newsvector, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 gin_newsquery_consistent(internal, smallint, newsvector, int, internal, internal, internal, internal),
	FUNCTION 5 gin_newsquery_compare_partial(bytea, bytea, smallint, internal),
	FUNCTION 6 gin_newsquery_triconsistent(internal, smallint, newsvector, int, internal, internal, internal),
	STORAGE bytea;
COMMENT ON OPERATOR CLASS newsvector_ops USING gin IS 'for newsvector @@ newsquery';
COMMENT ON OPERATOR FAMILY newsvector_ops USING gin IS 'for newsvector @@ newsquery';

CREATE OPERATOR CLASS news_text_ops
FOR TYPE text USING gin AS
	OPERATOR 1 @@ (text, newsquery),
	FUNCTION 1 byteacmp(bytea, bytea),
	FUNCTION 2 gin_extract_news_text(text, internal, internal),
	FUNCTION 3 gin_extract_newsquery(text, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 gin_newsquery_consistent(internal, smallint, text, int, internal, internal, internal, internal),
	FUNCTION 5 gin_newsquery_compare_partial(bytea, bytea, smallint, internal),
	FUNCTION 6 gin_newsquery_triconsistent(internal, smallint, text, int, internal, internal, internal),
	STORAGE bytea;
COMMENT ON OPERATOR CLASS news_text_ops USING gin IS
'for text @@ newsquery, straight on the text of articles; REINDEX when news_entities_version() changes';
COMMENT ON OPERATOR FAMILY news_text_ops USING gin IS
'for text @@ newsquery, straight on the text of articles; REINDEX when news_entities_version() changes';

-- ---------------------------------------------------------------------------
-- newsmodel: models of the user's own
-- ---------------------------------------------------------------------------

CREATE TYPE newsmodel;

CREATE FUNCTION newsmodel_in(cstring) RETURNS newsmodel
AS 'MODULE_PATHNAME', 'newsmodel_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsmodel_out(newsmodel) RETURNS cstring
AS 'MODULE_PATHNAME', 'newsmodel_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsmodel_recv(internal) RETURNS newsmodel
AS 'MODULE_PATHNAME', 'newsmodel_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newsmodel_send(newsmodel) RETURNS bytea
AS 'MODULE_PATHNAME', 'newsmodel_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newsmodel_in(cstring) IS 'I/O';
COMMENT ON FUNCTION newsmodel_out(newsmodel) IS 'I/O';
COMMENT ON FUNCTION newsmodel_recv(internal) IS 'I/O';
COMMENT ON FUNCTION newsmodel_send(newsmodel) IS 'I/O';

CREATE TYPE newsmodel (
	INPUT = newsmodel_in,
	OUTPUT = newsmodel_out,
	RECEIVE = newsmodel_recv,
	SEND = newsmodel_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE newsmodel IS
'a model that finds names, trained by news_train and passed to news_tag and news_entities';

CREATE FUNCTION kinds(newsmodel) RETURNS text[]
AS 'MODULE_PATHNAME', 'newsmodel_kinds' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION kinds(newsmodel) IS 'kinds of names that the model finds';

CREATE FUNCTION news_train_transfn(internal, bigint, text[], text[]) RETURNS internal
AS 'MODULE_PATHNAME', 'news_train_transfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_train_finalfn(internal) RETURNS newsmodel
AS 'MODULE_PATHNAME', 'news_train_finalfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_train_transfn(internal, bigint, text[], text[]) IS 'aggregate transition function';
COMMENT ON FUNCTION news_train_finalfn(internal) IS 'aggregate final function';

CREATE AGGREGATE news_train(doc bigint, tokens text[], tags text[]) (
	SFUNC = news_train_transfn,
	STYPE = internal,
	FINALFUNC = news_train_finalfn,
	FINALFUNC_MODIFY = READ_WRITE,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE news_train(bigint, text[], text[]) IS
'model trained on labelled sentences: document, words, BIO tags; give ORDER BY the document, whose sentences belong together';

CREATE FUNCTION news_tag(tokens text[], model newsmodel DEFAULT NULL) RETURNS text[]
AS 'MODULE_PATHNAME', 'news_tag' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION news_tag(text[], newsmodel) IS
'BIO tags of the words of one document; an empty word ends a sentence';

CREATE FUNCTION news_evaluate_transfn(internal, text[], text[]) RETURNS internal
AS 'MODULE_PATHNAME', 'news_evaluate_transfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_evaluate_finalfn(internal) RETURNS jsonb
AS 'MODULE_PATHNAME', 'news_evaluate_finalfn' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_evaluate_transfn(internal, text[], text[]) IS 'aggregate transition function';
COMMENT ON FUNCTION news_evaluate_finalfn(internal) IS 'aggregate final function';

CREATE AGGREGATE news_evaluate(gold text[], found text[]) (
	SFUNC = news_evaluate_transfn,
	STYPE = internal,
	FINALFUNC = news_evaluate_finalfn,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE news_evaluate(text[], text[]) IS
'precision, recall and F1 of names, by kind and in all (under the empty key), from the right tags and those found';

CREATE FUNCTION news_entities(body text, model newsmodel,
	OUT kind text, OUT name text, OUT code text,
	OUT mention text, OUT pos int, OUT len int, OUT sentence int, OUT score real, OUT role text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_entities_with_newsmodel'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 40
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_entities(text, newsmodel) IS
'as news_entities(body), but the names are those that the model finds';

CREATE FUNCTION news_events(body text, published timestamp, model newsmodel,
	OUT type text,
	OUT actor text, OUT actor_kind text, OUT actor_code text,
	OUT recipient text, OUT recipient_kind text, OUT recipient_code text,
	OUT place text, OUT during daterange, OUT basis text, OUT status text, OUT source text,
	OUT trigger text, OUT pos int, OUT len int, OUT sentence int, OUT score real)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'news_events_with_newsmodel'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 8
SUPPORT news_extract_support;
COMMENT ON FUNCTION news_events(text, timestamp, newsmodel) IS
'as news_events(body, published), but the names are those that the model finds';

CREATE FUNCTION to_newsvector(body text, published timestamp, model newsmodel) RETURNS newsvector
AS 'MODULE_PATHNAME', 'to_newsvector_with_newsmodel'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000
SUPPORT news_extract_support;
COMMENT ON FUNCTION to_newsvector(text, timestamp, newsmodel) IS
'as to_newsvector(body, published), but the names are those that the model finds';
