-- news_names, news_pairs, news_days: counts over many articles, from the stored form alone

CREATE TEMP TABLE clip (id int PRIMARY KEY, news newsvector);
INSERT INTO clip VALUES
 (1, '#200.4/1A,20D person:"Anna Kovalenko"@1+9.1,30+14.2,90+9.4 person:"Sergey Lavrov"/RUS@40+13.2 place:"Oslo"/NOR@60+4.2,100+4.4
  date:"2016-09-10"[2016-09-10,2016-09-11)/explicit@70+17.2,120+4.3 date:"2016-09"[2016-09-01,2016-10-01)/explicit@150+9.4
  event:CONSULT(person:"Anna Kovalenko",person:"Sergey Lavrov"/RUS)!occurred[2016-09-10,2016-09-11)/explicit@45+3.2 event:AGREE(,)!planned[2016-09-12,2016-09-13)/relative@95+3.4'),
 (2, '#80.2 person:"Sergey Lavrov"/RUS@1+13.1 place:"Oslo"/NOR@20+4.1 WEAPON:"T-90"@30+4.2'),
 (3, ''),
 (4, 'person:"Anna Kovalenko"');
SELECT id, n.* FROM clip, news_names(news) n ORDER BY id, pos, name;
SELECT id, p.* FROM clip, news_pairs(news) p ORDER BY id, name, other;
SELECT id, d.* FROM clip, news_days(news) d ORDER BY id, day;

-- the same as from the rows of news_entities and news_events
SELECT count(*) AS differ FROM (
 SELECT id, kind, name, code, mentions, pos FROM clip, news_names(news)
 EXCEPT SELECT id, kind, name, code, count(*), min(pos) FROM clip, news_entities(news) GROUP BY 1, 2, 3, 4) x;
SELECT count(*) AS differ FROM (
 SELECT id, least(name, other) AS a, greatest(name, other) AS b, sentences FROM clip, news_pairs(news)
 EXCEPT SELECT c.id, a.name, b.name, count(DISTINCT a.sentence) FROM clip c, news_entities(news) a, news_entities(news) b
 WHERE a.sentence = b.sentence AND a.name < b.name GROUP BY 1, 2, 3) x;
SELECT count(*) AS differ FROM (
 SELECT id, day, events FROM clip, news_days(news) WHERE events > 0
 EXCEPT SELECT id, lower(during), count(*) FROM clip, news_events(news) WHERE upper(during) - lower(during) = 1 GROUP BY 1, 2) x;

-- a list of hundreds of names in one sentence has no million pairs
SELECT count(*) AS pairs FROM (SELECT string_agg('person:"P' || i || '"@' || i || '+1.1', ' ')::newsvector AS v FROM generate_series(1, 500) i) x, news_pairs(v);

-- counts
SELECT kind, name, count(*) AS articles, sum(mentions) AS mentions FROM clip, news_names(news) GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC, 2;
SELECT name, other, count(*) AS articles, sum(sentences) AS sentences FROM clip, news_pairs(news) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2;
SELECT count(*) FROM clip, news_names(NULL::newsvector);
