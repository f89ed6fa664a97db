--
-- news_lexicon: what the lexicon of names knows
--
SELECT kind, name, code, spelling, use FROM news_lexicon('Sergei Lavrov') WHERE office IS NULL ORDER BY spelling;
SELECT name, office, during FROM news_lexicon('Sergey Lavrov') WHERE office IS NOT NULL;

-- who held an office on a day
SELECT name, code FROM news_lexicon('foreign minister')
WHERE office = 'foreign minister' AND during @> date '2016-09-10' AND code IN ('RUS', 'USA', 'DEU') ORDER BY code;
SELECT name, during FROM news_lexicon('secretary general') WHERE office = 'secretary general' AND code = 'UN' ORDER BY during;

-- case, accents and wildcards
SELECT DISTINCT name FROM news_lexicon('TURKIYE');
SELECT DISTINCT name FROM news_lexicon('cote d''ivoire');
SELECT DISTINCT name FROM news_lexicon('Lukashen_o');
SELECT count(DISTINCT name) > 3 AS several FROM news_lexicon('%republic of%');
SELECT count(*) FROM news_lexicon('100\%');

-- an abbreviation counts in capitals, a word that is more often another by context
SELECT spelling, use FROM news_lexicon('WHO') WHERE spelling = 'WHO';
SELECT spelling, use FROM news_lexicon('Jordan') WHERE spelling = 'Jordan' AND kind = 'place';

-- every fact has a source, every office days
SELECT count(*) > 40000 AS many, count(*) FILTER (WHERE source IS NULL) AS without_source,
	count(*) FILTER (WHERE (office IS NULL) <> (during IS NULL) OR (office IS NULL) = (spelling IS NULL)) AS broken
FROM news_lexicon();

-- nobody is two presidents at a time, nor has a country two
SELECT a.code, a.office, a.name, b.name AS other
FROM news_lexicon() a JOIN news_lexicon() b USING (code, office)
WHERE a.office IN ('president', 'chancellor', 'king') AND a.name < b.name AND a.during && b.during ORDER BY 1, 2, 3;

-- nothing to find
SELECT * FROM news_lexicon('');
SELECT * FROM news_lexicon('no such name at all');
SELECT * FROM news_lexicon('\');
SELECT count(*) FROM news_lexicon(repeat('%x', 10000));
