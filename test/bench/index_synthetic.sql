-- Ten names, two days and an event an article, from pools where the few are common; words: those of the same names and sixty more.
CREATE FUNCTION skewed(pool int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT floor(pool * power(random(), 4))::int $$;
CREATE FUNCTION spell(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT initcap(translate(lpad(n::text, 5, '0'), '0123456789', 'bdafgekoim')) $$;
INSERT INTO source (id, news, words)
SELECT g, concat_ws(' ',
		(SELECT string_agg(format('person:"%s %s"@%s+9.%s', spell(p % 977), spell(p), i * 40, i), ' ') FROM unnest(persons) WITH ORDINALITY u (p, i)),
		(SELECT string_agg(format('place:"%s"/P%s@%s+5.%s', spell(p + 50000), p, i * 40 + 20, i), ' ') FROM unnest(places) WITH ORDINALITY u (p, i)),
		format('date:"x"[%s,%s)/explicit@500+10.9', d, d + 1),
		format('event:%s(place:"%s"/P%s,place:"%s"/P%s)!occurred[%s,%s)/relative@510+5.9', (ARRAY['AGREE', 'ASSAULT', 'CONSULT', 'ACCUSE'])[1 + g % 4],
			spell(places[1] + 50000), places[1], spell(places[2] + 50000), places[2], d, d + 1))::newsvector,
	array_to_tsvector(ARRAY(SELECT DISTINCT lower(w) FROM (
		SELECT unnest(ARRAY[spell(p % 977), spell(p)]) FROM unnest(persons) p UNION ALL SELECT spell(p + 50000) FROM unnest(places) p UNION ALL SELECT 'w' || skewed(30000) FROM generate_series(1, 60 + g % 2)) t (w)))
FROM (SELECT g, ARRAY(SELECT skewed(20000) FROM generate_series(1, 5 + g % 2)) AS persons, ARRAY(SELECT skewed(2000) FROM generate_series(1, 4 + g % 2)) AS places,
		date '2010-01-01' + skewed(3000) + g % 2 AS d
	FROM generate_series(1, least(:rows, 100000)) g OFFSET 0) x;
CREATE TABLE articles AS
SELECT (g - 1) * (SELECT count(*) FROM source) + id AS id, news, words
FROM generate_series(1, (SELECT greatest(:rows / count(*), 1) FROM source)) g, source ORDER BY 1;
INSERT INTO questions (what, news, words)
SELECT v.what, v.news::newsquery, v.words::tsquery FROM (VALUES
	('one name', spell(3), NULL), ('one name', 'person:' || spell(1700), NULL), ('two names', spell(3) || ' & ' || spell(50003), NULL),
	('two names', spell(40) || ' & ' || spell(50002), NULL), ('prefix', left(spell(120), 4) || ':*', lower(left(spell(120), 4)) || ':*'),
	('a day', 'date:2010-02-01', NULL), ('a month', 'date:2011-05', NULL), ('event on a day', 'event:*@2011-05', NULL), ('event with two parties', 'event:AGREE(P1,P2)', NULL),
	('event with two parties', format('event:ASSAULT(%s,P3)', spell(50001)), NULL)) v (what, news, words);
