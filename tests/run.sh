#!/bin/bash
# Runs the tests of a build and adds them up: run.sh BUILD [unit|golden|e2e|torture|all]
#
# A test is a program that speaks TAP: the cmocka programs under BUILD/tests and
# the scripts in tests/e2e. One that dies, says nothing or tells of fewer tests
# than it planned counts as failed.
set -u
cd "$(dirname "$0")/.." || exit 1
build=$(realpath "$1")
group=${2:-all}
# The long forms may take half an hour of a processor each.
limit=900
[ "$group" != torture ] || limit=5400
logs=$build/test-logs
rm -rf "$logs"
mkdir -p "$logs"
export STEMMEBOKS_BUILD=$build CMOCKA_MESSAGE_OUTPUT=TAP
export SDL_AUDIODRIVER=dummy ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1}
# Keys that publishing makes are not those of whoever runs the tests.
export XDG_DATA_HOME=$logs/home
export UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0

unit() { find "$build/tests" -type f -executable -name 'test_*' -path "*$1*" ! -path '*/unit/*' | sort; }
scripts() { find tests/e2e -maxdepth 1 -type f -executable | sort; }
case $group in
unit) tests=$(unit /) ;;
golden) tests=$(unit /ui/; unit /voter/; unit /panel/; unit /hall/) ;;
e2e) tests=$(scripts) ;;
# Those that have a long form.
torture) tests=$(grep -l STEMMEBOKS_TORTURE tests/unit/*/test_*.c | sed "s|tests/unit/\(.*\)\.c|$build/tests/\1|") ;;
all) tests=$(unit /; scripts) ;;
*) echo "run.sh BUILD [unit|golden|e2e|torture|all]" >&2; exit 2 ;;
esac

# One test: its TAP to a log, and a line that says how it went.
run_one() {
	local name log start
	name=$(sed -e "s|^$build/tests/||" -e 's|^tests/||' <<<"$1")
	log=$logs/$(tr / - <<<"$name").tap
	start=$SECONDS
	timeout -k 10 "$limit" "$1" >"$log" 2>&1 </dev/null
	local code=$?
	local ok not skip plan
	skip=$(grep -cE '^(not )?ok .*# *(SKIP|skip)' "$log")
	ok=$(grep -E '^ok ' "$log" | grep -cvE '# *(SKIP|skip)')
	not=$(grep -E '^not ok ' "$log" | grep -cvE '# *(SKIP|skip)')
	plan=$(grep -aoE '^1\.\.[0-9]+' "$log" | head -n 1 | cut -d. -f3)
	if [ $((ok + not + skip)) -ne "${plan:-0}" ] || [ "${plan:-0}" -eq 0 ] ||
		{ [ $code -ne 0 ] && [ "$not" -eq 0 ]; }; then
		not=$((not + 1))
		echo "# ended with exit code $code after $((ok + skip)) of ${plan:-?} tests" >>"$log"
	fi
	echo "$ok $not $skip" >"$log.sum"
	printf '%-44s %4d passed %3d failed %5ds\n' "$name" "$ok" "$not" $((SECONDS - start))
	# What the long forms measured.
	[ "$group" != torture ] ||
		grep -avE '^(ok|not ok|1\.\.|stemmeboks-|# (not )?ok)' "$log" | sed 's/^/    /'
	[ "$not" -eq 0 ] || grep -avE '^ok |^1\.\.' "$log" | head -n 40 | sed 's/^/    /'
}
export -f run_one
export build logs limit group

# Two at a time: one waits for the disk while the other computes. What opens
# windows and measures people's pace runs alone, afterwards.
grep "^$build" <<<"$tests" | xargs -r -P 2 -I{} bash -c 'run_one {}'
grep -v "^$build" <<<"$tests" | xargs -r -P 1 -I{} bash -c 'run_one {}'

cat "$logs"/*.sum | awk '{ p += $1; f += $2; s += $3 }
	END { printf "%d passed, %d failed", p, f; if (s) printf ", %d skipped", s; print ""
	      exit f > 0 || p == 0 }'
