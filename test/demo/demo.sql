-- demo.sql - from scraped pages to answers.  :pages is a folder on the server.
\set QUIET on
\pset footer off
\pset linestyle unicode
\pset border 1
\pset null ''
\pset columns 150
SET client_min_messages = warning;
CREATE EXTENSION news_entities;
SET client_min_messages = notice;
\set VERBOSITY terse

\qecho
\qecho '━━━ 1. Pages in, articles out ━━━'
\qecho
\qecho '    SELECT news_create_corpus(''press'');'
\qecho '    CALL news_ingest_files(''press'', ''.../*'');'
\qecho
SELECT news_create_corpus('press') AS corpus \gset
SELECT :'pages' || '/*' AS pattern \gset
CALL news_ingest_files('press', :'pattern');
ANALYZE press;

-- What the page says about its date, and whether that is believed.
SELECT id,
       regexp_replace(source, '^.*/', '') AS source,
       left(title, 46) AS title,
       published::date AS published,
       published_basis AS "by",
       CASE WHEN published IS NULL THEN 'none' WHEN published_score >= 0.5 THEN 'believed' ELSE 'doubted' END AS date,
       length(raw) AS page,
       length(body) AS body
FROM press
ORDER BY id;

SELECT count(*) > 0 AS any_rejects FROM press_rejects \gset
\if :any_rejects
SELECT regexp_replace(source, '^.*/', '') AS rejected, line, left(reason, 60) AS reason, octet_length(raw) AS "bytes kept"
FROM press_rejects
ORDER BY id;
\endif

-- Every article with the date that is believed: what the next queries read.
CREATE VIEW articles AS
SELECT id, title, body, news, CASE WHEN published_score >= 0.5 THEN published END AS written
FROM press;

\qecho
\qecho '━━━ 2. Who and what ━━━'
\qecho '    one name and one code for all spellings; the most widely reported of each kind'
\qecho
WITH mention AS (
    SELECT a.id, e.* FROM articles a, news_entities(a.body) e
), entity AS (
    SELECT kind, name, code, count(DISTINCT id) AS articles, count(*) AS mentions,
           string_agg(DISTINCT mention, ', ') FILTER (WHERE mention <> name) AS spelled
    FROM mention
    GROUP BY kind, name, code
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY kind ORDER BY articles DESC, mentions DESC, name) AS rank
    FROM entity
)
SELECT kind, left(name, 52) AS name, code, articles, mentions, left(spelled, 48) AS "also written"
FROM ranked
WHERE rank <= CASE kind WHEN 'person' THEN 12 WHEN 'group' THEN 5 ELSE 8 END
ORDER BY array_position('{person,organization,place,group}', kind), kind, rank;

\qecho
\qecho '━━━ 3. What happened, day by day ━━━'
\qecho '    each event on its own day, not on the day it was printed; what was planned, may be or was denied is told apart'
\qecho
\qecho '    SELECT * FROM news_timeline(''press'');'
\qecho
SELECT CASE WHEN upper(during) - lower(during) > 1 THEN day || to_char(upper(during) - 1, '" – "MM-DD') ELSE coalesce(day::text, 'undated') END AS day,
       type AS event,
       CASE WHEN length(actor) > 24 THEN coalesce(actor_code, left(actor, 24)) ELSE actor END AS who,
       CASE WHEN length(recipient) > 24 THEN coalesce(recipient_code, left(recipient, 24)) ELSE recipient END AS whom,
       place AS "where", status, independent AS "say so", otherwise AS "say not", left(sentence, 60) AS "best told"
FROM news_timeline('press')
WHERE actor_kind IS NOT NULL OR type IS NULL
LIMIT 100;

SELECT count(*) > 0 AS any_wrong FROM news_check_dates('press') \gset
\if :any_wrong
\qecho '    pages whose date disagrees with what the others say: news_check_dates(''press'')'
\qecho
SELECT id, published, suggested, left(why, 120) AS why FROM news_check_dates('press');
\endif
\qecho
\qecho '━━━ 4. Who met whom ━━━'
\qecho
SELECT least(e.actor, e.recipient) AS one, greatest(e.actor, e.recipient) AS other,
       count(DISTINCT a.id) AS articles,
       string_agg(DISTINCT lower(e.during)::text, ', ') AS days,
       string_agg(DISTINCT e.status, ', ') AS status
FROM articles a, news_events(a.body, a.written) e
WHERE e.type = 'CONSULT' AND e.actor_kind = 'person' AND e.recipient_kind = 'person'
GROUP BY 1, 2
ORDER BY articles DESC, 1, 2
LIMIT 25;

\qecho
\qecho '━━━ 5. One question, one index ━━━'
\qecho
-- The question is about whoever is named most, so that it suits any corpus.
SELECT format('person:"%s" & event:CONSULT', coalesce((
    SELECT e.name
    FROM articles a, news_entities(a.body) e
    WHERE e.kind = 'person'
    GROUP BY e.name
    ORDER BY count(DISTINCT a.id) DESC, count(*) DESC, e.name
    LIMIT 1), 'nobody')) AS question \gset
\qecho '    SELECT id, title, written FROM articles WHERE news @@' :'question'
\qecho
SELECT id, left(title, 70) AS title, written::date AS written
FROM articles
WHERE news @@ :'question'
ORDER BY id;

\qecho '    (so few pages would be read as a whole; for the plan of a large corpus, sequential scans are off)'
\qecho
SET enable_seqscan = off;
EXPLAIN (COSTS OFF, ANALYZE, TIMING OFF, SUMMARY OFF)
SELECT id, title, written FROM articles WHERE news @@ :'question';

-- The same to look at.
\pset format unaligned
\pset tuples_only on
\o :page
SELECT news_timeline_html('press', title => 'What the pages say');
\o
\qecho
\qecho '━━━ 6. To look at ━━━'
\qecho '    the timeline, and who did what with whom, as a page:' :page
\qecho
