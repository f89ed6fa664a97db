--
-- news_timeline: events that several articles report, each once
--
SET datestyle = 'ISO, YMD';
CREATE TABLE wire (id int PRIMARY KEY, published timestamp, duplicate_of bigint, title text, body text,
	news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED);
CREATE INDEX ON wire USING gin (news);
INSERT INTO wire VALUES
	(1, '2011-05-10 09:00', NULL, NULL, 'Norway and Chile may sign a fishing agreement in Oslo this week.'),
	(2, '2011-05-13 18:00', NULL, NULL, 'Norway and Chile signed a fishing agreement in Oslo on Thursday. The talks had lasted for nine months.'),
	(3, '2011-05-14 07:00', NULL, NULL, 'Chile and Norway reached an agreement on fishing on 12 May 2011, officials said.'),
	(4, '2011-05-14 08:00', 2, NULL, 'Norway and Chile signed a fishing agreement in Oslo on Thursday. The talks had lasted for nine months. (Wire)'),
	(5, '2011-05-15 12:00', NULL, NULL, 'Norway and Chile did not sign an agreement on Thursday, a newspaper in Santiago reported.'),
	(6, '2011-05-20 12:00', NULL, NULL, 'Chilean foreign minister Ana Rojas met her colleague from Peru in Lima on Wednesday.'),
	(7, '2011-05-21 12:00', NULL, NULL, 'Rain fell on the harbour of Oslo on 16 May 2011, where ships from Norway waited.');

-- one row for the agreement: three articles of which one is a copy, against two
SELECT day, type, actor, recipient, place, status, basis, articles, independent, otherwise, first_report, last_report, sentence
FROM news_timeline('wire', 'event:AGREE');
SELECT m->>'article' AS article, m->>'copy_of' AS copy_of, m->>'status' AS status, m->>'during' AS during, m->>'basis' AS basis,
	substr(body, (m->>'pos')::int, (m->>'len')::int) AS trigger
FROM news_timeline('wire', 'event:AGREE'), jsonb_array_elements(mentions) m JOIN wire ON id = (m->>'article')::int
ORDER BY 1;

-- all, and what is about Chile: of a day without an event the sentence that tells most
SELECT day, type, actor, recipient, status, independent, otherwise, left(sentence, 50) AS sentence FROM news_timeline('wire');
SELECT day, type, actor, recipient FROM news_timeline('wire', 'CHL');

-- days: both ends count, either may be open
SELECT day, type FROM news_timeline('wire', NULL, '2011-05-13', '2011-05-16');
SELECT day, type FROM news_timeline('wire', since => '2011-05-17');
SELECT day, type FROM news_timeline('wire', until => '2011-05-12');
SELECT count(*) FROM news_timeline('wire', 'NZL');

-- parties: a country fits who acts for it; two people of one country are two; sides stand in either order
CREATE TABLE parties (id int, published date, news newsvector);
INSERT INTO parties VALUES
	(1, '2011-05-12', '#50.1 event:CONSULT(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(2, '2011-05-12', '#50.1 event:CONSULT(person:"Ana Rojas"/CHL,person:"Jon Lie"/NOR)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(3, '2011-05-12', '#50.1 event:CONSULT(person:"Eva Soto"/CHL,person:"Jon Lie"/NOR)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(4, '2011-05-12', '#50.1 event:ACQUIRE(organization:"Fjord Oil"/NOR,organization:"Sur Gas"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(5, '2011-05-12', '#50.1 event:ACQUIRE(organization:"Nordic Bank"/NOR,organization:"Sur Gas"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(6, '2011-05-12', '#50.1 event:ASSAULT(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(7, '2011-05-12', '#50.1 event:ASSAULT(place:"Chile"/CHL,place:"Norway"/NOR)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(8, '2011-05-13', '#50.1 event:CONSULT(person:"Jon Lie"/NOR,)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9');
SELECT type, actor, recipient, independent, (SELECT array_agg(m->'article' ORDER BY m->'article') FROM jsonb_array_elements(mentions) m) AS articles
FROM news_timeline('parties') ORDER BY 1, 2, 3;

-- days: one apart are one event, two are not; a month holds the day; what is to come is not done; no day at all
CREATE TABLE days (id int, published date, news newsvector);
INSERT INTO days VALUES
	(1, '2011-05-14', '#50.1 event:AGREE(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-12,2011-05-13)/explicit@3+3.1=0.9'),
	(2, '2011-05-14', '#50.1 event:AGREE(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-13,2011-05-14)/relative@3+3.1=0.9'),
	(3, '2011-05-17', '#50.1 event:AGREE(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-15,2011-05-16)/relative@3+3.1=0.9'),
	(4, '2011-06-17', '#50.1 event:AGREE(place:"Norway"/NOR,place:"Chile"/CHL)!occurred[2011-05-01,2011-06-01)/relative@3+3.1=0.9'),
	(5, '2011-05-10', '#50.1 event:AGREE(place:"Norway"/NOR,place:"Chile"/CHL)!planned/vague@3+3.1=0.9'),
	(6, '2011-05-10', '#50.1 event:ELECT(place:"Norway"/NOR,)!occurred[2011-09-12,2011-09-13)/explicit@3+3.1=0.9'),
	(7, NULL, '#50.1 event:STRIKE(place:"Norway"/NOR,)!occurred/vague@3+3.1=0.9'),
	(8, '2011-05-10', '#50.1 event:STRIKE(place:"Chile"/CHL,)!possible/vague@3+3.1=0.9');
SELECT day, during, basis, type, actor, status, independent, otherwise,
	(SELECT array_agg(m->'article' ORDER BY m->'article') FROM jsonb_array_elements(mentions) m) AS articles
FROM news_timeline('days');
SELECT day, type FROM news_timeline('days', NULL, '2011-09-01');

-- the order of articles does not matter
CREATE TABLE shuffled AS SELECT * FROM wire ORDER BY md5(id::text);
SELECT count(*) FROM (SELECT * FROM news_timeline('wire') EXCEPT SELECT * FROM news_timeline('shuffled')) x;

-- a view over a table of one's own; a timestamptz counts in UTC
CREATE TABLE feed (entry int, content varchar, at timestamptz);
INSERT INTO feed VALUES (5, 'Norway and Chile signed a fishing agreement in Oslo on Thursday.', '2011-05-13 23:30 America/Santiago');
CREATE VIEW feed_articles AS
SELECT entry AS id, content AS body, at AS published, to_newsvector(content, at AT TIME ZONE 'UTC') AS news FROM feed;
SELECT day, type, first_report, sentence FROM news_timeline('feed_articles');

-- what cannot be read
\set VERBOSITY terse
SELECT * FROM news_timeline('feed');
SELECT * FROM news_timeline('pg_class');
SELECT * FROM news_timeline('wire_pkey');
SELECT * FROM news_timeline('wire', NULL, '2011-05-02', '2011-05-01');
SELECT * FROM news_timeline('wire', 'event:');
CREATE VIEW no_id AS SELECT NULL::int AS id, news FROM wire;
SELECT count(*) FROM news_timeline('no_id');
\set VERBOSITY default
SELECT count(*) FROM news_timeline(NULL);
CREATE VIEW bad_body AS SELECT id, news, 'Something else.' AS body FROM wire;
SELECT count(*), count(sentence) FROM news_timeline('bad_body');
CREATE TABLE empty (LIKE wire);
SELECT count(*) FROM news_timeline('empty');

-- the page: well-formed, with its pictures and titles, escaped, without script and without anything from elsewhere
CREATE TABLE page AS SELECT news_timeline_html('wire', title => 'Fish & <ships>') AS html;
SELECT xml_is_well_formed_document(html) FROM page;
SELECT xpath('/html/head/title/text()', html::xml) AS title, xpath('/html/body/header/p/text()', html::xml) AS summary FROM page;
SELECT unnest(xpath('//svg/title/text()', html::xml)) AS picture FROM page;
SELECT unnest(xpath('//svg[@class="bars"]/rect/title/text()', html::xml)) AS bar FROM page;
SELECT unnest(xpath('//svg[@class="matrix"]/g/title/text()', html::xml)) AS cell FROM page;
SELECT unnest(xpath('//section/h3/time/@datetime', html::xml)) AS day, unnest(xpath('count(//section/article)', html::xml)) AS rows FROM page;
SELECT unnest(xpath('//article[1]/p[@class="numbers"]', html::xml)) AS numbers FROM page;
SELECT xpath('//svg[not(@role="img" and title and desc)] | //script | //link | //img | //@src | //@href | //@*[starts-with(name(), "on")]', html::xml) AS foreign FROM page;
SELECT html ~ 'https?:|url\((?!#hatch)|@import|javascript' AS loads FROM page;
CREATE VIEW nasty AS SELECT 1 AS id, date '2011-05-13' AS published, to_newsvector(body, '2011-05-13') AS news, body
FROM (SELECT E'Norway and Chile signed a "deal" <script>alert(1)</script> & more\x01 in Oslo on Thursday.' AS body) b;
SELECT xml_is_well_formed_document(html), html ~ '<script', substring(html FROM '<blockquote>.*?</blockquote>') FROM news_timeline_html('nasty') html;
SELECT xml_is_well_formed_document(news_timeline_html('wire', 'NZL')), xml_is_well_formed_document(news_timeline_html('wire', 'Norway & !"<b>"')) ,
	xml_is_well_formed_document(news_timeline_html('days')), news_timeline_html(NULL) IS NULL AS none;
DROP VIEW nasty;
-- what is known by the month or the year is not said of its first day; a year is told where it is another
CREATE TEMP TABLE old AS SELECT id, timestamp '2011-05-10' AS published, body, to_newsvector(body, '2011-05-10') AS news
FROM (VALUES (1, 'Norway and Peru signed a pact in March 2009.'), (2, 'Norway and Cuba signed a pact in 2007.'),
	(3, 'Norway and Chile signed a pact on 1 March 2009.')) v(id, body);
SELECT h[1] FROM regexp_matches(news_timeline_html('old'), '<(?:h3|p class="numbers")>[^\n]*', 'g') h;
DROP TABLE old;
DROP TABLE page;

-- with the caller's rights
CREATE ROLE regress_news_reader;
SET ROLE regress_news_reader;
\set VERBOSITY terse
SELECT count(*) FROM news_timeline('wire');
\set VERBOSITY default
RESET ROLE;
DROP ROLE regress_news_reader;

RESET datestyle;
DROP VIEW feed_articles, no_id, bad_body;
DROP TABLE wire, parties, days, shuffled, feed, empty;

--
-- Days of writing by what other articles say: undated ones in the timeline, wrong ones reported
--
SET datestyle = 'ISO, YMD';
CREATE TABLE harbour (id int PRIMARY KEY, published timestamp, published_score real, title text, body text,
	news newsvector GENERATED ALWAYS AS (to_newsvector(body, CASE WHEN published_score >= 0.5 THEN published END)) STORED);
INSERT INTO harbour VALUES
	(1, '2011-05-13', 0.9, 'Deal in Oslo', 'Norway and Chile signed a fishing agreement in Oslo on Thursday, 12 May 2011. Ana Rojas and Jon Lie shook hands. Lie thanked Rojas.'),
	(2, '2011-05-15', 0.9, 'Fishing', 'Ana Rojas met Jon Lie in Bergen on Saturday, two days after Norway and Chile signed a fishing agreement.'),
	(3, NULL, NULL, 'Talks', 'Norway and Chile may sign a fishing agreement this week. Jon Lie met Ana Rojas in Oslo on Wednesday.'),
	(4, '2014-02-03', 0.3, 'Ships', 'Ana Rojas met Jon Lie in Bergen on Saturday. On Thursday Norway and Chile had signed a fishing agreement in Oslo.'),
	(5, '2013-11-02', 0.9, 'Rain', 'Rain fell in Nairobi on Friday, and Kenya closed two schools.');
SELECT id, published, suggested, neighbours, why FROM news_check_dates('harbour');
SELECT day, type, actor, recipient, status, independent, otherwise,
	(SELECT string_agg((m->>'article') || CASE WHEN m->'estimated' = 'true' THEN '?' ELSE '' END, ' ' ORDER BY m->>'article') FROM jsonb_array_elements(mentions) m) AS articles
FROM news_timeline('harbour', 'NOR');
-- nothing to go by
CREATE TABLE alone AS SELECT id, published, published_score, body, news FROM harbour WHERE id IN (3, 5);
SELECT count(*) FROM news_check_dates('alone');
SELECT day, type, status FROM news_timeline('alone', 'NOR');
SELECT count(*) FROM news_check_dates(NULL);
RESET datestyle;
DROP TABLE harbour, alone;
