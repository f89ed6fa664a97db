-- The extension in a schema that is not in the search path: everything is found by
-- qualified name, and what was made before goes on.
SET datestyle = ISO;
CREATE TABLE notices (id int PRIMARY KEY, published timestamp, body text, news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED);
CREATE INDEX notices_news ON notices USING gin (news);
CREATE VIEW notice_names AS SELECT n.name, count(*) FROM notices, news_names(news) n WHERE news @@ 'event:CONSULT' GROUP BY n.name;
CREATE SCHEMA tools;
ALTER EXTENSION news_entities SET SCHEMA tools;
SELECT to_regtype('newsvector') IS NULL AS not_in_path;

-- generated columns, indexes and views of before; statistics
INSERT INTO notices SELECT g, '2016-09-12', CASE g % 5 WHEN 0 THEN 'Sergei Lavrov met John Kerry in Geneva on Friday.' ELSE 'It rained in Oslo.' END FROM generate_series(1, 300) g;
VACUUM ANALYZE notices;
SELECT * FROM notice_names ORDER BY name;
SELECT most_common_elems IS NOT NULL AS known FROM pg_stats WHERE tablename = 'notices' AND attname = 'news';

-- new ones, of every kind
CREATE INDEX notices_body ON notices USING gin (body tools.news_text_ops);
CREATE INDEX notices_vector ON notices USING gin (tools.to_newsvector(body, published + interval '1 day'));
CREATE INDEX notices_some ON notices USING gin (news) WHERE id > 100;
CREATE INDEX notices_equal ON notices USING hash (news);
CREATE TABLE questions (q tools.newsquery PRIMARY KEY DEFAULT 'Kerry & Lavrov', d tools.newsdict);
INSERT INTO questions (d) SELECT tools.newsdict_agg('VESSEL', 'MS Lund', NULL, NULL);
ANALYZE notices;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM notices WHERE news OPERATOR(tools.@@) 'Lavrov';
EXPLAIN (COSTS OFF) SELECT count(*) FROM notices WHERE tools.news_match(body, 'Lavrov');
EXPLAIN (COSTS OFF) SELECT count(*) FROM notices WHERE tools.news_match(tools.to_newsvector(body, published + interval '1 day'), 'Lavrov');
SELECT count(*) FROM notices WHERE tools.news_match(news, 'Lavrov');
SELECT count(*) FROM notices WHERE tools.news_match(body, 'Lavrov');
SELECT count(*) FROM notices, questions WHERE tools.news_match(news, q) AND id > 100;
RESET enable_seqscan;
SELECT DISTINCT tools.length(news), (news::jsonb -> 'chars') AS chars, news OPERATOR(tools.=) tools.to_newsvector(body, published) AS same FROM notices ORDER BY 1;
SELECT name, mention FROM questions, tools.news_entities('They saw the MS Lund.', d);
SELECT tools.news_headline(body, q, 'MaxWords=9, MinWords=3', news) FROM notices, questions WHERE id = 5;

-- a corpus
SELECT tools.news_create_corpus('gazette');
SELECT tools.news_ingest('gazette', 'Norway and Chile signed a fishing agreement in Oslo on Thursday. Ana Rojas and Jon Lie shook hands.', 'a', '2011-05-13');
SELECT tools.news_ingest('gazette', '{"text": "Norway and Chile signed a fishing agreement in Oslo on Thursday. Nobody shook hands.", "date": "2011-05-14", "id": 7}'::jsonb, 'b');
SELECT day, type, actor, recipient, articles FROM tools.news_timeline('gazette', 'event:AGREE');
SELECT count(*) FROM tools.news_check_dates('gazette');
SELECT count(*) FROM tools.news_ingest_progress;
SELECT tools.news_timeline_html('gazette') LIKE '%</html>%' AS page;

DROP TABLE gazette, gazette_rejects, questions;
ALTER EXTENSION news_entities SET SCHEMA public;
SELECT count(*) FROM notices WHERE news @@ 'Lavrov';
DROP TABLE notices CASCADE;
DROP SCHEMA tools;
