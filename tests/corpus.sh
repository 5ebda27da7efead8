#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every article of corpus/ yields what the table beside it says.
. "${srcdir:-.}/tests/lib.sh"

"$import" --dry-run "$srcdir/corpus" >"$scratch/got" 2>"$scratch/stderr"
jq -nr --rawfile table "$srcdir/corpus/expected.tsv" \
	--slurpfile got "$scratch/got" -f "$srcdir/tests/corpus.jq" \
	>"$scratch/tap"
cat "$scratch/tap"
echo "1..$(grep -c '^\(not \)\?ok ' "$scratch/tap")"
