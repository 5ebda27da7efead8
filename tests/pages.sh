#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Articles come out of the pages of tests/pages as a reader would take them.
. "${srcdir:-.}/tests/lib.sh"

tables=${TRACUU_DATADIR:-$srcdir/src/fact}
"$builddir/tests/eval/pages" "$srcdir/tests/pages" "$tables/registry.tsv" \
	"$tables/gazetteer.tsv" >"$scratch/table"
comment "$scratch/table"

# at_least COLUMN FLOOR: over all pages
at_least() {
	got=$(awk -F'\t' -v name="$1" '
		NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
		$1 == "all" { print $column[name] }' "$scratch/table")
	if awk -v got="${got:-0}" -v floor="$2" 'BEGIN { exit got < floor }'
	then
		pass "$1 is at least $2"
	else
		fail "$1 is at least $2 (it is ${got:-unknown})"
	fi
}

at_least pages 100
at_least f1 .99
at_least worst .90
at_least title .99
at_least date .99
at_least reject .99
at_least url .99

done_testing
