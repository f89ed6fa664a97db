--
-- Copies of a text: news_signature, news_similarity, and what ingestion makes of them
--
CREATE TABLE report (n int, body text);
INSERT INTO report VALUES
(1, 'The harbour of Port Ellery stayed closed for a third day on Tuesday as dock workers and the company that runs the cranes failed to agree on night shifts. About forty ships lay at anchor in the bay. A spokesman for the workers said that talks would go on as long as anybody cared to listen.

The company, which bought the cranes from the town two years ago, says that it loses a million a day. It has asked a court in the capital to send the workers back. The court will hear both sides on Thursday, and nobody expects a ruling before the end of the month.

Shops in the old town have begun to run short of fruit and coffee. The mayor asked people to buy no more than they need, and offered the two sides a room in the town hall and as much tea as they could drink.'),
(2, 'Three members of a mountain rescue team were honoured in Vasse on Friday for bringing down a party of students from a ridge in heavy snow. The students had set out in sneakers, with one map between them and without telling anybody which way they would take. It took eleven hours to find them, and another nine to carry down the one who had broken his ankle.');
CREATE VIEW pair AS
SELECT name, body AS a, changed AS b FROM report, LATERAL (VALUES
	('the same', body),
	('other lines, capitals, quotes', upper(regexp_replace(body, '([ ]|^)the ([a-z]+)', E'\nthe "\\2"', 'g'))),
	('framed', E'Home | World | Sport\nRead this and share it with friends.\n' || body || E'\nAll rights reserved.'),
	('first half', left(body, length(body) / 2)),
	('another name', replace(body, 'Port Ellery', 'Lorrin')),
	('another report', (SELECT body FROM report WHERE n = 2))) v(name, changed)
WHERE n = 1;

SELECT name, news_signature(a) && news_signature(b) AS found, round(e.jaccard::numeric, 1) AS estimate,
       round(x.jaccard::numeric, 2) AS jaccard, round(x.containment::numeric, 2) AS containment
FROM pair, news_similarity(news_signature(a), news_signature(b)) e, news_similarity(a, b) x;

-- numbers count, and what is alike is alike both ways
SELECT (news_similarity('Shares rose 20 points to 1,250 today.', 'Shares rose 30 points to 1,270 today.')).jaccard;
SELECT bool_and(news_similarity(a, b) = news_similarity(b, a)) FROM pair;
SELECT bool_and(news_similarity(news_signature(a), news_signature(b)) = news_similarity(news_signature(b), news_signature(a))) FROM pair;

-- a signature: as many numbers for any text with words, each once, all positive
SELECT left(t, 20) AS t, cardinality(s), cardinality(s) = (SELECT count(DISTINCT x) FROM unnest(s) x WHERE x > 0) AS distinct
FROM (VALUES (''), (' ... --'), ('Yes'), ('Paris fell'), ('Paris fell silent.'), ('巴黎沉默了'), (repeat('so ', 1000))) v(t), news_signature(t) s;
-- short texts are found by all of their words alone
SELECT news_signature('Paris fell') && news_signature('paris: FELL!') AS same, news_signature('Paris fell') && news_signature('fell Paris') AS other;
SELECT news_similarity('', ''), news_similarity('Paris fell', ''), news_similarity(news_signature(''), news_signature('Paris fell'));
SELECT news_signature(NULL) IS NULL AS a, news_similarity('Paris', NULL) IS NULL AS b;

-- for one's own tables
CREATE TABLE own (id int, body text, signature bigint[] GENERATED ALWAYS AS (news_signature(body)) STORED);
INSERT INTO own SELECT n, body FROM report;
INSERT INTO own SELECT 10 + i, format('%s %s reports: stocks of %s fell.', i, md5(i::text), md5((-i)::text)) FROM generate_series(1, 500) i;
CREATE INDEX ON own USING gin (signature);
SET enable_seqscan = off;
-- a plan, without the line that PostgreSQL has of what is disabled since version 18
CREATE FUNCTION plan_lines(statement text) RETURNS TABLE ("QUERY PLAN" text) LANGUAGE plpgsql AS
$$ BEGIN FOR "QUERY PLAN" IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP IF "QUERY PLAN" NOT LIKE '%Disabled: true' THEN RETURN NEXT; END IF; END LOOP; END $$;
SELECT * FROM plan_lines($$SELECT own.id FROM report, own WHERE own.signature && news_signature(report.body)$$);
SELECT name, (SELECT array_agg(id) FROM own WHERE signature && news_signature(b)) AS like FROM pair;
RESET enable_seqscan;

-- what is no signature
SELECT news_similarity('{1,2,3}'::bigint[], news_signature('Paris fell'));
SELECT news_similarity(array_fill(NULL::bigint, '{29}'), news_signature('Paris fell'));
SELECT news_similarity('{{1},{2}}'::bigint[], '{}');
SELECT (news_similarity(array_fill(-1::bigint, '{29}'), news_signature('Paris fell'))).jaccard;

-- a corpus: the first one stored is the original, of copies of copies too
SELECT news_create_corpus('copies');
SELECT name, news_ingest('copies', b, name) AS id FROM pair;
SELECT id, source, duplicate_of FROM copies ORDER BY id;
SELECT count(*) AS reports, count(DISTINCT coalesce(duplicate_of, id)) AS independent FROM copies;
-- among many, in one query, with an index that was empty when the query began
SELECT count(news_ingest('copies', format('Notice %s of the town of Vasse: the road to %s is closed because %s and %s.', i, md5(i::text), md5((i + 1000)::text), md5((i + 2000)::text))))
FROM generate_series(1, 300) i;
SELECT count(*), count(duplicate_of) FROM copies WHERE body LIKE 'Notice%';
-- a form that is sent again and again: all of them found, and the index names few under each number
SELECT count(news_ingest('copies', format('Tender %s: the port of Lorrin asks for offers to dredge the channel between the old pier and the lighthouse.', i)))
FROM generate_series(1, 200) i;
SELECT count(*), count(duplicate_of), count(DISTINCT duplicate_of) FROM copies WHERE body LIKE 'Tender%';
SELECT max(n) AS most
FROM (SELECT count(*) AS n FROM copies, unnest(news_signature_keys(signature, signature_common)) key WHERE body LIKE 'Tender%' GROUP BY key) k;
-- what one of them has for itself is in the index all the same
SELECT news_ingest('copies', 'Tender 150: the port of Lorrin asks for offers to dredge the channel between the old pier and the lighthouse. Dredgers wait in the bay.') AS id;
SELECT duplicate_of = (SELECT min(id) FROM copies WHERE body LIKE 'Tender%') AS the_first FROM copies ORDER BY id DESC LIMIT 1;
-- a signature without the numbers of two bits
SELECT news_signature_keys('{}', 5) AS none, news_signature_keys(s, 0) = s AS whole, s @> news_signature_keys(s, 5) AS part,
	cardinality(news_signature_keys(s, 5)) AS numbers, news_signature_keys(s, -1) AS all_common
FROM news_signature('Paris fell') s;
SELECT news_signature_keys('{1,2,3}', 5);
-- the column follows a corrected body
UPDATE copies SET body = 'Something else entirely.' WHERE id = 1;
SELECT signature = news_signature('Something else entirely.') AS follows FROM copies WHERE id = 1;
-- who may not read the corpus writes to it all the same, without copies marked
CREATE ROLE regress_news_blind;
GRANT INSERT ON copies, copies_rejects TO regress_news_blind;
SET ROLE regress_news_blind;
SELECT news_ingest('copies', (SELECT 'The harbour of Port Ellery stayed closed for a third day on Tuesday as dock workers and the company that runs the cranes failed to agree.'), 'blind') IS NOT NULL AS stored;
RESET ROLE;
SELECT duplicate_of FROM copies WHERE source = 'blind';

DROP VIEW pair;
DROP TABLE report, own, copies, copies_rejects;
DROP ROLE regress_news_blind;
DROP FUNCTION plan_lines;
