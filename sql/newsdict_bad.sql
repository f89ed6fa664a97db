-- newsdict: bad input
SELECT newsdict_agg(NULL, 'x', 'x', NULL);
SELECT newsdict_agg('person', NULL, 'x', NULL);
SELECT newsdict_agg('person', ' ', 'x', NULL);
SELECT newsdict_agg('person', 'x', '!?', NULL);
SELECT newsdict_agg('person', repeat('x', 2000), NULL, NULL);
SELECT 'person'::newsdict;
SELECT 'person:"ä'::newsdict;
SELECT 'person:"ä"="!"'::newsdict;
SELECT 'person:"ä"person:"b"'::newsdict;
SELECT ''::newsdict;
