#!/bin/bash
# torture.sh BUILD [SECONDS]: every target under clang's libFuzzer for so many
# seconds (600), two at a time. Says how many inputs were tried; a finding is kept
# in BUILD/fuzz-findings and fails.
set -u
cd "$(dirname "$0")/../.." || exit 1
build=$(realpath "$1") seconds=${2:-600}
findings=$build/fuzz-findings
mkdir -p "$findings"
tests/fuzz/seeds.sh "$build" || exit 1
fuzz_one() {
	local name=$1 grown seeds log code
	grown=$build/fuzz-grown/$name
	seeds=tests/fuzz/corpus/$name
	[ -d "$seeds" ] || seeds=$build/fuzz-corpus/$name
	log=$build/fuzz-$name.log
	mkdir -p "$grown"
	"$build/fuzz/$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
		-max_len=200000 -artifact_prefix="$findings/$name-" "$grown" "$seeds" \
		>"$log" 2>&1
	code=$?
	printf '%-12s %9s inputs, %6s features, %s\n' "$name" \
		"$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log")" \
		"$(grep -oE 'ft: [0-9]+' "$log" | tail -n 1 | cut -d' ' -f2)" \
		"$([ $code -eq 0 ] && echo 'no finding' || echo "FINDING, see $log")"
	return $code
}
export -f fuzz_one
export build seconds findings
find "$build/fuzz" -maxdepth 1 -type f -executable -printf '%f\n' | sort |
	xargs -P 2 -I{} bash -c 'fuzz_one {}'
