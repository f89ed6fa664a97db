-- GIN: what the index finds is what a scan of the table finds
SET datestyle = ISO;
SELECT setseed(0.5);

CREATE FUNCTION pick(list text[]) RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT list[1 + floor(random() * cardinality(list))::int] $$;
CREATE FUNCTION any_kind() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT pick('{person,person,organization,place,group,event,work,product,WEAPON}') $$;
CREATE FUNCTION any_name() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT pick('{Sergey Lavrov,Lavrov,John Kerry,Kerry,Bashar al-Assad,al-Assad,United States,US,USA,Geneva,Jabhat al-Nusra,Ministry of Foreign Affairs,Angela Merkel,Élysée Palace,!!!,Kim Jong Un,Xi Jinping,Anna Kovalenko,Kovalenko,Mary J.Kovalenko,Harbour Relief League,Port Ellery,Libya}') $$;
CREATE FUNCTION any_day() RETURNS date LANGUAGE sql VOLATILE AS
$$ SELECT date '2016-01-01' + floor(random() * 500)::int $$;

-- parties that are often among the names of the article, too: known to the lexicon and not, with the code that the name has and another
CREATE FUNCTION any_listed() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT pick(ARRAY['person:"Anna Kovalenko"', 'person:"Mary J.Kovalenko"/LBY', 'person:"Kovalenko"', 'organization:"Harbour Relief League"', 'place:"Port Ellery"/q4',
   'place:"Libya"/LBY', 'organization:"Libya"/LBY', 'place:"Libya"', 'place:"United States"/USA', 'place:"United States"/RUS', 'person:"Sergey Lavrov"/RUS']) $$;
CREATE FUNCTION any_party() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT CASE floor(random() * 6)::int WHEN 0 THEN '' WHEN 1 THEN format('"%s"', any_name()) WHEN 2 THEN any_listed() WHEN 3 THEN any_listed()
   ELSE format('%s:"%s"/%s', any_kind(), any_name(), pick('{USA,RUS,SYR,q4}')) END $$;

CREATE FUNCTION any_vector() RETURNS newsvector LANGUAGE sql VOLATILE AS $$
SELECT concat_ws(' ',
 (SELECT string_agg(format('%s:"%s"%s@%s+3.%s', any_kind(), any_name(), pick('{"",/USA,/RUS,/q4}'), floor(random() * 99 + g)::int, floor(random() * 4)::int), ' ')
  FROM generate_series(1, floor(random() * 5)::int) g),
 (SELECT string_agg(any_listed() || format('@%s+3.%s', floor(random() * 99 + g)::int, floor(random() * 4)::int), ' ') FROM generate_series(1, floor(random() * 4)::int) g),
 (SELECT string_agg(format('date:"x"[%s,%s)/explicit@1+1.1', d, d + pick('{1,1,1,7,30,31,92,365,4000}')::int), ' ')
  FROM generate_series(1, floor(random() * 3)::int) g, LATERAL (SELECT any_day() + g AS d) t),
 (SELECT string_agg(format('event:%s(%s,%s)!%s[%s,%s)/published@%s+1.1', pick('{AGREE,ASSAULT,OTHER_TYPE}'), any_party(), any_party(),
    pick('{occurred,ongoing,planned,possible,negated}'), d, d + pick('{1,1,30}')::int, g), ' ')
  FROM generate_series(1, floor(random() * 3)::int) g, LATERAL (SELECT any_day() + g AS d) t))::newsvector $$;

-- of a name, or of what is behind its first word
CREATE FUNCTION any_beginning() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT CASE WHEN random() < 0.5 THEN left(n, 1 + floor(random() * 8)::int) ELSE left(substr(n, 1 + strpos(n, ' ')), 1 + floor(random() * 16)::int) END FROM any_name() n $$;
CREATE FUNCTION any_query_name() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT CASE WHEN random() < 0.5 THEN any_kind() || ':' ELSE '' END ||
   CASE floor(random() * 5)::int WHEN 0 THEN format('"%s"', pick('{USA,RUS,LBY,q4}')) WHEN 1 THEN format('"%s":*', any_beginning())
   ELSE format('"%s"', any_name()) END $$;
CREATE FUNCTION any_query_day() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT CASE floor(random() * 5)::int WHEN 0 THEN to_char(any_day(), 'YYYY-MM') WHEN 1 THEN any_day() || '..' WHEN 2 THEN '..' || any_day()
   WHEN 3 THEN (SELECT d || '..' || d + floor(random() * 60)::int FROM any_day() d) ELSE any_day()::text END $$;
CREATE FUNCTION any_term() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT CASE WHEN random() < 0.2 THEN '!' ELSE '' END || CASE floor(random() * 5)::int
   WHEN 0 THEN 'date:' || any_query_day()
   WHEN 1 THEN 'event:' || pick('{AGREE,ASSAULT,OTHER_TYPE,*}')
     || pick(ARRAY['', '(' || any_query_name() || ')', '(,' || any_query_name() || ')', '(' || any_query_name() || ',' || any_query_name() || ')'])
     || pick(ARRAY['', '', '@' || any_query_day()]) || pick('{"","",!planned,!!occurred,"!negated,possible"}')
   WHEN 2 THEN any_query_name() || ' <s> ' || any_query_name()
   ELSE any_query_name() END $$;
CREATE FUNCTION any_query() RETURNS newsquery LANGUAGE sql VOLATILE AS
$$ SELECT CASE floor(random() * 4)::int WHEN 0 THEN any_term() WHEN 1 THEN any_term() || ' & ' || any_term()
   WHEN 2 THEN any_term() || ' | ' || any_term() ELSE any_term() || ' & (' || any_term() || ' | ' || any_term() || ')' END::newsquery $$;

CREATE TABLE vectors (id int, news newsvector);
INSERT INTO vectors SELECT g, any_vector() FROM generate_series(1, 200) g;
INSERT INTO vectors VALUES (0, ''), (-1, NULL);
-- times about as long as a month, which touch one, two or three of them
INSERT INTO vectors SELECT 400 + row_number() OVER (), format('date:"x"[%1$s,%2$s)/explicit@1+1.1 event:AGREE(,)!planned[%1$s,%2$s)/vague@1+1.1', d, d + len)::newsvector
FROM generate_series(date '2017-01-28', date '2017-02-02', '1 day') t, LATERAL (SELECT t::date AS d) x, unnest(ARRAY[28, 30, 31, 32]) len;
CREATE INDEX vectors_news ON vectors USING gin (news);
INSERT INTO vectors SELECT g, any_vector() FROM generate_series(201, 250) g;	-- on the pending list
ANALYZE vectors;

SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM vectors WHERE news @@ 'Lavrov';
EXPLAIN (COSTS OFF) SELECT id FROM vectors WHERE 'Lavrov'::newsquery @@ news;
RESET enable_seqscan;

-- 10,000 queries, each by the index and by a scan
CREATE TABLE queries AS SELECT n, any_query() AS q FROM generate_series(1, 10000) n;
ANALYZE queries;
-- none of them by the result of an equal one (Memoize, since version 14)
SELECT count(set_config(name, 'off', false)) < 2 AS each_by_itself FROM pg_settings WHERE name = 'enable_memoize';
CREATE VIEW results AS SELECT n, count(*) AS found, sum(hashint4(id)::bigint) AS ids FROM queries, LATERAL (SELECT id FROM vectors WHERE news @@ q OFFSET 0) v GROUP BY n;
SET enable_seqscan = off;
-- a plan, without the line that PostgreSQL has of what is disabled since version 18
CREATE FUNCTION plan_lines(statement text) RETURNS TABLE ("QUERY PLAN" text) LANGUAGE plpgsql AS
$$ BEGIN FOR "QUERY PLAN" IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP IF "QUERY PLAN" NOT LIKE '%Disabled: true' THEN RETURN NEXT; END IF; END LOOP; END $$;
SELECT * FROM plan_lines($$SELECT n, id FROM queries, LATERAL (SELECT id FROM vectors WHERE news @@ q OFFSET 0) v$$);
CREATE TABLE by_index AS SELECT * FROM results;
RESET enable_seqscan;
SET enable_bitmapscan = off;
SELECT * FROM plan_lines($$SELECT n, id FROM queries, LATERAL (SELECT id FROM vectors WHERE news @@ q OFFSET 0) v$$);
CREATE TABLE by_scan AS SELECT * FROM results;
RESET enable_bitmapscan;
SELECT count(*) > 5000 AS most_find_something FROM by_scan;
SELECT q, i.found AS by_index, s.found AS by_scan FROM by_index i FULL JOIN by_scan s USING (n) JOIN queries USING (n)
WHERE (i.found, i.ids) IS DISTINCT FROM (s.found, s.ids) ORDER BY n LIMIT 5;

-- after changes and a vacuum
DELETE FROM vectors WHERE id % 3 = 0;
UPDATE vectors SET news = any_vector() WHERE id % 5 = 0;
VACUUM vectors;
DELETE FROM queries WHERE n > 2000;
TRUNCATE by_index, by_scan;
SET enable_seqscan = off;
INSERT INTO by_index SELECT * FROM results;
RESET enable_seqscan;
SET enable_bitmapscan = off;
INSERT INTO by_scan SELECT * FROM results;
RESET enable_bitmapscan;
SELECT count(*) > 1000 AS most_find_something FROM by_scan;
SELECT q, i.found AS by_index, s.found AS by_scan FROM by_index i FULL JOIN by_scan s USING (n) JOIN queries USING (n)
WHERE (i.found, i.ids) IS DISTINCT FROM (s.found, s.ids) ORDER BY n LIMIT 5;

CREATE FUNCTION find(q newsquery) RETURNS int[] LANGUAGE plpgsql SET enable_seqscan = off AS
$$ DECLARE r int[]; BEGIN EXECUTE format('SELECT array_agg(id ORDER BY id) FROM vectors WHERE news @@ %L', q) INTO r; RETURN r; END $$;

-- names of any length are keys of bounded length
INSERT INTO vectors SELECT 1000, ('person:"' || repeat('Ä', 500) || '" place:"' || repeat('x ', 400) || '"/' || repeat('c', 900) || ' "' || repeat('k', 900) || '":"y"')::newsvector;
SELECT find(('person:"' || repeat('ä', 500) || '"')::newsquery), find(('"' || repeat('x ', 400) || '" & "' || repeat('k', 900) || '":y')::newsquery),
 find(('place:' || repeat('c', 900))::newsquery);

-- straight on text: the same as its stored form
CREATE TABLE texts (id int, body text);
INSERT INTO texts SELECT g, concat_ws(' ', pick('{Angela Merkel,Sergei Lavrov,The United States,Russia,John Kerry}'), pick('{met,attacked,will meet,accused}'),
 pick('{Emmanuel Macron,the rebels,Russian forces,the US,Mr. Lavrov}'), pick('{in Geneva,in Berlin,""}'), pick('{on 9 September 2016,in March 2016,yesterday,""}') || '.')
FROM generate_series(1, 300) g;
CREATE INDEX texts_body ON texts USING gin (body news_text_ops);
ANALYZE texts;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM texts WHERE body @@ newsquery 'Lavrov';
SELECT q FROM unnest(ARRAY['Lavrov', 'person:Merkel', 'US', 'USA', 'RUS', 'event:CONSULT', 'event:ASSAULT!occurred', 'event:*(RUS)', 'event:CONSULT(Merkel,)', 'date:2016-09', 'date:2016',
 '!Lavrov', 'Lavrov <s> Geneva', 'Ang:*', 'place:Geneva & !Merkel', 'Merkel | Kerry']::newsquery[]) q
WHERE (SELECT array_agg(id ORDER BY id) FROM texts WHERE body @@ q)
 IS DISTINCT FROM (SELECT array_agg(id ORDER BY id) FROM texts WHERE to_newsvector(body) @@ q);
SELECT count(*) > 10 AS some FROM texts WHERE body @@ newsquery 'Merkel';
RESET enable_seqscan;

SELECT opcname, amvalidate(oid) FROM pg_opclass WHERE opcname IN ('news_text_ops', 'newsvector_ops') ORDER BY 1;
DROP VIEW results;
DROP TABLE vectors, texts, queries, by_index, by_scan;
DROP FUNCTION pick, any_kind, any_name, any_day, any_listed, any_party, any_vector, any_beginning, any_query_name, any_query_day, any_term, any_query, find;
DROP FUNCTION plan_lines;
