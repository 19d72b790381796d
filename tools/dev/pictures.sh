#!/bin/bash
# The pictures of the README, from the real programs: holds the demo evening
# without a screen and keeps some of its screens. pictures.sh BUILD
set -eu
cd "$(dirname "$0")/../.."
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 tests/lib/evening.py "$build" "$work" >"$work/evening.log" 2>&1 || {
	tail "$work/evening.log" >&2
	exit 1
}

# Few colours and no dates: the same screens give the same file.
keep() { convert "$1" -strip -define png:exclude-chunks=date,time -resize "$2" -dither None -colors 96 "assets/pictures/$3.png"; }

# What the evening calls it; its name in assets/pictures.
while read -r from name; do
	keep "$work/screens/$from.png" 960x "$name"
done <<'END'
kiosk-attract-open    kiosk-scan
kiosk-choose-da-3-3   kiosk-choose
kiosk-review-da       kiosk-review
kiosk-thanks-da       kiosk-thanks
kiosk-panel-hall      kiosk-panel
hall-welcome          hall-welcome
hall-pitch-1-runs     hall-pitch
hall-open-all         hall-open
hall-count-runs       hall-count
hall-result-1         hall-result
END
pdftoppm -png -r 80 -f 1 -l 1 -singlefile "$work/slips.pdf" "$work/slips"
convert "$work/slips.png" -crop x468+0+0 +repage "$work/slips.png"
keep "$work/slips.png" 662x slips
