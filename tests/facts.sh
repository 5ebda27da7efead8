#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The extraction of facts reaches its figures on the gold set.
. "${srcdir:-.}/tests/lib.sh"

tables=${TRACUU_DATADIR:-$srcdir/src/fact}

# measure SENTENCES ARTICLES PAGES; no sentences: -
measure() {
	sentences=$srcdir/tests/gold/$1
	[ "$1" != - ] || sentences=/dev/null
	"$builddir/tests/eval/facts" "$sentences" \
		"$srcdir/tests/gold/$2" "$3" \
		"$tables/registry.tsv" "$tables/gazetteer.tsv" >"$scratch/table"
	comment "$scratch/table"
}

# at_least KIND COLUMN FLOOR
at_least() {
	got=$(awk -F'\t' -v kind="$1" -v name="$2" '
		NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
		$1 == kind { print $column[name] }' "$scratch/table")
	if awk -v got="${got:-0}" -v floor="$3" 'BEGIN { exit got < floor }'
	then
		pass "$2 of $1 is at least $3"
	else
		fail "$2 of $1 is at least $3 (it is ${got:-unknown})"
	fi
}

# The figures that each set must reach
at_least_all() {
	at_least numbers precision .995
	at_least numbers recall .99
	at_least identity precision .99
	at_least dates precision .99
	at_least dates recall .99
	at_least publication precision .99
	at_least main-unit precision .99
	at_least units precision .98
	at_least units recall .99
	at_least unit-kind precision .99
}

# What whole articles of no more than a first mending must reach
at_least_most() {
	at_least numbers precision .99
	at_least numbers recall .99
	at_least identity precision .98
	at_least dates precision .97
	at_least dates recall .97
	at_least publication precision .97
	at_least main-unit precision .92
	at_least units precision .96
	at_least units recall .96
	at_least unit-kind precision .99
}

measure sentences.tsv articles.tsv "$srcdir/corpus"
at_least_all
measure unseen-1.tsv unseen-1-articles.tsv "$srcdir/tests/gold/unseen-1"
at_least_all
measure unseen-2.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure unseen-3.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure unseen-4.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure shapes.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure bodies.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure lists.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure dates.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
measure mentions.tsv unseen-2-articles.tsv "$srcdir/tests/gold/unseen-2"
at_least_all
for set in unseen-5 unseen-6 unseen-7 unseen-8 unseen-9; do
	measure - $set-articles.tsv "$srcdir/tests/gold/$set"
	at_least_most
done
# openings alone, with their main units
measure - main-articles.tsv "$srcdir/tests/gold/main"
at_least main-unit precision .95

rows=$(awk -F'\t' 'NR > 1' "$srcdir/tests/gold/sentences.tsv" | wc -l)
files=$(awk -F'\t' 'NR > 1 { print $1 }' "$srcdir/tests/gold/articles.tsv" |
	sort -u | wc -l)
if [ "$rows" -ge 400 ] && [ "$files" -ge 60 ]; then
	pass 'the gold set has 400 sentences and 60 articles'
else
	fail "the gold set has 400 sentences and 60 articles ($rows, $files)"
fi

done_testing
