-- Full-text search goes on as before: calls of the core with untyped literals
-- are not ambiguous because the extension has functions and operators of the same names.
SELECT numnode('fat & !cat'), querytree('fat & !cat'), length('fat cat'), length(to_tsvector('simple', 'fat cat')), setweight('fat:1', 'A'), strip('fat:1'),
	ts_rank('fat:1', 'fat') > 0 AS ranked, ts_headline('fat cats', 'cats'), ts_delete('fat:1 cat:2', 'fat');
SELECT 'fat cats' @@ 'cat' AS text, 'fat cats' @@ to_tsquery('english', 'cat') AS literal, to_tsvector('english', 'fat cats') @@ 'cat' AS vector, 'cat'::tsquery @@ 'cat:1' AS query,
	'{"fat": 1}'::jsonb @@ '$.fat == 1' AS jsonb, 'fat' || 'cat' AS concat, to_tsquery('fat') && 'cat' AS both, to_tsquery('fat') || 'cat' AS either, !! to_tsquery('fat') AS neither,
	to_tsvector('simple', 'fat') || 'cat:1' AS vectors, 'fat' < 'thin' AS less, 'fat' = 'fat' AS equal;

CREATE VIEW functions AS
SELECT p.* FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'news_entities');
CREATE VIEW operators AS
SELECT o.* FROM pg_operator o JOIN pg_depend d ON d.classid = 'pg_operator'::regclass AND d.objid = o.oid AND d.deptype = 'e'
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'news_entities');

-- a name that the core has is used only where one of the core's takes text, which an untyped literal then is
SELECT p.oid::regprocedure AS function FROM functions p
WHERE EXISTS (SELECT FROM pg_proc c WHERE c.proname = p.proname AND c.pronargs = p.pronargs AND c.pronamespace = 'pg_catalog'::regnamespace)
	AND NOT EXISTS (SELECT FROM pg_proc c WHERE c.proname = p.proname AND c.pronargs = p.pronargs AND c.pronamespace = 'pg_catalog'::regnamespace
		AND c.proargtypes[0] = 'text'::regtype)
ORDER BY 1;
-- or where an untyped literal was ambiguous before
SELECT o.oid::regoperator AS operator FROM operators o
WHERE (SELECT count(*) = 1 OR bool_or(c.oprright = 'text'::regtype) FROM pg_operator c
		WHERE c.oprname = o.oprname AND (c.oprleft = 0) = (o.oprleft = 0) AND c.oprnamespace = 'pg_catalog'::regnamespace)
	AND NOT EXISTS (SELECT FROM pg_operator c WHERE c.oprname = o.oprname AND c.oprleft = 'text'::regtype AND c.oprright = 'text'::regtype)
ORDER BY 1;
DROP VIEW functions, operators;
