#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The forms of an answer: the same hits in each, nothing in them that acts on
# a terminal or a spreadsheet; pages, cursors, samples.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
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

# the same hits in every form
for query in 'chi bộ' '"chi bộ"' 'ngay:2021..2025' 'sổ tay điện tử'; do
	search --format=json --limit=1000 --match=all "$query" |
		jq -r '.hits[].id' >"$scratch/json"
	search --format=ids --match=all "$query" >"$scratch/ids"
	check "ids are the hits of JSON: $query" "$scratch/json" "$scratch/ids"
	search --format=jsonl --match=all "$query" |
		jq -r 'select(.type == "hit").id' >"$scratch/jsonl"
	check "JSON Lines too: $query" "$scratch/json" "$scratch/jsonl"
	search --format=tsv --match=all "$query" | tail -n +2 | cut -f 2 \
		>"$scratch/tsv"
	check "TSV too: $query" "$scratch/json" "$scratch/tsv"
	search -0 --match=all "$query" | tr '\0' '\n' >"$scratch/zero"
	check "ids ended by NUL too: $query" "$scratch/json" "$scratch/zero"
done
search --format=csl --match=all 'chi bộ' | jq -r '.[].id' >"$scratch/csl"
search --format=ids --match=all 'chi bộ' >"$scratch/ids"
check 'CSL-JSON is one array of them' "$scratch/ids" "$scratch/csl"
search --format=ris --match=all 'chi bộ' | sed -n 's/^ID  - //p' \
	>"$scratch/ris"
check 'RIS has them' "$scratch/ids" "$scratch/ris"
search --format=bibtex --match=all 'chi bộ' |
	sed -n 's/^@misc{tracuu-\(.*\),$/\1/p' >"$scratch/bibtex"
check 'BibTeX has them' "$scratch/ids" "$scratch/bibtex"

# articles with some of the words: marked where a mark has a place, told beside
# ids, and none in a list of references
is 'JSON Lines mark what has some of the words' \
	"$(search --format=jsonl sổ tay xyzzy |
	   jq -c 'select(.type == "hit").relaxed' | uniq -c | tr -s ' ')" \
	' 10 true'
is 'tables too' \
	"$(search --format=tsv sổ tay xyzzy | cut -f 13 | uniq -c | tr -s ' ')" \
	' 1 relaxed
 10 true'
for form in --format=ids --null; do
	is "$form tells of what has some of the words" \
		"$(search $form sổ tay xyzzy 2>&1 >/dev/null |
		   grep -c 'only some of the words')" 1
	is "$form says nothing where there is none" \
		"$(search $form --limit=2 sổ tay 2>&1 >/dev/null)" ''
done
for format in bibtex csl ris; do
	search --format=$format --limit=5 sổ tay xyzzy >"$scratch/some" 2>&1
	status=$?
	is "a reference in $format has all the words" \
		"$status $(grep -c 'corpus/' "$scratch/some")" '1 0'
	search --format=$format sổ tay | grep -v '^% archive' \
		>"$scratch/default"
	search --format=$format --match=all sổ tay | grep -v '^% archive' \
		>"$scratch/all"
	check "as with --match=all, in $format" "$scratch/all" \
		"$scratch/default"
	is "any of them where that is asked for, in $format" \
		"$(search --format=$format --match=any --limit=5 sổ tay xyzzy |
		   grep -c 'corpus/')" 5
done

search --format=json --limit=1000 'chi bộ' | jq -S -c '.hits[]' >"$scratch/a"
search --format=jsonl --limit=1000 'chi bộ' |
	jq -S -c 'select(.type == "hit") | del(.type)' >"$scratch/b"
check 'a hit is the same in JSON and in JSON Lines' "$scratch/a" "$scratch/b"
expect_output 'the summary comes last and counts' sh -c \
	"'$tracuu' --db '$db' --format=jsonl 'chi bộ' | tail -n 1 |
	jq -c '[.type, .given == .total.value, .total.exact, .next]'" <<'EXPECTED'
["summary",true,true,null]
EXPECTED
expect_output 'no hit is a summary' sh -c \
	"'$tracuu' --db '$db' --format=jsonl xyzzy | jq -c '[.type, .given]'" \
	<<'EXPECTED'
["summary",0]
EXPECTED
expect_exit 1 'and exit 1' "$tracuu" --db "$db" --format=jsonl xyzzy
expect_output 'a table without rows has its head' sh -c \
	"'$tracuu' --db '$db' --format=csv xyzzy | cut -d, -f1-3" <<'EXPECTED'
rank,id,date
EXPECTED

# highlights: the pieces are the text, and the ranges are the pieces
if search --format=jsonl nghi quyet |
   jq -es '[.[] | select(.type == "hit") | .snippet |
	(([.pieces[].text] | add // "") == .text) and
	(([.pieces[] | select(.match)] | length) == (.highlights | length))] |
	length > 20 and all' >/dev/null; then
	pass 'the pieces are the text'
else
	fail 'the pieces are the text'
fi
if search --format=jsonl nghi quyet |
   jq -es '[.[] | select(.type == "hit") | .snippet.pieces[] |
	select(.match).text | ascii_downcase] |
	index("nghị quyết") != null' >/dev/null; then
	pass 'nghi quyet highlights Nghị quyết'
else
	fail 'nghi quyet highlights Nghị quyết'
fi
# offsets are bytes of the article's own text
search --format=json --limit=1 '"nghị quyết"' >"$scratch/one"
id=$(jq -r '.hits[0].id' "$scratch/one")
search --format=json show "$id" | jq -j .text >"$scratch/text"
start=$(jq '.hits[0].snippet | .start + .highlights[0][0]' "$scratch/one")
size=$(jq '.hits[0].snippet.highlights[0] | .[1] - .[0]' "$scratch/one")
tail -c +"$((start + 1))" "$scratch/text" | head -c "$size" >"$scratch/a"
jq -j '[.hits[0].snippet.pieces[] | select(.match)][0].text' \
	"$scratch/one" >"$scratch/b"
check 'a highlight is a range of the article' "$scratch/a" "$scratch/b"
if search --format=json --snippet=40 --limit=50 chi bộ |
   jq -e '[.hits[].snippet.text | length <= 40] | all' >/dev/null; then
	pass 'a snippet is no wider than asked for'
else
	fail 'a snippet is no wider than asked for'
fi

# A mark that closes what the last word stands in goes with it, also behind
# the end of a sentence, as far as the columns go.
mkdir "$scratch/marks"
tr '\n' ' ' >"$scratch/text" <<'END'
Ngày 5/3/2024, Chi bộ thôn Bến Trên nghe đồng chí bí thư kể chuyện “Chiếc đồng
hồ”, rồi bàn cách làm (như mọi tháng) cho tốt hơn trước. Đảng viên nói: «Việc
làng là việc chung.» Mọi người hứa ‘làm ngay’ và ghi vào sổ "nhật ký thôn" để
tháng sau cùng xem lại từng việc đã làm trong thôn.
END
printf 'Chi bộ thôn Bến Trên học tập chuyên đề\n\n%s\n' \
	"$(cat "$scratch/text")" >"$scratch/marks/one.txt"
"$import" --quiet --db "$scratch/one.db" "$scratch/marks"
for columns in $(seq 12 60); do
	for word in 'đồng hồ' 'mọi tháng' 'việc chung' 'làm ngay' 'nhật ký'; do
		"$tracuu" --db "$scratch/one.db" --format=json \
			--snippet="$columns" "\"$word\"" |
			jq -r --argjson n "$columns" '.hits[].snippet.text |
				., if length > $n then "too wide" else empty end'
	done
done >"$scratch/shown"
expect_output 'a closing mark goes with the last word' sh -c \
	"grep -oE '(đồng hồ|mọi tháng|chung|ngay|ký thôn).?.?\$|too wide' \
	'$scratch/shown' | sort -u" <<'EXPECTED'
chung.»
ký thôn"
mọi tháng)
ngay’
đồng hồ”
EXPECTED

# So does the unit of a number, in a concordance too.
jq -n -c '{url: "http://example.vn/4", title: "Hiến đất làm đường", text: (
	"Ngày 5/3/2024, bà con thôn Bến Trên hiến 450 m² đất vườn và góp 38% " +
	"số tiền làm cây cầu mới qua con mương của thôn, trong nhà giữ 26°C; " +
	"họ bàn tiếp việc khác.")}' >"$scratch/units.jsonl"
"$import" --quiet --db "$scratch/units.db" "$scratch/units.jsonl"
for columns in $(seq 8 70); do
	"$tracuu" --db "$scratch/units.db" --format=json \
		--snippet="$columns" hiến | jq -r '.hits[].snippet.text'
	"$tracuu" --db "$scratch/units.db" --format=json \
		--kwic="$columns" '"hiến"' | jq -r '.lines[].right'
	"$tracuu" --db "$scratch/units.db" --format=json \
		--kwic="$columns" '"cầu mới"' | jq -r '.lines[].right'
done >"$scratch/shown"
expect_output 'a unit goes with its number' sh -c \
	"grep -oE '(450 m|38|26).?C?\$' '$scratch/shown' | sort -u" <<'EXPECTED'
26°C
38%
450 m²
EXPECTED

# pages by cursor put together are the whole
search --format=ids --match=all 'chi bộ' >"$scratch/whole"
after=
: >"$scratch/pages"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
	search --format=json --limit=7 --match=all ${after:+--after=$after} \
		'chi bộ' >"$scratch/page"
	jq -r '.hits[].id' "$scratch/page" >>"$scratch/pages"
	after=$(jq -r '.next // ""' "$scratch/page")
	[ -n "$after" ] || break
done
check 'pages by cursor put together are the whole' \
	"$scratch/whole" "$scratch/pages"
search --format=jsonl --limit=3 --match=all 'chi bộ' | tail -n 1 >"$scratch/page"
after=$(jq -r .next "$scratch/page")
search --format=ids --limit=3 --match=all --after="$after" 'chi bộ' >"$scratch/a"
sed -n 4,6p "$scratch/whole" >"$scratch/b"
check 'a cursor goes on in another form' "$scratch/a" "$scratch/b"
expect_error 2 'another query' 'a cursor of another query' \
	"$tracuu" --db "$db" --after="$after" đảng
expect_error 2 'another query' 'a cursor of words that stand for others' \
	"$tracuu" --db "$db" --match=all --max-expansion=3 --after="$after" \
	'chi bộ'
expect_exit 0 'but not of as many as always' \
	"$tracuu" --db "$db" --match=all --max-expansion=200 --no-collapse \
	--after="$after" 'chi bộ'
expect_error 2 'no cursor' 'no cursor at all' \
	"$tracuu" --db "$db" --after=7 đảng
expect_error 2 'no cursor' 'a cursor that is too far' \
	"$tracuu" --db "$db" --after=1-99999999999-00000000-x đảng
other=$(echo "$after" | sed 's/-[^-]*$/-0009:1/')
expect_output 'a cursor of another generation is told' sh -c \
	"'$tracuu' --db '$db' --format=json --match=all --limit=1 \
	--after='$other' 'chi bộ' | jq -c '[.after_generation, .hits[0].rank]'" \
	<<'EXPECTED'
["0009:1",4]
EXPECTED

expect_output 'with the options that chose it' sh -c "
	for form in text json bibtex; do
		'$tracuu' --no-config --db '$db' --from=6/2023 --as-of=2025 \
			--limit=1 --stamp --format=\$form họp 2>&1 >\"$scratch/a\" |
			sed 's/.*query: //'
		head -n 1 \"$scratch/a\" | grep -oE ', --from.*, q|\"options\".*04\"\\]'
	done
	'$tracuu' --no-config --db '$db' --undated --format=json compare a b |
		jq -c '.queries[].query.options'
	'$tracuu' --no-config --db '$db' --to=2024 --format=svg timeline họp |
		grep -oE 'month.*<'
	'$tracuu' --no-config --db '$db' --to=2024 --format=dot cites 05-CT/TW |
		grep -oE 'TW[^,]*, --to[^,]*,'
	'$tracuu' --no-config --db '$db' --sample=2 --seed=9 --format=jsonl họp |
		jq -c 'select(.query).query.options'" <<'EXPECTED'
họp; options: --from=2023-06 --as-of=2025
họp; options: --from=2023-06 --as-of=2025
họp; options: --from=2023-06 --as-of=2025
, --from=2023-06 --as-of=2025, q
["--undated"]
["--undated"]
month, --to=2024<
TW\", --to=2024,
["--sample=2","--seed=9"]
EXPECTED
expect_output 'a stamp says what answered' sh -c \
	"'$tracuu' --db '$db' --stamp --format=ids --limit=1 CHI bộ 2>&1 >/dev/null |
	sed 's/archive [0-9]*:[0-9]*:[0-9a-f]*/archive G/'" <<'EXPECTED'
tracuu: archive G, 60 articles, query: CHI bộ
EXPECTED
# and tables of counts hold the generation, those of articles always do
generation=$(search --format=json count chi | jq -r .generation)
while read -r arguments; do
	eval "search --stamp --format=csv $arguments" >"$scratch/csv" \
		2>/dev/null
	eval "search --stamp --format=tsv $arguments" 2>/dev/null |
		awk -F '\t' '{ print $NF }' | sort -u >"$scratch/stamps"
	printf '%s\n' "$generation" generation | sort >"$scratch/wanted"
	sed 's/.*,//' "$scratch/csv" | sort -u >"$scratch/csv.stamps"
	check "stamped: $arguments" "$scratch/wanted" "$scratch/stamps"
	check "stamped, as CSV: $arguments" "$scratch/wanted" \
		"$scratch/csv.stamps"
	eval "search --format=csv $arguments" >"$scratch/plain"
	sed 's/,[^,]*$//' "$scratch/csv" >"$scratch/cut"
	check "not stamped: $arguments" "$scratch/plain" "$scratch/cut"
done <<'EOF'
timeline chi
compare chi bộ
facets --facets=year,site/year chi
cites 05-CT/TW
EOF

# samples
search --format=ids --sample=5 --seed=3 'chi bộ' | sort >"$scratch/five"
search --format=ids --sample=9 --seed=3 'chi bộ' | sort >"$scratch/nine"
comm -12 "$scratch/five" "$scratch/nine" >"$scratch/both"
if [ "$(wc -l <"$scratch/nine")" -eq 9 ] &&
   cmp -s "$scratch/five" "$scratch/both"; then
	pass 'a sample is part of a larger one'
else
	fail 'a sample is part of a larger one'
fi
search --format=ids --sample=5 --seed=4 'chi bộ' | sort >"$scratch/other"
if cmp -s "$scratch/five" "$scratch/other"; then
	fail 'another seed, another sample'
else
	pass 'another seed, another sample'
fi
expect_output 'a sample of a phrase holds the phrase' sh -c \
	"'$tracuu' --db '$db' --format=ids --sample=3 '\"quỹ đất\"' | wc -l" \
	<<'EXPECTED'
2
EXPECTED

# hostile articles
pages=$scratch/pages.d
mkdir "$pages"
body='Ngày 5/3/2024, Chi bộ thôn Đông tổ chức sinh hoạt thường kỳ tháng 3, bàn về
việc nạo vét kênh mương và trồng lại hàng cây ven đường làng.

Các đảng viên thống nhất giao mỗi tổ một đoạn kênh, làm xong trước ngày mùa.'
jq -n --arg body "$body" '{url: "https://x.example/a?b=%1b&c=\"d",
	title: "=HYPERLINK(\"http://evil.example\";\"kênh\")\u001b[31m đỏ \u202elàng",
	date: "2024-03-05", body: $body}' -c >"$pages/bad.jsonl"
jq -n --arg body "\"Ngoặc\": $body" '{url: "https://x.example/b",
	title: "@SUM(1) kênh, {TeX} \\input & 100% <script>", body: $body}' -c \
	>>"$pages/bad.jsonl"
jq -n --arg body "Tổ ba: $body" '{url: "https://x.example/\u202ec",
	title: "Làng \u061cbên kênh} x @article(evil, title=\"Giả\", year=1999)",
	body: ($body + "\n\nTheo Nghị quyết số 18-NQ/TW ngày 16/6/2022.")}' -c \
	>>"$pages/bad.jsonl"
printf 'Tin về con kênh\n\nTổ tư: %s\nTheo Nghị quyết số 18-NQ/TW.\n' "$body" \
	>"$pages/$(printf 'a\377\376\033[31mb\nc\330\234\342\200\256.txt')"
"$import" --quiet --db "$scratch/bad" "$pages"
# What acts: C0 but line feed, DEL, C1 and the marks of direction
acts='\x00-\x09\x0B-\x1F\x7F\x{80}-\x{9F}\x{61C}\x{200E}\x{200F}'
acts="[$acts\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]"
# harmless DESCRIPTION COMMAND...: says something, in UTF-8 without any of these;
# a tab is what parts a table's columns
harmless() {
	description=$1
	shift
	"$@" 2>&1 | tr '\t' '|' >"$scratch/out"
	if [ -s "$scratch/out" ] && iconv -f UTF-8 -t UTF-8 "$scratch/out" \
		>/dev/null 2>&1 && ! grep -qP "$acts" "$scratch/out"; then
		pass "$description lets nothing through that acts on a terminal"
	else
		fail "$description lets nothing through that acts on a terminal"
		cat -v "$scratch/out" | comment
	fi
}
bad() {
	"$tracuu" --db "$scratch/bad" "$@"
}
for format in text csv tsv ids bibtex ris json jsonl csl; do
	harmless "$format" bad --no-collapse --format=$format kênh
done
for format in text csv tsv json; do
	harmless "kwic in $format" bad --kwic=30 --format=$format kênh
	harmless "facets in $format" bad facets --format=$format
	harmless "a comparison in $format" bad compare --format=$format \
		"kênh$(printf '\330\234')" làng
done
for format in text dot graphml csv tsv json; do
	harmless "citations in $format" bad cites --format=$format 18-NQ/TW
done
for id in $(bad --format=ids kênh); do
	harmless "$id as text" bad show "$id"
	harmless "$id as JSON" bad show --format=json "$id"
	harmless "$id as a page" bad show --format=html "$id"
done
# What BibTeX sees: entries and fields are what its braces, which it counts
# behind backslashes too, and its signs outside of them say.
entries() {
	bad --no-collapse --format=bibtex "$1" | awk '
	{
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			if (c == "@" && !depth) at++
			if (c == "{") depth++
			if (c == "}" && --depth < 0) broken = 1
		}
	}
	END { print at, depth + 0, broken + 0 }'
}
expect_output 'no title forges an entry of BibTeX' entries 'kênh' <<'EXPECTED'
4 0 0
EXPECTED
expect_output 'nor does the query' entries 'so:18-NQ/TW@2022 OR kênh' \
	<<'EXPECTED'
4 0 0
EXPECTED
expect_output 'no value of CSV is a formula' sh -c \
	"'$tracuu' --db '$scratch/bad' --format=csv kênh | tail -n +2 |
	grep -cE '(^|,)\"?[=@+-]'" <<'EXPECTED'
0
EXPECTED
expect_output 'nor of TSV' sh -c \
	"'$tracuu' --db '$scratch/bad' --format=tsv kênh | cut -f 6 | cut -c 1-6 |
	grep -v '^[TL]' | sort" <<'EXPECTED'
'=HYPE
'@SUM(
title
EXPECTED
expect_output 'TeX is escaped' sh -c \
	"'$tracuu' --db '$scratch/bad' --format=bibtex kênh | grep TeX" <<'EXPECTED'
  title = {{@SUM(1) kênh, \textbraceleft{}TeX\textbraceright{} \textbackslash{}input \& 100\% <script>}},
EXPECTED
expect_output 'a title leads to its page where that is asked for' sh -c \
	"'$tracuu' --db '$scratch/bad' --hyperlinks --no-collapse kênh | cat -v | sort |
	grep -o '\^\[]8;;http[^^]*'" <<'EXPECTED'
^[]8;;https://x.example/b
^[]8;;https://x.example/a?b=%1b&c="d
^[]8;;https://x.example/%E2%80%AEc
EXPECTED
expect_output 'a message cannot act on a terminal' sh -c \
	"'$tracuu' --db '$db' \"khong:\$(printf '\\033[31m')\" 2>&1 | cat -v |
	grep -c '\\^\\['" <<'EXPECTED'
0
EXPECTED
# nor the query above its caret, which stands where the fault is shown
expect_output 'nor the query that it points into' sh -c \
	"'$tracuu' --db '$db' \\
		\"a\$(printf '\\330\\234b\\342\\200\\256c') (d\" 2>&1 |
	tail -n 2" <<'EXPECTED'
a\u061Cbc (d
          ^
EXPECTED

# limits
expect_error 2 'jsonl writes any number' 'a page of too many hits' \
	"$tracuu" --db "$db" --limit=10001 chi
expect_exit 0 'an export of as many as that' \
	"$tracuu" --db "$db" --format=ids --limit=1000000000 chi
expect_exit 0 'an export of none' \
	"$tracuu" --db "$db" --format=jsonl --limit=0 chi
expect_error 2 '--sample' 'a sample as a page' \
	"$tracuu" --db "$db" --sample=3 chi
expect_error 74 'cannot write' 'a full disk' sh -c \
	"'$tracuu' --db '$db' --format=jsonl chi >/dev/full"
expect_output 'an export into head is quiet' sh -c \
	"'$tracuu' --db '$db' --format=jsonl chi 2>&1 | head -n 1 | jq .rank" \
	<<'EXPECTED'
1
EXPECTED

for columns in -5 x 3 ''; do
	COLUMNS=$columns search --limit=1 'chi bộ' >"$scratch/odd"
	[ "$(wc -L <"$scratch/odd")" -le 80 ] || echo "$columns"
done >"$scratch/wide"
is 'a width that is none leaves 80' "$(cat "$scratch/wide")" ''

narrow=$(COLUMNS=24 search --limit=1 'chi bộ' | sed -n 3,8p | wc -L)
is 'a narrow terminal is held to' "$((narrow > 15 && narrow <= 24))" 1
printed() {
	search cites 18-NQ/TW
	search facets 'chi bộ'
	search timeline so:05-CT/TW
	search compare --by=year 'đại hội đảng bộ nhiệm kỳ mới' so:57-NQ/TW
	search --limit=0 '"máy cấy" ngay:2020'
	search --limit=0 --color=always tuc chon chugn | sed 's/\x1b\[[0-9;]*m//g'
}
is 'by every command' "$(COLUMNS=40 printed | wc -L)" 40
for columns in 40 200; do
	COLUMNS=$columns printed | grep -v █ | tr -s ' \n' '  ' \
		>"$scratch/$columns"
done
check 'and nothing is lost where lines are parted' "$scratch/40" "$scratch/200"

# colour, on a terminal that TERM names: TERM COLOUR ARGUMENT...
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	printf '[tracuu]\ncolor = always\n' >"$scratch/gaudy"
	while read -r term no_color wanted option; do
		screen=$(TERM=$term NO_COLOR=${no_color#-} script -qec \
			"'$tracuu' --db '$db' $option --limit=1 chi" \
			/dev/null </dev/null 2>&1 | tr '\033' @)
		case $screen in
		*@*) seen=colour ;;
		*' 1. '*) seen=plain ;;
		*) seen=nothing ;;
		esac
		is "TERM=$term NO_COLOR=${no_color#-} $option" "$seen" "$wanted"
	done <<EOF
xterm - colour
dumb - plain
xterm 1 plain
dumb - colour --color=always
xterm - plain --color=never
dumb - plain --config=$scratch/gaudy --color=auto
xterm - colour --config=$scratch/gaudy --color=auto
EOF
else
	skip 'colour on a terminal' 'no script, or no terminals'
fi

done_testing
