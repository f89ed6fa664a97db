-- newsvector: text form, operators, rows
\pset null '(none)'
SET datestyle = ISO;

-- sorted, each thing once, mentions together
SELECT 'place:"Lund"@30+4.2  person:"Ada Brandt"@1+10.1,40+6.2=0.9 place:"Lund"/SWE@50+4.3'::newsvector;
-- every part of it
SELECT v, v::text::newsvector = v AS again, length(v) FROM (VALUES
 (newsvector '#900.12 person:"Ada Brandt"/SWE@1+10.1 organization:"Port \"North\" \\ Co"@20+9.1=0.5 WEAPON:"T-90"/q4@60+4.2'),
 ('date:"2019-03-14"[2019-03-14,2019-03-15)/explicit@40+13.1 duration:"P2Y"/explicit@60+9.2 set:"XXXX-WXX-1"/explicit@80+12.3 date:"PAST_REF"/vague@90+8.3'),
 ('event:AGREE(person:"Ada Brandt"/SWE,"rebels",place="Lund",source="Bo Ek")!planned[2019-03-14,2019-03-15)/published@120+6.4=0.85'),
 ('event:DIE(,)!occurred/vague@3+4.1 event:"World Cup"@9+9.1 "date":"a kind of one''s own"@20+1.1'),
 ('')) t(v);

-- rows
SELECT * FROM news_entities(newsvector 'place:"Lund"/SWE@30+4.2,80+4.3 person:"Ada Brandt"@1+10.1,40+6.2=0.9');
SELECT * FROM news_dates(newsvector 'date:"2019-03"[2019-03-01,2019-04-01)/explicit@40+10.1 duration:"P2Y"/explicit@9+9.2');
\x on
SELECT * FROM news_events(newsvector 'event:AGREE(person:"Ada Brandt"/SWE,"rebels",place="Lund",source="Bo Ek")!planned[2019-03-14,2019-03-15)/published@120+6.4=0.85');
SELECT * FROM news_events(newsvector 'event:DIE(,)!occurred/vague@3+4.1');
\x off

-- jsonb
SELECT jsonb_pretty((newsvector '#90.3 person:"Ada \"A\" Brandt"/SWE@1+10.1=0.9 date:"2019-03"[2019-03-01,2019-04-01)/explicit@40+10.1 event:AGREE(person:"Ada \"A\" Brandt"/SWE,)!planned/published@12+6.4')::jsonb);

-- concatenation: positions and sentences on the right go up by the extent of the left
SELECT newsvector '#10.1 person:"A"@1+1.1' || '#20.2 person:"A"@1+1.1 place:"B"@5+1.2';
SELECT a || '' = a AS left_of_nothing, '' || a = a AS right_of_nothing FROM (VALUES (newsvector '#10.1 person:"A"@1+1.1')) t(a);

-- comparison
SELECT a = b, a <> b, a < b, a <= b, a > b, a >= b
FROM (VALUES (newsvector 'person:"A"@1+1.1', newsvector 'person:"A"@1+1.1'), ('person:"A"@1+1.1', 'person:"B"@1+1.1')) t(a, b);
SELECT count(DISTINCT v), count(*) FROM (VALUES (newsvector 'person:"A" person:"B"'), ('person:"B" person:"A"'), ('person:"C"')) t(v);
SELECT v, count(*) FROM (VALUES (newsvector 'person:"A" person:"B"'), ('person:"B" person:"A"'), ('person:"C"')) t(v) GROUP BY v ORDER BY v;
SET enable_mergejoin = off; SET enable_nestloop = off;
SELECT count(*) FROM (VALUES (newsvector 'person:"A"')) a(v) JOIN (VALUES (newsvector 'person:"A"'), ('person:"C"')) b(v) USING (v);
RESET enable_mergejoin; RESET enable_nestloop;

-- from text: the same rows, with and without the text
CREATE TEMP TABLE articles (body text, published timestamp);
INSERT INTO articles VALUES
 ('Angela Merkel met Emmanuel Macron in Berlin on Friday. The two countries signed an agreement on 14 March 2019, the German government said.', '2019-03-16'),
 ('Ärger in Köln: 😀 François Hollande attacked the plan yesterday. Russia denied it.', '2016-09-10'),
 ('', NULL), ('no names here', '2016-09-10');
SELECT count(*) FROM articles WHERE to_newsvector(body, published)::text::newsvector <> to_newsvector(body, published);
SELECT body FROM articles a WHERE
 ARRAY(SELECT (kind, name, code, pos, len, sentence, round(score::numeric, 2))::text FROM news_entities(body) ORDER BY pos)
 <> ARRAY(SELECT (kind, name, code, pos, len, sentence, round(score::numeric, 2))::text FROM news_entities(to_newsvector(body, published)))
OR ARRAY(SELECT (kind, value, during, basis, pos, len, sentence)::text FROM news_dates(body, published) ORDER BY pos)
 <> ARRAY(SELECT (kind, value, during, basis, pos, len, sentence)::text FROM news_dates(to_newsvector(body, published)))
OR (SELECT count(*) FROM (SELECT type, actor, actor_kind, actor_code, recipient, recipient_kind, recipient_code, place, during, basis, status, source, pos, len, sentence FROM news_events(body, published)
 EXCEPT SELECT type, actor, actor_kind, actor_code, recipient, recipient_kind, recipient_code, place, during, basis, status, source, pos, len, sentence FROM news_events(to_newsvector(body, published))) x) > 0;
SELECT (SELECT count(*) FROM news_entities(to_newsvector(body, published))) > 2 AS entities,
 (SELECT count(*) FROM news_dates(to_newsvector(body, published))) > 0 AS dates FROM articles LIMIT 1;
-- title and text
SELECT to_newsvector('Angela Merkel in Berlin. ') || to_newsvector('Angela Merkel left.') = to_newsvector('Angela Merkel in Berlin. Angela Merkel left.') AS same_extent,
 (SELECT bool_and(substr('Angela Merkel in Berlin. Angela Merkel left.', pos, len) IN ('Angela Merkel', 'Berlin'))
  FROM news_entities(to_newsvector('Angela Merkel in Berlin. ') || to_newsvector('Angela Merkel left.'))) AS positions;

-- NULL, and a stored column
SELECT to_newsvector(NULL) IS NULL, to_newsvector(NULL, '2016-09-10') IS NULL, to_newsvector('x', NULL);
CREATE TEMP TABLE stored (body text, published timestamp, news newsvector GENERATED ALWAYS AS (to_newsvector(body, published)) STORED);
INSERT INTO stored SELECT * FROM articles;
SELECT count(*) FROM stored WHERE news = to_newsvector(body, published);

