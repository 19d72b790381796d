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

# On a desktop there is a window manager, and two windows are handier.
if xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' ||
	[ -n "${WAYLAND_DISPLAY:-}" ]; then
	kiosk_window='--window 1280x800' hall_window='--window 640x360'
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
