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

-- bytes, an address, and what the page says of its site and section
\x off
SELECT body, published, published_basis, site, canonical_url
FROM news_article(convert_to('The mayor of Vasse said on Friday that the bridge would stay closed. Nobody was surprised, least of all the ferrymen.', 'UTF8'),
	'https://www.vasse-courier.example/2015/02/13/bridge?x=1');
SELECT body, site, canonical_url FROM news_article(convert_to('Der Bürgermeister sagte, die Brücke bleibe geschlossen.', 'LATIN1'), encoding => 'latin1');
SELECT title, section, site, canonical_url FROM news_article($$<html><head><title>Bridge closed</title>
<link rel="canonical" href="https://courier.example/a1"><meta property="og:site_name" content="The Vasse Courier">
<meta property="article:section" content="Local news"></head><body><h1>Bridge closed</h1>
<p>The mayor of Vasse said on Friday that the bridge would stay closed. Nobody was surprised, least of all the ferrymen.</p></body></html>$$, 'http://mirror.example/x');
SELECT news_article(NULL::text) IS NULL AS a, news_article(NULL::bytea, 'http://x.example') IS NULL AS b;

-- a date that the text contradicts is doubted
SELECT what, published, published_score >= 0.5 AS believed
FROM (VALUES
	('an office', 'U.S. Secretary of State John Kerry said on Friday that talks with Moscow would go on for as long as they were useful.'),
	('an office, formerly', 'Former U.S. Secretary of State John Kerry said on Friday that talks with Moscow would go on for as long as they were useful.'),
	('an office, of history', 'The library bought the desk at which President Barack Obama signed the law in 2010. On Friday it was shown to visitors for the first time.'),
	('no office', 'Secretary of State John Kerry and his wife are the subject of a new book by two reporters who travelled with them for years.'),
	('a weekday', 'The ferry sank on Saturday, June 24, with nine people on board. All of them were saved by a tanker that had seen its lights go out.'),
	('another weekday', 'The ferry sank on Friday, June 24, with nine people on board. All of them were saved by a tanker that had seen its lights go out.'),
	('a later day', 'The ferry sank on 3 September 2018 with nine people on board, and all of them were saved by a tanker that had seen its lights go out.'),
	('a day to come', 'The court will hear both sides on 3 September 2018, and nobody expects a ruling before the end of that year, whatever the mayor says.'))
	v(what, body),
	news_article('<html><head><title>News of the day</title><meta property="article:published_time" content="2017-06-29T10:00:00"></head><body><h1>News of the day</h1><p>'
		|| body || '</p><p>More on this when there is more to be said about it, by our own reporters and by those of the agencies.</p></body></html>') a;
