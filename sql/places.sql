--
-- news_place: where places lie; places of one name are told apart
--
SELECT * FROM news_place('Paris');
SELECT * FROM news_place('Paris', 'USA');
SELECT place, code, kind FROM unnest(ARRAY['Paris, Texas', 'Georgia', 'Georgia (U.S. state)', 'Washington, D.C.', 'Kiev', 'US']) n, news_place(n);
SELECT place, region, population FROM news_place('Springfield', 'United States', 3);
SELECT count(*) > 5 AS several FROM news_place('Springfield', NULL, NULL);

-- what news_entities calls a place, news_place knows
SELECT e.mention, e.name, p.region, p.code = e.code AS same_code
FROM news_entities('Shots were heard in Paris, Texas, and in Cambridge, Massachusetts. Atlanta, Georgia, and Paris, France, were quiet.') e,
	news_place(e.name, e.code) p;

-- an index tells them apart
SELECT to_newsvector('It rained in Paris, Texas.') @@ 'place:Paris' AS paris,
	to_newsvector('It rained in Paris, Texas.') @@ 'place:"Paris, Texas"' AS paris_texas,
	to_newsvector('It rained in Paris, France.') @@ 'place:Paris' AS france;

-- nothing to find, and bad input
SELECT * FROM news_place('nowhere at all');
SELECT * FROM news_place('Paris, Texas', 'France');
SELECT * FROM news_place('');
SELECT * FROM news_place(NULL);
SELECT * FROM news_place(', ,');
SELECT * FROM news_place('Paris', 'no such country');
SELECT * FROM news_place(repeat('x', 100000), repeat('y', 100000));
SELECT * FROM news_place('Paris', max_rows => 0);
SELECT * FROM news_place('Paris', max_rows => -1);
