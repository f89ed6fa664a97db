#!/bin/bash
#
# Builds the engine's unit tests with sanitizers and runs them.
#   test/unit/run.sh [name ...]     names as in test_NAME.c; all without any
# Prints "NAME: N passed, N failed" for each file.  Exit status 1 when a check
# fails, a program dies, or nothing could be built.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1

# The compiled lexicon.
make -s lexicon || exit 1
make -s -j"$(nproc)" -C test/unit || exit 1

export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export UBSAN_OPTIONS=print_stacktrace=1
names=${*:-$(cd test/unit && ls test_*.c | sed 's/^test_//; s/\.c$//')}
status=0
for name in $names; do
	output=$(build/asan/test_"$name" 2>&1)
	rc=$?
	last=${output##*$'\n'}
	if [[ ! $last =~ ^[0-9]+\ passed,\ [0-9]+\ failed$ ]]; then
		printf '%s\n%s: 0 passed, 1 failed (ended with status %d)\n' "$output" "$name" $rc
		status=1
		continue
	fi
	[ "$output" = "$last" ] || printf '%s\n' "${output%$'\n'*}"
	printf '%s: %s\n' "$name" "$last"
	[ $rc -eq 0 ] || status=1
done
exit $status
