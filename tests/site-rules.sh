#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An archivist's rules for single sites, and what is said of wrong ones.
. "${srcdir:-.}/tests/lib.sh"

mkdir -p "$scratch/in/bao.vinhha.example.vn" "$scratch/in/khac.example.vn"
page="$scratch/in/bao.vinhha.example.vn/tin.html"
cat >"$page" <<'EOF2'
<html><head><meta charset="utf-8"><title>Trang tin Vĩnh Hà</title></head><body>
<div class="q1">Ảnh: Đình làng Vĩnh Hà</div>
<div class="q2">Mùa gặt năm nay lúa tốt</div>
<div class="q3">08/03/2023</div>
<div class="q5"><p>Toàn xã gặt xong 320 ha lúa xuân, năng suất bình quân đạt 68 tạ một ha, cao hơn năm ngoái ba tạ.</p></div>
<div class="q9"><p>Một người đọc viết rằng lúa nhà mình cũng tốt, chỉ tiếc là giá bán tại ruộng năm nay lại thấp hơn mọi năm, bán xong không đủ trả tiền phân, tiền máy, mong xã tìm giúp nơi thu mua.</p></div>
<div class="q5"><p>Hợp tác xã đã đặt máy sấy để bà con không phải phơi thóc trên đường.</p></div>
</body></html>
EOF2
sed 's/Trang tin/Trang/' "$page" >"$scratch/in/khac.example.vn/tin.html"

cat >"$scratch/rules" <<'EOF2'
# the newspaper of one commune
[*.vinhha.example.vn]
title       //div[@class="q2"]
body        //div[@class="q5"]/p
date        //div[@class="q3"]
date-order  mdy
unit        Đảng bộ xã Vĩnh Hà
EOF2

# fields FILTER [OPTION...]: of the page that the rules are for
fields() {
	filter=$1
	shift
	"$import" --dry-run --quiet "$@" "$scratch/in" |
		jq -r "select(.url | test(\"vinhha\")) | $filter"
}

expect_output 'title, body and date stand where the rules say' \
	fields '.title, .text, .published.date' \
	--site-rules="$scratch/rules" <<'EOF2'
Mùa gặt năm nay lúa tốt
Mùa gặt năm nay lúa tốt

Toàn xã gặt xong 320 ha lúa xuân, năng suất bình quân đạt 68 tạ một ha, cao hơn năm ngoái ba tạ.
Hợp tác xã đã đặt máy sấy để bà con không phải phơi thóc trên đường.
2023-08-03
EOF2
expect_output 'a unit stands in where the text names none' \
	fields '.units[] | [.canonical, .role, .start, .end] | @csv' \
	--site-rules="$scratch/rules" <<'EOF2'
"Đảng bộ xã Vĩnh Hà","subject",0,0
EOF2
expect_output 'pages of other hosts are read without them' sh -c \
	'"$1" --dry-run --quiet --site-rules="$2" "$3" |
		jq -c "select(.url | test(\"khac\")) |
			[.published.date, (.text | test(\"thu mua\"))]"' \
	- "$import" "$scratch/rules" "$scratch/in" <<'EOF2'
["2023-03-08",true]
EOF2

# ---- what cannot be read ----

# refuses TEXT ERROR DESCRIPTION: rules of two lines, the second one wrong
refuses() {
	printf '[a.vn]\n%s\n' "$1" >"$scratch/wrong"
	expect_error 2 "wrong:2: $2" "$3" \
		"$import" --dry-run --site-rules="$scratch/wrong" "$scratch/in"
}
refuses 'body //div[' "not an XPath expression: '//div['" 'half an XPath'
refuses 'lead //p' "there is title, body, date, date-order, unit, keep, drop; not 'lead'" \
	'a key that is none'
refuses 'date-order dym' "the order of a date is dmy, mdy or ymd, not 'dym'" \
	'an order that is none'
refuses 'title' "nothing behind 'title'" 'a key without a value'
refuses '[a b]' "not the name of a host: 'a b'" 'a host that is none'
refuses '[b.vn' "a site begins with [host], not '[b.vn'" 'an open bracket'
printf 'title //h1\n' >"$scratch/wrong"
expect_error 2 "wrong:1: a rule before the first [host]: 'title //h1'" \
	'a rule without a host' \
	"$import" --dry-run --site-rules="$scratch/wrong" "$scratch/in"
printf '[a.vn]\nunit \377\n' >"$scratch/wrong"
expect_error 2 'wrong: not UTF-8 at byte 12' 'rules in another encoding' \
	"$import" --dry-run --site-rules="$scratch/wrong" "$scratch/in"
expect_error 3 "cannot open '$scratch/none'" 'rules that are not there' \
	"$import" --dry-run --site-rules="$scratch/none" "$scratch/in"

# an expression that would look at every pair of elements and once more
{
	echo '<html><body>'
	seq -f '<p>Dòng thứ %g kể chuyện đồng ruộng, ao cá và vườn cây.</p>' 3000
	echo '</body></html>'
} >"$scratch/in/bao.vinhha.example.vn/dai.html"
printf '[*.example.vn]\nbody //p[count(//p[count(//p) > 1]) > 1]\n' \
	>"$scratch/heavy"
start=$(date +%s)
"$import" --dry-run --quiet --site-rules="$scratch/heavy" "$scratch/in" \
	>/dev/null
if [ $(($(date +%s) - start)) -le 20 ]; then
	pass 'an expression that is too much work is given up'
else
	fail 'an expression that is too much work is given up'
fi

# ---- lines kept and dropped ----

call='Đọc xong xin chuyển cho nhà bên cạnh'
for n in $(seq 10 29); do
	mkdir -p "$scratch/lines/loa.example.vn"
	cat >"$scratch/lines/loa.example.vn/$n.html" <<-EOP
	<html><head><meta charset="utf-8"></head><body><h1>Loa xóm số $n</h1>
	<p>Sáng nay nhà số $n đã nộp $n cân thóc giống, còn thiếu ${n}2 cân nữa
	thì đủ gieo cánh đồng trước làng, ai có xin mang ra đình.</p>
	<p>Riêng xóm $n xin nhắc lại lịch tát nước.</p><p>$call</p></body></html>
	EOP
done
# holds TEXT: how many articles of the archive do
holds() {
	"$tracuu" --db "$scratch/db" --format=json "\"$1\"" | jq .total.value
}
"$import" --quiet --db "$scratch/db" "$scratch/lines"
expect_output 'a line in all articles is learnt' holds 'xin chuyển cho' <<EOF2
0
EOF2
cat >"$scratch/own" <<EOF2
[loa.example.vn]
keep  $call
drop  Riêng xóm 12 xin nhắc lại lịch tát nước
EOF2
"$import" --quiet --db "$scratch/db" --site-rules="$scratch/own" \
	"$scratch/lines"
expect_output 'a rule keeps it' holds 'xin chuyển cho' <<EOF2
20
EOF2
expect_output 'and drops another' holds 'lịch tát nước' <<EOF2
19
EOF2
expect_output 'the report says what a rule dropped' \
	"$import" --db "$scratch/db" --report=furniture <<'EOF2'
loa.example.vn  1 of 20  rule: Riêng xóm 12 xin nhắc lại lịch tát nước.
EOF2
"$import" --quiet --db "$scratch/db" "$scratch/lines"
expect_output 'without the rules the archive is as before' \
	holds 'lịch tát nước' <<EOF2
20
EOF2

done_testing
