#!/bin/sh
# install.sh BUILD DESTDIR PREFIX DATADIR: programs, words, fonts, man pages, and
# what a desktop knows them by.
set -eu
cd "$(dirname "$0")/../.."
build=$1 bin=$2$3/bin share=$2$3/share data=$2$4
install -d "$bin" "$data/fonts" "$share/man/man1"
install -m 755 "$build/stemmeboks" "$build/stemmeboks-kiosk" "$build/stemmeboks-hall" "$bin"
install -m 644 fonts/* "$data/fonts"
for catalogue in "$build"/lang/*/LC_MESSAGES/stemmeboks.mo; do
	language=${catalogue#"$build/lang/"}
	install -D -m 644 "$catalogue" "$data/lang/$language"
done
install -m 644 "$build/lang/residents.pot" "$data/lang"
install -d "$data/assets/template/images"
install -m 644 assets/template/*.* "$data/assets/template"
install -m 644 assets/template/images/* "$data/assets/template/images"
install -d "$data/assets/template/sheet"
install -m 644 assets/template/sheet/* "$data/assets/template/sheet"
# A machine that boots into the kiosk; nothing of it acts before it is asked to.
units=$2$3/lib/systemd/system
install -d "$units" "$data/boot"
for file in assets/systemd/* assets/boot/*; do
	case $file in assets/systemd/*) folder=$units ;; *) folder=$data/boot ;; esac
	sed "s|@DATADIR@|$4|g" "$file" >"$folder/${file##*/}"
	chmod 644 "$folder/${file##*/}"
done
install -m 644 assets/man/*.1 "$share/man/man1"
install -D -m 644 -t "$share/applications" assets/desktop/*.desktop
install -D -m 644 -t "$share/mime/packages" assets/desktop/stemmeboks.xml
install -D -m 644 -t "$share/icons/hicolor/scalable/apps" assets/desktop/stemmeboks.svg
echo "Installed in $bin, $data, $units and $share."
