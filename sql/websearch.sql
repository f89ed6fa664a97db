-- websearch_to_newsquery: what people type into a search field; querytree

-- terms are terms, quotes are one name, the rest is words
SELECT q, websearch_to_newsquery(q) FROM unnest(ARRAY[
 'Kerry', 'person:Kerry', '"Anna Kovalenko" -Kerry', 'event:AGREE(USA,RUS)@2016-09!planned -"Bashar al-Assad"', 'organization:Nusr:*', 'Nusr*', 'WEAPON:T-90',
 '“Sergei Lavrov” «Anna Kovalenko»', 'AT&T']) q;

-- names side by side
SELECT q, websearch_to_newsquery(q) FROM unnest(ARRAY[
 'Sergei Lavrov Geneva', 'Kerry Lavrov', 'Kerry, Lavrov', 'Kerry and Lavrov in Geneva', 'Bosnia and Herzegovina', 'Anna Kovalenko Geneva', 'kovalenko whitlock', 'Mark Kerry',
 'one two three four five six seven eight']) q;

-- dates that are given in full
SELECT q, websearch_to_newsquery(q) FROM unnest(ARRAY[
 'Lavrov 2016-09-10', 'Lavrov 2016-09..2016-10', 'september 2016 Lavrov', 'Lavrov 10 September 2016 Geneva', '-2016 Kerry', 'date:2016-W36', 'Kerry yesterday']) q;

-- or binds less; a minus is for what stands right behind it
SELECT q, websearch_to_newsquery(q) FROM unnest(ARRAY['Kerry or Lavrov Geneva', 'Kerry OR -Lavrov', '-Kerry Lavrov', '- Kerry', 'or Kerry', 'Kerry or', 'Kerry or or Lavrov']) q;

-- garbage
SELECT q, websearch_to_newsquery(q) FROM unnest(ARRAY['', '   ', '"', '""', '-', '- -', '-"', 'or', 'the', '()', '& | !', '<s>', ':*', '*', '''', '\', '"unclosed name', 'event:AGREE(', 'date:2016-13',
 'Kerry)) & ((Lavrov', 'Kerry <s> Lavrov', 'a:b:c:d', '::', 'person:', 'person: Kerry', 'Kerry''; DROP TABLE articles --']) q;
SELECT websearch_to_newsquery(NULL) IS NULL AS null_in, websearch_to_newsquery(repeat('x', 3000)) IS NULL AS too_long,
 news_numnode(websearch_to_newsquery(repeat('person:Kerry ', 20000))) BETWEEN 9000 AND 10000 AS many_terms,
 news_numnode(websearch_to_newsquery(repeat('"a" or -b, ', 20000))) BETWEEN 9000 AND 10000 AS many_sides;

-- what comes out reads as the same query; nothing fails, whatever the characters
SELECT count(*) AS queries, count(*) FILTER (WHERE q::text::newsquery::text IS DISTINCT FROM q::text) AS changed
FROM generate_series(1, 3000) i,
 LATERAL (SELECT string_agg((ARRAY['Kerry', 'Lavrov', ' ', ' ', '"', '-', ' or ', ':', '*', 'date:', '2016-09', 'event:', 'AGREE', '(', ')', ',', '@', '!', '<s>', '\', '''', 'Größe', '“', E'\t', '&', 'the ', 'of '])
	[1 + abs(hashint4(i * 100 + k)) % 27], '') AS typed FROM generate_series(1, 12) k) t,
 websearch_to_newsquery(typed) q;

-- used as it should be
SELECT websearch_to_newsquery('sergei lavrov 2016') && 'place:Geneva' AS both_parts, to_newsvector('Sergei Lavrov left Geneva in May 2016.') @@ websearch_to_newsquery('lavrov geneva 2016 -Kerry') AS found,
 to_newsvector('Sergei Lavrov left.') @@ websearch_to_newsquery('') AS nothing_asked;

-- what an index is asked for
SELECT q, news_querytree(q::newsquery) FROM unnest(ARRAY['Kerry', 'a & !b', '!a', 'a | !b', '(a | !b) & c', 'a <s> b & !c', '!(a & b) | c', '!!a', '!(a <s> b) & (c | d)', 'event:AGREE(USA)@2016 & !date:2016']) q;
SELECT news_querytree((repeat('!', 9000) || 'a')::newsquery);
