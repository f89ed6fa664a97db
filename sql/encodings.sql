--
-- Bytes of every kind as pages: what each is read as.  A row for each input; the
-- article holds all of its words wherever the bytes are text, and no input is an error.
--
\pset format unaligned
CREATE TABLE input (n int GENERATED ALWAYS AS IDENTITY, what text, bytes bytea, given text);
INSERT INTO input (what, bytes, given)
SELECT what, bytes, given FROM (VALUES
	('nothing', ''::bytea, NULL),
	('one letter', 'x', NULL),
	('white space', '\x200a09', NULL),
	('ASCII', convert_to('The mayor of Vasse said the bridge was closed.', 'UTF8'), NULL),
	('UTF-8', convert_to('Der Bürgermeister sagte am Montag, die Brücke bleibe geschlossen.', 'UTF8'), NULL),
	('UTF-8 with a mark', '\xefbbbf'::bytea || convert_to('Der Bürgermeister sagte am Dienstag, die Brücke bleibe geschlossen.', 'UTF8'), NULL),
	('UTF-8, said to be windows-1252', convert_to('Der Bürgermeister sagte am Mittwoch, die Brücke bleibe geschlossen.', 'UTF8'), 'windows-1252'),
	('UTF-8, in a page that says latin-1', convert_to('<html><head><meta charset="iso-8859-1"></head><body><p>Der Bürgermeister sagte am Freitag, die Brücke bleibe geschlossen.</p></body></html>', 'UTF8'), NULL),
	('UTF-8, Russian', convert_to('Мэр города заявил, что мост будет закрыт на два года.', 'UTF8'), NULL),
	('UTF-8, Greek', convert_to('Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή.', 'UTF8'), NULL),
	('UTF-8, Japanese', convert_to('市長は橋が二年間閉鎖されると発表した。', 'UTF8'), NULL),
	('UTF-8, Arabic', convert_to('قال رئيس البلدية إن الجسر سيغلق لمدة عامين.', 'UTF8'), NULL),
	('UTF-8, emoji', convert_to('The bridge is closed 🚧 until further notice.', 'UTF8'), NULL),
	('UTF-8, cut within its last letter', substring(convert_to('Nobody in the old town wanted to go to the new café', 'UTF8') FROM 1 FOR 51), NULL),
	('UTF-8, one byte lost in the middle', overlay(convert_to('Die Brücke über den Fluss bleibt nach den Prüfungen für Jahre geschlossen.', 'UTF8') PLACING ''::bytea FROM 7 FOR 1), NULL),
	('UTF-8 with a zero byte', convert_to('Nobody in the town was', 'UTF8') || '\x00'::bytea || convert_to(' surprised when the talks failed.', 'UTF8'), NULL),
	('UTF-8, overlong', convert_to('The path was ..', 'UTF8') || '\xc0af'::bytea || convert_to(' and nobody knew why it was there.', 'UTF8'), NULL),
	('UTF-8, half of a surrogate pair', convert_to('The sign read ', 'UTF8') || '\xeda080'::bytea || convert_to(' and nobody could say what it meant.', 'UTF8'), NULL),
	('read twice as windows-1252 (mojibake)', convert_to(convert_from(convert_to('Der Bürgermeister sagte, die Brücke bleibe geschlossen.', 'UTF8'), 'WIN1252'), 'UTF8'), NULL),
	('windows-1252', convert_to('The mayor’s café said “no” – the plan costs €20 million, and nobody has it.', 'WIN1252'), NULL),
	('windows-1252, given', convert_to('The café sold crème brûlée to nobody.', 'WIN1252'), 'windows-1252'),
	('windows-1252, declared latin-1', convert_to('<html><head><meta charset="iso-8859-1"></head><body><p>The mayor’s plan costs €20 million, and nobody has it.</p></body></html>', 'WIN1252'), NULL),
	('latin-1, German', convert_to('Der Bürgermeister erklärte am Freitag, dass die Brücke für zwei Jahre geschlossen bleibt.', 'LATIN1'), NULL),
	('latin-1, French', convert_to('Le maire a déclaré vendredi que le pont resterait fermé pendant deux années, après les inondations.', 'LATIN1'), NULL),
	('latin-1, Spanish', convert_to('El alcalde declaró el viernes que el puente permanecerá cerrado dos años más, según la policía.', 'LATIN1'), NULL),
	('latin-2, given', convert_to('Starosta řekl, že most zůstane zavřený dva roky.', 'LATIN2'), 'iso-8859-2'),
	('windows-1250, declared', convert_to('<html><head><meta charset="windows-1250"></head><body><p>Starosta řekl, že most zůstane zavřený dva roky, a nikdo neví proč.</p></body></html>', 'WIN1250'), NULL),
	('windows-1251', convert_to('Мэр города заявил в пятницу, что мост будет закрыт на два года, и все пойдут через паром.', 'WIN1251'), NULL),
	('KOI8-R', convert_to('Мэр города заявил в пятницу, что мост будет закрыт на три года, и все пойдут через паром.', 'KOI8R'), NULL),
	('ISO 8859-5, given', convert_to('Мэр города заявил, что мост закрыт.', 'ISO_8859_5'), 'iso-8859-5'),
	('windows-1253, given', convert_to('Ο δήμαρχος είπε ότι η γέφυρα θα παραμείνει κλειστή.', 'WIN1253'), 'windows-1253'),
	('windows-1254, given', convert_to('Belediye başkanı köprünün iki yıl kapalı kalacağını söyledi.', 'WIN1254'), 'windows-1254'),
	('windows-1256, given', convert_to('قال رئيس البلدية إن الجسر سيغلق لمدة ثلاثة أعوام.', 'WIN1256'), 'windows-1256'),
	('Shift JIS', convert_to('市長は橋が二年間閉鎖されると発表した。フェリーは十分ごとに運航される予定です。', 'SJIS'), NULL),
	('EUC-JP', convert_to('市長は橋が三年間閉鎖されると発表した。フェリーは十分ごとに運航される予定です。', 'EUC_JP'), NULL),
	('GB 18030', convert_to('市长星期五宣布，这座桥将关闭两年，居民必须乘坐渡轮过河。', 'GB18030'), NULL),
	('Big5, declared', convert_to('<html><head><meta charset="big5"></head><body><p>市長星期五宣布，這座橋將關閉兩年，居民必須乘坐渡輪過河。</p></body></html>', 'BIG5'), NULL),
	('EUC-KR', convert_to('시장은 금요일에 다리가 이 년 동안 폐쇄될 것이라고 발표했다. 주민들은 배를 타야 한다.', 'EUC_KR'), NULL)) v(what, bytes, given);
-- UTF-16 and UTF-32, which PostgreSQL does not convert to
CREATE FUNCTION wide(t text, big boolean, width int) RETURNS bytea LANGUAGE sql IMMUTABLE AS
$$ SELECT string_agg(CASE WHEN big THEN decode(repeat('00', width - 1), 'hex') || decode(lpad(to_hex(ascii(c)), 2, '0'), 'hex')
	ELSE decode(lpad(to_hex(ascii(c)), 2, '0'), 'hex') || decode(repeat('00', width - 1), 'hex') END, ''::bytea ORDER BY n)
   FROM regexp_split_to_table(t, '') WITH ORDINALITY r(c, n) $$;
INSERT INTO input (what, bytes, given) SELECT what, bytes, given FROM (VALUES
	('UTF-16, little end first, with a mark', '\xfffe'::bytea || wide('The bridge in the town of Vasse is closed, and nobody knows why.', false, 2), NULL),
	('UTF-16, big end first, with a mark', '\xfeff'::bytea || wide('The bridge in the town of Lorrin is closed, and nobody knows why.', true, 2), NULL),
	('UTF-16, little end first', wide('The bridge in the town of Ellery is closed, and nobody knows why.', false, 2), NULL),
	('UTF-16, big end first', wide('The bridge in the town of Marsk is closed, and nobody knows why.', true, 2), NULL),
	('UTF-16, an odd number of bytes', '\xfffe'::bytea || wide('The bridge in the town of Tunn is closed, and nobody knows why.', false, 2) || '\x20'::bytea, NULL),
	('UTF-32 with a mark', '\xfffe0000'::bytea || wide('The bridge in the town of Orla is closed, and nobody knows why.', false, 4), NULL),
	('a mark alone', '\xefbbbf', NULL),
	('half a mark', '\xefbb', NULL),
	('an encoding that is none', convert_to('The bridge in Vasse is closed.', 'UTF8'), 'x-none-such'),
	('a picture', '\x89504e470d0a1a0a0000000d494844520000000100000001080600000000', NULL),
	('zero bytes', decode(repeat('00', 40), 'hex'), NULL),
	('random bytes', decode(md5('a') || md5('b') || md5('c') || md5('d'), 'hex'), NULL),
	('gzip', '\x1f8b08000000000000034bcb2c2a2e0100b2b4a9f106000000', NULL)) v(what, bytes, given);
SELECT count(*) >= 40 AS enough FROM input;

SELECT news_create_corpus('encodings');
SELECT n, what, news_ingest('encodings', bytes, what, encoding => given) IS NOT NULL AS stored FROM input ORDER BY n;
-- stored: as what, with how many characters lost, and whether the bytes are kept
SELECT source, encoding, replaced, raw_bytes IS NOT NULL AS kept, body FROM encodings ORDER BY id;
-- nothing is lost: what was not stored is a reject with its bytes, what was replaced or guessed has them beside it
SELECT i.what, r.reason FROM input i JOIN encodings_rejects r ON r.source = i.what ORDER BY n;
SELECT i.what FROM input i
WHERE NOT EXISTS (SELECT FROM encodings e WHERE e.source = i.what AND (e.replaced = 0 OR e.raw_bytes = i.bytes))
	AND NOT EXISTS (SELECT FROM encodings_rejects r WHERE r.source = i.what AND r.raw = i.bytes);

-- news_article reads bytes alike
SELECT i.what FROM input i LEFT JOIN encodings e ON e.source = i.what, news_article(i.bytes, encoding => given) a
WHERE a.body IS DISTINCT FROM e.body AND e.body IS NOT NULL ORDER BY n;

DROP TABLE input, encodings, encodings_rejects;
DROP FUNCTION wide;
