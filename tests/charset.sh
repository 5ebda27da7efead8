#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Pages in the old encodings yield what the same pages yield in UTF-8.
. "${srcdir:-.}/tests/lib.sh"

# The plain dumps of corpus/, with quotes and dashes that every one of these
# encodings has.
mkdir "$scratch/plain"
for file in "$srcdir"/corpus/dump/*.txt; do
	sed 's/[“”]/"/g; s/[‘’]/'"'"'/g; s/[–—‑]/-/g; s/…/.../g; s/[•·]/*/g; s/²/2/g' "$file" \
		>"$scratch/plain/$(basename "$file")"
done

# encode NAME: those that iconv can write in it
encode() {
	mkdir -p "$scratch/$1"
	for file in "$scratch"/plain/*.txt; do
		iconv -f UTF-8 -t "$1" "$file" >"$scratch/page" 2>/dev/null &&
			cp "$scratch/page" "$scratch/$1/$(basename "$file")"
	done
}

# titles DIR [OPTION...]: file, title and text of each article
titles() {
	dir=$1
	shift
	"$import" --dry-run "$@" "$dir" 2>/dev/null |
		jq -r '[(.source | sub(".*/"; "")), .title, .text] | @tsv' | sort
}
titles "$scratch/plain" >"$scratch/utf8"

# same_as_utf8 DIR DESCRIPTION [OPTION...]: every page comes out the same
same_as_utf8() {
	dir=$1
	description=$2
	shift 2
	titles "$dir" "$@" >"$scratch/got"
	pages=$(find "$dir" -name '*.txt' | wc -l)
	same=$(comm -12 "$scratch/utf8" "$scratch/got" | wc -l)
	if [ "$pages" -gt 5 ] && [ "$same" -eq "$pages" ]; then
		pass "$description ($same pages)"
	else
		fail "$description ($same of $pages pages)"
		comm -13 "$scratch/utf8" "$scratch/got" | cut -c1-100 | comment
	fi
}
for charset in TCVN5712-1 VISCII WINDOWS-1258; do
	if iconv -l | grep -qi "$charset"; then
		encode "$charset"
		same_as_utf8 "$scratch/$charset" "$charset is told by its spelling"
	else
		skip "$charset" 'iconv does not know it'
	fi
done
same_as_utf8 "$scratch/VISCII" '--charset=viscii' --charset=viscii
mkdir "$scratch/twice"
for file in "$scratch"/plain/*.txt; do
	iconv -f ISO-8859-1 -t UTF-8 "$file" >"$scratch/twice/$(basename "$file")"
done
same_as_utf8 "$scratch/twice" 'UTF-8 encoded twice'
expect_error 2 'not known' 'an encoding that is none' \
	"$import" --charset=klingon "$srcdir/corpus"

# Articles in English are in none of these encodings, and a list is no text.
if [ -x "$builddir/tests/eval/charset" ]; then
	files=$(find "$srcdir/corpus/dump" -name '*.txt' ! -name '*english*' \
		! -name '*danh-sach*' | sort)
	# shellcheck disable=SC2086
	expect_exit 0 'of mixed documents 99 in 100 are told right, none wrong' \
		"$builddir/tests/eval/charset" --floor 25 $files
else
	skip 'mixed documents' 'no tests/eval/charset'
fi
done_testing
