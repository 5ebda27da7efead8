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
holds 'an empty LANGUAGE is as none' 'Cách dùng' \
	env LC_ALL=vi_VN.UTF-8 LANGUAGE= TRACUU_LOCALEDIR="$builddir/po" \
	"$tracuu" --help
holds 'another language has English' 'Usage: tracuu' \
	env LC_ALL=fr_FR.UTF-8 TRACUU_LOCALEDIR="$builddir/po" "$tracuu" --help
holds 'the C locale is English' 'Usage: tracuu' \
	env LC_ALL=C LANGUAGE=vi TRACUU_LOCALEDIR="$builddir/po" "$tracuu" --help

# tools/quickstart runs before there is a gettext: expect_say WORD VARIABLE...
sed -n '/^# say /,/^}/p' "$srcdir/tools/quickstart" >"$scratch/say"
echo 'say english vietnamese' >>"$scratch/say"
expect_say() {
	wanted=$1
	shift
	expect_output "quickstart: $*" env -u LC_ALL -u LC_MESSAGES \
		-u LANG -u LANGUAGE "$@" \
		bash "$scratch/say" <<END

== $wanted
END
}
if command -v bash >/dev/null; then
	expect_say vietnamese LANG=vi_VN.UTF-8
	expect_say vietnamese LANG=vi_VN.UTF-8 LANGUAGE=
	expect_say vietnamese LANG=C.UTF-8 LANGUAGE=fr:vi
	expect_say vietnamese LANG=en_US.UTF-8 LC_MESSAGES=vi_VN.UTF-8
	expect_say english LANG=vi_VN.UTF-8 LANGUAGE=en:vi
	expect_say english LANG=vi_VN.UTF-8 LC_ALL=C
	expect_say english LANG=C LANGUAGE=vi
	expect_say english LANGUAGE=vi LANG=
else
	skip 'quickstart' 'no bash'
fi

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

# ---- nothing is left in English ----

# Names of closed lists (roles, rules, reasons, kinds, facets ...), but those
# that are Vietnamese syllables as well; and words that English cannot do
# without.
sed -n 's/^msgid "\([a-z][a-z-]*\)"$/\1/p' "$srcdir/po/vi.po" |
	grep -vxE 'so|phong|truong|none|organ' >"$scratch/names"
printf '%s\n' the of is are was not and or with from for which there here \
	has have no it its cannot give choose see must may than this that \
	unknown file directory column memory >"$scratch/english"

# vietnamese DESCRIPTION COMMAND...: says something, and nothing in English
vietnamese() {
	description=$1
	shift
	vi "$@" >"$scratch/actual" 2>&1 </dev/null
	# options, file names and what stands in quotation marks are no words
	sed "s/--[a-z0-9-]*//g; s/'[^']*'//g; s/[A-Za-z0-9_.-]*[/.][A-Za-z0-9_/.-]*//g" \
		"$scratch/actual" | tr -cs 'A-Za-z\200-\377-' '\n' |
		grep -xFf "$scratch/names" -f "$scratch/english" >"$scratch/left"
	if [ -s "$scratch/actual" ] && [ ! -s "$scratch/left" ]; then
		pass "$description has no English"
	else
		fail "$description has no English"
		sort -u "$scratch/left" | comment
		head -n 5 "$scratch/actual" | comment
	fi
}
id=$("$tracuu" --db demo --format=ids --limit=1 'so:01-KL/TW')
mkdir pages
printf 'x' >pages/short.txt
printf '\037\213\010cut' >pages/cut.gz
printf '{"url":\n' >pages/lines.jsonl
printf '{"url":"http://a.vn/"%s\n' ',"body":"b"}' ' x}' ',}' ',"a":"\q"}' \
	>pages/broken.jsonl
for pack in gzip bzip2 xz; do
	tar c -C "$srcdir/corpus" html/onecms 2>/dev/null | $pack | head -c 3000 \
		>"pages/cut.$pack"
done
tar c -C "$srcdir/corpus" html/onecms 2>/dev/null | gzip |
	tr '\200-\210' '\220-\230' >pages/damaged.tar.gz
head -c 4096 /dev/zero >pages/zeros.html
: >pages/empty.html
cp "$srcdir/corpus/dump/bentre-so-tay-dien-tu.txt" pages
vi "$import" --db rejected --quiet pages "$srcdir/corpus/html" 2>/dev/null
vietnamese 'the report of rejects' "$import" --db rejected --report=rejects
vietnamese 'that of conflicts' "$import" --db rejected --report=conflicts
ls -d "$PWD"/pages/* pages/none >names
vietnamese 'what is not indexed' "$import" --db rejected --not-indexed=names
vietnamese 'facts and rejects of a dry run' \
	"$import" --dry-run --explain pages "$srcdir/corpus/dump"
vietnamese 'a check' "$import" --db demo --verify
"$import" --db demo --dump=dump
for broken in '1s/,"/,,"/' '1s/$/x/' '1s/.$//' '1s/articles":/&9999999999999999999/' \
	'1s/"tool":"/&\o377/'; do
	LC_ALL=C sed "$broken" dump >broken
	vietnamese "a dump after $broken" "$import" --db new --restore=broken
done
cp -r demo cut
for table in cut/gen-*/*.glass; do
	truncate -s 5000 "$table"
done
# Xapian's own words stand in brackets
vi "$tracuu" --db cut tin 2>&1 | sed 's/ (Xapian: [^)]*)//' >cut.said
vietnamese 'damage' cat cut.said
vietnamese 'statistics' "$import" --db demo --stats
vietnamese 'an article with its facts' "$tracuu" --db demo show --facts "$id"
vietnamese 'an explained hit' "$tracuu" --db demo explain "$id" đảng ủy xã
vietnamese 'an explained query' "$tracuu" --explain-query \
	'a NEAR b "c d" e* OR -f tieude:g donvi:h so:1-NQ/TW loai:CT ngay:2021'
vietnamese 'facets' "$tracuu" --db demo facets
vietnamese 'facets in facets' "$tracuu" --db demo facets \
	--facets=year/type,site/unit,issuer/number
vietnamese 'an empty answer' "$tracuu" --db demo zzz chugn
vietnamese 'citations' "$tracuu" --db demo cites 18-NQ/TW
vietnamese 'a timeline' "$tracuu" --db demo timeline đảng
vietnamese 'a comparison' "$tracuu" --db demo compare đảng đoàn
vietnamese 'words' "$tracuu" analyze 'Hoà bình, của 12'

set -f
while read -r arguments; do
	# shellcheck disable=SC2086
	vietnamese "the error of tracuu $arguments" \
		"$tracuu" --db demo $arguments
done <<'EOF'
( a
"a
a NEAR/0 b
NEAR
so:
so:!!
so:*
foo:a
ngay:x
ngay:31/2/2023
ngay:2023..2021
loai:zzz
@x
*
--limit=-1 a
--limit=x a
--by=x a
--by=year a
count --kwic=3 a
--seed=3 a
--accessed=2024-05-01 a
--accessed=2024 --format=ris a
--facets=year --format=csv a
--print-schema a
--format=x a
--format=svg a
--format-version=9 a
--max-query-bytes=1 abc
--max-memory=1 abc
--after=x a
--sample=3 a
--from=2023 --to=2021 a
--config=none a
--limti=3 a
-z a
show
show x
show 0000000000000000
explain
cites
cites x
compare a
analyze
--db none a
--db /etc/passwd a
EOF
while read -r arguments; do
	# shellcheck disable=SC2086
	vietnamese "the error of tracuu-import $arguments" \
		"$import" --db demo $arguments
done <<'EOF'
--
none
--jobs=0 x
--shards=x x
--report=x
--raw=12
--raw=0000000000000000
--missing=x x
--rollback
--rollback=9
--tolerance=x x
--verify=x
--delete
--delete x
--takedown x
--restore=none
--dump=/none/x
--progress=x x
--charset=x x
--json-keys=x x
--explain x
--rollback 3
--print-schema=x
--reason=x y
--stats --shards=2
--retry-rejected x
--stats x
--rebuild
--config=none x
--jbos=2 x
--db none --stats
--db /etc/passwd x
EOF
set +f
vietnamese 'the error of tracuu-crawl' "$srcdir/tools/tracuu-crawl" a.vn

# ---- where the catalogue is ----

if [ -L "$builddir/tracuu" ] || [ ! -d "$builddir/po" ]; then
	skip 'a program in its build tree finds it' 'not built here'
else
	holds 'a program in its build tree finds it' 'Cách dùng' \
		env LANGUAGE=vi "$tracuu" --help
fi
holds 'a directory that has none is English' 'Usage: tracuu' \
	env LANGUAGE=vi TRACUU_LOCALEDIR="$scratch" "$tracuu" --help

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
