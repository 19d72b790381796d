#!/bin/bash
# Slips from the real program to paper and back: every code that a scanner reads
# from the printed PDF is one that the meeting takes. BENCH=1 decodes all of
# 10,000 slips instead of a sample, and holds the program to its times.
set -u
cd "$(dirname "$0")/../.." || exit 1
stemmeboks=$(realpath "${STEMMEBOKS_BUILD:-build}")/stemmeboks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=C LANGUAGE=en
many=10000
number=0 failed=0

# tell SENTENCE STATUS: one line of TAP.
tell() {
	number=$((number + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $number - $1"
	else
		failed=1
		echo "not ok $number - $1"
	fi
}

# A new meeting with no slips in the file $work/$1.
meeting() {
	[ -d "$work/dir" ] || "$stemmeboks" new "$work/dir" >/dev/null
	"$stemmeboks" build "$work/dir" -o "$work/$1" >/dev/null
}

printed() {
	"$stemmeboks" status "$1" --json |
		sed 's/.*"printed":\([0-9]*\).*/\1/'
}

decode() { tools/dev/decode-slips.sh "$@"; }

# Tokens of this meeting only, none twice, as many as $2.
good_codes() {
	[ "$(grep -cE '^[0-9A-HJKMNP-TV-Z]{20}$' "$1")" -eq "$2" ] &&
		[ "$(sort -u "$1" | wc -l)" -eq "$2" ] &&
		[ "$(cut -c1-2 "$1" | sort -u | wc -l)" -eq 1 ]
}

sixty_slips() {
	meeting sixty &&
		"$stemmeboks" slips "$work/sixty" --count 60 \
			-o "$work/sixty.pdf" >/dev/null &&
		decode "$work/sixty.pdf" >"$work/codes" &&
		good_codes "$work/codes" 60
}
sixty_slips
tell "sixty slips on A4 decode, each to another token" $?

# `void` is the one command that takes a token: it must know every one of them.
every_code_counts() {
	while read -r code; do
		"$stemmeboks" void "$work/sixty" </dev/stdin >/dev/null \
			<<<"$code" || return 1
	done <"$work/codes"
	[ "$("$stemmeboks" status "$work/sixty" --json |
		sed 's/.*"void":\([0-9]*\).*/\1/')" -eq 60 ]
}
every_code_counts
tell "each of the sixty is a slip that the meeting knows, once" $?

a6_slips() {
	"$stemmeboks" slips "$work/sixty" --count 7 --size a6 --kind child \
		-o "$work/a6.pdf" >/dev/null &&
		decode "$work/a6.pdf" >"$work/a6" && good_codes "$work/a6" 7
}
a6_slips
tell "slips on A6 decode" $?

# Behind the symbols stands the language; the meeting takes the code with it.
language_slips() {
	local code
	meeting language &&
		"$stemmeboks" slips "$work/language" --count 9 --lang en \
			-o "$work/language.pdf" >/dev/null &&
		decode "$work/language.pdf" >"$work/codes" &&
		[ "$(grep -cE '^[0-9A-HJKMNP-TV-Z]{20}EN$' "$work/codes")" -eq 9 ] &&
		sed 's/EN$//' "$work/codes" >"$work/symbols" &&
		good_codes "$work/symbols" 9 || return 1
	while read -r code; do
		"$stemmeboks" void "$work/language" </dev/stdin >/dev/null \
			<<<"$code" || return 1
	done <"$work/codes"
	! "$stemmeboks" slips "$work/language" --count 9 --lang tr \
		-o "$work/turkish.pdf" >/dev/null 2>"$work/why" &&
		grep -q 'no language "tr"' "$work/why" &&
		[ "$(printed "$work/language")" -eq 9 ]
}
language_slips
tell "slips with a language decode to their token and its letters" $?

"$stemmeboks" slips "$work/sixty" --test -o "$work/test.pdf" >/dev/null
! decode "$work/test.pdf" >"$work/none" 2>"$work/why" &&
	[ ! -s "$work/none" ] && grep -q 'does not decode' "$work/why"
tell "the decoder fails loudly where a page holds no single code" $?

# The smallest thing that fills a disk: files may grow to 100 blocks only.
full_disk() {
	meeting full
	(
		trap '' XFSZ
		ulimit -f 140
		"$stemmeboks" slips "$work/full" --count 500 \
			-o "$work/full.pdf"
	) >/dev/null 2>"$work/why" && return 1
	grep -q 'no slip was made' "$work/why" &&
		[ "$(printed "$work/full")" -eq 0 ] &&
		! ls "$work"/full.pdf* >/dev/null 2>&1
}
full_disk
tell "a full disk leaves no slip in the roll and no file behind" $?

# Killed at any moment: the PDF with its right name is there only if all its
# slips are in the roll.
killed() {
	local wait
	for wait in 0.02 0.05 0.1 0.15 0.2 0.3 0.4; do
		rm -rf "$work"/killed*
		meeting killed
		timeout -s KILL $wait "$stemmeboks" slips "$work/killed" \
			--count 2000 -o "$work/killed.pdf" >/dev/null 2>&1
		if [ -e "$work/killed.pdf" ] &&
			[ "$(printed "$work/killed")" -ne 2000 ]; then
			return 1
		fi
		if [ "$(printed "$work/killed")" -eq 2000 ] &&
			! ls "$work"/killed.pdf* >/dev/null 2>&1; then
			return 1
		fi
	done
}
killed 2>/dev/null
tell "killed while printing, roll and paper still agree" $?

# A signal in the middle of printing is held back until the PDF has its name:
# no file full of tokens is left under another one.
interrupted() {
	local wait signal
	for signal in INT TERM HUP; do
		for wait in 0.03 0.06 0.1 0.2; do
			rm -rf "$work"/held*
			meeting held
			timeout -s $signal $wait "$stemmeboks" slips \
				"$work/held" --count 2000 \
				-o "$work/held.pdf" >/dev/null 2>&1
			ls "$work"/held.pdf.?????? >/dev/null 2>&1 && return 1
			if [ -e "$work/held.pdf" ]; then
				[ "$(printed "$work/held")" -eq 2000 ]
			else
				[ "$(printed "$work/held")" -eq 0 ]
			fi || return 1
		done
	done
}
interrupted 2>/dev/null
tell "interrupted while printing, no file of tokens is left behind" $?

# Runs a command and writes its processor time in s and its memory in kB.
measured() {
	python3 -c '
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as out:
    print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=out)
sys.exit(code)' "$@"
}

ten_thousand() {
	meeting many
	measured "$work/used" "$stemmeboks" slips "$work/many" --count $many \
		-o "$work/many.pdf" >/dev/null 2>&1 &&
		[ "$(pdfinfo "$work/many.pdf" | awk '/^Pages/ { print $2 }')" \
			-eq $((many / 8)) ]
}
ten_thousand
tell "ten thousand slips are printed" $?
read -r seconds kilobytes <"$work/used"
echo "# $many slips: $seconds s of processor, $kilobytes kB"
# A build with sanitizers needs several times as much of both.
if ! grep -q __asan_init "$stemmeboks"; then
	[ "$kilobytes" -lt 51200 ]
	tell "in less than 50 MB" $?
	# Other work on the machine must not fail the check.
	most=9
	[ -z "${BENCH:-}" ] || most=3
	awk "BEGIN { exit !($seconds < $most) }"
	tell "in less than $most s" $?
fi

many_codes() {
	if [ -n "${BENCH:-}" ]; then
		decode "$work/many.pdf" >"$work/codes" &&
			good_codes "$work/codes" $many
		return
	fi
	for page in 1 613 1250; do
		FIRST=$page LAST=$((page + 1)) decode "$work/many.pdf"
	done >"$work/codes" && good_codes "$work/codes" 40
}
many_codes
part="a sample"
[ -z "${BENCH:-}" ] || part=all
tell "and $part of them decode" $?

echo "1..$number"
exit $failed
