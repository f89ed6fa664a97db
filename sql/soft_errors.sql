-- What cannot be read is a soft error, where PostgreSQL knows these (pg_input_is_valid, since 16;
-- COPY with ON_ERROR ignore, since 17): the same message as the hard one.
CREATE FUNCTION hard_error(input text, type text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE message text; detail text; hint text; state text;
BEGIN
	EXECUTE format('SELECT %L::%s', input, type);
	RETURN NULL;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, state = RETURNED_SQLSTATE;
	RETURN ARRAY[message, detail, hint, state];
END $$;
CREATE FUNCTION soft_error(input text, type text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE error text[];
BEGIN
	IF current_setting('server_version_num')::int < 160000 THEN
		RETURN hard_error(input, type);
	END IF;
	EXECUTE 'SELECT CASE WHEN NOT pg_input_is_valid($1, $2) THEN ARRAY[message, detail, coalesce(hint, ''''), sql_error_code] END FROM pg_input_error_info($1, $2)' INTO error USING input, type;
	RETURN error;
END $$;
CREATE TEMP TABLE inputs (type text, input text);
INSERT INTO inputs VALUES ('newsquery', 'person:Lavrov & date:2016-13'), ('newsquery', 'ä & '), ('newsquery', 'Kerry'), ('newsquery', 'person:"Kerry'), ('newsquery', repeat('a & ', 20000) || 'a'),
	('newsvector', 'person:"Ä"@1'), ('newsvector', 'person:"Ä"@1+1.1'), ('newsvector', 'date:"x"/soon'), ('newsvector', ''),
	('newsdict', 'WEAPON:"Gull-2'), ('newsdict', 'WEAPON:"Gull-2"'), ('newsdict', 'x'), ('newsmodel', '00'), ('newsmodel', 'no model'), ('newsmodel', '');
SELECT type, left(input, 20) AS input, soft[2] AS detail, soft[4] AS state FROM inputs, soft_error(input, type) soft ORDER BY type, input COLLATE "C";
SELECT type, input, hard, soft FROM inputs, hard_error(input, type) hard, soft_error(input, type) soft WHERE hard IS DISTINCT FROM soft;
DROP FUNCTION hard_error, soft_error;
