-- newsquery: text form, building, matching

-- the text form is normalised, and reads as the same query
SELECT q, q::newsquery AS normalised, q::newsquery::text::newsquery::text = q::newsquery::text AS again, news_numnode(q::newsquery)
FROM unnest(ARRAY['Lavrov', ' person:Lavrov ', 'person:"Sergei Lavrov"', 'Person:"Lavrov"', 'organization:Nusr:*', 'WEAPON:T-90', '"my kind":x',
 'U.S.', 'a&b|c&!d', 'a & ( b | (c) )', '!(a|b)', '!!a', 'a & (b & c)', 'a <s> b & !c <s> d',
 'date:2016-09-10', 'date:2016-09', 'date:2016', 'date:2016-W36', 'date:2016-Q3', 'date:2016-09..2016-10', 'date:2016-09-01..', 'date:..2016',
 'event:AGREE', 'event:*', 'event:AGREE(USA,RUS)', 'event:AGREE( USA , "the rebels" )', 'event:ASSAULT(,SYR)@2016-09', 'event:AGREE(person:Kerry)@2016-09-01..2016-09-15!planned',
 'event:AGREE!!planned', 'event:AGREE!occurred,ongoing,possible', 'event:Brexit', 'event:"NATO"']) q;

-- queries of queries
SELECT 'a | b'::newsquery && 'c'::newsquery AS both, 'a'::newsquery || 'b & c'::newsquery AS either, ! 'a | b'::newsquery AS neither;

-- comparison: by the text form
SELECT q = r AS equal, q <> r AS other, q::text = r::text AS same_text FROM (VALUES (newsquery 'a&b', newsquery ' a & ( b ) '), ('a & b', 'b & a'), ('person:a', 'Person:a'), ('date:2016', 'date:2016-01-01..2016-12-31')) t(q, r);
SELECT 'a & b'::newsquery = 'a'::newsquery && 'b'::newsquery AS built, websearch_to_newsquery('x -b') = 'x & !b' AS typed, 'a'::newsquery < 'b' OR 'b'::newsquery < 'a' AS sorted;
CREATE TEMP TABLE saved (query newsquery PRIMARY KEY, askers int DEFAULT 1);
INSERT INTO saved SELECT q FROM unnest(ARRAY['Lavrov', 'Kerry | Lavrov', 'Lavrov', 'Kerry|Lavrov', 'event:AGREE']::newsquery[]) q ON CONFLICT DO NOTHING;
INSERT INTO saved VALUES ('event:AGREE') ON CONFLICT (query) DO UPDATE SET askers = saved.askers + 1;
SELECT * FROM saved ORDER BY query::text COLLATE "C";
SET enable_mergejoin = off; SET enable_nestloop = off;
SELECT count(*) FROM saved JOIN (VALUES (newsquery 'Lavrov'), ('Merkel')) v(query) USING (query);
RESET enable_mergejoin; RESET enable_nestloop;
DROP TABLE saved;

-- matching
CREATE TEMP TABLE article (news newsvector);
INSERT INTO article VALUES ('#3000.20 person:"Sergey Lavrov"/RUS@12+13.1,80+6.2 person:"Bashar al-Assad"@300+6.3 organization:"Jabhat al-Nusra"@350+10.3
 place:"United States"/USA@400+2.4 group:"Russian"/RUS@410+7.4 person:"Xi Jinping"@420+2.5 WEAPON:"T-90"/q4@500+4.5 organization:"Ölbund"@510+6.5
 date:"2016-09"[2016-09-01,2016-10-01)/explicit@700+9.7
 event:AGREE(place:"United States"/USA,"the rebels"/RUS)!planned[2016-09-09,2016-09-10)/published@120+6.2
 event:ASSAULT(person:"Bashar al-Assad"/SYR,)!occurred[2016-08-01,2016-09-01)/explicit@900+6.9');
SELECT q AS matches FROM article, unnest(ARRAY[
 'Lavrov', 'LAVROV', 'person:Lavrov', '"Sergey Lavrov"', '"Sergei Lavrov"', 'RUS', 'group:RUS', 'person:RUS', 'Assad', 'al-Assad', 'person:Xi',
 'organization:Nusr:*', 'Serg:*', 'Lavr:*', 'US', 'U.S.', 'USA', 'place:US', '"United States of America"', 'weapon:T-90', 'WEAPON:q4', 'olbund', 'Ölb:*',
 'date:2016-09-10', 'date:2016', 'date:2016-09-30..', 'event:AGREE', 'event:AGREE(USA,RUS)', 'event:AGREE(RUS,USA)', 'event:AGREE(US)', 'event:AGREE!planned', 'event:AGREE!!occurred',
 'event:AGREE@2016-09', 'event:*(SYR)@2016-08-15', 'event:*!planned', '!Merkel', 'Merkel | Lavrov', 'Lavrov & !Merkel', '"the rebels" | event:AGREE(,"the rebels")']) q
WHERE NOT news @@ q::newsquery;
SELECT q AS does_not_match FROM article, unnest(ARRAY[
 'Merkel', 'Sergey', 'place:Lavrov', 'lavro', 'WEAPON:T', 'q4', 'rus', 'person:USA', 'date:2016-10-01', 'date:2016-08', 'event:AGREE(USA,SYR)', 'event:ASSAULT(,SYR)', 'event:AGREE!occurred',
 'event:AGREE@2016-10', 'event:DIE', 'event:*(Lavrov)', '!Lavrov', 'Lavrov & Merkel', 'Lavrov <s> Assad', '"the rebels"', 'event:ASSAULT(,Assad)']) q
WHERE news @@ q::newsquery;
SELECT 'Lavrov'::newsquery @@ news, 'Merkel'::newsquery @@ news FROM article;

-- on text, whose day of writing is not known
SELECT 'Angela Merkel met Emmanuel Macron in Berlin.' @@ 'Merkel & place:Berlin'::newsquery AS found,
 'Angela Merkel met Emmanuel Macron in Berlin on 14 March 2019.' @@ 'date:2019-03'::newsquery AS full_date,
 'Angela Merkel met Emmanuel Macron in Berlin on Friday.' @@ 'date:2019'::newsquery AS needs_published,
 'Macron'::newsquery @@ 'Emmanuel Macron left.'::text AS commuted;

-- a body is found with its article and without, and by its country as it may be written
SELECT q AS matches FROM unnest(ARRAY['"The US Harbour Board"', '"US Harbour Board"', 'organization:"United States Harbour Board"', '"the U.S. Harbour Board"']) q
WHERE 'organization:"U.S. Harbour Board"@1+5.1'::newsvector @@ q::newsquery;
SELECT q AS does_not_match FROM unnest(ARRAY['"The Harbour"', '"UK Harbour Board"', 'person:"The US Harbour Board"', '"United States"']) q
WHERE NOT 'organization:"U.S. Harbour Board"@1+5.1'::newsvector @@ q::newsquery;

-- as many queries as rows: the plan is made anew
SELECT count(*) FILTER (WHERE news @@ q::newsquery) FROM article, generate_series(1, 3) g, unnest(ARRAY['Lavrov', 'Merkel', 'Assad']) q;

-- whatever is of a kind
CREATE TABLE kinds (id int, news newsvector);
INSERT INTO kinds VALUES (1, 'person:"Ada Fell"@1+8.1 place:"Oslo"/NOR@20+4.1'), (2, 'organization:"Harbour League"@1+14.1 person:"Ada Fell"@30+8.2'),
 (3, 'group:"Rebels"@1+6.1 event:ASSAULT(group:"Rebels",person:"Ada Fell")!occurred/vague@8+8.1'), (4, 'event:ASSAULT(group:"Rebels","village")!occurred/vague@8+8.1'), (5, '');
CREATE INDEX ON kinds USING gin (news);
CREATE FUNCTION found(q newsquery) RETURNS int[] LANGUAGE sql AS 'SELECT array_agg(id ORDER BY id) FROM kinds WHERE news @@ q';
CREATE TEMP VIEW asked AS SELECT unnest(ARRAY['person:*', 'Person:* & !place:*', 'group:* | organization:*', 'person:* <s> Oslo', 'person:* & organization:Harb:*', 'event:ASSAULT(group:*,)',
 'event:ASSAULT(group:*,person:*)', 'event:*(,person:*)', 'event:ASSAULT(,organization:*)', '"person":*'])::newsquery AS q;
SET enable_seqscan = off;
SELECT q, news_querytree(q), found(q) FROM asked;
SET enable_seqscan = on;
SET enable_bitmapscan = off;
SELECT q, found(q) FROM asked;
RESET enable_bitmapscan;
RESET enable_seqscan;
DROP FUNCTION found(newsquery);
DROP TABLE kinds;
