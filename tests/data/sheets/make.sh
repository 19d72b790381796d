#!/bin/sh
# make.sh: makes the workbooks here anew with LibreOffice, from the .fods files,
# alone.csv, the template, and the template's workbooks of "stemmeboks new".
# The tests read what is kept in the tree: LibreOffice is only needed when a source
# changes (apt-get install --no-install-recommends libreoffice-calc).
set -eu
cd "$(dirname "$0")"
tree=$(cd ../../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# convert FORMAT FOLDER FILE: a CSV has semicolons, quotes and UTF-8.
convert() {
	case $3 in *.csv) filter=--infilter=CSV:59,34,76,1 ;; *) filter= ;; esac
	soffice "-env:UserInstallation=file://$work/profile" --headless $filter \
		--convert-to "$1" --outdir "$2" "$3" >/dev/null
}
# The right meeting with three mistakes: Forslag F3 and B6, Puljer F2.
sed -e 's|75\.000 kr\.|75.000 eller 80.000|' -e 's|>skip<|>hop over<|' \
	-e '/Cykelværksted/s|<text:p>lille<|<text:p>lile<|' \
	evening.fods >"$work/three.fods"
for format in xlsx ods; do
	convert "$format" . "$work/three.fods"
	for book in evening.fods wrong.fods alone.csv; do
		convert "$format" . "$book"
	done
	mkdir -p "template-$format"
	convert "$format" "template-$format" "$tree/assets/template/proposals.csv"
	convert "$format" "template-$format" "$tree/assets/template/funding.csv"
	# The template as one workbook, opened and saved.
	"$tree/build/stemmeboks" new "$work/new-$format" --sheet "$format" >/dev/null
	mkdir -p "saved-$format"
	convert "$format" "saved-$format" "$work/new-$format/meeting.$format"
done
