-- newsvector: bad input
\set VERBOSITY default
SELECT 'person'::newsvector;
SELECT 'person:'::newsvector;
SELECT 'person:Lavrov'::newsvector;
SELECT 'person:"Lavrov'::newsvector;
SELECT 'person:""'::newsvector;
SELECT 'person:"Ä"@0+1.1'::newsvector;
SELECT 'person:"Ä"@1'::newsvector;
SELECT 'person:"Ä"@1+1.1=2'::newsvector;
SELECT 'person:"Ä"@99999999999+1.1'::newsvector;
SELECT 'person:"Ä"person:"B"'::newsvector;
SELECT 'date:"x"'::newsvector;
SELECT 'date:"x"[2019-02-29,2019-03-01)/explicit'::newsvector;
SELECT 'date:"x"[2019-03-02,2019-03-01)/explicit'::newsvector;
SELECT 'date:"x"[99999999-03-02,2019-03-01)/explicit'::newsvector;
SELECT 'date:"x"/soon'::newsvector;
SELECT 'event:agree(,)!planned/vague@1+1.1'::newsvector;
SELECT 'event:AGREE("a","b","c")!planned/vague@1+1.1'::newsvector;
SELECT 'event:AGREE(,place="a",place="b")!planned/vague@1+1.1'::newsvector;
SELECT 'event:AGREE(,)!soon/vague@1+1.1'::newsvector;
SELECT 'event:AGREE(,)!planned/vague'::newsvector;
SELECT '#1'::newsvector;
SELECT repeat('x', 1000)::newsvector;
SELECT ('person:"' || repeat('x', 1001) || '"')::newsvector;
SELECT length(('person:"' || repeat('x', 1000) || '"')::newsvector);
-- positions too large to be shifted
SELECT newsvector '#536870912.1' || 'person:"A"@1+1.1';
-- bytes that another version has stored: an error wherever they are read, not a row that matches nothing
CREATE CAST (bytea AS newsvector) WITHOUT FUNCTION;
CREATE TABLE stored (news newsvector);
INSERT INTO stored VALUES (bytea '\x010000000000000000'::newsvector);
SELECT count(*) FROM stored WHERE news @@ 'Lavrov';
SELECT length(news) FROM stored;
SELECT news_rank(news, 'Lavrov') FROM stored;
SELECT news FROM stored;
CREATE INDEX ON stored USING gin (news);
DROP TABLE stored;
DROP CAST (bytea AS newsvector);
