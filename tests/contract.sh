#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What callers build on: every JSON output fits the schema, every exit status
# is reached, limits hold, and nothing that happens meanwhile goes unsaid.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
"$import" --quiet --db "$db" "$srcdir/corpus" 2>/dev/null

search() {
	"$tracuu" --db "$db" "$@"
}

# ---- the schema

docs=$scratch/docs
mkdir "$docs"
documents=0

# document NAME ARGUMENT...: keeps what is printed, to be checked below
document() {
	name=$1
	shift
	documents=$((documents + 1))
	search --format=json "$@" >"$docs/$name.$documents.json" 2>/dev/null
}

lines() {
	name=$1
	shift
	documents=$((documents + 1))
	search --format=jsonl "$@" >"$docs/$name.$documents.json" 2>/dev/null
}

document search 'chi bộ'
document search nghi quyet --limit=100 --facets=number,type,issuer,unit,year,site
document search '"sổ tay"' --snippet=0
document search xyzzy ngay:2020
document search --match=all chugn
document search --undated --limit=0
document search 'soor tay'
document search --timeout-ms=60000 'chi bộ'
document search --after="$(search --format=json --limit=1 chi | jq -r .next)" \
	--limit=1 chi
lines jsonl 'chi bộ'
lines jsonl ngay:2021..
lines jsonl xyzzy
lines jsonl --limit=3 'tuc chon chung'
lines jsonl '"chi bộ'
lines jsonl --db "$scratch/none" chi
lines jsonl --frobnicate
document kwic --kwic=20 'sổ tay'
document kwic --kwic=20 --kwic-sort=left xyzzy
lines kwic-jsonl --kwic=20 'sổ tay'
lines kwic-jsonl --kwic=20 --kwic-sort=right xyzzy
lines kwic-jsonl --kwic=20 '('
document count count 'chi bộ'
document count count xyzzy
document count count
document timeline timeline
document timeline timeline --by=year '"chi bộ"'
document timeline timeline --by=quarter xyzzy
document compare compare chi 'sổ tay'
document compare compare --by=year chi xyzzy so:05-CT/TW
document facets facets
document facets facets --facets=year/type,unit/number 'chi bộ'
document facets facets xyzzy
document cites cites 05-CT/TW
document cites cites 9999-NQ/TW
for id in $(search --format=ids --limit=70 --to=9999) \
	$(search --format=ids --undated); do
	document show show "$id"
done
document explain explain "$id" chi bộ thôn
document explain explain "$id" xyzzy
# a word that every article has, once in a long one, weighs next to nothing
seq 1000 | jq -c '{url: "https://a.example/\(.)", title: "Số \(.) họp",
	date: "2024-03-05", body: ("Chi bộ số \(.) ngày 5/3/2024 họp bàn việc " +
	"làm đường \(. * 7), đảng viên \(. * 13) dự và biểu quyết " +
	"\(. * 17) việc, giao xong lúc \(. * 3) giờ." + if . == 1 then
	([range(900) | " Thôn \(.) đắp kênh \(. + 9)."] | add) else "" end)}' \
	>"$scratch/many.jsonl"
"$import" --quiet --db "$scratch/many" "$scratch/many.jsonl"
"$tracuu" --db "$scratch/many" --format=json explain "$("$tracuu" \
	--db "$scratch/many" --format=ids --limit=1 kênh)" kênh đường \
	>"$docs/explain.many.json"
is 'a share without weight is left out' \
	"$(jq -c '[.shares[] | .weight > 0] | unique' "$docs/explain.many.json")" \
	'[true]'
document analyze analyze 'Đảng uỷ xã 5'
document explain-query --explain-query 'chi bộ (mẫu OR "bốn tốt") -loai:CT'
document explain-query --explain-query soor tay
document explain-query count --explain-query
document error show 0000000000000000
document error count '"'
document error --format-version=9 chi
document error --limit=ten chi
document error timeline --by=week
document error cites foo

# refused CODE ARGUMENT...: so says the importer, to a program
refused() {
	code=$1
	shift
	documents=$((documents + 1))
	"$import" --json "$@" >"$docs/error.$documents.json" 2>"$scratch/stderr"
	status=$?
	if [ "$(jq -r .error.code "$docs/error.$documents.json")" = "$code" ] &&
	   [ ! -s "$scratch/stderr" ]; then
		pass "the importer: $status, $code"
	else
		fail "the importer: $code (exit $status)"
		comment "$docs/error.$documents.json" "$scratch/stderr"
	fi
}
refused usage
refused usage --jbos=3 x
refused usage --jobs=none --json x
refused usage --report=nothing --db "$db"
refused no-archive --stats --db "$scratch/none"
refused bad-input --raw=12 --db "$db"
refused bad-input --files0-from="$(printf 'a\377')" --db "$db"
search --format=csl --limit=70 --accessed=2024-05-01 --to=9999 |
	jq -c . >"$docs/csl.all.json"
search --format=csl xyzzy | jq -c . >"$docs/csl.none.json"

python=/usr/bin/python3
"$tracuu" --print-schema >"$scratch/schema.json"
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
	skip 'every document fits the schema' 'no python3-jsonschema'
else
	"$python" "$srcdir/tests/contract.py" "$scratch/schema.json" "$docs" \
		>"$scratch/checked" 2>"$scratch/stderr"
	grep -v "$(printf '\tok$')" "$scratch/checked" >"$scratch/unfit"
	if [ "$(wc -l <"$scratch/checked")" -gt 100 ] &&
	   [ ! -s "$scratch/unfit" ]; then
		pass 'every document fits the schema'
	else
		fail 'every document fits the schema'
		head -n 20 "$scratch/unfit" | comment
		comment "$scratch/stderr"
	fi
	# a check that can fail
	mkdir "$scratch/bad"
	search --format=json chi | jq -c '.total.value = "12"' \
		>"$scratch/bad/search.1.json"
	search --format=json chi | jq -c 'del(.generation)' \
		>"$scratch/bad/search.2.json"
	search --format=json chi | jq -c '.hits[0].colour = 1' \
		>"$scratch/bad/search.3.json"
	"$python" "$srcdir/tests/contract.py" "$scratch/schema.json" \
		"$scratch/bad" | grep -c "$(printf '\tok$')" >"$scratch/actual"
	if [ "$(cat "$scratch/actual")" -eq 0 ]; then
		pass 'and one that does not fit is found'
	else
		fail 'and one that does not fit is found'
	fi
fi
if cmp -s "$scratch/schema.json" "$srcdir/doc/tracuu.schema.json"; then
	pass 'the program prints the schema that is installed'
else
	fail 'the program prints the schema that is installed'
fi
for name in search jsonl kwic kwic-jsonl count timeline compare facets cites \
	show explain analyze explain-query csl error; do
	"$tracuu" --print-schema=$name | jq -r '.["$ref"]'
done >"$scratch/actual"
# shellcheck disable=SC2016
if [ "$(grep -c '^#/\$defs/[a-z]' "$scratch/actual")" -eq 15 ]; then
	pass 'and that of each output'
else
	fail 'and that of each output'
fi
expect_error 2 'choose one of search' 'a schema that there is none of' \
	"$tracuu" --print-schema=nothing

# the closed list of error codes is that of the sources
sed -n 's/.*\[TC_E_.*\] = { "\([a-z-]*\)", [0-9]* }.*/\1/p' \
	"$srcdir/src/base/error.c" | sort >"$scratch/a"
jq -r '.["$defs"].error.properties.error.properties.code.enum[]' \
	"$scratch/schema.json" | sort >"$scratch/b"
if [ -s "$scratch/a" ] && cmp -s "$scratch/a" "$scratch/b"; then
	pass 'the schema has every error code'
else
	fail 'the schema has every error code'
	diff "$scratch/a" "$scratch/b" | comment
fi

# ---- exit statuses (4, 6 and 7 also in bad-input.sh)

# both STATUS CODE DESCRIPTION ARGUMENT...: as text and as an error object
both() {
	wanted=$1
	code=$2
	description=$3
	shift 3
	expect_exit "$wanted" "$wanted: $description" "$tracuu" "$@"
	"$tracuu" --format=json "$@" >"$scratch/actual" 2>/dev/null
	status=$?
	if [ "$status" -eq "$wanted" ] &&
	   [ "$(jq -r .error.code "$scratch/actual")" = "$code" ]; then
		pass "$wanted: $description, $code"
	else
		fail "$wanted: $description, $code (exit $status)"
		comment "$scratch/actual"
	fi
}
# hint TEXT PROGRAM ARGUMENT...: what is said of an argument
hint() {
	text=$1
	shift
	expect_error 2 "$text" "$(basename "$1") $2: $text" "$@"
}
hint 'did you mean --limit?' "$tracuu" --limti=3 chi
hint 'did you mean --facets?' "$tracuu" --facest=type chi
hint "--zzzzzz'; see" "$tracuu" --zzzzzz chi
hint "--\\xFF\\x80'; see" "$tracuu" "--$(printf '\377\302\200')" chi
cursor=$(search --format=json --limit=1 chi | jq -r .next)
both 2 usage 'a cursor that is no text' --db "$db" \
	--after="$cursor$(printf '\377')" chi
hint '--format, --format-version' "$tracuu" --form=json chi
hint '--null takes no value' "$tracuu" --null=1 chi
hint '--limit has no value' "$tracuu" chi --limit
hint '--sample=0: give a number from 1' "$tracuu" --sample=0 --format=ids chi
hint '--max-expansion=0: give a number from 1' "$tracuu" --max-expansion=0 'chi*'
hint '--kwic=0: give a number from 1' "$tracuu" --kwic=0 chi
hint 'did you mean --jobs?' "$import" --jbos=3 x
hint "--\\xFF\\x80'; see" "$import" "--$(printf '\377\302\200')" x
hint "no option '-x'" "$import" -xy y
hint '--keep-generations=1.5: give a number' "$import" --compact \
	--keep-generations=1.5
hint '--restore has no value' "$import" --restore
hint 'the archive is empty' "$import" --db= x
hint 'choose one of conflicts' "$import" --db "$db" --report=nothing
hint 'do not go together' "$import" --db "$db" --dry-run --rebuild x
expect_error 3 "'12' is no article's id" 'a capture of no article' \
	"$import" --db "$db" --raw=12

expect_exit 0 '0: something found' "$tracuu" --db "$db" chi
expect_exit 1 '1: nothing found' "$tracuu" --db "$db" xyzzy
both 1 not-found 'no such article' --db "$db" show 0000000000000000
both 2 usage 'an unknown option' --db "$db" --frobnicate
both 2 bad-query 'a query that cannot be read' --db "$db" '(chi'
both 4 no-archive 'no archive' --db "$scratch/none" chi
cp -r "$db" "$scratch/cut"
for table in "$scratch/cut"/gen-*/*.glass; do
	truncate -s 5000 "$table"
done
both 6 damaged 'a damaged archive' --db "$scratch/cut" chi
if command -v xapian-metadata >/dev/null; then
	cp -r "$db" "$scratch/other"
	xapian-metadata set "$scratch/other"/gen-* tracuu-schema 999
	both 7 other-schema 'another schema' --db "$scratch/other" chi
else
	skip '7: another schema' 'no xapian-metadata'
fi
both 20 format-too-old 'a format of the past' --format-version=0 chi
both 21 format-too-new 'a format of the future' --format-version=2 chi
expect_exit 74 '74: a full disk' sh -c "'$tracuu' --db '$db' chi >/dev/full"
# 70 is a bug: tests/unit/test-base.c

# 3: an export whose time is up says so in its last line
"$tracuu" --db "$db" --format=jsonl --timeout-ms=1 chi >"$scratch/actual"
status=$?
if [ $status -eq 3 ] && tail -n 1 "$scratch/actual" | jq -e '.partial or
	.error.code == "partial"' >/dev/null; then
	pass '3: the time was up'
else
	fail "3: the time was up (exit $status)"
	tail -n 1 "$scratch/actual" | comment
fi
for command in timeline facets 'cites 05-CT/TW' 'count chi' '--kwic=20 chi' \
	'"chi bộ"'; do
	# whatever the machine makes of a millisecond: 0 and whole, or 3 and partial
	eval "search --format=json --timeout-ms=1 $command" >"$scratch/actual"
	status=$?
	partial=$(jq 'if .error then .error.code == "partial" else .partial end' \
		"$scratch/actual")
	case $status$partial in
	0false | 1false | 3true) pass "a millisecond for $command" ;;
	*)
		fail "a millisecond for $command (exit $status, $partial)"
		head -c 300 "$scratch/actual" | comment
		;;
	esac
done
# and where the format has no place for it, a line says so
while read -r arguments; do
	eval "search --timeout-ms=1 $arguments" >"$scratch/actual" 2>"$scratch/said"
	status=$?
	case $status$(grep -c 'the time was up' "$scratch/said") in
	00 | 10 | 31) pass "a millisecond for $arguments" ;;
	*)
		fail "a millisecond for $arguments (exit $status)"
		comment "$scratch/said"
		;;
	esac
done <<'EOF'
count chi
--format=ids chi
--format=csv chi
--format=tsv chi
--format=ris chi
--format=bibtex chi
--format=csl chi
--kwic=20 chi
--kwic=20 --format=csv chi
--format=csv timeline chi
--format=svg timeline chi
--format=csv facets chi
cites 05-CT/TW
--format=csv cites 05-CT/TW
--format=dot cites 05-CT/TW
--format=graphml cites 05-CT/TW
EOF
# a reader that does not read: the alarm ends the program all the same
mkfifo "$scratch/fifo"
# shellcheck disable=SC2217
sleep 10 <"$scratch/fifo" &
sleeper=$!
"$tracuu" --db "$db" --format=jsonl --timeout-ms=300 chi >"$scratch/fifo" \
	2>/dev/null
status=$?
kill $sleeper
wait $sleeper 2>/dev/null
if [ $status -eq 3 ]; then
	pass '3: a reader that does not read'
else
	fail "3: a reader that does not read (exit $status)"
fi

# ---- limits

expect_error 2 '3 are allowed' 'a query that is longer than allowed' \
	"$tracuu" --db "$db" --max-query-bytes=3 chim
expect_output 'a prefix that stands for more than it may' sh -c \
	"'$tracuu' --db '$db' --max-expansion=2 --limit=0 't*' 2>&1 >/dev/null |
	grep '^tracuu:'" <<'EXPECTED'
tracuu: 't*' stands for more than 2 words; the most frequent were taken
EXPECTED
# five hundred of them would take a small archive a quarter of a minute
expect_output 'many prefixes stand for fewer words each' sh -c \
	"'$tracuu' --db '$db' --limit=0 \"\$(yes 't* OR' | head -n 500 |
	tr '\n' ' ') x\" 2>&1 >/dev/null | grep '^tracuu:'" <<'EXPECTED'
tracuu: 't*' stands for more than 20 words; the most frequent were taken
EXPECTED
# "Krông", whose form without marks is a term of its own, and "Kring"
expect_output 'a word is one in any spelling' sh -c \
	"'$tracuu' --db '$db' --max-expansion=2 count 'kr*' 2>&1" <<'EXPECTED'
2
EXPECTED
wide=$(search count 't*' 2>/dev/null)
narrow=$(search --max-expansion=1 count 'xuâ*' 2>/dev/null)
all=$(search count 'xuâ*')
if [ "$wide" -gt 0 ] && [ "$narrow" -le "$all" ]; then
	pass 'fewer words, fewer articles'
else
	fail "fewer words, fewer articles ($wide, $narrow, $all)"
fi
if search --max-memory=1 --limit=10000 chi >"$scratch/actual" \
	2>"$scratch/stderr"; then
	skip '71: out of memory' 'the limit is not kept here'
elif [ $? -eq 71 ]; then
	pass '71: out of memory'
	is 'which says what to do' "$(cat "$scratch/stderr")" \
		'tracuu: out of memory; --max-memory sets how much there may be'
	for format in json jsonl; do
		search --max-memory=1 --format=$format chi 2>/dev/null
	done | jq -r .error.code >"$scratch/actual"
	is 'and an error object' "$(sort -u "$scratch/actual")" out-of-memory
else
	fail '71: out of memory'
	comment "$scratch/stderr"
fi
expect_exit 2 'a limit below 0' \
	"$tracuu" --db "$db" --format=jsonl --limit=-1 chi
expect_error 2 'a number from 0' 'a limit beyond all' \
	"$tracuu" --db "$db" --limit=1000000000000 chi
expect_exit 2 'a limit beyond all, JSON Lines' \
	"$tracuu" --db "$db" --format=jsonl --limit=1000000000000 chi
expect_exit 0 'an offset beyond all' \
	"$tracuu" --db "$db" --offset=1000000000 chi

# ---- output that cannot be written, at every point

for command in chi '--format=json chi' '--format=jsonl chi' '--format=csv chi' \
	'--format=tsv chi' '--format=ids chi' '-0 chi' '--format=bibtex chi' \
	'--format=csl chi' '--format=ris chi' '--kwic=20 chi' \
	'--kwic=20 --kwic-sort=left chi' '--kwic=9 --format=json chi' 'count chi' \
	timeline '--format=svg timeline' 'compare chi so' facets \
	'--format=csv facets' 'cites 05-CT/TW' '--format=dot cites 05-CT/TW' \
	'--format=graphml cites 05-CT/TW' "show $id" "--format=html show $id" \
	"explain $id chi" 'analyze chi' --print-schema --help --version \
	'--format=json (' '--format=jsonl ('; do
	eval "set -- $(echo "$command" | sed 's/(/"("/')"
	search "$@" >/dev/full 2>/dev/null
	full=$?
	search "$@" >&- 2>/dev/null
	closed=$?
	if [ $full -eq 74 ] && [ $closed -eq 74 ]; then
		pass "74: $command"
	else
		fail "74: $command (full $full, closed $closed)"
	fi
done
# past a limit on the size of files, of which the shell is told in a pipe
is '74: a file that may not grow' "$({
	ulimit -f 0
	search --format=json chi 2>&1 >"$scratch/grows"
	echo "$?"
} | cat)" "tracuu: cannot write the output: File too large
74"
# a reader that goes away, wherever: quiet, by the signal
for command in chi '--format=jsonl chi' '--format=csv chi' timeline facets \
	'--kwic=20 chi' '--format=graphml cites 05-CT/TW' "show --facts $id" \
	--help --print-schema; do
	for bytes in 0 1 100 4096; do
		# shellcheck disable=SC2086
		{ search $command 2>"$scratch/stderr"; echo $? >"$scratch/status"; } |
			head -c $bytes >/dev/null
		status=$(cat "$scratch/status")
		[ ! -s "$scratch/stderr" ] || status="$status, and words"
		echo "$status"
	done | grep -vxE '0|141' >"$scratch/left"
	if [ ! -s "$scratch/left" ]; then
		pass "a reader goes away: $command"
	else
		fail "a reader goes away: $command"
		comment "$scratch/left"
	fi
done
# where the signal is ignored, by 74
expect_output 'SIGPIPE ignored, quiet' sh -c \
	"exec 3>&1; trap '' PIPE
	{ '$tracuu' --db '$db' --format=jsonl chi 2>&3; echo \$? >&3; } | true" <<'EXPECTED'
74
EXPECTED

# ---- while it runs

pages=$scratch/pages
cp -r "$srcdir/corpus" "$pages"
"$import" --quiet --db "$scratch/moving" "$pages" 2>/dev/null
change() {
	for file in "$pages"/dump/*.txt; do
		printf '\n\nThêm đoạn thứ %s vào bài, để bài khác đi.\n' "$1" >>"$file"
	done
	"$import" --quiet --db "$scratch/moving" "$pages" 2>/dev/null
}
# An export that stands still while the archive is written to goes on on what
# it saw, or says that it cannot: 75 and an error as the last line.
# FIFOs are opened for reading and writing, so that nothing waits for nobody.
mkfifo "$scratch/out"
exec 4<>"$scratch/out"
"$tracuu" --db "$scratch/moving" --format=jsonl --to=9999 >"$scratch/out" \
	2>"$scratch/stderr" &
exporter=$!
dd bs=1 count=1 <&4 2>/dev/null >"$scratch/first"
for round in 1 2 3 4; do
	change $round
done
cat <&4 >"$scratch/rest" &
reader=$!
wait $exporter
status=$?
sleep 0.2
kill $reader
wait $reader 2>/dev/null
exec 4>&-
last=$(tail -n 1 "$scratch/rest" | jq -r '.type + " " + (.error.code // "")')
case "$status $last" in
'75 error temporary')
	pass '75: the archive moved on during an export'
	;;
'0 summary ')
	skip '75: the archive moved on during an export' 'it was done before'
	;;
*)
	fail "75: the archive moved on during an export ($status, $last)"
	comment "$scratch/stderr"
	;;
esac
# a search that begins anew finds the new state
if [ "$("$tracuu" --db "$scratch/moving" --limit=0 --format=json \
	'"thêm đoạn thứ 4"' | jq .total.value)" -ge 1 ]; then
	pass 'and the next search sees the new state'
else
	fail 'and the next search sees the new state'
fi
# deleted: what is open is read to its end, or is reported
mkfifo "$scratch/out2"
exec 4<>"$scratch/out2"
"$tracuu" --db "$scratch/moving" --format=jsonl --to=9999 >"$scratch/out2" \
	2>"$scratch/stderr" &
exporter=$!
dd bs=1 count=1 <&4 2>/dev/null >"$scratch/first"
rm -r "$scratch/moving"
cat <&4 >"$scratch/rest" &
reader=$!
wait $exporter
status=$?
sleep 0.2
kill $reader
wait $reader 2>/dev/null
exec 4>&-
last=$(tail -n 1 "$scratch/rest" | jq -r .type)
case "$status $last" in
'0 summary' | '6 error' | '75 error') pass 'the archive deleted' ;;
*) fail "the archive deleted ($status, $last)" ;;
esac
# replaced again and again: every query is answered, or says to try again
cp -r "$db" "$scratch/swapped"
(
	generation=1
	while [ ! -e "$scratch/enough" ]; do
		next=$(printf 'gen-%04d' $((generation + 1)))
		now=$(printf 'gen-%04d' $generation)
		cp -r "$scratch/swapped/$now" "$scratch/swapped/$next"
		echo "auto $next" >"$scratch/swapped/stub"
		mv "$scratch/swapped/stub" "$scratch/swapped/XAPIANDB"
		rm -r "$scratch/swapped/$now"
		generation=$((generation + 1))
	done
) &
swapper=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	"$tracuu" --db "$scratch/swapped" --format=json --limit=60 chi \
		>"$scratch/actual" 2>&1
	echo "$? $(jq -c '.total.value // .error.code' "$scratch/actual")"
done >"$scratch/swaps"
# and so is every other subcommand
for command in timeline facets 'cites 05-CT/TW' "show $id" \
	"explain $id chi" 'compare chi so' '--kwic=20 chi' 'count chi' \
	'--kwic=9 --kwic-sort=left chi' 'facets --facets=year/type chi'; do
	for _ in 1 2 3; do
		# shellcheck disable=SC2086
		"$tracuu" --db "$scratch/swapped" --format=json $command \
			>"$scratch/actual" 2>&1
		echo "$? $(jq -c '.error.code' "$scratch/actual") $command"
	done
done >"$scratch/others"
: >"$scratch/enough"
wait $swapper
if grep -q '^0 ' "$scratch/swaps" &&
   ! grep -vqxE '0 [1-9][0-9]*|75 "temporary"' "$scratch/swaps"; then
	pass 'an archive that is replaced all the time'
else
	fail 'an archive that is replaced all the time'
	sort "$scratch/swaps" | uniq -c | comment
fi
if grep -q '^0 null' "$scratch/others" &&
   ! grep -vE '^(0 null|75 "temporary") ' "$scratch/others" >"$scratch/left"
then
	pass 'and every other subcommand on it'
else
	fail 'and every other subcommand on it'
	comment "$scratch/left"
fi
# SIGINT ends it without a word
mkfifo "$scratch/out3"
exec 4<>"$scratch/out3"
"$python" -c 'import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])' "$tracuu" --db "$db" --format=jsonl \
	--to=9999 >"$scratch/out3" 2>"$scratch/stderr" &
exporter=$!
dd bs=1 count=1 <&4 2>/dev/null >"$scratch/first"
kill -INT $exporter
wait $exporter
status=$?
exec 4>&-
if [ $status -eq 130 ] && [ ! -s "$scratch/stderr" ]; then
	pass 'SIGINT ends an export, quietly'
else
	fail "SIGINT ends an export, quietly (exit $status)"
	comment "$scratch/stderr"
fi

# ---- words that are no words

for query in "$(printf 'chi\001\033b')" '*' '-' '--' "''" '()' 'NOT' \
	"$(printf '%01000d' 0 | tr 0 '(')" \
	"$(printf '%0500d' 0 | sed 's/0/a AND /g')"; do
	"$tracuu" --db "$db" --format=json -- "$query" >"$scratch/actual" \
		2>"$scratch/stderr"
	status=$?
	case $status in
	0 | 1 | 2)
		if jq -e . "$scratch/actual" >/dev/null; then
			pass "a document and $status for $(echo "$query" | head -c 12 | cat -v)"
		else
			fail "a document for $(echo "$query" | head -c 12 | cat -v)"
		fi
		;;
	*) fail "exit $status for $(echo "$query" | head -c 12 | cat -v)" ;;
	esac
done
expect_exit 0 'ids by standard input' sh -c \
	"'$tracuu' --db '$db' --format=ids --limit=5 chi |
	'$tracuu' --db '$db' --format=json show -"
expect_output 'and as many objects' sh -c \
	"'$tracuu' --db '$db' --format=ids --limit=5 chi |
	'$tracuu' --db '$db' --format=json show - | jq -s length" <<'EXPECTED'
5
EXPECTED
expect_output 'also when NUL bytes end them' sh -c \
	"'$tracuu' --db '$db' -0 --limit=5 chi |
	'$tracuu' --db '$db' --format=json show - | jq -s length" <<'EXPECTED'
5
EXPECTED
# a page is of one article, wherever the ids come from
search --format=ids --limit=2 chi >"$scratch/two"
expect_error 2 'one page, of one article' 'no page of two ids' \
	"$tracuu" --db "$db" --format=html show "$(sed -n 1p "$scratch/two")" \
	"$(sed -n 2p "$scratch/two")"
expect_error 2 'one page, of one article' 'nor by standard input' sh -c \
	"'$tracuu' --db '$db' --format=html show - <'$scratch/two'"
is 'one by standard input is one page' \
	"$(head -n 1 "$scratch/two" | search --format=html show - |
	   grep -c '<html')" 1
expect_exit 1 'one of several ids is none' \
	"$tracuu" --db "$db" show "$id" 0000000000000000

done_testing
