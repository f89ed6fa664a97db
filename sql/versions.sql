--
-- Versions of a page: the same source and url with another text
--
SELECT news_create_corpus('pages');
CREATE VIEW versions AS SELECT id, source, url, version, version_of, superseded_by, duplicate_of, left(body, 40) AS body FROM pages ORDER BY id;
CREATE FUNCTION put(body text, url text DEFAULT NULL, source text DEFAULT NULL, title text DEFAULT 'Ferry') RETURNS bigint LANGUAGE sql
AS 'SELECT news_ingest(''pages'', jsonb_build_object(''body'', body, ''title'', title, ''date'', ''2016-09-16'', ''seen'', random()), source => source, url => url)';

SELECT put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why.', 'https://courier.example/7', 'Courier') AS first;
SELECT put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why. Its captain was found on a beach.', 'https://courier.example/7', 'Courier') AS second;
SELECT put('The captain of the ferry was drunk, a court in Lorrin was told on Monday by those who had dined with him.', 'https://courier.example/7', 'Courier') AS third;
-- as it was once, as it is now, the same text with something else around it: not stored again
SELECT put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why.', 'https://courier.example/7', 'Courier') AS first_again,
       put('The captain of the ferry was drunk, a court in Lorrin was told on Monday by those who had dined with him.', 'https://courier.example/7', 'Courier') AS third_again,
       news_ingest('pages', E'<html><head><title>Ferry</title></head><body><nav>Home | Sport</nav><h1>Ferry</h1><p>The captain of the ferry was drunk, a court in Lorrin was told on Monday by those who had dined with him.</p></body></html>', 'Courier', url => 'https://courier.example/7') AS framed;
-- another title is another version
SELECT put('The captain of the ferry was drunk, a court in Lorrin was told on Monday by those who had dined with him! ', 'https://courier.example/7', 'Courier', 'Captain drunk') AS fourth;
SELECT * FROM versions;
-- the newest of each page; all that one page ever said
SELECT id, version FROM pages WHERE superseded_by IS NULL;
SELECT count(*) FROM pages WHERE coalesce(version_of, id) = 1;

-- copies and versions: who copied an early version copied the page, and a version is no copy of the one before
TRUNCATE pages RESTART IDENTITY;
SELECT put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why.', 'https://courier.example/7', 'Courier') AS first,
       put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why, the Courier reports.', 'https://herald.example/1', 'Herald') AS copy,
       put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why. Divers are on their way.', 'https://courier.example/7', 'Courier') AS second,
       put('The ferry to Lorrin sank on Thursday with forty cars aboard, and nobody knows why, the Courier reports. Divers are there.', 'https://herald.example/1', 'Herald') AS copy;
SELECT id, source, version, version_of, superseded_by, duplicate_of FROM versions;
SELECT count(*) AS reports, count(DISTINCT coalesce(duplicate_of, version_of, id)) AS independent FROM pages WHERE superseded_by IS NULL;

-- whose page it is: two sources differ; all of a site is no page
TRUNCATE pages RESTART IDENTITY;
SELECT put('Bread is dear in Vasse, and butter is dearer.', 'https://a.example/1', 'Courier') AS courier,
       put('Bread is dear in Vasse, and milk is dearer.', 'https://a.example/1', 'Herald') AS herald,
       put('Bread is dear in Vasse, and wine is dearer.', 'https://a.example/1') AS site_itself,
       put('Shoes are dear in Vasse, and hats are dearer.', 'https://a.example/', 'Courier') AS site,
       put('Hats are dear in Vasse, and gloves are dearer.', 'https://a.example/', 'Courier') AS site,
       put('Boats are dear in Vasse, and oars are dearer.', 'https://a.example', 'Courier') AS site,
       put('Oars are dear in Vasse, and sails are dearer.', 'https://a.example', 'Courier') AS site,
       put('Sails are dear in Vasse, and masts are dearer.', NULL, 'Courier') AS no_address,
       put('Masts are dear in Vasse, and ropes are dearer.', NULL, 'Courier') AS no_address,
       put('Ropes are dear in Vasse.', 'https://a.example/' || repeat('x', 10000), 'Courier') AS long,
       put('Tar is dear in Vasse.', 'https://a.example/' || repeat('x', 10000), 'Courier') AS long,
       put('Nets are dear in Vasse.', 'https://a.example/?p=2', 'Courier') AS asked,
       put('Fish is dear in Vasse.', 'https://a.example/?p=2', 'Courier') AS asked;
SELECT id, source, left(url, 25) AS url, version, version_of, superseded_by FROM versions;

-- timelines and dates count what the pages say now
TRUNCATE pages RESTART IDENTITY;
SELECT put('France and Chile signed a pact in Paris on Thursday.', 'https://a.example/1', 'Courier') AS first,
       put('Norway and Chile signed a pact in Oslo on Thursday.', 'https://a.example/1', 'Courier') AS second;
SELECT actor, recipient, articles FROM news_timeline('pages', 'event:AGREE');

-- where the caller may write but not mark what is superseded, a row is a row
CREATE ROLE regress_news_appender;
GRANT SELECT, INSERT ON pages, pages_rejects TO regress_news_appender;
SET ROLE regress_news_appender;
SELECT put('Norway and Peru signed a pact in Lima on Friday.', 'https://a.example/1', 'Courier') AS id;
RESET ROLE;
GRANT UPDATE (superseded_by) ON pages TO regress_news_appender;
SET ROLE regress_news_appender;
SELECT put('Norway and Cuba signed a pact in Havana on Friday.', 'https://a.example/1', 'Courier') AS id;
RESET ROLE;
SELECT id, version, version_of, superseded_by FROM versions;

DROP VIEW versions;
DROP FUNCTION put;
DROP TABLE pages, pages_rejects;
DROP ROLE regress_news_appender;
