--
-- What holds for every row of every extraction function, whatever the text:
-- substr(body, pos, len) is the mention, rows come by position, the sentence is
-- the one that holds the mention.  The texts are generated: the same ones every
-- time, of news phrases and multi-byte characters in any order.
--
SET datestyle = 'ISO, YMD';
CREATE FUNCTION generated_text(seed int, n int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT string_agg(part[1 + ('x' || substr(md5(seed || ':' || i), 1, 7))::bit(28)::int % cardinality(part)] ||
				  gap[1 + ('x' || substr(md5(i || '-' || seed), 1, 7))::bit(28)::int % cardinality(gap)], '' ORDER BY i)
FROM generate_series(1, n) i,
	 (VALUES (ARRAY[
		'Foreign Minister Anna Kovalenko', 'President Recep Tayyip Erdoğan', 'Secretary of State John Kerry', 'François Hollande',
		'Đinh La Thăng', 'Владимир Путин', '習近平', 'محمد', 'Ms. O’Brien', 'McDonald''s', 'Jean-Claude Juncker', 'José́',
		'the U.S.', 'Russia', 'São Paulo', 'İstanbul', 'North Korea', 'the United Nations', 'the European Union', 'Côte d’Ivoire',
		'the Ministry of Defence', 'NATO', 'the World Trade Organization (WTO)', 'Acme Holdings Inc.', 'the Syrian army', 'rebels',
		'met', 'signed an agreement with', 'accused', 'attacked', 'said', 'will meet', 'did not sign', 'may impose sanctions on',
		'protested against', 'arrested', 'killed 12 people in', 'refused to talk to', 'threatened', 'talks with',
		'on Tuesday', 'yesterday', 'last week', 'on 10 September 2016', 'Sept. 10', 'in 2015', 'two days ago', 'from May 3 to 7',
		'at 10:30 p.m.', 'for 48 hours', 'every Friday', '2016-09-12', 'in the 1990s', 'next month', 'since the summer of 2011',
		'“We will see,”', '‘no’', '😀', '👩‍👩‍👧‍👦', '🇺🇸', 'ﬁne', 'e' || U&'\0301\0323', U&'\FEFF', U&'\200B', U&'\FFFD', '½', '№ 5', 'ＡＢＣ',
		repeat('long', 300), repeat(U&'\0301', 40), repeat('é', 500), '...', '--', '(', ')', '"', '''', '§', '3.5 pct', '$1,000'],
		ARRAY[' ', ' ', ' ', ' ', ' ', ' ', '. ', ', ', E'\n', E'\n\n', '-', U&'\00A0', '', E'.\n', U&' \2014 ', '? ', U&'\2028'])) parts(part, gap)
$$;

CREATE TABLE generated AS
SELECT seed, generated_text(seed, 20 + seed % 180) AS body, timestamp '2016-09-14 08:00' + seed * interval '37 hours' AS published
FROM generate_series(1, 120) seed;

CREATE VIEW extracted AS
SELECT seed, body, 'sentence' AS what, num AS row, pos, len, s.sentence AS mention, num AS sentence
	FROM generated, news_sentences(body) WITH ORDINALITY s
UNION ALL
SELECT seed, body, 'entity', ordinality, pos, len, mention, sentence FROM generated, news_entities(body) WITH ORDINALITY
UNION ALL
SELECT seed, body, 'date', ordinality, pos, len, mention, sentence FROM generated, news_dates(body, published) WITH ORDINALITY
UNION ALL
SELECT seed, body, 'event', ordinality, pos, len, trigger, sentence FROM generated, news_events(body, published) WITH ORDINALITY;

-- mentions are what stands at their positions
SELECT what, seed, row, pos, len, mention, substr(body, pos, len) AS stands_there
FROM extracted WHERE substr(body, pos, len) IS DISTINCT FROM mention OR len < 1 LIMIT 5;

-- rows come in the order in which they end (events by their trigger); none overlaps the one before, but for a name that has it inside
SELECT what, seed, row, pos, before
FROM (SELECT *, lag(CASE what WHEN 'event' THEN pos ELSE pos + len END) OVER w AS before, lag(pos) OVER w AS pos_before, lag(len) OVER w AS len_before
	  FROM extracted WINDOW w AS (PARTITION BY what, seed ORDER BY row)) e
WHERE pos < before AND NOT (what = 'entity' AND pos <= pos_before AND pos + len >= before AND len > len_before) LIMIT 5;

-- the sentence named is the one that holds the mention
SELECT e.what, e.seed, e.row, e.pos, s.pos
FROM extracted e JOIN extracted s ON s.what = 'sentence' AND s.seed = e.seed AND s.sentence = e.sentence
WHERE e.pos < s.pos OR e.pos + e.len > s.pos + s.len LIMIT 5;
SELECT what, count(*) FROM extracted WHERE sentence IS NULL OR sentence < 1 GROUP BY what;

-- sentences leave out nothing but white space
SELECT seed FROM generated
WHERE regexp_replace(body, '[\s\u200B-\u200F\u2028\u2029\uFEFF\u0085\u00A0]', '', 'g') <>
	(SELECT regexp_replace(string_agg(sentence, '' ORDER BY num), '[\s\u200B-\u200F\u2028\u2029\uFEFF\u0085\u00A0]', '', 'g') FROM news_sentences(body))
LIMIT 5;

-- columns have the values that they may have
SELECT DISTINCT kind FROM generated, news_entities(body)
WHERE kind NOT IN ('person', 'organization', 'place', 'group', 'event', 'work', 'product') OR kind IS NULL;
SELECT seed, name, score FROM generated, news_entities(body) WHERE name IS NULL OR name = '' OR score IS NULL OR score < 0 OR score > 1 LIMIT 5;
SELECT seed, kind, value, during, basis FROM generated, news_dates(body, published)
WHERE kind NOT IN ('date', 'time', 'duration', 'set') OR basis NOT IN ('explicit', 'relative', 'context', 'vague') OR value IS NULL
	OR (kind IN ('duration', 'set') AND during IS NOT NULL) OR isempty(during) LIMIT 5;
SELECT seed, type, status, basis, score FROM generated, news_events(body, published)
WHERE type IS NULL OR type !~ '^[A-Z][A-Z_]*$' OR status NOT IN ('occurred', 'ongoing', 'planned', 'possible', 'negated') OR status IS NULL
	OR basis NOT IN ('explicit', 'relative', 'context', 'vague', 'published') OR score IS NULL OR score < 0 OR score > 1 LIMIT 5;

-- without a day of writing nothing is resolved against it
SELECT seed, mention, basis FROM generated, news_dates(body) WHERE basis = 'relative' AND during IS NOT NULL LIMIT 5;
SELECT seed, trigger, basis FROM generated, news_events(body) WHERE basis IN ('published', 'relative') AND during IS NOT NULL LIMIT 5;

-- the stored form gives the rows back, in order (events of one word in any), all columns but the text and the last digits of the score (and names of more than 1,000 bytes, which it cuts)
CREATE VIEW of_text AS
SELECT seed, 'entity' AS what, n, to_jsonb(e) - '{mention,score,role,n}'::text[] || jsonb_build_object('score', round(score::numeric, 2)) AS columns
FROM generated, news_entities(body) WITH ORDINALITY e(kind, name, code, mention, pos, len, sentence, score, role, n)
UNION ALL
SELECT seed, 'date', n, to_jsonb(d) - '{mention,n}'::text[]
FROM generated, news_dates(body, published) WITH ORDINALITY d(kind, value, during, basis, mention, pos, len, sentence, n)
UNION ALL
SELECT seed, 'event', row_number() OVER (PARTITION BY seed ORDER BY pos, columns::text), columns
FROM generated, news_events(body, published) WITH ORDINALITY
	e(type, actor, actor_kind, actor_code, recipient, recipient_kind, recipient_code, place, during, basis, status, source, trigger, pos, len, sentence, score, n),
	LATERAL (SELECT to_jsonb(e) - '{trigger,score,n}'::text[] || jsonb_build_object('score', round(score::numeric, 2)) AS columns) c;
CREATE VIEW of_vector AS
SELECT seed, 'entity' AS what, n, to_jsonb(e) - '{score,n}'::text[] || jsonb_build_object('score', round(score::numeric, 2)) AS columns
FROM generated, news_entities(to_newsvector(body, published)) WITH ORDINALITY e(kind, name, code, pos, len, sentence, score, n)
UNION ALL
SELECT seed, 'date', n, to_jsonb(d) - 'n'
FROM generated, news_dates(to_newsvector(body, published)) WITH ORDINALITY d(kind, value, during, basis, pos, len, sentence, n)
UNION ALL
SELECT seed, 'event', row_number() OVER (PARTITION BY seed ORDER BY pos, columns::text), columns
FROM generated, news_events(to_newsvector(body, published)) WITH ORDINALITY
	e(type, actor, actor_kind, actor_code, recipient, recipient_kind, recipient_code, place, during, basis, status, source, pos, len, sentence, score, n),
	LATERAL (SELECT to_jsonb(e) - '{score,n}'::text[] || jsonb_build_object('score', round(score::numeric, 2)) AS columns) c;
SELECT t.columns AS of_text, v.columns AS of_vector FROM of_text t FULL JOIN of_vector v USING (seed, what, n) WHERE t.columns IS DISTINCT FROM v.columns AND coalesce(octet_length(v.columns::text), 0) < 1000 LIMIT 5;
SELECT what, count(*) > 100 AS many FROM of_vector GROUP BY what ORDER BY what;
DROP VIEW of_text, of_vector;

-- twice the same text gives twice the same rows
SELECT count(*) FROM (SELECT * FROM extracted EXCEPT ALL SELECT * FROM extracted) e;

-- and there was something to check
SELECT what, count(*) > 100 AS many FROM extracted GROUP BY what ORDER BY what;

-- a NULL text gives no rows, a NULL day of writing is none
SELECT count(*) FROM news_entities(NULL);
SELECT count(*) FROM news_dates(NULL, '2016-09-10');
SELECT count(*) FROM news_events(NULL, '2016-09-10');
SELECT count(*) > 0 AS dates FROM news_dates('It ended on 10 September 2016.', NULL);

-- days of writing at the ends of the calendar
SELECT count(*) > 0 AS dates FROM (VALUES (timestamp 'infinity'), ('-infinity'), ('4713-01-01 BC'), ('294276-12-31'), ('0001-01-01'), ('9999-12-31 23:59:59.999999')) p(published),
	news_dates('Last Friday they left; next year, two centuries ago, in 200 years, tomorrow, and on 29 February they return.', published);

-- a parallel plan gives what a serial one gives
CREATE TABLE serial AS SELECT * FROM extracted;
SET max_parallel_workers_per_gather = 2;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
ALTER TABLE generated SET (parallel_workers = 2);
CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS
$$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS off) ' || query; END $$;
SELECT count(*) AS gathers FROM plan_of('SELECT * FROM generated, news_entities(body)') line WHERE line LIKE '%Gather%';
SELECT count(*) AS gathers FROM plan_of('SELECT * FROM generated, news_events(body, published)') line WHERE line LIKE '%Gather%';
CREATE TABLE parallel AS SELECT * FROM extracted;
SELECT count(*) FROM (SELECT * FROM serial EXCEPT ALL SELECT * FROM parallel) e;
SELECT count(*) FROM (SELECT * FROM parallel EXCEPT ALL SELECT * FROM serial) e;

DROP TABLE serial, parallel;
DROP VIEW extracted;
DROP TABLE generated;
DROP FUNCTION plan_of(text), generated_text(int, int);
