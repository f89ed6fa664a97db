#!/bin/bash
#
# Times newsvector and its index beside tsvector, on the same rows in one run.
#   test/bench/index.sh FOLDER [ROWS]        articles.jsonl of the folder, repeated to 100,000 rows
#   test/bench/index.sh synthetic [ROWS]     1,000,000 made-up rows
# Connects as psql does, to a database with the extension, as a superuser (it
# reads the CPU time of its backend); works in the schema "bench" of it, which it
# drops and makes.  Times are CPU seconds of the one backend, turn about; those of
# two workers are by the clock, and so of use on an idle machine alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
run() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

if [ "${1:-}" = synthetic ]; then
	run -v rows="${2:-1000000}" -f "$here/index_tools.sql" -f "$here/index_synthetic.sql" -f "$here/index.sql"
elif [ -r "${1:-}/articles.jsonl" ]; then
	run -v rows="${2:-100000}" -f "$here/index_tools.sql" -f <(
		echo "CREATE TABLE raw (j text);"
		echo "\\copy raw FROM '$1/articles.jsonl' WITH (FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')"
	) -f "$here/index_load.sql" -f "$here/index.sql"
else
	sed -n '3,10s/^# \{0,1\}//p' "$0" >&2
	exit 2
fi
