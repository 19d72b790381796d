#!/bin/sh
# Makes the demo meeting and shows it: kiosk and hall in two windows, fullscreen
# where nothing but a bare display runs; without any display, a whole evening
# with simulated residents (tests/lib/evening.py). run.sh BUILD
set -eu
cd "$(dirname "$0")/../.."
build=$1
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
	echo "There is no screen here: the meeting is held without one."
	exec python3 tests/lib/evening.py "$build" demo
fi
rm -rf demo
mkdir demo
meeting=demo/bolbro.stemmeboks
"$build/stemmeboks" build assets/demo -o $meeting
"$build/stemmeboks" slips $meeting --count 60 -o demo/slips.pdf
tools/dev/decode-slips.sh demo/slips.pdf >demo/codes.txt
"$build/stemmeboks" ready $meeting
"$build/stemmeboks" open $meeting

# The part of the desktop that panels leave free: x, y, width and height.
work_area() {
	xprop -root _NET_WORKAREA 2>/dev/null |
		sed -n 's/^[^=]*= *\([0-9]*\), *\([0-9]*\), *\([0-9]*\), *\([0-9]*\).*/\1 \2 \3 \4/p'
}

# Kiosk and hall beside each other in an area of X Y WIDTH HEIGHT, with room
# for their frames: the kiosk 16 by 10 and twice as wide as the hall, 16 by 9.
place_windows() {
	gap=16 bar=48
	kiosk_w=$((($3 - 3 * gap) * 2 / 3))
	if [ $((kiosk_w * 10 / 16)) -gt $(($4 - bar - gap)) ]; then
		kiosk_w=$((($4 - bar - gap) * 16 / 10))
	fi
	hall_w=$(($3 - 3 * gap - kiosk_w))
	if [ $hall_w -gt $kiosk_w ]; then hall_w=$kiosk_w; fi
	kiosk_window="--window ${kiosk_w}x$((kiosk_w * 10 / 16))+$(($1 + gap))+$(($2 + bar))"
	hall_window="--window ${hall_w}x$((hall_w * 9 / 16))+$(($1 + 2 * gap + kiosk_w))+$(($2 + bar))"
}

# On a desktop there is a window manager, and two windows are handier.
if [ -n "${WAYLAND_DISPLAY:-}" ]; then
	kiosk_window='--window 1280x800' hall_window='--window 640x360'
elif xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; then
	# shellcheck disable=SC2046
	set -- "$1" $(work_area)
	place_windows "${2:-0}" "${3:-0}" "${4:-1280}" "${5:-720}"
else
	kiosk_window='' hall_window='--display 1'
fi
# shellcheck disable=SC2086
"$build/stemmeboks-hall" $meeting $hall_window ||
	echo "The hall is not shown: it wants a display of its own." >&2 &
hall=$!
trap 'kill $hall 2>/dev/null || true' EXIT
echo
echo "Vote at the kiosk. To close and see the result on the hall, in another terminal:"
echo "  $build/stemmeboks close $meeting && $build/stemmeboks count $meeting"
# shellcheck disable=SC2086
"$build/stemmeboks-kiosk" $meeting --demo demo/codes.txt $kiosk_window
