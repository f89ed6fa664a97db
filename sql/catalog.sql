--
-- What the extension's objects are, as the catalog knows them.  A query that
-- prints rows names objects at fault.
--
CREATE VIEW members AS
SELECT classid, objid, pg_describe_object(classid, objid, 0) AS object
FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'news_entities');
CREATE VIEW functions AS
SELECT p.*, p.oid::regprocedure AS signature FROM pg_proc p JOIN members m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid;

-- every object has a comment (an array type and the row type of a view need none)
SELECT object FROM members
WHERE obj_description(objid, classid::regclass::name) IS NULL
	AND NOT (classid = 'pg_type'::regclass AND (SELECT typcategory = 'A' OR EXISTS (SELECT FROM pg_class WHERE oid = typrelid AND relkind = 'v') FROM pg_type WHERE oid = objid))
ORDER BY object;

-- functions are in C, and none of them runs as its owner
SELECT signature FROM functions
WHERE prokind <> 'a' AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c') OR prosecdef ORDER BY 1;

-- none is leakproof: an error may show what was given, and a match tells of it
SELECT signature FROM functions WHERE proleakproof ORDER BY 1;

-- parallel workers may call all but what writes
SELECT signature FROM functions
WHERE proparallel <> 's' AND proname NOT IN ('news_create_corpus', 'news_ingest', 'news_ingest_files', 'news_ingest_progress') ORDER BY 1;

-- results depend on arguments alone: no setting, no time zone, no table, no clock; but for what reads or writes a corpus
SELECT signature, provolatile FROM functions
WHERE provolatile <> CASE WHEN proname IN ('news_timeline', 'news_timeline_html', 'news_check_dates',
		'newsmatchsel', 'newsmatchjoinsel', 'newsvector_typanalyze') THEN 's'::"char" ELSE 'i' END
	AND proname NOT IN ('news_create_corpus', 'news_ingest', 'news_ingest_files', 'news_ingest_progress') ORDER BY 1;

-- functions that take a NULL are those where it means something
SELECT p.signature FROM functions p
WHERE NOT proisstrict AND pronargs > 0 AND prokind = 'f' AND proname NOT IN
	('news_dates', 'news_events', 'news_entities', 'to_newsvector', 'news_headline', 'news_html', 'news_tag', 'news_place', 'news_lexicon', 'news_ingest', 'news_create_corpus', 'news_timeline',
	 'news_timeline_html')
	AND NOT EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn))
	AND proname <> 'news_article'
ORDER BY 1;

-- the planner is told what calls cost and how many rows to expect
SELECT signature, procost, prorows FROM functions
WHERE proretset AND (procost < 10 OR prorows IN (0, 1000)) ORDER BY 1;

-- operator classes are sound
SELECT opcname FROM pg_opclass c JOIN members m ON m.classid = 'pg_opclass'::regclass AND m.objid = c.oid
WHERE NOT amvalidate(c.oid) ORDER BY 1;
SELECT count(*) >= 4 AS some FROM members WHERE classid = 'pg_opclass'::regclass;

-- operators know their estimators, and commutators point back
SELECT o.oid::regoperator AS operator FROM pg_operator o JOIN members m ON m.classid = 'pg_operator'::regclass AND m.objid = o.oid
WHERE oprresult = 'bool'::regtype AND (oprrest = 0 OR oprjoin = 0)
	OR oprcom <> 0 AND (SELECT oprcom FROM pg_operator c WHERE c.oid = o.oprcom) <> o.oid
ORDER BY 1;

-- types read and write text and binary, are stored out of line, and align as their images need
SELECT t.oid::regtype AS type FROM pg_type t JOIN members m ON m.classid = 'pg_type'::regclass AND m.objid = t.oid
WHERE typtype = 'b' AND typcategory <> 'A' AND (typreceive = 0 OR typsend = 0 OR typlen <> -1 OR typstorage NOT IN ('x', 'e', 'm'))
ORDER BY 1;

-- the whole of it moves with its schema
CREATE SCHEMA elsewhere;
ALTER EXTENSION news_entities SET SCHEMA elsewhere;
SELECT sentence FROM elsewhere.news_sentences('It moved.');
ALTER EXTENSION news_entities SET SCHEMA public;
DROP SCHEMA elsewhere;

-- the version names what results depend on
SELECT news_entities_version() ~ extversion AS has_version, news_entities_version() ~ 'ICU [0-9]+' AS has_icu
FROM pg_extension WHERE extname = 'news_entities';

DROP VIEW functions, members;
