#!/bin/sh
# seeds.sh BUILD: meeting files to begin with, in BUILD/fuzz-corpus/meeting. They
# are made by the programs of the day, as a file of another version is refused
# before anything in it is read.
set -eu
cd "$(dirname "$0")/../.."
build=$1 folder=$1/fuzz-corpus/meeting
# What fontconfig keeps until the end is no finding.
export ASAN_OPTIONS=detect_leaks=0
rm -rf "$folder"
mkdir -p "$folder" "$build/fuzz-corpus/work"
make_one() {
	work=$build/fuzz-corpus/work/$1.stemmeboks
	rm -rf "$work"*
	"$build/stemmeboks" build assets/template -o "$work" >/dev/null
	"$build/stemmeboks" slips "$work" --count 3 -o "$work.pdf" >/dev/null
	"$build/stemmeboks" ready "$work" >/dev/null
	"$build/stemmeboks" open "$work" >/dev/null
	[ "$1" = open ] || "$build/stemmeboks" close "$work" >/dev/null
	cp "$work" "$folder/$1"
}
make_one open
make_one closed
rm -rf "$build/fuzz-corpus/work"
