#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Fuzz targets replayed: the inputs that they keep, mutations of the sample
# articles, and texts of great size.
. "${srcdir:-.}/tests/lib.sh"

facts=$builddir/tests/fuzz/fuzz-facts

expect_exit 0 'the kept inputs hold' "$facts" "$srcdir"/tests/fuzz/corpus/*
expect_exit 0 'so do mutations of them' \
	"$facts" -mutations=400 "$srcdir"/tests/fuzz/corpus/*
expect_exit 0 'and of the articles' \
	"$facts" -mutations=20 "$srcdir"/corpus/dump/*.txt \
	"$srcdir"/corpus/spelling/*.txt

expect_exit 0 'and the marked sentences' \
	"$facts" "$srcdir"/tests/gold/*.tsv

# big DESCRIPTION AWK-PROGRAM: within a minute of processor time
big() {
	LC_ALL=C awk "BEGIN { $2 }" >"$scratch/big"
	expect_exit 0 "$1" sh -c 'ulimit -t 60; exec "$@"' sh \
		"$facts" "$scratch/big"
}
big '16 MB of digits and slashes' \
	'for (i = 0; i < 1600000; i++) printf "12/34-567/"'
big 'ten thousand citations' \
	'for (i = 0; i < 10000; i++) printf "Nghị quyết số %d-NQ/TW ngày %d/%d/2021 của Đảng ủy xã X%d, ", i, i % 28 + 1, i % 12 + 1, i'
big 'a list without an end' \
	'printf "các Nghị quyết số "; for (i = 0; i < 200000; i++) printf "%d, ", i'
big 'nested brackets' \
	'for (i = 0; i < 500000; i++) printf "(Chỉ thị "; for (i = 0; i < 500000; i++) printf ")"'
big 'one word of four megabytes' \
	'for (i = 0; i < 400000; i++) printf "nghiquyetx"'
big 'cells of cells' \
	'for (i = 0; i < 200000; i++) printf "Chi bộ %d trực thuộc ", i'
big 'dates of dates' \
	'for (i = 0; i < 300000; i++) printf "ngày %d, ", i % 40'
big 'capitals' \
	'for (i = 0; i < 200000; i++) printf "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH "'

text=$builddir/tests/fuzz/fuzz-text
query=$builddir/tests/fuzz/fuzz-query
expect_exit 0 'the text floor holds on any bytes' \
	"$text" -mutations=100 "$srcdir"/tests/fuzz/corpus/* \
	"$srcdir"/tests/fuzz/queries/*
expect_exit 0 'and on the articles' \
	"$text" -mutations=2 "$srcdir"/corpus/dump/*.txt \
	"$srcdir"/corpus/spelling/*.txt
expect_exit 0 'a query printed parses to the same' \
	"$query" -mutations=1000 "$srcdir"/tests/fuzz/queries/*
if "$import" --quiet --db="$scratch/archive" "$srcdir/corpus/dump" \
	>/dev/null 2>&1; then
	expect_exit 0 'any query is answered, or refused with a reason' \
		env TRACUU_DB="$scratch/archive" \
		"$query" -mutations=60 "$srcdir"/tests/fuzz/queries/*
else
	fail 'an archive to ask'
fi

done_testing
