#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An archivist's registry of a province, from its first row to the answers,
# and again when it has changed.
. "${srcdir:-.}/tests/lib.sh"

cd "$scratch" || exit 1
cat >own.tsv <<'EOT'
# the province's own documents
symbol	date	issuer	term	subject	short	plenum	source	confirmed
08-NQ/TU	2021-10-05	Tỉnh ủy		phát triển vùng chè	Nghị quyết vùng chè			yes
12-CT/TU	2022-03-14	Ban Thường vụ Tỉnh ủy		dồn điền đổi thửa	Chỉ thị dồn điền			yes
05-CT/TU	2022-02-02			nêu gương	Chỉ thị nêu gương			yes
27-NQ/TU	2022-07	Tỉnh ủy		du lịch bản làng	Nghị quyết du lịch bản			yes
14-KL/TU	2023			nước sạch nông thôn	Kết luận nước sạch			no
21-QĐ/TU	2021-06-30			người đứng đầu	Quy định người đứng đầu			yes
03-ĐA/TU	2021-08-12			đường bê tông bản	Đề án đường bản; Đường bản			yes
09-NQ/HU	2022-05-20	Huyện ủy Nà Vạn		chăn nuôi trâu bò	Nghị quyết trâu bò			yes
16-CTr/TU	2021-11-15			trồng rừng gỗ lớn	Chương trình gỗ lớn			yes
31-NQ/TU	2023-06-06			vùng chè và cây ăn quả	Nghị quyết vùng chè			yes
EOT
mkdir tin
# page NAME DATE TITLE TEXT
page() {
	cat >"tin/$1.txt" <<EOT
$3
Ngày đăng: $2

$4

Ai nấy góp ý sôi nổi cho tới khi trời xế chiều, rồi cùng nhau ra xem con mương mới đào ở cuối bản và hẹn ngày thông nước.
EOT
}
page so 10/7/2022 'Chi bộ bản Nà Pheo đọc văn bản' \
	'Chi bộ bản Nà Pheo đọc Nghị quyết số 08-NQ/TU ngày 05/10/2021 và Nghị quyết số 09-NQ/HU ngày 21/5/2022.'
page ten 12/8/2022 'Chi bộ bản Tát trồng chè' \
	'Chi bộ bản Tát đưa Nghị quyết vùng chè vào từng nhà, mỗi hộ nhận chăm một nương.'
page duong 12/9/2022 'Chi bộ bản Lùng làm đường' \
	'Theo Đề án đường bản, chi bộ bản Lùng đổ hơn một cây số bê tông trong hai tháng.'
page ngan 12/10/2022 'Chi bộ bản Vạn đón khách' \
	'Chi bộ bản Vạn bàn Nghị quyết 27 của Tỉnh ủy, rồi Chỉ thị 05 của Tỉnh ủy, và làm theo Chỉ thị 16 mỗi ngày.'
page bac 12/10/2022 'Chi bộ bản Khe học tập' \
	'Chi bộ bản Khe làm theo Chỉ thị 05 mỗi ngày, ghi vào sổ từng việc nhỏ.'
page tam-nong 12/10/2022 'Chi bộ bản Mới ôn bài' \
	'Chi bộ bản Mới ôn lại Nghị quyết tam nông và việc của bản.'
page khoan 12/10/2022 'Các cụ bản Mới kể chuyện' \
	'Các cụ bản Mới kể chuyện thời Khoán 10, nhà nhà ra đồng từ tinh mơ.'
page khoan-so 12/10/2022 'Chi bộ bản Mới đọc sách' \
	'Chi bộ bản Mới đọc Nghị quyết số 10-NQ/TW, tháng 4/1988, in trong sách cũ.'
"$import" --quiet --db kho --registry own.tsv tin 2>said
if [ ! -s said ]; then
	pass 'a table without faults is read in silence'
else
	fail 'a table without faults is read in silence'
	comment said
fi

# finds QUERY [PAGE...]: these and no others
finds() {
	query=$1
	shift
	for name in "$@"; do
		echo "tin/$name.txt"
	done | sort >expected
	"$tracuu" --db "${db:-kho}" --format=jsonl "$query" 2>stderr |
		jq -r 'select(.type == "hit").source' | sort >actual
	if cmp -s expected actual && [ ! -s stderr ]; then
		pass "$query finds '$*'"
	else
		fail "$query finds '$*'"
		comment actual
		comment stderr
	fi
}

# unknown ARCHIVE NAME [OPTION]: no document goes by it
unknown() {
	"$tracuu" --db "$1" ${3:+"$3"} "so:\"$2\"" >actual 2>stderr
	status=$?
	if [ "$status" -eq 2 ] && [ ! -s actual ] &&
	   grep -qF "column 4: '$2': no document goes by that name" stderr; then
		pass "$1 does not know '$2'"
	else
		fail "$1 does not know '$2' (exit $status)"
		comment stderr
	fi
}

# ---- by number, date and name

finds 'so:08-NQ/TU' so ten
finds 'so:08-NQ/TU@2021' so ten
finds 'so:08-NQ/TU@5/10/2021' so ten
finds 'so:08-NQ/TU@2022'
finds 'so:03-ĐA/TU' duong
finds 'so:"Đề án đường bản"' duong
finds 'so:"Đường bản"' duong
finds 'so:"duong ban"' duong
finds 'so:"đường ban",09-NQ/HU' duong so
finds 'so:"Nghị quyết vùng chè"' so ten
finds 'nghị quyết vùng chè' so ten
finds 'nghi quyet vung che' so ten
finds 'so:"Nghị quyết vùng chè" -tát' so
finds 'so:"Nghị quyết tam nông"' tam-nong
finds 'nghị quyết tam nông' tam-nong
finds '"nghị quyết tam nông"' tam-nong
# a name with figures that is no number, for queries alone
finds 'so:"Khoán 10"' khoan khoan-so
finds 'so:"khoan 10"@1988' khoan-so
unknown kho 'Nghị quyết nào đó'
# a mark that the name does not have
unknown kho 'Nghị quyết vùng chẻ'

# a time chooses among the documents of one name, and the words alone will
# not do
finds 'so:"Nghị quyết vùng chè"@2021' so ten
finds 'so:"Nghị quyết vùng chè@10/2021"' so ten
finds 'so:"Nghị quyết vùng chè"@khóaXIII' so ten
finds 'so:"Nghị quyết vùng chè"@khóaXIII tát' ten
finds 'so:"Nghị quyết vùng chè"@2023'
expect_output 'the times of a name are told where one is none of them' sh -c "
	for time in 2019 khóaXII; do
		'$tracuu' --db kho \"so:\\\"Nghị quyết vùng chè\\\"@\$time\" 2>&1 |
			sed -n 's/.*: no document/no document/p'
	done" <<'EOT'
no document of that name is of that time; there is 08-NQ/TU@2021-10-05 31-NQ/TU@2023-06-06
no document of that name is of that time; there is 08-NQ/TU@2021-10-05 31-NQ/TU@2023-06-06
EOT

# ---- short mentions

finds 'so:27-NQ/TU' ngan
finds 'so:05-CT/TU' ngan
finds 'so:05-CT/TW@2016' bac

# ---- what a name stands for

expect_output 'a name is explained' \
	"$tracuu" --db kho --explain-query 'so:"đường bản"' <<'EOT'
so:"đường bản"
number, or the words as typed: so:03-ĐA/TU@2021-08-12
EOT
expect_output 'a name of two documents is both' \
	sh -c "'$tracuu' --db kho --explain-query 'nghị quyết vùng chè'" <<'EOT'
so:"nghị quyết vùng chè"
number, or the words as typed: so:08-NQ/TU@2021-10-05,31-NQ/TU@2023-06-06
EOT
unknown none 'đường bản' --explain-query
expect_output 'who cites it is counted by its name' \
	sh -c "'$tracuu' --db kho cites 'Đề án đường bản' | head -n 1" <<'EOT'
03-ĐA/TU@2021-08-12: cited by 1 article, first 2022-09-12, most in 2022 (1)
EOT
expect_output 'facets have the numbers' \
	sh -c "'$tracuu' --db kho facets --facets=number --format=json |
		jq -c '[.facets.number[] | [.value, .count]] | sort' " <<'EOT'
[["03-ĐA/TU",1],["05-CT/TU",1],["05-CT/TW",1],["08-NQ/TU",2],["09-NQ/HU",1],["10-NQ/TW",1],["26-NQ/TW",1],["27-NQ/TU",1],["CT 16",1]]
EOT
expect_output 'a printed date that the table contradicts is told' \
	sh -c "'$import' --db kho --report=conflicts | cut -d' ' -f3-" <<'EOT'
tin/so.txt: cited-date: 09-NQ/HU: 2022-05-21, expected 2022-05-20
EOT

# ---- the table changes

sed 's/Đề án đường bản; Đường bản/Đề án bê tông/; s/2022-05-20/2022-05-21/' \
	own.tsv >new.tsv
"$import" --db kho --registry new.tsv tin >said 2>&1
if grep -qF 'read with other tables; read them anew with: tracuu-import --db kho --rebuild --from-archive --registry=new.tsv' said; then
	pass 'an import says that articles are older than the table'
else
	fail 'an import says that articles are older than the table'
	comment said
fi
for arguments in '' '--registry=own.tsv'; do
	# shellcheck disable=SC2086
	expect_output "a check names the table that it was given: $arguments" \
		sh -c "'$import' --db kho --verify $arguments |
		grep '^stale: registry' | sed 's/.*: //'" <<EOT
tracuu-import --rebuild --from-archive${arguments:+ $arguments}
EOT
done
expect_output 'and says that there may be one to name' \
	sh -c "'$import' --db kho --verify | grep -c 'has to name'" <<'EOT'
1
EOT
finds 'so:"Đề án bê tông"' duong
unknown kho 'Đường bản'
# marked ARCHIVE QUERY: what is, in each hit
marked() {
	"$tracuu" --db "$1" --color=always "$2" |
		sed -n "s/.*$(printf '\033')\[1;31m//; t end
			d
			: end
			s/$(printf '\033').*//p"
}
expect_output 'a name is marked where it stands' \
	marked kho 'so:"Nghị quyết tam nông"' <<'EOT'
Nghị quyết tam nông
EOT
sed 's/Nghị quyết vùng chè/Nghị quyết đồi chè/' new.tsv >newer.tsv
sed 's/Nghị quyết vùng chè/Nghị quyết đồi chè/' tin/ten.txt >tin/doi.txt
"$import" --quiet --db later tin
"$import" --quiet --db later --registry newer.tsv tin
expect_output 'also in what was read before it was known' \
	marked later 'so:"Nghị quyết đồi chè" ngày:8/2022' <<'EOT'
Nghị quyết đồi chè
EOT
rm tin/doi.txt
"$import" --db kho --registry new.tsv --rebuild --from-archive >said 2>&1
if grep -q 'other tables' said; then
	fail 'the rebuilt archive has one table'
else
	pass 'the rebuilt archive has one table'
fi
expect_output 'and no contradiction' \
	"$import" --db kho --report=conflicts </dev/null
finds 'so:03-ĐA/TU'
finds 'so:09-NQ/HU@2022-05-21' so
"$import" --db kho --rollback >/dev/null
finds 'so:"Đề án bê tông"' duong

# ---- archives beside it, dumps, older ones

"$import" --quiet --db other corpus-none 2>/dev/null
mkdir moi
"$import" --quiet --db other moi
for several in '--db kho --db other' '--db other --db kho'; do
	expect_output "the names of either are known: $several" \
		sh -c "'$tracuu' $several --format=ids 'so:\"Đề án bê tông\"' |
			wc -l" <<'EOT'
1
EOT
done
# a name of two documents, each in an archive of its own; and one that the other
# archive spells with other marks
mkdir xa
cat >xa/moi.txt <<'EOT'
Chi bộ xóm Gốc Đa vào vụ mới
Ngày đăng: 2/3/2023

Chi bộ xóm Gốc Đa đọc Nghị quyết số 44-NQ/TU ngày 10/01/2023 và Nghị quyết số 45-NQ/TU ngày 11/01/2023, rồi chia nhau đi từng nhà.
EOT
printf 'symbol\tdate\tshort\n%s\t%s\t%s\n%s\t%s\t%s\n' \
	44-NQ/TU 2023-01-10 'Nghị quyết vùng chè' \
	45-NQ/TU 2023-01-11 'Nghị quyết vùng che; Nghị quyết Gạo' >xa.tsv
"$import" --quiet --db xa.db --registry xa.tsv xa
for several in '--db kho --db xa.db' '--db xa.db --db kho'; do
	expect_output "a name is looked up in each: $several" sh -c "
		for name in 'vùng chè' 'vùng che'; do
			'$tracuu' $several --explain-query \
				\"so:\\\"Nghị quyết \$name\\\"\" |
				sed -n 's/.*: so://p' | tr , '\n' | sort
		done" <<'EOT'
08-NQ/TU@2021-10-05
31-NQ/TU@2023-06-06
44-NQ/TU@2023-01-10
08-NQ/TU@2021-10-05
31-NQ/TU@2023-06-06
44-NQ/TU@2023-01-10
45-NQ/TU@2023-01-11
EOT
done
expect_output 'a document that both know is one' \
	sh -c "'$tracuu' --db kho --db xa.db --explain-query \
		'nghị quyết tam nông' | tail -n 1" <<'EOT'
number, or the words as typed: so:26-NQ/TW@2008-08-05
EOT
expect_output 'a name of a type and one word is one' \
	"$tracuu" --db xa.db --explain-query 'nghị quyết gạo' <<'EOT'
so:"nghị quyết gạo"
number, or the words as typed: so:45-NQ/TU@2023-01-11
EOT
"$import" --db kho --dump >dump.jsonl
"$import" --quiet --db again --registry new.tsv --restore dump.jsonl
db=again finds 'so:"Đề án bê tông"' duong
if command -v xapian-metadata >/dev/null; then
	gen=$(ls -d again/gen-*)
	xapian-metadata list "$gen" tracuu-named: | while read -r key; do
		xapian-metadata set "$gen" "$key" ''
	done
	db=again finds 'so:03-ĐA/TU' duong
	db=again finds '"nghị quyết tam nông"' tam-nong
	unknown again 'Đề án bê tông'
else
	skip 'an archive of before has no names' 'no xapian-metadata'
fi

# ---- two provinces number theirs alike

printf 'symbol\tdate\tissuer\n%s\t%s\t%s\n%s\t%s\t%s\n%s\t%s\t%s\n' \
	08-NQ/TU 2022-03-17 'Tỉnh ủy Bắc Ninh' \
	12-NQ/TU 2021-05-20 'Tỉnh ủy' \
	09-NQ/HU 2022-05-20 'Huyện ủy Tân Yên' >hai-tinh.tsv
mkdir hai-tinh
# of NAME TEXT
of() {
	cat >"hai-tinh/$1.txt" <<EOT
Chuyện học văn bản ở $1
Ngày đăng: 5/5/2023

Ngày 4/5/2023, $2 Ai nấy ở $1 góp ý sôi nổi cho tới khi trời xế chiều, rồi ra xem con mương mới đào.
EOT
}
of Lim 'Đảng ủy xã Lim, tỉnh Bắc Ninh đọc Nghị quyết số 08-NQ/TU và Nghị quyết số 12-NQ/TU.'
of Lạng 'Tỉnh ủy Lạng Sơn đọc Nghị quyết số 08-NQ/TU và Nghị quyết số 12-NQ/TU. Nghị quyết 08 có năm điểm.'
of Cửa 'Đảng ủy xã Lim, tỉnh Bắc Ninh đọc Nghị quyết số 08-NQ/TU ngày 01/10/2021 của Tỉnh ủy Lạng Sơn.'
of Lăng 'Huyện ủy Chi Lăng đọc Nghị quyết số 09-NQ/HU.'
of Yên 'Huyện ủy Tân Yên đọc Nghị quyết số 09-NQ/HU.'
of Mây 'chi bộ Mây đọc Nghị quyết số 08-NQ/TU.'
# decided TITLE: the numbers of an article, and what they are taken for
decided() {
	"$import" --dry-run --quiet --registry hai-tinh.tsv hai-tinh |
		jq -c '[.title[21:], (.numbers[] | .id // .canonical, .conflict)]' |
		sort
}
expect_output 'what a row says is one place'\''s is not of another' decided <<'EOT'
["Cửa","08-NQ/TU@2021-10-01",false]
["Lim","08-NQ/TU@2022-03-17",false,"12-NQ/TU@2021-05-20",false]
["Lăng","09-NQ/HU",false]
["Lạng","08-NQ/TU",false,"12-NQ/TU@2021-05-20",false,"08-NQ/TU",false]
["Mây","08-NQ/TU@2022-03-17",false]
["Yên","09-NQ/HU@2022-05-20",false]
EOT
cat >trang.jsonl <<'EOT'
{"url":"https://langson.gov.vn/1","date":"2023-05-05","title":"Xã Mai họp","text":"Ngày 4/5/2023, xã Mai đọc Kế hoạch số 45/KH-UBND. Ai nấy góp ý sôi nổi cho tới khi trời xế chiều, rồi ra xem con mương mới đào."}
{"url":"https://bacninh.gov.vn/2","date":"2023-05-05","title":"Xã Lim họp","text":"Ngày 4/5/2023, xã Lim đọc Kế hoạch số 45/KH-UBND. Ai nấy góp ý sôi nổi cho tới khi trời xế chiều, rồi ra xem con mương mới đào."}
{"url":"https://tin.example/3","date":"2023-05-05","title":"Xã Đông họp","text":"Ngày 4/5/2023, xã Đông đọc Kế hoạch số 45/KH-UBND. Ai nấy góp ý sôi nổi cho tới khi trời xế chiều, rồi ra xem con mương mới đào."}
EOT
printf '45/KH-UBND\t2022-02-02\tUBND tỉnh Bắc Ninh\n' >>hai-tinh.tsv
expect_output 'nor on the site of another' sh -c "
	'$import' --dry-run --quiet --registry hai-tinh.tsv trang.jsonl |
		jq -c '[.title, .numbers[].id]'" <<'EOT'
["Xã Mai họp",null]
["Xã Lim họp","45/KH-UBND@2022-02-02"]
["Xã Đông họp","45/KH-UBND@2022-02-02"]
EOT
printf '08-NQ/TU\t2021-10-01\tTỉnh ủy Lạng Sơn\n' >>hai-tinh.tsv
expect_output 'where both are known, each has its own' decided <<'EOT'
["Cửa","08-NQ/TU@2021-10-01",false]
["Lim","08-NQ/TU@2022-03-17",false,"12-NQ/TU@2021-05-20",false]
["Lăng","09-NQ/HU",false]
["Lạng","08-NQ/TU@2021-10-01",false,"12-NQ/TU@2021-05-20",false,"08-NQ/TU@2021-10-01",false]
["Mây","08-NQ/TU",false]
["Yên","09-NQ/HU@2022-05-20",false]
EOT

done_testing
