--
-- news_dates: kinds, values, days and basis; what the day of writing, the text and the language decide
--
SET datestyle = ISO;
SELECT kind, value, during, basis, mention, pos, len, sentence
FROM news_dates('The envoys met on Friday and will meet again next week. Talks began in June 2015 and lasted three days.',
				'2016-09-14');

-- positions count characters, whatever their bytes
SELECT mention, substr(body, pos, len) = mention AS exact
FROM (VALUES ('Đinh schätzt: «déjà» — on 10 September 2016, 😀 and yesterday.')) v(body), news_dates(body, '2016-09-14');

-- without a day of writing nothing is guessed
SELECT mention, value, during, basis
FROM news_dates('They met on Friday, yesterday, on September 10, in May and last year; the treaty is of 3 May 1999.');

-- a clock time keeps its day
SELECT kind, value, during, mention FROM news_dates('The siren sounded at 7:15 p.m. on Tuesday, and again that night.', '2016-09-14');

-- lengths of time and what repeats cover no days
SELECT kind, value, during, mention
FROM news_dates('He waited two and a half years, came every Monday, and left a week later.', '2016-09-14');

-- ranges
SELECT value, during, mention FROM news_dates('The talks of 3-5 May 2010, the season of 2010-12 and the days between Monday and Wednesday.', '2016-09-14');

-- a history piece tells its dates from the year it has reached
SELECT value, basis, mention
FROM news_dates('In 1807 the duke raised an army. By March 1808 it stood at the river. On 4 May it crossed. In June the king fled. On 12 August 1809 the town fell. In October peace was made. In 1811 the duke died.', '2016-09-14');

-- business quarters, seasons, decades, centuries, years before our era, weekends, feasts
SELECT value, during, mention
FROM news_dates('In the third quarter of 2015, the summer of 2003, the 1990s, the 19th century, 480 BC, over the weekend and on Thanksgiving Day.', '2016-09-14');

-- no dates
SELECT * FROM news_dates('You may march on, said Mr. May; they sat in the sun. Version 10.2.1 cost $1990. The 20-year-old man read John 3:16 in room 1984.', '2016-09-14');

-- other languages
SELECT value, mention FROM news_dates('Sie trafen sich am 9. September 2016 und gestern; vor zwei Jahren begann es.', '2016-09-14', 'de');
SELECT value, mention FROM news_dates('Ils se sont vus vendredi 9 septembre 2016 et hier; c''était il y a deux ans.', '2016-09-14', 'fr');
SELECT value, mention FROM news_dates('Se vieron el 9 de septiembre de 2016 y ayer; fue hace dos años.', '2016-09-14', 'es');
SELECT count(*) FROM news_dates('on 9 September 2016', '2016-09-14', 'xx');
SELECT value FROM news_dates('on 9 September 2016', NULL, NULL);

-- nothing in, nothing out
SELECT count(*) FROM news_dates(NULL);
SELECT count(*) FROM news_dates('', '2016-09-14');
SELECT count(*) FROM news_dates(E'\x01\x02 \x7f 99999999999999999999-99-99 31 31 31 [', '2016-09-14');

-- days of writing beyond all calendars
SELECT value, during FROM news_dates('yesterday', 'infinity');
SELECT value, during FROM news_dates('yesterday', '4713-01-01 BC');
SELECT value, during FROM news_dates('100,000 years ago, in 10 days and last century', '294276-12-31');
