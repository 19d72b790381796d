#!/bin/sh
# install.sh BUILD DESTDIR PREFIX DATADIR: programs, words, fonts, man pages.
set -eu
cd "$(dirname "$0")/../.."
build=$1 bin=$2$3/bin data=$2$4 man=$2$3/share/man/man1
install -d "$bin" "$data/fonts" "$man"
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
install -m 644 assets/man/*.1 "$man"
echo "Installed in $bin, $data and $man."
