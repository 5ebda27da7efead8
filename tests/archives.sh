#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Several archives searched as one: the answer is that of one archive of all
# their articles, and each hit says where it is from.
. "${srcdir:-.}/tests/lib.sh"

cd "$scratch" || exit 1

# page DIRECTORY NAME TITLE NUMBER DATE
page() {
	mkdir -p "$1"
	cat >"$1/$2.html" <<-PAGE
	<html><head><title>$3</title><meta charset="utf-8"></head><body>
	<h1>$3</h1><p>Ngày $5, Ban Chấp hành Đảng bộ huyện họp về việc
	thực hiện Nghị quyết số $4-NQ/TW, với nội dung $3.</p>
	<p>Hội nghị giao nhiệm vụ cho các chi bộ trong quý tới, $2.</p>
	</body></html>
	PAGE
}

page p/one an 'Học tập nghị quyết trong toàn huyện' 21 5/3/2024
page p/one bình 'Sơ kết công tác dân vận khéo' 18 6/4/2023
page p/two chi 'Kiểm tra việc chấp hành Điều lệ' 21 7/5/2024
page p/two dung 'Trao huy hiệu cho đảng viên lâu năm' 19 8/6/2022
page p/two giang 'Nghị quyết về nghị quyết, một cách làm hay' 18 9/7/2022
for name in one two; do
	"$import" --quiet --db="$name" "p/$name" || fail "importing $name"
done
"$import" --quiet --db=all p/one p/two || fail 'importing all'

# Hits of the same rank have no order of their own across archives.
ask() {
	"$tracuu" --format=json --facets=number,year --no-collapse "$@" |
		jq -S 'del(.generation) | .hits |= (map(del(.rank, .archive, .copies))
			| sort_by(.id))' || :
}
both() {
	ask --db=one --db=two "$@"
}

for query in 'nghị quyết' '"nghị quyết"' 'so:21-NQ/TW' 'nghi quyet huyen' \
	     'dân vận khéo OR huy hiệu'; do
	ask --db=all "$query" >whole
	if jq -e '.hits | length > 0' whole >/dev/null; then
		expect_output "as one archive: $query" both "$query" <whole
	else
		fail "as one archive: $query finds nothing"
	fi
done

# Which archive each article is in, by asking each alone.
for name in one two; do
	"$tracuu" --db="$name" --format=ids 'chi bộ' | sed "s/\$/ $name/"
done | sort >where
for format in json jsonl; do
	expect_output "each hit says where it is from: $format" sh -c "
		'$tracuu' --db=one --db=two --format=$format --no-collapse 'chi bộ' |
		jq -r '(.hits // [.])[] | select(.id) | .id + \" \" + .archive' |
		sort" <where
done
expect_output 'and in a phrase' sh -c "
	'$tracuu' --db=one --db=two --format=json --no-collapse '\"chi bộ\"' |
	jq -r '.hits[] | .id + \" \" + .archive' | sort" <where
expect_output 'and in text' sh -c "
	'$tracuu' --db=one --db=two --no-collapse 'chi bộ' | grep -o '\\[[a-z]*\\]' | sort |
	uniq -c | tr -s ' '" <<'OUT'
 2 [one]
 3 [two]
OUT
for form in '--format=csv' '--format=tsv' '--kwic=20 --format=tsv'; do
	# an id, and the last column; a concordance has an article several times
	expect_output "and in tables: $form" sh -c "
		'$tracuu' --db=one --db=two $form --no-collapse 'chi bộ' | tail -n +2 |
		tr ',' '\t' | sed 's/^[0-9]*\t\([0-9a-f]\{16\}\)/\1/' |
		awk -F '\t' '{ print \$1, \$NF }' | sort -u" <where
done
expect_output 'and in a concordance' sh -c "
	'$tracuu' --db=one --db=two --kwic=20 --format=jsonl --no-collapse 'chi bộ' |
	jq -r 'select(.id) | .id + \" \" + .archive' | sort -u" <where
expect_output 'and where people read it' sh -c "
	'$tracuu' --db=one --db=two --kwic=20 --no-collapse 'chi bộ' |
	sed 's/^\(........\).*\[\(.*\)\]/\1 \2/' | sort -u" <<OUT
$(sed 's/^\(........\)[^ ]*/\1/' where)
OUT
expect_output 'and in references' sh -c "
	'$tracuu' --db=one --db=two --format=ris 'chi bộ' |
	sed -n 's/^ID  - //p; s/^DB  - / /p' | paste -d '\0' - - | sort" <where
expect_output 'and in their notes' sh -c "
	'$tracuu' --db=one --db=two --format=csl 'chi bộ' |
	jq -r '.[] | \"\(.id[-16:]) \(.note | split(\"(\")[1] | split(\")\")[0])\"' |
	sort" <where
# an article that both hold, of which one has all the words of a question
state() {
	jq -nc --arg more "$2" '{url: "https://a.example/1", date: "2024-03-05",
		title: "Chi bộ thôn Hạ họp bàn việc làng",
		body: ("Chi bộ thôn Hạ họp bàn việc đắp đường ra đồng, giao " +
		"từng tổ một đoạn, đảng viên đi trước làm gương cho dân làng " +
		"cùng theo sau. " + $more)}' \
		>"$1.jsonl"
	"$import" --quiet --db="$1" "$1.jsonl" || fail "importing $1"
}
state early ''
state late 'Kênh mương đào xong, nước về tận ruộng.'
for form in json 'jsonl --limit=100' jsonl; do
	# shellcheck disable=SC2086
	is "each state has its own words, in $form" \
		"$("$tracuu" --db=early --db=late --no-collapse \
			--format=$form chi bộ thôn họp bàn việc kênh mương ruộng nước |
		   jq -c '(.hits[]?, select(.type == "hit")) |
			[.archive, .relaxed]')" '["late",false]
["early",true]'
done

# one that both hold has a name in each
"$import" --quiet --db=again p/two p/one || fail 'importing again'
unique() {
	description=$1
	shift
	"$tracuu" --db=one --db=again "$@" >"$scratch/out" || :
	is "$description" "$(sed -n "$pattern" "$scratch/out" | sort |
		uniq -c | awk '{ print $1 }' | sort | uniq -c | tr -s ' ')" \
		" $names 1"
}
names=7 pattern='s/^@misc{\(.*\),$/\1/p'
unique 'BibTeX has each key once' --format=bibtex nghị
pattern='s/.*"id":"\([^"]*\)".*/\1/p'
unique 'CSL-JSON each id' --format=csl nghị
names=4 pattern='s/.*<node id="\([^"]*\)".*/\1/p'
unique 'GraphML each node' cites --format=graphml 21-NQ/TW
names=3 pattern='s/^ *"\([^"]*\)" \[shape=ellipse.*/\1/p'
unique 'and DOT' cites --format=dot 21-NQ/TW
is 'which is the id where no archive before has it' \
	"$("$tracuu" --db=one --db=again --format=bibtex nghị |
	   grep -c '^@misc{tracuu-[0-9a-f]\{16\},$')" 5
expect_output 'and in who cites what' sh -c "
	'$tracuu' --db=one --db=two --format=tsv cites 21-NQ/TW |
	cut -f 1,10 | tail -n +2 | sort -u | cut -f 2 | sort | uniq -c | tr -s ' '" <<'OUT'
 1 one
 1 two
OUT
expect_output 'a column that one alone does not have' sh -c "
	'$tracuu' --db=one --format=tsv 'chi bộ' | head -n 1 | grep -c archive
	'$tracuu' --db=one --format=tsv --kwic=9 'chi bộ' | head -n 1 | grep -c archive" <<'OUT'
0
0
OUT
expect_output 'one alone says nothing of it' sh -c "
	'$tracuu' --db=one --format=json 'chi bộ' |
	jq -c '.hits | map(has(\"archive\")) | any'" <<'OUT'
false
OUT
expect_output 'the generation is of all' sh -c "
	'$tracuu' --db=one --db=two --format=json 'chi bộ' | jq -r .generation |
	sed 's/:.*//'" <<'OUT'
0001+0001
OUT

cut -d' ' -f1 where >ids
expect_output 'show looks in all' sh -c "
	'$tracuu' --db=one --db=two --format=ids show - <ids" <ids
expect_output 'count counts in all' sh -c "
	'$tracuu' --db=one --db=two --format=json count 'chi bộ' |
	jq .total.value" <<'OUT'
5
OUT

# What counts and lists all: lines in any order, without rank and generation.
all_of() {
	"$tracuu" "$@" | sed 's/[[:space:],]*\(0001[+:]\|generation\).*$//
		s/^[0-9]*[,\t]//; s/^rank[,\t]//; s/  \[[a-z]*\]$//' | sort
}
numbers() {
	"$tracuu" --format=json "$@" | jq -S 'del(.generation)'
}
for question in "timeline 'nghị quyết'" "timeline --by=year 'chi bộ'" \
		"compare 'nghị quyết' 'dân vận'" "cites 21-NQ/TW" \
		"facets --facets=number,year 'chi bộ'"; do
	eval "numbers --db=all $question" >whole
	eval "expect_output 'as one archive: $(echo "$question" | tr -d \')' \
		numbers --db=one --db=two $question" <whole
done
for form in --format=csv --format=tsv --kwic=30 '--kwic=20 --format=csv'; do
	# shellcheck disable=SC2086 # words
	all_of $form --no-collapse --db=all 'nghị quyết' >whole
	# shellcheck disable=SC2086 # words
	expect_output "all of them: $form" \
		all_of $form --no-collapse --db=one --db=two 'nghị quyết' <whole
done
expect_output 'a time limit leaves a quick answer whole' \
	numbers --timeout-ms=20000 --db=one --db=two count 'chi bộ' <<OUT
$(numbers --db=all count 'chi bộ')
OUT

expect_error 4 "no archive at 'none'" 'one that is missing is named' \
	"$tracuu" --db=one --db=none 'chi bộ'
expect_error 2 'are the same archive' 'one given twice is refused' \
	"$tracuu" --db=one --db=./one 'chi bộ'
printf 'garbage' >two/gen-0001/postlist.glass
expect_error 6 "archive 'two'" 'one that is damaged is named' \
	"$tracuu" --db=one --db=two 'chi bộ'
done_testing
