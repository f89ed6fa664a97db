-- A schema for the benchmark, and what measures.
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
SET search_path = bench, public;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET jit = off;
DO $$ BEGIN PERFORM setseed(0.25); END $$;

-- CPU milliseconds of this backend
CREATE FUNCTION cpu() RETURNS float8 LANGUAGE sql VOLATILE AS
$$ SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::float8 / 1e6 $$;
-- of one statement
CREATE FUNCTION cost_of(statement text) RETURNS float8 LANGUAGE plpgsql AS
$$ DECLARE t float8 := cpu(); BEGIN EXECUTE statement; RETURN cpu() - t; END $$;
-- of a query, over so many calls
CREATE FUNCTION cost_of(query text, n int, OUT rows bigint, OUT ms float8) LANGUAGE plpgsql AS
$$ DECLARE t float8 := cpu(); BEGIN FOR i IN 1..n LOOP EXECUTE query INTO rows; END LOOP; ms := (cpu() - t) / n; END $$;

-- two queries turn about: rows of each, median milliseconds of each
CREATE FUNCTION compare(a text, b text, OUT found_a bigint, OUT found_b bigint, OUT ms_a numeric, OUT ms_b numeric) LANGUAGE plpgsql AS $$
DECLARE
	x record; y record; xs float8[]; ys float8[]; na int; nb int;
BEGIN
	-- the clock of CPU time ticks in milliseconds: each turn takes fifty of them or more
	x := cost_of(a, 1); na := ceil(60 / greatest(x.ms, 0.1));
	y := cost_of(b, 1); nb := ceil(60 / greatest(y.ms, 0.1));
	FOR i IN 1..CASE WHEN x.ms + y.ms < 500 THEN 5 ELSE 3 END LOOP
		x := cost_of(a, na); xs := xs || x.ms;
		y := cost_of(b, nb); ys := ys || y.ms;
	END LOOP;
	found_a := x.rows;
	found_b := y.rows;
	SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) INTO ms_a FROM unnest(xs) v;
	SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) INTO ms_b FROM unnest(ys) v;
	ms_a := round(ms_a, 3);
	ms_b := round(ms_b, 3);
END $$;

-- questions: what, and the same for words; NULL where a word in as many rows is taken
CREATE TABLE questions (n serial, what text, news newsquery, words tsquery);
-- distinct articles; stored forms are made of each once
CREATE TABLE source (id int, body text, published timestamp, news newsvector, words tsvector);
