-- newsdict: the user's own names
CREATE TEMP TABLE own (kind text, name text, alias text, code text);
INSERT INTO own VALUES ('person', 'Ada Brandt', 'the harbour mistress', 'NRD'), ('person', 'Ada Brandt', NULL, 'NRD'), ('VESSEL', 'MS Lund', 'the Lund', 'v7'), ('VESSEL', 'MS Lund', NULL, 'v7');
SELECT newsdict_agg(kind, name, alias, code) AS dict, length(newsdict_agg(kind, name, alias, code)) FROM own;
-- equal sets of rows give equal values, whatever their order
SELECT (SELECT newsdict_agg(kind, name, alias, code ORDER BY alias)::text FROM own) = (SELECT newsdict_agg(kind, name, alias, code ORDER BY alias DESC)::text FROM own) AS same;
SELECT d::text::newsdict::text = d::text AS again FROM (SELECT newsdict_agg(kind, name, alias, code) FROM own) t(d);
SELECT newsdict_agg(kind, name, alias, code) IS NULL AS none FROM own WHERE false;

CREATE TEMP TABLE dicts AS SELECT newsdict_agg(kind, name, alias, code) AS dict FROM own;
SELECT kind, name, code, mention, pos FROM dicts, news_entities('The harbour mistress saw the Lund.', dict);
SELECT to_newsvector('The harbour mistress saw the Lund.', NULL, dict) @@ 'vessel:"MS Lund" & person:Brandt' AS found,
 to_newsvector('The harbour mistress saw the Lund.') @@ 'vessel:"MS Lund" | person:Brandt' AS without FROM dicts;
SELECT count(*) FROM dicts, news_events('The harbour mistress met the Lund.', '2019-03-14', dict) WHERE actor = 'Ada Brandt' OR actor IS NULL;
SELECT count(*) FROM news_entities('Angela Merkel left.', NULL::newsdict) WHERE name = 'Angela Merkel';
SELECT count(*) FROM dicts, news_entities(NULL, dict);

-- large: stored out of line, fetched once for many rows
CREATE TEMP TABLE large AS SELECT newsdict_agg('VESSEL', 'ship ' || md5(g::text), NULL, g::text) AS dict FROM generate_series(1, 20000) g;
SELECT length(dict) FROM large;
SELECT count(*) FROM large, generate_series(1, 200) g, news_entities('They saw ship ' || md5(g::text) || ' leave.', dict) e WHERE e.kind = 'VESSEL' AND e.code = g::text;
