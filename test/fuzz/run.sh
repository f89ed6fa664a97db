#!/bin/bash
#
# Builds the fuzz targets with sanitizers and runs each on a fixed number of
# inputs, the same ones every time.
#   test/fuzz/run.sh [name ...]     names as in fuzz_NAME.c; all without any
# RUNS (10000) sets the number of inputs, SEED (1) which ones, LIMIT (20) the
# seconds after which a target that found nothing stops early.
# FUZZER=libfuzzer needs clang, FUZZER=driver only gcc; without it, whatever is
# there.  A failing input is left in build/fuzz-found; give it to the target as
# its only argument to see it again.  Last line: "N passed, N failed".
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1

if [ -z "${FUZZER:-}" ]; then
	FUZZER=driver
	mkdir -p build
	if echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return d && n > 9; }' |
		clang -fsanitize=fuzzer,address,undefined -x c -o build/fuzzer-probe - 2>/dev/null; then
		FUZZER=libfuzzer
	fi
	rm -f build/fuzzer-probe
fi
export FUZZER
out=build/fuzz
[ "$FUZZER" = libfuzzer ] || out=build/fuzz-gcc

make -s lexicon || exit 1
make -s -j"$(nproc)" -C test/fuzz || exit 1

found=build/fuzz-found
mkdir -p $found
export ASAN_OPTIONS=allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1

fuzz() {
	local name=$1 log=$found/$1.log corpus
	corpus=$(mktemp -d)
	"$out/fuzz_$name" -runs="${RUNS:-10000}" -seed="${SEED:-1}" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
		-max_total_time="${LIMIT:-20}" -dict=test/fuzz/words.dict -artifact_prefix="$found/$name-" \
		"$corpus" test/fuzz/seeds >"$log" 2>&1
	local rc=$?
	rm -rf "$corpus"
	local runs
	runs=$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log")
	if [ $rc -eq 0 ]; then
		echo "fuzz $name: ${runs:-?} inputs, ok"
	else
		echo "fuzz $name: FAILED with status $rc"
		grep -E 'broken invariant|ERROR: |runtime error|^ +#[0-9]+ |Test unit written|SUMMARY' "$log" | head -30
	fi
	return $rc
}

# Two at a time at most: each holds some hundred MB.
names=${*:-$(cd test/fuzz && ls fuzz_*.c | sed 's/^fuzz_//; s/\.c$//')}
jobs=$(nproc)
[ "$jobs" -le 4 ] || jobs=4
results=$(mktemp)
for name in $names; do
	while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do
		wait -n
	done
	(
		report=$(fuzz "$name")
		rc=$?
		printf '%s\n' "$report" >&2
		echo $rc >>"$results"
	) &
done
wait
passed=$(grep -c '^0$' "$results")
failed=$(grep -vc '^0$' "$results")
rm -f "$results"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
