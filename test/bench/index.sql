-- What is measured, on the tables that index_load.sql or index_synthetic.sql makes.
VACUUM ANALYZE articles;
VACUUM ANALYZE source;

\echo 'Rows, bytes of the columns:'
SELECT count(*) AS rows, sum(pg_column_size(news)) AS news, sum(pg_column_size(words)) AS words,
	round(sum(pg_column_size(news)) / sum(pg_column_size(words))::numeric, 3) AS ratio FROM articles;

-- a build in one round leaves pages of entries half full: they come in order, and each page is split when it is full
\echo 'Index: milliseconds to build, bytes, in several rounds and in one (or a few):'
CREATE TABLE builds (memory text, news float8, words float8, news_bytes bigint, words_bytes bigint);
CREATE PROCEDURE build(memory text) LANGUAGE plpgsql AS $$
DECLARE a float8; b float8;
BEGIN
	DROP INDEX IF EXISTS articles_news, articles_words;
	PERFORM set_config('maintenance_work_mem', memory, false);
	a := cost_of('CREATE INDEX articles_news ON articles USING gin (news)');
	b := cost_of('CREATE INDEX articles_words ON articles USING gin (words)');
	INSERT INTO builds VALUES (memory, a, b, pg_relation_size('articles_news'), pg_relation_size('articles_words'));
END $$;
CALL build('16MB');
CALL build('64MB');
SELECT memory, round(news) AS news_ms, round(words) AS words_ms, round((news / words)::numeric, 3) AS ratio_ms, news_bytes, words_bytes, round(news_bytes::numeric / words_bytes, 3) AS ratio_bytes FROM builds;

-- a word in as many distinct articles as the question, where none is given; beside two names, or a pair of parties, two words that are together in as many
CREATE TABLE counts AS SELECT word, ndoc FROM ts_stat('SELECT words FROM bench.source');
CREATE TABLE terms AS SELECT DISTINCT ON (of_like_frequency, md5(word) < '8') word
FROM counts, floor(4 * ln(ndoc)) AS of_like_frequency WHERE ndoc > 20 ORDER BY of_like_frequency, md5(word) < '8', md5(word);
CREATE TABLE pairs AS SELECT quote_literal(a.word) || '&' || quote_literal(b.word) AS words FROM terms a, terms b WHERE a.word < b.word;
ALTER TABLE pairs ADD found bigint;
SET enable_seqscan = off;
UPDATE pairs SET found = (SELECT count(*) FROM articles a WHERE a.words @@ pairs.words::tsquery);
UPDATE questions q SET words = (SELECT words::tsquery FROM pairs ORDER BY abs(found - (SELECT count(*) FROM articles a WHERE a.news @@ q.news)), words LIMIT 1)
WHERE words IS NULL AND what IN ('two names', 'event with two parties', 'two parties by name');
UPDATE questions q SET words = (SELECT quote_literal(word)::tsquery FROM counts ORDER BY abs(ndoc - (SELECT count(*) FROM source WHERE source.news @@ q.news)), word LIMIT 1) WHERE words IS NULL;

\echo 'Questions by index: rows, milliseconds:'
SELECT what, q.news, q.words, found_a AS rows, found_b AS rows_words, ms_a AS ms, ms_b AS ms_words, round(ms_a / ms_b, 2) AS ratio
FROM questions q, compare(format('SELECT count(*) FROM articles WHERE news @@ %L', q.news), format('SELECT count(*) FROM articles WHERE words @@ %L', q.words)) ORDER BY n;
RESET enable_seqscan;

\echo 'By a sequential scan; reading the rows alone takes:'
SET enable_bitmapscan = off;
SELECT ms_a AS ms FROM compare('SELECT count(*) FROM articles WHERE id < 0', 'SELECT count(*) FROM articles WHERE id < 0');
SELECT what, q.news, q.words, found_a AS rows, found_b AS rows_words, ms_a AS ms, ms_b AS ms_words, round(ms_a / ms_b, 2) AS ratio
FROM (SELECT DISTINCT ON (what) * FROM questions WHERE what IN ('one name', 'a day', 'event with two parties') ORDER BY what, n) q,
	compare(format('SELECT count(*) FROM articles WHERE news @@ %L', q.news), format('SELECT count(*) FROM articles WHERE words @@ %L', q.words)) ORDER BY n;
RESET enable_bitmapscan;

\echo 'Insert of 10,000 rows with the index, milliseconds:'
CREATE TABLE inserts (fastupdate boolean, index text, ms float8);
CREATE PROCEDURE time_insert(idx text, other text, fast boolean) LANGUAGE plpgsql AS $$
DECLARE t float8;
BEGIN
	EXECUTE format('DROP INDEX %I', other);
	EXECUTE format('ALTER INDEX %I SET (fastupdate = %s)', idx, fast);
	t := cost_of('INSERT INTO articles SELECT -id, news, words FROM source WHERE id <= 10000');
	IF fast THEN
		t := t + cost_of(format('SELECT gin_clean_pending_list(%L)', idx));
	END IF;
	ROLLBACK;
	INSERT INTO inserts VALUES (fast, idx, t);
	COMMIT;
END $$;
CALL time_insert('articles_news', 'articles_words', true);
CALL time_insert('articles_words', 'articles_news', true);
CALL time_insert('articles_news', 'articles_words', false);
CALL time_insert('articles_words', 'articles_news', false);
SELECT fastupdate, round(sum(ms) FILTER (WHERE index = 'articles_news')) AS news, round(sum(ms) FILTER (WHERE index = 'articles_words')) AS words,
	round((sum(ms) FILTER (WHERE index = 'articles_news') / sum(ms) FILTER (WHERE index = 'articles_words'))::numeric, 2) AS ratio FROM inserts GROUP BY 1;

\echo 'Two processes beside one, by the clock: how many times as fast (beside it the same for words, and for reading the rows alone):'
CREATE FUNCTION speedup(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE t timestamptz; one float8[]; two float8[]; c bigint;
BEGIN
	FOR i IN 1..5 LOOP
		PERFORM set_config('max_parallel_workers_per_gather', '0', true);
		t := clock_timestamp(); EXECUTE query INTO c; one := one || extract(epoch FROM clock_timestamp() - t)::float8;
		PERFORM set_config('max_parallel_workers_per_gather', '1', true);
		t := clock_timestamp(); EXECUTE query INTO c; two := two || extract(epoch FROM clock_timestamp() - t)::float8;
	END LOOP;
	RETURN round(((SELECT min(x) FROM unnest(one) x) / (SELECT min(x) FROM unnest(two) x))::numeric, 2);
END $$;
SET enable_bitmapscan = off;
SET parallel_setup_cost = 0;
SELECT speedup(format('SELECT count(*) FROM articles WHERE news @@ %L', (SELECT news FROM questions ORDER BY n LIMIT 1))) AS scan,
	speedup(format('SELECT count(*) FROM articles WHERE words @@ %L', (SELECT words FROM questions ORDER BY n LIMIT 1))) AS scan_words,
	speedup('SELECT count(*) FROM articles WHERE id < 0') AS rows,
	speedup('SELECT sum(length(to_newsvector(body, published))) FROM source WHERE id <= 5000') AS extraction;
RESET enable_bitmapscan;
RESET parallel_setup_cost;

\echo 'Straight on text: questions whose answers by news_text_ops are not those of the stored form:'
CREATE TABLE texts AS SELECT id, body, to_newsvector(body) AS news FROM source WHERE body IS NOT NULL AND id <= 3000;
CREATE INDEX texts_body ON texts USING gin (body news_text_ops);
SET enable_seqscan = off;
CREATE FUNCTION ids(condition text) RETURNS int[] LANGUAGE plpgsql AS
$$ DECLARE r int[]; BEGIN EXECUTE 'SELECT array_agg(id ORDER BY id) FROM texts WHERE ' || condition INTO r; RETURN r; END $$;
SELECT count(*) AS questions, count(ids(format('news @@ %L', news))) AS find_something,
	count(*) FILTER (WHERE ids(format('news @@ %L', news)) IS DISTINCT FROM ids(format('body @@ newsquery %L', news))) AS differ FROM questions;
