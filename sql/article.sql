-- news_article: from scraped page text to the article in it
\pset null '(none)'
\x on

SELECT title, byline, language, published, published_basis, round(published_score::numeric, 2) AS score, body
FROM news_article(E'Harbour deal signed after nine years - The Coast Courier\n\nMenu\nHome\nPolitics\nSport\nSign in\n\nHarbour deal signed after nine years\n\nBy Ada Brandt\nPublished 14 March 2019, 09:30\n\nImage courtesy of the port authority.\n\nNordhaven and Suderland signed a treaty on Thursday that opens the harbour of Lund to ships of both countries.\n\nAdvertisement\n\nThe two governments had negotiated for nine years, and twice the talks were broken off by one side or the other.\n\nShare this:\nFacebook\nTwitter\nLeave a Reply\nYour email address will not be published.\n');

-- a date whose weekday is another is doubted
SELECT published, published_score < 0.5 AS doubted
FROM news_article(E'Bridge closed for two years\n\nPublished Monday, 14 March 2019\n\nThe council of Lund voted to close the old bridge for two years, the mayor said in a statement.\nTraffic will go by the ferry, which is to run every ten minutes from six in the morning.\n');

-- nothing to read
SELECT * FROM news_article('');
SELECT * FROM news_article(E' \n\t\n');
SELECT * FROM news_article('Home');
SELECT * FROM news_article(NULL);
\x off

-- one row each, in any place a function may stand
SELECT count(*), count(a.title), count(nullif(a.body, ''))
FROM (VALUES ('x'), (NULL), (E'One line.\n')) AS t(raw), LATERAL news_article(t.raw) AS a;
SELECT (news_article(repeat('The mayor of Lund said on Monday that the bridge would be closed for two years. ', 3))).language;

-- long input
SELECT length(body) > 0 AS found FROM news_article(repeat('The mayor of Lund said that the bridge would be closed. ', 20000));
SELECT length(body) FROM news_article(repeat(E'a\n', 100000));
SELECT length(body) FROM news_article(repeat('x', 1000000));
