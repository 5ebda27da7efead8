#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every subcommand prints in every format that it names what the format's own
# definition asks for, on good articles and on hostile ones.  JSON is held to
# the schema by contract.sh, and is only counted here.
. "${srcdir:-.}/tests/lib.sh"

python=/usr/bin/python3
"$python" -c 'import csv, xml.etree' 2>/dev/null || skip_all 'no python3'
db=$scratch/archive
pages=$scratch/pages

# Terminals, spreadsheets, pages and pictures are each spoken to in their own
# language, and the direction of the text is turned.
mkdir "$pages"
i=0
while read -r title; do
	i=$((i + 1))
	jq -cn --arg title "$title" --arg url "https://x.example/$i?\"<'&a=1" '{
		url: $url, date: "2024-03-0\($url | .[18:19])",
		title: ($title + "\u001b]0;x\u0007\u202e kênh"),
		author: ("=cmd|x!A" + $title),
		body: ("=1+1 Ngày 5/3/2024, Chi bộ thôn <Đông> họp, thực hiện " +
			"Chỉ thị số 05-CT/TW và Nghị quyết số 18-NQ/TW về nạo vét " +
			"kênh mương, trồng lại hàng cây ven đường làng.\n\n" + $title +
			" Các đảng viên thống nhất giao mỗi tổ một đoạn kênh, làm " +
			"xong trước ngày mùa.\u001b[31m\u202e\u2066\n")}'
done >"$pages/bad.jsonl" <<'END'
=HYPERLINK("http://evil.example";"x")
@SUM(1+9)*cmd|' /C calc'!A0
+1-2{TeX}\input{/etc/passwd} 100% #$_^~&
</title><script>alert(1)</script><img onerror=x>
"]; evil -> "x" [label="
TY  - EVIL
END
"$import" --quiet --db "$db" "$srcdir/corpus" "$pages" 2>"$scratch/stderr" ||
	comment "$scratch/stderr"
bad=$("$tracuu" --db "$db" --format=ids --limit=1 nguon:x.example)
is 'hostile articles are there' \
	"$("$tracuu" --db "$db" count nguon:x.example)" 6

# shape FORMAT ARGUMENT...
shape() {
	format=$1
	shift
	"$tracuu" --db "$db" --format="$format" "$@" >"$scratch/out" \
		2>"$scratch/stderr"
	status=$?
	if [ $status -eq 0 ] &&
	   "$python" "$srcdir/tests/shapes.py" "$format" "$scratch/out" \
		2>"$scratch/why"; then
		pass "$format: $*"
	else
		fail "$format: $* (exit $status)"
		comment "$scratch/why" "$scratch/stderr"
	fi
}

# every BAD-FORMAT ARGUMENT...: in each format of which the command says, asked
# for one that it does not have, that it prints it
all=0
every() {
	wrong=$1
	shift
	formats=$("$tracuu" --db "$db" --format="$wrong" "$@" 2>&1 |
		sed -n 's/.* prints //p' | tr -d ,)
	[ -n "$formats" ] || fail "no formats: $*"
	for format in $formats; do
		all=$((all + 1))
		case $format in
		json | jsonl | csl) ;;
		*) shape "$format" "$@" ;;
		esac
	done
}
every svg --no-collapse search kênh
every svg search '"chi bộ"'
every svg show "$bad"
every ids timeline '=1+1 kênh'
every ids compare '=1+1 kênh' "+SUM(1) <b>&'"
every ids facets --facets=number,unit,year/site nguon:x.example
every svg cites 05-CT/TW
every csv count kênh
every csv explain "$bad" kênh
every csv analyze '=1+1 <b> kênh'
for format in text csv tsv; do
	shape "$format" --kwic=30 --no-collapse kênh
	shape "$format" --kwic=30 --kwic-sort=left đông
done
is 'no subcommand was left out' "$all" 48

# a check that can fail
"$tracuu" --db "$db" --format=csv kênh >"$scratch/good"
sed '2s/.*/&,=1/' "$scratch/good" >"$scratch/wide"
sed "s/'=/=/g" "$scratch/good" >"$scratch/formula"
for file in wide formula; do
	expect_exit 1 "and it can fail: $file" \
		"$python" "$srcdir/tests/shapes.py" csv "$scratch/$file"
done

done_testing
