--
-- newsmodel: training, tagging, evaluation, kinds of the user's own.
--
CREATE TABLE lessons (id serial, doc bigint, tokens text[], tags text[]);
INSERT INTO lessons (doc, tokens, tags)
SELECT d, string_to_array(w, ' '), string_to_array(t, ' ') FROM generate_series(0, 4) AS r,
LATERAL (VALUES
	(10 * r + 1, 'The ship carried Kestrel rifles to Port Vasse .', 'O O O B-WEAPON O O B-place I-place O'),
	(10 * r + 1, 'Mayor Orla Tunn objected .', 'O B-person I-person O O'),
	(10 * r + 2, 'Police in Lorrin found two Kestrel pistols .', 'O O B-place O O B-WEAPON O O'),
	(10 * r + 2, 'Orla Tunn praised them .', 'B-person I-person O O O'),
	(10 * r + 3, 'In Lorrin , Edda Marsh sold a Brandt 12 .', 'O B-place O B-person I-person O O B-WEAPON I-WEAPON O'),
	(10 * r + 4, 'A Brandt 12 lay near the bridge in Vasse , said Edda Marsh .', 'O B-WEAPON I-WEAPON O O O O O B-place O O B-person I-person O'),
	(10 * r + 5, 'Soldiers fired a Kestrel in Port Vasse .', 'O O O B-WEAPON O B-place I-place O'),
	(10 * r + 6, 'The Brandt 12 is old , Orla Tunn said in Lorrin .', 'O B-WEAPON I-WEAPON O O O B-person I-person O O B-place O')
) AS v(d, w, t);
CREATE TABLE models AS SELECT news_train(doc, tokens, tags ORDER BY doc, id) AS model FROM lessons;
SELECT kinds(model) FROM models;

-- the same sentences, the same model
SELECT (SELECT news_train(doc, tokens, tags ORDER BY doc, id)::text FROM lessons) = model::text AS same FROM models;

-- what it was shown it finds; an empty word ends a sentence
SELECT news_tag(ARRAY['Edda', 'Marsh', 'sold', 'a', 'Kestrel', 'in', 'Lorrin', '.', '', 'Orla', 'Tunn', 'objected', '.'], model) FROM models;
SELECT news_tag('{}', model), news_tag(NULL, model), news_tag(ARRAY['', NULL, 'Lorrin'], model) FROM models;
SELECT news_evaluate(tags, news_tag(tokens, model)) -> '' AS score FROM lessons, models;
SELECT kind, name, mention, pos, len, sentence, score BETWEEN 0 AND 1 AS score
FROM models, news_entities('Police fired a Kestrel in Port Vasse. Orla Tunn objected.', model);

-- kinds of one's own, stored and searched
CREATE TABLE stored AS SELECT to_newsvector('Police fired a Kestrel in Port Vasse. Orla Tunn objected.', NULL, model) AS news FROM models;
SELECT kind, name FROM stored, news_entities(news) ORDER BY pos;
SELECT news @@ 'WEAPON:Kestrel' AS weapon, news @@ 'weapon:Kestrel & place:"Port Vasse"' AS both, news @@ 'place:Kestrel' AS place FROM stored;
SELECT count(*) > 0 AS some FROM models, news_events('Orla Tunn met Edda Marsh in Lorrin.', '2016-09-14', model);
DROP TABLE stored;

-- by hand
SELECT jsonb_pretty(news_evaluate(g, f)) FROM (VALUES
	('{B-person,I-person,O,B-place}'::text[], '{B-person,I-person,O,B-place}'::text[]),
	('{B-person,I-person,O,B-place}', '{B-person,O,B-place,I-place}'),
	('{O,O}', '{O,O}')) AS v(g, f);
SELECT news_evaluate(g, g) FROM (SELECT NULL::text[] AS g WHERE false) AS none;
SELECT news_evaluate('{O}', '{O,O}');

-- no model from nothing
SELECT news_train(1, tokens, tags) IS NULL AS none FROM lessons WHERE false;
SELECT news_train(1, '{A,b}', '{O,O}');
SELECT news_train(1, '{A,b}', '{O}');
SELECT news_train(1, '{A,b}', '{O,person}');
SELECT news_train(1, '{A,b}', '{O,B-a_kind_of_name_with_far_too_long_a_name}');
SELECT news_train(1, '{A}', ARRAY['B-k' || i]) FROM generate_series(1, 16) AS i;
SELECT news_train(1, '{{A,b},{c,d}}', '{{O,O},{O,O}}');

-- text and binary forms come back; anything else is refused
SELECT model::text::newsmodel::text = model::text AS same FROM models;
SELECT ''::newsmodel;
SELECT 'no base64!'::newsmodel;
SELECT 'TkVXTQ=='::newsmodel;
SELECT repeat('eHh4', 4000)::newsmodel;

-- out of line and in a view
CREATE VIEW tagged AS SELECT news_tag(ARRAY['Orla', 'Tunn', 'left', '.'], model) AS tags FROM models, generate_series(1, 3);
SELECT DISTINCT tags FROM tagged;
DROP VIEW tagged;
DROP TABLE lessons, models;
