#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What facets count over corpus/ is what the table beside it says.
. "${srcdir:-.}/tests/lib.sh"

db=$scratch/archive
"$import" --db="$db" --quiet "$srcdir/corpus" 2>"$scratch/stderr"

ask() {
	"$tracuu" --db="$db" --format=json "$@"
}

ask --limit=0 --facets=number,unit,year >"$scratch/facets"
jq -r --rawfile table "$srcdir/corpus/expected.tsv" \
	-f "$srcdir/tests/corpus-facets.jq" "$scratch/facets" \
	>"$scratch/differences"

for facet in number year; do
	if ! jq -e ".facets.$facet | length > 10" <"$scratch/facets" \
		>"$scratch/enough"; then
		fail "facets count more than ten values of $facet"
	elif grep "^$facet	" "$scratch/differences" >"$scratch/these"; then
		fail "each $facet is counted as in the table"
		comment <"$scratch/these"
	else
		pass "each $facet is counted as in the table"
	fi
done

# those that only an organ of theirs is named for are found all the same
grep '^unit	' "$scratch/differences" >"$scratch/units"
tab=$(printf '\t')
while IFS=$tab read -r _ table facet unit; do
	found=$(ask count "donvi:\"$unit\"" </dev/null | jq .total.value)
	[ "$found" -ge "$table" ] ||
		echo "table $table, facet $facet, found $found: $unit"
done <"$scratch/units" >"$scratch/missed"
if [ -s "$scratch/missed" ]; then
	fail 'each unit is counted, or found by its organs'
	comment <"$scratch/missed"
else
	pass 'each unit is counted, or found by its organs'
fi

done_testing
