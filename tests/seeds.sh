#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Five real articles, where they are at hand: they are not part of the tree.
. "${srcdir:-.}/tests/lib.sh"

seeds=$srcdir/../shared/seeds
[ -d "$seeds" ] || skip_all 'the five articles are not here'

db=$scratch/archive
expect_output 'the first import takes all five' \
	"$import" --db "$db" "$seeds" <<'EXPECTED'
5 captures: 5 imported, 0 replaced, 0 unchanged, 0 duplicates, 0 rejected
EXPECTED
expect_output 'the second finds them unchanged' \
	"$import" --db "$db" "$seeds" <<'EXPECTED'
5 captures: 0 imported, 0 replaced, 5 unchanged, 0 duplicates, 0 rejected
EXPECTED

# found QUERY... : the first digits of the files, best first, on one line
found() {
	sources "$db" "$@" | sed 's|^seeds/00\(.\)_.*|\1|' | tr '\n' ' ' |
		sed 's/ $//'
}

# expect_set "0 4" ARGUMENT...: these articles in any order
expect_set() {
	wanted=$1
	shift
	got=$(found "$@" | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')
	if [ "$got" = "$wanted" ]; then
		pass "$* finds '$wanted'"
	else
		fail "$* finds '$wanted'"
		echo "# got '$got'"
	fi
}

expect_first() {
	wanted=$1
	shift
	got=$(found "$@")
	case $got in
	"$wanted"*) pass "$* finds $wanted first" ;;
	*) fail "$* finds $wanted first"; echo "# got '$got'" ;;
	esac
}

for number in '01-KL/TW' '01 KL/TW' '1-kl/tw' '01–KL/TW'; do
	expect_set '0 4' "$number"
done
expect_set 3 so:21-NQ/TW
expect_set 0 so:21-KL/TW
expect_set 1 so:02-ĐA/TU
expect_set 1 so:02-DA/TU
expect_set 2 so:70-KH/CB2
expect_set 1 so:12-NQ/TU
expect_set '1 3' loai:NQ
expect_first 1 sinh hoạt chi bộ mẫu
expect_first 1 sinh hoat chi bo mau
expect_first 3 quy dat
expect_set 0 --from 2023-06-01 --to 2023-06-30
expect_set 1 ngay:9/2021
expect_set 1 'donvi:"Đông Kinh"'
expect_set 2 'donvi:"Sở Công Thương"'
expect_set 0 'donvi:"Tỉnh Đoàn"'
expect_set '' '"Thống kê truy cập"'
expect_set '' '"Tin liên quan"'
expect_set '' '"Chế độ ban đêm"'

if [ "$(found uỷ ban kiểm tra)" = "$(found ủy ban kiểm tra)" ] &&
   [ -n "$(found ủy ban kiểm tra)" ]; then
	pass 'uỷ and ủy give the same list'
else
	fail 'uỷ and ủy give the same list'
fi

"$import" --dry-run "$seeds" >"$scratch/dry"

# expect_fact DESCRIPTION ARTICLE JQ-FILTER: the filter holds
expect_fact() {
	if grep "\"source\":\"seeds/00$2" "$scratch/dry" |
	   jq -e "$3" >/dev/null; then
		pass "$1"
	else
		fail "$1"
		grep "\"source\":\"seeds/00$2" "$scratch/dry" |
			jq -c '{title, published, numbers: [.numbers[] | .canonical],
				dates: [.dates[] | [.printed, .date, .role]]}' | comment
	fi
}

expect_fact 'title of 0' 0 '.title | startswith("Chi bộ Tỉnh Đoàn tổ chức sinh hoạt chuyên đề")'
expect_fact 'title of 1' 1 '.title == "SINH HOẠT CHI BỘ MẪU TẠI PHƯỜNG ĐÔNG KINH TP LẠNG SƠN"'
expect_fact 'title of 2' 2 '.title == "Những điểm mới trong tổ chức sinh hoạt chuyên đề năm 2023 của Chi bộ 2"'
expect_fact 'title of 3' 3 '.title | startswith("DIỄN ĐÀN SINH HOẠT CHI BỘ TRUNG TÂM PHÁT TRIỂN QUỸ ĐẤT TỈNH")'
expect_fact 'both title lines of 4' 4 '.title == "THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW Ở ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH: Làm từ việc nhỏ nhất đến giải quyết những vấn đề tồn tại kéo dài"'
expect_fact '0 was published on 6 June 2023' 0 '.published.date == "2023-06-06" and .published.basis == "page"'
expect_fact '1 has the date of its event' 1 '.published.date == "2021-09-01" and .published.basis == "event"'
expect_fact '02/9 in a name is no date' 1 '[.dates[] | select(.printed | test("02/9"))] == []'
expect_fact '4 has an event on 15 May without a year' 4 '[.dates[] | select(.printed == "Ngày 15.5" and .role == "event")] | length == 1'
expect_fact '3 contradicts the registry' 3 '[.numbers[] | select(.canonical == "21-NQ/TW" and .conflict)] | length > 0'
expect_fact 'what 3 prints stays beside what is known' 3 '[.numbers[] | select(.conflict) | [.printed, .date, .id]] == [["21-NQ/TW", "2021-06-16", "21-NQ/TW@2022-06-16"]]'
expect_fact '3 makes no new document of it' 3 '[.numbers[] | select(.canonical == "21-NQ/TW").id] | unique | length == 1'
expect_fact '0 prints an event on 5 May, which is flagged' 0 '[.dates[] | select(.role == "event" and .date == "2023-05-05")] | length == 1 and .[0].conflict'
expect_fact '1 has both documents of "khóa XI, XII"' 1 '[.numbers[] | select(.printed | test("XI")) | .id] == ["12-NQ/TW@2012-01-16", "04-NQ/TW@2016-10-30"]'
expect_fact '1 names the issuer of TU' 1 '[.numbers[] | select(.canonical == "02-ĐA/TU") | .issuer_unit] == ["Đảng bộ thành phố Lạng Sơn"]'
expect_fact '2 names the issuer of CB2' 2 '[.numbers[].issuer_unit] | unique == ["Chi bộ 2"]'
expect_fact 'the year of 4 is inferred by a named rule' 4 '[.dates[] | select(.role == "event")] | .[0].date == "2024-05-15" and .[0].inferred and .[0].rule == "year-from-span"'
expect_fact 'the main unit of 0' 0 '[.units[] | select(.role == "subject") | .canonical] == ["Chi bộ Tỉnh Đoàn Lạng Sơn"]'
expect_fact 'the main unit of 2' 2 '[.units[] | select(.role == "subject") | .canonical] == ["Chi bộ 2"]'
expect_fact 'the main unit of 4' 4 '[.units[] | select(.role == "subject") | .canonical] == ["Đảng bộ Khối các cơ quan tỉnh"]'
expect_set 4 ngay:5/2024
expect_set 1 so:04-NQ/TW
expect_set 1 so:04-NQ/TW@2016
expect_set 1 so:04-NQ/TW@khóaXII
expect_set '' so:04-NQ/TW@khóaXIV
expect_set 1 nghị quyết trung ương 4 khóa 12
expect_set 1 "chỉ thị 05 của Bộ Chính trị" donvi:"phường Đông Kinh"
expect_set '0 1 4' so:05-CT/TW

done_testing
