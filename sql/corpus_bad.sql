--
-- The corpus: names, tables and rights that cannot be; pages that are none
--
\set VERBOSITY default
-- names
SELECT news_create_corpus(NULL);
SELECT news_create_corpus('');
SELECT news_create_corpus('"unclosed');
SELECT news_create_corpus('a.b.c.d');
SELECT news_create_corpus('no_such_schema.press');
SELECT news_create_corpus(repeat('x', 56));
SELECT news_create_corpus(repeat('x', 55)) = repeat('x', 55)::regclass AS longest;
SELECT news_create_corpus('bad_a');
SELECT news_create_corpus('bad_a');
CREATE TABLE bad_b_rejects ();
SELECT news_create_corpus('bad_b');
SELECT to_regclass('bad_b') IS NULL AS nothing_left;

-- what is no corpus
CREATE TABLE bad_table (id int, body text);
CREATE VIEW bad_view AS SELECT * FROM bad_a;
SELECT news_ingest('bad_table', 'Paris fell silent.');
SELECT news_ingest('bad_view', 'Paris fell silent.');
SELECT news_ingest('bad_a_rejects', 'Paris fell silent.');
SELECT news_ingest('no_such_table', 'Paris fell silent.');
SELECT news_ingest(0::oid::regclass, 'Paris fell silent.');
CALL news_ingest_files('bad_table', '/tmp/*');

-- a corpus without its rejects, or renamed without them
ALTER TABLE bad_a_rejects RENAME TO bad_r;
SELECT news_ingest('bad_a', 'Paris fell silent.');
ALTER TABLE bad_r RENAME TO bad_a_rejects;

-- NULL is NULL
SELECT news_ingest(NULL, 'Paris fell silent.') IS NULL AS a, news_ingest('bad_a', NULL::text) IS NULL AS b,
       news_ingest('bad_a', NULL::bytea) IS NULL AS c;
CALL news_ingest_files('bad_a', NULL);
CALL news_ingest_files(NULL, '/tmp/*');
SELECT count(*) FROM bad_a;

-- file patterns: told before anything is written
CALL news_ingest_files('bad_a', '/no/such/folder/*');
CALL news_ingest_files('bad_a', '');
CALL news_ingest_files('bad_a', 'postgresql.conf');
CALL news_ingest_files('bad_a', '/tmp/[');
SELECT count(*) FROM bad_a_rejects;

-- pages that hold no article, and bytes that hold no text, are rejects with their bytes; each is told once
SELECT news_ingest('bad_a', '') IS NULL AS a, news_ingest('bad_a', E' \n\t ') IS NULL AS b, news_ingest('bad_a', E' \n\t ') IS NULL AS c;
SELECT news_ingest('bad_a', '\x'::bytea, 'empty') IS NULL AS a, news_ingest('bad_a', '\x0001020304050607'::bytea, 'noise') IS NULL AS b;
SELECT source, line, reason, errcode, raw FROM bad_a_rejects ORDER BY id;
TRUNCATE bad_a_rejects;

-- what a constraint or a trigger of the table refuses is a reject; the rest of the query goes on
ALTER TABLE bad_a ADD CONSTRAINT not_too_short CHECK (length(body) > 20);
SELECT news_ingest('bad_a', t) IS NOT NULL AS stored
FROM (VALUES ('Paris fell silent as the talks began.'), ('Paris.'), ('London fell silent as the talks began.')) v(t);
CREATE FUNCTION bad_trigger() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'no news today'; END$$;
CREATE TRIGGER bad_trigger BEFORE INSERT ON bad_a FOR EACH ROW EXECUTE FUNCTION bad_trigger();
SELECT news_ingest('bad_a', 'Berlin fell silent as the talks began.') IS NULL AS refused;
DROP TRIGGER bad_trigger ON bad_a;
SELECT reason, errcode, convert_from(raw, 'UTF8') AS raw FROM bad_a_rejects ORDER BY id;

-- what lies with the server or the user is an error: rights, read-only transactions, changed tables
BEGIN READ ONLY;
SELECT news_ingest('bad_a', 'Rome fell silent as the talks began.');
ROLLBACK;
DROP VIEW bad_view;
ALTER TABLE bad_a DROP COLUMN byline;
\set VERBOSITY terse
SELECT news_ingest('bad_a', 'Rome fell silent as the talks began.');
ALTER TABLE bad_a ADD COLUMN byline text;

-- INSERT on both tables is enough; reading files needs a role
CREATE ROLE regress_news_writer;
SET ROLE regress_news_writer;
SELECT news_ingest('bad_a', 'Rome fell silent as the talks began.');
RESET ROLE;
GRANT INSERT ON bad_a TO regress_news_writer;
SET ROLE regress_news_writer;
SELECT news_ingest('bad_a', 'Rome fell silent as the talks began.') IS NOT NULL AS stored;
SELECT news_ingest('bad_a', 'Rome fell silent as the talks began.') IS NULL AS duplicate;
SELECT news_ingest('bad_a', ' ');
\set VERBOSITY default
RESET ROLE;
GRANT INSERT ON bad_a_rejects TO regress_news_writer;
SET ROLE regress_news_writer;
SELECT news_ingest('bad_a', ' ') IS NULL AS rejected;
CALL news_ingest_files('bad_a', '/tmp/*');
SELECT count(*) FROM bad_a;
RESET ROLE;

DROP TABLE bad_a, bad_a_rejects, bad_b_rejects, bad_table;
DO $$BEGIN EXECUTE format('DROP TABLE %1$s, %1$s_rejects', repeat('x', 55)); END$$;
DROP FUNCTION bad_trigger;
DROP ROLE regress_news_writer;
