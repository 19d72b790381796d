#!/bin/bash
# Brings the catalogues in assets/lang in line with the words in the source.
#
#   words-update.sh           merge new words into every LL.po, drop dead ones
#   words-update.sh --check   change nothing; name every word a catalogue lacks,
#                             has only as a guess, or spoils a placeholder of
#
# English is the source: en.po holds a header and no words, and stays so. The
# files carry no line numbers and no dates, so that only words change in them.
set -eu
cd "$(dirname "$0")/../.."
domain=stemmeboks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
template=$work/$domain.pot

# A catalogue's keys: all that words.h marks, in programs and tables alike.
extract() {
	find kiosk tools -name '*.c' -o -name '*.def' | LC_ALL=C sort |
		xgettext --files-from=- --language=C --from-code=UTF-8 \
			--default-domain=$domain --output="$template" \
			--keyword --keyword=_ --keyword=N_ \
			--keyword=words_get --keyword=words_plural:1,2 \
			--flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
			--flag=words_get:1:pass-c-format \
			--flag=words_plural:1:pass-c-format \
			--flag=words_plural:2:pass-c-format \
			--add-comments=TRANSLATORS --no-location \
			--package-name=$domain
	sed -i -e '/^"POT-Creation-Date:/d' -e 's/CHARSET/UTF-8/' "$template"
}

check() {
	local failed=0 po state
	for po in assets/lang/*.po; do
		msgfmt --check --check-accelerators=_ -o /dev/null "$po" ||
			failed=1
		[ "$po" = assets/lang/en.po ] && continue
		msgcmp "$po" "$template" 2>/dev/null && continue
		failed=1
		echo "$po lacks these words, or has them only as a guess:"
		msgmerge --quiet --no-fuzzy-matching "$po" "$template" \
			>"$work/merged.po"
		for state in untranslated only-fuzzy; do
			msgattrib --$state --no-obsolete --no-wrap \
				"$work/merged.po" |
				sed -n '/^msgid/,/^msgstr/{/^msgstr/!p}' |
				sed '1d'
		done
	done
	return $failed
}

merge() {
	local po
	for po in assets/lang/*.po; do
		[ "$po" = assets/lang/en.po ] && continue
		msgmerge --quiet --no-fuzzy-matching --no-location \
			-o "$work/merged.po" "$po" "$template"
		msgattrib --no-obsolete --no-location -o "$work/new.po" \
			"$work/merged.po"
		cmp -s "$work/new.po" "$po" || cat "$work/new.po" >"$po"
		echo "$po: $(msgfmt --statistics -o /dev/null "$po" 2>&1)"
	done
}

extract
case ${1:-} in
--check) check ;;
--template) cat "$template" ;;
"") merge ;;
*) echo "words-update.sh [--check | --template]" >&2; exit 2 ;;
esac
