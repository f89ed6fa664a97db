--
-- news_sentences: numbers, positions in characters, what divides and what does not
--
SELECT * FROM news_sentences('The U.S. envoy met Sen. Kerry. Prices rose 3.5 pct.');
SELECT num, sentence FROM news_sentences(E'Talks end without a deal\n\nThe envoy left. "Why?" she asked.');

-- positions count characters, whatever their bytes
SELECT num, pos, len, substr(body, pos, len) = sentence AS exact
FROM (VALUES ('François déjà vu. Đinh left. 😀 Nobody asked. é́ done.')) v(body), news_sentences(body);

-- the parts cover the text but for the white space between them
SELECT string_agg(sentence, '' ORDER BY num) = regexp_replace(body, '\s+(?=[A-Z])', '', 'g') AS complete
FROM (VALUES ('One came. Two left. Three stayed.')) v(body), news_sentences(body) GROUP BY body;

-- nothing in, nothing out
SELECT count(*) FROM news_sentences(NULL);
SELECT count(*) FROM news_sentences('');
SELECT count(*) FROM news_sentences(E' \n\t\r\n ');

-- binary noise in a text is no error
SELECT count(*) > 0 AS some FROM news_sentences(E'\x01\x02\x7F \u200B\uFEFF\uFFFD ... !!! \u0301');

-- a long document, one long line, one long token
SELECT count(*), max(num), max(pos) FROM news_sentences(repeat('He left. ', 100000));
SELECT count(*), max(len) FROM news_sentences(repeat('and so on ', 100000));
SELECT count(*), max(len) FROM news_sentences(repeat('x', 1000000));

-- usable as a lateral, in a LIMIT, twice in one query
SELECT a.sentence, b.num FROM news_sentences('One came. Two left.') a, LATERAL news_sentences(a.sentence) b;
SELECT sentence FROM news_sentences('One came. Two left.') LIMIT 1;
