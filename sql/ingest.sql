--
-- news_ingest: pages in, articles out
--
SELECT news_create_corpus('ingest');

-- the same page once; sent by another source, by its own word, it is a copy, once
SELECT news_ingest('ingest', 'Paris fell silent as the talks began.') AS first,
       news_ingest('ingest', 'Paris fell silent as the talks began.') AS again,
       news_ingest('ingest', convert_to('Paris fell silent as the talks began.', 'UTF8')) AS as_bytes;
SELECT news_ingest('ingest', 'Paris fell silent as the talks began.', 'another source') AS copy,
       news_ingest('ingest', 'Paris fell silent as the talks began.', 'another source') AS again,
       news_ingest('ingest', '{"body": "Paris fell silent as the talks began.", "source": "a third"}'::jsonb) AS copy,
       news_ingest('ingest', '{"body": "Paris fell silent as the talks began.", "source": "a third"}'::jsonb) AS again,
       news_ingest('ingest', 'Paris fell silent as the talks began.') AS again;
SELECT id, source, duplicate_of, hash = sha256('Paris fell silent as the talks began.') AS sha256 FROM ingest ORDER BY id;
SELECT count(*) FROM ingest_rejects;

-- ids in a query over many rows; duplicates among them
SELECT news_ingest('ingest', format('Report number %s: talks began in Paris.', i % 3), 'loop') AS id FROM generate_series(1, 6) i;

-- what is given wins over what the page says; nothing else is invented
TRUNCATE ingest RESTART IDENTITY;
SELECT news_ingest('ingest', $$<html><head><title>Talks begin in Paris</title>
<meta property="article:published_time" content="2015-02-12T14:20:00+01:00"></head>
<body><h1>Talks begin in Paris</h1><p>The envoys of France and Germany met in Paris on Thursday. They will meet again on Monday in Berlin.</p>
<p>Nobody expects an agreement this week, and nobody wants to be blamed for its absence.</p></body></html>$$, 'given nothing') AS id;
SELECT news_ingest('ingest', $$<html><head><title>Talks begin in Paris, again</title>
<meta property="article:published_time" content="2015-02-12T14:20:00+01:00"></head>
<body><h1>Talks begin in Paris, again</h1><p>The envoys of France and Germany met in Paris on Thursday. They will meet again on Monday in Berlin.</p>
<p>Nobody expects an agreement this week, and nobody wants to be blamed for its absence.</p></body></html>$$, 'given a date', '2015-02-05 10:00') AS id;
SELECT news_ingest('ingest', 'The envoys met in Paris. They parted in anger.', published => '2015-02-05') AS id;
SELECT id, source, title, published, published_basis, published_score >= 0.5 AS believed, encoding, replaced FROM ingest ORDER BY id;

-- bytes: what was decoded, and from what; the bytes are kept where that took a guess
TRUNCATE ingest RESTART IDENTITY;
SELECT news_ingest('ingest', convert_to('President François Hollande spoke at the Élysée, and the café fell silent.', 'UTF8'), 'utf-8') IS NOT NULL AS stored;
SELECT news_ingest('ingest', '\xefbbbf'::bytea || convert_to('President François Hollande spoke at the Élysée. The café was silent.', 'UTF8'), 'utf-8 with mark') IS NOT NULL AS stored;
SELECT news_ingest('ingest', convert_to('President François Hollande spoke in the Élysée, and the café fell silent.', 'LATIN1'), 'latin-1') IS NOT NULL AS stored;
SELECT news_ingest('ingest', convert_to('Nobody in the town was', 'UTF8') || '\x00'::bytea || convert_to(' surprised when the talks failed again on Friday.', 'UTF8'), 'a zero byte') IS NOT NULL AS stored;
SELECT source, encoding, replaced, raw_bytes IS NOT NULL AS bytes_kept, body FROM ingest ORDER BY id;

-- repeatable, and the same in a transaction that fails later
BEGIN;
SELECT news_ingest('ingest', 'This will not have been.') IS NOT NULL AS stored;
ROLLBACK;
SELECT count(*) FROM ingest WHERE body = 'This will not have been.';

-- two corpora in one query
SELECT news_create_corpus('ingest2');
SELECT c, news_ingest(c, 'Two tables, one report of talks.') IS NOT NULL AS stored
FROM unnest('{ingest,ingest2,ingest,ingest2}'::regclass[]) c;

-- inside PL/pgSQL, where a caller's error handler is another subtransaction
DO $$
BEGIN
	PERFORM news_ingest('ingest2', format('Report %s of the talks.', i)) FROM generate_series(1, 200) i;
	BEGIN
		PERFORM news_ingest('ingest2', 'A report that will be undone.');
		RAISE 'undo';
	EXCEPTION WHEN OTHERS THEN
		PERFORM news_ingest('ingest2', 'A report after the error.');
	END;
END$$;
SELECT count(*), count(*) FILTER (WHERE body LIKE 'A report%') AS after FROM ingest2;

-- a corpus renamed between two calls of one function
DO $$
DECLARE
	id bigint;
	c regclass := 'ingest2';
BEGIN
	FOR i IN 1 .. 4 LOOP
		id := news_ingest(c, format('Report %s before and after.', i));
		IF i = 2 THEN
			ALTER TABLE ingest2 RENAME TO ingest3;
			ALTER TABLE ingest2_rejects RENAME TO ingest3_rejects;
			PERFORM news_create_corpus('ingest2');
		END IF;
	END LOOP;
END$$;
SELECT count(*) FROM ingest2;
SELECT count(*) FROM ingest3 WHERE body LIKE '%before and after%';
DROP TABLE ingest2, ingest2_rejects;
ALTER TABLE ingest3 RENAME TO ingest2;
ALTER TABLE ingest3_rejects RENAME TO ingest2_rejects;

-- row security holds
CREATE ROLE regress_news_reader;
GRANT INSERT, SELECT ON ingest2 TO regress_news_reader;
GRANT INSERT ON ingest2_rejects TO regress_news_reader;
ALTER TABLE ingest2 ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ingest2 TO regress_news_reader USING (source = 'reader') WITH CHECK (source = 'reader');
\set VERBOSITY terse
SET ROLE regress_news_reader;
SELECT news_ingest('ingest2', 'A report of my own.', 'reader') IS NOT NULL AS stored;
SELECT news_ingest('ingest2', 'A report of others.', 'others');
SELECT count(*) FROM ingest2;
RESET ROLE;

DROP TABLE ingest, ingest_rejects, ingest2, ingest2_rejects;
DROP ROLE regress_news_reader;

-- options by name: what is given wins over what the page or the object says, and nothing of the object is lost
SELECT news_create_corpus('options');
SELECT news_ingest('options', 'The mayor of Vasse said that the bridge would stay closed.', source => 'Courier', url => 'https://courier.example/1', title => 'Bridge closed', language => 'en', published => '2015-02-12') AS id;
SELECT news_ingest('options', '{"body": "The ferry sank in the harbour of Lorrin.", "title": "Sunk", "source": "Wire", "url": "https://wire.example/2", "date": "2015-02-13", "id": 7}'::jsonb) AS id;
SELECT news_ingest('options', '{"body": "The ferry was raised in the harbour of Lorrin.", "title": "Raised", "source": "Wire", "url": "https://wire.example/3", "date": "2015-02-14"}'::jsonb,
	source => 'Courier', title => 'Up again', published => '2015-02-20', language => 'en') AS id;
SELECT news_ingest('options', convert_to('Starosta řekl, že most zůstane zavřený.', 'LATIN2'), encoding => 'latin2', language => 'cs') AS id;
SELECT news_ingest('options', '{"title": "nothing"}'::jsonb) IS NULL AS a, news_ingest('options', '[1, 2]'::jsonb) IS NULL AS b, news_ingest('options', NULL::jsonb) IS NULL AS c;
SELECT id, source, url, title, language, published, published_basis, encoding, meta, body FROM options ORDER BY id;
SELECT reason FROM options_rejects ORDER BY id;
SELECT count(*) FROM news_ingest_progress;
DROP TABLE options, options_rejects;

-- JSON as crawlers and news services write it: several authors, a source with a name, days as numbers; what cannot be read stays in meta
SELECT news_create_corpus('crawled');
SELECT count(news_ingest('crawled', jsonb_build_object('text', 'Envoy ' || i || ' met nobody at the station in Vasse.') || fields::jsonb)) FROM (VALUES
	(1, '{"date": 20160909, "authors": ["Ida Moreau", {"name": "Jon Lie"}], "source": {"id": null, "name": "Courier"}}'),
	(2, '{"publish_date": 20161309, "authors": ["Ida Moreau", 5], "source": {"id": null}}'),
	(3, '{"publishedAt": "2016-09-09T10:00:00Z", "authors": [], "author": "Jon Lie", "source": [["x"]]}'),
	(4, '{"date": 20160909.5, "byline": {"name": {"name": "x"}}, "sitename": "Herald"}'),
	(5, '{"date_publish": 1473415200000, "source_domain": "herald.example", "authors": "Ida Moreau"}')) v(i, fields);
SELECT id, published, published_basis, byline, source, meta FROM crawled ORDER BY id;
DROP TABLE crawled, crawled_rejects;
