--
-- news_entities: people, organizations, places and groups, each under one name
--
SELECT * FROM news_entities('Foreign Minister Sergei Lavrov met U.S. officials in Vienna. Lavrov was brief.');

-- spellings of one name
SELECT DISTINCT kind, name, code
FROM news_entities('The US, the U.S., the USA and America are one. So are ISIS, ISIL, Daesh and the Islamic State; the G-20 and the G20.')
ORDER BY name;

-- words that are names only in capitals, and capitals that are none
SELECT mention, name FROM news_entities('Who told us that it is so? The WHO told the US.');
SELECT count(*) FROM news_entities('Many people came. Yesterday They Left.');

-- coreference inside an article: family names, acronyms it defines, two people of one family
SELECT mention, name FROM news_entities('Mayor Ingrid Solvang opened the Brantwick Harbour Authority (BHA). Solvang praised the BHA.');
SELECT mention, name FROM news_entities('Peter Braddock and Anna Braddock disagreed. Peter Braddock left.');

SELECT mention, name FROM news_entities('The Brantwick Harbour Court sat. Later the Court rose. Tomas Rice spoke; police had the Rice letters, and rice.');

-- what people are, where the text says so beside the name
SELECT name, role FROM news_entities('Norwegian Fisheries Minister Ingrid Solvang met Peter Braddock, the British ambassador to Norway. Solvang was brief. The chief executive of Brantwell Corp, Anna Lund, was not; Mr. Braddock left.')
WHERE kind = 'person';

-- ambiguous names are weighed by what stands around
SELECT kind, mention, name FROM news_entities('Jordan Bakersfield flew to Jordan. Chad Smith never saw Chad. A turkey was sold in Turkey.');

-- headlines
SELECT kind, mention, name FROM news_entities(E'BRIDGE CLOSED AFTER HEAVY RAIN IN NORWAY\n\nHeavy Rain Closes Bridge Near Oslo\n\nThe bridge was closed.');

-- positions count characters
SELECT mention, substr(body, pos, len) = mention AS exact
FROM (VALUES ('😀 François Hollande à Genève, then São Paulo; Đinh said nothing to Tayyip Erdoğan.')) v(body), news_entities(body);

-- nothing to find
SELECT * FROM news_entities('');
SELECT * FROM news_entities(E' \n\t');
SELECT * FROM news_entities(NULL);
SELECT * FROM news_entities('§$%&/()=?');
SELECT count(*) FROM news_entities(repeat('Aa', 100000));
SELECT count(*) > 9999 AS many FROM news_entities(repeat('Lavrov met Kerry. ', 10000));
