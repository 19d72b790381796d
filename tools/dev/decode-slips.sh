#!/bin/sh
# The codes on printed slips, as a scanner sees them: one token a line, with its
# language behind it if it has one, in the order of the serials.
#
#   tools/dev/decode-slips.sh slips.pdf > codes
#
# Every slip is cut out of the page and decoded alone. Fails, and says where,
# when a place holds print but no code that can be read. FIRST and LAST (pages)
# in the environment limit it to a part of a long PDF.
set -eu

pdf=${1:?usage: decode-slips.sh slips.pdf}
dpi=150
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

say() { printf 'decode-slips: %s\n' "$*" >&2; }

# The document says which layout of slip_layout.c it has; all in mm.
layout=$(pdfinfo "$pdf" | awk '/^Subject:/ { print $2 }')
case $layout in
a4) columns=2 rows=4 slip_w=105 slip_h=74.25 tear=60 ;;
a6) columns=1 rows=1 slip_w=105 slip_h=148 tear=119 ;;
choices-a6) columns=2 rows=2 slip_w=105 slip_h=148.5 tear=134.25 ;;
choices-a5) columns=2 rows=1 slip_w=148.5 slip_h=210 tear=195.75 ;;
choices-a4) columns=1 rows=1 slip_w=210 slip_h=297 tear=282.75 ;;
*)
	say "$pdf: not a print of voting slips"
	exit 1
	;;
esac

# Without the edge, where cut marks are: a place with no slip is then all white.
edge=4
cell=0
while [ $cell -lt $((columns * rows)) ]; do
	box=$(awk -v c=$cell -v n=$columns -v w=$slip_w -v h=$slip_h \
		-v t=$tear -v e=$edge -v dpi=$dpi 'BEGIN {
			mm = dpi / 25.4; x = c % n * w; y = int(c / n) * h
			printf "-x %d -y %d -W %d -H %d", (x + e) * mm,
				(y + e) * mm, (w - 2 * e) * mm, (t - e - 1) * mm
		}')
	# shellcheck disable=SC2086 # the box is several words
	pdftoppm -q -r $dpi -gray ${FIRST:+-f "$FIRST"} ${LAST:+-l "$LAST"} \
		$box "$pdf" "$work/$cell" </dev/null
	cell=$((cell + 1))
done

# Files are named CELL-PAGE.pgm; slips go page by page.
(cd "$work" && ls -- *.pgm) | sort -t- -k2,2n -k1,1n >"$work/all"

# A page is printed from its first place on, so blank ones end the last page.
# Dark pixels: bytes 0-127 of the picture.
last_page=$(tail -n 1 "$work/all" | cut -d- -f2)
while read -r name; do
	if [ "${name#*-}" = "$last_page" ] &&
		[ "$(LC_ALL=C tr -d '\200-\377\n 0-9P' <"$work/$name" |
			wc -c)" -eq 0 ]; then
		continue
	fi
	echo "$work/$name"
done <"$work/all" >"$work/printed"
places=$(wc -l <"$work/printed")
if [ "$places" -eq 0 ]; then
	say "$pdf: no slip is printed on it"
	exit 1
fi

decode() { zbarimg --nodbus -q --raw -Sdisable -Sqrcode.enable "$@" 2>/dev/null; }

# zbarimg fails when one of many holds no code; which one is looked for below.
xargs -r -d '\n' zbarimg --nodbus -q --raw -Sdisable -Sqrcode.enable \
	<"$work/printed" >"$work/codes" 2>/dev/null || true
if [ "$(wc -l <"$work/codes")" -ne "$places" ]; then
	while read -r place; do
		[ "$(decode "$place" | wc -l)" -eq 1 ] && continue
		name=$(basename "$place" .pgm)
		say "$pdf: page ${name#*-}, slip $((${name%-*} + 1)) of" \
			"$((columns * rows)) does not decode"
	done <"$work/printed"
	exit 1
fi
cat "$work/codes"
