--
-- news_create_corpus: the tables it makes, under any name, for any owner
--
SELECT news_create_corpus('corpus_a');
\d corpus_a
\d corpus_a_rejects
SELECT obj_description('corpus_a'::regclass), obj_description('corpus_a_rejects'::regclass);
-- every column that does not speak for itself has a comment
SELECT attname FROM pg_attribute
WHERE attrelid = 'corpus_a'::regclass AND attnum > 0 AND col_description(attrelid, attnum) IS NULL ORDER BY attnum;

-- names: folded unless quoted, with a schema or without, strange ones quoted where they are used
SELECT news_create_corpus('Corpus_B');
CREATE SCHEMA "odd ""schema""";
SELECT news_create_corpus('"odd ""schema"""."The % Press; DROP TABLE x --"');
SELECT news_ingest('"odd ""schema"""."The % Press; DROP TABLE x --"', 'Paris fell silent.') AS id;
SELECT id, body FROM "odd ""schema"""."The % Press; DROP TABLE x --";
SELECT news_create_corpus('"Zürich"');
SELECT news_create_corpus('pg_temp.corpus_t');
SELECT news_ingest('corpus_t', 'Paris fell silent.') AS id;
SET search_path = "odd ""schema""", public;
SELECT news_create_corpus('here');
RESET search_path;
SELECT '"odd ""schema""".here'::regclass, '"odd ""schema""".here_rejects'::regclass;

-- owned by the caller, who needs CREATE on the schema
CREATE ROLE regress_news_owner;
CREATE SCHEMA regress_news_owner AUTHORIZATION regress_news_owner;
SET ROLE regress_news_owner;
SELECT news_create_corpus('regress_news_owner.mine');
SELECT news_ingest('regress_news_owner.mine', 'Paris fell silent.') AS id;
\set VERBOSITY terse
SELECT news_create_corpus('information_schema.not_mine');
\set VERBOSITY default
RESET ROLE;
SELECT relname, relowner::regrole FROM pg_class WHERE relnamespace = 'regress_news_owner'::regnamespace AND relkind = 'r' ORDER BY 1;

-- column news follows the body and the date
SELECT news_ingest('corpus_a', 'Angela Merkel will meet Barack Obama on Monday.', 'test', '2015-02-06') AS id;
SELECT news = to_newsvector(body, published) AS with_date FROM corpus_a;
UPDATE corpus_a SET published_score = 0.4;
SELECT news = to_newsvector(body) AS without_date FROM corpus_a;
UPDATE corpus_a SET body = 'Angela Merkel left.';
SELECT news = to_newsvector('Angela Merkel left.') AS new_body FROM corpus_a;

-- dropped like any table; the extension stands on nothing of it
DROP TABLE corpus_a, corpus_a_rejects, corpus_b, corpus_b_rejects, "Zürich", "Zürich_rejects" CASCADE;
SET client_min_messages = warning;
DROP SCHEMA "odd ""schema""", regress_news_owner CASCADE;
DROP ROLE regress_news_owner;
