#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Text that means no good, through the programs: each is answered in bounded
# memory, nothing crashes, and what stands beside it is found.
. "${srcdir:-.}/tests/lib.sh"

pages=$scratch/pages
mkdir "$pages"

# page NAME: an article around what comes from standard input
page() {
	{
		echo "Chi bộ thôn $1 họp thường kỳ"
		echo
		echo "Ngày 5/3/2023, chi bộ thôn $1 họp bàn việc làm đường, có đủ đảng viên dự và biểu quyết."
		cat
		echo
		echo "Đồng chí bí thư giao việc cho từng người, hẹn tháng sau báo cáo kết quả với chi bộ thôn $1."
	} >"$pages/$1.txt"
}

repeat() {
	head -c "$2" /dev/zero | sed "s/\\x0/$1/g"
}

{ printf 'dấu a'; repeat '\xCC\x81' 500000; } | page Marks
{ printf 'chữ '; repeat 'x' 10000000; } | page Token
printf 'byte h\303ng \355\240\200 \377\376 \300\200 dở \360\237' | page Bytes
{
	printf 'dòng thứ nhất đúng mã, dòng sau thì không:\n'
	printf 'chi b\344 h\344p, \256\266ng vi\252n\n'
} | page Mixed
printf 'Bản tin \342\200\213có\342\200\213 ký tự \302\255ẩn và \342\200\256ngược' |
	page Hidden
repeat '8 giờ 5\/6\/2023 ' 60000 | page Hours

# 1 GB, which AddressSanitizer would not bear
limit=$((1024 * 1024))
bounded() {
	if grep -q sanitize=address "$builddir/config.log" 2>/dev/null; then
		"$@"
	else
		(
			ulimit -v "$limit" 2>/dev/null
			exec "$@"
		)
	fi
}

expect_exit 0 'hostile texts are imported or rejected, one by one' \
	bounded "$import" --json --jobs=1 --page-timeout=10 \
		--db "$scratch/db" "$pages"
cp "$scratch/actual" "$scratch/counts"
expect_output 'and accounted for' \
	jq -c '[.captures, .imported + .rejected]' "$scratch/counts" <<'END'
[6,6]
END
for name in Marks Token Hidden Hours; do
	expect_output "what stands beside it is found: $name" \
		sh -c '"$1" --db "$2" --format=json "\"chi bộ thôn $3\"" |
			jq -r ".hits[0].source"' sh "$tracuu" "$scratch/db" \
		"$name" <<END
pages/$name.txt
END
done
expect_output 'hidden characters part no word' \
	sh -c '"$1" --db "$2" --format=json "\"ký tự ẩn và ngược\"" |
		jq -r ".hits[0].source"' sh "$tracuu" "$scratch/db" <<'END'
pages/Hidden.txt
END

# ---- what the importer says of names that mean no good ----

esc=$(printf '\033]0;x')
back=$(printf '\342\200\256')
mkdir "$scratch/$esc"
printf 'x' >"$scratch/$esc/${back}short.html"
cp "$pages/Hidden.txt" "$scratch/$esc/article.txt"
printf '{"type":"header","x":%s}\n' "$esc" >"$scratch/broken"
printf '%s\n' "$scratch/$esc" >"$scratch/list"
# tame STATUS DESCRIPTION ARGUMENT...: the name is said so that it does nothing
tame() {
	status=$1
	description=$2
	shift 2
	expect_exit "$status" "$description" \
		"$import" --db "$scratch/names" "$@"
	cat "$scratch/actual" "$scratch/stderr" >"$scratch/said"
	if ! grep -q -e "$esc" -e "$back" "$scratch/said" &&
	   grep -qF -e '\x1B' -e '\u202E' "$scratch/said"; then
		pass "$description: acts on no terminal"
	else
		fail "$description: acts on no terminal"
		cat -v "$scratch/said" | comment
	fi
}
tame 3 'a path that is not there' "$scratch/$esc" "$scratch/none$esc"
tame 0 'a dry run' --dry-run --explain "$scratch/$esc"
tame 0 'the report of rejects' --report=rejects
tame 0 'what is not indexed' --not-indexed="$scratch/list"
echo x >>"$scratch/$esc/article.txt"
tame 0 'a check' --verify "$scratch/$esc"
tame 3 'a broken dump' --restore="$scratch/broken"
tame 2 'no such article' --delete "$esc"
tame 4 'no such archive' --db="$scratch/$esc.db" --stats

# ---- what is printed of such texts ----

jq -nc '{url: "https://a.example/1", date: "2024-03-05",
	title: "Chi bộ thôn &amp;#8238;Đông họp",
	body: ("Ngày 5/3/2024, Chi bộ thôn Đông học Chỉ thị số 05-CT/TW, bàn " +
	"việc nạo vét kênh mương, trồng lại hàng cây ven đường làng và góp " +
	"công sửa nhà văn hóa.\n\nAi nấy hẹn nhau làm xong trước mùa.")}' \
	>"$scratch/entity.jsonl"
"$import" --quiet --db "$scratch/entity" "$scratch/entity.jsonl"
expect_output 'a graph has no character that Graphviz would make' \
	sh -c '"$1" --db "$2" --format=dot cites 05-CT/TW | grep -o "thôn .*họp"' \
	sh "$tracuu" "$scratch/entity" <<'END'
thôn &amp;#8238;Đông họp
END
if command -v dot >/dev/null; then
	expect_output 'and Graphviz makes none' sh -c '"$1" --db "$2" \
		--format=dot cites 05-CT/TW | dot -Tsvg | grep -o "thôn .*họp"' \
		sh "$tracuu" "$scratch/entity" <<'END'
thôn &amp;#8238;Đông họp
END
else
	skip 'and Graphviz makes none' 'no dot'
fi

# ---- queries ----

# a message is one line: none that a value holds begins another
newline=$(printf 'x\ntracuu: all is well')
expect_error 4 "no archive at 'x\x0Atracuu: all is well'; create" \
	'a line feed in the name of an archive' "$tracuu" --db "$newline" chi
expect_error 2 '--limit=x\x0Atracuu: all is well: give a number' \
	'in the value of an option' "$tracuu" --limit="$newline" chi
expect_error 2 "no option '--x\x0Atracuu: all is well'" 'in an option' \
	"$tracuu" "--$newline" chi
expect_error 3 'x\x0Atracuu: all is well' 'in a path to import' \
	"$import" --quiet --db "$scratch/none" "$newline"

db=$scratch/corpus
"$import" --quiet --db "$db" "$srcdir/corpus" 2>/dev/null

# answered QUERY...: 0 or 1, and a whole document
answered() {
	bounded "$tracuu" --db "$db" --format=json -- "$@" >"$scratch/answer"
	status=$?
	[ "$status" -le 1 ] && jq -e '.hits | type == "array"' \
		"$scratch/answer" >/dev/null
}

expect_exit 0 'a query of function words alone' answered và của các trong là
expect_output 'finds articles' sh -c 'jq ".hits | length > 0" "$1"' sh \
	"$scratch/answer" <<'END'
true
END
for word in this of deadline; do
	expect_exit 0 "a word that is Telex too: $word" answered "$word"
	expect_output 'is read as typed, or said to be read otherwise' \
		sh -c 'jq "(.total.value == 0) or (.hits[0].relaxed) or
			([.hits[].matched_by] | all(. == \"exact\" or . == \"bare\"))
			or (.query.notes | length > 0)" "$1"' sh \
		"$scratch/answer" <<'END'
true
END
done
expect_exit 0 'a word with ten thousand marks' \
	answered "$(printf 'a'; repeat '\xCC\x81' 5000)"
expect_exit 2 'bytes that are no UTF-8' \
	bounded "$tracuu" --db "$db" -- "$(printf 'b\377\376')"
expect_exit 2 'half a surrogate' \
	bounded "$tracuu" --db "$db" -- "$(printf 'b\355\240\200')"
done_testing
