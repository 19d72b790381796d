#!/bin/sh
# Checks that no layer of the program includes what it may not know (README.md,
# Architecture). Prints each forbidden include; exit 1 if there is one.
set -eu
cd "$(dirname "$0")/../.."

# layer: what its files may include of the project
allowed() {
	case $1 in
	core) echo core ;;
	rules) echo 'core rules' ;;
	words) echo 'core words' ;;
	store) echo 'core store' ;;
	roll) echo 'core store roll' ;;
	counting) echo 'core rules store counting' ;;
	machine) echo 'core store machine' ;;
	scan) echo 'core scan' ;;
	ears) echo 'core ears' ;;
	ui) echo 'core ui' ;;
	voter) echo 'core words ui voter' ;;
	panel) echo 'core words ui panel' ;;
	hall) echo 'core words ui hall' ;;
	app) echo 'core rules words store roll counting machine scan ears ui voter panel hall app' ;;
	tools) echo 'core rules words store roll counting machine tools' ;;
	esac
}
# library header: the layers that may include it
libraries='sqlite3.h:store SDL:scan,ears,ui,app jansson.h:store,tools,app libintl.h:words
qrencode.h:ui,tools cairo:ui,tools pango:tools fribidi:ui ini.h:tools csv.h:tools
zip.h:tools expat.h:tools
gmp.h:rules libpq-fe.h:roll zbar.h:scan linux/videodev2.h:scan
sodium:core,store,roll,machine,scan,ears,tools,app espeak-ng:ears systemd/:app'

bad=0
for layer in core rules words store roll counting machine scan ears ui voter panel hall app tools; do
	case $layer in tools) folder=tools ;; *) folder=kiosk/$layer ;; esac
	files=$(git ls-files -co --exclude-standard "$folder/*.[ch]" "$folder/*.def")
	for include in $(grep -ohE '^#include "[a-z]+/' $files 2>/dev/null |
		sed 's/.*"//;s,/,,' | sort -u); do
		case " $(allowed $layer) " in
		*" $include "*) ;;
		*)
			echo "$layer may not include $include:"
			grep -nE "^#include \"$include/" $files
			bad=1
			;;
		esac
	done
	for row in $libraries; do
		case ,${row#*:}, in *,$layer,*) continue ;; esac
		if grep -nE "^#include <([a-zA-Z0-9_-]+/)*${row%%:*}" $files 2>/dev/null; then
			echo "$layer may not use ${row%%:*}"
			bad=1
		fi
	done
done
[ $bad = 0 ] && echo "layers: nothing points back"
exit $bad
