-- What the planner knows of newsvector columns and of calls.
CREATE FUNCTION plan(statement text) RETURNS json LANGUAGE plpgsql AS
$$ DECLARE j json; BEGIN EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO j; RETURN j->0->'Plan'; END $$;
CREATE FUNCTION estimated(condition text) RETURNS numeric LANGUAGE sql AS
$$ SELECT (plan('SELECT FROM news WHERE ' || condition)->>'Plan Rows')::numeric $$;
CREATE FUNCTION counted(condition text) RETURNS numeric LANGUAGE plpgsql AS
$$ DECLARE n numeric; BEGIN EXECUTE 'SELECT count(*) FROM news WHERE ' || condition INTO n; RETURN n; END $$;

SET datestyle = ISO;
-- Six thousand articles; ANALYZE reads them all.
CREATE TABLE news (id int, news newsvector);
INSERT INTO news SELECT g, concat_ws(' ',
	CASE WHEN g % 2 = 0 THEN 'person:"Anna Kovalenko"/NOR' END,
	CASE WHEN g % 3 = 0 THEN 'place:"Port Ellery"/NOR' END,
	CASE WHEN g % 41 = 0 THEN 'organization:"Harbour Union"' END,
	CASE WHEN g % 500 = 0 THEN 'person:"Orla Tunn"' END,
	format('person:"%s %s"', chr(65 + g % 23), initcap(translate(g::text, '0123456789', 'bdfgklmnpr'))),
	format('date:"x"[%s,%s)/explicit@1+1.1', date '2016-01-01' + g % 500, date '2016-01-01' + g % 500 + 1),
	CASE WHEN g % 25 = 0 THEN 'date:"2016-09"[2016-09-01,2016-10-01)/explicit@20+1.1' END,
	CASE WHEN g % 4 = 0 THEN format('event:%s(place:"%s"/%s,place:"%s"/%s)!%s[%s,%s)/published@9+1.1', CASE g % 8 WHEN 0 THEN 'AGREE' ELSE 'ASSAULT' END,
		(ARRAY['Norway', 'Russia', 'Vasse'])[1 + g % 3], (ARRAY['NOR', 'RUS', 'VAS'])[1 + g % 3],
		(ARRAY['Lorrin', 'Edda', 'Marsh', 'Tunn', 'Orla'])[1 + g % 5], (ARRAY['LOR', 'EDD', 'MAR', 'TUN', 'ORL'])[1 + g % 5],
		CASE g % 16 WHEN 0 THEN 'planned' ELSE 'occurred' END, date '2016-01-01' + g % 500, date '2016-01-01' + g % 500 + 1) END)::newsvector
FROM generate_series(1, 6000) g;
INSERT INTO news SELECT 0, NULL FROM generate_series(1, 1000);
ANALYZE news;
SELECT null_frac BETWEEN 0.14 AND 0.15 AS nulls, n_distinct < -0.8 AS distinct, avg_width BETWEEN 50 AND 300 AS width,
	most_common_elems IS NOT NULL AS elems, cardinality(most_common_elem_freqs) > 100 AS freqs
FROM pg_stats WHERE tablename = 'news' AND attname = 'news';

-- common, rare and absent; prefixes, days, events; and, or, not: all within a factor of three
CREATE TABLE queries (q newsquery);
INSERT INTO queries VALUES
	('Kovalenko'), ('person:Kovalenko'), ('person:"Anna Kovalenko"'), ('place:"Port Ellery"'), ('"Harbour Union"'), ('organization:"Harbour Union"'),
	('"Orla Tunn"'), ('person:Tunn'), ('NOR'), ('place:NOR'), ('person:NOR'), ('Gfdk'), ('person:Nobody'), ('Nowhere'), ('place:Kovalenko'),
	('Kov:*'), ('person:K:*'), ('Port:*'), ('Harb:*'), ('H:*'), ('Zz:*'), ('organization:Har:*'), ('Nowh:*'), ('Kovalenk:*'),
	('date:2016-02-10'), ('date:2016-09-10'), ('date:2016-02'), ('date:2016-09'), ('date:2016'), ('date:2017'), ('date:2016-02-10..2016-02-16'),
	('date:2016-02-10..2016-04-20'), ('date:2015-11-01..2016-02-10'), ('date:2016-09..'), ('date:..2016-09'), ('date:2012'), ('date:1990..2030'),
	('event:*'), ('event:AGREE'), ('event:ASSAULT'), ('event:AGREE!planned'), ('event:AGREE!!planned'), ('event:DIE'), ('event:AGREE(NOR,)'), ('event:ASSAULT(RUS)'),
	('event:ASSAULT(,Edda)'), ('event:AGREE(Norway,Lorrin)'), ('event:ASSAULT(RUS,EDD)'), ('event:AGREE@2016-03'), ('event:*@2016-03-10'), ('event:*(Vasse)'),
	('Kovalenko & "Port Ellery"'), ('Kovalenko & date:2016-02'), ('Kovalenko | "Port Ellery"'), ('!Kovalenko'), ('!Kovalenko & !"Port Ellery"'),
	('"Harbour Union" & !Kovalenko'), ('(Kovalenko | "Port Ellery") & event:ASSAULT & date:2016-05'), ('!Nowhere'), ('Nowhere | Nobody'), ('Kovalenko & Nobody'),
	('"Orla Tunn" | "Harbour Union"');
ANALYZE queries;
SELECT q, estimated(format('news @@ %L', q)) AS estimated, counted(format('news @@ %L', q)) AS counted FROM queries
WHERE greatest(estimated(format('news @@ %L', q)), 1) / greatest(counted(format('news @@ %L', q)), 1) NOT BETWEEN 1 / 3.0 AND 3;
SELECT count(*) AS queries, count(*) FILTER (WHERE counted(format('news @@ %L', q)) = 0) AS absent, count(*) FILTER (WHERE counted(format('news @@ %L', q)) BETWEEN 1 AND 20) AS rare
FROM queries;

-- the query on the left, a call, a null, a query that is not known, a join
SELECT estimated('newsquery ''Kovalenko'' @@ news') = estimated('news @@ ''Kovalenko''') AS commuted,
	estimated('news_match(news, ''Kovalenko'')') = estimated('news @@ ''Kovalenko''') AS called,
	estimated('news_match(''Kovalenko'', news)') = estimated('news @@ ''Kovalenko''') AS called_commuted,
	estimated('news @@ NULL::newsquery') AS null, estimated('news @@ (SELECT q FROM queries LIMIT 1)') BETWEEN 1 AND 100 AS unknown;
SELECT (plan('SELECT FROM news, queries WHERE news @@ q')->>'Plan Rows')::numeric BETWEEN 100 AND 10000 AS joined;

-- without statistics, and with few
CREATE TABLE fresh AS SELECT * FROM news;
SELECT (plan('SELECT FROM fresh WHERE news @@ ''Kovalenko & !date:2016 | event:AGREE(NOR,)''')->>'Plan Rows')::numeric > 0 AS some;
TRUNCATE fresh;
ANALYZE fresh;
INSERT INTO fresh VALUES (1, NULL), (2, '');
ANALYZE fresh;
SELECT (plan('SELECT FROM fresh WHERE news @@ ''Kovalenko''')->>'Plan Rows')::numeric AS rows;
DROP TABLE fresh;

-- an index answers calls as it answers the operator
CREATE INDEX news_news ON news USING gin (news);
CREATE TABLE texts (id int, body text, long varchar);
INSERT INTO texts SELECT g, 'Anna Kovalenko met Orla Tunn in Port Ellery on 3 March 2016.', repeat('Anna Kovalenko met Orla Tunn in Port Ellery on 3 March 2016. ', 30) FROM generate_series(1, 100) g;
CREATE INDEX texts_body ON texts USING gin (body news_text_ops);
CREATE INDEX texts_news ON texts USING gin (to_newsvector(body, '2016-03-10'));
ANALYZE texts;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM news WHERE news_match(news, 'Tunn');
EXPLAIN (COSTS OFF) SELECT id FROM news WHERE news_match('Tunn', news);
EXPLAIN (COSTS OFF) SELECT id FROM texts WHERE news_match(body, 'Tunn');
EXPLAIN (COSTS OFF) SELECT id FROM texts WHERE news_match('Tunn', body);
EXPLAIN (COSTS OFF) SELECT id FROM texts WHERE news_match(to_newsvector(body, '2016-03-10'), 'Tunn');
-- a plan, without the line that PostgreSQL has of what is disabled since version 18
CREATE FUNCTION plan_lines(statement text) RETURNS TABLE ("QUERY PLAN" text) LANGUAGE plpgsql AS
$$ BEGIN FOR "QUERY PLAN" IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP IF "QUERY PLAN" NOT LIKE '%Disabled: true' THEN RETURN NEXT; END IF; END LOOP; END $$;
SELECT * FROM plan_lines($$SELECT n.id FROM queries, news n WHERE news_match(n.news, q)$$);
-- no index serves these
SELECT * FROM plan_lines($$SELECT id FROM news WHERE NOT news_match(news, 'Tunn')$$);
SELECT * FROM plan_lines($$SELECT id FROM news WHERE news_match(news, CASE WHEN id > 1 THEN 'Tunn' END::newsquery)$$);
SELECT count(*) FROM news WHERE news_match(news, '"Orla Tunn"');
SELECT count(*) FROM texts WHERE news_match(body, 'Tunn');
RESET enable_seqscan;

-- rows and cost follow the length of the text
CREATE FUNCTION estimated_rows(call text) RETURNS numeric LANGUAGE sql AS $$ SELECT (plan('SELECT FROM ' || call)->>'Plan Rows')::numeric $$;
CREATE FUNCTION estimated_cost(call text) RETURNS numeric LANGUAGE sql AS $$ SELECT (plan(call)->>'Total Cost')::numeric $$;
SELECT f, estimated_rows(f || '(''Anna Kovalenko met Orla Tunn.'')') <= 2 AS few,
	estimated_rows(format('%s(%L)', f, repeat('Anna Kovalenko met Orla Tunn. ', 1000))) BETWEEN 30 AND 500 AS many,
	estimated_rows(f || '(NULL::text)') AS none
FROM unnest(ARRAY['news_sentences', 'news_entities', 'news_dates', 'news_events']) f;
SELECT f, estimated_rows(format('texts, %s(body)', f)) < estimated_rows(format('texts, %s(long)', f)) AS longer, estimated_rows(format('news, %s(news)', f)) > 0 AS stored
FROM unnest(ARRAY['news_entities', 'news_dates', 'news_events']) f;
SELECT estimated_cost('SELECT to_newsvector(body) FROM texts') < estimated_cost('SELECT to_newsvector(long) FROM texts') AS costlier,
	estimated_cost('SELECT FROM texts WHERE body @@ newsquery ''Tunn''') < estimated_cost('SELECT FROM texts WHERE long @@ newsquery ''Tunn''') AS costlier_match;

DROP TABLE news, queries, texts;
DROP FUNCTION plan, estimated, counted, estimated_rows, estimated_cost;
DROP FUNCTION plan_lines;
