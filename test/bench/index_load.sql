INSERT INTO source
SELECT row_number() OVER (), a.body, a.published, to_newsvector(a.body, a.published), to_tsvector('english', a.body)
FROM (SELECT j::jsonb ->> 'body' AS body, (j::jsonb ->> 'date')::timestamp AS published FROM raw WHERE strpos(j, '\u0000') = 0) a;
DROP TABLE raw;
CREATE TABLE articles AS
SELECT (g - 1) * (SELECT count(*) FROM source) + id AS id, news, words
FROM generate_series(1, (SELECT :rows / count(*) FROM source)) g, source ORDER BY 1;
INSERT INTO questions (what, news, words) VALUES
	('one name', 'Obama', 'obama'), ('one name', 'Libya', 'libya'), ('one name', 'Merkel', 'merkel'), ('one name of a kind', 'person:Obama', 'obama'),
	('two names', 'Obama & Libya', 'obama & libya'), ('two names', 'Obama & Libya', NULL), ('two names', 'Gaddafi & Syria', NULL), ('two names', 'Merkel & US', NULL),
	('two names of a kind', 'person:Obama & place:Libya', 'obama & libya'), ('prefix', 'Obam:*', 'obam:*'), ('prefix', 'person:Mc:*', 'mc:*'),
	('a day', 'date:2011-03-19', NULL), ('a day', 'date:2011-02-11', NULL), ('a month', 'date:2011-03', NULL), ('a month', 'date:1987-03', NULL),
	('event', 'event:CONSULT', NULL), ('event on a day', 'event:*@2011-03', NULL),
	('event with two parties', 'event:ASSAULT(USA,LBY)', NULL), ('event with two parties', 'event:CONSULT(USA,RUS)', NULL), ('event with a party', 'event:CONSULT(Obama,)', NULL),
	('event with a party', 'event:ACCUSE(,Gaddafi)', NULL), ('two parties by name', 'event:CONSULT(Obama,Mubarak)', NULL), ('two parties by name', 'event:CONSULT(Obama,Merkel)', NULL);
