-- weights, news_rank, news_headline, news_html

-- weights are of stretches of the text, kept by ||
SELECT news_setweight('#18.1 person:"John Kerry"@1+5.1', 'A') || news_setweight('#60.2 person:"John Kerry"@1+10.1,50+5.2 place:"Geneva"@20+6.1', 'b', 1) AS weighted;
SELECT (news_setweight('#18.1 person:"John Kerry"@1+5.1', 'A') || '#60.2 person:"John Kerry"@1+10.1')::jsonb -> 'entities' -> 0 -> 'mentions' AS mentions;
SELECT news_setweight('', 'A') AS empty, news_setweight('', 'A') || '#5.1 person:"X"@1+1.1' AS empty_title, news_setweight('#5.1 person:"X"@1+1.1', 'A') || '' AS empty_body,
 news_setweight('#5.1 person:"X"@1+1.1', 'A') || news_setweight('#5.1 person:"Y"@1+1.1', 'A') AS one_stretch;
SELECT news_setweight(news_setweight(v, 'C'), 'A', 1) AS lead, news_setweight(v, 'A', 0) AS none, news_setweight(v, 'A', 3) AS all_of_it, news_setweight(news_setweight(v, 'A'), 'D') AS gone
FROM (SELECT '#50.3 person:"X"@1+1.1,20+1.2,40+1.3'::newsvector AS v) x;
SELECT v, v::newsvector, v::newsvector = v::newsvector::text::newsvector AS again FROM unnest(ARRAY['#50.3/1A,20D,30B x:"y"@1+1.1', '#50.3/1D,5A,9A', '#0.0/3C']) v;
SELECT news_setweight('x:"y"@1+1.1', 'A') = 'x:"y"@1+1.1' AS equal;
SELECT news_setweight('', 'x');
SELECT '#5.1/1A,1B'::newsvector;
SELECT '#5.1/1E'::newsvector;
SELECT '#5.1/0A'::newsvector;

-- queries of weights
SELECT q, q::newsquery, q::newsquery::text::newsquery::text = q::newsquery::text AS again
FROM unnest(ARRAY['Kerry@A', 'person:Kerry@BA', 'Ker:*@D', 'date:2016-09@A', 'event:AGREE@A', 'event:AGREE(USA,)@2016-09@AC!planned', 'event:*@ABCD', '"a b"@C & x']) q;
CREATE TEMP TABLE weighed (news newsvector);
INSERT INTO weighed VALUES ('#100.5/1A,20B,60D person:"John Kerry"@1+5.1,30+5.2 person:"Sergey Lavrov"/RUS@35+3.2,70+6.3 date:"2016-09-10"[2016-09-10,2016-09-11)/explicit@40+5.2
 event:AGREE(person:"John Kerry",person:"Sergey Lavrov"/RUS)!planned/vague@75+3.3');
CREATE INDEX ON weighed USING gin (news);
SELECT q, news @@ q::newsquery AS found, round(news_rank(news, q::newsquery)::numeric, 3) AS rank
FROM weighed, unnest(ARRAY['Kerry@A', 'Kerry@D', 'Kerry@B <s> Lavrov@B', 'Kerry@A <s> Lavrov', '!Kerry@D', 'Kerry & !Lavrov@A', 'date:2016@B', 'date:2016@A', 'event:*@D', 'event:*@AB', 'Kerry@C | Lavrov@D']) q;
SET enable_seqscan = off;
SELECT count(*) AS kerry_a FROM weighed WHERE news @@ 'Kerry@A';
SELECT count(*) AS kerry_d FROM weighed WHERE news @@ 'Kerry@D';
SELECT count(*) AS not_kerry_d FROM weighed WHERE news @@ '!Kerry@D';
RESET enable_seqscan;
SELECT 'Kerry@'::newsquery;
SELECT 'Kerry@AX'::newsquery;
SELECT 'event:AGREE@'::newsquery;

-- rank
CREATE TEMP TABLE paper (id int, title text, body text, news newsvector);
INSERT INTO paper (id, title, body) VALUES
 (1, 'Kovalenko meets Lavrov', 'Anna Kovalenko met Sergei Lavrov in Geneva on 10 September 2016. They agreed on nothing. Kovalenko left for Oslo. Lavrov stayed.'),
 (2, 'Fishing talks fail', 'Norway and Russia failed to agree on fish. Their ministers will meet again. Nobody knows when. Perhaps Anna Kovalenko will come.'),
 (3, 'Rain', 'It rained in Oslo.');
UPDATE paper SET news = news_setweight(to_newsvector(title || E'\n'), 'A') || news_setweight(to_newsvector(body, '2016-09-12'), 'B', 1);
SELECT q, id, round(news_rank(news, q::newsquery)::numeric, 3) AS rank
FROM paper, unnest(ARRAY['Kovalenko', 'Kovalenko & Lavrov', 'Kovalenko <s> Lavrov', 'Lavrov | Norway', '!Kovalenko', 'Kovalenko & !Norway', 'event:*', 'date:2016-09']) WITH ORDINALITY AS t (q, n)
WHERE news @@ q::newsquery ORDER BY n, rank DESC, id;
SELECT count(*) AS differ FROM paper, unnest(ARRAY['Kovalenko', 'Kovalenko & Lavrov', 'Kovalenko <s> Lavrov', 'Lavrov <s> Oslo', 'Lavrov | Norway', '!Kovalenko', 'Kovalenko & !Norway', 'event:* | Oslo', '!(Oslo & !Lavrov)']) q
WHERE (news_rank(news, q::newsquery) > 0) <> (news @@ q::newsquery);
-- a text without weights: the first two sentences are the lead
SELECT round(news_rank('#90.3 person:"X"@1+1.2', 'X')::numeric, 3) AS lead, round(news_rank('#90.3 person:"X"@1+1.3', 'X')::numeric, 3) AS body,
 round(news_rank('{0,0,0,1}', news_setweight('#90.3 person:"X"@1+1.1=0.5', 'A'), 'X')::numeric, 3) AS half_sure, news_rank('', 'X') AS nothing;
SELECT news_rank('{1,2}', '', 'X');
SELECT news_rank('{1,2,NULL,4}', '', 'X');
SELECT news_rank('{1,2,3,-4}', '', 'X');

-- headline
SELECT q, news_headline(title || E'\n' || body, q::newsquery, 'MaxWords=10, MinWords=4', news) AS of_title_and_body, news_headline(body, q::newsquery, 'MaxWords=10, MinWords=4') AS of_body
FROM paper, unnest(ARRAY['Kovalenko', 'Oslo', 'event:CONSULT', 'date:2016', 'Geneva & !Lavrov', 'Merkel']) q WHERE id = 1;
SELECT news_headline(body, 'Oslo | Geneva', o) FROM paper, unnest(ARRAY['', 'MaxFragments=2, MaxWords=6, MinWords=2', 'MaxFragments=3, MaxWords=5, MinWords=2, FragmentDelimiter=" / "', 'HighlightAll=true, StartSel=<em>, StopSel=</em>']) o WHERE id = 1;
SELECT news_headline('Kerry & "Lavrov" <b>met</b> in Geneva.', 'Geneva') AS safe, news_headline('Kerry & "Lavrov" <b>met</b> in Geneva.', 'Geneva', 'Escape=off, StartSel=**, StopSel=**') AS as_it_is;
SELECT news_headline('', 'x') AS empty, news_headline('   ', 'x') AS blank, news_headline(NULL, 'x') AS no_body, news_headline('x', NULL) AS no_query,
 news_headline('Kerry.', 'Kerry', '', '#9000.9 person:"John Kerry"@1+5.1,3+900.2,8000+5.9') AS other_text;
SELECT news_headline('x', 'x', 'Size=3');
SELECT news_headline('x', 'x', 'MaxWords=many');
SELECT news_headline('x', 'x', 'MaxWords=1');
SELECT news_headline('x', 'x', 'MaxWords=5, MinWords=5');
SELECT news_headline('x', 'x', 'HighlightAll=perhaps');
SELECT news_headline('x', 'x', 'MaxWords');

-- the page; make check reads it with an XML parser, too (test/tap/html.pl)
SELECT substring(news_html(E'Talks & <b>fish</b>\n\nAnna Kovalenko met "Lavrov" in Oslo on Friday.\n\nIran may attack.', '2016-09-12') FROM '<title>.*</title>') AS title,
 substring(news_html(E'Talks & <b>fish</b>\n\nAnna Kovalenko met "Lavrov" in Oslo on Friday.', '2016-09-12') FROM '<article>.*</article>') AS article;
-- marks that lie in one another, across one another, outside of the text
SELECT substring(news_html('abcdefghij', NULL, '#10.1 person:"A"@1+4.1 place:"B"@3+4.1 WEAPON:"C"@2+2.1 date:"2016"[2016-01-01,2017-01-01)/explicit@6+90.1 event:AGREE(,)!planned/vague@3+2.1 group:"D"@50+3.1') FROM '<article>.*</article>');
SELECT news_html(NULL) IS NULL AS no_body, news_html('') LIKE '<!DOCTYPE html>%<p></p>%</html>%' AS empty, length(news_html(repeat('Kerry met Lavrov. ', 2000))) > 100000 AS long;
