#!/bin/sh
# clang-tidy over all sources with the Makefile's own flags; any warning fails.
set -eu
cd "$(dirname "$0")/../.."
make --no-print-directory -s build/gen/schema.h
flags="-std=c11 -D_GNU_SOURCE -Ikiosk -I. -Ibuild/gen -DSTEMMEBOKS_DATADIR=\"/usr/local/share/stemmeboks\" \
$(pkg-config --cflags sdl2 SDL2_image SDL2_ttf fribidi cairo pangocairo sqlite3 jansson inih libsodium libqrencode)"
git ls-files -co --exclude-standard 'kiosk/*.c' 'tools/*.c' |
	xargs -P 2 -n 4 sh -c 'clang-tidy --quiet --warnings-as-errors="*" "$@" -- '"$flags"' 2>/dev/null' sh
echo "tidy: no warnings"
