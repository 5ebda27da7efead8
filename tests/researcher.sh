#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is counted agrees with the table of the corpus, and with what a search
# lists; the same numbers in every form.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
table=$srcdir/corpus/expected.tsv
"$import" --quiet --db "$db" "$srcdir/corpus" 2>/dev/null

search() {
	"$tracuu" --db "$db" "$@"
}

# check DESCRIPTION FILE FILE: two files that must be the same and not empty
check() {
	if [ -s "$2" ] && cmp -s "$2" "$3"; then
		pass "$1"
	else
		fail "$1"
		diff "$2" "$3" | head -n 20 | comment
	fi
}

# citing NUMBER: the rows of the table whose articles cite it, once a date
citing() {
	awk -F '\t' -v number="$1" '$2 == "article" {
		n = split($7, v, "|")
		for (i = 1; i <= n; i++)
			if (v[i] == number) {
				print $4
				next
			}
	}' "$table"
}

for number in 01-KL/TW 05-CT/TW 21-NQ/TW 57-NQ/TW; do
	citing "$number" | sed -n 's/^~\{0,1\}\([0-9]\{4\}-[0-9][0-9]\).*/\1/p' |
		sort | uniq -c | awk '{ print $2, $1 }' >"$scratch/expected"
	search timeline --format=json "so:$number" |
		jq -r '.buckets[] | "\(.from) \(.count)"' >"$scratch/actual"
	check "timeline so:$number agrees with the table" \
		"$scratch/expected" "$scratch/actual"
	citing "$number" | sed -n 's/^~\{0,1\}\([0-9]\{4\}\).*/\1/p' |
		sort | uniq -c | awk '{ print $2, $1 }' >"$scratch/expected"
	search cites --format=json "$number" |
		jq -r '.by_year[] | "\(.value) \(.count)"' >"$scratch/actual"
	check "cites $number agrees with the table, by year" \
		"$scratch/expected" "$scratch/actual"
	awk -F '\t' -v number="$number" '$2 == "article" &&
		index("|" $7 "|", "|" number "|") {
		n = split($7, v, "|")
		for (i = 1; i <= n; i++)
			if (v[i] != number && v[i] ~ /^[0-9].*[-\/]/)
				print v[i]
	}' "$table" | LC_ALL=C sort | uniq -c |
		awk '{ print $2, $1 }' >"$scratch/expected"
	search cites --format=json "$number" |
		jq -r '.with[] | select(.value | test("^[0-9].*[-/]")) |
			"\(.value) \(.count)"' |
		LC_ALL=C sort >"$scratch/actual"
	check "cites $number agrees with the table, together with" \
		"$scratch/expected" "$scratch/actual"
done

awk -F '\t' '$2 == "article" && $7 != "-" { n = split($7, v, "|")
	for (i = 1; i <= n; i++) if (v[i] ~ /^[0-9].*[-\/]/) print v[i] }' "$table" | LC_ALL=C sort |
	uniq -c | awk '{ print $2, $1 }' >"$scratch/expected"
search facets --facets=number --format=json |
	jq -r '.facets.number[] | select(.value | test("^[0-9].*[-/]")) |
		"\(.value) \(.count)"' | LC_ALL=C sort >"$scratch/actual"
check 'facets number agrees with the table' \
	"$scratch/expected" "$scratch/actual"

# sums
for query in '' 'chi bộ' '"chi bộ"' 'ngay:2020..'; do
	for by in year quarter month; do
		search timeline --by=$by --format=json "$query" |
			jq -c '[.buckets[].count, .coarser[].count, .undated] |
				add' >"$scratch/sum"
		search timeline --by=$by --format=csv "$query" | tail -n +2 |
			awk -F, '{ n += $2 } END { print n }' >"$scratch/csv"
		search count "$query" >"$scratch/count"
		if [ "$(cat "$scratch/count")" -gt 0 ] &&
		   cmp -s "$scratch/sum" "$scratch/count" &&
		   cmp -s "$scratch/csv" "$scratch/count"; then
			pass "the buckets by $by share out '$query'"
		else
			fail "the buckets by $by share out '$query'"
		fi
	done
	search --format=ids --match=all --to=9999 "$query" | wc -l >"$scratch/dated"
	search timeline --format=json "$query" |
		jq '.total.value - .undated' >"$scratch/rest"
	check "and are what is listed, but for those without a date: '$query'" \
		"$scratch/dated" "$scratch/rest"
done

# a quarter is coarser than its months, and lies behind their days in order
mkdir "$scratch/time"
while read -r name time; do
	cat >"$scratch/time/$name.txt" <<TEXT
Chi bộ thôn $name sơ kết công tác

$time, Chi bộ thôn $name họp sơ kết công tác xây dựng Đảng, học tập Nghị quyết số 12-NQ/TW của thôn $name.

Đảng viên thôn $name thảo luận nhiều việc phải làm ngay ở thôn $name.
TEXT
done <<'WHEN'
Đông Tháng 12/2023
Tây Quý IV/2023
Nam Ngày 30/11/2023
Bắc Ngày 1/12/2023
WHEN
"$import" --quiet --db "$scratch/times" "$scratch/time" 2>/dev/null
expect_output 'a quarter is in none of its months' sh -c "
	'$tracuu' --db '$scratch/times' timeline --format=json ngay:2023 |
		jq -c .buckets,.coarser
	'$tracuu' --db '$scratch/times' timeline --by=quarter --format=json |
		jq -c .buckets,.coarser
	'$tracuu' --db '$scratch/times' cites --format=json 12-NQ/TW |
		jq -c .first" <<'EXPECTED'
[{"from":"2023-11","count":1},{"from":"2023-12","count":2}]
[{"from":"2023-Q4","count":1}]
[{"from":"2023-Q4","count":4}]
[]
"2023-Q4"
EXPECTED
"$tracuu" --db "$scratch/times" --sort=date --format=tsv ngay:2023 |
	tail -n +2 | cut -f 3 >"$scratch/a"
printf '%s\n' 2023-12-01 2023-Q4 2023-12 2023-11-30 >"$scratch/b"
check 'and stands between months and days' "$scratch/a" "$scratch/b"

search compare --by=year --format=json so:05-CT/TW 'chi bộ' |
	jq -c '[.buckets[] | {from, count: .counts[1]} | select(.count > 0)]' \
	>"$scratch/a"
search timeline --by=year --format=json 'chi bộ' | jq -c .buckets >"$scratch/b"
check 'compare has the numbers of timeline' "$scratch/a" "$scratch/b"
search compare --by=year --format=csv '' 'chi bộ' | head -1 >"$scratch/a"
echo 'from,all articles,chi bộ' >"$scratch/b"
check 'a column that counts all articles says so' "$scratch/a" "$scratch/b"
search compare --by=year '' so:01-KL/TW | grep -A1 '^2021' | cut -c1-9 \
	>"$scratch/a"
printf '%s\n' '2021    1' '        2' >"$scratch/b"
check 'each bar names its query' "$scratch/a" "$scratch/b"
search compare --max-expansion=1 'chi*' 'chi* bộ' 'đo*' 2>&1 >/dev/null |
	sed "s/.*\\('[^']*'\\).*/\\1/" >"$scratch/a"
printf "%s\\n" "'chi*'" "'đo*'" >"$scratch/b"
check 'what several queries share is said once' "$scratch/a" "$scratch/b"
search --kwic=20 --format=tsv 'chi bộ' | cut -f 4 | grep -c '[,;:.!?] ' \
	>"$scratch/a"
echo 0 >"$scratch/b"
check 'two places side by side are two lines of a concordance' \
	"$scratch/a" "$scratch/b"
expect_error 2 'compare' 'one query has nothing to be compared to' \
	"$tracuu" --db "$db" compare 'chi bộ'

search facets --facets=number,type,issuer,unit,year,site,year/unit \
	--format=json 'chi bộ' >"$scratch/a"
search facets --facets=số,LOAI,nơi-ban-hành,đơn-vị,năm,nguồn,nam/donvi \
	--format=json 'chi bộ' >"$scratch/b"
check 'facets have names in Vietnamese, too' "$scratch/a" "$scratch/b"
search facets --facets=number so:DL | grep '(' | cut -c 11- >"$scratch/a"
search cites DL | sed -n 's/:.*//;1p' >>"$scratch/a"
printf '%s\n' 'DL (Điều lệ Đảng)' 'DL (Điều lệ Đảng)' >"$scratch/b"
check 'a document without a number is named' "$scratch/a" "$scratch/b"
# facets inside facets: each is what the query has with the outer value
search facets --facets=year/type --format=json 'chi bộ' |
	jq -c '.nested[0].values[] | select(.value == "2024").inside' >"$scratch/a"
search facets --facets=type --format=json 'chi bộ' ngay:2024 |
	jq -c .facets.type >"$scratch/b"
check 'a facet inside a year is the facet of that year' \
	"$scratch/a" "$scratch/b"
search facets --facets=type,year/type --format=tsv 'chi bộ' |
	awk -F '\t' '$1 == "type" { print $2, $5 }' | sort >"$scratch/a"
search facets --facets=type --format=json 'chi bộ' |
	jq -r '.facets.type[] | "\(.value) \(.count)"' | sort >"$scratch/b"
check 'facets are the same in TSV' "$scratch/a" "$scratch/b"
expect_error 2 'tracuu facets' 'a search has no facets inside facets' \
	"$tracuu" --db "$db" --facets=year/type chi
expect_output 'a facet that no article has a value of is empty' sh -c "
	'$tracuu' --db '$db' --format=json --facets=issuer,site --limit=0 \
		'so:18-NQ/TW ngay:2022' | jq -c '.facets.site'
	'$tracuu' --db '$db' facets --format=json --facets=site,site/year \
		'so:18-NQ/TW ngay:2022' | jq -c '.facets, .nested[].values'" \
	<<'EXPECTED'
[]
{"site":[]}
[]
EXPECTED
search facets --facets=year/site --format=csv '18-NQ/TW' |
	awk -F , '!$3 { print $2, $5 }' | sort >"$scratch/a"
search cites --format=json 18-NQ/TW |
	jq -r '.by_year[] | "\(.value) \(.count)"' >"$scratch/b"
check 'a table has what has nothing inside' "$scratch/a" "$scratch/b"
expect_error 2 'no deeper' 'a facet inside a facet inside a facet' \
	"$tracuu" --db "$db" facets --facets=year/type/unit chi
search cites --format=json 05-CT/TW |
	jq '.undated + ([.by_year[].count] | add) == .total.value' >"$scratch/a"
search cites 05-CT/TW | grep -c '^05-CT/TW: cited by 8 articles, 1 without' \
	>>"$scratch/a"
printf '%s\n' true 1 >"$scratch/b"
check 'an article that cites and has no date is counted' \
	"$scratch/a" "$scratch/b"

# which document is meant, or that no one knows
mkdir "$scratch/which"
# cite NAME TEXT
cite() {
	cat >"$scratch/which/$1.txt" <<EOT
Chi bộ thôn $1 đọc văn bản

Chi bộ thôn $1 đọc $2, rồi bàn việc làm đường thôn $1 và hẹn nhau buổi sau. Ai nấy ở thôn $1 góp ý sôi nổi cho tới khi trời xế chiều.
EOT
}
cite Đông 'Nghị quyết số 21-NQ/TW ngày 16/6/2022'
cite Tây 'Nghị quyết số 21-NQ/TW ngày 25/10/2017 về công tác dân số'
cite Nam 'Nghị quyết số 21-NQ/TW'
cite Bắc 'Nghị quyết số 21-NQ/TW cùng Nghị quyết số 44-NQ/HU ngày 5/6/2020'
cite Trung 'Nghị quyết số 44-NQ/HU'
cite Thượng 'Nghị định số 66/2025/NĐ-CP'
"$import" --quiet --db "$scratch/which.db" "$scratch/which" 2>/dev/null
expect_output 'what tells no date of a document is counted apart' sh -c "
	for n in 21-NQ/TW 44-NQ/HU; do
		'$tracuu' --db '$scratch/which.db' cites \$n | sed -n 3,6p
	done" <<'EXPECTED'
several documents have this number
       1  21-NQ/TW@2017-10-25
       1  21-NQ/TW@2022-06-16
       2  of no known date
by document
       1  44-NQ/HU@2020-06-05
       1  of no known date

EXPECTED
expect_output 'and in JSON; not where a time or no symbol was asked for' sh -c "
	for n in 21-NQ/TW 44-NQ/HU 66/2025/NĐ-CP 99-NQ/TW 21-NQ/TW@2022 \
			'nghị quyết 21'; do
		'$tracuu' --db '$scratch/which.db' cites --format=json \"\$n\" |
			jq -c '[.undecided, .total.value]'
	done" <<'EXPECTED'
[2,4]
[1,2]
[0,1]
[0,0]
[null,1]
[null,4]
EXPECTED
expect_output 'a time that no document of a number has: which there are' sh -c "
	for q in so:21-NQ/TW@2021 'Nghị quyết số 21-NQ/TW ngày 16/6/2021' \
			'đường so:44-NQ/HU@5/6/2021' so:99-NQ/TW@2021 \
			so:21-NQ/TW@khóaXI; do
		'$tracuu' --db '$scratch/which.db' --format=json \"\$q\" |
			jq -c '[.total.value, .query.notes[]]'
	done" <<'EXPECTED'
[0,"the archive has 21-NQ/TW of these dates: 2017-10-25, 2022-06-16"]
[0,"the archive has 21-NQ/TW of these dates: 2017-10-25, 2022-06-16"]
[0,"the archive has 44-NQ/HU of these dates: 2020-06-05"]
[0]
[0,"the archive has 21-NQ/TW of these dates: 2017-10-25, 2022-06-16"]
EXPECTED
expect_output 'a short form is of any issuer, and a note says so' sh -c "
	for q in 'so:\"Nghị quyết 21 của Bộ Chính trị\"' so:NQ21 \
			'so:\"Nghị quyết 21-NQ/TW của Bộ Chính trị\"'; do
		'$tracuu' --db '$scratch/which.db' --format=json \"\$q\" |
			jq -c '[.total.value, .query.notes[]]'
	done" <<'EXPECTED'
[4,"looked for NQ 21, whoever issued it; so:21-NQ/TW finds what is known to be the centre's"]
[4]
[4]
EXPECTED
cite Đình 'Nghị quyết số 21-NQ/TU ngày 15/1/2019 của Tỉnh ủy'
"$import" --quiet --db "$scratch/which.db" "$scratch/which" 2>/dev/null
expect_output 'a short form stands for several' sh -c "
	'$tracuu' --db '$scratch/which.db' cites 'nghị quyết 21' | sed -n 3,6p
	'$tracuu' --db '$scratch/which.db' --format=json so:NQ21@2021 |
		jq -r '.query.notes[]'" <<'EXPECTED'
several documents have this number
       1  21-NQ/TU@2019-01-15
       1  21-NQ/TW@2017-10-25
       1  21-NQ/TW@2022-06-16
the archive has NQ 21 of these dates: 2017-10-25, 2019-01-15, 2022-06-16
EXPECTED
rm "$scratch/which/Đình.txt"
"$import" --quiet --db "$scratch/which.db" --missing=delete \
	"$scratch/which" 2>/dev/null
cite Hạ 'Nghị quyết 21-NQ/TW, là Nghị quyết số 21-NQ/TW ngày 16/6/2021 của Ban Chấp hành Trung ương khóa XIII'
"$import" --quiet --db "$scratch/which.db" "$scratch/which" 2>/dev/null
expect_output 'an edge has the date as printed, and the unit' sh -c "
	'$tracuu' --db '$scratch/which.db' cites --format=tsv 21-NQ/TW |
		cut -f 4-9 | sort -u
	'$tracuu' --db '$scratch/which.db' cites --format=graphml 21-NQ/TW |
		grep -c 'key=.unit.>Chi bộ thôn'" <<'EXPECTED'
21-NQ/TW		21-NQ/TW		false	Chi bộ thôn Bắc
21-NQ/TW		21-NQ/TW		false	Chi bộ thôn Nam
21-NQ/TW	21-NQ/TW@2017-10-25	21-NQ/TW	2017-10-25	false	Chi bộ thôn Tây
21-NQ/TW	21-NQ/TW@2022-06-16	21-NQ/TW	2021-06-16	true	Chi bộ thôn Hạ
21-NQ/TW	21-NQ/TW@2022-06-16	21-NQ/TW	2022-06-16	false	Chi bộ thôn Đông
44-NQ/HU	44-NQ/HU@2020-06-05	44-NQ/HU	2020-06-05	false	Chi bộ thôn Bắc
number	document	printed	stated	conflict	unit
5
EXPECTED
cite Lũng 'Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII'
cite Vài 'Nghị quyết Đại hội Đảng bộ tỉnh Lạng Giang lần thứ XVII'
"$import" --quiet --db "$scratch/which.db" "$scratch/which" 2>/dev/null
expect_output 'a congress by its name in any case, with its years or not' sh -c "
	for q in 'Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII' \
			'nghị quyết đại hội đảng bộ tỉnh lạng sơn lần thứ xvii' \
			'NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẠNG SƠN LẦN THỨ XVII' \
			'nghi quyet dai hoi dang bo tinh lang son lan thu 17' \
			'DH17/dang bo tinh lang son' \
			'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Lạng Sơn lần thứ XVII, nhiệm kỳ 2020 - 2025' \
			'Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII (nhiệm kỳ 2020–2025)' \
			'Nghị quyết Đại hội Đảng bộ tỉnh Lãng Sơn lần thứ XVII' \
			'Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVIII'; do
		'$tracuu' --db '$scratch/which.db' --format=json \"so:\\\"\$q\\\"\" |
			jq -c '[.hits[].title]'
	done | uniq -c | tr -s ' '" <<'EXPECTED'
 7 ["Chi bộ thôn Lũng đọc văn bản"]
 2 []
EXPECTED
expect_output 'a number without its type' sh -c "
	'$tracuu' --db '$db' so:21 NQ/TW 2>&1 | head -n 1" <<'EXPECTED'
tracuu: column 4: '21': a number alone is no document; write 21-*, NQ21 or 21-NQ/TW, in quotation marks where blanks are in it
EXPECTED
expect_error 2 'choose one of' 'an unknown facet' \
	"$tracuu" --db "$db" facets --facets=year/colour chi

# the concordance: every place of a phrase, as the texts have it
"$import" --dry-run "$srcdir/corpus" 2>/dev/null |
	jq -r 'select(.status == "article") |
		[.text | match("(^|[^\\p{L}])sổ +tay"; "gi")] | length' |
	awk '{ n += $1 } END { print n }' >"$scratch/a"
search --kwic=30 --format=json '"sổ tay"' | jq .count >"$scratch/b"
check 'a concordance has every place of a phrase' "$scratch/a" "$scratch/b"
search --kwic=30 --format=tsv so:01-KL/TW | tail -n +2 | cut -f 1 | sort -u \
	>"$scratch/a"
search --format=ids --match=all so:01-KL/TW | sort >"$scratch/b"
check 'and every article that cites a document' "$scratch/a" "$scratch/b"
search --kwic=30 --format=jsonl '"chi bộ"' |
	jq -r 'select(.type == "line") | [.id, .start, .end, .hit] | @tsv' |
	head -n 40 >"$scratch/places"
while IFS="$(printf '\t')" read -r id start end _; do
	search --format=json show "$id" | jq -j .text | tail -c +"$((start + 1))" |
		head -c "$((end - start))"
	echo
done <"$scratch/places" >"$scratch/a"
cut -f 4 "$scratch/places" >"$scratch/b"
check 'its ranges are of the text' "$scratch/a" "$scratch/b"
for width in 10 25 60; do
	search --kwic=$width '"chi bộ"' |
		jq -R "[.[$((width + 12)):$((width + 18))] | ascii_downcase] |
			.[0] | test(\"^chi b[ộỘ]$\")" | sort -u >"$scratch/a"
	echo true >"$scratch/b"
	check "hits stand in one column, $width wide" "$scratch/a" "$scratch/b"
	search --kwic=$width --format=json '"chi bộ"' |
		jq -c "[.lines[] | (.left | length <= $width) and
			(.right | length <= $width)] | all" >"$scratch/a"
	check "no side is wider than $width" "$scratch/a" "$scratch/b"
done
search --kwic=30 --format=tsv '"chi bộ"' | sort >"$scratch/a"
search --kwic=30 --kwic-sort=right --format=tsv '"chi bộ"' | sort >"$scratch/b"
check 'sorting loses no line' "$scratch/a" "$scratch/b"
search --kwic=30 --kwic-sort=right --format=json '"so tay"' |
	jq -c '[.lines[].right | ascii_downcase | .[0:3]] | . == sort' \
	>"$scratch/a"
echo true >"$scratch/b"
check 'sorted by the words behind' "$scratch/a" "$scratch/b"
expect_exit 1 'filters have no place in a text' \
	"$tracuu" --db "$db" --kwic=20 ngay:2025
expect_error 2 '--kwic' 'a concordance is no list of ids' \
	"$tracuu" --db "$db" --kwic=20 --format=ids chi

# A phrase is one place, however it is printed; two in a row are two.  Numbers
# and dates stay whole, in passages and beside a place.
cat >"$scratch/one.txt" <<'TEXT'
Đảng bộ quận sơ kết công tác phát triển đảng

Theo Quyết định số 104-QĐ/QU ngày 19/12/2016 của Quận ủy, toàn quận có 1.164 đảng viên, thi đua, thi đua thi đua: đạt 12,5% kế hoạch năm 2016, hơn 3.500 lượt người (tăng 1,5 lần) dự lớp tại 24/7 Lê Lợi ngày 20-12-2016 và nghe Nghị quyết số 12-NQ/TW.
Đồng chí Bí thư Quận ủy nhấn mạnh việc học tập của mỗi chi bộ trong năm tới.
TEXT
jq -Rs '{url: "http://example.vn/1", title: "Sơ kết", date: "2016-12-20",
	text: .}' -c "$scratch/one.txt" >"$scratch/one.jsonl"
"$import" --quiet --db "$scratch/one" "$scratch/one.jsonl"
expect_output 'a phrase is a place across a comma, and each time' sh -c "
	for phrase in 'viên thi đua' 'thi đua' 'dua thi'; do
		'$tracuu' --db '$scratch/one' --kwic=20 --format=json \
			\"\\\"\$phrase\\\"\" | jq -c '[.count, .lines[0].hit]'
	done" <<'EXPECTED'
[1,"viên, thi đua"]
[3,"thi đua"]
[2,"đua, thi"]
EXPECTED
bare() {
	tr ' ' '\n' | sed 's/^[(]*//; s/[.,:%)]*$//' | sort -u
}
{
	echo Sơ kết
	cat "$scratch/one.txt"
} | bare >"$scratch/printed"
for columns in $(seq 12 3 60); do
	for word in sơ quận 'đảng viên' '12-NQ/TW' lượt; do
		"$tracuu" --db "$scratch/one" --format=json \
			--snippet="$columns" "$word" |
			jq -r '.hits[].snippet.text'
		"$tracuu" --db "$scratch/one" --format=json \
			--kwic="$columns" "$word" |
			jq -r '.lines[] | .left, .right'
	done
done | bare >"$scratch/shown"
comm -13 "$scratch/printed" "$scratch/shown" | grep . >"$scratch/cut"
[ -s "$scratch/shown" ] && [ ! -s "$scratch/cut" ] &&
	pass 'no number and no date is cut apart' ||
	{ fail 'no number and no date is cut apart'; comment <"$scratch/cut"; }
# A number is one place, as it is printed: with blanks in it, run into words,
# behind a word of the query, in a title.
jq -n -c '{url: "http://example.vn/2", date: "2016-12-20",
	title: "Chi bộ thôn Đông học Quy định số 47-QĐ/TW", text: (
	"Chi bộ thôn Đông nghe Nghị quyết số 05 – NQ/HU ngày 20/4/2016 của " +
	"Huyện ủy, Quyết định số31-QĐ/TW và Quy định số 47-QĐ/TWngày " +
	"01/11/2011 của Ban Chấp hành Trung ương.\nCác đảng viên bàn việc " +
	"làm theo quy định 47-QĐ/TW trong cả năm.")}' >"$scratch/run.jsonl"
"$import" --quiet --db "$scratch/run" "$scratch/run.jsonl"
expect_output 'a number is one place, whole' sh -c "
	for query in so:05-NQ/HU so:31-QĐ/TW 'quy so:47-QĐ/TW'; do
		'$tracuu' --db '$scratch/run' --kwic=9 --format=json \"\$query\" |
			jq -c '.lines[] | [.left, .hit, .right]'
	done
	'$tracuu' --db '$scratch/run' --format=json so:47-QĐ/TW |
		jq -c '.hits[].title_highlights'" <<'EXPECTED'
["quyết số","05 – NQ/HU","ngày"]
["định số","31-QĐ/TW","và Quy"]
["Đông học","Quy","định số"]
["định số","47-QĐ/TW",""]
["và","Quy","định số"]
["định số","47-QĐ/TW","ngày"]
["làm theo","quy","định"]
["quy định","47-QĐ/TW","trong cả"]
[[45,54]]
EXPECTED
# What was asked for, where it is that: parts of a NEAR near each other, words
# of the title in it, the document of the time that is meant.
jq -n -c '{url: "http://example.vn/3", date: "2023-10-05",
	title: "Thôn Đông bàn giao đất “sạch”", text: (
	"Thôn Đông có giao thông tốt, đất rộng.\n" +
	"Đất nhà nào nhà ấy giao, theo Nghị quyết số 18-NQ/TW ngày " +
	"25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022.\n" +
	"Giao trước, đất sau; họ giao mạ, đất nhà giữ.")}' >"$scratch/near.jsonl"
"$import" --quiet --db "$scratch/near" "$scratch/near.jsonl"
expect_output 'a place answers to all that is asked of it' sh -c "
	for query in 'giao NEAR/1 đất' 'giao NEAR/1 đất NEAR/1 nh*' \
		'tieude:giao' so:18-NQ/TW@2022 'so:*-NQ/TW@2017'; do
		'$tracuu' --no-config --db '$scratch/near' --kwic=20 \
			--format=json \"\$query\" |
			jq -c '.lines[] | [.left, .hit, .right]'
		echo
	done" <<'EXPECTED'
["Thôn Đông bàn","giao","đất “sạch”"]
["Thôn Đông bàn giao","đất","“sạch”"]
["ngày 16/6/2022.","Giao","trước, đất sau; họ"]
["Giao trước,","đất","sau; họ giao mạ"]
["trước, đất sau; họ","giao","mạ, đất nhà giữ."]
["sau; họ giao mạ,","đất","nhà giữ."]

["trước, đất sau; họ","giao","mạ, đất nhà giữ."]
["sau; họ giao mạ,","đất","nhà giữ."]
["họ giao mạ, đất","nhà","giữ."]

["Thôn Đông bàn","giao","đất “sạch”"]

["và Nghị quyết số","18-NQ/TW","ngày 16/6/2022"]

["theo Nghị quyết số","18-NQ/TW","ngày 25/10/2017 và"]

EXPECTED
expect_error 2 '--kwic=0' 'a concordance of no width' \
	"$tracuu" --db "$db" --kwic=0 chi

# the graph: as many edges in each form, and they are the facts of articles
search cites --format=csv 05-CT/TW | tail -n +2 | wc -l >"$scratch/csv"
search cites --format=dot 05-CT/TW | grep -c '" -> "' >"$scratch/dot"
search cites --format=graphml 05-CT/TW | grep -c '<edge' >"$scratch/graphml"
search --format=jsonl --match=all so:05-CT/TW |
	jq -s '[.[] | select(.type == "hit").numbers | length] | add' \
	>"$scratch/jsonl"
check 'edges of CSV' "$scratch/jsonl" "$scratch/csv"
check 'edges of DOT' "$scratch/jsonl" "$scratch/dot"
check 'edges of GraphML' "$scratch/jsonl" "$scratch/graphml"
if ! command -v xmllint >/dev/null; then
	skip 'GraphML and SVG are XML' 'no xmllint'
elif search cites --format=graphml 05-CT/TW | xmllint --noout - &&
     search timeline --format=svg 'chi & bộ <x>' | xmllint --noout - &&
     search compare --format=svg 'chi bộ' '"x' 2>/dev/null |
     cmp -s - /dev/null; then
	pass 'GraphML and SVG are XML'
else
	fail 'GraphML and SVG are XML'
fi
search timeline --format=svg | grep -o '<title>all articles</title>' \
	>"$scratch/svg"
echo '<title>all articles</title>' >"$scratch/json"
check 'SVG of no query says what it shows' "$scratch/json" "$scratch/svg"
expect_output 'each query has a line of its own in SVG' sh -c "
	'$tracuu' --no-config --db '$db' compare --by=year --format=svg \
		so:05-CT/TW 'so:57-NQ/TW OR $(printf 'x%s ' $(seq 60))' |
		grep '<text.*fill' | sed 's/OR x1 .* \.\.\./.../'" <<'EXPECTED'
<text x="60" y="24" fill="#0072b2">so:05-CT/TW (8, 1 without a date)</text>
<text x="60" y="40" fill="#e69f00">so:57-NQ/TW ... (5)</text>
EXPECTED
search timeline --format=svg 'chi bộ' | grep -c '<rect' >"$scratch/svg"
search timeline --format=json 'chi bộ' | jq '.buckets | length' >"$scratch/json"
check 'SVG has a bar for each bucket' "$scratch/json" "$scratch/svg"
# what stands behind the number narrows it, and is never part of it
expect_output 'cites a document, in one year' \
	sh -c '"$1" --db "$2" --format=json cites $3 |
		jq -c "[.number, .total.value, .by_year]"' sh "$tracuu" "$db" \
	'18-nq/tw ngay:2022' <<'EOF'
["18-NQ/TW",2,[{"value":"2022","count":2}]]
EOF
expect_output 'or in either of two' \
	sh -c '"$1" --db "$2" --format=json cites $3 |
		jq -c "[.number, .total.value]"' sh "$tracuu" "$db" \
	'18 nq/tw ngay:2022 OR ngay:2018' <<'EOF'
["18-NQ/TW",3]
EOF
expect_output 'a condition that is wrong is looked at where it stands' \
	sh -c '"$1" --db "$2" cites 05-CT/TW ngay:20xx 2>&1 | tail -n 2' \
	sh "$tracuu" "$db" <<'EOF'
05-CT/TW ngay:20xx
              ^
EOF
expect_output 'behind a number in letters and marks of their own, too' \
	sh -c '"$1" --db "$2" cites "$(printf "21-KH/TU\314\233 ngay:20xx")" 2>&1 |
		sed -n "s/.*\(column [0-9]*\):.*/\1/p"' sh "$tracuu" "$db" <<'EOF'
column 15
EOF
expect_output 'a line break parts them as a blank does' \
	sh -c '"$1" --db "$2" --format=json cites "$(printf "18-nq/tw\nngay:2022")" |
		jq .total.value' sh "$tracuu" "$db" <<'EOF'
2
EOF
expect_error 2 'is not understood' 'and what is no text is no number' \
	"$tracuu" --db "$db" cites "$(printf '18-NQ/TW \360:x ngay:2022')"
expect_error 2 'conditions such as ngay:' 'and none that is no field' \
	"$tracuu" --db "$db" cites 05-CT/TW tin
# documents are told apart by their dates
expect_output 'a number is that of three documents' \
	sh -c '"$1" --db "$2" --format=json cites 18-NQ/TW |
		jq -r ".documents[] | \"\(.count) \(.value)\""' \
	sh "$tracuu" "$db" <<'EOF'
4 18-NQ/TW@2017-10-25
4 18-NQ/TW@2022-06-16
1 18-NQ/TW@2026-07-28
EOF
expect_output 'one of them is asked for' \
	sh -c '"$1" --db "$2" cites 18-NQ/TW@2022 | head -n 2' \
	sh "$tracuu" "$db" <<'EOF'
18-NQ/TW@2022: cited by 4 articles, first 2022-08-08, most in 2022 (2)

EOF
expect_output 'each is a node of its own, those asked for in bold' \
	sh -c '"$1" --db "$2" --format=dot cites $3 | grep "^ *\"18-.*bold" |
		sort' sh "$tracuu" "$db" 18-NQ/TW <<'EOF'
  "18-NQ/TW@2017-10-25" [style=bold];
  "18-NQ/TW@2022-06-16" [style=bold];
  "18-NQ/TW@2026-07-28" [style=bold];
EOF
expect_output 'or the one' \
	sh -c '"$1" --db "$2" --format=dot cites $3 | grep "bold"' \
	sh "$tracuu" "$db" 18-NQ/TW@2022 <<'EOF'
  "18-NQ/TW@2022-06-16" [style=bold];
EOF
expect_output 'in whatever way its date is said' \
	sh -c 'for at in 2017 2017-10 25/10/2017 khóaXII; do
		"$1" --db "$2" --format=json cites 18-NQ/TW@$at |
			jq -c "[.documents[] | .value, .count]"
		"$1" --db "$2" --format=dot cites 18-NQ/TW@$at | grep bold
	done | sort | uniq -c | tr -s " "' sh "$tracuu" "$db" <<'EOF'
 4 "18-NQ/TW@2017-10-25" [style=bold];
 4 ["18-NQ/TW@2017-10-25",4]
EOF
# a mention of neither, beside those of both, is no third document
jq -nc '{url: "https://a.example/x", title: "Chi bộ học tập hai nghị quyết",
	body: ("Chi bộ học Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết " +
	"số 18-NQ/TW ngày 16/6/2022. Các đảng viên bàn kỹ. Về sau ai cũng nhắc " +
	"Nghị quyết số 18-NQ/TW, và cho đó là việc lâu dài của cả chi bộ thôn.")}' \
	>"$scratch/both.jsonl"
"$import" --quiet --db "$scratch/both" "$scratch/both.jsonl"
expect_output 'an article has an edge to each document that it tells apart' sh -c "
	'$tracuu' --db '$scratch/both' --format=tsv cites 18-NQ/TW | cut -f 4,5" \
	<<'EOF'
number	document
18-NQ/TW	18-NQ/TW@2017-10-25
18-NQ/TW	18-NQ/TW@2022-06-16
EOF
# those that a plenum passed are what its name asks for
search cites --format=dot NQTW4 | sed -n 's/^ *\("[^"]*"\) .*bold.*/\1/p' |
	sort >"$scratch/a"
search cites --format=dot NQTW4 | sed -n 's/.* -> \(".*"\);/\1/p' | sort -u |
	comm -12 - "$scratch/a" >"$scratch/b"
grep -q '"04-NQ/TW@2016-10-30"' "$scratch/a" || echo none >>"$scratch/a"
check 'what a plenum passed is in bold, and cited' "$scratch/a" "$scratch/b"
search cites --format=graphml 18-NQ/TW | sed -n 's/.*<node id="\([^"]*\)".*document.*/\1/p' |
	sort >"$scratch/a"
search cites --format=tsv 18-NQ/TW |
	awk -F '\t' 'NR > 1 { print $5 ? $5 : $4 }' | sort -u >"$scratch/b"
check 'the nodes are the documents of the table' "$scratch/b" "$scratch/a"
expect_error 2 'document number' 'cites a number that is none' \
	"$tracuu" --db "$db" cites foo
expect_error 2 'stands for many' 'cites a pattern' \
	"$tracuu" --db "$db" cites '*-NQ/TW'
expect_error 2 'stands for many' 'and one with a field' \
	"$tracuu" --db "$db" cites 'so:21-*'
expect_error 2 'which document' 'cites nothing' "$tracuu" --db "$db" cites
expect_exit 1 'cites a document that no article cites' \
	"$tracuu" --db "$db" cites 9999-NQ/TW
expect_exit 1 'counts nothing' "$tracuu" --db "$db" count xyzzy
expect_output 'and says so' "$tracuu" --db "$db" count xyzzy <<'EXPECTED'
0
EXPECTED
expect_error 2 'tracuu count prints text, json' 'count has no table' \
	"$tracuu" --db "$db" count --format=csv chi

done_testing
