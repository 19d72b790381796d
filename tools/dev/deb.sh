#!/bin/sh
# deb.sh BUILD: the Debian package, made in BUILD/deb from the files of this tree.
set -eu
cd "$(dirname "$0")/../.."
build=$1/deb
version=$(sed -n 's/^VERSION *?= *//p' Makefile)
source=$build/stemmeboks-$version
rm -rf "$build"
mkdir -p "$source"
# The tree as it is, without what was built; the day is that of its last commit.
if git rev-parse --git-dir >/dev/null 2>&1; then
	git ls-files -co --exclude-standard
else
	find . -type f ! -path './build/*' -printf '%P\n'
fi | while read -r file; do [ ! -e "$file" ] && [ ! -L "$file" ] || echo "$file"; done |
	tar -c -T - | tar -x -C "$source"
changed=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y Makefile)
cp -r assets/debian "$source/debian"
# What the tree needs to build stands in one list.
needed=$(sed '/^# to read aloud/,$d; s/#.*//' tools/dev/packages.txt |
	grep -v '^build-essential$' | paste -sd, | sed 's/,,*/, /g; s/^, //; s/, $//')
sed "s/@BUILD_DEPENDS@/$needed/" assets/debian/control.in >"$source/debian/control"
rm "$source/debian/control.in"
cat >"$source/debian/changelog" <<END
stemmeboks ($version) stable; urgency=medium

  * Built from the tree.

 -- $(sed -n 's/^Maintainer: //p' assets/debian/control.in)  $(LC_ALL=C date -u -R -d "@$changed")
END
(cd "$source" && dpkg-buildpackage -us -uc -b >../build.log 2>&1) || {
	tail -n 30 "$build/build.log" >&2
	exit 1
}
rm -rf "$source"
ls "$build"/*.deb
