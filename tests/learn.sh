#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Lines that stand in many articles of a site are learnt to be furniture.
. "${srcdir:-.}/tests/lib.sh"

call='Bà con có chuyện hay, ảnh đẹp xin nhắn về tổ thông tin của xóm'
cites='Việc này làm theo Quy định số 24-QĐ/TW ngày 30/7/2021.'

# page DIR N [LINE]: article N of a site, dated, with LINE behind its text
page() {
	mkdir -p "$1/donghoa.example.vn"
	cat >"$1/donghoa.example.vn/$2.html" <<-EOP
	<html><head><meta charset="utf-8"><title>Xóm $2 họp bàn việc làng</title>
	<meta property="article:published_time" content="2023-05-$2"></head><body>
	<h1>Xóm $2 họp bàn việc làng</h1><div>
	<p>Ngày $2/5, chi bộ xóm $2 họp bàn việc sửa con đường số $2 dài ${2}0
	mét, mỗi nhà góp $2 ngày công và $2 bao xi măng.</p>
	<p>Đến nay $2 hộ đã hiến đất, $2 hộ còn lại hẹn sau mùa gặt sẽ dời hàng
	rào để máy vào san nền đoạn thứ $2.</p>
	<p>$cites</p>
	<p>$3</p></div></body></html>
	EOP
}

# pages DIR FROM TO [LINE]
pages() {
	for n in $(seq "$2" "$3"); do
		page "$1" "$n" "${4-}"
	done
}

quiet_import() {
	"$import" --quiet "$@" >"$scratch/out" 2>&1 || comment "$scratch/out"
}

# dump DB: all that is known of every article, in order of id
dump() {
	"$tracuu" --db "$1" --format=ids --limit=1000 'nguon:donghoa.example.vn' |
		sort | while read -r id; do
		"$tracuu" --db "$1" show "$id" --format=json
		"$tracuu" --db "$1" show "$id" --facts
	done
}

lines() {
	"$tracuu" --db "$1" --format=json --limit=1000 "\"$2\"" |
		jq .total.value
}

pages "$scratch/a" 10 13 "$call"
pages "$scratch/b" 14 28 "$call"

quiet_import --db "$scratch/few" "$scratch/a"
expect_output 'four articles with the line are too few' \
	lines "$scratch/few" 'nhắn về tổ thông tin' <<EOO
4
EOO
dump "$scratch/few" | sed 's/"generation":"[^"]*"//' >"$scratch/few.before"

quiet_import --db "$scratch/few" "$scratch/b"
expect_output 'in nineteen it is furniture, in the articles before too' \
	lines "$scratch/few" 'nhắn về tổ thông tin' <<EOO
0
EOO
expect_output 'a line that cites a document stays' \
	lines "$scratch/few" 'làm theo Quy định' <<EOO
19
EOO
expect_output 'the report lists it' \
	"$import" --db "$scratch/few" --report=furniture <<EOO
donghoa.example.vn  19 of 19  learnt: $call
EOO
expect_output 'and as JSON' sh -c \
	'"$1" --db "$2" --report=furniture --json | jq -c "[.host,.articles,.of,.why]"' \
	- "$import" "$scratch/few" <<EOO
["donghoa.example.vn",19,19,"learnt"]
EOO

quiet_import --db "$scratch/whole" "$scratch/b" "$scratch/a"
for db in few whole; do
	dump "$scratch/$db" >"$scratch/$db.dump"
done
if [ -s "$scratch/few.dump" ] &&
   cmp -s "$scratch/few.dump" "$scratch/whole.dump"; then
	pass 'two orders and one import give the same articles'
else
	fail 'two orders and one import give the same articles'
	diff "$scratch/few.dump" "$scratch/whole.dump" | head -20 | comment
fi
expect_output 'the date of the page stays when an article is written again' \
	sh -c '"$1" --db "$2" --format=json "xóm 11" |
		jq -c "[.hits[] | select(.title | test(\"Xóm 11\")) |
			.published.date, .published.basis]"' \
	- "$tracuu" "$scratch/few" <<'EOO'
["2023-05-11","page"]
EOO

# the site drops the line: what the other articles lost comes back
pages "$scratch/b" 14 28
quiet_import --db "$scratch/few" "$scratch/b"
expect_output 'what is no furniture any more comes back' \
	lines "$scratch/few" 'nhắn về tổ thông tin' <<EOO
4
EOO
expect_output 'and leaves the list' \
	"$import" --db "$scratch/few" --report=furniture </dev/null

expect_output 'an import of nothing new leaves the archive as it is' \
	sh -c '"$1" --db "$2" --json "$3" "$4" | jq -c "[.unchanged,.replaced]"' \
	- "$import" "$scratch/few" "$scratch/a" "$scratch/b" <<'EOO'
[19,0]
EOO

done_testing
