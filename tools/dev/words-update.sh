#!/bin/bash
# Brings the catalogues in assets/lang in line with the words in the source.
#
#   words-update.sh               merge new words into every LL.po, drop dead ones
#   words-update.sh --check [LL]  change nothing; name every word a catalogue
#                                 (or only LL.po) lacks, has only as a guess, or
#                                 spoils a placeholder of, and every header that
#                                 is wrong
#   words-update.sh --template    print all words
#   words-update.sh --residents   print those that residents see
#
# English is the source: en.po holds a header and no words, and stays so. Danish
# has every word, the organisers' too; every other language those of residents
# and no others. The files carry no places and no dates, so that only words change
# in them; what --residents prints names the file, which tells the screen.
set -eu
cd "$(dirname "$0")/../.."
domain=stemmeboks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
template=$work/$domain.pot
residents=$work/residents.pot

# What residents see or hear: these folders and files (of what is printed, slips
# and the posters on the wall), and the sentences of those statuses that their
# screens name.
shown='kiosk/voter kiosk/words kiosk/hall kiosk/ears tools/slips
	tools/paper/paper_wall*.c'
statuses=kiosk/core/status.def
# What explains a count step by step is for those who ask, and what organisers did
# and checked for them: Danish and English.
unshown='^kiosk/words/\(explain\|act_words\|check_words\)\.c$'

sources() { find "$@" -name '*.c' -o -name '*.def' | LC_ALL=C sort; }

# Names the files named on standard input, or a copy where there are comments to
# translators: in it the statement behind such a comment is one line, as xgettext
# only sees a comment in the line just before the word.
flatten() {
	local file files told
	mapfile -t files
	told=" $(grep -l TRANSLATORS: "${files[@]}" | tr '\n' ' ')"
	for file in "${files[@]}"; do
		case $told in
		*" $file "*)
			mkdir -p "$work/flat/${file%/*}"
			awk '/TRANSLATORS:/ { told = 1 }
				told == 2 { printf "%s", $0; if (/[;{}]$/) { print ""; told = 0 }
					else printf " "; next }
				{ print }
				told == 1 && /\*\/$/ { told = 2 }' \
				"$file" >"$work/flat/$file"
			file=$work/flat/$file ;;
		esac
		echo "$file"
	done
}

# The keys in the files named on standard input: all that words.h marks, in
# programs and tables alike.
extract() {
	flatten | xgettext --files-from=- --language=C --from-code=UTF-8 \
		--default-domain=$domain --output="$1" --force-po \
		--keyword --keyword=_ --keyword=N_ \
		--keyword=words_get --keyword=words_plural:1,2 \
		--flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
		--flag=words_get:1:pass-c-format \
		--flag=words_plural:1:pass-c-format \
		--flag=words_plural:2:pass-c-format \
		--add-comments=TRANSLATORS --add-location=file \
		--package-name=$domain
	sed -i -e '/^"POT-Creation-Date:/d' -e 's/CHARSET/UTF-8/' \
		-e 's/^#\. \* /#. /' -e "/^#:/s|$work/flat/||g" \
		-e "/^#:/s|$work/status.def|$statuses|g" "$1"
}

extract_residents() {
	local place named places=()
	for place in $shown; do
		if [ -e "$place" ]; then places+=("$place"); fi
	done
	: >"$work/status.def"
	if [ -d kiosk/voter ]; then
		named=$(grep -rhoE 'STATUS_[A-Z_]+' kiosk/voter | sort -u)
		for named in $named; do
			grep -E "^STATUS\(${named#STATUS_}," $statuses || true
		done >"$work/status.def"
	fi
	{
		[ ${#places[@]} = 0 ] || sources "${places[@]}" | grep -v "$unshown"
		echo "$work/status.def"
	} | extract "$residents"
}

# The words that a catalogue has to have.
wanted() {
	case $1 in
	*/da.po) echo "$template" ;;
	*) echo "$residents" ;;
	esac
}

# What the header of PO has in FIELD; a long one is written in several lines.
field() {
	msgcat --no-wrap --force-po "$1" |
		sed -n "s/^\"$2: *\(.*\)\\\\n\"\$/\1/p" | head -n 1
}

# The header of PO: its language, that language's plural forms as the tables in
# kiosk/words have them, and room for the two residents who have read it.
check_header() {
	local po=$1 code row rule
	code=$(basename "$po" .po)
	if [ "$(field "$po" Language)" != "$code" ]; then
		echo "$po: its header does not say \"Language: $code\""
		return 1
	fi
	case $code in da | en) return 0 ;; esac
	row=$(sed -n "s/^LANGUAGE(\"$code\",.* \([A-Z_]*\))\$/\1/p" \
		kiosk/words/language.def)
	rule=$(sed -n "s/^PLURAL($row, \"\(.*\)\")\$/\1/p" kiosk/words/plural.def)
	if [ -z "$rule" ] || [ "$(field "$po" Plural-Forms)" != "$rule" ]; then
		echo "$po: its Plural-Forms are not those of kiosk/words/plural.def: $rule"
		return 1
	fi
	if ! grep -q '^"X-Review-1:' "$po" || ! grep -q '^"X-Review-2:' "$po"; then
		echo "$po: its header has no X-Review-1 and X-Review-2"
		return 1
	fi
}

check() {
	local failed=0 po state
	for po in assets/lang/${1:-*}.po; do
		msgfmt --check --check-accelerators=_ -o /dev/null "$po" ||
			failed=1
		check_header "$po" || failed=1
		[ "$po" = assets/lang/en.po ] && continue
		msgcmp "$po" "$(wanted "$po")" 2>/dev/null && continue
		failed=1
		echo "$po lacks these words, or has them only as a guess:"
		msgmerge --quiet --no-fuzzy-matching "$po" "$(wanted "$po")" \
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
			-o "$work/merged.po" "$po" "$(wanted "$po")"
		msgattrib --no-obsolete --no-location -o "$work/new.po" \
			"$work/merged.po"
		cmp -s "$work/new.po" "$po" || cat "$work/new.po" >"$po"
		echo "$po: $(msgfmt --statistics -o /dev/null "$po" 2>&1)"
	done
}

mode=${1:-merge}
case $mode in
--check | --template | --residents | merge) ;;
*) sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
[ "$mode" = --residents ] || sources kiosk tools | extract "$template"
[ "$mode" = --template ] || extract_residents
case $mode in
--check) check "${2:-}" ;;
--template) cat "$template" ;;
--residents) cat "$residents" ;;
merge) merge ;;
esac
