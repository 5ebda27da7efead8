#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Facts as a user meets them: explained, marked, reported, as of a year, and
# by the archivist's own tables.
. "${srcdir:-.}/tests/lib.sh"

in=$scratch/tin
mkdir "$in"
cat >"$in/binhthuan.txt" <<'EOT'
Chi bộ thôn Phú Hòa học Nghị quyết 21
Ngày đăng: 06/6/2023

Ngày 02/6/2023, Chi bộ thôn Phú Hòa, Đảng bộ xã Hàm Thuận Tây, tỉnh Bình Thuận tổ chức sinh hoạt chuyên đề về Nghị quyết số 21-NQ/TW ngày 16/6/2021 của Ban Chấp hành Trung ương.

Chi bộ đăng ký việc làm theo Nghị quyết số 05-CT/TW <b>"A&B"</b> và Thông báo kết luận số 31-TB/HU của Huyện ủy Hàm Thuận Bắc.
EOT
cat >"$in/lamdong.txt" <<'EOT'
Đảng bộ tỉnh Lâm Đồng triển khai nhiệm vụ quý III
Ngày đăng: 10/7/2024

Ngày 09/7/2024, Đảng bộ tỉnh Lâm Đồng tổ chức hội nghị triển khai nhiệm vụ quý III cho các đảng bộ trực thuộc trong toàn tỉnh.

Các đại biểu thảo luận về thu hoạch cà phê, đường giao thông nông thôn và việc học của con em đồng bào ở vùng sâu.
EOT
db=$scratch/archive
"$import" --quiet --db "$db" "$in" || fail 'the articles are imported'

# ---- explained

"$import" --dry-run --explain --quiet "$in/binhthuan.txt" >"$scratch/text" \
	2>"$scratch/stderr"
# explains DESCRIPTION PATTERN: a line of the explanation
explains() {
	if grep -qE -- "$2" "$scratch/text"; then
		pass "$1"
	else
		fail "$1"
		comment "$scratch/text"
	fi
}
explains 'the source comes first' '^binhthuan.txt$'
explains 'publication has its rule' '^  published  2023-06-06 \(page; '
explains 'a number has span, identity and rule' \
	'[0-9]+-[0-9]+ +number   21-NQ/TW = 21-NQ/TW@2022-06-16, dated 2021-06-16, CONTRADICTS the registry'
explains 'a date has its role' "date     2023-06-02, event \(printed 'Ngày 02/6/2023'; opener, 0.9"
explains 'a unit has kind and parents' \
	'unit     Chi bộ thôn Phú Hòa \[chi-bo\] < Đảng bộ xã Hàm Thuận Tây < Đảng bộ tỉnh Bình Thuận .*, today Đảng bộ tỉnh Lâm Đồng, subject'
: >"$in/rong.txt"
expect_output 'a reject is explained as well' \
	"$import" --dry-run --explain --quiet "$in/rong.txt" <<'EXPECTED'
rong.txt
  rejected   empty: no bytes

EXPECTED
rm "$in/rong.txt"
expect_error 2 'it goes with --dry-run' \
	'--explain alone is a mistake' \
	"$import" --db "$db" --explain "$in"

# ---- marked

id=$("$tracuu" --db "$db" --format=ids 'donvi:"Phú Hòa"')
"$tracuu" --db "$db" show --format=html "$id" >"$scratch/text"
explains 'a page tells the day of publication' '<dt>date</dt><dd>6/6/2023</dd>'
explains 'a number is marked' '<mark class="number conflict" title="21-NQ/TW = 21-NQ/TW@2022-06-16, [^"]*">21-NQ/TW</mark>'
explains 'a date is marked' '<mark class="date" title="2023-06-02, event [^"]*">Ngày 02/6/2023</mark>'
explains 'the subject is marked in the headline' '<h1><mark class="unit subject" title="[^"]*">Chi bộ thôn Phú Hòa</mark>'
explains 'the text is escaped' '&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;'
if grep -qi '<b>\|<script' "$scratch/text"; then
	fail 'no markup of the article passes'
else
	pass 'no markup of the article passes'
fi
sed -e 's/<style>.*<\/style>//; s/<[^>]*>//g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g' \
	-e 's/&amp;/\&/g' "$scratch/text" >"$scratch/plain"
if grep -qF "$(sed -n 4p "$in/binhthuan.txt")" "$scratch/plain"; then
	pass 'without its marks the page is the text'
else
	fail 'without its marks the page is the text'
	comment "$scratch/plain"
fi
"$tracuu" --db "$db" show --facts "$id" >"$scratch/text"
explains 'show --facts lists them' 'number   21-NQ/TW = 21-NQ/TW@2022-06-16'
explains 'and marks them in the article' \
	'^\[Ngày 02/6/2023\], \[Chi bộ thôn Phú Hòa\], \[Đảng bộ xã'
explains 'and in the title' '^\[Chi bộ thôn Phú Hòa\] học \[Nghị quyết 21\]$'
"$tracuu" --db "$db" show "$id" >"$scratch/plain"
sed '/^Facts/,$d; s/[][]//g' "$scratch/text" | tr -s ' \n' '  ' >"$scratch/a"
tr -s ' \n' '  ' <"$scratch/plain" >"$scratch/b"
if [ "$(sed 's/ *$//' "$scratch/a")" = "$(sed 's/ *$//' "$scratch/b")" ]; then
	pass 'nothing else is changed by the marks'
else
	fail 'nothing else is changed by the marks'
	diff "$scratch/a" "$scratch/b" | comment
fi
for columns in 37 38 39 50 51 52 80; do
	COLUMNS=$columns "$tracuu" --db "$db" show --facts "$id" |
		grep -E ".{$((columns + 1))}"
done >"$scratch/wide"
if [ ! -s "$scratch/wide" ]; then
	pass 'neither marks nor facts are wider than the terminal'
else
	fail 'neither marks nor facts are wider than the terminal'
	comment "$scratch/wide"
fi
expect_error 2 'tracuu search prints text, json, jsonl' 'a search has no HTML' \
	"$tracuu" --db "$db" --format=html chi

# ---- contradictions

expect_output 'the archive is searched for contradictions' \
	"$import" --db "$db" --report=conflicts <<EXPECTED
$id  tin/binhthuan.txt: cited-date: 21-NQ/TW: 2021-06-16, expected 2022-06-16
$id  tin/binhthuan.txt: type-word: 05-CT/TW: nghị quyết, expected chỉ thị
EXPECTED
expect_output 'and as JSON' \
	sh -c "'$import' --db '$db' --report=conflicts --json |
		jq -r '[.kind, .printed, .stated, .expected] | join(\" \")'" \
	<<'EXPECTED'
cited-date 21-NQ/TW 2021-06-16 2022-06-16
type-word 05-CT/TW nghị quyết chỉ thị
EXPECTED
expect_error 2 'choose one of conflicts' 'another report is unknown' \
	"$import" --db "$db" --report=all
expect_error 4 'no archive' 'a report needs an archive' \
	"$import" --db "$scratch/none" --report=conflicts
cp -r "$in" "$scratch/tin2"
cat >"$scratch/tin2/sau.txt" <<'EOT'
Chi bộ xóm Đình ra quân vệ sinh đường làng
Ngày đăng: 06/6/2023

Sáng ngày 15/6/2023, Chi bộ xóm Đình tổ chức ra quân dọn vệ sinh đường làng, hơn sáu mươi người tham gia từ sáng sớm.

Bà con khơi thông cống rãnh, phát quang bụi rậm, sơn lại hàng rào và trồng thêm hai trăm mét hoa dọc hai bên đường.
EOT
"$import" --quiet --db "$scratch/second" "$scratch/tin2"
"$import" --db "$scratch/second" --report=conflicts >"$scratch/text"
explains 'an event after its publication is one' \
	'sau.txt: event-date: ngày 15/6/2023: 2023-06-15, expected 2023-06-06'

mkdir "$scratch/tin3"
cat >"$scratch/tin3/loai.txt" <<'EOT'
Chi bộ thôn Đoài soát lại sổ văn bản
Ngày đăng: 06/6/2023

Việc được làm theo kế hoạch, 12-HD/HU chỉ thêm mẫu sổ. Bảng kê (theo nghị quyết) 13-KH/HU nằm ở trang đầu.

Có Nghị quyết chuyên đề số 14-KH/HU và Chương trình hành động số 15-CTr/HU. Thông báo, kết luận số 16-TB/HU để riêng.

Resolution No. 37-QD/TW and Instruction No. 38-CT/TU are kept in the same drawer. Decision No. 39-QD/TU is lost.

Quyết định số 40-QĐNS/TW về cán bộ cũng nằm trong ngăn ấy.
EOT
"$import" --quiet --db "$scratch/third" "$scratch/tin3"
expect_output 'a type word speaks of the number that it leads to' \
	sh -c "'$import' --db '$scratch/third' --report=conflicts | cut -d: -f2-" \
	<<'EXPECTED'
 type-word: 14-KH/HU: nghị quyết, expected kế hoạch
 type-word: 37-QD/TW: resolution, expected quyết định, quy định
EXPECTED

mkdir "$scratch/tin4"
cat >"$scratch/tin4/chi-thi.txt" <<'EOT'
Chi bộ thôn Đoài bàn việc dạy nghề
Ngày đăng: 06/6/2013

Việc được làm theo Kế hoạch số 19-KH/HU ngày 6/11/2012 của Huyện ủy về đào tạo nghề cho lao động nông thôn, bà con nghe và hỏi thêm nhiều điều.

Kỳ họp sau, chi bộ sẽ nghe các nhóm hộ kể lại việc mình đã làm được trong vụ vừa qua.
EOT
printf '%s\t%s\t%s\n' symbol date confirmed 19-KH/HU 2012-11-05 no \
	>"$scratch/chua-soat.tsv"
"$import" --quiet --registry "$scratch/chua-soat.tsv" \
	--db "$scratch/fourth" "$scratch/tin4"
expect_output 'a date that nobody checked is told as such' \
	sh -c "'$import' --db '$scratch/fourth' --report=conflicts | cut -d: -f2-
		'$import' --db '$scratch/fourth' --report=conflicts --json |
		jq .confirmed" <<'EXPECTED'
 cited-date: 19-KH/HU: 2012-11-06, expected 2012-11-05 (not confirmed)
false
EXPECTED

# ---- as of a year

expect_output 'a province has its own articles' \
	"$tracuu" --db "$db" --format=ids 'donvi:"Bình Thuận"' <<EXPECTED
$id
EXPECTED
expect_exit 0 'the new province has those of its parts' \
	"$tracuu" --db "$db" --format=ids --as-of=2026 'donvi:"Lâm Đồng"'
if [ "$(wc -l <"$scratch/actual")" -eq 2 ] &&
   grep -q "$id" "$scratch/actual"; then
	pass 'as of 2026 both are of Lâm Đồng'
else
	fail 'as of 2026 both are of Lâm Đồng'
fi
for asked in --as-of=2024 --match=all; do
	"$tracuu" --db "$db" --format=ids $asked 'donvi:"Lâm Đồng"' \
		>"$scratch/actual"
	if [ "$(wc -l <"$scratch/actual")" -eq 1 ]; then
		pass "$asked: one is"
	else
		fail "$asked: one is"
	fi
done
expect_output 'and the whole name will do' \
	sh -c "'$tracuu' --db '$db' --format=ids --as-of=2026 \
		'donvi:\"Đảng ủy tỉnh Lâm Đồng\" OR donvi:\"Đảng bộ tỉnh Lâm Đồng\"' |
		wc -l" <<'EXPECTED'
2
EXPECTED

# a name without its word is what it was on the article's day
story='Mùa này nhà nhà đổ ra đồng từ tinh mơ, trưa về ăn vội bát cơm rồi lại đi cho tới khi trời sẩm tối mới thôi.'
cat >"$scratch/ngay.jsonl" <<EOT
{"url":"https://tin.example/1","date":"2023-02-03","title":"Huyện ủy Long Thành họp","text":"Ngày 2/2/2023, Huyện ủy Long Thành (Đồng Nai) họp. $story"}
{"url":"https://tin.example/2","date":"2026-06-18","title":"Phường Trấn Biên họp","text":"Ngày 17/6/2026, Thành ủy Đồng Nai họp ở phường Trấn Biên. $story"}
{"url":"https://tin.example/3","date":"2003-02-03","title":"Huyện ủy Phụng Hiệp họp","text":"Ngày 2/2/2003, Huyện ủy Phụng Hiệp, Cần Thơ họp. $story"}
{"url":"https://tin.example/4","date":"2023-02-03","title":"Huyện ủy Cờ Đỏ họp","text":"Ngày 2/2/2023, Huyện ủy Cờ Đỏ, Cần Thơ họp. $story"}
EOT
expect_output 'an address is told' sh -c "
	'$import' --dry-run --explain --quiet '$scratch/ngay.jsonl' |
		sed -n 1,4p" <<'EXPECTED'
ngay.jsonl#0
  title      Huyện ủy Long Thành họp
  address    https://tin.example/1
  published  2023-02-03 (page; metadata)
EXPECTED
expect_output 'a province is no city before it became one' sh -c "
	'$import' --dry-run --quiet '$scratch/ngay.jsonl' |
		jq -c '[.units[].parents[]] | unique - [\"Trung ương\"]'" \
	<<'EXPECTED'
["Đảng bộ tỉnh Đồng Nai"]
[]
["Đảng bộ tỉnh Cần Thơ"]
["Đảng bộ thành phố Cần Thơ"]
EXPECTED
"$import" --quiet --db "$scratch/ngay.db" "$scratch/ngay.jsonl"
expect_output 'nor is it found as one, but for who asks as of today' sh -c "
	for asked in 'Thành ủy Đồng Nai' 'Tỉnh ủy Đồng Nai' 'Tỉnh ủy Cần Thơ' \
			'Thành ủy Cần Thơ' 'Cần Thơ'; do
		'$tracuu' --db '$scratch/ngay.db' count \"donvi:\\\"\$asked\\\"\"
		'$tracuu' --db '$scratch/ngay.db' --as-of=2026 \
			count \"donvi:\\\"\$asked\\\"\"
	done | paste -d' ' - -" <<'EXPECTED'
1 2
1 1
1 1
1 2
2 2
EXPECTED
expect_error 2 'give a year of four digits' 'a year has four digits' \
	"$tracuu" --db "$db" --as-of=26 chi

# ---- the archivist's own tables

printf 'symbol\tdate\tsubject\n31-TB/HU\t2023-02-30\tx\n31-TB/HU\t2023-02-03\tx\nnothing\t2023\tx\n\377\376-KH/HU\t2023\tx\n' \
	>"$scratch/so.tsv"
"$import" --dry-run --quiet --registry "$scratch/so.tsv" \
	"$in/binhthuan.txt" >"$scratch/text" 2>"$scratch/stderr"
warned() {
	if grep -qF -- "$2" "$scratch/stderr"; then
		pass "$1"
	else
		fail "$1"
		comment "$scratch/stderr"
	fi
}
warned 'a day that is none is named by file, line and column' \
	"so.tsv:2: column 'date': '2023-02-30' is not a date"
warned 'so is a symbol that is none' "so.tsv:4:"
warned 'and bytes that are no text' "so.tsv:5:"
explains 'the rest loads' '"31-TB/HU@2023-02-03"'
printf 'name\tkind\tdomain\nSông Chàm\tlang\tsongcham\nSông Chàm\ttinh\tsongcham\n' \
	>"$scratch/noi.tsv"
"$import" --dry-run --quiet --gazetteer "$scratch/noi.tsv" \
	"$in/binhthuan.txt" >"$scratch/text" 2>"$scratch/stderr"
warned 'a bad place is named by file and line' "noi.tsv:2:"
explains 'and the articles are read all the same' '"Chi bộ thôn Phú Hòa"'
yes "$(printf '\001\002\377')" | head -n 40 >"$scratch/tail"
{
	printf 'name\tkind\n'
	cat "$scratch/tail"
} >"$scratch/nhi-phan.tsv"
"$import" --dry-run --quiet --gazetteer "$scratch/nhi-phan.tsv" \
	"$in/binhthuan.txt" >"$scratch/text" 2>"$scratch/stderr"
warned 'faults are counted where they are many' 'nhi-phan.tsv: and 20 more faults'
if [ "$(wc -l <"$scratch/stderr")" -eq 21 ]; then
	pass 'and not said'
else
	fail 'and not said'
	comment "$scratch/stderr"
fi
expect_error 3 'nhi-phan.tsv:1: not UTF-8 text; save the table as UTF-8' \
	'a file of bytes is no table' \
	sh -c "cp '$scratch/tail' '$scratch/nhi-phan.tsv'
		'$import' --dry-run --registry '$scratch/nhi-phan.tsv' '$in'"

# number_of OPTION...: the document that the notice of the district is
number_of() {
	"$import" --dry-run --quiet "$@" "$in/binhthuan.txt" |
		jq -r '.numbers[] | select(.canonical == "31-TB/HU") | .id'
}
printf 'symbol\tdate\n31-TB/HU\t2023-02\n32-TB/HU\t2023-03-03\n' \
	>"$scratch/a.tsv"
printf 'symbol\tdate\n31-TB/HU\t2023-02-05\n' >"$scratch/b.tsv"
expect_output 'a second table is read behind the first' \
	number_of --registry "$scratch/a.tsv" --registry "$scratch/b.tsv" \
	<<'EXPECTED'
31-TB/HU@2023-02-05
EXPECTED
expect_output 'and the first one is read' \
	number_of --registry "$scratch/b.tsv" --registry "$scratch/so.tsv" \
	<<'EXPECTED'
31-TB/HU@2023-02-05
EXPECTED
printf '[tracuu-import]\nregistry = %s\nregistry = %s\n' \
	"$scratch/a.tsv" "$scratch/b.tsv" >"$scratch/conf"
expect_output 'as two lines of a configuration file are' \
	number_of --config="$scratch/conf" <<'EXPECTED'
31-TB/HU@2023-02-05
EXPECTED
expect_output 'which give way to the command line' \
	number_of --config="$scratch/conf" --registry="$scratch/a.tsv" \
	<<'EXPECTED'
31-TB/HU@2023-02
EXPECTED
expect_error 3 'khong-co.tsv' 'a table that is not there is an error' \
	"$import" --dry-run --registry "$scratch/khong-co.tsv" "$in"

done_testing
