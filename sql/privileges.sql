--
-- Users without rights: they install the extension (it is trusted) and use it;
-- what reads the server's files stays closed to them.
--
SET client_min_messages = warning;
CREATE ROLE news_tester;
CREATE DATABASE news_tester_db OWNER news_tester TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
\set home :DBNAME
\c news_tester_db
SET SESSION AUTHORIZATION news_tester;
SELECT rolsuper FROM pg_roles WHERE rolname = current_user;
CREATE SCHEMA tools;
CREATE EXTENSION news_entities SCHEMA tools;
SET search_path = public, tools;
SELECT num, sentence FROM news_sentences('One came. Two left.');
-- dropped and made again
DROP EXTENSION news_entities;
CREATE EXTENSION news_entities SCHEMA tools;
DROP EXTENSION news_entities CASCADE;
RESET SESSION AUTHORIZATION;
\c :home
DROP DATABASE news_tester_db;
DROP ROLE news_tester;
