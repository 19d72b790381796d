#!/bin/sh
# Installs what tools/dev/packages.txt lists and this machine lacks, and says so;
# what only developers need, with "all" alone. install-packages.sh [all]
set -eu
list=$(dirname "$0")/packages.txt
if [ "${1:-}" = all ]; then wanted=$(cat "$list"); else
	wanted=$(sed '/^# for developers/,$d' "$list")
fi
missing=
for package in $(echo "$wanted" | sed 's/#.*//'); do
	case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
	"install ok installed") ;;
	*) missing="$missing $package" ;;
	esac
done
[ -n "$missing" ] || exit 0
echo "Stemmeboks installs these Debian packages:$missing"
if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
	echo "Run this as root, or install sudo first." >&2
	exit 1
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
if ! { $as_root apt-get update &&
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
		--no-install-recommends $missing; } >"$log" 2>&1; then
	tail -n 20 "$log" >&2
	echo "The packages could not be installed; the last lines above say why." >&2
	exit 1
fi
echo "Installed."
