-- news_article: from scraped page text to the article in it
\pset null '(none)'
\x on

SELECT title, byline, language, published, published_basis, round(published_score::numeric, 2) AS score, body
FROM news_article(E'Harbour deal signed after nine years - The Coast Courier\n\nMenu\nHome\nPolitics\nSport\nSign in\n\nHarbour deal signed after nine years\n\nBy Ada Brandt\nPublished 14 March 2019, 09:30\n\nImage courtesy of the port authority.\n\nNordhaven and Suderland signed a treaty on Thursday that opens the harbour of Lund to ships of both countries.\n\nAdvertisement\n\nThe two governments had negotiated for nine years, and twice the talks were broken off by one side or the other.\n\nShare this:\nFacebook\nTwitter\nLeave a Reply\nYour email address will not be published.\n');

-- HTML
SELECT title, byline, language, published, published_basis, published_score > 0.9 AS sure, body
FROM news_article('<!DOCTYPE html><html lang="en-GB"><head><title>Ferry takes over | The Coast Courier</title>
<meta property="article:published_time" content="2019-03-15T08:30:00+01:00"><meta name="author" content="Ada Brandt"></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/p">Politics</a></ul></nav>
<article><h1>Ferry takes over</h1>
<p>The council of Lund voted on Monday to close the old bridge for two years, the mayor said &amp; smiled.</p>
<div class="related-links"><p>The history of the bridge: how it was built, and by whom, and what became of them.</p></div>
<p>Traffic will go by the <a href="/f">ferry</a>, which is to run every ten minutes from six in the morning.</p></article>
<div id="comments"><p>I do not believe a word of it, for they said the very same thing in the year of the flood.</p></div>
<footer>Copyright 2019 The Coast Courier</footer></body></html>');

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
