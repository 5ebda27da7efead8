#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Ranking holds its floor on the questions of tests/eval/corpus: a drop fails.
# `make eval` prints the whole table with the variants that lost.
. "${srcdir:-.}/tests/lib.sh"

builddir=$builddir TRACUU_EVAL_SHIPPED=1 "$srcdir/tests/eval/run" \
	>"$scratch/table"
comment "$scratch/table"

# mrr ROW: its first figure
mrr() {
	awk -v row="$1" 'substr($0, 1, 36) ~ "^" row " *$" {
		print substr($0, 37) + 0; exit }' "$scratch/table"
}

# at_least FIGURE FLOOR DESCRIPTION
at_least() {
	if awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "" && a >= b) }'; then
		pass "$3: $1"
	else
		fail "$3: $1, not $2"
	fi
}
with=$(mrr 'as shipped')
without=$(mrr 'typed without marks')
at_least "$with" 0.955 'MRR@10 of all questions'
at_least "$(mrr '  accents .*')" 0.98 'MRR@10 with marks'
at_least "$(mrr '  bare .*')" 0.98 'MRR@10 of the same without marks'
at_least "$(mrr '  telex .*')" 0.98 'MRR@10 of raw Telex'
at_least "$(mrr '  number .*')" 0.99 'MRR@10 of document numbers'
at_least "$(mrr '  old-new .*')" 0.99 'MRR@10 of the other tone placement'
at_least "$(awk -v a="$(mrr '  bare .*')" -v b="$(mrr '  accents .*')" \
	'BEGIN { printf "%.3f", a / b }')" 0.98 'without marks by with marks'
echo "# every question stripped of its marks: $without"

done_testing
