#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# One story on several sites: kept apart, shown once, counted as they are, and
# the same whatever the order in which they came.
. "${srcdir:-.}/tests/lib.sh"

: "${TRACUU_DATADIR:=$srcdir/src/fact}"
export TRACUU_DATADIR
at=$scratch/at
mkdir "$at"
cd "$at" || exit 1

# Stories of the corpus as text, a paragraph a line, the title first.
story() {
	"$import" --dry-run --quiet "$srcdir/corpus/html/$1" | jq -r .text |
		grep .
}
story onecms/khanhhoa-chong-lang-phi.html >"$scratch/one"
story wordpress/dongthap-hop-tac-xa.html >"$scratch/two"

# page SITE NAME FILE TITLE: a page of the site
page() {
	jq -Rsc --arg u "http://$1/$2" --arg t "$4" \
		'{url: $u, title: $t, date: "2024-03-05", body: .}' "$3"
}
body() {
	tail -n +2 "$scratch/$1"
}
body one >"$scratch/a"
{ echo 'Tòa soạn giới thiệu cùng bạn đọc bài viết sau đây về việc tiết kiệm ở cơ sở.'
	body one; } >"$scratch/b"
body one | head -n 5 | sed 's/ và / cùng với /g' >"$scratch/c"
body two >"$scratch/d"
{ page bao-mot.vn 1.html "$scratch/a" 'Chống lãng phí từ chi bộ'
	page bao-hai.vn 2.html "$scratch/b" 'Khi chi bộ vào cuộc tiết kiệm'; } >1.jsonl
{ page bao-ba.vn 3.html "$scratch/c" 'Tiết kiệm ở cơ sở, nhìn từ một chi bộ'
	page bao-bon.vn 4.html "$scratch/d" 'Chi bộ và hợp tác xã'; } >2.jsonl

"$import" --db a --quiet 1.jsonl 2.jsonl
"$import" --db b --quiet 2.jsonl
"$import" --db b --quiet 1.jsonl

{ page bao-mot.vn 1.html "$scratch/a" 'Chống lãng phí từ chi bộ'
	page bao-bon.vn 4.html "$scratch/d" 'Chi bộ và hợp tác xã'; } >apart.jsonl
"$import" --db d --quiet apart.jsonl

expect_output 'each copy is an article of its own, all but one are folded' \
	sh -c "'$tracuu' --db a --format=json chi bộ | jq -c '[.total.value, (.hits | length), ([.hits[].copies] | sort)]'" \
	<<'EXPECTED'
[4,2,[0,2]]
EXPECTED
: >none.jsonl
"$import" --db e --quiet none.jsonl 2>/dev/null
"$import" --db e --quiet 1.jsonl 2.jsonl
expect_output 'so in an archive that had no articles' \
	sh -c "'$tracuu' --db e --format=json chi bộ | jq -c '[.total.value, (.hits | length), ([.hits[].copies] | sort)]'" \
	<<'EXPECTED'
[4,2,[0,2]]
EXPECTED
expect_output 'or none' \
	sh -c "'$tracuu' --db a --no-collapse --format=json chi bộ | jq -c '[.total.value, ([.hits[].copies] | sort)]'" \
	<<'EXPECTED'
[4,[0,2,2,2]]
EXPECTED
# A place among stories is none among all their copies: hits would be given
# twice, and others never.
after=$("$tracuu" --db a --format=json --limit=2 chi bộ | jq -r .next)
for form in --no-collapse --format=ids --format=jsonl --kwic=9; do
	expect_exit 2 "a place among stories is none for $form" \
		"$tracuu" --db a --after="$after" "$form" chi bộ
done
expect_error 2 'and --no-collapse of the page before' 'which is said' \
	"$tracuu" --db a --after="$after" --format=ids chi bộ
all=$("$tracuu" --db a --format=jsonl --limit=2 chi bộ | tail -n 1 |
	jq -r .next)
expect_error 2 'another query' 'nor one among copies for stories' \
	"$tracuu" --db a --after="$all" chi bộ
is 'one among copies is for each form that has them' \
	"$("$tracuu" --db a --after="$all" --format=ids chi bộ | wc -l
	"$tracuu" --db a --after="$all" --no-collapse --format=json chi bộ |
		jq '.hits[].rank')" '2
3
4'
is 'without copies there is but one place' \
	"$("$tracuu" --db d --format=ids chi bộ --after="$("$tracuu" --db d \
		--format=json --limit=1 chi bộ | jq -r .next)" | wc -l)" 1
expect_output 'so it is told to people' \
	sh -c "'$tracuu' --db a chi bộ | grep -c '(2 other copies)'" <<'EXPECTED'
1
EXPECTED
expect_output 'a copy is shown where the others do not match: its site' \
	sh -c "'$tracuu' --db a --format=json nguon:bao-hai.vn | jq -r '.hits[] | [.site, .copies] | @tsv'" \
	<<'EXPECTED'
bao-hai.vn	2
EXPECTED
expect_output 'its words' \
	sh -c "'$tracuu' --db a --format=json '\"Tòa soạn giới thiệu\"' | jq -r '.hits[] | [.site, .copies] | @tsv'" \
	<<'EXPECTED'
bao-hai.vn	2
EXPECTED
expect_output 'a phrase is folded too' \
	sh -c "'$tracuu' --db a --format=json '\"chi bộ\"' | jq -c '[.total.value, (.hits | length)]'" \
	<<'EXPECTED'
[4,2]
EXPECTED
expect_output 'facets count articles' \
	sh -c "'$tracuu' --db a --format=json --facets=site chi bộ | jq -c '[.facets.site[].count] | add'" \
	<<'EXPECTED'
4
EXPECTED
expect_output 'a page takes as many stories as it has places' \
	sh -c "'$tracuu' --db a --limit=2 --format=json chi bộ | jq -c '(.hits | length)'; '$tracuu' --db a --limit=1 --offset=1 --format=json chi bộ | jq -c '(.hits | length)'; '$tracuu' --db a --limit=1 --offset=2 --format=json chi bộ | jq -c '(.hits | length)'" \
	<<'EXPECTED'
2
1
0
EXPECTED
expect_output 'an export has all of them' \
	sh -c "'$tracuu' --db a --format=ids chi bộ | wc -l | tr -d ' '" <<'EXPECTED'
4
EXPECTED

id=$("$tracuu" --db a --format=ids nguon:bao-mot.vn)
expect_output 'an article names its copies' \
	sh -c "'$tracuu' show --db a --format=json $id | jq -r '.copies[].site' | sort" \
	<<'EXPECTED'
bao-ba.vn
bao-hai.vn
EXPECTED
expect_output 'for people too' \
	sh -c "COLUMNS=200 '$tracuu' show --db a $id | grep '^also:' | sed 's/^also: *[0-9a-f]* *//' | sort" \
	<<'EXPECTED'
http://bao-ba.vn/3.html  Tiết kiệm ở cơ sở, nhìn từ một chi bộ
http://bao-hai.vn/2.html  Khi chi bộ vào cuộc tiết kiệm
EXPECTED

# clusters DB: of each site the sites of its copies
clusters() {
	for id in $("$tracuu" --db "$1" --format=ids chi bộ | sort); do
		"$tracuu" show --db "$1" --format=json "$id" |
			jq -c '[.site, ([.copies[].site] | sort)]'
	done
}
clusters a >"$scratch/clusters"
expect_output 'another order of captures makes no difference' clusters b \
	<"$scratch/clusters"

# more than are compared with one another
for i in $(seq 80); do
	page "bao-$i.vn" bai.html "$scratch/a" "Chống lãng phí từ chi bộ, kỳ $i"
done | awk '{ sub(/"body":"/, "&Bản in thứ " NR " của bài. "); print }' \
	>many.jsonl
expect_output 'many copies are one cluster' \
	sh -c "'$import' --db many --quiet many.jsonl; '$tracuu' --db many --format=json chi bộ | jq -c '[.total.value, (.hits | length), .hits[0].copies]'" \
	<<'EXPECTED'
[80,1,79]
EXPECTED

# one that becomes another story leaves the others
{ page bao-ba.vn 3.html "$scratch/d" 'Tiết kiệm ở cơ sở, nhìn từ một chi bộ'
	page bao-bon.vn 4.html "$scratch/d" 'Chi bộ và hợp tác xã'; } >2.jsonl
touch -d 2001-01-01 2.jsonl
"$import" --db a --quiet 1.jsonl 2.jsonl
expect_output 'an article that changed changes its cluster' \
	sh -c "'$tracuu' --db a --no-collapse --format=json chi bộ | jq -r '.hits[] | [.site, .copies] | @tsv' | sort" \
	<<'EXPECTED'
bao-ba.vn	1
bao-bon.vn	1
bao-hai.vn	1
bao-mot.vn	1
EXPECTED

done_testing
