#!/bin/bash
#
# All tests: what "make check" runs.
#   test/check.sh [build|unit|fuzz|regress|tap|readme ...]      all without any
#   TAP='NAME ...' test/check.sh tap    those files of test/tap alone
# Installs missing Debian packages when it may, builds with warnings as errors,
# and tests in private clusters on a relocated copy of PostgreSQL (cluster.sh):
# nothing goes into the system's.  PG_CONFIG chooses the PostgreSQL.
#
# A line for each suite; the last line is "N passed, N failed", where a case is
# a file of engine unit tests, a fuzz target, an SQL regression file, a TAP test
# or an example of the README.  Exit status 1 when one failed.  What a failed
# suite wrote is in build/check.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
export LC_ALL=C.UTF-8

suites=${*:-build unit fuzz regress tap readme}
passed=0
failed=0
logs=$top/build/check
mkdir -p "$logs"
work=

finish() {
	[ -z "$work" ] || [ ! -d "$work/cluster" ] || test/cluster.sh stop "$work/cluster" >/dev/null 2>&1
	[ -z "$work" ] || rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# report SUITE PASSED FAILED [LOG]: a line for the suite; when it failed, the end of its log
report() {
	passed=$((passed + $2))
	failed=$((failed + $3))
	if [ "$3" -gt 0 ] && [ -n "${4:-}" ]; then
		tail -n "${5:-60}" "$4" | sed 's/^/    /'
	fi
	printf '%s: %d passed, %d failed (%d s)\n' "$1" "$2" "$3" "$((SECONDS - began))"
}

# A line "N passed, N failed" at the end of a log becomes a report.
report_last() {
	local last
	last=$(tail -1 "$2")
	if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
		report "$1" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "$2"
	else
		report "$1" 0 1 "$2"
	fi
}

# A folder that the server's user reaches, and in it the cluster.
prepare() {
	work=$(mktemp -d /tmp/news_check.XXXXXX) || exit 1
	chmod 755 "$work"
	if ! test/cluster.sh start "$work/cluster" >"$work/settings" 2>"$logs/cluster.log"; then
		report cluster 0 1 "$logs/cluster.log"
		return 1
	fi
	eval "$(cat "$work/settings")"
}

# Objects of another PostgreSQL or with other flags do not count.
build() {
	local flavour
	flavour="$("$PG_CONFIG" --version) COPT=-Werror"
	if [ "$(cat build/flavour 2>/dev/null)" != "$flavour" ]; then
		make -s clean
		mkdir -p build "$logs"
		echo "$flavour" >build/flavour
	fi
	make -s -j"$(nproc)" COPT=-Werror PG_CONFIG="$PG_CONFIG" && make -s COPT=-Werror PG_CONFIG="$PG_CONFIG" install
}

# pg_regress, whose lines are "test NAME ... ok" up to 15 and TAP since 16.
regress() {
	local log=$logs/regress.log good bad
	make -s installcheck PG_CONFIG="$PG_CONFIG" >"$log" 2>&1
	good=$(grep -cE '^ok |^test .* \.\.\. ok ' "$log")
	bad=$(grep -cE '^not ok |^test .* \.\.\. FAILED' "$log")
	if [ "$good" -eq 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
	fi
	if [ "$bad" -gt 0 ] && [ -f regression.diffs ]; then
		cat regression.diffs >>"$log"
	fi
	report regress "$good" "$bad" "$log" 200
}

# Runs a command as the user who may run a server, in the work folder.
as_server() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
	else
		"$@"
	fi
}

# tap_file NAME: one file of test/tap; its exit status and seconds go to $work/tap/NAME.rc.
# PostgreSQL::Test keeps its files below TESTDIR up to version 15, in TESTDATADIR and TESTLOGDIR since 16.
tap_file() {
	local pgxs from=$SECONDS
	pgxs=$(dirname "$("$PG_CONFIG" --pgxs)")/../..
	(
		cd "$work/tap" && unset PGHOST PGPORT PGUSER PGDATABASE PGDATA &&
			TESTDIR="$work/tap" TESTDATADIR="$work/tap/tmp_check" TESTLOGDIR="$work/tap/tmp_check/log" \
			PG_REGRESS="$pgxs/src/test/regress/pg_regress" \
				as_server perl -I "$pgxs/src/test/perl" -I "$work/tap/test/tap" "$work/tap/test/tap/$1.pl"
	) >"$logs/tap_$1.log" 2>&1
	echo "$? $((SECONDS - from))" >"$work/tap/$1.rc"
}

# The files of test/tap that are asked for, those that take longest first.
tap_names() {
	local file name
	for file in test/tap/{large,memory,ingest_kill,*}.pl; do
		name=$(basename "$file" .pl)
		[[ " ${TAP:-$name} " != *" $name "* ]] || echo "$name"
	done | awk '!seen[$0]++'
}

# Each file of test/tap by itself, as many at a time as there are processors (what
# is timed is timed by the processor); a file that dies before its plan is a failure more.
tap() {
	local name log good bad rc took
	mkdir "$work/tap"
	cp -R test "$work/tap/"
	[ "$(id -u)" != 0 ] || chown -R postgres "$work/tap"
	for name in $(tap_names); do
		while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do
			wait -n
		done
		tap_file "$name" &
	done
	wait
	for name in $(tap_names); do
		log=$logs/tap_$name.log
		read -r rc took <"$work/tap/$name.rc"
		began=$((SECONDS - took))
		good=$(grep -c '^ok ' "$log")
		bad=$(grep -c '^not ok ' "$log")
		[ $rc -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
		cat "$work/tap/tmp_check/log/regress_log_$name" >"$logs/tap_$name.detail" 2>/dev/null
		# what failed, without the chatter between
		grep -A 12 -E '^not ok|^Bail out|^# Tests were run|^# Looks like|line [0-9]+\.$' "$log" | grep -vE '^ok |issuing query|results query' >"$log.failed"
		report "tap $name" "$good" "$bad" "$log.failed"
	done
}

began=$SECONDS
test/packages.sh check || exit 1
prepare || exit 1
for suite in build $suites; do
	began=$SECONDS
	case $suite in
		build)
			[ -z "${built:-}" ] || continue
			built=1
			if build >"$logs/build.log" 2>&1; then
				report build 1 0
			else
				report build 0 1 "$logs/build.log"
				break
			fi
			;;
		unit)
			test/unit/run.sh >"$logs/unit.log" 2>&1
			report unit "$(grep -c '^[a-z_]*: [0-9]* passed, 0 failed$' "$logs/unit.log")" \
				"$(grep -cE '^[a-z_]*: [0-9]+ passed, [1-9][0-9]* failed|^[a-z_]*: 0 passed|^make: \*\*\*' "$logs/unit.log")" \
				"$logs/unit.log"
			;;
		fuzz)
			test/fuzz/run.sh >"$logs/fuzz.log" 2>&1
			report_last fuzz "$logs/fuzz.log"
			;;
		regress) regress ;;
		tap) tap ;;
		readme)
			test/readme.sh >"$logs/readme.log" 2>&1
			report_last readme "$logs/readme.log"
			;;
		*)
			echo "no suite $suite" >&2
			exit 2
			;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
