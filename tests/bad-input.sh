#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Whatever comes: its exit status, one clear line, nothing lost.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
pages=$scratch/pages
mkdir "$pages" "$pages/deep"
article='Chi bộ thôn Đông họp thường kỳ

Ngày 5/3/2024, Chi bộ thôn Đông tổ chức sinh hoạt thường kỳ tháng 3, bàn về
việc nạo vét kênh mương và trồng lại hàng cây ven đường làng.

Các đảng viên thống nhất giao mỗi tổ một đoạn kênh, làm xong trước ngày mùa.'
printf '%s\n' "$article" >"$pages/good.txt"
: >"$pages/empty.txt"
printf '  \n\n \t\n' >"$pages/blank.txt"
head -c 4096 /dev/urandom >"$pages/noise.bin"
printf '%%PDF-1.7\n%%\342\343\317\323\n1 0 obj\n' >"$pages/report.pdf"
printf '\320\317\021\340\241\261\032\341rest of a Word file' >"$pages/old.doc"
printf 'PK\003\004rest of a zip' >"$pages/new.docx"
printf '%s\n\200\376\n' "$article" >"$pages/broken-utf8.txt"
truncate -s 100M "$pages/huge.txt"
mkfifo "$pages/fifo"
ln -s .. "$pages/deep/loop"

expect_exit 0 'bad files do not stop an import' \
	timeout 60 "$import" --json --db "$db" "$pages"
cp "$scratch/actual" "$scratch/counts"

expect_output 'the counts add up' jq \
	'.captures == .imported + .replaced + .unchanged + .duplicates + .rejected' \
	"$scratch/counts" <<'EXPECTED'
true
EXPECTED

# expect_reject FILE REASON
expect_reject() {
	got=$(jq -r --arg f "pages/$1" 'select(.source == $f) | .reason' \
		"$db/rejects.jsonl")
	if [ "$got" = "$2" ]; then
		pass "$1 is rejected as $2"
	else
		fail "$1 is rejected as $2"
		echo "# got '$got'"
	fi
}
expect_reject empty.txt empty
expect_reject blank.txt empty
expect_reject noise.bin binary
expect_reject report.pdf unsupported-type
expect_reject old.doc unsupported-type
expect_reject new.docx unsupported-type
expect_reject huge.txt too-large
expect_reject fifo special-file
expect_reject deep/loop loop
expect_output 'every reject says what type it was' sh -c \
	"jq -r 'select(.reason == \"unsupported-type\") | .detail != \"\"' '$db/rejects.jsonl' | sort -u" \
	<<'EXPECTED'
true
EXPECTED

expect_output 'the good page is found' sources "$db" 'nạo vét kênh mương' \
	<<'EXPECTED'
pages/good.txt
EXPECTED

expect_error 3 'no-such-file' 'a missing argument' \
	"$import" --quiet --db "$db" "$scratch/no-such-file"
expect_exit 3 'a missing argument among good ones' \
	"$import" --quiet --db "$db" "$scratch/no-such-file" "$pages/good.txt"
expect_error 2 'nothing to import' 'no argument' "$import" --db "$db"
expect_error 2 '--frobnicate' 'an unknown option of the importer' \
	"$import" --frobnicate x
expect_error 2 '--frobnicate' 'an unknown option' "$tracuu" --frobnicate x

# queries
# A message and, where it names a column, a look at the query.
bad_query() {
	timeout 10 "$tracuu" --db "$db" -- "$2" >"$scratch/actual" \
		2>"$scratch/stderr"
	status=$?
	if [ "$status" -eq 2 ] && [ ! -s "$scratch/actual" ] &&
	   head -n 1 "$scratch/stderr" | grep -qF -- "$1"; then
		pass "refused: $(printf %.40s "$2" | tr -d '\000-\037')"
	else
		fail "refused: $(printf %.40s "$2") (exit $status)"
		comment "$scratch/stderr"
	fi
}
bad_query 'column 1' 'khong:x'
bad_query 'column 1' '"chi bộ'
bad_query 'column 1' '(chi bộ'
bad_query 'column 3' 'a )'
bad_query 'column' 'ngay:31/2/2023'
bad_query 'column' 'ngay:2023..2021'
bad_query 'column 1' 'so:'
bad_query 'column 13' 'so:01-KL/TW,'
bad_query 'column 4' 'so:*'
bad_query 'no blank goes behind' 'so:1-NQ/TW, 2-NQ/TW'
bad_query 'column 3' 'a NEAR/0 b'
bad_query 'column 7' 'a NEAR'
bad_query 'missing before the bracket' 'a ( )'
bad_query 'without an opening' 'a OR )'
bad_query 'column 1' '@ten'
bad_query 'U+001B' "$(printf 'a\033[31m')"
bad_query 'U+009B' "$(printf 'a\302\2331m')"
bad_query 'ask for fewer' "$(printf '%10000s' '' | tr ' ' '(')"
bad_query 'more than 64 deep' "$(printf '%100sa%100s' '' '' | tr ' ' '(')"
bad_query 'joined by NEAR' "$(yes 'a NEAR' | head -n 100 | tr '\n' ' ') a"
bad_query 'more than 2048' "$(yes 'a-' | head -n 8000 | tr -d '\n')"
bad_query 'more than 1024' "$(yes 'a ' | head -n 1025 | tr -d '\n')"
for query in "$(yes 'a ' | head -n 1024 | tr -d '\n')" \
	"$(yes 'a OR' | head -n 511 | tr '\n' ' ') a"; do
	expect_exit 0 "as many words as may be: $(printf %.8s "$query")" \
		"$tracuu" --explain-query "$query"
done
bad_query 'nothing to search for' '*'
expect_output 'a caret points at the place' sh -c \
	"'$tracuu' --db '$db' 'họp (xã' 2>&1" <<'EXPECTED'
tracuu: column 5: the bracket is not closed
họp (xã
    ^
EXPECTED
# looks_at DESCRIPTION QUERY <<EXPECTED: what is told of a bad one
looks_at() {
	query=$2
	expect_output "$1" sh -c '"$1" --db "$2" -- "$3" 2>&1' sh "$tracuu" \
		"$db" "$query"
}
looks_at 'a control character is seen' "$(printf 'a\033[31mbộ')" <<'EXPECTED'
tracuu: column 2: control character U+001B; take it out
a\x1B[31mbộ
 ^
EXPECTED
looks_at 'a byte that is no text is' "$(printf 'họp \377(\376')" <<'EXPECTED'
tracuu: column 5: byte 7 of the query, 0xFF, is not UTF-8
họp \xFF(\xFE
    ^
EXPECTED
looks_at 'what is seen before the place counts' \
	"$(printf '\001ho\314\243p\302\205 \357\277\275a\341\273')" <<'EXPECTED'
tracuu: column 9: byte 14 of the query, 0xE1, is not UTF-8
\x01họp\x85 �a\xE1\xBB
              ^
EXPECTED
looks_at 'a mark of direction' "$(printf 'a\330\234b\342\200\256c (x')" \
	<<'EXPECTED'
tracuu: column 6: the bracket is not closed
a\u061Cbc (x
          ^
EXPECTED
expect_output 'and JSON has the column' sh -c \
	"'$tracuu' --db '$db' --format=json 'họp (xã' | jq .error.column" <<'EXPECTED'
5
EXPECTED
expect_exit 0 'one letter and a star' "$tracuu" --db "$db" --limit=0 'k*'
expect_exit 0 'a thousand words' timeout 20 "$tracuu" --db "$db" --limit=1 \
	"$(yes 'kênh' | head -n 1000 | tr '\n' ' ')"
bad_query 'nothing to search for' '?!... --'
bad_query 'nothing to search for' ''
# the commands that count answer as the search does; an empty query is all
for query in '*' '""' '...' '@' '-' ','; do
	for command in count timeline facets 'compare chi'; do
		# shellcheck disable=SC2086 # words
		expect_error 2 'nothing to search for' "$command of $query" \
			"$tracuu" --db "$db" $command -- "$query"
	done
done
expect_output 'an empty query is every article' \
	"$tracuu" --db "$db" count '' <<EXPECTED
$("$tracuu" --db "$db" count)
EXPECTED
expect_output 'and so it is where a page has counts beside it' \
	sh -c "'$tracuu' --db '$db' --facets=year --limit=0 | head -n 1" <<EXPECTED
$("$tracuu" --db "$db" facets | head -n 1)
EXPECTED
expect_output 'and where some are chosen by chance' \
	sh -c "'$tracuu' --db '$db' --sample=1 --format=ids | wc -l" <<EXPECTED
1
EXPECTED
expect_output 'and marks with a filter are what it finds' \
	"$tracuu" --db "$db" --from=2024 count '*' <<EXPECTED
$("$tracuu" --db "$db" --from=2024 count)
EXPECTED
# the longest argument that Linux passes has 128 kB
expect_error 2 '16384 are allowed' 'a query of 100 kB' \
	"$tracuu" --db "$db" -- "$(head -c 100000 /dev/zero | tr '\0' a)"
long=$(head -c 100000 /dev/zero | tr '\0' a)
expect_error 2 '16384 are allowed' 'a query of 1 MB, in ten words' \
	"$tracuu" --db "$db" -- "$long" "$long" "$long" "$long" "$long" \
	"$long" "$long" "$long" "$long" "$long"
expect_error 2 'without quotation marks' 'a number that closes its own' \
	"$tracuu" --db "$db" cites '05-CT/TW” x“'
# behind -- nothing is an option, nor a subcommand
for word in --help --version --limit=1 --db=/ --frobnicate -0 show; do
	"$tracuu" --db "$db" --format=json -- kênh "$word" >"$scratch/actual" \
		2>"$scratch/stderr"
	status=$?
	if [ $status -le 1 ] && [ "$(jq -r .query.text "$scratch/actual")" = \
		"kênh $word" ]; then
		pass "behind --: $word"
	else
		fail "behind --: $word (exit $status)"
		comment "$scratch/actual" "$scratch/stderr"
	fi
done
expect_exit 3 'a path behind -- is no option' \
	"$import" --quiet --db "$db" -- --help
bad_query 'column 5: byte 7 of the query, 0xFF, is not UTF-8' \
	"$(printf 'bộ a\377')"
expect_error 2 '--limit=-1' 'a limit below 0' "$tracuu" --db "$db" --limit=-1 x
expect_error 2 '--limit=' 'a limit above all' \
	"$tracuu" --db "$db" --limit=1000000000000 x
expect_exit 0 'a limit of 0' "$tracuu" --db "$db" --limit=0 kênh
expect_error 2 '--from=' 'an impossible day' \
	"$tracuu" --db "$db" --from=31/2/2023 x
expect_error 2 'ends before it begins' 'a range that runs backwards' \
	"$tracuu" --db "$db" --from=2024 --to=2020 x
expect_exit 1 'a range of one day' \
	"$tracuu" --db "$db" --from=2024-02-29 --to=2024-02-29 xyzzy
expect_exit 1 'nothing found' "$tracuu" --db "$db" xyzzy
expect_exit 1 'a wildcard that nothing matches' "$tracuu" --db "$db" 'xyzzy*'
expect_error 20 'no longer' 'a format version of the past' \
	"$tracuu" --db "$db" --format-version=0 x
expect_error 21 'not known' 'a format version of the future' \
	"$tracuu" --db "$db" --format-version=2 x
expect_error 1 'no article' 'an id that is none of ours' \
	"$tracuu" --db "$db" show 0000000000000000
expect_error 2 'no id' 'no id at all' "$tracuu" --db "$db" show '../../etc'

# archives
expect_error 4 'create one with' 'no archive' "$tracuu" --db "$scratch/none" x
mkdir "$scratch/empty"
expect_error 4 'create one with' 'an empty directory' \
	"$tracuu" --db "$scratch/empty" x
"$import" --quiet --db "$scratch/barren" "$scratch/empty"
expect_error 2 'see --db' 'an archive without a name' "$tracuu" --db= x
expect_output 'an archive without articles' \
	sh -c "'$tracuu' --db '$scratch/barren' x 2>&1 >'$scratch/out'" <<'EXPECTED'
tracuu: the archive has no articles; import some with tracuu-import
EXPECTED
expect_output 'and why nothing was found needs no more words' \
	"$tracuu" --db "$scratch/barren" x <<'EXPECTED'
0 articles
EXPECTED
cp -r "$db" "$scratch/cut"
for table in "$scratch/cut"/gen-0001/*.glass; do
	truncate -s 5000 "$table"
done
expect_error 6 'archive' 'a truncated archive' "$tracuu" --db "$scratch/cut" x
# blocks that say they are newer than the table: of no commit that ever was
"$import" --quiet --db "$scratch/newer" "$srcdir/corpus/dump" 2>/dev/null
for block in 12 11 10 9 8 7 6 5 4 3 1 0; do
	printf '0000' | dd of="$scratch/newer/gen-0001/postlist.glass" bs=1 \
		seek=$((block * 8192)) conv=notrunc 2>/dev/null
	[ $block -ne 1 ] ||
		expect_error 6 'damaged' 'blocks of a wrong age' \
			timeout 10 "$tracuu" --db "$scratch/newer" 'kênh mương'
done
expect_output 'and the first of them, which cannot be told from a change' \
	sh -c "'$tracuu' --db '$scratch/newer' x 2>&1" <<EXPECTED
tracuu: archive '$scratch/newer': it was changed while it was read; try again; if it stays so while nothing is imported, 'tracuu-import --db $scratch/newer --verify' says why
EXPECTED
cp -r "$db" "$scratch/gone"
rm -r "$scratch/gone/gen-0001"
expect_error 6 'missing' 'an archive without its tables' \
	"$tracuu" --db "$scratch/gone" x
expect_error 6 'missing' 'an import into it' \
	"$import" --quiet --db "$scratch/gone" "$pages/good.txt"
cp -r "$db" "$scratch/stub"
echo 'remote :tcp evil.example:80' >"$scratch/stub/XAPIANDB"
expect_error 6 'only generations' 'a stub that leads elsewhere' \
	"$tracuu" --db "$scratch/stub" x
echo 'auto ../archive/gen-0001' >"$scratch/stub/XAPIANDB"
expect_error 6 'only generations' 'a stub that leads out of the archive' \
	"$tracuu" --db "$scratch/stub" x
printf 'auto gen\377\n' >"$scratch/stub/XAPIANDB"
expect_error 6 'only generations' 'a stub that is no text' \
	"$tracuu" --db "$scratch/stub" --format=ids x
if command -v xapian-metadata >/dev/null; then
	cp -r "$db" "$scratch/other"
	xapian-metadata set "$scratch/other/gen-0001" tracuu-schema 999
	expect_error 7 'newer version' 'an archive of a later schema' \
		"$tracuu" --db "$scratch/other" x
	expect_error 7 'newer version' 'an import into one' \
		"$import" --quiet --db "$scratch/other" "$pages/good.txt"
	xapian-metadata set "$scratch/other/gen-0001" tracuu-schema 1
	expect_error 7 '--rebuild --from-archive' 'an archive of an older schema' \
		"$tracuu" --db "$scratch/other" x
	expect_error 7 '--rebuild --from-archive' 'an import into one' \
		"$import" --quiet --db "$scratch/other" "$pages/good.txt"
else
	skip 'an archive of another schema' 'no xapian-metadata'
fi

# the lock of another writer, ours and Xapian's
hold() {
	"$builddir/tests/hold-lock" "$1" >"$scratch/held" &
	holder=$!
	while [ ! -s "$scratch/held" ] && kill -0 "$holder"; do sleep 0.1; done
}
release() {
	kill "$holder"
	wait "$holder" 2>/dev/null
	rm "$scratch/held"
}
hold "$db/gen-0001/flintlock"
expect_error 5 'another program' 'a second writer' \
	"$import" --quiet --db "$db" "$pages/good.txt"
expect_exit 0 'readers need no lock' "$tracuu" --db "$db" kênh
release
hold "$db/lock"
expect_error 5 "process $holder is writing" 'a second importer' \
	"$import" --quiet --db "$db" "$pages/good.txt"
expect_error 5 'waited 1 s' 'a second importer that waits' \
	"$import" --quiet --lock-timeout=1 --db "$db" "$pages/good.txt"
expect_error 2 'not a number of seconds' 'a timeout that is none' \
	"$import" --quiet --lock-timeout=soon --db "$db" "$pages/good.txt"
expect_exit 0 'readers go on' "$tracuu" --db "$db" kênh
release
expect_exit 0 'the lock went with its holder' \
	"$import" --quiet --db "$db" "$pages/good.txt"

# output
expect_error 74 'cannot write' 'a full disk' sh -c \
	"'$tracuu' --db '$db' kênh >/dev/full"
expect_error 74 'cannot write' 'a full disk, JSON' sh -c \
	"'$tracuu' --db '$db' --format=json kênh >/dev/full"
expect_error 74 'cannot write' 'a full disk for help' sh -c \
	"'$tracuu' --help >/dev/full"
expect_output 'head is quiet' sh -c \
	"'$tracuu' --db '$db' kênh 2>&1 | head -n 1" <<'EXPECTED'
1 article
EXPECTED
expect_output 'an error in JSON' sh -c \
	"'$tracuu' --db '$scratch/none' --format=json x | jq -r .error.code" \
	<<'EXPECTED'
no-archive
EXPECTED
expect_output 'nothing found is still a document' sh -c \
	"'$tracuu' --db '$db' --format=json xyzzy | jq -c '[.total.value, .hits]'" \
	<<'EXPECTED'
[0,[]]
EXPECTED

# changes
printf '%s\n\nThêm một đoạn mới về cầu treo.\n' "$article" >"$pages/good.txt"
expect_output 'a changed page replaces its article' \
	"$import" --db "$db" "$pages/good.txt" <<'EXPECTED'
1 capture: 0 imported, 1 replaced, 0 unchanged, 0 duplicates, 0 rejected
EXPECTED
expect_output 'and is found by what is new' sources "$db" '"cầu treo"' \
	<<'EXPECTED'
good.txt
EXPECTED

done_testing
