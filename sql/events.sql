-- news_events: who does what to whom, when, where, did it happen, and who says so.
-- Texts written for this test.

\x off
SELECT type, actor, actor_code, recipient, recipient_code, place, during, basis, status, source, trigger
FROM news_events('French and German ministers held talks in Vienna on Thursday. They failed to reach an agreement.', '2016-09-10');

-- the passive, and an adjective that tells the country
SELECT type, actor, actor_code, recipient_code, status
FROM news_events('A Ukrainian village was shelled by Russian troops.', '2016-09-10');

-- one happening, one row
SELECT count(*) FROM news_events('Chad attacked Libya on Monday. The attack by Chad on Libya began at dawn.', '2016-09-10');

-- what is planned, possible or denied has its status, and no day unless the text gives one
SELECT type, status, during FROM news_events('Norway will send food to Mali.', '2016-09-10') ORDER BY type;
SELECT status, during FROM news_events('Norway may send food to Mali.', '2016-09-10');
SELECT status FROM news_events('Norway has not sent food to Mali.', '2016-09-10');
SELECT status FROM news_events('Turkey denied bombing Syria.', '2016-09-10');

-- without a day of writing none stands in
SELECT type, during, basis FROM news_events('France attacked Mali.');

-- positions are those of the trigger
SELECT substr(body, pos, len) = trigger AS exact, trigger
FROM (VALUES (E'É \u2014 France signed a treaty with Spain.')) AS t(body), news_events(body, '2016-09-10');

-- bad input
SELECT count(*) FROM news_events(NULL, '2016-09-10');
SELECT count(*) FROM news_events('', '2016-09-10');
SELECT count(*) FROM news_events(E'attack attack \x01\x02 of of by by the the', '2016-09-10');
SELECT count(*) FROM news_events(repeat('attack by and, ', 20000), '2016-09-10');

-- people who are described: by the article, or by their office on the day of writing
SELECT type, actor, actor_kind, actor_code, recipient, source
FROM news_events('Mayor Ingrid Solvang opened the bridge. The mayor criticized Norway. The French president met his German counterpart. The Russian foreign minister accused Turkey. The president of Norway criticized the fishermen.', '2016-09-10');
SELECT type, actor, actor_kind FROM news_events('The Russian president attacked Georgia.', '2010-01-10')
UNION ALL SELECT type, actor, actor_kind FROM news_events('The Russian president attacked Georgia.', '2014-01-10')
UNION ALL SELECT type, actor, actor_kind FROM news_events('The Russian president attacked Georgia.', NULL);

-- bodies whose name is shortened to its noun; of two it is neither
SELECT type, actor, actor_kind, recipient
FROM news_events('Brantwell Bank met Norway. The bank criticized Sweden. Quarrel Shipping Inc sued Denmark, and Denmark sued the company.', '2016-09-10')
UNION ALL SELECT type, actor, actor_kind, recipient
FROM news_events('Brantwell Bank and Lindholm Bank opened. The bank criticized Sweden.', '2016-09-10');

-- what somebody means to do: AGREE when it is friendly, THREATEN when it is hostile, REJECT when he will not do what is friendly
SELECT type, actor_code, recipient_code, status, trigger FROM news_events('Norway is ready to help Mali.', '2016-09-10') ORDER BY type;
SELECT type, actor_code, recipient_code, status, trigger FROM news_events('Norway plans to attack Mali.', '2016-09-10') ORDER BY type;
SELECT type, actor_code, recipient_code, status, trigger FROM news_events('Norway will not send food to Mali.', '2016-09-10') ORDER BY type;
