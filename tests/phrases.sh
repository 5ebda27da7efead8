#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What has to be looked at article by article, in an archive where few of the
# articles that have the words have them side by side: every page is full but
# the last, says whether one follows, and all of them are what is counted.
. "$(dirname "$0")/lib.sh"

db=$scratch/archive

# 2,000 articles that all have the words, in which every fiftieth has "dân
# hoạt", and the five oldest have "sức" by "tộc".
articles() {
	awk 'BEGIN {
		split("ao bản cầu dốc đê giếng hồ khe làng mương nương " \
		      "ruộng suối thác vườn xóm bờ đồi ghềnh lối", word, " ")
		seed = 7
		for (i = 1; i <= 2000; i++) {
			text = ""
			for (k = 0; k < 60; k++) {
				seed = (seed * 1103515245 + 12345) % 2147483648
				text = text " " word[int(seed / 65536) % 20 + 1]
			}
			printf "{\"url\":\"https://p.example/%d\",", i
			printf "\"title\":\"Chuyện thứ %d\",", i
			printf "\"published\":\"%d-%02d-%02d\",\"text\":\"",
			       2023 - i % 20, i % 12 + 1, i % 28 + 1
			printf "Bà con dân%s hoạt.%s. Có sức%s tộc.\"}\n",
			       i % 50 ? " quê ta" : "", text,
			       i % 400 == 19 ? "" : " vóc và"
		}
	}'
}

# Of the query's pages: whether all are full but the last, how many hits, each
# once.
pages() {
	: >"$scratch/ids"
	after=
	while :; do
		"$tracuu" --no-config --db "$db" --format=json --limit=10 \
			--match=all --no-collapse ${after:+"--after=$after"} \
			"$@" >"$scratch/page" || echo "status $?"
		jq -r '.hits[].id' "$scratch/page" >>"$scratch/ids"
		after=$(jq -r '.next // empty' "$scratch/page")
		[ "$after" ] || break
		jq -r 'select(.hits | length != 10) | "not full"' \
			"$scratch/page"
	done
	sort "$scratch/ids" | uniq | wc -l
	sort "$scratch/ids" | uniq -d
}

# is_whole QUERY [OPTION]
is_whole() {
	is "all pages of $*" "$(pages "$@")" \
		"$("$tracuu" --no-config --db "$db" count "$1")"
}

articles >"$scratch/articles.jsonl"
"$import" --db "$db" "$scratch/articles.jsonl" >/dev/null 2>"$scratch/err" ||
	comment "$scratch/err"
is 'what is to be found' \
	"$("$tracuu" --no-config --db "$db" count '"dân hoạt"')" 40
is_whole '"dân hoạt"'
is_whole '"dân hoạt"' --sort=date
is_whole '"dan hoat"'
is_whole '"dân hoạt" NEAR/70 sức'
is 'and of the other words' \
	"$("$tracuu" --no-config --db "$db" count 'sức NEAR/1 tộc')" 5
is_whole 'sức NEAR/1 tộc'
is_whole 'sức NEAR/1 tộc' --sort=date
is 'a page that is filled late is no empty answer' \
	"$("$tracuu" --no-config --db "$db" --sort=date --format=ids \
		--limit=3 'sức NEAR/1 tộc' | wc -l)" 3

# The total of a phrase is an estimate, yet never less than what is shown, and
# near what is counted where few are.
"$tracuu" --no-config --db "$db" --format=json --limit=5 '"dân hoạt"' |
	jq -c '.total.value | . >= 20 and . <= 80' >"$scratch/about"
is 'the total is about right' "$(cat "$scratch/about")" true

# The count of a page that stops is no more than there are, and says so, in a
# page of JSON Lines too, which a walk counts to the end.
all=$("$tracuu" --no-config --db "$db" count làng bản cầu)
for format in json jsonl; do
	"$tracuu" --no-config --db "$db" --format=$format --limit=10 \
		làng bản cầu | tail -n 1 >"$scratch/actual"
	is "a total that stopped, in $format" \
		"$(jq -c ".total | [.exact, .at_least, .value <= $all]" \
			"$scratch/actual")" '[false,true,true]'
done
is 'and in words' "$("$tracuu" --no-config --db "$db" --limit=0 làng bản cầu |
	sed 's/[0-9][0-9]*/N/')" 'N articles'
is 'and in words' "$("$tracuu" --no-config --db "$db" --limit=1 làng bản cầu |
	sed -n '1s/[0-9][0-9]*/N/p')" 'at least N articles, 1 to 1 shown'
is 'a walk counts all' "$("$tracuu" --no-config --db "$db" --format=jsonl \
	làng bản cầu | tail -n 1 | jq -c .total)" \
	"{\"value\":$all,\"exact\":true}"

# So is what a part of a query finds that finds nothing: it says so.
"$tracuu" --no-config --db "$db" --format=json 'làng NEAR/5 ao ngay:1999' \
	>"$scratch/nothing"
is 'an estimate of a part is marked, and what is counted is exact' \
	"$(jq -c '[.clauses[] | .alone_exact, .without_exact]' \
		"$scratch/nothing")" '[false,true,true,false]'
"$tracuu" --no-config --db "$db" 'làng NEAR/5 ao ngay:1999' |
	sed 's/[1-9][0-9]* \(alone\|without\)/N \1/g' >"$scratch/actual"
is 'and in words' "$(cat "$scratch/actual")" '0 articles
  làng NEAR/5 ao: about N alone; 0 without it
  ngay:1999: 0 alone; about N without it; this filter empties the answer'
# And it takes no time that there is not: 0 and whole, or 3 and partial.
parts=xyzzy
for word in làng bản cầu dốc giếng hồ khe ao mương nương ruộng suối; do
	parts="$parts $word NEAR/5 thác"
done
for format in json jsonl; do
	"$tracuu" --no-config --db "$db" --format=$format --timeout-ms=5 \
		"$parts" >"$scratch/actual"
	# on a machine that stands still there may be no answer at all
	is "parts are counted until the time is up, in $format" \
		"$? $(jq 'if .error then .error.code == "partial" else
			.partial and (.clauses | length) < 13 end' \
			"$scratch/actual")" '3 true'
done
done_testing
