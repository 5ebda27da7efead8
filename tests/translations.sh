#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Messages in Vietnamese: the catalogue is whole, people see it, and what
# programs read is the same in every language.
. "${srcdir:-.}/tests/lib.sh"

command -v msgfmt >/dev/null || skip_all 'no msgfmt'
[ -f "$builddir/po/vi/LC_MESSAGES/tracuu.mo" ] ||
	skip_all 'built without translations (--disable-nls)'

# ---- the catalogue ----

if msgfmt --check --statistics -o /dev/null "$srcdir/po/vi.po" \
	2>"$scratch/said" && ! grep -Eq 'untranslated|fuzzy|warning' "$scratch/said"
then
	pass 'po/vi.po translates all that it has, formats agree'
else
	fail 'po/vi.po translates all that it has, formats agree'
	comment "$scratch/said"
fi
if command -v xgettext >/dev/null &&
   (unset MAKEFLAGS MFLAGS MAKELEVEL
    make -C "$builddir" --silent po/tracuu.pot) >"$scratch/said" 2>&1; then
	if msgcmp "$srcdir/po/vi.po" "$builddir/po/tracuu.pot" \
		2>"$scratch/said"; then
		pass 'and all that the sources say'
	else
		fail 'and all that the sources say (make update-po)'
		comment "$scratch/said"
	fi
else
	skip 'and all that the sources say' 'no xgettext'
fi

# ---- what people see ----

# C.UTF-8 is the one locale that every machine has; LANGUAGE decides in it.
vi() {
	env LANGUAGE=vi TRACUU_LOCALEDIR="$builddir/po" "$@"
}
english() {
	env LANGUAGE=en TRACUU_LOCALEDIR="$builddir/po" "$@"
}
if ! vi "$tracuu" --help | grep -q 'Cách dùng'; then
	skip_rest='this C library keeps LANGUAGE out of C.UTF-8'
	if [ "$(getconf GNU_LIBC_VERSION 2>/dev/null)" ]; then
		fail "Vietnamese where LANGUAGE=vi ($skip_rest)"
	else
		skip 'Vietnamese' "$skip_rest"
	fi
	done_testing
	exit
fi

cd "$scratch" || exit 1
"$import" --db demo --quiet "$srcdir/corpus/dump" 2>/dev/null

# holds DESCRIPTION TEXT COMMAND...: what a command prints has TEXT
holds() {
	description=$1
	text=$2
	shift 2
	"$@" >"$scratch/actual" 2>&1
	if grep -qF -e "$text" "$scratch/actual"; then
		pass "$description"
	else
		fail "$description"
		comment "$scratch/actual"
	fi
}
holds 'the help' 'Tìm trong kho tin bài' vi "$tracuu" --help
holds 'that of the importer' 'Nạp các trang đã thu thập' vi "$import" --help
holds 'a total' 'bài, hiện từ 1 đến 2' \
	vi "$tracuu" --db demo --limit=2 chi bộ
holds 'a note' "không bài nào có 'kỉ'; đã tìm 'kỷ'" \
	vi "$tracuu" --db demo kỉ luật
holds 'an error' "không có kho 'none'" vi "$tracuu" --db none tin
holds 'an error of a query' 'cột 1: ngoặc đơn chưa đóng' \
	vi "$tracuu" --db demo '(tin'
expect_output 'and the look at its place' \
	sh -c "LANGUAGE=vi TRACUU_LOCALEDIR='$builddir/po' \
		'$tracuu' --db demo 'tin )' 2>&1 | tail -n 2" <<'EOF'
tin )
    ^
EOF
holds 'what is wrong with a value' 'năm phải có bốn chữ số' \
	vi "$tracuu" --db demo ngay:5/23
holds 'facts' '(in là ' vi "$tracuu" --db demo show --facts \
	"$("$tracuu" --db demo --format=ids --limit=1 'so:01-KL/TW')"
holds 'counts of the importer' 'bản chụp: 0 nạp mới' \
	vi "$import" --db demo "$srcdir/corpus/dump"
if command -v gettext >/dev/null; then
	holds 'what a crawl says' 'không phải địa chỉ' \
		vi "$srcdir/tools/tracuu-crawl" a.vn
else
	skip 'what a crawl says' 'no gettext(1)'
fi
holds 'the state of an archive' 'đang dùng' vi "$import" --db demo --stats
holds 'the locale decides, also where it is not installed' 'Cách dùng' \
	env LC_ALL=vi_VN.UTF-8 TRACUU_LOCALEDIR="$builddir/po" "$tracuu" --help
holds 'another language has English' 'Usage: tracuu' \
	env LC_ALL=fr_FR.UTF-8 TRACUU_LOCALEDIR="$builddir/po" "$tracuu" --help
holds 'the C locale is English' 'Usage: tracuu' \
	env LC_ALL=C LANGUAGE=vi TRACUU_LOCALEDIR="$builddir/po" "$tracuu" --help

for program in "$tracuu" "$import" "$srcdir/tools/tracuu-crawl"; do
	name=${program##*/}
	if [ "$name" = tracuu-crawl ] && ! command -v gettext >/dev/null; then
		skip 'tracuu-crawl' 'no gettext(1)'
		continue
	fi
	vi "$program" --help >"$scratch/help"
	vi "$program" --help | grep -o '^  --[a-z-]*' >"$scratch/a"
	english "$program" --help | grep -o '^  --[a-z-]*' >"$scratch/b"
	if cmp -s "$scratch/a" "$scratch/b" &&
	   [ "$(wc -L <"$scratch/help")" -le 80 ]; then
		pass "the help of $name has every option, and fits"
	else
		fail "the help of $name has every option, and fits"
		diff "$scratch/a" "$scratch/b" | comment
		wc -L "$scratch/help" | comment
	fi
done

# ---- what programs read ----

# same DESCRIPTION COMMAND...: in both languages, to the byte
same() {
	description=$1
	shift
	vi "$@" >"$scratch/a" 2>/dev/null
	english "$@" >"$scratch/b" 2>/dev/null
	if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
		pass "$description is the same in every language"
	else
		fail "$description is the same in every language"
		diff "$scratch/a" "$scratch/b" | comment
	fi
}
id=$("$tracuu" --db demo --format=ids --limit=1 'so:01-KL/TW')
for format in json jsonl csv tsv ids bibtex csl ris; do
	same "$format" "$tracuu" --db demo --format=$format kỉ luật
done
for format in json csv tsv svg; do
	same "timeline in $format" "$tracuu" --db demo timeline \
		--format=$format đảng
done
for format in json csv tsv dot graphml; do
	same "cites in $format" "$tracuu" --db demo cites --format=$format \
		18-NQ/TW
done
same 'facets in json' "$tracuu" --db demo facets --format=json đảng
same 'an article in json' "$tracuu" --db demo show --format=json "$id"
same 'an explained query in json' "$tracuu" --explain-query --format=json soor
same 'words in json' "$tracuu" analyze --format=json 'Hoà bình'
same 'scores in json' "$tracuu" --db demo explain --format=json "$id" đảng
for arguments in 'show none' '(tin' '--limit=x tin' '--db=none tin'; do
	# shellcheck disable=SC2086
	same "the error of $arguments" "$tracuu" --db demo --format=json \
		$arguments
done
same 'a dry run' "$import" --dry-run "$srcdir/corpus"
same 'a check in json' "$import" --db demo --verify --json
same 'statistics in json' "$import" --db demo --stats --json

# an archive and the list of what is not in it
mkdir pages
printf 'x' >pages/short.txt
printf '\037\213\010cut' >pages/cut.gz
printf '{"url":\n' >pages/lines.jsonl
head -c 4096 /dev/zero >pages/zeros.html
cp "$srcdir/corpus/dump/bentre-so-tay-dien-tu.txt" pages
for language in vi english; do
	$language "$import" --db "in-$language" --quiet pages 2>/dev/null
done
if [ -s in-vi/rejects.jsonl ] &&
   cmp -s in-vi/rejects.jsonl in-english/rejects.jsonl; then
	pass 'rejects.jsonl is the same in every language'
else
	fail 'rejects.jsonl is the same in every language'
	diff in-vi/rejects.jsonl in-english/rejects.jsonl | comment
fi
"$import" --db in-vi --dump >dump-vi 2>/dev/null
"$import" --db in-english --dump >dump-english 2>/dev/null
sed 1d dump-vi >"$scratch/a"
sed 1d dump-english >"$scratch/b"
if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
	pass 'and so is the archive'
else
	fail 'and so is the archive'
	diff "$scratch/a" "$scratch/b" | comment
fi

done_testing
